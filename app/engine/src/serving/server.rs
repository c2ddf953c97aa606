//! A server under load: how long people wait for the first token and between tokens, how many
//! requests it serves, and how many copies of the model a peak takes.
//!
//! One copy that serves `b` requests at once writes a token to each in
//! `τ(b) = step(b) + interruption · (b − 1) · prompt ÷ output`, and answers a new request after
//! `F(b) = prompt · (1 + queue · (b − 1)) + server(b)`, both as calibrated.
//! A request then stays for `T(b) = F(b) + output · τ(b)`, so that `b ÷ T(b)` requests are finished
//! a second (Little's law), and at an arrival rate `λ` the copy settles where `b = λ T(b)`.
//! No more than the places that fit into memory are served at once; others wait for a place as in
//! M/G/c.
//!
//! Percentiles: the wait for other prompts is taken as exponential, the wait for a place as
//! Erlang's C formula has it, steps are either interrupted by a prompt or not, and lengths of
//! answers vary log-normally with the variation that is given.
//! The parts of one request are taken at the same percentile, which errs on the long side.
//!
//! # Source
//! Little 1961, "A Proof for the Queuing Formula L = λW", Operations Research 9(3); Allen 1990,
//! *Probability, Statistics, and Queueing Theory*, section 5.3, for M/G/c; Leviathan, Kalman and
//! Matias 2023, "Fast Inference from Transformers via Speculative Decoding", ICML, equation 1, for
//! tokens a step with drafts.

use super::calibration::Novelty;
use super::case::{Case, Impossible, Quantity};
use super::estimate::Estimator;
use super::learnt::in_service;
use super::pace::Pace;
use super::physics::{BYTES_OF_A_SOLD_GB, at_least, at_most};
use super::range_factors::RangeFactors;
use crate::number::Number;
use crate::queueing::{Queue, Steady};

/// What arrives at a server.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Load {
    /// So many requests at once over all copies, each followed by the next.
    Concurrency(f64),
    /// So many requests a second over all copies, arriving at random.
    Rate(f64),
    /// As many as fit.
    Saturated,
}

/// What a server does besides, or is spared.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Serving {
    /// Share of prompt tokens that are found in the cache, from 0 to below 1.
    pub prefix_share: f64,
    /// Coefficient of variation of the length of answers; nought where all are as long.
    pub length_variation: f64,
    /// Drafts of a small model, where there are any.
    pub speculation: Option<Speculation>,
}

/// Speculative decoding.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Speculation {
    /// Chance that a drafted token is accepted, from 0 to below 1.
    pub acceptance: f64,
    /// Tokens drafted for a step.
    pub draft_tokens: f64,
    /// Time of a draft's step as a share of the model's own.
    pub draft_cost: f64,
}

impl Speculation {
    /// Tokens that a step writes on average: `(1 − α^(γ+1)) ÷ (1 − α)`.
    pub fn tokens_a_step(&self) -> f64 {
        (1.0 - libm::pow(self.acceptance, self.draft_tokens + 1.0)) / (1.0 - self.acceptance)
    }
}

/// A figure at three shares of requests.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Percentiles {
    /// Half of the requests are no worse.
    pub p50: f64,
    /// Nineteen in twenty are no worse.
    pub p95: f64,
    /// Ninety-nine in a hundred are no worse.
    pub p99: f64,
}

/// What lies in the memory of one copy, in 10⁹ bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MemoryUse {
    /// All memory of its accelerators.
    pub total_gb: f64,
    /// Weights.
    pub weights_gb: f64,
    /// Cache of the requests that are served.
    pub cache_gb: f64,
    /// What engine and activations keep to themselves.
    pub overhead_gb: f64,
    /// What is left.
    pub free_gb: f64,
}

/// What a server settles at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ServerState {
    /// Requests served at once on average, over all copies.
    pub concurrency: f64,
    /// Requests finished a second, over all copies.
    pub requests_per_second: f64,
    /// Output tokens a second, over all copies.
    pub tokens_per_second: f64,
    /// Output tokens a second that one user sees once the answer begins.
    pub tokens_per_second_per_user: f64,
    /// Load as a share of what can be served.
    pub utilisation: f64,
    /// Chance that a request has to wait for a place.
    pub wait_chance: f64,
    /// Milliseconds to the first token, waiting included.
    pub time_to_first_token_ms: Percentiles,
    /// Milliseconds between tokens.
    pub inter_token_ms: Percentiles,
    /// Milliseconds from asking to the last token.
    pub end_to_end_ms: Percentiles,
    /// Memory of one copy.
    pub memory: MemoryUse,
}

/// What people will bear.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Targets {
    /// Milliseconds to the first token for nineteen in twenty.
    pub time_to_first_token_ms: Option<f64>,
    /// Milliseconds between tokens for nineteen in twenty.
    pub inter_token_ms: Option<f64>,
    /// Milliseconds to the last token for nineteen in twenty.
    pub end_to_end_ms: Option<f64>,
}

impl Targets {
    /// Whether a state meets all of them.
    pub fn are_met_by(&self, state: &ServerState) -> bool {
        let meets = |target: Option<f64>, percentiles: Percentiles| {
            target.is_none_or(|target| percentiles.p95 <= target)
        };
        meets(self.time_to_first_token_ms, state.time_to_first_token_ms)
            && meets(self.inter_token_ms, state.inter_token_ms)
            && meets(self.end_to_end_ms, state.end_to_end_ms)
    }
}

/// Copies of the model that a peak takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Replicas {
    /// Copies that serve the peak within the targets.
    pub needed: u32,
    /// The same and one to spare, so that one may fail.
    pub with_spare: u32,
    /// Load at the peak as a share of what the needed copies can serve.
    pub utilisation: f64,
}

/// Most copies that are looked at.
const MOST_REPLICAS: u32 = 100_000;
/// Halvings by which a load's concurrency is found.
const HALVINGS: u32 = 48;

/// A server made ready to be asked many times; nothing is allocated after.
#[derive(Debug, Clone, Copy)]
pub struct Server {
    pub(super) pace: Pace,
    serving: Serving,
    input_tokens: f64,
    output_tokens: f64,
    copies: f64,
    /// Requests a second that one copy finishes at most, from the saturated figure.
    most_requests: f64,
    places: f64,
    /// Ranges of the time to the first token, the time between tokens and saturated throughput.
    pub ranges: [RangeFactors; 3],
    /// How far the case is from anything measured, where it was asked of an estimator.
    pub novelty: Option<Novelty>,
}

/// What a server settles at under a load, for a single question.
///
/// # Errors
/// [`Impossible`] where the case cannot be served, or more arrives than is served.
pub fn server_state(
    estimator: &Estimator,
    case: &Case,
    load: Load,
) -> Result<ServerState, Impossible> {
    Server::new(estimator, case, Serving::default())?.state(load)
}

impl Server {
    /// A server of a case; the quantity and the concurrency of the case are not looked at.
    ///
    /// # Errors
    /// [`Impossible`] where the case has no answer.
    pub fn new(estimator: &Estimator, case: &Case, serving: Serving) -> Result<Server, Impossible> {
        check(&serving)?;
        let first = Case {
            concurrency: 1.0,
            ..in_service(case, Quantity::TimeToFirstToken)
        };
        first.check()?;
        let learnt = estimator.learnt(case);
        let pace = Pace::of(
            &learnt.figures,
            case.input_tokens,
            serving.prefix_share,
            case.output_tokens,
        );
        let ranges = [
            learnt.first_token.range.of_reciprocal(),
            learnt.decode.range.of_reciprocal(),
            learnt.throughput.range,
        ];
        let novelty = Some(learnt.novelty);
        Ok(Server::of_pace(
            pace,
            serving,
            case.replicas(),
            ranges,
            novelty,
        ))
    }

    /// A server of so many copies that go at this pace.
    pub(super) fn of_pace(
        pace: Pace,
        serving: Serving,
        copies: f64,
        ranges: [RangeFactors; 3],
        novelty: Option<Novelty>,
    ) -> Server {
        let fitting = pace.fitting();
        let mut server = Server {
            pace,
            serving,
            input_tokens: pace.input(),
            output_tokens: pace.output(),
            copies,
            most_requests: pace.saturated_requests(fitting),
            places: at_least(Number::whole_down(fitting), 1.0),
            ranges,
            novelty,
        };
        // Whatever a full copy finishes by its own times is no less than it can.
        let full = server.finished(server.places);
        if serving.speculation.is_some() || full < server.most_requests {
            server.most_requests = full;
        }
        server
    }

    /// Requests that one copy serves at once at most.
    pub fn places(&self) -> f64 {
        self.places
    }

    /// Requests a second that all copies finish at most.
    pub fn most_requests_per_second(&self) -> f64 {
        self.most_requests * self.copies
    }

    /// Seconds to the first token with so many requests at once on one copy, without waiting for a
    /// place: the mean, which is what was calibrated.
    pub fn mean_first_token_seconds(&self, batch: f64) -> f64 {
        self.pace.first_token(batch).0
    }

    /// What the server settles at.
    ///
    /// # Errors
    /// [`Impossible`] where the load cannot be meant, does not fit, or is more than can be served.
    pub fn state(&self, load: Load) -> Result<ServerState, Impossible> {
        match load {
            Load::Saturated => Ok(self.settled(self.places, self.most_requests, None)),
            Load::Concurrency(asked) => {
                positive("concurrency", asked)?;
                let each = asked / self.copies;
                if each > self.places {
                    return Err(Impossible::CacheDoesNotFit {
                        asked,
                        fits: self.places * self.copies,
                    });
                }
                let finished = at_most(self.finished(each), self.most_requests);
                Ok(self.settled(each, finished, None))
            }
            Load::Rate(asked) => {
                positive("rate", asked)?;
                self.at_rate(asked / self.copies)
                    .ok_or(Impossible::Unstable {
                        arrivals_per_second: asked,
                        served_per_second: self.most_requests_per_second(),
                    })
            }
        }
    }

    /// Fills a curve from one request at once to as many as fit, evenly by ratio.
    pub fn curve(&self, points: &mut [ServerState]) {
        let last = at_least(points.len() as f64 - 1.0, 1.0);
        let ratio = libm::log(self.places);
        for (place, point) in points.iter_mut().enumerate() {
            let batch = libm::exp(ratio * place as f64 / last);
            let finished = at_most(self.finished(batch), self.most_requests);
            *point = self.settled(batch, finished, None);
        }
    }

    /// The most requests that one copy serves at once within the targets; none where not even one
    /// is.
    pub fn largest_batch(&self, targets: &Targets) -> Option<f64> {
        let meets = |batch: f64| {
            let finished = at_most(self.finished(batch), self.most_requests);
            targets.are_met_by(&self.settled(batch, finished, None))
        };
        if !meets(1.0) {
            return None;
        }
        let (mut good, mut bad) = (1.0, self.places + 1.0);
        while bad - good > 1.0 {
            let middle = libm::floor((good + bad) / 2.0);
            if meets(middle) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        Some(good)
    }

    /// Copies that serve the busiest of these hours within the targets; rates are requests a second
    /// over all copies.
    ///
    /// # Errors
    /// [`Impossible`] where a rate is no number, or no number of copies meets the targets.
    pub fn replicas(&self, rates: &[f64], targets: &Targets) -> Result<Replicas, Impossible> {
        let mut peak = 0.0;
        for rate in rates {
            if !(rate.is_finite() && *rate >= 0.0) {
                return Err(Impossible::NotPositive {
                    field: "rate",
                    value: *rate,
                });
            }
            peak = at_least(peak, *rate);
        }
        positive("rate", peak)?;
        let meets = |copies: u32| {
            self.at_rate(peak / f64::from(copies))
                .filter(|state| targets.are_met_by(state))
        };
        let mut bad = 0;
        let mut good = 1;
        while meets(good).is_none() {
            bad = good;
            good *= 2;
            if good > MOST_REPLICAS {
                return Err(Impossible::Targets);
            }
        }
        while good - bad > 1 {
            let middle = bad + (good - bad) / 2;
            if meets(middle).is_some() {
                good = middle;
            } else {
                bad = middle;
            }
        }
        Ok(Replicas {
            needed: good,
            with_spare: good + 1,
            utilisation: peak / f64::from(good) / self.most_requests,
        })
    }

    /// What one copy settles at when so many requests a second arrive; none where they are too many.
    fn at_rate(&self, arrivals: f64) -> Option<ServerState> {
        if arrivals >= self.most_requests {
            return None;
        }
        let queue = Queue {
            arrival_rate: arrivals,
            service_rate: self.most_requests / self.places,
            servers: self.places as u64,
        };
        let Ok(Steady::Settles(waiting)) = queue.state() else {
            return None;
        };
        // Where arrivals and departures are equal: the time of a stay rises with the batch.
        let (mut low, mut high) = (0.0, self.places);
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if arrivals * self.stay(at_least(middle, 1.0)) > middle {
                low = middle;
            } else {
                high = middle;
            }
        }
        // Arrivals at random vary by 1, lengths as they are said to (Allen and Cunneen).
        let variation = self.serving.length_variation;
        let scale = 0.5 * (1.0 + variation * variation);
        let waits = Waits {
            chance: waiting.wait_chance,
            p50: scale * waiting.wait_quantile(0.5),
            p95: scale * waiting.wait_quantile(0.95),
            p99: scale * waiting.wait_quantile(0.99),
        };
        Some(self.settled(high, arrivals, Some(waits)))
    }

    /// Seconds of a step for so many requests, other prompts left aside.
    fn step(&self, batch: f64) -> f64 {
        let Some(drafts) = self.serving.speculation else {
            return self.pace.step(batch);
        };
        let (machine, context) = (&self.pace.machine, self.pace.context());
        let tokens = drafts.draft_tokens + 1.0;
        let own = machine.step_seconds(batch, context);
        let checked = machine.verify_seconds(batch, tokens, context);
        let written = drafts.tokens_a_step();
        self.pace.learnt_step(
            (drafts.draft_tokens * drafts.draft_cost * own + checked) / written,
            machine.least_step_seconds(batch, context) / written,
        )
    }

    /// Seconds that a request stays.
    fn stay(&self, batch: f64) -> f64 {
        let inter_token = self.step(batch) + self.pace.interruptions(batch);
        self.pace.stay(self.pace.first_token(batch).0, inter_token)
    }

    /// Requests that one copy finishes a second with so many at once.
    fn finished(&self, batch: f64) -> f64 {
        self.pace.finished(batch, self.stay(batch))
    }

    fn settled(&self, batch: f64, finished: f64, waits: Option<Waits>) -> ServerState {
        let at_once = at_least(batch, 1.0);
        let waits = waits.unwrap_or(Waits::NONE);
        let (step, interruptions) = (self.step(at_once), self.pace.interruptions(at_once));
        let (first, others) = self.pace.first_token(at_once);
        let mean_inter_token = step + interruptions;
        // Steps with a piece of a prompt in them are longer by the piece.
        let piece = self.pace.piece();
        let interrupted = at_most(interruptions / piece, 1.0);
        let longer = step + at_least(piece, interruptions);
        let inter_token = |share: f64| {
            1e3 * if interrupted > 1.0 - share {
                longer
            } else {
                step
            }
        };
        // An exponential wait for others keeps the mean that was calibrated.
        let first_token =
            |share: f64, wait: f64| wait + first - others - others * libm::log(1.0 - share);
        let variation = self.serving.length_variation;
        let sigma = libm::sqrt(libm::log(1.0 + variation * variation));
        let length =
            |normal: f64| self.output_tokens * libm::exp(sigma * normal - sigma * sigma / 2.0);
        let percentiles = [
            (0.5, waits.p50, 0.0),
            (0.95, waits.p95, 1.644_853_626_951_472_2),
            (0.99, waits.p99, 2.326_347_874_040_841),
        ];
        let [p50, p95, p99] = percentiles.map(|(share, wait, normal)| {
            let first = first_token(share, wait);
            (
                1e3 * first,
                inter_token(share),
                1e3 * (first + length(normal) * mean_inter_token),
            )
        });
        ServerState {
            concurrency: batch * self.copies,
            requests_per_second: finished * self.copies,
            tokens_per_second: finished * self.output_tokens * self.copies,
            tokens_per_second_per_user: 1.0 / mean_inter_token,
            utilisation: finished / self.most_requests,
            wait_chance: waits.chance,
            time_to_first_token_ms: Percentiles {
                p50: p50.0,
                p95: p95.0,
                p99: p99.0,
            },
            inter_token_ms: Percentiles {
                p50: p50.1,
                p95: p95.1,
                p99: p99.1,
            },
            end_to_end_ms: Percentiles {
                p50: p50.2,
                p95: p95.2,
                p99: p99.2,
            },
            memory: self.memory(batch),
        }
    }

    fn memory(&self, batch: f64) -> MemoryUse {
        let machine = &self.pace.machine;
        let (total, weights) = (machine.total_memory_bytes, machine.weight_bytes);
        let usable = machine.memory_bytes;
        let tokens = self.input_tokens + self.output_tokens / 2.0;
        let cache = at_most(
            batch * machine.cache_bytes(tokens),
            at_least(usable - weights, 0.0),
        );
        let overhead = at_most(total - usable, total - weights);
        MemoryUse {
            total_gb: total / 1e9,
            weights_gb: weights / 1e9,
            cache_gb: cache / 1e9,
            overhead_gb: overhead / 1e9,
            free_gb: at_least(total - weights - cache - overhead, 0.0) / 1e9,
        }
    }
}

/// Seconds that requests wait for a place.
#[derive(Debug, Clone, Copy)]
struct Waits {
    chance: f64,
    p50: f64,
    p95: f64,
    p99: f64,
}

impl Waits {
    const NONE: Waits = Waits {
        chance: 0.0,
        p50: 0.0,
        p95: 0.0,
        p99: 0.0,
    };
}

/// Gigabytes in which memory is sold, in 10⁹ bytes.
pub fn sold_gigabytes(gigabytes: f64) -> f64 {
    gigabytes * BYTES_OF_A_SOLD_GB / 1e9
}

fn positive(field: &'static str, value: f64) -> Result<(), Impossible> {
    match value.is_finite() && value > 0.0 {
        true => Ok(()),
        false => Err(Impossible::NotPositive { field, value }),
    }
}

fn check(serving: &Serving) -> Result<(), Impossible> {
    let share = |field, value: f64| match (0.0..1.0).contains(&value) {
        true => Ok(()),
        false => Err(Impossible::NotAShare { field, value }),
    };
    share("prefix_share", serving.prefix_share)?;
    let variation = serving.length_variation;
    if !(variation.is_finite() && variation >= 0.0) {
        return Err(Impossible::NotPositive {
            field: "length_variation",
            value: variation,
        });
    }
    if let Some(drafts) = serving.speculation {
        share("acceptance", drafts.acceptance)?;
        share("draft_cost", drafts.draft_cost)?;
        positive("draft_tokens", drafts.draft_tokens)?;
    }
    Ok(())
}

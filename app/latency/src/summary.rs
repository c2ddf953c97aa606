//! What the times of a run come to, under definitions that are stated.
//!
//! Tools differ in what they call by the same name; `docs/methods/latency.md` says how.

use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::run::{Answer, Load, Run};

/// What the times of a run come to, for each length of prompts and each load.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// In the order of the plan.
    pub levels: Vec<Level>,
}

/// What requests of one length under one load come to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// Tokens of prompts that the plan asked for.
    pub planned_prompt_tokens: u32,
    /// Tokens that prompts had on average.
    pub prompt_tokens: f64,
    /// Tokens that answers had on average, those that failed left out.
    pub output_tokens: f64,
    /// What was asked under.
    pub load: Load,
    /// Requests that were answered to their end.
    pub answered: u32,
    /// Requests that failed, with a few tokens or none.
    pub failed: u32,
    /// Requests that ended with the run, before they were answered.
    pub stopped: u32,
    /// Milliseconds to the first token.
    pub first_token_ms: Option<Spread>,
    /// Milliseconds between tokens, over all gaps of all answers.
    pub inter_token_ms: Option<Spread>,
    /// Milliseconds between tokens, the mean of each answer, spread over answers.
    pub mean_gap_ms: Option<Spread>,
    /// Milliseconds to the last token, of answers that came to their end.
    pub end_to_end_ms: Option<Spread>,
    /// Prompt tokens a second.
    pub prompt_tokens_per_second: Option<Spread>,
    /// Output tokens a second that one user sees once the first has come: one over the mean gap.
    pub user_tokens_per_second: Option<Spread>,
    /// Output tokens of all users over the time from the first question to the last token.
    pub total_tokens_per_second: Option<f64>,
    /// Requests answered to their end over the same time.
    pub requests_per_second: Option<f64>,
}

/// How figures lie.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// How many there are.
    pub count: u32,
    /// Their mean.
    pub mean: f64,
    /// One in ten lies below.
    pub p10: f64,
    /// Half lie below.
    pub p50: f64,
    /// Nine in ten lie below.
    pub p90: f64,
    /// Nineteen in twenty lie below.
    pub p95: f64,
    /// Ninety-nine in a hundred lie below.
    pub p99: f64,
}

impl Spread {
    /// How figures lie, between neighbours by the straight line (Hyndman and Fan's seventh
    /// definition, which NumPy takes too); none where there are none.
    pub fn of(figures: impl IntoIterator<Item = f64>) -> Option<Spread> {
        let mut sorted: Vec<f64> = figures.into_iter().filter(|one| one.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let count = sorted.len();
        let last = *sorted.last()?;
        let at = |share: f64| {
            let place = share * (count - 1) as f64;
            let below = sorted[place as usize];
            let above = sorted.get(place as usize + 1).copied().unwrap_or(last);
            below + (above - below) * place.fract()
        };
        Some(Spread {
            count: u32::try_from(count).unwrap_or(u32::MAX),
            mean: sorted.iter().sum::<f64>() / count as f64,
            p10: at(0.1),
            p50: at(0.5),
            p90: at(0.9),
            p95: at(0.95),
            p99: at(0.99),
        })
    }
}

impl Summary {
    /// What a run comes to.
    pub fn of(run: &Run) -> Summary {
        let mut kinds: Vec<(u32, Load)> = Vec::new();
        for answer in &run.answers {
            let kind = (answer.planned_prompt_tokens, answer.load);
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        let levels = kinds.into_iter().map(|kind| {
            let of_kind = |answer: &&Answer| (answer.planned_prompt_tokens, answer.load) == kind;
            let answers: Vec<&Answer> = run.answers.iter().filter(of_kind).collect();
            Level::of(kind, &answers, run.place.is_endpoint())
        });
        Summary {
            levels: levels.collect(),
        }
    }
}

impl Summary {
    /// What one user alone saw, where that was tried and answered.
    pub fn alone(&self) -> Option<&Level> {
        self.levels
            .iter()
            .find(|level| level.load == Load::Users(1) && level.answered > 0)
    }

    /// Bytes read for tokens of one user alone over the bandwidth measured before and after, on
    /// average, for a run of which this is the summary.
    pub fn bandwidth_share(&self, run: &Run) -> Option<f64> {
        let seen = run.busyness?;
        let before = seen.bandwidth_before_gb_s?;
        let bandwidth = (before + seen.bandwidth_after_gb_s.unwrap_or(before)) / 2.0;
        let bytes = run.bytes_a_token? as f64;
        Some(bytes * self.alone()?.user_tokens_per_second?.p50 / (1e9 * bandwidth))
    }
}

impl Level {
    fn of((planned, load): (u32, Load), answers: &[&Answer], is_endpoint: bool) -> Level {
        let whole = || answers.iter().filter(|answer| answer.is_whole());
        let answered = whole().count();
        let is_stopped = |answer: &&&Answer| answer.failure == Some(Failure::Stopped);
        let stopped = answers.iter().filter(is_stopped).count();
        let mean = |figures: Vec<f64>| Spread::of(figures).map_or(0.0, |spread| spread.mean);
        let waits_for_others = !is_endpoint && load != Load::Users(1);
        let gaps: Vec<Vec<f64>> = answers
            .iter()
            .map(|answer| gaps(answer, waits_for_others))
            .collect();
        let mean_gaps: Vec<f64> = gaps
            .iter()
            .filter(|gaps| !gaps.is_empty())
            .map(|gaps| gaps.iter().sum::<f64>() / gaps.len() as f64)
            .collect();
        let first = || answers.iter().filter_map(|a| a.first_token_seconds());
        let seconds = busy_seconds(answers, is_endpoint);
        let over_time = |count: f64| (seconds > 0.0).then(|| count / seconds);
        let tokens: usize = answers
            .iter()
            .map(|answer| answer.token_seconds.len())
            .sum();
        Level {
            planned_prompt_tokens: planned,
            prompt_tokens: mean(answers.iter().map(|a| f64::from(a.prompt_tokens)).collect()),
            output_tokens: mean(whole().map(|a| a.token_seconds.len() as f64).collect()),
            load,
            answered: u32::try_from(answered).unwrap_or(u32::MAX),
            failed: u32::try_from(answers.len() - answered - stopped).unwrap_or(u32::MAX),
            stopped: u32::try_from(stopped).unwrap_or(u32::MAX),
            first_token_ms: Spread::of(first().map(|seconds| 1e3 * seconds)),
            inter_token_ms: Spread::of(gaps.iter().flatten().map(|seconds| 1e3 * seconds)),
            mean_gap_ms: Spread::of(mean_gaps.iter().map(|seconds| 1e3 * seconds)),
            end_to_end_ms: Spread::of(
                whole().filter_map(|answer| answer.token_seconds.last().map(|last| 1e3 * last)),
            ),
            prompt_tokens_per_second: Spread::of(answers.iter().filter_map(|answer| {
                // Behind an endpoint nobody but the server knows what reading took; the time to
                // the first token holds it, the way there and waiting.
                let seconds = answer
                    .prompt_seconds
                    .or_else(|| answer.first_token_seconds())?;
                (seconds > 0.0).then(|| f64::from(answer.prompt_tokens) / seconds)
            })),
            user_tokens_per_second: Spread::of(
                mean_gaps
                    .iter()
                    .filter(|gap| **gap > 0.0)
                    .map(|gap| 1.0 / gap),
            ),
            total_tokens_per_second: over_time(tokens as f64),
            requests_per_second: over_time(answered as f64),
        }
    }
}

/// Seconds between the tokens of an answer.
///
/// Several at once that are timed here get their first token while prompts of others are still
/// read; that gap says nothing about writing and is left out.
fn gaps(answer: &Answer, waits_for_others: bool) -> Vec<f64> {
    let pairs = answer.token_seconds.windows(2);
    pairs
        .skip(usize::from(waits_for_others))
        .map(|pair| pair[1] - pair[0])
        .collect()
}

/// Seconds in which requests of a level were being answered.
///
/// Here one repetition follows the other with a pause between them, in which nobody asks; behind
/// an endpoint it is the time from the first question to the last token.
fn busy_seconds(answers: &[&Answer], is_endpoint: bool) -> f64 {
    let spans = answers.iter().map(|answer| {
        let last = answer.token_seconds.last().copied().unwrap_or(0.0);
        (answer.asked_at_seconds, answer.asked_at_seconds + last)
    });
    if is_endpoint {
        let ends = spans.fold((f64::INFINITY, f64::NEG_INFINITY), |ends, span| {
            (ends.0.min(span.0), ends.1.max(span.1))
        });
        return ends.1 - ends.0;
    }
    let mut spans: Vec<(f64, f64)> = spans.collect();
    spans.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut covered = (0.0, f64::NEG_INFINITY);
    for (from, to) in spans {
        let from = from.max(covered.1);
        if to > from {
            covered = (covered.0 + to - from, to);
        }
    }
    covered.0
}

/// What a figure of a summary means; each has a sentence that is printed beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Definition {
    /// Time to the first token.
    FirstToken,
    /// Time between tokens.
    InterToken,
    /// The mean time between the tokens of an answer.
    MeanGap,
    /// Time to the last token.
    EndToEnd,
    /// Prompt tokens a second.
    PromptTokensPerSecond,
    /// Output tokens a second for one user.
    UserTokensPerSecond,
    /// Output tokens a second of all users.
    TotalTokensPerSecond,
    /// Percentiles.
    Percentile,
    /// Memory.
    Memory,
    /// Energy.
    Energy,
}

impl Definition {
    /// Every definition, in the order of the figures.
    pub const ALL: [Definition; 10] = [
        Definition::FirstToken,
        Definition::InterToken,
        Definition::MeanGap,
        Definition::EndToEnd,
        Definition::PromptTokensPerSecond,
        Definition::UserTokensPerSecond,
        Definition::TotalTokensPerSecond,
        Definition::Percentile,
        Definition::Memory,
        Definition::Energy,
    ];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Definition::FirstToken => "first-token",
            Definition::InterToken => "inter-token",
            Definition::MeanGap => "mean-gap",
            Definition::EndToEnd => "end-to-end",
            Definition::PromptTokensPerSecond => "prompt-tokens",
            Definition::UserTokensPerSecond => "user-tokens",
            Definition::TotalTokensPerSecond => "total-tokens",
            Definition::Percentile => "percentile",
            Definition::Memory => "memory",
            Definition::Energy => "energy",
        }
    }

    /// The key of the sentence that says what it means there: times taken at the client of a
    /// server are other ones than those taken beside a model.
    pub fn sentence_key(self, is_endpoint: bool) -> String {
        let differs = matches!(
            self,
            Definition::FirstToken
                | Definition::InterToken
                | Definition::PromptTokensPerSecond
                | Definition::TotalTokensPerSecond
        );
        match differs {
            true if is_endpoint => format!("latency-definition-{}-endpoint", self.key()),
            true => format!("latency-definition-{}-here", self.key()),
            false => format!("latency-definition-{}", self.key()),
        }
    }

    /// Those that a run has figures for.
    pub fn of_run(run: &Run) -> Vec<Definition> {
        let has = |definition: &Definition| match definition {
            Definition::Memory => run.memory_bytes.is_some(),
            Definition::Energy => run.energy_joules.is_some(),
            _ => true,
        };
        Definition::ALL.into_iter().filter(has).collect()
    }
}

//! Users who ask again as soon as answered (a closed loop), and requests that arrive at random
//! whether or not earlier ones are answered (an open loop).
//!
//! Every request has a thread of its own that listens and notes times; the thread that started all
//! collects them, tells whoever watches, and cuts off what takes too long.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::Endpoint;
use super::agent::Session;
use super::answer::answer;
use super::ask::{Heard, ask};
use super::body::{Dialect, body};
use super::cost::Purse;
use super::prompt::{Rate, TRIAL_OUTPUT, TRIAL_WORDS, words};
use super::trouble::Trouble;
use crate::failure::Failure;
use crate::plan::{Arrivals, BadPlan, Plan};
use crate::progress::Progress;
use crate::run::{Answer, Load, Place, Run, Stopped};

/// How often what takes too long is looked for.
const TICK: Duration = Duration::from_millis(10);
/// Requests that may be open at once where they arrive at random.
const MOST_OPEN: usize = 256;
/// The longest that a user waits when a server asks for fewer requests.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// Dialects that are tried before a refusal counts.
const MOST_DIALECTS: u32 = 3;

/// Times a model behind an endpoint as planned; what it has when it is stopped or fails is kept.
///
/// # Errors
/// [`BadPlan`] where the plan asks for nothing that can be timed.
pub fn time(
    endpoint: &Endpoint,
    plan: &Plan,
    cancel: &AtomicBool,
    progress: &mut dyn FnMut(Progress),
) -> Result<Run, BadPlan> {
    plan.check()?;
    let desk = Desk::new(endpoint, plan);
    let mut collector = Collector {
        desk: &desk,
        cancel,
        progress,
        answers: Vec::new(),
    };
    collector.count_words();
    for &prompt_tokens in &plan.prompt_tokens {
        match plan.arrivals {
            Some(arrivals) => collector.at_random(prompt_tokens, arrivals),
            None => {
                for &users in &plan.concurrency {
                    collector.in_turn(prompt_tokens, users);
                }
            }
        }
    }
    let mut answers = collector.answers;
    answers.sort_by(|one, other| one.asked_at_seconds.total_cmp(&other.asked_at_seconds));
    let stopped = desk.why_stopped();
    Ok(Run {
        plan: plan.clone(),
        place: Place::Endpoint {
            url: endpoint.address.to_string(),
            model: endpoint.model.clone(),
        },
        model: endpoint.model.clone(),
        is_synthetic: false,
        bytes_a_token: None,
        load_seconds: 0.0,
        answers,
        memory_bytes: None,
        energy_joules: None,
        busyness: None,
        spent_usd: desk.purse.spent_usd(),
        stopped,
    })
}

/// What all requests of a run share.
struct Desk<'a> {
    endpoint: &'a Endpoint,
    plan: &'a Plan,
    began: Instant,
    dialect: Mutex<Dialect>,
    /// How many tokens words become there.
    rate: Mutex<Rate>,
    /// Differs from run to run, so that no server has seen the words before.
    salt: u64,
    prompts: AtomicU64,
    purse: Purse,
    /// Failures since something last went well.
    strikes: AtomicU32,
    has_answered: AtomicBool,
    halt: AtomicBool,
    stopped: Mutex<Option<Stopped>>,
}

/// What a request is part of.
#[derive(Debug, Clone, Copy)]
struct Turn {
    prompt_tokens: u32,
    load: Load,
    user: u32,
    repeat: u32,
    counts: bool,
}

impl<'a> Desk<'a> {
    fn new(endpoint: &'a Endpoint, plan: &'a Plan) -> Desk<'a> {
        Desk {
            endpoint,
            plan,
            began: Instant::now(),
            dialect: Mutex::new(Dialect::USUAL),
            rate: Mutex::new(Rate::UNKNOWN),
            salt: fastrand::u64(..),
            prompts: AtomicU64::new(0),
            purse: Purse::of(endpoint.budget),
            strikes: AtomicU32::new(0),
            has_answered: AtomicBool::new(false),
            halt: AtomicBool::new(false),
            stopped: Mutex::new(None),
        }
    }

    fn session(&self) -> Session {
        Session::new(&self.endpoint.address, self.endpoint.limits)
    }

    /// The first reason stands.
    fn stop(&self, why: Stopped) {
        let mut stopped = self.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        stopped.get_or_insert(why);
        self.halt.store(true, Ordering::Relaxed);
    }

    fn is_stopped(&self) -> bool {
        self.halt.load(Ordering::Relaxed)
    }

    fn why_stopped(&self) -> Option<Stopped> {
        let stopped = self.stopped.lock();
        stopped.unwrap_or_else(PoisonError::into_inner).take()
    }

    /// One request of a plan, from `asked` on; false where there is no money left for it.
    fn serve(&self, session: &Session, turn: Turn, asked: Instant, to: &Sender<Progress>) -> bool {
        let Some(aside) = self.purse.take(turn.prompt_tokens, self.plan.output_tokens) else {
            self.stop(Stopped::CostCeiling);
            return false;
        };
        // Nobody listens any more only where the run is over.
        let _ = to.send(Progress::Began {
            prompt_tokens: turn.prompt_tokens,
            load: turn.load,
            repeat: turn.repeat,
            counts: turn.counts,
        });
        let prompt = self.endpoint.prompt.clone().unwrap_or_else(|| {
            let rate = *self.rate.lock().unwrap_or_else(PoisonError::into_inner);
            self.new_words(rate.words(turn.prompt_tokens))
        });
        let output_tokens = self.plan.output_tokens;
        let heard = self.ask_in_dialects(session, turn, (&prompt, output_tokens), asked, to);
        self.pay(aside, turn.prompt_tokens, &heard);
        self.judge(heard.trouble.as_ref());
        let answer = answer(heard, turn.prompt_tokens, turn.load, self.began, asked);
        let waits = match &answer.failure {
            Some(Failure::Endpoint(Trouble::RateLimited {
                retry_after_seconds,
            })) => Some(*retry_after_seconds),
            _ => None,
        };
        if turn.counts {
            let _ = to.send(Progress::Answered(answer));
        }
        if let Some(seconds) = waits {
            self.pause(seconds);
        }
        true
    }

    /// Pays for what was heard: by the server's count, or else by ours.
    fn pay(&self, aside: f64, prompt_tokens: u32, heard: &Heard) {
        let sent = match heard.trouble {
            Some(
                Trouble::Unreachable { .. }
                | Trouble::Insecure { .. }
                | Trouble::Certificate { .. },
            ) => 0,
            Some(Trouble::Status { .. } | Trouble::RateLimited { .. }) => 0,
            _ => prompt_tokens,
        };
        let pieces = u32::try_from(heard.pieces.len()).unwrap_or(u32::MAX);
        let (input, output) = heard.usage.unwrap_or((sent, pieces));
        self.purse.pay(aside, input, output);
    }

    /// Words that this server has not seen before.
    fn new_words(&self, count: usize) -> String {
        let place = self.prompts.fetch_add(1, Ordering::Relaxed);
        words(count, self.salt.wrapping_add(place))
    }

    /// Finds out how many tokens words become, by two short questions; where the server does not
    /// count, a word is taken for a token.
    fn count_words(&self, session: &Session, to: &Sender<Progress>) {
        let mut counted = [0; 2];
        for (words, counted) in TRIAL_WORDS.into_iter().zip(&mut counted) {
            let tokens = u32::try_from(words).unwrap_or(u32::MAX);
            let Some(aside) = self.purse.take(tokens, TRIAL_OUTPUT) else {
                return self.stop(Stopped::CostCeiling);
            };
            let turn = Turn {
                prompt_tokens: tokens,
                load: Load::Users(1),
                user: 0,
                repeat: 0,
                counts: false,
            };
            let prompt = self.new_words(words);
            let asked = (prompt.as_str(), TRIAL_OUTPUT);
            let heard = self.ask_in_dialects(session, turn, asked, Instant::now(), to);
            self.pay(aside, tokens, &heard);
            self.judge(heard.trouble.as_ref());
            match heard.usage {
                Some((tokens, _)) if !self.is_stopped() => *counted = tokens,
                _ => return,
            }
        }
        *self.rate.lock().unwrap_or_else(PoisonError::into_inner) = Rate::of(counted);
    }

    fn ask_in_dialects(
        &self,
        session: &Session,
        turn: Turn,
        (prompt, output_tokens): (&str, u32),
        asked: Instant,
        to: &Sender<Progress>,
    ) -> Heard {
        let mut tried = 0;
        loop {
            let dialect = *self.dialect.lock().unwrap_or_else(PoisonError::into_inner);
            let body = body(self.endpoint, dialect, prompt, output_tokens);
            // What was refused took time that the next try must not be charged with.
            let asked = if tried == 0 { asked } else { Instant::now() };
            let mut heard_piece = |at: Instant, text: &str| {
                let _ = to.send(Progress::Token {
                    user: turn.user,
                    token: None,
                    text: Some(text.to_owned()),
                    seconds: at.duration_since(asked).as_secs_f64(),
                    counts: turn.counts,
                });
            };
            let heard = ask(self.endpoint, session, &body, asked, &mut heard_piece);
            let next = match &heard.trouble {
                Some(Trouble::Status {
                    status: 400 | 422,
                    said,
                }) => dialect.after(said),
                _ => None,
            };
            match next {
                Some(next) if tried < MOST_DIALECTS => {
                    tried += 1;
                    *self.dialect.lock().unwrap_or_else(PoisonError::into_inner) = next;
                }
                _ => return heard,
            }
        }
    }

    /// Whether it is worth going on after this.
    fn judge(&self, trouble: Option<&Trouble>) {
        let Some(trouble) = trouble else {
            self.strikes.store(0, Ordering::Relaxed);
            self.has_answered.store(true, Ordering::Relaxed);
            return;
        };
        let strikes = self.strikes.fetch_add(1, Ordering::Relaxed) + 1;
        let is_hopeless = !self.has_answered.load(Ordering::Relaxed)
            && matches!(
                trouble,
                Trouble::Unreachable { .. }
                    | Trouble::Insecure { .. }
                    | Trouble::Certificate { .. }
                    | Trouble::Redirected { .. }
                    | Trouble::NotAStream { .. }
                    | Trouble::Packed { .. }
                    | Trouble::Status {
                        status: 400..=499,
                        ..
                    }
            );
        let most = 4 + 2 * self.plan.most_at_once().min(MOST_OPEN as u32);
        if is_hopeless || strikes >= most {
            self.stop(Stopped::Failed(Failure::Endpoint(trouble.clone())));
        }
    }

    /// Waits as long as a server asks; a second where it does not say.
    fn pause(&self, seconds: Option<f64>) {
        let wanted = Duration::try_from_secs_f64(seconds.unwrap_or(1.0)).unwrap_or(LONGEST_PAUSE);
        self.wait_until(Instant::now() + wanted.min(LONGEST_PAUSE));
    }

    fn wait_until(&self, until: Instant) {
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || self.is_stopped() {
                return;
            }
            thread::sleep(left.min(TICK));
        }
    }
}

/// Collects what happens.
struct Collector<'a, 'b> {
    desk: &'a Desk<'b>,
    cancel: &'a AtomicBool,
    progress: &'a mut dyn FnMut(Progress),
    answers: Vec<Answer>,
}

impl Collector<'_, '_> {
    fn count_words(&mut self) {
        if self.desk.endpoint.prompt.is_some() {
            return;
        }
        let desk = self.desk;
        let sessions = [desk.session()];
        thread::scope(|scope| {
            let (to, from) = mpsc::channel();
            let session = &sessions[0];
            scope.spawn(move || desk.count_words(session, &to));
            self.collect(&from, || sessions.to_vec());
        });
    }

    /// Users who ask again as soon as answered: all warm up first, then all begin together.
    fn in_turn(&mut self, prompt_tokens: u32, users: u32) {
        let plan = self.desk.plan;
        let sessions: Vec<Session> = (0..users).map(|_| self.desk.session()).collect();
        for (requests, counts) in [(plan.warm_up, false), (plan.repeats, true)] {
            if self.desk.is_stopped() {
                return;
            }
            let turn = Turn {
                prompt_tokens,
                load: Load::Users(users),
                user: 0,
                repeat: 0,
                counts,
            };
            self.round(&sessions, requests, turn);
        }
    }

    fn round(&mut self, sessions: &[Session], requests: u32, turn: Turn) {
        let desk = self.desk;
        thread::scope(|scope| {
            let (to, from) = mpsc::channel();
            for (user, session) in sessions.iter().enumerate() {
                let to = to.clone();
                scope.spawn(move || {
                    for repeat in 0..requests {
                        let user = u32::try_from(user).unwrap_or(u32::MAX);
                        let turn = Turn {
                            user,
                            repeat,
                            ..turn
                        };
                        if desk.is_stopped() || !desk.serve(session, turn, Instant::now(), &to) {
                            return;
                        }
                    }
                });
            }
            drop(to);
            self.collect(&from, || sessions.to_vec());
        });
    }

    /// Requests that arrive at random. Each is timed from when it was to be sent, so that a client
    /// that falls behind does not make the server look faster.
    fn at_random(&mut self, prompt_tokens: u32, arrivals: Arrivals) {
        let desk = self.desk;
        if desk.is_stopped() {
            return;
        }
        let load = Load::Rate(arrivals.per_second);
        let turn = Turn {
            prompt_tokens,
            load,
            user: 0,
            repeat: 0,
            counts: false,
        };
        self.round(&[desk.session()], desk.plan.warm_up, turn);
        let times = arrival_seconds(arrivals);
        let sessions: Mutex<Vec<Session>> = Mutex::new(Vec::new());
        let free: Mutex<Vec<Session>> = Mutex::new(Vec::new());
        let open = AtomicUsize::new(0);
        let started = Instant::now();
        let (sessions, free, open) = (&sessions, &free, &open);
        thread::scope(|scope| {
            let (to, from) = mpsc::channel();
            scope.spawn(move || {
                for (place, seconds) in times.into_iter().enumerate() {
                    let due = started + Duration::from_secs_f64(seconds);
                    desk.wait_until(due);
                    if desk.is_stopped() {
                        return;
                    }
                    let user = u32::try_from(place).unwrap_or(u32::MAX);
                    let turn = Turn {
                        user,
                        repeat: user,
                        counts: true,
                        ..turn
                    };
                    if open.load(Ordering::Relaxed) >= MOST_OPEN {
                        let heard = Heard {
                            trouble: Some(Trouble::NotSent {
                                open: MOST_OPEN as u32,
                            }),
                            ..Heard::default()
                        };
                        let missed = answer(heard, prompt_tokens, load, desk.began, due);
                        let _ = to.send(Progress::Answered(missed));
                        continue;
                    }
                    open.fetch_add(1, Ordering::Relaxed);
                    let waiting = free.lock().unwrap_or_else(PoisonError::into_inner).pop();
                    let session = waiting.unwrap_or_else(|| {
                        let session = desk.session();
                        let mut all = sessions.lock().unwrap_or_else(PoisonError::into_inner);
                        all.push(session.clone());
                        session
                    });
                    let to = to.clone();
                    scope.spawn(move || {
                        desk.serve(&session, turn, due, &to);
                        free.lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .push(session);
                        open.fetch_sub(1, Ordering::Relaxed);
                    });
                }
            });
            self.collect(&from, || {
                sessions
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .clone()
            });
        });
    }

    /// Listens until all are done; cuts off what takes too long meanwhile.
    fn collect(&mut self, from: &Receiver<Progress>, sessions: impl Fn() -> Vec<Session>) {
        let mut looked = Instant::now();
        loop {
            match from.recv_timeout(TICK) {
                Ok(event) => {
                    if let Progress::Answered(answer) = &event {
                        self.answers.push(answer.clone());
                    }
                    (self.progress)(event);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            let now = Instant::now();
            if now.duration_since(looked) < TICK {
                continue;
            }
            looked = now;
            if self.cancel.load(Ordering::Relaxed) {
                self.desk.stop(Stopped::Cancelled);
            } else if now.duration_since(self.desk.began) >= self.desk.plan.time_limit {
                self.desk.stop(Stopped::TimeLimit);
            }
            let is_stopped = self.desk.is_stopped();
            for session in sessions() {
                match is_stopped {
                    true => session.stop(),
                    false => session.watch(now),
                }
            }
        }
    }
}

/// When requests arrive, in seconds: gaps drawn from the exponential distribution.
fn arrival_seconds(arrivals: Arrivals) -> Vec<f64> {
    let mut draws = fastrand::Rng::with_seed(arrivals.seed);
    let mut now = 0.0;
    (0..arrivals.requests)
        .map(|_| {
            now -= (1.0 - draws.f64()).ln() / arrivals.per_second;
            now
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_arrive_as_a_poisson_process() {
        let arrivals = Arrivals {
            per_second: 4.0,
            requests: 20_000,
            seed: 7,
        };
        let times = arrival_seconds(arrivals);
        assert_eq!(times, arrival_seconds(arrivals));
        let gaps: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let mean = gaps.iter().sum::<f64>() / gaps.len() as f64;
        let variance = gaps.iter().map(|gap| (gap - mean).powi(2)).sum::<f64>() / gaps.len() as f64;
        // The standard deviation of an exponential gap is its mean.
        assert!((mean - 0.25).abs() < 0.006, "{mean}");
        assert!((variance.sqrt() / mean - 1.0).abs() < 0.03);
        assert!(gaps.iter().all(|gap| *gap >= 0.0));
    }
}

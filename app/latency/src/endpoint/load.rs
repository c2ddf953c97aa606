//! Users who ask again as soon as answered (a closed loop), and requests that arrive at random
//! whether or not earlier ones are answered (an open loop).
//!
//! Every request has a thread of its own that listens and notes times; the thread that started all
//! collects them, tells whoever watches, and cuts off what takes too long.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::Endpoint;
use super::agent::Session;
use super::answer::answer;
use super::ask::Heard;
use super::desk::{Desk, MOST_OPEN, TICK, Turn};
use super::trouble::Trouble;
use crate::plan::{Arrivals, BadPlan, Plan};
use crate::progress::Progress;
use crate::run::{Answer, Load, Place, Run, Stopped};

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

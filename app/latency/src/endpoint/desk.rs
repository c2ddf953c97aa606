//! What all requests of a run share, and one request of it: asked, paid for and judged.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::mpsc::Sender;
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
use crate::plan::Plan;
use crate::progress::Progress;
use crate::run::{Load, Stopped};

/// How often what takes too long is looked for.
pub(super) const TICK: Duration = Duration::from_millis(10);
/// Requests that may be open at once where they arrive at random.
pub(super) const MOST_OPEN: usize = 256;
/// The longest that a user waits when a server asks for fewer requests.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// Dialects that are tried before a refusal counts.
const MOST_DIALECTS: u32 = 3;

/// What all requests of a run share.
pub(super) struct Desk<'a> {
    pub(super) endpoint: &'a Endpoint,
    pub(super) plan: &'a Plan,
    pub(super) began: Instant,
    dialect: Mutex<Dialect>,
    /// How many tokens words become there.
    rate: Mutex<Rate>,
    /// Differs from run to run, so that no server has seen the words before.
    salt: u64,
    prompts: AtomicU64,
    pub(super) purse: Purse,
    /// Failures since something last went well.
    strikes: AtomicU32,
    has_answered: AtomicBool,
    halt: AtomicBool,
    stopped: Mutex<Option<Stopped>>,
}

/// What a request is part of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    pub(super) prompt_tokens: u32,
    pub(super) load: Load,
    pub(super) user: u32,
    pub(super) repeat: u32,
    pub(super) counts: bool,
}

impl<'a> Desk<'a> {
    pub(super) fn new(endpoint: &'a Endpoint, plan: &'a Plan) -> Desk<'a> {
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

    pub(super) fn session(&self) -> Session {
        Session::new(&self.endpoint.address, self.endpoint.limits)
    }

    /// The first reason stands.
    pub(super) fn stop(&self, why: Stopped) {
        let mut stopped = self.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        stopped.get_or_insert(why);
        self.halt.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.halt.load(Ordering::Relaxed)
    }

    pub(super) fn why_stopped(&self) -> Option<Stopped> {
        let stopped = self.stopped.lock();
        stopped.unwrap_or_else(PoisonError::into_inner).take()
    }

    /// One request of a plan, from `asked` on; false where there is no money left for it.
    pub(super) fn serve(
        &self,
        session: &Session,
        turn: Turn,
        asked: Instant,
        to: &Sender<Progress>,
    ) -> bool {
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
    pub(super) fn count_words(&self, session: &Session, to: &Sender<Progress>) {
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

    pub(super) fn wait_until(&self, until: Instant) {
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || self.is_stopped() {
                return;
            }
            thread::sleep(left.min(TICK));
        }
    }
}

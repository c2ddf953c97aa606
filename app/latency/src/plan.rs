//! What is asked of a model when it is timed.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use weighbridge_units::{Describe, Message};

/// What is asked of a model when it is timed: for each length of prompts and each load, so many
/// repetitions after the warm-up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Tokens of prompts; each is tried.
    pub prompt_tokens: Vec<u32>,
    /// Tokens of an answer.
    pub output_tokens: u32,
    /// Users at once, each asking again as soon as answered; each number is tried.
    pub concurrency: Vec<u32>,
    /// Requests that arrive at random instead, whether or not earlier ones are answered; only
    /// behind an endpoint, and then nobody looks at `concurrency`.
    pub arrivals: Option<Arrivals>,
    /// Repetitions that count, of every user.
    pub repeats: u32,
    /// Repetitions before them, which do not.
    pub warm_up: u32,
    /// When it stops, with what it has.
    pub time_limit: Duration,
}

/// Requests that arrive at random, a Poisson process.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Arrivals {
    /// Requests a second on average.
    pub per_second: f64,
    /// Requests in all that count.
    pub requests: u32,
    /// What the times of arrival are drawn from; the same seed gives the same times.
    pub seed: u64,
}

impl Default for Plan {
    /// One user, a prompt of 128 tokens and an answer of 64, three times after one warm-up.
    fn default() -> Plan {
        Plan {
            prompt_tokens: vec![128],
            output_tokens: 64,
            concurrency: vec![1],
            arrivals: None,
            repeats: 3,
            warm_up: 1,
            time_limit: Duration::from_secs(120),
        }
    }
}

/// Why a plan asks for nothing that can be timed.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum BadPlan {
    /// There is no prompt, or one without tokens.
    #[error("a prompt needs a token at least")]
    Prompt,
    /// An answer has no tokens, or only one, between which there is no time.
    #[error("an answer needs two tokens at least")]
    Output,
    /// Nobody asks.
    #[error("somebody has to ask")]
    Nobody,
    /// Requests arrive at no positive rate.
    #[error("requests must arrive at a positive rate")]
    Rate,
}

impl Describe for BadPlan {
    fn message(&self) -> Message {
        Message::new(match self {
            BadPlan::Prompt => "latency-plan-prompt",
            BadPlan::Output => "latency-plan-output",
            BadPlan::Nobody => "latency-plan-nobody",
            BadPlan::Rate => "latency-plan-rate",
        })
    }
}

impl Plan {
    /// Whether there is something to time.
    ///
    /// # Errors
    /// [`BadPlan`] with the first reason why not.
    pub fn check(&self) -> Result<(), BadPlan> {
        if self.prompt_tokens.is_empty() || self.prompt_tokens.contains(&0) {
            return Err(BadPlan::Prompt);
        }
        if self.output_tokens < 2 {
            return Err(BadPlan::Output);
        }
        match self.arrivals {
            Some(arrivals) if !(arrivals.per_second > 0.0 && arrivals.per_second.is_finite()) => {
                return Err(BadPlan::Rate);
            }
            Some(arrivals) if arrivals.requests == 0 => return Err(BadPlan::Nobody),
            Some(_) => return Ok(()),
            None => {}
        }
        if self.repeats == 0 || self.concurrency.is_empty() || self.concurrency.contains(&0) {
            return Err(BadPlan::Nobody);
        }
        Ok(())
    }

    /// The longest prompt.
    pub fn longest_prompt(&self) -> u32 {
        self.prompt_tokens.iter().copied().max().unwrap_or(0)
    }

    /// The most users at once.
    pub fn most_at_once(&self) -> u32 {
        self.concurrency.iter().copied().max().unwrap_or(0)
    }

    /// Requests in all, those of the warm-up included.
    pub fn requests(&self) -> u64 {
        let lengths = self.prompt_tokens.len() as u64;
        let of_length = match self.arrivals {
            Some(arrivals) => u64::from(self.warm_up) + u64::from(arrivals.requests),
            None => {
                let users: u64 = self.concurrency.iter().map(|&users| u64::from(users)).sum();
                users * (u64::from(self.warm_up) + u64::from(self.repeats))
            }
        };
        lengths * of_length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_timed_is_said() {
        let plan = Plan::default;
        let arrivals = |per_second, requests| {
            Some(Arrivals {
                per_second,
                requests,
                seed: 1,
            })
        };
        let cases = [
            (plan(), Ok(())),
            (
                Plan {
                    prompt_tokens: vec![],
                    ..plan()
                },
                Err(BadPlan::Prompt),
            ),
            (
                Plan {
                    prompt_tokens: vec![8, 0],
                    ..plan()
                },
                Err(BadPlan::Prompt),
            ),
            (
                Plan {
                    output_tokens: 1,
                    ..plan()
                },
                Err(BadPlan::Output),
            ),
            (
                Plan {
                    repeats: 0,
                    ..plan()
                },
                Err(BadPlan::Nobody),
            ),
            (
                Plan {
                    concurrency: vec![1, 0],
                    ..plan()
                },
                Err(BadPlan::Nobody),
            ),
            (
                Plan {
                    arrivals: arrivals(f64::NAN, 1),
                    ..plan()
                },
                Err(BadPlan::Rate),
            ),
            (
                Plan {
                    arrivals: arrivals(2.0, 0),
                    ..plan()
                },
                Err(BadPlan::Nobody),
            ),
            (
                Plan {
                    arrivals: arrivals(2.0, 9),
                    concurrency: vec![],
                    ..plan()
                },
                Ok(()),
            ),
        ];
        for (plan, expected) in cases {
            assert_eq!(plan.check(), expected, "{plan:?}");
        }
    }

    #[test]
    fn requests_are_counted_with_the_warm_up() {
        let closed = Plan {
            prompt_tokens: vec![32, 128],
            concurrency: vec![1, 4],
            ..Plan::default()
        };
        assert_eq!(closed.requests(), 2 * 5 * 4);
        let open = Plan {
            arrivals: Some(Arrivals {
                per_second: 1.0,
                requests: 20,
                seed: 1,
            }),
            ..closed
        };
        assert_eq!(open.requests(), 2 * 21);
    }
}

//! What is asked of a model when it is timed.

use std::time::Duration;

/// What is asked of a model when it is timed: for each length and each number of users, so many
/// repetitions after the warm-up.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Tokens of prompts; each is tried.
    pub prompt_tokens: Vec<u32>,
    /// Tokens of an answer.
    pub output_tokens: u32,
    /// Requests at once; each is tried.
    pub concurrency: Vec<u32>,
    /// Repetitions that count.
    pub repeats: u32,
    /// Repetitions before them, which do not.
    pub warm_up: u32,
    /// When it stops, with what it has.
    pub time_limit: Duration,
}

impl Default for Plan {
    /// One user, a prompt of 128 tokens and an answer of 64, three times after one warm-up.
    fn default() -> Plan {
        Plan {
            prompt_tokens: vec![128],
            output_tokens: 64,
            concurrency: vec![1],
            repeats: 3,
            warm_up: 1,
            time_limit: Duration::from_secs(120),
        }
    }
}

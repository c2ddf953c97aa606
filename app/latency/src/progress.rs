//! What happens while a model is timed, for those who watch.

use serde::{Deserialize, Serialize};

use crate::run::{Answer, Load};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Progress {
    /// A repetition began.
    Began {
        /// Tokens of its prompts.
        prompt_tokens: u32,
        /// What it is asked under.
        load: Load,
        /// Which one, counted from nought; of those that count where it counts.
        repeat: u32,
        /// Whether it counts, or warms up.
        counts: bool,
    },
    /// A token was written, or a piece of text came.
    Token {
        /// Whose.
        user: u32,
        /// Its id, where it was made here.
        token: Option<u32>,
        /// Its text, where it came from elsewhere.
        text: Option<String>,
        /// Seconds since it was asked for.
        seconds: f64,
        /// Whether it counts, or warms up.
        counts: bool,
    },
    /// A request that counts was answered, or failed.
    Answered(Answer),
}

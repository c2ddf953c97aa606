//! The door through which a model is run, wherever it runs.

use crate::config::Config;

/// One token of one sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which sequence.
    pub sequence: usize,
    /// The token that it goes on with.
    pub token: u32,
}

/// A model made ready somewhere.
pub trait Runtime {
    /// The shapes of the model.
    fn config(&self) -> &Config;

    /// Forgets all sequences and makes room for so many, of so many tokens each.
    ///
    /// # Errors
    /// [`RunError`] where there is no such room.
    fn reset(&mut self, sequences: usize, tokens: usize) -> Result<(), RunError>;

    /// Feeds tokens to a sequence, after those that it has; gives the logits after the last of them.
    ///
    /// # Errors
    /// [`RunError`] where a token, a sequence or the room is exceeded, or the device fails.
    fn prefill(&mut self, sequence: usize, tokens: &[u32]) -> Result<Vec<f32>, RunError>;

    /// Feeds one token to each of some different sequences in one step; gives the logits of each,
    /// in their order, one after the other.
    ///
    /// # Errors
    /// The same.
    fn decode(&mut self, steps: &[Step]) -> Result<Vec<f32>, RunError>;

    /// Bytes that the runtime itself has taken: weights that it keeps, caches and scratch.
    fn memory_bytes(&self) -> usize;
}

/// Why a model did not run.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RunError {
    /// A token that the model does not know.
    #[error("token {token} is beyond a vocabulary of {vocabulary}")]
    Token {
        /// The token.
        token: u32,
        /// Tokens that the model knows.
        vocabulary: usize,
    },
    /// A sequence that nobody made room for, or one that a step names twice.
    #[error("sequence {sequence} has no place among {sequences}")]
    Sequence {
        /// The sequence.
        sequence: usize,
        /// Sequences that there is room for.
        sequences: usize,
    },
    /// A sequence that has become too long.
    #[error("a sequence of {tokens} tokens has room for {room}")]
    Room {
        /// Tokens that it would have.
        tokens: usize,
        /// Tokens that there is room for.
        room: usize,
    },
    /// More memory than there is, or than a device gives out.
    #[error("{bytes} bytes were wanted and not given: {reason}")]
    Memory {
        /// Bytes.
        bytes: usize,
        /// What was said.
        reason: String,
    },
    /// A format or a shape that this runtime does not run.
    #[error("{what} does not run here")]
    Unsupported {
        /// What.
        what: String,
    },
    /// The device failed.
    #[error("the device failed: {reason}")]
    Device {
        /// What it said.
        reason: String,
    },
}

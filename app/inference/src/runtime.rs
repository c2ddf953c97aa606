//! The door through which a model is run, wherever it runs.

use crate::config::Config;
pub use crate::run_error::{Lack, RunError, Unsupported};

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

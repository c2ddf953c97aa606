//! Times a model on a GPU, in a child process: a driver that falls over, hangs or loses its device
//! is a sentence here, and not the end of the program.
//!
//! [`ask`] is the parent's side, which never opens an adapter; [`serve`] is the child's, which
//! opens an instance and a device of its own, with its own limits.

mod model;
mod parent;
mod work;

use serde::{Deserialize, Serialize};
use weighbridge_machine::Way;

use crate::plan::Plan;
use crate::progress::Progress;
use crate::run::Run;

pub use model::{ModelWanted, SyntheticShape};
pub use parent::{ask, limits};
pub use work::serve;

/// The kind of work, as the child's arguments name it.
pub const KIND: &str = "gpu-model";

/// What a child is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// The adapter, as it was found before; where there is none, the best that there is.
    pub way: Option<Way>,
    /// The model.
    pub model: ModelWanted,
    /// What is timed.
    pub plan: Plan,
    /// The tokens of the prompt, instead of made-up ones.
    pub prompt: Option<Vec<u32>>,
    /// Tokens for telling the three times apart after the plan; 0 for not at all.
    pub told_apart_tokens: u32,
    /// Whether the logits after the prompt are given, of every number in the vocabulary.
    pub wants_logits: bool,
    /// What is asked of the adapter other than its own limits, and what is tried with it.
    pub trials: Trials,
}

/// What is asked of an adapter other than its own limits; for finding out what happens then.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Trials {
    /// Bytes that a kernel sees of a buffer at once.
    pub binding_bytes: Option<u64>,
    /// Whether sums over subgroups are left alone.
    pub without_subgroups: bool,
    /// Tokens after which the device is given back, as if it had been removed.
    pub removed_after_tokens: Option<u32>,
}

/// A sign of life from a child.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Sign {
    /// A device was opened.
    Opened(Adapter),
    /// The model is there, and goes to the GPU.
    Made,
    /// The model is ready, after so many seconds.
    Ready(f64),
    /// Something happened while it was timed.
    Timing(Progress),
    /// The three times are told apart now.
    TellingApart,
    /// Nothing of the above, but the GPU goes on working.
    Working,
}

/// The adapter that a child opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adapter {
    /// Its name.
    pub name: String,
    /// What it is driven through, as `vulkan`.
    pub backend: String,
    /// Its driver.
    pub driver: String,
    /// Whether it is a processor in disguise, whose speed is no GPU's.
    pub is_software: bool,
    /// Bytes that a kernel sees of a buffer at once.
    pub binding_bytes: u64,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The adapter.
    pub adapter: Adapter,
    /// The run, as far as it came.
    pub run: Run,
    /// The three times, where they were asked for and the run came to its end.
    pub told_apart: Option<ToldApart>,
    /// The logits after the prompt, where they were asked for.
    pub logits: Option<Vec<f32>>,
}

/// The three times of a token on a GPU, in seconds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToldApart {
    /// Each token whose logits are read back.
    pub read_back_seconds: Vec<f64>,
    /// A token that stays on the GPU, on average.
    pub pipelined_seconds: f64,
    /// Dispatches of a token.
    pub dispatches: u32,
    /// A dispatch that does nothing but wait for the one before it: the floor.
    pub dispatch_floor_seconds: f64,
    /// A submission of one such dispatch, waited for.
    pub submission_seconds: f64,
    /// Whether sums over subgroups were used.
    pub uses_subgroups: bool,
}

impl ToldApart {
    /// What a token's dispatches would take if none of them did anything.
    pub fn floor_seconds(&self) -> f64 {
        f64::from(self.dispatches) * self.dispatch_floor_seconds
    }

    /// What a token would take at a memory bandwidth, in bytes a second: its bytes over that, and
    /// its dispatches at their floor.
    pub fn expected_seconds(&self, bytes_a_token: u64, bytes_a_second: f64) -> f64 {
        bytes_a_token as f64 / bytes_a_second + self.floor_seconds()
    }
}

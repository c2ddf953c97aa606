//! What came of timing a model.

use crate::plan::Plan;

/// Where a model ran.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// On this processor.
    Processor {
        /// Threads.
        threads: usize,
        /// The vector instructions used.
        instructions: String,
    },
    /// On a GPU.
    Gpu {
        /// Its name, as its driver says it.
        name: String,
        /// What it is driven through, as `vulkan` or `metal`.
        backend: String,
        /// Whether the “GPU” is a processor in disguise.
        is_software: bool,
    },
    /// Behind an endpoint.
    Endpoint {
        /// Its address, without keys.
        url: String,
        /// The model that was asked for.
        model: String,
    },
}

/// One request, timed.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Tokens of its prompt.
    pub prompt_tokens: u32,
    /// Requests that were served at once.
    pub concurrency: u32,
    /// Seconds from the start of the run to asking.
    pub asked_at_seconds: f64,
    /// Seconds from asking to each token, first to last.
    pub token_seconds: Vec<f64>,
    /// Why it ended early, where it did.
    pub failure: Option<String>,
}

/// How busy the machine was with other things.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Busyness {
    /// Share of all processors that others used, before the run.
    pub others_share: f64,
    /// Our processor time over threads × wall-clock time, during the run.
    pub own_share: f64,
    /// Memory bandwidth before the run, in 10⁹ bytes a second.
    pub bandwidth_before_gb_s: f64,
    /// The same after it.
    pub bandwidth_after_gb_s: f64,
}

/// Why a run ended before its plan did.
#[derive(Debug, Clone, PartialEq)]
pub enum Stopped {
    /// Somebody cancelled it.
    Cancelled,
    /// Its time was up.
    TimeLimit,
    /// It failed.
    Failed(String),
}

/// What came of timing a model.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// What was asked.
    pub plan: Plan,
    /// Where it ran.
    pub place: Place,
    /// The model's name.
    pub model: String,
    /// Whether its weights are made up.
    pub is_synthetic: bool,
    /// Bytes of weights that every written token reads; none behind an endpoint.
    pub bytes_a_token: Option<u64>,
    /// Seconds until the model was ready.
    pub load_seconds: f64,
    /// Every request that counts, in the order of asking.
    pub answers: Vec<Answer>,
    /// Bytes that the model took here at most; none behind an endpoint.
    pub memory_bytes: Option<u64>,
    /// Joules that it took, where the system reports them.
    pub energy_joules: Option<f64>,
    /// How busy the machine was; none behind an endpoint elsewhere.
    pub busyness: Option<Busyness>,
    /// Why it ended before its plan did, where it did.
    pub stopped: Option<Stopped>,
}

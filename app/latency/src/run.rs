//! What came of timing a model.

use serde::{Deserialize, Serialize};
use weighbridge_units::{Describe, Message};

use crate::failure::Failure;
use crate::guard::Busyness;
use crate::plan::Plan;

/// What came of timing a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// Joules that the processors took during the run, where the system reports them.
    pub energy_joules: Option<f64>,
    /// How busy the machine was with other things; none behind an endpoint elsewhere.
    pub busyness: Option<Busyness>,
    /// US dollars that it cost, by the prices that were given.
    pub spent_usd: Option<f64>,
    /// Why it ended before its plan did, where it did.
    pub stopped: Option<Stopped>,
}

/// Where a model ran.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

impl Place {
    /// Whether times were taken at the client of a server.
    pub const fn is_endpoint(&self) -> bool {
        matches!(self, Place::Endpoint { .. })
    }
}

/// One request, timed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Tokens of prompts that the plan asked for here.
    pub planned_prompt_tokens: u32,
    /// Tokens that the prompt had.
    pub prompt_tokens: u32,
    /// What it was asked under.
    pub load: Load,
    /// Seconds from the start of the run to asking.
    pub asked_at_seconds: f64,
    /// Seconds from asking to each token, first to last; empty where none came.
    pub token_seconds: Vec<f64>,
    /// How its tokens were counted.
    pub counted: Counted,
    /// Seconds that reading the prompt took, where somebody who knows says so.
    pub prompt_seconds: Option<f64>,
    /// What the server says of itself, where it does.
    pub server: Option<ServerTimes>,
    /// Why it ended early, where it did.
    pub failure: Option<Failure>,
}

/// What requests are asked under.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Load {
    /// So many users at once, each asking again as soon as answered.
    Users(u32),
    /// So many requests a second at random.
    Rate(f64),
}

/// How the tokens of an answer were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Counted {
    /// One by one, as they were made here.
    Here,
    /// Every piece that came named its tokens.
    ByPiece,
    /// The server counted them, and as many pieces came.
    ByServer,
    /// The server counted them, and fewer pieces came: some held several tokens, whose times are
    /// spread evenly over the gap before their piece.
    InBunches {
        /// Pieces that came.
        pieces: u32,
    },
    /// Nobody counted them: every piece is taken for a token.
    Pieces,
}

/// What a server says of a request it served.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ServerTimes {
    /// Tokens of the prompt that it read, those left out that it remembered.
    pub prompt_tokens: u32,
    /// Milliseconds that reading them took.
    pub prompt_ms: f64,
    /// Tokens that it wrote.
    pub output_tokens: u32,
    /// Milliseconds that writing them took.
    pub output_ms: f64,
}

/// Why a run ended before its plan did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Stopped {
    /// Somebody cancelled it.
    Cancelled,
    /// Its time was up.
    TimeLimit,
    /// It had cost what it may.
    CostCeiling,
    /// It failed.
    Failed(Failure),
}

impl Answer {
    /// Seconds to the first token.
    pub fn first_token_seconds(&self) -> Option<f64> {
        self.token_seconds.first().copied()
    }

    /// The mean time between tokens: from the first to the last, over the tokens after the first.
    pub fn mean_gap_seconds(&self) -> Option<f64> {
        let (first, last) = (self.token_seconds.first()?, self.token_seconds.last()?);
        let gaps = self.token_seconds.len() - 1;
        (gaps > 0).then(|| (last - first) / gaps as f64)
    }

    /// Whether it was answered to its end.
    pub const fn is_whole(&self) -> bool {
        self.failure.is_none()
    }
}

impl Load {
    /// Users at once, where they are many or one.
    pub const fn users(self) -> Option<u32> {
        match self {
            Load::Users(users) => Some(users),
            Load::Rate(_) => None,
        }
    }
}

impl Describe for Place {
    fn message(&self) -> Message {
        match self {
            Place::Processor {
                threads,
                instructions,
            } => Message::new("latency-place-cpu")
                .with("threads", *threads)
                .with("instructions", instructions.clone()),
            Place::Gpu {
                name,
                backend,
                is_software,
            } => Message::new(match is_software {
                true => "latency-place-software",
                false => "latency-place-gpu",
            })
            .with("name", name.clone())
            .with("backend", backend.clone()),
            Place::Endpoint { url, .. } => {
                Message::new("latency-place-endpoint").with("address", url.clone())
            }
        }
    }
}

impl Describe for Stopped {
    fn message(&self) -> Message {
        match self {
            Stopped::Cancelled => Message::new("latency-stopped-cancelled"),
            Stopped::TimeLimit => Message::new("latency-stopped-time-limit"),
            Stopped::CostCeiling => Message::new("latency-stopped-cost-ceiling"),
            Stopped::Failed(failure) => {
                Message::new("latency-stopped-failed").with("reason", failure.message())
            }
        }
    }
}

//! A measurement as its file tells it.

use std::sync::Arc;

use weighbridge_engine::serving::{Conditions, Quantity};
use weighbridge_units::{Describe, Message};

/// A tool that measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tool {
    /// `llama-bench` of llama.cpp.
    LlamaBench,
    /// `vllm bench serve`, earlier `benchmark_serving.py`.
    VllmBench,
    /// GuideLLM.
    GuideLlm,
    /// AIPerf.
    AiPerf,
    /// genai-perf.
    GenAiPerf,
    /// InferenceX, earlier InferenceMAX.
    InferenceX,
}

impl Tool {
    /// Every tool.
    pub const ALL: [Tool; 6] = [
        Tool::LlamaBench,
        Tool::VllmBench,
        Tool::GuideLlm,
        Tool::AiPerf,
        Tool::GenAiPerf,
        Tool::InferenceX,
    ];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Tool::LlamaBench => "llama-bench",
            Tool::VllmBench => "vllm-bench",
            Tool::GuideLlm => "guidellm",
            Tool::AiPerf => "aiperf",
            Tool::GenAiPerf => "genai-perf",
            Tool::InferenceX => "inferencex",
        }
    }

    /// The name as people write it, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Tool::LlamaBench => "llama-bench",
            Tool::VllmBench => "vllm bench serve",
            Tool::GuideLlm => "GuideLLM",
            Tool::AiPerf => "AIPerf",
            Tool::GenAiPerf => "genai-perf",
            Tool::InferenceX => "InferenceX",
        }
    }
}

/// Where a measurement stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The file, as it was named.
    pub file: Arc<str>,
    /// The tool.
    pub tool: Tool,
    /// Which result of the file, counted from 1.
    pub place: u64,
}

/// The load under which something was measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Load {
    /// The file does not say.
    Unknown,
    /// So many requests at once, each followed by the next.
    AtOnce(f64),
    /// Everything was asked for at once, and as much was served as fits.
    AsMuchAsFits,
    /// Requests arrived by themselves.
    Arrivals {
        /// Requests a second.
        per_second: f64,
        /// Requests that were in the server at once on average, as measured or by Little's law.
        at_once: f64,
    },
}

impl Load {
    /// Requests at once, where that is known.
    pub const fn at_once(self) -> Option<f64> {
        match self {
            Load::AtOnce(requests) => Some(requests),
            Load::Arrivals { at_once, .. } => Some(at_once),
            Load::Unknown | Load::AsMuchAsFits => None,
        }
    }
}

impl Describe for Load {
    fn message(&self) -> Message {
        match *self {
            Load::Unknown => Message::new("import-load-unknown"),
            Load::AtOnce(requests) => {
                Message::new("import-load-at-once").with("requests", requests)
            }
            Load::AsMuchAsFits => Message::new("import-load-as-fits"),
            Load::Arrivals { per_second, .. } => {
                Message::new("import-load-arrivals").with("requests", per_second)
            }
        }
    }
}

/// A measurement as its file tells it; what the file leaves open is absent.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// Where it stands.
    pub source: Source,
    /// The day it was measured, as `2025-04-24`.
    pub date: Option<String>,
    /// The inference engine.
    pub engine: Option<String>,
    /// Its version.
    pub engine_version: Option<String>,
    /// The model, as written.
    pub model: Option<String>,
    /// Parameters of the model, in 10⁹.
    pub parameters_billion: Option<f64>,
    /// Average bits of a weight.
    pub weight_bits: Option<f64>,
    /// Average bits of a cache element.
    pub cache_bits: Option<f64>,
    /// The hardware, as written.
    pub hardware: Option<String>,
    /// Accelerators in all.
    pub accelerators: Option<u32>,
    /// Accelerators across which every layer is split.
    pub tensor_parallel: Option<u32>,
    /// Stages into which layers are divided.
    pub pipeline_parallel: u32,
    /// Accelerators across which whole experts are shared out.
    pub expert_parallel: Option<u32>,
    /// Layers on the accelerator, where not simply all of them were asked for.
    pub gpu_layers: Option<u32>,
    /// Tokens of a prompt, on average.
    pub input_tokens: Option<f64>,
    /// Tokens of an answer, on average.
    pub output_tokens: Option<f64>,
    /// The load.
    pub load: Load,
    /// What was measured.
    pub quantity: Quantity,
    /// The figure: tokens a second, or milliseconds where the quantity is a time.
    pub value: f64,
    /// How it was measured.
    pub conditions: Conditions,
}

impl Measurement {
    /// A measurement of which nothing is known but where it stands.
    pub(super) fn unknown(source: Source) -> Measurement {
        Measurement {
            source,
            date: None,
            engine: None,
            engine_version: None,
            model: None,
            parameters_billion: None,
            weight_bits: None,
            cache_bits: None,
            hardware: None,
            accelerators: None,
            tensor_parallel: None,
            pipeline_parallel: 1,
            expert_parallel: None,
            gpu_layers: None,
            input_tokens: None,
            output_tokens: None,
            load: Load::Unknown,
            quantity: Quantity::DecodeAlone,
            value: f64::NAN,
            conditions: Conditions::default(),
        }
    }

    /// The stable key of the figure's unit: `tokens_per_second` or `milliseconds`.
    pub const fn unit(&self) -> &'static str {
        match self.quantity {
            Quantity::InterToken | Quantity::TimeToFirstToken => "milliseconds",
            _ => "tokens_per_second",
        }
    }
}

/// What somebody says of measurements whose file leaves it open.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Given {
    /// The model.
    pub model: Option<String>,
    /// The hardware.
    pub hardware: Option<String>,
    /// Accelerators in all.
    pub accelerators: Option<u32>,
    /// Accelerators across which every layer is split.
    pub tensor_parallel: Option<u32>,
    /// Average bits of a weight.
    pub weight_bits: Option<f64>,
    /// The inference engine.
    pub engine: Option<String>,
    /// Requests at once.
    pub at_once: Option<f64>,
}

impl Given {
    /// Fills what a measurement leaves open; what its file says stands.
    pub fn fill(&self, measurement: &mut Measurement) {
        fn fill<T: Clone>(open: &mut Option<T>, given: &Option<T>) {
            if open.is_none() {
                open.clone_from(given);
            }
        }
        fill(&mut measurement.model, &self.model);
        fill(&mut measurement.hardware, &self.hardware);
        fill(&mut measurement.accelerators, &self.accelerators);
        fill(&mut measurement.tensor_parallel, &self.tensor_parallel);
        fill(&mut measurement.weight_bits, &self.weight_bits);
        fill(&mut measurement.engine, &self.engine);
        if let (Load::Unknown, Some(requests)) = (measurement.load, self.at_once) {
            measurement.load = Load::AtOnce(requests);
        }
    }
}

//! What runs where, and under which load.

use super::physics;

/// What is asked of the estimator.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// What is wanted.
    pub quantity: Quantity,
    /// The inference engine, as `vllm`, `tensorrt-llm`, `llama.cpp`.
    pub engine: String,
    /// Its version, empty where nobody says.
    pub engine_version: String,
    /// When that version was current, in years; newer engines are faster.
    pub year: f64,
    /// The model's name, as measurements write it.
    pub model: String,
    /// Its shapes.
    pub shapes: Shapes,
    /// The accelerator.
    pub device: Device,
    /// Bits of a weight as stored.
    pub weight_bits: f64,
    /// Bits of a cache element.
    pub cache_bits: f64,
    /// Accelerators in all.
    pub accelerators: f64,
    /// Accelerators across which every layer is split.
    pub tensor_parallel: f64,
    /// Stages into which layers are divided.
    pub pipeline_parallel: f64,
    /// Tokens of a prompt.
    pub input_tokens: f64,
    /// Tokens of an answer.
    pub output_tokens: f64,
    /// Requests at once, over all accelerators; nought where as many as fit are wanted.
    pub concurrency: f64,
    /// How it was measured, or would be.
    pub conditions: Conditions,
}

/// What is wanted of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Quantity {
    /// Tokens a second for one user alone.
    DecodeAlone,
    /// Prompt tokens a second.
    Prefill,
    /// Output tokens a second of a fixed batch, over all accelerators.
    FixedBatch,
    /// Output tokens a second with as many requests as fit, over all accelerators.
    Saturated,
    /// Milliseconds between tokens for one of so many users.
    InterToken,
    /// Milliseconds to the first token with so many users.
    TimeToFirstToken,
}

impl Quantity {
    /// Every quantity.
    pub const ALL: [Quantity; 6] = [
        Quantity::DecodeAlone,
        Quantity::Prefill,
        Quantity::FixedBatch,
        Quantity::Saturated,
        Quantity::InterToken,
        Quantity::TimeToFirstToken,
    ];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Quantity::DecodeAlone => "decode-alone",
            Quantity::Prefill => "prefill",
            Quantity::FixedBatch => "fixed-batch",
            Quantity::Saturated => "saturated",
            Quantity::InterToken => "inter-token",
            Quantity::TimeToFirstToken => "time-to-first-token",
        }
    }
}

/// The shapes of a model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shapes {
    /// All parameters, in 10⁹.
    pub parameters_billion: f64,
    /// Parameters that one token passes through, in 10⁹.
    pub active_billion: f64,
    /// Layers.
    pub layers: f64,
    /// Width of a layer's input.
    pub hidden: f64,
    /// Elements cached for a token in a layer, keys and values together.
    pub cache_elements: f64,
    /// Experts of a layer; nought for a dense model.
    pub experts: f64,
    /// Experts that one token passes through.
    pub experts_per_token: f64,
}

/// An accelerator, or a processor without one.
#[derive(Debug, Clone, PartialEq)]
pub struct Device {
    /// Its id, as measurements write it.
    pub id: String,
    /// Its generation and kind.
    pub class: DeviceClass,
    /// Whether it is a card for personal computers, whose tables state half its 16-bit rate.
    pub is_consumer: bool,
    /// Memory in 10⁹ bytes.
    pub memory_gb: f64,
    /// Memory bandwidth in 10⁹ bytes a second.
    pub bandwidth_gb_s: f64,
    /// Dense 16-bit rate in 10¹² operations a second.
    pub bf16_tflops: f64,
    /// Dense 8-bit rate in 10¹² operations a second, where it has one.
    pub fp8_tflops: Option<f64>,
    /// Dense 4-bit rate in 10¹² operations a second, where it has one.
    pub fp4_tflops: Option<f64>,
    /// Bandwidth to its neighbours in 10⁹ bytes a second, one way.
    pub link_gb_s: f64,
}

/// Generations and kinds of hardware that behave alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DeviceClass {
    /// NVIDIA Ampere for servers.
    AmpereServer,
    /// NVIDIA Hopper for servers.
    Hopper,
    /// NVIDIA Blackwell for servers.
    BlackwellServer,
    /// NVIDIA Turing and older.
    OlderNvidia,
    /// NVIDIA Ampere for workstations and personal computers.
    AmpereDesk,
    /// NVIDIA Ada.
    Ada,
    /// NVIDIA Blackwell for workstations and personal computers.
    BlackwellDesk,
    /// AMD Instinct.
    Cdna,
    /// AMD Radeon.
    Rdna,
    /// Intel Gaudi.
    Gaudi,
    /// Apple's graphics with unified memory.
    Apple,
    /// A processor of Apple.
    AppleProcessor,
    /// Another processor.
    Processor,
    /// Anything else.
    Other,
}

impl DeviceClass {
    /// Every class.
    pub const ALL: [DeviceClass; 14] = [
        DeviceClass::AmpereServer,
        DeviceClass::Hopper,
        DeviceClass::BlackwellServer,
        DeviceClass::OlderNvidia,
        DeviceClass::AmpereDesk,
        DeviceClass::Ada,
        DeviceClass::BlackwellDesk,
        DeviceClass::Cdna,
        DeviceClass::Rdna,
        DeviceClass::Gaudi,
        DeviceClass::Apple,
        DeviceClass::AppleProcessor,
        DeviceClass::Processor,
        DeviceClass::Other,
    ];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            DeviceClass::AmpereServer => "ampere-server",
            DeviceClass::Hopper => "hopper",
            DeviceClass::BlackwellServer => "blackwell-server",
            DeviceClass::OlderNvidia => "older-nvidia",
            DeviceClass::AmpereDesk => "ampere-desk",
            DeviceClass::Ada => "ada",
            DeviceClass::BlackwellDesk => "blackwell-desk",
            DeviceClass::Cdna => "cdna",
            DeviceClass::Rdna => "rdna",
            DeviceClass::Gaudi => "gaudi",
            DeviceClass::Apple => "apple",
            DeviceClass::AppleProcessor => "apple-processor",
            DeviceClass::Processor => "processor",
            DeviceClass::Other => "other",
        }
    }
}

/// How a figure was measured, or would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Conditions {
    /// The figure is tokens over the whole time, reading the prompt included.
    pub end_to_end: bool,
    /// A fixed batch without a server: no queue, no arrivals.
    pub static_batch: bool,
    /// Kernels are launched one by one.
    pub eager: bool,
    /// Requests arrive steadily and not all at once.
    pub steady_arrivals: bool,
    /// Experts are split across accelerators, each holding a part of every expert.
    pub split_experts: bool,
}

/// Why a case has no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Impossible {
    /// A figure is no positive number.
    #[error("“{field}” must be a positive number, and {value} is not")]
    NotPositive {
        /// The field.
        field: &'static str,
        /// Its value.
        value: f64,
    },
    /// The weights do not fit into the memory.
    #[error("{weights_gb:.1} GB of weights do not fit into {memory_gb:.1} GB of memory")]
    DoesNotFit {
        /// Gigabytes of weights.
        weights_gb: f64,
        /// Gigabytes of memory that may be used.
        memory_gb: f64,
    },
    /// Requests at once need more cache than there is room.
    #[error("{asked} requests at once need more cache than there is room for: {fits:.0} fit")]
    CacheDoesNotFit {
        /// Requests asked for.
        asked: f64,
        /// Requests that fit.
        fits: f64,
    },
    /// Layers are split across more accelerators than there are, or not evenly.
    #[error("{accelerators} accelerators cannot be split {ways} ways")]
    Split {
        /// Accelerators.
        accelerators: f64,
        /// Ways.
        ways: f64,
    },
    /// More requests arrive than are served.
    #[error("{arrivals_per_second} requests arrive a second and {served_per_second:.3} are served")]
    Unstable {
        /// Requests that arrive a second.
        arrivals_per_second: f64,
        /// Requests served a second at most.
        served_per_second: f64,
    },
}

impl Case {
    /// Whether the case has an answer.
    ///
    /// # Errors
    /// [`Impossible`] with the first reason.
    pub fn check(&self) -> Result<(), Impossible> {
        let prefill = self.quantity == Quantity::Prefill;
        let mut figures = vec![
            ("parameters_billion", self.shapes.parameters_billion),
            ("active_billion", self.shapes.active_billion),
            ("layers", self.shapes.layers),
            ("hidden", self.shapes.hidden),
            ("cache_elements", self.shapes.cache_elements),
            ("memory_gb", self.device.memory_gb),
            ("bandwidth_gb_s", self.device.bandwidth_gb_s),
            ("bf16_tflops", self.device.bf16_tflops),
            ("weight_bits", self.weight_bits),
            ("cache_bits", self.cache_bits),
            ("accelerators", self.accelerators),
            ("tensor_parallel", self.tensor_parallel),
            ("pipeline_parallel", self.pipeline_parallel),
        ];
        if !prefill {
            figures.push(("output_tokens", self.output_tokens));
        }
        match self.quantity {
            Quantity::Prefill | Quantity::TimeToFirstToken => {
                figures.push(("input_tokens", self.input_tokens));
            }
            _ => {}
        }
        match self.quantity {
            Quantity::FixedBatch | Quantity::InterToken | Quantity::TimeToFirstToken => {
                figures.push(("concurrency", self.concurrency));
            }
            _ => {}
        }
        for (field, value) in figures {
            if !(value.is_finite() && value > 0.0) {
                return Err(Impossible::NotPositive { field, value });
            }
        }
        let ways = self.tensor_parallel * self.pipeline_parallel;
        if ways > self.accelerators || ways.fract() != 0.0 {
            return Err(Impossible::Split {
                accelerators: self.accelerators,
                ways,
            });
        }
        let weights_gb = self.shapes.parameters_billion * self.weight_bits / 8.0;
        let memory_gb = self.device.memory_gb * ways;
        if weights_gb > memory_gb {
            return Err(Impossible::DoesNotFit {
                weights_gb,
                memory_gb,
            });
        }
        Ok(())
    }

    /// Copies of the model: accelerators over those that one copy takes, not below one.
    pub fn replicas(&self) -> f64 {
        physics::at_least(
            self.accelerators / (self.tensor_parallel * self.pipeline_parallel),
            1.0,
        )
    }
}

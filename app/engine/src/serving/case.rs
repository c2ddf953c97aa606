//! What runs where, and under which load.

use weighbridge_units::{Arg, Describe, Message};

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
    /// Groups of the accelerators that share a layer, of which each holds some of the experts, the
    /// rest of the weights for itself, and requests of its own; one where all share every expert.
    pub expert_groups: f64,
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
    /// Parameters of the table in which tokens are looked up, in 10⁹, where no step reads it: nought
    /// where it is the matrix of the output too, or where nobody says.
    pub embedding_billion: f64,
    /// Layers.
    pub layers: f64,
    /// Width of a layer's input.
    pub hidden: f64,
    /// Query heads of a layer, where they are known: splitting a layer must divide them.
    pub heads: Option<f64>,
    /// Elements cached for a token in a layer, keys and values together.
    pub cache_elements: f64,
    /// Layers that look only at a window; nought where all look at the whole context.
    pub windowed_layers: f64,
    /// Tokens of that window.
    pub window_tokens: f64,
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

/// Link of hardware that has none of its own: a host's bus, in 10⁹ bytes a second.
pub const HOST_BUS_GB_S: f64 = 32.0;

/// The figure of a link that is written as “NVLink4 450 GB/s”.
pub fn link_gigabytes_per_second(link: &str) -> Option<f64> {
    let before = link.split(" GB/s").next().filter(|one| *one != link)?;
    before.rsplit(' ').next()?.parse().ok()
}

/// Generations and kinds of hardware that behave alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
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
    #[default]
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

    /// The class of a device, from its name and maker.
    pub fn of_name(name: &str, vendor: &str, is_processor: bool) -> DeviceClass {
        let name = name.to_ascii_uppercase();
        let has = |part: &str| name.contains(part);
        let starts = |part: &str| name.starts_with(part);
        if is_processor {
            return if vendor == "Apple" {
                DeviceClass::AppleProcessor
            } else {
                DeviceClass::Processor
            };
        }
        match vendor {
            "Apple" => DeviceClass::Apple,
            "Intel" if has("GAUDI") => DeviceClass::Gaudi,
            "AMD" if starts("MI") || has("INSTINCT") => DeviceClass::Cdna,
            "AMD" => DeviceClass::Rdna,
            "NVIDIA" => {
                if has("H100") || has("H200") || has("H800") || has("H20") {
                    DeviceClass::Hopper
                } else if has("B200") || has("B300") || has("B100") {
                    DeviceClass::BlackwellServer
                } else if has("A100") || has("A800") {
                    DeviceClass::AmpereServer
                } else if has("L40") || has("ADA") || has("RTX-40") || has("RTX 40") || starts("L4")
                {
                    DeviceClass::Ada
                } else if has("RTX-50")
                    || has("RTX 50")
                    || has("RTX-PRO")
                    || has("RTX PRO")
                    || has("GB10")
                {
                    DeviceClass::BlackwellDesk
                } else if has("RTX-30")
                    || has("RTX 30")
                    || has("RTX-A")
                    || has("RTX A")
                    || has("A40")
                    || has("A10")
                    || has("A30")
                {
                    DeviceClass::AmpereDesk
                } else if has("GTX") || has("RTX-20") || has("RTX 20") || has("V100") || has("T4") {
                    DeviceClass::OlderNvidia
                } else {
                    DeviceClass::Other
                }
            }
            _ => DeviceClass::Other,
        }
    }

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
    /// The heads of a layer cannot be shared out evenly.
    #[error("{heads} heads cannot be shared out evenly among {ways} accelerators")]
    Heads {
        /// Query heads.
        heads: f64,
        /// Accelerators across which a layer is split.
        ways: f64,
    },
    /// Layers are split across more accelerators than there are, or not evenly.
    #[error("{accelerators} accelerators cannot be split {ways} ways")]
    Split {
        /// Accelerators.
        accelerators: f64,
        /// Ways.
        ways: f64,
    },
    /// A figure is no share from nought to below one.
    #[error("“{field}” must lie from 0 to below 1, and {value} does not")]
    NotAShare {
        /// The field.
        field: &'static str,
        /// Its value.
        value: f64,
    },
    /// No number of copies meets the latency targets.
    #[error("no number of copies meets the latency targets")]
    Targets,
    /// More requests arrive than are served.
    #[error("{arrivals_per_second} requests arrive a second and {served_per_second:.3} are served")]
    Unstable {
        /// Requests that arrive a second.
        arrivals_per_second: f64,
        /// Requests served a second at most.
        served_per_second: f64,
    },
}

impl Describe for Impossible {
    fn message(&self) -> Message {
        let number = |value: f64| match value.is_finite() {
            true => Arg::Number(value),
            false => Arg::from(value.to_string()),
        };
        match *self {
            Impossible::NotPositive { field, value } => Message::new("impossible-not-positive")
                .with("field", field)
                .with("value", number(value)),
            Impossible::NotAShare { field, value } => Message::new("impossible-not-a-share")
                .with("field", field)
                .with("value", number(value)),
            Impossible::DoesNotFit {
                weights_gb,
                memory_gb,
            } => Message::new("impossible-does-not-fit")
                .with("weights", Arg::Decimal(weights_gb, 1))
                .with("memory", Arg::Decimal(memory_gb, 1)),
            Impossible::CacheDoesNotFit { asked, fits } => Message::new("impossible-cache")
                .with("asked", number(asked))
                .with("fits", number(fits)),
            Impossible::Heads { heads, ways } => Message::new("impossible-heads")
                .with("heads", number(heads))
                .with("ways", number(ways)),
            Impossible::Split { accelerators, ways } => Message::new("impossible-split")
                .with("accelerators", number(accelerators))
                .with("ways", number(ways)),
            Impossible::Targets => Message::new("impossible-targets"),
            Impossible::Unstable {
                arrivals_per_second,
                served_per_second,
            } => Message::new("impossible-unstable")
                .with("arrivals", number(arrivals_per_second))
                .with("served", number(served_per_second)),
        }
    }
}

impl Case {
    /// Whether the case has an answer.
    ///
    /// # Errors
    /// [`Impossible`] with the first reason.
    pub fn check(&self) -> Result<(), Impossible> {
        self.check_figures()?;
        let positive = |field, value: f64| match value > 0.0 {
            true => Ok(()),
            false => Err(Impossible::NotPositive { field, value }),
        };
        if self.quantity != Quantity::Prefill {
            positive("output_tokens", self.output_tokens)?;
        }
        if matches!(
            self.quantity,
            Quantity::Prefill | Quantity::TimeToFirstToken
        ) {
            positive("input_tokens", self.input_tokens)?;
        }
        let of_many = matches!(
            self.quantity,
            Quantity::FixedBatch | Quantity::InterToken | Quantity::TimeToFirstToken
        );
        if of_many {
            positive("concurrency", self.concurrency)?;
        }
        self.check_split()?;
        // Servers let requests wait for a place; other engines set the cache of all of them aside.
        let waits = physics::is_for_servers(&self.engine);
        let at_once = if of_many && !waits {
            self.concurrency
        } else {
            1.0
        };
        self.check_memory(at_once)
    }

    /// Whether all figures can be meant, whatever is asked.
    fn check_figures(&self) -> Result<(), Impossible> {
        let (shapes, device) = (&self.shapes, &self.device);
        let positive = [
            ("parameters_billion", shapes.parameters_billion),
            ("active_billion", shapes.active_billion),
            ("layers", shapes.layers),
            ("hidden", shapes.hidden),
            ("cache_elements", shapes.cache_elements),
            ("heads", shapes.heads.unwrap_or(1.0)),
            ("memory_gb", device.memory_gb),
            ("bandwidth_gb_s", device.bandwidth_gb_s),
            ("bf16_tflops", device.bf16_tflops),
            ("fp8_tflops", device.fp8_tflops.unwrap_or(1.0)),
            ("fp4_tflops", device.fp4_tflops.unwrap_or(1.0)),
            ("link_gb_s", device.link_gb_s),
            ("weight_bits", self.weight_bits),
            ("cache_bits", self.cache_bits),
            ("accelerators", self.accelerators),
            ("tensor_parallel", self.tensor_parallel),
            ("pipeline_parallel", self.pipeline_parallel),
            ("expert_groups", self.expert_groups),
            ("year", self.year),
        ];
        for (field, value) in positive {
            if !(value.is_finite() && value > 0.0) {
                return Err(Impossible::NotPositive { field, value });
            }
        }
        let not_negative = [
            ("embedding_billion", shapes.embedding_billion),
            ("experts", shapes.experts),
            ("experts_per_token", shapes.experts_per_token),
            ("windowed_layers", shapes.windowed_layers),
            ("window_tokens", shapes.window_tokens),
            ("input_tokens", self.input_tokens),
            ("output_tokens", self.output_tokens),
            ("concurrency", self.concurrency),
        ];
        for (field, value) in not_negative {
            if !(value.is_finite() && value >= 0.0) {
                return Err(Impossible::NotPositive { field, value });
            }
        }
        Ok(())
    }

    /// Whether the accelerators can be split this way.
    fn check_split(&self) -> Result<(), Impossible> {
        let ways = self.tensor_parallel * self.pipeline_parallel;
        let whole = self.tensor_parallel.fract() == 0.0 && self.pipeline_parallel.fract() == 0.0;
        if ways > self.accelerators || !whole {
            return Err(Impossible::Split {
                accelerators: self.accelerators,
                ways,
            });
        }
        let sharing = self.tensor_parallel / self.expert_groups;
        if self.expert_groups.fract() != 0.0 || sharing.fract() != 0.0 {
            return Err(Impossible::Split {
                accelerators: self.tensor_parallel,
                ways: self.expert_groups,
            });
        }
        match self.shapes.heads {
            Some(heads) if heads % sharing != 0.0 => Err(Impossible::Heads {
                heads,
                ways: sharing,
            }),
            _ => Ok(()),
        }
    }

    /// Whether weights and the cache of so many requests fit into the memory of the copies.
    fn check_memory(&self, at_once: f64) -> Result<(), Impossible> {
        let ways = self.tensor_parallel * self.pipeline_parallel;
        let sold = physics::BYTES_OF_A_SOLD_GB / 1e9;
        let weights_gb = physics::weight_bytes(self) / 1e9;
        let memory_gb = self.device.memory_gb * sold * ways;
        if weights_gb >= memory_gb {
            return Err(Impossible::DoesNotFit {
                weights_gb,
                memory_gb,
            });
        }
        let tokens = self.input_tokens + self.output_tokens / 2.0;
        let each_gb = physics::cache_bytes(&self.shapes, self.cache_bits, tokens) / 1e9;
        let fits = libm::floor((memory_gb - weights_gb) / each_gb) * self.replicas();
        if at_once > fits {
            return Err(Impossible::CacheDoesNotFit {
                asked: at_once,
                fits,
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

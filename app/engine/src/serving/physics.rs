//! The model: what a step and a prompt take, from bytes, operations and messages.
//!
//! For a batch of `B` sequences of `C` tokens on `w` accelerators that share every layer:
//!
//! - memory `m = (W(B) + B C k) ÷ (β w η)`, with `W` the bytes of the weights that the batch
//!   touches, `k` the cached bytes of a token, `β` the bandwidth and `η` its efficiency;
//! - arithmetic `c = 2 N B ÷ (φ w ε)`, with `N` active parameters, `φ` the rate at the weights'
//!   precision and `ε` its efficiency;
//! - a step takes `(m³ + c³)^⅓` and what engines spend besides: a time a layer, a time a step, a
//!   time a sequence, and two exchanges a layer between accelerators;
//! - a prompt takes the same with its tokens in the place of `B`, attention over half of itself,
//!   and a blunter maximum, `(m² + c²)^½`.
//!
//! Of a mixture of experts a batch touches the share `1 − (1 − k ÷ E)^B` of the experts.
//!
//! # Source
//! Williams, Waterman and Patterson 2009, "Roofline", Communications of the ACM 52(4), for the two
//! bounds; Pope et al. 2023, "Efficiently Scaling Transformer Inference", MLSys, sections 2 and 3,
//! for bytes, operations and exchanges; Kaplan et al. 2020, arXiv 2001.08361, table 1, for two
//! operations a parameter and token.

use super::case::{Case, Device, DeviceClass, Quantity, Shapes};

/// How much more than the rates of their tables some cards are measured to reach.
pub(super) const ABOVE_TABLES: f64 = 1.15;
/// Weights of fewer bits are stored packed.
const UNPACKED_BELOW_BITS: f64 = 12.0;
/// Share of memory that weights and cache may use on a server.
const USABLE_MEMORY: f64 = 0.9;
/// Bytes of a “gigabyte” of memory as hardware is sold: memory comes in powers of two.
pub(super) const BYTES_OF_A_SOLD_GB: f64 = 1_073_741_824.0;
/// Share of memory that is thought free where the weights fill all of it.
const LEAST_FREE: f64 = 0.02;
/// Tokens of a prompt that engines put into a step beside the tokens they write.
const PIECE_TOKENS: f64 = 2048.0;
/// Share of its answer that a sequence holds in the cache on average, with room kept.
const AVERAGE_ANSWER: f64 = 0.6;
/// Tokens that engines push through a pipeline of stages at a time.
const MICRO_BATCH: f64 = 512.0;
/// Seconds that passing on to the next stage takes.
const STAGE_SECONDS: f64 = 20e-6;

/// Number of [`Parameter`]s that the physics has.
pub const PARAMETERS: usize = Parameter::ALL.len();

/// What measurements tell about an engine on a machine. All are logarithms, so that effects add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Parameter {
    /// Share of the memory bandwidth that is reached.
    Bandwidth,
    /// Share of the arithmetic rate that is reached.
    Arithmetic,
    /// Operations that attention takes over those it must.
    Attention,
    /// Operations outside the units for matrices that unpacking a weight takes.
    Unpack,
    /// Microseconds spent on a layer besides.
    Layer,
    /// Microseconds spent on a step besides.
    Step,
    /// Microseconds spent on a sequence in a step besides.
    Sequence,
    /// Microseconds that an exchange between two accelerators takes at least.
    Exchange,
    /// Share of the link's bandwidth that is reached.
    Link,
    /// Sequences that an engine serves at once at most.
    LargestBatch,
    /// Share of other users' prompts that a token waits for.
    Interruption,
    /// Share of other users' prompts that a first token waits for.
    Queue,
    /// Milliseconds that a server takes to answer at all.
    Server,
    /// Milliseconds a user that it takes longer.
    ServerPerUser,
}

impl Parameter {
    /// Every parameter.
    pub const ALL: [Parameter; 14] = [
        Parameter::Bandwidth,
        Parameter::Arithmetic,
        Parameter::Attention,
        Parameter::Unpack,
        Parameter::Layer,
        Parameter::Step,
        Parameter::Sequence,
        Parameter::Exchange,
        Parameter::Link,
        Parameter::LargestBatch,
        Parameter::Interruption,
        Parameter::Queue,
        Parameter::Server,
        Parameter::ServerPerUser,
    ];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Parameter::Bandwidth => "bandwidth",
            Parameter::Arithmetic => "arithmetic",
            Parameter::Attention => "attention",
            Parameter::Unpack => "unpack",
            Parameter::Layer => "layer",
            Parameter::Step => "step",
            Parameter::Sequence => "sequence",
            Parameter::Exchange => "exchange",
            Parameter::Link => "link",
            Parameter::LargestBatch => "largest-batch",
            Parameter::Interruption => "interruption",
            Parameter::Queue => "queue",
            Parameter::Server => "server",
            Parameter::ServerPerUser => "server-per-user",
        }
    }

    /// The value where nothing is known: what the field would guess.
    pub fn prior(self) -> f64 {
        libm::log(match self {
            Parameter::Bandwidth => 0.74,
            Parameter::Arithmetic => 0.45,
            Parameter::Attention => 2.0,
            Parameter::Unpack => 3.0,
            Parameter::Layer => 8.0,
            Parameter::Step => 200.0,
            Parameter::Sequence => 5.0,
            Parameter::Exchange => 8.0,
            Parameter::Link => 0.5,
            Parameter::LargestBatch => 400.0,
            Parameter::Interruption => 1.0,
            Parameter::Queue => 0.3,
            Parameter::Server => 20.0,
            Parameter::ServerPerUser => 1.0,
        })
    }
}

/// The parameters of one case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Efficiencies([f64; PARAMETERS]);

impl Efficiencies {
    /// From logarithms, in the order of [`Parameter::ALL`].
    pub fn of_logarithms(logarithms: &[f64; PARAMETERS]) -> Efficiencies {
        Efficiencies(logarithms.map(libm::exp))
    }

    /// The value of a parameter, no logarithm.
    pub fn get(&self, parameter: Parameter) -> f64 {
        self.0[parameter as usize]
    }
}

/// What a sequence keeps of its tokens.
#[derive(Debug, Clone, Copy)]
struct Cache {
    /// Bytes of a token in the layers that look at all of them.
    whole: f64,
    /// Bytes of a token in the layers that look at a window.
    windowed: f64,
    window_tokens: f64,
}

impl Cache {
    fn of(shapes: &Shapes, bits: f64) -> Cache {
        let layer = shapes.cache_elements * bits / 8.0;
        let windowed = at_most(shapes.windowed_layers, shapes.layers);
        Cache {
            whole: layer * (shapes.layers - windowed),
            windowed: layer * windowed,
            window_tokens: shapes.window_tokens,
        }
    }

    fn bytes(&self, tokens: f64) -> f64 {
        tokens * self.whole + at_most(tokens, self.window_tokens) * self.windowed
    }
}

/// Bytes that a sequence of so many tokens keeps, with elements of so many bits.
pub fn cache_bytes(shapes: &Shapes, bits: f64, tokens: f64) -> f64 {
    Cache::of(shapes, bits).bytes(tokens)
}

/// A case in bytes, operations and seconds, made once.
#[derive(Debug, Clone, Copy)]
pub struct Machine {
    width: f64,
    stages: f64,
    replicas: f64,
    bytes_a_second: f64,
    pub(super) full_bytes_a_second: f64,
    pub(super) full_operations_a_second: f64,
    operations_a_second: f64,
    link_bytes_a_second: f64,
    memory_bytes: f64,
    weight_bytes: f64,
    expert_bytes: f64,
    untouched: f64,
    pub(super) active: f64,
    unpacking_seconds: f64,
    pub(super) layers: f64,
    pub(super) hidden: f64,
    cache: Cache,
    layer_seconds: f64,
    step_seconds: f64,
    sequence_seconds: f64,
    exchange_seconds: f64,
    attention: f64,
    largest_batch: f64,
    interruption: f64,
    queue: f64,
    server_seconds: f64,
    server_seconds_a_user: f64,
}

impl Machine {
    /// The machine of a case under these efficiencies.
    pub fn new(case: &Case, efficiencies: &Efficiencies) -> Machine {
        let get = |parameter| efficiencies.get(parameter);
        let (shapes, device) = (&case.shapes, &case.device);
        let total = shapes.parameters_billion * 1e9;
        let active = shapes.active_billion * 1e9;
        let width = case.tensor_parallel;
        let weight_bytes = total * case.weight_bits / 8.0;
        let (expert_bytes, untouched) = if shapes.experts > shapes.experts_per_token {
            let untouched = 1.0 - shapes.experts_per_token / shapes.experts;
            (
                at_most((total - active) / untouched, total) * case.weight_bits / 8.0,
                untouched,
            )
        } else {
            (0.0, 0.0)
        };
        Machine {
            width,
            stages: case.pipeline_parallel,
            replicas: case.replicas(),
            full_bytes_a_second: device.bandwidth_gb_s * 1e9 * width,
            full_operations_a_second: peak(case) * 1e12 * width * ABOVE_TABLES,
            bytes_a_second: device.bandwidth_gb_s * 1e9 * width * get(Parameter::Bandwidth),
            operations_a_second: peak(case) * 1e12 * width * get(Parameter::Arithmetic),
            link_bytes_a_second: device.link_gb_s * 1e9 * get(Parameter::Link),
            memory_bytes: device.memory_gb * BYTES_OF_A_SOLD_GB * width * case.pipeline_parallel,
            weight_bytes,
            expert_bytes,
            untouched,
            active,
            unpacking_seconds: if is_unpacked(case) {
                active * get(Parameter::Unpack) / (vector_tflops(device) * 1e12 * width)
            } else {
                0.0
            },
            layers: shapes.layers,
            hidden: shapes.hidden,
            cache: Cache::of(shapes, case.cache_bits),
            layer_seconds: get(Parameter::Layer) * 1e-6,
            step_seconds: get(Parameter::Step) * 1e-6,
            sequence_seconds: get(Parameter::Sequence) * 1e-6,
            exchange_seconds: get(Parameter::Exchange) * 1e-6,
            attention: get(Parameter::Attention),
            largest_batch: get(Parameter::LargestBatch),
            interruption: get(Parameter::Interruption),
            queue: get(Parameter::Queue),
            server_seconds: get(Parameter::Server) * 1e-3,
            server_seconds_a_user: get(Parameter::ServerPerUser) * 1e-3,
        }
    }

    /// Bytes of weights that so many tokens touch in one step.
    pub(super) fn touched(&self, tokens: f64) -> f64 {
        if self.expert_bytes == 0.0 {
            return self.weight_bytes;
        }
        let share = 1.0 - libm::pow(self.untouched, tokens);
        self.weight_bytes - self.expert_bytes + self.expert_bytes * share
    }

    /// Seconds of exchanges between accelerators for so many tokens: two a layer.
    fn exchanges(&self, tokens: f64) -> f64 {
        if self.width <= 1.0 {
            return 0.0;
        }
        let bytes = tokens * self.hidden * 2.0;
        let share = 2.0 * (self.width - 1.0) / self.width;
        2.0 * self.layers
            * (self.exchange_seconds * libm::log2(self.width)
                + share * bytes / self.link_bytes_a_second)
    }

    /// Seconds of one step that writes one token to each of `batch` sequences of `context` tokens.
    pub fn step_seconds(&self, batch: f64, context: f64) -> f64 {
        self.verify_seconds(batch, 1.0, context)
    }

    /// Seconds to read so many prompt tokens, each attending to half of `context`.
    pub fn prefill_seconds(&self, tokens: f64, context: f64) -> f64 {
        let attention = 2.0 * self.layers * self.hidden * tokens * context * self.attention;
        // Stages work at the same time once a prompt is cut into pieces.
        let pieces = at_least(tokens / MICRO_BATCH, 1.0);
        let at_once = self.stages * pieces / (self.stages + pieces - 1.0);
        let arithmetic =
            (2.0 * self.active * tokens + attention) / (self.operations_a_second * at_once);
        let memory = self.touched(tokens) / self.bytes_a_second;
        libm::sqrt(arithmetic * arithmetic + memory * memory)
            + 1.5 * self.layers * self.layer_seconds
            + self.step_seconds
            + self.exchanges(tokens)
    }

    /// Seconds of one step that checks `tokens` drafted tokens of each of `batch` sequences.
    pub fn verify_seconds(&self, batch: f64, tokens: f64, context: f64) -> f64 {
        let bytes = self.touched(batch * tokens) + batch * self.cache.bytes(context);
        let memory = bytes / self.bytes_a_second + self.unpacking_seconds;
        let arithmetic = 2.0 * self.active * batch * tokens / self.operations_a_second;
        libm::cbrt(memory * memory * memory + arithmetic * arithmetic * arithmetic)
            + self.layers * self.layer_seconds
            + self.step_seconds
            + batch * self.sequence_seconds
            + self.exchanges(batch * tokens)
            + (self.stages - 1.0) * STAGE_SECONDS
    }

    /// Share of other users' prompts that a token waits for.
    pub(super) fn interruption(&self) -> f64 {
        self.interruption
    }

    /// Seconds that the piece of a prompt of so many tokens takes which engines put into a step.
    pub(super) fn piece_seconds(&self, tokens: f64) -> f64 {
        let piece = at_least(at_most(tokens, PIECE_TOKENS), 1.0);
        self.prefill_seconds(piece, at_least(tokens, 1.0))
    }

    /// Seconds to the first token with so many users: those of the request itself, and those that
    /// it waits for other users' prompts.
    pub(super) fn first_token(&self, prompt: f64, batch: f64) -> (f64, f64) {
        let own = prompt + self.server_seconds + batch * self.server_seconds_a_user;
        let others = prompt * self.queue * at_least(batch - 1.0, 0.0);
        (own, others)
    }

    /// Bytes of memory of one copy, of its weights, and those that weights and cache may take.
    pub(super) fn memory_bytes(&self) -> (f64, f64, f64) {
        (
            self.memory_bytes,
            self.weight_bytes,
            self.memory_bytes * USABLE_MEMORY,
        )
    }

    /// Bytes that a sequence of so many tokens keeps.
    pub(super) fn cache_bytes(&self, tokens: f64) -> f64 {
        self.cache.bytes(tokens)
    }

    /// Sequences of this length that one copy of the model serves at once when asked for all it can.
    pub fn batch_that_fits(&self, input_tokens: f64, output_tokens: f64) -> f64 {
        let free = at_least(
            self.memory_bytes * USABLE_MEMORY - self.weight_bytes,
            self.memory_bytes * LEAST_FREE,
        );
        let each = self
            .cache
            .bytes(input_tokens + output_tokens * AVERAGE_ANSWER);
        at_least(1.0 / (each / free + 1.0 / self.largest_batch), 1.0)
    }

    /// Seconds that no step is shorter than: what must be read at the whole bandwidth, or what must
    /// be computed at the whole rate.
    pub fn least_step_seconds(&self, batch: f64, context: f64) -> f64 {
        let bytes = self.touched(batch) + batch * self.cache.bytes(context);
        at_least(
            bytes / self.full_bytes_a_second,
            2.0 * self.active * batch / self.full_operations_a_second,
        )
    }

    /// A figure that some correction made, held to what bandwidth and arithmetic allow.
    pub fn bounded(&self, case: &Case, value: f64) -> f64 {
        let (input, output) = (case.input_tokens, case.output_tokens);
        let context = input + output / 2.0;
        let batch = case.concurrency / self.replicas;
        let prompt = 2.0 * self.active * input / self.full_operations_a_second;
        match case.quantity {
            Quantity::DecodeAlone => at_most(value, 1.0 / self.least_step_seconds(1.0, context)),
            Quantity::FixedBatch => at_most(
                value,
                case.concurrency / self.least_step_seconds(batch, context),
            ),
            Quantity::InterToken => at_least(value, 1e3 * self.least_step_seconds(batch, context)),
            Quantity::Prefill => at_most(value, self.stages * input / prompt),
            Quantity::TimeToFirstToken => at_least(value, 1e3 * prompt / self.stages),
            Quantity::Saturated => at_most(
                value,
                self.replicas * self.stages * self.full_operations_a_second / (2.0 * self.active),
            ),
        }
    }

    /// The quantity that a case asks for, in its unit.
    pub fn answer(&self, case: &Case) -> f64 {
        let (input, output) = (case.input_tokens, case.output_tokens);
        let context = input + output / 2.0;
        let batch = case.concurrency / self.replicas;
        match case.quantity {
            Quantity::DecodeAlone if case.conditions.end_to_end => {
                output
                    / (output * self.step_seconds(1.0, context)
                        + self.prefill_seconds(input, input))
            }
            Quantity::DecodeAlone => 1.0 / self.step_seconds(1.0, context),
            Quantity::Prefill => input / self.prefill_seconds(input, input),
            Quantity::FixedBatch if case.conditions.end_to_end || case.conditions.static_batch => {
                let prompts = at_least(input * batch, 1.0);
                case.concurrency * output
                    / (output * self.step_seconds(batch, context)
                        + self.prefill_seconds(prompts, input))
            }
            Quantity::FixedBatch => case.concurrency / self.step_seconds(batch, context),
            Quantity::Saturated => {
                let batch = self.batch_that_fits(input, output);
                let prompts = at_least(input * batch, 1.0);
                self.replicas * batch * output
                    / (output * self.step_seconds(batch, context)
                        + self.prefill_seconds(prompts, input))
            }
            Quantity::InterToken => {
                let prompt = self.prefill_seconds(at_least(input, 1.0), input);
                1e3 * (self.step_seconds(batch, context)
                    + self.interruption * batch * prompt / at_least(output, 1.0))
            }
            Quantity::TimeToFirstToken if case.conditions.static_batch => {
                1e3 * self.prefill_seconds(at_least(input * batch, 1.0), input)
            }
            Quantity::TimeToFirstToken => {
                let prompt = self.prefill_seconds(at_least(input, 1.0), input);
                let (own, others) = self.first_token(prompt, batch);
                1e3 * (own + others)
            }
        }
    }
}

/// The rate that a case's weights could be multiplied at, in 10¹² operations a second.
///
/// Servers multiply 8- and 4-bit weights at their own rate; engines for personal computers unpack
/// them to 16 bits first, and there cards for personal computers reach twice the rate of their
/// tables, which is the one with 32-bit sums.
fn peak(case: &Case) -> f64 {
    let device = &case.device;
    if !is_for_servers(&case.engine) {
        let doubled = device.is_consumer && is_recent_nvidia(device.class);
        return device.bf16_tflops * if doubled { 2.0 } else { 1.0 };
    }
    let eight = device.fp8_tflops.unwrap_or(device.bf16_tflops);
    if case.weight_bits >= 12.0 {
        device.bf16_tflops
    } else if case.weight_bits >= 7.0 {
        eight
    } else {
        device.fp4_tflops.unwrap_or(eight)
    }
}

/// Whether weights are unpacked to 16 bits by units that are not made for matrices, before every
/// use: in engines for personal computers, whose formats store so many weights with a scale each.
fn is_unpacked(case: &Case) -> bool {
    !is_for_servers(&case.engine) && case.weight_bits < UNPACKED_BELOW_BITS
}

/// 16-bit operations a second outside the units for matrices, in 10¹².
///
/// Tables state the rate of the units for matrices where there are any; how many times that of the
/// others it is depends on the generation.
///
/// # Source
/// NVIDIA's architecture whitepapers (Volta to Blackwell) and AMD's CDNA 3 whitepaper, peak rates
/// with and without units for matrices; a processor multiplies narrow integers at four times the
/// rate of its 32-bit numbers.
fn vector_tflops(device: &Device) -> f64 {
    let times = match device.class {
        DeviceClass::AmpereServer => 1.0 / 16.0,
        DeviceClass::Hopper => 1.0 / 15.0,
        DeviceClass::BlackwellServer => 1.0 / 28.0,
        DeviceClass::Cdna => 1.0 / 8.0,
        DeviceClass::AmpereDesk | DeviceClass::Ada | DeviceClass::BlackwellDesk => {
            if device.is_consumer { 0.5 } else { 0.25 }
        }
        DeviceClass::OlderNvidia | DeviceClass::Rdna => 0.5,
        DeviceClass::Gaudi => 1.0 / 16.0,
        DeviceClass::Apple | DeviceClass::Other => 1.0,
        DeviceClass::Processor | DeviceClass::AppleProcessor => 4.0,
    };
    device.bf16_tflops * times
}

/// Whether an engine is made for servers.
pub(super) fn is_for_servers(engine: &str) -> bool {
    const FOR_DESKS: [&str; 10] = [
        "llama.cpp",
        "llamafile",
        "ollama",
        "mlx",
        "exllama",
        "exllamav2",
        "mlc-llm",
        "ctransformers",
        "ctranslate2",
        "autoawq",
    ];
    !FOR_DESKS.contains(&engine) && engine != "transformers"
}

fn is_recent_nvidia(class: DeviceClass) -> bool {
    matches!(
        class,
        DeviceClass::AmpereDesk | DeviceClass::Ada | DeviceClass::BlackwellDesk
    )
}

/// The larger of two figures, by comparison: the standard one may differ between builds at −0.
pub(super) fn at_least(value: f64, least: f64) -> f64 {
    if value > least { value } else { least }
}

pub(super) fn at_most(value: f64, most: f64) -> f64 {
    if value < most { value } else { most }
}

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
//! The formulas are written once over [`Number`]: the estimator runs them with single numbers, the
//! cost model with those, with lanes of draws, and with numbers that write down every step.
//! All of them start from the same figures, those of the group [`Serving`](Figures), which a case
//! and its efficiencies are turned into.
//!
//! # Source
//! Williams, Waterman and Patterson 2009, "Roofline", Communications of the ACM 52(4), for the two
//! bounds; Pope et al. 2023, "Efficiently Scaling Transformer Inference", MLSys, sections 2 and 3,
//! for bytes, operations and exchanges; Kaplan et al. 2020, arXiv 2001.08361, table 1, for two
//! operations a parameter and token.

use weighbridge_units::{Base, Unit};

use super::case::{Case, Device, DeviceClass, Quantity, Shapes};
use crate::number::Number;
use crate::scenario::Serving as Figures;
use crate::term::Term;

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
/// Pieces of one prompt that are in the pipeline together: llama.cpp takes 2,048 tokens at a time.
const PIECES_OF_A_BATCH: f64 = 4.0;
/// Share of the experts below which nothing counts as untouched.
pub(super) const LEAST_UNTOUCHED: f64 = 1e-9;
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

/// Bytes that a sequence of so many tokens keeps, with elements of so many bits.
pub fn cache_bytes(shapes: &Shapes, bits: f64, tokens: f64) -> f64 {
    let (whole, windowed) = cache_bytes_per_token(shapes, bits);
    tokens * whole + at_most(tokens, shapes.window_tokens) * windowed
}

/// Bytes of a token in the layers that look at all of them, and in those that look at a window.
fn cache_bytes_per_token(shapes: &Shapes, bits: f64) -> (f64, f64) {
    let layer = shapes.cache_elements * bits / 8.0;
    let windowed = at_most(shapes.windowed_layers, shapes.layers);
    (layer * (shapes.layers - windowed), layer * windowed)
}

/// Bytes of the weights that one copy of a case's model holds.
pub(super) fn weight_bytes(case: &Case) -> f64 {
    let nothing_learnt = Efficiencies::of_logarithms(&Parameter::ALL.map(Parameter::prior));
    Machine::new(case, &nothing_learnt).weight_bytes
}

/// A case and its efficiencies as the figures that an option carries; what is left to answers is
/// taken as it is: all three factors of speed are one.
pub fn figures_of(case: &Case, efficiencies: &Efficiencies) -> Figures<f64> {
    let get = |parameter| efficiencies.get(parameter);
    let (shapes, device) = (&case.shapes, &case.device);
    let (whole, windowed) = cache_bytes_per_token(shapes, case.cache_bits);
    Figures {
        parameters_total_billion: shapes.parameters_billion,
        parameters_active_billion: shapes.active_billion,
        embedding_parameters_billion: shapes.embedding_billion,
        layers: shapes.layers,
        hidden_width: shapes.hidden,
        experts: shapes.experts,
        experts_per_token: shapes.experts_per_token,
        bits_per_weight: case.weight_bits,
        kv_cache_bytes_per_token: whole,
        window_cache_bytes_per_token: windowed,
        window_tokens: shapes.window_tokens,
        memory_gigabytes_per_gpu: device.memory_gb,
        usable_memory_share: USABLE_MEMORY,
        bandwidth_gigabytes_per_second_per_gpu: device.bandwidth_gb_s,
        bandwidth_efficiency: get(Parameter::Bandwidth),
        teraflops_per_gpu: peak(case),
        compute_efficiency: get(Parameter::Arithmetic),
        attention_factor: get(Parameter::Attention),
        unpacking_picoseconds_per_weight: if device.is_processor_here() {
            // Its share of measured bandwidth has lost that already.
            0.0
        } else if is_unpacked(&case.engine, case.weight_bits) {
            get(Parameter::Unpack) / vector_tflops(device)
        } else {
            0.0
        },
        link_gigabytes_per_second: device.link_gb_s,
        link_efficiency: get(Parameter::Link),
        layer_microseconds: get(Parameter::Layer),
        step_microseconds: get(Parameter::Step),
        sequence_microseconds: get(Parameter::Sequence),
        exchange_microseconds: get(Parameter::Exchange),
        gpus_per_replica: case.tensor_parallel * case.pipeline_parallel,
        pipeline_stages: case.pipeline_parallel,
        expert_groups: case.expert_groups,
        // Each stage is given as many.
        largest_batch: get(Parameter::LargestBatch) * case.pipeline_parallel,
        interruption_share: get(Parameter::Interruption),
        queue_share: get(Parameter::Queue),
        server_milliseconds: get(Parameter::Server),
        server_milliseconds_per_user: get(Parameter::ServerPerUser),
        decode_speed_factor: 1.0,
        throughput_speed_factor: 1.0,
        first_token_speed_factor: 1.0,
        planned_utilisation: 1.0,
        entered_tokens_per_second: 0.0,
    }
}

/// One copy of a model on its accelerators in bytes, operations and seconds, made once.
#[derive(Debug, Clone, Copy)]
pub struct Machine<V = f64> {
    /// Accelerators that share a layer, as a plain number, and the groups that share out the experts.
    ways: V,
    groups: V,
    /// Other groups in which a token's experts stand.
    other_groups: V,
    pub(super) stages: V,
    pub(super) bytes_a_second: V,
    pub(super) full_bytes_a_second: V,
    pub(super) full_operations_a_second: V,
    pub(super) operations_a_second: V,
    link_bytes_a_second: V,
    pub(crate) total_memory_bytes: V,
    pub(crate) memory_bytes: V,
    pub(crate) weight_bytes: V,
    /// Bytes of the weights that steps read: all but the table in which tokens are looked up.
    pub(super) read_bytes: V,
    pub(super) expert_bytes: V,
    /// Share of the experts that a token does not touch.
    pub(super) untouched: V,
    pub(super) active: V,
    pub(super) unpacking_seconds: V,
    pub(super) layers: V,
    pub(super) hidden: V,
    cache_bytes: V,
    window_cache_bytes: V,
    window_tokens: V,
    /// Share of the layers that look at a window only.
    windowed: V,
    layer_seconds: V,
    step_seconds: V,
    pub(super) sequence_seconds: V,
    /// Shortest time of the exchanges of one layer.
    exchange_seconds: V,
    attention: V,
    largest_batch: V,
    pub(super) interruption: V,
    pub(super) queue: V,
    pub(super) server_seconds: V,
    pub(super) server_seconds_a_user: V,
}

/// A constant without a unit.
#[inline(always)]
pub(super) fn plain<V: Number>(value: f64) -> V {
    V::literal(value, Unit::NONE)
}

/// One request, by which a number of requests becomes a plain number.
#[inline(always)]
pub(super) fn one_request<V: Number>() -> V {
    V::literal(1.0, Unit::of(Base::Request))
}

/// One token of each request.
#[inline(always)]
pub(super) fn one_token_each<V: Number>() -> V {
    V::literal(1.0, Unit::TOKENS_PER_REQUEST)
}

#[inline(always)]
pub(super) fn one_token<V: Number>() -> V {
    V::literal(1.0, Unit::TOKENS)
}

/// Operations that a weight takes for a token: a product and a sum.
#[inline(always)]
pub(super) fn two_operations<V: Number>() -> V {
    let unit = Unit::of(Base::Operation)
        .per(Base::Parameter)
        .per(Base::Token);
    V::literal(2.0, unit)
}

impl Machine {
    /// The machine of a case under these efficiencies.
    pub fn new(case: &Case, efficiencies: &Efficiencies) -> Machine {
        Machine::of(&figures_of(case, efficiencies))
    }
}

impl<V: Number> Machine<V> {
    /// The machine that these figures describe.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn of(figures: &Figures<V>) -> Machine<V> {
        let one_replica = V::literal(1.0, Unit::REPLICAS);
        let one_gpu = V::literal(1.0, Unit::GPUS);
        let byte_per_bit = V::literal(1.0 / 8.0, Unit::BYTES.per(Base::Parameter));
        let total = figures.parameters_total_billion.unscale(9);
        let active = figures.parameters_active_billion.unscale(9);
        let all_gpus = figures.gpus_per_replica * one_replica;
        let stages = figures.pipeline_stages.at_most(all_gpus / one_gpu);
        let gpus = all_gpus / stages;
        let ways = gpus / one_gpu;
        let looked_up = figures
            .embedding_parameters_billion
            .unscale(9)
            .at_most(total);
        // Where nobody says how many experts there are, a token touches what its parameters tell.
        let none = V::zero(Unit::NONE);
        let of_experts = figures.experts_per_token / figures.experts.at_least(V::one());
        let touched = figures
            .experts
            .select_up_to(none, active / total, of_experts);
        let untouched = touched.complement().at_least(none);
        let of_all_experts = (total - active) / untouched.at_least(plain(LEAST_UNTOUCHED));
        let in_experts = of_all_experts.at_most(total - looked_up);
        let expert_bytes = in_experts * figures.bits_per_weight * byte_per_bit;
        // Every group of accelerators holds, and reads, all that is no expert.
        let groups = figures.expert_groups.at_most(ways);
        let others = groups - V::one();
        let held = total + others * (total - in_experts);
        let read = total - looked_up + others * (total - looked_up - in_experts);
        let weight_bytes = (held * figures.bits_per_weight * byte_per_bit).named(Term::WeightBytes);
        let read_bytes = read * figures.bits_per_weight * byte_per_bit;
        // A token's experts stand in any of the groups alike.
        let elsewhere = others / groups;
        let experts_at_once = figures.experts_per_token.at_least(V::one());
        let other_groups = others * elsewhere.power(experts_at_once).complement();
        let bandwidth = figures.bandwidth_gigabytes_per_second_per_gpu.unscale(9) * gpus;
        let rate = figures.teraflops_per_gpu.unscale(12) * gpus;
        let sold = plain(BYTES_OF_A_SOLD_GB / 1e9);
        let memory = figures.memory_gigabytes_per_gpu.unscale(9) * sold * all_gpus;
        Machine {
            ways,
            groups,
            other_groups,
            stages,
            bytes_a_second: bandwidth * figures.bandwidth_efficiency,
            full_bytes_a_second: bandwidth,
            full_operations_a_second: rate * plain(ABOVE_TABLES),
            operations_a_second: rate * figures.compute_efficiency,
            link_bytes_a_second: figures.link_gigabytes_per_second.unscale(9)
                * figures.link_efficiency,
            total_memory_bytes: memory,
            memory_bytes: (memory * figures.usable_memory_share).named(Term::ReplicaMemory),
            weight_bytes,
            read_bytes,
            expert_bytes,
            untouched,
            active,
            unpacking_seconds: (active * figures.unpacking_picoseconds_per_weight.unscale(-12)
                / ways)
                .named(Term::UnpackingTime),
            layers: figures.layers,
            hidden: figures.hidden_width,
            cache_bytes: figures.kv_cache_bytes_per_token,
            window_cache_bytes: figures.window_cache_bytes_per_token,
            window_tokens: figures.window_tokens,
            windowed: figures.window_cache_bytes_per_token
                / (figures.kv_cache_bytes_per_token + figures.window_cache_bytes_per_token)
                    .at_least(V::literal(1e-9, Unit::BYTES.per(Base::Token))),
            layer_seconds: figures.layer_microseconds.unscale(-6),
            step_seconds: figures.step_microseconds.unscale(-6),
            sequence_seconds: figures.sequence_microseconds.unscale(-6),
            exchange_seconds: figures.exchange_microseconds.unscale(-6) * ways.doublings(),
            attention: figures.attention_factor,
            largest_batch: figures.largest_batch * one_replica,
            interruption: figures.interruption_share,
            queue: figures.queue_share,
            server_seconds: figures.server_milliseconds.unscale(-3),
            server_seconds_a_user: figures.server_milliseconds_per_user.unscale(-3),
        }
    }

    /// Bytes of weights that so many tokens touch in one step.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn touched(&self, tokens: V) -> V {
        self.with_experts(self.share_touched(tokens))
    }

    /// Share of the experts that so many tokens touch in one step.
    #[inline(always)]
    pub(super) fn share_touched(&self, tokens: V) -> V {
        self.untouched.power(tokens / one_token()).complement()
    }

    /// Bytes of weights with so large a share of the experts.
    #[inline(always)]
    pub(super) fn with_experts(&self, share: V) -> V {
        self.read_bytes - self.expert_bytes + self.expert_bytes * share
    }

    /// Bytes that a sequence of so many tokens keeps.
    #[inline(always)]
    pub(crate) fn cache_bytes(&self, tokens: V) -> V {
        tokens * self.cache_bytes + tokens.at_most(self.window_tokens) * self.window_cache_bytes
    }

    /// Seconds of exchanges between accelerators for so many tokens: two a layer.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn exchanges(&self, tokens: V) -> V {
        let seconds = plain::<V>(2.0) * self.layers * self.exchange_seconds
            + tokens * self.exchange_seconds_a_token();
        seconds.named(Term::ExchangeTime)
    }

    /// Seconds that a token adds to the exchanges of a step.
    #[inline(always)]
    pub(super) fn exchange_seconds_a_token(&self) -> V {
        let bytes = |count| V::literal(count, Unit::BYTES.per(Base::Token));
        // Two sums over the accelerators of a group, whose tokens are a part of all.
        let sharing = self.ways / self.groups;
        let share = plain::<V>(2.0) * (sharing - V::one()) / sharing / self.groups;
        let sums = plain::<V>(2.0) * self.layers * share * self.hidden * bytes(2.0);
        // To the experts of other groups with eight bits a number, and back with sixteen.
        let sent = self.layers * self.other_groups / self.groups * self.hidden * bytes(3.0);
        (sums + sent) / self.link_bytes_a_second
    }

    /// Seconds of one step that writes one token to each of `batch` sequences of `context` tokens.
    #[inline(always)]
    pub fn step_seconds(&self, batch: V, context: V) -> V {
        self.verify_seconds(batch, one_token_each(), context)
    }

    /// Seconds in which each of `batch` sequences gets a token where they are enough to keep all
    /// stages at work: every stage works at a part of them of its own.
    #[inline(always)]
    pub(super) fn full_step_seconds(&self, batch: V, context: V) -> V {
        let part = (batch / self.stages).at_least(batch.at_most(one_request()));
        self.step_seconds(part, context)
    }

    /// The context, at half of which a token of a prompt looks on average, as a mean over layers.
    ///
    /// A layer with a window looks at the whole of that window, hence at half of two.
    #[inline(always)]
    pub(super) fn seen_tokens(&self, context: V) -> V {
        context * self.windowed.complement()
            + context.at_most(plain::<V>(2.0) * self.window_tokens) * self.windowed
    }

    /// Seconds to read so many prompt tokens, each attending to half of `context`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn prefill_seconds(&self, tokens: V, context: V) -> V {
        let two = V::literal(
            2.0,
            Unit::of(Base::Operation)
                .times(Base::Request)
                .per(Base::Token)
                .per(Base::Token),
        );
        let seen = self.seen_tokens(context);
        let attention = two * self.layers * self.hidden * tokens * seen * self.attention;
        // Stages work at the same time once a prompt is cut into pieces, but only at those of one
        // batch: the next one, or another prompt, begins when it is through.
        let prompts = tokens / context.at_least(one_token_each()) / one_request();
        let most = plain::<V>(PIECES_OF_A_BATCH) * prompts.at_least(V::one());
        let pieces = (tokens / V::literal(MICRO_BATCH, Unit::TOKENS))
            .at_least(V::one())
            .at_most(most);
        let at_once = self.stages * pieces / (self.stages + pieces - V::one());
        let operations = two_operations::<V>() * self.active * tokens + attention;
        let arithmetic =
            (operations / (self.operations_a_second * at_once)).named(Term::ArithmeticTime);
        let memory = (self.touched(tokens) / self.bytes_a_second).named(Term::ReadingTime);
        let overheads = plain::<V>(1.5) * self.layers * self.layer_seconds + self.step_seconds;
        (arithmetic.root_of_squares(memory)
            + overheads.named(Term::OverheadTime)
            + self.exchanges(tokens))
        .named(Term::PrefillTime)
    }

    /// Seconds of one step that checks `tokens` drafted tokens of each of `batch` sequences.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn verify_seconds(&self, batch: V, tokens: V, context: V) -> V {
        let all_tokens = batch * tokens;
        let bytes =
            (self.touched(all_tokens) + batch * self.cache_bytes(context)).named(Term::BytesRead);
        let memory =
            (bytes / self.bytes_a_second + self.unpacking_seconds).named(Term::ReadingTime);
        let arithmetic = (two_operations::<V>() * self.active * all_tokens
            / self.operations_a_second)
            .named(Term::ArithmeticTime);
        let overheads = self.standing_seconds() + batch * self.sequence_seconds;
        memory.root_of_cubes(arithmetic)
            + overheads.named(Term::OverheadTime)
            + self.exchanges(all_tokens)
    }

    /// Seconds that a step takes beside reading, computing and exchanging, however few it serves.
    #[inline(always)]
    fn standing_seconds(&self) -> V {
        self.layers * self.layer_seconds
            + self.step_seconds
            + (self.stages - V::one()) * V::literal(STAGE_SECONDS, Unit::SECONDS)
    }

    /// Seconds that a step takes however few it serves and however little it reads.
    #[inline(always)]
    pub(super) fn least_overhead_seconds(&self) -> V {
        self.standing_seconds() + plain::<V>(2.0) * self.layers * self.exchange_seconds
    }

    /// Seconds that the piece of a prompt of so many tokens takes which engines put into a step.
    pub(super) fn piece_seconds(&self, tokens: V) -> V {
        let tokens = tokens.at_least(one_token_each());
        let piece = tokens * one_request();
        let piece = piece.at_most(V::literal(PIECE_TOKENS, Unit::TOKENS));
        self.prefill_seconds(piece, tokens)
    }

    /// Seconds to the first token with so many users: those of the request itself, and those that
    /// it waits for other users' prompts.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn first_token(&self, prompt: V, batch: V) -> (V, V) {
        let server = self.server_seconds + batch * self.server_seconds_a_user;
        let others = (batch - one_request()).at_least(V::zero(Unit::of(Base::Request)));
        (
            prompt + server.named(Term::ServerTime),
            (prompt * self.queue * (others / one_request())).named(Term::WaitForPrompts),
        )
    }

    /// Sequences of this length that one copy of the model serves at once when asked for all it can.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn batch_that_fits(&self, input_tokens: V, output_tokens: V) -> V {
        let one = V::one();
        let of_one = self.room_of_one(input_tokens, output_tokens);
        (one / (of_one + one / self.largest_batch)).at_least(one_request())
    }

    /// The share of the memory left beside the weights that one sequence takes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn room_of_one(&self, input_tokens: V, output_tokens: V) -> V {
        let free = (self.memory_bytes - self.weight_bytes)
            .at_least(self.total_memory_bytes * plain(LEAST_FREE));
        self.cache_bytes(input_tokens + output_tokens * plain(AVERAGE_ANSWER)) / free
    }

    /// Seconds that no step is shorter than: what must be read at the whole bandwidth, or what must
    /// be computed at the whole rate.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn least_step_seconds(&self, batch: V, context: V) -> V {
        let all_tokens = batch * one_token_each();
        let bytes = self.touched(all_tokens) + batch * self.cache_bytes(context);
        let operations = two_operations::<V>() * self.active * all_tokens;
        (bytes / self.full_bytes_a_second).at_least(operations / self.full_operations_a_second)
    }

    /// Seconds that no prompt of so many tokens is read in.
    #[inline(always)]
    pub(super) fn least_prompt_seconds(&self, tokens: V) -> V {
        two_operations::<V>() * self.active * tokens / self.full_operations_a_second / self.stages
    }

    /// Tokens a second that no copy writes more than.
    #[inline(always)]
    pub(super) fn most_tokens_a_second(&self) -> V {
        self.stages * self.full_operations_a_second / (two_operations::<V>() * self.active)
    }
}

impl Machine {
    /// A figure that some correction made, held to what bandwidth and arithmetic allow.
    pub fn bounded(&self, case: &Case, value: f64) -> f64 {
        let (input, output) = (case.input_tokens, case.output_tokens);
        let context = input + output / 2.0;
        let batch = case.concurrency / case.replicas();
        match case.quantity {
            Quantity::DecodeAlone => at_most(value, 1.0 / self.least_step_seconds(1.0, context)),
            Quantity::FixedBatch => at_most(
                value,
                case.concurrency / self.least_step_seconds(batch, context),
            ),
            Quantity::InterToken => at_least(value, 1e3 * self.least_step_seconds(batch, context)),
            Quantity::Prefill => at_most(value, input / self.least_prompt_seconds(input)),
            Quantity::TimeToFirstToken => at_least(value, 1e3 * self.least_prompt_seconds(input)),
            Quantity::Saturated => at_most(value, case.replicas() * self.most_tokens_a_second()),
        }
    }

    /// The quantity that a case asks for, in its unit.
    pub fn answer(&self, case: &Case) -> f64 {
        let (input, output) = (case.input_tokens, case.output_tokens);
        let context = input + output / 2.0;
        let batch = case.concurrency / case.replicas();
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
                // Servers let those wait for whom there is no room, and begin with them afterwards.
                let room = match is_for_servers(&case.engine) {
                    true => at_least(1.0 / self.room_of_one(input, output), 1.0),
                    false => batch,
                };
                let together = at_most(batch, room);
                let turns = batch / together;
                case.concurrency * output
                    / (turns * output * self.step_seconds(together, context)
                        + self.prefill_seconds(prompts, input))
            }
            Quantity::FixedBatch => case.concurrency / self.step_seconds(batch, context),
            Quantity::Saturated => {
                let batch = self.batch_that_fits(input, output);
                let prompts = at_least(input * batch, 1.0);
                case.replicas() * batch * output
                    / (output * self.full_step_seconds(batch, context)
                        + self.prefill_seconds(prompts, input))
            }
            Quantity::InterToken => {
                let prompt = self.prefill_seconds(at_least(input, 1.0), input);
                1e3 * (self.step_seconds(batch, context)
                    + self.interruption * at_least(batch - 1.0, 0.0) * prompt
                        / at_least(output, 1.0))
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
pub(super) fn peak(case: &Case) -> f64 {
    let device = &case.device;
    if device.is_processor_here() {
        return device.measured_tflops(case.weight_bits);
    }
    if !is_for_servers(&case.engine) {
        return unpacked_tflops(device)
            * times_of_tables(&case.engine, device.class, device.is_consumer);
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

/// How many times the 16-bit rate of its table an engine reaches on an accelerator of a class.
pub fn times_of_tables(engine: &str, class: DeviceClass, is_consumer: bool) -> f64 {
    let doubled = is_consumer && is_recent_nvidia(class);
    if doubled && !is_for_servers(engine) {
        2.0
    } else {
        1.0
    }
}

/// Whether weights are unpacked to 16 bits by units that are not made for matrices, before every
/// use: in engines for personal computers, whose formats store so many weights with a scale each.
pub(super) fn is_unpacked(engine: &str, bits: f64) -> bool {
    !is_for_servers(engine) && is_packed(bits)
}

/// Whether weights of so many bits are stored packed, with a scale for several.
pub(crate) fn is_packed(bits: f64) -> bool {
    bits < UNPACKED_BELOW_BITS
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
pub(super) fn vector_tflops(device: &Device) -> f64 {
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
    unpacked_tflops(device) * times
}

/// Operations for each byte that a processor reads above which its table must mean units for
/// matrices: those without them do 10 to 40.
const MATRIX_UNITS_ABOVE: f64 = 100.0;
/// How many times the rate of its other units that of a processor's units for matrices is.
const MATRIX_UNITS_TIMES: f64 = 32.0;

/// 16-bit operations a second that an engine for personal computers does on unpacked weights, in
/// 10¹²: of a processor those outside its units for matrices, which its formats do not feed.
///
/// # Source
/// Intel’s manual on optimising for its 64-bit architectures, chapter on AMX: 2,048 operations
/// of 16 bits a cycle and core, where two units of AVX-512 do 64 of 32 bits.
fn unpacked_tflops(device: &Device) -> f64 {
    let rate = device.bf16_tflops;
    let of_a_byte = 1e3 * rate / device.bandwidth_gb_s;
    if device.class == DeviceClass::Processor && of_a_byte > MATRIX_UNITS_ABOVE {
        rate / MATRIX_UNITS_TIMES
    } else {
        rate
    }
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

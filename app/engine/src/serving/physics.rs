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

mod answer;
mod figures;
mod parameter;
mod rates;
mod times;

use weighbridge_units::{Base, Unit};

use super::case::Case;
use crate::number::Number;
use crate::scenario::Serving as Figures;
use crate::term::Term;

pub(super) use figures::weight_bytes;
pub use figures::{cache_bytes, figures_of};
pub use parameter::{Efficiencies, PARAMETERS, Parameter};
pub(super) use rates::is_for_servers;
pub(crate) use rates::is_packed;
pub use rates::times_of_tables;

/// How much more than the rates of their tables some cards are measured to reach.
pub(super) const ABOVE_TABLES: f64 = 1.15;
/// Bytes of a “gigabyte” of memory as hardware is sold: memory comes in powers of two.
pub(super) const BYTES_OF_A_SOLD_GB: f64 = 1_073_741_824.0;
/// Share of memory that is thought free where the weights fill all of it.
const LEAST_FREE: f64 = 0.02;
/// Share of its answer that a sequence holds in the cache on average, with room kept.
const AVERAGE_ANSWER: f64 = 0.6;
/// Share of the experts below which nothing counts as untouched.
pub(super) const LEAST_UNTOUCHED: f64 = 1e-9;

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
}

/// The larger of two figures, by comparison: the standard one may differ between builds at −0.
pub(super) fn at_least(value: f64, least: f64) -> f64 {
    if value > least { value } else { least }
}

pub(super) fn at_most(value: f64, most: f64) -> f64 {
    if value < most { value } else { most }
}

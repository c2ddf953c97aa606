//! What one replica of a model on a machine can do: memory, speed and throughput.
//!
//! [`FirstPrinciples`] is a rough estimate: memory fit with the model's true cache size, decode
//! bound by memory bandwidth, prefill bound by arithmetic.
//! A calibrated estimator takes its place behind [`ServingModel`].

use weighbridge_units::{Base, Unit};

use crate::number::Number;
use crate::scenario::{SelfHosted, Serving, ThroughputSource, Workload};
use crate::term::Term;

/// Says what one replica can do.
pub trait ServingModel {
    /// One replica of a hosted model under a workload.
    fn replica<V: Number>(
        &self,
        hosting: &SelfHosted,
        serving: &Serving<V>,
        workload: &Workload<V>,
    ) -> Replica<V>;
}

/// One copy of a model on its accelerators.
#[derive(Debug, Clone, Copy)]
pub struct Replica<V> {
    /// Bytes of the weights.
    pub weight_bytes: V,
    /// Bytes of cache for one sequence at full length.
    pub cache_bytes_per_sequence: V,
    /// Bytes that weights and cache may use.
    pub memory_bytes: V,
    /// Sequences that fit into memory beside the weights; below 1 the model does not fit.
    pub sequences_that_fit: V,
    /// Sequences served at once, within memory and the latency target; at least 1.
    pub batch_size: V,
    /// Seconds from a request to its first token, without waiting in a queue.
    pub time_to_first_token_seconds: V,
    /// Seconds between tokens for one user.
    pub time_per_output_token_seconds: V,
    /// Tokens a second, input and output, of the whole replica.
    pub tokens_per_second: V,
}

/// Bandwidth, arithmetic and memory, each with one efficiency.
#[derive(Debug, Clone, Copy, Default)]
pub struct FirstPrinciples;

impl ServingModel for FirstPrinciples {
    /// # Method
    /// With `W` bytes of weights read in a step, `c` bytes of cache read for a sequence,
    /// bandwidth `β`, arithmetic rate `φ`, batch `B`, `N` active parameters, and prompts and
    /// answers of `i` and `o` tokens:
    /// step time `s = max((W + B c) ÷ β, 2 N B ÷ φ)`, prefill `p = 2 N i ÷ φ`,
    /// time of the replica spent on one request `p + o s ÷ B`,
    /// time between tokens `s + B p ÷ o`.
    /// Of a mixture of experts a batch touches the share `1 − (1 − N ÷ total)^B` of the weights.
    /// See `docs/methods/serving.md` for sources and known error.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn replica<V: Number>(
        &self,
        hosting: &SelfHosted,
        serving: &Serving<V>,
        workload: &Workload<V>,
    ) -> Replica<V> {
        let one_replica = V::literal(1.0, Unit::NONE.per(Base::Replica));
        let one_token = V::literal(1.0, Unit::TOKENS_PER_REQUEST);
        let one_sequence = V::literal(1.0, Unit::of(Base::Request).per(Base::Replica));
        let byte_per_bit = V::literal(1.0 / 8.0, Unit::BYTES.per(Base::Parameter));
        let operations = V::literal(
            2.0,
            Unit::of(Base::Operation)
                .per(Base::Parameter)
                .per(Base::Token),
        );

        let total = serving.parameters_total_billion.unscale(9);
        let active = serving.parameters_active_billion.unscale(9);
        let gpus = serving.gpus_per_replica;
        let bandwidth = serving.bandwidth_gigabytes_per_second_per_gpu.unscale(9)
            * gpus
            * serving.bandwidth_efficiency;
        let arithmetic = serving.teraflops_per_gpu.unscale(12) * gpus * serving.compute_efficiency;

        let input = workload.input_tokens_per_request;
        let output = workload.output_tokens_per_request.at_least(one_token);
        let steps = output / one_token;

        let weight_bytes =
            (total * serving.bits_per_weight * byte_per_bit).named(Term::WeightBytes);
        let weights = weight_bytes * one_replica;
        let memory =
            serving.memory_gigabytes_per_gpu.unscale(9) * gpus * serving.usable_memory_share;
        let memory = memory.named(Term::ReplicaMemory);
        let cache = |tokens: V| {
            serving.kv_cache_bytes_per_token * tokens
                + serving.window_cache_bytes_per_token * tokens.at_most(serving.window_tokens)
        };
        let cache_at_end = cache(input + output)
            .at_least(V::literal(1.0, Unit::BYTES.per(Base::Request)))
            .named(Term::CacheBytesPerSequence);
        let cache_on_average = cache(input + output * V::literal(0.5, Unit::NONE));
        let sequences_that_fit = ((memory - weights) / cache_at_end)
            .whole_down()
            .at_least(V::literal(0.0, Unit::of(Base::Request).per(Base::Replica)));

        let fresh_input = input * workload.cached_input_share.complement();
        let prefill = active * operations * fresh_input / arithmetic;

        let target = workload.target_tokens_per_second;
        let step_limit = V::literal(1.0, Unit::TOKENS) / target;
        let byte_budget = step_limit * bandwidth - weights;
        let bytes_per_sequence = cache_on_average + bandwidth * prefill / steps;
        let batch_in_time = target.select_up_to(
            V::zero(Unit::TOKENS_PER_SECOND),
            serving.largest_batch,
            (byte_budget / bytes_per_sequence)
                .whole_down()
                .at_least(one_sequence),
        );
        let batch = sequences_that_fit
            .at_most(serving.largest_batch)
            .at_most(batch_in_time)
            .at_least(one_sequence)
            .named(Term::BatchSize);

        let untouched = (active / total).complement().power(batch / one_sequence);
        let read = weights * untouched.complement() + batch * cache_on_average;
        let step_by_bandwidth = read / bandwidth;
        let step_by_arithmetic = batch * one_token * active * operations / arithmetic;
        let step = step_by_bandwidth
            .at_least(step_by_arithmetic)
            .named(Term::StepTime);

        let per_request = prefill + steps * step / batch;
        let estimated = (input + output) / per_request;
        let tokens_per_second = match hosting.throughput {
            ThroughputSource::Estimated => estimated,
            ThroughputSource::Entered => serving.entered_tokens_per_second,
        }
        .named(Term::ReplicaThroughput);

        Replica {
            weight_bytes,
            cache_bytes_per_sequence: cache_at_end,
            memory_bytes: memory,
            sequences_that_fit,
            batch_size: batch,
            time_to_first_token_seconds: (prefill * one_sequence + step)
                .named(Term::TimeToFirstToken),
            time_per_output_token_seconds: (step + batch * prefill / steps)
                .named(Term::TimePerOutputToken),
            tokens_per_second,
        }
    }
}

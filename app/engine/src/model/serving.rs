//! What one replica of a model on a machine can do: memory, speed and throughput.
//!
//! The physics is that of [`crate::serving`], with what measurements taught as figures of the
//! option: nothing is looked up here, so that a scenario computes the same next year.

use weighbridge_units::{Base, Unit};

use crate::number::Number;
use crate::scenario::{SelfHosted, Serving, ThroughputSource, Workload};
use crate::serving::Pace;
use crate::term::Term;

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
    /// Sequences served at once, within memory and the latency targets; at least 1.
    pub batch_size: V,
    /// Seconds from a request to its first token with so many at once, without waiting for a place.
    pub time_to_first_token_seconds: V,
    /// Seconds between tokens for one user of so many.
    pub time_per_output_token_seconds: V,
    /// Tokens a second, input and output, of the whole replica.
    pub tokens_per_second: V,
}

impl<V: Number> Replica<V> {
    /// One replica of a hosted model under a workload.
    ///
    /// # Method
    /// As many requests at once as memory and engine allow and both latency targets bear; the times
    /// and what is finished a second are those of `serving/pace.rs`.
    /// See `docs/methods/serving.md` for the formulas and their known error.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn of(hosting: &SelfHosted, serving: &Serving<V>, workload: &Workload<V>) -> Replica<V> {
        let one_replica = V::literal(1.0, Unit::REPLICAS);
        let one_request = V::literal(1.0, Unit::of(Base::Request));
        let input = workload.input_tokens_per_request;
        let pace = Pace::of(
            serving,
            input,
            workload.cached_input_share,
            workload.output_tokens_per_request,
        );
        let machine = &pace.machine;
        let output = pace.output();

        let cache_at_end = machine
            .cache_bytes(input + output)
            .at_least(V::literal(1.0, Unit::BYTES.per(Base::Request)))
            .named(Term::CacheBytesPerSequence);
        let sequences_that_fit = ((machine.memory_bytes - machine.weight_bytes) / cache_at_end)
            .whole_down()
            .at_least(V::zero(Unit::of(Base::Request)));

        let fitting = pace.fitting();
        let places = fitting.whole_down().at_least(one_request);
        let target = workload.target_tokens_per_second;
        // Nought asks for nothing, and must not be divided by.
        let asked = target.at_least(V::literal(1e-3, Unit::TOKENS_PER_SECOND));
        let in_time =
            pace.batch_in_time(V::literal(1.0, Unit::TOKENS) / asked, is_mixture(hosting));
        let in_time = target.select_up_to(V::zero(Unit::TOKENS_PER_SECOND), places, in_time);
        let target = workload.target_time_to_first_token_seconds;
        let for_first = pace.batch_for_first_token(target);
        let for_first = target.select_up_to(V::zero(Unit::SECONDS), places, for_first);
        let batch = places
            .at_most(in_time.at_most(for_first).whole_down())
            .at_least(one_request)
            .named(Term::BatchSize);

        let inter_token =
            (pace.step(batch) + pace.interruptions(batch)).named(Term::TimePerOutputToken);
        let (first_token, _) = pace.first_token(batch);
        let stay = pace.stay(first_token, inter_token);
        let requests = pace
            .finished(batch, stay)
            .at_most(pace.saturated_requests(fitting));
        let tokens_per_second = match hosting.throughput {
            ThroughputSource::Estimated => requests * (input + output) / one_replica,
            ThroughputSource::Entered => serving.entered_tokens_per_second,
        }
        .named(Term::ReplicaThroughput);

        Replica {
            weight_bytes: machine.weight_bytes,
            cache_bytes_per_sequence: cache_at_end,
            memory_bytes: machine.memory_bytes / one_replica,
            sequences_that_fit: sequences_that_fit / one_replica,
            batch_size: batch / one_replica,
            time_to_first_token_seconds: first_token,
            time_per_output_token_seconds: inter_token,
            tokens_per_second,
        }
    }
}

/// Whether a token passes through a part of the weights only.
fn is_mixture(hosting: &SelfHosted) -> bool {
    let figures = &hosting.serving;
    figures.experts.value > 0.0
        || figures.parameters_active_billion.value < figures.parameters_total_billion.value
}

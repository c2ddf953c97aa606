//! Capacity and waiting in the cost model: the laws of physics hold for any figures, the batch that
//! is chosen keeps its targets, and the server drawn from an option is the one that is paid for.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each file of tests uses some of them")]
mod samples;

use proptest::prelude::*;
use weighbridge_engine::Scenario;
use weighbridge_engine::evaluate;
use weighbridge_engine::figure::{Figure, FigureGroup};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{OptionId, Plan, Rented};
use weighbridge_engine::serving::{Load, Quantity, case_of, server_of};

use samples::{blank, option, set};

/// Figures of any model on any machine, as field and value.
fn figures() -> impl Strategy<Value = Vec<(&'static str, f64)>> {
    let model = (
        0.3..700.0f64,
        0.05..1.0f64,
        1u32..120,
        64u32..16384,
        prop::sample::select(vec![0.0, 8.0, 128.0]),
        prop::sample::select(vec![16.0, 8.0, 4.5]),
        100.0..500_000.0f64,
        0.0..100_000.0f64,
        0.0..10_000.0f64,
    );
    let machine = (
        8.0..300.0f64,
        50.0..9_000.0f64,
        1.0..3_000.0f64,
        0.2..1.2f64,
        0.05..0.9f64,
        16.0..900.0f64,
        prop::sample::select(vec![1.0, 2.0, 8.0, 16.0]),
        prop::sample::select(vec![1.0, 2.0]),
    );
    let engine = (
        0.0..100.0f64,
        0.0..50.0f64,
        0.0..2.0f64,
        0.0..3.0f64,
        0.0..100.0f64,
        0.0..20.0f64,
        0.5..2.0f64,
        0.5..2.0f64,
        0.5..2.0f64,
        1.0..1_000.0f64,
    );
    (model, machine, engine).prop_map(|(model, machine, engine)| {
        let (total, active, layers, width, experts, bits, cache, window, window_tokens) = model;
        let (memory, bandwidth, rate, reached, computed, link, gpus, stages) = machine;
        let (layer, sequence, interruption, queue, server, user, decode, full, first, batch) =
            engine;
        let active = if experts > 0.0 { total * active } else { total };
        vec![
            ("parameters_total_billion", total),
            ("parameters_active_billion", active),
            ("embedding_parameters_billion", 0.2 * active),
            ("layers", f64::from(layers)),
            ("hidden_width", f64::from(width)),
            ("experts", experts),
            ("experts_per_token", if experts > 0.0 { 2.0 } else { 0.0 }),
            ("bits_per_weight", bits),
            ("kv_cache_bytes_per_token", cache),
            ("window_cache_bytes_per_token", window),
            ("window_tokens", window_tokens),
            ("memory_gigabytes_per_gpu", memory),
            ("bandwidth_gigabytes_per_second_per_gpu", bandwidth),
            ("bandwidth_efficiency", reached),
            ("teraflops_per_gpu", rate),
            ("compute_efficiency", computed),
            ("link_gigabytes_per_second", link),
            ("gpus_per_replica", gpus),
            ("pipeline_stages", stages),
            // Of the models with many experts, each accelerator holds some.
            (
                "expert_groups",
                if experts > 8.0 {
                    (gpus / stages).max(1.0)
                } else {
                    1.0
                },
            ),
            ("layer_microseconds", layer),
            ("sequence_microseconds", sequence),
            ("interruption_share", interruption),
            ("queue_share", queue),
            ("server_milliseconds", server),
            ("server_milliseconds_per_user", user),
            ("decode_speed_factor", decode),
            ("throughput_speed_factor", full),
            ("first_token_speed_factor", first),
            ("largest_batch", batch),
        ]
    })
}

fn scenario(figures: &[(&str, f64)], (input, output): (f64, f64)) -> Scenario {
    let mut scenario = blank();
    set(&mut scenario, "workload.input_tokens_per_request", input);
    set(&mut scenario, "workload.output_tokens_per_request", output);
    set(&mut scenario, "workload.cached_input_share", 0.25);
    let mut plan = Rented::default();
    for (field, value) in figures {
        *plan.hosting.serving.get_mut(field).unwrap() = Figure::entered(*value);
    }
    scenario.options.push(option("own", Plan::RentedGpu(plan)));
    scenario
}

fn get(scenario: &Scenario, measure: Measure) -> f64 {
    let outcome = evaluate(scenario);
    outcome.options[0].get(measure).unwrap()
}

fn with(scenario: &Scenario, field: &str, value: f64) -> Scenario {
    let mut changed = scenario.clone();
    set(&mut changed, &format!("options.own.serving.{field}"), value);
    changed
}

fn own() -> OptionId {
    OptionId::parse("own").unwrap()
}

const SLACK: f64 = 1.0 + 1e-9;

proptest! {
    #[test]
    fn more_bandwidth_never_slows_anything(
        figures in figures(),
        lengths in (1.0..20_000.0f64, 1.0..4_000.0f64),
        more in 1.0..4.0f64,
    ) {
        let before = scenario(&figures, lengths);
        let bandwidth = figures.iter().find(|(field, _)| field.starts_with("bandwidth_giga"));
        let after = with(
            &before,
            "bandwidth_gigabytes_per_second_per_gpu",
            bandwidth.unwrap().1 * more,
        );
        for measure in [Measure::TimePerOutputToken, Measure::TimeToFirstToken] {
            prop_assert!(get(&after, measure) <= get(&before, measure) * SLACK);
        }
        let speed = Measure::TokensPerSecond;
        prop_assert!(get(&after, speed) * SLACK >= get(&before, speed));
    }

    #[test]
    fn more_context_never_shortens_a_step(
        figures in figures(),
        lengths in (1.0..20_000.0f64, 1.0..4_000.0f64),
        more in 1.0..20_000.0f64,
    ) {
        // With one request at once: longer ones leave room for fewer.
        let alone = |input| {
            with(&scenario(&figures, (input, lengths.1)), "largest_batch", 1.0)
        };
        let (before, after) = (alone(lengths.0), alone(lengths.0 + more));
        let time = Measure::TimePerOutputToken;
        prop_assert!(get(&after, time) * SLACK >= get(&before, time));
    }

    #[test]
    fn more_requests_at_once_never_make_one_of_them_faster(
        figures in figures(),
        lengths in (1.0..20_000.0f64, 1.0..4_000.0f64),
        more in 1.0..500.0f64,
    ) {
        let before = scenario(&figures, lengths);
        let batch = figures.last().unwrap().1;
        let after = with(&before, "largest_batch", batch + more);
        prop_assert!(get(&after, Measure::BatchSize) >= get(&before, Measure::BatchSize));
        for measure in [Measure::TimePerOutputToken, Measure::TimeToFirstToken] {
            prop_assert!(get(&after, measure) * SLACK >= get(&before, measure));
        }
    }

    #[test]
    fn more_bits_never_take_less_memory(
        figures in figures(),
        lengths in (1.0..20_000.0f64, 1.0..4_000.0f64),
    ) {
        let few = with(&scenario(&figures, lengths), "bits_per_weight", 4.0);
        let many = with(&few, "bits_per_weight", 16.0);
        let weights = Measure::WeightGigabytes;
        prop_assert!(get(&many, weights) >= get(&few, weights));
        let fit = Measure::SequencesThatFit;
        prop_assert!(get(&many, fit) <= get(&few, fit));
    }

    #[test]
    fn the_batch_keeps_both_targets_and_is_not_much_smaller_than_it_could_be(
        figures in figures(),
        lengths in (1.0..20_000.0f64, 1.0..4_000.0f64),
        speed in 0.5..200.0f64,
        first in 0.05..30.0f64,
    ) {
        let free = scenario(&figures, lengths);
        let mut held = free.clone();
        set(&mut held, "workload.target_tokens_per_second", speed);
        set(&mut held, "workload.target_time_to_first_token_seconds", first);
        let batch = get(&held, Measure::BatchSize);
        prop_assert!(batch >= 1.0 && batch <= get(&free, Measure::BatchSize));
        let meets = |scenario: &Scenario| {
            get(scenario, Measure::TimePerOutputToken) <= SLACK / speed
                && get(scenario, Measure::TimeToFirstToken) <= first * SLACK
        };
        prop_assert!(batch == 1.0 || meets(&held), "{batch}");
        let Some(Ok(server)) = server_of(&free, &own()) else {
            return Ok(());
        };
        // One more would miss a target or find no place; of a mixture of experts, whose share touched
        // is bounded from above, a fifth more and two.
        let experts = figures.iter().find(|(field, _)| *field == "experts").unwrap().1;
        let more = match experts > 0.0 {
            true => (batch * 1.2).floor() + 2.0,
            false => batch + 1.0,
        };
        if more <= server.places() {
            let state = server.state(Load::Concurrency(more)).unwrap();
            // The batch is shaved by a part in ten millions.
            let near = 1.0 + 1e-6;
            let misses = state.tokens_per_second_per_user < speed * near
                || server.mean_first_token_seconds(more) > first / near;
            prop_assert!(misses, "{batch} and not {more}: {state:?}");
        }
    }

    #[test]
    fn the_server_of_an_option_is_the_one_that_is_paid_for(
        figures in figures(),
        lengths in (1.0..20_000.0f64, 1.0..4_000.0f64),
    ) {
        let scenario = scenario(&figures, lengths);
        let Some(Ok(server)) = server_of(&scenario, &own()) else {
            return Ok(());
        };
        let batch = get(&scenario, Measure::BatchSize);
        prop_assert_eq!(batch, server.places());
        let state = server.state(Load::Concurrency(batch)).unwrap();
        let seconds = 1.0 / state.tokens_per_second_per_user;
        let time = get(&scenario, Measure::TimePerOutputToken);
        prop_assert!((seconds / time - 1.0).abs() < 1e-12);
        let first = server.mean_first_token_seconds(batch);
        prop_assert_eq!(first.to_bits(), get(&scenario, Measure::TimeToFirstToken).to_bits());
        let tokens = state.requests_per_second * (lengths.0 + lengths.1);
        let paid = get(&scenario, Measure::TokensPerSecond);
        prop_assert!((tokens / paid - 1.0).abs() < 1e-12, "{tokens} {paid}");
        let case = case_of(&scenario, &own(), Quantity::InterToken).unwrap();
        prop_assert_eq!(case.concurrency, batch);
    }
}

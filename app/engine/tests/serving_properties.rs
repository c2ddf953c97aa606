//! What must hold of any case: physics is never turned round, and what cannot be is named.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use weighbridge_engine::serving::fit::Observation;
use weighbridge_engine::serving::physics::Machine;
use weighbridge_engine::serving::{
    Asked, Calibration, Case, Coefficient, Conditions, Device, DeviceClass, Estimator, Impossible,
    Load, Novelty, Quantity, ResidualBand, Server, Serving, Shapes, Speculation, Targets,
};
use weighbridge_units::PartialDate;

/// A calibration that makes something of every parameter.
fn estimator() -> Estimator {
    let effect = |feature: &str, level: &str, effect| Coefficient {
        feature: feature.to_owned(),
        level: level.to_owned(),
        effect,
    };
    let bands = Quantity::ALL.map(|quantity| ResidualBand {
        quantity,
        novelty: Novelty::Far,
        p10: -0.4,
        p50: 0.0,
        p90: 0.3,
        rows: 100,
    });
    Estimator::new(Calibration {
        data_hash: String::new(),
        made_on: PartialDate::year(2026).unwrap(),
        rows: 0,
        coefficients: vec![
            effect("bandwidth/engine", "vllm", 0.2),
            effect("bandwidth/precision", "4", -0.3),
            effect("queue", "", 0.5),
            effect("server/engine", "vllm", 0.4),
            effect("answer/quantity/engine", "inter-token|vllm", 0.3),
            effect("answer/quantity/experts", "decode-alone|yes", -0.2),
        ],
        bands: bands.to_vec(),
        devices: Default::default(),
        models: Default::default(),
        pairs: Default::default(),
        years: Default::default(),
    })
}

fn device() -> impl Strategy<Value = Device> {
    let class = prop::sample::select(DeviceClass::ALL.to_vec());
    (
        class,
        8.0..300.0f64,
        50.0..9000.0f64,
        1.0..3000.0f64,
        16.0..900.0f64,
        any::<bool>(),
        prop::sample::select(vec!["any", "here: any"]),
    )
        .prop_map(
            |(class, memory_gb, bandwidth_gb_s, bf16_tflops, link_gb_s, has_fp8, id)| Device {
                id: id.to_owned(),
                class,
                is_consumer: false,
                memory_gb,
                bandwidth_gb_s,
                bf16_tflops,
                fp8_tflops: has_fp8.then_some(2.0 * bf16_tflops),
                fp4_tflops: None,
                link_gb_s,
            },
        )
}

fn shapes() -> impl Strategy<Value = Shapes> {
    (
        0.3..80.0f64,
        0.05..1.0f64,
        8u32..100,
        512.0..16384.0f64,
        128.0..8192.0f64,
        prop::sample::select(vec![(0.0, 0.0), (8.0, 2.0), (128.0, 8.0), (256.0, 8.0)]),
        0.0..1.0f64,
        prop::sample::select(vec![0.0, 0.1, 0.3]),
    )
        .prop_map(
            |(total, active, layers, hidden, cache, experts, windowed, looked_up)| Shapes {
                parameters_billion: total,
                active_billion: if experts.0 > 0.0 {
                    total * active
                } else {
                    total
                },
                embedding_billion: looked_up * total * if experts.0 > 0.0 { active } else { 1.0 },
                layers: f64::from(layers),
                hidden,
                heads: Some(64.0),
                cache_elements: cache,
                windowed_layers: (windowed * f64::from(layers)).floor(),
                window_tokens: 512.0,
                experts: experts.0,
                experts_per_token: experts.1,
            },
        )
}

fn case() -> impl Strategy<Value = Case> {
    (
        prop::sample::select(Quantity::ALL.to_vec()),
        prop::sample::select(vec!["vllm", "tensorrt-llm", "llama.cpp", "unheard-of"]),
        shapes(),
        device(),
        prop::sample::select(vec![16.0, 8.0, 4.5]),
        prop::sample::select(vec![1.0, 2.0, 4.0, 8.0]),
        1.0..20000.0f64,
        1.0..4000.0f64,
        1.0..200.0f64,
        any::<bool>(),
    )
        .prop_map(
            |(quantity, engine, shapes, device, bits, width, input, output, users, flag)| Case {
                quantity,
                engine: engine.to_owned(),
                engine_version: String::new(),
                year: 2025.5,
                model: "any".to_owned(),
                shapes,
                device,
                weight_bits: bits,
                cache_bits: 16.0,
                accelerators: width,
                tensor_parallel: width,
                pipeline_parallel: 1.0,
                // Half of the mixtures have their experts spread.
                expert_groups: if flag && shapes.experts > 0.0 {
                    width
                } else {
                    1.0
                },
                input_tokens: input.floor(),
                output_tokens: output.floor(),
                concurrency: users.floor(),
                conditions: Conditions {
                    steady_arrivals: flag,
                    ..Conditions::default()
                },
            },
        )
}

/// Figures of speed rise, and times fall, or stay.
fn no_slower(quantity: Quantity, before: f64, after: f64) -> bool {
    let slack = 1.0 + 1e-9;
    match quantity {
        Quantity::InterToken | Quantity::TimeToFirstToken => after <= before * slack,
        _ => after * slack >= before,
    }
}

proptest! {
    #[test]
    fn an_answer_is_a_positive_number_in_its_range(case in case()) {
        if let Ok(estimate) = estimator().estimate(&case) {
            prop_assert!(estimate.value.is_finite() && estimate.value > 0.0);
            prop_assert!(estimate.p10 > 0.0 && estimate.p90.is_finite());
            prop_assert!(estimate.p10 <= estimate.value && estimate.value <= estimate.p90);
        }
    }

    #[test]
    fn more_bandwidth_is_never_slower(case in case(), more in 1.0..4.0f64) {
        let estimator = estimator();
        let mut faster = case.clone();
        faster.device.bandwidth_gb_s *= more;
        let (before, after) = (estimator.unchecked(&case), estimator.unchecked(&faster));
        prop_assert!(no_slower(case.quantity, before, after), "{before} {after}");
    }

    #[test]
    fn more_context_never_shortens_a_step(case in case(), more in 1.0..20000.0f64) {
        let estimator = estimator();
        let of = |input| estimator.unchecked(&Case {
            quantity: Quantity::DecodeAlone,
            input_tokens: input,
            ..case.clone()
        });
        let (before, after) = (of(case.input_tokens), of(case.input_tokens + more));
        prop_assert!(no_slower(Quantity::DecodeAlone, after, before), "{before} {after}");
        let of = |input| estimator.unchecked(&Case {
            quantity: Quantity::InterToken,
            input_tokens: input,
            ..case.clone()
        });
        let (before, after) = (of(case.input_tokens), of(case.input_tokens + more));
        prop_assert!(no_slower(Quantity::InterToken, after, before), "{before} {after}");
    }

    #[test]
    fn more_users_never_make_one_of_them_faster(case in case(), more in 1.0..300.0f64) {
        let estimator = estimator();
        for quantity in [Quantity::InterToken, Quantity::TimeToFirstToken, Quantity::FixedBatch] {
            let of = |users: f64| {
                let case = Case { quantity, concurrency: users, ..case.clone() };
                let figure = estimator.unchecked(&case);
                match quantity {
                    // Tokens a second of all of them.
                    Quantity::FixedBatch => figure / users,
                    _ => 1.0 / figure,
                }
            };
            let (before, after) = (of(case.concurrency), of(case.concurrency + more));
            prop_assert!(after <= before * (1.0 + 1e-9), "{quantity:?}: {before} {after}");
        }
    }

    #[test]
    fn more_bits_never_take_less_memory(case in case(), load in 1.0..50.0f64) {
        let estimator = estimator();
        let memory = |bits, cache| {
            let case = Case { weight_bits: bits, cache_bits: cache, ..case.clone() };
            let server = Server::new(&estimator, &case, Serving::default()).ok()?;
            server.state(Load::Concurrency(load)).ok().map(|state| state.memory)
        };
        if let (Some(few), Some(many)) = (memory(4.5, 8.0), memory(16.0, 8.0)) {
            prop_assert!(few.weights_gb <= many.weights_gb);
        }
        if let (Some(few), Some(many)) = (memory(4.5, 8.0), memory(4.5, 16.0)) {
            prop_assert!(few.cache_gb <= many.cache_gb && few.weights_gb == many.weights_gb);
        }
    }

    #[test]
    fn a_server_keeps_its_promises(case in case(), share in 0.05..0.98f64) {
        let estimator = estimator();
        let Ok(server) = Server::new(&estimator, &case, Serving::default()) else {
            return Ok(());
        };
        let most = server.most_requests_per_second();
        let state = server.state(Load::Rate(share * most)).unwrap();
        let times = [state.time_to_first_token_ms, state.inter_token_ms, state.end_to_end_ms];
        for one in times {
            prop_assert!(one.p50.is_finite() && one.p50 > 0.0);
            prop_assert!(one.p50 <= one.p95 && one.p95 <= one.p99, "{one:?}");
        }
        let memory = state.memory;
        let sum = memory.weights_gb + memory.cache_gb + memory.overhead_gb + memory.free_gb;
        prop_assert!((sum / memory.total_gb - 1.0).abs() < 1e-9, "{memory:?}");
        let busier = server.state(Load::Rate(most * (share + 0.01))).unwrap();
        prop_assert!(busier.end_to_end_ms.p95 >= state.end_to_end_ms.p95 * (1.0 - 1e-9));
        let is_unstable = matches!(
            server.state(Load::Rate(most * 1.001)),
            Err(Impossible::Unstable { .. })
        );
        prop_assert!(is_unstable);
        let target = state.end_to_end_ms.p95 * (1.0 + 1e-9);
        let targets = Targets { end_to_end_ms: Some(target), ..Targets::default() };
        let replicas = server.replicas(&[share * most, 3.0 * share * most], &targets).unwrap();
        prop_assert!(replicas.needed <= 3 && replicas.with_spare == replicas.needed + 1);
        if let Some(batch) = server.largest_batch(&targets) {
            let at = |batch: f64| {
                let state = server.state(Load::Concurrency(batch * case.replicas()));
                state.is_ok_and(|state| targets.are_met_by(&state))
            };
            prop_assert!(at(batch) && !at(batch + 1.0));
        }
    }

    #[test]
    fn a_measurement_of_ones_own_replaces_and_pulls(case in case(), times in 1.0..3.0f64) {
        let estimator = estimator();
        let before = estimator.unchecked(&case);
        // Slower than estimated: faster may be more than physics lets through.
        let value = match case.quantity {
            Quantity::InterToken | Quantity::TimeToFirstToken => before * times,
            _ => before / times,
        };
        let own = Observation { case: case.clone(), value };
        let (pulled, changes) = estimator.with_own(std::slice::from_ref(&own));
        let off = (changes[0].after / value - 1.0).abs();
        // The noise of a measurement is a tenth.
        prop_assert!(off < 0.105, "{changes:?}");
        if let (Ok(before), Ok(after)) = (estimator.estimate(&case), pulled.estimate(&case)) {
            prop_assert!(after.p90 / after.p10 <= before.p90 / before.p10 * (1.0 + 1e-9)
                || before.p90 == before.value);
        }
        let other = Case { engine: "another".to_owned(), model: "other".to_owned(), ..case };
        prop_assert_eq!(pulled.unchecked(&other), estimator.unchecked(&other));
    }
}

/// An 8B model in 16 bits on eight cards of 80 GB, one copy on each.
fn sane() -> Case {
    Case {
        quantity: Quantity::DecodeAlone,
        engine: "vllm".to_owned(),
        engine_version: String::new(),
        year: 2025.5,
        model: "any".to_owned(),
        shapes: Shapes {
            parameters_billion: 8.0,
            active_billion: 8.0,
            embedding_billion: 0.0,
            layers: 32.0,
            hidden: 4096.0,
            heads: Some(32.0),
            cache_elements: 2048.0,
            windowed_layers: 0.0,
            window_tokens: 0.0,
            experts: 0.0,
            experts_per_token: 0.0,
        },
        device: Device {
            id: "any".to_owned(),
            class: DeviceClass::Hopper,
            is_consumer: false,
            memory_gb: 80.0,
            bandwidth_gb_s: 3350.0,
            bf16_tflops: 989.0,
            fp8_tflops: Some(1978.0),
            fp4_tflops: None,
            link_gb_s: 450.0,
        },
        weight_bits: 16.0,
        cache_bits: 16.0,
        accelerators: 8.0,
        tensor_parallel: 1.0,
        pipeline_parallel: 1.0,
        expert_groups: 1.0,
        input_tokens: 1000.0,
        output_tokens: 100.0,
        concurrency: 1.0,
        conditions: Conditions::default(),
    }
}

#[test]
fn what_cannot_be_is_named() {
    let sane = sane();
    let estimator = estimator();
    assert!(estimator.estimate(&sane).is_ok());
    let ask = |change: &dyn Fn(&mut Case)| {
        let mut case = sane.clone();
        change(&mut case);
        estimator.estimate(&case).unwrap_err()
    };
    let unevenly = ask(&|case| case.expert_groups = 3.0);
    assert!(matches!(unevenly, Impossible::Split { ways: 3.0, .. }));
    let not_positive = |reason: Impossible, name: &str| matches!(reason, Impossible::NotPositive { field, .. } if field == name);
    assert!(not_positive(
        ask(&|case| case.output_tokens = 0.0),
        "output_tokens"
    ));
    assert!(not_positive(
        ask(&|case| case.input_tokens = f64::NAN),
        "input_tokens"
    ));
    assert!(not_positive(
        ask(&|case| case.device.bandwidth_gb_s = f64::INFINITY),
        "bandwidth_gb_s"
    ));
    assert!(not_positive(
        ask(&|case| case.weight_bits = -4.0),
        "weight_bits"
    ));
    let reason = ask(&|case| case.tensor_parallel = 5.0);
    assert_eq!(
        reason,
        Impossible::Heads {
            heads: 32.0,
            ways: 5.0
        }
    );
    let reason = ask(&|case| case.tensor_parallel = 16.0);
    assert_eq!(
        reason,
        Impossible::Split {
            accelerators: 8.0,
            ways: 16.0
        }
    );
    let reason = ask(&|case| case.shapes.parameters_billion = 70.0);
    assert!(matches!(reason, Impossible::DoesNotFit { weights_gb, .. } if weights_gb == 140.0));
    let reason = ask(&|case| case.input_tokens = 1e6);
    assert!(
        matches!(reason, Impossible::CacheDoesNotFit { .. }),
        "{reason}"
    );
    let crowded = |engine: &str| {
        let case = Case {
            quantity: Quantity::FixedBatch,
            engine: engine.to_owned(),
            accelerators: 1.0,
            concurrency: 1e5,
            ..sane.clone()
        };
        estimator.estimate(&case)
    };
    assert!(crowded("llama.cpp").is_err());
    assert!(crowded("vllm").is_ok(), "requests wait for a place");
    let server = |serving| Server::new(&estimator, &sane, serving);
    let crowded = server(Serving::default())
        .unwrap()
        .state(Load::Concurrency(1e6));
    assert!(matches!(crowded, Err(Impossible::CacheDoesNotFit { .. })));
    for prefix_share in [1.0, -0.1, f64::NAN] {
        let serving = Serving {
            prefix_share,
            ..Serving::default()
        };
        assert!(matches!(server(serving), Err(Impossible::NotAShare { .. })));
    }
}

/// A model whose table is looked up reads that much less, and needs as much memory; under half the
/// context as within a window, half of the layers with one read and keep less.
#[test]
fn tables_that_are_looked_up_and_windows_save_reading() {
    let estimator = estimator();
    let tied = sane();
    let mut untied = sane();
    untied.shapes.embedding_billion = 0.8;
    let seconds = |case: &Case| {
        let (efficiencies, _) = estimator.efficiencies(case);
        let machine = Machine::new(case, &efficiencies);
        machine.least_step_seconds(1.0, 8_000.0)
    };
    let ways = tied.tensor_parallel * tied.device.bandwidth_gb_s;
    let saved = seconds(&tied) - seconds(&untied);
    assert!((saved - 0.8 * 2.0 / ways).abs() < 1e-9, "{saved}");
    let decode = |case: &Case| estimator.unchecked(case);
    assert!(decode(&untied) > decode(&tied));
    let batch = |case: &Case| {
        let (efficiencies, _) = estimator.efficiencies(case);
        Machine::new(case, &efficiencies).batch_that_fits(4_000.0, 500.0)
    };
    assert_eq!(batch(&untied), batch(&tied));

    let mut windowed = sane();
    windowed.shapes.windowed_layers = 16.0;
    windowed.shapes.window_tokens = 1_000.0;
    let saved = seconds(&tied) - seconds(&windowed);
    let kept = 16.0 * 2048.0 * 2.0 * (8_000.0 - 1_000.0);
    assert!((saved - kept / (1e9 * ways)).abs() < 1e-9, "{saved}");
    assert!(batch(&windowed) > batch(&tied));
    let prompt = |case: &Case| {
        let (efficiencies, _) = estimator.efficiencies(case);
        Machine::new(case, &efficiencies).prefill_seconds(16_000.0, 16_000.0)
    };
    assert!(prompt(&windowed) < prompt(&tied));
}

/// Experts that are spread save the sums of attention and send tokens instead, and every
/// accelerator holds the rest of the weights; with one group nothing changes.
#[test]
fn spread_experts_send_tokens_and_hold_the_rest_of_the_weights() {
    let estimator = estimator();
    let mut shared = sane();
    shared.shapes = Shapes {
        parameters_billion: 100.0,
        active_billion: 10.0,
        experts: 128.0,
        experts_per_token: 8.0,
        heads: Some(64.0),
        ..shared.shapes
    };
    shared.tensor_parallel = 8.0;
    let mut spread = shared.clone();
    spread.expert_groups = 8.0;
    let step = |case: &Case| {
        let (efficiencies, _) = estimator.efficiencies(case);
        Machine::new(case, &efficiencies).step_seconds(4_096.0, 1_000.0)
    };
    let mut slow = spread.clone();
    slow.device.link_gb_s = 1.0;
    assert!(step(&slow) > step(&spread), "messages take their time");
    let mut slow_shared = shared.clone();
    slow_shared.device.link_gb_s = 1.0;
    // Sums move 7 ÷ 8 × 8 bytes a number and token, spread experts 1.72.
    assert!(step(&slow_shared) > 2.0 * step(&slow));
    // A dense part of 8 GB, held eight times: 200 GB of weights become 256, and 215 are there.
    let mut tight = spread.clone();
    tight.device.memory_gb = 25.0;
    assert!(matches!(
        estimator.estimate(&tight),
        Err(Impossible::DoesNotFit { .. })
    ));
    tight.expert_groups = 1.0;
    assert!(!matches!(
        estimator.estimate(&tight),
        Err(Impossible::DoesNotFit { .. })
    ));
}

/// Whoever is alone on a copy waits for nobody's prompt between tokens, however long prompts are.
#[test]
fn nobody_interrupts_whoever_is_alone() {
    let estimator = estimator();
    let between = |users: f64| {
        let mut case = sane();
        case.input_tokens = 20_000.0;
        case.output_tokens = 10.0;
        case.quantity = Quantity::InterToken;
        case.concurrency = users * case.replicas();
        let (efficiencies, _) = estimator.efficiencies(&case);
        let machine = Machine::new(&case, &efficiencies);
        let step = machine.step_seconds(users, case.input_tokens + case.output_tokens / 2.0);
        machine.answer(&case) / 1e3 / step
    };
    assert!((between(1.0) - 1.0).abs() < 1e-9, "{}", between(1.0));
    assert!(between(2.0) > 1.5, "{}", between(2.0));
}

#[test]
fn caches_and_drafts_save_time() {
    let estimator = estimator();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = 0;
    while seen < 50 {
        let case = case().new_tree(&mut runner).unwrap().current();
        let server = |serving| Server::new(&estimator, &case, serving);
        let Ok(plain) = server(Serving::default()) else {
            continue;
        };
        seen += 1;
        let at = |server: &Server| server.state(Load::Concurrency(case.replicas())).unwrap();
        let cached = server(Serving {
            prefix_share: 0.8,
            ..Serving::default()
        })
        .unwrap();
        assert!(at(&cached).time_to_first_token_ms.p50 <= at(&plain).time_to_first_token_ms.p50);
        // Three in four accepted of four drafted: 3.05 tokens a step (Leviathan et al., equation 1).
        let drafts = Speculation {
            acceptance: 0.75,
            draft_tokens: 4.0,
            draft_cost: 0.0,
        };
        assert!((drafts.tokens_a_step() - 3.050_781_25).abs() < 1e-12);
        let free = Server::new(
            &estimator,
            &case,
            Serving {
                speculation: Some(drafts),
                ..Serving::default()
            },
        )
        .unwrap();
        assert!(
            at(&free).tokens_per_second_per_user <= 3.06 * at(&plain).tokens_per_second_per_user
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_work_passes_its_roof_by_more_than_cards_pass_their_tables(
        case in case(),
        batch in 1.0..64.0f64,
    ) {
        let Ok(server) = Server::new(&estimator(), &case, Serving::default()) else {
            return Ok(());
        };
        let roofline = server.roofline(batch);
        let points = [Some(roofline.alone), Some(roofline.decode), roofline.prefill];
        for point in points.into_iter().flatten() {
            prop_assert!(point.operations_a_byte > 0.0);
            // Tables may state less than cards reach, by this much.
            let reached = roofline.reached(&point);
            prop_assert!(reached > 0.0 && reached <= 1.15 + 1e-9, "{roofline:?}");
        }
        prop_assert!(roofline.decode.operations_a_byte >= roofline.alone.operations_a_byte - 1e-12);
        let ridge = roofline.ridge();
        prop_assert!((roofline.roof(ridge) / roofline.operations_a_second - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_busy_hour_has_the_fewest_copies_that_hold_it(case in case(), load in 0.1..40.0f64) {
        let estimator = estimator();
        let Ok(server) = Server::new(&estimator, &case, Serving::default()) else {
            return Ok(());
        };
        let most = server.most_requests_per_second();
        let mut day = [0.0; weighbridge_engine::serving::day::HOURS];
        day[weighbridge_engine::serving::day::BUSIEST] = load * most;
        let asked = Asked {
            targets: Targets::default(),
            day: Some(day),
            planned_utilisation: 0.7,
        };
        let copies = asked.copies(&server, load * most).unwrap();
        prop_assert_eq!(copies.with_spare, copies.needed + 1);
        prop_assert!(copies.utilisation <= 0.7 + 1e-9);
        let fewer = f64::from(copies.needed) - 1.0;
        prop_assert!(fewer * 0.7 < load);
        prop_assert_eq!(asked.copies(&server, 0.0).unwrap().needed, 0);
    }
}

#[test]
fn one_model_timed_on_a_processor_speaks_for_others_there() {
    let estimator = estimator();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut looked_at = 0;
    while looked_at < 50 {
        let mut case = case().new_tree(&mut runner).unwrap().current();
        case.device.class = DeviceClass::Processor;
        case.quantity = Quantity::DecodeAlone;
        let estimated = estimator.unchecked(&case);
        if !(estimated.is_finite() && estimated > 0.0) {
            continue;
        }
        looked_at += 1;
        let own = Observation {
            case: case.clone(),
            value: estimated / 3.0,
        };
        let (pulled, changes) = estimator.with_own(std::slice::from_ref(&own));
        let replaced = changes[0].after / own.value;
        assert!((replaced - 1.0).abs() < 0.105, "{changes:?}");
        let mut larger = case.clone();
        larger.model = "a larger one".to_owned();
        let (_, plain) = estimator.efficiencies(&larger);
        let (_, told) = pulled.efficiencies(&larger);
        // Three times slower was measured; the other model is most of that slower too.
        assert!((2.0..3.0).contains(&(plain / told)), "{}", plain / told);
        let (_, prompt) = pulled.efficiencies(&Case {
            quantity: Quantity::Prefill,
            ..larger.clone()
        });
        let (_, plain) = estimator.efficiencies(&Case {
            quantity: Quantity::Prefill,
            ..larger
        });
        assert!(plain / prompt < 1.1, "{}", plain / prompt);
    }
}

/// Four cards with a quarter of the layers each write four times what one of the same rates and with
/// four times the memory does: every stage works at another part of what is served.
#[test]
fn stages_of_a_full_copy_work_at_the_same_time() {
    let physics = |stages: f64, memory_gb: f64| {
        let mut case = Case {
            quantity: Quantity::Saturated,
            accelerators: stages,
            pipeline_parallel: stages,
            input_tokens: 100.0,
            output_tokens: 2000.0,
            concurrency: 0.0,
            ..sane()
        };
        case.device.memory_gb = memory_gb;
        estimator().estimate(&case).unwrap().physics
    };
    let (one, four) = (physics(1.0, 320.0), physics(4.0, 80.0));
    assert!((2.5..4.0).contains(&(four / one)), "{one} {four}");
}

/// Of one prompt four pieces are in the pipeline at most, however long it is; the prompts of a full
/// copy follow each other.
#[test]
fn a_long_prompt_keeps_few_stages_at_work() {
    let prefill = |stages: f64, input: f64| {
        let case = Case {
            quantity: Quantity::Prefill,
            engine: "llama.cpp".to_owned(),
            accelerators: stages,
            pipeline_parallel: stages,
            input_tokens: input,
            ..sane()
        };
        estimator().estimate(&case).unwrap().physics
    };
    for (stages, input, least, most) in [
        // One piece passes one stage after the other.
        (4.0, 512.0, 0.95, 1.05),
        (4.0, 1024.0, 1.5, 1.65),
        // 4 × 4 ÷ (4 + 4 − 1), of eight pieces as of four.
        (4.0, 2048.0, 2.2, 2.35),
        (4.0, 4096.0, 2.2, 2.35),
        (8.0, 4096.0, 2.75, 2.95),
    ] {
        let times = prefill(stages, input) / prefill(1.0, input);
        assert!((least..most).contains(&times), "{stages} {input}: {times}");
    }
}

/// Requests of a fixed batch for whom a server has no room begin when others are through.
#[test]
fn a_fixed_batch_without_room_takes_turns() {
    let batch = |users: f64| {
        let case = Case {
            quantity: Quantity::FixedBatch,
            accelerators: 1.0,
            concurrency: users,
            input_tokens: 4000.0,
            output_tokens: 1000.0,
            conditions: Conditions {
                static_batch: true,
                ..Conditions::default()
            },
            ..sane()
        };
        estimator().estimate(&case).unwrap().physics
    };
    // 72 GiB less 16 GB of weights hold 101 sequences of 4,600 tokens of 131 kB.
    let (many, twice) = (batch(100.0), batch(200.0));
    assert!((0.98..1.02).contains(&(twice / many)), "{many} {twice}");
    assert!(many / batch(50.0) > 1.05);
}

//! What measurements of one's own do to options: replaced, pulled, brought back, left alone.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::prelude::*;
use weighbridge_engine::catalogue::{Catalogue, HardwareId, ModelId, WeightFormat};
use weighbridge_engine::compose::{
    self, Standing, believe_measurements, believing, measurement_effects,
};
use weighbridge_engine::evaluate;
use weighbridge_engine::figure::{Figure, Origin};
use weighbridge_engine::finding::Finding;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{
    EndpointCase, InputPath, Measurement, MeasurementKind, OptionId, Plan, Subject,
};
use weighbridge_engine::serving::{Case, Estimator, Quantity, case_of};
use weighbridge_engine::{Outcome, Scenario};

fn catalogue() -> Catalogue {
    weighbridge_catalogue::built_in().unwrap().0
}

fn estimator(catalogue: &Catalogue) -> &Estimator {
    catalogue.estimator().unwrap()
}

/// Two models on one kind of machine, one of them on another kind too, and one bought.
fn scenario(catalogue: &Catalogue) -> Scenario {
    let date = "2026-11-24".parse().unwrap();
    let mut scenario = compose::new_scenario(catalogue, "Measured", date);
    for (id, model, hardware) in [
        ("large", "llama-3.1-70b-instruct", "h100-sxm"),
        ("small", "llama-3.1-8b-instruct", "h100-sxm"),
        ("elsewhere", "llama-3.1-8b-instruct", "mi300x"),
    ] {
        let (model, hardware) = (ModelId::from(model), HardwareId::from(hardware));
        let format = WeightFormat::Bf16;
        let made = compose::owned_option(&scenario, catalogue, &model, format, &hardware);
        let mut option = made.unwrap();
        option.id = OptionId::parse(id).unwrap();
        scenario.options.push(option);
    }
    let price = &catalogue.records().prices[0].id;
    let mut bought = compose::api_option(&scenario, catalogue, price).unwrap();
    bought.id = OptionId::parse("bought").unwrap();
    scenario.options.push(bought);
    scenario
}

fn option(id: &str) -> OptionId {
    OptionId::parse(id).unwrap()
}

fn case(scenario: &Scenario, id: &str, quantity: Quantity) -> Case {
    case_of(scenario, &option(id), quantity).unwrap()
}

/// A measurement of what an option runs, so many times its estimate.
fn measured(scenario: &Scenario, of: &str, quantity: Quantity, times: f64) -> Measurement {
    let base = catalogue();
    let case = case(scenario, of, quantity);
    let estimated = estimator(&base).unchecked(&case);
    Measurement {
        id: scenario.fresh_measurement_id("run"),
        kind: MeasurementKind::Imported,
        on: "2026-11-20".parse().unwrap(),
        source: "run.json".to_owned(),
        subject: Subject::Deployment(case),
        value: estimated * times,
        spread: None,
        estimated: Some(estimated),
        conditions: String::new(),
        run: None,
        is_busy: false,
        is_in_use: true,
    }
}

fn figure<'a>(scenario: &'a Scenario, option: &str, field: &str) -> &'a Figure {
    let path = InputPath::new(format!("options.{option}.{field}"));
    scenario.figure(&path).unwrap()
}

const DECODE: &str = "serving.decode_speed_factor";

fn error_share(figure: &Figure) -> f64 {
    let Origin::Estimated { error_share, .. } = &figure.origin else {
        panic!("{figure:?}");
    };
    error_share.unwrap()
}

#[test]
fn the_same_is_replaced_its_class_is_pulled_and_the_rest_stays() {
    let catalogue = catalogue();
    let before = scenario(&catalogue);
    let mut after = before.clone();
    let faster = measured(&before, "small", Quantity::InterToken, 0.7);
    after.measurements.push(faster);
    believe_measurements(&mut after, estimator(&catalogue));

    let replaced = figure(&after, "small", DECODE);
    let times = replaced.value / figure(&before, "small", DECODE).value;
    assert!((times - 1.0 / 0.7).abs() < 0.05, "{times}");
    assert_eq!(
        replaced.origin,
        Origin::Measured {
            run: "own-measurements/run".to_owned(),
            on: Some("2026-11-20".parse().unwrap()),
        }
    );

    let (old, new) = (
        figure(&before, "large", DECODE),
        figure(&after, "large", DECODE),
    );
    assert!(
        new.value > old.value * 1.01 && new.value < old.value * 1.4,
        "{old:?} {new:?}"
    );
    assert!(error_share(new) < error_share(old), "{old:?} {new:?}");

    for field in [DECODE, "serving.throughput_speed_factor"] {
        assert_eq!(
            figure(&before, "elsewhere", field),
            figure(&after, "elsewhere", field)
        );
    }
    let latency = |scenario: &Scenario, id: &str| {
        let outcome = evaluate(scenario);
        outcome
            .option(&option(id))
            .unwrap()
            .get(Measure::TimePerOutputToken)
            .unwrap()
    };
    assert!(latency(&after, "small") < latency(&before, "small"));
    assert_eq!(latency(&after, "elsewhere"), latency(&before, "elsewhere"));
}

#[test]
fn what_was_entered_stays_and_what_is_removed_brings_the_estimate_back() {
    let catalogue = catalogue();
    let mut entered = scenario(&catalogue);
    let path = InputPath::new(format!("options.large.{DECODE}"));
    entered.set_figure(&path, Figure::entered(1.25)).unwrap();
    let before = entered.clone();
    let measurement = measured(&before, "small", Quantity::InterToken, 0.5);
    entered.measurements.push(measurement);
    believe_measurements(&mut entered, estimator(&catalogue));
    assert_eq!(figure(&entered, "large", DECODE), &Figure::entered(1.25));
    assert_ne!(
        figure(&entered, "small", DECODE),
        figure(&before, "small", DECODE)
    );
    entered.measurements.clear();
    believe_measurements(&mut entered, estimator(&catalogue));
    assert_eq!(entered, before);
}

#[test]
fn a_busy_machine_and_one_left_aside_change_nothing() {
    let catalogue = catalogue();
    let before = scenario(&catalogue);
    let measurement = measured(&before, "small", Quantity::InterToken, 3.0);
    let mut busy = before.clone();
    busy.measurements.push(Measurement {
        run: None,
        is_busy: true,
        ..measurement.clone()
    });
    busy.measurements.push(Measurement {
        id: "aside".to_owned(),
        is_in_use: false,
        ..measurement
    });
    believe_measurements(&mut busy, estimator(&catalogue));
    assert_eq!(busy.options, before.options);
    let effects = measurement_effects(&busy, estimator(&catalogue), &catalogue);
    let standings: Vec<Standing> = effects.iter().map(|effect| effect.standing).collect();
    assert_eq!(standings, [Standing::Busy, Standing::LeftAside]);
    assert!(
        effects
            .iter()
            .all(|effect| effect.change.is_none() && effect.options.is_empty())
    );
    let findings = evaluate(&busy).findings;
    let of_busy = findings
        .iter()
        .filter(|finding| matches!(finding, Finding::MeasuredWhileBusy { .. }));
    assert_eq!(of_busy.count(), 1);
}

#[test]
fn effects_tell_before_and_after_of_the_estimate_and_of_options() {
    let catalogue = catalogue();
    let mut case = scenario(&catalogue);
    let slow = measured(&case, "small", Quantity::InterToken, 2.5);
    let value = slow.value;
    case.measurements.push(slow);
    believe_measurements(&mut case, estimator(&catalogue));
    let effects = measurement_effects(&case, estimator(&catalogue), &catalogue);
    let [effect] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    let change = effect.change.as_ref().unwrap();
    assert_eq!(change.measured, value);
    assert!((change.after / value - 1.0).abs() < 0.1, "{change:?}");
    assert!(
        change.before < change.after && change.class_factor > 1.0,
        "{change:?}"
    );
    let moved: Vec<(&str, bool)> = effect
        .options
        .iter()
        .map(|option| (option.option.as_str(), option.is_same))
        .collect();
    assert_eq!(moved, [("large", false), ("small", true)]);
    for option in &effect.options {
        let time = option
            .results
            .iter()
            .find(|one| one.measure == Measure::TimePerOutputToken);
        let time = time.unwrap();
        assert!(time.before.unwrap() < time.after.unwrap(), "{option:?}");
    }
    let far = evaluate(&case).findings;
    assert!(
        far.iter().any(|finding| matches!(finding, Finding::MeasuredFarOff { times, .. } if (times - 2.5).abs() < 1e-9)),
        "{far:?}"
    );
}

#[test]
fn an_interface_that_was_measured_is_judged_by_its_speed() {
    let catalogue = catalogue();
    let mut case = scenario(&catalogue);
    let bought = case.option(&option("bought")).unwrap().clone();
    let provider = match &bought.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => api.provider.clone(),
        other => panic!("{other:?}"),
    };
    let endpoint = |quantity| EndpointCase {
        quantity,
        model: bought.model.as_ref().unwrap().id.clone(),
        provider: provider.clone(),
        input_tokens: 1500.0,
        output_tokens: 300.0,
        concurrency: 1.0,
    };
    let unknown = evaluate(&case);
    let of = |outcome: &Outcome, measure| outcome.option(&option("bought")).unwrap().get(measure);
    assert_eq!(of(&unknown, Measure::TimeToFirstToken), None);
    let template = measured(&case, "small", Quantity::InterToken, 1.0);
    for (id, quantity, value, spread) in [
        (
            "first",
            Quantity::TimeToFirstToken,
            900.0,
            Some((700.0, 1200.0)),
        ),
        ("between", Quantity::InterToken, 20.0, None),
    ] {
        case.measurements.push(Measurement {
            id: id.to_owned(),
            kind: MeasurementKind::Endpoint,
            subject: Subject::Endpoint(endpoint(quantity)),
            value,
            spread,
            estimated: None,
            ..template.clone()
        });
    }
    believe_measurements(&mut case, estimator(&catalogue));
    let known = evaluate(&case);
    assert_eq!(of(&known, Measure::TimeToFirstToken), Some(0.9));
    assert_eq!(of(&known, Measure::TimePerOutputToken), Some(0.02));
    let first = figure(
        &case,
        "bought",
        "interface_speed.time_to_first_token_seconds",
    );
    let range = first.range.as_ref().unwrap();
    assert_eq!((range.low, range.high), (0.7, 1.2));
    let speed = "interface_speed.tokens_per_second";
    assert_eq!(figure(&case, "bought", speed).value, 50.0);
    let effects = measurement_effects(&case, estimator(&catalogue), &catalogue);
    assert!(
        effects
            .iter()
            .all(|effect| effect.standing == Standing::Used)
    );
    let target = InputPath::new("workload.target_time_to_first_token_seconds");
    case.set_figure(&target, Figure::entered(0.5)).unwrap();
    let findings = evaluate(&case).findings;
    assert!(findings.iter().any(|finding| matches!(finding, Finding::TimeToFirstTokenMissed { option, .. } if option.as_str() == "bought")));
    case.measurements.clear();
    believe_measurements(&mut case, estimator(&catalogue));
    assert_eq!(of(&evaluate(&case), Measure::TimeToFirstToken), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// However far off and whichever quantity: believed within the noise, harmless elsewhere, and
    /// gone without a trace.
    #[test]
    fn measurements_are_believed_and_forgotten(
        // Faster than that is more than bytes and bandwidth allow.
        times in 0.4_f64..3.0,
        kind in 0_usize..3,
        repeats in 1_usize..4,
    ) {
        let catalogue = catalogue();
        let before = scenario(&catalogue);
        let quantity = [Quantity::InterToken, Quantity::Saturated, Quantity::TimeToFirstToken][kind];
        let mut after = before.clone();
        for _ in 0..repeats {
            let mut measurement = measured(&before, "small", quantity, times);
            measurement.id = after.fresh_measurement_id("run");
            after.measurements.push(measurement);
        }
        believe_measurements(&mut after, estimator(&catalogue));
        let (_, changes) = believing(&after.measurements, estimator(&catalogue));
        prop_assert_eq!(changes.len(), repeats);
        for change in changes {
            let left = (change.after / change.measured).ln().abs();
            prop_assert!(left <= 0.1 * times.ln().abs() + 1e-9, "{:?}", change);
        }
        let place = before.position(&option("elsewhere")).unwrap();
        prop_assert_eq!(&after.options[place], &before.options[place]);
        after.measurements.clear();
        believe_measurements(&mut after, estimator(&catalogue));
        prop_assert_eq!(after, before);
    }
}

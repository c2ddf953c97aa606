//! Why a factor of speed is what it is: the reasons given are those that filled the figure.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use weighbridge_catalogue::built_in;
use weighbridge_engine::catalogue::{Catalogue, HardwareId, ModelId, WeightFormat};
use weighbridge_engine::compose::{self, Reasons, believe_measurements};
use weighbridge_engine::evaluate;
use weighbridge_engine::explain::ResultRef;
use weighbridge_engine::figure::Origin;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{
    InputPath, Measurement, MeasurementKind, OptionId, Scenario, Subject,
};
use weighbridge_engine::serving::{Quantity, case_of};

const FACTORS: [&str; 3] = [
    "decode_speed_factor",
    "throughput_speed_factor",
    "first_token_speed_factor",
];

/// One model on two machines of a kind.
fn case() -> (Catalogue, Scenario) {
    let catalogue = built_in().unwrap().0;
    let today = "2026-11-24".parse().unwrap();
    let mut scenario = compose::new_scenario(&catalogue, "Case", today);
    for (name, model) in [
        ("small", "llama-3.1-8b-instruct"),
        ("large", "llama-3.1-70b-instruct"),
    ] {
        let (model, hardware) = (ModelId::from(model), HardwareId::from("h100-sxm"));
        let format = WeightFormat::Bf16;
        let option = compose::owned_option(&scenario, &catalogue, &model, format, &hardware);
        let mut option = option.unwrap();
        option.id = OptionId::parse(name).unwrap();
        scenario.options.push(option);
    }
    (catalogue, scenario)
}

/// A measurement of the small model that is so many times its estimate.
fn measured(
    catalogue: &Catalogue,
    scenario: &Scenario,
    quantity: Quantity,
    times: f64,
) -> Measurement {
    let case = case_of(scenario, &OptionId::parse("small").unwrap(), quantity).unwrap();
    let estimated = catalogue.estimator().unwrap().unchecked(&case);
    Measurement::new(
        quantity.key().to_owned(),
        MeasurementKind::Entered,
        scenario.question.date,
        "a bench".to_owned(),
        Subject::Deployment(case),
        times * estimated,
    )
}

fn path(option: &str, factor: &str) -> InputPath {
    InputPath::new(format!("options.{option}.serving.{factor}"))
}

#[test]
fn reasons_multiply_to_the_figure_that_the_option_carries() {
    let (catalogue, mut scenario) = case();
    let base = catalogue.estimator().unwrap();
    for measure_too in [false, true] {
        if measure_too {
            let list = [(Quantity::InterToken, 1.5), (Quantity::Saturated, 0.8)];
            scenario.measurements = list
                .map(|(quantity, times)| measured(&catalogue, &scenario, quantity, times))
                .to_vec();
            believe_measurements(&mut scenario, base);
        }
        let reasons = Reasons::of(&scenario, base);
        for option in ["small", "large"] {
            for factor in FACTORS {
                let path = path(option, factor);
                let carried = scenario.figure(&path).unwrap().value;
                let grounds = reasons.of_input(&path).unwrap();
                assert_eq!(grounds.factor, carried, "{path}");
                assert_eq!(grounds.measured.is_empty(), !measure_too, "{path}");
                let own: f64 = grounds.measured.iter().map(|one| one.factor()).product();
                let product = grounds.learnt * own;
                assert!(
                    (product / carried - 1.0).abs() < 1e-12,
                    "{path}: {grounds:?}"
                );
            }
        }
    }
}

#[test]
fn what_was_measured_replaces_its_own_estimate_and_pulls_others() {
    let (catalogue, mut scenario) = case();
    let base = catalogue.estimator().unwrap();
    scenario.measurements = vec![measured(&catalogue, &scenario, Quantity::InterToken, 2.0)];
    let before = evaluate(&scenario);
    believe_measurements(&mut scenario, base);
    let reasons = Reasons::of(&scenario, base);
    let of = |option| {
        let grounds = reasons.of_input(&path(option, "decode_speed_factor"));
        grounds.unwrap().measured[0].clone()
    };
    let (same, akin) = (of("small"), of("large"));
    // Twice the time between tokens is half the speed of writing.
    assert!((same.times - 0.5).abs() < 1e-12, "{same:?}");
    assert!(
        same.is_same && same.share > 0.95 && same.share < 1.0,
        "{same:?}"
    );
    assert!(
        !akin.is_same && akin.share > 0.05 && akin.share < 0.3,
        "{akin:?}"
    );

    let result = ResultRef::parse("small.replica_tokens_per_second").unwrap();
    let option = before.option(&result.option).unwrap();
    let without = reasons.without_measurements(&result).unwrap();
    assert_eq!(option.get(Measure::TokensPerSecond), Some(without));
}

#[test]
fn what_is_faster_than_estimated_slows_nothing_down() {
    let (catalogue, plain) = case();
    let base = catalogue.estimator().unwrap();
    for (quantity, times) in [
        (Quantity::Saturated, 1.5),
        (Quantity::InterToken, 1.0 / 1.5),
        (Quantity::TimeToFirstToken, 1.0 / 1.5),
    ] {
        let mut scenario = plain.clone();
        scenario.measurements = vec![measured(&catalogue, &scenario, quantity, times)];
        believe_measurements(&mut scenario, base);
        let reasons = Reasons::of(&scenario, base);
        for option in ["small", "large"] {
            for factor in FACTORS {
                let path = path(option, factor);
                let before = plain.figure(&path).unwrap().value;
                let after = scenario.figure(&path).unwrap().value;
                assert!(after > before, "{quantity:?} {path}: {before} {after}");
                let grounds = reasons.of_input(&path).unwrap();
                let one = &grounds.measured[0];
                assert!((one.times - 1.5).abs() < 1e-9 && one.share > 0.0, "{one:?}");
            }
        }
    }
}

#[test]
fn only_estimated_factors_have_reasons() {
    let (catalogue, mut scenario) = case();
    let factor = path("small", "decode_speed_factor");
    let mut figure = scenario.figure(&factor).unwrap().clone();
    figure.origin = Origin::Entered { by: None, on: None };
    scenario.set_figure(&factor, figure).unwrap();
    let reasons = Reasons::of(&scenario, catalogue.estimator().unwrap());
    for path in [
        factor,
        path("small", "layers"),
        path("nobody", "decode_speed_factor"),
        InputPath::new("finance.fx_rate"),
    ] {
        assert_eq!(reasons.of_input(&path), None, "{path}");
    }
    let result = ResultRef::parse("small.npv_usd").unwrap();
    assert_eq!(reasons.without_measurements(&result), None);
}

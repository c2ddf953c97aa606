//! Decisions small enough to be worked out by hand: a year without discounting, options that cost
//! a fee a month, and criteria that people judge.
#![allow(clippy::unwrap_used, unreachable_pub, dead_code)]

use std::num::NonZero;
use std::ops::ControlFlow;

use weighbridge_engine::Scenario;
use weighbridge_engine::evaluate;
use weighbridge_engine::figure::{Figure, Range, RangeReading, RangeShape};
use weighbridge_engine::scenario::{
    Api, Assessment, Criterion, DecisionOption, Evidence, Gate, GateTest, InputPath, LocalText,
    OptionId, Participant, Plan,
};
use weighbridge_engine::uncertainty::{Sample, Settings, sample};
use weighbridge_engine::weighing::{Prospects, Weighing, prospects, weigh};

/// A year at no discount, without options.
pub fn year() -> Scenario {
    let mut scenario = Scenario::new("test", "2026-11-24".parse().unwrap());
    scenario.question.horizon_months = 12;
    set(&mut scenario, "finance.discount_rate_per_year", 0.0);
    scenario
}

/// An option that costs nothing but a fee a month.
pub fn option(id: &str, usd_per_month: f64) -> DecisionOption {
    let mut api = Api::default();
    let list = &mut api.token_plan;
    for price in [
        &mut list.input_usd_per_million_tokens,
        &mut list.cached_input_usd_per_million_tokens,
        &mut list.cache_write_usd_per_million_tokens,
        &mut list.output_usd_per_million_tokens,
    ] {
        *price = Figure::entered(0.0);
    }
    let id = OptionId::parse(id).unwrap();
    let mut option = DecisionOption::new(id.clone(), id.as_str(), Plan::ProprietaryApi(api));
    option.licence.licence_usd_per_month = Figure::entered(usd_per_month);
    option
}

/// A criterion that people judge from 0 to 100.
pub fn criterion(id: &str, weight: f64) -> Criterion {
    Criterion {
        id: id.to_owned(),
        name: LocalText::plain(id),
        guidance: LocalText::plain(""),
        evidence: Evidence::Judgement,
        worst: 0.0,
        best: 100.0,
        worst_means: LocalText::plain(""),
        best_means: LocalText::plain(""),
        starting_weight: Figure::entered(weight),
        sources: Vec::new(),
    }
}

/// A gate that asks at the median.
pub fn gate(id: &str, test: GateTest, limit: f64) -> Gate {
    Gate {
        id: id.to_owned(),
        test,
        on: true,
        limit: Figure::entered(limit),
        percentile: 0.5,
        guidance: LocalText::plain(""),
        sources: Vec::new(),
    }
}

/// Gives an option a judgement.
pub fn judge(scenario: &mut Scenario, option: &str, criterion: &str, points: f64) {
    let id = OptionId::parse(option).unwrap();
    let option = scenario.option_mut(&id).unwrap();
    option.assessments.push(Assessment {
        criterion: criterion.to_owned(),
        figure: Figure::entered(points),
        why: LocalText::plain(""),
    });
}

/// Somebody who gives swing points.
pub fn participant(id: &str, swings: &[(&str, f64)]) -> Participant {
    let mut participant = Participant::new(id, id);
    participant.swings = swings
        .iter()
        .map(|(criterion, points)| ((*criterion).to_owned(), Figure::entered(*points)))
        .collect();
    participant
}

/// Sets a figure by path.
pub fn set(scenario: &mut Scenario, path: &str, value: f64) {
    scenario
        .set_figure(&InputPath::new(path), Figure::entered(value))
        .unwrap();
}

/// Gives a figure a range of a shape.
pub fn spread(scenario: &mut Scenario, path: &str, ends: (f64, f64), shape: RangeShape) {
    let path = InputPath::new(path);
    let mut figure = scenario.figure(&path).unwrap().clone();
    figure.range = Some(Range {
        shape,
        ..Range::new(ends.0, ends.1, RangeReading::Bounds)
    });
    scenario.set_figure(&path, figure).unwrap();
}

/// A figure that takes one of two values, each as likely.
pub fn coin(scenario: &mut Scenario, path: &str, low: f64, high: f64) {
    let shape = RangeShape::Cases(vec![(low, 0.5), (high, 0.5)]);
    spread(scenario, path, (low, high), shape);
}

/// Two options, two criteria and a point worth 50 USD: A costs 1,200 and is worth 32 points, B
/// costs 2,400 and is worth 68.
pub fn two() -> Scenario {
    let mut scenario = year();
    scenario.options = vec![option("a", 100.0), option("b", 200.0)];
    scenario.priorities.criteria = vec![criterion("control", 60.0), criterion("speed", 40.0)];
    for (id, control) in [("a", 20.0), ("b", 80.0)] {
        judge(&mut scenario, id, "control", control);
        judge(&mut scenario, id, "speed", 50.0);
    }
    set(&mut scenario, "money_axis.usd_per_point", 50.0);
    scenario
}

/// What follows at the scenario's figures.
pub fn weighed(scenario: &Scenario) -> Weighing {
    weigh(scenario, &evaluate(scenario))
}

/// A sample of so many draws.
pub fn sampled(scenario: &Scenario, draws: u32) -> Sample {
    let settings = Settings {
        draws,
        ..Settings::of(scenario, NonZero::<usize>::MIN)
    };
    sample(scenario, settings).unwrap()
}

/// How sure the choice is.
pub fn prospects_of(scenario: &Scenario, draws: u32) -> Prospects {
    let sample = sampled(scenario, draws);
    prospects(scenario, &sample, &mut |_| ControlFlow::Continue(())).unwrap()
}

/// Whether two figures are the same up to rounding.
#[track_caller]
pub fn close(found: f64, wanted: f64) {
    let slack = 1e-9 * wanted.abs().max(1.0);
    assert!(
        (found - wanted).abs() <= slack,
        "{found} instead of {wanted}"
    );
}

//! What measurements of a case did, for JSON and for people.

use serde_json::Value;
use weighbridge_catalogue::importers::figure_words;
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose::{MeasurementEffect, OptionEffect, measurement_effects};
use weighbridge_engine::scenario::{Measurement, Subject};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Base, Message, Money};

use super::json::{figure, object, optional, text};

/// All measurements of a case in order, each with what it did.
pub(super) fn documents(scenario: &Scenario, catalogue: &Catalogue) -> Value {
    let Some(estimator) = catalogue.estimator() else {
        return Value::Array(Vec::new());
    };
    let effects = match scenario.measurements.is_empty() {
        true => Vec::new(),
        false => measurement_effects(scenario, estimator, catalogue),
    };
    let both = scenario.measurements.iter().zip(&effects);
    Value::Array(both.map(|(one, effect)| document(one, effect)).collect())
}

fn document(measurement: &Measurement, effect: &MeasurementEffect) -> Value {
    let change = effect.change.as_ref();
    let (hardware, provider) = match &measurement.subject {
        Subject::Deployment(case) => (Some(&case.device.id), None),
        Subject::Endpoint(case) => (None, Some(&case.provider)),
    };
    let options = effect.options.iter().map(option).collect();
    Value::Object(object([
        ("id", text(Some(&measurement.id))),
        ("kind", text(Some(measurement.kind.key()))),
        ("on", text(Some(measurement.on))),
        ("source", text(Some(&measurement.source))),
        ("standing", text(Some(effect.standing.key()))),
        ("quantity", text(Some(measurement.subject.quantity().key()))),
        ("model", text(Some(measurement.subject.model()))),
        ("hardware", text(hardware)),
        ("provider", text(provider)),
        ("value", figure(measurement.value)),
        ("estimate_before", optional(change.map(|it| it.before))),
        ("estimate_after", optional(change.map(|it| it.after))),
        ("class_factor", optional(change.map(|it| it.class_factor))),
        ("options", Value::Array(options)),
    ]))
}

fn option(moved: &OptionEffect) -> Value {
    let results = moved.results.iter().map(|change| {
        Value::Object(object([
            ("result", text(Some(change.measure.key()))),
            ("before", optional(change.before)),
            ("after", optional(change.after)),
        ]))
    });
    Value::Object(object([
        ("id", text(Some(&moved.option))),
        ("same", Value::from(moved.is_same)),
        ("results", Value::Array(results.collect())),
    ]))
}

/// What a measurement did, a line for its estimate and one for each result of an option.
pub(super) fn lines(words: Text, scenario: &Scenario, effect: &MeasurementEffect) -> Vec<String> {
    let mut lines = Vec::new();
    let Some(measurement) = scenario.measurement(&effect.measurement) else {
        return lines;
    };
    if let (Some(change), Subject::Deployment(case)) = (&effect.change, &measurement.subject) {
        let what = Message::new("measurement-on-machine")
            .with("model", case.model.clone())
            .with("count", Arg::Number(case.accelerators))
            .with("hardware", case.device.id.clone())
            .with("engine", case.engine.clone());
        let figure = |value: f64| Arg::from(figure_words(case.quantity, value));
        let said = Message::new("measurements-changed")
            .with("what", what)
            .with(
                "quantity",
                Arg::key(format!("import-quantity-{}", case.quantity.key())),
            )
            .with("before", figure(change.before))
            .with("measured", figure(change.measured))
            .with("after", figure(change.after));
        lines.push(words.render(&said));
    }
    for moved in &effect.options {
        let name = scenario.option(&moved.option);
        let name = name.map_or_else(String::new, |option| option.name.clone());
        for change in &moved.results {
            let value = |value: Option<f64>| match value {
                Some(value) if change.measure.unit().exponent(Base::Usd) == 1 => {
                    Arg::from(Money::usd(value))
                }
                Some(value) => Arg::Quantity(value, change.measure.unit()),
                None => Arg::key("measurement-unknown"),
            };
            let result = Arg::key(format!(
                "measure-{}",
                change.measure.key().replace('_', "-")
            ));
            let said = Message::new("measurement-result")
                .with("result", result)
                .with("before", value(change.before))
                .with("after", value(change.after));
            lines.push(format!("{name}: {}", words.render(&said)));
        }
    }
    lines
}

//! `explain`: the steps behind a figure, as a tree for people and as JSON for programs.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use weighbridge_engine::Scenario;
use weighbridge_engine::compose::FactorGrounds;
use weighbridge_engine::explain::{Explanation, Formula, ResultPart, ResultRef, explain};
use weighbridge_engine::figure::{Figure, Origin};
use weighbridge_engine::model::{CostLine, Measure};
use weighbridge_engine::scenario::{InputPath, OptionId};
use weighbridge_engine::trace::NodeId;
use weighbridge_units::{Arg, Message};

use super::failure::Failure;
use super::json::{figure, object, optional, text};
use crate::reasons::Grounds;

/// The version of the document; it rises when a key changes its meaning or goes.
pub(super) const VERSION: u32 = 1;

/// The explanation of the result of a name such as `hosted.npv_usd` or `hosted.lines.people`.
///
/// # Errors
/// A sentence where there is no such option or result, or the option has no such figure.
pub(super) fn of_name(scenario: &Scenario, name: &str) -> Result<Explanation, Failure> {
    let (option, rest) = name.split_once('.').unwrap_or((name, ""));
    let known = OptionId::parse(option).is_some_and(|id| scenario.option(&id).is_some());
    if !known {
        let ids = scenario.options.iter().map(|option| option.id.to_string());
        return Err(Failure::Sentence(
            Message::new("error-unknown-option")
                .with("option", option.to_owned())
                .with("allowed", Arg::texts(ids)),
        ));
    }
    let Some(result) = ResultRef::parse(name) else {
        let unknown = if rest.is_empty() { name } else { rest };
        return Err(Failure::Sentence(
            Message::new("error-unknown-result")
                .with("name", unknown.to_owned())
                .with("allowed", Arg::texts(result_names())),
        ));
    };
    explain(scenario, &result).ok_or_else(|| {
        // A line that no step adds to is nought; a measure without a step does not exist.
        let message = match result.part {
            ResultPart::Line(_) => Message::new("error-result-nought"),
            ResultPart::Measure(_) => Message::new("error-result-absent"),
        };
        Failure::Sentence(
            message
                .with("option", option.to_owned())
                .with("name", rest.to_owned()),
        )
    })
}

/// What may stand after the option's id, in the order of the documentation.
pub fn result_names() -> Vec<String> {
    let measures = Measure::ALL.iter().map(|measure| measure.key().to_owned());
    let lines = CostLine::ALL.map(|line| format!("lines.{}", line.key()));
    measures.chain(lines).collect()
}

/// All steps of an explanation.
///
/// Steps are numbered from 0, each after those it reads, so that a program can compute them again
/// in one pass.
///
/// `scenario` is the case, for the sources of its measurements.
pub(super) fn document(explanation: &Explanation, grounds: &Grounds, scenario: &Scenario) -> Value {
    let steps = reached(explanation);
    let number: BTreeMap<NodeId, usize> = steps
        .iter()
        .enumerate()
        .map(|(number, id)| (*id, number))
        .collect();
    let place = |id: &NodeId| {
        number
            .get(id)
            .map_or(Value::Null, |number| Value::from(*number))
    };
    let list = steps.iter().map(|id| step(explanation, *id, &place));
    let inputs = explanation.inputs_used();
    let inputs = inputs.into_iter().map(|input| {
        let unit = steps
            .iter()
            .find(|id| {
                explanation
                    .input(**id)
                    .is_some_and(|own| own.path == input.path)
            })
            .map(|id| explanation.node(*id).unit);
        input_document(input.path.as_str(), &input.figure, text(unit))
    });
    let ResultRef { option, part } = &explanation.result;
    let key = match part {
        ResultPart::Measure(measure) => measure.key().to_owned(),
        ResultPart::Line(line) => format!("lines.{}", line.key()),
    };
    Value::Object(object([
        ("version", Value::from(VERSION)),
        ("result", Value::from(explanation.result.name())),
        ("option", text(Some(option))),
        ("key", Value::from(key)),
        ("value", figure(explanation.value())),
        ("unit", text(Some(explanation.unit()))),
        ("root", place(&explanation.root)),
        ("steps", list.collect()),
        ("inputs", inputs.collect()),
        ("without_measurements", optional(grounds.without)),
        ("speeds", speeds(grounds, scenario)),
    ]))
}

/// Why factors of speed are what they are.
fn speeds(grounds: &Grounds, scenario: &Scenario) -> Value {
    let of_factor = |(path, found): (&InputPath, &FactorGrounds)| {
        let measured = found.measured.iter().filter_map(|one| {
            let measurement = scenario.measurement(&one.measurement)?;
            Some(Value::Object(object([
                ("measurement", Value::from(one.measurement.clone())),
                ("source", Value::from(measurement.source.clone())),
                ("on", text(Some(measurement.on))),
                ("times", figure(one.times)),
                ("share", figure(one.share)),
                ("same", Value::from(one.is_same)),
            ])))
        });
        Value::Object(object([
            ("path", Value::from(path.as_str())),
            ("quantity", Value::from(found.quantity.key())),
            ("learnt", figure(found.learnt)),
            ("measured", measured.collect()),
            ("factor", figure(found.factor)),
        ]))
    };
    grounds.factors.iter().map(of_factor).collect()
}

/// The steps that the result rests on, each after those it reads.
pub(super) fn reached(explanation: &Explanation) -> Vec<NodeId> {
    let mut seen = vec![false; explanation.root as usize + 1];
    let mut stack = vec![explanation.root];
    while let Some(id) = stack.pop() {
        if !std::mem::replace(&mut seen[id as usize], true) {
            stack.extend(explanation.parts(id));
        }
    }
    (0..=explanation.root)
        .filter(|id| seen[*id as usize])
        .collect()
}

fn step(explanation: &Explanation, id: NodeId, place: &dyn Fn(&NodeId) -> Value) -> Value {
    let node = explanation.node(id);
    let mut document = Map::new();
    if let Some(number) = place(&id).as_u64() {
        document.insert("number".to_owned(), Value::from(number));
    }
    document.extend(object([
        ("term", text(node.term.map(|term| term.key()))),
        ("month", node.month.map_or(Value::Null, Value::from)),
        ("value", figure(node.value)),
        ("unit", text(Some(node.unit))),
    ]));
    let formula = explanation.formula(id);
    let parts: Vec<Value> = explanation.parts(id).iter().map(place).collect();
    document.insert("formula".to_owned(), Value::from(formula_key(&formula)));
    match &formula {
        Formula::Input(path) => {
            document.insert("input".to_owned(), Value::from(path.as_str()));
        }
        Formula::Constant => {}
        _ => {
            document.insert("parts".to_owned(), Value::from(parts));
        }
    }
    Value::Object(document)
}

/// The stable key of a formula.
pub(super) fn formula_key(formula: &Formula) -> &'static str {
    match formula {
        Formula::Input(_) => "input",
        Formula::Constant => "constant",
        Formula::Sum(_) => "sum",
        Formula::Difference(..) => "difference",
        Formula::Product(_) => "product",
        Formula::Quotient(..) => "quotient",
        Formula::Larger(..) => "larger",
        Formula::Smaller(..) => "smaller",
        Formula::WholeUp(_) => "whole-up",
        Formula::WholeDown(_) => "whole-down",
        Formula::Choice(..) => "choice",
        Formula::Power(..) => "power",
        Formula::RootOfSquares(..) => "root-of-squares",
        Formula::RootOfCubes(..) => "root-of-cubes",
        Formula::Doublings(_) => "binary-logarithm",
        Formula::InPlainUnits(_) => "in-plain-units",
    }
}

fn input_document(path: &str, figure_of: &Figure, unit: Value) -> Value {
    let range = figure_of.range.as_ref().map_or(Value::Null, |range| {
        Value::Object(object([
            ("low", figure(range.low)),
            ("high", figure(range.high)),
        ]))
    });
    Value::Object(object([
        ("path", Value::from(path)),
        ("value", figure(figure_of.value)),
        ("unit", unit),
        ("range", range),
        ("origin", origin(&figure_of.origin)),
    ]))
}

/// Where a figure came from: its kind, and what is known of it.
pub(super) fn origin(origin: &Origin) -> Value {
    let kind = |kind: &str| ("kind", Value::from(kind));
    Value::Object(match origin {
        Origin::Default => object([kind("default")]),
        Origin::Preset(preset) => object([
            kind("preset"),
            ("record", Value::from(preset.record.clone())),
            ("field", Value::from(preset.field.clone())),
            ("source", Value::from(preset.source.clone())),
            ("as_of", text(Some(preset.as_of))),
            ("quality", Value::from(preset.quality.key())),
        ]),
        Origin::Measured { run, on } => object([
            kind("measured"),
            ("run", Value::from(run.clone())),
            ("on", text(*on)),
        ]),
        Origin::Entered { by, on } => {
            object([kind("entered"), ("by", text(by.clone())), ("on", text(*on))])
        }
        Origin::Estimated {
            method,
            error_share,
        } => object([
            kind("estimated"),
            ("method", Value::from(method.clone())),
            ("error_share", optional(*error_share)),
        ]),
    })
}

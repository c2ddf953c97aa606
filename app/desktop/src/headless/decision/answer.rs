//! Why an option is recommended, and what would turn that round.

use serde_json::{Map, Value};
use weighbridge_engine::Scenario;
use weighbridge_engine::weighing::{Flip, Reason};

use super::ids::id_at;
use crate::headless::json::{figure, object, text};

pub(super) fn reason_document(scenario: &Scenario, reason: &Reason, sentence: String) -> Value {
    let (key, values) = match reason {
        Reason::CostsLess { usd } => ("costs-less", object([("usd", figure(*usd))])),
        Reason::Better {
            criterion,
            points,
            usd,
        } => (
            "better",
            object([
                ("criterion", Value::from(criterion.clone())),
                ("points", figure(*points)),
                ("usd", figure(*usd)),
            ]),
        ),
        Reason::OthersOut { options } => {
            let mut ids: Vec<&str> = options
                .iter()
                .filter_map(|place| Some(scenario.options.get(*place)?.id.as_str()))
                .collect();
            ids.sort_unstable();
            let ids = ids.into_iter().map(Value::from).collect();
            ("others-out", object([("options", ids)]))
        }
        Reason::OnlyOne => ("only-one", Map::new()),
    };
    with_sentence(key, values, sentence)
}

pub(super) fn flip_document(scenario: &Scenario, flip: &Flip, sentence: String) -> Value {
    let (key, values) = match flip {
        Flip::Input { path, here, at, to } => (
            "input",
            object([
                ("path", text(Some(path))),
                ("unit", text(scenario.spec(path).map(|spec| spec.unit))),
                ("here", figure(*here)),
                ("at", figure(*at)),
                ("option", id_at(scenario, Some(*to))),
            ]),
        ),
        Flip::Weight {
            criterion,
            here,
            at,
            to,
        } => (
            "weight",
            object([
                ("criterion", Value::from(criterion.clone())),
                ("here", figure(*here)),
                ("at", figure(*at)),
                ("option", id_at(scenario, Some(*to))),
            ]),
        ),
        Flip::Gate { gate, to } => (
            "gate",
            object([
                ("gate", Value::from(gate.clone())),
                ("option", id_at(scenario, Some(*to))),
            ]),
        ),
    };
    with_sentence(key, values, sentence)
}

fn with_sentence(key: &str, values: Map<String, Value>, sentence: String) -> Value {
    let mut document = object([("key", Value::from(key))]);
    document.extend(values);
    document.insert("sentence".to_owned(), Value::from(sentence));
    Value::Object(document)
}

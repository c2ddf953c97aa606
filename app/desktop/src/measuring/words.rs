//! Facts of a machine and its rates in words.

use weighbridge_machine::rates::Rate;
use weighbridge_machine::{FactRow, FactValue};
use weighbridge_text::{Digits, Text};

/// The value of a fact, or that it is unknown.
pub fn fact_value(text: Text, fact: &FactRow) -> String {
    match &fact.value {
        None => text.get("machine-sureness-unknown").into_owned(),
        Some(FactValue::Text(value)) if fact.path == "system.hypervisor" && value == "none" => {
            text.get("machine-none").into_owned()
        }
        Some(FactValue::Text(value)) => value.clone(),
        Some(FactValue::Count(count)) => text.number(*count as f64, Digits::WHOLE),
        Some(FactValue::Bytes(bytes)) => text.bytes(*bytes as f64),
        Some(FactValue::Texts(values)) if values.is_empty() => {
            text.get("machine-none").into_owned()
        }
        Some(FactValue::Texts(values)) => values.join(", "),
        Some(FactValue::Kind(kind)) => text
            .get(&format!("machine-gpu-kind-{}", kind.key()))
            .into_owned(),
    }
}

/// What a rate is of, with its threads and instructions.
pub fn rate_name(text: Text, rate: &Rate) -> String {
    let instructions = rate.instructions.as_deref();
    let name =
        weighbridge_text::rate_name(rate.kind.key(), rate.threads.map(u64::from), instructions);
    text.render(&name)
}

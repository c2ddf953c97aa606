//! A fact that is being set right: what was typed, and the value that it means.

use weighbridge_machine::{FactRow, FactValue, Form, GpuKind};
use weighbridge_text::Text;
use weighbridge_units::Unit;

/// A fact that is being set right.
#[derive(Debug, Clone)]
pub(super) struct Correcting {
    pub(super) fact: FactRow,
    pub(super) typed: String,
    pub(super) fault: Option<String>,
}

impl Correcting {
    /// Begins with what stands there now.
    pub(super) fn of(text: Text, fact: FactRow) -> Correcting {
        let typed = match &fact.value {
            Some(FactValue::Bytes(bytes)) => text.editable_in(*bytes as f64 / 1e9, Unit::GIGABYTES),
            Some(FactValue::Count(count)) => text.editable_in(*count as f64, Unit::NONE),
            Some(FactValue::Text(name)) => name.clone(),
            Some(FactValue::Texts(names)) => names.join(", "),
            Some(FactValue::Kind(kind)) => kind.key().to_owned(),
            None => String::new(),
        };
        Correcting {
            fact,
            typed,
            fault: None,
        }
    }

    /// What was typed as a value; an empty field says that it is not known.
    pub(super) fn value(&self, text: Text) -> Result<Option<FactValue>, String> {
        let typed = self.typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let number = |unit: Unit| {
            let value = text
                .parse_in(typed, unit)
                .map_err(|error| text.describe(&error))?;
            match (0.0..1e9).contains(&value) {
                true => Ok(value),
                false => Err(text.get("here-correct-range").into_owned()),
            }
        };
        Ok(Some(match self.fact.form {
            Form::Text => FactValue::Text(typed.to_owned()),
            Form::Count => FactValue::Count(number(Unit::NONE)?.round() as u64),
            Form::Bytes => FactValue::Bytes((number(Unit::GIGABYTES)? * 1e9).round() as u64),
            Form::Texts => FactValue::Texts(
                typed
                    .split(',')
                    .map(|name| name.trim().to_owned())
                    .filter(|name| !name.is_empty())
                    .collect(),
            ),
            Form::Kind => FactValue::Kind(
                GpuKind::ALL
                    .into_iter()
                    .find(|kind| kind.key() == typed)
                    .unwrap_or(GpuKind::Dedicated),
            ),
        }))
    }
}

//! From what a file measured to measurements that a scenario keeps.

use std::collections::BTreeMap;

use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::scenario::{self, MeasurementKind, OptionId, Subject};
use weighbridge_engine::serving::Quantity;
use weighbridge_units::{Arg, Describe as _, Message, PartialDate};

use super::resolve::{Resolved, Unresolved, resolve};
use super::row::{Given, Measurement};

/// What somebody says of a file's rows: what the file leaves open, and what its names stand for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    /// What the file leaves open.
    pub given: Given,
    /// Names of models in the file that nobody here knows, each with a name that is known.
    pub models: BTreeMap<String, String>,
    /// The same of hardware.
    pub hardware: BTreeMap<String, String>,
}

impl Answers {
    /// A row with all that was said of it.
    fn applied_to(&self, row: &Measurement) -> Measurement {
        let mut row = row.clone();
        let translate = |name: &mut Option<String>, known: &BTreeMap<String, String>| {
            if let Some(other) = name.as_ref().and_then(|name| known.get(name)) {
                *name = Some(other.clone());
            }
        };
        translate(&mut row.model, &self.models);
        translate(&mut row.hardware, &self.hardware);
        self.given.fill(&mut row);
        row
    }
}

/// A row of a file and what it stands for here.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The row with all that was said of it.
    pub row: Measurement,
    /// What it stands for.
    pub resolved: Result<Resolved, Unresolved>,
}

impl Found {
    /// The row in a sentence: as it was resolved, beside its estimate where there is one, or why
    /// it was not.
    pub fn said(&self, estimated: Option<f64>) -> Message {
        let resolved = match &self.resolved {
            Err(reason) => return self.said_because(reason.message()),
            Ok(resolved) => resolved,
        };
        let row = &self.row;
        let message = self.begun(match estimated {
            Some(_) => "import-row-estimated",
            None => "import-row",
        });
        let case = &resolved.observation.case;
        let message = message
            .with("model", case.model.clone())
            .with("count", Arg::Number(case.accelerators))
            .with("hardware", case.device.id.clone())
            .with("load", row.load.message());
        match estimated {
            Some(estimated) => message.with("estimated", figure_words(row.quantity, estimated)),
            None => message,
        }
    }

    /// The row in a sentence, and why it cannot be used in words of one's own.
    pub fn said_because(&self, reason: Message) -> Message {
        self.begun("import-row-unresolved").with("reason", reason)
    }

    /// What every sentence on the row begins with.
    fn begun(&self, key: &'static str) -> Message {
        let row = &self.row;
        Message::new(key)
            .with("place", Arg::Ordinal(row.source.place as i64))
            .with(
                "quantity",
                Arg::key(format!("import-quantity-{}", row.quantity.key())),
            )
            .with("figure", figure_words(row.quantity, row.value))
    }
}

/// A figure of a quantity with its unit: tokens a second, or milliseconds.
pub fn figure_words(quantity: Quantity, value: f64) -> Message {
    let unit = match quantity {
        Quantity::InterToken | Quantity::TimeToFirstToken => "import-milliseconds",
        _ => "import-tokens-per-second",
    };
    let decimals = if value < 100.0 { 1 } else { 0 };
    Message::new(unit).with("value", Arg::Decimal(value, decimals))
}

/// Finds model and hardware of all rows.
pub fn resolve_all(rows: &[Measurement], answers: &Answers, catalogue: &Catalogue) -> Vec<Found> {
    let find = |row: &Measurement| {
        let row = answers.applied_to(row);
        Found {
            resolved: resolve(&row, catalogue),
            row,
        }
    };
    rows.iter().map(find).collect()
}

/// The measurement that a scenario keeps of a row; nothing where it is not known what it stands
/// for.
///
/// `conditions` are free words.
/// Where the file has no date, the row was measured by `today`.
/// Its id is made of file and place and may be taken already.
pub fn to_measurement(
    found: &Found,
    conditions: &str,
    today: PartialDate,
) -> Option<scenario::Measurement> {
    let resolved = found.resolved.as_ref().ok()?;
    let source = &found.row.source;
    let file = source.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    let name = format!("{stem} {}", source.place);
    let written = found.row.date.as_deref();
    let on = written.and_then(|date| PartialDate::parse(date).ok());
    Some(scenario::Measurement {
        id: OptionId::from_name(&name).to_string(),
        kind: MeasurementKind::Imported,
        on: on.unwrap_or(today.as_bound()),
        source: format!("{file} ({}, {})", source.tool.name(), source.place),
        subject: Subject::Deployment(resolved.observation.case.clone()),
        value: resolved.observation.value,
        spread: None,
        estimated: None,
        conditions: conditions.to_owned(),
        run: None,
        is_busy: false,
        is_in_use: true,
    })
}

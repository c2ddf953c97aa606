//! The evidence for the choice: odds, gates, values, those who weigh, futures, a second look.
//!
//! A case without gates and criteria has only its odds.

mod gates;
mod odds;
mod people;
mod value;
mod what_ifs;

use serde::Serialize;
use weighbridge_engine::scenario::Answer as Said;
use weighbridge_units::Arg;

use super::Subject;
use super::chart_pages::Charts;
use super::table::Table;

/// A part of the decision: sentences, a table and how to read it, a chart.
#[derive(Debug, Default, Serialize)]
pub(super) struct Part {
    heading: String,
    /// Stand first, as a list.
    sentences: Vec<String>,
    table: Option<Table>,
    /// How to read the table.
    notes: Vec<String>,
    /// The number of the chart.
    chart: Option<usize>,
}

impl Part {
    fn is_empty(&self) -> bool {
        self.sentences.is_empty() && self.chart.is_none() && self.table.is_none()
    }
}

/// The parts that have something to say.
pub(super) fn parts(subject: &Subject<'_>, charts: &Charts) -> Vec<Part> {
    let mut parts = vec![odds::part(subject, charts)];
    parts.push(Part {
        heading: subject.get("report-section-tornado"),
        chart: charts.tornado,
        ..Part::default()
    });
    parts.push(conditions(subject));
    parts.push(gates::part(subject));
    parts.push(value::part(subject));
    parts.extend(people::parts(subject));
    parts.extend(what_ifs::parts(subject));
    parts.retain(|part| !part.is_empty());
    parts
}

/// What was said about the client, each with the answer.
fn conditions(subject: &Subject<'_>) -> Part {
    let conditions = subject.scenario.priorities.conditions.iter();
    let sentences = conditions.filter_map(|condition| {
        let key = match condition.answer {
            Said::Yes => "report-condition-yes",
            Said::No => "report-condition-no",
            Said::Unknown => return None,
        };
        let statement = Arg::from(subject.text.local(&condition.statement).to_owned());
        Some(subject.say(key, &[("statement", statement)]))
    });
    Part {
        heading: subject.get("report-conditions"),
        sentences: sentences.collect(),
        ..Part::default()
    }
}

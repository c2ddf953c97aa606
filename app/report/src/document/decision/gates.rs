//! How each option stands before the gates.

use weighbridge_engine::weighing::{OptionWeighing, Verdict};
use weighbridge_text::Digits;
use weighbridge_units::Arg;

use super::Part;
use crate::document::Subject;
use crate::document::table::{Cell, Column, Row, Table, option_colour};

/// The least share of futures in which a gate would close that a board is told of.
const WORTH_TELLING: f64 = 0.005;

/// A row for each option; nothing where no gate is on.
pub(super) fn part(subject: &Subject<'_>) -> Part {
    let gates = &subject.scenario.priorities.gates;
    if !gates.iter().any(|gate| gate.on) {
        return Part::default();
    }
    let options = &subject.decided.weighing.options;
    let rows = options
        .iter()
        .enumerate()
        .map(|(place, option)| Row {
            cells: vec![
                Cell::from(subject.number(place)),
                Cell::from(subject.words().option(place)),
                verdict(subject, place, option),
            ],
            colour: Some(option_colour(place)),
            strong: subject.decided.recommendation.best == Some(place),
            ..Row::default()
        })
        .collect();
    Part {
        heading: subject.get("report-section-gates"),
        table: Some(Table {
            columns: vec![
                Column::figures(String::new(), 0.0),
                Column::text(subject.get("column-option"), 1.0),
                Column::text(subject.get("report-column-verdict"), 2.4),
            ],
            rows,
        }),
        notes: vec![subject.get("report-gates-note")],
        ..Part::default()
    }
}

/// Whether it is in, or out and why; below, what is not known and what the draws say.
fn verdict(subject: &Subject<'_>, place: usize, option: &OptionWeighing) -> Cell {
    let words = subject.words();
    let text = match words.out_because(option) {
        Some(reasons) => reasons,
        None if option.is_in_the_running => subject.get("report-verdict-all-passed"),
        None => subject.get("report-verdict-no-cost"),
    };
    let unknown: Vec<String> = option
        .gates
        .iter()
        .filter(|gate| gate.verdict == Verdict::NotKnown)
        .filter_map(|gate| Some(words.gate(words.gate_of(&gate.gate)?)))
        .collect();
    let mut below = Vec::new();
    if !unknown.is_empty() {
        let gates = Arg::from(subject.text.list(unknown));
        below.push(subject.say("report-verdict-unknown-gates", &[("gates", gates)]));
    }
    below.extend(would_close(subject, place, option));
    Cell {
        text,
        below: below.join(" "),
        ..Cell::default()
    }
}

/// The gates that would close in some futures and not in others.
fn would_close(subject: &Subject<'_>, place: usize, option: &OptionWeighing) -> Vec<String> {
    let words = subject.words();
    let prospects = subject.decided.prospects.as_ref();
    let Some(of_option) = prospects.and_then(|prospects| prospects.options.get(place)) else {
        return Vec::new();
    };
    let is_asked = |gate: &str| {
        let mut verdicts = option.gates.iter();
        verdicts.any(|verdict| {
            verdict.gate == gate && matches!(verdict.verdict, Verdict::Passed | Verdict::Closed(_))
        })
    };
    of_option
        .closed_shares
        .iter()
        .filter(|closed| is_asked(&closed.gate))
        .filter_map(|closed| {
            let share = closed
                .share
                .filter(|share| (WORTH_TELLING..1.0 - WORTH_TELLING).contains(share))?;
            let share = subject.text.percent(share, Digits::WHOLE);
            let gate = words.gate(words.gate_of(&closed.gate)?);
            Some(subject.say(
                "report-verdict-would-close",
                &[("share", Arg::from(share)), ("gate", Arg::from(gate))],
            ))
        })
        .collect()
}

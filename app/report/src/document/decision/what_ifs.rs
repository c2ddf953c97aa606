//! Regret in each future that was thought of, and what a second look is worth.

use weighbridge_engine::weighing::{Review, WhatIfTable};
use weighbridge_text::Digits;
use weighbridge_units::Arg;

use super::Part;
use crate::document::Subject;
use crate::document::table::{Cell, Column, Row, Table};
use crate::largest_regret;

/// The table of regrets, and the second look as sentences.
pub(super) fn parts(subject: &Subject<'_>) -> Vec<Part> {
    let table = subject
        .decided
        .what_ifs
        .as_ref()
        .filter(|table| table.futures.len() > 1 && table.options.len() > 1);
    let review = subject.decided.review.as_ref();
    let mut notes = Vec::new();
    if let Some(minimax) = table.and_then(|table| table.minimax) {
        notes.push(subject.say(
            "report-what-ifs-note",
            &[
                ("currency", Arg::from(subject.text.currency_symbol())),
                ("option", Arg::from(subject.words().option(minimax))),
            ],
        ));
    }
    let futures = Part {
        heading: subject.get("report-section-what-ifs"),
        table: table.map(|table| regrets(subject, table)),
        notes,
        ..Part::default()
    };
    let again = Part {
        heading: subject.get("report-group-review"),
        sentences: review.map_or_else(Vec::new, |review| second_look(subject, review)),
        ..Part::default()
    };
    vec![futures, again]
}

fn regrets(subject: &Subject<'_>, table: &WhatIfTable) -> Table {
    let mut columns = vec![Column::text(subject.get("report-column-future"), 3.4)];
    let numbers = table.options.iter().map(|place| subject.number(*place));
    columns.extend(numbers.map(|number| Column::figures(number, 0.9)));
    let future = |id: &str| {
        let mut what_ifs = subject.scenario.priorities.what_ifs.iter();
        what_ifs.find(|what_if| what_if.id == id)
    };
    let mut rows: Vec<Row> = table
        .futures
        .iter()
        .enumerate()
        .map(|(column, id)| {
            let future = future(id);
            let name = future.map_or_else(
                || subject.get("report-future-base"),
                |future| subject.text.local(&future.name).to_owned(),
            );
            let story = future.map_or("", |future| subject.text.local(&future.story));
            let mut cells = vec![Cell {
                below: story.to_owned(),
                ..Cell::from(name)
            }];
            let regrets = table.regret_usd.iter();
            cells.extend(regrets.map(|row| subject.cell(row.get(column).copied().flatten())));
            Row {
                cells,
                ..Row::default()
            }
        })
        .collect();
    let mut cells = vec![Cell::from(subject.get("report-row-largest"))];
    let regrets = table.regret_usd.iter();
    cells.extend(regrets.map(|row| subject.cell(largest_regret(row))));
    rows.push(Row {
        cells,
        strong: true,
        ..Row::default()
    });
    Table { columns, rows }
}

/// Whether looking again is worth anything, and what one would change to.
fn second_look(subject: &Subject<'_>, review: &Review) -> Vec<String> {
    let count = Arg::Count(u64::from(review.after_months));
    let months = Arg::from(subject.say("count-months", &[("count", count)]));
    let best = review
        .start_with
        .iter()
        .max_by(|one, other| one.1.total_cmp(&other.1));
    let Some((start, _)) = best else {
        return Vec::new();
    };
    if review.value_of_waiting_usd <= 0.0 {
        return vec![subject.say("report-review-nothing", &[("months", months)])];
    }
    let mut sentences = vec![subject.say(
        "report-review",
        &[
            ("option", Arg::from(subject.words().option(*start))),
            ("months", months),
            (
                "value",
                Arg::from(subject.amount(review.value_of_waiting_usd)),
            ),
        ],
    )];
    let changes = review.change_to.iter();
    for (place, share) in changes.filter(|(place, share)| place != start && *share >= 0.005) {
        sentences.push(subject.say(
            "report-review-change",
            &[
                ("option", Arg::from(subject.words().option(*place))),
                (
                    "share",
                    Arg::from(subject.text.percent(*share, Digits::WHOLE)),
                ),
            ],
        ));
    }
    sentences
}

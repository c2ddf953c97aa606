//! What the options are worth, criterion by criterion, down to net benefit.

use weighbridge_engine::weighing::{EvidenceState, OptionWeighing};
use weighbridge_text::Digits;
use weighbridge_units::Arg;

use super::Part;
use crate::document::Subject;
use crate::document::table::{Cell, Column, Row, Table};

/// Stands at a figure that nobody knows.
const UNKNOWN: &str = "?";
/// Stands at a figure beyond an anchor.
const BEYOND: &str = "‡";

/// Criteria as rows and options as columns; nothing where there is no criterion.
pub(super) fn part(subject: &Subject<'_>) -> Part {
    let weighing = &subject.decided.weighing;
    let criteria = &subject.scenario.priorities.criteria;
    if criteria.is_empty() || weighing.options.is_empty() {
        return Part::default();
    }
    let is_stable_known = !weighing.stability.is_empty();
    let mut columns = vec![
        Column::text(subject.get("report-column-criterion"), 2.0),
        Column::figures(subject.get("report-column-weight"), 0.6),
    ];
    columns.extend(
        (0..weighing.options.len()).map(|place| Column::figures(subject.number(place), 0.8)),
    );
    if is_stable_known {
        columns.push(Column::figures(subject.get("report-column-stable"), 0.9));
    }
    let mut rows: Vec<Row> = (0..criteria.len())
        .map(|place| criterion_row(subject, place, is_stable_known))
        .collect();
    rows.extend(sums(subject, is_stable_known));
    let mut notes = vec![subject.get("report-value-note")];
    if is_stable_known {
        notes.push(subject.get("report-stable-note"));
    }
    Part {
        heading: subject.get("report-section-value"),
        table: Some(Table { columns, rows }),
        notes,
        ..Part::default()
    }
}

fn criterion_row(subject: &Subject<'_>, place: usize, is_stable_known: bool) -> Row {
    let weighing = &subject.decided.weighing;
    let criterion = &subject.scenario.priorities.criteria[place];
    let mut cells = vec![
        Cell::from(subject.text.local(&criterion.name).to_owned()),
        Cell::from(share(
            subject,
            weighing.weights.get(place).copied().unwrap_or(0.0),
        )),
    ];
    cells.extend(weighing.options.iter().map(|option| {
        let Some(performance) = option.performances.get(place) else {
            return Cell::default();
        };
        let mark = match (performance.evidence, performance.clips) {
            (EvidenceState::Unknown, _) => UNKNOWN,
            (_, true) => BEYOND,
            _ => "",
        };
        Cell {
            mark: mark.to_owned(),
            ..points(subject, performance.points)
        }
    }));
    if is_stable_known {
        let stable = weighing
            .stability
            .iter()
            .find(|stable| stable.criterion == criterion.id);
        let interval = stable.map_or_else(String::new, |stable| {
            subject.say(
                "value-range",
                &[
                    ("low", Arg::from(share(subject, stable.interval.0))),
                    ("high", Arg::from(share(subject, stable.interval.1))),
                ],
            )
        });
        cells.push(Cell::muted(interval));
    }
    Row {
        cells,
        ..Row::default()
    }
}

/// Value, what it is worth, cost, and net benefit.
fn sums(subject: &Subject<'_>, is_stable_known: bool) -> Vec<Row> {
    let weighing = &subject.decided.weighing;
    let symbol = [("currency", Arg::from(subject.text.currency_symbol()))];
    let row = |label: String, strong: bool, cell: &dyn Fn(&OptionWeighing) -> Cell| {
        let mut cells = vec![Cell::from(label), Cell::default()];
        cells.extend(weighing.options.iter().map(cell));
        if is_stable_known {
            cells.push(Cell::default());
        }
        Row {
            cells,
            strong,
            ..Row::default()
        }
    };
    vec![
        row(subject.get("report-row-value"), true, &|option| {
            points(subject, option.value_points)
        }),
        row(subject.say("report-row-worth", &symbol), false, &|option| {
            subject.short_cell(Some(weighing.usd_per_point * option.value_points))
        }),
        row(subject.get("report-row-cost"), false, &|option| {
            subject.short_cell(option.npv_usd.map(|cost| -cost))
        }),
        row(subject.get("report-row-net-benefit"), true, &|option| {
            subject.short_cell(option.net_benefit_usd)
        }),
    ]
}

fn points(subject: &Subject<'_>, points: f64) -> Cell {
    Cell::from(subject.text.number(points, Digits::Decimals(1)))
}

fn share(subject: &Subject<'_>, share: f64) -> String {
    subject.text.percent(share, Digits::WHOLE)
}

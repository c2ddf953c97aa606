//! The results of every option, cheapest first, in columns whose decimals line up.

use serde::Serialize;
use weighbridge_engine::capability::{self, ScoreColumn};
use weighbridge_engine::model::Measure;
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_text::Digits;
use weighbridge_units::{Arg, Money};

use super::Subject;
use super::table::{Cell, Column, Row, Table, option_colour};

/// The table of results and how to read it.
#[derive(Debug, Serialize)]
pub(super) struct Results {
    table: Table,
    notes: Vec<String>,
}

/// Measures in money, each with the key of its heading; one that no option has is left out.
const MONEY: [(Measure, &str); 5] = [
    (Measure::NetPresentValue, "report-column-npv"),
    (Measure::AverageMonthlyCost, "report-column-month"),
    (Measure::PerMillionTokens, "report-column-million"),
    (Measure::PerRequest, "report-column-request"),
    (Measure::PerSolvedTask, "report-column-solved"),
];

const NOTHING: &str = "–";

/// The results of an outcome.
pub(super) fn of(subject: &Subject<'_>) -> Results {
    let order = order(subject);
    let latency = has_latency(subject);
    let scores = scores(subject);
    let money: Vec<(Measure, &str, Digits)> = MONEY
        .into_iter()
        .filter(|(measure, _)| {
            let mut options = subject.outcome.options.iter();
            *measure == Measure::NetPresentValue
                || options.any(|option| option.get(*measure).is_some())
        })
        .map(|(measure, key)| (measure, key, digits(subject, measure)))
        .collect();
    let symbol = Arg::from(subject.text.currency_symbol());
    let mut columns = vec![
        Column::figures(String::new(), 0.0),
        Column::text(subject.get("column-option"), 2.1),
    ];
    columns.extend(money.iter().map(|(_, key, _)| {
        Column::figures(subject.say(key, &[("currency", symbol.clone())]), 1.0)
    }));
    if latency {
        columns.push(Column::figures(
            subject.get("report-column-first-token"),
            0.85,
        ));
    }
    if let Some(scores) = &scores {
        columns.push(Column::figures(scores.name.clone(), 1.15));
    }
    let cheapest = subject.outcome.cheapest().map(|option| &option.id);
    let rows = order
        .into_iter()
        .map(|place| {
            let option = &subject.outcome.options[place];
            let mut cells = vec![
                Cell::from(subject.number(place)),
                Cell {
                    text: option.name.clone(),
                    below: subject.get(&format!("deployment-{}", option.deployment.key())),
                    ..Cell::default()
                },
            ];
            cells.extend(money.iter().map(|(measure, _, digits)| {
                let mut cell = amount(subject, option, *measure, *digits);
                if *measure == Measure::NetPresentValue && !cell.muted {
                    cell.below = npv_range(subject, place);
                }
                cell
            }));
            if latency {
                cells.push(first_token(subject, option));
            }
            if let Some(scores) = &scores {
                cells.push(scores.cell(subject, place));
            }
            Row {
                cells,
                colour: Some(option_colour(place)),
                strong: Some(&option.id) == cheapest,
                ..Row::default()
            }
        })
        .collect();
    Results {
        table: Table { columns, rows },
        notes: notes(subject, latency, scores.as_ref()),
    }
}

/// Places of the options: cheapest first, then those that cannot be had.
fn order(subject: &Subject<'_>) -> Vec<usize> {
    let position = |option: &OptionOutcome| subject.scenario.position(&option.id);
    let options = &subject.outcome.options;
    let feasible = subject.outcome.by_cost().into_iter().filter_map(position);
    let others = options.iter().filter(|option| !option.is_feasible());
    feasible.chain(others.filter_map(position)).collect()
}

fn notes(subject: &Subject<'_>, latency: bool, scores: Option<&Scores<'_>>) -> Vec<String> {
    let mut notes = vec![subject.get("report-note-results")];
    if subject.decided.prospects.is_some() {
        notes.push(subject.get("report-note-npv-range"));
    }
    if latency {
        notes.push(subject.get("report-note-first-token"));
    }
    if let Some(scores) = scores {
        notes.push(subject.say(
            "report-note-score",
            &[("score", Arg::from(scores.full_name.clone()))],
        ));
    }
    notes
}

fn amount(subject: &Subject<'_>, option: &OptionOutcome, measure: Measure, digits: Digits) -> Cell {
    match option.get(measure).filter(|_| option.is_feasible()) {
        Some(usd) => Cell::from(
            subject
                .text
                .number(subject.text.converted(Money::usd(usd)), digits),
        ),
        None if measure == Measure::NetPresentValue => Cell::muted(reason(subject, option)),
        None => Cell::muted(NOTHING),
    }
}

/// The range in which the present value lies in eight of ten futures; empty where nothing was
/// drawn.
fn npv_range(subject: &Subject<'_>, place: usize) -> String {
    let prospects = subject.decided.prospects.as_ref();
    let option = prospects.and_then(|prospects| prospects.options.get(place));
    let Some(spread) = option.and_then(|option| option.npv_usd) else {
        return String::new();
    };
    let short = |usd: f64| {
        let text = subject.text;
        text.compact(text.converted(Money::usd(usd)))
    };
    format!("{}–{}", short(spread.p10), short(spread.p90))
}

/// Why an option has no cost to show.
fn reason(subject: &Subject<'_>, option: &OptionOutcome) -> String {
    if option.result.is_ok() && !option.fits {
        subject.get("chart-note-does-not-fit")
    } else {
        subject.get("report-not-computed")
    }
}

/// Decimals for a whole column: none from ten thousand on, otherwise three figures of the smallest.
fn digits(subject: &Subject<'_>, measure: Measure) -> Digits {
    let options = subject.outcome.options.iter();
    let amounts = options
        .filter_map(|option| option.get(measure))
        .map(|usd| subject.text.converted(Money::usd(usd)).abs())
        .filter(|amount| *amount > 0.0);
    let (smallest, largest) = amounts.fold((f64::INFINITY, 0.0_f64), |(low, high), amount| {
        (low.min(amount), high.max(amount))
    });
    if largest >= 10_000.0 || !smallest.is_finite() {
        return Digits::WHOLE;
    }
    // From the written form, so that no rounding of a logarithm decides.
    let written = format!("{smallest:e}");
    let magnitude: i32 = written
        .split('e')
        .nth(1)
        .and_then(|exponent| exponent.parse().ok())
        .unwrap_or(0);
    Digits::Decimals(u8::try_from((2 - magnitude).clamp(2, 7)).unwrap_or(2))
}

fn has_latency(subject: &Subject<'_>) -> bool {
    let mut options = subject.outcome.options.iter();
    options.any(|option| option.get(Measure::TimeToFirstToken).is_some())
}

fn first_token(subject: &Subject<'_>, option: &OptionOutcome) -> Cell {
    if !option.fits {
        return Cell::muted(NOTHING);
    }
    match option.get(Measure::TimeToFirstToken) {
        Some(seconds) => Cell::from(subject.text.duration(seconds)),
        None => Cell::muted(NOTHING),
    }
}

/// The score column that the report shows.
pub(super) struct Scores<'a> {
    /// The column.
    pub(super) column: ScoreColumn,
    /// The benchmark's name.
    pub(super) name: String,
    /// The benchmark's and the table's names.
    pub(super) full_name: String,
    /// One for each option, in the scenario's order.
    pub(super) scores: Vec<capability::OptionScore<'a>>,
}

/// The first column that compares at least two options.
pub(super) fn scores<'a>(subject: &Subject<'a>) -> Option<Scores<'a>> {
    let column = capability::columns(subject.scenario)
        .into_iter()
        .find(|column| column.open + column.closed > 1)?;
    let name = column_name(&column.column, &column.benchmark_name);
    Some(Scores {
        full_name: format!("{name}, {}", column.group_name),
        name,
        scores: capability::scores(subject.scenario, &column.column),
        column: column.column,
    })
}

fn column_name(column: &ScoreColumn, benchmark: &str) -> String {
    let extra: Vec<&str> = [Some(column.variant.as_str()), column.language.as_deref()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    if extra.is_empty() {
        benchmark.to_owned()
    } else {
        format!("{benchmark} ({})", extra.join(", "))
    }
}

impl Scores<'_> {
    fn cell(&self, subject: &Subject<'_>, place: usize) -> Cell {
        match self.scores.get(place).and_then(|score| score.adjusted_pct) {
            Some(score) => Cell::from(subject.text.number(score, Digits::Decimals(1))),
            None => Cell::muted(NOTHING),
        }
    }
}

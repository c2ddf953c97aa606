//! The outcome in words and tables.

use egui::Ui;
use weighbridge_engine::explain::ResultPart;
use weighbridge_engine::model::{CostLine, Measure};
use weighbridge_engine::outcome::{OptionOutcome, Outcome};
use weighbridge_engine::scenario::OptionId;
use weighbridge_text::Text;
use weighbridge_units::{Arg, Base, Money, Unit};

use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::{
    Answer, months, option_cell, option_row, result_name, short_money, why_cell,
};
use crate::widgets::table::{Cell, Column, Row, figure_column, text_column};

/// Who is cheapest, by how much, and from which month on.
pub(super) fn headline(page: &Page<'_>) -> String {
    let (text, outcome) = (page.text, page.session.outcome());
    let name = |option: &OptionOutcome| Arg::from(option.name.clone());
    match Answer::of(outcome) {
        Answer::Nothing => text.get("report-answer-none").into_owned(),
        Answer::Only(option) => {
            let cost = option.get(Measure::NetPresentValue).unwrap_or(0.0);
            text.format(
                "report-answer-only",
                &[
                    ("option", name(option)),
                    ("cost", short_money(text, cost)),
                    ("months", months(outcome)),
                ],
            )
        }
        Answer::Cheapest {
            first,
            second,
            margin_usd,
        } if margin_usd <= 0.0 => text.format(
            "cost-headline-same",
            &[
                ("first", name(first)),
                ("second", name(second)),
                ("months", months(outcome)),
            ],
        ),
        Answer::Cheapest {
            first,
            second,
            margin_usd,
        } => {
            let mut args = vec![
                ("option", name(first)),
                ("second", name(second)),
                ("difference", short_money(text, margin_usd)),
            ];
            let key = match leads_from(outcome, first) {
                Some(month) if month <= 1 => "cost-headline-throughout",
                Some(month) => {
                    args.push(("month", Arg::Ordinal(month as i64)));
                    "cost-headline-from"
                }
                None => "cost-headline",
            };
            text.format(key, &args)
        }
    }
}

/// The month from which an option has cost least so far, up to the end.
fn leads_from(outcome: &Outcome, option: &OptionOutcome) -> Option<usize> {
    let others = || outcome.options.iter().filter(|other| other.is_feasible());
    let leads = |month: usize| {
        let own = option.cumulative_usd().get(month);
        others().all(|other| other.cumulative_usd().get(month) >= own)
    };
    let months = option.cumulative_usd().len();
    (0..months).rev().take_while(|month| leads(*month)).last()
}

/// A table in which some cells are results.
pub(super) struct ResultTable {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// What stands in a cell, by row and column.
    results: Vec<Vec<Option<(OptionId, ResultPart)>>>,
}

impl std::fmt::Debug for ResultTable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ResultTable")
            .field("results", &self.results)
            .finish_non_exhaustive()
    }
}

impl ResultTable {
    /// The result at row and column.
    pub(super) fn result_at(
        &self,
        (row, column): (usize, usize),
    ) -> Option<&(OptionId, ResultPart)> {
        self.results.get(row)?.get(column)?.as_ref()
    }
}

/// The tables of all results.
#[derive(Debug)]
pub(super) struct View {
    pub measures: ResultTable,
    pub lines: ResultTable,
}

impl View {
    pub(super) fn of(page: &Page<'_>) -> View {
        let (text, outcome) = (page.text, page.session.outcome());
        let has = |part: &ResultPart| match part {
            ResultPart::Measure(measure) => outcome
                .options
                .iter()
                .any(|option| option.get(*measure).is_some()),
            ResultPart::Line(line) => outcome
                .options
                .iter()
                .any(|option| option.line_usd(*line).is_some_and(|usd| usd != 0.0)),
        };
        let measures = Measure::ALL
            .iter()
            .map(|measure| ResultPart::Measure(*measure));
        let lines = CostLine::ALL.into_iter().map(ResultPart::Line);
        let of_cost = |part: &ResultPart| matches!(part, ResultPart::Measure(measure) if is_about_cost(*measure));
        View {
            measures: results(
                text,
                outcome,
                measures.filter(of_cost).filter(has).collect(),
            ),
            lines: results(text, outcome, lines.filter(has).collect()),
        }
    }
}

/// Figures of the machine stand on the page of latency and hardware.
fn is_about_cost(measure: Measure) -> bool {
    measure.unit().exponent(Base::Usd) == 1
        || matches!(
            measure,
            Measure::SolvedShare
                | Measure::Utilisation
                | Measure::ReplicasFirstMonth
                | Measure::ReplicasLastMonth
        )
}

/// A row for each result, a column for each option.
fn results(text: Text, outcome: &Outcome, parts: Vec<ResultPart>) -> ResultTable {
    let mut columns = vec![text_column(text.get("results-figure"), 1.0)];
    columns.extend(
        outcome
            .options
            .iter()
            .map(|option| figure_column(&option.name)),
    );
    let (mut rows, mut found) = (Vec::new(), Vec::new());
    for part in parts {
        let unit = match part {
            ResultPart::Measure(measure) => measure.unit(),
            ResultPart::Line(_) => Unit::USD,
        };
        let unit = if unit.exponent(Base::Usd) == 1 {
            text.unit_name(unit)
        } else {
            String::new()
        };
        let mut cells = vec![Cell::new(result_name(text, part)).note(unit)];
        cells.extend(
            outcome
                .options
                .iter()
                .map(|option| why_cell(text, option, part)),
        );
        let is_answer = part == ResultPart::Measure(Measure::NetPresentValue);
        rows.push(if is_answer {
            Row::new(cells).strong()
        } else {
            Row::new(cells)
        });
        let place = |option: &OptionOutcome| Some((option.id.clone(), part));
        found.push(
            std::iter::once(None)
                .chain(outcome.options.iter().map(place))
                .collect(),
        );
    }
    ResultTable {
        columns,
        rows,
        results: found,
    }
}

/// What self-hosted options pay for capacity, and how much of it works.
pub(super) struct Idle {
    pub title: String,
    pub table: ResultTable,
}

pub(super) fn idle(ui: &Ui, page: &Page<'_>) -> Option<Idle> {
    let look = Look::of(ui);
    let (text, outcome) = (page.text, page.session.outcome());
    let idle_usd = |option: &OptionOutcome| {
        Some(
            option.get(Measure::ReservedInfrastructure)?
                - option.get(Measure::UsedInfrastructure)?,
        )
    };
    let (mut rows, mut results) = (Vec::new(), Vec::new());
    let mut most: Option<(&OptionOutcome, f64)> = None;
    for option in &outcome.options {
        let Some(usd) = idle_usd(option) else {
            continue;
        };
        if most.is_none_or(|(_, before)| usd > before) {
            most = Some((option, usd));
        }
        let part = |measure| ResultPart::Measure(measure);
        let shown = [
            Measure::ReservedInfrastructure,
            Measure::UsedInfrastructure,
            Measure::Utilisation,
        ];
        let mut cells = vec![option_cell(&look, option)];
        cells.extend(
            shown
                .iter()
                .map(|measure| why_cell(text, option, part(*measure))),
        );
        cells.insert(3, Cell::new(text.money(Money::usd(usd))));
        rows.push(option_row(outcome, option, cells));
        let at = |measure| Some((option.id.clone(), part(measure)));
        results.push(vec![None, at(shown[0]), at(shown[1]), None, at(shown[2])]);
    }
    let (option, usd) = most?;
    let columns = vec![
        text_column(text.get("column-option"), 1.0),
        figure_column(text.get("cost-paid")),
        figure_column(text.get("cost-used")),
        figure_column(text.get("cost-idle")),
        figure_column(text.get("measure-utilisation")),
    ];
    let title = text.format(
        "cost-idle-title",
        &[
            ("option", Arg::from(option.name.clone())),
            ("idle", short_money(text, usd)),
        ],
    );
    Some(Idle {
        title,
        table: ResultTable {
            columns,
            rows,
            results,
        },
    })
}

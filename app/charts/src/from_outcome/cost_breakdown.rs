//! What every option's cost consists of.

use weighbridge_engine::model::{CostLine, Measure, lines_in_use};
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_units::{Arg, Message};

use super::Case;
use crate::{Axis, Bar, Chart, Content, Key, StackedBars, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "cost-breakdown";

/// Bars of undiscounted cost over the horizon, split by cost line.
#[must_use]
pub fn cost_breakdown(case: &Case<'_>) -> Chart {
    let options = case.feasible();
    if options.is_empty() {
        return case.empty(NAME);
    }
    let totals = options
        .iter()
        .filter_map(|(_, option)| option.get(Measure::Total));
    let unit = case.money_unit(totals.map(|usd| case.amount(usd)));
    // Every line has its place whether it is used or not, so that a line keeps its colour.
    let bars = options
        .iter()
        .map(|(key, option)| Bar {
            key: *key,
            label: option.name.clone(),
            values: CostLine::ALL
                .iter()
                .map(|line| case.amount(option.line_usd(*line).unwrap_or(0.0)))
                .collect(),
            total: case.amount(option.get(Measure::Total).unwrap_or(0.0)),
        })
        .collect();
    let title = title(case, &options);
    Chart {
        name: NAME,
        subtitle: case.say(
            "chart-subtitle-breakdown",
            &[("months", case.months()), ("unit", Arg::from(unit.name))],
        ),
        x: Axis::linear("").divided_by(unit.divisor),
        y: Axis::linear(""),
        content: Content::StackedBars(StackedBars {
            parts: CostLine::ALL.map(|line| line_name(case, line)).to_vec(),
            bars,
            ..StackedBars::default()
        }),
        source: case.source(),
        table: table(case, &options),
        summary: case.summary(&title, phrases(case, &options)),
        title,
    }
}

/// The largest line of the cheapest option, or its cost where nothing is spent.
fn title(case: &Case<'_>, options: &[(Key, &OptionOutcome)]) -> String {
    let total = |option: &OptionOutcome| option.get(Measure::Total).unwrap_or(f64::INFINITY);
    let Some((_, cheapest)) = options
        .iter()
        .min_by(|a, b| total(a.1).total_cmp(&total(b.1)))
    else {
        return String::new();
    };
    let name = Arg::from(cheapest.name.clone());
    match largest_line(cheapest) {
        Some((line, share)) => case.say(
            "chart-title-breakdown-largest",
            &[
                ("line", Arg::from(line_name(case, line))),
                ("option", name),
                ("share", Arg::Percent(share)),
            ],
        ),
        None => case.say(
            "chart-title-alone",
            &[
                ("option", name),
                ("cost", case.short_money(total(cheapest))),
                ("months", case.months()),
            ],
        ),
    }
}

/// The line on which an option costs most, and its share of all that is spent, credits aside.
fn largest_line(option: &OptionOutcome) -> Option<(CostLine, f64)> {
    let spent = |line: CostLine| option.line_usd(line).unwrap_or(0.0).max(0.0);
    let all: f64 = CostLine::ALL.into_iter().map(spent).sum();
    let largest = CostLine::ALL
        .into_iter()
        .max_by(|a, b| spent(*a).total_cmp(&spent(*b)))?;
    (all > 0.0).then(|| (largest, spent(largest) / all))
}

fn line_name(case: &Case<'_>, line: CostLine) -> String {
    case.text
        .render(&Message::new(format!("cost-line-{}", line.key())))
}

fn phrases(case: &Case<'_>, options: &[(Key, &OptionOutcome)]) -> Vec<String> {
    options
        .iter()
        .map(|(_, option)| {
            let lines = CostLine::ALL
                .into_iter()
                .filter_map(|line| Some((line, option.line_usd(line)?)))
                .filter(|(_, usd)| *usd != 0.0)
                .map(|(line, usd)| {
                    let amount = case.text.arg(&case.short_money(usd));
                    format!("{} {amount}", line_name(case, line))
                })
                .collect::<Vec<_>>();
            format!("{}: {}", option.name, case.text.list(lines))
        })
        .collect()
}

/// A row for each option, a column for each line in use and the total.
fn table(case: &Case<'_>, options: &[(Key, &OptionOutcome)]) -> Table {
    let lines = lines_in_use(
        options
            .iter()
            .filter_map(|(_, option)| option.result.as_ref().ok()),
    );
    let mut headers = vec![case.say("axis-option", &[])];
    headers.extend(lines.iter().map(|line| line_name(case, *line)));
    headers.push(case.say("measure-total-usd", &[]));
    let rows = options
        .iter()
        .map(|(_, option)| {
            let mut row = vec![option.name.clone()];
            row.extend(
                lines
                    .iter()
                    .map(|line| case.table_money(option.line_usd(*line).unwrap_or(0.0))),
            );
            row.push(case.table_money(option.get(Measure::Total).unwrap_or(0.0)));
            row
        })
        .collect();
    Table::of_figures(headers, rows)
}

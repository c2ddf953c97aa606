//! What every option has cost by the end of each month.

use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_units::{Arg, Message};

use super::Case;
use crate::{Annotation, Axis, Chart, Content, Key, LineSeries, Lines, Table, Tone};

/// The chart's stable name.
pub(super) const NAME: &str = "cumulative-cost";

/// Lines of undiscounted cost over the months of the horizon.
#[must_use]
pub fn cumulative_cost(case: &Case<'_>) -> Chart {
    let options = case.feasible();
    if options.is_empty() {
        return case.empty(NAME);
    }
    let amounts = options
        .iter()
        .flat_map(|(_, option)| option.cumulative_usd());
    let unit = case.money_unit(amounts.map(|usd| case.amount(*usd)));
    let series = options
        .iter()
        .map(|(key, option)| LineSeries {
            key: *key,
            label: option.name.clone(),
            points: option
                .cumulative_usd()
                .iter()
                .enumerate()
                .map(|(month, usd)| [month as f64, case.amount(*usd)])
                .collect(),
            band: Vec::new(),
            median: Vec::new(),
        })
        .collect();
    let message = message(&options);
    let title = title(case, &options, &message);
    Chart {
        name: NAME,
        subtitle: case.say(
            "chart-subtitle-cumulative",
            &[("unit", Arg::from(unit.name))],
        ),
        x: Axis::months(case.say("axis-month", &[])),
        y: Axis::linear("").divided_by(unit.divisor),
        content: Content::Lines(Lines {
            series,
            intervals: Vec::new(),
            annotations: annotations(case, &message),
            ..Lines::default()
        }),
        source: case.source(),
        table: table(case, &options),
        summary: case.summary(&title, phrases(case, &options)),
        title,
    }
}

/// What the lines say.
enum Finding<'a> {
    /// There is only one.
    Alone(&'a OptionOutcome),
    /// All end at the same cost.
    Same,
    /// One ends lowest, and is lowest from this month on.
    Lowest(&'a OptionOutcome, usize),
}

fn message<'a>(options: &[(Key, &'a OptionOutcome)]) -> Finding<'a> {
    let end = |option: &OptionOutcome| option.cumulative_usd().last().copied().unwrap_or(0.0);
    let [(_, first), others @ ..] = options else {
        return Finding::Same;
    };
    if others.is_empty() {
        return Finding::Alone(first);
    }
    let lowest = others.iter().fold(*first, |lowest, (_, option)| {
        if end(option) < end(lowest) {
            option
        } else {
            lowest
        }
    });
    if options.iter().all(|(_, option)| end(option) == end(lowest)) {
        return Finding::Same;
    }
    let is_lowest = |month: usize| {
        let cost = |option: &OptionOutcome| option.cumulative_usd().get(month).copied();
        options
            .iter()
            .all(|(_, option)| cost(option) >= cost(lowest))
    };
    let months = lowest.cumulative_usd().len();
    let from = (0..months)
        .rev()
        .take_while(|month| is_lowest(*month))
        .last()
        .unwrap_or(months - 1);
    Finding::Lowest(lowest, from)
}

fn title(case: &Case<'_>, options: &[(Key, &OptionOutcome)], finding: &Finding<'_>) -> String {
    let months = case.months();
    match finding {
        Finding::Alone(option) => {
            let total = option.cumulative_usd().last().copied().unwrap_or(0.0);
            case.say(
                "chart-title-alone",
                &[
                    ("option", Arg::from(option.name.clone())),
                    ("cost", case.short_money(total)),
                    ("months", months),
                ],
            )
        }
        Finding::Same => case.say("chart-title-same-cost", &[("months", months)]),
        // The start is month 0: whoever leads from there or from the first month on leads throughout.
        Finding::Lowest(option, from) if *from <= 1 && options.len() > 1 => case.say(
            "chart-title-cumulative-cheapest",
            &[
                ("option", Arg::from(option.name.clone())),
                ("months", months),
            ],
        ),
        Finding::Lowest(option, from) => case.say(
            "chart-title-cumulative-crossing",
            &[
                ("option", Arg::from(option.name.clone())),
                ("month", Arg::Ordinal(*from as i64)),
            ],
        ),
    }
}

/// A mark at the month from which the cheapest option leads.
fn annotations(case: &Case<'_>, finding: &Finding<'_>) -> Vec<Annotation> {
    match finding {
        Finding::Lowest(_, from) if *from > 1 => vec![Annotation::VerticalLine {
            x: *from as f64,
            text: month(case, *from),
            tone: Tone::Quiet,
        }],
        _ => Vec::new(),
    }
}

fn month(case: &Case<'_>, month: usize) -> String {
    case.text
        .render(&Message::new("month-number").with("month", Arg::Ordinal(month as i64)))
}

fn phrases(case: &Case<'_>, options: &[(Key, &OptionOutcome)]) -> Vec<String> {
    options
        .iter()
        .map(|(_, option)| {
            let total = option.cumulative_usd().last().copied().unwrap_or(0.0);
            format!(
                "{}: {}",
                option.name,
                case.text.arg(&case.short_money(total))
            )
        })
        .collect()
}

/// A row for each month, a column for each option.
fn table(case: &Case<'_>, options: &[(Key, &OptionOutcome)]) -> Table {
    let headers = std::iter::once(case.say("axis-month", &[]))
        .chain(options.iter().map(|(_, option)| option.name.clone()))
        .collect();
    let rows = (0..=usize::from(case.outcome.horizon_months))
        .map(|month| {
            let costs = options.iter().map(|(_, option)| {
                let usd = option.cumulative_usd().get(month).copied();
                usd.map_or_else(String::new, |usd| case.table_money(usd))
            });
            std::iter::once(month.to_string()).chain(costs).collect()
        })
        .collect();
    Table::of_figures(headers, rows)
}

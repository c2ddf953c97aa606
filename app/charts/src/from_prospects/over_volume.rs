//! How the odds move with the volume: the chance to be cheapest, and the expected loss.

use weighbridge_engine::break_even::VOLUME;
use weighbridge_engine::scenario::InputPath;
use weighbridge_units::Arg;

use super::Draws;
use crate::from_outcome::Case;
use crate::{Annotation, Axis, Chart, Content, Key, LineSeries, Lines, NumberStyle, Table, Tone};

/// The stable name of the chart of chances.
pub(super) const CHANCE_CHEAPEST: &str = "chance-cheapest";
/// The stable name of the chart of losses.
pub(super) const EXPECTED_LOSS: &str = "loss-over-volume";

/// The ratio of volumes from which on the axis is logarithmic.
const LOGARITHMIC_FROM: f64 = 20.0;

/// The odds at one volume.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtVolume {
    /// Requests a month.
    pub requests_per_month: f64,
    /// For each option of the scenario, the share of draws in which it costs least; none where it cannot be had.
    pub cheapest_shares: Vec<Option<f64>>,
    /// For each option, what it costs on average above the cheapest of the same draw, in USD.
    pub expected_loss_usd: Vec<Option<f64>>,
}

/// Lines of the chance to cost least, by rising volume.
#[must_use]
pub fn chance_cheapest(case: &Case<'_>, volumes: &[AtVolume], draws: Draws) -> Chart {
    let lines = lines(case, volumes, |at| &at.cheapest_shares, |share| share);
    let leads = leads(volumes, |at| &at.cheapest_shares, f64::total_cmp);
    let table = table(
        case,
        volumes,
        |at| &at.cheapest_shares,
        |share| case.share(share),
    );
    let subtitle = case.say("chart-subtitle-chance", &[]);
    let said = Said {
        name: CHANCE_CHEAPEST,
        stem: "chart-title-chance",
        subtitle,
        y: Axis::shares(""),
        lines,
        leads,
        table,
    };
    chart(case, volumes, draws, said)
}

/// Lines of the expected loss, by rising volume.
#[must_use]
pub fn expected_loss(case: &Case<'_>, volumes: &[AtVolume], draws: Draws) -> Chart {
    let lines = lines(
        case,
        volumes,
        |at| &at.expected_loss_usd,
        |usd| case.amount(usd),
    );
    let leads = leads(volumes, |at| &at.expected_loss_usd, |a, b| b.total_cmp(a));
    let table = table(
        case,
        volumes,
        |at| &at.expected_loss_usd,
        |usd| case.table_money(usd),
    );
    let amounts = lines
        .iter()
        .flat_map(|line| line.points.iter().map(|point| point[1]));
    let unit = case.money_unit(amounts);
    let subtitle = case.say("chart-subtitle-loss", &[("unit", Arg::from(unit.name))]);
    let said = Said {
        name: EXPECTED_LOSS,
        stem: "chart-title-loss",
        subtitle,
        y: Axis::linear("").divided_by(unit.divisor),
        lines,
        leads,
        table,
    };
    chart(case, volumes, draws, said)
}

/// What one of the two charts says.
struct Said {
    name: &'static str,
    stem: &'static str,
    subtitle: String,
    y: Axis,
    lines: Vec<LineSeries>,
    leads: Vec<Lead>,
    table: Table,
}

/// A stretch of volumes in which one option is ahead.
struct Lead {
    option: usize,
    from: f64,
}

fn chart(case: &Case<'_>, volumes: &[AtVolume], draws: Draws, said: Said) -> Chart {
    let ends = (volumes.first(), volumes.last());
    let ((Some(first), Some(last)), false) = (ends, said.leads.is_empty()) else {
        return case.empty(said.name);
    };
    let (low, high) = (first.requests_per_month, last.requests_per_month);
    let title = title(case, &said, (low, high));
    let axis = case.say("axis-requests-per-month", &[]);
    let x = if low > 0.0 && high / low > LOGARITHMIC_FROM {
        Axis::log10(axis)
    } else {
        Axis {
            style: NumberStyle::Compact,
            ..Axis::linear(axis).without_zero()
        }
    };
    let here = case.scenario.figure(&InputPath::new(VOLUME));
    let annotations = here
        .map(|figure| figure.value)
        .filter(|here| (low..=high).contains(here))
        .map(|here| Annotation::VerticalLine {
            x: here,
            text: case.say(
                "chart-this-case",
                &[("value", Arg::from(case.text.compact(here)))],
            ),
            tone: Tone::Here,
        });
    let phrases = said.leads.iter().map(|lead| {
        let volume = case.text.compact(lead.from);
        let name = case.option_at(lead.option).map_or("", |(_, name)| name);
        format!("{volume}: {name}")
    });
    let phrases = phrases.collect();
    Chart {
        name: said.name,
        subtitle: said.subtitle,
        x,
        y: said.y,
        content: Content::Lines(Lines {
            series: said.lines,
            annotations: annotations.into_iter().collect(),
            ..Lines::default()
        }),
        source: case.source_of(draws),
        table: said.table,
        summary: case.summary(&title, phrases),
        title,
    }
}

fn title(case: &Case<'_>, said: &Said, (low, high): (f64, f64)) -> String {
    let volume = |volume: f64| Arg::from(case.text.compact(volume));
    let key = |end: &str| format!("{}-{end}", said.stem);
    match said.leads.as_slice() {
        [] => String::new(),
        [only] => case.say(&key("always"), &[("option", case.name_at(only.option))]),
        [first, second] => case.say(
            &key("once"),
            &[
                ("first", case.name_at(first.option)),
                ("second", case.name_at(second.option)),
                ("volume", volume(second.from)),
            ],
        ),
        leads => case.say(
            &key("changes"),
            &[
                ("count", Arg::Count(leads.len() as u64 - 1)),
                ("low", volume(low)),
                ("high", volume(high)),
            ],
        ),
    }
}

fn lines(
    case: &Case<'_>,
    volumes: &[AtVolume],
    values: impl Fn(&AtVolume) -> &Vec<Option<f64>>,
    shown: impl Fn(f64) -> f64,
) -> Vec<LineSeries> {
    let options = case.outcome.options.iter().enumerate();
    options
        .map(|(place, option)| LineSeries {
            key: Key(usize::from(option.colour)),
            label: option.name.clone(),
            points: volumes
                .iter()
                .filter_map(|at| {
                    let value = (*values(at).get(place)?)?;
                    Some([at.requests_per_month, shown(value)])
                })
                .collect(),
            band: Vec::new(),
            median: Vec::new(),
        })
        .filter(|line| !line.points.is_empty())
        .collect()
}

/// The stretches in which one option is ahead: each begins where the lines cross, read between two volumes.
fn leads(
    volumes: &[AtVolume],
    values: impl Fn(&AtVolume) -> &Vec<Option<f64>>,
    by: impl Fn(&f64, &f64) -> std::cmp::Ordering,
) -> Vec<Lead> {
    let value = |at: &AtVolume, option: usize| values(at).get(option).copied().flatten();
    let mut leads: Vec<Lead> = Vec::new();
    let mut before: Option<&AtVolume> = None;
    for at in volumes {
        let ahead = values(at)
            .iter()
            .enumerate()
            .filter_map(|(option, value)| Some((option, (*value)?)))
            // The first of equals, so that a tie changes nothing.
            .reduce(|best, other| {
                if by(&other.1, &best.1).is_gt() {
                    other
                } else {
                    best
                }
            });
        let Some((option, _)) = ahead else {
            before = Some(at);
            continue;
        };
        let last = leads.last().map(|lead| lead.option);
        if last != Some(option) {
            let from = last
                .zip(before)
                .and_then(|(last, before)| {
                    let lead = |at: &AtVolume| Some(value(at, option)? - value(at, last)?);
                    let (then, now) = (lead(before)?, lead(at)?);
                    let share = then / (then - now);
                    let (low, high) = (before.requests_per_month, at.requests_per_month);
                    (0.0..=1.0)
                        .contains(&share)
                        .then_some(low + (high - low) * share)
                })
                .unwrap_or(at.requests_per_month);
            leads.push(Lead { option, from });
        }
        before = Some(at);
    }
    leads
}

/// A row for each volume, a column for each option.
fn table(
    case: &Case<'_>,
    volumes: &[AtVolume],
    values: impl Fn(&AtVolume) -> &Vec<Option<f64>>,
    write: impl Fn(f64) -> String,
) -> Table {
    let headers = std::iter::once(case.say("axis-requests-per-month", &[]))
        .chain(
            case.outcome
                .options
                .iter()
                .map(|option| option.name.clone()),
        )
        .collect();
    let rows = volumes
        .iter()
        .map(|at| {
            let cells = (0..case.outcome.options.len()).map(|place| {
                let value = values(at).get(place).copied().flatten();
                value.map_or_else(String::new, &write)
            });
            std::iter::once(case.text.compact(at.requests_per_month))
                .chain(cells)
                .collect()
        })
        .collect();
    Table::of_figures(headers, rows)
}

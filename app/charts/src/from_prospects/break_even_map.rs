//! Which option is ahead for each pair of values of two inputs, and where the case stands.

use weighbridge_engine::figure::Figure;
use weighbridge_engine::scenario::InputPath;
use weighbridge_engine::weighing::Map;
use weighbridge_units::{Arg, Base, Money, Unit};

use super::Yardstick;
use crate::content::{Here, Region, RegionMap};
use crate::from_outcome::Case;
use crate::{Axis, Chart, Content, Domain, Key, NumberStyle, Scale, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "break-even-map";

/// The ratio of values from which on an axis is logarithmic.
const LOGARITHMIC_FROM: f64 = 20.0;
/// Values of each input that the table shows.
const TABLE_VALUES: usize = 9;
/// Steps in which the row of the case is searched for borders.
const STEPS: usize = 400;

/// One of the two inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct MapInput {
    /// The input.
    pub path: InputPath,
    /// Its name in the user's language.
    pub name: String,
    /// Its unit.
    pub unit: Unit,
    /// The values at which the options were evaluated, rising, in that unit.
    pub values: Vec<f64>,
}

/// A map over two inputs.
///
/// `costs_usd` holds for each option of the scenario, in its order, what is compared, lower being better: at column
/// `c` of row `r` in place `r × x.values.len() + c`, not a number where the option cannot be had.
/// For net benefit it is the benefit with its sign turned.
#[must_use]
pub fn break_even_map(
    case: &Case<'_>,
    by: Yardstick,
    x: &MapInput,
    y: &MapInput,
    costs_usd: &[Vec<f64>],
) -> Chart {
    let (across, up) = (Placed::new(case, x), Placed::new(case, y));
    let here = (across.here, up.here);
    let map = RegionMap {
        regions: case
            .outcome
            .options
            .iter()
            .zip(costs_usd)
            .filter(|(_, costs)| costs.iter().any(|cost| cost.is_finite()))
            .map(|(option, costs)| Region {
                key: Key(usize::from(option.colour)),
                label: option.name.clone(),
                costs: costs.clone(),
            })
            .collect(),
        columns: across.values.clone(),
        rows: up.values.clone(),
        here: here.0.zip(here.1).map(|(x, y)| Here {
            at: [x, y],
            text: case.say("chart-here", &[]),
        }),
    };
    if map.regions.is_empty() || map.columns.len() < 2 || map.rows.len() < 2 {
        return case.empty(NAME);
    }
    let title = title(case, &map, (&across, x), (&up, y));
    let phrases = shares(&map)
        .into_iter()
        .map(|(region, share)| format!("{}: {}", map.regions[region].label, case.share(share)))
        .collect();
    Chart {
        name: NAME,
        subtitle: case.say(&by.key("chart-subtitle-map"), &[]),
        x: across.axis.clone(),
        y: up.axis.clone(),
        source: case.source(),
        table: table(case, &map, x, y),
        summary: case.summary(&title, phrases),
        content: Content::RegionMap(map),
        title,
    }
}

/// Figures with the borders of a map that says only who leads in each cell, and by how much: what
/// [`break_even_map`] compares, for so many options.
///
/// The leader has its lead with the sign turned and every other option nought, so that between two cells with different
/// leaders the border lies where the leads say. A cell without a leader belongs to nobody.
#[must_use]
pub fn costs_of_leads(map: &Map, options: usize) -> Vec<Vec<f64>> {
    let cells = || {
        let rows = map.best.iter().zip(&map.lead_usd);
        rows.flat_map(|(best, leads)| best.iter().zip(leads))
    };
    let present = map.present();
    (0..options)
        .map(|option| {
            cells()
                .map(|(best, lead)| match best {
                    Some(best) if *best == option => -lead.unwrap_or(0.0),
                    Some(_) if present.contains(&option) => 0.0,
                    _ => f64::NAN,
                })
                .collect()
        })
        .collect()
}

/// An input on its axis, in the client's currency where it is money.
struct Placed {
    axis: Axis,
    values: Vec<f64>,
    /// Where the case stands, if that is on the map.
    here: Option<f64>,
}

impl Placed {
    fn new(case: &Case<'_>, input: &MapInput) -> Placed {
        let is_money = input.unit.exponent(Base::Usd) > 0;
        let rate = if is_money {
            case.text.converted(Money::usd(1.0))
        } else {
            1.0
        };
        let values: Vec<f64> = input.values.iter().map(|value| value * rate).collect();
        let unit = case.text.unit_name(input.unit);
        // A name such as “requests per month” says its unit.
        let label = if input.name.to_lowercase().contains(&unit.to_lowercase()) {
            input.name.clone()
        } else {
            case.say(
                "axis-in-unit",
                &[
                    ("axis", Arg::from(input.name.clone())),
                    ("unit", Arg::from(unit)),
                ],
            )
        };
        let ends = values.first().copied().zip(values.last().copied());
        let is_logarithmic =
            ends.is_some_and(|(low, high)| low > 0.0 && high / low > LOGARITHMIC_FROM);
        let largest = ends.map_or(0.0, |(low, high)| low.abs().max(high.abs()));
        let divisor = if input.unit.is_share() { 0.01 } else { 1.0 };
        let axis = match is_logarithmic {
            true => Axis::log10(label).divided_by(divisor),
            false => Axis {
                style: match largest >= 1e4 {
                    true => NumberStyle::Compact,
                    false => NumberStyle::Decimal,
                },
                ..Axis::linear(label).divided_by(divisor).without_zero()
            },
        };
        let here = case
            .scenario
            .figure(&input.path)
            .map(|figure: &Figure| figure.value * rate)
            .filter(|here| ends.is_some_and(|(low, high)| (low..=high).contains(here)));
        Placed { axis, values, here }
    }

    fn scale(&self) -> Scale {
        self.axis.scale
    }

    fn domain(&self) -> Domain {
        Domain {
            low: self.values[0],
            high: self.values[self.values.len() - 1],
        }
    }

    /// The values before and after a value, and its share of the way between them on the axis.
    fn between(&self, value: f64) -> (usize, f64) {
        let count = self.values.partition_point(|it| *it <= value);
        let before = count.clamp(1, self.values.len() - 1) - 1;
        let pair = Domain {
            low: self.values[before],
            high: self.values[before + 1],
        };
        let share = pair.fraction(self.scale(), value).unwrap_or(0.0);
        (before, share.clamp(0.0, 1.0))
    }
}

/// The option ahead at a place of the map, between the values by interpolation on the axes.
fn ahead(map: &RegionMap, across: &Placed, up: &Placed, at: (f64, f64)) -> Option<usize> {
    let ((column, right), (row, above)) = (across.between(at.0), up.between(at.1));
    let cost = |region: &Region, column: usize, row: usize| {
        let place = row * map.columns.len() + column;
        region.costs.get(place).copied().unwrap_or(f64::NAN)
    };
    let costs = map.regions.iter().map(|region| {
        let along = |row: usize| {
            cost(region, column, row) * (1.0 - right) + cost(region, column + 1, row) * right
        };
        along(row) * (1.0 - above) + along(row + 1) * above
    });
    costs
        .enumerate()
        .filter(|(_, cost)| cost.is_finite())
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(region, _)| region)
}

/// How far the option that is ahead at the case's place stays ahead as the input across moves alone.
fn title(
    case: &Case<'_>,
    map: &RegionMap,
    (across, x): (&Placed, &MapInput),
    (up, y): (&Placed, &MapInput),
) -> String {
    let shares = shares(map);
    let largest = shares.first().map_or(0, |(region, _)| *region);
    let option = |region: usize| Arg::from(map.regions[region].label.clone());
    if shares.len() <= 1 {
        return case.say("chart-title-map-always", &[("option", option(largest))]);
    }
    let here = across.here.zip(up.here);
    let ahead_here = here.and_then(|here| Some((here, ahead(map, across, up, here)?)));
    let Some(((here, row), best)) = ahead_here else {
        return case.say("chart-title-map-largest", &[("option", option(largest))]);
    };
    let domain = across.domain();
    let value = |share: f64| match across.scale() {
        Scale::Log10 => domain.low * libm::pow(domain.high / domain.low, share),
        Scale::Linear | Scale::Months | Scale::Hours => {
            domain.low + (domain.high - domain.low) * share
        }
    };
    let stays = |share: f64| ahead(map, across, up, (value(share), row)) == Some(best);
    let start = domain.fraction(across.scale(), here).unwrap_or(0.5);
    let step = 1.0 / STEPS as f64;
    // The first step that does not stay, on the way to an end of the axis.
    let edge = |direction: f64| {
        (1..=STEPS)
            .map(|count| start + direction * step * count as f64)
            .take_while(|share| (0.0..=1.0).contains(share))
            .find(|share| !stays(*share))
            .map(|share| value(share - direction * step / 2.0))
    };
    // Values of the axis are in the client's currency, and are written from the input's own unit.
    let rate = x.values[0] / across.values[0];
    let rate = if rate.is_finite() { rate } else { 1.0 };
    let written = |value: f64| Arg::from(case.text.quantity(rounded(value * rate), x.unit));
    let name = ("input", Arg::from(x.name.clone()));
    match (edge(-1.0), edge(1.0)) {
        (Some(low), Some(high)) => case.say(
            "chart-title-map-between",
            &[
                ("option", option(best)),
                name,
                ("low", written(low)),
                ("high", written(high)),
            ],
        ),
        (Some(low), None) => case.say(
            "chart-title-map-above",
            &[("option", option(best)), name, ("low", written(low))],
        ),
        (None, Some(high)) => case.say(
            "chart-title-map-below",
            &[("option", option(best)), name, ("high", written(high))],
        ),
        (None, None) => case.say(
            "chart-title-map-across",
            &[
                ("option", option(best)),
                name,
                ("other", Arg::from(y.name.clone())),
            ],
        ),
    }
}

/// Two significant figures: a border between sampled values is not known better.
fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let exponent = 1 - libm::floor(libm::log10(value.abs())) as i32;
    let factor = libm::pow(10.0, f64::from(exponent));
    libm::round(value * factor) / factor
}

/// The regions with their shares of the map's points, the largest first; those that are never ahead are left out.
fn shares(map: &RegionMap) -> Vec<(usize, f64)> {
    let mut counts = vec![0_usize; map.regions.len()];
    for row in 0..map.rows.len() {
        for column in 0..map.columns.len() {
            if let Some(best) = map.best(column, row) {
                counts[best] += 1;
            }
        }
    }
    let all = (map.rows.len() * map.columns.len()).max(1) as f64;
    let mut shares: Vec<(usize, f64)> = counts
        .into_iter()
        .enumerate()
        .filter(|(_, count)| *count > 0)
        .map(|(region, count)| (region, count as f64 / all))
        .collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1));
    shares
}

/// The option ahead at some of the values: rows and columns spread evenly over the map, rows from the top.
fn table(case: &Case<'_>, map: &RegionMap, x: &MapInput, y: &MapInput) -> Table {
    let some = |count: usize| -> Vec<usize> {
        let shown = count.min(TABLE_VALUES);
        (0..shown)
            .map(|place| place * (count - 1) / (shown - 1).max(1))
            .collect()
    };
    let (columns, rows) = (some(map.columns.len()), some(map.rows.len()));
    let corner = format!("{} / {}", y.name, x.name);
    let headers = std::iter::once(corner)
        .chain(
            columns
                .iter()
                .map(|column| case.text.quantity(x.values[*column], x.unit)),
        )
        .collect();
    let cells = rows
        .iter()
        .rev()
        .map(|row| {
            let names = columns.iter().map(|column| {
                let best = map.best(*column, *row);
                best.map_or_else(String::new, |best| map.regions[best].label.clone())
            });
            std::iter::once(case.text.quantity(y.values[*row], y.unit))
                .chain(names)
                .collect()
        })
        .collect();
    Table::of_figures(headers, cells)
}

//! What every option has cost by the end of each month, with the spread of the futures.

use weighbridge_engine::uncertainty::odds::Band;
use weighbridge_units::Arg;

use super::Draws;
use crate::from_outcome::{self, Case};
use crate::{Chart, Content, Key, Table};

/// Cumulative cost with a band from P10 to P90 and the median around each line.
///
/// `bands` are those of the scenario's options, in its order, in USD; an empty band adds nothing to its line.
/// Every month has quantiles of its own, so no edge of a band is a single future.
#[must_use]
pub fn cumulative_cost(case: &Case<'_>, bands: &[&Band], draws: Draws) -> Chart {
    let mut chart = from_outcome::cumulative_cost(case);
    let Content::Lines(lines) = &mut chart.content else {
        return chart;
    };
    let banded: Vec<(Key, &str, &Band)> = case
        .outcome
        .options
        .iter()
        .zip(bands)
        .filter(|(option, band)| option.is_feasible() && !band.p50.is_empty())
        .map(|(option, band)| (Key(usize::from(option.colour)), option.name.as_str(), *band))
        .collect();
    if banded.is_empty() {
        return chart;
    }
    for series in &mut lines.series {
        let Some((_, _, band)) = banded.iter().find(|(key, ..)| *key == series.key) else {
            continue;
        };
        let months = || (0..band.p50.len()).map(|month| month as f64);
        series.band = months()
            .zip(band.p10.iter().zip(&band.p90))
            .map(|(month, (low, high))| [month, case.amount(*low), case.amount(*high)])
            .collect();
        series.median = months()
            .zip(&band.p50)
            .map(|(month, usd)| [month, case.amount(*usd)])
            .collect();
    }
    let highest = banded
        .iter()
        .flat_map(|(_, _, band)| band.p90.iter().map(|usd| case.amount(*usd)));
    let lines_too = lines
        .series
        .iter()
        .flat_map(|series| series.points.iter().map(|point| point[1]));
    let unit = case.money_unit(highest.chain(lines_too));
    chart.y.divisor = unit.divisor;
    chart.subtitle = case.say(
        "chart-subtitle-cumulative-band",
        &[("unit", Arg::from(unit.name))],
    );
    chart.source = case.source_of(draws);
    chart.table = with_bands(case, chart.table, &banded);
    let phrases = banded.iter().filter_map(|(_, name, band)| {
        let (low, high) = (band.p10.last()?, band.p90.last()?);
        Some(case.say(
            "chart-range-of",
            &[
                ("option", Arg::from((*name).to_owned())),
                ("low", case.short_money(*low)),
                ("high", case.short_money(*high)),
            ],
        ))
    });
    let phrases: Vec<String> = phrases.collect();
    chart.summary = format!("{} {}.", chart.summary, phrases.join("; "));
    chart
}

/// The table of months with three more columns for each option that has a band.
fn with_bands(case: &Case<'_>, table: Table, banded: &[(Key, &str, &Band)]) -> Table {
    let mut headers = table.headers;
    for (_, name, _) in banded {
        for key in [
            "chart-column-low",
            "chart-column-middle",
            "chart-column-high",
        ] {
            headers.push(case.say(key, &[("option", Arg::from((*name).to_owned()))]));
        }
    }
    let rows = table
        .rows
        .into_iter()
        .enumerate()
        .map(|(month, mut row)| {
            for (_, _, band) in banded {
                for values in [&band.p10, &band.p50, &band.p90] {
                    let usd = values.get(month).copied();
                    row.push(usd.map_or_else(String::new, |usd| case.table_money(usd)));
                }
            }
            row
        })
        .collect();
    Table::of_figures(headers, rows)
}

//! Whose choice each option is: the mean of the weightings that choose it.

use weighbridge_engine::weighing::Prospects;
use weighbridge_units::Arg;

use super::Draws;
use crate::content::{BarColumn, BarGrid, BarRow};
use crate::from_outcome::Case;
use crate::{Axis, Chart, Content, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "central-weights";

/// Small bars of the central weights (SMAA-2), a row for each criterion, a column for each option in the running.
///
/// `criteria` are the names of the scenario's criteria, in its order; an option that no weighting chooses has no bars.
#[must_use]
pub fn central_weights(case: &Case<'_>, prospects: &Prospects, criteria: &[String]) -> Chart {
    let options: Vec<(usize, Option<&Vec<f64>>)> = prospects
        .ranked
        .iter()
        .copied()
        .zip(prospects.central_weights.iter().map(Option::as_ref))
        .collect();
    let is_known = options.iter().any(|(_, weights)| weights.is_some());
    if criteria.is_empty() || !is_known {
        return case.empty(NAME);
    }
    let weight = |weights: Option<&Vec<f64>>, row: usize| weights?.get(row).copied();
    let title = title(case, &options, criteria);
    let equal = Arg::Percent(1.0 / criteria.len() as f64);
    let columns = options
        .iter()
        .filter_map(|(place, _)| case.option_at(*place))
        .map(|(key, name)| BarColumn {
            key: Some(key),
            label: name.to_owned(),
        })
        .collect();
    let rows: Vec<BarRow> = criteria
        .iter()
        .enumerate()
        .map(|(row, criterion)| BarRow {
            label: criterion.clone(),
            values: options
                .iter()
                .map(|(_, weights)| weight(*weights, row))
                .collect(),
        })
        .collect();
    let headers = std::iter::once(case.say("chart-column-criterion", &[]))
        .chain(
            options
                .iter()
                .filter_map(|(place, _)| case.option_at(*place))
                .map(|(_, name)| name.to_owned()),
        )
        .collect();
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let shares = row
                .values
                .iter()
                .map(|value| value.map_or_else(String::new, |share| case.share(share)));
            std::iter::once(row.label.clone()).chain(shares).collect()
        })
        .collect();
    let phrases = cells
        .iter()
        .map(|row| format!("{}: {}", row[0], row[1..].join(", ")))
        .collect();
    Chart {
        name: NAME,
        subtitle: case.say("chart-subtitle-central-weights", &[("share", equal)]),
        x: Axis::shares(""),
        y: Axis::linear(""),
        content: Content::BarGrid(BarGrid { columns, rows }),
        source: case.source_of(Draws::from(prospects)),
        table: Table::of_figures(headers, cells),
        summary: case.summary(&title, phrases),
        title,
    }
}

/// Where the central weights of an option stand out most from those of the others: what it is chosen for.
fn title(case: &Case<'_>, options: &[(usize, Option<&Vec<f64>>)], criteria: &[String]) -> String {
    let known: Vec<(usize, &Vec<f64>)> = options
        .iter()
        .filter_map(|(place, weights)| Some((*place, (*weights)?)))
        .collect();
    let [(first, _), others @ ..] = known.as_slice() else {
        return String::new();
    };
    if others.is_empty() {
        return case.say(
            "chart-title-central-weights-alone",
            &[("option", case.name_at(*first))],
        );
    }
    let mean = |row: usize| {
        let weights = known.iter().filter_map(|(_, weights)| weights.get(row));
        weights.sum::<f64>() / known.len() as f64
    };
    let lead = known
        .iter()
        .flat_map(|(place, weights)| {
            let rows = weights.iter().take(criteria.len()).enumerate();
            rows.map(|(row, weight)| (*place, row, weight - mean(row)))
        })
        .reduce(|best, other| if other.2 > best.2 { other } else { best });
    lead.map_or_else(String::new, |(place, row, _)| {
        case.say(
            "chart-title-central-weights",
            &[
                ("option", case.name_at(place)),
                ("criterion", Arg::from(criteria[row].clone())),
            ],
        )
    })
}

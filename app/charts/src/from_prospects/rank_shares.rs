//! How often each option takes each rank over all weightings.

use weighbridge_engine::weighing::Prospects;
use weighbridge_units::Arg;

use super::Draws;
use crate::from_outcome::Case;
use crate::{Axis, Bar, BarFill, Chart, Content, StackedBars, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "rank-shares";

/// Bars of rank acceptability (SMAA-2), one for each option in the running, the likeliest first on top.
///
/// # Source
/// Lahdelma and Salminen 2001, "SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group Decision Making",
/// Operations Research 49(3).
#[must_use]
pub fn rank_shares(case: &Case<'_>, prospects: &Prospects) -> Chart {
    let mut options: Vec<(usize, &Vec<f64>)> = prospects
        .ranked
        .iter()
        .copied()
        .zip(&prospects.rank_shares)
        .collect();
    let first = |shares: &[f64]| shares.first().copied().unwrap_or(0.0);
    options.sort_by(|a, b| first(b.1).total_cmp(&first(a.1)));
    let Some((best, shares)) = options.first().copied() else {
        return case.empty(NAME);
    };
    let title = case.say(
        "chart-title-ranks",
        &[
            ("option", case.name_at(best)),
            ("share", Arg::Percent(first(shares))),
        ],
    );
    let ranks: Vec<String> = (1..=options.len())
        .map(|rank| case.say("chart-rank", &[("rank", Arg::Ordinal(rank as i64))]))
        .collect();
    let bars = options
        .iter()
        .filter_map(|(place, shares)| {
            let (key, name) = case.option_at(*place)?;
            Some(Bar {
                key,
                label: name.to_owned(),
                values: (*shares).clone(),
                total: 1.0,
            })
        })
        .collect();
    let rows: Vec<Vec<String>> = options
        .iter()
        .filter_map(|(place, shares)| {
            let (_, name) = case.option_at(*place)?;
            let shares = shares.iter().map(|share| case.share(*share));
            Some(std::iter::once(name.to_owned()).chain(shares).collect())
        })
        .collect();
    let phrases = rows
        .iter()
        .map(|row| format!("{}: {}", row[0], row[1..].join(", ")))
        .collect();
    let headers = std::iter::once(case.say("axis-option", &[]))
        .chain(ranks.iter().cloned())
        .collect();
    Chart {
        name: NAME,
        subtitle: case.say("chart-subtitle-ranks", &[]),
        x: Axis::shares(""),
        y: Axis::linear(""),
        content: Content::StackedBars(StackedBars {
            parts: ranks,
            bars,
            fill: BarFill::Grades,
            hides_totals: true,
        }),
        source: case.source_of(Draws::from(prospects)),
        table: Table::of_figures(headers, rows),
        summary: case.summary(&title, phrases),
        title,
    }
}

//! What each option falls short of the best choice on average.

use weighbridge_engine::weighing::Prospects;
use weighbridge_units::Arg;

use super::Draws;
use crate::from_outcome::Case;
use crate::{Axis, Bar, BarFill, Chart, Content, StackedBars, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "regret";

/// Bars of expected regret in net benefit, for the options in the running, the smallest first.
#[must_use]
pub fn expected_regret(case: &Case<'_>, prospects: &Prospects) -> Chart {
    let mut regrets: Vec<(usize, f64)> = prospects
        .ranked
        .iter()
        .filter_map(|place| {
            let regret = prospects.options.get(*place)?.expected_regret_usd?;
            regret.is_finite().then_some((*place, regret))
        })
        .collect();
    regrets.sort_by(|a, b| a.1.total_cmp(&b.1));
    let Some((best, least)) = regrets.first().copied() else {
        return case.empty(NAME);
    };
    let unit = case.money_unit(regrets.iter().map(|(_, usd)| case.amount(*usd)));
    let key = match least > 0.0 {
        true => "chart-title-regret",
        false => "chart-title-regret-none",
    };
    let title = case.say(
        key,
        &[
            ("option", case.name_at(best)),
            ("amount", case.short_money(least)),
        ],
    );
    let column = case.say("headless-regret", &[]);
    let bars = regrets
        .iter()
        .filter_map(|(place, usd)| {
            let (key, name) = case.option_at(*place)?;
            Some(Bar {
                key,
                label: name.to_owned(),
                values: vec![case.amount(*usd)],
                total: case.amount(*usd),
            })
        })
        .collect();
    let rows: Vec<Vec<String>> = regrets
        .iter()
        .filter_map(|(place, usd)| {
            let (_, name) = case.option_at(*place)?;
            Some(vec![name.to_owned(), case.table_money(*usd)])
        })
        .collect();
    Chart {
        name: NAME,
        subtitle: case.say("chart-subtitle-regret", &[("unit", Arg::from(unit.name))]),
        x: Axis::linear("").divided_by(unit.divisor),
        y: Axis::linear(""),
        content: Content::StackedBars(StackedBars {
            parts: vec![column.clone()],
            bars,
            fill: BarFill::Options,
            ..StackedBars::default()
        }),
        source: case.source_of(Draws::from(prospects)),
        summary: case.summary(&title, rows.iter().map(|row| row.join(": ")).collect()),
        table: Table::of_figures(vec![case.say("axis-option", &[]), column], rows),
        title,
    }
}

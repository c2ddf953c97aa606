//! How likely the cost of each option is to exceed an amount.

use weighbridge_engine::weighing::{OptionProspects, Prospects};
use weighbridge_units::Arg;

use super::Draws;
use crate::from_outcome::Case;
use crate::{Axis, Chart, Content, Key, LineSeries, Lines, NamePlace, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "exceedance";

/// Shares at which the table states the amount that is exceeded.
const TABLE_SHARES: [f64; 7] = [0.95, 0.9, 0.75, 0.5, 0.25, 0.1, 0.05];

/// Falling curves: the share of futures in which net present value of cost is above an amount.
#[must_use]
pub fn exceedance(case: &Case<'_>, prospects: &Prospects) -> Chart {
    let options: Vec<Drawn<'_>> = case
        .outcome
        .options
        .iter()
        .zip(&prospects.options)
        .filter(|(option, odds)| option.is_feasible() && !odds.exceedance.is_empty())
        .map(|(option, odds)| Drawn {
            key: Key(usize::from(option.colour)),
            name: &option.name,
            odds,
        })
        .collect();
    let lowest = options
        .iter()
        .filter_map(|option| Some((option, option.odds.npv_usd?.p90)))
        .min_by(|a, b| a.1.total_cmp(&b.1));
    let Some((lowest, p90)) = lowest else {
        return case.empty(NAME);
    };
    let amounts = options.iter().flat_map(|option| {
        option
            .odds
            .exceedance
            .iter()
            .map(|(usd, _)| case.amount(*usd))
    });
    let unit = case.money_unit(amounts);
    let key = match options.len() {
        1 => "chart-title-exceedance-alone",
        _ => "chart-title-exceedance",
    };
    let title = case.say(
        key,
        &[
            ("option", Arg::from(lowest.name.to_owned())),
            ("amount", case.short_money(p90)),
        ],
    );
    let series = options
        .iter()
        .map(|option| LineSeries {
            key: option.key,
            label: option.name.to_owned(),
            points: option
                .odds
                .exceedance
                .iter()
                .map(|(usd, share)| [case.amount(*usd), *share])
                .collect(),
            band: Vec::new(),
            median: Vec::new(),
        })
        .collect();
    let phrases = options
        .iter()
        .filter_map(|option| {
            let spread = option.odds.npv_usd?;
            Some(case.say(
                "chart-range-of",
                &[
                    ("option", Arg::from(option.name.to_owned())),
                    ("low", case.short_money(spread.p10)),
                    ("high", case.short_money(spread.p90)),
                ],
            ))
        })
        .collect();
    Chart {
        name: NAME,
        subtitle: case.say("chart-subtitle-exceedance", &[("months", case.months())]),
        x: Axis::linear(case.say("chart-axis-npv", &[("unit", Arg::from(unit.name))]))
            .divided_by(unit.divisor)
            .without_zero(),
        y: Axis::shares(""),
        content: Content::Lines(Lines {
            series,
            names: NamePlace::Beside,
            ..Lines::default()
        }),
        source: case.source_of(Draws::from(prospects)),
        table: table(case, &options),
        summary: case.summary(&title, phrases),
        title,
    }
}

struct Drawn<'a> {
    key: Key,
    name: &'a str,
    odds: &'a OptionProspects,
}

/// The smallest amount of a curve that is exceeded in no more than a share of futures.
fn exceeded_in(curve: &[(f64, f64)], share: f64) -> Option<f64> {
    curve
        .iter()
        .find(|(_, above)| *above <= share)
        .map(|(usd, _)| *usd)
}

/// A row for each of some shares, a column for each option.
fn table(case: &Case<'_>, options: &[Drawn<'_>]) -> Table {
    let headers = std::iter::once(case.say("chart-column-exceeded-in", &[]))
        .chain(options.iter().map(|option| option.name.to_owned()))
        .collect();
    let rows = TABLE_SHARES
        .iter()
        .map(|share| {
            let amounts = options.iter().map(|option| {
                let usd = exceeded_in(&option.odds.exceedance, *share);
                usd.map_or_else(String::new, |usd| case.table_money(usd))
            });
            std::iter::once(case.share(*share)).chain(amounts).collect()
        })
        .collect();
    Table::of_figures(headers, rows)
}

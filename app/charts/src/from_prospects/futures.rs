//! How often each of two options wins, as fifty dots.

use weighbridge_units::Arg;

use super::{Draws, Pair};
use crate::content::Dots;
use crate::from_outcome::Case;
use crate::{Align, Axis, Chart, Content, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "futures";

/// How many futures are drawn.
pub const FUTURES: usize = 50;

/// Fifty equally likely futures, each placed by what the chosen option saves or leads by there.
///
/// `leads_usd` is that lead by draw, sorted upwards: the other option's cost less the chosen one's, or the chosen one's
/// net benefit less the other's.
/// The dots are its quantiles at the middles of fifty equal shares, so their counts are the odds to one in fifty.
#[must_use]
pub fn futures(case: &Case<'_>, pair: Pair, leads_usd: &[f64], draws: Draws) -> Chart {
    let sides = (
        case.side(pair.other, pair.by),
        case.side(pair.chosen, pair.by),
    );
    let (Some(below), Some(above)) = sides else {
        return case.empty(NAME);
    };
    if leads_usd.is_empty() || !leads_usd.iter().all(|lead| lead.is_finite()) {
        return case.empty(NAME);
    }
    let values: Vec<f64> = (0..FUTURES)
        .map(|future| quantile(leads_usd, (future as f64 + 0.5) / FUTURES as f64))
        .map(|usd| case.amount(usd))
        .collect();
    let unit = case.money_unit(values.iter().copied());
    let dots = Dots {
        values,
        below,
        above,
    };
    let title = title(case, pair, &dots);
    Chart {
        name: NAME,
        subtitle: subtitle(case, pair, unit.name),
        x: Axis::linear("").divided_by(unit.divisor),
        y: Axis::linear(""),
        source: case.source_of(draws),
        table: table(case, pair, leads_usd),
        summary: case.summary(&title, phrases(case, pair, leads_usd)),
        content: Content::Dots(dots),
        title,
    }
}

/// What a dot stands for; beside more options, that it says nothing of those.
fn subtitle(case: &Case<'_>, pair: Pair, unit: String) -> String {
    let what = case.say(
        &pair.by.key("chart-subtitle-futures"),
        &[
            ("count", Arg::Count(FUTURES as u64)),
            ("months", case.months()),
            ("unit", Arg::from(unit)),
        ],
    );
    if case.scenario.options.len() <= 2 {
        return what;
    }
    case.say(
        "chart-subtitle-futures-these-two",
        &[("what", Arg::from(what))],
    )
}

/// The quantile of sorted draws: linear between order statistics (Hyndman and Fan's type 7).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let below = libm::floor(place) as usize;
    let above = sorted[(below + 1).min(sorted.len() - 1)];
    sorted[below] + (above - sorted[below]) * (place - below as f64)
}

fn title(case: &Case<'_>, pair: Pair, dots: &Dots) -> String {
    let (below, _, above) = dots.counts();
    let (first, second, count) = match above >= below {
        true => (pair.chosen, pair.other, above),
        false => (pair.other, pair.chosen, below),
    };
    let args = [
        ("option", case.name_at(first)),
        ("other", case.name_at(second)),
        ("count", Arg::Count(count as u64)),
        ("all", Arg::Count(FUTURES as u64)),
    ];
    let key = match (below, above) {
        (0, 0) => "chart-title-futures-same",
        (below, above) if below == above => "chart-title-futures-even",
        _ => "chart-title-futures",
    };
    case.say(&pair.by.key(key), &args)
}

fn phrases(case: &Case<'_>, pair: Pair, leads_usd: &[f64]) -> Vec<String> {
    let amount = |share: f64| case.short_money(quantile(leads_usd, share));
    vec![case.say(
        &pair.by.key("chart-futures-range"),
        &[
            ("option", case.name_at(pair.chosen)),
            ("low", amount(0.1)),
            ("middle", amount(0.5)),
            ("high", amount(0.9)),
        ],
    )]
}

/// A row for each dot.
fn table(case: &Case<'_>, pair: Pair, leads_usd: &[f64]) -> Table {
    let rows = (0..FUTURES)
        .map(|future| {
            let lead = quantile(leads_usd, (future as f64 + 0.5) / FUTURES as f64);
            let winner = match lead {
                below if below < 0.0 => case.option_at(pair.other),
                0.0 => None,
                _ => case.option_at(pair.chosen),
            };
            vec![
                (future + 1).to_string(),
                case.table_money(lead),
                winner.map_or_else(String::new, |(_, name)| name.to_owned()),
            ]
        })
        .collect();
    Table {
        headers: vec![
            case.say("chart-column-future", &[]),
            case.say(
                &pair.by.key("chart-column-lead"),
                &[("option", case.name_at(pair.chosen))],
            ),
            case.say(&pair.by.key("chart-column-ahead"), &[]),
        ],
        alignments: vec![Align::Right, Align::Right, Align::Left],
        rows,
    }
}

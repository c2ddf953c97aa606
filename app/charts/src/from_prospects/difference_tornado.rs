//! What each uncertain input alone does to the lead of one option over another.

use weighbridge_engine::decision;
use weighbridge_units::Arg;

use super::Pair;
use crate::content::{Tornado, TornadoBar};
use crate::from_outcome::Case;
use crate::{Align, Axis, Chart, Content, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "difference-tornado";

/// Bars that are drawn; more would not be read, and the table has them all.
const MOST_BARS: usize = 10;

/// An input of a tornado, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct TestedInput {
    /// Its name.
    pub name: String,
    /// The low end of the tested range, with its unit.
    pub low: String,
    /// The high end of the tested range, with its unit.
    pub high: String,
}

/// Bars of the chosen option's lead, each input alone at its P10 and its P90, the longest first.
///
/// `difference_usd` and `bars` are as [`Sensitivity`](weighbridge_engine::uncertainty::sensitivity::Sensitivity) has
/// them: negative where the chosen option is ahead; the chart turns the sign, so that its lead points to the right.
/// `inputs` are in the order that [`Bar::input`](decision::Bar::input) counts in.
#[must_use]
pub fn difference_tornado(
    case: &Case<'_>,
    pair: Pair,
    difference_usd: f64,
    bars: &[decision::Bar],
    inputs: &[TestedInput],
) -> Chart {
    let sides = (
        case.side(pair.other, pair.by),
        case.side(pair.chosen, pair.by),
    );
    let (Some(below), Some(above)) = sides else {
        return case.empty(NAME);
    };
    if !difference_usd.is_finite() {
        return case.empty(NAME);
    }
    let lead_usd = 0.0 - difference_usd;
    let tested: Vec<(&decision::Bar, &TestedInput)> = bars
        .iter()
        .filter_map(|bar| Some((bar, inputs.get(bar.input)?)))
        .collect();
    let drawn: Vec<TornadoBar> = tested
        .iter()
        .filter(|(bar, _)| bar.length() > 0.0)
        .take(MOST_BARS)
        .map(|(bar, input)| TornadoBar {
            label: input.name.clone(),
            at_low: case.amount(0.0 - bar.at_low),
            at_high: case.amount(0.0 - bar.at_high),
            low: input.low.clone(),
            high: input.high.clone(),
        })
        .collect();
    let base = case.amount(lead_usd);
    let ends = drawn.iter().flat_map(|bar| [bar.at_low, bar.at_high]);
    let unit = case.money_unit(ends.chain([base]));
    let title = title(case, pair, difference_usd, &tested);
    let value = case.short_money(lead_usd);
    Chart {
        name: NAME,
        subtitle: case.say(
            &pair.by.key("chart-subtitle-tornado"),
            &[("unit", Arg::from(unit.name))],
        ),
        x: Axis::linear("").divided_by(unit.divisor),
        y: Axis::linear(""),
        content: Content::Tornado(Tornado {
            base,
            base_label: case.say("chart-this-case", &[("value", value)]),
            below,
            above,
            bars: drawn,
        }),
        source: case.source(),
        table: table(case, pair, &tested),
        summary: case.summary(&title, phrases(case, &tested)),
        title,
    }
}

/// Whether an end of the bar lies on the other side of zero than the case.
fn flips(bar: &decision::Bar, difference_usd: f64) -> bool {
    [bar.at_low, bar.at_high]
        .iter()
        .any(|end| end * difference_usd < 0.0)
}

fn title(
    case: &Case<'_>,
    pair: Pair,
    difference_usd: f64,
    tested: &[(&decision::Bar, &TestedInput)],
) -> String {
    let name = |(_, input): &(&decision::Bar, &TestedInput)| Arg::from(input.name.clone());
    let flipping: Vec<_> = tested
        .iter()
        .filter(|(bar, _)| flips(bar, difference_usd))
        .collect();
    match (tested.first(), flipping.as_slice()) {
        (Some(first), []) if first.0.length() > 0.0 => {
            case.say("chart-title-tornado-steady", &[("input", name(first))])
        }
        (_, []) => case.say("chart-title-tornado-nothing", &[]),
        (_, [only]) => case.say(
            &pair.by.key("chart-title-tornado-one"),
            &[("input", name(only))],
        ),
        (_, [first, ..]) => case.say(
            &pair.by.key("chart-title-tornado-several"),
            &[
                ("count", Arg::Count(flipping.len() as u64)),
                ("input", name(first)),
            ],
        ),
    }
}

fn phrases(case: &Case<'_>, tested: &[(&decision::Bar, &TestedInput)]) -> Vec<String> {
    tested
        .iter()
        .take(MOST_BARS)
        .map(|(bar, input)| {
            let amount = |usd: f64| case.text.arg(&case.short_money(0.0 - usd));
            format!(
                "{}: {} → {}, {} → {}",
                input.name,
                input.low,
                amount(bar.at_low),
                input.high,
                amount(bar.at_high)
            )
        })
        .collect()
}

/// A row for each input that was tested.
fn table(case: &Case<'_>, pair: Pair, tested: &[(&decision::Bar, &TestedInput)]) -> Table {
    let lead = |stem: &str| {
        let option = [("option", case.name_at(pair.chosen))];
        case.say(&pair.by.key(stem), &option)
    };
    Table {
        headers: vec![
            case.say("chart-column-input", &[]),
            case.say("headless-at-p10", &[]),
            lead("chart-column-lead-low"),
            case.say("headless-at-p90", &[]),
            lead("chart-column-lead-high"),
        ],
        alignments: vec![
            Align::Left,
            Align::Right,
            Align::Right,
            Align::Right,
            Align::Right,
        ],
        rows: tested
            .iter()
            .map(|(bar, input)| {
                vec![
                    input.name.clone(),
                    input.low.clone(),
                    case.table_money(0.0 - bar.at_low),
                    input.high.clone(),
                    case.table_money(0.0 - bar.at_high),
                ]
            })
            .collect(),
    }
}

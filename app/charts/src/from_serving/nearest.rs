//! The published measurements that are nearest to a case, and what the estimate says of each.

use weighbridge_engine::serving::deployed::serves_many;
use weighbridge_engine::serving::{self, Estimate, Estimator, Quantity};
use weighbridge_text::Digits;
use weighbridge_units::{Arg, Unit};

use super::Hosted;
use crate::Table;
use crate::from_outcome::Case;

/// A measurement that somebody published.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    /// What was measured.
    pub case: &'a serving::Case,
    /// The figure, in the unit of the quantity.
    pub value: f64,
    /// Who published it.
    pub source: &'a str,
    /// When, as it stands there.
    pub date: &'a str,
}

/// The nearest measurements of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearest {
    /// How many lie in the range of their estimate, as a sentence.
    pub title: String,
    /// The measurements, nearest first for each quantity.
    pub rows: Vec<NearRow>,
}

/// One measurement.
#[derive(Clone, Debug, PartialEq)]
pub struct NearRow {
    /// Model, machine and engine.
    pub what: String,
    /// Who published it, and when.
    pub source: String,
    /// Which quantity.
    pub quantity: String,
    /// Under which load.
    pub load: String,
    /// What was measured.
    pub measured: String,
    /// What the estimate says of it.
    pub estimate: String,
    /// The range of that.
    pub range: String,
    /// How far the estimate lies above the measurement, in percent.
    pub off: String,
    /// Whether the measurement lies in the range.
    pub is_inside: bool,
}

/// The nearest measurements by quantity: of a server the time between tokens, the time to the first
/// one and saturated throughput, of a device one user's speed and reading a prompt.
///
/// The estimate has learnt from them, so that how far it is off flatters.
#[must_use]
pub fn nearest(
    case: &Case<'_>,
    hosted: &Hosted,
    estimator: &Estimator,
    published: &[Published<'_>],
) -> Nearest {
    let quantities: &[(Quantity, usize)] = match serves_many(&hosted.case.engine) {
        true => &[
            (Quantity::InterToken, 2),
            (Quantity::TimeToFirstToken, 2),
            (Quantity::Saturated, 2),
        ],
        false => &[(Quantity::DecodeAlone, 3), (Quantity::Prefill, 3)],
    };
    let at_once = match &hosted.found {
        Ok(found) => found.operating.state.concurrency.max(1.0),
        Err(_) => hosted.case.concurrency,
    };
    let mut rows = Vec::new();
    for (quantity, count) in quantities {
        let like: Vec<&Published<'_>> = published
            .iter()
            .filter(|one| one.case.quantity == *quantity)
            .collect();
        let asked = serving::Case {
            quantity: *quantity,
            concurrency: match quantity {
                Quantity::DecodeAlone | Quantity::Prefill => 1.0,
                Quantity::Saturated => 0.0,
                _ => at_once,
            },
            ..hosted.case.clone()
        };
        let found = serving::nearest(like.iter().map(|one| one.case), &asked, *count);
        rows.extend(found.into_iter().filter_map(|(place, _)| {
            let one = like[place];
            let estimate = estimator.estimate(one.case).ok()?;
            Some(row(case, one, &estimate))
        }));
    }
    let inside = rows.iter().filter(|row| row.is_inside).count();
    let title = case.say(
        "serving-nearest-title",
        &[
            ("count", Arg::Count(inside as u64)),
            ("total", Arg::Count(rows.len() as u64)),
        ],
    );
    Nearest { title, rows }
}

impl Nearest {
    /// The measurements as a table.
    #[must_use]
    pub fn table(&self, case: &Case<'_>) -> Table {
        let headers = [
            "measured-case",
            "source",
            "figure",
            "value",
            "estimate",
            "off",
        ]
        .map(|column| case.say(&format!("serving-column-{column}"), &[]));
        let rows = self
            .rows
            .iter()
            .map(|row| {
                vec![
                    row.what.clone(),
                    row.source.clone(),
                    format!("{}, {}", row.quantity, row.load),
                    row.measured.clone(),
                    format!("{} ({})", row.estimate, row.range),
                    row.off.clone(),
                ]
            })
            .collect();
        let mut table = Table::of_figures(headers.to_vec(), rows);
        for left in [1, 2] {
            table.alignments[left] = crate::Align::Left;
        }
        table
    }
}

fn row(case: &Case<'_>, one: &Published<'_>, estimate: &Estimate) -> NearRow {
    let text = case.text;
    let measured = one.case;
    let write = |value: f64| match measured.quantity {
        Quantity::InterToken | Quantity::TimeToFirstToken => case.time(value),
        _ => text.quantity(value, Unit::TOKENS_PER_SECOND),
    };
    let number = |value: f64| Arg::from(text.number(value, Digits::SCREEN));
    let off = estimate.value / one.value - 1.0;
    let sign = if off > 0.0 { "+" } else { "" };
    let load = match measured.quantity {
        Quantity::Saturated => case.say(
            "serving-measured-load-full",
            &[
                ("input", number(measured.input_tokens)),
                ("output", number(measured.output_tokens)),
            ],
        ),
        _ => case.say(
            "serving-measured-load",
            &[
                ("served", Arg::from(case.at_once(measured.concurrency))),
                ("input", number(measured.input_tokens)),
                ("output", number(measured.output_tokens)),
            ],
        ),
    };
    NearRow {
        what: case.say(
            "serving-measured-case",
            &[
                ("model", Arg::from(measured.model.clone())),
                ("bits", number(measured.weight_bits)),
                ("count", number(measured.accelerators)),
                ("hardware", Arg::from(measured.device.id.clone())),
                ("engine", Arg::from(measured.engine.clone())),
            ],
        ),
        source: match one.date.is_empty() {
            true => one.source.to_owned(),
            false => case.say(
                "serving-measured-source",
                &[
                    ("source", Arg::from(one.source.to_owned())),
                    ("date", Arg::from(one.date.to_owned())),
                ],
            ),
        },
        quantity: case.say(&format!("import-quantity-{}", measured.quantity.key()), &[]),
        load,
        measured: write(one.value),
        estimate: write(estimate.value),
        range: format!("{}–{}", write(estimate.p10), write(estimate.p90)),
        off: format!("{sign}{}", text.percent(off, Digits::WHOLE)),
        is_inside: (estimate.p10..=estimate.p90).contains(&one.value),
    }
}

//! Where the work of a copy stands under the roofs of its machine.

use weighbridge_engine::serving::RooflinePoint;
use weighbridge_units::{Arg, Unit};

use super::{Hosted, blank};
use crate::content::{Roofs, RoofsPoint};
use crate::from_outcome::Case;
use crate::{Axis, Chart, Content, NumberStyle, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "roofline";

/// Writing for one request and for those of the busiest hour, and reading a prompt, under what
/// memory and arithmetic allow; the gap to the roof is what measurements of such engines taught.
///
/// `None` where the case cannot be.
#[must_use]
pub fn roofline(case: &Case<'_>, hosted: &Hosted) -> Option<Chart> {
    let found = hosted.found.as_ref().ok()?;
    let roofs = &found.roofline;
    let mut work: Vec<(String, &RooflinePoint, bool)> = Vec::new();
    let writing = |batch: f64| {
        case.say(
            "serving-writing",
            &[("served", Arg::from(case.at_once(batch)))],
        )
    };
    let batch = found.operating.state.concurrency.max(1.0);
    if batch.round() > 1.0 {
        work.push((writing(1.0), &roofs.alone, true));
    }
    work.push((writing(batch), &roofs.decode, false));
    if let Some(prefill) = &roofs.prefill {
        work.push((case.say("serving-reading", &[]), prefill, false));
    }
    let reached = |point: &RooflinePoint| Arg::Percent(roofs.reached(point));
    let points = work
        .iter()
        .map(|(label, point, hollow)| RoofsPoint {
            x: point.operations_a_byte,
            y: point.operations_a_second,
            label: label.clone(),
            reached: case.say("serving-of-roof", &[("share", reached(point))]),
            hollow: *hollow,
        })
        .collect::<Vec<_>>();
    let by_memory = roofs.decode.operations_a_byte < roofs.ridge();
    let title = case.say(
        match by_memory {
            true => "serving-title-roofline-memory",
            false => "serving-title-roofline-arithmetic",
        },
        &[hosted.option(), ("share", reached(&roofs.decode))],
    );
    let rates = |point: &RooflinePoint| {
        case.text
            .quantity(point.operations_a_second / 1e12, Unit::TERAFLOPS)
    };
    let rows = work.iter().map(|(label, point, _)| {
        let roof = roofs.roof(point.operations_a_byte) / 1e12;
        vec![
            label.clone(),
            case.text.compact(point.operations_a_byte),
            rates(point),
            case.text.quantity(roof, Unit::TERAFLOPS),
            case.text.arg(&reached(point)),
        ]
    });
    let headers = ["work", "intensity", "rate", "roof", "reached"]
        .map(|column| case.say(&format!("serving-column-{column}"), &[]));
    let phrases = points
        .iter()
        .map(|point| format!("{}: {}", point.label, point.reached));
    let bandwidth = case
        .text
        .quantity(roofs.bytes_a_second / 1e9, Unit::GIGABYTES_PER_SECOND);
    let arithmetic = case
        .text
        .quantity(roofs.operations_a_second / 1e12, Unit::TERAFLOPS);
    let (x_ends, y_ends) = ends(&points, roofs.ridge(), roofs.operations_a_second);
    Some(Chart {
        x: Axis {
            ends: Some(x_ends),
            style: NumberStyle::Decimal,
            ..Axis::log10(case.say("serving-axis-intensity", &[]))
        },
        y: Axis {
            ends: Some(y_ends),
            style: NumberStyle::Decimal,
            ..Axis::log10(case.say("serving-axis-rate", &[])).divided_by(1e12)
        },
        summary: case.summary_of(&title, phrases),
        table: Table::of_figures(headers.to_vec(), rows.collect()),
        content: Content::Roofs(Roofs {
            key: hosted.key,
            slope: roofs.bytes_a_second,
            level: roofs.operations_a_second,
            slope_label: case.say(
                "serving-roof-memory",
                &[("bandwidth", Arg::from(bandwidth))],
            ),
            level_label: case.say(
                "serving-roof-arithmetic",
                &[("rate", Arg::from(arithmetic))],
            ),
            points,
        }),
        ..blank(
            NAME,
            title,
            case.say("serving-subtitle-roofline", &[]),
            case.source_of_estimate(hosted),
        )
    })
}

/// Both axes reach over all points and over the ridge.
fn ends(points: &[RoofsPoint], ridge: f64, level: f64) -> ([f64; 2], [f64; 2]) {
    let least = |of: fn(&RoofsPoint) -> f64| points.iter().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&RoofsPoint) -> f64| points.iter().map(of).fold(0.0, f64::max);
    (
        [
            least(|point| point.x).min(ridge) / 3.0,
            most(|point| point.x).max(ridge) * 4.0,
        ],
        [
            least(|point| point.y) / 4.0,
            most(|point| point.y).max(level) * 3.0,
        ],
    )
}

//! How long people wait in the busiest hour.

use weighbridge_engine::serving::Percentiles;
use weighbridge_units::Arg;

use super::{Hosted, blank};
use crate::content::{SpanLimit, SpanPoint, SpanRow, Spans};
use crate::from_outcome::Case;
use crate::{Axis, Chart, Content, NumberStyle, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "latency-percentiles";

/// Time to the first token, between tokens and to the last one, for half, nineteen in twenty and
/// ninety-nine in a hundred.
///
/// `None` where the case cannot be.
#[must_use]
pub fn latency_percentiles(case: &Case<'_>, hosted: &Hosted) -> Option<Chart> {
    let found = hosted.found.as_ref().ok()?;
    let (state, targets) = (&found.operating.state, &hosted.asked.targets);
    let times = [
        (
            "first",
            state.time_to_first_token_ms,
            targets.time_to_first_token_ms,
        ),
        ("between", state.inter_token_ms, targets.inter_token_ms),
        ("end", state.end_to_end_ms, targets.end_to_end_ms),
    ];
    let name = |key: &str| case.say(&format!("serving-time-{key}"), &[]);
    let row = |(key, times, target): (&str, Percentiles, Option<f64>)| SpanRow {
        label: name(key),
        points: points(case, &times),
        limit: target.map(|target| SpanLimit {
            value: target / 1e3,
            text: case.say(
                "serving-target-time",
                &[("time", Arg::from(case.time(target)))],
            ),
            is_missed: times.p95 > target,
        }),
    };
    let missed = times
        .iter()
        .any(|(_, times, target)| target.is_some_and(|target| times.p95 > target));
    let args = [
        hosted.option(),
        (
            "first",
            Arg::from(case.time(state.time_to_first_token_ms.p95)),
        ),
        ("end", Arg::from(case.time(state.end_to_end_ms.p95))),
    ];
    let title = match (missed, targets.is_empty()) {
        (true, _) => case.say("serving-title-times-missed", &args),
        (false, true) => case.say("serving-title-times", &args),
        (false, false) => case.say("serving-title-times-met", &args),
    };
    let cells = times.iter().map(|(key, times, target)| {
        vec![
            name(key),
            case.time(times.p50),
            case.time(times.p95),
            case.time(times.p99),
            target.map_or_else(|| "–".to_owned(), |target| case.time(target)),
        ]
    });
    let headers = [
        case.say("serving-column-time", &[]),
        "p50".to_owned(),
        "p95".to_owned(),
        "p99".to_owned(),
        case.say("serving-column-target", &[]),
    ];
    let phrases = times.iter().map(|(key, times, _)| {
        let said: Vec<String> = points(case, times)
            .into_iter()
            .map(|point| point.text)
            .collect();
        format!("{}: {}", name(key), said.join(", "))
    });
    let subtitle = case.say(
        match found.operating.replicas {
            Some(_) => "serving-subtitle-times",
            None => "serving-subtitle-times-alone",
        },
        &[("served", Arg::from(case.at_once(state.concurrency)))],
    );
    Some(Chart {
        x: Axis {
            style: NumberStyle::Decimal,
            ..Axis::log10(case.say("serving-axis-seconds", &[]))
        },
        summary: case.summary_of(&title, phrases),
        table: Table::of_figures(headers.to_vec(), cells.collect()),
        content: Content::Spans(Spans {
            key: hosted.key,
            rows: times.into_iter().map(row).collect(),
        }),
        ..blank(NAME, title, subtitle, case.source_of_estimate(hosted))
    })
}

/// Equal values are one point with both names.
fn points(case: &Case<'_>, times: &Percentiles) -> Vec<SpanPoint> {
    let mut points: Vec<(String, f64)> = Vec::new();
    for (name, value) in [("p50", times.p50), ("p95", times.p95), ("p99", times.p99)] {
        match points.last_mut() {
            Some((names, last)) if case.time(*last) == case.time(value) => {
                names.push_str(" = ");
                names.push_str(name);
            }
            _ => points.push((name.to_owned(), value)),
        }
    }
    points
        .into_iter()
        .map(|(name, value)| SpanPoint {
            value: value / 1e3,
            text: format!("{name} {}", case.time(value)),
        })
        .collect()
}

//! How many copies each hour of a busy day takes.

use weighbridge_engine::serving::Replicas;
use weighbridge_engine::serving::day::BUSIEST;
use weighbridge_text::Digits;
use weighbridge_units::Arg;

use super::{Hosted, blank};
use crate::content::{Column, Columns, Level};
use crate::from_outcome::Case;
use crate::{Axis, Chart, Content, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "replicas-over-day";

/// Copies needed within the targets in each hour around the busiest, and one to spare.
///
/// `None` where the case cannot be, where nothing is asked, or on a device of one user.
#[must_use]
pub fn replicas_over_day(case: &Case<'_>, hosted: &Hosted) -> Option<Chart> {
    let found = hosted.found.as_ref().ok()?;
    let day = hosted.asked.day?;
    hosted.asked.peak()?;
    // Where no number of copies meets the targets, those that serve the load at all.
    let asked = match found.operating.meets_targets {
        true => hosted.asked,
        false => hosted.asked.without_targets(),
    };
    let hours: Option<Vec<(f64, f64, Replicas)>> = day
        .iter()
        .enumerate()
        .map(|(place, rate)| {
            let offset = place as f64 - BUSIEST as f64;
            let copies = asked.copies(&found.server, *rate).ok()?;
            Some((offset, *rate, copies))
        })
        .collect();
    let hours = hours?;
    let busiest = hours.iter().map(|(.., copies)| copies.needed).max()?;
    let title = case.say(
        "serving-title-day",
        &[
            hosted.option(),
            ("count", Arg::Count(u64::from(busiest))),
            ("all", Arg::Count(u64::from(busiest) + 1)),
        ],
    );
    let subtitle = case.say(
        match found.operating.meets_targets && !hosted.asked.targets.is_empty() {
            true => "serving-subtitle-day",
            false => "serving-subtitle-day-load",
        },
        &[("share", Arg::Percent(hosted.asked.planned_utilisation))],
    );
    let rate = |rate: f64| {
        case.say(
            "serving-requests-a-second",
            &[("rate", Arg::from(case.text.number(rate, Digits::SCREEN)))],
        )
    };
    let hour = |offset: f64| case.text.number(offset, Digits::WHOLE);
    let columns = hours.iter().map(|(offset, load, copies)| Column {
        x: *offset,
        used: f64::from(copies.needed),
        kept: f64::from(copies.with_spare - copies.needed),
        text: case.say(
            "serving-hour",
            &[
                ("hour", Arg::from(hour(*offset))),
                ("rate", Arg::from(rate(*load))),
                ("count", Arg::Count(u64::from(copies.needed))),
            ],
        ),
    });
    let rows = hours.iter().map(|(offset, load, copies)| {
        vec![
            hour(*offset),
            rate(*load),
            case.text.compact(f64::from(copies.needed)),
            case.text.compact(f64::from(copies.with_spare)),
            case.text.arg(&Arg::Percent(copies.utilisation)),
        ]
    });
    let headers = ["hour", "load", "needed", "with-spare", "utilisation"]
        .map(|column| case.say(&format!("serving-column-{column}"), &[]));
    let level = hosted.paid.filter(|paid| *paid > 0.0).map(|paid| Level {
        value: paid,
        text: case.say(
            "serving-paid-replicas",
            &[("count", Arg::Count(paid.round() as u64))],
        ),
    });
    let phrases = level.iter().map(|level| level.text.clone());
    Some(Chart {
        x: Axis::hours(case.say("serving-axis-hour", &[])),
        y: Axis::linear(case.say("serving-axis-replicas", &[])),
        summary: case.summary_of(&title, phrases.collect::<Vec<_>>()),
        table: Table::of_figures(headers.to_vec(), rows.collect()),
        content: Content::Columns(Columns {
            key: hosted.key,
            columns: columns.collect(),
            used_label: case.say("serving-replicas-needed", &[]),
            kept_label: case.say("serving-replica-spare", &[]),
            level,
        }),
        ..blank(NAME, title, subtitle, case.source_of_estimate(hosted))
    })
}

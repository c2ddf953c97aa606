//! Where a figure comes from, in a cell, and the marks beside figures to doubt.

use weighbridge_engine::catalogue::OLD_AFTER_DAYS;
use weighbridge_engine::figure::{Origin, PresetOrigin};
use weighbridge_units::Arg;

use super::Subject;
use crate::document::sources::Sources;
use crate::document::table::Cell;

/// Stands at weak and assumed figures.
const DOUBTFUL: &str = "?";
/// Stands at figures of records that were old at the date of the case.
const OLD: &str = "†";

/// The marks of a figure; empty where there is nothing to doubt.
pub(super) fn mark(subject: &Subject<'_>, origin: &Origin) -> String {
    let Origin::Preset(preset) = origin else {
        return String::new();
    };
    let mut mark = String::new();
    if preset.quality.is_doubtful() {
        mark.push_str(DOUBTFUL);
    }
    if is_old(subject, preset) {
        mark.push_str(OLD);
    }
    mark
}

fn is_old(subject: &Subject<'_>, preset: &PresetOrigin) -> bool {
    let date = subject.scenario.question.date;
    preset.as_of.latest().days_until(date) > OLD_AFTER_DAYS
}

/// The origin in a few words; a preset's source is added to the list and named by its number.
pub(super) fn cell(subject: &Subject<'_>, origin: &Origin, sources: &mut Sources) -> Cell {
    let text = subject.text;
    match origin {
        Origin::Default => Cell::muted(subject.get("origin-default")),
        Origin::Preset(preset) => {
            let number = sources.number_of(preset);
            let date = text.short_date(preset.as_of);
            let quality = subject.get(&format!("quality-{}", preset.quality.key()));
            Cell::from(format!("[{number}] {date}, {quality}"))
        }
        Origin::Measured { run, on } => {
            let run = subject.say("origin-measured.detail", &[("run", Arg::from(run.clone()))]);
            Cell::from(joined(run, on.map(|on| text.short_date(on))))
        }
        Origin::Entered { by, on } => Cell::from(match (by, on) {
            (Some(by), Some(on)) => subject.say(
                "origin-entered.detail",
                &[("by", Arg::from(by.clone())), ("date", Arg::Date(*on))],
            ),
            (by, on) => {
                let who = by.clone().or_else(|| on.map(|on| text.short_date(on)));
                joined(subject.get("origin-entered"), who)
            }
        }),
        Origin::Estimated {
            method,
            error_share,
        } => {
            let estimated = match error_share {
                Some(error) => subject.say(
                    "origin-estimated.detail",
                    &[("error", Arg::Percent(*error))],
                ),
                None => subject.get("origin-estimated"),
            };
            // The engine's own methods have words; what a person wrote stands as it is.
            let words = text.find(&format!("report-estimate-{method}"));
            let method = words.map_or_else(|| method.clone(), Into::into);
            Cell::from(joined(estimated, Some(method)))
        }
    }
}

fn joined(first: String, second: Option<String>) -> String {
    match second.filter(|second| !second.is_empty()) {
        Some(second) => format!("{first}, {second}"),
        None => first,
    }
}

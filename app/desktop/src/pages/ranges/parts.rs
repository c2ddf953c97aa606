//! What the parts of the editor share: reading and checking in the subject's own unit, and words.

use egui::Ui;
use weighbridge_engine::figure::{Figure, Range};
use weighbridge_engine::uncertainty::shape::distribution;
use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

use super::Subject;
use crate::look::Look;

/// A typed value of the subject's own unit.
///
/// # Errors
/// The sentence that says why it is none.
pub(super) fn read(subject: &Subject<'_>, typed: &str) -> Result<f64, String> {
    let text = subject.text;
    let value = text
        .parse_in(typed, subject.spec.unit)
        .map_err(|error| text.describe(&error))?;
    subject
        .spec
        .check(value)
        .map_err(|fault| text.describe(&fault))
}

/// Whether a range fits its value and can be drawn from.
///
/// # Errors
/// The sentence that says why not.
pub(super) fn check(subject: &Subject<'_>, range: &Range) -> Result<(), String> {
    let text = subject.text;
    let value = subject.figure.value;
    let shown = [("value", Arg::from(subject.written(value)))];
    if range.low > value {
        return Err(text.format("ranges-low-above", &shown));
    }
    if range.high < value {
        return Err(text.format("ranges-high-below", &shown));
    }
    let candidate = Figure {
        range: Some(range.clone()),
        ..subject.figure.clone()
    };
    match distribution(&candidate) {
        Ok(_) => Ok(()),
        Err(fault) => Err(text.render(&fault.message(range.reading))),
    }
}

/// A heading of one part.
pub(super) fn caption(ui: &mut Ui, words: &str) {
    let look = Look::of(ui);
    ui.add(egui::Label::new(look.strong(words)).wrap());
}

/// A sentence below a part.
pub(super) fn note(ui: &mut Ui, words: &str) {
    let look = Look::of(ui);
    ui.add(egui::Label::new(look.small(words)).wrap());
}

/// A share in words.
pub(super) fn percent(text: Text, share: f64) -> String {
    text.percent(share, Digits::Shortest)
}

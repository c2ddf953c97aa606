//! What the shell shows, and what it gives back: the seam between the window and the session.

use std::ops::RangeInclusive;

use super::Command;
use crate::look::Theme;
use crate::widgets::{Entry, StepState};

/// Everything around the page, as it is in this frame.
pub struct View<'a> {
    /// Name of the case; `None` on the first screen, where there is neither path nor decision.
    pub document: Option<&'a str>,
    /// Beside the name: "saved 2 min ago", "not saved".
    pub saved: &'a str,
    /// Is there something to take back?
    pub can_undo: bool,
    /// Is there something to make again?
    pub can_redo: bool,
    /// What undo takes back: "Undo: price per hour"; may be empty.
    pub undo_words: &'a str,
    /// What redo makes again; may be empty.
    pub redo_words: &'a str,
    /// The languages as their speakers write them, each with a short code: ("EN", "English").
    pub languages: &'a [(&'a str, &'a str)],
    /// Place of the language in use.
    pub language: usize,
    /// The theme in use.
    pub theme: Theme,
    /// The steps of the path; empty on the first screen.
    pub steps: &'a [Step],
    /// Place of the step that is shown.
    pub here: usize,
    /// The bar that never leaves; `None` where there is nothing to decide yet.
    pub decision: Option<Decision<'a>>,
    /// A sentence for the foot of the path, such as the one about drawing in software; may be empty.
    pub foot: &'a str,
    /// What the palette finds besides commands: inputs, options, results.
    pub findable: &'a [Entry],
}

/// A part of the window that others than the shell draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The page in the middle.
    Page,
    /// What stands beside the page, at its right.
    Side,
}

/// A step of the path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// How far it is.
    pub state: StepState,
    /// Its state in two words: "2 old prices"; may be empty.
    pub note: String,
}

/// The bar with the answer.
pub struct Decision<'a> {
    /// Captions with their values, the most important first.
    pub facts: &'a [Fact],
    /// The one input that matters most.
    pub slider: Option<DecisionSlider<'a>>,
}

/// A caption with its value: "Recommended", "Rented 2×H100".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// The caption.
    pub caption: String,
    /// The value.
    pub value: String,
    /// It is of the case before the last change, and drawn without its strength.
    pub is_stale: bool,
}

/// The one input that matters most.
pub struct DecisionSlider<'a> {
    /// Name of the input.
    pub name: &'a str,
    /// Its value.
    pub value: f64,
    /// How far it may go.
    pub range: RangeInclusive<f64>,
    /// Equal distances are equal ratios.
    pub in_ratios: bool,
    /// Where the decision flips, and the sentence that says so.
    pub flip: Option<(f64, &'a str)>,
    /// Writes a value.
    pub text: &'a dyn Fn(f64) -> String,
}

/// What the user asked of the shell.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A command, from keys, a button, or the palette.
    /// Zoom, palette and help are done by the shell itself and do not come out.
    Command(Command),
    /// The language at this place.
    Language(usize),
    /// A theme.
    Theme(Theme),
    /// The entry of [`View::findable`] at this place.
    Found(usize),
    /// The slider of the bar moved to this value; once `settled`, what moved is one step of undo.
    Slider {
        /// The new value.
        value: f64,
        /// The movement is over.
        settled: bool,
    },
}

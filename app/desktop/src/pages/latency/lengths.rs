//! Lengths of prompts and answers, as both ways of timing ask for them.

use egui::Ui;
use weighbridge_engine::figure::FieldSpec;
use weighbridge_text::Text;
use weighbridge_units::Unit;

use crate::pages::typed::{self, Words};

/// Tokens of a prompt.
pub(super) const PROMPT: FieldSpec = length("here-prompt-tokens", 1.0, 32_768.0);
/// Tokens of an answer: the time between them is what is measured.
pub(super) const ANSWER: FieldSpec = length("here-output-tokens", 2.0, 8_192.0);

const fn length(name: &'static str, min: f64, max: f64) -> FieldSpec {
    FieldSpec {
        group: "",
        name,
        unit: Unit::TOKENS,
        min,
        max,
        start: min,
        whole: true,
    }
}

/// A row for the length of prompts or answers.
pub(super) fn tokens(ui: &mut Ui, text: Text, spec: &FieldSpec, value: &mut f64) {
    let label = text.get(spec.name);
    let words = Words {
        id_salt: spec.name,
        label: &label,
        help: "",
    };
    if let Some(typed) = typed::number_ui(ui, text, words, spec, *value) {
        *value = typed;
    }
}

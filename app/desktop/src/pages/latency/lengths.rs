//! Lengths of prompts and answers, as both ways of timing ask for them.

use weighbridge_engine::figure::FieldSpec;
use weighbridge_units::Unit;

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

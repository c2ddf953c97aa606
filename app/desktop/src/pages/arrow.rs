//! What arrow keys do in fields of figures.

use weighbridge_engine::figure::FieldSpec;

/// How far an arrow key goes: a whole, or about a twentieth of the value as a round number.
pub(super) fn step_of(spec: &FieldSpec, value: f64) -> f64 {
    let size = if value == 0.0 {
        spec.start.abs().max(spec.min.abs())
    } else {
        value.abs()
    };
    if size == 0.0 || !size.is_finite() {
        return if spec.whole { 1.0 } else { 0.01 };
    }
    let step = 10.0_f64.powf((size / 20.0).log10().round());
    if spec.whole {
        step.max(1.0).round()
    } else {
        step
    }
}

//! Values for JSON: figures at their shortest, what is no number as `null`.

use serde_json::{Map, Number, Value};

/// A figure; `null` where it is not finite.
///
/// The digits are the fewest that read back to the same bits; there is no negative nought.
pub(super) fn figure(value: f64) -> Value {
    Number::from_f64(value + 0.0).map_or(Value::Null, Value::Number)
}

/// A figure that may be missing.
pub(super) fn optional(value: Option<f64>) -> Value {
    value.map_or(Value::Null, figure)
}

/// A text that may be missing.
pub(super) fn text(value: Option<impl ToString>) -> Value {
    value.map_or(Value::Null, |value| Value::String(value.to_string()))
}

/// Keys and values in this order.
pub(super) fn object<const N: usize>(entries: [(&str, Value); N]) -> Map<String, Value> {
    entries
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

/// The document as it is printed.
pub(super) fn print(document: &Value) -> String {
    format!("{document:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short_and_never_infinite() {
        for (value, expected) in [
            (1946.6666666666667, "1946.6666666666667"),
            (600.0, "600.0"),
            (0.1 + 0.2, "0.30000000000000004"),
            (-0.0, "0.0"),
            (1e300, "1e+300"),
            (f64::NAN, "null"),
            (f64::INFINITY, "null"),
        ] {
            assert_eq!(figure(value).to_string(), expected);
        }
    }
}

//! Holding what came out against what was expected.

use serde_json::{Map, Number, Value};

use super::case::Tolerance;

/// Every difference, each as a phrase with its place; empty if all expected values were met.
///
/// Numbers may differ by the tolerance; where both are whole by type (a count, a month) they must be
/// equal, as must truth values, texts and nulls. Lists are compared element by element, objects by
/// their expected keys: what came out beside them is not looked at.
pub fn mismatches(
    got: &Map<String, Value>,
    expected: &Map<String, Value>,
    tolerance: Tolerance,
) -> Vec<String> {
    let mut found = Vec::new();
    compare_objects("", got, expected, tolerance, &mut found);
    found
}

/// Every one of these results that exceeds what is expected, each as a phrase; other results are not
/// looked at.
pub(super) fn above_bounds(
    got: &Map<String, Value>,
    expected: &Map<String, Value>,
    keys: &[&str],
) -> Vec<String> {
    keys.iter()
        .filter_map(|key| {
            let number = |values: &Map<String, Value>| values.get(*key).and_then(Value::as_f64);
            match (number(got), number(expected)) {
                (Some(got), Some(most)) if got <= most => None,
                (Some(got), Some(most)) => Some(format!("{key} is {got}, expected at most {most}")),
                _ => Some(format!("{key} is missing")),
            }
        })
        .collect()
}

fn compare_objects(
    path: &str,
    got: &Map<String, Value>,
    expected: &Map<String, Value>,
    tolerance: Tolerance,
    found: &mut Vec<String>,
) {
    for (key, want) in expected {
        let place = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        match got.get(key) {
            Some(value) => compare(&place, value, want, tolerance, found),
            None => found.push(format!("{place} is missing")),
        }
    }
}

fn compare(
    place: &str,
    got: &Value,
    expected: &Value,
    tolerance: Tolerance,
    found: &mut Vec<String>,
) {
    match (got, expected) {
        (Value::Array(got), Value::Array(expected)) if got.len() == expected.len() => {
            for (index, (got, expected)) in got.iter().zip(expected).enumerate() {
                compare(
                    &format!("{place}[{index}]"),
                    got,
                    expected,
                    tolerance,
                    found,
                );
            }
        }
        (Value::Object(got), Value::Object(expected)) => {
            compare_objects(place, got, expected, tolerance, found);
        }
        (Value::Number(got), Value::Number(expected)) => {
            if !numbers_agree(got, expected, tolerance) {
                found.push(format!("{place} is {got}, expected {expected}"));
            }
        }
        _ if got == expected => {}
        _ => found.push(format!("{place} is {got}, expected {expected}")),
    }
}

fn numbers_agree(got: &Number, expected: &Number, tolerance: Tolerance) -> bool {
    if !got.is_f64() && !expected.is_f64() {
        return got == expected;
    }
    match (got.as_f64(), expected.as_f64()) {
        (Some(got), Some(expected)) => {
            (got - expected).abs() <= tolerance.absolute + tolerance.relative * expected.abs()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn differ(got: Value, expected: Value) -> Vec<String> {
        let tolerance = Tolerance {
            absolute: 0.01,
            relative: 0.1,
        };
        mismatches(
            &Map::from_iter([("v".to_owned(), got)]),
            &Map::from_iter([("v".to_owned(), expected)]),
            tolerance,
        )
    }

    #[test]
    fn numbers_may_differ_by_the_tolerance_and_nothing_else_may() {
        for (got, expected) in [
            (json!(109.9), json!(100.0)),
            (json!(109.9), json!(100)),
            (json!(3), json!(3)),
            (json!(3), json!(3.1)),
            (json!(null), json!(null)),
            (json!([1.0, [2.0, null]]), json!([1.0, [2.1, null]])),
            (json!({"a": 1.0, "b": 5}), json!({"a": 1.05})),
        ] {
            assert_eq!(
                differ(got.clone(), expected.clone()),
                Vec::<String>::new(),
                "{got} {expected}"
            );
        }
        for (got, expected, want) in [
            (json!(110.2), json!(100.0), "v is 110.2, expected 100.0"),
            // Whole numbers are exact, however wide the tolerance.
            (json!(100), json!(101), "v is 100, expected 101"),
            (json!(null), json!(0.0), "v is null, expected 0.0"),
            (json!(0.0), json!(null), "v is 0.0, expected null"),
            (json!(true), json!(false), "v is true, expected false"),
            (
                json!([1.0]),
                json!([1.0, 2.0]),
                "v is [1.0], expected [1.0,2.0]",
            ),
            (
                json!([[1.0]]),
                json!([[9.0]]),
                "v[0][0] is 1.0, expected 9.0",
            ),
            (json!({"a": 1.0}), json!({"b": 1.0}), "v.b is missing"),
        ] {
            assert_eq!(differ(got, expected), [want]);
        }
    }
}

//! Reading a case's inputs: what is absent or null is told apart from what is wrong.

use serde_json::{Map, Value};

use super::case::CaseError;

/// The inputs of one case. A null input counts as absent.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a>(pub &'a Map<String, Value>);

impl<'a> Inputs<'a> {
    /// The raw value, if it is there.
    pub fn value(&self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A number that must be there.
    pub fn number(&self, name: &str) -> Result<f64, CaseError> {
        self.optional_number(name)?.ok_or_else(|| absent(name))
    }

    /// A number, or `default` where it is absent.
    pub fn number_or(&self, name: &str, default: f64) -> Result<f64, CaseError> {
        Ok(self.optional_number(name)?.unwrap_or(default))
    }

    /// A number that may be absent.
    pub fn optional_number(&self, name: &str) -> Result<Option<f64>, CaseError> {
        self.value(name)
            .map(|value| as_number(name, value))
            .transpose()
    }

    /// A count that must be there: a whole number of zero or more, also written as `10.0`.
    pub fn count(&self, name: &str) -> Result<u64, CaseError> {
        self.optional_count(name)?.ok_or_else(|| absent(name))
    }

    /// A count that may be absent.
    pub fn optional_count(&self, name: &str) -> Result<Option<u64>, CaseError> {
        self.value(name)
            .map(|value| as_count(name, value))
            .transpose()
    }

    /// Text that may be absent.
    pub fn optional_text(&self, name: &str) -> Result<Option<&'a str>, CaseError> {
        self.value(name)
            .map(|value| {
                value
                    .as_str()
                    .ok_or_else(|| CaseError(format!("the input \"{name}\" must be text")))
            })
            .transpose()
    }

    /// Text that must be there.
    pub fn text(&self, name: &str) -> Result<&'a str, CaseError> {
        self.optional_text(name)?.ok_or_else(|| absent(name))
    }

    /// A list of numbers that must be there.
    pub fn numbers(&self, name: &str) -> Result<Vec<f64>, CaseError> {
        self.list(name)?
            .iter()
            .map(|value| as_number(name, value))
            .collect()
    }

    /// A list of lists of numbers that must be there.
    pub fn matrix(&self, name: &str) -> Result<Vec<Vec<f64>>, CaseError> {
        self.list(name)?
            .iter()
            .map(|row| as_row(name, row))
            .collect()
    }

    /// A list of matrices that must be there.
    pub fn matrices(&self, name: &str) -> Result<Vec<Vec<Vec<f64>>>, CaseError> {
        self.list(name)?
            .iter()
            .map(|matrix| {
                as_list(name, matrix)?
                    .iter()
                    .map(|row| as_row(name, row))
                    .collect()
            })
            .collect()
    }

    /// A truth value, or `default` where it is absent.
    pub fn flag_or(&self, name: &str, default: bool) -> Result<bool, CaseError> {
        self.value(name).map_or(Ok(default), |value| {
            value
                .as_bool()
                .ok_or_else(|| CaseError(format!("the input \"{name}\" must be true or false")))
        })
    }

    /// A list of groups of inputs that must be there.
    pub fn groups(&self, name: &str) -> Result<Vec<Inputs<'a>>, CaseError> {
        self.list(name)?
            .iter()
            .map(|value| {
                value.as_object().map(Inputs).ok_or_else(|| {
                    CaseError(format!("the input \"{name}\" must hold only objects"))
                })
            })
            .collect()
    }

    /// A list of counts; a single count is a list of one.
    pub fn counts(&self, name: &str) -> Result<Vec<u64>, CaseError> {
        match self.value(name) {
            Some(value @ Value::Number(_)) => Ok(vec![as_count(name, value)?]),
            _ => self
                .list(name)?
                .iter()
                .map(|value| as_count(name, value))
                .collect(),
        }
    }

    /// A list of texts that must be there.
    pub fn texts(&self, name: &str) -> Result<Vec<&'a str>, CaseError> {
        self.list(name)?
            .iter()
            .map(|value| {
                value
                    .as_str()
                    .ok_or_else(|| CaseError(format!("the input \"{name}\" must hold only texts")))
            })
            .collect()
    }

    /// Inputs inside an input.
    pub fn group(&self, name: &str) -> Result<Inputs<'a>, CaseError> {
        match self.value(name) {
            Some(Value::Object(object)) => Ok(Inputs(object)),
            Some(_) => Err(CaseError(format!("the input \"{name}\" must be an object"))),
            None => Err(absent(name)),
        }
    }

    /// A list that must be there.
    pub fn list(&self, name: &str) -> Result<&'a [Value], CaseError> {
        match self.value(name) {
            Some(Value::Array(list)) => Ok(list),
            Some(_) => Err(CaseError(format!("the input \"{name}\" must be a list"))),
            None => Err(absent(name)),
        }
    }
}

fn absent(name: &str) -> CaseError {
    CaseError(format!("the input \"{name}\" is missing"))
}

fn as_number(name: &str, value: &Value) -> Result<f64, CaseError> {
    value.as_f64().ok_or_else(|| {
        CaseError(format!(
            "the input \"{name}\" must be a number, not {value}"
        ))
    })
}

fn as_list<'a>(name: &str, value: &'a Value) -> Result<&'a [Value], CaseError> {
    value
        .as_array()
        .map(Vec::as_slice)
        .ok_or_else(|| CaseError(format!("the input \"{name}\" must hold only lists")))
}

fn as_row(name: &str, value: &Value) -> Result<Vec<f64>, CaseError> {
    as_list(name, value)?
        .iter()
        .map(|value| as_number(name, value))
        .collect()
}

fn as_count(name: &str, value: &Value) -> Result<u64, CaseError> {
    // Up to 2⁵³ a whole number in floating point is itself.
    let whole =
        |number: &f64| number.fract() == 0.0 && (0.0..=9.007_199_254_740_992e15).contains(number);
    value
        .as_u64()
        .or_else(|| value.as_f64().filter(whole).map(|number| number as u64))
        .ok_or_else(|| {
            CaseError(format!(
                "the input \"{name}\" must be a whole number of zero or more, not {value}"
            ))
        })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn absent_null_and_wrong_are_three_things() {
        let Value::Object(map) = json!({
            "n": 1.5, "whole": 10.0, "null": null, "text": "a", "list": [1, 2.0], "bad": [1, "x"]
        }) else {
            unreachable!("an object was written above")
        };
        let inputs = Inputs(&map);
        assert_eq!(inputs.number("n"), Ok(1.5));
        assert_eq!(inputs.count("whole"), Ok(10));
        assert_eq!(inputs.optional_number("null"), Ok(None));
        assert_eq!(inputs.number_or("absent", 7.0), Ok(7.0));
        assert_eq!(inputs.counts("list"), Ok(vec![1, 2]));
        assert_eq!(inputs.counts("whole"), Ok(vec![10]));
        for (error, want) in [
            (
                inputs.number("absent").unwrap_err(),
                "the input \"absent\" is missing",
            ),
            (
                inputs.number("text").unwrap_err(),
                "the input \"text\" must be a number, not \"a\"",
            ),
            (
                inputs.numbers("bad").unwrap_err(),
                "the input \"bad\" must be a number, not \"x\"",
            ),
            (
                inputs.count("n").unwrap_err(),
                "the input \"n\" must be a whole number of zero or more, not 1.5",
            ),
            (
                inputs.numbers("n").unwrap_err(),
                "the input \"n\" must be a list",
            ),
        ] {
            assert_eq!(error.to_string(), want);
        }
    }
}

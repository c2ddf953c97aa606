//! Reading case files.

use serde_json::{Map, Value};

/// One reference case.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Its name in reports.
    pub id: String,
    /// The method it exercises.
    pub method: String,
    /// What goes in.
    pub inputs: Map<String, Value>,
    /// What must come out.
    pub expected: Map<String, Value>,
    /// How far off a number may be.
    pub tolerance: Tolerance,
}

/// `|got − expected| ≤ absolute + relative · |expected|`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tolerance {
    /// In the unit of the value.
    pub absolute: f64,
    /// As a share of the expected value.
    pub relative: f64,
}

/// Why a file, a case or an input cannot be used, as one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseError(pub String);

impl std::fmt::Display for CaseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CaseError {}

impl From<weighbridge_engine::finance::FinanceError> for CaseError {
    fn from(error: weighbridge_engine::finance::FinanceError) -> CaseError {
        CaseError(error.to_string())
    }
}

impl From<weighbridge_engine::decision::DecisionError> for CaseError {
    fn from(error: weighbridge_engine::decision::DecisionError) -> CaseError {
        CaseError(error.to_string())
    }
}

impl From<weighbridge_engine::queueing::QueueError> for CaseError {
    fn from(error: weighbridge_engine::queueing::QueueError) -> CaseError {
        CaseError(error.to_string())
    }
}

impl From<weighbridge_engine::uncertainty::ShapeFault> for CaseError {
    fn from(error: weighbridge_engine::uncertainty::ShapeFault) -> CaseError {
        CaseError(error.to_string())
    }
}

/// The cases of a file's text. A case that cannot be read stands as an error in its place; a
/// text that is no list of cases is an error as a whole.
pub fn read_cases(text: &str) -> Result<Vec<Result<Case, CaseError>>, CaseError> {
    // A byte order mark is no JSON, yet some editors leave one.
    let json: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| CaseError(format!("this is not valid JSON: {error}")))?;
    let Value::Array(entries) = json else {
        return Err(CaseError(
            "the file must hold a JSON array of cases".to_owned(),
        ));
    };
    Ok(entries
        .iter()
        .enumerate()
        .map(|(index, entry)| read_case(index, entry))
        .collect())
}

fn read_case(index: usize, entry: &Value) -> Result<Case, CaseError> {
    let number = index + 1;
    let id = entry.get("id").and_then(Value::as_str);
    let name = id.map_or_else(|| format!("case {number}"), |id| format!("case {id}"));
    let fault = |what: &str| CaseError(format!("{name} {what}"));
    let Value::Object(fields) = entry else {
        return Err(fault("is not a JSON object"));
    };
    let object = |key: &str| match fields.get(key) {
        Some(Value::Object(object)) => Ok(object),
        Some(_) => Err(fault(&format!("has \"{key}\" that is not an object"))),
        None => Err(fault(&format!("has no \"{key}\""))),
    };
    let tolerance = object("tolerance")?;
    let bound = |key: &str| match tolerance.get(key) {
        None | Some(Value::Null) => Ok(0.0),
        Some(value) => value.as_f64().filter(|bound| *bound >= 0.0).ok_or_else(|| {
            fault(&format!(
                "has a tolerance \"{key}\" that is not a number of zero or more"
            ))
        }),
    };
    let expected = object("expected")?;
    if expected.is_empty() {
        return Err(fault("expects nothing"));
    }
    Ok(Case {
        id: id
            .ok_or_else(|| fault("has no \"id\" that is text"))?
            .to_owned(),
        method: fields
            .get("method")
            .and_then(Value::as_str)
            .ok_or_else(|| fault("has no \"method\" that is text"))?
            .to_owned(),
        inputs: object("inputs")?.clone(),
        expected: expected.clone(),
        tolerance: Tolerance {
            absolute: bound("abs")?,
            relative: bound("rel")?,
        },
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn faults_are_told_in_one_sentence() {
        for (text, want) in [
            (
                "[",
                "this is not valid JSON: EOF while parsing a list at line 1 column 1",
            ),
            ("{}", "the file must hold a JSON array of cases"),
            (
                "[1e999]",
                "this is not valid JSON: number out of range at line 1 column 6",
            ),
        ] {
            assert_eq!(read_cases(text).unwrap_err().to_string(), want);
        }
        for (case, want) in [
            ("7", "case 1 is not a JSON object"),
            ("{}", "case 1 has no \"tolerance\""),
            (
                r#"{"id":"x","tolerance":5}"#,
                "case x has \"tolerance\" that is not an object",
            ),
            (
                r#"{"id":"x","tolerance":{},"expected":{}}"#,
                "case x expects nothing",
            ),
            (
                r#"{"id":"x","tolerance":{"abs":"a"},"expected":{"y":1},"method":"npv","inputs":{}}"#,
                "case x has a tolerance \"abs\" that is not a number of zero or more",
            ),
            (
                r#"{"id":"x","tolerance":{},"expected":{"y":1},"inputs":{}}"#,
                "case x has no \"method\" that is text",
            ),
            (
                r#"{"tolerance":{},"expected":{"y":1},"inputs":{},"method":"npv"}"#,
                "case 1 has no \"id\" that is text",
            ),
        ] {
            let cases = read_cases(&format!("[{case}]")).unwrap();
            assert_eq!(cases[0].clone().unwrap_err().to_string(), want);
        }
    }
}

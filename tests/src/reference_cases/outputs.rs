//! What a method returns, in the names of the case files.

use serde_json::{Map, Number, Value};

use super::case::CaseError;

/// Results by name. Numbers that are not finite are refused: JSON would turn them into null,
/// which means "no answer" here.
#[derive(Debug, Default)]
pub struct Outputs(Map<String, Value>);

impl Outputs {
    /// No results yet.
    pub fn new() -> Outputs {
        Outputs::default()
    }

    /// Adds a number.
    pub fn number(&mut self, name: &str, value: f64) -> Result<&mut Outputs, CaseError> {
        let value = number(name, value)?;
        self.0.insert(name.to_owned(), value);
        Ok(self)
    }

    /// Adds a number, or null where there is no answer.
    pub fn optional(&mut self, name: &str, value: Option<f64>) -> Result<&mut Outputs, CaseError> {
        let value = match value {
            Some(value) => number(name, value)?,
            None => Value::Null,
        };
        self.0.insert(name.to_owned(), value);
        Ok(self)
    }

    /// Adds a count, which is compared exactly.
    pub fn count(&mut self, name: &str, value: Option<u64>) -> &mut Outputs {
        let value = value.map_or(Value::Null, |count| Value::Number(count.into()));
        self.0.insert(name.to_owned(), value);
        self
    }

    /// Adds a list of numbers.
    pub fn numbers(&mut self, name: &str, values: &[f64]) -> Result<&mut Outputs, CaseError> {
        let list = values
            .iter()
            .map(|value| number(name, *value))
            .collect::<Result<Vec<Value>, CaseError>>()?;
        self.0.insert(name.to_owned(), Value::Array(list));
        Ok(self)
    }

    /// Adds a list of lists of numbers.
    pub fn matrix(&mut self, name: &str, rows: &[Vec<f64>]) -> Result<&mut Outputs, CaseError> {
        let list = rows
            .iter()
            .map(|row| {
                let row: Result<Vec<Value>, CaseError> =
                    row.iter().map(|value| number(name, *value)).collect();
                Ok(Value::Array(row?))
            })
            .collect::<Result<Vec<Value>, CaseError>>()?;
        self.0.insert(name.to_owned(), Value::Array(list));
        Ok(self)
    }

    /// Adds a list of places, which are compared exactly.
    pub fn places(&mut self, name: &str, places: &[usize]) -> &mut Outputs {
        let list = places.iter().map(|place| Value::from(*place as u64));
        self.0.insert(name.to_owned(), Value::Array(list.collect()));
        self
    }

    /// Adds a place, which is compared exactly.
    pub fn place(&mut self, name: &str, place: usize) -> &mut Outputs {
        self.count(name, Some(place as u64))
    }

    /// Adds a value that is JSON already.
    pub fn value(&mut self, name: &str, value: Value) -> &mut Outputs {
        self.0.insert(name.to_owned(), value);
        self
    }

    /// Adds a list of pairs of numbers.
    pub fn pairs(
        &mut self,
        name: &str,
        pairs: impl IntoIterator<Item = (f64, f64)>,
    ) -> Result<&mut Outputs, CaseError> {
        let list = pairs
            .into_iter()
            .map(|(a, b)| Ok(Value::Array(vec![number(name, a)?, number(name, b)?])))
            .collect::<Result<Vec<Value>, CaseError>>()?;
        self.0.insert(name.to_owned(), Value::Array(list));
        Ok(self)
    }

    /// The results.
    pub fn finish(&mut self) -> Map<String, Value> {
        std::mem::take(&mut self.0)
    }
}

fn number(name: &str, value: f64) -> Result<Value, CaseError> {
    Number::from_f64(value).map(Value::Number).ok_or_else(|| {
        CaseError(format!(
            "the result \"{name}\" is {value}, which is no number"
        ))
    })
}

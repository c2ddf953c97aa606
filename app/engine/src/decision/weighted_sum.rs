//! The additive value: weights times values, summed.

use super::error::{DecisionError, counted};
use super::table::Table;
use super::weights::Weights;

/// The value of each option: the weighted mean of its values, from 0 to 1 if they are.
///
/// # Errors
/// [`DecisionError::WrongCount`] where weights and criteria differ in number.
pub fn weighted_sum(values: &Table, weights: &Weights) -> Result<Vec<f64>, DecisionError> {
    Ok(contributions(values, weights)?
        .iter()
        .map(|parts| parts.iter().sum())
        .collect())
}

/// What each criterion adds to the value of each option: a row for each option.
///
/// # Errors
/// [`DecisionError::WrongCount`] where weights and criteria differ in number.
pub fn contributions(values: &Table, weights: &Weights) -> Result<Vec<Vec<f64>>, DecisionError> {
    counted("weights", weights.criteria(), values.criteria())?;
    let weighted = |row: &Vec<f64>| {
        row.iter()
            .zip(weights.as_slice())
            .map(|(value, weight)| value * weight)
            .collect()
    };
    Ok(values.rows().iter().map(weighted).collect())
}

//! Options that another one beats whatever the weights are.

use super::error::{DecisionError, counted};
use super::table::{Direction, Table};

/// Places of the options that no other one dominates, in the order of the list.
/// Options that are the same in everything do not dominate each other.
///
/// # Errors
/// [`DecisionError::WrongCount`] where directions and criteria differ in number.
pub fn non_dominated(table: &Table, directions: &[Direction]) -> Result<Vec<usize>, DecisionError> {
    Ok(dominators(table, directions)?
        .iter()
        .enumerate()
        .filter(|(_, dominators)| dominators.is_empty())
        .map(|(place, _)| place)
        .collect())
}

/// For each option, the places of those that dominate it: as good in everything, and better in
/// something.
///
/// # Errors
/// [`DecisionError::WrongCount`] where directions and criteria differ in number.
pub fn dominators(
    table: &Table,
    directions: &[Direction],
) -> Result<Vec<Vec<usize>>, DecisionError> {
    counted("directions", directions.len(), table.criteria())?;
    let rows = table.rows();
    Ok(rows
        .iter()
        .map(|row| {
            (0..rows.len())
                .filter(|other| dominates(&rows[*other], row, directions))
                .collect()
        })
        .collect())
}

fn dominates(one: &[f64], other: &[f64], directions: &[Direction]) -> bool {
    let mut better_somewhere = false;
    for ((one, other), direction) in one.iter().zip(other).zip(directions) {
        let (one, other) = match direction {
            Direction::Higher => (one, other),
            Direction::Lower => (other, one),
        };
        if one < other {
            return false;
        }
        better_somewhere |= one > other;
    }
    better_somewhere
}

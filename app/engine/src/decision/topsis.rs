//! TOPSIS: near the best figure of every criterion and far from the worst.

use super::error::{DecisionError, counted};
use super::table::{Direction, Table};
use super::weights::Weights;

/// How columns become comparable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scaling {
    /// Each is divided by its root of sum of squares.
    Vector,
    /// They are comparable as they are.
    None,
}

/// How near each option is to the ideal, from 0 (the worst in everything) to 1 (the best).
///
/// The ideal is the best figure of each criterion among the options, so that adding an option can
/// move everybody.
///
/// # Errors
/// [`DecisionError`] where weights or directions are missing, or no criterion tells options apart.
///
/// # Source
/// Hwang and Yoon 1981, *Multiple Attribute Decision Making*.
pub fn topsis(
    table: &Table,
    directions: &[Direction],
    weights: &Weights,
    scaling: Scaling,
) -> Result<Vec<f64>, DecisionError> {
    counted("directions", directions.len(), table.criteria())?;
    counted("weights", weights.criteria(), table.criteria())?;
    let scaled = table.map_columns(|criterion, column| {
        let weight = directions[criterion].sign() * weights.as_slice()[criterion];
        let length = match scaling {
            Scaling::Vector => length(&column),
            Scaling::None => 1.0,
        };
        // A column of zeros tells nobody apart.
        let factor = if length > 0.0 { weight / length } else { 0.0 };
        Ok(column.iter().map(|value| factor * value).collect())
    })?;
    let extreme = |pick: fn(f64, f64) -> f64| -> Vec<f64> {
        (0..table.criteria())
            .map(|criterion| scaled.column(criterion).reduce(pick).unwrap_or(0.0))
            .collect()
    };
    let (best, worst) = (extreme(f64::max), extreme(f64::min));
    if best == worst {
        return Err(DecisionError::NothingToTellApart);
    }
    Ok(scaled
        .rows()
        .iter()
        .map(|row| {
            let (to_best, to_worst) = (distance(row, &best), distance(row, &worst));
            to_worst / (to_best + to_worst)
        })
        .collect())
}

fn distance(one: &[f64], other: &[f64]) -> f64 {
    let gaps: Vec<f64> = one.iter().zip(other).map(|(a, b)| a - b).collect();
    length(&gaps)
}

/// The root of the sum of squares, without overflow in the squares.
fn length(values: &[f64]) -> f64 {
    let largest = values
        .iter()
        .fold(0.0, |most: f64, value| most.max(value.abs()));
    if largest == 0.0 {
        return 0.0;
    }
    let squares = values
        .iter()
        .map(|value| (value / largest) * (value / largest));
    largest * libm::sqrt(squares.sum())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn extremes_and_ties() {
        let table = Table::new(vec![vec![0.0, 9.0], vec![0.0, 3.0], vec![0.0, 6.0]]).unwrap();
        let weights = Weights::equal(2).unwrap();
        let directions = [Direction::Higher, Direction::Lower];
        for scaling in [Scaling::Vector, Scaling::None] {
            let closeness = topsis(&table, &directions, &weights, scaling).unwrap();
            assert_eq!(closeness[0], 0.0);
            assert_eq!(closeness[1], 1.0);
            assert!((closeness[2] - 0.5).abs() < 1e-15);
        }
        let same = Table::new(vec![vec![1.0, 2.0]; 2]).unwrap();
        assert_eq!(
            topsis(&same, &directions, &weights, Scaling::Vector),
            Err(DecisionError::NothingToTellApart)
        );
    }
}

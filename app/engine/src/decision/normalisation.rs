//! Figures made comparable by the options themselves.
//!
//! These normalisations are there for the methods that are defined with them; the decision itself
//! uses [`ValueFunction`](super::ValueFunction), whose anchors do not move with the options.

use super::error::{DecisionError, counted};
use super::table::{Direction, Table};

/// How a criterion's figures become comparable with another's, the best being the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Normalisation {
    /// As they are. Where less is better, the sign turns.
    None,
    /// The share of the column's sum, of reciprocals where less is better.
    Sum,
    /// The way from the column's worst to its best; 1 where all are the same.
    MinMax,
    /// The ratio to the largest, or of the smallest to the figure where less is better.
    Max,
}

impl Normalisation {
    /// The normalised table, more being better in every column.
    ///
    /// # Errors
    /// [`DecisionError`] where directions are missing or a column cannot be normalised: shares
    /// and ratios need figures that are not negative, a sum above zero, and no zero where less is
    /// better and reciprocals are taken.
    pub fn apply(self, table: &Table, directions: &[Direction]) -> Result<Table, DecisionError> {
        counted("directions", directions.len(), table.criteria())?;
        table.map_columns(|criterion, column| {
            self.column(&column, directions[criterion])
                .filter(|column| column.iter().all(|value| value.is_finite()))
                .ok_or(DecisionError::CannotNormalise { criterion })
        })
    }

    fn column(self, column: &[f64], direction: Direction) -> Option<Vec<f64>> {
        let low = column.iter().copied().fold(f64::INFINITY, f64::min);
        let high = column.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let each = |change: &dyn Fn(f64) -> f64| Some(column.iter().map(|x| change(*x)).collect());
        match (self, direction) {
            (Normalisation::None, direction) => each(&|x| direction.sign() * x),
            (Normalisation::MinMax, _) if low == high => each(&|_| 1.0),
            (Normalisation::MinMax, Direction::Higher) => each(&|x| (x - low) / (high - low)),
            (Normalisation::MinMax, Direction::Lower) => each(&|x| (high - x) / (high - low)),
            // Among figures of both signs a share no longer says which is better.
            _ if low < 0.0 || high <= 0.0 => None,
            (Normalisation::Sum, Direction::Higher) => {
                let sum: f64 = column.iter().sum();
                each(&|x| x / sum)
            }
            (Normalisation::Sum, Direction::Lower) => {
                let sum: f64 = column.iter().map(|x| 1.0 / x).sum();
                each(&|x| 1.0 / x / sum)
            }
            (Normalisation::Max, Direction::Higher) => each(&|x| x / high),
            // The least is as good as can be, even if it is zero.
            (Normalisation::Max, Direction::Lower) => {
                each(&|x| if x == low { 1.0 } else { low / x })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn hard_columns_are_normalised_or_refused() {
        use Direction::{Higher, Lower};
        type Case = (Normalisation, Direction, [f64; 3], Option<[f64; 3]>);
        let cases: [Case; 11] = [
            (
                Normalisation::MinMax,
                Higher,
                [5.0, 5.0, 5.0],
                Some([1.0; 3]),
            ),
            (
                Normalisation::MinMax,
                Lower,
                [-2.0, 0.0, 2.0],
                Some([1.0, 0.5, 0.0]),
            ),
            (
                Normalisation::Sum,
                Higher,
                [0.0, 1.0, 3.0],
                Some([0.0, 0.25, 0.75]),
            ),
            (Normalisation::Sum, Higher, [-1.0, 1.0, 3.0], None),
            (Normalisation::Sum, Higher, [0.0, 0.0, 0.0], None),
            (Normalisation::Sum, Lower, [0.0, 1.0, 3.0], None),
            (
                Normalisation::Sum,
                Lower,
                [1.0, 2.0, 2.0],
                Some([0.5, 0.25, 0.25]),
            ),
            (
                Normalisation::Max,
                Higher,
                [1.0, 2.0, 4.0],
                Some([0.25, 0.5, 1.0]),
            ),
            (
                Normalisation::Max,
                Lower,
                [0.0, 2.0, 4.0],
                Some([1.0, 0.0, 0.0]),
            ),
            (
                Normalisation::Max,
                Lower,
                [1.0, 2.0, 4.0],
                Some([1.0, 0.5, 0.25]),
            ),
            (
                Normalisation::None,
                Lower,
                [-1.0, 0.0, 2.0],
                Some([1.0, 0.0, -2.0]),
            ),
        ];
        for (normalisation, direction, figures, want) in cases {
            let table = Table::new(figures.iter().map(|x| vec![*x]).collect()).unwrap();
            let got = normalisation.apply(&table, &[direction]);
            match want {
                Some(want) => assert_eq!(
                    got.unwrap().column(0).collect::<Vec<f64>>(),
                    want,
                    "{normalisation:?} {figures:?}"
                ),
                None => assert_eq!(got, Err(DecisionError::CannotNormalise { criterion: 0 })),
            }
        }
    }
}

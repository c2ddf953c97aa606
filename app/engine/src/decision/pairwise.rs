//! Weights from comparisons in pairs (AHP), and how far the comparisons contradict each other.

use std::cmp::Ordering;

use super::error::{DecisionError, counted, positive};
use super::weights::Weights;

/// How many times as important each criterion is as each other one.
#[derive(Debug, Clone, PartialEq)]
pub struct PairwiseMatrix {
    rows: Vec<Vec<f64>>,
}

/// How comparisons become weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PriorityMethod {
    /// The principal eigenvector (Saaty 1980).
    #[default]
    Eigenvector,
    /// The geometric mean of each row (Crawford and Williams 1985).
    GeometricMean,
    /// The mean of each row after columns are made to sum to one.
    ColumnMean,
}

/// How far comparisons agree with each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Consistency {
    /// The principal eigenvalue, or its estimate from the weights; the number of criteria if
    /// comparisons agree fully.
    pub eigenvalue: f64,
    /// `(eigenvalue − n)/(n − 1)`; zero up to two criteria.
    pub index: f64,
    /// The index in units of that of random comparisons; zero up to two criteria.
    pub ratio: f64,
}

/// What the consistency ratio means to somebody who filled in the comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Light {
    /// Up to 0.1: good enough (Saaty 1980).
    Green,
    /// Up to 0.2: look at the clashing triad.
    Amber,
    /// Beyond: the weights mean little.
    Red,
}

/// Three criteria whose comparisons contradict each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Triad {
    /// The first is compared with the second, and the second with the third.
    pub criteria: [usize; 3],
    /// How many times as important the first is as the third, as it was said.
    pub said: f64,
    /// What it would be by the two other comparisons.
    pub implied: f64,
}

/// The consistency index of random comparisons, by number of criteria.
///
/// There is no one table: for three criteria Saaty gives 0.58 in 1980 and 0.52 in 2008, which moves
/// the ratio by 11 %. So the table is an input.
#[derive(Debug, Clone, PartialEq)]
pub struct RandomIndex {
    from_three: Vec<f64>,
}

impl RandomIndex {
    /// A table, from three criteria on.
    ///
    /// # Errors
    /// [`DecisionError`] where a figure is not above zero.
    pub fn new(from_three: Vec<f64>) -> Result<RandomIndex, DecisionError> {
        for index in &from_three {
            positive("a random index", *index)?;
        }
        Ok(RandomIndex { from_three })
    }

    /// The table of Saaty 1980, *The Analytic Hierarchy Process*, for up to ten criteria.
    pub fn saaty_1980() -> RandomIndex {
        let from_three = vec![0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];
        RandomIndex { from_three }
    }

    /// The index for a number of criteria; up to two there is nothing to contradict.
    ///
    /// # Errors
    /// [`DecisionError::NoRandomIndex`] beyond the table.
    pub fn of(&self, criteria: usize) -> Result<f64, DecisionError> {
        match criteria {
            0..3 => Ok(0.0),
            size => self
                .from_three
                .get(size - 3)
                .copied()
                .ok_or(DecisionError::NoRandomIndex { size }),
        }
    }
}

/// How far a comparison times its mirror image may be from one: they are often given as `0.33`.
const RECIPROCAL_SLACK: f64 = 0.05;

impl PairwiseMatrix {
    /// A matrix of comparisons from its rows.
    ///
    /// # Errors
    /// [`DecisionError`] where it is empty or not square, a comparison is not above zero, or it is
    /// not about the reciprocal of its mirror image.
    pub fn new(rows: Vec<Vec<f64>>) -> Result<PairwiseMatrix, DecisionError> {
        if rows.is_empty() {
            return Err(DecisionError::Empty { what: "criteria" });
        }
        for row in &rows {
            counted("comparisons in a row", row.len(), rows.len())?;
            for comparison in row {
                positive("a comparison", *comparison)?;
            }
        }
        for (row, comparisons) in rows.iter().enumerate() {
            for (column, comparison) in comparisons.iter().enumerate().skip(row) {
                if (comparison * rows[column][row] - 1.0).abs() > RECIPROCAL_SLACK {
                    return Err(DecisionError::NotReciprocal { row, column });
                }
            }
        }
        Ok(PairwiseMatrix { rows })
    }

    /// The matrix of these comparisons above the diagonal; the rest follows from them.
    ///
    /// # Errors
    /// As [`PairwiseMatrix::new`].
    pub fn from_judgements(
        criteria: usize,
        more_important_than: impl Fn(usize, usize) -> f64,
    ) -> Result<PairwiseMatrix, DecisionError> {
        let comparison = |row: usize, column: usize| match row.cmp(&column) {
            Ordering::Less => more_important_than(row, column),
            Ordering::Equal => 1.0,
            Ordering::Greater => 1.0 / more_important_than(column, row),
        };
        let rows = (0..criteria)
            .map(|row| {
                (0..criteria)
                    .map(|column| comparison(row, column))
                    .collect()
            })
            .collect();
        PairwiseMatrix::new(rows)
    }

    /// How many criteria are compared.
    pub fn size(&self) -> usize {
        self.rows.len()
    }

    /// The weights that these comparisons come to.
    ///
    /// # Errors
    /// [`DecisionError`] where comparisons are so extreme that no weights come out.
    pub fn weights(&self, method: PriorityMethod) -> Result<Weights, DecisionError> {
        match method {
            PriorityMethod::Eigenvector => self.eigenvector(),
            PriorityMethod::GeometricMean => {
                let logs: Vec<f64> = self
                    .rows
                    .iter()
                    .map(|row| row.iter().map(|x| libm::log(*x)).sum::<f64>() / row.len() as f64)
                    .collect();
                let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let means: Vec<f64> = logs.iter().map(|log| libm::exp(log - most)).collect();
                Weights::new(&means)
            }
            PriorityMethod::ColumnMean => {
                let sums: Vec<f64> = (0..self.size())
                    .map(|column| self.rows.iter().map(|row| row[column]).sum())
                    .collect();
                let shares = |row: &Vec<f64>| row.iter().zip(&sums).map(|(x, sum)| x / sum).sum();
                let means: Vec<f64> = self.rows.iter().map(shares).collect();
                Weights::new(&means)
            }
        }
    }

    /// How far the comparisons agree with each other, judged by the weights that came of them.
    ///
    /// # Errors
    /// [`DecisionError`] where there is no random index for this size, or weights and criteria differ
    /// in number.
    pub fn consistency(
        &self,
        weights: &Weights,
        random_index: &RandomIndex,
    ) -> Result<Consistency, DecisionError> {
        counted("weights", weights.criteria(), self.size())?;
        let n = self.size() as f64;
        let products = self.times(weights.as_slice());
        let ratios = products
            .iter()
            .zip(weights.as_slice())
            .map(|(aw, w)| aw / w);
        let eigenvalue = ratios.sum::<f64>() / n;
        if self.size() < 3 {
            return Ok(Consistency {
                eigenvalue,
                index: 0.0,
                ratio: 0.0,
            });
        }
        // Below the number of criteria lies only rounding.
        let index = f64::max(0.0, (eigenvalue - n) / (n - 1.0));
        Ok(Consistency {
            eigenvalue,
            index,
            ratio: index / random_index.of(self.size())?,
        })
    }

    /// The three criteria whose comparisons contradict each other most, if any do.
    ///
    /// # Source
    /// Koczkodaj 1993, "A new definition of consistency of pairwise comparisons", Mathematical and
    /// Computer Modelling 18(7): the triad at which said and implied comparison differ by the
    /// largest factor.
    pub fn clashing_triad(&self) -> Option<Triad> {
        let mut worst: Option<(f64, Triad)> = None;
        for first in 0..self.size() {
            for second in first + 1..self.size() {
                for third in second + 1..self.size() {
                    let said = self.rows[first][third];
                    let implied = self.rows[first][second] * self.rows[second][third];
                    let factor = libm::log(implied / said).abs();
                    let beats_rounding = factor > RECIPROCAL_SLACK;
                    if beats_rounding && worst.is_none_or(|(most, _)| factor > most) {
                        let triad = Triad {
                            criteria: [first, second, third],
                            said,
                            implied,
                        };
                        worst = Some((factor, triad));
                    }
                }
            }
        }
        worst.map(|(_, triad)| triad)
    }

    /// The principal eigenvector by power iteration, which converges because all entries are positive
    /// (Perron).
    fn eigenvector(&self) -> Result<Weights, DecisionError> {
        const MOST_STEPS: usize = 100_000;
        const CLOSE: f64 = 1e-15;
        let mut weights = Weights::equal(self.size())?;
        for _ in 0..MOST_STEPS {
            let next = Weights::new(&self.times(weights.as_slice()))?;
            let pairs = next.as_slice().iter().zip(weights.as_slice());
            let moved = pairs
                .map(|(new, old)| (new - old).abs())
                .fold(0.0, f64::max);
            weights = next;
            if moved <= CLOSE {
                break;
            }
        }
        Ok(weights)
    }

    fn times(&self, vector: &[f64]) -> Vec<f64> {
        let product = |row: &Vec<f64>| row.iter().zip(vector).map(|(a, b)| a * b).sum();
        self.rows.iter().map(product).collect()
    }
}

impl Consistency {
    /// What the ratio means.
    pub fn light(&self) -> Light {
        match self.ratio {
            ratio if ratio <= 0.1 => Light::Green,
            ratio if ratio <= 0.2 => Light::Amber,
            _ => Light::Red,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_clash_is_named_and_agreement_has_none() {
        let strengths = [8.0, 4.0, 2.0, 1.0];
        let agreeing =
            PairwiseMatrix::from_judgements(4, |a, b| strengths[a] / strengths[b]).unwrap();
        assert_eq!(agreeing.clashing_triad(), None);
        let mut rows = agreeing.rows.clone();
        (rows[1][3], rows[3][1]) = (0.5, 2.0);
        let clashing = PairwiseMatrix::new(rows).unwrap();
        let triad = clashing.clashing_triad().unwrap();
        assert_eq!(
            (triad.criteria, triad.said, triad.implied),
            ([0, 1, 3], 8.0, 1.0)
        );
        let weights = clashing.weights(PriorityMethod::Eigenvector).unwrap();
        let table = RandomIndex::saaty_1980();
        assert_eq!(
            clashing.consistency(&weights, &table).unwrap().light(),
            Light::Red
        );
        let weights = agreeing.weights(PriorityMethod::Eigenvector).unwrap();
        assert_eq!(
            agreeing.consistency(&weights, &table).unwrap().light(),
            Light::Green
        );
    }

    #[test]
    fn one_and_two_criteria_cannot_contradict_each_other() {
        for (rows, want) in [
            (vec![vec![1.0]], vec![1.0]),
            (vec![vec![1.0, 3.0], vec![1.0 / 3.0, 1.0]], vec![0.75, 0.25]),
        ] {
            let matrix = PairwiseMatrix::new(rows).unwrap();
            for method in [
                PriorityMethod::Eigenvector,
                PriorityMethod::GeometricMean,
                PriorityMethod::ColumnMean,
            ] {
                let weights = matrix.weights(method).unwrap();
                for (got, want) in weights.as_slice().iter().zip(&want) {
                    assert!((got - want).abs() < 1e-14, "{method:?}");
                }
                let none = RandomIndex::new(vec![]).unwrap();
                let consistency = matrix.consistency(&weights, &none).unwrap();
                assert_eq!((consistency.index, consistency.ratio), (0.0, 0.0));
            }
        }
    }

    #[test]
    fn what_is_no_comparison_is_refused() {
        let rows = |x: f64, y: f64| vec![vec![1.0, x], vec![y, 1.0]];
        assert!(PairwiseMatrix::new(vec![]).is_err());
        assert!(PairwiseMatrix::new(vec![vec![1.0, 2.0]]).is_err());
        assert!(PairwiseMatrix::new(rows(0.0, 1.0)).is_err());
        assert!(PairwiseMatrix::new(rows(f64::INFINITY, 0.0)).is_err());
        assert!(PairwiseMatrix::new(rows(3.0, 0.33)).is_ok());
        assert_eq!(
            PairwiseMatrix::new(rows(3.0, 3.0)),
            Err(DecisionError::NotReciprocal { row: 0, column: 1 })
        );
        assert_eq!(
            RandomIndex::saaty_1980().of(11),
            Err(DecisionError::NoRandomIndex { size: 11 })
        );
    }
}

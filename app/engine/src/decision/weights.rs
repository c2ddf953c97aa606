//! How much each criterion counts, and three ways to say so.

use super::error::{DecisionError, not_negative};

/// A weight for each criterion, none negative, summing to one.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights(Vec<f64>);

/// How an order of importance becomes weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RankScheme {
    /// The mean of all weightings that keep the order: `w_r = (1/n) Σ_{k≥r} 1/k`
    /// (Barron and Barrett 1996, Management Science 42(11)).
    OrderCentroid,
    /// Proportional to `n + 1 − r` (Stillwell, Seaver and Edwards 1981).
    Sum,
    /// Proportional to `1/r` (Stillwell, Seaver and Edwards 1981).
    Reciprocal,
}

impl RankScheme {
    /// Every way.
    pub const ALL: [RankScheme; 3] = [
        RankScheme::OrderCentroid,
        RankScheme::Sum,
        RankScheme::Reciprocal,
    ];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            RankScheme::OrderCentroid => "order-centroid",
            RankScheme::Sum => "rank-sum",
            RankScheme::Reciprocal => "reciprocal",
        }
    }
}

impl Weights {
    /// Weights in proportion to these figures.
    ///
    /// # Errors
    /// [`DecisionError`] where there are none, one is negative or not finite, or all are zero.
    pub fn new(proportions: &[f64]) -> Result<Weights, DecisionError> {
        if proportions.is_empty() {
            return Err(DecisionError::Empty { what: "weights" });
        }
        for weight in proportions {
            not_negative("a weight", *weight)?;
        }
        let largest = proportions.iter().copied().fold(0.0, f64::max);
        if largest == 0.0 {
            return Err(DecisionError::NoWeight);
        }
        // Divided by the largest first, so that the sum cannot overflow.
        let scaled: Vec<f64> = proportions.iter().map(|weight| weight / largest).collect();
        let sum: f64 = scaled.iter().sum();
        Ok(Weights(scaled.iter().map(|weight| weight / sum).collect()))
    }

    /// The same weight for each of `criteria`.
    ///
    /// # Errors
    /// [`DecisionError::Empty`] where there are none.
    pub fn equal(criteria: usize) -> Result<Weights, DecisionError> {
        Weights::new(&vec![1.0; criteria])
    }

    /// Weights from swing points: the swing from worst to best that matters most has 100 points, and
    /// every other swing has points in comparison to it.
    ///
    /// # Errors
    /// As [`Weights::new`].
    ///
    /// # Source
    /// Department for Communities and Local Government 2009, *Multi-criteria analysis: a manual*,
    /// section 6.2.10.
    pub fn from_swings(points: &[f64]) -> Result<Weights, DecisionError> {
        Weights::new(points)
    }

    /// Weights from an order of importance; 1 is the most important.
    ///
    /// Criteria of equal rank share the weights of the places that they take together, so that
    /// `1, 2, 2, 4` and `1, 2, 2, 3` mean the same.
    ///
    /// # Errors
    /// [`DecisionError`] where there are no ranks or one is not finite.
    pub fn from_ranks(ranks: &[f64], scheme: RankScheme) -> Result<Weights, DecisionError> {
        for rank in ranks {
            super::error::finite("a rank", *rank)?;
        }
        let places = scheme.weights(ranks.len());
        let shared: Vec<f64> = ranks
            .iter()
            .map(|rank| {
                let before = ranks.iter().filter(|other| *other < rank).count();
                let same = ranks.iter().filter(|other| *other == rank).count();
                places[before..before + same].iter().sum::<f64>() / same as f64
            })
            .collect();
        Weights::new(&shared)
    }

    /// The weights, criterion by criterion.
    pub fn as_slice(&self) -> &[f64] {
        &self.0
    }

    /// How many criteria there are, one at least.
    pub fn criteria(&self) -> usize {
        self.0.len()
    }

    /// These weights with that of one criterion set to `weight` and the others in proportion.
    ///
    /// # Errors
    /// [`DecisionError`] where the criterion is not in the list, `weight` is no share, or the others
    /// have no weight to keep in proportion.
    pub fn with(&self, criterion: usize, weight: f64) -> Result<Weights, DecisionError> {
        let others = self.others(criterion)?;
        super::error::share("a weight", weight)?;
        let moved = |(place, share): (usize, f64)| {
            if place == criterion {
                weight
            } else {
                (1.0 - weight) * share
            }
        };
        Ok(Weights(others.into_iter().enumerate().map(moved).collect()))
    }

    /// How the other criteria share what one leaves to them; that one's own share is zero.
    pub(super) fn others(&self, criterion: usize) -> Result<Vec<f64>, DecisionError> {
        if criterion >= self.0.len() {
            return Err(DecisionError::NoSuchPlace {
                what: "criterion",
                place: criterion,
            });
        }
        let mut others = self.0.clone();
        others[criterion] = 0.0;
        match Weights::new(&others) {
            Ok(weights) => Ok(weights.0),
            // A single criterion has no others.
            Err(_) if others.len() == 1 => Ok(others),
            Err(_) => Err(DecisionError::NoProportions),
        }
    }
}

impl RankScheme {
    /// Weights of the first to the last place, before they are made to sum to one.
    fn weights(self, count: usize) -> Vec<f64> {
        let n = count as f64;
        let places = (1..=count).map(|place| place as f64);
        match self {
            RankScheme::OrderCentroid => {
                let mut sum = 0.0;
                let mut weights: Vec<f64> = places
                    .rev()
                    .map(|place| {
                        sum += 1.0 / place;
                        sum / n
                    })
                    .collect();
                weights.reverse();
                weights
            }
            RankScheme::Sum => places.map(|place| n + 1.0 - place).collect(),
            RankScheme::Reciprocal => places.map(|place| 1.0 / place).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn equal_ranks_share_their_places() {
        for scheme in [
            RankScheme::OrderCentroid,
            RankScheme::Sum,
            RankScheme::Reciprocal,
        ] {
            let competition = Weights::from_ranks(&[1.0, 2.0, 2.0, 4.0], scheme).unwrap();
            let dense = Weights::from_ranks(&[1.0, 2.0, 2.0, 3.0], scheme).unwrap();
            assert_eq!(competition, dense);
            assert_eq!(competition.as_slice()[1], competition.as_slice()[2]);
            let all = Weights::from_ranks(&[1.0; 3], scheme).unwrap();
            assert!(all.as_slice().iter().all(|w| (w - 1.0 / 3.0).abs() < 1e-15));
        }
    }

    #[test]
    fn what_is_no_weighting_is_refused() {
        assert_eq!(
            Weights::new(&[]),
            Err(DecisionError::Empty { what: "weights" })
        );
        assert_eq!(Weights::new(&[0.0, 0.0]), Err(DecisionError::NoWeight));
        assert!(Weights::new(&[1.0, -0.1]).is_err());
        assert!(Weights::new(&[1.0, f64::NAN]).is_err());
        assert!(Weights::from_ranks(&[], RankScheme::Sum).is_err());
        let huge = Weights::new(&[f64::MAX, f64::MAX]).unwrap();
        assert_eq!(huge.as_slice(), [0.5, 0.5]);
    }

    #[test]
    fn one_weight_moves_and_the_others_keep_their_proportions() {
        let weights = Weights::new(&[5.0, 3.0, 2.0]).unwrap();
        let moved = weights.with(0, 0.0).unwrap();
        assert!((moved.as_slice()[1] - 0.6).abs() < 1e-15);
        assert_eq!(weights.with(0, 1.0).unwrap().as_slice(), [1.0, 0.0, 0.0]);
        assert!(weights.with(3, 0.5).is_err());
        assert!(weights.with(0, 1.5).is_err());
        let whole = Weights::new(&[1.0, 0.0]).unwrap();
        assert_eq!(whole.with(0, 0.5), Err(DecisionError::NoProportions));
    }
}

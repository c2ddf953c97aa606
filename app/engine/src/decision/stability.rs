//! How far one weight may move before the decision changes.

use super::error::{DecisionError, counted};
use super::ranking::ranking;
use super::table::Table;
use super::weights::Weights;

/// What one criterion's weight may be, the others keeping their proportions.
#[derive(Debug, Clone, PartialEq)]
pub struct Stability {
    /// Places of the options from best to worst at the present weights.
    pub ranking: Vec<usize>,
    /// From which to which weight the same option is best.
    pub best_interval: (f64, f64),
    /// From which to which weight the whole ranking stays.
    pub ranking_interval: (f64, f64),
}

/// The stability of the decision against the weight of one criterion: all others are rescaled by
/// `(1 − t)/(1 − w)`, and the interval of `t` is exact, because every value is linear in `t`.
///
/// At the ends of an interval two options tie.
///
/// # Errors
/// [`DecisionError`] where weights and criteria differ in number, the criterion is not in the list,
/// or it has all the weight.
pub fn weight_stability(
    values: &Table,
    weights: &Weights,
    criterion: usize,
) -> Result<Stability, DecisionError> {
    counted("weights", weights.criteria(), values.criteria())?;
    let others = weights.others(criterion)?;
    let present = weights.as_slice()[criterion];
    let lines: Vec<Line> = values
        .rows()
        .iter()
        .map(|row| Line {
            at_none: row
                .iter()
                .zip(&others)
                .map(|(value, share)| value * share)
                .sum(),
            at_all: row[criterion],
        })
        .collect();
    let scores: Vec<f64> = lines.iter().map(|line| line.at(present)).collect();
    let ranking = ranking(&scores);
    let best = ranking[0];
    let best_interval = ranking[1..].iter().fold((0.0, 1.0), |interval, other| {
        narrowed(interval, lines[best], lines[*other], present)
    });
    let ranking_interval = ranking.windows(2).fold((0.0, 1.0), |interval, pair| {
        narrowed(interval, lines[pair[0]], lines[pair[1]], present)
    });
    Ok(Stability {
        ranking,
        best_interval,
        ranking_interval,
    })
}

/// An option's value, on a straight line over the weight of the criterion.
#[derive(Debug, Clone, Copy)]
struct Line {
    at_none: f64,
    at_all: f64,
}

impl Line {
    fn at(self, weight: f64) -> f64 {
        self.at_none + weight * (self.at_all - self.at_none)
    }
}

/// The interval cut off where `ahead` and `behind` change places; they are in order at `present`.
fn narrowed((low, high): (f64, f64), ahead: Line, behind: Line, present: f64) -> (f64, f64) {
    let lead_at_none = ahead.at_none - behind.at_none;
    let lead_at_all = ahead.at_all - behind.at_all;
    let change = lead_at_all - lead_at_none;
    if change == 0.0 || (lead_at_none >= 0.0 && lead_at_all >= 0.0) {
        return (low, high);
    }
    let crossing = -lead_at_none / change;
    if change > 0.0 {
        (low.max(crossing.min(present)), high)
    } else {
        (low, high.min(crossing.max(present)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn ties_duplicates_and_lone_options() {
        let weights = Weights::new(&[1.0, 1.0]).unwrap();
        let lone = Table::new(vec![vec![0.2, 0.4]]).unwrap();
        let found = weight_stability(&lone, &weights, 0).unwrap();
        assert_eq!(found.best_interval, (0.0, 1.0));
        let same = Table::new(vec![vec![0.2, 0.4]; 3]).unwrap();
        let found = weight_stability(&same, &weights, 0).unwrap();
        assert_eq!(found.ranking, [0, 1, 2]);
        assert_eq!(found.ranking_interval, (0.0, 1.0));
        // A tie at the present weight: any step the wrong way changes the winner.
        let tie = Table::new(vec![vec![1.0, 0.0], vec![0.0, 1.0]]).unwrap();
        let found = weight_stability(&tie, &weights, 0).unwrap();
        assert_eq!(found.best_interval, (0.5, 1.0));
        let single = Table::new(vec![vec![0.3], vec![0.6]]).unwrap();
        let found = weight_stability(&single, &Weights::equal(1).unwrap(), 0).unwrap();
        assert_eq!(found.ranking, [1, 0]);
    }
}

//! What one sample of futures says about a choice: chances, regret, and the value of knowing.

use super::error::{DecisionError, all_finite, counted};
use super::ranking::best_place;

/// Chances and regrets over a sample of futures.
#[derive(Debug, Clone, PartialEq)]
pub struct Odds {
    /// Mean net benefit of each option.
    pub means: Vec<f64>,
    /// The option with the highest mean.
    pub best: usize,
    /// For each option, the share of futures in which it is best; options that tie share the future,
    /// so that the chances sum to one.
    pub best_chance: Vec<f64>,
    /// For each option, the mean of what it falls short of the best option of the same future.
    pub expected_regret: Vec<f64>,
}

impl Odds {
    /// The expected value of perfect information: the expected regret of the option with the highest
    /// mean. Never negative; biased upwards in small samples.
    pub fn evpi(&self) -> f64 {
        self.expected_regret[self.best]
    }
}

/// The odds from the net benefit of each option in each future, the same futures for all.
///
/// # Errors
/// [`DecisionError`] where there is no option or no future, options have different numbers of
/// futures, or a figure is not finite.
///
/// # Source
/// Raiffa and Schlaifer 1961, *Applied Statistical Decision Theory*, for EVPI as expected regret.
pub fn odds(net_benefits: &[&[f64]]) -> Result<Odds, DecisionError> {
    let first = net_benefits
        .first()
        .ok_or(DecisionError::Empty { what: "options" })?;
    let futures = first.len();
    if futures == 0 {
        return Err(DecisionError::Empty { what: "futures" });
    }
    for option in net_benefits {
        counted("futures of an option", option.len(), futures)?;
        all_finite("a net benefit", option)?;
    }
    let options = net_benefits.len();
    let mut best_chance = vec![0.0; options];
    let mut expected_regret = vec![0.0; options];
    for future in 0..futures {
        let outcomes = || net_benefits.iter().map(|option| option[future]);
        let best = outcomes().fold(f64::NEG_INFINITY, f64::max);
        let tied = outcomes().filter(|outcome| *outcome == best).count();
        for (option, outcome) in outcomes().enumerate() {
            expected_regret[option] += best - outcome;
            if outcome == best {
                best_chance[option] += 1.0 / tied as f64;
            }
        }
    }
    let count = futures as f64;
    let share = |sums: Vec<f64>| -> Vec<f64> { sums.iter().map(|sum| sum / count).collect() };
    let means = share(
        net_benefits
            .iter()
            .map(|option| option.iter().sum())
            .collect(),
    );
    let expected_regret = share(expected_regret);
    // The least regret is the highest mean; taken from the regrets, where less is lost to rounding.
    let least: Vec<f64> = expected_regret.iter().map(|regret| -regret).collect();
    Ok(Odds {
        best: best_place(&least).unwrap_or(0),
        best_chance: share(best_chance),
        means,
        expected_regret,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn duplicates_share_their_chances_and_have_the_same_regret() {
        let (a, b) = ([3.0, 1.0, 2.0], [2.0, 2.0, 2.0]);
        let found = odds(&[&a, &b, &a]).unwrap();
        assert_eq!(
            found.expected_regret[0].to_bits(),
            found.expected_regret[2].to_bits()
        );
        assert_eq!(found.best_chance[0], found.best_chance[2]);
        assert!((found.best_chance.iter().sum::<f64>() - 1.0).abs() < 1e-15);
        assert_eq!(found.best, 0);
    }

    #[test]
    fn lone_options_have_no_regret_and_broken_samples_are_refused() {
        assert_eq!(odds(&[&[5.0, -1.0]]).unwrap().evpi(), 0.0);
        assert!(odds(&[]).is_err());
        assert!(odds(&[&[]]).is_err());
        assert!(odds(&[&[1.0], &[1.0, 2.0]]).is_err());
        assert!(odds(&[&[f64::NAN]]).is_err());
    }
}

//! A study that may be wrong: what it is worth before one chooses.

use super::error::{DecisionError, chances, counted, not_negative};
use super::payoff_table::{Objective, PayoffTable};
use super::table::Table;

/// Options under states that are not known, and a study that gives a hint of the state.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// A row for each option, a column for each state.
    pub payoffs: Table,
    /// Whether payoffs are gains or costs.
    pub objective: Objective,
    /// How likely each state is before the study.
    pub prior: Vec<f64>,
    /// For each state, how likely each result of the study is if it is the true one.
    pub likelihood: Vec<Vec<f64>>,
    /// What the study costs.
    pub cost: f64,
}

/// What a study is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleInformation {
    /// How likely each result of the study is.
    pub results: Vec<f64>,
    /// For each result, how likely each state is after it; nothing for a result that cannot come.
    pub posterior: Vec<Option<Vec<f64>>>,
    /// For each result, the best option after it; nothing for a result that cannot come.
    pub policy: Vec<Option<usize>>,
    /// Expected payoff without the study.
    pub without: f64,
    /// Expected payoff with it, its cost left out.
    pub with: f64,
    /// What the study is worth: never negative.
    pub evsi: f64,
    /// What a study that is never wrong would be worth.
    pub evpi: f64,
    /// What is left after the cost of the study: worth doing if above zero.
    pub net_of_cost: f64,
}

impl Study {
    /// What the study is worth.
    ///
    /// # Errors
    /// [`DecisionError`] where lists do not fit together, chances do not sum to one, or the cost is
    /// negative.
    ///
    /// # Source
    /// Raiffa and Schlaifer 1961, *Applied Statistical Decision Theory*, chapter 4.
    pub fn value(&self) -> Result<SampleInformation, DecisionError> {
        let states = self.payoffs.criteria();
        counted("states of the study", self.likelihood.len(), states)?;
        not_negative("the cost of the study", self.cost)?;
        let result_count = self.likelihood.first().map_or(0, Vec::len);
        for row in &self.likelihood {
            counted("results of the study", row.len(), result_count)?;
            chances(row)?;
        }
        let table = PayoffTable::new(self.payoffs.clone(), self.objective);
        let before = table.expectation(&self.prior)?;
        let mut found = SampleInformation {
            results: Vec::new(),
            posterior: Vec::new(),
            policy: Vec::new(),
            without: before.values[before.best],
            with: 0.0,
            evsi: 0.0,
            evpi: before.evpi(),
            net_of_cost: 0.0,
        };
        for result in 0..result_count {
            let joint: Vec<f64> = self
                .prior
                .iter()
                .zip(&self.likelihood)
                .map(|(p, row)| p * row[result])
                .collect();
            let chance: f64 = joint.iter().sum();
            found.results.push(chance);
            if chance <= 0.0 {
                found.posterior.push(None);
                found.policy.push(None);
                continue;
            }
            let posterior: Vec<f64> = joint.iter().map(|joint| joint / chance).collect();
            let after = table.expectation(&posterior)?;
            found.with += chance * after.values[after.best];
            found.policy.push(Some(after.best));
            found.posterior.push(Some(posterior));
        }
        let gain = (found.with - found.without) * self.objective.sign();
        // Below zero lies only rounding: somebody who knows more can still choose as before.
        found.evsi = gain.max(0.0);
        found.net_of_cost = found.evsi - self.cost;
        Ok(found)
    }
}

impl SampleInformation {
    /// The worth of the study as a share of that of perfect information; nothing if even that is
    /// worth nothing.
    pub fn efficiency(&self) -> Option<f64> {
        (self.evpi > 0.0).then(|| self.evsi / self.evpi)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn study(likelihood: Vec<Vec<f64>>) -> SampleInformation {
        let payoffs = Table::new(vec![vec![700.0, -100.0], vec![90.0, 90.0]]).unwrap();
        let prior = vec![0.25, 0.75];
        Study {
            payoffs,
            objective: Objective::Gain,
            prior,
            likelihood,
            cost: 30.0,
        }
        .value()
        .unwrap()
    }

    #[test]
    fn a_perfect_study_is_worth_perfect_information_and_a_blind_one_nothing() {
        let perfect = study(vec![vec![1.0, 0.0], vec![0.0, 1.0]]);
        assert_eq!(perfect.evsi, perfect.evpi);
        assert_eq!(perfect.efficiency(), Some(1.0));
        let blind = study(vec![vec![0.5, 0.5, 0.0], vec![0.5, 0.5, 0.0]]);
        assert_eq!((blind.evsi, blind.net_of_cost), (0.0, -30.0));
        assert_eq!((blind.posterior[2].clone(), blind.policy[2]), (None, None));
    }
}

//! Options under named scenarios: regret, cautious and bold choices, and the value of knowing.

use super::error::{DecisionError, chances, counted, share};
use super::ranking::best_place;
use super::table::Table;

/// Whether payoffs are gains or costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Objective {
    /// The more the better.
    Gain,
    /// The less the better.
    Cost,
}

impl Objective {
    /// 1 for gains, −1 for costs.
    pub fn sign(self) -> f64 {
        match self {
            Objective::Gain => 1.0,
            Objective::Cost => -1.0,
        }
    }
}

/// What each option pays, or costs, under each scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct PayoffTable {
    payoffs: Table,
    objective: Objective,
}

/// What chances add to a table of payoffs.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    /// Expected payoff of each option.
    pub values: Vec<f64>,
    /// The option with the best of them.
    pub best: usize,
    /// Expected payoff of somebody who is told the scenario before choosing.
    pub with_perfect_information: f64,
    /// Expected regret of each option.
    pub regrets: Vec<f64>,
}

impl Expectation {
    /// The expected value of perfect information: the expected regret of the best option.
    pub fn evpi(&self) -> f64 {
        self.regrets[self.best]
    }
}

impl PayoffTable {
    /// A table with a row for each option and a column for each scenario.
    pub fn new(payoffs: Table, objective: Objective) -> PayoffTable {
        PayoffTable { payoffs, objective }
    }

    /// What each option costs under each scenario against the best option there: zero or more.
    pub fn regrets(&self) -> Vec<Vec<f64>> {
        let bests = self.bests();
        self.each(|row| {
            row.iter()
                .zip(&bests)
                .map(|(payoff, best)| (best - payoff) * self.objective.sign())
                .collect()
        })
    }

    /// The largest regret of each option.
    pub fn largest_regrets(&self) -> Vec<f64> {
        self.regrets().iter().map(|row| largest(row)).collect()
    }

    /// The option whose largest regret is smallest.
    pub fn minimax_regret(&self) -> usize {
        self.first_best(self.largest_regrets().into_iter().map(|regret| -regret))
    }

    /// The option whose worst payoff is best.
    pub fn cautious(&self) -> usize {
        self.first_best(self.gains(smallest))
    }

    /// The option whose best payoff is best.
    pub fn bold(&self) -> usize {
        self.first_best(self.gains(largest))
    }

    /// Hurwicz: the best payoff of each option times `optimism`, plus the worst times the rest.
    ///
    /// # Errors
    /// [`DecisionError::NotAShare`] unless `optimism` lies between 0 and 1.
    pub fn hurwicz(&self, optimism: f64) -> Result<Vec<f64>, DecisionError> {
        share("the optimism", optimism)?;
        let sign = self.objective.sign();
        let mix = |(best, worst)| sign * (optimism * best + (1.0 - optimism) * worst);
        Ok(self
            .gains(largest)
            .zip(self.gains(smallest))
            .map(mix)
            .collect())
    }

    /// Laplace: the plain mean of each option's payoffs.
    pub fn laplace(&self) -> Vec<f64> {
        self.each(|row| row.iter().sum::<f64>() / row.len() as f64)
    }

    /// The option with the best of these payoffs, one for each option.
    pub fn best_of(&self, payoffs: &[f64]) -> usize {
        self.first_best(payoffs.iter().map(|payoff| payoff * self.objective.sign()))
    }

    /// What comes of chances for the scenarios.
    ///
    /// # Errors
    /// [`DecisionError`] unless there is a chance for each scenario and they sum to one.
    pub fn expectation(&self, probabilities: &[f64]) -> Result<Expectation, DecisionError> {
        counted("chances", probabilities.len(), self.payoffs.criteria())?;
        chances(probabilities)?;
        let values = self.each(|row| mean(row, probabilities));
        Ok(Expectation {
            best: self.best_of(&values),
            values,
            with_perfect_information: mean(&self.bests(), probabilities),
            regrets: self
                .regrets()
                .iter()
                .map(|row| mean(row, probabilities))
                .collect(),
        })
    }

    /// The best payoff under each scenario.
    fn bests(&self) -> Vec<f64> {
        let sign = self.objective.sign();
        (0..self.payoffs.criteria())
            .map(|scenario| {
                let gains = self.payoffs.column(scenario).map(|payoff| sign * payoff);
                sign * gains.fold(f64::NEG_INFINITY, f64::max)
            })
            .collect()
    }

    /// One payoff of each option, picked from them as gains.
    fn gains(&self, pick: fn(&[f64]) -> f64) -> impl Iterator<Item = f64> {
        let sign = self.objective.sign();
        self.payoffs.rows().iter().map(move |row| {
            let gains: Vec<f64> = row.iter().map(|payoff| sign * payoff).collect();
            pick(&gains)
        })
    }

    fn each<T>(&self, change: impl Fn(&[f64]) -> T) -> Vec<T> {
        self.payoffs.rows().iter().map(|row| change(row)).collect()
    }

    fn first_best(&self, gains: impl Iterator<Item = f64>) -> usize {
        // A table has one option at least.
        best_place(&gains.collect::<Vec<f64>>()).unwrap_or(0)
    }
}

fn mean(values: &[f64], probabilities: &[f64]) -> f64 {
    values
        .iter()
        .zip(probabilities)
        .map(|(value, chance)| value * chance)
        .sum()
}

fn largest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

fn smallest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::INFINITY, f64::min)
}

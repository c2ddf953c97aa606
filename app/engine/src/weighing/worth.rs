//! Net benefit of every option at the figures of a scenario, and nothing else: for everything that
//! evaluates a scenario many times.

use super::values;
use super::weights::{Panel, Weighting};
use crate::evaluate;
use crate::figure::Figure;
use crate::model::Measure;
use crate::scenario::{InputPath, Scenario, SetError};
use crate::uncertainty::ranges::Cell;

/// What one option is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OptionWorth {
    /// Net present value of cost in USD, where there is one.
    pub npv_usd: Option<f64>,
    /// Value in points of a hundred, cost apart.
    pub value_points: f64,
    /// Net benefit in USD, where there is a cost.
    pub net_benefit_usd: Option<f64>,
}

/// What every option is worth at the scenario's figures, in their order; gates are not asked.
///
/// The same bits as [`weigh`](super::weigh) gives.
pub fn worths(scenario: &Scenario) -> Vec<OptionWorth> {
    let priorities = &scenario.priorities;
    let panel = Panel::of(priorities, &mut |_, figure| Cell::Fixed(figure.value));
    let weighting = panel.group(&super::at_base);
    evaluate::run(scenario, &scenario.values())
        .into_iter()
        .zip(&scenario.options)
        .map(|(result, option)| {
            let figures = result.ok();
            let measure = |measure: Measure| {
                let value = figures.as_ref()?.get(measure)?;
                value.is_finite().then_some(value)
            };
            let value_points = priorities
                .criteria
                .iter()
                .zip(&weighting.criteria)
                .map(|(criterion, weight)| {
                    let at = values::figure(criterion, option, measure);
                    100.0 * weight * values::value(criterion, at.figure)
                })
                .sum();
            worth(&weighting, value_points, measure(Measure::NetPresentValue))
        })
        .collect()
}

fn worth(weighting: &Weighting, value_points: f64, npv_usd: Option<f64>) -> OptionWorth {
    OptionWorth {
        npv_usd,
        value_points,
        net_benefit_usd: npv_usd.map(|cost| weighting.usd_per_point * value_points - cost),
    }
}

/// A scenario whose figures are moved and put back, one or a few at a time.
#[derive(Debug)]
pub(super) struct Bench {
    scenario: Scenario,
}

impl Bench {
    pub(super) fn new(scenario: Scenario) -> Bench {
        Bench { scenario }
    }

    /// What the options are worth with these figures at these values; afterwards everything is as
    /// it was.
    ///
    /// # Errors
    /// [`SetError`] where a figure does not take its value.
    pub(super) fn at(&mut self, moves: &[(&InputPath, f64)]) -> Result<Vec<OptionWorth>, SetError> {
        let before: Option<Vec<(&InputPath, Figure)>> = moves
            .iter()
            .map(|(path, _)| {
                // What stands in while nothing is said cannot be put back.
                let is_own = !path.as_str().starts_with("participants.");
                let figure = self.scenario.figure(path).filter(|_| is_own)?;
                Some((*path, figure.clone()))
            })
            .collect();
        let Some(before) = before else {
            let mut there = self.scenario.clone();
            set(&mut there, moves)?;
            return Ok(worths(&there));
        };
        let found = set(&mut self.scenario, moves).map(|()| worths(&self.scenario));
        for (path, figure) in before {
            self.scenario.set_figure(path, figure)?;
        }
        found
    }
}

fn set(scenario: &mut Scenario, moves: &[(&InputPath, f64)]) -> Result<(), SetError> {
    moves
        .iter()
        .try_for_each(|(path, value)| scenario.set_figure(path, Figure::entered(*value)))
}

//! One sample of all uncertain inputs, and every option's figures in every draw.
//!
//! All options are evaluated on the same draws, so their differences are not noise.
//! The same seed gives the same bits on one thread or several, and adding, renaming or
//! reordering options leaves the draws of the others as they are.

use std::ops::ControlFlow;

use super::draws::{DrawFault, Settings, draw};
use super::evaluation::{Evaluation, evaluate_draws_with};
use super::option_sample::OptionSample;
use super::ranges::{UncertainQuantity, place_of};
use crate::scenario::{InputPath, Scenario};

/// A sample and what came of it.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Number of draws.
    pub draws: usize,
    /// The quantities that were drawn, in the order of their ids.
    pub quantities: Vec<UncertainQuantity>,
    /// The values of each quantity by draw.
    pub values: Vec<Vec<f64>>,
    /// The options, in the scenario's order.
    pub options: Vec<OptionSample>,
}

impl Sample {
    /// The values of the figure at a path by draw; none where it is the same in every draw.
    pub fn values_at(&self, path: &InputPath) -> Option<&[f64]> {
        Some(self.values[place_of(&self.quantities, path)?].as_slice())
    }
}

/// Draws from all ranges of a scenario and evaluates every option on every draw; the cost up to
/// each month is kept.
///
/// # Errors
/// [`DrawFault`] where a range cannot be drawn from, or correlations cannot be.
pub fn sample(scenario: &Scenario, settings: Settings) -> Result<Sample, DrawFault> {
    let mut how = Evaluation::on(settings.threads);
    how.keep.cumulative = true;
    let (sample, _) = sample_with(scenario, settings, &how)?;
    Ok(sample)
}

/// Draws from all ranges of a scenario and evaluates every option on every draw, as told.
///
/// After a break the sample is of no use.
///
/// # Errors
/// [`DrawFault`] where a range cannot be drawn from, or correlations cannot be.
pub fn sample_with(
    scenario: &Scenario,
    settings: Settings,
    how: &Evaluation<'_>,
) -> Result<(Sample, ControlFlow<()>), DrawFault> {
    let draws = draw(scenario, settings)?;
    let mut options = Vec::new();
    let flow = evaluate_draws_with(scenario, &draws, how, &mut options);
    let sample = Sample {
        draws: draws.count,
        quantities: draws.quantities,
        values: draws.values,
        options,
    };
    Ok((sample, flow))
}

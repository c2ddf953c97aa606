//! The spread of every result over the draws of a sample.
//!
//! A sample keeps little of each draw; this evaluates its draws once more and looks at everything
//! else, some results at a time, so that memory stays small.

use std::num::NonZero;
use std::ops::ControlFlow;

use super::draws::Draws;
use super::evaluation::{Evaluation, Keep, evaluate_draws_with};
use super::odds::quantile;
use crate::model::{CostLine, Measure};
use crate::scenario::{OptionId, Scenario};

/// Draws whose results are in memory at once, over all options and columns: 64 MB.
const MOST_VALUES: usize = 8 << 20;

/// The values below which one, five and nine draws in ten fall.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Percentiles {
    /// The value below which one draw in ten falls.
    pub p10: f64,
    /// The median.
    pub p50: f64,
    /// The value above which one draw in ten falls.
    pub p90: f64,
}

impl Percentiles {
    /// The percentiles of draws; none where one is no number or these are not finite.
    ///
    /// A few draws may be infinite, as the cost of a request is where nothing is asked.
    pub fn of(draws: &[f64]) -> Option<Percentiles> {
        if draws.iter().any(|value| value.is_nan()) {
            return None;
        }
        let [p10, p50, p90] = [0.1, 0.5, 0.9].map(|share| quantile(draws, share));
        let finite = p10.is_finite() && p50.is_finite() && p90.is_finite();
        finite.then_some(Percentiles { p10, p50, p90 })
    }
}

/// The spread of every result of one option.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionResults {
    /// The option.
    pub id: OptionId,
    /// The figures that the option has, in the order of [`Measure::ALL`] and in the unit of each.
    pub measures: Vec<(Measure, Percentiles)>,
    /// Undiscounted cost over the whole horizon by line, in USD, in the order of
    /// [`CostLine::ALL`]; empty for an option without cost.
    pub lines: Vec<(CostLine, Percentiles)>,
}

/// P10, P50 and P90 of every figure and every cost line of every option.
///
/// `go_on` is told which share is done, and stops the work where it breaks; then there is no
/// result.
pub fn results(
    scenario: &Scenario,
    draws: &Draws,
    threads: NonZero<usize>,
    go_on: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Option<Vec<OptionResults>> {
    let columns = Measure::ALL.len() + CostLine::COUNT;
    let together = (MOST_VALUES / (scenario.options.len().max(1) * draws.count.max(1))).max(1);
    let mut found: Vec<OptionResults> = scenario
        .options
        .iter()
        .map(|option| OptionResults {
            id: option.id.clone(),
            measures: Vec::new(),
            lines: Vec::new(),
        })
        .collect();
    let mut options = Vec::new();
    let mut done = 0;
    let parts = |length: usize| {
        (0..length)
            .step_by(together)
            .map(move |from| (from, (from + together).min(length)))
    };
    let measures = parts(Measure::ALL.len()).map(|(from, to)| Keep {
        measures: &Measure::ALL[from..to],
        ..Keep::default()
    });
    let lines = parts(CostLine::COUNT).map(|(from, to)| Keep {
        lines: &CostLine::ALL[from..to],
        ..Keep::default()
    });
    for keep in measures.chain(lines) {
        let mut how = Evaluation::on(threads);
        how.keep = keep;
        if evaluate_draws_with(scenario, draws, &how, &mut options).is_break() {
            return None;
        }
        for (found, option) in found.iter_mut().zip(&options) {
            let spreads = option
                .measures
                .iter()
                .filter_map(|(measure, values)| Some((*measure, Percentiles::of(values)?)));
            found.measures.extend(spreads);
            let spreads = option
                .lines
                .iter()
                .filter_map(|(line, values)| Some((*line, Percentiles::of(values)?)));
            found.lines.extend(spreads);
        }
        done += keep.measures.len() + keep.lines.len();
        if go_on(done as f64 / columns as f64).is_break() {
            return None;
        }
    }
    Some(found)
}

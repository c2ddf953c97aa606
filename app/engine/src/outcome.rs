//! What an evaluation says: figures of each option, and findings about them.

use crate::finding::Finding;
use crate::model::{CostLine, Measure, Obstacle, OptionFigures};
use crate::scenario::{Deployment, OptionId};

/// The outcome of one scenario.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Months looked ahead.
    pub horizon_months: u16,
    /// The options, in the scenario's order.
    pub options: Vec<OptionOutcome>,
    /// What a careful reader should know.
    pub findings: Vec<Finding>,
}

/// The outcome of one option.
#[derive(Debug, Clone)]
pub struct OptionOutcome {
    /// Its identity.
    pub id: OptionId,
    /// Its name.
    pub name: String,
    /// The number of its colour and marker.
    pub colour: u8,
    /// The kind of place it runs in.
    pub deployment: Deployment,
    /// Its figures, or why it has none.
    pub result: Result<OptionFigures<f64>, Obstacle>,
    /// Whether the model fits the machine; true where nothing has to fit.
    pub fits: bool,
}

impl OptionOutcome {
    /// A figure, where it exists and is a finite number.
    pub fn get(&self, measure: Measure) -> Option<f64> {
        let figures = self.result.as_ref().ok()?;
        figures.get(measure).filter(|value| value.is_finite())
    }

    /// Undiscounted amount of a cost line over the horizon.
    pub fn line_usd(&self, line: CostLine) -> Option<f64> {
        Some(self.result.as_ref().ok()?.lines.get(line))
    }

    /// Undiscounted cost from the start to the end of each month; the first entry is the start.
    pub fn cumulative_usd(&self) -> &[f64] {
        self.result
            .as_ref()
            .map_or(&[], |figures| &figures.cumulative)
    }

    /// Whether the option can be had at all: it has figures, and the model fits.
    pub fn is_feasible(&self) -> bool {
        self.fits && self.get(Measure::NetPresentValue).is_some()
    }
}

impl Outcome {
    /// The outcome of an option.
    pub fn option(&self, id: &OptionId) -> Option<&OptionOutcome> {
        self.options.iter().find(|option| option.id == *id)
    }

    /// Feasible options by rising net present value of cost; ties keep the scenario's order.
    pub fn by_cost(&self) -> Vec<&OptionOutcome> {
        let mut list: Vec<&OptionOutcome> = self
            .options
            .iter()
            .filter(|option| option.is_feasible())
            .collect();
        let cost = |option: &OptionOutcome| {
            option
                .get(Measure::NetPresentValue)
                .unwrap_or(f64::INFINITY)
        };
        list.sort_by(|a, b| cost(a).total_cmp(&cost(b)));
        list
    }

    /// The feasible option with the lowest net present value of cost.
    pub fn cheapest(&self) -> Option<&OptionOutcome> {
        self.by_cost().first().copied()
    }

    /// The findings about one option.
    pub fn findings_of<'a>(&'a self, id: &'a OptionId) -> impl Iterator<Item = &'a Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.option() == Some(id))
    }
}

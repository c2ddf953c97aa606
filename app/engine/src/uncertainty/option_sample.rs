//! What came of one option in a sample.

use crate::model::{CostLine, Measure};
use crate::scenario::OptionId;

/// One option in every draw.
#[derive(Debug, Clone)]
pub struct OptionSample {
    /// The option.
    pub id: OptionId,
    /// Net present value of cost by draw, in USD; empty where the option has none.
    pub npv_usd: Vec<f64>,
    /// Undiscounted cost up to the end of each month, by month and then by draw, in USD; empty
    /// where nobody asked for it.
    pub cumulative_usd: Vec<Vec<f64>>,
    /// Whether the model fits its machine, by draw.
    pub fits: Vec<bool>,
    /// The figures that were asked for, by draw; a column is empty where the option lacks one.
    pub measures: Vec<(Measure, Vec<f64>)>,
    /// The cost lines that were asked for, over the whole horizon in USD, by draw; a column is
    /// empty where the option has no cost.
    pub lines: Vec<(CostLine, Vec<f64>)>,
}

impl OptionSample {
    /// A figure by draw, in the unit of the measure, where it was asked for and the option has it.
    pub fn measure(&self, measure: Measure) -> Option<&[f64]> {
        let column = self.measures.iter().find(|(kept, _)| *kept == measure);
        column
            .map(|(_, values)| values.as_slice())
            .filter(|values| !values.is_empty())
    }
}

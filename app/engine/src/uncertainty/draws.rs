//! The draws of every uncertain quantity of a scenario.

use super::latin_hypercube::{Placement, latin_hypercube};
use super::ranges::{Cell, Quantities, RangeFault, UncertainQuantity};
use crate::scenario::{Scenario, ScenarioInputs};

/// The values of every uncertain quantity in every draw, before any option is evaluated.
#[derive(Debug, Clone)]
pub struct Draws {
    /// Number of draws.
    pub count: usize,
    /// The quantities that are drawn, in the order of their ids.
    pub quantities: Vec<UncertainQuantity>,
    /// The values of each quantity by draw.
    pub values: Vec<Vec<f64>>,
    pub(super) cells: ScenarioInputs<Cell>,
}

/// Draws from all ranges of a scenario by Latin hypercube.
///
/// # Errors
/// [`RangeFault`] where a range cannot be drawn from.
pub fn draw(scenario: &Scenario, count: u32, seed: u64) -> Result<Draws, RangeFault> {
    let Quantities { list, cells } = Quantities::of(scenario)?;
    let values = list
        .iter()
        .map(|quantity| {
            latin_hypercube(seed, &quantity.id, count, Placement::Random)
                .into_iter()
                .map(|share| quantity.value_at(share))
                .collect()
        })
        .collect();
    Ok(Draws {
        count: count as usize,
        quantities: list,
        values,
        cells,
    })
}

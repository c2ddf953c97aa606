//! The uncertain inputs of a scenario: which figures have a range, and whose draws they share.

use std::collections::BTreeMap;

use super::distribution::{Distribution, ShapeFault};
use crate::figure::{Figure, Origin, RangeReading};
use crate::scenario::{InputPath, Scenario, ScenarioInputs};

/// A quantity that is drawn.
///
/// Several figures may share it: what was copied from one field of one record of the catalogue
/// is one quantity, whichever options it stands in, and moves together in every draw.
#[derive(Debug, Clone, PartialEq)]
pub struct UncertainQuantity {
    /// Its id, which never changes and keys its stream of draws.
    pub id: String,
    /// Its distribution.
    pub distribution: Distribution,
    /// The figures that share it.
    pub paths: Vec<InputPath>,
    /// Values beyond these are drawn as these: what the field allows.
    pub bounds: (f64, f64),
    /// Whether only whole numbers make sense; draws are rounded to them.
    pub whole: bool,
}

/// What stands in a cell of the inputs: a value, or a quantity by its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    /// The same in every draw.
    Fixed(f64),
    /// Drawn.
    Drawn(usize),
}

/// A range that cannot be drawn from.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("the range of “{path}” cannot be drawn from: {fault}")]
pub struct RangeFault {
    /// The input.
    pub path: InputPath,
    /// Why not.
    pub fault: ShapeFault,
}

/// The quantities of a scenario, and its inputs with each cell fixed or drawn.
#[derive(Debug, Clone)]
pub struct Quantities {
    /// The quantities, in the order of their ids.
    pub list: Vec<UncertainQuantity>,
    /// The inputs.
    pub cells: ScenarioInputs<Cell>,
}

impl Quantities {
    /// The uncertain quantities of a scenario.
    ///
    /// # Errors
    /// The first [`RangeFault`] in the scenario's order.
    pub fn of(scenario: &Scenario) -> Result<Quantities, RangeFault> {
        let mut found: BTreeMap<String, UncertainQuantity> = BTreeMap::new();
        let mut fault = None;
        scenario.each_figure(&mut |at, figure| {
            let path = at.path();
            match distribution(figure) {
                Ok(Distribution::Point(_)) => {}
                Ok(distribution) => {
                    let id = quantity_id(figure, &path);
                    let entry = found
                        .entry(id.clone())
                        .or_insert_with(|| UncertainQuantity {
                            id,
                            distribution,
                            paths: Vec::new(),
                            bounds: (at.spec.min, at.spec.max),
                            whole: at.spec.whole,
                        });
                    entry.paths.push(path);
                }
                Err(shape) => {
                    fault.get_or_insert(RangeFault { path, fault: shape });
                }
            }
        });
        if let Some(fault) = fault {
            return Err(fault);
        }
        let places: BTreeMap<&str, usize> = found
            .keys()
            .enumerate()
            .map(|(place, id)| (id.as_str(), place))
            .collect();
        let cells = scenario.inputs(&mut |at, figure| match figure.range {
            Some(_) => match places.get(quantity_id(figure, &at.path()).as_str()) {
                Some(place) => Cell::Drawn(*place),
                None => Cell::Fixed(figure.value),
            },
            None => Cell::Fixed(figure.value),
        });
        drop(places);
        Ok(Quantities {
            list: found.into_values().collect(),
            cells,
        })
    }
}

impl UncertainQuantity {
    /// The value at a share of draws, held inside what the field allows.
    pub fn value_at(&self, share: f64) -> f64 {
        let value = self
            .distribution
            .quantile(share)
            .clamp(self.bounds.0, self.bounds.1);
        if self.whole {
            libm::round(value)
        } else {
            value
        }
    }
}

/// The distribution of a figure.
///
/// Percentiles give the two-piece shape, which passes through all three figures; bounds give a
/// PERT distribution with the figure as its mode.
///
/// # Errors
/// [`ShapeFault`] where low, value and high do not rise.
pub fn distribution(figure: &Figure) -> Result<Distribution, ShapeFault> {
    match &figure.range {
        None => Ok(Distribution::Point(figure.value)),
        Some(range) if range.low == range.high => Ok(Distribution::Point(figure.value)),
        Some(range) => match range.reading {
            RangeReading::Percentiles10And90 => {
                Distribution::two_piece(range.low, figure.value, range.high)
            }
            RangeReading::Bounds => Distribution::pert(range.low, figure.value, range.high),
        },
    }
}

/// The id of the quantity a figure is a value of.
fn quantity_id(figure: &Figure, path: &InputPath) -> String {
    match &figure.origin {
        Origin::Preset(preset) => format!("{}#{}", preset.record, preset.field),
        _ => path.to_string(),
    }
}

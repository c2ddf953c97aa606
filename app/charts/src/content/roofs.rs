//! Work under the two roofs of a machine: memory and arithmetic.

use crate::Key;

/// Points under a roof that rises with x up to its ridge and is level from there; both axes are
/// logarithmic and state their ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Roofs {
    /// The option.
    pub key: Key,
    /// How much the rising roof gains for each unit of x.
    pub slope: f64,
    /// The level roof.
    pub level: f64,
    /// What the rising roof is.
    pub slope_label: String,
    /// What the level roof is.
    pub level_label: String,
    /// What stands under them.
    pub points: Vec<RoofsPoint>,
}

/// Some work.
#[derive(Clone, Debug, PartialEq)]
pub struct RoofsPoint {
    /// Where.
    pub x: f64,
    /// Where.
    pub y: f64,
    /// What it is.
    pub label: String,
    /// How much of the roof it reaches.
    pub reached: String,
    /// Drawn as an outline: a point for comparison.
    pub hollow: bool,
}

impl Roofs {
    /// The height of the roof.
    #[must_use]
    pub fn roof(&self, x: f64) -> f64 {
        (self.slope * x).min(self.level)
    }

    /// Where the two roofs meet.
    #[must_use]
    pub fn ridge(&self) -> f64 {
        self.level / self.slope
    }
}

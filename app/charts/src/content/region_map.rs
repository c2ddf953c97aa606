//! Which option wins for each pair of values of two inputs.

use crate::Key;

/// Regions over a grid of two inputs, each the option with the lowest figure there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionMap {
    /// The options.
    pub regions: Vec<Region>,
    /// The values across, rising.
    pub columns: Vec<f64>,
    /// The values upwards, rising.
    pub rows: Vec<f64>,
    /// Where the case stands.
    pub here: Option<Here>,
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// The option.
    pub key: Key,
    /// Its name.
    pub label: String,
    /// What is compared, lower being better, at column `c` of row `r` in place `r × columns + c`; not a number where
    /// the option cannot be had.
    pub costs: Vec<f64>,
}

/// A place of the map with its remark.
#[derive(Clone, Debug, PartialEq)]
pub struct Here {
    /// Across and upwards.
    pub at: [f64; 2],
    /// What it says.
    pub text: String,
}

impl RegionMap {
    /// The option with the lowest figure at a column and row; the first of equals.
    #[must_use]
    pub fn best(&self, column: usize, row: usize) -> Option<usize> {
        let place = row * self.columns.len() + column;
        let costs = self.regions.iter().map(|region| region.costs.get(place));
        costs
            .enumerate()
            .filter_map(|(region, cost)| Some((region, *cost?)))
            .filter(|(_, cost)| cost.is_finite())
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(region, _)| region)
    }
}

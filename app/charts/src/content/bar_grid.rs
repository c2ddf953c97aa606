//! Small bars in rows and columns, all to one scale.

use crate::Key;

/// A value for each row and column, as a bar that starts at its column's left edge.
///
/// The x axis of the chart says how values are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarGrid {
    /// The columns from left to right.
    pub columns: Vec<BarColumn>,
    /// The rows from top to bottom.
    pub rows: Vec<BarRow>,
}

/// A column: an option, or somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct BarColumn {
    /// The option; none where the column is no option.
    pub key: Option<Key>,
    /// Its name.
    pub label: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// Its name.
    pub label: String,
    /// One for each column, nought or more; none where there is no value.
    pub values: Vec<Option<f64>>,
}

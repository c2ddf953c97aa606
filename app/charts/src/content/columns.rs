//! Columns over places of equal width, each with a part on top that is only kept ready.

use crate::Key;

/// Columns from left to right, such as the hours of a day; the x axis counts their places.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// The option.
    pub key: Key,
    /// The columns.
    pub columns: Vec<Column>,
    /// What the lower part of a column is.
    pub used_label: String,
    /// What the upper part is.
    pub kept_label: String,
    /// A level that something else states.
    pub level: Option<Level>,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its place on the x axis.
    pub x: f64,
    /// The height of its lower part.
    pub used: f64,
    /// What is added on top.
    pub kept: f64,
    /// What the pointer is told.
    pub text: String,
}

/// A line across all columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Its height.
    pub value: f64,
    /// What it says.
    pub text: String,
}

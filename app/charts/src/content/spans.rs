//! Several values of each of a few quantities along one axis.

use crate::Key;

/// A row for each quantity, with a point for each of its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Spans {
    /// The option.
    pub key: Key,
    /// The rows from top to bottom.
    pub rows: Vec<SpanRow>,
}

/// One quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct SpanRow {
    /// Its name.
    pub label: String,
    /// Its values, rising.
    pub points: Vec<SpanPoint>,
    /// Where it should end.
    pub limit: Option<SpanLimit>,
}

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub struct SpanPoint {
    /// The value.
    pub value: f64,
    /// The value with its name, as it is written: "p95 0.8 s".
    pub text: String,
}

/// A limit of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct SpanLimit {
    /// The limit.
    pub value: f64,
    /// What it says.
    pub text: String,
    /// Whether the row reaches over it.
    pub is_missed: bool,
}

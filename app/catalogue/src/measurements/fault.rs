//! A line of a table that cannot be read.

/// Why a table cannot be read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct TableFault {
    /// The line, counted from 1.
    pub line: u64,
    /// Why.
    pub reason: String,
}

/// Where and why a table is no table.
pub(super) fn fault_of(error: &csv::Error) -> TableFault {
    TableFault {
        line: error.position().map_or(0, csv::Position::line),
        reason: error.to_string(),
    }
}

//! A table as the template draws it: columns, rows of finished cells, and what each row means.

use serde::Serialize;
use weighbridge_charts::{Role, Tokens};

/// A table with rules between its rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
}

/// A column: its heading and how wide it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Column {
    pub(super) heading: String,
    /// Figures stand right, text left.
    pub(super) right: bool,
    /// The share of the room left over; 0 takes what its cells need.
    pub(super) share: f64,
}

/// A row of as many cells as there are columns.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// The colour of the option that the row is about, as charts draw it.
    pub(super) colour: Option<String>,
    /// The row that the answer names.
    pub(super) strong: bool,
    /// A row without a rule above it: it goes on from the one before.
    pub(super) continues: bool,
}

/// A cell: its text, and a mark that says its figure is doubtful or old.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) mark: String,
    /// A second, muted line.
    pub(super) below: String,
    pub(super) muted: bool,
}

impl Column {
    pub(super) fn text(heading: String, share: f64) -> Column {
        Column {
            heading,
            right: false,
            share,
        }
    }

    pub(super) fn figures(heading: String, share: f64) -> Column {
        Column {
            heading,
            right: true,
            share,
        }
    }
}

impl Cell {
    pub(super) fn muted(text: impl Into<String>) -> Cell {
        Cell {
            muted: true,
            ..Cell::from(text.into())
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell {
            text,
            ..Cell::default()
        }
    }
}

/// The colour of the option at a place, as charts draw it.
pub(super) fn option_colour(place: usize) -> String {
    Tokens::built_in().paper.colour(Role::Series(place)).hex()
}

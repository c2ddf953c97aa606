//! Options by criteria: the figures that a decision is made from.

use super::error::{DecisionError, counted, finite};

/// Which way a criterion is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

impl Direction {
    /// 1 where more is better, −1 where less is.
    pub fn sign(self) -> f64 {
        match self {
            Direction::Higher => 1.0,
            Direction::Lower => -1.0,
        }
    }
}

/// A row of figures for each option, a column for each criterion. All figures are finite.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    rows: Vec<Vec<f64>>,
    criteria: usize,
}

impl Table {
    /// A table from its rows.
    ///
    /// # Errors
    /// [`DecisionError`] where there is no option or no criterion, rows are of different length, or
    /// a figure is not finite.
    pub fn new(rows: Vec<Vec<f64>>) -> Result<Table, DecisionError> {
        let criteria = rows
            .first()
            .ok_or(DecisionError::Empty { what: "options" })?
            .len();
        if criteria == 0 {
            return Err(DecisionError::Empty { what: "criteria" });
        }
        for row in &rows {
            counted("figures of an option", row.len(), criteria)?;
            for value in row {
                finite("a figure of an option", *value)?;
            }
        }
        Ok(Table { rows, criteria })
    }

    /// One row for each option.
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// How many options there are, one at least.
    pub fn options(&self) -> usize {
        self.rows.len()
    }

    /// How many criteria there are, one at least.
    pub fn criteria(&self) -> usize {
        self.criteria
    }

    /// The figures of one criterion, option by option.
    pub fn column(&self, criterion: usize) -> impl Iterator<Item = f64> + Clone {
        self.rows.iter().map(move |row| row[criterion])
    }

    /// A table of the same size, its figures changed column by column.
    pub(super) fn map_columns(
        &self,
        mut change: impl FnMut(usize, Vec<f64>) -> Result<Vec<f64>, DecisionError>,
    ) -> Result<Table, DecisionError> {
        let mut rows = self.rows.clone();
        for criterion in 0..self.criteria {
            let column = change(criterion, self.column(criterion).collect())?;
            for (row, value) in rows.iter_mut().zip(column) {
                row[criterion] = value;
            }
        }
        Ok(Table {
            rows,
            criteria: self.criteria,
        })
    }
}

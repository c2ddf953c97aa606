//! The columns of tables of figures, in both ways of timing.

use weighbridge_text::Text;

use crate::widgets::table::{Column, figure_column, text_column};

/// The columns that tables of figures here begin with.
pub(super) fn figure_columns<const N: usize>(text: Text, keys: [&str; N]) -> Vec<Column> {
    keys.iter()
        .enumerate()
        .map(|(place, key)| match place {
            0 => text_column(text.get(key), 1.0),
            _ => figure_column(text.get(key)),
        })
        .collect()
}

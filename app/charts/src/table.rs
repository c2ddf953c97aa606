//! The table that stands beside every chart, with the same data.

/// Headers and rows of finished text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// One for each column.
    pub headers: Vec<String>,
    /// One for each column: text left, figures right.
    pub alignments: Vec<Align>,
    /// Each as long as `headers`.
    pub rows: Vec<Vec<String>>,
}

/// Which side of a column its cells stand on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Align {
    /// For text.
    Left,
    /// For figures.
    Right,
}

impl Table {
    /// A table whose first column is text and whose others are figures.
    #[must_use]
    pub fn of_figures(headers: Vec<String>, rows: Vec<Vec<String>>) -> Table {
        let alignments = (0..headers.len())
            .map(|column| {
                if column == 0 {
                    Align::Left
                } else {
                    Align::Right
                }
            })
            .collect();
        Table {
            headers,
            alignments,
            rows,
        }
    }

    /// The table as lines of tab-separated cells, as spreadsheets paste them.
    #[must_use]
    pub fn to_tab_separated(&self) -> String {
        let line = |cells: &[String]| {
            cells
                .iter()
                .map(|cell| cell.replace(['\t', '\n', '\r'], " "))
                .collect::<Vec<_>>()
                .join("\t")
        };
        std::iter::once(line(&self.headers))
            .chain(self.rows.iter().map(|row| line(row)))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_table_keeps_its_cells() {
        let table = Table::of_figures(
            vec!["option".into(), "cost".into()],
            vec![vec!["A\tB".into(), "1,50".into()]],
        );
        assert_eq!(table.to_tab_separated(), "option\tcost\nA B\t1,50");
        assert_eq!(table.alignments, [Align::Left, Align::Right]);
    }
}

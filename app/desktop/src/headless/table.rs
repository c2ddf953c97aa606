//! Tables for a terminal: labels on the left, figures on the right, folded where they grow wide.

/// The width that tables keep to.
const WIDEST: usize = 100;

/// The longest heading of a column; longer ones are folded.
const WIDEST_COLUMN: usize = 24;

/// What stands between columns.
const GAP: &str = "  ";

/// Rows of labelled cells under headings.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The heading of each column of cells.
    pub(super) headings: Vec<String>,
    /// Labels with as many cells as there are headings.
    pub(super) rows: Vec<(String, Vec<String>)>,
}

impl Table {
    /// The table as lines; columns that do not fit beside each other follow below.
    pub(super) fn print(&self) -> String {
        let label_width = self.rows.iter().map(|(label, _)| width(label)).max();
        let label_width = label_width.unwrap_or(0);
        let headings: Vec<Vec<String>> = self
            .headings
            .iter()
            .map(|heading| fold(heading, WIDEST_COLUMN))
            .collect();
        let widths: Vec<usize> = headings
            .iter()
            .enumerate()
            .map(|(place, lines)| {
                let cells = self.rows.iter().filter_map(|(_, cells)| cells.get(place));
                cells
                    .chain(lines)
                    .map(|cell| width(cell))
                    .max()
                    .unwrap_or(0)
            })
            .collect();
        let mut printed = String::new();
        for (group, (from, to)) in groups(label_width, &widths).into_iter().enumerate() {
            if group > 0 {
                printed.push('\n');
            }
            let height = headings[from..to].iter().map(Vec::len).max().unwrap_or(0);
            for line in 0..height {
                let cells = (from..to).map(|place| {
                    // Short headings stand at the foot of their column.
                    let lines = &headings[place];
                    let above = height - lines.len();
                    line.checked_sub(above)
                        .map_or("", |own| lines[own].as_str())
                });
                printed.push_str(&row("", cells, label_width, &widths[from..to]));
            }
            for (label, cells) in &self.rows {
                let cells = cells[from..to].iter().map(String::as_str);
                printed.push_str(&row(label, cells, label_width, &widths[from..to]));
            }
        }
        printed
    }
}

/// Which columns stand beside each other: from and up to.
fn groups(label_width: usize, widths: &[usize]) -> Vec<(usize, usize)> {
    let mut groups = Vec::new();
    let mut from = 0;
    let mut used = label_width;
    for (place, column) in widths.iter().enumerate() {
        let more = GAP.len() + column;
        if place > from && used + more > WIDEST {
            groups.push((from, place));
            from = place;
            used = label_width;
        }
        used += more;
    }
    groups.push((from, widths.len()));
    groups
}

fn row<'a>(
    label: &str,
    cells: impl Iterator<Item = &'a str>,
    label_width: usize,
    widths: &[usize],
) -> String {
    let mut line = format!("{label}{}", spaces(label_width, label));
    for (cell, column) in cells.zip(widths) {
        line.push_str(GAP);
        line.push_str(&spaces(*column, cell));
        line.push_str(cell);
    }
    format!("{}\n", line.trim_end())
}

fn spaces(to: usize, text: &str) -> String {
    " ".repeat(to.saturating_sub(width(text)))
}

/// Characters stand for columns here; a wide script only moves the figures beside it.
fn width(text: &str) -> usize {
    text.chars().count()
}

/// Breaks a text between words into lines of at most so many characters.
fn fold(text: &str, widest: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= widest => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_below_their_headings() {
        let table = Table {
            headings: vec!["A".into(), "A model of a rather long name".into()],
            rows: vec![
                ("Cost".into(), vec!["$1".into(), "$1,234".into()]),
                ("Longer label".into(), vec!["$10".into(), "–".into()]),
            ],
        };
        let expected = [
            "                   A model of a rather long",
            "                A                      name",
            "Cost           $1                    $1,234",
            "Longer label  $10                         –",
        ];
        let printed = table.print();
        assert_eq!(printed.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_wide_table_is_folded() {
        let table = Table {
            headings: (0..9).map(|number| format!("option {number}")).collect(),
            rows: vec![("Cost".into(), vec!["$1,234,567,890.12".into(); 9])],
        };
        let printed = table.print();
        assert!(printed.lines().all(|line| line.chars().count() <= WIDEST));
        assert_eq!(printed.matches("Cost").count(), 2, "{printed}");
    }
}

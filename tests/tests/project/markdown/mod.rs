//! The little Markdown that the tests about the papers read.

/// The rows of the first table whose first column is called `first_column`, cell by cell.
pub(crate) fn table(page: &str, first_column: &str) -> Vec<Vec<String>> {
    let mut lines = page.lines().skip_while(|line| {
        cells(line).is_none_or(|cells| cells.first().is_none_or(|cell| cell != first_column))
    });
    // The header and the line under it.
    lines.next();
    lines.next();
    lines.map_while(cells).collect()
}

/// What stands between backticks.
pub(crate) fn names(cell: &str) -> Vec<String> {
    cell.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(
        inner
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect(),
    )
}

//! The lead of one option over another against relative moves of several inputs.

use weighbridge_units::Arg;

use super::Pair;
use crate::from_outcome::Case;
use crate::{Annotation, Axis, Chart, Content, Key, LineSeries, Lines, Subject, Table, Tone};

/// The chart's stable name.
pub(super) const NAME: &str = "spider";

/// Lines that are drawn; more would not be told apart, and the table has them all.
const MOST_LINES: usize = 7;

/// One input of a spider.
#[derive(Clone, Debug, PartialEq)]
pub struct SpiderLine {
    /// Its name.
    pub name: String,
    /// Relative moves of the input, rising, each with the difference in USD there: negative where the chosen option is
    /// ahead.
    pub points: Vec<[f64; 2]>,
}

/// Lines of the chosen option's lead as one input at a time moves away from the case's value.
///
/// The lines with the widest spread are drawn, widest first.
#[must_use]
pub fn spider(case: &Case<'_>, pair: Pair, lines: &[SpiderLine]) -> Chart {
    let mut drawn: Vec<(&SpiderLine, f64)> = lines
        .iter()
        .map(|line| (line, spread(line)))
        .filter(|(line, spread)| line.points.len() >= 2 && spread.is_finite())
        .collect();
    drawn.sort_by(|a, b| b.1.total_cmp(&a.1));
    let Some((widest, spread)) = drawn.first().copied() else {
        return case.empty(NAME);
    };
    let lead = |usd: f64| case.amount(0.0 - usd);
    let unit = case.money_unit(
        lines
            .iter()
            .flat_map(|line| line.points.iter().map(|point| lead(point[1]))),
    );
    let series: Vec<LineSeries> = drawn
        .iter()
        .take(MOST_LINES)
        .enumerate()
        .map(|(place, (line, _))| LineSeries {
            key: Key(place),
            label: line.name.clone(),
            points: line
                .points
                .iter()
                .map(|point| [point[0], lead(point[1])])
                .collect(),
            band: Vec::new(),
            median: Vec::new(),
        })
        .collect();
    let title = case.say(
        "chart-title-spider",
        &[
            ("input", Arg::from(widest.name.clone())),
            ("amount", case.short_money(spread)),
        ],
    );
    let phrases = drawn
        .iter()
        .map(|(line, spread)| {
            let spread = case.text.arg(&case.short_money(*spread));
            format!("{}: {spread}", line.name)
        })
        .collect();
    Chart {
        name: NAME,
        subtitle: case.say(
            &pair.by.key("chart-subtitle-spider"),
            &[
                ("option", case.name_at(pair.chosen)),
                ("other", case.name_at(pair.other)),
                ("unit", Arg::from(unit.name)),
            ],
        ),
        x: Axis::linear(case.say("chart-axis-move", &[])).divided_by(0.01),
        y: Axis::linear("").divided_by(unit.divisor),
        content: Content::Lines(Lines {
            series,
            annotations: vec![Annotation::VerticalLine {
                x: 0.0,
                text: case.say("chart-here", &[]),
                tone: Tone::Here,
            }],
            subject: Subject::Inputs,
            ..Lines::default()
        }),
        source: case.source(),
        table: table(case, &drawn),
        summary: case.summary(&title, phrases),
        title,
    }
}

/// Between the lowest and the highest difference of a line.
fn spread(line: &SpiderLine) -> f64 {
    let values = || line.points.iter().map(|point| point[1]);
    values().fold(f64::NEG_INFINITY, f64::max) - values().fold(f64::INFINITY, f64::min)
}

/// A row for each move that any line has, a column for each input.
fn table(case: &Case<'_>, drawn: &[(&SpiderLine, f64)]) -> Table {
    let mut moves: Vec<f64> = drawn
        .iter()
        .flat_map(|(line, _)| line.points.iter().map(|point| point[0]))
        .collect();
    moves.sort_by(f64::total_cmp);
    moves.dedup();
    let headers = std::iter::once(case.say("chart-axis-move", &[]))
        .chain(drawn.iter().map(|(line, _)| line.name.clone()))
        .collect();
    let rows = moves
        .into_iter()
        .map(|at| {
            let cells = drawn.iter().map(|(line, _)| {
                let point = line.points.iter().find(|point| point[0] == at);
                point.map_or_else(String::new, |point| case.table_money(0.0 - point[1]))
            });
            std::iter::once(case.share(at)).chain(cells).collect()
        })
        .collect();
    Table::of_figures(headers, rows)
}

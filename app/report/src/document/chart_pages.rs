//! The charts of the report as source texts of their own, drawn by the painter that every chart file has.

use weighbridge_charts::from_outcome::{self, Case};
use weighbridge_charts::{Chart, Scene, Sheet, Tokens};

use super::{Subject, results};
use crate::drawing;

/// The text width of a page and nearly half its height; the page's own margin is enough.
const SHEET: Sheet = Sheet {
    height: 318.0,
    padding: 0.0,
    ..Sheet::A4_WIDTH
};

/// The names of their source texts, as the template includes them.
pub(super) const FILES: [&str; 4] = [
    "charts/1.typ",
    "charts/2.typ",
    "charts/3.typ",
    "charts/4.typ",
];

/// The charts of a report.
pub(super) struct Charts {
    /// What draws each of them, at most as many as there are [`FILES`].
    pub(super) markups: Vec<String>,
    /// What the break-even chart says.
    pub(super) break_even: Option<String>,
}

/// Cumulative cost, cost breakdown, break-even over volume; cost against capability where two
/// options have a score in one column. Nothing where no option can be had.
pub(super) fn charts(subject: &Subject<'_>) -> Charts {
    if subject.outcome.cheapest().is_none() {
        return Charts {
            markups: Vec::new(),
            break_even: None,
        };
    }
    let case = Case {
        scenario: subject.scenario,
        outcome: subject.outcome,
        text: subject.text,
    };
    let break_even = from_outcome::break_even(&case);
    let break_even_title = break_even.title.clone();
    let mut charts = vec![
        from_outcome::cumulative_cost(&case),
        from_outcome::cost_breakdown(&case),
        break_even,
    ];
    if let Some(scores) = results::scores(subject) {
        let chart = from_outcome::cost_against_capability(&case, Some(&scores.column));
        charts.push(chart);
    }
    Charts {
        markups: charts.iter().map(|chart| markup(subject, chart)).collect(),
        break_even: Some(break_even_title),
    }
}

fn markup(subject: &Subject<'_>, chart: &Chart) -> String {
    let scene = Scene::new(chart, SHEET, &subject.text);
    drawing::markup(&scene, &Tokens::built_in().paper)
}

//! The charts of the report as source texts of their own, drawn by the painter that every chart file has.

use weighbridge_charts::from_outcome::{self, Case};
use weighbridge_charts::{Chart, Scene, Sheet, Tokens};
use weighbridge_engine::capability;

use super::Subject;
use crate::drawing;

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
    let comparable = capability::columns(subject.scenario)
        .iter()
        .any(|column| column.open + column.closed > 1);
    if comparable {
        charts.push(from_outcome::cost_against_capability(&case, None));
    }
    Charts {
        markups: charts.iter().map(|chart| markup(subject, chart)).collect(),
        break_even: Some(break_even_title),
    }
}

fn markup(subject: &Subject<'_>, chart: &Chart) -> String {
    let scene = Scene::new(chart, Sheet::A4_WIDTH, &subject.text);
    drawing::markup(&scene, &Tokens::built_in().paper)
}

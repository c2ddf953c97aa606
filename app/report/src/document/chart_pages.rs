//! The charts of the report as source texts of their own, drawn by the painter that every chart file has.

use weighbridge_charts::from_outcome::{self, Case};
use weighbridge_charts::{Chart, Scene, Sheet, Tokens};

use super::{Subject, results};
use crate::decided_charts::{futures_chart, tornado_chart};
use crate::{decided_chart, drawing};

/// The text width of a page and nearly half its height; the page's own margin is enough.
const SHEET: Sheet = Sheet {
    height: 318.0,
    padding: 0.0,
    ..Sheet::A4_WIDTH
};

/// As wide, and as high as fifty dots need.
const LOW_SHEET: Sheet = Sheet {
    height: 236.0,
    ..SHEET
};

/// The names of their source texts, as the template includes them by number.
pub(super) const FILES: [&str; 9] = [
    "charts/1.typ",
    "charts/2.typ",
    "charts/3.typ",
    "charts/4.typ",
    "charts/5.typ",
    "charts/6.typ",
    "charts/7.typ",
    "charts/8.typ",
    "charts/9.typ",
];

/// The charts of a report.
pub(super) struct Charts {
    /// What draws each of them, at most as many as there are [`FILES`].
    pub(super) markups: Vec<String>,
    /// The numbers of those in the section of charts, from 1.
    pub(super) body: Vec<usize>,
    /// The number of the chart of futures, where there are odds.
    pub(super) odds: Option<usize>,
    /// The number of the tornado, where something moves the lead.
    pub(super) tornado: Option<usize>,
    /// What the break-even chart says.
    pub(super) break_even: Option<String>,
}

/// Futures and the tornado for the decision; cumulative cost, cost breakdown, break-even over
/// volume, cost against capability where two options have a score in one column, and throughput
/// against latency of the first self-hosted option that can run. Nothing where no option can be had.
pub(super) fn charts(subject: &Subject<'_>) -> Charts {
    let mut charts = Charts {
        markups: Vec::new(),
        body: Vec::new(),
        odds: None,
        tornado: None,
        break_even: None,
    };
    if subject.outcome.cheapest().is_none() {
        return charts;
    }
    let case = Case {
        scenario: subject.scenario,
        outcome: subject.outcome,
        text: subject.text,
    };
    let decided = subject.decided;
    if let Some(futures) = futures_chart(&case, decided) {
        charts.odds = Some(charts.add(subject, &futures, LOW_SHEET));
    }
    if let Some(tornado) = tornado_chart(&case, decided) {
        charts.tornado = Some(charts.add(subject, &tornado, SHEET));
    }
    let cumulative = decided_chart(&case, decided, "cumulative-cost");
    if let Some(chart) = cumulative {
        charts.show(subject, &chart);
    }
    charts.show(subject, &from_outcome::cost_breakdown(&case));
    let break_even = from_outcome::break_even(&case);
    charts.show(subject, &break_even);
    charts.break_even = Some(break_even.title);
    if let Some(scores) = results::scores(subject) {
        let chart = from_outcome::cost_against_capability(&case, Some(&scores.column));
        charts.show(subject, &chart);
    }
    if let Some(throughput) = decided_chart(&case, decided, "throughput-latency") {
        let number = charts.add(subject, &throughput, LOW_SHEET);
        charts.body.push(number);
    }
    charts
}

impl Charts {
    /// Adds a chart to the section of charts.
    fn show(&mut self, subject: &Subject<'_>, chart: &Chart) {
        let number = self.add(subject, chart, SHEET);
        self.body.push(number);
    }

    /// Adds a chart and gives its number.
    fn add(&mut self, subject: &Subject<'_>, chart: &Chart, sheet: Sheet) -> usize {
        self.markups.push(markup(subject, chart, sheet));
        self.markups.len()
    }
}

fn markup(subject: &Subject<'_>, chart: &Chart, sheet: Sheet) -> String {
    let scene = Scene::new(chart, sheet, &subject.text);
    drawing::markup(&scene, &Tokens::built_in().paper)
}

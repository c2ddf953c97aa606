//! Charts on cards: each made once for each change, with its table, copied or exported.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::{ScrollArea, Ui};
use weighbridge_charts::from_outcome::{self, Case};
use weighbridge_charts::from_prospects::{self, Draws};
use weighbridge_charts::from_serving;
use weighbridge_charts::{Align, Chart};
use weighbridge_engine::capability::ScoreColumn;
use weighbridge_engine::evaluate;
use weighbridge_engine::scenario::OptionId;
use weighbridge_engine::weighing::Prospects;
use weighbridge_text::Locale;
use weighbridge_units::Arg;

use super::background::{Background, Known};
use super::parts::{Cached, Stamp, note};
use super::{Ask, Page};
use crate::chart::{chart_ui, usual_height};
use crate::look::Look;
use crate::widgets::table::{Cell, Column, Row, figure_column, table, text_column};
use crate::widgets::{Icon, button, page as parts_of_page};

/// The name of the chart of cost over time.
pub const CUMULATIVE_COST: &str = "cumulative-cost";
/// The name of the chart of cost by part.
pub const COST_BREAKDOWN: &str = "cost-breakdown";
/// The name of the chart of cost over volume.
pub const BREAK_EVEN: &str = "break-even";
/// The name of the chart of cost against one score.
pub const COST_AGAINST_CAPABILITY: &str = "cost-against-capability";

/// The name of the map of which of two options is better over two inputs.
const BREAK_EVEN_MAP: &str = "break-even-map";

/// The tallest a chart's table grows before it scrolls.
const TABLE_HEIGHT: f32 = 340.0;

/// What a chart depends on besides the document and the language.
type Parameter = Option<ScoreColumn>;

/// Which odds a chart is of: their case, and how many draws.
type OddsStamp = (Option<u64>, usize);

/// What a chart of the outcome depends on; odds where it shows bands.
type OutcomeKey = (Stamp, Parameter, Option<OddsStamp>);

/// The charts of a page, and which of them are shown as tables.
#[derive(Debug, Default)]
pub struct ChartCache {
    charts: BTreeMap<&'static str, Cached<OutcomeKey, Arc<Chart>>>,
    break_even: Background<Stamp, Arc<Chart>>,
    from_odds: BTreeMap<&'static str, Cached<(OddsStamp, Locale), Arc<Chart>>>,
    as_tables: BTreeSet<&'static str>,
    /// The option that the charts are of, where they are of one.
    pub of_option: Option<OptionId>,
}

impl ChartCache {
    /// A card with a chart that follows from the outcome alone.
    pub fn card(&mut self, ui: &mut Ui, page: &mut Page<'_>, name: &'static str) {
        self.card_of(ui, page, name, None);
    }

    /// The card of cost against the scores of a column.
    pub fn capability_card(&mut self, ui: &mut Ui, page: &mut Page<'_>, column: &ScoreColumn) {
        self.card_of(ui, page, COST_AGAINST_CAPABILITY, Some(column.clone()));
    }

    /// The chart of a name, from the cache or made now.
    pub fn chart(
        &mut self,
        page: &Page<'_>,
        name: &'static str,
        column: Parameter,
    ) -> Option<Arc<Chart>> {
        let case = case_of(page);
        // Bands of the case before would stand around lines of this one.
        let odds = page.session.odds();
        let futures = odds.futures().filter(|_| odds.is_current());
        let bands = futures.filter(|_| name == CUMULATIVE_COST);
        let make = |column: &Parameter| match (column, bands) {
            (Some(column), _) => Some(from_outcome::cost_against_capability(&case, Some(column))),
            (None, Some(futures)) => Some(with_bands(&case, &futures.prospects)),
            (None, None) => from_outcome::chart(&case, name),
        };
        let key = (Stamp::of(page), column, bands.map(|_| odds.stamp()));
        let cached = self.charts.entry(name).or_default();
        if let Some(chart) = cached.known(&key) {
            return Some(Arc::clone(chart));
        }
        let chart = Arc::new(make(&key.1)?);
        Some(Arc::clone(cached.get(key, || chart)))
    }

    fn card_of(&mut self, ui: &mut Ui, page: &mut Page<'_>, name: &'static str, column: Parameter) {
        if let Some(chart) = self.chart(page, name, column) {
            self.show(ui, page, &chart, true, &mut |_, _| {});
        }
    }

    /// The card of cost over volume, which takes some two hundred evaluations on another thread;
    /// `below` adds what belongs to it.
    pub fn break_even_card(
        &mut self,
        ui: &mut Ui,
        page: &mut Page<'_>,
        below: &mut dyn FnMut(&mut Ui, &mut Page<'_>),
    ) {
        let stamp = Stamp::of(page);
        let scenario = Arc::clone(page.session.document().scenario());
        let text = page.text;
        let known = self
            .break_even
            .get("break-even chart", ui.ctx(), stamp, || {
                Box::new(move |_| {
                    let outcome = evaluate(&scenario);
                    let case = Case {
                        scenario: &scenario,
                        outcome: &outcome,
                        text,
                    };
                    Arc::new(from_outcome::break_even(&case))
                })
            });
        let (is_current, has_failed) = (known.is_current, known.has_failed);
        match known.result.cloned() {
            Some(chart) => self.show(ui, page, &chart, is_current, below),
            None => {
                let title = page.text.get("chart-break-even");
                parts_of_page::card(ui, &title, "", |ui| {
                    waiting(ui, page, has_failed);
                    below(ui, page);
                });
            }
        }
    }

    /// The card of a chart that follows from the newest odds; dimmed while those are of the case
    /// before.
    pub fn odds_card(
        &mut self,
        ui: &mut Ui,
        page: &mut Page<'_>,
        name: &'static str,
        make: impl FnOnce(&Case<'_>) -> Chart,
    ) {
        let odds = page.session.odds();
        let is_current = odds.is_current();
        let key = (odds.stamp(), page.text.locale());
        let case = case_of(page);
        let cached = self.from_odds.entry(name).or_default();
        let chart = Arc::clone(cached.get(key, || Arc::new(make(&case))));
        self.show(ui, page, &chart, is_current, &mut |_, _| {});
    }

    /// The card of a chart that was made on another thread: a title and that it is worked on until
    /// it is there.
    pub fn made_card(
        &mut self,
        ui: &mut Ui,
        page: &mut Page<'_>,
        title: &str,
        known: &Known<'_, Option<Arc<Chart>>>,
        below: &mut dyn FnMut(&mut Ui, &mut Page<'_>),
    ) {
        match known.result {
            Some(Some(chart)) => self.show(ui, page, chart, known.is_current, below),
            // There is nothing to draw.
            Some(None) if known.is_current => {}
            _ => {
                parts_of_page::card(ui, title, "", |ui| {
                    waiting(ui, page, known.has_failed);
                    below(ui, page);
                });
            }
        }
    }

    /// The card of a chart that is finished.
    pub fn finished_card(&mut self, ui: &mut Ui, page: &mut Page<'_>, chart: &Chart) {
        self.show(ui, page, chart, true, &mut |_, _| {});
    }

    /// A card with a chart, or with its table; dimmed while it is of an earlier case.
    fn show(
        &mut self,
        ui: &mut Ui,
        page: &mut Page<'_>,
        chart: &Chart,
        is_current: bool,
        below: &mut dyn FnMut(&mut Ui, &mut Page<'_>),
    ) {
        let as_table = self.as_tables.contains(chart.name);
        let mut switches = false;
        let mut asks = Vec::new();
        let text = page.text;
        let name = Arg::from(text.get(&format!("chart-{}", chart.name)).into_owned());
        let called = |key: &str| text.format(key, &[("chart", name.clone())]);
        let buttons = |ui: &mut Ui| {
            let (switch, words) = if as_table {
                (Icon::Chart, called("results-as-chart"))
            } else {
                (Icon::Table, called("results-as-table"))
            };
            switches = ui.add(button::glyph(switch, &words)).clicked();
            if ui
                .add(button::glyph(Icon::Copy, &called("results-copy-data")))
                .clicked()
            {
                asks.push(Ask::Copy(chart.table.to_tab_separated()));
            }
            if is_exported(chart.name)
                && ui
                    .add(button::glyph(Icon::Export, &called("results-export-chart")))
                    .clicked()
            {
                asks.push(match &self.of_option {
                    Some(option) => Ask::ExportOptionChart {
                        chart: chart.name,
                        option: option.clone(),
                    },
                    None => Ask::ExportChart { chart: chart.name },
                });
            }
        };
        ui.push_id(("chart card", chart.name), |ui| {
            parts_of_page::card_with(ui, &chart.title, &chart.subtitle, buttons, |ui| {
                ui.scope(|ui| {
                    if !is_current {
                        ui.multiply_opacity(0.45);
                    }
                    if as_table {
                        data_table(ui, chart);
                    } else {
                        chart_ui(ui, chart, usual_height(chart), &text);
                    }
                });
                let look = Look::of(ui);
                if !chart.source.is_empty() {
                    ui.add(egui::Label::new(look.small(&chart.source)).wrap());
                }
                below(ui, page);
            });
        });
        if switches && !self.as_tables.remove(chart.name) {
            self.as_tables.insert(chart.name);
        }
        page.asks.append(&mut asks);
    }
}

/// Cumulative cost with bands from P10 to P90.
fn with_bands(case: &Case<'_>, prospects: &Prospects) -> Chart {
    let bands: Vec<_> = prospects
        .options
        .iter()
        .map(|option| &option.cumulative_usd)
        .collect();
    from_prospects::cumulative_cost(case, &bands, Draws::from(prospects))
}

/// Whether a chart of this name can be written to a file.
///
/// The break-even map is not: its inputs are chosen on the screen, and a file would show others.
fn is_exported(name: &str) -> bool {
    name != BREAK_EVEN_MAP
        && (from_outcome::NAMES.contains(&name)
            || from_prospects::NAMES.contains(&name)
            || from_serving::NAMES.contains(&name))
}

/// What charts of a page are made from.
pub fn case_of<'a>(page: &Page<'a>) -> Case<'a> {
    Case {
        scenario: page.session.scenario(),
        outcome: page.session.outcome(),
        text: page.text,
    }
}

/// What stands where a result is still worked on.
pub fn waiting(ui: &mut Ui, page: &Page<'_>, has_failed: bool) {
    // Words rather than a wheel: a wheel would draw the window again and again.
    let key = if has_failed {
        "results-not-computed"
    } else {
        "results-computing"
    };
    note(ui, page.text.get(key));
}

/// The data of a chart as a table that scrolls where it is long.
fn data_table(ui: &mut Ui, chart: &Chart) {
    let columns: Vec<Column> = chart
        .table
        .headers
        .iter()
        .zip(&chart.table.alignments)
        .map(|(header, align)| match align {
            Align::Left => text_column(header, 1.0),
            Align::Right => figure_column(header),
        })
        .collect();
    let rows: Vec<Row> = chart
        .table
        .rows
        .iter()
        .map(|row| Row::new(row.iter().map(|cell| Cell::new(cell.as_str()))))
        .collect();
    ScrollArea::both()
        .id_salt(("data", chart.name))
        .max_height(TABLE_HEIGHT)
        .show(ui, |ui| {
            table(ui, &chart.title, &columns, &rows);
        });
}

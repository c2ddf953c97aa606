//! The charts of one self-hosted option, and the measurements that are nearest to it.

use std::sync::Arc;

use egui::Ui;
use weighbridge_charts::Chart;
use weighbridge_charts::from_serving::Nearest;
use weighbridge_engine::scenario::OptionId;
use weighbridge_units::Arg;

use super::view::{OptionView, View};
use super::{State, hosting};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::background::Known;
use crate::pages::charts::{ChartCache, waiting};
use crate::pages::options::running;
use crate::pages::parts::{note, point};
use crate::widgets::table::{Cell, Row, figure_column, table, text_column};
use crate::widgets::{Entry, Icon, PickerWords, choice, page as parts_of_page, picker};

/// Narrower than this, a table of five columns is no longer read.
const NARROW: f32 = 640.0;
/// The narrowest column that a chart is drawn in.
const COLUMN: f32 = 430.0;
/// About what a letter of a choice takes, and what stands around it.
const LETTER: f32 = 7.5;
const AROUND_NAME: f32 = 24.0;

/// Draws the estimates of the option that is looked at; `known` is what was made on another thread.
pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, known: &Made) {
    let Some(view) = known.view.as_deref() else {
        let title = page.text.get("serving-computing");
        parts_of_page::card(ui, &title, "", |ui| waiting(ui, page, known.has_failed));
        return;
    };
    if view.options.len() > 1 {
        choose(ui, page, state, view);
    }
    let shown = state
        .shown
        .as_ref()
        .and_then(|id| view.option(id))
        .or(view.options.first());
    let Some(option) = shown else {
        return;
    };
    ui.push_id(("estimates of", option.option.as_str()), |ui| {
        if let Some(reason) = &option.impossible {
            let look = Look::of(ui);
            let title = page.text.format(
                "serving-impossible",
                &[("option", option.name.clone().into())],
            );
            parts_of_page::card(ui, &title, "", |ui| {
                point(ui, Icon::Exclamation, look.bad, reason.clone());
            });
        }
        let scenario = page.session.scenario();
        let hosted = scenario.option(&option.option);
        if let Some((hosted, on)) = hosted.and_then(|it| Some((it, hosting(&it.plan)?))) {
            running::card(ui, page, hosted, on);
        }
        state.charts.of_option = Some(option.option.clone());
        charts(ui, page, &mut state.charts, option, known.is_current);
        if !option.nearest.rows.is_empty() {
            nearest_card(ui, page, &option.nearest);
        }
    });
}

/// What another thread made.
pub(super) struct Made {
    pub view: Option<Arc<View>>,
    pub is_current: bool,
    pub has_failed: bool,
}

/// Which option is looked at: side by side where there is room, in a list where not.
fn choose(ui: &mut Ui, page: &Page<'_>, state: &mut State, view: &View) {
    let text = page.text;
    let place = |id: &OptionId| view.options.iter().position(|option| option.option == *id);
    let chosen = state.shown.as_ref().and_then(place).unwrap_or(0);
    let names: Vec<&str> = view
        .options
        .iter()
        .map(|option| option.name.as_str())
        .collect();
    let letters: usize = names.iter().map(|name| name.chars().count()).sum();
    let width = letters as f32 * LETTER + names.len() as f32 * AROUND_NAME;
    let label = text.get("serving-show-option");
    let picked = if width <= ui.available_width() {
        choice::segmented(ui, &label, &names, chosen)
    } else {
        let entries: Vec<Entry> = names
            .iter()
            .map(|name| Entry {
                title: (*name).to_owned(),
                ..Entry::default()
            })
            .collect();
        let (search, nothing) = (text.get("button-search"), text.get("window-search-nothing"));
        let words = PickerWords {
            search: &search,
            nothing: &nothing,
        };
        let unchosen = text.get("button-choose");
        picker::picker(ui, &label, Some(chosen), &unchosen, &entries, words)
    };
    if let Some(option) = picked.and_then(|place| view.options.get(place)) {
        state.shown = Some(option.option.clone());
    }
}

/// The charts in two columns of about the same height: what it gives and why on the left, how long
/// people wait, what fits and how many copies on the right.
fn charts(
    ui: &mut Ui,
    page: &mut Page<'_>,
    cache: &mut ChartCache,
    option: &OptionView,
    is_current: bool,
) {
    let left = ["throughput-latency", "roofline"];
    let (first, second): (Vec<_>, Vec<_>) = option
        .charts
        .iter()
        .partition(|chart| left.contains(&chart.name));
    let columns: Vec<Vec<&Arc<Chart>>> = [first, second]
        .into_iter()
        .filter(|column| !column.is_empty())
        .collect();
    parts_of_page::columns(ui, columns.len(), COLUMN, |ui, place| {
        for chart in columns.get(place).into_iter().flatten() {
            let chart = Some(Arc::clone(chart));
            let known = Known {
                result: Some(&chart),
                is_current,
                has_failed: false,
            };
            cache.made_card(ui, page, "", &known, &mut |_, _| {});
        }
    });
}

/// The nearest measurements, each with its source, and what the estimate says of them.
fn nearest_card(ui: &mut Ui, page: &Page<'_>, nearest: &Nearest) {
    if ui.available_width() < NARROW {
        nearest_list(ui, page, nearest);
        return;
    }
    let look = Look::of(ui);
    let text = page.text;
    let head = |column: &str| text.get(&format!("serving-column-{column}"));
    let columns = [
        text_column(head("measured-case"), 1.4),
        text_column(head("figure"), 1.0),
        figure_column(head("value")),
        figure_column(head("estimate")),
        figure_column(head("off")),
    ];
    let rows: Vec<Row> = nearest
        .rows
        .iter()
        .map(|row| {
            let off = Cell::new(&row.off);
            Row::new([
                Cell::new(&row.what).note(&row.source),
                Cell::new(&row.quantity).note(&row.load),
                Cell::new(&row.measured),
                Cell::new(&row.estimate).note(&row.range),
                if row.is_inside {
                    off
                } else {
                    off.colour(look.caution)
                },
            ])
        })
        .collect();
    parts_of_page::card(ui, &nearest.title, &text.get("serving-nearest-aid"), |ui| {
        table(ui, &nearest.title, &columns, &rows);
    });
}

/// The same where there is no room for a table.
fn nearest_list(ui: &mut Ui, page: &Page<'_>, nearest: &Nearest) {
    let look = Look::of(ui);
    let text = page.text;
    parts_of_page::card(ui, &nearest.title, &text.get("serving-nearest-aid"), |ui| {
        for (place, row) in nearest.rows.iter().enumerate() {
            if place > 0 {
                parts_of_page::rule(ui);
            }
            let word = |words: &String| Arg::from(words.clone());
            let said = text.format(
                "running-nearest",
                &[
                    ("quantity", word(&row.quantity)),
                    ("load", word(&row.load)),
                    ("measured", word(&row.measured)),
                    ("estimate", word(&row.estimate)),
                    ("range", word(&row.range)),
                    ("off", word(&row.off)),
                ],
            );
            let colour = if row.is_inside {
                look.ink
            } else {
                look.caution
            };
            ui.add(egui::Label::new(look.strong(&row.what)).wrap());
            ui.add(egui::Label::new(look.body(said).color(colour)).wrap());
            note(ui, row.source.clone());
        }
    });
}

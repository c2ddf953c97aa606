//! What each option costs: inputs on the left, what follows from them on the right.

mod inputs;
mod pair;
mod view;

use egui::Ui;
use weighbridge_engine::scenario::{InputPath, OptionId, Scenario};

use super::charts::{COST_BREAKDOWN, CUMULATIVE_COST, ChartCache};
use super::parts::{Cached, Pane, Stamp, add_options_first, ask_why, how_sure, panes, wide_table};
use super::{Page, figures};
use crate::widgets::page as parts_of_page;
use pair::PairState;
use view::View;

pub use inputs::Group;

/// What is looked at on the page; nothing of it is part of the document.
#[derive(Debug, Default)]
pub struct State {
    /// The option whose inputs are shown; the cheapest where nobody chose.
    pub option: Option<OptionId>,
    open: inputs::Open,
    charts: ChartCache,
    pair: PairState,
    view: Cached<Stamp, View>,
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    if add_options_first(ui, page, "step-cost") {
        return;
    }
    let text = page.text;
    parts_of_page::headline(ui, &view::headline(page), &how_sure(page));
    open_what_is_revealed(ui, page, state);
    panes(ui, |ui, pane| match pane {
        Pane::Left => inputs::ui(ui, page, &mut state.option, &mut state.open),
        Pane::Right => {
            state.charts.card(ui, page, CUMULATIVE_COST);
            state.charts.card(ui, page, COST_BREAKDOWN);
            let pair = &mut state.pair;
            state.charts.break_even_card(ui, page, &mut |ui, page| {
                pair::break_even_ui(ui, page, pair)
            });
            pair::incremental_ui(ui, page, pair);
            idle_ui(ui, page);
        }
    });
    let stamp = Stamp::of(page);
    let view = state.view.get(stamp, || View::of(page));
    let mut pressed = None;
    for (title, table) in [
        ("cost-results", &view.measures),
        ("cost-lines", &view.lines),
    ] {
        let title = text.get(title);
        parts_of_page::card(ui, &title, &text.get("results-why-hint"), |ui| {
            if let Some(at) = wide_table(ui, &title, &table.columns, &table.rows) {
                pressed = table.result_at(at).cloned();
            }
        });
    }
    if let Some((option, part)) = pressed {
        ask_why(page, &option, part);
    }
}

/// Whether the field of an input stands on this page.
pub fn holds(scenario: &Scenario, path: &InputPath) -> bool {
    inputs::place_of(scenario, path).is_some()
}

/// An input that is to be revealed chooses its option and opens its group.
fn open_what_is_revealed(ui: &Ui, page: &Page<'_>, state: &mut State) {
    let Some(path) = figures::to_reveal(ui.ctx()) else {
        return;
    };
    if let Some((option, group)) = inputs::place_of(page.session.scenario(), &path) {
        if option.is_some() {
            state.option = option;
        }
        state.open.insert(group);
    }
}

/// Paid and used capacity of self-hosted options: an idle GPU is never free.
fn idle_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let Some(idle) = view::idle(ui, page) else {
        return;
    };
    let text = page.text;
    let mut pressed = None;
    parts_of_page::card(ui, &idle.title, &text.get("cost-idle-aid"), |ui| {
        if let Some(at) = wide_table(ui, &idle.title, &idle.table.columns, &idle.table.rows) {
            pressed = idle.table.result_at(at).cloned();
        }
    });
    if let Some((option, part)) = pressed {
        ask_why(page, &option, part);
    }
}

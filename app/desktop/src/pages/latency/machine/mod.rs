//! This machine: what it is, how fast it is, and models timed on it.

mod another;
mod another_form;
mod asking;
mod beside;
mod choice;
mod correct;
mod correcting;
mod found;
mod history;
mod into_case;
mod live;
mod meaning;
mod meant;
mod models_table;
mod path_row;
mod prepare;
mod result;
mod running;
mod state;
mod thresholds;
pub(super) mod trace;
pub(super) mod users;
pub(super) mod words;
pub(super) mod work;
mod written;

use egui::Ui;
use weighbridge_text::Digits;
use weighbridge_units::Arg;

pub(super) use state::State;

use crate::look::Look;
use crate::measuring::verdict::Verdict;
use crate::pages::Page;
use crate::widgets::page as parts_of_page;

/// Width in points that a card needs at least.
const LEAST_WIDTH: f32 = 430.0;

/// Draws the panel.
pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    state.keep_up(ui.ctx(), page.session.today());
    let headline = headline(page, state);
    parts_of_page::headline(ui, &headline, &text.get("here-sure"));
    // Where cards stand below each other, what is timed comes before what follows from it.
    let has_room = ui.available_width() >= 2.0 * LEAST_WIDTH + Look::of(ui).gap;
    let columns = if has_room { 2 } else { 1 };
    parts_of_page::columns(ui, columns, LEAST_WIDTH, |ui, column| {
        if column == 0 {
            found::card(ui, page, state);
            another::card(ui, page, &mut state.another);
        }
        if column + 1 == columns {
            match state.running_seconds() {
                Some(seconds) => running::card(ui, text, state, seconds),
                None => {
                    // What came of a run stands where its times were watched.
                    result::card(ui, page, state);
                    asking::card(ui, page, state);
                }
            }
        }
        if column == 0 {
            meaning::card(ui, page, state);
            users::card(ui, page, state);
            beside::card(ui, page, state);
        }
        if column + 1 == columns {
            history::card(ui, page, state);
        }
    });
    correct::ui(ui.ctx(), text, state);
}

/// The answer in one sentence: how fast the first model of the case writes here.
fn headline(page: &Page<'_>, state: &mut State) -> String {
    let text = page.text;
    let workload = &page.session.scenario().workload;
    let target = workload.target_tokens_per_second.value;
    match meaning::headline(page, state) {
        Some((model, speed)) => {
            let verdict = Verdict::of(speed.value, target);
            text.format(
                &format!("here-headline-{}", verdict.key()),
                &[
                    ("model", Arg::from(model)),
                    ("speed", Arg::from(text.number(speed.value, Digits::SCREEN))),
                ],
            )
        }
        None if state.runs.is_empty() => text.get("here-headline-nothing").into_owned(),
        None => text.get("here-headline-measured").into_owned(),
    }
}

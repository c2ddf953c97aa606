//! How far the odds are: what they rest on, progress with a way to stop, and what stands against
//! them.

use egui::Ui;
use egui::accesskit::{Live, Role};
use weighbridge_engine::uncertainty::DrawFault;
use weighbridge_session::odds::OddsFault;
use weighbridge_text::Digits;
use weighbridge_units::Arg;

use super::choice::Choice;
use crate::look::Look;
use crate::pages::{Ask, Page};
use crate::widgets::{Tone, button, notice};

/// How much of its strength what is of the case before keeps.
pub(super) const DIMMED: f32 = 0.45;

/// Draws what is of the case before without its strength.
pub(super) fn dimmed<R>(ui: &mut Ui, is_current: bool, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        if !is_current {
            ui.multiply_opacity(DIMMED);
        }
        contents(ui)
    })
    .inner
}

/// One line about the odds: nothing once all draws are there.
pub(super) fn strip(ui: &mut Ui, page: &mut Page<'_>, choice: &Choice<'_>) {
    let (text, odds) = (page.text, choice.odds);
    if let Some(fault) = odds.fault() {
        let (action, ask) = match range_of(fault) {
            Some(path) => ("decision-odds-to-range", Ask::Reveal(path)),
            None => ("button-try-again", Ask::ResumeOdds),
        };
        let action = text.get(action);
        if notice::strip(ui, Tone::Bad, &text.describe(fault), Some(&action)) {
            page.ask(ask);
        }
        return;
    }
    let drawn = choice
        .futures
        .as_ref()
        .map(|futures| Arg::from(futures.prospects.draws));
    let key = match (&drawn, odds.is_current()) {
        _ if odds.is_full() => return,
        (None, _) => "decision-odds-waiting",
        (Some(_), false) => "decision-odds-stale",
        (Some(_), true) if odds.is_stopped() => "decision-odds-stopped",
        (Some(_), true) => "decision-odds-first",
    };
    if !odds.is_busy() && !odds.is_stopped() {
        return;
    }
    let done = Arg::from(text.percent(odds.done_share(), Digits::Decimals(0)));
    let all = Arg::from(choice.scenario.sampling.draws);
    let drawn = drawn.unwrap_or(Arg::from(0_u32));
    let words = text.format(key, &[("draws", drawn), ("all", all), ("done", done)]);
    let look = Look::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap_small;
        let response = ui.add(egui::Label::new(look.note(&words)).wrap());
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Status);
            node.set_live(Live::Polite);
            node.set_label(words.as_str());
        });
        let (key, ask) = if odds.is_stopped() {
            ("decision-odds-go-on", Ask::ResumeOdds)
        } else {
            ("decision-odds-stop", Ask::StopOdds)
        };
        if ui.add(button::link(&text.get(key))).clicked() {
            page.ask(ask);
        }
    });
}

/// The input whose range stands against the odds.
fn range_of(fault: &OddsFault) -> Option<weighbridge_engine::scenario::InputPath> {
    match fault {
        OddsFault::Draw(DrawFault::Range(range)) => Some(range.path.clone()),
        _ => None,
    }
}

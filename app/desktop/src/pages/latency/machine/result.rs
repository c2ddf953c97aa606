//! What came of the newest run.

use egui::Ui;
use weighbridge_latency::{Answer, Load};
use weighbridge_units::Arg;

use super::state::State;
use super::trace::trace;
use super::written::{no_text, written};
use super::{thresholds, words};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::{note, point};
use crate::widgets::{Icon, page as parts_of_page};

/// Figures of a run beside each other.
const FIGURES_IN_A_ROW: usize = 3;

/// Draws the card: its figures, and every reason to doubt them.
pub(super) fn card(ui: &mut Ui, page: &Page<'_>, state: &State) {
    let text = page.text;
    let Some(kept) = state.runs.first() else {
        return;
    };
    let run = &kept.timed.run;
    let model = Arg::from(kept.model_words());
    let title = text.format("here-result", &[("model", model)]);
    let mut aid = text.describe(&run.place);
    if run.is_synthetic {
        aid = format!("{aid} · {}", text.get("latency-made-up"));
    }
    parts_of_page::card(ui, &title, &aid, |ui| {
        let look = Look::of(ui);
        // As the figures below it, of one user alone.
        let is_shown = |answer: &&Answer| answer.is_whole() && answer.load == Load::Users(1);
        if let Some(answer) = run.answers.iter().rev().find(is_shown) {
            let gaps: Vec<f64> = answer
                .token_seconds
                .windows(2)
                .map(|pair| pair[1] - pair[0])
                .collect();
            trace(ui, text, &gaps, gaps.len());
        }
        let figures = words::figures(text, run, &kept.summary);
        for row in figures.chunks(FIGURES_IN_A_ROW) {
            ui.columns(FIGURES_IN_A_ROW, |columns| {
                for (ui, (caption, value)) in columns.iter_mut().zip(row) {
                    parts_of_page::caption_and_value(ui, caption, value);
                }
            });
        }
        let speed = kept
            .summary
            .alone()
            .and_then(|level| level.user_tokens_per_second);
        if let Some(speed) = speed {
            let target = &page.session.scenario().workload.target_tokens_per_second;
            thresholds::sentence(ui, text, speed.p50, target.value);
        }
        if let Some(apart) = &kept.timed.told_apart {
            let ms = |seconds: f64| Arg::Decimal(1e3 * seconds, 2);
            note(
                ui,
                text.format(
                    "here-told-apart",
                    &[
                        ("pipelined", ms(apart.pipelined_seconds)),
                        ("floor", ms(apart.floor_seconds())),
                        ("dispatches", Arg::from(u64::from(apart.dispatches))),
                    ],
                ),
            );
        }
        if let Some(why) = &kept.no_text {
            no_text(ui, text, why);
        }
        written(ui, text, kept.text.as_deref().unwrap_or_default(), "");
        if let Some(stopped) = &run.stopped {
            point(ui, Icon::Information, look.caution, text.describe(stopped));
        }
        let doubts = run.busyness.map(|busyness| busyness.doubts());
        for doubt in doubts.iter().flatten() {
            point(ui, Icon::Exclamation, look.caution, text.describe(doubt));
        }
    });
}

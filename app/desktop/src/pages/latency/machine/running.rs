//! The picture while a model is timed.

use egui::{Align, Ui};
use weighbridge_text::Text;
use weighbridge_units::Arg;

use super::live::{Live, Stage};
use super::state::State;
use super::trace::trace;
use super::written::{no_text, written};
use crate::look::Look;
use crate::widgets::{button, page as parts_of_page};

/// Draws the card, so many seconds after the start.
pub(super) fn card(ui: &mut Ui, text: Text, state: &mut State, seconds: f64) {
    let title = text.format(
        "here-running",
        &[("model", Arg::from(state.live.name.clone()))],
    );
    let aid = progress_words(text, &state.live, seconds, state.is_stopping());
    let expected = state.choice.output_tokens as usize;
    // The button that started it may stand far below.
    if !std::mem::replace(&mut state.live.was_shown, true) {
        ui.scroll_to_cursor(Some(Align::TOP));
    }
    parts_of_page::card(ui, &title, &aid, |ui| {
        let look = Look::of(ui);
        trace(
            ui,
            text,
            state.live.gaps.seconds(),
            expected.saturating_sub(1),
        );
        let share = match state.live.requests {
            0 => 0.0,
            all => state.live.answered as f32 / all as f32,
        };
        ui.add(
            egui::ProgressBar::new(share)
                .fill(look.accent)
                .desired_height(look.grid * 1.5),
        );
        if let Some(why) = &state.live.no_text {
            no_text(ui, text, why);
        }
        written(ui, text, &state.live.said, &state.live.said_before);
        let cancel = text.get("here-cancel");
        if ui
            .add_enabled(!state.is_stopping(), button::quiet(&cancel))
            .clicked()
        {
            state.stop_running();
        }
    });
    ui.ctx()
        .request_repaint_after(std::time::Duration::from_millis(250));
}

/// What is done, how far it is, and how long it may still take.
fn progress_words(text: Text, live: &Live, seconds: f64, is_stopping: bool) -> String {
    let stage = text.get(match live.stage {
        _ if is_stopping => "here-stage-stopping",
        Stage::Preparing => "here-stage-preparing",
        Stage::WarmingUp => "here-stage-warming",
        Stage::Timing => "here-stage-timing",
        Stage::TellingApart => "here-stage-telling-apart",
    });
    let mut parts = Vec::new();
    if live.is_made_up {
        parts.push(text.get("latency-made-up").into_owned());
    }
    parts.push(stage.into_owned());
    if live.users > 1 {
        parts.push(text.format("here-users", &[("users", Arg::from(u64::from(live.users)))]));
    }
    if live.requests > 0 && live.answered > 0 {
        parts.push(text.format(
            "here-answered",
            &[
                ("done", Arg::from(live.answered)),
                ("all", Arg::from(live.requests)),
            ],
        ));
    }
    if let Some(left) = seconds_left(live, seconds) {
        parts.push(text.format(
            "here-left",
            &[("left", Arg::from(text.duration(left.ceil().max(1.0))))],
        ));
    }
    parts.join(" · ")
}

/// Seconds left, by what was answered so far, or by the forecast before anything was; never more
/// than its time limit leaves.
fn seconds_left(live: &Live, seconds: f64) -> Option<f64> {
    let left = if live.answered > 0 {
        let left = live.requests.saturating_sub(live.answered);
        seconds / live.answered as f64 * left as f64
    } else {
        live.forecast?.seconds.1 - seconds
    };
    let limit = live.limit_seconds - seconds;
    Some(left.min(limit)).filter(|left| *left > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use weighbridge_latency::Forecast;

    #[test]
    fn time_left_follows_what_was_answered_once_something_was() {
        let mut live = Live {
            requests: 4,
            limit_seconds: 35.0,
            forecast: Some(Forecast {
                seconds: (1.0, 30.0),
                memory_bytes: 1,
            }),
            ..Live::default()
        };
        assert_eq!(seconds_left(&live, 10.0), Some(20.0));
        live.answered = 1;
        assert_eq!(seconds_left(&live, 10.0), Some(25.0));
        assert_eq!(seconds_left(&live, 5.0), Some(15.0));
        live.answered = 4;
        assert_eq!(seconds_left(&live, 10.0), None);
    }
}

//! An endpoint: the speed of a model behind somebody's interface, timed from here.

mod asking;
mod prepare;
mod result;
mod state;

use egui::Ui;
use weighbridge_latency::Load;
use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

pub(super) use state::State;

use super::machine::trace::trace;
use super::machine::users::chart;
use crate::look::Look;
use crate::measuring::compare;
use crate::pages::Page;
use crate::pages::parts::Stamp;
use crate::widgets::{button, page as parts_of_page};

/// Draws the view.
pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    state.keep_up(page.session.today());
    parts_of_page::headline(ui, &headline(text, state), &text.get("endpoint-sure"));
    parts_of_page::columns(ui, 2, 430.0, |ui, column| match column {
        0 => asking::asking(ui, page, state),
        _ => {
            if state.is_asking() {
                running(ui, text, state);
            }
            result::result(ui, page, state);
            users(ui, page, state);
            beside(ui, page, state);
        }
    });
}

/// How fast the newest run was for one user alone, or else under the lightest load that was timed.
fn headline(text: Text, state: &State) -> String {
    let Some(kept) = state.runs.first() else {
        return text.get("endpoint-headline-nothing").into_owned();
    };
    let alone = kept.summary.alone();
    let timed = alone.into_iter().chain(&kept.summary.levels);
    let speed = timed
        .filter_map(|level| Some((level.load, level.user_tokens_per_second?)))
        .next();
    let Some((load, speed)) = speed else {
        return text.get("endpoint-headline-failed").into_owned();
    };
    let mut args = vec![
        ("model", Arg::from(kept.run.model.clone())),
        ("speed", Arg::from(text.number(speed.p50, Digits::SCREEN))),
    ];
    match load {
        Load::Users(1) => text.format("endpoint-headline", &args),
        Load::Users(users) => {
            args.push(("users", Arg::from(u64::from(users))));
            text.format("endpoint-headline-users", &args)
        }
        Load::Rate(rate) => {
            args.push(("rate", Arg::from(text.number(rate, Digits::SCREEN))));
            text.format("endpoint-headline-rate", &args)
        }
    }
}

fn running(ui: &mut Ui, text: Text, state: &mut State) {
    let title = text.format(
        "here-running",
        &[("model", Arg::from(state.live.name.clone()))],
    );
    let live = &state.live;
    let aid = text.format(
        "endpoint-progress",
        &[
            ("done", Arg::from(live.answered)),
            ("all", Arg::from(live.requests)),
            ("failed", Arg::from(live.failed)),
            ("limited", Arg::from(live.limited)),
        ],
    );
    let expected = state.asked.output_tokens as usize;
    parts_of_page::card(ui, &title, &aid, |ui| {
        let look = Look::of(ui);
        trace(ui, text, live.gaps.seconds(), expected.saturating_sub(1));
        let share = match live.requests {
            0 => 0.0,
            all => (live.answered as f32 / all as f32).min(1.0),
        };
        ui.add(
            egui::ProgressBar::new(share)
                .fill(look.accent)
                .desired_height(look.grid * 1.5),
        );
        if !live.said.is_empty() {
            ui.add(egui::Label::new(look.note(live.said.as_str())).truncate());
        }
        let stop = text.get("here-cancel");
        if ui
            .add_enabled(!state.is_stopping(), button::quiet(&stop))
            .clicked()
        {
            state.stop();
        }
    });
    ui.ctx()
        .request_repaint_after(std::time::Duration::from_millis(250));
}

/// More users share the speed.
fn users(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let key = (Stamp::of(page), state.runs.len());
    let runs = &state.runs;
    let made = state.by_users.get(key, || {
        runs.iter()
            .find_map(|kept| chart(page, &kept.run, &kept.summary, kept.on))
    });
    if let Some(chart) = made {
        state.charts.finished_card(ui, page, chart);
    }
}

/// An interface beside a machine, where the case has measurements of both.
fn beside(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let scenario = page.session.scenario();
    let made = state
        .beside
        .get(Stamp::of(page), || compare::chart(page.text, scenario));
    if let Some(chart) = made {
        state.charts.finished_card(ui, page, chart);
    }
}

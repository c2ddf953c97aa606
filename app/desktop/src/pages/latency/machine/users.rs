//! More users share the speed: the picture of a sweep.

use egui::Ui;
use weighbridge_charts::Chart;
use weighbridge_charts::from_measuring::{Served, speed_by_users};
use weighbridge_latency::{Run, Summary, sweep};
use weighbridge_units::PartialDate;

use super::state::State;
use crate::pages::Page;
use crate::pages::parts::Stamp;

/// The chart of a run that tried several users; none where it did not.
pub(in crate::pages::latency) fn chart(
    page: &Page<'_>,
    run: &Run,
    summary: &Summary,
    on: PartialDate,
) -> Option<Chart> {
    let text = page.text;
    let workload = &page.session.scenario().workload;
    let target = workload.target_tokens_per_second.value;
    let points: Vec<Served> = sweep(summary, run.plan.longest_prompt())
        .into_iter()
        .map(|point| Served {
            users: point.users,
            each: point.user_tokens_per_second,
            all: point.total_tokens_per_second,
            first_token_p95_seconds: point.first_token_p95_ms / 1e3,
        })
        .collect();
    let source = format!("{} · {}", text.describe(&run.place), text.date(on));
    speed_by_users(text, &points, target, run.model.clone(), source)
}

/// Draws the card of the newest run that tried several users.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let key = (Stamp::of(page), state.generation);
    let runs = &state.runs;
    let made = state.by_users.get(key, || {
        runs.iter()
            .find_map(|kept| chart(page, &kept.timed.run, &kept.summary, kept.on))
    });
    if let Some(chart) = made {
        state.charts.finished_card(ui, page, chart);
    }
}

//! What came of the newest run, and the way into the case.

use egui::Ui;
use weighbridge_latency::endpoint::Trouble;
use weighbridge_latency::{Failure, Load, Spread};
use weighbridge_session::Action;
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Describe as _, Money};

use super::super::columns::figure_columns;
use super::state::{Kept, State};
use crate::look::Look;
use crate::measuring::kept::{Kept as Taken, of_run_behind};
use crate::pages::Page;
use crate::pages::parts::{note, point};
use crate::widgets::table::{Cell, Row, table};
use crate::widgets::{Icon, button, page as parts_of_page};

/// Draws the card.
pub(super) fn result(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let Some(kept) = state.runs.first() else {
        return;
    };
    let title = text.format(
        "here-result",
        &[("model", Arg::from(kept.run.model.clone()))],
    );
    let aid = text.describe(&kept.run.place);
    let taken = taken(page, kept);
    let mut adds = None;
    parts_of_page::card(ui, &title, &aid, |ui| {
        let look = Look::of(ui);
        levels(ui, text, kept);
        for (failure, count) in failures(kept) {
            let said = text.format(
                "endpoint-failures",
                &[
                    ("count", Arg::from(count)),
                    ("what", Arg::from(text.describe(&failure))),
                ],
            );
            point(ui, Icon::Exclamation, look.caution, said);
        }
        if let Some(advice) = advice(kept) {
            note(ui, text.get(advice));
        }
        if let Some(stopped) = &kept.run.stopped {
            point(ui, Icon::Information, look.caution, text.describe(stopped));
        }
        if let Some(spent) = kept.run.spent_usd {
            let spent = text.in_dollars().money(Money::usd(spent));
            note(
                ui,
                text.format("endpoint-spent", &[("spent", Arg::from(spent))]),
            );
        }
        if kept.option.is_none() {
            note(ui, text.get("endpoint-no-option"));
        } else if kept.is_in_case {
            note(ui, text.get("endpoint-in-the-case"));
        } else if let Some(taken) = taken {
            let words = text.get("here-into-the-case");
            if ui.add(button::primary(&words)).clicked() {
                adds = Some(taken);
            }
        }
    });
    if let (Some(taken), Some(kept)) = (adds, state.runs.first_mut()) {
        page.act(Action::AddRun {
            run: Box::new(taken.run),
            measurements: taken.measurements,
        });
        kept.is_in_case = true;
    }
}

fn levels(ui: &mut Ui, text: Text, kept: &Kept) {
    let columns = figure_columns(
        text,
        [
            "measured-column-users",
            "endpoint-column-first",
            "endpoint-column-between",
            "measured-column-each",
            "measured-column-all",
            "endpoint-column-failed",
        ],
    );
    let ms = |spread: Option<Spread>| match spread {
        Some(spread) => format!(
            "{} / {}",
            text.duration(spread.p50 / 1e3),
            text.duration(spread.p95 / 1e3)
        ),
        None => "–".to_owned(),
    };
    let figure = |value: Option<f64>| {
        value.map_or_else(
            || "–".to_owned(),
            |value| text.number(value, Digits::SCREEN),
        )
    };
    let rows: Vec<Row> = kept
        .summary
        .levels
        .iter()
        .map(|level| {
            let users = match level.load {
                Load::Users(users) => text.compact(f64::from(users)),
                Load::Rate(rate) => text.format(
                    "endpoint-at-rate",
                    &[("rate", Arg::from(text.number(rate, Digits::SCREEN)))],
                ),
            };
            Row::new([
                Cell::new(users),
                Cell::new(ms(level.first_token_ms)),
                Cell::new(ms(level.inter_token_ms)),
                Cell::new(figure(
                    level.user_tokens_per_second.map(|spread| spread.p50),
                )),
                Cell::new(figure(level.total_tokens_per_second)),
                Cell::new(text.compact(f64::from(level.failed))),
            ])
        })
        .collect();
    let name = text.get("endpoint-ask");
    table(ui, &name, &columns, &rows);
}

/// Every kind of failure with its number, in the order in which they came; what ended with the run
/// is no failure.
fn failures(kept: &Kept) -> Vec<(Failure, u64)> {
    let mut list: Vec<(Failure, u64)> = Vec::new();
    for failure in kept
        .run
        .answers
        .iter()
        .filter_map(|answer| answer.failure.clone())
        .filter(|failure| *failure != Failure::Stopped)
    {
        let key = failure.message().key;
        match list
            .iter_mut()
            .find(|(known, _)| known.message().key == key)
        {
            Some((_, count)) => *count += 1,
            None => list.push((failure, 1)),
        }
    }
    list
}

/// What to try next, by what went wrong.
fn advice(kept: &Kept) -> Option<&'static str> {
    let mut troubles = kept
        .run
        .answers
        .iter()
        .filter_map(|answer| match &answer.failure {
            Some(Failure::Endpoint(trouble)) => Some(trouble),
            _ => None,
        });
    troubles.find_map(|trouble| match trouble {
        Trouble::RateLimited { .. } => Some("endpoint-advice-limited"),
        Trouble::NotSent { .. } => Some("endpoint-advice-overrun"),
        _ => None,
    })
}

/// What the case takes of a run; none where no option that buys there was named.
fn taken(page: &Page<'_>, kept: &Kept) -> Option<Taken> {
    let option = page.session.scenario().option(kept.option.as_ref()?)?;
    of_run_behind(page.text, &kept.run, option, kept.on)
}

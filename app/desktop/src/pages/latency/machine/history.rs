//! What was timed since the window opened, newest first.

use egui::Ui;
use weighbridge_text::Digits;

use super::found::figure_columns;
use super::state::State;
use crate::pages::Page;
use crate::widgets::page as parts_of_page;
use crate::widgets::table::{Cell, Row, table};

/// Draws the card; nothing before the second run, which would only say again what the first did.
pub(super) fn card(ui: &mut Ui, page: &Page<'_>, state: &State) {
    if state.runs.len() < 2 {
        return;
    }
    let text = page.text;
    let title = text.get("here-history");
    let aid = text.get("here-history-aid");
    parts_of_page::card(ui, &title, &aid, |ui| {
        let columns = figure_columns(
            text,
            [
                "here-column-run",
                "here-figure-speed",
                "here-figure-prompt",
                "here-column-first",
            ],
        );
        let rows: Vec<Row> = state
            .runs
            .iter()
            .map(|kept| {
                let run = &kept.timed.run;
                let level = kept.summary.alone();
                let figure = |value: Option<f64>| {
                    value.map_or_else(
                        || "–".to_owned(),
                        |value| text.number(value, Digits::SCREEN),
                    )
                };
                let spread =
                    |of: fn(&weighbridge_latency::Level) -> Option<weighbridge_latency::Spread>| {
                        level.and_then(of).map(|spread| spread.p50)
                    };
                Row::new([
                    Cell::new(format!("{} · {}", run.model, text.date(kept.on)))
                        .note(text.describe(&run.place)),
                    Cell::new(figure(spread(|level| level.user_tokens_per_second))),
                    Cell::new(figure(spread(|level| level.prompt_tokens_per_second))),
                    Cell::new(
                        spread(|level| level.first_token_ms)
                            .map_or_else(|| "–".to_owned(), |ms| text.duration(ms / 1e3)),
                    ),
                ])
            })
            .collect();
        table(ui, &title, &columns, &rows);
    });
}

//! Futures as wholes, and looking at the choice again later.

use egui::Ui;
use weighbridge_engine::weighing::{Review, WhatIfTable};
use weighbridge_text::Digits;
use weighbridge_units::{Arg, Message, Money};

use super::super::choice::Choice;
use super::super::sureness::dimmed;
use crate::look::Look;
use crate::pages::Page;
use crate::pages::charts::waiting;
use crate::pages::parts::{note, paragraph, wide_table};
use crate::widgets::page as parts_of_page;
use crate::widgets::table::{Cell, Row, figure_column, text_column};

/// A share of futures that is told.
const TOLD: f64 = 0.005;

pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, choice: &Choice<'_>) {
    let Some(futures) = &choice.futures else {
        parts_of_page::card(ui, "", "", |ui| {
            waiting(ui, page, choice.odds.fault().is_some())
        });
        return;
    };
    let is_current = choice.odds.is_current();
    what_ifs(ui, page, choice, &futures.what_ifs, is_current);
    review(ui, page, choice, futures.review.as_ref(), is_current);
}

/// Net benefit and regret under each future.
fn what_ifs(
    ui: &mut Ui,
    page: &Page<'_>,
    choice: &Choice<'_>,
    table: &WhatIfTable,
    is_current: bool,
) {
    let text = page.text;
    let look = Look::of(ui);
    let title = match table.minimax {
        Some(place) if table.futures.len() > 1 => {
            let option = Arg::from(choice.words.option(place));
            text.format("decision-what-ifs-title", &[("option", option)])
        }
        _ => text.get("decision-what-ifs").into_owned(),
    };
    if table.futures.len() < 2 {
        parts_of_page::card(ui, &title, "", |ui| {
            note(ui, text.get("decision-what-ifs-none"))
        });
        return;
    }
    let money = |usd: f64| text.compact_money(Money::usd(usd));
    let mut columns = vec![text_column(text.get("decision-future"), 1.0)];
    columns.extend(
        table
            .options
            .iter()
            .map(|place| figure_column(choice.words.option(*place))),
    );
    let cell = |row: usize, future: usize| {
        let benefit = table
            .net_benefit_usd
            .get(row)
            .and_then(|row| *row.get(future)?);
        let regret = table.regret_usd.get(row).and_then(|row| *row.get(future)?);
        let Some(benefit) = benefit else {
            return Cell::new("–");
        };
        match regret {
            Some(0.0) => Cell::new(money(benefit)).note(text.get("decision-regret-none")),
            Some(regret) => {
                let words = text.format("decision-regret", &[("amount", Arg::from(money(regret)))]);
                Cell::new(money(benefit)).note(words)
            }
            None => Cell::new(money(benefit)),
        }
    };
    let mut rows: Vec<Row> = table
        .futures
        .iter()
        .enumerate()
        .map(|(future, id)| {
            let (name, story) = name_and_story(page, choice, id);
            let mut cells = vec![Cell::new(name).note(story)];
            cells.extend((0..table.options.len()).map(|row| cell(row, future)));
            Row::new(cells)
        })
        .collect();
    let mut largest = vec![Cell::new(text.get("decision-regret-largest"))];
    largest.extend(
        table
            .options
            .iter()
            .zip(&table.regret_usd)
            .map(|(place, row)| {
                let known: Option<Vec<f64>> = row.iter().copied().collect();
                let most = known.map(|row| row.into_iter().fold(0.0, f64::max));
                let cell = Cell::new(most.map_or_else(|| "–".to_owned(), money));
                if table.minimax == Some(*place) {
                    cell.colour(look.good)
                } else {
                    cell
                }
            }),
    );
    rows.push(Row::new(largest).strong());
    parts_of_page::card(ui, &title, &text.get("decision-what-ifs-aid"), |ui| {
        dimmed(ui, is_current, |ui| wide_table(ui, &title, &columns, &rows));
    });
}

fn name_and_story(page: &Page<'_>, choice: &Choice<'_>, id: &str) -> (String, String) {
    let mut what_ifs = choice.scenario.priorities.what_ifs.iter();
    match what_ifs.find(|what_if| what_if.id == id) {
        Some(what_if) => (
            choice.words.local(&what_if.name),
            choice.words.local(&what_if.story),
        ),
        None => (
            page.text.get("decision-future-as-it-is").into_owned(),
            String::new(),
        ),
    }
}

/// Starting with one option and looking again.
fn review(
    ui: &mut Ui,
    page: &Page<'_>,
    choice: &Choice<'_>,
    review: Option<&Review>,
    is_current: bool,
) {
    let text = page.text;
    let title = text.get("decision-review");
    let Some(review) = review else {
        parts_of_page::card(ui, &title, "", |ui| {
            note(ui, text.get("decision-review-none"))
        });
        return;
    };
    let Some(start) = best_of(&review.start_with) else {
        return;
    };
    let money = |usd: f64| text.compact_money(Money::usd(usd));
    let months = Arg::Message(Box::new(
        Message::new("count-months").with("count", Arg::Count(u64::from(review.after_months))),
    ));
    let sentence = text.format(
        "decision-review-start",
        &[
            ("option", Arg::from(choice.words.option(start))),
            ("months", months),
            ("value", Arg::from(money(review.value_of_waiting_usd))),
        ],
    );
    let columns = [
        text_column(text.get("decision-review-start-with"), 1.0),
        figure_column(text.get("decision-review-with")),
        figure_column(text.get("decision-review-without")),
    ];
    let rows: Vec<Row> = review
        .start_with
        .iter()
        .zip(&review.without_review)
        .map(|((place, with), (_, without))| {
            let row = Row::new([choice.words.option(*place), money(*with), money(*without)]);
            if *place == start { row.strong() } else { row }
        })
        .collect();
    parts_of_page::card(ui, &title, &text.get("decision-review-aid"), |ui| {
        dimmed(ui, is_current, |ui| {
            paragraph(ui, sentence);
            wide_table(ui, &title, &columns, &rows);
            for (place, share) in &review.change_to {
                if *share < TOLD || *place == start {
                    continue;
                }
                let args = [
                    (
                        "share",
                        Arg::from(text.percent(*share, Digits::Decimals(0))),
                    ),
                    ("option", Arg::from(choice.words.option(*place))),
                ];
                note(ui, text.format("decision-review-change", &args));
            }
        });
    });
}

fn best_of(list: &[(usize, f64)]) -> Option<usize> {
    let best = list
        .iter()
        .max_by(|(_, one), (_, other)| one.total_cmp(other))?;
    Some(best.0)
}

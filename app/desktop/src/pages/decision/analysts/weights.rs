//! What weights do: ranks over all weightings, who would choose what, and how far each weight may
//! move.

use egui::Ui;
use weighbridge_charts::from_prospects::{central_weights, rank_shares};
use weighbridge_text::Digits;

use super::super::choice::Choice;
use crate::pages::Page;
use crate::pages::charts::{ChartCache, waiting};
use crate::pages::parts::{note, wide_table};
use crate::widgets::page as parts_of_page;
use crate::widgets::table::{Cell, Row, figure_column, text_column};

pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, choice: &Choice<'_>, charts: &mut ChartCache) {
    let text = page.text;
    let criteria = &choice.scenario.priorities.criteria;
    if criteria.is_empty() {
        parts_of_page::card(ui, "", "", |ui| note(ui, text.get("decision-no-criteria")));
        return;
    }
    match &choice.futures {
        None => {
            parts_of_page::card(ui, "", "", |ui| {
                waiting(ui, page, choice.odds.fault().is_some());
            });
        }
        Some(futures) => {
            let prospects = &futures.prospects;
            let names: Vec<String> = criteria
                .iter()
                .map(|criterion| choice.words.local(&criterion.name))
                .collect();
            parts_of_page::columns(ui, 2, 430.0, |ui, index| {
                if index == 0 {
                    charts.odds_card(ui, page, "rank-shares", |case| rank_shares(case, prospects));
                } else {
                    charts.odds_card(ui, page, "central-weights", |case| {
                        central_weights(case, prospects, &names)
                    });
                }
            });
        }
    }
    stability(ui, page, choice);
    people(ui, page, choice);
}

/// Between which weights the same option is chosen.
fn stability(ui: &mut Ui, page: &Page<'_>, choice: &Choice<'_>) {
    let text = page.text;
    let list = &choice.weighing.stability;
    if list.is_empty() {
        return;
    }
    let title = text.get("decision-stability");
    let columns = [
        text_column(text.get("decision-criterion"), 1.0),
        figure_column(text.get("decision-weight")),
        figure_column(text.get("decision-weight-from")),
        figure_column(text.get("decision-weight-to")),
        text_column(text.get("decision-weight-below"), 0.8),
        text_column(text.get("decision-weight-above"), 0.8),
    ];
    let share = |value: f64| text.percent(value, Digits::Decimals(0));
    let other = |place: Option<usize>| {
        place.map_or_else(|| "–".to_owned(), |place| choice.words.option(place))
    };
    let rows: Vec<Row> = list
        .iter()
        .map(|criterion| {
            Row::new([
                Cell::new(choice.words.criterion(&criterion.criterion)),
                Cell::new(share(criterion.weight)),
                Cell::new(share(criterion.interval.0)),
                Cell::new(share(criterion.interval.1)),
                Cell::new(other(criterion.below)),
                Cell::new(other(criterion.above)),
            ])
        })
        .collect();
    parts_of_page::card(ui, &title, &text.get("decision-stability-aid"), |ui| {
        wide_table(ui, &title, &columns, &rows);
    });
}

/// What would follow from each participant's weights alone.
fn people(ui: &mut Ui, page: &Page<'_>, choice: &Choice<'_>) {
    let text = page.text;
    let list = &choice.weighing.participants;
    if list.len() < 2 {
        return;
    }
    let title = text.get("decision-people");
    let columns = [
        text_column(text.get("decision-person"), 0.8),
        text_column(text.get("decision-would-choose"), 1.0),
        figure_column(text.get("decision-distance")),
    ];
    let rows: Vec<Row> = list
        .iter()
        .map(|person| {
            let best = person
                .best
                .map_or_else(|| "–".to_owned(), |place| choice.words.option(place));
            Row::new([
                Cell::new(choice.words.participant(&person.id)),
                Cell::new(best),
                Cell::new(text.percent(person.distance, Digits::Decimals(0))),
            ])
        })
        .collect();
    parts_of_page::card(ui, &title, &text.get("decision-people-aid"), |ui| {
        wide_table(ui, &title, &columns, &rows);
    });
}

//! The answer first, then how sure, then the evidence and what would change it.

mod flips;
mod view;

use egui::Ui;
use weighbridge_engine::explain::ResultPart;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::OptionId;
use weighbridge_units::Arg;

use super::charts::{COST_AGAINST_CAPABILITY, COST_BREAKDOWN, ChartCache, waiting};
use super::parts::{Answer, add_options_first, ask_why, how_sure, note, point, wide_table};
use super::{Ask, Page};
use crate::look::Look;
use crate::widgets::table::{Cell, Row, figure_column, text_column};
use crate::widgets::{Icon, page as parts_of_page};
use flips::{FlipSearch, Flips};

/// What is looked at on the page; nothing of it is part of the document.
#[derive(Debug, Default)]
pub struct State {
    charts: ChartCache,
    flips: FlipSearch,
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    if add_options_first(ui, page, "step-decision") {
        return;
    }
    let text = page.text;
    let sure = format!("{} {}", text.get("decision-how-sure"), how_sure(page));
    parts_of_page::headline(ui, &view::headline(page), &sure);
    parts_of_page::columns(ui, 2, 430.0, |ui, index| {
        if index == 0 {
            side_by_side(ui, page);
            findings_card(ui, page);
        } else {
            flips_card(ui, page, &mut state.flips);
        }
    });
    parts_of_page::columns(ui, 2, 430.0, |ui, index| {
        if index == 0 {
            state.charts.card(ui, page, COST_BREAKDOWN);
        } else if view::has_scores(page) {
            state.charts.card(ui, page, COST_AGAINST_CAPABILITY);
        }
    });
}

/// The options with their main figures; those that cannot be had are grey, with the reason.
fn side_by_side(ui: &mut Ui, page: &mut Page<'_>) {
    let title = page.text.get("decision-side-by-side");
    let look = Look::of(ui);
    let (columns, rows) = view::side_by_side(&look, page);
    let mut pressed = None;
    parts_of_page::card(
        ui,
        &title,
        &page.text.get("decision-side-by-side-aid"),
        |ui| {
            pressed = wide_table(ui, &title, &columns, &rows);
        },
    );
    let Some((row, column)) = pressed else { return };
    let option = page
        .session
        .outcome()
        .options
        .get(row)
        .map(|option| option.id.clone());
    let measure = match column {
        1 => Measure::NetPresentValue,
        2 => Measure::PerMillionTokens,
        _ => Measure::TimeToFirstToken,
    };
    if let Some(option) = option {
        ask_why(page, &option, ResultPart::Measure(measure));
    }
}

/// How far inputs must move before the option that follows costs less.
fn flips_card(ui: &mut Ui, page: &mut Page<'_>, search: &mut FlipSearch) {
    let text = page.text;
    let outcome = page.session.outcome();
    let Answer::Cheapest { first, second, .. } = Answer::of(outcome) else {
        return;
    };
    let pair: (OptionId, OptionId) = (first.id.clone(), second.id.clone());
    let names = [
        ("first", Arg::from(first.name.clone())),
        ("second", Arg::from(second.name.clone())),
    ];
    let known = search.get(ui.ctx(), page, &pair);
    let (is_current, has_failed) = (known.is_current, known.has_failed);
    let found = known.result;
    let title = match found {
        Some(found) if !found.moves.iter().any(|flip| flip.at.is_some()) => {
            text.format("decision-flips-none", &names)
        }
        _ => text.get("decision-flips").into_owned(),
    };
    let aid = text.format("decision-flips-aid", &names);
    let mut asked = None;
    parts_of_page::card(ui, &title, &aid, |ui| match found {
        None => waiting(ui, page, has_failed),
        Some(found) => {
            ui.scope(|ui| {
                if !is_current {
                    ui.multiply_opacity(0.45);
                }
                asked = flips_table(ui, page, &title, found);
            });
        }
    });
    if let Some(path) = asked {
        page.ask(Ask::Reveal(path));
    }
}

fn flips_table(
    ui: &mut Ui,
    page: &Page<'_>,
    title: &str,
    found: &Flips,
) -> Option<weighbridge_engine::scenario::InputPath> {
    let look = Look::of(ui);
    let text = page.text;
    let scenario = page.session.scenario();
    let (moving, standing): (Vec<_>, Vec<_>) =
        found.moves.iter().partition(|flip| flip.at.is_some());
    let columns = [
        text_column(text.get("decision-input"), 1.0),
        figure_column(text.get("decision-today")),
        figure_column(text.get("decision-flips-at")),
        figure_column(text.get("decision-change")),
    ];
    let rows: Vec<Row> = moving
        .iter()
        .filter_map(|flip| {
            let at = flip.at?;
            let link = text.format(
                "why-go-to-input",
                &[
                    ("input", Arg::from(flips::label(text, scenario, flip))),
                    ("value", Arg::from(text.quantity(flip.here, flip.unit))),
                ],
            );
            let (field, note) = flips::field_and_note(text, scenario, flip);
            Some(Row::new([
                Cell::new(field).note(note).link(link),
                Cell::new(flips::value(text, flip.unit, flip.here)),
                Cell::new(flips::value(text, flip.unit, at)).colour(look.bad),
                Cell::new(flips::change(text, flip.here, at)),
            ]))
        })
        .collect();
    let mut asked = None;
    if !rows.is_empty() {
        let pressed = wide_table(ui, title, &columns, &rows);
        asked = pressed.and_then(|(row, _)| Some(moving.get(row)?.path.clone()));
    }
    if !standing.is_empty() {
        let inputs = standing
            .iter()
            .map(|flip| flips::label(text, scenario, flip));
        note(
            ui,
            text.format(
                "decision-standing",
                &[("inputs", Arg::from(text.list(inputs)))],
            ),
        );
    }
    asked
}

/// What a careful reader should know, grave things first.
fn findings_card(ui: &mut Ui, page: &Page<'_>) {
    let look = Look::of(ui);
    let text = page.text;
    let sentences = view::findings(page);
    parts_of_page::card(ui, &text.get("report-section-findings"), "", |ui| {
        if sentences.is_empty() {
            point(ui, Icon::Tick, look.good, text.get("decision-no-findings"));
        }
        for (is_grave, sentence) in sentences {
            let colour = if is_grave { look.bad } else { look.caution };
            point(ui, Icon::Exclamation, colour, sentence);
        }
    });
}

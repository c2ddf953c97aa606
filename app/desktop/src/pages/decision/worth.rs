//! What is worth finding out before choosing, and how.

use egui::Ui;
use weighbridge_engine::scenario::InputPath;
use weighbridge_engine::weighing::Worth;
use weighbridge_session::Step;
use weighbridge_text::WayToFindOut;
use weighbridge_units::{Arg, Money};

use super::choice::Choice;
use super::sureness::dimmed;
use crate::pages::charts::waiting;
use crate::pages::parts::{note, wide_table};
use crate::pages::{Ask, Page};
use crate::widgets::page as parts_of_page;
use crate::widgets::table::{Cell, Row, figure_column, text_column};

/// So many quantities are listed.
const MOST: usize = 6;

/// A quantity is listed from this share of the highest worth on.
const LEAST_SHARE: f64 = 0.01;

/// The quantities that are worth most, each with its worth and the way to find it out.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, choice: &Choice<'_>) {
    let text = page.text;
    let title = text.get("decision-worth");
    let Some(futures) = &choice.futures else {
        if choice.odds.is_busy() {
            parts_of_page::card(ui, &title, "", |ui| waiting(ui, page, false));
        }
        return;
    };
    let list = listed(&futures.prospects.worth);
    let mut pressed = None;
    parts_of_page::card(ui, &title, &text.get("decision-worth-aid"), |ui| {
        dimmed(ui, choice.odds.is_current(), |ui| {
            if list.is_empty() {
                note(ui, text.get("decision-worth-nothing"));
            } else {
                pressed = table(ui, page, choice, &title, &list);
            }
            if let Some((evpi, _)) = futures.prospects.evpi_usd.filter(|(evpi, _)| *evpi > 0.0) {
                let value = Arg::from(text.compact_money(Money::usd(evpi)));
                note(
                    ui,
                    text.format("decision-worth-everything", &[("value", value)]),
                );
            }
        });
    });
    match pressed {
        Some(Pressed::Input(path)) => page.ask(Ask::Reveal(path)),
        Some(Pressed::Speed) => page.ask(Ask::Step(Step::Latency as usize)),
        None => {}
    }
}

/// What of the table was pressed.
enum Pressed {
    /// An input, which leads to its field.
    Input(InputPath),
    /// How a speed is found out, which leads to the page on which it is measured.
    Speed,
}

/// Whether a quantity is how fast an engine is on a class of hardware.
fn is_speed(worth: &Worth) -> bool {
    worth.quantity.starts_with("serving-")
}

fn listed(worth: &[Worth]) -> Vec<&Worth> {
    let most = worth.first().map_or(0.0, |worth| worth.evppi_usd);
    let counts = |worth: &&Worth| worth.evppi_usd > 0.0 && worth.evppi_usd >= LEAST_SHARE * most;
    worth.iter().filter(counts).take(MOST).collect()
}

fn table(
    ui: &mut Ui,
    page: &Page<'_>,
    choice: &Choice<'_>,
    title: &str,
    list: &[&Worth],
) -> Option<Pressed> {
    let text = page.text;
    let columns = [
        text_column(text.get("decision-input"), 1.0),
        figure_column(text.get("decision-worth-up-to")),
        text_column(text.get("decision-worth-how"), 0.35),
    ];
    let rows: Vec<Row> = list
        .iter()
        .map(|worth| {
            let (field, owners) = names(choice, worth);
            let amount = text.compact_money(Money::usd(worth.evppi_usd));
            let error = text.compact_money(Money::usd(worth.standard_error_usd));
            let way = worth
                .paths
                .first()
                .map_or(WayToFindOut::Pilot, WayToFindOut::of);
            let mut first = Cell::new(&field).note(owners);
            if !worth.paths.is_empty() {
                let args = [
                    ("input", Arg::from(field.clone())),
                    ("value", Arg::from(amount.clone())),
                ];
                first = first.link(text.format("why-go-to-input", &args));
            }
            let mut how = Cell::new(text.get(way.key()));
            if is_speed(worth) {
                let input = ("input", Arg::from(field));
                how = how.link(text.format("decision-worth-measure", &[input]));
            }
            Row::new([first, Cell::new(amount).note(format!("± {error}")), how])
        })
        .collect();
    let (row, column) = wide_table(ui, title, &columns, &rows)?;
    if column == columns.len() - 1 {
        return Some(Pressed::Speed);
    }
    let path = list.get(row)?.paths.first()?;
    Some(Pressed::Input(path.clone()))
}

/// The name of a quantity, and those of the options that share it.
fn names(choice: &Choice<'_>, worth: &Worth) -> (String, String) {
    if let Some((option, criterion)) = &worth.unknown {
        let name = choice.scenario.option(option);
        let name = name.map_or_else(String::new, |option| option.name.clone());
        return (choice.words.criterion(criterion), name);
    }
    let Some(first) = worth.paths.first() else {
        return (worth.quantity.clone(), String::new());
    };
    let field = choice.words.field_and_owner(first).0;
    let mut owners: Vec<String> = Vec::new();
    for path in &worth.paths {
        let owner = choice.words.field_and_owner(path).1;
        if !owner.is_empty() && !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    (field, owners.join(", "))
}

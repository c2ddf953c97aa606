//! What no option may miss, as far as it is known today; weights of participants come later.

mod gates;

use egui::Ui;
use weighbridge_units::Arg;

use super::parts::{add_options_first, note, option_cell, option_row, wide_table};
use super::{Ask, Page};
use crate::look::Look;
use crate::widgets::table::{Cell, Key, Row, text_column};
use crate::widgets::{Icon, button, page as parts_of_page};
use gates::{Gate, Verdict, verdict};

/// What is looked at on the page: nothing yet that the document does not hold.
#[derive(Debug, Default)]
pub struct State {}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, _: &mut State) {
    if add_options_first(ui, page, "step-priorities") {
        return;
    }
    let look = Look::of(ui);
    let text = page.text;
    let (scenario, outcome) = (page.session.scenario(), page.session.outcome());
    let verdicts: Vec<Vec<Verdict>> = scenario
        .options
        .iter()
        .zip(&outcome.options)
        .map(|(option, found)| {
            Gate::ALL
                .map(|gate| verdict(scenario, option, found, gate))
                .to_vec()
        })
        .collect();
    let passing = verdicts
        .iter()
        .filter(|row| !row.contains(&Verdict::Missed))
        .count();
    let headline = text.format(
        "priorities-headline",
        &[
            ("count", Arg::from(passing)),
            ("total", Arg::from(verdicts.len())),
        ],
    );
    let sure = format!(
        "{} {}",
        text.get("priorities-how-sure"),
        text.get("step-priorities.today")
    );
    parts_of_page::headline(ui, &headline, &sure);
    let mut columns = vec![text_column(text.get("column-option"), 1.6)];
    columns.extend(Gate::ALL.map(|gate| text_column(text.get(gate.key()), 1.0)));
    let rows: Vec<Row> = verdicts
        .iter()
        .zip(&outcome.options)
        .map(|(row, option)| {
            let mut cells = vec![option_cell(&look, option)];
            cells.extend(row.iter().map(|verdict| {
                let (sign, colour) = match verdict {
                    Verdict::Passed => (Icon::Tick, look.good),
                    Verdict::Missed => (Icon::Cross, look.bad),
                    Verdict::ToRead => (Icon::Exclamation, look.caution),
                    Verdict::NotKnown | Verdict::NotAsked => (Icon::Ring, look.muted),
                };
                Cell::new(text.get(verdict.key())).key(Key::Glyph(sign, colour))
            }));
            option_row(outcome, option, cells)
        })
        .collect();
    let title = text.get("priorities-gates");
    let mut asks = Vec::new();
    parts_of_page::card(ui, &title, &text.get("priorities-gates-aid"), |ui| {
        wide_table(ui, &title, &columns, &rows);
        note(ui, text.get("priorities-gates-note"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = look.gap;
            for (key, step) in [
                ("step-workload", 1),
                ("step-latency", 5),
                ("step-long-term", 6),
            ] {
                if ui.add(button::link(&text.get(key))).clicked() {
                    asks.push(Ask::Step(step));
                }
            }
        });
    });
    page.asks.append(&mut asks);
    parts_of_page::card(ui, &text.get("priorities-later"), "", |ui| {
        note(ui, text.get("priorities-later-body"));
    });
}

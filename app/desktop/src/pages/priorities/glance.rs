//! At a glance: who passes the gates, what counts, and the statements about the client.

use egui::Ui;
use weighbridge_engine::scenario::{Gate, GateTest};
use weighbridge_engine::weighing::{GateVerdict, MEMORY, OptionWeighing, Verdict};
use weighbridge_units::Arg;

use super::bars::{bars, group_bars};
use super::{Shown, State, View, conditions, framework, people};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::{note, option_cell, wide_table};
use crate::widgets::table::{Cell, Column, Key, Row, text_column};
use crate::widgets::{Icon, button, page as parts_of_page};

/// Narrower than this, cards stand under each other.
const LEAST_COLUMN: f32 = 430.0;

/// The room for an option and its verdict, and that for the column of a gate, in points.
const ROOM: f32 = 420.0;
const ROOM_OF_GATE: f32 = 104.0;

/// Draws the view.
pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, shown: &Shown<'_>) {
    if gates_card(ui, page, shown) {
        state.view = View::Gates;
    }
    parts_of_page::columns(ui, 2, LEAST_COLUMN, |ui, column| match column {
        0 => {
            if !shown.scenario.priorities.criteria.is_empty() && weights_card(ui, shown) {
                state.view = View::Weights;
            }
            framework::card(ui, page, shown);
        }
        _ => conditions::card(ui, page, state, shown),
    });
}

/// The options before the gates that are asked. Returns whether gates are to be set.
fn gates_card(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) -> bool {
    let look = Look::of(ui);
    let text = shown.text;
    let title = text.get("priorities-gates");
    let set = text.get("priorities-set-gates");
    let mut sets = false;
    let buttons = |ui: &mut Ui| sets = ui.add(button::quiet(&set)).clicked();
    let aid = text.get("priorities-gates-aid");
    parts_of_page::card_with(ui, &title, &aid, buttons, |ui| {
        let gates = asked(shown);
        if gates.is_empty() {
            note(ui, text.get("priorities-no-gates"));
            return;
        }
        // Where there is no room for a column a gate, the verdict says which gates close.
        let is_wide = ui.available_width() >= ROOM + ROOM_OF_GATE * gates.len() as f32;
        let gates: &[(String, String)] = if is_wide { &gates } else { &[] };
        let mut columns: Vec<Column> = vec![text_column(text.get("column-option"), 2.0)];
        columns.extend(gates.iter().map(|(_, name)| text_column(name, 1.0)));
        columns.push(text_column(text.get("priorities-verdict"), 2.6));
        let options = shown.weighing.options.iter();
        let rows: Vec<Row> = options
            .zip(&page.session.outcome().options)
            .map(|(weighed, found)| {
                let mut cells = vec![option_cell(&look, found)];
                cells.extend(gates.iter().map(|(id, _)| {
                    let verdict = weighed.gates.iter().find(|gate| gate.gate == *id);
                    verdict_cell(&look, shown, weighed, verdict)
                }));
                cells.push(standing(&look, shown, weighed));
                let row = Row::new(cells);
                if weighed.is_in_the_running {
                    row
                } else {
                    row.faded()
                }
            })
            .collect();
        wide_table(ui, &title, &columns, &rows);
    });
    sets
}

/// The gates that are asked, with their names; fitting in memory is asked where it closes on one.
fn asked(shown: &Shown<'_>) -> Vec<(String, String)> {
    let gates = &shown.scenario.priorities.gates;
    let mut asked: Vec<(String, String)> = gates
        .iter()
        .filter(|gate| gate.on || gate.test == GateTest::Memory)
        .map(|gate| (gate.id.clone(), gate_name(shown, gate)))
        .collect();
    let closes = shown
        .weighing
        .options
        .iter()
        .any(|option| option.gates.iter().any(|gate| gate.gate == MEMORY));
    if closes && !asked.iter().any(|(id, _)| id == MEMORY) {
        let name = first_upper(&shown.text.get("choice-gate-memory"));
        asked.push((MEMORY.to_owned(), name));
    }
    asked
}

/// A gate as a heading.
pub(super) fn gate_name(shown: &Shown<'_>, gate: &Gate) -> String {
    first_upper(&shown.words.gate(gate))
}

fn first_upper(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn verdict_cell(
    look: &Look,
    shown: &Shown<'_>,
    option: &OptionWeighing,
    verdict: Option<&GateVerdict>,
) -> Cell {
    let text = shown.text;
    let (sign, colour, key) = match verdict.map(|gate| &gate.verdict) {
        Some(Verdict::Passed) => (Icon::Tick, look.good, "gate-passed"),
        Some(Verdict::Closed(_)) => (Icon::Cross, look.bad, "gate-missed"),
        Some(Verdict::NotKnown) => (Icon::Ring, look.muted, "gate-not-known"),
        Some(Verdict::NotAsked) | None => (Icon::Minus, look.muted, "gate-not-asked"),
    };
    let cell = Cell::new(text.get(key)).key(Key::Glyph(sign, colour));
    match verdict.and_then(|gate| shown.closed_share(option, &gate.gate)) {
        Some(share) if share > 0.0 && share < 1.0 => {
            cell.note(text.format("priorities-closes-in", &[("share", Arg::Percent(share))]))
        }
        _ => cell,
    }
}

/// In the running, or out and why.
fn standing(look: &Look, shown: &Shown<'_>, option: &OptionWeighing) -> Cell {
    let text = shown.text;
    let (sign, colour, words) = match shown.words.out_because(option) {
        Some(reason) => (Icon::Cross, look.bad, reason),
        None if option.npv_usd.is_none() => {
            let words = text.get("priorities-no-cost").into_owned();
            (Icon::Exclamation, look.caution, words)
        }
        None => {
            let words = text.get("priorities-in-the-running").into_owned();
            (Icon::Tick, look.good, words)
        }
    };
    Cell::new(words)
        .colour(look.ink)
        .key(Key::Glyph(sign, colour))
}

/// What counts, as bars. Returns whether somebody is to weigh.
fn weights_card(ui: &mut Ui, shown: &Shown<'_>) -> bool {
    let text = shown.text;
    let title = text.get("priorities-weights");
    let weigh = text.get("priorities-weigh");
    let mut weighs = false;
    let buttons = |ui: &mut Ui| weighs = ui.add(button::quiet(&weigh)).clicked();
    let people = &shown.scenario.priorities.participants;
    let aid = if people.is_empty() {
        text.get("priorities-weights-start").into_owned()
    } else {
        text.format(
            "priorities-weights-mean",
            &[("count", Arg::from(people.len()))],
        )
    };
    parts_of_page::card_with(ui, &title, &aid, buttons, |ui| {
        bars(ui, text, &group_bars(shown));
        if let Some(sentence) = people::sentence(shown) {
            note(ui, sentence);
        }
    });
    weighs
}

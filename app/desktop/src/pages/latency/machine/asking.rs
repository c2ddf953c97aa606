//! Which model is timed, and where.

use egui::{TextEdit, Ui};
use weighbridge_inference::synthetic::Shape;
use weighbridge_latency::Plan;
use weighbridge_text::Text;
use weighbridge_units::Arg;

use super::super::lengths::{ANSWER, PROMPT};
use super::choice::{Choice, FORMATS, SWEEP};
use super::path_row::path_row;
use super::state::State;
use crate::look::Look;
use crate::pages::parts::{note, point};
use crate::pages::typed::named_number_ui;
use crate::pages::{Ask, FileFor, Page};
use crate::widgets::{Icon, button, choice, page as parts_of_page};

/// Draws the card.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let title = text.get("here-time");
    let aid = text.get("here-time-aid");
    parts_of_page::card(ui, &title, &aid, |ui| {
        let Some(machine) = &state.machine else {
            note(ui, text.get("here-looking"));
            return;
        };
        let gpus: Vec<String> = machine
            .gpus
            .iter()
            .enumerate()
            .filter(|(_, gpu)| !gpu.ways.is_empty())
            .map(|(number, gpu)| {
                let name = gpu.name.value.clone().unwrap_or_default();
                match gpu.is_software() {
                    true => text.format("here-software", &[("name", Arg::from(name))]),
                    false => text.format(
                        "here-gpu",
                        &[("number", Arg::from(number)), ("name", Arg::from(name))],
                    ),
                }
            })
            .collect();
        let usable: Vec<usize> = (0..machine.gpus.len())
            .filter(|number| !machine.gpus[*number].ways.is_empty())
            .collect();
        where_(ui, text, state, &gpus, &usable);
        what(ui, page, state);
        how(ui, text, state);
        start(ui, text, state);
        faults(ui, text, state);
    });
}

/// Processor or graphics processor.
fn where_(ui: &mut Ui, text: Text, state: &mut State, gpus: &[String], usable: &[usize]) {
    let name = text.get("here-where");
    let processor = text.get("here-processor");
    let mut places = vec![processor.as_ref()];
    places.extend(gpus.iter().map(String::as_str));
    let chosen = state
        .choice
        .gpu
        .and_then(|gpu| usable.iter().position(|number| *number == gpu))
        .map_or(0, |place| place + 1);
    caption(ui, &name);
    if let Some(picked) = choice::segmented(ui, &name, &places, chosen) {
        state.choice.gpu = picked.checked_sub(1).map(|place| usable[place]);
    }
}

/// A made-up model by shape and format, or a file.
fn what(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let name = text.get("here-what");
    let kinds = [text.get("here-made-up"), text.get("here-file")];
    let kinds = kinds.each_ref().map(AsRef::as_ref);
    caption(ui, &name);
    if let Some(picked) = choice::segmented(ui, &name, &kinds, usize::from(state.choice.from_file))
    {
        state.choice.from_file = picked == 1;
    }
    if state.choice.from_file {
        file(ui, page, &mut state.choice);
        return;
    }
    let shapes = Shape::built_in().map(|shape| shape.name);
    let shapes = shapes.each_ref().map(|name| name.as_str());
    let of_shape = text.get("here-shape");
    if let Some(picked) = choice::segmented(ui, &of_shape, &shapes, state.choice.shape) {
        state.choice.shape = picked;
    }
    let formats = FORMATS.map(|format| format.name());
    let of_format = text.get("here-format");
    if let Some(picked) = choice::segmented(ui, &of_format, &formats, state.choice.format) {
        state.choice.format = picked;
    }
    note(ui, text.get("latency-made-up"));
}

/// A file by its path, typed or chosen, and what its model reads.
fn file(ui: &mut Ui, page: &mut Page<'_>, choice: &mut Choice) {
    let text = page.text;
    let label = text.get("here-path");
    caption(ui, &label);
    if path_row(ui, text, "here-path", &label, &mut choice.path) {
        page.ask(Ask::ChooseFile(FileFor::Model));
    }
    note(ui, text.get("here-path-help"));
    let label = text.get("here-prompt");
    caption(ui, &label);
    let prompt = choice
        .prompt
        .get_or_insert_with(|| text.get("here-prompt-example").into_owned());
    let field = TextEdit::multiline(prompt)
        .id_salt("here-prompt")
        .desired_rows(2)
        .desired_width(f32::INFINITY);
    let field = ui.add(field);
    ui.ctx()
        .accesskit_node_builder(field.id, |node| node.set_label(label.as_ref()));
    note(ui, text.get("here-prompt-help"));
}

/// Lengths, users, and whether a busy machine will do.
fn how(ui: &mut Ui, text: Text, state: &mut State) {
    let look = Look::of(ui);
    ui.add_space(look.grid);
    let choice = &mut state.choice;
    // What a text has is counted once it is read.
    if choice.words().is_none() {
        named_number_ui(ui, text, &PROMPT, &mut choice.prompt_tokens);
    }
    named_number_ui(ui, text, &ANSWER, &mut choice.output_tokens);
    let sweep = text.format(
        "here-sweep",
        &[("users", Arg::texts(SWEEP.map(|users| users.to_string())))],
    );
    choice::toggle(ui, &mut choice.sweeps, &sweep);
    choice::toggle(ui, &mut choice.though_busy, &text.get("here-though-busy"));
}

fn start(ui: &mut Ui, text: Text, state: &mut State) {
    let ready = state.choice.wanted().is_some() && state.measuring_seconds().is_none();
    let start = text.get("here-start");
    let refusal = plan_fault(text, &state.choice.plan());
    let pressed = ui
        .add_enabled(ready && refusal.is_none(), button::primary(&start))
        .clicked();
    if let Some(refusal) = refusal {
        note(ui, refusal);
    }
    if pressed {
        state.run(ui.ctx());
    }
}

fn plan_fault(text: Text, plan: &Plan) -> Option<String> {
    plan.check().err().map(|bad| text.describe(&bad))
}

fn faults(ui: &mut Ui, text: Text, state: &State) {
    let look = Look::of(ui);
    for fault in &state.faults {
        point(ui, Icon::Exclamation, look.bad, text.render(fault));
    }
}

fn caption(ui: &mut Ui, words: &str) {
    let look = Look::of(ui);
    ui.label(look.note(words));
}

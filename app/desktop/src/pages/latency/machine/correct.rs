//! The dialog in which a fact is set right that the user knows better.

use egui::Context;
use weighbridge_machine::{Correction, CorrectionFault, Form, GpuKind};
use weighbridge_text::Text;
use weighbridge_units::Arg;

use super::state::State;
use super::words;
use crate::look::Look;
use crate::pages::typed;
use crate::widgets::{button, choice, dialog};

/// The dialog, while a fact is being set right.
pub(super) fn ui(context: &Context, text: Text, state: &mut State) {
    let Some(mut correcting) = state.correcting.take() else {
        return;
    };
    let name = words::fact_name(text, &correcting.fact);
    let title = text.format("here-correct", &[("fact", Arg::from(name.clone()))]);
    let mut answer = None;
    let ((), leaves) = dialog::dialog(context, "correct-a-fact", &title, 420.0, |ui| {
        let look = Look::of(ui);
        let help = match correcting.fact.form {
            Form::Bytes => "here-correct-bytes",
            Form::Texts => "here-correct-texts",
            _ => "here-correct-help",
        };
        ui.add(egui::Label::new(look.note(text.get(help))).wrap());
        if correcting.fact.form == Form::Kind {
            let kinds =
                GpuKind::ALL.map(|kind| text.get(&format!("machine-gpu-kind-{}", kind.key())));
            let kinds = kinds.each_ref().map(AsRef::as_ref);
            let chosen = GpuKind::ALL
                .iter()
                .position(|kind| kind.key() == correcting.typed)
                .unwrap_or(0);
            if let Some(picked) = choice::segmented(ui, &name, &kinds, chosen) {
                correcting.typed = GpuKind::ALL[picked].key().to_owned();
            }
        } else {
            let field = typed::line_ui(ui, "correct", &name, &mut correcting.typed, false);
            if ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
            if field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                answer = Some(true);
            }
        }
        if let Some(fault) = &correcting.fault {
            ui.add(egui::Label::new(look.note(fault.as_str()).color(look.bad)).wrap());
        }
        ui.add_space(look.gap_small);
        dialog::buttons(ui, |ui| {
            if ui
                .add(button::primary(&text.get("here-correct-take")))
                .clicked()
            {
                answer = Some(true);
            }
            if ui.add(button::quiet(&text.get("here-cancel"))).clicked() {
                answer = Some(false);
            }
        });
    });
    match answer.or(leaves.then_some(false)) {
        None => state.correcting = Some(correcting),
        Some(false) => {}
        Some(true) => match correcting.value(text) {
            Ok(value) => {
                let fault = take(
                    state,
                    Correction {
                        path: correcting.fact.path.clone(),
                        value,
                    },
                );
                if let Some(fault) = fault {
                    correcting.fault = Some(text.describe(&fault));
                    state.correcting = Some(correcting);
                }
            }
            Err(fault) => {
                correcting.fault = Some(fault);
                state.correcting = Some(correcting);
            }
        },
    }
}

/// Takes a correction; it is kept for when the machine is looked at again.
fn take(state: &mut State, correction: Correction) -> Option<CorrectionFault> {
    let machine = state.machine.as_mut()?;
    if let Err(fault) = machine.correct(&correction) {
        return Some(fault);
    }
    state.facts = machine.facts();
    state.generation += 1;
    state.corrections.retain(|one| one.path != correction.path);
    state.corrections.push(correction);
    None
}

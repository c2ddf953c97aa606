//! What was measured here means for the models of the case: estimated from the measurements, with
//! a range and a word.

use egui::Ui;
use weighbridge_engine::serving::Estimate;

use super::meant::{Meaning, Weights, meanings};
use super::state::State;
use super::{into_case, models_table};
use crate::measuring::device;
use crate::measuring::kept;
use crate::measuring::record::Surroundings;
use crate::pages::Page;
use crate::pages::parts::{Stamp, note};
use crate::widgets::button;
use crate::widgets::page as parts_of_page;

/// Draws the card; nothing where nothing was measured here.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let Some(kept) = state.runs.first() else {
        return;
    };
    let title = text.get("here-meaning");
    let aid = text.get("here-meaning-aid");
    let is_in_case = into_case::found_in(page.session.scenario(), kept).is_some();
    let mut adds = false;
    parts_of_page::card(ui, &title, &aid, |ui| {
        let Some(meaning) = of_newest(page, state) else {
            note(ui, text.get("here-meaning-no-device"));
            return;
        };
        if meaning.models.is_empty() {
            note(ui, text.get("here-meaning-no-model"));
        } else {
            models_table::rows(ui, text, page.session.scenario(), &meaning.models);
        }
        if meaning.measured.is_empty() {
            note(ui, text.get("here-nothing-for-the-case"));
            return;
        }
        ui.horizontal_wrapped(|ui| {
            let words = text.get("here-into-the-case");
            if ui
                .add_enabled(!is_in_case, button::primary(&words))
                .clicked()
            {
                adds = true;
            }
            if is_in_case {
                note(ui, text.get("here-in-the-case"));
            } else if meaning.measured.iter().any(|one| one.is_busy) {
                note(ui, text.get("here-busy-not-used"));
            }
        });
    });
    if adds
        && let Some(action) = state
            .runs
            .first()
            .and_then(|kept| into_case::into_case(page, state, kept))
    {
        page.act(action);
    }
}

/// The speed of the first model of the case on this machine, and its name with the format of its
/// weights; none before anything was measured. For the headline.
pub(super) fn headline(page: &Page<'_>, state: &mut State) -> Option<(String, Estimate)> {
    let models = &of_newest(page, state)?.models;
    models
        .iter()
        .find_map(|meant| Some((meant.name(), meant.speed.clone().ok()?)))
}

/// What the newest run means; none where there is no run, or nobody knows on what it ran.
fn of_newest<'a>(page: &Page<'_>, state: &'a mut State) -> Option<&'a Meaning> {
    let key = (Stamp::of(page), state.generation);
    let (runs, machine, rates) = (&state.runs, &state.machine, &state.measured);
    let made = state.meaning.get(key, || {
        let (kept, machine) = (runs.first()?, machine.as_ref()?);
        let around = Surroundings {
            machine,
            measured: rates.as_ref(),
            gpu: kept.gpu,
        };
        let catalogue = page.session.catalogue();
        let device = device(machine, around.measured, around.gpu, catalogue)?;
        let measured = kept::measured_here(page.text, &kept.timed, around, kept.on, catalogue)?;
        let weights = Weights::timed(&kept.timed.facts);
        let models = meanings(page.session.scenario(), &device, &measured, &weights);
        Some(Meaning { measured, models })
    });
    made.as_ref()
}

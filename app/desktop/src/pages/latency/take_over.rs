//! An option on the machine that was measured: published hardware stands in the catalogue, the
//! laptop in the room often does not.

use egui::Ui;
use weighbridge_engine::scenario::{DecisionOption, Plan};
use weighbridge_session::Action;
use weighbridge_units::Arg;

use super::machine;
use crate::measuring::runs_on;
use crate::pages::Page;
use crate::pages::parts::note;
use crate::widgets::{button, page as parts_of_page};

/// Draws the card; nothing before a run, or where no option runs on devices or servers of one's own.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &machine::State) {
    let text = page.text;
    let Some(measured) = state.measured_machine(page) else {
        return;
    };
    let options: Vec<DecisionOption> = page
        .session
        .scenario()
        .options
        .iter()
        .filter(|option| matches!(option.plan, Plan::OnDevice(_) | Plan::OnPremises(_)))
        .cloned()
        .collect();
    if options.is_empty() {
        return;
    }
    let title = text.get("take-over");
    let machine = ("machine", Arg::from(measured.name.clone()));
    let aid = text.format("take-over-aid", std::slice::from_ref(&machine));
    let mut chosen = None;
    parts_of_page::card(ui, &title, &aid, |ui| {
        for option in &options {
            let name = ("option", Arg::from(option.name.clone()));
            if runs_on(option, &measured.device) {
                note(ui, text.format("take-over-done", &[name]));
                continue;
            }
            let words = text.format("take-over-option", &[name]);
            if ui.add(button::quiet(&words)).clicked() {
                chosen = Some(option.id.clone());
            }
        }
        note(ui, text.get("take-over-price"));
    });
    if let Some(option) = chosen {
        let machine = Box::new(measured);
        page.act(Action::SetMeasuredMachine { option, machine });
    }
}

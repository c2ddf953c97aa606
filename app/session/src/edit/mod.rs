//! Actions on a scenario: what each changes, and what the step is called.

mod case;
mod figures;
mod inside;
mod options;

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose;
use weighbridge_engine::scenario::SamplingMethod;
use weighbridge_engine::uncertainty::append_dimensions;

use self::case::{set_choice, set_currency, set_sampling};
use self::figures::{reset_figure, set_figure};
use self::inside::edit_option;
use self::options::{add_option, duplicate_option, move_option, remove_option};
use crate::action::Action;
use crate::decide::decide;
use crate::edited::{Edit, Editor};
use crate::error::ActionError;
use crate::measured::{believe, measure, refills};

/// Does an action that changes the scenario.
///
/// # Errors
/// Why it cannot be done; the scenario must then be thrown away.
pub(crate) fn apply(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    editor: &Editor,
    action: Action,
) -> Result<Edit, ActionError> {
    let refills = refills(&action);
    let mut edit = act(scenario, catalogue, editor, action)?;
    if refills && !scenario.measurements.is_empty() {
        edit.notices.extend(believe(scenario, catalogue));
    }
    if scenario.sampling.method == SamplingMethod::Sobol {
        // At once, so that what is added next leaves the draws of all others as they are.
        append_dimensions(scenario)?;
    }
    Ok(edit)
}

fn act(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    editor: &Editor,
    action: Action,
) -> Result<Edit, ActionError> {
    match action {
        Action::SetValue { path, value } => {
            let edit = set_figure(scenario, catalogue, &path, editor.entered(value))?;
            if path.as_str() == "finance.fx_rate" {
                scenario.question.fx_date = Some(editor.today);
            }
            Ok(edit)
        }
        Action::SetFigure { path, figure } => set_figure(scenario, catalogue, &path, figure),
        Action::ResetFigure { path } => reset_figure(scenario, catalogue, &path),
        Action::SetChoice { path, setting } => set_choice(scenario, catalogue, &path, &setting),
        Action::SetTitle(title) => {
            scenario.question.title = title;
            Ok(Edit::named("edit-title"))
        }
        Action::SetQuestion(text) => {
            scenario.question.text = text;
            Ok(Edit::named("edit-question"))
        }
        Action::SetDate(date) => {
            scenario.question.date = date;
            Ok(Edit::named("edit-date"))
        }
        Action::SetCurrency(currency) => {
            set_currency(scenario, catalogue, currency);
            Ok(Edit::named("edit-currency"))
        }
        Action::SetRateDate(date) => {
            scenario.question.fx_date = date;
            Ok(Edit::named("edit-fx-date"))
        }
        Action::SetLanguages(languages) => {
            scenario.question.working_languages = languages;
            Ok(Edit::named("edit-languages"))
        }
        Action::SetNotes(notes) => {
            scenario.question.notes = notes;
            Ok(Edit::named("edit-notes"))
        }
        Action::SetSampling(sampling) => set_sampling(scenario, sampling),
        Action::UpdatePresets(changes) => {
            compose::update(scenario, &changes);
            let mut edit = Edit::named("edit-update-presets");
            edit.name = edit.name.with("count", changes.len());
            Ok(edit)
        }
        Action::AddOption(option) => add_option(scenario, option),
        Action::DuplicateOption(id) => duplicate_option(scenario, &id),
        Action::MoveOption { option, to } => move_option(scenario, &option, to),
        Action::RemoveOption(id) => remove_option(scenario, &id),
        of_option @ (Action::RenameOption { .. }
        | Action::SetPrice { .. }
        | Action::SetModel { .. }
        | Action::SetHardware { .. }
        | Action::SetMeasuredMachine { .. }
        | Action::SetEngine { .. }
        | Action::SetCacheBits { .. }
        | Action::SetCascadePart { .. }
        | Action::SetCustomisation { .. }
        | Action::SetRetirement { .. }
        | Action::AddContextTier(_)
        | Action::RemoveContextTier { .. }
        | Action::AddVolumeDiscount(_)
        | Action::RemoveVolumeDiscount { .. }
        | Action::AddScore { .. }
        | Action::EnterScore { .. }
        | Action::RemoveScore { .. }) => edit_option(scenario, catalogue, editor, of_option),
        of_measurements @ (Action::AddMeasurements(_)
        | Action::AddRun { .. }
        | Action::RemoveMeasurement(_)
        | Action::UseMeasurement { .. }) => measure(scenario, catalogue, of_measurements),
        of_decision => decide(scenario, catalogue, of_decision),
    }
}

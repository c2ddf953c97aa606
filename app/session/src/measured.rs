//! Actions on measurements, and estimates that give way to them.

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose;
use weighbridge_engine::scenario::{
    DecisionOption, MeasuredRun, Measurement, OptionId, Plan, Subject,
};
use weighbridge_units::{Arg, Message};

use crate::action::Action;
use crate::edited::Edit;
use crate::error::ActionError;

/// Does an action on measurements; estimates follow.
///
/// # Errors
/// Why it cannot be done; the scenario must then be thrown away.
pub(crate) fn measure(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    action: Action,
) -> Result<Edit, ActionError> {
    let edit = match action {
        Action::AddMeasurements(list) => add(scenario, catalogue, list)?,
        Action::AddRun { run, measurements } => add_run(scenario, catalogue, *run, measurements)?,
        Action::RemoveMeasurement(id) => {
            let place = position(scenario, &id)?;
            let gone = scenario.measurements.remove(place);
            forget_run(scenario, gone.run.as_deref());
            of_measurement("edit-remove-measurement", &gone)
        }
        Action::UseMeasurement { measurement, used } => {
            let place = position(scenario, &measurement)?;
            let found = &mut scenario.measurements[place];
            found.is_in_use = used;
            of_measurement(
                match used {
                    true => "edit-use-measurement",
                    false => "edit-leave-measurement",
                },
                found,
            )
        }
        // Everything else is done elsewhere.
        other => {
            debug_assert!(false, "not an action on measurements: {other:?}");
            Edit::named("edit-title")
        }
    };
    let notices = believe(scenario, catalogue);
    Ok(Edit { notices, ..edit })
}

/// Fills estimates anew with the scenario's own measurements, and powers with what their runs
/// counted; no estimates where the catalogue has no estimator, which a test keeps from happening to
/// the built-in one.
///
/// Returns what became of powers, a sentence for each option.
pub(crate) fn believe(scenario: &mut Scenario, catalogue: &Catalogue) -> Vec<Message> {
    let before = powers(scenario);
    if let Some(estimator) = catalogue.estimator() {
        compose::believe_measurements(scenario, estimator);
    }
    compose::believe_power(scenario, catalogue);
    power_notices(scenario, &before)
}

/// The power of each option that has one, in kilowatts.
fn powers(scenario: &Scenario) -> Vec<(OptionId, f64)> {
    let power = |option: &DecisionOption| {
        let figure = match &option.plan {
            Plan::OnPremises(plan) => &plan.owned.kilowatts_per_server,
            Plan::OnDevice(plan) => &plan.device.kilowatts_per_device,
            _ => return None,
        };
        Some((option.id.clone(), figure.value))
    };
    scenario.options.iter().filter_map(power).collect()
}

/// What became of the power of options, a sentence for each that changed.
fn power_notices(scenario: &Scenario, before: &[(OptionId, f64)]) -> Vec<Message> {
    let now = powers(scenario);
    let both = before.iter().zip(&now);
    let changed = both.filter(|((_, before), (_, after))| before != after);
    changed
        .map(|((id, before), (_, after))| {
            let name = scenario.option(id).map(|option| option.name.clone());
            Message::new("notice-power-measured")
                .with("option", name.unwrap_or_default())
                .with("before", Arg::Number(1e3 * before))
                .with("after", Arg::Number(1e3 * after))
        })
        .collect()
}

/// Whether an action may leave options with estimates that know nothing of measurements.
pub(crate) fn refills(action: &Action) -> bool {
    matches!(
        action,
        Action::AddOption(_)
            | Action::SetPrice { .. }
            | Action::SetModel { .. }
            | Action::SetHardware { .. }
            | Action::SetMeasuredMachine { .. }
            | Action::SetEngine { .. }
            | Action::SetCacheBits { .. }
            | Action::SetChoice { .. }
            | Action::ResetFigure { .. }
            | Action::UpdatePresets(_)
    )
}

/// Adds all or none; ids give way where others have them.
fn add(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    list: Vec<Measurement>,
) -> Result<Edit, ActionError> {
    let mut edit = Edit::named("edit-add-measurements");
    edit.name = edit.name.with("count", list.len());
    if scenario.measurements.len() + list.len() > Measurement::MOST {
        return Err(ActionError::TooManyMeasurements);
    }
    for mut measurement in list {
        if !(measurement.value.is_finite() && measurement.value > 0.0) {
            return Err(ActionError::NotMeasured(measurement.value));
        }
        measurement.id = scenario.fresh_measurement_id(&measurement.id);
        let run = measurement.run.take();
        measurement.run = run.filter(|id| scenario.run(id).is_some());
        if let (Subject::Deployment(case), Some(estimator)) =
            (&measurement.subject, catalogue.estimator())
        {
            let estimated = estimator.unchecked(case);
            measurement.estimated = Some(estimated).filter(|it| it.is_finite() && *it > 0.0);
        }
        scenario.measurements.push(measurement);
    }
    Ok(edit)
}

/// Adds a run with its measurements, all or none.
fn add_run(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    mut run: MeasuredRun,
    mut list: Vec<Measurement>,
) -> Result<Edit, ActionError> {
    run.id = scenario.fresh_run_id(&run.id);
    for measurement in &mut list {
        measurement.run = Some(run.id.clone());
    }
    // A run that measured nothing would be named by nobody.
    if !list.is_empty() {
        scenario.runs.push(run);
    }
    add(scenario, catalogue, list)
}

/// Removes a run that no measurement names any more.
fn forget_run(scenario: &mut Scenario, run: Option<&str>) {
    let Some(id) = run else {
        return;
    };
    let mut measurements = scenario.measurements.iter();
    if !measurements.any(|one| one.run.as_deref() == Some(id)) {
        scenario.runs.retain(|run| run.id != id);
    }
}

fn position(scenario: &Scenario, id: &str) -> Result<usize, ActionError> {
    let place = scenario.measurements.iter().position(|one| one.id == id);
    place.ok_or_else(|| ActionError::NoSuchMeasurement(id.to_owned()))
}

fn of_measurement(key: &'static str, measurement: &Measurement) -> Edit {
    let mut edit = Edit::named(key);
    edit.name = edit.name.with("source", measurement.source.clone());
    edit
}

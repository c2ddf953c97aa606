//! Figures of any kind: set, put back to what they would be, and checked.

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose;
use weighbridge_engine::figure::{FieldSpec, Figure};
use weighbridge_engine::scenario::{InputPath, OptionId, Plan, SetError};
use weighbridge_engine::uncertainty::RangeFault;
use weighbridge_engine::uncertainty::shape::distribution;
use weighbridge_text::field_key_of;
use weighbridge_units::Arg;

use crate::default::default_figure;
use crate::edited::Edit;
use crate::error::ActionError;

pub(super) fn set_figure(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    path: &InputPath,
    figure: Figure,
) -> Result<Edit, ActionError> {
    let spec = scenario.spec(path).ok_or_else(|| unknown_path(path))?;
    check_range(spec, path, &figure)?;
    scenario.set_figure(path, figure)?;
    check_steps(scenario, path)?;
    compose::follow(scenario, catalogue, path);
    Ok(field_edit(scenario, "edit-figure", path, spec))
}

pub(super) fn reset_figure(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    path: &InputPath,
) -> Result<Edit, ActionError> {
    let spec = scenario.spec(path).ok_or_else(|| unknown_path(path))?;
    if forget(scenario, catalogue, path) {
        return Ok(field_edit(scenario, "edit-reset", path, spec));
    }
    let figure =
        default_figure(scenario, catalogue, path).unwrap_or_else(|| Figure::starting(spec));
    scenario.set_figure(path, figure)?;
    check_steps(scenario, path)?;
    compose::follow(scenario, catalogue, path);
    Ok(field_edit(scenario, "edit-reset", path, spec))
}

/// Takes away a weight or a judgement that stands only because somebody gave it: a participant's
/// weight gives way to the criterion's own, a judgement that no framework makes to nothing.
fn forget(scenario: &mut Scenario, catalogue: &Catalogue, path: &InputPath) -> bool {
    let parts: Vec<&str> = path.as_str().split('.').collect();
    match *parts.as_slice() {
        ["participants", id, "weight", criterion] => {
            let mut participants = scenario.priorities.participants.iter_mut();
            if let Some(participant) = participants.find(|found| found.id == id) {
                participant.swings.retain(|(found, _)| found != criterion);
            }
            true
        }
        ["options", id, "assessment", criterion] => {
            if default_figure(scenario, catalogue, path).is_some() {
                return false;
            }
            let mut options = scenario.options.iter_mut();
            if let Some(option) = options.find(|found| found.id.as_str() == id) {
                option
                    .assessments
                    .retain(|found| found.criterion != criterion);
            }
            true
        }
        _ => false,
    }
}

fn field_edit(scenario: &Scenario, key: &'static str, path: &InputPath, spec: &FieldSpec) -> Edit {
    let mut edit = Edit::named(key);
    let field = Arg::key(field_key_of(scenario, path, spec));
    edit.name = edit.name.with("field", field);
    edit
}

pub(super) fn unknown_path(path: &InputPath) -> ActionError {
    ActionError::Set(SetError::UnknownPath {
        path: path.to_string(),
    })
}

/// A range must be one that can be drawn from, with ends that the field allows.
pub(super) fn check_range(
    spec: &FieldSpec,
    path: &InputPath,
    figure: &Figure,
) -> Result<(), ActionError> {
    let Some(range) = &figure.range else {
        return Ok(());
    };
    if let Err(fault) = distribution(figure) {
        return Err(ActionError::Range(RangeFault {
            path: path.clone(),
            reading: range.reading,
            fault,
        }));
    }
    // The ends need not be whole where the field is: draws are rounded.
    let ends = FieldSpec {
        whole: false,
        ..*spec
    };
    for end in [range.low, range.high] {
        ends.check(end).map_err(|fault| SetError::Value {
            path: path.to_string(),
            fault,
        })?;
    }
    Ok(())
}

/// Limits of context tiers and volume discounts must go on rising.
fn check_steps(scenario: &Scenario, path: &InputPath) -> Result<(), ActionError> {
    let Some(rest) = path.as_str().strip_prefix("options.") else {
        return Ok(());
    };
    let option = rest.split('.').next().and_then(OptionId::parse);
    let option = option.and_then(|id| scenario.option(&id));
    let Some(Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api)) =
        option.map(|option| &option.plan)
    else {
        return Ok(());
    };
    let tiers = api.tiers.iter().map(|tier| tier.above_input_tokens.value);
    let discounts = api.volume_discounts.iter();
    let discounts = discounts.map(|step| step.from_usd_per_month.value);
    rising(tiers).and_then(|()| rising(discounts))
}

fn rising(limits: impl Iterator<Item = f64>) -> Result<(), ActionError> {
    let mut last = f64::NEG_INFINITY;
    for limit in limits {
        if limit <= last {
            return Err(ActionError::StepOrder(limit));
        }
        last = limit;
    }
    Ok(())
}

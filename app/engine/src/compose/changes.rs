//! What a newer catalogue says about the figures of a saved scenario.

use super::api::set_price;
use super::figures::assumed;
use super::hosting::{HardwareChoice, set_hardware, set_hosted_model};
use crate::catalogue::{Catalogue, HardwareId, ModelId, PriceId, RentId, WeightFormat};
use crate::figure::{Figure, Origin, Range};
use crate::scenario::{DecisionOption, InputPath, Plan, Scenario};

/// A figure that the catalogue now gives otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct PresetChange {
    /// The input.
    pub path: InputPath,
    /// The figure in the scenario.
    pub saved: Figure,
    /// The figure the catalogue gives at the scenario's date.
    pub current: Figure,
}

/// Figures of presets that the catalogue now gives otherwise, in the scenario's order.
///
/// Nothing is changed; a scenario computes as it was saved until somebody asks for an update.
pub fn changes(scenario: &Scenario, catalogue: &Catalogue) -> Vec<PresetChange> {
    let mut fresh = scenario.clone();
    for option in &mut fresh.options {
        rebind(scenario, catalogue, option);
    }
    let mut list = Vec::new();
    scenario.each_figure(&mut |at, saved| {
        let Origin::Preset(_) = saved.origin else {
            return;
        };
        let path = at.path();
        let current = match assumption(catalogue, saved) {
            Some(figure) => Some(figure),
            None => fresh.figure(&path).cloned(),
        };
        if let Some(current) = current
            && (current.value != saved.value || spread(&current) != spread(saved))
        {
            list.push(PresetChange {
                path,
                saved: saved.clone(),
                current,
            });
        }
    });
    list
}

/// What a range says of a figure; whose quantity it is changes nothing about that.
fn spread(figure: &Figure) -> Option<Range> {
    let range = figure.range.clone();
    range.map(|range| Range {
        quantity: None,
        ..range
    })
}

/// Takes over the current figures of some changes.
///
/// Changes whose input is gone are left out.
pub fn update(scenario: &mut Scenario, accepted: &[PresetChange]) {
    for change in accepted {
        // The catalogue's figures passed its own checks; one that still does not fit its field
        // leaves the saved figure standing.
        let _ = scenario.set_figure(&change.path, change.current.clone());
    }
}

/// Fills an option anew from the records it names; what it names no longer stays as it is.
fn rebind(scenario: &Scenario, catalogue: &Catalogue, option: &mut DecisionOption) {
    match option.plan.clone() {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => {
            if let Some(id) = api.price_id {
                let _ = set_price(scenario, catalogue, option, &PriceId::new(id));
            }
        }
        Plan::RentedGpu(plan) => {
            rebind_model(scenario, catalogue, option, &plan.hosting.weight_format);
            if let Some(id) = plan.rent_id {
                let choice = HardwareChoice::Rent(RentId::new(id));
                let _ = set_hardware(scenario, catalogue, option, &choice);
            }
        }
        Plan::OnPremises(plan) => {
            rebind_model(scenario, catalogue, option, &plan.hosting.weight_format);
            rebind_machine(scenario, catalogue, option, plan.hosting.hardware_id);
        }
        Plan::OnDevice(plan) => {
            rebind_model(scenario, catalogue, option, &plan.hosting.weight_format);
            rebind_machine(scenario, catalogue, option, plan.hosting.hardware_id);
        }
        Plan::Cascade(_) => {}
    }
}

fn rebind_model(
    scenario: &Scenario,
    catalogue: &Catalogue,
    option: &mut DecisionOption,
    format: &str,
) {
    let model = option
        .model
        .as_ref()
        .map(|model| ModelId::new(model.id.as_str()));
    if let (Some(model), Some(format)) = (model, WeightFormat::from_name(format)) {
        let _ = set_hosted_model(scenario, catalogue, option, &model, format);
    }
}

fn rebind_machine(
    scenario: &Scenario,
    catalogue: &Catalogue,
    option: &mut DecisionOption,
    hardware: Option<String>,
) {
    if let Some(id) = hardware {
        let choice = HardwareChoice::Hardware(HardwareId::new(id));
        let _ = set_hardware(scenario, catalogue, option, &choice);
    }
}

/// The current figure of an assumption that a saved figure came from.
fn assumption(catalogue: &Catalogue, saved: &Figure) -> Option<Figure> {
    let Origin::Preset(origin) = &saved.origin else {
        return None;
    };
    Some(assumed(catalogue.assumption(&origin.record)?))
}

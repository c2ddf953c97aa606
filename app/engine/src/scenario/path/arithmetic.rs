//! Figures that the arithmetic reads: rates, workload, salaries, and what stands in options.

use super::InputPath;
use crate::figure::{FieldSpec, Figure, FigureGroup};
use crate::scenario::{DecisionOption, Plan, Scenario};

/// The figure at a path and its field, among those the arithmetic reads.
pub(super) fn find<'a>(
    scenario: &'a Scenario,
    path: &InputPath,
) -> Option<(&'static FieldSpec, &'a Figure)> {
    let (owner, group, index, field) = split(path.as_str())?;
    match owner {
        None => match group {
            "finance" => get(&scenario.finance, field),
            "workload" => get(&scenario.workload, field),
            "salaries" => get(&scenario.salaries, field),
            _ => None,
        },
        Some(id) => {
            let option = scenario
                .options
                .iter()
                .find(|option| option.id.as_str() == id)?;
            find_in_option(option, group, index, field)
        }
    }
}

fn find_in_option<'a>(
    option: &'a DecisionOption,
    group: &str,
    index: Option<usize>,
    field: &str,
) -> Option<(&'static FieldSpec, &'a Figure)> {
    match (group, index) {
        ("people", None) => return get(&option.people, field),
        ("maintenance", None) => return get(&option.maintenance, field),
        ("customisation", None) => return get(&option.customisation, field),
        ("transition", None) => return get(&option.transition, field),
        ("licence", None) => return get(&option.licence, field),
        ("quality", None) => return get(&option.quality, field),
        _ => {}
    }
    match (&option.plan, group, index) {
        (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api), _, _) => match (group, index) {
            ("token_plan", None) => get(&api.token_plan, field),
            ("interface_speed", None) => get(&api.speed, field),
            ("context_tier", Some(index)) => get(api.tiers.get(index)?, field),
            ("volume_discount", Some(index)) => get(api.volume_discounts.get(index)?, field),
            ("successor", None) => get(api.retirement.as_ref()?.successor.as_ref()?, field),
            _ => None,
        },
        (Plan::RentedGpu(plan), "serving", None) => get(&*plan.hosting.serving, field),
        (Plan::RentedGpu(plan), "rented", None) => get(&plan.rented, field),
        (Plan::OnPremises(plan), "serving", None) => get(&*plan.hosting.serving, field),
        (Plan::OnPremises(plan), "owned", None) => get(&plan.owned, field),
        (Plan::OnDevice(plan), "serving", None) => get(&*plan.hosting.serving, field),
        (Plan::OnDevice(plan), "device", None) => get(&plan.device, field),
        (Plan::Cascade(plan), "cascade", None) => get(&plan.cascade, field),
        _ => None,
    }
}

/// The same, to change.
pub(super) fn find_mut<'a>(
    scenario: &'a mut Scenario,
    path: &InputPath,
) -> Option<(&'static FieldSpec, &'a mut Figure)> {
    let (owner, group, index, field) = split(path.as_str())?;
    let Some(id) = owner else {
        return match group {
            "finance" => get_mut(&mut scenario.finance, field),
            "workload" => get_mut(&mut scenario.workload, field),
            "salaries" => get_mut(&mut scenario.salaries, field),
            _ => None,
        };
    };
    let option = scenario
        .options
        .iter_mut()
        .find(|option| option.id.as_str() == id)?;
    match (group, index) {
        ("people", None) => return get_mut(&mut option.people, field),
        ("maintenance", None) => return get_mut(&mut option.maintenance, field),
        ("customisation", None) => return get_mut(&mut option.customisation, field),
        ("transition", None) => return get_mut(&mut option.transition, field),
        ("licence", None) => return get_mut(&mut option.licence, field),
        ("quality", None) => return get_mut(&mut option.quality, field),
        _ => {}
    }
    match (&mut option.plan, group, index) {
        (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api), _, _) => match (group, index) {
            ("token_plan", None) => get_mut(&mut api.token_plan, field),
            ("interface_speed", None) => get_mut(&mut api.speed, field),
            ("context_tier", Some(index)) => get_mut(api.tiers.get_mut(index)?, field),
            ("volume_discount", Some(index)) => {
                get_mut(api.volume_discounts.get_mut(index)?, field)
            }
            ("successor", None) => get_mut(api.retirement.as_mut()?.successor.as_mut()?, field),
            _ => None,
        },
        (Plan::RentedGpu(plan), "serving", None) => get_mut(&mut *plan.hosting.serving, field),
        (Plan::RentedGpu(plan), "rented", None) => get_mut(&mut plan.rented, field),
        (Plan::OnPremises(plan), "serving", None) => get_mut(&mut *plan.hosting.serving, field),
        (Plan::OnPremises(plan), "owned", None) => get_mut(&mut plan.owned, field),
        (Plan::OnDevice(plan), "serving", None) => get_mut(&mut *plan.hosting.serving, field),
        (Plan::OnDevice(plan), "device", None) => get_mut(&mut plan.device, field),
        (Plan::Cascade(plan), "cascade", None) => get_mut(&mut plan.cascade, field),
        _ => None,
    }
}

/// A field of a group, by name.
pub(super) fn get<'a, G: FigureGroup>(
    group: &'a G,
    field: &str,
) -> Option<(&'static FieldSpec, &'a Figure)> {
    Some((G::spec(field)?, group.get(field)?))
}

/// The same, to change.
pub(super) fn get_mut<'a, G: FigureGroup>(
    group: &'a mut G,
    field: &str,
) -> Option<(&'static FieldSpec, &'a mut Figure)> {
    Some((G::spec(field)?, group.get_mut(field)?))
}

/// Owner, group, place in a list, and field of a path.
fn split(path: &str) -> Option<(Option<&str>, &str, Option<usize>, &str)> {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["options", id, group, field] => Some((Some(id), group, None, field)),
        ["options", id, group, index, field] => {
            Some((Some(id), group, Some(index.parse().ok()?), field))
        }
        [group, field] => Some((None, group, None, field)),
        _ => None,
    }
}

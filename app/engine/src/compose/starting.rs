//! Starting values: what an option of a kind usually needs, from the catalogue's assumptions.
//!
//! An assumption with the id `start.<kind>.<group>.<field>` fills that field in options of that
//! kind, and `start.any.<group>.<field>` in all; both only where nobody has set the field.

use weighbridge_units::PartialDate;

use super::figures::assumed;
use super::framework::priorities_from;
use crate::catalogue::Catalogue;
use crate::figure::{FieldSpec, Figure, FigureGroup, Origin};
use crate::scenario::{Customisation, CustomisationMethod, DecisionOption, Plan, Scenario};

/// Fills the fields that still hold the program's own starting value.
pub fn apply_starting_values(option: &mut DecisionOption, catalogue: &Catalogue) {
    let kind = option.deployment().key();
    let DecisionOption {
        people,
        maintenance,
        customisation,
        transition,
        licence,
        quality,
        ..
    } = option;
    fill(people, catalogue, kind);
    fill(maintenance, catalogue, kind);
    fill(customisation, catalogue, kind);
    fill(transition, catalogue, kind);
    fill(licence, catalogue, kind);
    fill(quality, catalogue, kind);
    match &mut option.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => {
            fill(&mut api.token_plan, catalogue, kind);
            if let Some(next) = api
                .retirement
                .as_mut()
                .and_then(|end| end.successor.as_mut())
            {
                fill(next, catalogue, kind);
            }
        }
        Plan::RentedGpu(plan) => {
            fill(&mut *plan.hosting.serving, catalogue, kind);
            fill(&mut plan.rented, catalogue, kind);
        }
        Plan::OnPremises(plan) => {
            fill(&mut *plan.hosting.serving, catalogue, kind);
            fill(&mut plan.owned, catalogue, kind);
        }
        Plan::OnDevice(plan) => {
            fill(&mut *plan.hosting.serving, catalogue, kind);
            fill(&mut plan.device, catalogue, kind);
        }
        Plan::Cascade(plan) => fill(&mut plan.cascade, catalogue, kind),
    }
}

/// Chooses a rung of the customisation ladder and fills what it usually costs.
pub fn set_customisation(
    option: &mut DecisionOption,
    catalogue: &Catalogue,
    method: CustomisationMethod,
) {
    option.customisation_method = method;
    option.customisation = Customisation::default();
    for spec in Customisation::SPECS {
        let id = format!("start.ladder.{}.{}", method.key(), spec.name);
        if let Some(figure) = figure_of(catalogue, &id, spec)
            && let Some(place) = option.customisation.get_mut(spec.name)
        {
            *place = figure;
        }
    }
}

/// A scenario with the catalogue's starting values and its default framework, and no options.
pub fn new_scenario(catalogue: &Catalogue, title: &str, date: PartialDate) -> Scenario {
    let mut scenario = Scenario::new(title, date);
    fill(&mut scenario.finance, catalogue, "any");
    fill(&mut scenario.workload, catalogue, "any");
    fill(&mut scenario.salaries, catalogue, "any");
    if let Some(framework) = catalogue.default_framework() {
        scenario.priorities = priorities_from(framework);
    }
    scenario
}

fn fill<G: FigureGroup>(group: &mut G, catalogue: &Catalogue, kind: &str) {
    for spec in G::SPECS {
        let untouched = group
            .get(spec.name)
            .is_some_and(|figure| figure.origin == Origin::Default);
        if untouched
            && let Some(figure) = starting_value(catalogue, kind, spec)
            && let Some(place) = group.get_mut(spec.name)
        {
            *place = figure;
        }
    }
}

fn starting_value(catalogue: &Catalogue, kind: &str, spec: &FieldSpec) -> Option<Figure> {
    let id = |kind: &str| format!("start.{kind}.{}.{}", spec.group, spec.name);
    figure_of(catalogue, &id(kind), spec).or_else(|| figure_of(catalogue, &id("any"), spec))
}

fn figure_of(catalogue: &Catalogue, id: &str, spec: &FieldSpec) -> Option<Figure> {
    let assumption = catalogue.assumption(id)?;
    spec.check(assumption.base).ok()?;
    Some(assumed(assumption))
}

//! The inputs of one option in groups, and the rates that hold for all.

use std::collections::BTreeSet;

use egui::Ui;

use weighbridge_engine::model::CostLine;
use weighbridge_engine::scenario::{
    Billing, CustomisationMethod, DecisionOption, InputPath, OptionId, Plan, Scenario,
};
use weighbridge_session::Action;
use weighbridge_text::Text;
use weighbridge_units::Money;

use crate::pages::figures::{Owner, figures_ui, group_ui};
use crate::pages::parts::{fold, note, option_picker, owner_and_group};
use crate::pages::{Ask, Page};
use crate::widgets::{Entry, PickerWords, button, page as parts_of_page, picker};

/// A group of inputs that opens and closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What stands out of the plan: prices, rent, machines.
    Infrastructure,
    /// People.
    People,
    /// Model updates, patches, performance work and services.
    Maintenance,
    /// The ladder of customisation.
    Customisation,
    /// Fees.
    Licence,
    /// Moving in.
    Migration,
    /// Moving out.
    Exit,
    /// What people cost.
    Salaries,
    /// The discount rate.
    Finance,
}

impl Group {
    const OF_OPTION: [Group; 7] = [
        Group::Infrastructure,
        Group::People,
        Group::Maintenance,
        Group::Customisation,
        Group::Licence,
        Group::Migration,
        Group::Exit,
    ];

    fn title_key(self) -> &'static str {
        match self {
            Group::Infrastructure => "cost-group-infrastructure",
            Group::People => "cost-line-people",
            Group::Maintenance => "cost-line-maintenance",
            Group::Customisation => "cost-line-customisation",
            Group::Licence => "cost-line-licence",
            Group::Migration => "cost-group-migration",
            Group::Exit => "cost-group-exit",
            Group::Salaries => "cost-group-salaries",
            Group::Finance => "cost-group-finance",
        }
    }

    fn line(self) -> Option<CostLine> {
        match self {
            Group::People => Some(CostLine::People),
            Group::Maintenance => Some(CostLine::Maintenance),
            Group::Customisation => Some(CostLine::Customisation),
            Group::Licence => Some(CostLine::Licence),
            Group::Migration => Some(CostLine::Migration),
            Group::Exit => Some(CostLine::Exit),
            Group::Infrastructure | Group::Salaries | Group::Finance => None,
        }
    }
}

/// The groups that are open; the first one and people are at the start.
#[derive(Debug)]
pub(super) struct Open(BTreeSet<Group>);

impl Default for Open {
    fn default() -> Self {
        Open(BTreeSet::from([Group::Infrastructure, Group::People]))
    }
}

impl Open {
    pub(super) fn insert(&mut self, group: Group) {
        self.0.insert(group);
    }

    /// Draws the heading of a group and says whether it is open.
    fn heading(&mut self, ui: &mut Ui, title: &str, words: &str, group: Group) -> bool {
        let is_open = self.0.contains(&group);
        if fold(ui, title, words, is_open) {
            if is_open {
                self.0.remove(&group);
            } else {
                self.0.insert(group);
            }
        }
        is_open
    }
}

const IN: [&str; 2] = ["implementation_usd", "migration_usd"];
const OUT: [&str; 5] = [
    "exit_reprompting_usd",
    "exit_reevaluation_usd",
    "exit_parallel_run_months",
    "exit_egress_usd",
    "exit_probability",
];

/// The option and the group of the field of an input, where it stands on this page.
pub(super) fn place_of(scenario: &Scenario, path: &InputPath) -> Option<(Option<OptionId>, Group)> {
    let (option, group) = owner_and_group(scenario, path)?;
    let field = path.as_str().rsplit('.').next()?;
    let place = match group.as_str() {
        "people" => Group::People,
        "maintenance" => Group::Maintenance,
        "customisation" => Group::Customisation,
        "licence" => Group::Licence,
        "transition" if IN.contains(&field) => Group::Migration,
        "transition" => Group::Exit,
        "salaries" => Group::Salaries,
        "finance" if field == "discount_rate_per_year" => Group::Finance,
        _ => {
            let plan = &scenario.option(option.as_ref()?)?.plan;
            let shown = highlights(plan)
                .into_iter()
                .any(|(known, fields)| known == group && fields.contains(&field));
            shown.then_some(Group::Infrastructure)?
        }
    };
    Some((option, place))
}

/// Draws the cards of inputs.
pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, chosen: &mut Option<OptionId>, open: &mut Open) {
    let text = page.text;
    let session = page.session;
    let scenario = session.scenario();
    let shown = chosen
        .as_ref()
        .and_then(|id| scenario.option(id))
        .or_else(|| scenario.option(&session.outcome().cheapest()?.id))
        .or(scenario.options.first());
    let Some(option) = shown else { return };
    let aid = option
        .model
        .as_ref()
        .map_or_else(String::new, |model| model.name.clone());
    let kind = text.get(&format!("deployment-{}", option.deployment().key()));
    let aid = if aid.is_empty() {
        kind.into_owned()
    } else {
        format!("{kind} · {aid}")
    };
    parts_of_page::card(ui, &text.get("cost-inputs"), &aid, |ui| {
        let picked = option_picker(ui, page, &text.get("column-option"), Some(&option.id));
        if picked.is_some() {
            *chosen = picked;
        }
        ui.spacing_mut().item_spacing.y = 2.0;
        for group in Group::OF_OPTION {
            let amount = group
                .line()
                .and_then(|line| session.outcome().option(&option.id)?.line_usd(line))
                .map_or_else(String::new, |usd| text.compact_money(Money::usd(usd)));
            if open.heading(ui, &text.get(group.title_key()), &amount, group) {
                group_of_option(ui, page, option, group);
            }
        }
    });
    parts_of_page::card(
        ui,
        &text.get("cost-for-all"),
        &text.get("cost-for-all-aid"),
        |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if open.heading(
                ui,
                &text.get(Group::Salaries.title_key()),
                "",
                Group::Salaries,
            ) {
                group_ui(ui, page, Owner::default(), &scenario.salaries);
            }
            if open.heading(
                ui,
                &text.get(Group::Finance.title_key()),
                "",
                Group::Finance,
            ) {
                figures_ui(
                    ui,
                    page,
                    Owner::default(),
                    &scenario.finance,
                    &["discount_rate_per_year"],
                );
            }
        },
    );
}

fn group_of_option(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption, group: Group) {
    let owner = Owner {
        option: Some(&option.id),
        index: None,
    };
    match group {
        Group::Infrastructure => infrastructure(ui, page, option, owner),
        Group::People => group_ui(ui, page, owner, &option.people),
        Group::Maintenance => group_ui(ui, page, owner, &option.maintenance),
        Group::Customisation => {
            method(ui, page, option);
            group_ui(ui, page, owner, &option.customisation);
        }
        Group::Licence => group_ui(ui, page, owner, &option.licence),
        Group::Migration => figures_ui(ui, page, owner, &option.transition, &IN),
        Group::Exit => figures_ui(ui, page, owner, &option.transition, &OUT),
        Group::Salaries | Group::Finance => {}
    }
    ui.add_space(6.0);
}

/// The fields of a plan that its cost depends on most, by group.
fn highlights(plan: &Plan) -> Vec<(&'static str, Vec<&'static str>)> {
    match plan {
        Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) => vec![(
            "token_plan",
            vec![
                "input_usd_per_million_tokens",
                "cached_input_usd_per_million_tokens",
                "output_usd_per_million_tokens",
                "negotiated_discount",
                "minimum_commitment_usd_per_month",
            ],
        )],
        Plan::RentedGpu(rented) => {
            let mut fields = vec!["usd_per_gpu_hour"];
            if rented.billing == Billing::ActiveHours {
                fields.push("billed_hours_per_month");
            }
            fields.extend([
                "reserved_share",
                "spot_share",
                "minimum_replicas",
                "spare_replicas",
            ]);
            vec![
                ("rented", fields),
                ("serving", vec!["gpus_per_replica", "planned_utilisation"]),
            ]
        }
        Plan::OnPremises(_) => vec![
            (
                "owned",
                vec![
                    "server_price_usd",
                    "residual_share",
                    "maintenance_share_per_year",
                    "electricity_usd_per_kilowatt_hour",
                    "minimum_servers",
                    "spare_replicas",
                ],
            ),
            ("serving", vec!["gpus_per_replica", "planned_utilisation"]),
        ],
        Plan::OnDevice(_) => vec![(
            "device",
            vec![
                "devices",
                "device_price_usd",
                "charged_share",
                "support_usd_per_device_month",
            ],
        )],
        Plan::Cascade(_) => vec![(
            "cascade",
            vec!["escalation_share", "samples", "single_sample_solved_share"],
        )],
    }
}

fn infrastructure(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption, owner: Owner<'_>) {
    for (group, fields) in highlights(&option.plan) {
        match (&option.plan, group) {
            (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api), _) => {
                figures_ui(ui, page, owner, &api.token_plan, &fields);
            }
            (Plan::RentedGpu(plan), "serving") => {
                figures_ui(ui, page, owner, &*plan.hosting.serving, &fields)
            }
            (Plan::RentedGpu(plan), _) => figures_ui(ui, page, owner, &plan.rented, &fields),
            (Plan::OnPremises(plan), "serving") => {
                figures_ui(ui, page, owner, &*plan.hosting.serving, &fields)
            }
            (Plan::OnPremises(plan), _) => figures_ui(ui, page, owner, &plan.owned, &fields),
            (Plan::OnDevice(plan), _) => figures_ui(ui, page, owner, &plan.device, &fields),
            (Plan::Cascade(plan), _) => figures_ui(ui, page, owner, &plan.cascade, &fields),
        }
    }
    if ui
        .add(button::link(&page.text.get("cost-all-of-the-plan")))
        .clicked()
    {
        page.ask(Ask::Option(option.id.clone()));
    }
}

/// How the model is made the client's own; the figures below follow the choice.
fn method(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption) {
    let text = page.text;
    let entries: Vec<Entry> = CustomisationMethod::ALL
        .map(|method| entry(text, method))
        .to_vec();
    let chosen = CustomisationMethod::ALL
        .iter()
        .position(|method| *method == option.customisation_method);
    let (search, nothing) = (text.get("button-search"), text.get("window-search-nothing"));
    let words = PickerWords {
        search: &search,
        nothing: &nothing,
    };
    let name = text.get("choice-customisation-method");
    note(ui, name.clone());
    let picked = picker::picker(
        ui,
        &name,
        chosen,
        &text.get("button-choose"),
        &entries,
        words,
    );
    if let Some(method) = picked.and_then(|place| CustomisationMethod::ALL.get(place)) {
        page.act(Action::SetCustomisation {
            option: option.id.clone(),
            method: *method,
        });
    }
    ui.add_space(4.0);
}

fn entry(text: Text, method: CustomisationMethod) -> Entry {
    let key = format!("customisation-method-{}", method.key());
    Entry {
        title: text.get(&key).into_owned(),
        note: text.get(&format!("{key}.help")).into_owned(),
        ..Entry::default()
    }
}

/// Whether every highlighted field is a field of its group; a wrong name would show nothing.
#[cfg(test)]
mod tests {
    use weighbridge_engine::scenario::{
        Api, CascadePlan, Device, DevicePlan, Owned, OwnedPlan, Rented, RentedPlan, Serving,
        TokenPlan,
    };

    use super::*;
    use weighbridge_engine::figure::FigureGroup;

    #[test]
    fn every_highlight_is_a_field() {
        let plans = [
            Plan::ProprietaryApi(Api::default()),
            Plan::RentedGpu(Rented {
                billing: Billing::ActiveHours,
                ..Rented::default()
            }),
            Plan::OnPremises(Owned::default()),
            Plan::OnDevice(Device::default()),
        ];
        let cascade = [(
            "cascade",
            vec!["escalation_share", "samples", "single_sample_solved_share"],
        )];
        for (group, fields) in plans.iter().flat_map(highlights).chain(cascade) {
            for field in fields {
                let spec = match group {
                    "token_plan" => <TokenPlan as FigureGroup>::spec(field),
                    "rented" => <RentedPlan as FigureGroup>::spec(field),
                    "serving" => <Serving as FigureGroup>::spec(field),
                    "owned" => <OwnedPlan as FigureGroup>::spec(field),
                    "device" => <DevicePlan as FigureGroup>::spec(field),
                    "cascade" => <CascadePlan as FigureGroup>::spec(field),
                    _ => None,
                };
                assert!(spec.is_some(), "{group}.{field}");
            }
        }
    }
}

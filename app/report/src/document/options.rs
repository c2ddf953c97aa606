//! What the options are: kind, model, where it runs and on what terms.

use weighbridge_engine::scenario::{Api, DecisionOption, Plan, SelfHosted};
use weighbridge_units::Arg;

use super::Subject;
use super::table::{Cell, Column, Row, Table, option_colour};

/// A row for each option, in the scenario's order.
pub(super) fn table(subject: &Subject<'_>) -> Table {
    let columns = vec![
        Column::figures(String::new(), 0.0),
        Column::text(subject.get("column-option"), 1.25),
        Column::text(subject.get("report-column-kind"), 0.78),
        Column::text(subject.get("column-model"), 1.12),
        Column::text(subject.get("report-column-where"), 1.1),
        Column::text(subject.get("report-column-terms"), 0.85),
    ];
    let rows = subject
        .scenario
        .options
        .iter()
        .enumerate()
        .map(|(place, option)| Row {
            cells: [
                subject.number(place),
                option.name.clone(),
                subject.get(&format!("deployment-{}", option.deployment().key())),
                model(subject, option),
                site(subject, option),
                terms(subject, option),
            ]
            .map(Cell::from)
            .to_vec(),
            colour: Some(option_colour(place)),
            ..Row::default()
        })
        .collect();
    Table { columns, rows }
}

fn model(subject: &Subject<'_>, option: &DecisionOption) -> String {
    match (&option.model, &option.plan) {
        (Some(model), _) => joined([model.name.clone(), model.licence.clone()]),
        (None, Plan::Cascade(cascade)) => {
            let parts = [Some(&cascade.small), cascade.large.as_ref()];
            let names = parts
                .into_iter()
                .flatten()
                .filter_map(|id| subject.scenario.option(id))
                .map(|part| part.name.clone());
            subject.text.list(names)
        }
        (None, _) => NOTHING.to_owned(),
    }
}

const NOTHING: &str = "–";

/// Who runs it, and on what machine at what precision.
fn site(subject: &Subject<'_>, option: &DecisionOption) -> String {
    let site = match &option.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => api.provider.clone(),
        Plan::RentedGpu(plan) => joined([plan.provider.clone(), machine(&plan.hosting)]),
        Plan::OnPremises(plan) => machine(&plan.hosting),
        Plan::OnDevice(plan) => machine(&plan.hosting),
        Plan::Cascade(cascade) => subject.get(&format!("cascade-mode-{}", cascade.mode.key())),
    };
    if site.is_empty() {
        NOTHING.to_owned()
    } else {
        site
    }
}

fn machine(hosting: &SelfHosted) -> String {
    joined([
        hosting.hardware_name.clone(),
        hosting.weight_format.to_uppercase(),
    ])
}

/// How it is paid and how that changes.
fn terms(subject: &Subject<'_>, option: &DecisionOption) -> String {
    let life = |months: u16| {
        let months = subject.say("count-months", &[("count", Arg::Count(u64::from(months)))]);
        subject.say("report-useful-life", &[("months", Arg::from(months))])
    };
    match &option.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => price_law(subject, api),
        Plan::RentedGpu(plan) => subject.get(&format!("billing-{}", plan.billing.key())),
        Plan::OnPremises(plan) => joined([
            subject.get(&format!("purchase-{}", plan.purchase.key())),
            life(plan.useful_life_months),
        ]),
        Plan::OnDevice(plan) => life(plan.useful_life_months),
        Plan::Cascade(_) => NOTHING.to_owned(),
    }
}

fn price_law(subject: &Subject<'_>, api: &Api) -> String {
    subject.get(&format!("price-law-{}", api.price_law.key()))
}

fn joined(parts: [String; 2]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

//! Options that run weights themselves: rent, servers, devices, and the model on the machine.

use egui::Ui;
use weighbridge_engine::figure::FigureGroup as _;
use weighbridge_engine::scenario::{
    Billing, DecisionOption, Device, Owned, OwnedPlan, Purchase, Rented, RentedPlan, SelfHosted,
    ThroughputSource,
};

use super::chooser::Chooser;
use super::fields::{change_words, fact, option_choice, owner, subtitle};
use super::running;
use crate::pages::Page;
use crate::pages::figures::{figures_ui, group_ui};
use crate::pages::typed::{self, Words};
use crate::widgets::page;

/// Fewest and most months something is used, as the scenario allows.
const LIFE_MONTHS: (u16, u16) = (6, 240);

/// Renting accelerators.
pub(super) fn rent_card(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    plan: &Rented,
) -> Option<Chooser> {
    let text = page.text;
    let mut asked = None;
    let aid = text.get("deployment-rented-gpu.help");
    page::card(ui, &text.get("options-card-rent"), &aid, |ui| {
        asked = machine_fact(ui, page, option, &plan.hosting, &plan.provider);
        let keys = Billing::ALL.map(Billing::key);
        option_choice(
            ui,
            page,
            &option.id,
            ("billing", "billing"),
            &keys,
            plan.billing.key(),
        );
        page::rule(ui);
        let fields: Vec<&str> = RentedPlan::SPECS.iter().map(|spec| spec.name).collect();
        figures_ui(ui, page, owner(&option.id), &plan.rented, &fields);
    });
    asked
}

/// Owning servers.
pub(super) fn owned_card(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    plan: &Owned,
) -> Option<Chooser> {
    let text = page.text;
    let mut asked = None;
    let aid = text.get("deployment-on-premises.help");
    page::card(ui, &text.get("options-card-servers"), &aid, |ui| {
        asked = machine_fact(ui, page, option, &plan.hosting, "");
        let keys = Purchase::ALL.map(Purchase::key);
        option_choice(
            ui,
            page,
            &option.id,
            ("purchase", "purchase"),
            &keys,
            plan.purchase.key(),
        );
        page::rule(ui);
        life_ui(ui, page, option, plan.useful_life_months);
        let fields: Vec<&str> = OwnedPlan::SPECS.iter().map(|spec| spec.name).collect();
        figures_ui(ui, page, owner(&option.id), &plan.owned, &fields);
    });
    asked
}

/// Devices of users.
pub(super) fn device_card(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    plan: &Device,
) -> Option<Chooser> {
    let text = page.text;
    let mut asked = None;
    let aid = text.get("deployment-on-device.help");
    page::card(ui, &text.get("options-card-devices"), &aid, |ui| {
        asked = machine_fact(ui, page, option, &plan.hosting, "");
        page::rule(ui);
        life_ui(ui, page, option, plan.useful_life_months);
        group_ui(ui, page, owner(&option.id), &plan.device);
    });
    asked
}

fn life_ui(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption, months: u16) {
    let text = page.text;
    let label = text.get("choice-useful-life-months");
    let help = text.get("options-useful-life.help");
    let path = format!("options.{}.useful_life_months", option.id);
    let words = Words {
        id_salt: &path,
        label: &label,
        help: &help,
    };
    typed::months_ui(ui, page, &path, words, months, LIFE_MONTHS);
}

/// The machine, who rents it out, and the way to another.
fn machine_fact(
    ui: &mut Ui,
    page: &Page<'_>,
    option: &DecisionOption,
    hosting: &SelfHosted,
    provider: &str,
) -> Option<Chooser> {
    let text = page.text;
    let machine = match hosting.hardware_name.as_str() {
        "" => text.get("value-unknown").into_owned(),
        name => name.to_owned(),
    };
    let record = hosting
        .hardware_id
        .as_deref()
        .and_then(|id| page.session.catalogue().hardware(id));
    let is_own = record.is_some_and(|record| record.provenance.is_users());
    let own = is_own.then(|| text.get("options-own-record").into_owned());
    let parts = [
        Some(machine),
        Some(provider.to_owned()).filter(|name| !name.is_empty()),
        own,
    ];
    let value = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let (change, said) = change_words(text, "options-machine");
    let pressed = fact(
        ui,
        &text.get("options-machine"),
        &value,
        Some((&change, &said)),
    );
    pressed.then(|| Chooser::hardware(option))
}

/// The model on the machine, for the serving estimate.
pub(super) fn serving_card(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    hosting: &SelfHosted,
) -> Option<Chooser> {
    let text = page.text;
    let mut asked = None;
    let aid = text.get("options-card-serving.help");
    page::card(ui, &text.get("options-card-serving"), &aid, |ui| {
        running::engine_ui(ui, page, option, hosting);
        let (change, said) = change_words(text, "options-format");
        let name = text.get("options-format");
        if fact(ui, &name, &hosting.weight_format, Some((&change, &said))) {
            asked = Some(Chooser::format(option));
        }
        running::cache_ui(ui, page, option, hosting);
        let chosen = match hosting.throughput {
            ThroughputSource::Estimated => "estimated",
            ThroughputSource::Entered => "entered",
        };
        let keys = ["estimated", "entered"];
        option_choice(
            ui,
            page,
            &option.id,
            ("throughput", "throughput"),
            &keys,
            chosen,
        );
        let throughput = ["entered_tokens_per_second", "planned_utilisation"];
        figures_ui(ui, page, owner(&option.id), &*hosting.serving, &throughput);
        for (key, fields) in SERVING {
            subtitle(ui, &text.about(option).get(key));
            figures_ui(ui, page, owner(&option.id), &*hosting.serving, fields);
        }
    });
    asked
}

/// The other fields of the serving model, by what they are about.
const SERVING: [(&str, &[&str]); 4] = [
    (
        "options-serving-replica",
        &[
            "gpus_per_replica",
            "pipeline_stages",
            "expert_groups",
            "largest_batch",
        ],
    ),
    (
        "options-serving-model",
        &[
            "parameters_total_billion",
            "parameters_active_billion",
            "embedding_parameters_billion",
            "layers",
            "hidden_width",
            "experts",
            "experts_per_token",
            "bits_per_weight",
            "kv_cache_bytes_per_token",
            "window_cache_bytes_per_token",
            "window_tokens",
        ],
    ),
    (
        "options-serving-machine",
        &[
            "memory_gigabytes_per_gpu",
            "usable_memory_share",
            "bandwidth_gigabytes_per_second_per_gpu",
            "bandwidth_efficiency",
            "teraflops_per_gpu",
            "compute_efficiency",
            "link_gigabytes_per_second",
            "link_efficiency",
        ],
    ),
    (
        "options-serving-engine",
        &[
            "decode_speed_factor",
            "throughput_speed_factor",
            "first_token_speed_factor",
            "attention_factor",
            "unpacking_picoseconds_per_weight",
            "layer_microseconds",
            "step_microseconds",
            "sequence_microseconds",
            "exchange_microseconds",
            "interruption_share",
            "queue_share",
            "server_milliseconds",
            "server_milliseconds_per_user",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use weighbridge_engine::scenario::Serving;

    #[test]
    fn every_field_of_the_serving_model_is_shown() {
        let mut shown: Vec<&str> = SERVING
            .iter()
            .flat_map(|(_, fields)| fields.iter().copied())
            .chain(["entered_tokens_per_second", "planned_utilisation"])
            .collect();
        let mut all: Vec<&str> = Serving::SPECS.iter().map(|spec| spec.name).collect();
        shown.sort_unstable();
        all.sort_unstable();
        assert_eq!(shown, all);
    }
}

//! Forms for what the catalogue lacks.

use egui::Ui;
use weighbridge_engine::figure::{FieldSpec, FigureGroup as _};
use weighbridge_engine::scenario::{
    Deployment, DevicePlan, OwnedPlan, RentedPlan, Serving, TokenPlan,
};
use weighbridge_text::Text;
use weighbridge_units::Unit;

use super::own::Form;
use super::stage::Stage;
use crate::look::Look;
use crate::pages::typed::{self, Words};
use crate::widgets::{button, choice};

/// Higher than this, the fields of a form scroll.
const MOST_HEIGHT: f32 = 440.0;

/// A context length; 0 where it is not known.
const CONTEXT: FieldSpec = FieldSpec {
    group: "own",
    name: "context_tokens",
    unit: Unit::TOKENS,
    min: 0.0,
    max: 100_000_000.0,
    start: 0.0,
    whole: true,
};

/// Draws the form of a stage. Returns whether the user goes on with what is in it.
pub(super) fn ui(ui: &mut Ui, text: Text, stage: Stage, kind: Deployment, form: &mut Form) -> bool {
    let look = Look::of(ui);
    ui.add(egui::Label::new(look.note(text.get("options-own-help"))).wrap());
    let by_token = matches!(
        kind,
        Deployment::ProprietaryApi | Deployment::HostedOpenModel
    );
    // A dialog offers what it had room for in the last frame; the form needs its height at once.
    let scroll = egui::ScrollArea::vertical()
        .max_height(MOST_HEIGHT)
        .min_scrolled_height(MOST_HEIGHT)
        .auto_shrink([false, true]);
    scroll.show(ui, |ui| match stage {
        Stage::OwnModel if by_token => {
            words(ui, text, "options-own-model-name", &mut form.model);
            words(ui, text, "options-own-seller", &mut form.provider);
            prices(ui, text, form);
            context(ui, text, form);
        }
        Stage::OwnPrice => {
            words(ui, text, "options-own-seller", &mut form.provider);
            prices(ui, text, form);
        }
        Stage::OwnModel => {
            words(ui, text, "options-own-model-name", &mut form.model);
            let serving = |name| Serving::spec(name);
            number(
                ui,
                text,
                serving("parameters_total_billion"),
                &mut form.parameters_billion,
            );
            number(
                ui,
                text,
                serving("parameters_active_billion"),
                &mut form.active_billion,
            );
            context(ui, text, form);
        }
        Stage::OwnRent => {
            words(ui, text, "options-own-machine-name", &mut form.machine);
            words(ui, text, "options-own-landlord", &mut form.provider);
            machine(ui, text, form);
            number(
                ui,
                text,
                RentedPlan::spec("usd_per_gpu_hour"),
                &mut form.price_usd,
            );
        }
        _ => {
            words(ui, text, "options-own-machine-name", &mut form.machine);
            machine(ui, text, form);
            if kind == Deployment::OnDevice {
                number(
                    ui,
                    text,
                    DevicePlan::spec("device_price_usd"),
                    &mut form.price_usd,
                );
                number(
                    ui,
                    text,
                    DevicePlan::spec("kilowatts_per_device"),
                    &mut form.kilowatts,
                );
            } else {
                number(ui, text, OwnedPlan::spec("gpus_per_server"), &mut form.gpus);
                number(
                    ui,
                    text,
                    OwnedPlan::spec("server_price_usd"),
                    &mut form.price_usd,
                );
                number(
                    ui,
                    text,
                    OwnedPlan::spec("kilowatts_per_server"),
                    &mut form.kilowatts,
                );
            }
        }
    });
    choice::toggle(ui, &mut form.is_kept, &text.get("options-own-keep"));
    let lacks = lacking(stage, by_token, form);
    if let Some(key) = lacks {
        ui.add(egui::Label::new(look.note(text.get(key))).wrap());
    }
    let go_on = text.get("options-own-use");
    ui.add_enabled(lacks.is_none(), button::primary(&go_on))
        .clicked()
}

/// The key of what must still be typed.
fn lacking(stage: Stage, by_token: bool, form: &Form) -> Option<&'static str> {
    let is_empty = |text: &str| text.trim().is_empty();
    match stage {
        Stage::OwnModel if is_empty(&form.model) => Some("options-own-lacks-model"),
        Stage::OwnModel if by_token && is_empty(&form.provider) => Some("options-own-lacks-seller"),
        Stage::OwnPrice if is_empty(&form.provider) => Some("options-own-lacks-seller"),
        Stage::OwnMachine | Stage::OwnRent if is_empty(&form.machine) => {
            Some("options-own-lacks-machine")
        }
        Stage::OwnRent if is_empty(&form.provider) => Some("options-own-lacks-seller"),
        _ => None,
    }
}

fn prices(ui: &mut Ui, text: Text, form: &mut Form) {
    let plan = |name| TokenPlan::spec(name);
    number(
        ui,
        text,
        plan("input_usd_per_million_tokens"),
        &mut form.input_usd,
    );
    number(
        ui,
        text,
        plan("cached_input_usd_per_million_tokens"),
        &mut form.cached_input_usd,
    );
    number(
        ui,
        text,
        plan("output_usd_per_million_tokens"),
        &mut form.output_usd,
    );
}

fn context(ui: &mut Ui, text: Text, form: &mut Form) {
    let (label, help) = (
        text.get("options-context"),
        text.get("options-context.help"),
    );
    row(
        ui,
        text,
        &CONTEXT,
        (&label, &help),
        &mut form.context_tokens,
    );
}

fn machine(ui: &mut Ui, text: Text, form: &mut Form) {
    let serving = |name| Serving::spec(name);
    number(
        ui,
        text,
        serving("memory_gigabytes_per_gpu"),
        &mut form.memory_gigabytes,
    );
    let bandwidth = serving("bandwidth_gigabytes_per_second_per_gpu");
    number(
        ui,
        text,
        bandwidth,
        &mut form.bandwidth_gigabytes_per_second,
    );
    number(ui, text, serving("teraflops_per_gpu"), &mut form.teraflops);
}

/// A line for a name.
fn words(ui: &mut Ui, text: Text, key: &str, value: &mut String) {
    let look = Look::of(ui);
    let label = text.get(key);
    ui.label(look.body(label.as_ref()));
    let field = typed::line_ui(ui, key, &label, value, false);
    // The form begins with a name: typing goes there at once.
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    ui.add_space(look.grid);
}

/// A row for a number of a field that options have too.
fn number(ui: &mut Ui, text: Text, spec: Option<&'static FieldSpec>, value: &mut f64) {
    if let Some(spec) = spec {
        let label = text.field_label(spec.group, spec.name);
        let help = text.field_help(spec.group, spec.name);
        row(ui, text, spec, (&label, &help), value);
    }
}

fn row(ui: &mut Ui, text: Text, spec: &FieldSpec, (label, help): (&str, &str), value: &mut f64) {
    let words = Words {
        id_salt: spec.name,
        label,
        help,
    };
    // Prices are typed in dollars, as everywhere.
    if let Some(typed) = typed::number_ui(ui, text.in_dollars(), words, spec, *value) {
        *value = typed;
    }
}

//! A machine that is not here: what is known of it, what it means for the case, and an option of
//! the case on it. Everything that follows from it is an estimate.

use egui::Ui;
use weighbridge_engine::compose::MeasuredMachine;
use weighbridge_engine::scenario::{DecisionOption, Plan};
use weighbridge_engine::serving::Device;
use weighbridge_engine::serving::deployed::hosting_in;
use weighbridge_machine::{FactRow, Known};
use weighbridge_session::Action;
use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

use super::another_form::Form;
use super::meant::{Meant, Weights, meanings};
use super::{models_table, words};
use crate::look::Look;
use crate::measuring::described::Described;
use crate::measuring::words::fact_value;
use crate::pages::Page;
use crate::pages::parts::{Cached, Stamp, note, point};
use crate::widgets::table::{Row, table, text_column};
use crate::widgets::{Icon, button, choice, page as parts_of_page};

/// Another machine, and what is looked at of it.
#[derive(Debug, Default)]
pub(super) struct Another {
    /// The form, while it is open.
    pub(super) form: Option<Form>,
    /// The machine, once it was described.
    pub(super) described: Option<Described>,
    /// The graphics processor that models would run on, by its number; none for the processor.
    gpu: Option<usize>,
    /// Rises with every description.
    generation: u64,
    meaning: Cached<(Stamp, u64, Option<usize>), Vec<Meant>>,
}

impl Another {
    /// Takes a machine over; models run on its first graphics processor, where it has one.
    fn take(&mut self, described: Described) {
        self.gpu = (!described.machine.gpus.is_empty()).then_some(0);
        self.described = Some(described);
        self.generation += 1;
        self.form = None;
    }
}

/// What can be asked of the card.
enum Wish {
    Change,
    Remove,
    Use(Box<Action>),
}

/// Draws the form or the machine; nothing where nobody asked for another one.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, another: &mut Another) {
    if let Some(form) = &mut another.form {
        match form.card(ui, page) {
            None => {}
            Some(Some(described)) => another.take(described),
            Some(None) => another.form = None,
        }
        return;
    }
    let Some(described) = &another.described else {
        return;
    };
    let text = page.text;
    let device = described.device(another.gpu, page.session.catalogue());
    let title = text.format(
        "another-title",
        &[("name", Arg::from(described.name.clone()))],
    );
    let mut wish = None;
    let mut picked = None;
    let key = (Stamp::of(page), another.generation, another.gpu);
    let knows_arithmetic = device
        .as_ref()
        .is_some_and(|device| described.knows_arithmetic(another.gpu, device));
    let meant = another.meaning.get(key, || {
        let Some(device) = &device else {
            return Vec::new();
        };
        let mut meant = meanings(page.session.scenario(), device, &[], &Weights::usual());
        if !knows_arithmetic {
            meant.iter_mut().for_each(Meant::forget_prompt);
        }
        meant
    });
    parts_of_page::card(ui, &title, &text.get("another-aid"), |ui| {
        facts(ui, text, &title, described);
        wish = buttons(ui, text);
        parts_of_page::rule(ui);
        picked = place(ui, text, described, another.gpu);
        let Some(device) = &device else {
            note(ui, text.get("another-no-bandwidth"));
            return;
        };
        if meant.is_empty() {
            note(ui, text.get("here-meaning-no-model"));
        } else {
            note(ui, text.get("another-estimates"));
            models_table::rows(ui, text, page.session.scenario(), meant);
            if !knows_arithmetic {
                note(ui, text.get("another-no-arithmetic"));
            }
        }
        let machine = MeasuredMachine {
            name: described.name.clone(),
            device: device.clone(),
            on: page.session.today(),
            is_measured: false,
            is_rate_known: knows_arithmetic,
        };
        wish = options(ui, page, &machine).or(wish.take());
    });
    if let Some(gpu) = picked {
        another.gpu = gpu;
    }
    match wish {
        None => {}
        Some(Wish::Change) => another.form = Some(Form::of(described)),
        Some(Wish::Remove) => another.described = None,
        Some(Wish::Use(action)) => page.act(*action),
    }
}

/// What is known of it, and how.
fn facts(ui: &mut Ui, text: Text, name: &str, described: &Described) {
    let columns = [
        text_column(text.get("here-column-fact"), 1.0),
        text_column(text.get("here-column-value"), 1.5),
        text_column(text.get("here-column-known"), 1.3),
    ];
    let is_shown = |fact: &&FactRow| {
        let name = fact.path.rsplit('.').next().unwrap_or_default();
        let is_gpu = fact.gpu().is_some() && matches!(name, "name" | "memory_total_bytes");
        let of_computer = ["processor.name", "memory.total_bytes"];
        fact.value.is_some() && (is_gpu || of_computer.contains(&fact.path.as_str()))
    };
    let facts = described.machine.facts();
    let mut rows: Vec<Row> = facts
        .iter()
        .filter(is_shown)
        .map(|fact| {
            let known = words::known(text, fact);
            Row::new([
                words::fact_name(text, fact),
                fact_value(text, fact),
                match fact.known {
                    Known::Entered => known,
                    _ => text.format("another-known-there", &[("how", Arg::from(known))]),
                },
            ])
        })
        .collect();
    for (place, speed) in described.speeds.iter().enumerate() {
        let how = match speed.is_measured {
            true => text.get("another-measured-there"),
            false => text.get("here-known-entered"),
        };
        let what = |key: &str| match place.checked_sub(1) {
            Some(number) => text.format(
                "here-of-gpu",
                &[
                    ("number", Arg::from(number)),
                    ("what", Arg::from(text.get(key).into_owned())),
                ],
            ),
            None => text.get(key).into_owned(),
        };
        let value = |key: &str, value: f64| {
            let value = text.number(value, Digits::SCREEN);
            text.format(key, &[("value", Arg::from(value))])
        };
        if let Some(gb_s) = speed.gb_s {
            rows.push(Row::new([
                what("another-bandwidth"),
                value("rates-bytes", gb_s),
                how.clone().into_owned(),
            ]));
        }
        if let Some(tflops) = speed.tflops {
            rows.push(Row::new([
                what("another-arithmetic"),
                value("rates-operations", 1e3 * tflops),
                how.into_owned(),
            ]));
        }
    }
    table(ui, name, &columns, &rows);
}

fn buttons(ui: &mut Ui, text: Text) -> Option<Wish> {
    let mut wish = None;
    ui.horizontal_wrapped(|ui| {
        if ui.add(button::quiet(&text.get("another-change"))).clicked() {
            wish = Some(Wish::Change);
        }
        if ui.add(button::quiet(&text.get("another-remove"))).clicked() {
            wish = Some(Wish::Remove);
        }
    });
    wish
}

/// Processor or graphics processor, where there is a choice; the one that is newly chosen.
fn place(
    ui: &mut Ui,
    text: Text,
    described: &Described,
    gpu: Option<usize>,
) -> Option<Option<usize>> {
    let gpus = &described.machine.gpus;
    if gpus.is_empty() {
        return None;
    }
    let look = Look::of(ui);
    let name = text.get("here-where");
    let mut places = vec![text.get("here-processor").into_owned()];
    places.extend(gpus.iter().enumerate().map(|(number, gpu)| {
        let name = gpu.name.value.clone().unwrap_or_default();
        text.format(
            "here-gpu",
            &[("number", Arg::from(number)), ("name", Arg::from(name))],
        )
    }));
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    ui.label(look.note(name.as_ref()));
    let chosen = gpu.map_or(0, |number| number + 1);
    // The name tells it from the same question about this machine.
    let name = format!("{name}, {}", described.name);
    choice::segmented(ui, &name, &places, chosen).map(|picked| picked.checked_sub(1))
}

/// The options of the case that could run on it, and those that do.
fn options(ui: &mut Ui, page: &Page<'_>, machine: &MeasuredMachine) -> Option<Wish> {
    let text = page.text;
    let may_run =
        |option: &&DecisionOption| matches!(option.plan, Plan::OnDevice(_) | Plan::OnPremises(_));
    let options: Vec<&DecisionOption> = page
        .session
        .scenario()
        .options
        .iter()
        .filter(may_run)
        .collect();
    if options.is_empty() {
        note(ui, text.get("another-no-option"));
        return None;
    }
    let look = Look::of(ui);
    let mut wish = None;
    for option in options {
        let name = Arg::from(option.name.clone());
        if runs_on(option, &machine.name, &machine.device) {
            let words = text.format("another-in-use", &[("option", name)]);
            point(ui, Icon::Tick, look.good, words);
            continue;
        }
        let words = text.format("another-use", &[("option", name)]);
        if ui.add(button::quiet(&words)).clicked() {
            wish = Some(Wish::Use(Box::new(Action::SetMeasuredMachine {
                option: option.id.clone(),
                machine: Box::new(machine.clone()),
            })));
        }
    }
    note(ui, text.get("another-use-help"));
    wish
}

fn runs_on(option: &DecisionOption, name: &str, device: &Device) -> bool {
    hosting_in(&option.plan).is_some_and(|hosting| {
        hosting.hardware_name == name
            && hosting.measured_as.device == device.id
            && hosting.serving.bandwidth_gigabytes_per_second_per_gpu.value == device.bandwidth_gb_s
    })
}

//! What was measured here means for the models of the case: estimated from the measurements, with
//! a range and a word.

use egui::Ui;
use weighbridge_catalogue::measurements::estimator;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::scenario::{Measurement, Scenario};
use weighbridge_engine::serving::deployed::{case_of, hosting_of};
use weighbridge_engine::serving::{Case, Conditions, Device, Estimate, Impossible, Quantity};
use weighbridge_gguf::Format;
use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

use super::found::figure_columns;
use super::state::{Kept, State};
use crate::look::Look;
use crate::measuring::device;
use crate::measuring::into_case::{ENGINE, Stamp, extrapolated, of_this_machine};
use crate::measuring::verdict::Verdict;
use crate::pages::Page;
use crate::pages::parts::note;
use crate::widgets::page as parts_of_page;
use crate::widgets::table::{Cell, Key, Row, table};
use crate::widgets::{Icon, button};
use weighbridge_session::Action;

/// The format that models are put on such machines in.
const FORMAT: Format = Format::Q4_0;

/// A model of the case on this machine.
struct Meant {
    model: String,
    speed: Result<Estimate, Impossible>,
    prompt: Option<Estimate>,
    input_tokens: f64,
}

/// Draws the card; nothing where nothing was measured here.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let Some(kept) = state.runs.first() else {
        return;
    };
    let title = text.get("here-meaning");
    let aid = text.format(
        "here-meaning-aid",
        &[
            ("format", Arg::from(FORMAT.name())),
            (
                "reading",
                Arg::Decimal(crate::measuring::verdict::READING_TOKENS_PER_SECOND, 1),
            ),
        ],
    );
    let catalogue = page.session.catalogue();
    let found = measured(text, state, kept, catalogue);
    let scenario = page.session.scenario();
    let meant = match &found {
        Some((device, list)) => meanings(scenario, device, list),
        None => Vec::new(),
    };
    let mut adds = None;
    parts_of_page::card(ui, &title, &aid, |ui| {
        if found.is_none() {
            note(ui, text.get("here-meaning-no-device"));
        } else if meant.is_empty() {
            note(ui, text.get("here-meaning-no-model"));
        } else {
            rows(ui, text, scenario, &meant);
        }
        let Some((_, list)) = &found else { return };
        if list.is_empty() {
            note(ui, text.get("here-nothing-for-the-case"));
            return;
        }
        ui.horizontal_wrapped(|ui| {
            let words = text.get("here-into-the-case");
            let free = !kept.is_in_case;
            if ui.add_enabled(free, button::primary(&words)).clicked() {
                adds = Some(list.clone());
            }
            if kept.is_in_case {
                note(ui, text.get("here-in-the-case"));
            } else if list.iter().any(|one| one.is_busy) {
                note(ui, text.get("here-busy-not-used"));
            }
        });
    });
    if let Some(list) = adds {
        page.act(Action::AddMeasurements(list));
        if let Some(kept) = state.runs.first_mut() {
            kept.is_in_case = true;
        }
    }
}

/// The speed of the first model of the case on this machine, and its name; none before anything
/// was measured. For the headline.
pub(super) fn headline(page: &Page<'_>, state: &State) -> Option<(String, Estimate)> {
    let kept = state.runs.first()?;
    let (device, list) = measured(page.text, state, kept, page.session.catalogue())?;
    meanings(page.session.scenario(), &device, &list)
        .into_iter()
        .find_map(|meant| Some((meant.model, meant.speed.ok()?)))
}

/// The device of a run and what the run says of it.
fn measured(
    text: Text,
    state: &State,
    kept: &Kept,
    catalogue: &Catalogue,
) -> Option<(Device, Vec<Measurement>)> {
    let machine = state.machine.as_ref()?;
    let device = device(machine, state.measured.as_ref(), kept.gpu, catalogue)?;
    let facts = &kept.timed.facts;
    let run = &kept.timed.run;
    let source = match kept.gpu.and_then(|number| machine.gpus.get(number)) {
        Some(gpu) => gpu.name.value.clone(),
        None => machine.processor.name.value.clone(),
    };
    let year = super::words::year(kept.on);
    let stamp = Stamp {
        on: kept.on,
        source: source.unwrap_or_default(),
        conditions: super::words::place(text, &run.place),
        year,
    };
    let model = facts.stands_for.unwrap_or(&facts.name);
    let list = of_this_machine(run, facts, model, &device, &stamp);
    Some((device, list))
}

/// Every model that options of the case host, once, on this device.
fn meanings(scenario: &Scenario, device: &Device, measured: &[Measurement]) -> Vec<Meant> {
    let Ok(estimator) = estimator() else {
        return Vec::new();
    };
    let mut list: Vec<Meant> = Vec::new();
    for option in &scenario.options {
        if hosting_of(scenario, &option.id).is_none() {
            continue;
        }
        let name = option
            .model
            .as_ref()
            .map_or_else(|| option.name.clone(), |model| model.name.clone());
        if list.iter().any(|known| known.model == name) {
            continue;
        }
        let of = |quantity| {
            let case = case_of(scenario, &option.id, quantity)?;
            Some(here(case, device))
        };
        let Some(case) = of(Quantity::DecodeAlone) else {
            continue;
        };
        let speed = extrapolated(estimator, measured, &case);
        let prompt =
            of(Quantity::Prefill).and_then(|case| extrapolated(estimator, measured, &case).ok());
        list.push(Meant {
            model: name,
            speed,
            prompt,
            input_tokens: case.input_tokens,
        });
    }
    list
}

/// A case of an option moved to this device.
fn here(case: Case, device: &Device) -> Case {
    Case {
        engine: ENGINE.to_owned(),
        engine_version: String::new(),
        device: device.clone(),
        weight_bits: FORMAT.bits(),
        cache_bits: 16.0,
        accelerators: 1.0,
        tensor_parallel: 1.0,
        pipeline_parallel: 1.0,
        concurrency: 1.0,
        conditions: Conditions::default(),
        ..case
    }
}

fn rows(ui: &mut Ui, text: Text, scenario: &Scenario, meant: &[Meant]) {
    let look = Look::of(ui);
    let target = scenario.workload.target_tokens_per_second.value;
    let columns = figure_columns(
        text,
        [
            "here-column-model",
            "here-column-speed",
            "here-column-prompt",
            "here-column-verdict",
        ],
    );
    let rows: Vec<Row> = meant
        .iter()
        .map(|one| {
            let name = Cell::new(one.model.clone());
            match &one.speed {
                Ok(speed) => {
                    let verdict = Verdict::of(speed.value, target);
                    let colour = match verdict {
                        Verdict::Comfortable => look.good,
                        Verdict::Usable => look.caution,
                        Verdict::TooSlow => look.bad,
                    };
                    Row::new([
                        name,
                        Cell::new(text.format(
                            "here-range",
                            &[
                                ("value", number(text, speed.value)),
                                ("low", number(text, speed.p10)),
                                ("high", number(text, speed.p90)),
                            ],
                        )),
                        Cell::new(one.prompt.map_or_else(String::new, |prompt| {
                            text.duration(one.input_tokens / prompt.value)
                        })),
                        Cell::new(text.get(&format!("here-verdict-{}", verdict.key())))
                            .colour(colour),
                    ])
                }
                Err(impossible) => Row::new([
                    name.note(text.describe(impossible)),
                    Cell::new("–"),
                    Cell::new("–"),
                    Cell::new(text.get("here-verdict-does-not-run"))
                        .key(Key::Glyph(Icon::Exclamation, look.bad)),
                ]),
            }
        })
        .collect();
    let name = text.get("here-meaning");
    table(ui, &name, &columns, &rows);
}

fn number(text: Text, value: f64) -> Arg {
    Arg::from(text.number(value, Digits::SCREEN))
}

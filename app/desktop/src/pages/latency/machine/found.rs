//! What was found of this machine, how it is known, and how fast it is.

use egui::Ui;
use weighbridge_machine::rates::{Rate, Settings, cost};
use weighbridge_machine::{FactRow, Gpu, Machine};
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Unit};

use super::another_form::Form;
use super::correcting::Correcting;
use super::state::State;
use super::words;
use crate::look::Look;
use crate::measuring::words::fact_value;
use crate::pages::parts::{note, point};
use crate::pages::{Ask, Page};
use crate::widgets::table::{Cell, Row, table, text_column};
use crate::widgets::{Icon, button, page as parts_of_page};

/// The facts that are shown first: what decides whether and how fast a model runs.
const FIRST: [&str; 6] = [
    "processor.name",
    "processor.physical_cores",
    "processor.instructions",
    "memory.total_bytes",
    "memory.available_bytes",
    "system.name",
];
/// The same of each graphics processor.
const FIRST_OF_GPU: [&str; 3] = ["name", "kind", "memory_total_bytes"];

/// Draws the card.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let title = text.get("here-found");
    let aid = text.get("here-found-aid");
    parts_of_page::card(ui, &title, &aid, |ui| {
        let Some(machine) = &state.machine else {
            ui.horizontal(|ui| {
                ui.spinner();
                note(ui, text.get("here-looking"));
            });
            return;
        };
        if let Some(fact) = facts(ui, text, machine, state) {
            state.correcting = Some(Correcting::of(text, fact));
        }
        let look = Look::of(ui);
        for fault in state.machine.iter().flat_map(|machine| &machine.faults) {
            point(ui, Icon::Exclamation, look.caution, text.render(fault));
        }
        buttons(ui, page, state);
    });
}

/// The table of facts and rates; the fact that is to be set right.
fn facts(ui: &mut Ui, text: Text, machine: &Machine, state: &State) -> Option<FactRow> {
    let columns = [
        text_column(text.get("here-column-fact"), 1.2),
        text_column(text.get("here-column-value"), 1.5),
        text_column(text.get("here-column-known"), 1.3),
    ];
    let look = Look::of(ui);
    let mut rows = Vec::new();
    let is_shown = |fact: &&FactRow| state.shows_all || is_first(machine, fact);
    let shown: Vec<&FactRow> = state.facts.iter().filter(is_shown).collect();
    for fact in &shown {
        let mut known = Cell::new(words::known(text, fact));
        if let Some(doubt) = words::doubt(text, fact) {
            known = known.note(doubt).colour(look.caution);
        }
        rows.push(Row::new([
            Cell::new(words::fact_name(text, fact)),
            Cell::new(fact_value(text, fact)),
            known.link(text.format(
                "here-correct",
                &[("fact", Arg::from(words::fact_name(text, fact)))],
            )),
        ]));
    }
    for (name, rate) in rates(text, state) {
        rows.push(Row::new([
            Cell::new(name),
            Cell::new(words::rate(text, rate)),
            Cell::new(text.format(
                "here-measured-within",
                &[(
                    "spread",
                    Arg::from(text.percent(half_spread(rate), Digits::Decimals(0))),
                )],
            )),
        ]));
    }
    let name = text.get("here-found");
    // Rates stand below all facts and cannot be set right.
    let (row, _) = table(ui, &name, &columns, &rows)?;
    shown.get(row).map(|fact| (*fact).clone())
}

/// Whether a fact is among those shown first; of a pretended graphics processor only its name is.
fn is_first(machine: &Machine, fact: &FactRow) -> bool {
    let Some(number) = fact.gpu() else {
        return FIRST.contains(&fact.path.as_str());
    };
    let is_software = machine.gpus.get(number).is_some_and(Gpu::is_software);
    let names = match is_software {
        true => &FIRST_OF_GPU[..1],
        false => &FIRST_OF_GPU[..],
    };
    let name = fact.path.rsplit('.').next().unwrap_or_default();
    names.contains(&name)
}

/// The rates that are worth a row: the memory's triad and the arithmetic, with all threads, and of
/// each graphics processor reading and arithmetic.
fn rates(text: Text, state: &State) -> Vec<(String, &Rate)> {
    let Some(measured) = &state.measured else {
        return Vec::new();
    };
    let most = measured.processor.iter().filter_map(|rate| rate.threads);
    let most = most.max();
    let of_processor = measured
        .processor
        .iter()
        .filter(|rate| state.shows_all || (rate.threads == most && words::is_headline(rate.kind)))
        .map(|rate| (words::rate_name(text, rate, None), rate));
    // Those of a processor in disguise say nothing of a graphics processor.
    let is_real = |number: usize| {
        let gpu = state.machine.as_ref().and_then(|one| one.gpus.get(number));
        gpu.is_some_and(|gpu| !gpu.is_software())
    };
    let of_gpus = measured.gpus.iter().flat_map(move |gpu| {
        let is_shown = is_real(gpu.gpu);
        gpu.rates
            .iter()
            .filter(move |rate| state.shows_all || (is_shown && words::is_headline(rate.kind)))
            .map(move |rate| (words::rate_name(text, rate, Some(gpu.gpu)), rate))
    });
    of_processor.chain(of_gpus).collect()
}

/// Half of the range between quartiles, as a share of the middle.
fn half_spread(rate: &Rate) -> f64 {
    let spread = &rate.spread;
    let half = (spread.upper_quartile() - spread.lower_quartile()) / 2.0;
    half / spread.median()
}

fn buttons(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    if let Some(seconds) = state.measuring_seconds() {
        let share = state.measuring_share.clamp(0.0, 1.0);
        let look = Look::of(ui);
        let words = match share {
            share if share > 0.02 => text.format(
                "here-measuring-left",
                &[(
                    "left",
                    Arg::from(text.duration(whole(seconds * (1.0 - share) / share))),
                )],
            ),
            _ => text.get("here-measuring").into_owned(),
        };
        ui.add(
            egui::ProgressBar::new(share as f32)
                .fill(look.accent)
                .desired_height(look.grid * 1.5),
        );
        ui.horizontal(|ui| {
            note(ui, words);
            if ui.add(button::link(&text.get("here-cancel"))).clicked() {
                state.stop_measuring();
            }
        });
        // The time that is left moves on without news.
        ui.ctx()
            .request_repaint_after(std::time::Duration::from_millis(250));
        return;
    }
    let Some(machine) = &state.machine else {
        return;
    };
    let cost = cost(machine, &Settings::default());
    let key = match state.measured {
        Some(_) => "here-measure-again",
        None => "here-measure",
    };
    let measure = text.format(
        key,
        &[("time", Arg::from(text.duration(whole(cost.seconds))))],
    );
    let memory = text.format(
        "here-measure-needs",
        &[(
            "memory",
            Arg::Quantity(cost.memory_bytes as f64 / 1e9, Unit::GIGABYTES),
        )],
    );
    ui.horizontal_wrapped(|ui| {
        let is_free = state.running_seconds().is_none();
        let start = ui.add_enabled(is_free, button::primary(&measure).hint(memory));
        if start.clicked() {
            state.measure(ui.ctx());
        }
        let copy = text.get("here-transcript");
        if let (Some(machine), Some(transcript)) = (&state.machine, &state.transcript)
            && ui.add(button::quiet(&copy)).clicked()
        {
            page.ask(Ask::Copy(words::transcript(text, machine, transcript)));
        }
        let describe = text.get("another-describe-button");
        if state.another.form.is_none()
            && state.another.described.is_none()
            && ui.add(button::quiet(&describe)).clicked()
        {
            state.another.form = Some(Form::default());
        }
        let all = text.get(match state.shows_all {
            true => "here-show-less",
            false => "here-show-all",
        });
        if ui.add(button::quiet(&all)).clicked() {
            state.shows_all = !state.shows_all;
        }
        if !state.is_looking()
            && ui
                .add(button::quiet(&text.get("here-look-again")))
                .clicked()
        {
            state.look(ui.ctx());
        }
    });
}

/// Seconds as they are said of things that take some.
fn whole(seconds: f64) -> f64 {
    seconds.ceil().max(1.0)
}

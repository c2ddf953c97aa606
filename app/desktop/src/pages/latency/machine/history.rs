//! Every run on this machine that is known: those since the window opened, newest first, and those
//! that the case keeps from before.

use egui::Ui;
use weighbridge_engine::scenario::{MeasuredRun, Measurement, RunPlace, Scenario, Subject};
use weighbridge_engine::serving::Quantity;
use weighbridge_latency::{Busyness, Place, Plan, Spread};
use weighbridge_session::Action;
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, PartialDate};

use super::into_case::{found_in, into_case, measured_of};
use super::state::{Kept, State};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::{note, point};
use crate::widgets::{Icon, button, choice, page as parts_of_page};

/// A run as it is listed.
struct Entry {
    /// Its place among the runs since the window opened; none where only the case has it.
    kept: Option<usize>,
    /// The model and the day.
    title: String,
    place: String,
    plan: String,
    figures: String,
    doubts: Vec<String>,
    /// Its measurements in the case, by id, and whether they are used; none where there are none.
    in_case: Option<(Vec<String>, bool)>,
    is_busy: bool,
    /// Whether it says something that a case can take.
    is_of_use: bool,
}

/// Draws the card; nothing before the first run.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let entries = entries(page, state);
    if entries.is_empty() {
        return;
    }
    let text = page.text;
    let mut asked = None;
    let (title, aid) = (text.get("here-history"), text.get("here-history-aid"));
    parts_of_page::card(ui, &title, &aid, |ui| {
        for (number, entry) in entries.iter().enumerate() {
            if number > 0 {
                parts_of_page::rule(ui);
            }
            ui.push_id(("run", number), |ui| {
                if let Some(what) = entry_ui(ui, text, entry) {
                    asked = Some((number, what));
                }
            });
        }
    });
    if let Some((number, what)) = asked {
        obey(page, state, &entries[number], what);
    }
}

/// What can be asked of a run.
#[derive(Clone, Copy)]
enum Wish {
    Use(bool),
    Remove,
}

fn entry_ui(ui: &mut Ui, text: Text, entry: &Entry) -> Option<Wish> {
    let look = Look::of(ui);
    let mut wish = None;
    parts_of_page::heading(ui, &entry.title);
    ui.add(egui::Label::new(look.body(entry.figures.as_str())).wrap());
    note(ui, format!("{} · {}", entry.place, entry.plan));
    for doubt in &entry.doubts {
        point(ui, Icon::Exclamation, look.caution, doubt.clone());
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap;
        let name = |key| text.format(key, &[("run", Arg::from(entry.title.clone()))]);
        let is_used = entry.in_case.as_ref().is_some_and(|(_, used)| *used);
        if entry.is_busy {
            note(ui, text.get("here-run-busy"));
        } else if entry.is_of_use {
            let mut used = is_used;
            let toggle = choice::toggle(ui, &mut used, &text.get("here-run-use"));
            let name = name("here-run-use-name");
            ui.ctx()
                .accesskit_node_builder(toggle.id, |node| node.set_label(name));
            if toggle.changed() {
                wish = Some(Wish::Use(used));
            }
        }
        let (words, name) = (text.get("here-run-remove"), name("here-run-remove-name"));
        if ui.add(button::quiet(&words).name(&name)).clicked() {
            wish = Some(Wish::Remove);
        }
    });
    wish
}

fn obey(page: &mut Page<'_>, state: &mut State, entry: &Entry, wish: Wish) {
    let ids = entry.in_case.iter().flat_map(|(ids, _)| ids);
    match wish {
        Wish::Use(used) if entry.in_case.is_some() => {
            in_one_step(
                page,
                ids.map(|id| Action::UseMeasurement {
                    measurement: id.clone(),
                    used,
                }),
            );
        }
        Wish::Use(_) => {
            let kept = entry.kept.and_then(|place| state.runs.get(place));
            if let Some(action) = kept.and_then(|kept| into_case(page, state, kept)) {
                page.act(action);
            }
        }
        Wish::Remove => {
            in_one_step(page, ids.map(|id| Action::RemoveMeasurement(id.clone())));
            if let Some(place) = entry.kept {
                state.runs.remove(place);
                state.generation += 1;
            }
        }
    }
}

/// Several changes that are taken back together.
fn in_one_step(page: &mut Page<'_>, actions: impl Iterator<Item = Action>) {
    let actions: Vec<Action> = actions.collect();
    if actions.is_empty() {
        return;
    }
    page.act(Action::BeginGesture);
    for action in actions {
        page.act(action);
    }
    page.act(Action::EndGesture);
}

fn entries(page: &Page<'_>, state: &State) -> Vec<Entry> {
    let (text, scenario) = (page.text, page.session.scenario());
    let found: Vec<Option<&MeasuredRun>> = state
        .runs
        .iter()
        .map(|kept| found_in(scenario, kept))
        .collect();
    let mut list: Vec<Entry> = state
        .runs
        .iter()
        .zip(&found)
        .enumerate()
        .map(|(place, (kept, run))| of_kept(page, state, place, kept, *run))
        .collect();
    let from_before = scenario.runs.iter().rev().filter(|run| {
        let is_listed = found.iter().flatten().any(|known| known.id == run.id);
        !is_listed && !matches!(run.place, RunPlace::Endpoint { .. })
    });
    list.extend(from_before.map(|run| of_case(text, scenario, run)));
    list
}

fn of_kept(
    page: &Page<'_>,
    state: &State,
    place: usize,
    kept: &Kept,
    found: Option<&MeasuredRun>,
) -> Entry {
    let text = page.text;
    let run = &kept.timed.run;
    let level = kept.summary.alone();
    let middle = |spread: Option<Spread>| spread.map(|spread| spread.p50);
    let doubts = run.busyness.map(|busyness| busyness.doubts());
    let stopped = run.stopped.iter().map(|why| text.describe(why).to_string());
    let doubts = doubts.into_iter().flatten();
    let says_something = || measured_of(page, state, kept);
    Entry {
        kept: Some(place),
        title: title(text, &kept.model_words(), kept.on),
        place: text.describe(&run.place).to_string(),
        plan: plan(text, &run.plan),
        figures: figures(
            text,
            level.and_then(|level| middle(level.user_tokens_per_second)),
            level.and_then(|level| middle(level.prompt_tokens_per_second)),
            level.and_then(|level| middle(level.first_token_ms)),
        ),
        doubts: stopped
            .chain(doubts.map(|doubt| text.describe(&doubt).to_string()))
            .collect(),
        in_case: found.and_then(|run| in_case(page.session.scenario(), run)),
        is_busy: run.busyness.is_some_and(|busyness| busyness.is_busy()),
        is_of_use: found.is_some() || says_something().is_some_and(|list| !list.is_empty()),
    }
}

fn of_case(text: Text, scenario: &Scenario, run: &MeasuredRun) -> Entry {
    let value = |quantity: Quantity| {
        let is_it = |one: &&Measurement| match &one.subject {
            Subject::Deployment(case) => case.quantity == quantity,
            Subject::Endpoint(_) => false,
        };
        measurements_of(scenario, run)
            .find(is_it)
            .map(|one| one.value)
    };
    let verdict = &run.verdict;
    let busyness = Busyness {
        others_before: verdict.others_before,
        others_during: verdict.others_during,
        own_share: verdict.own_share,
        bandwidth_before_gb_s: verdict.bandwidth_before_gb_s,
        bandwidth_after_gb_s: verdict.bandwidth_after_gb_s,
    };
    let model = match run.model.format.as_str() {
        "" => run.model.name.clone(),
        format => format!("{}, {format}", run.model.name),
    };
    Entry {
        kept: None,
        title: title(text, &model, run.on),
        place: text.describe(&place(&run.place)).to_string(),
        plan: plan(text, &plan_of(run)),
        figures: figures(
            text,
            value(Quantity::DecodeAlone),
            value(Quantity::Prefill),
            None,
        ),
        doubts: busyness
            .doubts()
            .iter()
            .map(|doubt| text.describe(doubt).to_string())
            .collect(),
        in_case: in_case(scenario, run),
        is_busy: busyness.is_busy(),
        is_of_use: true,
    }
}

fn measurements_of<'a>(
    scenario: &'a Scenario,
    run: &'a MeasuredRun,
) -> impl Iterator<Item = &'a Measurement> {
    let is_its = |one: &&Measurement| one.run.as_deref() == Some(run.id.as_str());
    scenario.measurements.iter().filter(is_its)
}

fn in_case(scenario: &Scenario, run: &MeasuredRun) -> Option<(Vec<String>, bool)> {
    let ids: Vec<String> = measurements_of(scenario, run)
        .map(|one| one.id.clone())
        .collect();
    let is_used = measurements_of(scenario, run).any(|one| one.is_in_use);
    (!ids.is_empty()).then_some((ids, is_used))
}

fn title(text: Text, model: &str, on: PartialDate) -> String {
    format!("{model} · {}", text.date(on))
}

/// What a plan asked, in a few words.
fn plan(text: Text, plan: &Plan) -> String {
    let numbers = |list: &[u32]| {
        let numbers = list
            .iter()
            .map(|one| text.number(f64::from(*one), Digits::WHOLE));
        Arg::texts(numbers)
    };
    let most = plan.concurrency.iter().copied().max().unwrap_or(1);
    let list = [
        ("prompt", numbers(&plan.prompt_tokens)),
        ("output", Arg::from(u64::from(plan.output_tokens))),
        ("users", numbers(&plan.concurrency)),
        ("most", Arg::from(u64::from(most))),
        ("repeats", Arg::from(u64::from(plan.repeats))),
    ];
    text.format("here-run-plan", &list)
}

fn figures(text: Text, speed: Option<f64>, prompt: Option<f64>, first_ms: Option<f64>) -> String {
    let number = |value: f64| Arg::from(text.number(value, Digits::SCREEN));
    let parts = [
        speed.map(|speed| text.format("here-run-speed", &[("speed", number(speed))])),
        prompt.map(|speed| text.format("here-run-prompt", &[("speed", number(speed))])),
        first_ms.map(|ms| {
            let time = Arg::from(text.duration(ms / 1e3));
            text.format("here-run-first", &[("time", time)])
        }),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.is_empty() {
        true => text.get("here-run-nothing").into_owned(),
        false => parts.join(" · "),
    }
}

fn place(place: &RunPlace) -> Place {
    match place {
        RunPlace::Processor {
            threads,
            instructions,
        } => Place::Processor {
            threads: usize::try_from(*threads).unwrap_or(usize::MAX),
            instructions: instructions.clone(),
        },
        RunPlace::Gpu { name, backend } => Place::Gpu {
            name: name.clone(),
            backend: backend.clone(),
            is_software: false,
        },
        RunPlace::Endpoint { address } => Place::Endpoint {
            url: address.clone(),
            model: String::new(),
        },
    }
}

fn plan_of(run: &MeasuredRun) -> Plan {
    let narrow = |number: &u64| u32::try_from(*number).unwrap_or(u32::MAX);
    Plan {
        prompt_tokens: run.plan.prompt_tokens.iter().map(narrow).collect(),
        output_tokens: narrow(&run.plan.output_tokens),
        concurrency: run.plan.concurrency.iter().map(narrow).collect(),
        repeats: narrow(&run.plan.repeats),
        ..Plan::default()
    }
}

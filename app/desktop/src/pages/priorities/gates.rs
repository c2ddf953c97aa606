//! Setting the gates: which are asked, their limits, where options process data, and clauses of
//! licences that somebody has read.

use egui::Ui;
use weighbridge_engine::scenario::{DataPlace, DecisionOption, Gate, GateTest, InputPath, Setting};
use weighbridge_engine::weighing::{Verdict, may_forbid};
use weighbridge_session::Action;
use weighbridge_units::Arg;

use super::glance::gate_name;
use super::{Shown, own_gates};
use crate::look::Look;
use crate::pages::figures::{Input, input_ui};
use crate::pages::long_term::clause_words;
use crate::pages::parts::note;
use crate::pages::{Ask, Page};
use crate::widgets::{Entry, PickerWords, button, choice, page as parts_of_page, picker};

/// Narrower than this, cards stand under each other.
const LEAST_COLUMN: f32 = 430.0;

/// Draws the view.
pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) {
    parts_of_page::columns(ui, 2, LEAST_COLUMN, |ui, column| match column {
        0 => gates_card(ui, page, shown),
        _ => {
            places_card(ui, page, shown);
            clauses_card(ui, page, shown);
        }
    });
}

fn gates_card(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) {
    let text = shown.text;
    let aid = text.get("priorities-set-gates-aid");
    parts_of_page::card(ui, &text.get("priorities-view-gates"), &aid, |ui| {
        for (place, gate) in shown.scenario.priorities.gates.iter().enumerate() {
            if place > 0 {
                parts_of_page::rule(ui);
            }
            ui.push_id(&gate.id, |ui| gate_ui(ui, page, shown, place, gate));
        }
        parts_of_page::rule(ui);
        own_gates::add_ui(ui, page, shown);
    });
}

fn gate_ui(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>, place: usize, gate: &Gate) {
    let look = Look::of(ui);
    let text = shown.text;
    let name = gate_name(shown, gate);
    ui.spacing_mut().item_spacing.y = look.grid;
    if gate.test == GateTest::Memory {
        // What does not fit cannot be had: there is nothing to switch off.
        ui.label(look.strong(&name));
    } else {
        let mut is_on = gate.on;
        if choice::toggle(ui, &mut is_on, &name).changed() {
            choose(
                page,
                format!("gates.{}.on", gate.id),
                if is_on { "yes" } else { "no" },
            );
        }
    }
    let guidance = text.local(&gate.guidance);
    if !guidance.is_empty() {
        note(ui, guidance);
    }
    if let Some(line) = standing(shown, place, gate) {
        ui.add(egui::Label::new(look.small(line)).wrap());
    }
    if !gate.on && gate.test != GateTest::Memory {
        own_gates::remove_ui(ui, page, shown, gate);
        return;
    }
    if let GateTest::DataResidency(allowed) = gate.test {
        let label = text.get("priorities-farthest-place");
        ui.label(look.small(label.as_ref()));
        if let Some(picked) = place_picker(ui, shown, &label, Some(allowed), None) {
            choose(page, format!("gates.{}.allowed", gate.id), picked);
        }
    }
    if let Some(spec) = gate.test.limit() {
        let path = format!("gates.{}.limit", gate.id);
        let label = text.format("priorities-limit-of", &[("gate", Arg::from(name))]);
        let help = text.field_help(spec.group, spec.name);
        let input = Input {
            path: &path,
            label: &label,
            help: &help,
            spec,
            figure: &gate.limit,
        };
        input_ui(ui, page, input);
    }
    let step = match gate.test {
        GateTest::TimeToFirstToken | GateTest::WritingSpeed | GateTest::Context => {
            Some(("step-workload", 1))
        }
        GateTest::Languages => Some(("step-question", 0)),
        _ => None,
    };
    if let Some((key, step)) = step {
        let words = text.format(
            "priorities-set-at",
            &[("step", Arg::from(text.get(key).into_owned()))],
        );
        if ui.add(button::link(&words)).clicked() {
            page.ask(Ask::Step(step));
        }
    }
    own_gates::percentile_ui(ui, page, shown, gate);
    own_gates::remove_ui(ui, page, shown, gate);
}

/// How many options a gate closes on, and in how many it is not known.
fn standing(shown: &Shown<'_>, place: usize, gate: &Gate) -> Option<String> {
    let text = shown.text;
    if !gate.on && gate.test != GateTest::Memory {
        return Some(text.get("priorities-gate-off").into_owned());
    }
    let count = |wanted: fn(&Verdict) -> bool| {
        let options = shown.weighing.options.iter();
        let verdicts = options.filter_map(|option| option.gates.get(place));
        verdicts.filter(|verdict| wanted(&verdict.verdict)).count()
    };
    let closed = count(|verdict| matches!(verdict, Verdict::Closed(_)));
    let unknown = count(|verdict| *verdict == Verdict::NotKnown);
    let mut parts = vec![text.format("priorities-gate-closes", &[("count", Arg::from(closed))])];
    if unknown > 0 {
        parts.push(text.format("priorities-gate-unknown", &[("count", Arg::from(unknown))]));
    }
    Some(parts.join(" "))
}

/// Where each option processes data.
fn places_card(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) {
    let text = shown.text;
    let title = text.get("priorities-places");
    parts_of_page::card(ui, &title, &text.get("priorities-places-aid"), |ui| {
        let look = Look::of(ui);
        for option in &shown.scenario.options {
            ui.push_id(option.id.as_str(), |ui| {
                ui.spacing_mut().item_spacing.y = look.grid / 2.0;
                ui.add(egui::Label::new(look.body(&option.name)).wrap());
                let label = text.format(
                    "priorities-place-of",
                    &[("option", Arg::from(option.name.clone()))],
                );
                let usual = usual_place(shown, option);
                if let Some(picked) =
                    place_picker(ui, shown, &label, option.data_place, Some(usual))
                {
                    let path = format!("options.{}.data_place", option.id);
                    choose(page, path, picked);
                }
            });
        }
    });
}

/// "As usual for its kind: a provider, wherever that is".
fn usual_place(shown: &Shown<'_>, option: &DecisionOption) -> String {
    match DataPlace::usual(option.deployment()) {
        Some(place) => shown.text.format(
            "priorities-place-usual",
            &[("place", Arg::from(shown.words.place(place)))],
        ),
        None => shown.text.get("priorities-place-parts").into_owned(),
    }
}

/// Chooses a place; `usual` offers the one of the option's kind first. Returns the word chosen.
fn place_picker(
    ui: &mut Ui,
    shown: &Shown<'_>,
    label: &str,
    chosen: Option<DataPlace>,
    usual: Option<String>,
) -> Option<&'static str> {
    let text = shown.text;
    let mut entries = Vec::new();
    let mut keys = Vec::new();
    if let Some(usual) = usual {
        entries.push(Entry {
            title: usual,
            ..Entry::default()
        });
        keys.push(("usual", None));
    }
    for place in DataPlace::ALL {
        entries.push(Entry {
            title: shown.words.place(place),
            ..Entry::default()
        });
        keys.push((place.key(), Some(place)));
    }
    let at = keys.iter().position(|(_, place)| *place == chosen);
    let words = PickerWords {
        search: &text.get("button-search"),
        nothing: &text.get("window-search-nothing"),
    };
    let picked = picker::picker(ui, label, at, "", &entries, words)?;
    keys.get(picked).map(|(key, _)| *key)
}

/// Clauses that may forbid the use, each to be cleared by who has read it.
fn clauses_card(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) {
    let text = shown.text;
    let mut clauses: Vec<(&DecisionOption, &String)> = Vec::new();
    for option in &shown.scenario.options {
        if let Some(model) = &option.model {
            let grave = model
                .licence_clauses
                .iter()
                .filter(|clause| may_forbid(clause));
            clauses.extend(grave.map(|clause| (option, clause)));
        }
    }
    let title = text.get("priorities-clauses");
    let aid = text.get("priorities-clauses-aid");
    parts_of_page::card(ui, &title, &aid, |ui| {
        let look = Look::of(ui);
        if clauses.is_empty() {
            note(ui, text.get("priorities-no-clauses"));
        }
        for (option, clause) in clauses {
            ui.push_id((option.id.as_str(), clause), |ui| {
                ui.spacing_mut().item_spacing.y = look.grid / 2.0;
                let model = option.model.as_ref().map_or("", |model| model.id.as_str());
                let words = clause_words(page, model, clause);
                let line = text.format(
                    "priorities-clause-of",
                    &[
                        ("option", Arg::from(option.name.clone())),
                        ("clause", Arg::from(words)),
                    ],
                );
                ui.add(egui::Label::new(look.body(&line)).wrap());
                let mut cleared = option.clauses_cleared.contains(clause);
                let read = text.get("priorities-clause-read");
                let toggle = choice::toggle(ui, &mut cleared, &read);
                ui.ctx().accesskit_node_builder(toggle.id, |node| {
                    node.set_label(format!("{read}: {line}"))
                });
                if toggle.changed() {
                    page.act(Action::ClearClause {
                        option: option.id.clone(),
                        clause: clause.clone(),
                        cleared,
                    });
                }
            });
        }
    });
}

fn choose(page: &mut Page<'_>, path: String, word: &str) {
    page.act(Action::SetChoice {
        path: InputPath::new(path),
        setting: Setting::Word(word.to_owned()),
    });
}

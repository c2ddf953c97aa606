//! Statements about the client, each with what follows from it.

use egui::Ui;
use weighbridge_engine::scenario::{Answer, Condition, Consequence, DataPlace, InputPath, Setting};
use weighbridge_engine::weighing::Verdict;
use weighbridge_session::Action;
use weighbridge_units::Arg;

use super::{Shown, State};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::{fold, note};
use crate::widgets::{choice, page as parts_of_page};

/// The answers in the order in which they are offered.
const ANSWERS: [Answer; 3] = [Answer::Yes, Answer::No, Answer::Unknown];

/// The card of all statements.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, shown: &Shown<'_>) {
    let text = shown.text;
    let conditions = &shown.scenario.priorities.conditions;
    if conditions.is_empty() {
        return;
    }
    let said = conditions
        .iter()
        .filter(|condition| condition.answer != Answer::Unknown)
        .count();
    let aid = text.format(
        "priorities-conditions-aid",
        &[
            ("count", Arg::from(said)),
            ("total", Arg::from(conditions.len())),
        ],
    );
    parts_of_page::card(ui, &text.get("priorities-conditions"), &aid, |ui| {
        for (place, condition) in conditions.iter().enumerate() {
            if place > 0 {
                parts_of_page::rule(ui);
            }
            ui.push_id(&condition.id, |ui| {
                statement(ui, page, state, shown, condition)
            });
        }
    });
}

fn statement(
    ui: &mut Ui,
    page: &mut Page<'_>,
    state: &mut State,
    shown: &Shown<'_>,
    condition: &Condition,
) {
    let look = Look::of(ui);
    let text = shown.text;
    let statement = text.local(&condition.statement);
    ui.spacing_mut().item_spacing.y = look.grid;
    ui.add(egui::Label::new(look.strong(statement)).wrap());
    let mut source = text
        .get(&format!("priorities-favours-{}", condition.favours.key()))
        .into_owned();
    if !condition.sources.is_empty() {
        source = format!("{source} · {}", condition.sources.join(", "));
    }
    ui.add(egui::Label::new(look.small(source)).wrap());
    let words = ANSWERS.map(|answer| text.get(&format!("priorities-answer-{}", answer.key())));
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    let chosen = ANSWERS
        .iter()
        .position(|answer| *answer == condition.answer);
    if let Some(picked) = choice::segmented(ui, statement, &words, chosen.unwrap_or(2)) {
        page.act(Action::SetAnswer {
            condition: condition.id.clone(),
            answer: ANSWERS[picked],
        });
    }
    let (at_gates, others): (Vec<&Consequence>, Vec<&Consequence>) = condition
        .consequences
        .iter()
        .partition(|consequence| consequence.path.starts_with("gates."));
    for consequence in &at_gates {
        line(ui, shown, consequence);
    }
    if !others.is_empty() {
        let key = if at_gates.is_empty() {
            "priorities-follows-all"
        } else {
            "priorities-follows-also"
        };
        let title = text.format(key, &[("count", Arg::from(others.len()))]);
        let is_open = state.open.contains(&condition.id);
        if ui.push_id("fold", |ui| fold(ui, &title, "", is_open)).inner
            && !state.open.remove(&condition.id)
        {
            state.open.insert(condition.id.clone());
        }
        if is_open {
            for consequence in others {
                line(ui, shown, consequence);
            }
        }
    }
    if let Some(sentence) = closes(shown, condition) {
        note(ui, sentence);
    }
}

fn line(ui: &mut Ui, shown: &Shown<'_>, consequence: &Consequence) {
    let look = Look::of(ui);
    let sentence = follows(shown, consequence);
    let said = ui.add(egui::Label::new(look.small(sentence)).wrap());
    let why = shown.text.local(&consequence.why);
    if !why.is_empty() {
        said.on_hover_text(why);
    }
}

/// What a consequence sets, where the statement holds and where it does not.
fn follows(shown: &Shown<'_>, consequence: &Consequence) -> String {
    let text = shown.text;
    let kinds = || {
        let names = consequence.kinds.iter();
        let names = names.map(|kind| text.get(&format!("deployment-{}", kind.key())).into_owned());
        text.list(names)
    };
    let parts: Vec<&str> = consequence.path.split('.').collect();
    let gate = match parts.as_slice() {
        ["gates", id, _] => shown.words.gate_of(id).map(|gate| shown.words.gate(gate)),
        _ => None,
    };
    let what = match gate {
        Some(gate) => text.format("priorities-follows-gate", &[("gate", Arg::from(gate))]),
        None => {
            let paths = shown.scenario.expand(&consequence.path, &consequence.kinds);
            let path = paths.first().cloned();
            let path = path.unwrap_or_else(|| InputPath::new(&consequence.path));
            let (input, _) = shown.words.field_and_owner(&path);
            if consequence.kinds.is_empty() {
                input
            } else {
                let args = [("input", Arg::from(input)), ("kinds", Arg::from(kinds()))];
                text.format("priorities-follows-kinds", &args)
            }
        }
    };
    let value = |setting: &Setting| Arg::from(setting_in_words(shown, &consequence.path, setting));
    text.format(
        "priorities-follows",
        &[
            ("what", Arg::from(what)),
            ("yes", value(&consequence.yes)),
            ("no", value(&consequence.no)),
        ],
    )
}

fn setting_in_words(shown: &Shown<'_>, path: &str, setting: &Setting) -> String {
    let text = shown.text;
    match setting {
        Setting::Number(value) => {
            let paths = shown.scenario.expand(path, &[]);
            let spec = paths.iter().find_map(|path| shown.scenario.spec(path));
            match spec {
                Some(spec) => text.quantity(*value, spec.unit),
                None => text.editable(*value),
            }
        }
        Setting::Word(word) if path.ends_with(".on") => {
            let key = if word == "yes" {
                "priorities-gate-asked"
            } else {
                "priorities-gate-open"
            };
            text.get(key).into_owned()
        }
        Setting::Word(word) => {
            let place = DataPlace::ALL.into_iter().find(|place| place.key() == word);
            place.map_or_else(|| word.clone(), |place| shown.words.place(place))
        }
    }
}

/// Which options are out at the gates that the condition sets, as it is answered.
fn closes(shown: &Shown<'_>, condition: &Condition) -> Option<String> {
    if condition.answer != Answer::Yes {
        return None;
    }
    let gates: Vec<&str> = condition
        .consequences
        .iter()
        .filter_map(|consequence| consequence.path.strip_prefix("gates."))
        .filter_map(|rest| rest.split('.').next())
        .collect();
    let out: Vec<String> = shown
        .weighing
        .options
        .iter()
        .zip(&shown.scenario.options)
        .filter(|(weighed, _)| {
            weighed.gates.iter().any(|gate| {
                gates.contains(&gate.gate.as_str()) && matches!(gate.verdict, Verdict::Closed(_))
            })
        })
        .map(|(_, option)| option.name.clone())
        .collect();
    (!out.is_empty()).then(|| {
        let count = Arg::from(out.len());
        let options = Arg::from(shown.text.list(out));
        shown.text.format(
            "priorities-closes-for",
            &[("options", options), ("count", count)],
        )
    })
}

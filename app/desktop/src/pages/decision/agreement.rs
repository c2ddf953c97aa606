//! Do other methods agree, and would everybody choose the same?

use egui::Ui;
use weighbridge_engine::weighing::Agreement;
use weighbridge_units::Arg;

use super::choice::Choice;
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::{note, point};
use crate::widgets::Icon;
use crate::widgets::page as parts_of_page;

/// A strip of methods, each with the option it puts first, and the participants who would choose
/// otherwise.
pub(super) fn strip(ui: &mut Ui, page: &Page<'_>, choice: &Choice<'_>) {
    let look = Look::of(ui);
    let text = page.text;
    let Some(best) = choice.recommendation.best else {
        return;
    };
    let agreement = agreement(choice);
    if agreement.methods.is_empty() {
        return;
    }
    parts_of_page::heading(ui, &text.get("decision-agreement"));
    let method = |key: &str| text.get(&format!("decision-method-{key}")).into_owned();
    let same: Vec<String> = agreement
        .methods
        .iter()
        .filter(|verdict| verdict.agrees)
        .map(|verdict| method(verdict.method))
        .collect();
    if !same.is_empty() {
        let args = [
            ("methods", Arg::from(text.list(same))),
            ("option", Arg::from(choice.words.option(best))),
        ];
        point(
            ui,
            Icon::Tick,
            look.good,
            text.format("decision-methods-agree", &args),
        );
    }
    // Methods that put the same other option first stand together.
    let mut others: Vec<(usize, Vec<String>)> = Vec::new();
    for verdict in agreement.methods.iter().filter(|verdict| !verdict.agrees) {
        match others.iter_mut().find(|(place, _)| *place == verdict.best) {
            Some((_, methods)) => methods.push(method(verdict.method)),
            None => others.push((verdict.best, vec![method(verdict.method)])),
        }
    }
    for (place, methods) in others {
        let args = [
            ("methods", Arg::from(text.list(methods))),
            ("option", Arg::from(choice.words.option(place))),
        ];
        let words = text.format("decision-methods-agree", &args);
        point(ui, Icon::Exclamation, look.caution, words);
    }
    participants(ui, page, choice, best);
}

/// The methods, with that of the smallest largest regret once the futures were looked at.
fn agreement(choice: &Choice<'_>) -> Agreement {
    match choice.now() {
        Some(futures) if futures.what_ifs.futures.len() > 1 => {
            choice.weighing.agreement_with(&futures.what_ifs)
        }
        _ => choice.weighing.agreement.clone(),
    }
}

fn participants(ui: &mut Ui, page: &Page<'_>, choice: &Choice<'_>, best: usize) {
    let text = page.text;
    let people = &choice.weighing.participants;
    if people.len() < 2 {
        return;
    }
    let agree = people
        .iter()
        .filter(|person| person.best == Some(best))
        .count();
    let mut sentences = vec![text.format(
        "decision-participants",
        &[
            ("count", Arg::from(agree)),
            ("all", Arg::from(people.len())),
        ],
    )];
    for person in people {
        let Some(other) = person.best.filter(|place| *place != best) else {
            continue;
        };
        sentences.push(text.format(
            "decision-participant-prefers",
            &[
                (
                    "participant",
                    Arg::from(choice.words.participant(&person.id)),
                ),
                ("option", Arg::from(choice.words.option(other))),
            ],
        ));
    }
    note(ui, sentences.join(" "));
}

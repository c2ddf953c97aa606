//! The sentence over the page, and what else is said in words.

use weighbridge_engine::figure::Origin;
use weighbridge_engine::scenario::{Evidence, Participant};
use weighbridge_engine::weighing::EvidenceState;
use weighbridge_units::Arg;

use super::{Shown, with_cost};

/// "Three of five options pass every gate; control counts most", and how far that is the client's
/// own word.
pub(super) fn headline(shown: &Shown<'_>) -> (String, String) {
    let text = shown.text;
    let options = &shown.weighing.options;
    let passing = options
        .iter()
        .filter(|option| option.closed().next().is_none())
        .count();
    let mut args = vec![
        ("count", Arg::from(passing)),
        ("total", Arg::from(options.len())),
    ];
    let heaviest = heaviest(shown);
    let with = if heaviest.is_empty() { "" } else { "-weighed" };
    args.push(("criteria", Arg::from(text.list(heaviest.clone()))));
    args.push(("counting", Arg::from(heaviest.len())));
    let key = if passing == options.len() {
        format!("priorities-headline-all{with}")
    } else if passing == 0 {
        format!("priorities-headline-none{with}")
    } else {
        format!("priorities-headline{with}")
    };
    (text.format(&key, &args), how_sure(shown))
}

/// The criteria with the highest weight: one, or several that tie; none where all tie.
fn heaviest(shown: &Shown<'_>) -> Vec<String> {
    let weights = with_cost(&shown.weighing.weights, shown.weighing.cost_weight);
    let most = weights.iter().copied().fold(0.0, f64::max);
    let names: Vec<String> = shown
        .weighed()
        .iter()
        .zip(&weights)
        .filter(|(_, weight)| most - **weight < 1e-9)
        .map(|(id, _)| inside(&shown.words.criterion(id)))
        .collect();
    if names.len() == weights.len() || names.len() > 3 {
        Vec::new()
    } else {
        names
    }
}

/// A name inside a sentence: its first letter is small, unless it begins an abbreviation.
fn inside(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), name.chars().nth(1)) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}

/// Whose weights these are, and how many judgements nobody has looked at.
fn how_sure(shown: &Shown<'_>) -> String {
    let text = shown.text;
    let people = &shown.scenario.priorities.participants;
    let mut sentences = Vec::new();
    // That all pass stands in the headline.
    let mut options = shown.weighing.options.iter();
    if options.any(|option| option.closed().next().is_some()) {
        sentences.push(shown.words.gates(shown.weighing));
    }
    if shown.scenario.priorities.criteria.is_empty() {
        return sentences.join(" ");
    }
    sentences.push(match people.as_slice() {
        [] => text.get("priorities-nobody-weighs").into_owned(),
        people => text.format(
            "priorities-people-weigh",
            &[("count", Arg::from(people.len()))],
        ),
    });
    let (assumed, unknown) = judged(shown);
    if unknown > 0 {
        sentences.push(text.format(
            "priorities-unknown-judgements",
            &[("count", Arg::from(unknown))],
        ));
    }
    if assumed > 0 {
        sentences.push(text.format(
            "priorities-assumed-judgements",
            &[("count", Arg::from(assumed))],
        ));
    }
    sentences.join(" ")
}

/// How many judgements are only a framework's, and how many nobody has made.
pub(super) fn judged(shown: &Shown<'_>) -> (usize, usize) {
    let (mut assumed, mut unknown) = (0, 0);
    let criteria = &shown.scenario.priorities.criteria;
    for (option, weighed) in shown.scenario.options.iter().zip(&shown.weighing.options) {
        for (criterion, performance) in criteria.iter().zip(&weighed.performances) {
            if performance.evidence == EvidenceState::Unknown {
                unknown += 1;
            } else if criterion.evidence == Evidence::Judgement
                && option
                    .assessment(&criterion.id)
                    .is_some_and(|found| is_assumed(&found.figure.origin))
            {
                assumed += 1;
            }
        }
    }
    (assumed, unknown)
}

/// Whether nobody of the client has said so.
pub(super) fn is_assumed(origin: &Origin) -> bool {
    matches!(origin, Origin::Default | Origin::Preset(_))
}

/// The name of somebody, or that nobody has given one.
pub(super) fn name_of(shown: &Shown<'_>, participant: &Participant) -> String {
    if participant.name.trim().is_empty() {
        shown.text.get("priorities-unnamed").into_owned()
    } else {
        participant.name.clone()
    }
}

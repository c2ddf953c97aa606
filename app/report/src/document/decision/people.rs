//! Who weighs how, what each would choose, and whether other methods agree.

use weighbridge_engine::decision::pairwise::{Consistency, Light, Triad};
use weighbridge_engine::weighing::ParticipantWeighing;
use weighbridge_text::Digits;
use weighbridge_units::Arg;

use super::Part;
use crate::document::Subject;
use crate::document::table::{Cell, Column, Row, Table};

/// The least share of weightings that is told.
const WORTH_TELLING: f64 = 0.005;

/// Criteria named as those that somebody would have to care about.
const MAINLY: usize = 2;

/// The participants as a table, and the other methods as sentences.
pub(super) fn parts(subject: &Subject<'_>) -> Vec<Part> {
    if subject.scenario.priorities.criteria.is_empty() {
        return Vec::new();
    }
    let has_participants = !subject.decided.weighing.participants.is_empty();
    let participants = Part {
        heading: subject.get("report-section-participants"),
        table: has_participants.then(|| table(subject)),
        ..Part::default()
    };
    let mut sentences = agreement(subject);
    sentences.extend(caring_mainly(subject));
    let methods = Part {
        heading: subject.get("report-agreement"),
        sentences,
        ..Part::default()
    };
    vec![participants, methods]
}

fn table(subject: &Subject<'_>) -> Table {
    let columns = vec![
        Column::text(subject.get("report-column-participant"), 1.1),
        Column::text(subject.get("report-column-elicitation"), 0.9),
        Column::text(subject.get("report-column-choice"), 1.4),
        Column::figures(subject.get("report-column-distance"), 0.8),
        Column::text(subject.get("report-column-consistency"), 1.3),
    ];
    let rows = subject
        .decided
        .weighing
        .participants
        .iter()
        .map(|participant| Row {
            cells: row(subject, participant),
            ..Row::default()
        })
        .collect();
    Table { columns, rows }
}

fn row(subject: &Subject<'_>, participant: &ParticipantWeighing) -> Vec<Cell> {
    let words = subject.words();
    let person = subject.scenario.priorities.participant(&participant.id);
    let elicitation = person.map_or_else(String::new, |person| {
        subject.get(&format!("report-elicitation-{}", person.elicitation.key()))
    });
    let choice = participant.best.map(|place| words.option(place));
    let consistency = participant
        .consistency
        .as_ref()
        .map(|consistency| light(subject, consistency));
    vec![
        Cell::from(words.participant(&participant.id)),
        Cell::from(elicitation),
        choice.map_or_else(|| Cell::muted("–"), Cell::from),
        Cell::from(subject.text.percent(participant.distance, Digits::WHOLE)),
        consistency.unwrap_or_else(|| Cell::muted("–")),
    ]
}

/// The ratio, and which comparisons to look at again.
fn light(
    subject: &Subject<'_>,
    (consistency, light, triad): &(Consistency, Light, Option<Triad>),
) -> Cell {
    let key = match light {
        Light::Green => "report-consistency-green",
        Light::Amber => "report-consistency-amber",
        Light::Red => "report-consistency-red",
    };
    let criteria = &subject.scenario.priorities.criteria;
    let names = triad.iter().flat_map(|triad| triad.criteria);
    let names =
        names.filter_map(|place| Some(subject.text.local(&criteria.get(place)?.name).to_owned()));
    let criteria = Arg::from(subject.text.list(names));
    Cell {
        text: subject.text.number(consistency.ratio, Digits::Decimals(2)),
        below: subject.say(key, &[("criteria", criteria)]),
        ..Cell::default()
    }
}

/// A sentence for each option that some method puts first, the recommended one first.
fn agreement(subject: &Subject<'_>) -> Vec<String> {
    let methods = subject.decided.agreement().methods;
    let best = subject.decided.recommendation.best;
    let mut chosen: Vec<usize> = methods.iter().map(|method| method.best).collect();
    chosen.sort_by_key(|place| (best != Some(*place), *place));
    chosen.dedup();
    chosen
        .into_iter()
        .map(|place| {
            let names: Vec<String> = methods
                .iter()
                .filter(|method| method.best == place)
                .map(|method| subject.get(&format!("report-method-name-{}", method.method)))
                .collect();
            let sentence = subject.say(
                "report-agree",
                &[
                    ("count", Arg::from(names.len() as u64)),
                    ("methods", Arg::from(subject.text.list(names))),
                    ("option", Arg::from(subject.words().option(place))),
                ],
            );
            capitalised(&sentence)
        })
        .collect()
}

/// In which share of all weightings each option comes first, and what one would have to care about.
fn caring_mainly(subject: &Subject<'_>) -> Vec<String> {
    let Some(prospects) = &subject.decided.prospects else {
        return Vec::new();
    };
    let criteria = &subject.scenario.priorities.criteria;
    let mut rows: Vec<usize> = (0..prospects.ranked.len()).collect();
    let first = |row: usize| {
        let shares = prospects.rank_shares.get(row);
        shares.and_then(|shares| shares.first()).copied()
    };
    rows.sort_by(|one, other| {
        first(*other)
            .partial_cmp(&first(*one))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut never = Vec::new();
    let mut sentences = Vec::new();
    for row in rows {
        let option = subject.words().option(prospects.ranked[row]);
        let central = prospects.central_weights.get(row);
        let (Some(Some(central)), Some(share)) = (central, first(row)) else {
            never.push(option);
            continue;
        };
        if share < WORTH_TELLING {
            continue;
        }
        let mut places: Vec<usize> = (0..central.len().min(criteria.len())).collect();
        places.sort_by(|one, other| central[*other].total_cmp(&central[*one]));
        let names = places.into_iter().take(MAINLY);
        let names = names.map(|place| subject.text.local(&criteria[place].name).to_owned());
        let criteria = Arg::from(subject.text.list(names));
        let share = Arg::from(subject.text.percent(share, Digits::WHOLE));
        sentences.push(subject.say(
            "report-caring-mainly",
            &[
                ("option", Arg::from(option)),
                ("share", share),
                ("criteria", criteria),
            ],
        ));
    }
    if !never.is_empty() {
        let count = Arg::from(never.len() as u64);
        let options = Arg::from(subject.text.list(never));
        let values = [("count", count), ("options", options)];
        sentences.push(subject.say("report-never-first", &values));
    }
    sentences
}

/// A sentence that begins with what stood in its gap.
fn capitalised(sentence: &str) -> String {
    let mut characters = sentence.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

//! What matters to the client, in scenario files and in frameworks.
//!
//! A file names a framework of the catalogue and says what differs, or spells everything out, as
//! written files do.

mod framework;
mod parts;
mod paths;
mod taker;
mod write;

pub(crate) use framework::{FRAMEWORK, read_framework};
pub use write::write_framework;

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose::priorities_from;
use weighbridge_engine::decision::weights::RankScheme;
use weighbridge_engine::scenario::{
    Answer, Assessment, COST, Comparison, CostRole, DecisionOption, Elicitation, FrameworkOrigin,
    GateTest, InputPath, LocalText, Participant, Priorities, SWING, Setting,
};
use weighbridge_units::PartialDate;

use self::parts::{
    blank_condition, blank_criterion, blank_gate, blank_what_if, read_condition, read_criterion,
    read_gate, read_judgements, read_numbers, read_what_if,
};
use self::paths::{Written, check_paths};
use self::taker::{Taker, read_id, read_local, read_number};
use super::figures::{Sources, read_figure};
use super::reader::{Keys, Reader};
use super::value::{Form, Value};
use crate::faults::FaultKind;

/// How many times as important one of two criteria may be.
const TIMES: (f64, f64) = (1.0 / 9.0, 9.0);

/// The priorities of a file.
pub(super) struct PrioritiesReading {
    pub(super) priorities: Priorities,
    /// Whether they stand in the file in full, so that options without judgements have none.
    pub(super) is_spelled_out: bool,
}

/// Reads the priorities; without any, those of the catalogue's default framework.
pub(super) fn read_priorities(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
    catalogue: &Catalogue,
    date: PartialDate,
) -> PrioritiesReading {
    let Some((value, path)) = keys.take("priorities") else {
        let framework = catalogue.default_framework();
        return PrioritiesReading {
            priorities: framework.map_or_else(Priorities::default, priorities_from),
            is_spelled_out: false,
        };
    };
    let Some(keys) = reader.group(value, &path) else {
        return PrioritiesReading {
            priorities: Priorities::default(),
            is_spelled_out: true,
        };
    };
    let mut taker = Taker {
        reader,
        keys,
        sources,
        is_new: false,
    };
    let mut priorities = Priorities::default();
    let mut is_by_name = false;
    if let Some((value, path)) = taker.keys.take("framework") {
        if let Form::Leaf(_) = value.form {
            is_by_name = true;
            priorities = named(&mut taker, value, &path, catalogue);
        } else {
            priorities.framework = read_origin(taker.reader, value, &path);
        }
    }
    let mut written = Vec::new();
    if is_by_name {
        let answered = read_answers(&mut taker, &mut priorities, &mut written);
        priorities = follow(priorities, &answered, date);
    }
    read_structure(&mut taker, &mut priorities, &mut written);
    let roles = CostRole::ALL.map(|role| (role.key(), role));
    taker.choice("cost_role", &roles, &mut priorities.cost_role);
    read_participants(&mut taker, &mut priorities);
    taker.finish();
    check_paths(reader, &priorities, date, &written);
    PrioritiesReading {
        priorities,
        is_spelled_out: !is_by_name,
    }
}

/// What a framework and a scenario's priorities share.
fn read_structure(
    taker: &mut Taker<'_, '_, '_>,
    priorities: &mut Priorities,
    written: &mut Vec<Written>,
) {
    taker.parts(
        "conditions",
        &mut priorities.conditions,
        |condition| &condition.id,
        blank_condition,
        &mut |taker, condition| read_condition(taker, condition, written),
    );
    taker.parts(
        "gates",
        &mut priorities.gates,
        |gate| &gate.id,
        blank_gate,
        &mut read_gate,
    );
    taker.parts(
        "criteria",
        &mut priorities.criteria,
        |criterion| &criterion.id,
        blank_criterion,
        &mut read_criterion,
    );
    for (place, gate) in priorities.gates.iter().enumerate() {
        if let GateTest::MinimumJudgement(criterion) = &gate.test
            && priorities.criterion(criterion).is_none()
        {
            let path = format!("{}[{place}].criterion", taker.keys.path_of("gates"));
            let fault = unknown("criterion", criterion);
            taker.reader.fault(taker.keys.place, &path, fault);
        }
    }
    taker.group("money_axis", &mut priorities.money_axis);
    taker.group("review", &mut priorities.review);
    taker.parts(
        "what_ifs",
        &mut priorities.what_ifs,
        |what_if| &what_if.id,
        blank_what_if,
        &mut |taker, what_if| read_what_if(taker, what_if, written),
    );
    let criteria: Vec<String> = priorities
        .criteria
        .iter()
        .map(|criterion| criterion.id.clone())
        .collect();
    let known = |id: &str| criteria.iter().any(|criterion| criterion == id);
    read_judgements(taker, &mut priorities.judgements, &known);
    read_numbers(
        taker,
        "random_index",
        (0.0, 10.0),
        &mut priorities.random_index,
    );
}

/// The priorities of a framework of the catalogue.
fn named(
    taker: &mut Taker<'_, '_, '_>,
    value: &Value,
    path: &str,
    catalogue: &Catalogue,
) -> Priorities {
    let id = taker.reader.text(value, path);
    let found = id.as_ref().and_then(|id| catalogue.framework(id));
    if let Some(id) = &id
        && found.is_none()
    {
        taker
            .reader
            .fault(value.place, path, unknown("framework", id));
    }
    found.map_or_else(Priorities::default, priorities_from)
}

fn read_origin(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<FrameworkOrigin> {
    let mut keys = reader.group(value, path)?;
    let id = keys
        .need(reader, "id")
        .and_then(|(value, path)| read_id(reader, value, &path));
    let title = keys
        .need(reader, "title")
        .and_then(|(value, path)| read_local(reader, value, &path));
    let as_of = keys
        .need(reader, "as_of")
        .and_then(|(value, path)| reader.date(value, &path));
    keys.finish(reader);
    Some(FrameworkOrigin {
        id: id?,
        title: title?,
        as_of: as_of?,
    })
}

/// The conditions that are answered in the file, with their answers; what else the file says of
/// them is read with the rest.
fn read_answers<'v>(
    taker: &mut Taker<'_, '_, 'v>,
    priorities: &mut Priorities,
    written: &mut Vec<Written>,
) -> Vec<(String, Answer)> {
    let before = written.len();
    taker.parts(
        "conditions",
        &mut priorities.conditions,
        |condition| &condition.id,
        blank_condition,
        &mut |taker, condition| read_condition(taker, condition, written),
    );
    // They are read once more, in their place.
    written.truncate(before);
    priorities
        .conditions
        .iter()
        .filter(|condition| condition.answer != Answer::Unknown)
        .map(|condition| (condition.id.clone(), condition.answer))
        .collect()
}

/// Priorities with what follows for them from answers.
fn follow(priorities: Priorities, answered: &[(String, Answer)], date: PartialDate) -> Priorities {
    let mut scenario = Scenario::new("", date);
    scenario.priorities = priorities;
    for (condition, answer) in answered {
        let path = InputPath::new(format!("conditions.{condition}.answer"));
        // A consequence that does not fit its input is a fault of its path.
        let _ = scenario.set(&path, &Setting::Word(answer.key().to_owned()));
    }
    scenario.priorities
}

fn read_participants(taker: &mut Taker<'_, '_, '_>, priorities: &mut Priorities) {
    let mut criteria: Vec<String> = vec![COST.to_owned()];
    criteria.extend(priorities.criteria.iter().map(|found| found.id.clone()));
    taker.parts(
        "participants",
        &mut priorities.participants,
        |participant| &participant.id,
        |id| Participant::new(&id, &id),
        &mut |taker, participant| read_participant(taker, participant, &criteria),
    );
}

fn read_participant(
    taker: &mut Taker<'_, '_, '_>,
    participant: &mut Participant,
    criteria: &[String],
) {
    if let Some((value, path)) = taker.keys.take("name")
        && let Some(name) = taker.reader.text(value, &path)
    {
        participant.name = name;
    }
    let ways = Elicitation::ALL.map(|way| (way.key(), way));
    taker.choice("elicitation", &ways, &mut participant.elicitation);
    let schemes = RankScheme::ALL.map(|scheme| (scheme.key(), scheme));
    taker.choice("rank_scheme", &schemes, &mut participant.rank_scheme);
    taker.items(
        "weights",
        &mut participant.swings,
        &mut |taker, value, path| {
            let criterion = read_criterion_id(taker, "criterion", value, path, criteria);
            let figure = taker.need("points").and_then(|(value, path)| {
                read_figure(taker.reader, value, &path, &SWING, taker.sources, None)
            });
            Some((criterion?, figure?))
        },
    );
    if let Some((value, path)) = taker.keys.take("ranks") {
        let items = taker.reader.list(value, &path).iter().enumerate();
        let mut ranks = Vec::new();
        for (index, item) in items {
            let path = format!("{path}[{index}]");
            let Some(id) = taker.reader.text(item, &path) else {
                continue;
            };
            if !criteria.contains(&id) {
                taker
                    .reader
                    .fault(item.place, &path, unknown("criterion", &id));
            }
            ranks.push(id);
        }
        participant.ranks = ranks;
    }
    taker.items(
        "comparisons",
        &mut participant.comparisons,
        &mut |taker, value, path| {
            let first = read_criterion_id(taker, "first", value, path, criteria);
            let second = read_criterion_id(taker, "second", value, path, criteria);
            let times = taker
                .need("times")
                .and_then(|(value, path)| read_number(taker.reader, value, &path, TIMES));
            Some(Comparison {
                first: first?,
                second: second?,
                times: times?,
            })
        },
    );
}

fn read_criterion_id(
    taker: &mut Taker<'_, '_, '_>,
    key: &'static str,
    value: &Value,
    path: &str,
    criteria: &[String],
) -> Option<String> {
    let found = taker.need(key);
    let id = found.and_then(|(value, path)| taker.reader.text(value, &path))?;
    if !criteria.contains(&id) {
        let path = format!("{path}.{key}");
        taker
            .reader
            .fault(value.place, &path, unknown("criterion", &id));
    }
    Some(id)
}

/// Reads the judgements of an option.
pub(super) fn read_assessments(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
    priorities: &Priorities,
    option: &mut DecisionOption,
) {
    let Some((value, path)) = keys.take("assessments") else {
        return;
    };
    for (index, item) in reader.list(value, &path).iter().enumerate() {
        let path = format!("{path}[{index}]");
        let Some(mut keys) = reader.group(item, &path) else {
            continue;
        };
        let criterion = keys
            .need(reader, "criterion")
            .and_then(|(value, path)| reader.text(value, &path));
        if let Some(id) = &criterion
            && priorities.criterion(id).is_none()
        {
            let path = format!("{path}.criterion");
            reader.fault(item.place, &path, unknown("criterion", id));
        }
        let figure = keys.need(reader, "points").and_then(|(value, path)| {
            let spec = &weighbridge_engine::scenario::ASSESSMENT;
            read_figure(reader, value, &path, spec, sources, None)
        });
        let why = keys
            .take("why")
            .and_then(|(value, path)| read_local(reader, value, &path));
        keys.finish(reader);
        let (Some(criterion), Some(figure)) = (criterion, figure) else {
            continue;
        };
        let assessment = Assessment {
            criterion,
            figure,
            why: why.unwrap_or_else(LocalText::default),
        };
        let mut there = option.assessments.iter_mut();
        match there.find(|there| there.criterion == assessment.criterion) {
            Some(place) => *place = assessment,
            None => option.assessments.push(assessment),
        }
    }
}

fn unknown(kind: &str, id: &str) -> FaultKind {
    FaultKind::UnknownReference {
        kind: kind.to_owned(),
        id: id.to_owned(),
    }
}

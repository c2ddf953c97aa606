//! Figures and choices of the decision: judgements, weights, limits, and what money is worth.

use super::arithmetic::{get, get_mut};
use super::choices::pick;
use super::{InputPath, SetError, Setting};
use crate::figure::{FieldSpec, Figure, FigureGroup};
use crate::scenario::{
    ASSESSMENT, Answer, Assessment, COST, CostRole, DataPlace, DecisionOption, GateTest, LocalText,
    MoneyAxis, Participant, Review, SWING, Scenario,
};

/// What a path of the decision means.
enum Place<'p> {
    MoneyAxis(&'p str),
    Review(&'p str),
    Limit(&'p str),
    StartingWeight(&'p str),
    Weight {
        participant: &'p str,
        criterion: &'p str,
    },
    Assessment {
        option: &'p str,
        criterion: &'p str,
    },
}

fn read(path: &InputPath) -> Option<Place<'_>> {
    let parts: Vec<&str> = path.as_str().split('.').collect();
    match *parts.as_slice() {
        ["money_axis", field] => Some(Place::MoneyAxis(field)),
        ["review", field] => Some(Place::Review(field)),
        ["gates", gate, "limit"] => Some(Place::Limit(gate)),
        ["criteria", criterion, "weight"] => Some(Place::StartingWeight(criterion)),
        ["participants", participant, "weight", criterion] => Some(Place::Weight {
            participant,
            criterion,
        }),
        ["options", option, "assessment", criterion] => {
            Some(Place::Assessment { option, criterion })
        }
        _ => None,
    }
}

/// The field at a path, also where its figure only appears once it is set.
pub(super) fn spec(scenario: &Scenario, path: &InputPath) -> Option<&'static FieldSpec> {
    let priorities = &scenario.priorities;
    match read(path)? {
        Place::MoneyAxis(field) => MoneyAxis::spec(field),
        Place::Review(field) => Review::spec(field),
        Place::Limit(gate) => priorities.gate(gate)?.test.limit(),
        Place::StartingWeight(criterion) => {
            priorities.criterion(criterion)?;
            Some(&SWING)
        }
        Place::Weight {
            participant,
            criterion,
        } => {
            priorities.participant(participant)?;
            if criterion != COST {
                priorities.criterion(criterion)?;
            }
            Some(&SWING)
        }
        Place::Assessment { option, criterion } => {
            let known = |found: &&DecisionOption| found.id.as_str() == option;
            scenario.options.iter().find(known)?;
            priorities.criterion(criterion)?;
            Some(&ASSESSMENT)
        }
    }
}

/// The figure at a path and its field.
///
/// A weight that a participant has not given is the criterion's starting weight; a judgement that
/// nobody made is nothing.
pub(super) fn find<'a>(
    scenario: &'a Scenario,
    path: &InputPath,
) -> Option<(&'static FieldSpec, &'a Figure)> {
    let priorities = &scenario.priorities;
    match read(path)? {
        Place::MoneyAxis(field) => get(&priorities.money_axis, field),
        Place::Review(field) => get(&priorities.review, field),
        Place::Limit(gate) => {
            let gate = priorities.gate(gate)?;
            Some((gate.test.limit()?, &gate.limit))
        }
        Place::StartingWeight(criterion) => {
            Some((&SWING, &priorities.criterion(criterion)?.starting_weight))
        }
        Place::Weight {
            participant,
            criterion,
        } => {
            let participant = priorities.participant(participant)?;
            if criterion == COST {
                let mut swings = participant.swings.iter();
                let (_, figure) = swings.find(|(id, _)| id == COST)?;
                return Some((&SWING, figure));
            }
            Some((&SWING, participant.weight(priorities.criterion(criterion)?)))
        }
        Place::Assessment { option, criterion } => {
            priorities.criterion(criterion)?;
            let known = |found: &&DecisionOption| found.id.as_str() == option;
            let option = scenario.options.iter().find(known)?;
            Some((&ASSESSMENT, &option.assessment(criterion)?.figure))
        }
    }
}

/// The figure at a path, to change; made where it may stand and does not yet.
pub(super) fn place<'a>(scenario: &'a mut Scenario, path: &InputPath) -> Option<&'a mut Figure> {
    // Only what has a field may be made.
    spec(scenario, path)?;
    let priorities = &mut scenario.priorities;
    match read(path)? {
        Place::MoneyAxis(field) => Some(get_mut(&mut priorities.money_axis, field)?.1),
        Place::Review(field) => Some(get_mut(&mut priorities.review, field)?.1),
        Place::Limit(id) => {
            let gate = priorities.gates.iter_mut().find(|gate| gate.id == id)?;
            Some(&mut gate.limit)
        }
        Place::StartingWeight(id) => {
            let mut criteria = priorities.criteria.iter_mut();
            let criterion = criteria.find(|criterion| criterion.id == id)?;
            Some(&mut criterion.starting_weight)
        }
        Place::Weight {
            participant,
            criterion,
        } => {
            let start = match criterion {
                // Cost has no criterion of its own to start from.
                COST => Figure::starting(&SWING),
                id => priorities.criterion(id)?.starting_weight.clone(),
            };
            let mut participants = priorities.participants.iter_mut();
            let participant = participants.find(|found| found.id == participant)?;
            Some(weight_of(participant, criterion, start))
        }
        Place::Assessment { option, criterion } => {
            let mut options = scenario.options.iter_mut();
            let option = options.find(|found| found.id.as_str() == option)?;
            let known = option
                .assessments
                .iter()
                .position(|found| found.criterion == criterion);
            let place = known.unwrap_or_else(|| {
                option.assessments.push(Assessment {
                    criterion: criterion.to_owned(),
                    figure: Figure::starting(&ASSESSMENT),
                    why: LocalText::default(),
                });
                option.assessments.len() - 1
            });
            Some(&mut option.assessments[place].figure)
        }
    }
}

fn weight_of<'a>(
    participant: &'a mut Participant,
    criterion: &str,
    start: Figure,
) -> &'a mut Figure {
    let swings = &mut participant.swings;
    let known = swings.iter().position(|(id, _)| id == criterion);
    let place = known.unwrap_or_else(|| {
        swings.push((criterion.to_owned(), start));
        swings.len() - 1
    });
    &mut swings[place].1
}

/// Switches a gate on or off, or says where data may be processed.
pub(super) fn set_gate(
    scenario: &mut Scenario,
    path: &InputPath,
    id: &str,
    choice: &str,
    value: &Setting,
) -> Result<(), SetError> {
    let unknown = || SetError::UnknownPath {
        path: path.to_string(),
    };
    let mut gates = scenario.priorities.gates.iter_mut();
    let gate = gates.find(|gate| gate.id == id).ok_or_else(unknown)?;
    match (choice, &mut gate.test) {
        ("on", _) => gate.on = pick(path, value, &[("yes", true), ("no", false)])?,
        ("allowed", GateTest::DataResidency(allowed)) => {
            *allowed = pick(
                path,
                value,
                &DataPlace::ALL.map(|place| (place.key(), place)),
            )?;
        }
        _ => return Err(unknown()),
    }
    Ok(())
}

/// Says how cost enters.
pub(super) fn set_cost_role(
    scenario: &mut Scenario,
    path: &InputPath,
    value: &Setting,
) -> Result<(), SetError> {
    let roles = CostRole::ALL.map(|role| (role.key(), role));
    scenario.priorities.cost_role = pick(path, value, &roles)?;
    Ok(())
}

/// Answers a condition, with all that follows.
pub(super) fn set_answer(
    scenario: &mut Scenario,
    path: &InputPath,
    id: &str,
    value: &Setting,
) -> Result<(), SetError> {
    if scenario.priorities.condition(id).is_none() {
        return Err(SetError::UnknownPath {
            path: path.to_string(),
        });
    }
    let answer = pick(
        path,
        value,
        &Answer::ALL.map(|answer| (answer.key(), answer)),
    )?;
    scenario.answer(id, answer)
}

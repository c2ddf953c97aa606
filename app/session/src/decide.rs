//! Actions on what matters to the client: conditions, gates, criteria, and who weighs.

use std::collections::BTreeSet;

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose;
use weighbridge_engine::figure::ValueFault;
use weighbridge_engine::scenario::{
    Answer, COST, Comparison, Criterion, Gate, GateTest, InputPath, LocalText, OptionId,
    Participant, SetError, Setting,
};
use weighbridge_units::Message;

use crate::action::Action;
use crate::default::default_figure;
use crate::edited::Edit;
use crate::error::ActionError;

/// The least and the largest share of futures in which a gate can be asked to hold.
const PERCENTILES: (f64, f64) = (0.01, 0.99);

/// Does an action on the priorities, or on how an option stands towards them.
///
/// # Errors
/// Why it cannot be done; the scenario must then be thrown away.
pub(crate) fn decide(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    action: Action,
) -> Result<Edit, ActionError> {
    match action {
        Action::SetAnswer { condition, answer } => {
            set_answer(scenario, catalogue, &condition, answer)?;
            Ok(Edit::named("edit-answer"))
        }
        Action::ApplyFramework(id) => {
            let framework = catalogue.framework(&id);
            let framework = framework.ok_or_else(|| unknown(&format!("frameworks.{id}")))?;
            compose::apply_framework(scenario, framework);
            Ok(Edit::named("edit-framework"))
        }
        Action::SetCostRole(role) => {
            scenario.priorities.cost_role = role;
            Ok(Edit::named("edit-cost-role"))
        }
        Action::SetGate { gate, on } => {
            find_gate(scenario, &gate)?.on = on;
            Ok(Edit::named("edit-gate"))
        }
        Action::AddGate(gate) => add_gate(scenario, gate),
        Action::RemoveGate(gate) => {
            find_gate(scenario, &gate)?;
            scenario.priorities.gates.retain(|found| found.id != gate);
            let prefix = format!("gates.{gate}.");
            forget_paths(scenario, |path| path.starts_with(&prefix));
            Ok(Edit::named("edit-remove-gate"))
        }
        Action::SetGatePercentile { gate, percentile } => {
            set_percentile(find_gate(scenario, &gate)?, percentile)?;
            Ok(Edit::named("edit-gate-percentile"))
        }
        Action::AddCriterion(criterion) => add_criterion(scenario, criterion),
        Action::EditCriterion(criterion) => {
            check_anchors(&criterion)?;
            let mut criteria = scenario.priorities.criteria.iter_mut();
            let place = criteria.find(|found| found.id == criterion.id);
            let path = format!("criteria.{}", criterion.id);
            *place.ok_or_else(|| unknown(&path))? = criterion;
            Ok(Edit::named("edit-criterion"))
        }
        Action::RemoveCriterion(criterion) => remove_criterion(scenario, &criterion),
        Action::SetDataPlace { option, place } => {
            let option = find_option(scenario, &option)?;
            option.data_place = place;
            Ok(Edit::of_option("edit-data-place", &option.name))
        }
        Action::ClearClause {
            option,
            clause,
            cleared,
        } => {
            let option = find_option(scenario, &option)?;
            option.clauses_cleared.retain(|found| *found != clause);
            if cleared {
                option.clauses_cleared.push(clause);
            }
            Ok(Edit::of_option("edit-clause", &option.name))
        }
        Action::SetReason {
            option,
            criterion,
            why,
        } => {
            let option = find_option(scenario, &option)?;
            let mut assessments = option.assessments.iter_mut();
            let place = assessments.find(|found| found.criterion == criterion);
            let path = format!("options.{}.assessment.{criterion}", option.id);
            place.ok_or_else(|| unknown(&path))?.why = LocalText::plain(why);
            Ok(Edit::of_option("edit-reason", &option.name))
        }
        of_participant => weigh(scenario, of_participant),
    }
}

/// Actions of those who weigh.
fn weigh(scenario: &mut Scenario, action: Action) -> Result<Edit, ActionError> {
    match action {
        Action::AddParticipant(name) => {
            let id = fresh_participant(scenario, &name);
            let participant = Participant::new(&id, &name);
            let edit = of_participant("edit-add-participant", &participant);
            scenario.priorities.participants.push(participant);
            Ok(edit)
        }
        Action::RenameParticipant { participant, name } => {
            let place = find_participant(scenario, &participant)?;
            let edit = of_participant("edit-rename-participant", place);
            place.name = name;
            Ok(edit)
        }
        Action::RemoveParticipant(id) => {
            let edit = of_participant("edit-remove-participant", find_participant(scenario, &id)?);
            let participants = &mut scenario.priorities.participants;
            participants.retain(|participant| participant.id != id);
            Ok(edit)
        }
        Action::SetElicitation {
            participant,
            elicitation,
        } => {
            let place = find_participant(scenario, &participant)?;
            place.elicitation = elicitation;
            Ok(of_participant("edit-elicitation", place))
        }
        Action::SetRanks { participant, ranks } => {
            let known: BTreeSet<&str> = ranks.iter().map(String::as_str).collect();
            for id in &ranks {
                check_criterion(scenario, id)?;
            }
            if known.len() != ranks.len() {
                return Err(unknown(&format!("participants.{participant}.ranks")));
            }
            let place = find_participant(scenario, &participant)?;
            place.ranks = ranks;
            Ok(of_participant("edit-ranks", place))
        }
        Action::SetRankScheme {
            participant,
            scheme,
        } => {
            let place = find_participant(scenario, &participant)?;
            place.rank_scheme = scheme;
            Ok(of_participant("edit-rank-scheme", place))
        }
        Action::SetComparison {
            participant,
            first,
            second,
            times,
        } => {
            check_criterion(scenario, &first)?;
            check_criterion(scenario, &second)?;
            let pair = Comparison {
                first,
                second,
                times,
            };
            set_comparison(scenario, &participant, pair)
        }
        // Everything else was done above.
        other => {
            debug_assert!(false, "not an action on priorities: {other:?}");
            Ok(Edit::named("edit-title"))
        }
    }
}

/// Answers a condition with all that follows.
///
/// Where an answer is taken back, figures that then are what the framework says are what the
/// catalogue says, with its source and range.
pub(crate) fn set_answer(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    condition: &str,
    answer: Answer,
) -> Result<(), ActionError> {
    scenario.answer(condition, answer)?;
    if answer != Answer::Unknown {
        return Ok(());
    }
    let condition = scenario.priorities.condition(condition).cloned();
    let consequences = condition.map_or_else(Vec::new, |condition| condition.consequences);
    for consequence in &consequences {
        let Setting::Number(value) = consequence.unknown else {
            continue;
        };
        for path in scenario.expand(&consequence.path, &consequence.kinds) {
            let start = default_figure(scenario, catalogue, &path);
            if let Some(start) = start.filter(|start| start.value == value)
                && scenario.figure(&path).is_some()
            {
                scenario.set_figure(&path, start)?;
            }
        }
    }
    Ok(())
}

fn add_gate(scenario: &mut Scenario, mut gate: Gate) -> Result<Edit, ActionError> {
    if let GateTest::MinimumJudgement(criterion) = &gate.test {
        check_criterion(scenario, criterion)?;
    }
    let taken = |id: &str| scenario.priorities.gate(id).is_some();
    gate.id = fresh(&gate.id, taken);
    scenario.priorities.gates.push(gate);
    Ok(Edit::named("edit-add-gate"))
}

fn set_percentile(gate: &mut Gate, percentile: f64) -> Result<(), ActionError> {
    let (min, max) = PERCENTILES;
    let fault = match percentile {
        value if !value.is_finite() => ValueFault::NotFinite,
        value if value < min || value > max => ValueFault::OutOfRange { min, max, value },
        _ => {
            gate.percentile = percentile;
            return Ok(());
        }
    };
    Err(ActionError::Set(SetError::Value {
        path: format!("gates.{}.percentile", gate.id),
        fault,
    }))
}

fn add_criterion(scenario: &mut Scenario, mut criterion: Criterion) -> Result<Edit, ActionError> {
    check_anchors(&criterion)?;
    let taken = |id: &str| id == COST || scenario.priorities.criterion(id).is_some();
    criterion.id = fresh(&criterion.id, taken);
    scenario.priorities.criteria.push(criterion);
    Ok(Edit::named("edit-add-criterion"))
}

/// Removes a criterion with all that was said of it; gates that ask for it go too.
fn remove_criterion(scenario: &mut Scenario, id: &str) -> Result<Edit, ActionError> {
    let priorities = &mut scenario.priorities;
    if priorities.criterion(id).is_none() {
        return Err(unknown(&format!("criteria.{id}")));
    }
    priorities.criteria.retain(|criterion| criterion.id != id);
    let asks = |gate: &Gate| matches!(&gate.test, GateTest::MinimumJudgement(asked) if asked == id);
    let (asking, others): (Vec<Gate>, Vec<Gate>) = std::mem::take(&mut priorities.gates)
        .into_iter()
        .partition(asks);
    priorities.gates = others;
    priorities.judgements.retain(|row| row.criterion != id);
    for participant in &mut priorities.participants {
        participant.swings.retain(|(criterion, _)| criterion != id);
        participant.ranks.retain(|criterion| criterion != id);
        let comparisons = &mut participant.comparisons;
        comparisons.retain(|pair| pair.first != id && pair.second != id);
    }
    for option in &mut scenario.options {
        option.assessments.retain(|found| found.criterion != id);
    }
    let weight = format!("criteria.{id}.weight");
    let ends = [format!(".assessment.{id}"), format!(".weight.{id}")];
    forget_paths(scenario, |path| {
        path == weight || ends.iter().any(|end| path.ends_with(end))
    });
    let mut edit = Edit::named("edit-remove-criterion");
    for gate in &asking {
        let prefix = format!("gates.{}.", gate.id);
        forget_paths(scenario, |path| path.starts_with(&prefix));
    }
    if !asking.is_empty() {
        let notice = Message::new("notice-gates-removed").with("count", asking.len());
        edit.notices.push(notice);
    }
    Ok(edit)
}

/// Takes consequences and moves away whose input is gone.
fn forget_paths(scenario: &mut Scenario, gone: impl Fn(&str) -> bool) {
    let priorities = &mut scenario.priorities;
    for condition in &mut priorities.conditions {
        condition.consequences.retain(|found| !gone(&found.path));
    }
    for what_if in &mut priorities.what_ifs {
        what_if.moves.retain(|found| !gone(&found.path));
    }
}

/// Anchors are finite and differ.
fn check_anchors(criterion: &Criterion) -> Result<(), ActionError> {
    let Criterion { worst, best, .. } = *criterion;
    if worst.is_finite() && best.is_finite() && worst != best {
        Ok(())
    } else {
        Err(ActionError::Anchors(worst, best))
    }
}

fn set_comparison(
    scenario: &mut Scenario,
    id: &str,
    pair: Comparison,
) -> Result<Edit, ActionError> {
    let within = (1.0 / 9.0 - 1e-12..=9.0 + 1e-12).contains(&pair.times);
    if !within || pair.first == pair.second {
        return Err(ActionError::Comparison(pair.times));
    }
    let place = find_participant(scenario, id)?;
    let same = |old: &Comparison| {
        (old.first == pair.first && old.second == pair.second)
            || (old.first == pair.second && old.second == pair.first)
    };
    match place.comparisons.iter().position(same) {
        Some(found) => place.comparisons[found] = pair,
        None => place.comparisons.push(pair),
    }
    Ok(of_participant("edit-comparison", place))
}

fn check_criterion(scenario: &Scenario, id: &str) -> Result<(), ActionError> {
    if id == COST || scenario.priorities.criterion(id).is_some() {
        Ok(())
    } else {
        Err(unknown(&format!("criteria.{id}")))
    }
}

fn find_gate<'a>(scenario: &'a mut Scenario, id: &str) -> Result<&'a mut Gate, ActionError> {
    let mut gates = scenario.priorities.gates.iter_mut();
    let gate = gates.find(|gate| gate.id == id);
    gate.ok_or_else(|| unknown(&format!("gates.{id}")))
}

fn find_participant<'a>(
    scenario: &'a mut Scenario,
    id: &str,
) -> Result<&'a mut Participant, ActionError> {
    let mut participants = scenario.priorities.participants.iter_mut();
    let participant = participants.find(|participant| participant.id == id);
    participant.ok_or_else(|| unknown(&format!("participants.{id}")))
}

fn find_option<'a>(
    scenario: &'a mut Scenario,
    id: &OptionId,
) -> Result<&'a mut weighbridge_engine::scenario::DecisionOption, ActionError> {
    let option = scenario.option_mut(id);
    option.ok_or_else(|| ActionError::NoSuchOption(id.clone()))
}

fn of_participant(key: &'static str, participant: &Participant) -> Edit {
    let mut edit = Edit::named(key);
    edit.name = edit.name.with("participant", participant.name.clone());
    edit
}

fn fresh_participant(scenario: &Scenario, name: &str) -> String {
    let taken = |id: &str| scenario.priorities.participant(id).is_some();
    fresh(name, taken)
}

/// An id made of a text that nothing has yet.
fn fresh(text: &str, taken: impl Fn(&str) -> bool) -> String {
    let stem = OptionId::from_name(text).to_string();
    if !taken(&stem) {
        return stem;
    }
    (2..)
        .map(|number| format!("{stem}-{number}"))
        .find(|id| !taken(id))
        .unwrap_or(stem)
}

fn unknown(path: &str) -> ActionError {
    ActionError::Set(SetError::UnknownPath {
        path: InputPath::new(path).to_string(),
    })
}

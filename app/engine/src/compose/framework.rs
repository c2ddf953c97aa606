//! Priorities from a framework, and the judgements that options start with.

use crate::catalogue::{Catalogue, Framework, StartingJudgement};
use crate::figure::{Figure, FigureGroup, Origin, PresetOrigin, Range, RangeReading};
use crate::scenario::{
    ASSESSMENT, Answer, Assessment, COST, DecisionOption, FrameworkOrigin, InputPath, Priorities,
    Scenario,
};

/// The priorities that a framework starts with: nobody has answered, and nobody weighs.
pub fn priorities_from(framework: &Framework) -> Priorities {
    Priorities {
        framework: Some(FrameworkOrigin {
            id: framework.id.clone(),
            title: framework.title.clone(),
            as_of: framework.provenance.record.as_of,
        }),
        conditions: framework.conditions.clone(),
        gates: framework.gates.clone(),
        criteria: framework.criteria.clone(),
        money_axis: framework.money_axis.clone(),
        what_ifs: framework.what_ifs.clone(),
        review: framework.review.clone(),
        judgements: framework.judgements.clone(),
        random_index: framework.random_index.clone(),
        ..Priorities::default()
    }
}

/// Structures a decision by another framework.
///
/// Answers, weights and judgements that somebody gave stay where the framework has their
/// condition or criterion; so does what a point was said to be worth, and how cost enters.
/// Judgements that nobody made are those the framework starts with.
pub fn apply_framework(scenario: &mut Scenario, framework: &Framework) {
    let old = std::mem::replace(&mut scenario.priorities, priorities_from(framework));
    let new = &mut scenario.priorities;
    new.cost_role = old.cost_role;
    keep_own(&mut new.money_axis, &old.money_axis);
    keep_own(&mut new.review, &old.review);
    let known = |id: &String| id == COST || framework.criteria.iter().any(|found| found.id == *id);
    new.participants = old.participants;
    for participant in &mut new.participants {
        participant.swings.retain(|(id, _)| known(id));
        participant.ranks.retain(known);
        let comparisons = &mut participant.comparisons;
        comparisons.retain(|pair| known(&pair.first) && known(&pair.second));
    }
    for condition in &mut new.conditions {
        let before = old.conditions.iter().find(|old| old.id == condition.id);
        condition.answer = before.map_or(Answer::Unknown, |old| old.answer);
    }
    for option in &mut scenario.options {
        option
            .assessments
            .retain(|assessment| known(&assessment.criterion) && is_own(&assessment.figure));
    }
    let answered: Vec<(String, Answer)> = scenario
        .priorities
        .conditions
        .iter()
        .filter(|condition| condition.answer != Answer::Unknown)
        .map(|condition| (condition.id.clone(), condition.answer))
        .collect();
    for (condition, answer) in answered {
        // A consequence that does not fit its input leaves the input as it is.
        let _ = scenario.answer(&condition, answer);
    }
    complete_assessments(scenario);
}

/// Gives every option the judgements it lacks, as far as the priorities hold some for its kind.
pub fn complete_assessments(scenario: &mut Scenario) {
    for place in 0..scenario.options.len() {
        let start = starting_assessments(scenario, &scenario.options[place]);
        let option = &mut scenario.options[place];
        for assessment in start {
            if option.assessment(&assessment.criterion).is_none() {
                option.assessments.push(assessment);
            }
        }
    }
}

/// The judgements that an option starts with: those of its kind, moved by the conditions that
/// are answered.
pub fn starting_assessments(scenario: &Scenario, option: &DecisionOption) -> Vec<Assessment> {
    let mut fresh = option.clone();
    fresh.assessments.clear();
    settle(scenario, fresh).assessments
}

/// An option just made of records, with its first judgements and with what follows for it from
/// the conditions that are answered.
pub fn settle(scenario: &Scenario, mut option: DecisionOption) -> DecisionOption {
    let priorities = &scenario.priorities;
    let kind = option.deployment();
    for judgement in &priorities.judgements {
        let wanted = judgement.kind == kind
            && priorities.criterion(&judgement.criterion).is_some()
            && option.assessment(&judgement.criterion).is_none();
        if wanted {
            option.assessments.push(assessment(judgement, priorities));
        }
    }
    let mut conditions = priorities.conditions.iter();
    if conditions.all(|condition| condition.answer == Answer::Unknown) {
        return option;
    }
    let id = option.id.clone();
    let mut alone = Scenario::new("", scenario.question.date);
    alone.priorities = priorities.clone();
    alone.options.push(option.clone());
    // A consequence that does not fit its input leaves the input as it is.
    let _ = alone.apply_answers_to(&id);
    alone.options.pop().unwrap_or(option)
}

/// A figure of the priorities as the framework gives it, moved by the conditions that are
/// answered; nothing where the catalogue lacks the framework or it says nothing there.
pub fn framework_figure(
    scenario: &Scenario,
    catalogue: &Catalogue,
    path: &InputPath,
) -> Option<Figure> {
    let origin = scenario.priorities.framework.as_ref()?;
    let framework = catalogue.framework(&origin.id)?;
    let mut fresh = Scenario::new("", scenario.question.date);
    fresh.priorities = priorities_from(framework);
    for condition in &scenario.priorities.conditions {
        if condition.answer != Answer::Unknown {
            let _ = fresh.answer(&condition.id, condition.answer);
        }
    }
    fresh.figure(path).cloned()
}

fn assessment(judgement: &StartingJudgement, priorities: &Priorities) -> Assessment {
    let framework = priorities.framework.as_ref();
    let origin = framework.map_or(Origin::Default, |framework| {
        Origin::Preset(PresetOrigin {
            record: framework.id.clone(),
            field: format!(
                "judgements.{}.{}",
                judgement.criterion,
                judgement.kind.key()
            ),
            source: judgement.source.clone(),
            as_of: framework.as_of,
            quality: judgement.quality,
        })
    });
    Assessment {
        criterion: judgement.criterion.clone(),
        figure: figure(judgement, origin),
        why: judgement.why.clone(),
    }
}

fn figure(judgement: &StartingJudgement, origin: Origin) -> Figure {
    let inside = |value: f64| value.clamp(ASSESSMENT.min, ASSESSMENT.max);
    let value = inside(judgement.base);
    let low = inside(judgement.low).min(value);
    let high = inside(judgement.high).max(value);
    let range = Range::new(low, high, RangeReading::Percentiles10And90);
    Figure {
        value,
        origin,
        range: (low < high).then_some(range),
    }
}

/// Keeps the figures of a group that somebody gave.
fn keep_own<G: FigureGroup>(new: &mut G, old: &G) {
    old.each(&mut |spec, figure| {
        if is_own(figure)
            && let Some(place) = new.get_mut(spec.name)
        {
            *place = figure.clone();
        }
    });
}

/// Takes away the judgements that nobody made, as when an option becomes one of another kind.
pub(super) fn forget_presets(option: &mut DecisionOption) {
    let assessments = &mut option.assessments;
    assessments.retain(|assessment| is_own(&assessment.figure));
}

/// Whether somebody gave the figure, rather than a framework.
fn is_own(figure: &Figure) -> bool {
    !matches!(figure.origin, Origin::Default | Origin::Preset(_))
}

//! Criteria, and what each option comes to by them.

use serde_json::Value;
use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::{Criterion, Evidence};
use weighbridge_engine::weighing::{
    CriterionStability, EvidenceState, OptionWeighing, Performance, Weighing,
};
use weighbridge_text::{ChoiceWords, Text};

use super::gates::verdict_document;
use super::ids::id_at;
use crate::headless::json::{figure, object, optional, text};

pub(super) fn option_document(option: &OptionWeighing, say: ChoiceWords<'_>) -> Value {
    Value::Object(object([
        ("id", text(Some(&option.id))),
        ("in_the_running", Value::from(option.is_in_the_running)),
        (
            "gates",
            option
                .gates
                .iter()
                .map(|verdict| verdict_document(verdict, say))
                .collect(),
        ),
        ("out_because", text(say.out_because(option))),
        (
            "performances",
            option.performances.iter().map(performance).collect(),
        ),
        ("value_points", figure(option.value_points)),
        ("npv_usd", optional(option.npv_usd)),
        ("net_benefit_usd", optional(option.net_benefit_usd)),
    ]))
}

pub(super) fn criterion_document(
    scenario: &Scenario,
    weighing: &Weighing,
    criterion: &Criterion,
    place: usize,
    words: Text,
) -> Value {
    let stable: Option<&CriterionStability> = weighing
        .stability
        .iter()
        .find(|stable| stable.criterion == criterion.id);
    Value::Object(object([
        ("id", Value::from(criterion.id.clone())),
        ("name", Value::from(words.local(&criterion.name))),
        ("evidence", Value::from(evidence_key(&criterion.evidence))),
        ("worst", figure(criterion.worst)),
        ("best", figure(criterion.best)),
        ("weight", optional(weighing.weights.get(place).copied())),
        (
            "stable_from",
            optional(stable.map(|stable| stable.interval.0)),
        ),
        (
            "stable_to",
            optional(stable.map(|stable| stable.interval.1)),
        ),
        (
            "option_below",
            id_at(scenario, stable.and_then(|stable| stable.below)),
        ),
        (
            "option_above",
            id_at(scenario, stable.and_then(|stable| stable.above)),
        ),
    ]))
}

/// `judgement`, the key of a result, or the key of a column of scores.
fn evidence_key(evidence: &Evidence) -> &str {
    match evidence {
        Evidence::Judgement => "judgement",
        Evidence::Result(measure) => measure.key(),
        Evidence::Score(column) => column,
    }
}

fn performance(performance: &Performance) -> Value {
    let evidence = match performance.evidence {
        EvidenceState::Judged => "judged",
        EvidenceState::Found => "found",
        EvidenceState::Unknown => "unknown",
    };
    Value::Object(object([
        ("criterion", Value::from(performance.criterion.clone())),
        ("evidence", Value::from(evidence)),
        ("figure", figure(performance.figure)),
        ("value", figure(performance.value)),
        ("points", figure(performance.points)),
        ("clips", Value::from(performance.clips)),
    ]))
}

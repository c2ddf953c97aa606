//! What the key `decision` holds: what follows for the choice, with stable keys.
//!
//! Options, criteria, gates and people stand by their ids, never by their places, so that nothing
//! here depends on the order of options but that of the list of options itself.

use serde_json::{Map, Value};
use weighbridge_engine::Scenario;
use weighbridge_engine::decision::pairwise::{Consistency, Light, Triad};
use weighbridge_engine::scenario::{Criterion, Evidence, Gate};
use weighbridge_engine::weighing::{
    CriterionStability, EvidenceState, Flip, GateReason, GateVerdict, MethodVerdict,
    OptionWeighing, ParticipantWeighing, Performance, Reason, Verdict, Weighing, WhatIfTable,
    Worth,
};
use weighbridge_report::{Decided, largest_regret, way_of, worth_name};
use weighbridge_text::{ChoiceWords, Text, WayToFindOut};

use super::odds;
use crate::headless::json::{figure, object, optional, text};

/// What the key `decision` holds; sentences are in the language asked for.
pub(in crate::headless) fn document(scenario: &Scenario, decided: &Decided, words: Text) -> Value {
    let weighing = &decided.weighing;
    let recommendation = &decided.recommendation;
    let say = ChoiceWords::new(words, scenario);
    let id = |place: Option<usize>| id_at(scenario, place);
    let how_sure = decided
        .prospects
        .as_ref()
        .map(|prospects| say.how_sure(recommendation, prospects));
    let priorities = &scenario.priorities;
    Value::Object(object([
        ("cost_role", Value::from(weighing.cost_role.key())),
        ("usd_per_point", figure(weighing.usd_per_point)),
        ("cost_weight", optional(weighing.cost_weight)),
        ("best", id(recommendation.best)),
        ("runner_up", id(recommendation.runner_up)),
        ("margin_usd", optional(recommendation.margin_usd)),
        (
            "sentence",
            Value::from(say.headline(weighing, recommendation)),
        ),
        ("how_sure", text(how_sure)),
        (
            "reasons",
            recommendation
                .reasons
                .iter()
                .map(|reason| {
                    let sentence = say.reason(recommendation, reason);
                    reason_document(scenario, reason, sentence)
                })
                .collect(),
        ),
        (
            "flips",
            recommendation
                .flips
                .iter()
                .map(|flip| {
                    let sentence = say.flip(recommendation, flip);
                    flip_document(scenario, flip, sentence)
                })
                .collect(),
        ),
        (
            "find_out",
            recommendation
                .find_out
                .as_ref()
                .map_or(Value::Null, |worth| {
                    Value::Object(worth_document(scenario, worth, say))
                }),
        ),
        (
            "ranking",
            weighing
                .ranking
                .iter()
                .map(|place| id(Some(*place)))
                .collect(),
        ),
        (
            "gates",
            priorities.gates.iter().map(gate_document).collect(),
        ),
        (
            "criteria",
            priorities
                .criteria
                .iter()
                .enumerate()
                .map(|(place, criterion)| {
                    criterion_document(scenario, weighing, criterion, place, words)
                })
                .collect(),
        ),
        (
            "options",
            weighing
                .options
                .iter()
                .map(|option| option_document(option, say))
                .collect(),
        ),
        (
            "participants",
            weighing
                .participants
                .iter()
                .map(|participant| participant_document(scenario, participant))
                .collect(),
        ),
        (
            "methods",
            decided
                .agreement()
                .methods
                .iter()
                .map(|method| method_document(scenario, method))
                .collect(),
        ),
        (
            "what_ifs",
            decided
                .what_ifs
                .as_ref()
                .map_or(Value::Null, |table| what_ifs(scenario, table, words)),
        ),
        (
            "odds",
            decided.prospects.as_ref().map_or(Value::Null, |prospects| {
                odds::document(scenario, prospects, decided.review.as_ref(), say)
            }),
        ),
    ]))
}

/// The id of the option at a place, where there is one.
pub(super) fn id_at(scenario: &Scenario, place: Option<usize>) -> Value {
    text(
        place
            .and_then(|place| scenario.options.get(place))
            .map(|option| &option.id),
    )
}

fn reason_document(scenario: &Scenario, reason: &Reason, sentence: String) -> Value {
    let (key, values) = match reason {
        Reason::CostsLess { usd } => ("costs-less", object([("usd", figure(*usd))])),
        Reason::Better {
            criterion,
            points,
            usd,
        } => (
            "better",
            object([
                ("criterion", Value::from(criterion.clone())),
                ("points", figure(*points)),
                ("usd", figure(*usd)),
            ]),
        ),
        Reason::OthersOut { options } => {
            let mut ids: Vec<&str> = options
                .iter()
                .filter_map(|place| Some(scenario.options.get(*place)?.id.as_str()))
                .collect();
            ids.sort_unstable();
            let ids = ids.into_iter().map(Value::from).collect();
            ("others-out", object([("options", ids)]))
        }
        Reason::OnlyOne => ("only-one", Map::new()),
    };
    with_sentence(key, values, sentence)
}

fn flip_document(scenario: &Scenario, flip: &Flip, sentence: String) -> Value {
    let (key, values) = match flip {
        Flip::Input { path, here, at, to } => (
            "input",
            object([
                ("path", text(Some(path))),
                ("unit", text(scenario.spec(path).map(|spec| spec.unit))),
                ("here", figure(*here)),
                ("at", figure(*at)),
                ("option", id_at(scenario, Some(*to))),
            ]),
        ),
        Flip::Weight {
            criterion,
            here,
            at,
            to,
        } => (
            "weight",
            object([
                ("criterion", Value::from(criterion.clone())),
                ("here", figure(*here)),
                ("at", figure(*at)),
                ("option", id_at(scenario, Some(*to))),
            ]),
        ),
        Flip::Gate { gate, to } => (
            "gate",
            object([
                ("gate", Value::from(gate.clone())),
                ("option", id_at(scenario, Some(*to))),
            ]),
        ),
    };
    with_sentence(key, values, sentence)
}

fn with_sentence(key: &str, values: Map<String, Value>, sentence: String) -> Value {
    let mut document = object([("key", Value::from(key))]);
    document.extend(values);
    document.insert("sentence".to_owned(), Value::from(sentence));
    Value::Object(document)
}

/// What finding out one quantity is worth, and how it could be found out.
pub(super) fn worth_document(
    scenario: &Scenario,
    worth: &Worth,
    say: ChoiceWords<'_>,
) -> Map<String, Value> {
    let mut paths: Vec<&str> = worth.paths.iter().map(|path| path.as_str()).collect();
    paths.sort_unstable();
    let way = way_key(way_of(worth));
    let unknown = worth.unknown.as_ref();
    object([
        ("quantity", Value::from(worth.quantity.clone())),
        ("paths", paths.into_iter().map(Value::from).collect()),
        ("usd", figure(worth.evppi_usd)),
        ("standard_error_usd", figure(worth.standard_error_usd)),
        ("option", text(unknown.map(|(option, _)| option))),
        ("criterion", text(unknown.map(|(_, criterion)| criterion))),
        ("way", Value::from(way)),
        ("words", Value::from(worth_name(say, scenario, worth))),
    ])
}

/// The stable key of a way to find out.
const fn way_key(way: WayToFindOut) -> &'static str {
    match way {
        WayToFindOut::Ask => "ask",
        WayToFindOut::Measure => "measure",
        WayToFindOut::Pilot => "pilot",
        WayToFindOut::ImportLogs => "import-logs",
    }
}

fn gate_document(gate: &Gate) -> Value {
    let limit = gate.test.limit().map(|_| gate.limit.value);
    Value::Object(object([
        ("id", Value::from(gate.id.clone())),
        ("test", Value::from(gate.test.key())),
        ("on", Value::from(gate.on)),
        ("limit", optional(limit)),
        ("percentile", figure(gate.percentile)),
    ]))
}

fn criterion_document(
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

fn option_document(option: &OptionWeighing, say: ChoiceWords<'_>) -> Value {
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

fn verdict_document(verdict: &GateVerdict, say: ChoiceWords<'_>) -> Value {
    let (key, reason) = match &verdict.verdict {
        Verdict::Passed => ("passed", None),
        Verdict::Closed(reason) => ("closed", Some(reason)),
        Verdict::NotKnown => ("not-known", None),
        Verdict::NotAsked => ("not-asked", None),
    };
    Value::Object(object([
        ("gate", Value::from(verdict.gate.clone())),
        ("verdict", Value::from(key)),
        ("reason", reason.map_or(Value::Null, gate_reason)),
        ("words", text(reason.map(|reason| say.closed(reason)))),
    ]))
}

/// Why a gate closes: its key and its values.
fn gate_reason(reason: &GateReason) -> Value {
    let (key, values) = match reason {
        GateReason::DataResidency { place, allowed } => (
            "data-residency",
            object([
                ("place", Value::from(place.key())),
                ("allowed", Value::from(allowed.key())),
            ]),
        ),
        GateReason::Licence { licence, clauses } => (
            "licence",
            object([
                ("licence", Value::from(licence.clone())),
                (
                    "clauses",
                    clauses.iter().cloned().map(Value::from).collect(),
                ),
            ]),
        ),
        GateReason::TimeToFirstToken {
            seconds,
            target_seconds,
        } => (
            "time-to-first-token",
            object([
                ("seconds", figure(*seconds)),
                ("target_seconds", figure(*target_seconds)),
            ]),
        ),
        GateReason::WritingSpeed {
            tokens_per_second,
            target,
        } => (
            "writing-speed",
            object([
                ("tokens_per_second", figure(*tokens_per_second)),
                ("target_tokens_per_second", figure(*target)),
            ]),
        ),
        GateReason::Memory {
            needed_gigabytes,
            memory_gigabytes,
        } => (
            "memory",
            object([
                ("needed_gigabytes", figure(*needed_gigabytes)),
                ("memory_gigabytes", figure(*memory_gigabytes)),
            ]),
        ),
        GateReason::MemoryInDraws { share } => {
            ("memory-in-draws", object([("share", figure(*share))]))
        }
        GateReason::Context {
            tokens,
            context_tokens,
        } => (
            "context",
            object([
                ("tokens", figure(*tokens)),
                ("context_tokens", figure(*context_tokens)),
            ]),
        ),
        GateReason::MinimumScore {
            benchmark,
            score,
            limit,
        } => (
            "minimum-score",
            object([
                ("benchmark", Value::from(benchmark.clone())),
                ("score", figure(*score)),
                ("limit", figure(*limit)),
            ]),
        ),
        GateReason::Languages { missing } => (
            "languages",
            object([(
                "missing",
                missing.iter().cloned().map(Value::from).collect(),
            )]),
        ),
        GateReason::Skills { fte, limit } => (
            "skills",
            object([("fte", figure(*fte)), ("limit", figure(*limit))]),
        ),
        GateReason::MinimumJudgement {
            criterion,
            points,
            limit,
        } => (
            "minimum-judgement",
            object([
                ("criterion", Value::from(criterion.clone())),
                ("points", figure(*points)),
                ("limit", figure(*limit)),
            ]),
        ),
    };
    let mut document = object([("key", Value::from(key))]);
    document.extend(values);
    Value::Object(document)
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

fn participant_document(scenario: &Scenario, participant: &ParticipantWeighing) -> Value {
    let person = scenario
        .priorities
        .participants
        .iter()
        .find(|person| person.id == participant.id);
    Value::Object(object([
        ("id", Value::from(participant.id.clone())),
        ("name", text(person.map(|person| &person.name))),
        (
            "elicitation",
            text(person.map(|person| person.elicitation.key())),
        ),
        ("weights", weights(scenario, &participant.weights)),
        ("cost_weight", optional(participant.cost_weight)),
        ("usd_per_point", figure(participant.usd_per_point)),
        ("best", id_at(scenario, participant.best)),
        ("distance", figure(participant.distance)),
        (
            "consistency",
            participant
                .consistency
                .as_ref()
                .map_or(Value::Null, |consistency| {
                    consistency_document(scenario, consistency)
                }),
        ),
    ]))
}

/// Weights by the ids of their criteria.
pub(super) fn weights(scenario: &Scenario, weights: &[f64]) -> Value {
    let criteria = scenario.priorities.criteria.iter().zip(weights);
    let weights = criteria.map(|(criterion, weight)| (criterion.id.clone(), figure(*weight)));
    Value::Object(weights.collect())
}

fn consistency_document(
    scenario: &Scenario,
    (consistency, light, triad): &(Consistency, Light, Option<Triad>),
) -> Value {
    let light = match light {
        Light::Green => "green",
        Light::Amber => "amber",
        Light::Red => "red",
    };
    let clash = triad.as_ref().map(|triad| {
        let criteria = triad.criteria.iter();
        let ids = criteria.map(|place| {
            text(
                scenario
                    .priorities
                    .criteria
                    .get(*place)
                    .map(|criterion| &criterion.id),
            )
        });
        Value::Object(object([
            ("criteria", ids.collect()),
            ("said", figure(triad.said)),
            ("implied", figure(triad.implied)),
        ]))
    });
    Value::Object(object([
        ("eigenvalue", figure(consistency.eigenvalue)),
        ("index", figure(consistency.index)),
        ("ratio", figure(consistency.ratio)),
        ("light", Value::from(light)),
        ("clash", clash.unwrap_or_default()),
    ]))
}

fn method_document(scenario: &Scenario, method: &MethodVerdict) -> Value {
    Value::Object(object([
        ("method", Value::from(method.method)),
        ("best", id_at(scenario, Some(method.best))),
        ("agrees", Value::from(method.agrees)),
    ]))
}

fn what_ifs(scenario: &Scenario, table: &WhatIfTable, words: Text) -> Value {
    let futures = table.futures.iter().map(|id| {
        let what_if = scenario
            .priorities
            .what_ifs
            .iter()
            .find(|what_if| what_if.id == *id);
        let name = what_if.map_or("", |what_if| words.local(&what_if.name));
        Value::Object(object([
            ("id", Value::from(id.clone())),
            ("name", Value::from(name)),
        ]))
    });
    let options = table.options.iter().enumerate().map(|(row, place)| {
        let list = |values: &[Option<f64>]| values.iter().copied().map(optional).collect();
        let regrets = table.regret_usd.get(row).map_or(&[][..], Vec::as_slice);
        let largest = largest_regret(regrets);
        Value::Object(object([
            ("id", id_at(scenario, Some(*place))),
            (
                "net_benefit_usd",
                list(
                    table
                        .net_benefit_usd
                        .get(row)
                        .map_or(&[][..], Vec::as_slice),
                ),
            ),
            ("regret_usd", list(regrets)),
            ("largest_regret_usd", optional(largest)),
        ]))
    });
    Value::Object(object([
        ("futures", futures.collect()),
        ("options", options.collect()),
        ("minimax", id_at(scenario, table.minimax)),
    ]))
}

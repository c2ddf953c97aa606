//! Gates, and how options stand before them.

use serde_json::Value;
use weighbridge_engine::scenario::Gate;
use weighbridge_engine::weighing::{GateReason, GateVerdict, Verdict};
use weighbridge_text::ChoiceWords;

use crate::headless::json::{figure, object, optional, text};

pub(super) fn gate_document(gate: &Gate) -> Value {
    let limit = gate.test.limit().map(|_| gate.limit.value);
    Value::Object(object([
        ("id", Value::from(gate.id.clone())),
        ("test", Value::from(gate.test.key())),
        ("on", Value::from(gate.on)),
        ("limit", optional(limit)),
        ("percentile", figure(gate.percentile)),
    ]))
}

pub(super) fn verdict_document(verdict: &GateVerdict, say: ChoiceWords<'_>) -> Value {
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

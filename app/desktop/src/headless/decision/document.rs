//! What the key `decision` holds: what follows for the choice, with stable keys.
//!
//! Options, criteria, gates and people stand by their ids, never by their places, so that nothing
//! here depends on the order of options but that of the list of options itself.

use serde_json::Value;
use weighbridge_engine::Scenario;
use weighbridge_engine::weighing::{MethodVerdict, WhatIfTable};
use weighbridge_report::{Decided, largest_regret};
use weighbridge_text::{ChoiceWords, Text};

use super::answer::{flip_document, reason_document};
use super::gates::gate_document;
use super::ids::id_at;
use super::odds;
use super::options::{criterion_document, option_document};
use super::people::participant_document;
use super::worth::worth_document;
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

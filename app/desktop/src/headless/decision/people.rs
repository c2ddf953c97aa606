//! The priorities of each participant.

use serde_json::Value;
use weighbridge_engine::Scenario;
use weighbridge_engine::decision::pairwise::{Consistency, Light, Triad};
use weighbridge_engine::weighing::ParticipantWeighing;

use super::ids::{id_at, weights};
use crate::headless::json::{figure, object, optional, text};

pub(super) fn participant_document(
    scenario: &Scenario,
    participant: &ParticipantWeighing,
) -> Value {
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

//! What the key `decision.odds` holds: how sure the choice is.

use serde_json::Value;
use weighbridge_engine::Scenario;
use weighbridge_engine::uncertainty::odds::Spread;
use weighbridge_engine::weighing::{OptionProspects, Prospects, Review};
use weighbridge_text::ChoiceWords;

use super::ids::{id_at, weights};
use super::worth::worth_document;
use crate::headless::json::{figure, object, optional, text};

/// What the key `decision.odds` holds.
pub(super) fn document(
    scenario: &Scenario,
    prospects: &Prospects,
    review: Option<&Review>,
    say: ChoiceWords<'_>,
) -> Value {
    let worth = prospects.worth.iter();
    let options = prospects.options.iter().enumerate();
    Value::Object(object([
        ("draws", Value::from(prospects.draws)),
        ("seed", Value::from(prospects.seed)),
        ("method", Value::from(prospects.method.key())),
        ("margin_usd", spread(prospects.margin_usd.as_ref())),
        ("evpi_usd", optional(prospects.evpi_usd.map(|(usd, _)| usd))),
        (
            "evpi_standard_error_usd",
            optional(prospects.evpi_usd.map(|(_, error)| error)),
        ),
        (
            "evppi",
            worth
                .map(|worth| Value::Object(worth_document(scenario, worth, say)))
                .collect(),
        ),
        (
            "options",
            options
                .map(|(place, option)| option_document(scenario, prospects, place, option))
                .collect(),
        ),
        (
            "review",
            review.map_or(Value::Null, |review| review_document(scenario, review)),
        ),
    ]))
}

/// Quantiles and mean, where there are some.
fn spread(spread: Option<&Spread>) -> Value {
    spread.map_or(Value::Null, |spread| {
        Value::Object(object([
            ("p10", figure(spread.p10)),
            ("p50", figure(spread.p50)),
            ("p90", figure(spread.p90)),
            ("mean", figure(spread.mean)),
        ]))
    })
}

fn option_document(
    scenario: &Scenario,
    prospects: &Prospects,
    place: usize,
    option: &OptionProspects,
) -> Value {
    let ranked = prospects.ranked.iter().position(|ranked| *ranked == place);
    let rank_shares = ranked.and_then(|row| prospects.rank_shares.get(row));
    let central = ranked.and_then(|row| prospects.central_weights.get(row)?.as_ref());
    let gates = option.closed_shares.iter().map(|gate| {
        Value::Object(object([
            ("gate", Value::from(gate.gate.clone())),
            ("closed_share", optional(gate.share)),
        ]))
    });
    let exceedance = option
        .exceedance
        .iter()
        .map(|(usd, share)| Value::Array(vec![figure(*usd), figure(*share)]));
    let mut dominated: Vec<&str> = option
        .dominates
        .iter()
        .filter_map(|other| Some(scenario.options.get(*other)?.id.as_str()))
        .collect();
    dominated.sort_unstable();
    Value::Object(object([
        ("id", text(Some(&option.id))),
        ("npv_usd", spread(option.npv_usd.as_ref())),
        ("value_points", spread(Some(&option.value_points))),
        ("net_benefit_usd", spread(option.net_benefit_usd.as_ref())),
        ("cheapest_share", figure(option.cheapest_share)),
        (
            "cheapest_futures_of_50",
            Value::from(option.cheapest_futures),
        ),
        ("best_share", figure(option.best_share)),
        ("best_futures_of_50", Value::from(option.best_futures)),
        ("expected_regret_usd", optional(option.expected_regret_usd)),
        ("gates", gates.collect()),
        (
            "rank_shares",
            rank_shares.map_or(Value::Null, |shares| {
                shares.iter().copied().map(figure).collect()
            }),
        ),
        (
            "central_weights",
            central.map_or(Value::Null, |central| weights(scenario, central)),
        ),
        ("exceedance", exceedance.collect()),
        (
            "dominates",
            dominated.into_iter().map(Value::from).collect(),
        ),
    ]))
}

fn review_document(scenario: &Scenario, review: &Review) -> Value {
    let of_options = |list: &[(usize, f64)], key: &'static str| -> Value {
        let mut list = list.to_vec();
        // By id, so that the order of the options changes nothing.
        list.sort_by(|one, other| {
            let id = |place: usize| scenario.options.get(place).map(|option| &option.id);
            id(one.0).cmp(&id(other.0))
        });
        list.into_iter()
            .map(|(place, value)| {
                Value::Object(object([
                    ("id", id_at(scenario, Some(place))),
                    (key, figure(value)),
                ]))
            })
            .collect()
    };
    Value::Object(object([
        ("after_months", Value::from(review.after_months)),
        ("value_of_waiting_usd", figure(review.value_of_waiting_usd)),
        (
            "start_with",
            of_options(&review.start_with, "net_benefit_usd"),
        ),
        (
            "without_review",
            of_options(&review.without_review, "net_benefit_usd"),
        ),
        ("change_to", of_options(&review.change_to, "share")),
    ]))
}

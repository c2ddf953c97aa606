//! Options and criteria by their ids.

use serde_json::Value;
use weighbridge_engine::Scenario;

use crate::headless::json::{figure, text};

/// The id of the option at a place, where there is one.
pub(super) fn id_at(scenario: &Scenario, place: Option<usize>) -> Value {
    text(
        place
            .and_then(|place| scenario.options.get(place))
            .map(|option| &option.id),
    )
}

/// Weights by the ids of their criteria.
pub(super) fn weights(scenario: &Scenario, weights: &[f64]) -> Value {
    let criteria = scenario.priorities.criteria.iter().zip(weights);
    let weights = criteria.map(|(criterion, weight)| (criterion.id.clone(), figure(*weight)));
    Value::Object(weights.collect())
}

//! The price of a request, and of a task that is tried again until it succeeds.

use serde_json::{Map, Value};
use weighbridge_engine::finance::{RetryPlan, TokenCosts, blended_price, retry_until_success};

use super::case::CaseError;
use super::inputs::Inputs;
use super::methods::Entries;
use super::outputs::Outputs;

type Results = Result<Map<String, Value>, CaseError>;

pub(super) const METHODS: Entries = &[
    ("blended_price", blended_price_case),
    ("retry_until_success", retry_case),
];

fn blended_price_case(inputs: Inputs<'_>) -> Results {
    let input_price = inputs.number("price_input")?;
    let price = blended_price(&TokenCosts {
        input_tokens: inputs.number("input_tokens")?,
        output_tokens: inputs.number("output_tokens")?,
        input_price,
        // Without a price of its own a cached token costs as much as any other.
        cached_price: inputs.number_or("price_cached", input_price)?,
        cached_share: inputs.number_or("cached_share", 0.0)?,
        output_price: inputs.number("price_output")?,
    })?;
    let requests = inputs.optional_number("requests_month")?;
    Ok(Outputs::new()
        .number("cost_per_request", price.per_request)?
        .optional("blended_per_million", price.per_million)?
        .optional(
            "monthly",
            requests.map(|requests| requests * price.per_request),
        )?
        .finish())
}

fn retry_case(inputs: Inputs<'_>) -> Results {
    let most_attempts = inputs
        .optional_count("max_attempts")?
        .map(|count| {
            u32::try_from(count)
                .map_err(|_| CaseError("the input \"max_attempts\" is too large".to_owned()))
        })
        .transpose()?;
    let cost = retry_until_success(&RetryPlan {
        success_probability: inputs.number("p_success")?,
        most_attempts,
        attempt_cost: inputs.number("cost_per_attempt")?,
        verify_cost: inputs.number_or("verify_cost", 0.0)?,
        failure_cost: inputs.number_or("failure_cost", 0.0)?,
    })?;
    Ok(Outputs::new()
        .number("p_solved", cost.solved_probability)?
        .optional("expected_attempts", cost.expected_attempts)?
        .optional("expected_cost", cost.expected_cost)?
        .optional("cost_per_solved", cost.cost_per_solved)?
        .finish())
}

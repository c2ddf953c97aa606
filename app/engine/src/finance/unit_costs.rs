//! What one request costs, and what one solved task costs when failures are tried again.

use super::error::{FinanceError, not_negative, share};

/// What a request uses and what its tokens cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TokenCosts {
    /// Tokens in, per request.
    pub input_tokens: f64,
    /// Tokens out, per request.
    pub output_tokens: f64,
    /// Per million tokens in.
    pub input_price: f64,
    /// Per million tokens in that were in the cache.
    pub cached_price: f64,
    /// The share of tokens in that are in the cache, 0 to 1.
    pub cached_share: f64,
    /// Per million tokens out.
    pub output_price: f64,
}

/// The price of a request, and of a million of its tokens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BlendedPrice {
    /// One request.
    pub per_request: f64,
    /// A million tokens in the request's mix; `None` for a request without tokens.
    pub per_million: Option<f64>,
}

/// What one request costs at its mix of cached, new and written tokens.
pub fn blended_price(costs: &TokenCosts) -> Result<BlendedPrice, FinanceError> {
    let input = not_negative("the input tokens", costs.input_tokens)?;
    let output = not_negative("the output tokens", costs.output_tokens)?;
    let cached = share("the cached share", costs.cached_share)?;
    let input_price = (1.0 - cached) * not_negative("the input price", costs.input_price)?
        + cached * not_negative("the cached price", costs.cached_price)?;
    let millionths =
        input * input_price + output * not_negative("the output price", costs.output_price)?;
    let tokens = input + output;
    Ok(BlendedPrice {
        per_request: millionths / 1e6,
        per_million: (tokens > 0.0).then(|| millionths / tokens),
    })
}

/// How a task is tried until it succeeds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RetryPlan {
    /// The chance that one attempt succeeds, 0 to 1, each independent of the others.
    pub success_probability: f64,
    /// At most this many attempts; `None` for as many as it takes.
    pub most_attempts: Option<u32>,
    /// One attempt.
    pub attempt_cost: f64,
    /// Finding out whether an attempt succeeded.
    pub verify_cost: f64,
    /// Once, if every attempt failed: a person who does it by hand, a customer lost.
    pub failure_cost: f64,
}

/// What trying again brings and costs; `None` where it is without bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RetryCost {
    /// The chance that the task is solved.
    pub solved_probability: f64,
    /// Attempts on average.
    pub expected_attempts: Option<f64>,
    /// Cost of a task on average, solved or not.
    pub expected_cost: Option<f64>,
    /// Cost for each task that is solved; `None` also where none is.
    pub cost_per_solved: Option<f64>,
}

/// Attempts and cost of a task that is tried until it succeeds or `k` attempts are used up.
///
/// `P(solved) = 1 − (1−p)^k`, `E[attempts] = (1 − (1−p)^k)/p` (a geometric distribution that is
/// cut off at `k`). Attempts at the same task by the same model are in truth not independent, so this is
/// the most that trying again can bring.
pub fn retry_until_success(plan: &RetryPlan) -> Result<RetryCost, FinanceError> {
    let p = share("the success probability", plan.success_probability)?;
    let each = not_negative("the cost of an attempt", plan.attempt_cost)?
        + not_negative("the cost of verifying", plan.verify_cost)?;
    let failure = not_negative("the cost of failure", plan.failure_cost)?;
    let (solved, failed, attempts) = match plan.most_attempts {
        Some(0) => (0.0, 1.0, Some(0.0)),
        Some(most) if p == 0.0 => (0.0, 1.0, Some(f64::from(most))),
        Some(most) => {
            let log_failed = f64::from(most) * libm::log1p(-p);
            let solved = -libm::expm1(log_failed);
            (solved, libm::exp(log_failed), Some(solved / p))
        }
        None if p == 0.0 => (0.0, 1.0, None),
        None => (1.0, 0.0, Some(1.0 / p)),
    };
    let expected_cost = attempts.map(|attempts| attempts * each + failed * failure);
    Ok(RetryCost {
        solved_probability: solved,
        expected_attempts: attempts,
        expected_cost,
        cost_per_solved: expected_cost
            .filter(|_| solved > 0.0)
            .map(|cost| cost / solved),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const PLAN: RetryPlan = RetryPlan {
        success_probability: 0.5,
        most_attempts: Some(2),
        attempt_cost: 1.0,
        verify_cost: 0.0,
        failure_cost: 8.0,
    };

    #[test]
    fn two_tosses_of_a_coin() {
        let cost = retry_until_success(&PLAN).unwrap();
        assert_eq!(cost.solved_probability, 0.75);
        assert_eq!(cost.expected_attempts, Some(1.5));
        assert_eq!(cost.expected_cost, Some(1.5 + 2.0));
    }

    #[test]
    fn the_ends_of_the_range_have_sense() {
        let with = |p, k| {
            retry_until_success(&RetryPlan {
                success_probability: p,
                most_attempts: k,
                ..PLAN
            })
            .unwrap()
        };
        assert_eq!(with(1.0, Some(5)).expected_attempts, Some(1.0));
        assert_eq!(with(1.0, Some(5)).cost_per_solved, Some(1.0));
        assert_eq!(with(0.0, Some(5)).expected_attempts, Some(5.0));
        assert_eq!(with(0.0, Some(5)).cost_per_solved, None);
        assert_eq!(with(0.25, None).expected_attempts, Some(4.0));
        assert_eq!(with(0.0, None).expected_cost, None);
        assert_eq!(with(0.5, Some(0)).expected_cost, Some(8.0));
    }

    #[test]
    fn a_request_without_tokens_has_no_price_per_million() {
        let costs = TokenCosts {
            input_tokens: 0.0,
            output_tokens: 0.0,
            input_price: 1.0,
            cached_price: 0.1,
            cached_share: 0.0,
            output_price: 2.0,
        };
        let price = blended_price(&costs).unwrap();
        assert_eq!((price.per_request, price.per_million), (0.0, None));
        assert!(
            blended_price(&TokenCosts {
                cached_share: 1.1,
                ..costs
            })
            .is_err()
        );
    }
}

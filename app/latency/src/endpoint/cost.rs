//! What a run may cost: said before it starts, and held while it runs.

use std::sync::{Mutex, PoisonError};

use super::prompt::{TRIAL_OUTPUT, TRIAL_WORDS};
use crate::plan::Plan;

/// What tokens cost, in US dollars for a million.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prices {
    /// Of prompts.
    pub input_usd_per_mtok: f64,
    /// Of answers.
    pub output_usd_per_mtok: f64,
}

/// What a run may cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Budget {
    /// What tokens cost.
    pub prices: Prices,
    /// US dollars that it may cost at most.
    pub ceiling_usd: f64,
}

/// What a plan would cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlannedCost {
    /// Requests, those of the warm-up and the two that count words included.
    pub requests: u64,
    /// Tokens of prompts at most.
    pub input_tokens: f64,
    /// Tokens of answers at most.
    pub output_tokens: f64,
    /// US dollars at most.
    pub usd: f64,
}

/// A prompt has at most so many times the tokens that were planned: words are counted in tokens
/// only by the server, and a conversation has its frame.
const PROMPT_MARGIN: f64 = 1.5;

impl Prices {
    /// US dollars for so many tokens.
    pub fn usd(self, input_tokens: f64, output_tokens: f64) -> f64 {
        (input_tokens * self.input_usd_per_mtok + output_tokens * self.output_usd_per_mtok) / 1e6
    }

    /// US dollars for a request at most.
    pub(super) fn of_request(self, prompt_tokens: u32, output_tokens: u32) -> f64 {
        let input = PROMPT_MARGIN * f64::from(prompt_tokens);
        self.usd(input, f64::from(output_tokens))
    }
}

impl PlannedCost {
    /// What a plan would cost.
    pub fn of(plan: &Plan, prices: Prices) -> PlannedCost {
        let lengths = plan.prompt_tokens.len().max(1) as f64;
        let of_length = plan.requests() as f64 / lengths;
        let prompts: f64 = plan
            .prompt_tokens
            .iter()
            .map(|&tokens| f64::from(tokens))
            .sum();
        let counting: usize = TRIAL_WORDS.iter().sum();
        let input_tokens = PROMPT_MARGIN * (prompts * of_length + counting as f64);
        let requests = plan.requests() + TRIAL_WORDS.len() as u64;
        let output_tokens = plan.requests() as f64 * f64::from(plan.output_tokens)
            + f64::from(TRIAL_OUTPUT) * TRIAL_WORDS.len() as f64;
        PlannedCost {
            requests,
            input_tokens,
            output_tokens,
            usd: prices.usd(input_tokens, output_tokens),
        }
    }
}

/// Money that was spent, and money that requests under way may still spend.
#[derive(Debug)]
pub(super) struct Purse {
    budget: Option<Budget>,
    /// Spent, and spoken for.
    inside: Mutex<(f64, f64)>,
}

impl Purse {
    pub(super) fn of(budget: Option<Budget>) -> Purse {
        Purse {
            budget,
            inside: Mutex::new((0.0, 0.0)),
        }
    }

    /// Sets aside what a request may cost; none where that would go beyond the ceiling.
    pub(super) fn take(&self, prompt_tokens: u32, output_tokens: u32) -> Option<f64> {
        let Some(budget) = self.budget else {
            return Some(0.0);
        };
        let wanted = budget.prices.of_request(prompt_tokens, output_tokens);
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        if inside.0 + inside.1 + wanted > budget.ceiling_usd {
            return None;
        }
        inside.1 += wanted;
        Some(wanted)
    }

    /// Pays what a request cost, and puts back what was set aside for it.
    pub(super) fn pay(&self, set_aside: f64, input_tokens: u32, output_tokens: u32) {
        if let Some(budget) = self.budget {
            let cost = budget
                .prices
                .usd(f64::from(input_tokens), f64::from(output_tokens));
            let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
            inside.0 += cost;
            inside.1 -= set_aside;
        }
    }

    /// US dollars spent, where there are prices.
    pub(super) fn spent_usd(&self) -> Option<f64> {
        let inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        self.budget.map(|_| inside.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRICES: Prices = Prices {
        input_usd_per_mtok: 2.0,
        output_usd_per_mtok: 10.0,
    };

    #[test]
    fn a_plan_is_priced_before_it_runs() {
        let plan = Plan {
            prompt_tokens: vec![100, 300],
            output_tokens: 50,
            concurrency: vec![1, 2],
            repeats: 4,
            warm_up: 1,
            ..Plan::default()
        };
        let cost = PlannedCost::of(&plan, PRICES);
        // 30 requests, 15 of each length: 1.5 · (100 + 300) · 15 and 30 · 50 tokens; and two that
        // count 48 words, with two tokens each.
        assert_eq!(
            (cost.requests, cost.input_tokens, cost.output_tokens),
            (32, 9072.0, 1504.0)
        );
        assert!((cost.usd - (0.018144 + 0.01504)).abs() < 1e-12);
    }

    #[test]
    fn the_ceiling_holds_for_requests_under_way() {
        // A request of 1000 and 100 tokens is set aside 4 thousandths and costs 3.
        let purse = Purse::of(Some(Budget {
            prices: PRICES,
            ceiling_usd: 0.0085,
        }));
        let first = purse.take(1000, 100);
        let second = purse.take(1000, 100);
        assert!(first.is_some() && second.is_some());
        assert_eq!(purse.take(1000, 100), None);
        purse.pay(first.unwrap_or(0.0), 1000, 100);
        assert_eq!(purse.take(1000, 100), None);
        purse.pay(second.unwrap_or(0.0), 1000, 10);
        assert!(purse.take(1000, 100).is_none_or(|aside| aside < 0.0041));
        let spent = purse.spent_usd();
        assert!(
            spent.is_some_and(|usd| (usd - 0.0051).abs() < 1e-12),
            "{spent:?}"
        );
        assert_eq!(Purse::of(None).spent_usd(), None);
    }
}

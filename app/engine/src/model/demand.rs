//! Requests, calls and tokens by month.

use weighbridge_units::Unit;

use super::{months, one_month};
use crate::number::Number;
use crate::scenario::Workload;
use crate::term::Term;

/// What is asked in each month.
#[derive(Debug, Clone)]
pub struct Demand<V> {
    /// One entry a month.
    pub months: Vec<MonthDemand<V>>,
}

/// What is asked in one month.
#[derive(Debug, Clone, Copy)]
pub struct MonthDemand<V> {
    /// Requests of users.
    pub requests: V,
    /// Calls made: requests that no answer cache serves, and repeats of failed calls.
    pub calls: V,
    /// Input and output tokens of the calls.
    pub call_tokens: V,
}

impl<V: Number> Demand<V> {
    /// The demand of a workload.
    ///
    /// Requests grow by repeated multiplication, so that lanes, traces and single runs agree.
    /// A failed call is made again until it succeeds: calls = requests ÷ (1 − failed share).
    pub fn of(workload: &Workload<V>, horizon: usize) -> Demand<V> {
        let growth = V::one() + workload.growth_per_month * one_month();
        let asked = workload.answer_cache_share.complement();
        let repeats = workload.failed_call_share.complement();
        let tokens = workload.input_tokens_per_request + workload.output_tokens_per_request;
        let mut requests = workload.requests_per_month * one_month();
        let mut list = Vec::with_capacity(horizon);
        for (index, month) in months(horizon) {
            if index > 0 {
                requests = requests * growth;
            }
            let requests = requests.named_in(Term::Requests, month);
            let calls = (requests * asked / repeats).named_in(Term::Calls, month);
            let call_tokens = (calls * tokens).named_in(Term::TotalTokens, month);
            list.push(MonthDemand {
                requests,
                calls,
                call_tokens,
            });
        }
        Demand { months: list }
    }

    /// All requests of users.
    pub fn total_requests(&self) -> V {
        self.months
            .iter()
            .fold(
                V::zero(Unit::of(weighbridge_units::Base::Request)),
                |sum, month| sum + month.requests,
            )
            .named(Term::Requests)
    }
}

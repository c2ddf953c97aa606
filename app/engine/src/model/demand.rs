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
    pub fn of(workload: &Workload<V>, horizon: usize) -> Demand<V> {
        let mut growing = Growing::of(workload);
        let by_month = months(horizon).map(|(index, month)| growing.next(index, month));
        Demand {
            months: by_month.collect(),
        }
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

/// Demand as it grows from month to month.
pub(super) struct Growing<V> {
    requests: V,
    growth: V,
    calls_per_request: V,
    tokens_per_call: V,
}

impl<V: Number> Growing<V> {
    /// A failed call is made again until it succeeds: calls = requests ÷ (1 − failed share).
    #[inline(always)]
    pub(super) fn of(workload: &Workload<V>) -> Growing<V> {
        let asked = workload.answer_cache_share.complement();
        let repeats = workload.failed_call_share.complement();
        Growing {
            requests: workload.requests_per_month * one_month(),
            growth: V::one() + workload.growth_per_month * one_month(),
            calls_per_request: asked / repeats,
            tokens_per_call: workload.input_tokens_per_request + workload.output_tokens_per_request,
        }
    }

    /// The demand of the next month.
    ///
    /// Requests grow by repeated multiplication, so that lanes, traces and single runs agree.
    #[inline(always)]
    pub(super) fn next(&mut self, index: usize, month: u16) -> MonthDemand<V> {
        if index > 0 {
            self.requests = self.requests * self.growth;
        }
        let requests = self.requests.named_in(Term::Requests, month);
        let calls = (requests * self.calls_per_request).named_in(Term::Calls, month);
        MonthDemand {
            requests,
            calls,
            call_tokens: (calls * self.tokens_per_call).named_in(Term::TotalTokens, month),
        }
    }
}

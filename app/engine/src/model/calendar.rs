//! What is the same for every option, month by month.

use weighbridge_units::{Base, SECONDS_PER_HOUR, Unit};

use super::demand::Growing;
use super::{Demand, MonthDemand, months, one_month};
use crate::number::Number;
use crate::scenario::{ScenarioInputs, Workload};
use crate::term::Term;

/// Demand and discounting by month.
#[derive(Debug, Clone)]
pub struct Calendar<V> {
    /// Requests and tokens.
    pub demand: Demand<V>,
    /// Tokens a second of all calls in the busiest hour.
    pub peak: Vec<V>,
    /// What a dollar paid at the end of the month is worth at the start.
    pub discount: Vec<V>,
    /// What a dollar paid at the end of every month is worth at the start.
    pub annuity: V,
    /// Whether discounting stays as it is when the calendar is filled again.
    pub discount_stands: bool,
}

impl<V: Number> Calendar<V> {
    /// A calendar without a month.
    pub fn empty() -> Calendar<V> {
        Calendar {
            demand: Demand { months: Vec::new() },
            peak: Vec::new(),
            discount: Vec::new(),
            annuity: V::zero(Unit::NONE),
            discount_stands: false,
        }
    }

    /// Makes this the calendar of a scenario's figures, in the memory that it has.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn fill(&mut self, inputs: &ScenarioInputs<V>, horizon: usize) {
        let mut growing = Growing::of(&inputs.workload);
        let busiest = busiest_second(&inputs.workload);
        let none = MonthDemand {
            requests: busiest,
            calls: busiest,
            call_tokens: busiest,
        };
        self.demand.months.resize(horizon, none);
        self.peak.resize(horizon, busiest);
        let places = self.demand.months.iter_mut().zip(&mut self.peak);
        for ((index, month), (demand, peak)) in months(horizon).zip(places) {
            *demand = growing.next(index, month);
            *peak = (demand.call_tokens * busiest).named_in(Term::PeakDemand, month);
        }
        if !self.discount_stands {
            self.fill_discount(inputs, horizon);
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn fill_discount(&mut self, inputs: &ScenarioInputs<V>, horizon: usize) {
        let annual = inputs.finance.discount_rate_per_year * V::literal(1.0, Unit::YEARS);
        let shrink = discount_step(V::one() + annual);
        let mut factor = V::one();
        let mut annuity = V::zero(Unit::NONE);
        self.discount.resize(horizon, factor);
        for ((_, month), discount) in months(horizon).zip(&mut self.discount) {
            factor = (factor * shrink).named_in(Term::DiscountFactor, month);
            annuity = annuity + factor;
            *discount = factor;
        }
        self.annuity = annuity;
    }
}

/// Share of a month's tokens that a second of the busiest hour asks for.
#[inline(always)]
fn busiest_second<V: Number>(workload: &Workload<V>) -> V {
    let seconds = workload.active_hours_per_month
        * one_month()
        * V::literal(SECONDS_PER_HOUR, Unit::SECONDS.per(Base::Hour));
    workload.peak_factor / seconds
}

/// The factor by which a month discounts, from one and the rate of a year.
#[inline(always)]
fn discount_step<V: Number>(growth: V) -> V {
    let monthly_rate =
        (growth.power(V::literal(1.0 / 12.0, Unit::NONE)) - V::one()).named(Term::MonthlyRate);
    V::one() / (V::one() + monthly_rate)
}

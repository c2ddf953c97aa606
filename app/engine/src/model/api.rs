//! Tokens bought at an interface.

use weighbridge_units::Unit;

use super::{CostLine, Ledger, Plain, Run, Slot, month_number, monthly_factor, one_month, times};
use crate::number::Number;
use crate::scenario::{Api, ContextTier, PriceLaw, Successor, TokenPlan, VolumeDiscount};
use crate::term::Term;

/// The figures of a price list.
pub(super) struct Prices<'a, V> {
    pub(super) token_plan: &'a TokenPlan<V>,
    pub(super) tiers: &'a [ContextTier<V>],
    pub(super) volume_discounts: &'a [VolumeDiscount<V>],
    pub(super) successor: &'a Option<Successor<V>>,
}

/// Prices of the four kinds of token.
#[derive(Clone, Copy)]
struct PriceRow<V> {
    input: V,
    cached_input: V,
    cache_write: V,
    output: V,
}

impl<V: Number> Run<'_, V> {
    /// Monthly bills: calls × price of a call × price path, less a discount for large bills,
    /// and never below the minimum commitment.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn write_tokens<L: Ledger<V>>(
        &self,
        api: &Api,
        prices: &Prices<'_, V>,
        multiple: Option<V>,
        ledger: &mut L,
    ) -> Plain<V> {
        let plan = prices.token_plan;
        let per_call = self.price_per_call(
            &listed(prices, self.inputs.workload.input_tokens_per_request),
            plan,
        );
        let per_call = times(per_call, multiple);
        let successor_per_call = prices
            .successor
            .as_ref()
            .map(|next| times(self.price_per_call(&successor_row(next), plan), multiple));
        let moves_in = self.retirement_month(api);
        let month_factor = match api.price_law {
            PriceLaw::FixedDatedModel => None,
            PriceLaw::NewestOfTier => Some(monthly_factor(plan.newest_of_tier_change_per_year)),
            PriceLaw::EqualCapability => {
                Some(monthly_factor(plan.equal_capability_change_per_year))
            }
        };
        let minimum = plan.minimum_commitment_usd_per_month * one_month();
        let mut factor = V::one();
        let mut last = V::zero(Unit::USD);
        let discounts = prices.volume_discounts;
        let demand = &self.calendar.demand.months;
        let mut worth = V::zero(Unit::USD);
        for (index, slot) in ledger.by_month(&self.calendar.discount) {
            let month = month_number(index);
            if let Some(step) = month_factor
                && index > 0
            {
                factor = (factor * step).named_in(Term::PriceFactor, month);
            }
            let moved = moves_in.is_some_and(|first| month >= first);
            let price = match successor_per_call {
                Some(next) if moved => next,
                _ => per_call,
            };
            let mut bill = demand[index].calls * price * factor;
            if !discounts.is_empty() {
                bill = bill * volume_discount(discounts, bill).complement();
            }
            let bill = bill.at_least(minimum).named_in(Term::UsageCost, month);
            last = bill;
            worth = worth + slot.pay([(CostLine::Usage, bill)]);
        }
        ledger.add_worth(worth);
        if let (Some(next), Some(first)) = (prices.successor, moves_in) {
            ledger.pay(
                usize::from(first) - 1,
                CostLine::Migration,
                next.move_usd,
                &self.calendar.discount,
            );
        }
        Plain {
            capacity: None,
            last_month_running: last,
        }
    }

    /// The first month on the successor's prices, where it lies inside the horizon.
    pub(super) fn retirement_month(&self, api: &Api) -> Option<u16> {
        let retirement = api.retirement.as_ref()?;
        let offset = self
            .scenario
            .question
            .date
            .months_until(retirement.sold_until);
        let first = u16::try_from(offset.max(0) + 1).ok()?;
        (usize::from(first) <= self.horizon()).then_some(first)
    }

    /// Price of one call: each kind of token at its price, less batch and negotiated discounts.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn price_per_call(&self, row: &PriceRow<V>, plan: &TokenPlan<V>) -> V {
        let workload = &self.inputs.workload;
        let cached = workload.cached_input_share;
        let written = workload.cache_write_share;
        let plain = (V::one() - cached - written).at_least(V::zero(Unit::NONE));
        let input_price = row.input * plain + row.cached_input * cached + row.cache_write * written;
        let input = workload.input_tokens_per_request * input_price.unscale(-6);
        let output = workload.output_tokens_per_request * row.output.unscale(-6);
        let batch = (workload.batch_share * plan.batch_discount).complement();
        ((input + output) * batch * plan.negotiated_discount.complement()).named(Term::PricePerCall)
    }
}

/// The row that holds for requests of this length; a tier holds for all their tokens.
#[inline(always)]
fn listed<V: Number>(prices: &Prices<'_, V>, input_tokens: V) -> PriceRow<V> {
    let plan = prices.token_plan;
    let mut row = PriceRow {
        input: plan.input_usd_per_million_tokens,
        cached_input: plan.cached_input_usd_per_million_tokens,
        cache_write: plan.cache_write_usd_per_million_tokens,
        output: plan.output_usd_per_million_tokens,
    };
    for tier in prices.tiers {
        let limit = tier.above_input_tokens;
        let choose = |below, above| input_tokens.select_up_to(limit, below, above);
        row = PriceRow {
            input: choose(row.input, tier.input_usd_per_million_tokens),
            cached_input: choose(row.cached_input, tier.cached_input_usd_per_million_tokens),
            cache_write: choose(row.cache_write, tier.cache_write_usd_per_million_tokens),
            output: choose(row.output, tier.output_usd_per_million_tokens),
        };
    }
    row
}

#[inline(always)]
fn successor_row<V: Number>(next: &Successor<V>) -> PriceRow<V> {
    PriceRow {
        input: next.input_usd_per_million_tokens,
        cached_input: next.cached_input_usd_per_million_tokens,
        cache_write: next.cache_write_usd_per_million_tokens,
        output: next.output_usd_per_million_tokens,
    }
}

/// The reduction on a bill: that of the highest limit it reaches, on the whole bill.
#[inline(always)]
fn volume_discount<V: Number>(discounts: &[VolumeDiscount<V>], bill: V) -> V {
    discounts.iter().fold(V::zero(Unit::SHARE), |so_far, step| {
        (step.from_usd_per_month * one_month()).select_up_to(bill, step.discount, so_far)
    })
}

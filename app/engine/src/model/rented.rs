//! Accelerators rented by the hour.

use weighbridge_units::{Base, HOURS_PER_MONTH, SECONDS_PER_HOUR, Unit};

use super::serving::Replica;
use super::{
    Capacity, CostLine, Ledger, Plain, Run, Slot, month_number, monthly_factor, one_month, times,
};
use crate::number::Number;
use crate::scenario::{Billing, Rented, RentedPlan, Serving};
use crate::term::Term;

impl<V: Number> Run<'_, V> {
    /// Rent = replicas × what one costs a month, or replica-hours × what one costs, × rent path.
    ///
    /// An idle replica is paid for unless it scales to zero.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn write_rent<L: Ledger<V>>(
        &self,
        plan: &Rented,
        replica: &Replica<V>,
        serving: &Serving<V>,
        rented: &RentedPlan<V>,
        multiple: Option<V>,
        ledger: &mut L,
    ) -> Plain<V> {
        let per_token = self.replicas_per_token(replica, serving);
        let all_hours = V::literal(HOURS_PER_MONTH, Unit::HOURS);
        let paid_hours = match plan.billing {
            Billing::AlwaysOn | Billing::ScaleToZero => all_hours,
            Billing::ActiveHours => rented.billed_hours_per_month * one_month(),
        };
        let to_zero = plan.billing == Billing::ScaleToZero;
        let starting = rented.cold_starts_per_month * one_month() * rented.cold_start_seconds
            / V::literal(SECONDS_PER_HOUR, Unit::SECONDS.per(Base::Hour));
        let hour_cost = blended_hour_cost(rented);
        let on_terms = rented.reserved_share * rented.reserved_discount.complement();
        let rate =
            rented.usd_per_gpu_hour * serving.gpus_per_replica * (V::one() + rented.overhead_share);
        // What a replica costs a month, or an hour where it scales to zero.
        let price = if to_zero {
            rate * (hour_cost + on_terms)
        } else {
            rate * (hour_cost * paid_hours + on_terms * all_hours)
        };
        let rent_step = monthly_factor(rented.rent_change_per_year);
        let mut price = price;
        let (mut first, mut last) = (V::zero(Unit::REPLICAS), V::zero(Unit::REPLICAS));
        let mut last_cost = V::zero(Unit::USD);
        let mut paid_replica_hours = V::zero(Unit::REPLICAS * Unit::HOURS);
        let mut busy_replica_hours = V::zero(Unit::REPLICAS * Unit::HOURS);
        let mut reserved_cost = V::zero(Unit::USD);
        let mut worth = V::zero(Unit::USD);
        for (index, slot) in ledger.by_month(&self.calendar.discount) {
            let month = month_number(index);
            if index > 0 {
                price = price * rent_step;
            }
            let load = self.replicas_at_peak(index, multiple, per_token);
            let replicas = if to_zero {
                load
            } else {
                load.at_least(rented.minimum_replicas) + rented.spare_replicas
            };
            let replicas = replicas.named_in(Term::Replicas, month);
            let mut paid = replicas;
            if L::DETAILED || to_zero {
                let tokens = times(self.calendar.demand.months[index].call_tokens, multiple);
                let busy = self.busy_replica_hours(tokens, replica.tokens_per_second);
                let hours = if to_zero {
                    busy / serving.planned_utilisation + starting
                } else {
                    replicas * paid_hours
                };
                let hours = hours.named_in(Term::BilledHours, month);
                if to_zero {
                    paid = hours;
                }
                if L::DETAILED {
                    paid_replica_hours = paid_replica_hours + hours;
                    busy_replica_hours = busy_replica_hours + busy;
                    if index == 0 {
                        first = replicas;
                    }
                    last = replicas;
                }
            }
            let cost = (paid * price).named_in(Term::InfrastructureCost, month);
            last_cost = cost;
            if L::DETAILED {
                reserved_cost = reserved_cost + cost;
            }
            worth = worth + slot.pay([(CostLine::Infrastructure, cost)]);
        }
        ledger.add_worth(worth);
        let utilisation = (busy_replica_hours / paid_replica_hours).named(Term::Utilisation);
        Plain {
            capacity: Some(Capacity {
                replica: *replica,
                first_replicas: first,
                last_replicas: last,
                utilisation,
                reserved_cost,
                used_cost: (reserved_cost * utilisation).named(Term::UsedInfrastructureCost),
            }),
            last_month_running: last_cost,
        }
    }

    /// Replicas that hold the busiest hour of a month, of which a token a second takes so much.
    #[inline(always)]
    pub(super) fn replicas_at_peak(&self, index: usize, multiple: Option<V>, per_token: V) -> V {
        (times(self.calendar.peak[index], multiple) * per_token).whole_up()
    }

    /// The part of a replica that one token a second takes as planned.
    #[inline(always)]
    pub(super) fn replicas_per_token(&self, replica: &Replica<V>, serving: &Serving<V>) -> V {
        V::one() / (replica.tokens_per_second * serving.planned_utilisation)
    }

    /// Hours of replicas that the tokens keep busy.
    #[inline(always)]
    pub(super) fn busy_replica_hours(&self, tokens: V, tokens_per_second: V) -> V {
        tokens / (tokens_per_second * V::literal(SECONDS_PER_HOUR, Unit::SECONDS.per(Base::Hour)))
    }
}

/// Paid share of an hour outside a term contract: left-over capacity is cheaper but needs more
/// of itself, the rest is on demand.
#[inline(always)]
fn blended_hour_cost<V: Number>(rented: &RentedPlan<V>) -> V {
    let spot = rented.spot_share
        * rented.spot_discount.complement()
        * (V::one() + rented.spot_extra_share);
    let on_demand =
        (V::one() - rented.reserved_share - rented.spot_share).at_least(V::zero(Unit::NONE));
    (spot + on_demand).named(Term::BlendedGpuRate)
}

//! Accelerators rented by the hour.

use weighbridge_units::{Base, HOURS_PER_MONTH, SECONDS_PER_HOUR, Unit};

use super::serving::ServingModel;
use super::{Capacity, CashFlow, CostLine, Ledger, Run, monthly_factor, months, one_month};
use crate::number::Number;
use crate::scenario::{Billing, Rented, RentedPlan, Serving};
use crate::term::Term;

impl<V: Number, S: ServingModel> Run<'_, V, S> {
    /// Rent = replica-hours paid × accelerators a replica × blended rate × rent path.
    ///
    /// An idle replica is paid for unless it scales to zero.
    pub(super) fn rented_flow<L: Ledger<V>>(
        &self,
        plan: &Rented,
        serving: &Serving<V>,
        rented: &RentedPlan<V>,
        multiple: V,
    ) -> CashFlow<V, L> {
        let replica = self
            .serving
            .replica(&plan.hosting, serving, &self.inputs.workload);
        let all_hours = V::literal(HOURS_PER_MONTH, Unit::HOURS);
        let paid_hours = match plan.billing {
            Billing::AlwaysOn | Billing::ScaleToZero => all_hours,
            Billing::ActiveHours => rented.billed_hours_per_month * one_month(),
        };
        let peak_load = self.peak_load(replica.tokens_per_second, serving);
        let hour_cost = blended_hour_cost(rented);
        let on_terms = rented.reserved_share * rented.reserved_discount.complement();
        let rate = rented.usd_per_gpu_hour * serving.gpus_per_replica;
        let overhead = V::one() + rented.overhead_share;
        let rent_step = monthly_factor(rented.rent_change_per_year);
        let mut rent_factor = V::one();
        let mut flow: CashFlow<V, L> = CashFlow::empty(self.horizon());
        let mut replicas_by_month = Vec::new();
        let mut paid_replica_hours = V::zero(Unit::REPLICAS * Unit::HOURS);
        let mut busy_replica_hours = V::zero(Unit::REPLICAS * Unit::HOURS);
        let mut reserved_cost = V::zero(Unit::USD);
        for (index, month) in months(self.horizon()) {
            if index > 0 {
                rent_factor = rent_factor * rent_step;
            }
            let tokens = self.demand.months[index].call_tokens * multiple;
            let busy = if L::DETAILED || plan.billing == Billing::ScaleToZero {
                self.busy_replica_hours(tokens, replica.tokens_per_second)
            } else {
                V::zero(Unit::REPLICAS * Unit::HOURS)
            };
            let (replicas, replica_hours) = match plan.billing {
                Billing::ScaleToZero => {
                    let starting =
                        rented.cold_starts_per_month * one_month() * rented.cold_start_seconds
                            / V::literal(SECONDS_PER_HOUR, Unit::SECONDS.per(Base::Hour));
                    let hours = busy / serving.planned_utilisation + starting;
                    (peak_load.replicas(tokens), hours)
                }
                Billing::AlwaysOn | Billing::ActiveHours => {
                    let load = peak_load.replicas(tokens);
                    let replicas = load.at_least(rented.minimum_replicas) + rented.spare_replicas;
                    (replicas, replicas * paid_hours)
                }
            };
            let replicas = replicas.named_in(Term::Replicas, month);
            let replica_hours = replica_hours.named_in(Term::BilledHours, month);
            let term_hours = match plan.billing {
                Billing::ScaleToZero => replica_hours,
                _ => replicas * all_hours,
            };
            let rent = rate * (hour_cost * replica_hours + on_terms * term_hours);
            let cost = (rent * rent_factor * overhead).named_in(Term::InfrastructureCost, month);
            flow.months.add(index, CostLine::Infrastructure, cost);
            if L::DETAILED {
                reserved_cost = reserved_cost + cost;
                paid_replica_hours = paid_replica_hours + replica_hours;
                busy_replica_hours = busy_replica_hours + busy;
                replicas_by_month.push(replicas);
            }
        }
        flow.last_month_running = flow.last_month(CostLine::Infrastructure);
        let utilisation = (busy_replica_hours / paid_replica_hours).named(Term::Utilisation);
        flow.capacity = Some(Capacity {
            replica,
            replicas: replicas_by_month,
            utilisation,
            reserved_cost,
            used_cost: (reserved_cost * utilisation).named(Term::UsedInfrastructureCost),
        });
        flow
    }

    /// What says how many replicas hold the busiest hour at the planned utilisation.
    pub(super) fn peak_load(&self, tokens_per_second: V, serving: &Serving<V>) -> PeakLoad<V> {
        let workload = &self.inputs.workload;
        PeakLoad {
            seconds: workload.active_hours_per_month
                * one_month()
                * V::literal(SECONDS_PER_HOUR, Unit::SECONDS.per(Base::Hour)),
            factor: workload.peak_factor,
            capacity: tokens_per_second * serving.planned_utilisation,
        }
    }

    /// Hours of replicas that the tokens keep busy.
    pub(super) fn busy_replica_hours(&self, tokens: V, tokens_per_second: V) -> V {
        tokens / (tokens_per_second * V::literal(SECONDS_PER_HOUR, Unit::SECONDS.per(Base::Hour)))
    }
}

/// The busiest hour and what one replica holds of it.
pub(super) struct PeakLoad<V> {
    /// Seconds of a month in which anything is asked.
    seconds: V,
    /// How much more is asked in the busiest hour than on average.
    factor: V,
    /// Tokens a second of one replica at the planned utilisation.
    capacity: V,
}

impl<V: Number> PeakLoad<V> {
    /// Replicas that hold the busiest hour of a month with so many tokens.
    #[inline(always)]
    pub(super) fn replicas(&self, tokens: V) -> V {
        let peak = (tokens / self.seconds * self.factor).named(Term::PeakDemand);
        (peak / self.capacity).whole_up()
    }
}

/// Paid share of an hour outside a term contract: left-over capacity is cheaper but needs more
/// of itself, the rest is on demand.
fn blended_hour_cost<V: Number>(rented: &RentedPlan<V>) -> V {
    let spot = rented.spot_share
        * rented.spot_discount.complement()
        * (V::one() + rented.spot_extra_share);
    let on_demand =
        (V::one() - rented.reserved_share - rented.spot_share).at_least(V::zero(Unit::NONE));
    (spot + on_demand).named(Term::BlendedGpuRate)
}

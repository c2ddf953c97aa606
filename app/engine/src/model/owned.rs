//! Servers of the client's own.

use std::mem;

use weighbridge_units::{Base, HOURS_PER_MONTH, Unit};

use super::serving::Replica;
use super::{Capacity, CostLine, Ledger, Plain, Run, Slot, month_number, times};
use crate::number::Number;
use crate::scenario::{Owned, OwnedPlan, Purchase, Serving};
use crate::term::Term;

impl<V: Number> Run<'_, V> {
    /// Whole servers, bought or financed, with power, housing, network and maintenance.
    ///
    /// Servers are bought at the start of the month that needs them, never sold before the end
    /// of their useful life, and replaced then.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn write_servers<L: Ledger<V>>(
        &self,
        plan: &Owned,
        replica: &Replica<V>,
        serving: &Serving<V>,
        owned: &OwnedPlan<V>,
        multiple: Option<V>,
        ledger: &mut L,
    ) -> Plain<V> {
        let servers_per_replica = serving.gpus_per_replica / owned.gpus_per_server;
        let server_hours = V::literal(HOURS_PER_MONTH, Unit::HOURS);
        let running_cost = running_cost(owned);
        let bought = plan.purchase == Purchase::Bought;
        let fixed_cost = if bought {
            upkeep(owned)
        } else {
            upkeep(owned) + financing_payment(owned, plan.useful_life_months)
        };
        let prices = Prices::of(plan, owned);
        let horizon = self.horizon();
        let needs = Needs {
            per_token: self.replicas_per_token(replica, serving),
            servers_per_replica,
            multiple,
        };
        let mut purchases = mem::take(ledger.notes());
        let (first_replicas, mut servers) = self.servers(0, &needs, owned, None);
        let mut replicas = first_replicas;
        let mut reserved_cost = V::zero(Unit::USD);
        if bought {
            let cost = prices.purchase(0, servers, &mut purchases);
            let cost = cost.named(Term::InfrastructureCost);
            ledger.pay_at_start(CostLine::Infrastructure, cost);
            reserved_cost = reserved_cost + cost;
        }
        let mut last_energy = V::zero(Unit::USD);
        let mut busy = V::zero(Unit::REPLICAS * Unit::HOURS);
        let mut paid = V::zero(Unit::REPLICAS * Unit::HOURS);
        let mut worth = V::zero(Unit::USD);
        for (index, slot) in ledger.by_month(&self.calendar.discount) {
            let month = month_number(index);
            let energy = (running_cost * servers).named_in(Term::EnergyCost, month);
            let mut fixed = fixed_cost * servers;
            last_energy = energy;
            if L::DETAILED {
                let tokens = times(self.calendar.demand.months[index].call_tokens, multiple);
                busy = busy + self.busy_replica_hours(tokens, replica.tokens_per_second);
                paid = paid + servers / servers_per_replica * server_hours;
            }
            // What the next month needs is paid at the end of this one.
            if index + 1 < horizon {
                let before = servers;
                (replicas, servers) = self.servers(index + 1, &needs, owned, Some(before));
                if bought {
                    let more = servers - before;
                    fixed = fixed + prices.purchase(index + 1, more, &mut purchases);
                }
            }
            let fixed = fixed.named_in(Term::InfrastructureCost, month);
            if L::DETAILED {
                reserved_cost = reserved_cost + energy + fixed;
            }
            worth = worth
                + slot.pay([
                    (CostLine::Energy, energy),
                    (CostLine::Infrastructure, fixed),
                ]);
        }
        ledger.add_worth(worth);
        if bought {
            let left = prices.value_left(&purchases).named(Term::ResidualValue);
            let returned = V::zero(Unit::USD) - left;
            ledger.pay(
                horizon - 1,
                CostLine::Infrastructure,
                returned,
                &self.calendar.discount,
            );
            reserved_cost = reserved_cost + returned;
        }
        *ledger.notes() = purchases;
        let utilisation = (busy / paid).named(Term::Utilisation);
        Plain {
            capacity: Some(Capacity {
                replica: *replica,
                first_replicas,
                last_replicas: replicas,
                utilisation,
                reserved_cost,
                used_cost: (reserved_cost * utilisation).named(Term::UsedInfrastructureCost),
            }),
            last_month_running: last_energy,
        }
    }

    /// Replicas and servers of a month, counted from 0; none is sold that was there before.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn servers(
        &self,
        index: usize,
        needs: &Needs<V>,
        owned: &OwnedPlan<V>,
        before: Option<V>,
    ) -> (V, V) {
        let month = month_number(index);
        let load = self.replicas_at_peak(index, needs.multiple, needs.per_token);
        let replicas = (load + owned.spare_replicas).named_in(Term::Replicas, month);
        let needed = (replicas * needs.servers_per_replica)
            .whole_up()
            .at_least(owned.minimum_servers);
        let servers = match before {
            Some(before) => needed.at_least(before),
            None => needed,
        };
        (replicas, servers.named_in(Term::Servers, month))
    }
}

/// What says how many servers a month needs.
struct Needs<V> {
    /// The part of a replica that one token a second takes.
    per_token: V,
    servers_per_replica: V,
    multiple: Option<V>,
}

/// What a server costs, and what it is worth later.
struct Prices<V> {
    /// Months of useful life.
    life: usize,
    new: V,
    /// Value at the end of useful life.
    residual: V,
}

impl<V: Number> Prices<V> {
    #[inline(always)]
    fn of(plan: &Owned, owned: &OwnedPlan<V>) -> Prices<V> {
        Prices {
            life: usize::from(plan.useful_life_months),
            new: owned.server_price_usd,
            residual: owned.server_price_usd * owned.residual_share,
        }
    }

    /// What is paid for more servers in a month, counted from 0, and for the replacement of those
    /// whose life is over, which are sold; notes how many are bought.
    #[inline(always)]
    fn purchase(&self, month: usize, more: V, bought: &mut [V]) -> V {
        match month.checked_sub(self.life) {
            Some(then) => {
                let retired = bought[then];
                let count = more + retired;
                bought[month] = count;
                count * self.new - retired * self.residual
            }
            None => {
                bought[month] = more;
                more * self.new
            }
        }
    }

    /// What the servers bought by month are worth at the horizon.
    ///
    /// A server loses value evenly from its price to its residual value.
    #[inline(always)]
    fn value_left(&self, bought: &[V]) -> V {
        let horizon = bought.len();
        let loss_per_month = (self.new - self.residual) / V::literal(self.life as f64, Unit::NONE);
        let mut left = V::zero(Unit::USD);
        for (month, count) in bought
            .iter()
            .enumerate()
            .skip(horizon.saturating_sub(self.life))
        {
            let age = V::literal((horizon - month) as f64, Unit::NONE);
            left = left + *count * (self.new - loss_per_month * age);
        }
        left
    }
}

/// Electricity and housing of one server in a month.
#[cfg_attr(not(debug_assertions), inline(always))]
fn running_cost<V: Number>(owned: &OwnedPlan<V>) -> V {
    let hours = V::literal(HOURS_PER_MONTH, Unit::HOURS);
    let kilowatt_hour = V::literal(
        1.0,
        Unit::of(Base::KilowattHour)
            .per(Base::Kilowatt)
            .per(Base::Hour),
    );
    let drawn =
        (owned.kilowatts_per_server * owned.average_load_share * owned.power_usage_effectiveness)
            .named(Term::FacilityPower);
    let electricity = drawn * hours * kilowatt_hour * owned.electricity_usd_per_kilowatt_hour;
    let housing = owned.kilowatts_per_server
        * owned.colocation_usd_per_kilowatt_month
        * V::literal(1.0, Unit::MONTHS);
    electricity + housing
}

/// Maintenance and network of one server in a month.
#[cfg_attr(not(debug_assertions), inline(always))]
fn upkeep<V: Number>(owned: &OwnedPlan<V>) -> V {
    let month = V::literal(1.0, Unit::MONTHS);
    let year = V::literal(12.0, Unit::MONTHS.per(Base::Year));
    owned.server_price_usd * owned.maintenance_share_per_year * month / year
        + owned.network_usd_per_server_month * month
}

/// Even monthly payment for one server over its useful life.
///
/// With price `P`, residual value `R`, monthly rate `i` and `n` months:
/// `(P − R (1+i)^−n) × i ÷ (1 − (1+i)^−n)`; without a rate `(P − R) ÷ n`.
#[cfg_attr(not(debug_assertions), inline(always))]
fn financing_payment<V: Number>(owned: &OwnedPlan<V>, useful_life_months: u16) -> V {
    let months = f64::from(useful_life_months);
    let yearly = owned.cost_of_capital_per_year * V::literal(1.0, Unit::YEARS);
    let growth = V::one() + yearly;
    let rate = growth.power(V::literal(1.0 / 12.0, Unit::NONE)) - V::one();
    let shrink = V::one() / growth.power(V::literal(months / 12.0, Unit::NONE));
    let price = owned.server_price_usd;
    let residual = price * owned.residual_share;
    let financed = (price - residual * shrink) * rate / shrink.complement();
    let plain = (price - residual) / V::literal(months, Unit::NONE);
    yearly
        .select_up_to(V::zero(Unit::NONE), plain, financed)
        .named(Term::FinancingPayment)
}

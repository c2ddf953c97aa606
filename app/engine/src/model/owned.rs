//! Servers of the client's own.

use weighbridge_units::{Base, HOURS_PER_MONTH, Unit};

use super::serving::ServingModel;
use super::{Capacity, CashFlow, CostLine, Ledger, Run, months};
use crate::number::Number;
use crate::scenario::{Owned, OwnedPlan, Purchase, Serving};
use crate::term::Term;

impl<V: Number, S: ServingModel> Run<'_, V, S> {
    /// Whole servers, bought or financed, with power, housing, network and maintenance.
    ///
    /// Servers are bought at the start of the month that needs them, never sold before the end
    /// of their useful life, and replaced then.
    pub(super) fn owned_flow<L: Ledger<V>>(
        &self,
        plan: &Owned,
        serving: &Serving<V>,
        owned: &OwnedPlan<V>,
        multiple: V,
    ) -> CashFlow<V, L> {
        let horizon = self.horizon();
        let replica = self
            .serving
            .replica(&plan.hosting, serving, &self.inputs.workload);
        let peak_load = self.peak_load(replica.tokens_per_second, serving);
        let server_hours = V::literal(HOURS_PER_MONTH, Unit::HOURS);
        let mut flow: CashFlow<V, L> = CashFlow::empty(horizon);
        let mut replicas_by_month = Vec::with_capacity(horizon);
        let mut servers_by_month: Vec<V> = Vec::with_capacity(horizon);
        let mut busy = V::zero(Unit::REPLICAS * Unit::HOURS);
        let mut paid = V::zero(Unit::REPLICAS * Unit::HOURS);
        for (index, month) in months(horizon) {
            let tokens = self.demand.months[index].call_tokens * multiple;
            let load = peak_load.replicas(tokens);
            let replicas = (load + owned.spare_replicas).named_in(Term::Replicas, month);
            let needed = (replicas * serving.gpus_per_replica / owned.gpus_per_server)
                .whole_up()
                .at_least(owned.minimum_servers);
            let servers = match servers_by_month.last() {
                Some(before) => needed.at_least(*before),
                None => needed,
            }
            .named_in(Term::Servers, month);
            if L::DETAILED {
                busy = busy + self.busy_replica_hours(tokens, replica.tokens_per_second);
                paid = paid
                    + servers * owned.gpus_per_server / serving.gpus_per_replica * server_hours;
            }
            replicas_by_month.push(replicas);
            servers_by_month.push(servers);
        }
        let (running_cost, upkeep) = (running_cost(owned), upkeep(owned));
        for (index, month) in months(horizon) {
            let servers = servers_by_month[index];
            let energy = running_cost * servers;
            flow.months.add(
                index,
                CostLine::Energy,
                energy.named_in(Term::EnergyCost, month),
            );
            flow.months
                .add(index, CostLine::Infrastructure, upkeep * servers);
        }
        match plan.purchase {
            Purchase::Bought => self.buy(plan, owned, &servers_by_month, &mut flow),
            Purchase::Financed => {
                let payment = financing_payment(owned, plan.useful_life_months);
                for (index, month) in months(horizon) {
                    let cost = (payment * servers_by_month[index])
                        .named_in(Term::InfrastructureCost, month);
                    flow.months.add(index, CostLine::Infrastructure, cost);
                }
            }
        }
        let mut reserved_cost = V::zero(Unit::USD);
        if L::DETAILED {
            let each = (0..horizon).map(|index| {
                let of = |line| flow.months.get(index, line);
                (of(CostLine::Infrastructure), of(CostLine::Energy))
            });
            let start = |line| flow.start.get(line);
            let start = (start(CostLine::Infrastructure), start(CostLine::Energy));
            for (infrastructure, energy) in each.chain([start]) {
                reserved_cost = reserved_cost + infrastructure + energy;
            }
        }
        flow.last_month_running = flow.last_month(CostLine::Energy);
        let utilisation = (busy / paid).named(Term::Utilisation);
        flow.capacity = Some(Capacity {
            replica,
            replicas: replicas_by_month,
            utilisation,
            reserved_cost,
            used_cost: (reserved_cost * utilisation).named(Term::UsedInfrastructureCost),
        });
        flow
    }

    /// Purchases, replacements at the end of useful life, and what is left at the horizon.
    ///
    /// A server loses value evenly from its price to its residual value.
    fn buy<L: Ledger<V>>(
        &self,
        plan: &Owned,
        owned: &OwnedPlan<V>,
        servers: &[V],
        flow: &mut CashFlow<V, L>,
    ) {
        let horizon = servers.len();
        let life = usize::from(plan.useful_life_months);
        let price = owned.server_price_usd;
        let residual = price * owned.residual_share;
        let mut bought: Vec<V> = Vec::with_capacity(horizon);
        for time in 0..horizon {
            let more = match time {
                0 => servers[0],
                _ => servers[time] - servers[time - 1],
            };
            let retired = time.checked_sub(life).map(|then| bought[then]);
            let count = match retired {
                Some(retired) => more + retired,
                None => more,
            };
            let mut cost = count * price;
            if let Some(retired) = retired {
                cost = cost - retired * residual;
            }
            match time {
                0 => flow.start.add(
                    CostLine::Infrastructure,
                    cost.named(Term::InfrastructureCost),
                ),
                _ => flow.months.add(time - 1, CostLine::Infrastructure, cost),
            }
            bought.push(count);
        }
        let loss_per_month = (price - residual) / V::literal(life as f64, Unit::NONE);
        let mut left = V::zero(Unit::USD);
        for (time, count) in bought.iter().enumerate().skip(horizon.saturating_sub(life)) {
            let age = V::literal((horizon - time) as f64, Unit::NONE);
            left = left + *count * (price - loss_per_month * age);
        }
        let left = left.named(Term::ResidualValue);
        if let Some(last) = horizon.checked_sub(1) {
            let returned = V::zero(Unit::USD) - left;
            flow.months.add(last, CostLine::Infrastructure, returned);
        }
    }
}

/// Electricity and housing of one server in a month.
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

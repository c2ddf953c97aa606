//! Devices that users have.

use weighbridge_units::{Base, HOURS_PER_MONTH, Unit};

use super::serving::ServingModel;
use super::{Capacity, CashFlow, CostLine, Ledger, Run, months, one_month};
use crate::number::Number;
use crate::scenario::{Device, DevicePlan, Serving};
use crate::term::Term;

impl<V: Number, S: ServingModel> Run<'_, V, S> {
    /// A share of devices that exist anyway, the energy of busy hours, and help for users.
    pub(super) fn device_flow<L: Ledger<V>>(
        &self,
        plan: &Device,
        serving: &Serving<V>,
        device: &DevicePlan<V>,
        multiple: V,
    ) -> CashFlow<V, L> {
        let replica = self
            .serving
            .replica(&plan.hosting, serving, &self.inputs.workload);
        let one_device = V::literal(1.0, Unit::DEVICES.per(Base::Replica));
        let kilowatt_hour = V::literal(
            1.0,
            Unit::of(Base::KilowattHour)
                .per(Base::Kilowatt)
                .per(Base::Hour),
        );
        let life = V::literal(f64::from(plan.useful_life_months), Unit::NONE);
        let wear = device.devices * device.device_price_usd * device.charged_share / life;
        let care = device.devices
            * (device.support_usd_per_device_month + device.software_usd_per_device_month)
            * one_month();
        let monthly = (wear + care).named(Term::InfrastructureCost);
        let mut flow: CashFlow<V, L> = CashFlow::empty(self.horizon());
        let mut busy_hours = V::zero(Unit::REPLICAS * Unit::HOURS);
        let mut reserved_cost = V::zero(Unit::USD);
        for (index, month) in months(self.horizon()) {
            let tokens = self.demand.months[index].call_tokens * multiple;
            let busy = self.busy_replica_hours(tokens, replica.tokens_per_second);
            let energy = busy
                * one_device
                * device.kilowatts_per_device
                * kilowatt_hour
                * device.electricity_usd_per_kilowatt_hour;
            let energy = energy.named_in(Term::EnergyCost, month);
            flow.months.add(index, CostLine::Infrastructure, monthly);
            flow.months.add(index, CostLine::Energy, energy);
            busy_hours = busy_hours + busy;
            reserved_cost = reserved_cost + monthly + energy;
        }
        let replicas = device.devices / one_device;
        let hours = V::literal(HOURS_PER_MONTH * self.horizon() as f64, Unit::HOURS);
        flow.last_month_running = flow.last_month(CostLine::Energy);
        let utilisation = (busy_hours / (replicas * hours)).named(Term::Utilisation);
        flow.capacity = Some(Capacity {
            replica,
            replicas: vec![replicas; self.horizon()],
            utilisation,
            reserved_cost,
            used_cost: (reserved_cost * utilisation).named(Term::UsedInfrastructureCost),
        });
        flow
    }
}

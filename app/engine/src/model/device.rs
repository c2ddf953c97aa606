//! Devices that users have.

use weighbridge_units::{Base, HOURS_PER_MONTH, Unit};

use super::serving::Replica;
use super::{Capacity, CostLine, Ledger, Plain, Run, Slot, month_number, one_month, times};
use crate::number::Number;
use crate::scenario::{Device, DevicePlan};
use crate::term::Term;

impl<V: Number> Run<'_, V> {
    /// A share of devices that exist anyway, the energy of busy hours, and help for users.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn write_devices<L: Ledger<V>>(
        &self,
        plan: &Device,
        replica: &Replica<V>,
        device: &DevicePlan<V>,
        multiple: Option<V>,
        ledger: &mut L,
    ) -> Plain<V> {
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
        let per_busy_hour = one_device
            * device.kilowatts_per_device
            * kilowatt_hour
            * device.electricity_usd_per_kilowatt_hour;
        let mut last = V::zero(Unit::USD);
        let mut busy_hours = V::zero(Unit::REPLICAS * Unit::HOURS);
        let mut reserved_cost = V::zero(Unit::USD);
        let mut worth = V::zero(Unit::USD);
        for (index, slot) in ledger.by_month(&self.calendar.discount) {
            let tokens = times(self.calendar.demand.months[index].call_tokens, multiple);
            let busy = self.busy_replica_hours(tokens, replica.tokens_per_second);
            let energy = (busy * per_busy_hour).named_in(Term::EnergyCost, month_number(index));
            last = energy;
            if L::DETAILED {
                busy_hours = busy_hours + busy;
                reserved_cost = reserved_cost + monthly + energy;
            }
            worth = worth
                + slot.pay([
                    (CostLine::Infrastructure, monthly),
                    (CostLine::Energy, energy),
                ]);
        }
        ledger.add_worth(worth);
        let replicas = device.devices / one_device;
        let hours = V::literal(HOURS_PER_MONTH * self.horizon() as f64, Unit::HOURS);
        let utilisation = (busy_hours / (replicas * hours)).named(Term::Utilisation);
        Plain {
            capacity: Some(Capacity {
                replica: *replica,
                first_replicas: replicas,
                last_replicas: replicas,
                utilisation,
                reserved_cost,
                used_cost: (reserved_cost * utilisation).named(Term::UsedInfrastructureCost),
            }),
            last_month_running: last,
        }
    }
}

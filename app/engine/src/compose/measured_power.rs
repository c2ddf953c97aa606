//! The power of the machine of an option, as a run counted it there.
//!
//! A run on a processor knows what the processors took meanwhile, where the system says so.
//! That is the power under load of the device or the server of every option on this machine, unless
//! somebody typed another in; screens, memory and disks are not in it.

use super::machine_costs::{apply_device, apply_server};
use super::own::{is_own, newest, run_of};
use super::starting::apply_starting_values;
use crate::catalogue::Catalogue;
use crate::figure::{FieldSpec, Figure, FigureGroup, Origin};
use crate::scenario::{
    DecisionOption, Device, DevicePlan, Measurement, Owned, OwnedPlan, Plan, Scenario, Subject,
};
use crate::serving::deployed::hosting_in;

/// Gives options the power that runs counted on their machines, unless somebody typed it in; where
/// such a run is no longer used, the power is again what the catalogue says.
pub fn believe_power(scenario: &mut Scenario, catalogue: &Catalogue) {
    for place in 0..scenario.options.len() {
        let option = &scenario.options[place];
        let Some((_, figure)) = power_in(&option.plan) else {
            continue;
        };
        if matches!(figure.origin, Origin::Entered { .. }) {
            continue;
        }
        let now = match measured_power(scenario, option) {
            Some(measured) => measured,
            None if is_own(figure) => usual_power(catalogue, option),
            None => continue,
        };
        if let Some(figure) = power_mut(&mut scenario.options[place].plan) {
            *figure = now;
        }
    }
}

/// What the newest run that is used counted on the machine of an option, in kilowatts; none where
/// no run counted any that a machine could draw.
///
/// The first measurement of a run bears it, so that it goes with that one.
pub fn measured_power(scenario: &Scenario, option: &DecisionOption) -> Option<Figure> {
    let device = &hosting_in(&option.plan)?.measured_as.device;
    let (spec, _) = power_in(&option.plan)?;
    let kilowatts = |one: &Measurement| {
        let watts = scenario.run(one.run.as_deref()?)?.mean_watts()?;
        Some(watts / 1e3).filter(|kilowatts| spec.check(*kilowatts).is_ok())
    };
    let bears = |one: &&Measurement| {
        let is_there = match &one.subject {
            Subject::Deployment(case) => case.device.id == *device,
            Subject::Endpoint(_) => false,
        };
        let mut of_run = scenario.measurements.iter().filter(|it| it.run == one.run);
        let is_first = of_run.next().is_some_and(|first| first.id == one.id);
        is_there && is_first && one.counts() && kilowatts(one).is_some()
    };
    let newest = newest(scenario.measurements.iter().filter(bears))?;
    Some(Figure {
        value: kilowatts(newest)?,
        origin: Origin::Measured {
            run: run_of(newest),
            on: Some(newest.on),
        },
        range: None,
    })
}

/// The power of an option's device or server as the catalogue gives it, in kilowatts: that of its
/// hardware, or a starting value.
pub fn usual_power(catalogue: &Catalogue, option: &DecisionOption) -> Figure {
    let mut fresh = DecisionOption::new(
        option.id.clone(),
        "",
        match &option.plan {
            Plan::OnPremises(_) => Plan::OnPremises(Owned::default()),
            _ => Plan::OnDevice(Device::default()),
        },
    );
    apply_starting_values(&mut fresh, catalogue);
    let hardware = hosting_in(&option.plan).and_then(|hosting| hosting.hardware_id.as_deref());
    if let Some(machine) = hardware.and_then(|id| catalogue.hardware(id)) {
        match &mut fresh.plan {
            Plan::OnPremises(plan) => apply_server(plan, machine),
            Plan::OnDevice(plan) => apply_device(plan, machine),
            _ => {}
        }
    }
    match fresh.plan {
        Plan::OnPremises(plan) => plan.owned.kilowatts_per_server,
        Plan::OnDevice(plan) => plan.device.kilowatts_per_device,
        _ => Figure::entered(0.0),
    }
}

/// The power of a plan, where it has one.
fn power_in(plan: &Plan) -> Option<(&'static FieldSpec, &Figure)> {
    match plan {
        Plan::OnPremises(plan) => Some((
            OwnedPlan::<Figure>::spec("kilowatts_per_server")?,
            &plan.owned.kilowatts_per_server,
        )),
        Plan::OnDevice(plan) => Some((
            DevicePlan::<Figure>::spec("kilowatts_per_device")?,
            &plan.device.kilowatts_per_device,
        )),
        _ => None,
    }
}

fn power_mut(plan: &mut Plan) -> Option<&mut Figure> {
    match plan {
        Plan::OnPremises(plan) => Some(&mut plan.owned.kilowatts_per_server),
        Plan::OnDevice(plan) => Some(&mut plan.device.kilowatts_per_device),
        _ => None,
    }
}

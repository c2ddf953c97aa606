//! What a case takes of a run: the run itself, and what it measured of what ran it.

use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::scenario::{DecisionOption, MeasuredRun, Measurement, Plan};
use weighbridge_latency::{Place, Run};
use weighbridge_machine::Machine;
use weighbridge_text::Text;
use weighbridge_units::PartialDate;

use super::device;
use super::here::Timed;
use super::into_case::{Stamp, of_endpoint, of_this_machine};
use super::record::{self, Surroundings};

/// A run and its measurements, as a case takes them.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The run.
    pub run: MeasuredRun,
    /// What it measured, at least one thing.
    pub measurements: Vec<Measurement>,
}

/// What a case takes of a run on this machine; none where nobody knows on what it ran, and where
/// it measured nothing.
pub fn of_run_here(
    text: Text,
    timed: &Timed,
    around: Surroundings<'_>,
    on: PartialDate,
    catalogue: &Catalogue,
) -> Option<Kept> {
    let measurements = measured_here(text, timed, around, on, catalogue)?;
    (!measurements.is_empty()).then(|| Kept {
        run: record::of_timed(timed, around, on),
        measurements,
    })
}

/// What a run on this machine measured of the device that it was on, an empty list where that is
/// nothing; none where nobody knows the device.
pub fn measured_here(
    text: Text,
    timed: &Timed,
    around: Surroundings<'_>,
    on: PartialDate,
    catalogue: &Catalogue,
) -> Option<Vec<Measurement>> {
    let device = device(around.machine, around.measured, around.gpu, catalogue)?;
    let Timed { run, facts, .. } = timed;
    let stamp = Stamp {
        on,
        source: name_of(around.machine, around.gpu),
        conditions: text.describe(&run.place),
    };
    let model = facts.stands_for.unwrap_or(&facts.name);
    Some(of_this_machine(run, facts, model, &device, &stamp))
}

/// What a run was on, as people say it: a graphics processor by its number, or the processor.
pub fn name_of(machine: &Machine, gpu: Option<usize>) -> String {
    let name = match gpu.and_then(|number| machine.gpus.get(number)) {
        Some(gpu) => &gpu.name,
        None => &machine.processor.name,
    };
    name.value.clone().unwrap_or_default()
}

/// What a case takes of a run behind an endpoint at which an option buys; none where the option
/// buys nowhere, and where nothing was measured.
pub fn of_run_behind(
    text: Text,
    run: &Run,
    option: &DecisionOption,
    on: PartialDate,
) -> Option<Kept> {
    let (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api)) = &option.plan else {
        return None;
    };
    let model = option.model.as_ref();
    let model = model.map_or(&option.name, |model| &model.id);
    let stamp = Stamp {
        on,
        source: match &run.place {
            Place::Endpoint { url, .. } => url.clone(),
            Place::Processor { .. } | Place::Gpu { .. } => String::new(),
        },
        conditions: text.describe(&run.place),
    };
    let measurements = of_endpoint(run, model, &api.provider, &stamp);
    (!measurements.is_empty()).then(|| Kept {
        run: record::of_endpoint(run, on),
        measurements,
    })
}

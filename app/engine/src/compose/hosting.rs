//! Options that run open weights: rented, owned, on devices.

use super::described::{
    describe_machine, describe_model, divide_layers, hosting_mut, parameters, teraflops,
};
use super::error::ComposeError;
use super::estimates::{self, usual_engine};
use super::figures::{assumed, estimated};
use super::framework::settle;
use super::machine_costs::{apply_device, apply_rent, apply_server};
use super::model_facts::{model_facts, model_scores};
use super::starting::apply_starting_values;
use super::{measured_machine, running};
use crate::catalogue::{
    Catalogue, Hardware, HardwareId, Model, ModelId, Rent, RentId, WeightFormat, Weights,
};
use crate::figure::{Figure, Origin};
use crate::scenario::{
    DecisionOption, Device, Owned, Plan, Rented, Scenario, SelfHosted, Serving, Workload,
};
use crate::serving::{DeviceClass, sold_gigabytes};

/// What a price plan for hardware is chosen by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HardwareChoice {
    /// A rent of the catalogue.
    Rent(RentId),
    /// A machine of the catalogue, owned or in users' hands.
    Hardware(HardwareId),
}

/// An option that runs a model on rented accelerators.
///
/// # Errors
/// [`ComposeError`] where the catalogue lacks a record, or the model cannot be hosted.
pub fn rented_option(
    scenario: &Scenario,
    catalogue: &Catalogue,
    model: &ModelId,
    format: WeightFormat,
    rent: &RentId,
) -> Result<DecisionOption, ComposeError> {
    let model = hostable(catalogue, model)?;
    let rent = find_rent(catalogue, rent)?;
    let machine = find_hardware(catalogue, rent.hardware.as_str())?;
    let hosting = self_hosted(scenario, catalogue, model, format, machine, false)?;
    let mut plan = Rented {
        hosting,
        ..Rented::default()
    };
    apply_rent(&mut plan, catalogue, rent);
    let name = format!(
        "{} on {} {}",
        model.name,
        plan.provider,
        short_name(machine)
    );
    finish(scenario, catalogue, &name, model, Plan::RentedGpu(plan))
}

/// An option that runs a model on servers of the client's own.
///
/// # Errors
/// [`ComposeError`] where the catalogue lacks a record, or the model cannot be hosted.
pub fn owned_option(
    scenario: &Scenario,
    catalogue: &Catalogue,
    model: &ModelId,
    format: WeightFormat,
    hardware: &HardwareId,
) -> Result<DecisionOption, ComposeError> {
    let model = hostable(catalogue, model)?;
    let machine = find_hardware(catalogue, hardware.as_str())?;
    let hosting = self_hosted(scenario, catalogue, model, format, machine, false)?;
    let mut plan = Owned {
        hosting,
        ..Owned::default()
    };
    apply_server(&mut plan, machine);
    let name = format!("{} on own {}", model.name, short_name(machine));
    finish(scenario, catalogue, &name, model, Plan::OnPremises(plan))
}

/// An option that runs a model on the devices of users.
///
/// # Errors
/// [`ComposeError`] where the catalogue lacks a record, or the model cannot be hosted.
pub fn device_option(
    scenario: &Scenario,
    catalogue: &Catalogue,
    model: &ModelId,
    format: WeightFormat,
    hardware: &HardwareId,
) -> Result<DecisionOption, ComposeError> {
    let model = hostable(catalogue, model)?;
    let machine = find_hardware(catalogue, hardware.as_str())?;
    let mut hosting = self_hosted(scenario, catalogue, model, format, machine, true)?;
    hosting.serving.gpus_per_replica = Figure::entered(f64::from(machine.gpus.max(1)));
    hosting.serving.largest_batch = Figure::entered(1.0);
    divide_layers(&mut hosting);
    let mut plan = Device {
        hosting,
        ..Device::default()
    };
    apply_device(&mut plan, machine);
    let name = format!("{} on {}", model.name, short_name(machine));
    finish(scenario, catalogue, &name, model, Plan::OnDevice(plan))
}

/// Replaces the model or its weight format in a self-hosted option; the machine stays.
///
/// # Errors
/// [`ComposeError`] where the catalogue lacks the model, it cannot be hosted, or the option is
/// of another kind.
pub fn set_hosted_model(
    scenario: &Scenario,
    catalogue: &Catalogue,
    option: &mut DecisionOption,
    model: &ModelId,
    format: WeightFormat,
) -> Result<(), ComposeError> {
    let model = hostable(catalogue, model)?;
    let on_device = matches!(option.plan, Plan::OnDevice(_));
    let bits = running::cache_bits(catalogue, option).unwrap_or(16.0);
    let hosting = hosting_mut(option)?;
    let machine = hosting
        .hardware_id
        .as_ref()
        .and_then(|id| catalogue.hardware(id));
    let (total, active) = parameters(model)?;
    let before = WeightFormat::from_name(&hosting.weight_format);
    let bits_before = hosting.serving.bits_per_weight.value;
    describe_model(&mut hosting.serving, model, format, total, active);
    measured_machine::take_rate(hosting, bits_before);
    // How the cache is kept is the engine's setting, not the model's.
    let wide = hosting.serving.clone();
    running::take_cache(&mut hosting.serving, &wide, bits);
    hosting.weight_format = format.name().to_owned();
    let class = hosting.measured_as.device_class;
    choose_engine(hosting, (before, class), (Some(format), class), on_device);
    if let Some(machine) = machine {
        hosting.serving.teraflops_per_gpu = teraflops(machine, format, &hosting.engine);
    }
    if !on_device {
        let gpus = fewest_gpus(&hosting.serving, &scenario.workload);
        hosting.serving.gpus_per_replica = estimated(gpus, "fewest-gpus");
    }
    divide_layers(hosting);
    let estimator = catalogue.estimator();
    estimates::name_model(&mut hosting.measured_as, model, estimator);
    estimates::fill(hosting, estimator);
    option.model = Some(model_facts(model));
    option
        .scores
        .retain(|score| !matches!(score.score.origin, Origin::Preset(_)));
    option.scores.extend(model_scores(catalogue, &model.id));
    option.quality.score_kept_share = score_kept(catalogue, format);
    apply_starting_values(option, catalogue);
    Ok(())
}

/// Replaces the machine of a self-hosted option, with its rent or price; the model stays.
///
/// # Errors
/// [`ComposeError`] where the catalogue lacks the record, or the option is of another kind.
pub fn set_hardware(
    scenario: &Scenario,
    catalogue: &Catalogue,
    option: &mut DecisionOption,
    choice: &HardwareChoice,
) -> Result<(), ComposeError> {
    let rent = match choice {
        HardwareChoice::Rent(id) => Some(find_rent(catalogue, id)?),
        HardwareChoice::Hardware(_) => None,
    };
    let machine = match (choice, rent) {
        (HardwareChoice::Hardware(id), _) => find_hardware(catalogue, id.as_str())?,
        (_, Some(rent)) => find_hardware(catalogue, rent.hardware.as_str())?,
        (HardwareChoice::Rent(id), None) => return Err(ComposeError::UnknownRent(id.clone())),
    };
    let on_device = matches!(option.plan, Plan::OnDevice(_));
    let hosting = hosting_mut(option)?;
    let format = WeightFormat::from_name(&hosting.weight_format).unwrap_or(WeightFormat::Bf16);
    let before = hosting.measured_as.device_class;
    estimates::name_machine(&mut hosting.measured_as, machine, catalogue);
    let class = hosting.measured_as.device_class;
    choose_engine(
        hosting,
        (Some(format), before),
        (Some(format), class),
        on_device,
    );
    describe_machine(hosting, catalogue, machine, format);
    hosting.hardware_id = Some(machine.id.to_string());
    hosting.hardware_name = machine.name.clone();
    if !on_device {
        let gpus = fewest_gpus(&hosting.serving, &scenario.workload);
        hosting.serving.gpus_per_replica = estimated(gpus, "fewest-gpus");
    }
    divide_layers(hosting);
    estimates::fill(hosting, catalogue.estimator());
    match (&mut option.plan, rent) {
        (Plan::RentedGpu(plan), Some(rent)) => apply_rent(plan, catalogue, rent),
        (Plan::OnPremises(plan), None) => apply_server(plan, machine),
        (Plan::OnDevice(plan), None) => apply_device(plan, machine),
        _ => return Err(ComposeError::OtherPlan(option.id.clone())),
    }
    Ok(())
}

/// Sequences that must find room beside the weights before more accelerators are called for;
/// with fewer a replica spends its time reading weights.
const SEQUENCES_TO_HOLD: f64 = 16.0;

/// The fewest accelerators, as a power of two, whose memory holds the weights and sixteen
/// sequences.
///
/// Never more than 1,024: what does not fit there is said not to fit.
pub fn fewest_gpus(serving: &Serving, workload: &Workload) -> f64 {
    let weights =
        serving.parameters_total_billion.value * 1e9 * serving.bits_per_weight.value / 8.0;
    let tokens = workload.input_tokens_per_request.value + workload.output_tokens_per_request.value;
    let in_window = if tokens < serving.window_tokens.value {
        tokens
    } else {
        serving.window_tokens.value
    };
    let sequence = serving.kv_cache_bytes_per_token.value * tokens
        + serving.window_cache_bytes_per_token.value * in_window;
    let memory = sold_gigabytes(serving.memory_gigabytes_per_gpu.value) * 1e9;
    let room = memory * serving.usable_memory_share.value;
    let mut gpus = 1.0;
    while gpus < 1024.0 && weights + SEQUENCES_TO_HOLD * sequence > gpus * room {
        gpus *= 2.0;
    }
    gpus
}

fn finish(
    scenario: &Scenario,
    catalogue: &Catalogue,
    name: &str,
    model: &Model,
    plan: Plan,
) -> Result<DecisionOption, ComposeError> {
    let mut option = DecisionOption::new(scenario.fresh_id(name), name, plan);
    option.colour = scenario.fresh_colour();
    option.model = Some(model_facts(model));
    option.scores = model_scores(catalogue, &model.id);
    let format = hosting_mut(&mut option)?.weight_format.clone();
    if let Some(format) = WeightFormat::from_name(&format) {
        option.quality.score_kept_share = score_kept(catalogue, format);
    }
    apply_starting_values(&mut option, catalogue);
    Ok(settle(scenario, option))
}

fn hostable<'a>(catalogue: &'a Catalogue, id: &ModelId) -> Result<&'a Model, ComposeError> {
    let model = catalogue
        .model(id.as_str())
        .ok_or_else(|| ComposeError::UnknownModel(id.clone()))?;
    match model.weights {
        Weights::Open => Ok(model),
        Weights::Closed | Weights::Unreleased => {
            Err(ComposeError::WeightsNotOpen(model.id.clone()))
        }
    }
}

fn find_rent<'a>(catalogue: &'a Catalogue, id: &RentId) -> Result<&'a Rent, ComposeError> {
    let rents = &catalogue.records().rents;
    rents
        .iter()
        .find(|rent| rent.id == *id)
        .ok_or_else(|| ComposeError::UnknownRent(id.clone()))
}

fn find_hardware<'a>(catalogue: &'a Catalogue, id: &str) -> Result<&'a Hardware, ComposeError> {
    catalogue
        .hardware(id)
        .ok_or_else(|| ComposeError::UnknownHardware(id.to_owned()))
}

/// Sets the engine that usually runs what is there now, unless somebody chose another than the
/// usual one before.
fn choose_engine(
    hosting: &mut SelfHosted,
    before: (Option<WeightFormat>, DeviceClass),
    now: (Option<WeightFormat>, DeviceClass),
    on_device: bool,
) {
    let usual = usual_engine(before.0, on_device, before.1);
    if hosting.engine.is_empty() || hosting.engine == usual {
        hosting.engine = usual_engine(now.0, on_device, now.1).to_owned();
    }
}

fn self_hosted(
    scenario: &Scenario,
    catalogue: &Catalogue,
    model: &Model,
    format: WeightFormat,
    machine: &Hardware,
    on_device: bool,
) -> Result<SelfHosted, ComposeError> {
    let mut hosting = SelfHosted {
        hardware_id: Some(machine.id.to_string()),
        hardware_name: machine.name.clone(),
        weight_format: format.name().to_owned(),
        ..SelfHosted::default()
    };
    let (total, active) = parameters(model)?;
    let estimator = catalogue.estimator();
    estimates::name_model(&mut hosting.measured_as, model, estimator);
    estimates::name_machine(&mut hosting.measured_as, machine, catalogue);
    let class = hosting.measured_as.device_class;
    hosting.engine = usual_engine(Some(format), on_device, class).to_owned();
    describe_model(&mut hosting.serving, model, format, total, active);
    describe_machine(&mut hosting, catalogue, machine, format);
    let gpus = fewest_gpus(&hosting.serving, &scenario.workload);
    hosting.serving.gpus_per_replica = estimated(gpus, "fewest-gpus");
    divide_layers(&mut hosting);
    estimates::fill(&mut hosting, estimator);
    Ok(hosting)
}

/// Share of scores kept at a precision, where the catalogue knows one.
fn score_kept(catalogue: &Catalogue, format: WeightFormat) -> Figure {
    let id = format!(
        "quality.kept.{}",
        format.name().to_ascii_lowercase().replace('_', "-")
    );
    match catalogue.assumption(&id) {
        Some(kept) => assumed(kept),
        None => estimated(1.0, "same-precision"),
    }
}

/// The machine's name without its vendor, as people say it.
fn short_name(machine: &Hardware) -> &str {
    machine
        .name
        .strip_prefix(machine.vendor.as_str())
        .map_or(machine.name.as_str(), str::trim_start)
}

//! Options that run open weights: rented, owned, on devices.

use super::estimates::{self, usual_engine};
use super::framework::settle;
use super::measured_machine;
use super::running;
use super::{
    ComposeError, apply_starting_values, assumed, model_facts, model_scores, preset, with_range,
};
use crate::catalogue::{
    Catalogue, Hardware, HardwareClass, HardwareId, Model, ModelId, Quality, Rent, RentId, Term,
    WeightFormat, Weights,
};
use crate::figure::{Figure, Origin, RangeReading};
use crate::scenario::{
    DecisionOption, Device, Owned, Plan, Rented, Scenario, SelfHosted, Serving, Workload,
};
use crate::serving::deployed::serves_many;
use crate::serving::{
    DeviceClass, HOST_BUS_GB_S, link_gigabytes_per_second, sold_gigabytes, times_of_tables,
};

/// Accelerators in a server that is built from single ones.
const GPUS_IN_A_SERVER: u32 = 8;

/// Share of a plain accelerator's memory that weights and cache may use; the rest is the
/// engine's own.
const USABLE_MEMORY: f64 = 0.9;

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

pub(super) fn hosting_mut(option: &mut DecisionOption) -> Result<&mut SelfHosted, ComposeError> {
    match &mut option.plan {
        Plan::RentedGpu(plan) => Ok(&mut plan.hosting),
        Plan::OnPremises(plan) => Ok(&mut plan.hosting),
        Plan::OnDevice(plan) => Ok(&mut plan.hosting),
        _ => Err(ComposeError::OtherPlan(option.id.clone())),
    }
}

/// Divides the layers among the accelerators as the engine does: engines for servers let all work on
/// every layer, those for personal computers give each some layers.
pub(super) fn divide_layers(hosting: &mut SelfHosted) {
    let stages = match serves_many(&hosting.engine) {
        true => 1.0,
        false => hosting.serving.gpus_per_replica.value,
    };
    if !matches!(
        hosting.serving.pipeline_stages.origin,
        Origin::Entered { .. }
    ) {
        hosting.serving.pipeline_stages = estimated(stages, "layers-in-turn");
    }
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

/// The figures of a model on a machine, without accelerators and without what an estimator says.
pub(super) fn plain_serving(
    catalogue: &Catalogue,
    model: &Model,
    machine: &Hardware,
    format: WeightFormat,
    engine: &str,
) -> Result<Serving, ComposeError> {
    let mut hosting = SelfHosted {
        engine: engine.to_owned(),
        ..SelfHosted::default()
    };
    let (total, active) = parameters(model)?;
    describe_model(&mut hosting.serving, model, format, total, active);
    describe_machine(&mut hosting, catalogue, machine, format);
    Ok(*hosting.serving)
}

pub(super) fn parameters(model: &Model) -> Result<(f64, f64), ComposeError> {
    let unknown = || ComposeError::SizeUnknown(model.id.clone());
    let shapes = model.architecture();
    let total = shapes
        .map(|shapes| shapes.parameters_total())
        .or_else(|| model.parameters_total());
    let active = shapes
        .map(|shapes| shapes.parameters_active())
        .or_else(|| model.parameters_active());
    Ok((total.ok_or_else(unknown)?, active.ok_or_else(unknown)?))
}

/// What the arithmetic needs of a model; the cache is kept in 16 bits.
///
/// A model whose shapes are not known gets the cache of a dense one of its size, as an estimate.
pub(super) fn describe_model(
    serving: &mut Serving,
    model: &Model,
    format: WeightFormat,
    total: f64,
    active: f64,
) {
    let id = model.id.as_str();
    serving.parameters_total_billion =
        preset(total / 1e9, id, "parameters_total_b", &model.provenance);
    serving.parameters_active_billion =
        preset(active / 1e9, id, "parameters_active_b", &model.provenance);
    serving.bits_per_weight = estimated(format.bits_per_weight(), "weight-format");
    match model.architecture() {
        Some(shapes) => {
            let cache = shapes.kv_cache(2.0);
            let from = |value| {
                let mut figure = preset(value, id, "architecture", &model.provenance);
                mark_derived(&mut figure);
                figure
            };
            let count = |value: u32| from(f64::from(value));
            serving.embedding_parameters_billion = from(shapes.looked_up_parameters() / 1e9);
            serving.layers = count(shapes.layers);
            serving.hidden_width = count(shapes.hidden);
            serving.experts = count(shapes.experts.map_or(0, |experts| experts.count));
            serving.experts_per_token =
                count(shapes.experts.map_or(0, |experts| experts.per_token));
            serving.kv_cache_bytes_per_token = from(cache.full_bytes_per_token);
            serving.window_cache_bytes_per_token = from(cache.window_bytes_per_token);
            serving.window_tokens = from(cache.window_tokens);
        }
        None => {
            // Llama 3.1 8B, 70B and 405B keep 16, 4.6 and 1.3 kB a billion parameters; the
            // square root of the size through 8B runs close to all three.
            let bytes = 131_072.0 * libm::sqrt(active / 8.03e9);
            // A layer has about twelve weights for each square of its width, and models are about
            // 128 times as wide as they are deep (Kaplan et al. 2020, arXiv 2001.08361, section 3.2).
            let width = libm::cbrt(active * 128.0 / 12.0);
            let layers = libm::round(width / 128.0).max(1.0);
            serving.embedding_parameters_billion = estimated(0.0, "shapes-from-size");
            serving.layers = estimated(layers, "shapes-from-size");
            serving.hidden_width = estimated(libm::round(width).max(1.0), "shapes-from-size");
            serving.experts = estimated(0.0, "shapes-from-size");
            serving.experts_per_token = estimated(0.0, "shapes-from-size");
            serving.kv_cache_bytes_per_token = estimated(libm::round(bytes), "kv-cache-from-size");
            serving.window_cache_bytes_per_token = estimated(0.0, "kv-cache-from-size");
            serving.window_tokens = estimated(0.0, "kv-cache-from-size");
        }
    }
}

fn describe_machine(
    hosting: &mut SelfHosted,
    catalogue: &Catalogue,
    machine: &Hardware,
    format: WeightFormat,
) {
    let serving = &mut hosting.serving;
    let from = |value, field| preset(value, machine.id.as_str(), field, &machine.provenance);
    serving.memory_gigabytes_per_gpu = from(machine.memory_gb, "memory_gb");
    serving.bandwidth_gigabytes_per_second_per_gpu = from(machine.bandwidth_gb_s, "bandwidth_gb_s");
    serving.usable_memory_share =
        estimated(USABLE_MEMORY * machine.usable_memory_share, "usable-memory");
    serving.teraflops_per_gpu = teraflops(machine, format, &hosting.engine);
    // A machine is joined as its accelerators are.
    let inside = machine.accelerator.as_ref();
    let joined = [
        Some(machine),
        inside.and_then(|id| catalogue.hardware(id.as_str())),
    ];
    let link = joined.into_iter().flatten().find_map(|record| {
        let rate = link_gigabytes_per_second(record.link.as_deref()?)?;
        let mut figure = preset(rate, record.id.as_str(), "link", &record.provenance);
        mark_derived(&mut figure);
        Some(figure)
    });
    serving.link_gigabytes_per_second =
        link.unwrap_or_else(|| estimated(HOST_BUS_GB_S, "host-bus"));
}

/// Dense arithmetic rate that the engine can multiply the weights at.
///
/// Engines for servers multiply 8- and 4-bit weights at the accelerator's own rate for so many
/// bits, or the next wider one; engines for personal computers unpack them to 16 bits first, at
/// which cards for personal computers reach twice the rate of their tables.
/// A machine without a published rate gets 60 operations for each byte a second of bandwidth,
/// as an estimate: Apple and consumer machines lie between 30 and 120.
pub(super) fn teraflops(machine: &Hardware, format: WeightFormat, engine: &str) -> Figure {
    let from = |value, field| preset(value, machine.id.as_str(), field, &machine.provenance);
    let wide = machine.bf16_tflops.map(|value| from(value, "bf16_tflops"));
    let eight = machine.fp8_tflops.map(|value| from(value, "fp8_tflops"));
    let four = machine.fp4_tflops.map(|value| from(value, "fp4_tflops"));
    let bits = format.bits_per_weight();
    if !serves_many(engine) {
        let is_processor = machine.name.contains("CPU");
        let class = DeviceClass::of_name(machine.id.as_str(), &machine.vendor, is_processor);
        let is_consumer = machine.class == HardwareClass::Consumer;
        let times = times_of_tables(engine, class, is_consumer);
        let doubled = wide.map(|mut figure| {
            if times != 1.0 {
                figure.value *= times;
                mark_derived(&mut figure);
            }
            figure
        });
        return doubled.unwrap_or_else(|| rate_from_bandwidth(machine));
    }
    let rate = if bits >= 12.0 {
        wide
    } else if bits >= 7.0 {
        eight.or(wide)
    } else {
        four.or(eight).or(wide)
    };
    rate.unwrap_or_else(|| rate_from_bandwidth(machine))
}

fn rate_from_bandwidth(machine: &Hardware) -> Figure {
    estimated(
        machine.bandwidth_gb_s * 60.0 / 1000.0,
        "rate-from-bandwidth",
    )
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

fn apply_rent(plan: &mut Rented, catalogue: &Catalogue, rent: &Rent) {
    plan.provider = catalogue.provider(rent.provider.as_str()).map_or_else(
        || rent.provider.to_string(),
        |provider| provider.name.clone(),
    );
    plan.rent_id = Some(rent.id.to_string());
    let figure = preset(
        rent.usd_per_gpu_hour,
        rent.id.as_str(),
        "usd_per_gpu_hour",
        &rent.provenance,
    );
    plan.rented.usd_per_gpu_hour = with_range(
        figure,
        rent.range_usd_per_gpu_hour,
        RangeReading::Percentiles10And90,
    );
    if matches!(rent.term, Term::Serverless) {
        plan.billing = crate::scenario::Billing::ScaleToZero;
    }
}

/// A server: the box as sold, or eight single accelerators and a fifth of their price for the rest.
pub(super) fn apply_server(plan: &mut Owned, machine: &Hardware) {
    let whole = machine.gpus > 1;
    let gpus = if whole {
        machine.gpus
    } else {
        GPUS_IN_A_SERVER
    };
    plan.owned.gpus_per_server = estimated(f64::from(gpus), "server-size");
    let from = |value, field| preset(value, machine.id.as_str(), field, &machine.provenance);
    if let Some(price) = &machine.price {
        let factor = if whole { 1.0 } else { f64::from(gpus) * 1.2 };
        let mut figure = from(price.base_usd * factor, "price_base_usd");
        if !whole {
            mark_derived(&mut figure);
        }
        let range = (price.low_usd * factor, price.high_usd * factor);
        plan.owned.server_price_usd =
            with_range(figure, Some(range), RangeReading::Percentiles10And90);
    }
    if let Some(watts) = machine.tdp_w {
        // The rest of a server draws about 0.45 kW and an eighth of the accelerators' power.
        let kilowatts = if whole {
            watts / 1e3
        } else {
            f64::from(gpus) * watts * 1.125 / 1e3 + 0.45
        };
        let mut figure = from(kilowatts, "tdp_w");
        mark_derived(&mut figure);
        plan.owned.kilowatts_per_server = figure;
    }
}

pub(super) fn apply_device(plan: &mut Device, machine: &Hardware) {
    let from = |value, field| preset(value, machine.id.as_str(), field, &machine.provenance);
    if let Some(price) = &machine.price {
        let figure = from(price.base_usd, "price_base_usd");
        let range = Some((price.low_usd, price.high_usd));
        plan.device.device_price_usd = with_range(figure, range, RangeReading::Percentiles10And90);
    }
    if let Some(watts) = machine.tdp_w {
        let mut figure = from(watts / 1e3, "tdp_w");
        mark_derived(&mut figure);
        plan.device.kilowatts_per_device = figure;
    }
}

/// Marks a figure as computed from its record, unless the record itself is doubtful.
pub(super) fn mark_derived(figure: &mut Figure) {
    if let Origin::Preset(origin) = &mut figure.origin
        && !origin.quality.is_doubtful()
    {
        origin.quality = Quality::Derived;
    }
}

pub(super) fn estimated(value: f64, method: &str) -> Figure {
    Figure {
        value,
        origin: Origin::Estimated {
            method: method.to_owned(),
            error_share: None,
        },
        range: None,
    }
}

/// The machine's name without its vendor, as people say it.
fn short_name(machine: &Hardware) -> &str {
    machine
        .name
        .strip_prefix(machine.vendor.as_str())
        .map_or(machine.name.as_str(), str::trim_start)
}

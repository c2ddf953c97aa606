//! What the arithmetic needs of a model on a machine, from their records.

use super::error::ComposeError;
use super::figures::{estimated, mark_derived, preset};
use crate::catalogue::{Catalogue, Hardware, HardwareClass, Model, WeightFormat};
use crate::figure::{Figure, Origin};
use crate::scenario::{DecisionOption, Plan, SelfHosted, Serving};
use crate::serving::deployed::serves_many;
use crate::serving::{DeviceClass, HOST_BUS_GB_S, link_gigabytes_per_second, times_of_tables};

/// Share of a plain accelerator's memory that weights and cache may use; the rest is the
/// engine's own.
const USABLE_MEMORY: f64 = 0.9;

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

/// All weights of a model, and those used for one token.
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

/// What the arithmetic needs of a machine, for weights of a format.
pub(super) fn describe_machine(
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

/// What an option hosts.
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

//! How a self-hosted option runs its model: under which engine, with which cache, split in which way.

use super::described::{describe_model, divide_layers, hosting_mut, parameters, teraflops};
use super::error::ComposeError;
use super::estimates::fill;
use super::figures::mark_derived;
use super::own_measurements::believe_measurements;
use crate::catalogue::{Catalogue, ModelId, WeightFormat};
use crate::figure::{Figure, Origin};
use crate::scenario::{DecisionOption, InputPath, OptionId, Scenario, Serving};
use crate::serving::Estimator;
use crate::serving::deployed::hosting_in;

/// Bits that a number of the cache may be kept in, as engines offer them.
pub const CACHE_BITS: [f64; 3] = [16.0, 8.0, 4.0];

/// The engines that measurements tell of, in alphabetical order.
pub fn measured_engines(estimator: &Estimator) -> Vec<&str> {
    let pairs = estimator.calibration().pairs.iter();
    let mut engines: Vec<&str> = pairs.filter_map(|pair| pair.split('|').next()).collect();
    engines.sort_unstable();
    engines.dedup();
    engines
}

/// Chooses the engine of a self-hosted option and fills its estimates anew.
///
/// # Errors
/// [`ComposeError::OtherPlan`] where nothing is hosted.
pub fn set_engine(
    catalogue: &Catalogue,
    option: &mut DecisionOption,
    engine: &str,
) -> Result<(), ComposeError> {
    let hosting = hosting_mut(option)?;
    hosting.engine = engine.to_owned();
    let machine = hosting
        .hardware_id
        .as_ref()
        .and_then(|id| catalogue.hardware(id));
    let format = WeightFormat::from_name(&hosting.weight_format);
    let rate = &mut hosting.serving.teraflops_per_gpu;
    let is_own = matches!(
        rate.origin,
        Origin::Entered { .. } | Origin::Measured { .. }
    );
    if let (Some(machine), Some(format)) = (machine, format)
        && !is_own
    {
        *rate = teraflops(machine, format, engine);
    }
    divide_layers(hosting);
    fill(hosting, catalogue.estimator());
    Ok(())
}

/// How the accelerators of a replica share a model out: what estimates of its speed rest on.
const SHARING: [&str; 3] = ["gpus_per_replica", "pipeline_stages", "expert_groups"];

/// Lets what is estimated of an option follow an input that was changed: where the accelerators of
/// a replica did, its engine divides the layers among those, and its speed is estimated anew with
/// what was measured for the scenario. What somebody entered stays.
pub fn follow(scenario: &mut Scenario, catalogue: &Catalogue, path: &InputPath) {
    let rest = path.as_str().strip_prefix("options.");
    let Some((option, field)) = rest.and_then(|rest| rest.split_once(".serving.")) else {
        return;
    };
    let is_measured = !scenario.measurements.is_empty();
    let option = OptionId::parse(option).and_then(|id| scenario.option_mut(&id));
    let Some(hosting) = option
        .filter(|_| SHARING.contains(&field))
        .and_then(|option| hosting_mut(option).ok())
    else {
        return;
    };
    divide_layers(hosting);
    match catalogue.estimator().filter(|_| is_measured) {
        Some(estimator) => believe_measurements(scenario, estimator),
        None => fill(hosting, catalogue.estimator()),
    }
}

/// The bits that a self-hosted option keeps each number of the cache in, by its figures and the
/// shapes of its model; nothing where somebody entered another size, or nobody knows the model.
pub fn cache_bits(catalogue: &Catalogue, option: &DecisionOption) -> Option<f64> {
    let figures = &hosting_in(&option.plan)?.serving;
    let wide = wide_cache(catalogue, option).ok()?;
    let is_same = |bits: &f64| {
        let pairs = cache_figures(figures).into_iter().zip(cache_figures(&wide));
        let mut pairs = pairs.map(|(has, wide)| (has.value, wide.value * bits / 16.0));
        pairs.all(|(has, would)| (has - would).abs() <= 1e-6 * would)
    };
    CACHE_BITS.into_iter().find(is_same)
}

/// Keeps each number of the cache of a self-hosted option in so many bits.
///
/// # Errors
/// [`ComposeError`] where nothing is hosted, or the catalogue does not know the model's size.
pub fn set_cache_bits(
    catalogue: &Catalogue,
    option: &mut DecisionOption,
    bits: f64,
) -> Result<(), ComposeError> {
    let wide = wide_cache(catalogue, option)?;
    let hosting = hosting_mut(option)?;
    take_cache(&mut hosting.serving, &wide, bits);
    fill(hosting, catalogue.estimator());
    Ok(())
}

/// Takes the cache of figures that keep it in 16 bits over, in other bits.
pub(super) fn take_cache(serving: &mut Serving, wide: &Serving, bits: f64) {
    let narrowed = |figure: &Figure| {
        let mut figure = figure.clone();
        if bits != 16.0 {
            figure.value *= bits / 16.0;
            mark_derived(&mut figure);
        }
        figure
    };
    serving.kv_cache_bytes_per_token = narrowed(&wide.kv_cache_bytes_per_token);
    serving.window_cache_bytes_per_token = narrowed(&wide.window_cache_bytes_per_token);
}

fn cache_figures(serving: &Serving) -> [&Figure; 2] {
    [
        &serving.kv_cache_bytes_per_token,
        &serving.window_cache_bytes_per_token,
    ]
}

/// The figures of the option's model, with the cache in 16 bits.
fn wide_cache(catalogue: &Catalogue, option: &DecisionOption) -> Result<Serving, ComposeError> {
    let hosting = hosting_in(&option.plan);
    let hosting = hosting.ok_or_else(|| ComposeError::OtherPlan(option.id.clone()))?;
    let id = option.model.as_ref().map_or("", |model| model.id.as_str());
    let model = catalogue.model(id);
    let model = model.ok_or_else(|| ComposeError::UnknownModel(ModelId::new(id)))?;
    let (total, active) = parameters(model)?;
    let format = WeightFormat::from_name(&hosting.weight_format).unwrap_or(WeightFormat::Bf16);
    let mut serving = Serving::default();
    describe_model(&mut serving, model, format, total, active);
    Ok(serving)
}

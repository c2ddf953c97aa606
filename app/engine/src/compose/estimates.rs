//! What measurements teach about a self-hosted option, as figures of the option.
//!
//! An option carries its estimate, efficiencies and waits included, so that it computes the same
//! without catalogue and calibration; refilling it is what a change of model, format, machine or
//! engine does, and [`apply_estimates`] for a whole scenario, which is how one's own measurements
//! reach the cost.
//! What somebody entered or measured stays.

use super::described::{divide_layers, hosting_mut, plain_serving};
use super::own::{OWN_MEASUREMENTS, is_own_run};
use crate::catalogue::{Catalogue, Hardware, HardwareClass, Model, WeightFormat};
use crate::figure::{Figure, FigureGroup, Origin, Range, RangeReading, RangeShape};
use crate::scenario::{DecisionOption, MeasuredAs, Plan, Scenario, SelfHosted, Serving};
use crate::serving::deployed::{plain_case, serves_many};
use crate::serving::{
    DeviceClass, Estimator, Learnt, Quantity, Speed, arithmetic_error, bandwidth_error,
};

/// The page of the method that fills these figures.
pub const METHOD: &str = "serving-estimate";
/// What fills the shares of bandwidth and of arithmetic where these rates were measured and not read
/// in a table.
const SHARES: [&str; 2] = ["share-of-measured-bandwidth", "share-of-measured-rate"];
/// Requests at once that an engine for personal computers is given on a server: no measurement
/// tells how many it bears.
const DESK_ENGINE_BATCH: f64 = 16.0;

/// The engine that usually runs a format of weights: one for personal computers on devices and
/// processors and for formats that only it reads, one for servers elsewhere.
pub fn usual_engine(
    format: Option<WeightFormat>,
    on_device: bool,
    class: DeviceClass,
) -> &'static str {
    let of_desks = matches!(
        class,
        DeviceClass::Apple | DeviceClass::AppleProcessor | DeviceClass::Processor
    );
    if on_device || of_desks || format.is_some_and(WeightFormat::is_gguf) {
        "llama.cpp"
    } else {
        "vllm"
    }
}

/// Fills the estimated figures of all self-hosted options with what an estimator says now.
///
/// Figures that were entered, or measured on a machine, stay; so do their ranges.
pub fn apply_estimates(scenario: &mut Scenario, estimator: &Estimator) {
    for option in &mut scenario.options {
        if let Ok(hosting) = hosting_mut(option) {
            refill(hosting, estimator);
        }
    }
}

/// Completes a self-hosted option from a time when options did not carry their estimate: shapes of
/// the model, the link of the machine, and what measurements taught, wherever nobody has set them.
///
/// Where the catalogue does not know model, format or machine, the figures keep what the field
/// would guess.
pub fn complete_estimates(option: &mut DecisionOption, catalogue: &Catalogue) {
    let model = option.model.as_ref().map(|model| model.id.clone());
    let on_device = matches!(option.plan, Plan::OnDevice(_));
    let Ok(hosting) = hosting_mut(option) else {
        return;
    };
    let format = WeightFormat::from_name(&hosting.weight_format);
    let model = model.and_then(|id| catalogue.model(&id));
    let machine = hosting
        .hardware_id
        .as_ref()
        .and_then(|id| catalogue.hardware(id));
    if let Some(machine) = machine {
        name_machine(&mut hosting.measured_as, machine, catalogue);
    }
    if hosting.engine.is_empty() {
        let class = hosting.measured_as.device_class;
        hosting.engine = usual_engine(format, on_device, class).to_owned();
    }
    let (Some(model), Some(machine), Some(format)) = (model, machine, format) else {
        return;
    };
    let Ok(fresh) = plain_serving(catalogue, model, machine, format, &hosting.engine) else {
        return;
    };
    for spec in Serving::SPECS {
        if let (Some(place), Some(fresh)) =
            (hosting.serving.get_mut(spec.name), fresh.get(spec.name))
            && place.origin == Origin::Default
        {
            *place = fresh.clone();
        }
    }
    name_model(&mut hosting.measured_as, model, catalogue.estimator());
    divide_layers(hosting);
    fill(hosting, catalogue.estimator());
}

/// What measurements call a model, kept with the option that runs it.
pub(super) fn name_model(names: &mut MeasuredAs, model: &Model, estimator: Option<&Estimator>) {
    let id = model.id.as_str();
    let measured = estimator.and_then(|estimator| estimator.measured_name(id, &model.aliases));
    names.model = measured.unwrap_or(id).to_owned();
}

/// What measurements call a machine, kept with the option that runs on it; a machine is its
/// accelerators.
pub(super) fn name_machine(names: &mut MeasuredAs, machine: &Hardware, catalogue: &Catalogue) {
    let inside = machine.accelerator.as_ref();
    let record = inside
        .and_then(|id| catalogue.hardware(id.as_str()))
        .unwrap_or(machine);
    let id = record.id.as_str();
    let estimator = catalogue.estimator();
    let measured = estimator.and_then(|estimator| estimator.measured_name(id, &record.aliases));
    names.device = measured.unwrap_or(id).to_owned();
    let is_processor = id.starts_with("cpu") || record.name.contains("CPU");
    names.device_class = [names.device.as_str(), id, record.name.as_str()]
        .into_iter()
        .map(|name| DeviceClass::of_name(name, &record.vendor, is_processor))
        .find(|class| *class != DeviceClass::Other)
        .unwrap_or_default();
    names.is_consumer = record.class == HardwareClass::Consumer;
    names.byte_times = 0.0;
}

/// Fills what an estimator says of an option whose model, machine and engine are set; without an
/// estimator the figures keep what the field would guess.
pub(super) fn fill(hosting: &mut SelfHosted, estimator: Option<&Estimator>) {
    if let Some(estimator) = estimator {
        let calibration = estimator.calibration();
        let newest = calibration.newest_year(&hosting.engine, hosting.measured_as.device_class);
        hosting.measured_as.engine_year = newest.unwrap_or_default();
        refill(hosting, estimator);
    }
}

fn refill(hosting: &mut SelfHosted, estimator: &Estimator) {
    let case = plain_case(hosting, Quantity::InterToken);
    let learnt = estimator.learnt(&case);
    let quantity = format!("serving-{}-{}", case.engine, case.device.class.key());
    let is_for_desks = !serves_many(&case.engine);
    let figures = &mut hosting.serving;
    for (place, value) in plain_figures(figures, &learnt) {
        put(place, estimated(value));
    }
    // A share of what was measured is another figure than a share of a table, and less certain.
    for (place, value, method, error) in [
        (
            &mut figures.bandwidth_efficiency,
            learnt.figures.bandwidth_efficiency,
            SHARES[0],
            bandwidth_error(&case.device),
        ),
        (
            &mut figures.compute_efficiency,
            learnt.figures.compute_efficiency,
            SHARES[1],
            arithmetic_error(&case),
        ),
    ] {
        let method = error.map_or(METHOD, |_| method);
        put(place, by(method, value, error));
    }
    let batch = match is_for_desks {
        true => DESK_ENGINE_BATCH,
        false => learnt.figures.largest_batch,
    };
    put(&mut figures.largest_batch, estimated(batch));
    for (place, speed) in [
        (&mut figures.decode_speed_factor, learnt.decode),
        (&mut figures.throughput_speed_factor, learnt.throughput),
        (&mut figures.first_token_speed_factor, learnt.first_token),
    ] {
        put(place, of_speed(&speed, &quantity));
    }
}

/// The figures that an estimator fills with a value and no range of its own: the answers carry it.
fn plain_figures<'a>(figures: &'a mut Serving, learnt: &Learnt) -> [(&'a mut Figure, f64); 11] {
    let says = &learnt.figures;
    [
        (&mut figures.attention_factor, says.attention_factor),
        (
            &mut figures.unpacking_picoseconds_per_weight,
            says.unpacking_picoseconds_per_weight,
        ),
        (&mut figures.link_efficiency, says.link_efficiency),
        (&mut figures.layer_microseconds, says.layer_microseconds),
        (&mut figures.step_microseconds, says.step_microseconds),
        (
            &mut figures.sequence_microseconds,
            says.sequence_microseconds,
        ),
        (
            &mut figures.exchange_microseconds,
            says.exchange_microseconds,
        ),
        (&mut figures.interruption_share, says.interruption_share),
        (&mut figures.queue_share, says.queue_share),
        (&mut figures.server_milliseconds, says.server_milliseconds),
        (
            &mut figures.server_milliseconds_per_user,
            says.server_milliseconds_per_user,
        ),
    ]
}

/// Puts an estimate where nothing better stands.
fn put(place: &mut Figure, figure: Figure) {
    let gives_way = match &place.origin {
        Origin::Default => true,
        Origin::Estimated { method, .. } => method == METHOD || SHARES.contains(&method.as_str()),
        Origin::Measured { run, .. } => is_own_run(run),
        Origin::Entered { .. } | Origin::Preset(_) => false,
    };
    if gives_way {
        *place = figure;
    }
}

fn estimated(value: f64) -> Figure {
    by(METHOD, value, None)
}

fn by(method: &str, value: f64, error_share: Option<f64>) -> Figure {
    Figure {
        value,
        origin: Origin::Estimated {
            method: method.to_owned(),
            error_share,
        },
        range: None,
    }
}

/// A factor of speed with its range.
///
/// The range is that of a positive value whose logarithm is normal, which is what residuals are
/// close to; every factor of one engine on one class of hardware is a value of one quantity, so
/// that in each draw the class is as fast or slow as it is, for all options that run on it.
fn of_speed(speed: &Speed, quantity: &str) -> Figure {
    let origin = if speed.is_measured {
        Origin::Measured {
            run: OWN_MEASUREMENTS.to_owned(),
            on: None,
        }
    } else {
        Origin::Estimated {
            method: METHOD.to_owned(),
            error_share: Some(speed.range.error_share()),
        }
    };
    let (low, high) = (
        speed.factor * speed.range.p10,
        speed.factor * speed.range.p90,
    );
    let range = (low < high).then(|| Range {
        shape: RangeShape::Lognormal,
        quantity: Some(quantity.to_owned()),
        ..Range::new(low, high, RangeReading::Percentiles10And90)
    });
    Figure {
        value: speed.factor,
        origin,
        range,
    }
}

//! Self-hosted options of a scenario as cases and servers.
//!
//! [`case_of`] says what runs where, so that measurements can be told from each other and estimates
//! asked for; [`server_of`] is the server that the option's own figures describe, so that a picture
//! of it agrees with cost and latency to the bit.

use super::case::{Case, Conditions, Device, Impossible, Quantity, Shapes};
use super::pace::Pace;
use super::physics::{is_for_servers, is_packed, times_of_tables};
use super::range_factors::RangeFactors;
use super::server::{Server, Serving as Besides};
use crate::figure::Figure;
use crate::scenario::{OptionId, Plan, Scenario, SelfHosted, Serving as Figures};

/// Engine of an option that does not say which it runs.
const USUAL_ENGINE: &str = "vllm";
/// The year of an engine of which nobody says how old it is.
const UNKNOWN_YEAR: f64 = 2025.0;
/// Bits of a cache element; the engine keeps bytes, and no other tells them.
const CACHE_BITS: f64 = 16.0;

/// The hosting of a self-hosted option; none for options of other kinds.
pub fn hosting_of<'a>(scenario: &'a Scenario, option: &OptionId) -> Option<&'a SelfHosted> {
    hosting_in(&scenario.option(option)?.plan)
}

/// The hosting of a plan; none where something else is paid for.
pub fn hosting_in(plan: &Plan) -> Option<&SelfHosted> {
    match plan {
        Plan::RentedGpu(plan) => Some(&plan.hosting),
        Plan::OnPremises(plan) => Some(&plan.hosting),
        Plan::OnDevice(plan) => Some(&plan.hosting),
        Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) | Plan::Cascade(_) => None,
    }
}

/// What a self-hosted option runs, as a case of a quantity: one replica, with the lengths of the
/// workload, and under load with the batch that the outcome has; none for options of other kinds.
pub fn case_of(scenario: &Scenario, option: &OptionId, quantity: Quantity) -> Option<Case> {
    let hosting = hosting_of(scenario, option)?;
    let workload = scenario.values().workload;
    let batch = || {
        let figures = hosting.serving.map(&mut |_, figure| figure.value);
        crate::model::serving::Replica::of(hosting, &figures, &workload).batch_size
    };
    let concurrency = match quantity {
        Quantity::DecodeAlone | Quantity::Prefill => 1.0,
        Quantity::Saturated => 0.0,
        Quantity::FixedBatch | Quantity::InterToken | Quantity::TimeToFirstToken => batch(),
    };
    let case = plain_case(hosting, quantity);
    Some(Case {
        input_tokens: workload.input_tokens_per_request,
        output_tokens: workload.output_tokens_per_request,
        concurrency,
        ..case
    })
}

/// The case of some hosting, without load and lengths.
pub(crate) fn plain_case(hosting: &SelfHosted, quantity: Quantity) -> Case {
    let figures = &hosting.serving;
    let value = |figure: &Figure| figure.value;
    let engine = match hosting.engine.as_str() {
        "" => USUAL_ENGINE,
        engine => engine,
    };
    let names = &hosting.measured_as;
    let layers = value(&figures.layers);
    let whole = value(&figures.kv_cache_bytes_per_token);
    let windowed = value(&figures.window_cache_bytes_per_token);
    let of_layer = (whole + windowed) / layers;
    let rate = value(&figures.teraflops_per_gpu);
    let mut device = Device {
        id: names.device.clone(),
        class: names.device_class,
        is_consumer: names.is_consumer,
        memory_gb: value(&figures.memory_gigabytes_per_gpu),
        bandwidth_gb_s: value(&figures.bandwidth_gigabytes_per_second_per_gpu),
        bf16_tflops: rate,
        fp8_tflops: None,
        fp4_tflops: None,
        link_gb_s: value(&figures.link_gigabytes_per_second),
    };
    // The figure is the rate that is reached at most; a case starts from its table.
    device.bf16_tflops /= times_of_tables(engine, device.class, device.is_consumer);
    let weight_bits = value(&figures.bits_per_weight);
    if device.is_processor_here() && names.byte_times > 0.0 {
        // The figure is the rate for such weights, of two that were measured.
        if is_packed(weight_bits) {
            device.bf16_tflops = rate / names.byte_times;
            device.fp8_tflops = Some(rate);
        } else {
            device.fp8_tflops = Some(rate * names.byte_times);
        }
    }
    let stages = value(&figures.pipeline_stages);
    let gpus = value(&figures.gpus_per_replica);
    let year = names.engine_year;
    Case {
        quantity,
        engine: engine.to_owned(),
        engine_version: String::new(),
        year: if year > 0.0 { year } else { UNKNOWN_YEAR },
        model: names.model.clone(),
        shapes: Shapes {
            parameters_billion: value(&figures.parameters_total_billion),
            active_billion: value(&figures.parameters_active_billion),
            embedding_billion: value(&figures.embedding_parameters_billion),
            layers,
            hidden: value(&figures.hidden_width),
            heads: None,
            cache_elements: of_layer * 8.0 / CACHE_BITS,
            windowed_layers: if windowed > 0.0 {
                windowed / of_layer
            } else {
                0.0
            },
            window_tokens: value(&figures.window_tokens),
            experts: value(&figures.experts),
            experts_per_token: value(&figures.experts_per_token),
        },
        device,
        weight_bits,
        cache_bits: CACHE_BITS,
        accelerators: gpus,
        tensor_parallel: gpus / stages,
        pipeline_parallel: stages,
        expert_groups: value(&figures.expert_groups),
        input_tokens: 0.0,
        output_tokens: 0.0,
        concurrency: 1.0,
        conditions: Conditions {
            steady_arrivals: matches!(quantity, Quantity::InterToken | Quantity::TimeToFirstToken),
            ..Conditions::default()
        },
    }
}

/// One replica of a self-hosted option as a server, made of the option's own figures; none for
/// options of other kinds.
///
/// Its times and its throughput are those of the outcome at the same batch.
/// What the option states as entered throughput is not looked at.
///
/// # Errors
/// Inside, [`Impossible`] where the weights do not fit or a figure cannot be meant.
pub fn server_of(scenario: &Scenario, option: &OptionId) -> Option<Result<Server, Impossible>> {
    let hosting = hosting_of(scenario, option)?;
    let values = hosting.serving.map(&mut |_, figure| figure.value);
    let workload = &scenario.workload;
    let pace = Pace::of(
        &values,
        workload.input_tokens_per_request.value,
        workload.cached_input_share.value,
        workload.output_tokens_per_request.value,
    );
    let besides = Besides {
        prefix_share: workload.cached_input_share.value,
        ..Besides::default()
    };
    if let Err(reason) = check(&values, &pace) {
        return Some(Err(reason));
    }
    Some(Ok(Server::of_pace(
        pace,
        besides,
        1.0,
        ranges_of(hosting),
        None,
    )))
}

/// Ranges of the time to the first token, the time between tokens and saturated throughput, as
/// factors, from the ranges of the option's figures; ones where a figure has none.
pub fn ranges_of(hosting: &SelfHosted) -> [RangeFactors; 3] {
    let of = |figure: &Figure| match &figure.range {
        Some(range) if figure.value > 0.0 => RangeFactors {
            p10: range.low / figure.value,
            p90: range.high / figure.value,
        },
        _ => RangeFactors { p10: 1.0, p90: 1.0 },
    };
    let figures = &hosting.serving;
    [
        of(&figures.first_token_speed_factor).of_reciprocal(),
        of(&figures.decode_speed_factor).of_reciprocal(),
        of(&figures.throughput_speed_factor),
    ]
}

/// Whether an engine is made for servers, and not for personal computers.
pub fn serves_many(engine: &str) -> bool {
    is_for_servers(engine)
}

fn check(values: &Figures<f64>, pace: &Pace) -> Result<(), Impossible> {
    let positive = [
        ("parameters_total_billion", values.parameters_total_billion),
        (
            "parameters_active_billion",
            values.parameters_active_billion,
        ),
        ("memory_gigabytes_per_gpu", values.memory_gigabytes_per_gpu),
        (
            "bandwidth_gigabytes_per_second_per_gpu",
            values.bandwidth_gigabytes_per_second_per_gpu,
        ),
        ("teraflops_per_gpu", values.teraflops_per_gpu),
    ];
    for (field, value) in positive {
        if !(value.is_finite() && value > 0.0) {
            return Err(Impossible::NotPositive { field, value });
        }
    }
    if values.pipeline_stages > values.gpus_per_replica {
        return Err(Impossible::Split {
            accelerators: values.gpus_per_replica,
            ways: values.pipeline_stages,
        });
    }
    let machine = &pace.machine;
    if machine.memory_bytes <= machine.weight_bytes {
        return Err(Impossible::DoesNotFit {
            weights_gb: machine.weight_bytes / 1e9,
            memory_gb: machine.memory_bytes / 1e9,
        });
    }
    Ok(())
}

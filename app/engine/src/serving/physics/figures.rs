//! A case and its efficiencies as the figures that an option carries.

use super::parameter::{Efficiencies, Parameter};
use super::rates::{is_unpacked, peak, vector_tflops};
use super::{Machine, at_most};
use crate::scenario::Serving as Figures;
use crate::serving::case::{Case, Shapes};

/// Share of memory that weights and cache may use on a server.
const USABLE_MEMORY: f64 = 0.9;

/// Bytes that a sequence of so many tokens keeps, with elements of so many bits.
pub fn cache_bytes(shapes: &Shapes, bits: f64, tokens: f64) -> f64 {
    let (whole, windowed) = cache_bytes_per_token(shapes, bits);
    tokens * whole + at_most(tokens, shapes.window_tokens) * windowed
}

/// Bytes of a token in the layers that look at all of them, and in those that look at a window.
fn cache_bytes_per_token(shapes: &Shapes, bits: f64) -> (f64, f64) {
    let layer = shapes.cache_elements * bits / 8.0;
    let windowed = at_most(shapes.windowed_layers, shapes.layers);
    (layer * (shapes.layers - windowed), layer * windowed)
}

/// Bytes of the weights that one copy of a case's model holds.
pub(in crate::serving) fn weight_bytes(case: &Case) -> f64 {
    let nothing_learnt = Efficiencies::of_logarithms(&Parameter::ALL.map(Parameter::prior));
    Machine::new(case, &nothing_learnt).weight_bytes
}

/// A case and its efficiencies as the figures that an option carries; what is left to answers is
/// taken as it is: all three factors of speed are one.
pub fn figures_of(case: &Case, efficiencies: &Efficiencies) -> Figures<f64> {
    let get = |parameter| efficiencies.get(parameter);
    let (shapes, device) = (&case.shapes, &case.device);
    let (whole, windowed) = cache_bytes_per_token(shapes, case.cache_bits);
    Figures {
        parameters_total_billion: shapes.parameters_billion,
        parameters_active_billion: shapes.active_billion,
        embedding_parameters_billion: shapes.embedding_billion,
        layers: shapes.layers,
        hidden_width: shapes.hidden,
        experts: shapes.experts,
        experts_per_token: shapes.experts_per_token,
        bits_per_weight: case.weight_bits,
        kv_cache_bytes_per_token: whole,
        window_cache_bytes_per_token: windowed,
        window_tokens: shapes.window_tokens,
        memory_gigabytes_per_gpu: device.memory_gb,
        usable_memory_share: USABLE_MEMORY,
        bandwidth_gigabytes_per_second_per_gpu: device.bandwidth_gb_s,
        bandwidth_efficiency: get(Parameter::Bandwidth),
        teraflops_per_gpu: peak(case),
        compute_efficiency: get(Parameter::Arithmetic),
        attention_factor: get(Parameter::Attention),
        unpacking_picoseconds_per_weight: if device.is_processor_here() {
            // Its share of measured bandwidth has lost that already.
            0.0
        } else if is_unpacked(&case.engine, case.weight_bits) {
            get(Parameter::Unpack) / vector_tflops(device)
        } else {
            0.0
        },
        link_gigabytes_per_second: device.link_gb_s,
        link_efficiency: get(Parameter::Link),
        layer_microseconds: get(Parameter::Layer),
        step_microseconds: get(Parameter::Step),
        sequence_microseconds: get(Parameter::Sequence),
        exchange_microseconds: get(Parameter::Exchange),
        gpus_per_replica: case.tensor_parallel * case.pipeline_parallel,
        pipeline_stages: case.pipeline_parallel,
        expert_groups: case.expert_groups,
        // Each stage is given as many.
        largest_batch: get(Parameter::LargestBatch) * case.pipeline_parallel,
        interruption_share: get(Parameter::Interruption),
        queue_share: get(Parameter::Queue),
        server_milliseconds: get(Parameter::Server),
        server_milliseconds_per_user: get(Parameter::ServerPerUser),
        decode_speed_factor: 1.0,
        throughput_speed_factor: 1.0,
        first_token_speed_factor: 1.0,
        planned_utilisation: 1.0,
        entered_tokens_per_second: 0.0,
    }
}

//! Results of `llama-bench` of llama.cpp, from whichever of its formats.
//!
//! # Source
//! `tools/llama-bench/llama-bench.cpp` and its README: keys of the result, and that a test reads a
//! prompt, writes an answer from an empty context or one of a given depth, or does both.

use weighbridge_engine::serving::Quantity;

use super::Reading;
use super::node::Node;
use super::note::NoteKind;
use super::precision;
use super::row::{Load, Measurement, Tool};
use super::words;

/// Backends that compute on an accelerator, as they begin.
const ACCELERATED: [&str; 9] = [
    "CUDA", "ROCm", "HIP", "Metal", "MTL", "Vulkan", "SYCL", "CANN", "MUSA",
];

/// From so many layers on, all are meant.
const ALL_LAYERS: f64 = 99.0;

/// Whether a value is such a result.
pub(super) fn is_result(result: &Node<'_>) -> bool {
    result.has("avg_ts") && result.has("n_prompt") && result.has("n_gen")
}

/// Reads one result.
pub(super) fn read(result: &Node<'_>, reading: &mut Reading) {
    let mut row = reading.next(Tool::LlamaBench);
    if let Err(kind) = test(result, &mut row).and_then(|()| machine(result, &mut row)) {
        reading.note(kind);
        return;
    }
    let Some(value) = result.positive("avg_ts") else {
        reading.note(NoteKind::NoFigure { key: "avg_ts" });
        return;
    };
    row.value = value;
    if let Err(unknown) = describe(result, &mut row) {
        reading.note(unknown);
        return;
    }
    if row.hardware.is_none() {
        reading.note(NoteKind::NoHardware);
    }
    if row.model.is_none() {
        reading.note(NoteKind::NoModel);
    }
    reading.push(row);
}

/// What was tested.
fn test(result: &Node<'_>, row: &mut Measurement) -> Result<(), NoteKind> {
    if result.says("embeddings") {
        return Err(NoteKind::Embeddings);
    }
    let tokens = |key: &str| result.figure(key).filter(|tokens| *tokens >= 0.0);
    let (Some(prompt), Some(answer)) = (tokens("n_prompt"), tokens("n_gen")) else {
        return Err(NoteKind::NoLengths);
    };
    let depth = tokens("n_depth").unwrap_or(0.0);
    row.load = Load::AtOnce(1.0);
    match (prompt > 0.0, answer > 0.0) {
        (true, true) => return Err(NoteKind::Mixed),
        (false, false) => return Err(NoteKind::NoLengths),
        (true, false) if depth > 0.0 => return Err(NoteKind::PromptAtDepth),
        (true, false) => {
            row.quantity = Quantity::Prefill;
            row.input_tokens = Some(prompt);
            row.output_tokens = Some(0.0);
        }
        (false, true) => {
            row.quantity = Quantity::DecodeAlone;
            row.input_tokens = Some(depth);
            row.output_tokens = Some(answer);
        }
    }
    Ok(())
}

/// What it ran on.
fn machine(result: &Node<'_>, row: &mut Measurement) -> Result<(), NoteKind> {
    let backends = result.text("backends").unwrap_or_default();
    let has = |word: &str| backends.split([',', ' ']).any(|one| one.starts_with(word));
    if has("RPC") {
        return Err(NoteKind::Remote);
    }
    let accelerated = ACCELERATED.iter().any(|word| has(word)) || result.says("gpu_info");
    let layers = result
        .figure("n_gpu_layers")
        .filter(|layers| *layers >= 0.0);
    if !accelerated {
        row.hardware = result.text("cpu_info").map(str::to_owned);
        row.accelerators = Some(1);
        row.tensor_parallel = Some(1);
        return Ok(());
    }
    // With an accelerator at hand prompts are read on it even where no layer is kept there.
    if layers == Some(0.0) || result.says("n_cpu_moe") || result.says("no_kv_offload") {
        return Err(NoteKind::PartlyOnProcessor);
    }
    let overrides = result.text("tensor_buft_overrides").unwrap_or("none");
    if overrides != "none" {
        return Err(NoteKind::PartlyOnProcessor);
    }
    row.gpu_layers = layers
        .filter(|layers| *layers < ALL_LAYERS)
        .map(|layers| layers as u32);
    let split = result.text("split_mode").unwrap_or("layer");
    let names: Vec<&str> = result
        .text("gpu_info")
        .map(|names| names.split(", ").map(str::trim).collect())
        .unwrap_or_default();
    let chosen = result
        .text("devices")
        .filter(|devices| !matches!(*devices, "auto" | "none"))
        .map(|devices| devices.split('/').count());
    let count = match split {
        "none" => Some(1),
        _ => chosen.or((!names.is_empty()).then_some(names.len())),
    };
    if let Some(first) = names.first() {
        if names.iter().any(|name| name != first) {
            return Err(NoteKind::MixedHardware);
        }
        row.hardware = Some((*first).to_owned());
    }
    let count = count.and_then(|count| u32::try_from(count).ok());
    row.accelerators = count;
    match (split, count) {
        ("row" | "tensor", _) => row.tensor_parallel = count,
        (_, Some(count)) => {
            row.tensor_parallel = Some(1);
            row.pipeline_parallel = count;
        }
        (_, None) => {}
    }
    Ok(())
}

/// Model, precision and engine.
fn describe(result: &Node<'_>, row: &mut Measurement) -> Result<(), NoteKind> {
    row.engine = Some("llama.cpp".to_owned());
    row.engine_version = result
        .figure("build_number")
        .map(|build| format!("b{build}"))
        .or_else(|| result.text("build_commit").map(str::to_owned));
    row.date = result.text("test_time").and_then(words::day);
    let parameters = result.positive("model_n_params");
    row.parameters_billion = parameters.map(|count| count / 1e9);
    row.weight_bits = result
        .positive("model_size")
        .zip(parameters)
        .map(|(bytes, count)| bytes * 8.0 / count);
    let kept = |key: &str| match result.text(key) {
        None => Ok(16.0),
        Some(name) => precision::of_cache_type(name).ok_or_else(|| precision::unknown(name)),
    };
    row.cache_bits = Some((kept("type_k")? + kept("type_v")?) / 2.0);
    let model = result.text_of(&["model_filename", "model_type"]);
    row.model = model.map(str::to_owned);
    Ok(())
}

//! Results of `vllm bench serve` and of `benchmark_serving.py` before it.
//!
//! # Source
//! `vllm/benchmarks/serve.py` and `benchmarks/benchmark_serving.py` of vLLM: keys of the result.

use super::Reading;
use super::node::Node;
use super::note::NoteKind;
use super::precision;
use super::row::{Load, Measurement, Tool};
use super::served::{self, Served};
use super::words;

/// Whether a value is such a result.
pub(super) fn is_result(result: &Node<'_>) -> bool {
    let numbers = ["completed", "output_throughput", "total_token_throughput"];
    let found = numbers.iter().filter(|key| result.figure(key).is_some());
    found.count() >= 2
}

/// Reads one result.
pub(super) fn read(result: &Node<'_>, reading: &mut Reading) {
    let mut run = reading.next(Tool::VllmBench);
    let speculative = |key: &&str| result.says(key);
    let keys = [
        "spec_decode_acceptance_rate",
        "spec_decode_num_drafts",
        "speculative_config",
    ];
    if keys.iter().any(speculative) {
        reading.note(NoteKind::Speculative);
        return;
    }
    describe(result, &mut run);
    if let Err(unknown) = precisions(result, &mut run) {
        reading.note(unknown);
        return;
    }
    let completed = result.positive("completed");
    let each = |key: &str| Some(result.positive(key)? / completed?);
    run.input_tokens = each("total_input_tokens");
    run.output_tokens = each("total_output_tokens");
    let served = Served {
        first_token_ms: result.positive("mean_ttft_ms"),
        inter_token_ms: result
            .positive("mean_tpot_ms")
            .or_else(|| result.positive("mean_itl_ms")),
        output_per_second: result.positive("output_throughput"),
        answered: completed.or(Some(0.0)),
        failed: failed(result),
    };
    run.load = load(result, &served, run.output_tokens);
    served::add(&run, &served, reading);
}

/// Requests that failed: as counted, or those asked for and not answered.
fn failed(result: &Node<'_>) -> Option<f64> {
    let asked = result.figure("num_prompts");
    let answered = result.figure("completed");
    let missing = || Some((asked? - answered?).max(0.0));
    result.figure("failed").or_else(missing)
}

fn load(result: &Node<'_>, served: &Served, output_tokens: Option<f64>) -> Load {
    if let Some(requests) = result.positive("max_concurrency") {
        return Load::AtOnce(requests);
    }
    // Written as the word “inf” where nothing holds requests back.
    let Some(rate) = result.positive("request_rate") else {
        let unbounded = result
            .text("request_rate")
            .is_some_and(|rate| rate == "inf");
        return if unbounded {
            Load::AsMuchAsFits
        } else {
            Load::Unknown
        };
    };
    let per_second = result.positive("request_throughput").unwrap_or(rate);
    let latency = result
        .positive("mean_e2el_ms")
        .or_else(|| served::latency_ms(served, output_tokens));
    latency.map_or(Load::Unknown, |latency| Load::Arrivals {
        per_second: rate,
        at_once: served::at_once(per_second, latency).max(1.0),
    })
}

/// What the result says of model, engine and hardware; the last two only where somebody named
/// them with `--metadata`.
fn describe(result: &Node<'_>, run: &mut Measurement) {
    let text = |keys: &[&str]| result.text_of(keys).map(str::to_owned);
    let count = |keys: &[&str]| keys.iter().find_map(|key| result.count(key));
    run.date = result.text("date").and_then(words::day);
    run.model = text(&["model_id", "model"]);
    run.engine = text(&["engine"]).or_else(|| engine(result));
    run.engine_version = text(&["engine_version", "vllm_version", "version"]);
    run.hardware = text(&[
        "hardware",
        "gpu_name",
        "gpu_type",
        "gpu",
        "accelerator",
        "device",
    ]);
    run.tensor_parallel = count(&["tensor_parallel_size", "tensor_parallel", "tp_size", "tp"]);
    run.accelerators = count(&[
        "num_gpus",
        "gpu_count",
        "n_gpus",
        "gpus",
        "num_accelerators",
    ]);
}

/// The formats of weights and cache: what was named, or what the model's name says.
fn precisions(result: &Node<'_>, run: &mut Measurement) -> Result<(), NoteKind> {
    let named = |keys: &[&str]| result.text_of(keys).filter(|name| *name != "auto");
    let of_name = run.model.as_deref().and_then(precision::of_model_name);
    let written = named(&["quantization", "precision", "weight_format"]);
    let of_written = written.and_then(precision::of_format);
    if let (Some(name), None, None) = (written, of_written, of_name) {
        return Err(precision::unknown(name));
    }
    let of_type = || named(&["dtype"]).and_then(precision::of_format);
    run.weight_bits = of_written.or(of_name).or_else(of_type);
    if let Some(name) = named(&["kv_cache_dtype"]) {
        let bits = precision::of_format(name);
        run.cache_bits = Some(bits.ok_or_else(|| precision::unknown(name))?);
    }
    Ok(())
}

/// The engine, where the name of the client's backend tells one.
fn engine(result: &Node<'_>) -> Option<String> {
    let backend = result.text_of(&["backend", "endpoint_type"])?;
    let name = backend.split("-chat").next().unwrap_or(backend);
    // Any server answers as OpenAI does, but the tool is of vLLM.
    let is_general = name.starts_with("openai");
    Some(if is_general { "vllm" } else { name }.to_owned())
}

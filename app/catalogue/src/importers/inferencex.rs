//! Results of InferenceX, earlier InferenceMAX: those its runs write, and rows of its database.
//!
//! # Source
//! `utils/process_result.py` of InferenceX: keys, and that throughput is divided by accelerators and
//! times are in seconds.

use super::Reading;
use super::node::Node;
use super::note::NoteKind;
use super::precision;
use super::row::{Load, Measurement, Tool};
use super::served::{self, Served};
use super::words;

/// Lengths are drawn evenly between eight tenths and the whole of what is named.
const DRAWN: f64 = 0.9;

const HARDWARE: [&str; 3] = ["hw", "hardware", "device"];

/// Whether a value is such a result.
pub(super) fn is_result(result: &Node<'_>) -> bool {
    let figures = figures(result);
    figures.has("tput_per_gpu") && result.text_of(&HARDWARE).is_some()
}

/// Rows of the database have their figures below a key of their own.
fn figures<'n, 'a>(result: &'n Node<'a>) -> &'n Node<'a> {
    result.get("metrics").unwrap_or(result)
}

/// Reads one result.
pub(super) fn read(result: &Node<'_>, reading: &mut Reading) {
    let mut run = reading.next(Tool::InferenceX);
    let figures = figures(result);
    if ["spec_decoding", "spec_method", "mtp"]
        .iter()
        .any(|key| result.says(key))
    {
        reading.note(NoteKind::Speculative);
        return;
    }
    if result.says("disagg") || result.says("is_multinode") {
        reading.note(NoteKind::Disaggregated);
        return;
    }
    describe(result, &mut run);
    let format = result.text("precision");
    run.weight_bits = format.and_then(precision::of_format);
    if let (Some(name), None) = (format, run.weight_bits) {
        reading.note(precision::unknown(name));
        return;
    }
    let seconds = |key: &str| figures.positive(key).map(|seconds| seconds * 1e3);
    let each = figures.positive("output_tput_per_gpu");
    let served = Served {
        first_token_ms: seconds("mean_ttft").or_else(|| seconds("median_ttft")),
        inter_token_ms: seconds("mean_tpot").or_else(|| seconds("median_tpot")),
        output_per_second: each
            .zip(run.accelerators)
            .map(|(each, n)| each * f64::from(n)),
        answered: None,
        failed: None,
    };
    served::add(&run, &served, reading);
}

fn describe(result: &Node<'_>, run: &mut Measurement) {
    let count = |keys: &[&str]| keys.iter().find_map(|key| result.count(key));
    let model = result.text_of(&["model", "infmax_model_prefix"]);
    run.date = result.text("date").and_then(words::day);
    run.engine = result.text("framework").map(str::to_owned);
    run.engine_version = result.text("image").and_then(version).map(str::to_owned);
    run.model = model.map(str::to_owned);
    run.hardware = result.text_of(&HARDWARE).map(str::to_owned);
    run.tensor_parallel = count(&["tp", "decode_tp"]);
    run.accelerators = count(&["num_decode_gpu", "tp", "decode_tp"]);
    run.expert_parallel = count(&["ep", "decode_ep"]);
    run.input_tokens = result.positive("isl").map(|tokens| tokens * DRAWN);
    run.output_tokens = result.positive("osl").map(|tokens| tokens * DRAWN);
    run.load = result.positive("conc").map_or(Load::Unknown, Load::AtOnce);
}

/// The version in the name of a container's image, as in `vllm/vllm-openai:v0.13.0`.
fn version(image: &str) -> Option<&str> {
    let (_, tag) = image.rsplit_once(':')?;
    let tag = tag.strip_prefix('v').unwrap_or(tag);
    tag.starts_with(|sign: char| sign.is_ascii_digit())
        .then_some(tag)
}

//! Profiles of AIPerf and of genai-perf, whose layout it keeps.
//!
//! # Source
//! `src/aiperf/common/models/export_models.py` of AIPerf,
//! `genai-perf/genai_perf/export_data/json_exporter.py` of perf_analyzer: keys of the export.

use super::Reading;
use super::node::Node;
use super::note::NoteKind;
use super::precision;
use super::row::{Load, Measurement, Tool};
use super::served::{self, Served};
use super::words;

/// Metrics of which at least one stands in any profile of a language model.
const METRICS: [&str; 4] = [
    "output_token_throughput",
    "time_to_first_token",
    "inter_token_latency",
    "request_latency",
];

/// Whether a value is such a profile.
pub(super) fn is_profile(profile: &Node<'_>) -> bool {
    METRICS
        .iter()
        .any(|key| profile.at(&[key, "avg"]).is_some())
}

/// Reads one profile.
pub(super) fn read(profile: &Node<'_>, reading: &mut Reading) {
    let tool = tool(profile);
    let mut run = reading.next(tool);
    if profile.says("was_cancelled") {
        reading.note(NoteKind::Cancelled);
        return;
    }
    let config = profile.get("input_config");
    let average = |key: &str| profile.get(key)?.positive("avg");
    describe(profile, config, &mut run);
    if !hardware(profile, &mut run) {
        reading.note(NoteKind::MixedHardware);
        return;
    }
    run.input_tokens = average("input_sequence_length");
    run.output_tokens = average("output_sequence_length");
    let served = Served {
        first_token_ms: milliseconds(profile, "time_to_first_token"),
        inter_token_ms: milliseconds(profile, "inter_token_latency"),
        output_per_second: average("output_token_throughput"),
        answered: average("request_count"),
        failed: average("error_request_count"),
    };
    run.load = load(profile, config, &served, run.output_tokens);
    served::add(&run, &served, reading);
}

fn tool(profile: &Node<'_>) -> Tool {
    let says = [
        "aiperf_version",
        "schema_version",
        "telemetry_data",
        "gpu_names",
    ];
    let has_loads = profile
        .get("input_config")
        .is_some_and(|config| config.has("loadgen") || config.has("phases"));
    if has_loads || says.iter().any(|key| profile.has(key)) {
        Tool::AiPerf
    } else {
        Tool::GenAiPerf
    }
}

/// The average of a time in milliseconds.
fn milliseconds(profile: &Node<'_>, key: &str) -> Option<f64> {
    let metric = profile.get(key)?;
    let average = metric.positive("avg")?;
    let factor = match metric.text("unit") {
        None | Some("ms") => 1.0,
        Some("s" | "sec") => 1e3,
        Some("us") => 1e-3,
        Some("ns") => 1e-6,
        Some(_) => return None,
    };
    Some(average * factor)
}

fn describe(profile: &Node<'_>, config: Option<&Node<'_>>, run: &mut Measurement) {
    run.date = profile.text("start_time").and_then(words::day);
    let Some(config) = config else {
        return;
    };
    run.model = model(config).map(str::to_owned);
    run.weight_bits = run.model.as_deref().and_then(precision::of_model_name);
    let backend = config
        .text("backend")
        .or_else(|| config.at(&["endpoint", "backend"])?.text("name"));
    // A server behind Triton; anything else is not told.
    run.engine = backend
        .filter(|backend| ["tensorrtllm", "vllm"].contains(backend))
        .map(str::to_owned);
}

/// The model, where only one was asked.
fn model<'n>(config: &'n Node<'_>) -> Option<&'n str> {
    let lists: [&[&str]; 5] = [
        &["endpoint", "model_names"],
        &["models", "items"],
        &["models"],
        &["model_names"],
        &["model"],
    ];
    for path in lists {
        match config.at(path) {
            Some(Node::Text(name)) => return Some(name),
            Some(Node::List(items)) => {
                return match items.as_slice() {
                    [Node::Text(name)] => Some(name),
                    [one] => one.text("name"),
                    _ => None,
                };
            }
            _ => {}
        }
    }
    None
}

/// The accelerators that were watched; false where they are of different kinds.
fn hardware(profile: &Node<'_>, run: &mut Measurement) -> bool {
    let mut names: Vec<&str> = Vec::new();
    if let Some(Node::Object(endpoints)) = profile.at(&["telemetry_data", "endpoints"]) {
        for endpoint in endpoints.values() {
            if let Some(Node::Object(gpus)) = endpoint.get("gpus") {
                names.extend(gpus.values().filter_map(|gpu| gpu.text("gpu_name")));
            }
        }
    }
    for name in profile.get("gpu_names").map_or(&[][..], Node::items) {
        if let Node::Text(name) = name {
            names.push(name);
        }
    }
    let Some(first) = names.first() else {
        return true;
    };
    run.hardware = Some((*first).to_owned());
    run.accelerators = u32::try_from(names.len()).ok();
    names.iter().all(|name| name == first)
}

fn load(
    profile: &Node<'_>,
    config: Option<&Node<'_>>,
    served: &Served,
    output_tokens: Option<f64>,
) -> Load {
    let Some(config) = config else {
        return Load::Unknown;
    };
    let phases = config.get("phases").map_or(&[][..], Node::items);
    let places = phases.iter().rev().map(Some).chain([
        config.get("loadgen"),
        config.at(&["perf_analyzer", "stimulus"]),
        config.get("stimulus"),
        Some(config),
    ]);
    for place in places.flatten() {
        if let Some(requests) = place.positive("concurrency") {
            return Load::AtOnce(requests);
        }
        let Some(rate) = place
            .positive("request_rate")
            .or_else(|| place.positive("rate"))
        else {
            continue;
        };
        let answered = profile.get("request_throughput");
        let per_second = answered.and_then(|one| one.positive("avg")).unwrap_or(rate);
        let latency = milliseconds(profile, "request_latency")
            .or_else(|| served::latency_ms(served, output_tokens));
        return latency.map_or(Load::Unknown, |latency| Load::Arrivals {
            per_second: rate,
            at_once: served::at_once(per_second, latency).max(1.0),
        });
    }
    Load::Unknown
}

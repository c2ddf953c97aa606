//! Reports of GuideLLM.
//!
//! # Source
//! `src/guidellm/benchmark/schemas/` of GuideLLM 0.4 and later, `src/guidellm/benchmark/` of 0.2:
//! keys of the report.

use super::Reading;
use super::node::Node;
use super::note::NoteKind;
use super::precision;
use super::row::{Load, Measurement, Tool};
use super::served::{self, Served};

/// Whether a value is such a report.
pub(super) fn is_report(report: &Node<'_>) -> bool {
    let first = report
        .get("benchmarks")
        .and_then(|list| list.items().first());
    first.is_some_and(|benchmark| benchmark.has("metrics"))
}

/// Reads one report.
pub(super) fn read(report: &Node<'_>, reading: &mut Reading) {
    let benchmarks = report.get("benchmarks").map_or(&[][..], Node::items);
    for benchmark in benchmarks {
        let run = reading.next(Tool::GuideLlm);
        read_benchmark(report, benchmark, run, reading);
    }
}

fn read_benchmark(
    report: &Node<'_>,
    benchmark: &Node<'_>,
    mut run: Measurement,
    reading: &mut Reading,
) {
    let kind = benchmark.text("type_").unwrap_or_default();
    if kind.contains("embedding") {
        reading.note(NoteKind::Embeddings);
        return;
    }
    let Some(metrics) = benchmark.get("metrics") else {
        reading.note(NoteKind::NoFigure { key: "metrics" });
        return;
    };
    let mean = |key: &str| {
        let answered = metrics.at(&[key, "successful"])?;
        answered.positive("mean")
    };
    run.model = model(report, benchmark).map(str::to_owned);
    run.weight_bits = run.model.as_deref().and_then(precision::of_model_name);
    run.input_tokens = mean("prompt_token_count");
    run.output_tokens = mean("output_token_count");
    let served = Served {
        first_token_ms: mean("time_to_first_token_ms"),
        inter_token_ms: mean("inter_token_latency_ms"),
        output_per_second: mean("output_tokens_per_second"),
        answered: requests(benchmark, "successful"),
        failed: requests(benchmark, "errored"),
    };
    run.load = load(benchmark, mean("request_concurrency"));
    served::add(&run, &served, reading);
}

/// Requests that ended so.
fn requests(benchmark: &Node<'_>, status: &str) -> Option<f64> {
    let places: [&[&str]; 3] = [
        &["metrics", "request_totals"],
        &["run_stats", "requests_made"],
        &["scheduler_metrics", "requests_made"],
    ];
    places
        .iter()
        .find_map(|path| benchmark.at(path)?.figure(status))
}

fn model<'n>(report: &'n Node<'_>, benchmark: &'n Node<'_>) -> Option<&'n str> {
    let places = [
        benchmark.at(&["config", "backend"]),
        benchmark.get("worker"),
        benchmark.at(&["benchmarker", "backend"]),
        report.get("args"),
        report.at(&["args", "backend_kwargs"]),
    ];
    places
        .into_iter()
        .flatten()
        .find_map(|place| place.text_of(&["model", "backend_model", "model_name"]))
}

fn load(benchmark: &Node<'_>, at_once: Option<f64>) -> Load {
    let places: [&[&str]; 3] = [
        &["config", "strategy"],
        &["args", "strategy"],
        &["strategy"],
    ];
    let strategy = places.iter().find_map(|path| benchmark.at(path));
    let Some(strategy) = strategy else {
        return Load::Unknown;
    };
    let kind = strategy.text_of(&["type_", "kind"]).unwrap_or_default();
    match kind {
        "synchronous" => Load::AtOnce(1.0),
        "concurrent" => strategy
            .positive("streams")
            .or_else(|| strategy.positive("max_concurrency"))
            .map_or(Load::Unknown, Load::AtOnce),
        "throughput" => strategy
            .positive("max_concurrency")
            .map_or(Load::AsMuchAsFits, Load::AtOnce),
        "constant" | "poisson" | "async_constant" | "async_poisson" => {
            match (strategy.positive("rate"), at_once) {
                (Some(per_second), Some(at_once)) => Load::Arrivals {
                    per_second,
                    at_once: at_once.max(1.0),
                },
                _ => Load::Unknown,
            }
        }
        _ => Load::Unknown,
    }
}

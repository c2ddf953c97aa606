//! Results in comma-separated values: those of `llama-bench`, and summaries of AIPerf and genai-perf.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::fault::{ImportFault, ImportFaultKind};
use super::node::Node;
use super::{Reading, llama_bench, perf};

/// Whether a text is a table of `llama-bench`.
pub(super) fn is_llama_bench(text: &str) -> bool {
    let heading = heading(text);
    ["build_commit", "n_prompt", "n_gen"]
        .iter()
        .all(|column| heading.contains(column))
}

/// Whether a text is a summary of AIPerf or genai-perf.
pub(super) fn is_perf(text: &str) -> bool {
    let heading = heading(text).replace('"', "");
    heading.starts_with("Metric,avg") || heading.starts_with("Metric,Value")
}

fn heading(text: &str) -> &str {
    text.trim_start().lines().next().unwrap_or_default()
}

/// Reads a table of `llama-bench`.
///
/// # Errors
/// [`ImportFault`] at the first line that cannot be read.
pub(super) fn read_llama_bench(text: &str, reading: &mut Reading) -> Result<(), ImportFault> {
    if text.matches('"').count() % 2 == 1 {
        return Err(reading.fault(ImportFaultKind::CutOff));
    }
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let heading = reader.headers().map_err(|error| fault(&error, reading))?;
    let heading = heading.clone();
    let mut seen = std::collections::BTreeSet::new();
    for column in &heading {
        if !seen.insert(column) {
            let key = column.chars().take(60).collect();
            let kind = ImportFaultKind::DuplicateKey { key };
            return Err(ImportFault::in_line(&reading.file, 1, kind));
        }
    }
    for column in ["n_prompt", "n_gen", "avg_ts"] {
        if !seen.contains(column) {
            let column = column.to_owned();
            let kind = ImportFaultKind::NoColumn { column };
            return Err(ImportFault::in_line(&reading.file, 1, kind));
        }
    }
    for record in reader.records() {
        let record = record.map_err(|error| fault(&error, reading))?;
        let cells = heading.iter().zip(&record);
        let entries = cells.map(|(key, cell)| (Cow::Borrowed(key), text_of(cell)));
        llama_bench::read(&Node::Object(entries.collect()), reading);
    }
    // A heading alone is a file of this tool all the same.
    if reading.results == 0 {
        return Err(reading.fault(ImportFaultKind::CutOff));
    }
    Ok(())
}

fn text_of(cell: &str) -> Node<'_> {
    Node::Text(Cow::Borrowed(cell))
}

fn fault(error: &csv::Error, reading: &Reading) -> ImportFault {
    let line = error.position().map_or(1, csv::Position::line).max(1);
    let kind = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => ImportFaultKind::Cells {
            expected: *expected_len,
            found: *len,
        },
        _ => ImportFaultKind::Unreadable,
    };
    ImportFault::in_line(&reading.file, line, kind)
}

/// Metrics by what they are called without their unit.
const METRICS: [(&str, &str); 8] = [
    ("time to first token", "time_to_first_token"),
    ("inter token latency", "inter_token_latency"),
    ("request latency", "request_latency"),
    ("request throughput", "request_throughput"),
    ("request count", "request_count"),
    ("output token throughput", "output_token_throughput"),
    ("input sequence length", "input_sequence_length"),
    ("output sequence length", "output_sequence_length"),
];

/// Reads a summary of AIPerf or genai-perf: sections of metrics, each with a heading of its own.
///
/// # Errors
/// [`ImportFault`] at the first line that cannot be read.
pub(super) fn read_perf(text: &str, reading: &mut Reading) -> Result<(), ImportFault> {
    if text.matches('"').count() % 2 == 1 {
        return Err(reading.fault(ImportFaultKind::CutOff));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut profile: BTreeMap<Cow<'_, str>, Node<'_>> = BTreeMap::new();
    let mut gpus: BTreeMap<String, String> = BTreeMap::new();
    let mut heading = csv::StringRecord::new();
    for record in reader.records() {
        let record = record.map_err(|error| fault(&error, reading))?;
        if matches!(record.get(0), Some("Metric" | "Endpoint")) {
            heading = record;
            continue;
        }
        if record.len() != heading.len() {
            let line = record.position().map_or(1, csv::Position::line);
            let kind = ImportFaultKind::Cells {
                expected: heading.len() as u64,
                found: record.len() as u64,
            };
            return Err(ImportFault::in_line(&reading.file, line, kind));
        }
        let cell = |column: &str| {
            let place = heading.iter().position(|one| one == column)?;
            record.get(place)
        };
        if let (Some(id), Some(name)) = (cell("GPU_UUID"), cell("GPU_Name")) {
            gpus.insert(id.to_owned(), name.to_owned());
            continue;
        }
        let Some((key, unit)) = record.get(0).and_then(metric) else {
            continue;
        };
        let average = cell("avg").or_else(|| cell("Value")).unwrap_or_default();
        // Thousands are set off with commas.
        let average = average.replace(',', "");
        let mut entries = BTreeMap::new();
        entries.insert("avg".into(), Node::Text(Cow::Owned(average)));
        entries.insert("unit".into(), Node::Text(Cow::Owned(unit)));
        if profile.insert(key.into(), Node::Object(entries)).is_some() {
            let line = record.position().map_or(1, csv::Position::line);
            let kind = ImportFaultKind::DuplicateKey {
                key: key.to_owned(),
            };
            return Err(ImportFault::in_line(&reading.file, line, kind));
        }
    }
    if !gpus.is_empty() {
        let names = gpus.into_values().map(|name| Node::Text(Cow::Owned(name)));
        profile.insert("gpu_names".into(), Node::List(names.collect()));
    }
    let profile = Node::Object(profile);
    if !perf::is_profile(&profile) {
        return Err(reading.fault(ImportFaultKind::Unknown));
    }
    perf::read(&profile, reading);
    Ok(())
}

/// The key and the unit of a metric as it is headed, as `Time To First Token (ms)`.
fn metric(heading: &str) -> Option<(&'static str, String)> {
    let (name, unit) = heading.split_once('(').unwrap_or((heading, "ms)"));
    let name = name.trim().to_ascii_lowercase();
    let (_, key) = METRICS.iter().find(|(known, _)| *known == name)?;
    Some((key, unit.trim_end_matches(')').trim().to_ascii_lowercase()))
}

//! Measurements as a table of comma-separated values.

use std::collections::BTreeMap;

use serde::Deserialize;
use weighbridge_engine::serving::{Case, Conditions, Device, DeviceClass, Quantity, Shapes};

use super::devices::{HOST_BUS_GB_S, UNKNOWN_TFLOPS, device_class, is_consumer};
use super::fault::{TableFault, fault_of};
use super::models::Models;
use super::names::Names;
use crate::importers::bits_of_format;

/// A measurement, or a question of the same form.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// Who published it.
    pub source: String,
    /// When, as it stands there.
    pub date: String,
    /// What was measured.
    pub case: Case,
    /// The figure, where there is one.
    pub value: Option<f64>,
    /// Rows of one group never stand on both sides of a split.
    pub group: String,
    /// What the source says besides.
    pub note: String,
}

#[derive(Debug, Deserialize)]
struct Line {
    #[serde(default)]
    id: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    date: String,
    engine: String,
    #[serde(default)]
    engine_version: String,
    model: String,
    #[serde(default, deserialize_with = "figure")]
    params_b: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    active_params_b: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    n_layers: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    hidden: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    kv_heads: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    head_dim: Option<f64>,
    #[serde(default, deserialize_with = "bits")]
    weight_bits: Option<f64>,
    #[serde(default, deserialize_with = "bits")]
    kv_bits: Option<f64>,
    hardware: String,
    #[serde(default, deserialize_with = "figure")]
    n_accel: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    tp: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    isl: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    osl: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    batch_or_concurrency: Option<f64>,
    regime: String,
    #[serde(default)]
    metric: String,
    // Left unread where a question has none.
    #[serde(default)]
    value: Option<f64>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    group: String,
    // Hardware that nobody knows can be described in the columns of `hardware.csv`.
    #[serde(default)]
    vendor: String,
    #[serde(default)]
    kind: String,
    #[serde(default, deserialize_with = "figure")]
    memory_gb: Option<f64>,
    #[serde(default, rename = "mem_bw_GBps", deserialize_with = "figure")]
    bandwidth_gb_s: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    dense_bf16_tflops: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    dense_fp8: Option<f64>,
    #[serde(default, deserialize_with = "figure")]
    dense_fp4: Option<f64>,
    #[serde(default, rename = "interconnect_GBps", deserialize_with = "figure")]
    link_gb_s: Option<f64>,
}

/// A number as people write it: with commas between thousands, or a word that says there is none.
fn figure<'de, D: serde::Deserializer<'de>>(cell: D) -> Result<Option<f64>, D::Error> {
    let cell = String::deserialize(cell)?;
    number_in(&cell)
        .ok_or_else(|| serde::de::Error::custom(format!("“{}” is no number", cell.trim())))
}

/// Bits as a number, or as the name of a format.
fn bits<'de, D: serde::Deserializer<'de>>(cell: D) -> Result<Option<f64>, D::Error> {
    let cell = String::deserialize(cell)?;
    number_in(&cell)
        .or_else(|| bits_of_format(&cell).map(Some))
        .ok_or_else(|| serde::de::Error::custom(format!("“{}” is no number of bits", cell.trim())))
}

/// The number in a cell, inside none where it says that there is none; none where it is neither.
fn number_in(cell: &str) -> Option<Option<f64>> {
    const NOT_THERE: [&str; 7] = ["", "-", "–", "n/a", "none", "null", "unknown"];
    let cell = cell.trim();
    if NOT_THERE.contains(&cell.to_lowercase().as_str()) {
        return Some(None);
    }
    cell.replace(',', "").parse().ok().map(Some)
}

/// Reads a table of measurements.
///
/// Each line is read by itself: a line that cannot be read is a fault, and the others stand.
pub fn read_table(
    text: &str,
    devices: &BTreeMap<String, Device>,
    models: &Models,
) -> Vec<Result<Row, TableFault>> {
    let none = BTreeMap::new();
    let names = Names {
        devices,
        models,
        aliases: &none,
        catalogue: None,
    };
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    reader
        .deserialize::<Line>()
        .enumerate()
        .map(|(place, line)| {
            let number = place as u64 + 2;
            let line = line.map_err(|error| fault_of(&error))?;
            row(line, &names).map_err(|reason| TableFault {
                line: number,
                reason,
            })
        })
        .collect()
}

/// Reads one line of a table with these headings.
///
/// # Errors
/// A sentence where it cannot be read.
pub(super) fn read_line(
    cells: &csv::StringRecord,
    headings: &csv::StringRecord,
    names: &Names<'_>,
) -> Result<Row, String> {
    let line = cells.deserialize::<Line>(Some(headings));
    row(line.map_err(|error| error.to_string())?, names)
}

/// Shapes as they stand in a line, and those of its model where it has none.
fn shapes(line: &Line, known: Option<&Shapes>) -> Result<Shapes, String> {
    let or_known = |stated: Option<f64>, of_model: fn(&Shapes) -> f64, column: &str| {
        stated.or_else(|| known.map(of_model)).ok_or_else(|| {
            format!(
                "“{}” is no known model, and “{column}” is empty",
                line.model
            )
        })
    };
    let total = or_known(line.params_b, |one| one.parameters_billion, "params_b")?;
    let active = or_known(
        line.active_params_b,
        |one| one.active_billion,
        "active_params_b",
    )?;
    let stated = line.kv_heads.zip(line.head_dim);
    let stated_cache = stated.map(|(heads, width)| 2.0 * heads * width);
    let (experts, experts_per_token) = match known {
        Some(known) => (known.experts, known.experts_per_token),
        // Nobody said: as many as the two sizes tell, each as large as a token's part.
        None if active < 0.95 * total => ((total / active * 8.0).round().max(2.0), 8.0),
        None => (0.0, 0.0),
    };
    Ok(Shapes {
        parameters_billion: total,
        active_billion: active,
        // A table without a vocabulary tells of no model how much of it is looked up.
        embedding_billion: known.map_or(0.0, |known| known.embedding_billion.min(active / 2.0)),
        layers: or_known(line.n_layers, |one| one.layers, "n_layers")?,
        hidden: or_known(line.hidden, |one| one.hidden, "hidden")?,
        heads: known.and_then(|known| known.heads),
        cache_elements: or_known(stated_cache, |one| one.cache_elements, "kv_heads")?,
        windowed_layers: known.map_or(0.0, |known| known.windowed_layers),
        window_tokens: known.map_or(0.0, |known| known.window_tokens),
        experts,
        experts_per_token,
    })
}

/// Hardware that a line describes itself; none where memory or bandwidth are missing.
fn described(line: &Line) -> Option<Device> {
    let is_processor = line.kind.eq_ignore_ascii_case("cpu");
    Some(Device {
        id: line.hardware.clone(),
        class: device_class(&line.hardware, &line.vendor, is_processor),
        is_consumer: is_consumer(&line.hardware),
        memory_gb: line.memory_gb?,
        bandwidth_gb_s: line.bandwidth_gb_s?,
        bf16_tflops: line.dense_bf16_tflops.unwrap_or(UNKNOWN_TFLOPS),
        fp8_tflops: line.dense_fp8,
        fp4_tflops: line.dense_fp4,
        link_gb_s: line.link_gb_s.unwrap_or(HOST_BUS_GB_S),
    })
}

fn row(line: Line, names: &Names<'_>) -> Result<Row, String> {
    let device = names
        .device(&line.hardware)
        .or_else(|| described(&line))
        .ok_or_else(|| format!("no hardware is called “{}”", line.hardware))?;
    let device = read_by_threads(device, number_before(&line.note, " threads"));
    let weight_bits = line.weight_bits.ok_or("“weight_bits” is empty")?;
    let quantity = quantity(&line.regime, &line.metric)
        .ok_or_else(|| format!("“{}” with “{}” is no quantity", line.regime, line.metric))?;
    let note = line.note.as_str();
    let known = names.model(&line.model);
    let shapes = shapes(&line, known.as_ref().map(|(_, shapes)| shapes))?;
    let steady_arrivals = note.contains("InferenceMAX");
    // Its lengths are drawn between eight tenths and the whole of what is named.
    let drawn = if steady_arrivals { 0.9 } else { 1.0 };
    let output = line.osl.unwrap_or(0.0);
    let input = line.isl.unwrap_or(output);
    let pipeline_parallel = number_after(note, "pp=").unwrap_or(1.0);
    let tensor_parallel = line.tp.unwrap_or_else(|| {
        // The fewest accelerators, by doubling, that hold the weights.
        let bytes = shapes.parameters_billion * weight_bits / 8.0 * 1.1;
        let mut ways = 1.0;
        while bytes > ways * device.memory_gb && ways < 64.0 {
            ways *= 2.0;
        }
        ways
    });
    let case = Case {
        quantity,
        engine: engine_key(&line.engine),
        engine_version: line.engine_version,
        year: year(&line.date),
        model: known.map_or(line.model, |(name, _)| name),
        shapes,
        weight_bits,
        cache_bits: line.kv_bits.unwrap_or(16.0),
        accelerators: line
            .n_accel
            .unwrap_or(1.0)
            .max(tensor_parallel * pipeline_parallel),
        tensor_parallel,
        pipeline_parallel,
        // Attention for requests of its own on every accelerator, experts spread over all.
        expert_groups: if note.contains("DEP ") || note.contains("attention data parallel") {
            tensor_parallel
        } else {
            1.0
        },
        input_tokens: input * drawn,
        output_tokens: output * drawn,
        concurrency: line.batch_or_concurrency.unwrap_or(0.0),
        conditions: Conditions {
            end_to_end: note.contains("end-to-end") || note.contains("elapsed"),
            static_batch: ["static", "no server", "batch x output"]
                .iter()
                .any(|words| note.contains(words)),
            eager: note.contains("enforce-eager"),
            steady_arrivals,
            split_experts: number_after(note, "moe_tp=").is_some_and(|ways| ways >= 2.0),
        },
        device,
    };
    Ok(Row {
        id: line.id,
        source: line.source,
        date: line.date,
        case,
        value: line.value,
        group: line.group,
        note: line.note,
    })
}

/// Bandwidth that a thread of a processor draws, in 10⁹ bytes a second: it waits for some two dozen
/// lines of 64 bytes at a time, each for about 130 ns.
///
/// # Source
/// Little 1961, Operations Research 9(3); AMD’s guides on optimising for families 17h and 19h, on buffers
/// for misses.
const BANDWIDTH_OF_A_THREAD_GB_S: f64 = 12.0;

/// A processor of which so many threads read, where that is known.
fn read_by_threads(device: Device, threads: Option<f64>) -> Device {
    let is_processor = device.class == DeviceClass::Processor;
    match threads {
        Some(threads) if is_processor && threads >= 1.0 => Device {
            bandwidth_gb_s: device
                .bandwidth_gb_s
                .min(threads * BANDWIDTH_OF_A_THREAD_GB_S),
            ..device
        },
        _ => device,
    }
}

fn quantity(regime: &str, metric: &str) -> Option<Quantity> {
    let words = |cell: &str| cell.trim().to_lowercase().replace([' ', '-'], "_");
    Some(match (words(regime).as_str(), words(metric).as_str()) {
        ("decode_bs1", _) => Quantity::DecodeAlone,
        ("prefill", _) => Quantity::Prefill,
        ("batched", _) => Quantity::FixedBatch,
        ("saturated", _) => Quantity::Saturated,
        ("latency", "ttft_ms") => Quantity::TimeToFirstToken,
        ("latency", "itl_ms") => Quantity::InterToken,
        _ => return None,
    })
}

/// The engine by its stable key: forks and spellings of one engine are one.
pub fn engine_key(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let key = if name.contains("ollama") {
        "ollama"
    } else if name.contains("llamafile") {
        "llamafile"
    } else if name.contains("llama") {
        "llama.cpp"
    } else if name.contains("deepspeed") {
        "deepspeed"
    } else {
        return name;
    };
    key.to_owned()
}

/// The year of a date that is written `2024`, `2024-11`, `2024-11-05` or `2025/2026`; where nobody
/// says, the year most measurements without a date are from.
pub(crate) fn year(date: &str) -> f64 {
    const UNKNOWN: f64 = 2025.0;
    let part = |range: std::ops::Range<usize>| date.get(range)?.parse::<f64>().ok();
    match (part(0..4), part(5..7)) {
        (Some(year), Some(month)) if date.get(4..5) == Some("-") && month <= 12.0 => {
            year + (month - 0.5) / 12.0
        }
        (Some(year), _) => year + 0.5,
        (None, _) => UNKNOWN,
    }
}

/// The year of a date, as measurements of that day have it.
pub fn year_of(date: weighbridge_units::PartialDate) -> f64 {
    year(date.to_string().trim_start_matches("by "))
}

/// The number that stands before some words.
fn number_before(text: &str, words: &str) -> Option<f64> {
    let before = &text[..text.find(words)?];
    let digits = before.trim_end_matches(|sign: char| sign.is_ascii_digit());
    before[digits.len()..].parse().ok()
}

/// The number that follows some words.
fn number_after(text: &str, words: &str) -> Option<f64> {
    let rest = &text[text.find(words)? + words.len()..];
    let end = rest
        .find(|sign: char| !sign.is_ascii_digit())
        .unwrap_or(rest.len());
    rest[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use crate::measurements::published;

    /// What notes say of threads and of attention counts.
    #[test]
    fn notes_say_how_many_threads_read_and_how_experts_are_spread() {
        let rows = published().unwrap();
        for (id, bandwidth_gb_s, expert_groups) in [
            ("p0525", 96.0, 1.0),
            ("p0524", 204.8, 1.0),
            ("p0537", 204.8, 1.0),
            ("p0388", 204.8, 1.0),
            ("p0910", 7700.0, 8.0),
            ("p0978", 8000.0, 4.0),
            ("p0926", 1792.0, 1.0),
        ] {
            let case = &rows.iter().find(|row| row.id == id).unwrap().case;
            let found = (case.device.bandwidth_gb_s, case.expert_groups);
            assert_eq!(found, (bandwidth_gb_s, expert_groups), "{id}");
        }
    }
}

//! The Markdown table of `llama-bench`, with the lines of its log before it, if they were copied too.
//!
//! # Source
//! `tools/llama-bench/llama-bench.cpp`: the printer of Markdown; `ggml-cuda.cu`, `ggml-vulkan.cpp` and
//! `ggml-metal.m` of llama.cpp: how devices are listed when they are found.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::fault::{ImportFault, ImportFaultKind};
use super::node::Node;
use super::{Reading, llama_bench};

/// Whether a text holds such a table.
pub(super) fn is_table(text: &str) -> bool {
    text.lines().any(is_heading)
}

fn is_heading(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('|')
        && ["model", "params", "test", "t/s"]
            .iter()
            .all(|column| cells(line).any(|cell| cell == *column))
}

/// The cells of a row.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim();
    let inside = line.strip_prefix('|').unwrap_or(line);
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    inside.split('|').map(str::trim)
}

/// Reads every table of a text; what stands between them is passed over.
///
/// # Errors
/// [`ImportFault`] at a row that is cut off, or has other cells than its heading.
pub(super) fn read(text: &str, reading: &mut Reading) -> Result<(), ImportFault> {
    let builds = builds(text);
    let mut devices: Vec<&str> = Vec::new();
    let mut found_anew = false;
    let mut heading: Option<Vec<&str>> = None;
    for (place, line) in text.lines().enumerate() {
        let number = place as u64 + 1;
        let fault = |kind| ImportFault::in_line(&reading.file, number, kind);
        if let Some(device) = device(line) {
            // A new list of devices begins with a new run.
            if !found_anew {
                devices.clear();
                found_anew = true;
            }
            devices.push(device);
        } else if is_heading(line) {
            found_anew = false;
            let columns: Vec<&str> = cells(line).collect();
            let mut seen = std::collections::BTreeSet::new();
            if let Some(twice) = columns.iter().find(|column| !seen.insert(**column)) {
                let key = twice.chars().take(60).collect();
                return Err(fault(ImportFaultKind::DuplicateKey { key }));
            }
            heading = Some(columns);
        } else if !line.trim_start().starts_with('|') {
            heading = None;
        } else if let Some(heading) = heading.as_ref().filter(|_| !is_rule(line)) {
            if !line.trim_end().ends_with('|') {
                return Err(fault(ImportFaultKind::CutOff));
            }
            let row: Vec<&str> = cells(line).collect();
            if row.len() != heading.len() {
                return Err(fault(ImportFaultKind::Cells {
                    expected: heading.len() as u64,
                    found: row.len() as u64,
                }));
            }
            let result = result(heading, &row, &devices, builds.after(place));
            llama_bench::read(&result, reading);
        }
    }
    if reading.results == 0 {
        return Err(reading.fault(ImportFaultKind::CutOff));
    }
    Ok(())
}

fn is_rule(line: &str) -> bool {
    let signs = |cell: &str| cell.chars().all(|sign| matches!(sign, '-' | ':' | ' '));
    cells(line).all(signs)
}

/// The device that a line of the log names.
fn device(line: &str) -> Option<&str> {
    let line = line.trim();
    let name = if let Some(rest) = line.strip_prefix("Device ") {
        let (number, rest) = rest.split_once(": ")?;
        number.parse::<u32>().ok()?;
        rest.split(", ").next()?
    } else if let Some(rest) = line.strip_prefix("ggml_vulkan: ") {
        let (number, rest) = rest.split_once(" = ")?;
        number.parse::<u32>().ok()?;
        // The driver stands behind the name in brackets.
        rest.split(['(', '|']).next()?
    } else if let Some(rest) = line.strip_prefix("ggml_metal_") {
        let (_, rest) = rest.split_once("GPU name:")?;
        rest
    } else {
        return None;
    };
    Some(name.trim()).filter(|name| !name.is_empty())
}

/// The build that stands below each table, by line.
struct Builds<'a>(Vec<(usize, &'a str)>);

impl<'a> Builds<'a> {
    fn after(&self, line: usize) -> Option<&'a str> {
        let next = self.0.partition_point(|(place, _)| *place < line);
        self.0.get(next).map(|(_, build)| *build)
    }
}

/// Lines such as `build: 8cf427ff (5163)`; the number in brackets.
fn builds(text: &str) -> Builds<'_> {
    let found = text.lines().enumerate().filter_map(|(place, line)| {
        let rest = line.trim().strip_prefix("build: ")?;
        let (_, number) = rest.split_once('(')?;
        Some((place, number.strip_suffix(')')?))
    });
    Builds(found.collect())
}

/// A row with the keys that the other formats have.
fn result<'a>(
    heading: &[&'a str],
    row: &[&'a str],
    devices: &[&str],
    build: Option<&'a str>,
) -> Node<'a> {
    let mut entries: BTreeMap<Cow<'a, str>, Node<'a>> = BTreeMap::new();
    let mut put = |key: &'a str, node: Node<'a>| {
        entries.insert(Cow::Borrowed(key), node);
    };
    let text = |cell: &'a str| Node::Text(Cow::Borrowed(cell));
    if !devices.is_empty() {
        put("gpu_info", Node::Text(Cow::Owned(devices.join(", "))));
    }
    if let Some(build) = build {
        put("build_number", text(build));
    }
    put("n_prompt", Node::Null);
    put("n_gen", Node::Null);
    put("avg_ts", Node::Null);
    for (column, cell) in heading.iter().zip(row) {
        match *column {
            "model" => put("model_type", text(cell)),
            "backend" => put("backends", text(cell)),
            "ngl" => put("n_gpu_layers", text(cell)),
            "ncmoe" | "n_cpu_moe" => put("n_cpu_moe", text(cell)),
            "sm" => put("split_mode", text(cell)),
            "dev" => put("devices", text(cell)),
            "nkvo" => put("no_kv_offload", text(cell)),
            "ot" => put("tensor_buft_overrides", text(cell)),
            "embd" => put("embeddings", text(cell)),
            "type_k" | "type_v" => put(column, text(cell)),
            "size" => put("model_size", scaled(cell)),
            "params" => put("model_n_params", scaled(cell)),
            "t/s" => put("avg_ts", text(cell.split('±').next().unwrap_or(cell))),
            "test" => {
                let (prompt, answer, depth) = test(cell).unwrap_or_default();
                put("n_prompt", Node::Number(prompt));
                put("n_gen", Node::Number(answer));
                put("n_depth", Node::Number(depth));
            }
            _ => {}
        }
    }
    Node::Object(entries)
}

/// A size or a count with its unit: `3.56 GiB`, `6.74 B`.
fn scaled(cell: &str) -> Node<'static> {
    let (number, unit) = cell.split_once(' ').unwrap_or((cell, ""));
    let factor = match unit.trim() {
        "GiB" => 1_073_741_824.0,
        "MiB" => 1_048_576.0,
        "B" => 1e9,
        "M" => 1e6,
        _ => return Node::Null,
    };
    let number = number.parse::<f64>().ok();
    number.map_or(Node::Null, |number| Node::Number(number * factor))
}

/// Tokens of prompt, answer and context before them, from `pp512`, `tg 128 @ d4096`, `pp512+tg128`.
fn test(cell: &str) -> Option<(f64, f64, f64)> {
    let (tested, depth) = cell.split_once('@').unwrap_or((cell, "d0"));
    let depth = depth.trim().strip_prefix('d')?.trim().parse().ok()?;
    let (mut prompt, mut answer) = (0.0, 0.0);
    for part in tested.split('+') {
        let part = part.trim();
        let (place, tokens) = match (part.strip_prefix("pp"), part.strip_prefix("tg")) {
            (Some(tokens), _) => (&mut prompt, tokens),
            (_, Some(tokens)) => (&mut answer, tokens),
            _ => return None,
        };
        *place = tokens.trim().parse().ok()?;
    }
    Some((prompt, answer, depth))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_read_in_each_spelling() {
        for (cell, expected) in [
            ("pp512", Some((512.0, 0.0, 0.0))),
            ("tg 128", Some((0.0, 128.0, 0.0))),
            ("pp512+tg128", Some((512.0, 128.0, 0.0))),
            ("tg128 @ d4096", Some((0.0, 128.0, 4096.0))),
            ("pg512", None),
            ("pp", None),
        ] {
            assert_eq!(test(cell), expected, "{cell}");
        }
    }

    #[test]
    fn devices_are_found_in_logs() {
        for (line, expected) in [
            (
                "  Device 0: NVIDIA GeForce RTX 4090, compute capability 8.9, VMM: yes",
                Some("NVIDIA GeForce RTX 4090"),
            ),
            (
                "ggml_vulkan: 0 = AMD Radeon RX 7900 XTX (RADV NAVI31) (radv) | uma: 0",
                Some("AMD Radeon RX 7900 XTX"),
            ),
            (
                "ggml_metal_init: GPU name:   Apple M2 Ultra",
                Some("Apple M2 Ultra"),
            ),
            ("ggml_vulkan: Found 1 Vulkan devices:", None),
            ("Device drivers: none", None),
        ] {
            assert_eq!(device(line), expected, "{line}");
        }
    }
}

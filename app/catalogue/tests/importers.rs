//! Reads the fixtures of every format, resolves them, and holds the importers to their promise that
//! nothing in a file can make them fail in another way than by a fault.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use weighbridge_catalogue::importers::{
    Given, ImportFaultKind, Imported, Load, Measurement, Tool, Unresolved, import, resolve,
    to_observation,
};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::serving::Quantity;

const FIXTURES: [&str; 15] = [
    "aiperf.csv",
    "aiperf.json",
    "genai-perf.csv",
    "genai-perf.json",
    "guidellm-0.2.json",
    "guidellm.json",
    "inferencex-rows.json",
    "inferencex.json",
    "llama-bench.csv",
    "llama-bench.json",
    "llama-bench.jsonl",
    "llama-bench.md",
    "vllm-serve.json",
    "vllm-serve.jsonl",
    "README.md",
];

fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/importers");
    std::fs::read(folder.join(name)).unwrap()
}

fn read(name: &str) -> Imported {
    import(name, &bytes(name)).unwrap_or_else(|fault| panic!("{fault}"))
}

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> =
        LazyLock::new(|| weighbridge_catalogue::built_in().unwrap().0);
    &CATALOGUE
}

/// A measurement in a line: place, quantity, figure, load, lengths.
fn line(row: &Measurement) -> String {
    let load = match row.load {
        Load::Unknown => "?".to_owned(),
        Load::AtOnce(requests) => format!("{requests}"),
        Load::AsMuchAsFits => "all".to_owned(),
        Load::Arrivals {
            per_second,
            at_once,
        } => format!("{per_second}/s {at_once:.1}"),
    };
    format!(
        "{} {} {:.2} at {load}, {} in {} out",
        row.source.place,
        row.quantity.key(),
        row.value,
        row.input_tokens.unwrap_or(-1.0),
        row.output_tokens.unwrap_or(-1.0)
    )
}

/// Notes in lines: key without its beginning, and places.
fn notes(read: &Imported) -> Vec<String> {
    let name = |key: &str| key.trim_start_matches("import-note-").to_owned();
    read.notes
        .iter()
        .map(|note| format!("{} {:?}", name(note.kind.key()), note.places))
        .collect()
}

#[test]
fn every_format_is_read() {
    type Expected = (
        &'static str,
        Tool,
        &'static [&'static str],
        &'static [&'static str],
    );
    const PREFILL: &str = "1 prefill 12518.30 at 1, 512 in 0 out";
    const DECODE: &str = "2 decode-alone 157.80 at 1, 0 in 128 out";
    const PERF: &[&str] = &[
        "1 time-to-first-token 410.00 at 32, 2048 in 512 out",
        "1 inter-token 26.20 at 32, 2048 in 512 out",
        "1 fixed-batch 1180.00 at 32, 2048 in 512 out",
    ];
    let cases: [Expected; 14] = [
        ("llama-bench.csv", Tool::LlamaBench, &[PREFILL, DECODE], &[]),
        (
            "llama-bench.json",
            Tool::LlamaBench,
            &[
                PREFILL,
                DECODE,
                "3 decode-alone 142.40 at 1, 4096 in 128 out",
                "6 decode-alone 31.10 at 1, 0 in 128 out",
            ],
            &["prompt-at-depth [4]", "mixed [5]"],
        ),
        (
            "llama-bench.jsonl",
            Tool::LlamaBench,
            &[
                "1 decode-alone 17.80 at 1, 0 in 128 out",
                "2 decode-alone 11.40 at 1, 0 in 64 out",
            ],
            &[],
        ),
        (
            "llama-bench.md",
            Tool::LlamaBench,
            &[
                PREFILL,
                DECODE,
                "3 decode-alone 142.40 at 1, 4096 in 128 out",
                "4 prefill 2841.10 at 1, 512 in 0 out",
                "5 decode-alone 118.60 at 1, 0 in 128 out",
            ],
            &[],
        ),
        (
            "vllm-serve.json",
            Tool::VllmBench,
            &[
                "1 time-to-first-token 512.40 at 32, 1024 in 256 out",
                "1 inter-token 31.40 at 32, 1024 in 256 out",
                "1 fixed-batch 950.30 at 32, 1024 in 256 out",
            ],
            &[],
        ),
        (
            "vllm-serve.jsonl",
            Tool::VllmBench,
            &[
                "1 time-to-first-token 61.00 at 1, 1024 in 256 out",
                "1 decode-alone 44.64 at 1, 1024 in 256 out",
                "2 saturated 1710.00 at all, 1024 in 256 out",
                "3 time-to-first-token 180.00 at 2/s 14.0, 1024 in 256 out",
                "3 inter-token 27.50 at 2/s 14.0, 1024 in 256 out",
                "6 inter-token 24.90 at 8, 1024 in 256 out",
                "6 fixed-batch 310.00 at 8, 1024 in 256 out",
            ],
            &[
                "latency-of-a-flood [2]",
                "demand-not-capacity [3]",
                "too-many-failed [4]",
                "speculative [5]",
                "no-hardware [6]",
                "no-figure [6]",
            ],
        ),
        (
            "guidellm.json",
            Tool::GuideLlm,
            &[
                "1 time-to-first-token 48.00 at 1, 1024 in 256 out",
                "1 decode-alone 87.72 at 1, 1024 in 256 out",
                "2 time-to-first-token 240.00 at 16, 1024 in 256 out",
                "2 inter-token 16.10 at 16, 1024 in 256 out",
                "2 fixed-batch 880.00 at 16, 1024 in 256 out",
                "3 time-to-first-token 140.00 at 2/s 7.4, 1024 in 256 out",
                "3 inter-token 13.90 at 2/s 7.4, 1024 in 256 out",
                "4 fixed-batch 2100.00 at 100, 1024 in 256 out",
            ],
            &[
                "no-hardware [1, 2, 3, 4]",
                "demand-not-capacity [3]",
                "latency-of-a-flood [4]",
                "too-many-failed [5]",
            ],
        ),
        (
            "guidellm-0.2.json",
            Tool::GuideLlm,
            &[
                "1 time-to-first-token 48.00 at 1, 1024 in 256 out",
                "1 decode-alone 87.72 at 1, 1024 in 256 out",
                "2 time-to-first-token 240.00 at 16, 1024 in 256 out",
                "2 inter-token 16.10 at 16, 1024 in 256 out",
                "2 fixed-batch 880.00 at 16, 1024 in 256 out",
                "3 time-to-first-token 140.00 at 2/s 7.4, 1024 in 256 out",
                "3 inter-token 13.90 at 2/s 7.4, 1024 in 256 out",
            ],
            &["no-hardware [1, 2, 3]", "demand-not-capacity [3]"],
        ),
        ("aiperf.json", Tool::AiPerf, PERF, &["some-failed [1]"]),
        (
            "genai-perf.json",
            Tool::GenAiPerf,
            PERF,
            &["no-hardware [1]"],
        ),
        (
            "aiperf.csv",
            Tool::AiPerf,
            &[
                "1 time-to-first-token 410.00 at ?, 2048 in 512 out",
                "1 inter-token 26.20 at ?, 2048 in 512 out",
                "1 fixed-batch 1180.00 at ?, 2048 in 512 out",
            ],
            &["no-model [1]", "no-load [1]"],
        ),
        (
            "genai-perf.csv",
            Tool::GenAiPerf,
            &[
                "1 time-to-first-token 1410.00 at ?, 2048 in 512 out",
                "1 inter-token 26.20 at ?, 2048 in 512 out",
                "1 fixed-batch 1180.00 at ?, 2048 in 512 out",
            ],
            &["no-hardware [1]", "no-model [1]", "no-load [1]"],
        ),
        (
            "inferencex.json",
            Tool::InferenceX,
            &[
                "1 time-to-first-token 152.00 at 64, 921.6 in 921.6 out",
                "1 inter-token 13.10 at 64, 921.6 in 921.6 out",
                "1 fixed-batch 4816.00 at 64, 921.6 in 921.6 out",
            ],
            &[],
        ),
        (
            "inferencex-rows.json",
            Tool::InferenceX,
            &[
                "1 time-to-first-token 900.00 at 16, 7372.8 in 921.6 out",
                "1 inter-token 21.20 at 16, 7372.8 in 921.6 out",
                "1 fixed-batch 720.00 at 16, 7372.8 in 921.6 out",
                "4 time-to-first-token 900.00 at 16, 7372.8 in 921.6 out",
                "4 inter-token 21.20 at 16, 7372.8 in 921.6 out",
                "4 fixed-batch 720.00 at 16, 7372.8 in 921.6 out",
            ],
            &["speculative [2]", "disaggregated [3]", "unknown-format [5]"],
        ),
    ];
    for (name, tool, rows, expected_notes) in cases {
        let read = read(name);
        assert_eq!(read.tool, tool, "{name}");
        let lines: Vec<String> = read.rows.iter().map(line).collect();
        assert_eq!(lines, rows, "{name}");
        assert_eq!(notes(&read), expected_notes, "{name}");
        for row in &read.rows {
            assert_eq!((&*row.source.file, row.source.tool), (name, tool));
        }
    }
}

#[test]
fn names_lead_to_what_was_measured() {
    let gguf = Given::default();
    let one_h200 = Given {
        hardware: Some("H200 SXM".into()),
        accelerators: Some(1),
        engine: Some("vLLM".into()),
        at_once: Some(8.0),
        model: Some("Llama 3.3 70B Instruct".into()),
        weight_bits: Some(8.0),
        ..Given::default()
    };
    // File, row, what else is known; model, hardware, engine, bits, accelerators, how many of them
    // split a layer.
    type Expected<'a> = (&'a str, &'a str, &'a str, f64, f64, f64);
    let cases: [(&str, usize, &Given, Expected<'_>); 11] = [
        (
            "llama-bench.json",
            1,
            &gguf,
            ("Llama-3.1-8B", "RTX-4090", "llama.cpp", 4.89, 1.0, 1.0),
        ),
        (
            "llama-bench.csv",
            0,
            &gguf,
            ("Llama-3.1-8B", "RTX-4090", "llama.cpp", 4.89, 1.0, 1.0),
        ),
        (
            "llama-bench.md",
            0,
            &gguf,
            ("Llama-3.1-8B", "RTX-4090", "llama.cpp", 4.9, 1.0, 1.0),
        ),
        (
            "llama-bench.md",
            4,
            &gguf,
            ("Qwen2-7B", "RX-7900-XTX", "llama.cpp", 4.91, 1.0, 1.0),
        ),
        (
            "llama-bench.jsonl",
            0,
            &gguf,
            ("Llama-3.1-70B", "RTX-3090", "llama.cpp", 4.82, 2.0, 1.0),
        ),
        (
            "llama-bench.jsonl",
            1,
            &gguf,
            (
                "Llama-3.1-8B",
                "CPU-Ryzen-7950X",
                "llama.cpp",
                4.89,
                1.0,
                1.0,
            ),
        ),
        (
            "vllm-serve.json",
            0,
            &gguf,
            ("Llama-3.1-8B", "L40S", "vllm", 16.0, 1.0, 1.0),
        ),
        (
            "aiperf.json",
            2,
            &one_h200,
            ("Llama-3.1-70B", "H100-SXM-80GB", "vllm", 8.0, 2.0, 2.0),
        ),
        (
            "inferencex.json",
            1,
            &gguf,
            ("gpt-oss-120b", "H200-SXM-141GB", "vllm", 4.34, 4.0, 4.0),
        ),
        (
            "inferencex-rows.json",
            0,
            &gguf,
            ("DeepSeek-V3/R1", "MI355X", "sglang", 8.0, 8.0, 8.0),
        ),
        (
            "genai-perf.csv",
            1,
            &one_h200,
            ("Llama-3.1-70B", "H200-SXM-141GB", "vllm", 8.0, 1.0, 1.0),
        ),
    ];
    for (name, place, given, (model, hardware, engine, bits, accelerators, split)) in cases {
        let mut row = read(name).rows[place].clone();
        given.fill(&mut row);
        let found = to_observation(&row, catalogue());
        let observation = found.unwrap_or_else(|reason| panic!("{name} {place}: {reason:?}"));
        let case = &observation.case;
        let named = (
            case.model.as_str(),
            case.device.id.as_str(),
            case.engine.as_str(),
        );
        assert_eq!(named, (model, hardware, engine), "{name} {place}");
        assert!(
            (case.weight_bits - bits).abs() < 0.01,
            "{name}: {}",
            case.weight_bits
        );
        let ways = (case.accelerators, case.tensor_parallel);
        assert_eq!(ways, (accelerators, split), "{name} {place}");
        assert_eq!(observation.value, row.value, "{name} {place}");
    }
}

#[test]
fn conditions_follow_the_run() {
    let resolved = |name: &str, place: usize| {
        let row = read(name).rows[place].clone();
        resolve(&row, catalogue()).unwrap()
    };
    let closed = resolved("vllm-serve.json", 2);
    assert!(closed.observation.case.conditions.end_to_end);
    assert!(closed.observation.case.conditions.steady_arrivals);
    assert_eq!(closed.observation.case.concurrency, 32.0);
    let everything = resolved("vllm-serve.jsonl", 2);
    assert_eq!(everything.observation.case.concurrency, 0.0);
    assert_eq!(everything.observation.case.quantity, Quantity::Saturated);
    // Published in 16 bits, and no file says otherwise.
    assert!(
        closed
            .assumed
            .iter()
            .any(|one| one.key() == "import-assumed-weights")
    );
    // Tensor parallel without expert parallel splits experts.
    let experts = resolved("inferencex.json", 1).observation.case;
    assert!(experts.conditions.split_experts && experts.cache_bits == 8.0);
    assert!((experts.year - 2025.0).abs() < 1e-9);
    let dated = resolved("inferencex-rows.json", 0).observation.case;
    assert!((dated.year - 2025.96).abs() < 0.01);
}

#[test]
fn what_cannot_be_used_has_a_reason() {
    let base = read("vllm-serve.json").rows[1].clone();
    let reason = |change: &dyn Fn(&mut Measurement)| {
        let mut row = base.clone();
        change(&mut row);
        to_observation(&row, catalogue()).unwrap_err().key()
    };
    type Change = fn(&mut Measurement);
    let cases: [(Change, &str); 11] = [
        (|row| row.model = None, "no-model"),
        (|row| row.model = Some("nobody/nothing-9B".into()), "model"),
        (|row| row.hardware = None, "no-hardware"),
        (|row| row.hardware = Some("abacus".into()), "hardware"),
        (|row| row.accelerators = None, "no-count"),
        (|row| row.engine = None, "no-engine"),
        (|row| row.load = Load::Unknown, "no-load"),
        (|row| row.output_tokens = None, "no-lengths"),
        (|row| row.gpu_layers = Some(20), "partly-on-processor"),
        (|row| row.value = 0.1, "faster-than-memory"),
        (|row| row.tensor_parallel = Some(3), "impossible"),
    ];
    for (change, key) in cases {
        assert_eq!(reason(&change), format!("import-unresolved-{key}"));
    }
    let mut row = base.clone();
    row.hardware = Some("Apple M4 Max".into());
    match to_observation(&row, catalogue()) {
        Err(Unresolved::UnknownHardware { near, .. }) => assert!(!near.is_empty()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn other_line_ends_marks_and_encodings_change_nothing() {
    for name in FIXTURES.iter().filter(|name| **name != "README.md") {
        let text = String::from_utf8(bytes(name)).unwrap();
        let expected = read(name);
        let windows = text.replace('\n', "\r\n");
        let marked = format!("\u{feff}{windows}");
        let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for other in [windows.as_bytes(), marked.as_bytes(), &wide] {
            assert_eq!(import(name, other).as_ref(), Ok(&expected), "{name}");
        }
    }
}

#[test]
fn a_file_cut_off_anywhere_is_a_fault_or_fewer_measurements() {
    for name in FIXTURES {
        let whole = bytes(name);
        let all = import(name, &whole).map_or(0, |read| read.rows.len());
        for end in 0..whole.len() {
            let one_document = name.ends_with(".json");
            let rest_is_blank = whole[end..].trim_ascii().is_empty();
            match import(name, &whole[..end]) {
                Ok(read) => {
                    assert!(!one_document || rest_is_blank, "{name} cut at {end}");
                    assert!(read.rows.len() <= all, "{name} cut at {end}");
                }
                Err(fault) => assert!(!fault.to_string().is_empty()),
            }
        }
    }
}

#[test]
fn hostile_files_have_a_fault() {
    let repeated = |word: &str, bytes: usize| word.repeat(bytes / word.len());
    let ten_megabytes = 10_000_000;
    let result = |entries: &str| format!("{{\"n_prompt\":1,\"n_gen\":0,{entries}}}");
    let row = result("\"avg_ts\":1");
    let cases: [(String, &str); 18] = [
        (repeated(&format!("{row}\n"), 1_000_000), "too-many-values"),
        (String::new(), "empty"),
        ("\u{feff} \r\n".into(), "empty"),
        ("hello".into(), "unknown"),
        ("{}".into(), "unknown"),
        ("[]".into(), "unknown"),
        ("[[[]]]".into(), "unknown"),
        ("\0{}".into(), "not-text"),
        (repeated("{\"a\":", ten_megabytes), "too-deep"),
        (repeated("[", ten_megabytes), "too-deep"),
        (repeated("x|y,z\n", ten_megabytes), "unknown"),
        (
            format!("[{}1]", repeated("{},", ten_megabytes)),
            "too-many-values",
        ),
        (result("\"avg_ts\":1e999"), "number-too-large"),
        (result("\"avg_ts\":1,\"avg_ts\":2"), "duplicate-key"),
        ("build_commit,n_prompt,n_gen\n".into(), "no-column"),
        ("build_commit,n_prompt,n_gen,avg_ts\n1,2\n".into(), "cells"),
        (
            "build_commit,n_prompt,n_gen,avg_ts,avg_ts\n".into(),
            "duplicate-key",
        ),
        (
            "|model|params|test|t/s|\n|-|-|-|-|\n|a|1 B|pp1|2".into(),
            "cut-off",
        ),
    ];
    for (text, key) in cases {
        let start: String = text.chars().take(40).collect();
        let fault = import("f", text.as_bytes()).unwrap_err();
        assert_eq!(fault.kind.key(), format!("import-fault-{key}"), "{start}");
    }
    let not_text = import("f", &[0x80; 100]).unwrap_err();
    assert_eq!(not_text.kind, ImportFaultKind::NotText);
}

#[test]
fn figures_that_are_none_are_noted() {
    for figure in [
        "-1", "0", "null", "true", "\"\"", "\"NaN\"", "\"inf\"", "[1]", "{}", "NaN",
    ] {
        let text = format!("[{{\"n_prompt\":512,\"n_gen\":0,\"avg_ts\":{figure},\"x\":1}}]");
        match import("f", text.as_bytes()) {
            Ok(read) => assert!(read.rows.is_empty() && !read.notes.is_empty(), "{figure}"),
            Err(fault) => assert_eq!(fault.kind, ImportFaultKind::Unknown, "{figure}"),
        }
    }
}

/// What the importers promise of any bytes.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(read) = import("f", bytes) {
        prop_assert!(read.rows.len() <= bytes.len());
        for row in &read.rows {
            prop_assert!(row.value.is_finite() && row.value > 0.0);
            // Whatever it is, it is resolved or has a reason.
            let _ = resolve(row, catalogue());
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn changed_files_never_fail_in_another_way(
        name in prop::sample::select(FIXTURES.to_vec()),
        changes in prop::collection::vec(
            (any::<prop::sample::Index>(), 0_u8..5, any::<u8>(), 1_usize..40),
            1..12,
        ),
    ) {
        let mut bytes = bytes(name);
        for (place, kind, byte, length) in changes {
            let at = place.index(bytes.len());
            let end = (at + length).min(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => { bytes.drain(at..end); }
                2 => { let part = bytes[at..end].to_vec(); bytes.splice(at..at, part); }
                3 => bytes.insert(at, b"{}[],:\"'0-.eE|\\"[usize::from(byte) % 15]),
                _ => { bytes.splice(at..end, *b"1e308"); }
            }
            if bytes.is_empty() {
                bytes.push(byte);
            }
        }
        check(&bytes)?;
    }

    #[test]
    fn any_bytes_never_fail_in_another_way(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes)?;
    }
}

//! `probe` and `latency` through the program, on whatever computer runs this.
//!
//! Drivers and models on a GPU run in child processes of the program, and here this test is the
//! program: so it has no test harness, and `main` is both.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "headless/support/mod.rs"]
mod headless_support;

use std::ffi::OsString;
use std::fs;
use std::process::ExitCode;

use headless_support::{Answer, keys, root, run_on};
use serde_json::Value;
use weighbridge_catalogue::{built_in, scenario};
use weighbridge_desktop::children;
use weighbridge_engine::scenario::MeasurementKind;
use weighbridge_engine::serving::Quantity;
use weighbridge_machine::child::kind_asked;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    if let Some(kind) = kind_asked(&arguments) {
        return children::serve(kind);
    }
    // One after the other: each times something.
    let gpus = probe_tells_what_this_computer_is();
    a_made_up_model_is_timed();
    a_run_goes_into_a_case_as_the_window_puts_it_there();
    logits_on_the_processor_are_those_of_another_program();
    match gpus {
        0 => println!("no graphics adapter here: the same on a GPU is left out"),
        _ => a_gpu_gives_the_same_logits(),
    }
    what_cannot_be_done_is_one_sentence();
    println!("headless_machine: {gpus} graphics adapters, all right");
    ExitCode::SUCCESS
}

fn run(words: &[&str]) -> Answer {
    run_on("", words)
}

/// Says how many graphics adapters there are.
fn probe_tells_what_this_computer_is() -> usize {
    let document = run(&["probe", "--json"]).document();
    assert_eq!(
        keys(&document),
        [
            "version",
            "facts",
            "known_as",
            "rates",
            "faults",
            "transcript"
        ]
    );
    let facts = document["facts"].as_array().unwrap();
    assert!(!facts.is_empty());
    let memory = facts
        .iter()
        .find(|fact| fact["fact"] == "memory.total_bytes")
        .unwrap();
    assert!(memory["value"].as_u64().unwrap() > 1 << 27, "{memory}");
    // Nothing was measured, so nothing is said of it.
    assert!(document["rates"].is_null());
    document["known_as"]["gpus"].as_array().unwrap().len()
}

fn a_made_up_model_is_timed() {
    let words = "latency --device cpu --shape 15M --format Q4_0 --threads 1 --prompt-tokens 8,16 \
        --output-tokens 3 --concurrency 1,2 --repeats 2 --warm-up 0 --though-busy --json";
    let document = run(&words.split_whitespace().collect::<Vec<_>>()).document();
    assert_eq!(document["is_synthetic"], true);
    assert_eq!(document["place"]["kind"], "cpu");
    assert_eq!(document["place"]["threads"], 1);
    assert!(document["stopped"].is_null());
    // Two lengths times two loads, and a time for every token of every user and repetition.
    assert_eq!(document["levels"].as_array().unwrap().len(), 4);
    let answers = document["answers"].as_array().unwrap();
    assert_eq!(answers.len(), 2 * 2 * (1 + 2));
    for answer in answers {
        let times: Vec<f64> = answer["token_ms"]
            .as_array()
            .unwrap()
            .iter()
            .map(|time| time.as_f64().unwrap())
            .collect();
        assert_eq!(times.len(), 3);
        assert!(times[0] > 0.0 && times.is_sorted(), "{times:?}");
    }
}

/// The case keeps the run with its machine, its plan and the day, and the file that it was read from
/// stays as it is.
fn a_run_goes_into_a_case_as_the_window_puts_it_there() {
    let folder = tempfile::tempdir().unwrap();
    let from = folder.path().join("case.weighbridge.ron");
    let to = folder.path().join("with-run.weighbridge.ron");
    let sample = run(&["sample", "laptop-summaries"]).output;
    fs::write(&from, &sample).unwrap();
    let words = "latency --shape 15M --format Q4_0 --threads 1 --prompt-tokens 8 --output-tokens 4 \
        --repeats 2 --warm-up 0 --though-busy --json";
    let mut words: Vec<&str> = words.split_whitespace().collect();
    let (from, to) = (from.to_str().unwrap(), to.to_str().unwrap());
    words.extend(["--into", from, "-o", to]);
    let document = run(&words).document();
    assert_eq!(document["added"]["case"], to);
    // What one user gets, and how fast prompts are read.
    assert_eq!(document["added"]["count"], 2);
    assert_eq!(fs::read_to_string(from).unwrap(), sample);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);

    let catalogue = built_in().unwrap().0;
    let written = fs::read_to_string(to).unwrap();
    let case = scenario::read(to, &written, &catalogue).unwrap().scenario;
    let [kept] = case.runs.as_slice() else {
        panic!("{} runs", case.runs.len())
    };
    let today = "2026-11-24".parse().unwrap();
    assert_eq!((kept.on, kept.answered, kept.failed), (today, 2, 0));
    assert_eq!(
        (kept.model.name.as_str(), kept.model.format.as_str()),
        ("15M", "Q4_0")
    );
    assert_eq!((kept.plan.output_tokens, kept.plan.repeats), (4, 2));
    let facts = &kept.machine.as_ref().unwrap().facts;
    assert!(facts.iter().any(|fact| fact.fact == "memory-total-bytes"));
    let level = &document["levels"][0];
    for (quantity, key) in [
        (Quantity::DecodeAlone, "user_tokens_per_second"),
        (Quantity::Prefill, "prompt_tokens_per_second"),
    ] {
        let found = case
            .measurements
            .iter()
            .find(|one| one.subject.quantity() == quantity);
        let found = found.unwrap();
        assert_eq!(found.kind, MeasurementKind::ThisMachine);
        assert_eq!(found.run.as_deref(), Some(kept.id.as_str()));
        let told = level[key]["p50"].as_f64().unwrap();
        assert!(
            (found.value / told - 1.0).abs() < 1e-9,
            "{} {told}",
            found.value
        );
    }
    // The same again, over the file itself and in words.
    let last = words.len() - 1;
    words[last] = from;
    words.retain(|word| *word != "--json");
    let answer = run(&words);
    assert_eq!(answer.status, 0, "{}", answer.errors);
    assert!(
        answer.output.contains("2 measurements were added to"),
        "{}",
        answer.output
    );
    assert_ne!(fs::read_to_string(from).unwrap(), sample);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

/// The tokens of the fixtures' prompt.
fn prompt() -> String {
    let ids = (0..16).map(|place| match place {
        0 => 1,
        _ => 3 + (7919 * place + 13) % 256,
    });
    ids.map(|id: u32| id.to_string())
        .collect::<Vec<_>>()
        .join(",")
}

/// Runs a model of the fixtures; returns what was told, and the relative error of its logits.
fn logits(device: &str, model: &str) -> (Value, f64) {
    let fixtures = root().join("tests/fixtures/models");
    let folder = tempfile::tempdir().unwrap();
    let dump = folder.path().join("logits.f32");
    let file = fixtures.join(format!("{model}.gguf"));
    let prompt = prompt();
    let document = run(&[
        "latency",
        "--device",
        device,
        "--gguf",
        file.to_str().unwrap(),
        "--prompt-ids",
        &prompt,
        "--output-tokens",
        "2",
        "--repeats",
        "1",
        "--warm-up",
        "0",
        "--though-busy",
        "--dump-logits",
        dump.to_str().unwrap(),
        "--json",
    ])
    .document();
    let numbers = |path| -> Vec<f64> {
        let bytes = fs::read(path).unwrap();
        let (numbers, rest) = bytes.as_chunks::<4>();
        assert!(rest.is_empty());
        let number = |four: &[u8; 4]| f64::from(f32::from_le_bytes(*four));
        numbers.iter().map(number).collect()
    };
    let found = numbers(dump);
    let expected = numbers(fixtures.join(format!("{model}.f32")));
    assert_eq!(found.len(), expected.len());
    let squares = |values: &mut dyn Iterator<Item = f64>| -> f64 { values.map(|v| v * v).sum() };
    let differences = squares(&mut found.iter().zip(&expected).map(|(one, other)| one - other));
    let error = (differences / squares(&mut expected.iter().copied())).sqrt();
    (document, error)
}

fn logits_on_the_processor_are_those_of_another_program() {
    for (model, allowed) in [("small-F16", 1e-4), ("small-Q8_0", 5e-2)] {
        let (document, error) = logits("cpu", model);
        assert!(error <= allowed, "{model}: {error}");
        assert_eq!(document["is_synthetic"], false);
        assert_eq!(document["answers"][0]["prompt_tokens"], 16);
    }
}

/// Activations are 32-bit numbers there, so that 8-bit weights cost no more than 16-bit ones.
fn a_gpu_gives_the_same_logits() {
    for model in ["small-F16", "small-Q8_0"] {
        let (document, error) = logits("gpu", model);
        assert!(error <= 1e-4, "{model}: {error}");
        assert_eq!(document["place"]["kind"], "gpu");
        // A driver that computes on the processor is not passed off as a graphics processor.
        let name = document["place"]["name"].as_str().unwrap();
        let is_software = name.contains("llvmpipe");
        assert!(!is_software || document["place"]["is_software"] == true);
        assert!(document["told_apart"].is_object(), "{document}");
    }
}

/// What is asked, the status, and a part of the sentence.
const REFUSED: [(&str, u8, &str); 14] = [
    ("probe --fast", 2, "--fast"),
    ("latency --device cpu:3", 2, "cpu:3"),
    ("latency --rate 3", 2, "--endpoint"),
    ("latency --gguf a.gguf --shape 15M", 2, "--shape"),
    ("latency --shape 7M", 1, "110M"),
    ("latency --shape 15M --format Q9", 1, "Q4_K"),
    ("latency --shape 15M --prompt-tokens 0", 1, "token"),
    ("latency --shape 15M --device gpu:99", 1, "99"),
    ("latency --gguf nowhere.gguf", 1, "nowhere.gguf"),
    ("latency --gguf FILE", 1, "GGUF"),
    ("latency --shape 15M --into FILE", 2, "--output"),
    (
        "latency --shape 15M --into nowhere.ron -o out.ron",
        1,
        "nowhere.ron",
    ),
    ("latency --shape 15M --option api", 2, "--into"),
    (
        "latency --shape 15M --dump-logits nowhere/logits.f32",
        1,
        "nowhere",
    ),
];

fn what_cannot_be_done_is_one_sentence() {
    for (words, status, part) in REFUSED {
        let answer = run(&words.split_whitespace().collect::<Vec<_>>());
        let said = answer.errors.trim_end();
        assert_eq!(answer.status, status, "{words}: {said}");
        assert!(said.contains(part), "{words}: {said}");
        assert_eq!(said.lines().count(), 1, "{words}: {said}");
        assert!(answer.output.is_empty(), "{words}: {}", answer.output);
    }
}

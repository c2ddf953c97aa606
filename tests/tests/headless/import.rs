//! What `import` prints of results of other tools: keys, sentences in every language, and bad files.

use crate::support::{Answer, keys, root, run_on};
use serde_json::Value;

const MEASUREMENT: [&str; 21] = [
    "result",
    "quantity",
    "value",
    "unit",
    "date",
    "engine",
    "engine_version",
    "model",
    "weight_bits",
    "cache_bits",
    "hardware",
    "accelerators",
    "tensor_parallel",
    "pipeline_parallel",
    "input_tokens",
    "output_tokens",
    "load",
    "requests_at_once",
    "requests_per_second",
    "resolved",
    "unresolved",
];

const RESOLVED: [&str; 9] = [
    "model",
    "hardware",
    "engine",
    "weight_bits",
    "cache_bits",
    "accelerators",
    "tensor_parallel",
    "estimated",
    "assumed",
];

/// Runs a command that needs no scenario.
fn run_with(words: &[&str]) -> Answer {
    run_on("", words)
}

/// The path of a fixture.
fn fixture(name: &str) -> String {
    let folder = root().join("app/catalogue/tests/fixtures/importers");
    folder.join(name).display().to_string()
}

#[test]
fn documents_have_the_documented_keys() {
    let names = ["vllm-serve.jsonl", "llama-bench.json", "guidellm.json"].map(fixture);
    let mut words = vec!["import", "--json"];
    words.extend(names.iter().map(String::as_str));
    let document = run_with(&words).document();
    assert_eq!(keys(&document), ["version", "files"]);
    let page = std::fs::read_to_string(root().join("docs/headless.md")).unwrap();
    for key in MEASUREMENT.iter().chain(&RESOLVED) {
        assert!(page.contains(&format!("`{key}`")), "{key}");
    }
    let (mut resolved, mut unresolved) = (0, 0);
    for file in document["files"].as_array().unwrap() {
        assert_eq!(
            keys(file),
            ["file", "tool", "results", "measurements", "notes"]
        );
        for note in file["notes"].as_array().unwrap() {
            assert_eq!(keys(note), ["key", "results", "sentence"]);
        }
        for row in file["measurements"].as_array().unwrap() {
            assert_eq!(keys(row), MEASUREMENT);
            if row["resolved"].is_null() {
                unresolved += 1;
                assert_eq!(keys(&row["unresolved"]), ["key", "sentence"]);
            } else {
                resolved += 1;
                assert_eq!(keys(&row["resolved"]), RESOLVED);
                assert!(row["resolved"]["estimated"].as_f64().unwrap() > 0.0);
            }
        }
    }
    assert!(resolved >= 8 && unresolved >= 9, "{resolved} {unresolved}");
}

#[test]
fn what_a_file_leaves_open_can_be_said() {
    let path = fixture("guidellm.json");
    let plain = run_with(&["import", "--json", &path]).document();
    let said = [
        "import",
        "--json",
        &path,
        "--hardware",
        "h100-sxm",
        "--count",
        "1",
        "--engine",
        "vllm",
        "--weights",
        "bf16",
    ];
    let filled = run_with(&said).document();
    let rows = |document: &Value| {
        document["files"][0]["measurements"]
            .as_array()
            .unwrap()
            .clone()
    };
    assert!(rows(&plain).iter().all(|row| row["resolved"].is_null()));
    for row in rows(&filled) {
        assert_eq!(row["resolved"]["hardware"], "H100-SXM-80GB", "{row}");
        assert_eq!(row["resolved"]["model"], "Qwen3-8B", "{row}");
    }
}

#[test]
fn files_that_cannot_be_read_are_told_beside_the_others() {
    let names = ["README.md", "llama-bench.csv"].map(fixture);
    let answer = run_with(&["import", &names[0], &names[1]]);
    assert_eq!(answer.status, 1);
    assert!(answer.output.contains("12,518"), "{}", answer.output);
    let answer = run_with(&["import", "--json", &names[0]]);
    assert_eq!(answer.status, 1);
    let document: Value = serde_json::from_str(&answer.output).unwrap();
    let fault = &document["files"][0]["fault"];
    assert_eq!(keys(fault), ["key", "line", "column", "sentence"]);
    assert_eq!(fault["key"], "import-fault-unknown");
    assert_eq!(run_with(&["import", "missing.json"]).status, 1);
    assert_eq!(run_with(&["import"]).status, 2);
    assert_eq!(
        run_with(&["import", &names[1], "--weights", "q99"]).status,
        2
    );
}

#[test]
fn every_language_has_every_sentence() {
    let folder = root().join("app/catalogue/tests/fixtures/importers");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().display().to_string())
        .collect();
    files.sort();
    assert!(files.len() > 10);
    for locale in ["en", "pt-BR", "pt-PT", "es"] {
        let mut words = vec!["import", "--locale", locale];
        words.extend(files.iter().map(String::as_str));
        let output = run_with(&words).output;
        assert!(
            !output.contains("import-") && !output.contains("{ $"),
            "{output}"
        );
    }
}

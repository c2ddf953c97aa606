//! Runs in scenario files: what is read, what is refused and where, and that older files and
//! measurements without a run stay as they are.

#![allow(clippy::unwrap_used)]

mod case_file;

use weighbridge_catalogue::scenario::{read, write};
use weighbridge_engine::scenario::{
    HowKnown, MachineFactValue, MachineRateKind, Measurement, RunDoubt, RunPlace, WhyDoubted,
};

use case_file::{catalogue, faults, finds, keeps};

/// A run here with everything, one at an endpoint with nothing that may be left out, and a
/// measurement of each.
const FILE: &str = r#"(
    version: 4,
    question: (title: "Runs", date: "2026-11-24"),
    runs: [
        (
            id: "here-1", on: "2026-11-30",
            place: Processor(threads: 16, instructions: "AVX-512 VNNI"),
            model: (name: "1B", format: "Q4_0", weight_bytes: 696_000_000, seed: 18446744073709551615),
            plan: (prompt_tokens: [128, 4000], output_tokens: 64, concurrency: [1, 4], repeats: 3, warm_up: 1, time_limit_seconds: 120),
            machine: (
                facts: [
                    (fact: "processor-name", value: "A processor", known: "processor"),
                    (fact: "processor-instructions", value: ["AVX2", "AVX-512 VNNI"], known: "processor"),
                    (fact: "memory-total-bytes", value: 34359738368, known: "operating-system", doubt: "hypervisor"),
                ],
                rates: [(rate: "triad", threads: 16, instructions: "AVX-512", per_second: 41e9)],
            ),
            verdict: (others_before: 0.02, own_share: 0.98, bandwidth_before_gb_s: 41, bandwidth_after_gb_s: 29, doubts: ["bandwidth-moved"]),
            answered: 9, failed: 1, energy_joules: 120.5, energy_seconds: 4.5,
        ),
        (
            id: "there-1", on: "2026-11-29", place: Endpoint(address: "https://api.example/v1"), model: (name: "flagship"),
            plan: (
                prompt_tokens: [1500], output_tokens: 300, concurrency: [1],
                arrivals: (per_second: 2.5, requests: 100, seed: 7), repeats: 5, time_limit_seconds: 60,
            ),
            answered: 100,
        ),
    ],
    measurements: [
        (
            id: "api-1", kind: "endpoint", on: "2026-11-29", source: "https://api.example/v1",
            of: Endpoint(quantity: "time-to-first-token", model: "flagship", provider: "A vendor", input_tokens: 1500, output_tokens: 300, concurrency: 4),
            value: 640, run: "there-1",
        ),
        (
            id: "api-2", kind: "endpoint", on: "2026-11-29", source: "https://api.example/v1",
            of: Endpoint(quantity: "decode-alone", model: "flagship", provider: "A vendor", input_tokens: 1500, output_tokens: 300, concurrency: 1),
            value: 64,
        ),
    ],
)"#;

#[test]
fn runs_are_read_whole() {
    let scenario = read("f", FILE, &catalogue()).unwrap().scenario;
    let here = scenario.run("here-1").unwrap();
    assert_eq!(
        here.place,
        RunPlace::Processor {
            threads: 16,
            instructions: "AVX-512 VNNI".to_owned()
        }
    );
    assert_eq!(here.model.seed, Some(u64::MAX));
    assert_eq!(here.plan.prompt_tokens, [128, 4000]);
    assert_eq!(here.plan.concurrency, [1, 4]);
    let machine = here.machine.as_ref().unwrap();
    assert_eq!(
        machine.facts[2].value,
        MachineFactValue::Number(32.0 * 1024.0 * 1024.0 * 1024.0)
    );
    assert_eq!(machine.facts[2].known, HowKnown::OperatingSystem);
    assert_eq!(machine.facts[2].doubt, Some(WhyDoubted::Hypervisor));
    assert_eq!(machine.rates[0].kind, MachineRateKind::Triad);
    assert_eq!(here.verdict.doubts, [RunDoubt::BandwidthMoved]);
    assert_eq!((here.answered, here.failed), (9, 1));
    let there = scenario.run("there-1").unwrap();
    assert_eq!(there.machine, None);
    assert_eq!(there.plan.arrivals.unwrap().requests, 100);
    assert_eq!(scenario.measurements[0].run.as_deref(), Some("there-1"));
    assert_eq!(scenario.measurements[1].run, None);
}

#[test]
fn a_written_file_is_read_to_the_same_and_written_to_the_same() {
    keeps(FILE);
}

#[test]
fn a_file_without_runs_has_none() {
    let (before, rest) = FILE.split_once("    runs: [").unwrap();
    let (_, after) = rest.split_once("    measurements: [").unwrap();
    let text = format!("{before}    measurements: [{after}").replace(r#", run: "there-1""#, "");
    let scenario = read("f", &text, &catalogue()).unwrap().scenario;
    assert!(scenario.runs.is_empty() && scenario.measurements.len() == 2);
}

#[test]
fn every_fault_of_a_run_is_told_with_its_place() {
    let changes = [
        (r#"id: "here-1", "#, "", "f:5:9: runs[0].id"),
        (r#""there-1", on"#, r#""here-1", on"#, "runs[1].id"),
        (
            r#"run: "there-1""#,
            r#"run: "where-1""#,
            "measurements[0].run",
        ),
        (
            "threads: 16, instructions",
            "threads: -16, instructions",
            "f:7:30: runs[0].place.threads",
        ),
        ("Processor(", "Abacus(", "runs[0].place"),
        (
            "seed: 18446744073709551615",
            "seed: 18446744073709551616",
            "runs[0].model.seed",
        ),
        ("[128, 4000]", "[128, 0]", "runs[0].plan.prompt_tokens[1]"),
        ("[1, 4]", "[1, 1e9]", "runs[0].plan.concurrency[1]"),
        (
            "time_limit_seconds: 120",
            "time_limit_seconds: inf",
            "runs[0].plan.time_limit_seconds",
        ),
        (
            r#""processor-name""#,
            r#""processor-nickname""#,
            "runs[0].machine.facts[0].fact",
        ),
        (
            r#"value: "A processor""#,
            "value: 3",
            "runs[0].machine.facts[0].value",
        ),
        (
            "value: 34359738368",
            r#"value: "much""#,
            "runs[0].machine.facts[2].value",
        ),
        (
            "value: 34359738368",
            "value: NaN",
            "runs[0].machine.facts[2].value",
        ),
        (
            r#"known: "operating-system""#,
            r#"known: "hearsay""#,
            "runs[0].machine.facts[2].known",
        ),
        (
            r#"doubt: "hypervisor""#,
            r#"doubt: "weather""#,
            "runs[0].machine.facts[2].doubt",
        ),
        (
            "per_second: 41e9",
            "per_second: 0",
            "runs[0].machine.rates[0].per_second",
        ),
        (
            "others_before: 0.02",
            "others_before: 2",
            "runs[0].verdict.others_before",
        ),
        (
            r#"["bandwidth-moved"]"#,
            r#"["moon"]"#,
            "runs[0].verdict.doubts[0]",
        ),
        ("answered: 9", "answered: 9.5", "runs[0].answered"),
        (
            "per_second: 2.5",
            "per_second: -1",
            "runs[1].plan.arrivals.per_second",
        ),
        ("answered: 100", "answer: 100", "runs[1].answer"),
    ];
    finds(FILE, &changes);
}

#[test]
fn a_fault_of_a_run_is_no_fault_of_the_measurement_that_names_it() {
    let found = faults(&FILE.replacen("answered: 100", "answered: -1", 1));
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn lists_that_are_too_long_are_refused_where_they_stand() {
    let many = |piece: &str, count: usize| vec![piece; count].join(", ");
    let tried = format!("[{}]", many("128", 65));
    let found = faults(&FILE.replacen("[128, 4000]", &tried, 1));
    assert!(
        matches!(found.as_slice(), [one] if one.contains("prompt_tokens")),
        "{found:#?}"
    );
    let rate = r#"(rate: "triad", threads: 16, instructions: "AVX-512", per_second: 41e9)"#;
    let found = faults(&FILE.replacen(rate, &many(rate, 101), 1));
    assert!(
        matches!(found.as_slice(), [one] if one.contains("rates")),
        "{found:#?}"
    );
    let scenario = read("f", FILE, &catalogue()).unwrap().scenario;
    let mut crowded = scenario.clone();
    crowded.runs = (0..=Measurement::MOST)
        .map(|place| {
            let mut run = scenario.runs[1].clone();
            run.id = match place {
                0 => "there-1".to_owned(),
                _ => format!("r-{place}"),
            };
            run
        })
        .collect();
    let found = faults(&write(&crowded));
    assert!(
        matches!(found.as_slice(), [one] if one.contains("runs")),
        "{found:#?}"
    );
}

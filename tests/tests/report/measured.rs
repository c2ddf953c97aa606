//! What was measured, on paper: every figure with its run, what figures mean, and the machine.
//!
//! With `WEIGHBRIDGE_PICTURES=FOLDER`, the reports are written there to be looked at.

use std::path::PathBuf;

use weighbridge_catalogue::measurements::devices;
use weighbridge_catalogue::{built_in, sample_files, scenario};
use weighbridge_engine::Scenario;
use weighbridge_engine::compose::{MeasuredMachine, set_measured_machine};
use weighbridge_engine::evaluate;
use weighbridge_engine::scenario::{
    EndpointCase, HowKnown, MachineFact, MachineFactValue, MachineRate, MachineRateKind,
    MeasuredRun, Measurement, MeasurementKind, OptionId, RunArrivals, RunDoubt, RunMachine,
    RunModel, RunPlace, RunPlan, RunVerdict, Subject, WhyDoubted,
};
use weighbridge_engine::serving::{Quantity, case_of};
use weighbridge_report::document::{ReportOptions, report_with_warnings};
use weighbridge_text::{Locale, Text};
use weighbridge_units::PartialDate;

fn day() -> PartialDate {
    PartialDate::parse("2026-11-24").unwrap()
}

fn fact(fact: &'static str, value: MachineFactValue, known: HowKnown) -> MachineFact {
    MachineFact {
        fact,
        value,
        known,
        doubt: None,
    }
}

fn machine() -> RunMachine {
    let text = |text: &str| MachineFactValue::Text(text.to_owned());
    let names = |names: &[&str]| {
        MachineFactValue::Texts(names.iter().map(|name| (*name).to_owned()).collect())
    };
    RunMachine {
        facts: vec![
            fact("system-name", text("Linux 6.18"), HowKnown::OperatingSystem),
            fact("system-hypervisor", text("none"), HowKnown::Processor),
            fact(
                "processor-name",
                text("A fast processor"),
                HowKnown::Processor,
            ),
            fact(
                "processor-physical-cores",
                MachineFactValue::Number(8.0),
                HowKnown::OperatingSystem,
            ),
            fact(
                "processor-instructions",
                names(&["AVX2", "AVX-512 VNNI"]),
                HowKnown::Processor,
            ),
            MachineFact {
                doubt: Some(WhyDoubted::Hypervisor),
                ..fact(
                    "memory-total-bytes",
                    MachineFactValue::Number(34_359_738_368.0),
                    HowKnown::OperatingSystem,
                )
            },
            fact("gpu-kind", text("shared"), HowKnown::Driver),
        ],
        rates: vec![
            MachineRate {
                kind: MachineRateKind::Triad,
                threads: Some(8),
                instructions: "AVX-512".to_owned(),
                per_second: 61.4e9,
            },
            MachineRate {
                kind: MachineRateKind::F32,
                threads: Some(8),
                instructions: String::new(),
                per_second: 812e9,
            },
        ],
    }
}

fn plan() -> RunPlan {
    RunPlan {
        prompt_tokens: vec![128, 4000],
        output_tokens: 350,
        concurrency: vec![1, 4],
        arrivals: None,
        repeats: 3,
        warm_up: 1,
        time_limit_seconds: 120.0,
    }
}

/// A case with a run here, busy for the while, one at an endpoint, and a row of another tool.
fn measured(name: &str) -> Scenario {
    let catalogue = built_in().unwrap().0;
    let files = sample_files();
    let file = files.iter().find(|file| file.path.contains(name)).unwrap();
    let mut scenario = scenario::read(name, file.text, &catalogue)
        .unwrap()
        .scenario;
    scenario.sampling.draws = 20;
    scenario.runs = vec![
        MeasuredRun {
            id: "here".to_owned(),
            on: day(),
            place: RunPlace::Processor {
                threads: 8,
                instructions: "AVX-512 VNNI".to_owned(),
            },
            model: RunModel {
                name: "3B".to_owned(),
                format: "Q4_0".to_owned(),
                weight_bytes: Some(1.8e9),
                seed: Some(1),
            },
            plan: plan(),
            machine: Some(machine()),
            verdict: RunVerdict {
                others_during: Some(0.31),
                doubts: vec![RunDoubt::BusyDuring],
                ..RunVerdict::default()
            },
            answered: 6,
            failed: 0,
            energy_joules: None,
            energy_seconds: None,
        },
        MeasuredRun {
            id: "there".to_owned(),
            on: day(),
            place: RunPlace::Endpoint {
                address: "https://api.example/v1/chat/completions".to_owned(),
            },
            model: RunModel {
                name: "flagship".to_owned(),
                format: String::new(),
                weight_bytes: None,
                seed: None,
            },
            plan: RunPlan {
                arrivals: Some(RunArrivals {
                    per_second: 2.5,
                    requests: 100,
                    seed: 7,
                }),
                ..plan()
            },
            machine: None,
            verdict: RunVerdict::default(),
            answered: 97,
            failed: 3,
            energy_joules: None,
            energy_seconds: None,
        },
    ];
    let hosted = scenario
        .options
        .iter()
        .find_map(|option| case_of(&scenario, &option.id, Quantity::DecodeAlone));
    let one = |id: &str, run: Option<&str>, subject: Subject, value: f64| Measurement {
        id: OptionId::parse(id).unwrap().to_string(),
        kind: MeasurementKind::ThisMachine,
        on: day(),
        source: "the workshop’s laptop".to_owned(),
        subject,
        value,
        spread: Some((value * 0.9, value * 1.2)),
        estimated: Some(value * 1.5),
        conditions: "free words".to_owned(),
        run: run.map(str::to_owned),
        is_busy: id == "busy",
        is_in_use: true,
    };
    let there = Subject::Endpoint(EndpointCase {
        quantity: Quantity::TimeToFirstToken,
        model: "flagship".to_owned(),
        provider: "A vendor".to_owned(),
        input_tokens: 1500.0,
        output_tokens: 300.0,
        concurrency: 4.0,
    });
    scenario.measurements = vec![
        one(
            "busy",
            Some("here"),
            Subject::Deployment(hosted.clone().unwrap()),
            12.5,
        ),
        one("waiting", Some("there"), there, 640.0),
        one("imported", None, Subject::Deployment(hosted.unwrap()), 33.0),
    ];
    scenario
}

/// The words of all pages, and how many pages there are.
fn printed(name: &str, scenario: &Scenario, locale: Locale) -> (String, usize) {
    let options = ReportOptions {
        locale,
        date: day(),
        program_version: "0.1.0",
    };
    let report = report_with_warnings(scenario, &evaluate(scenario), &options).unwrap();
    if let Ok(folder) = std::env::var("WEIGHBRIDGE_PICTURES") {
        let file = PathBuf::from(folder).join(format!("measured-{name}-{locale}.pdf"));
        std::fs::write(file, &report.pdf).unwrap();
    }
    assert!(
        report.warnings.is_empty(),
        "{locale}: {:?}",
        report.warnings
    );
    let text = crate::pdf_text::pages(&report.pdf).join("\n");
    (as_printed(&text), report.pages)
}

/// Without spaces and hyphens, which a line that breaks may lose or repeat.
fn as_printed(text: &str) -> String {
    let is_kept =
        |character: &char| !character.is_whitespace() && !"-\u{200b}\u{ad}".contains(*character);
    text.chars().filter(is_kept).collect()
}

#[test]
fn runs_their_machine_and_what_figures_mean_are_printed_in_every_language() {
    let scenario = measured("laptop-summaries");
    for locale in Locale::ALL {
        let text = Text::new(locale);
        let (printed, pages) = printed("laptop-summaries", &scenario, locale);
        assert!((8..=16).contains(&pages), "{locale}: {pages} pages");
        let mut said: Vec<String> = [
            "report-section-measured",
            "latency-definition-user-tokens",
            "latency-definition-first-token-endpoint",
            "report-definition-spread",
            "measurement-busy",
            "machine-doubt-hypervisor",
            "machine-gpu-kind-shared",
            "machine-fact-processor-instructions",
            "machine-known-operating-system",
        ]
        .map(|key| text.get(key).into_owned())
        .to_vec();
        said.extend(
            [
                "A fast processor",
                "AVX2, AVX-512 VNNI",
                "3B, Q4_0",
                "free words",
                "https://api.example",
            ]
            .map(str::to_owned),
        );
        said.push(text.bytes(34_359_738_368.0));
        said.push(text.format("report-run-failed", &[("count", 3_u64.into())]));
        for words in said {
            assert!(
                printed.contains(&as_printed(&words)),
                "{locale}: {words}\n{printed}"
            );
        }
        assert!(
            !printed.contains("[report"),
            "{locale}: a key without words"
        );
    }
}

#[test]
fn figures_of_a_processor_are_named_after_it() {
    let (catalogue, _) = built_in().unwrap();
    let mut scenario = measured("laptop-summaries");
    scenario.measurements.clear();
    let machine = MeasuredMachine {
        name: "The workshop’s desktop".to_owned(),
        device: devices().unwrap()["CPU-Ryzen-7950X"].clone(),
        on: day(),
        is_measured: true,
        is_rate_known: true,
    };
    for option in &mut scenario.options {
        // What is bought runs on nobody's machine here.
        let _ = set_measured_machine(&catalogue, option, &machine);
    }
    for locale in Locale::ALL {
        let (printed, _) = printed("laptop-summaries-processor", &scenario, locale);
        let text = Text::new(locale);
        let key = "field-serving-memory-gigabytes-per-gpu";
        let named = |key: &str| printed.contains(&as_printed(&text.get(key)));
        assert!(named(&format!("{key}-of-processor")), "{locale}: {printed}");
        assert!(!named(key), "{locale}: {printed}");
    }
}

#[test]
fn a_case_without_measurements_says_nothing_of_them() {
    let mut scenario = measured("support-assistant");
    let text = Text::new(Locale::En);
    let heading = as_printed(&text.get("report-section-measured"));
    let (with, pages) = printed("support-assistant", &scenario, Locale::En);
    assert!(with.contains(&heading));
    assert!((8..=15).contains(&pages), "{pages} pages");
    scenario.measurements.clear();
    scenario.runs.clear();
    let (without, pages) = printed("support-assistant-bare", &scenario, Locale::En);
    assert!(!without.contains(&heading));
    assert!((8..=15).contains(&pages), "{pages} pages");
}

#[test]
fn more_measurements_than_are_printed_are_counted() {
    let mut scenario = measured("laptop-summaries");
    scenario.options.truncate(2);
    let imported = scenario.measurements.pop().unwrap();
    for place in 0..30 {
        let mut one = imported.clone();
        one.id = format!("m-{place}");
        scenario.measurements.push(one);
    }
    let (printed, _) = printed("many", &scenario, Locale::En);
    let text = Text::new(Locale::En);
    let further = text.format("report-measured-further", &[("count", 8_u64.into())]);
    assert!(printed.contains(&as_printed(&further)), "{further}");
}

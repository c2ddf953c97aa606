//! The door to the program, and a case with every kind of option.

#![allow(dead_code, reason = "each test uses its part")]

pub(crate) mod decision;
pub(crate) mod document;
pub(crate) mod priorities;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use weighbridge_desktop::headless::execute;
use weighbridge_desktop::surroundings::Surroundings;
use weighbridge_text::{Locale, Text};

/// One option of every kind, spelled out, with every list filled.
pub(crate) const ALL_KINDS: &str = r#"(
    version: 2,
    question: (title: "All kinds", date: "2026-11-24", horizon_months: 36),
    workload: (
        requests_per_month: 2_000_000, growth_per_month: 0.02, cached_input_share: 0.3,
        cache_write_share: 0.1, batch_share: 0.2, failed_call_share: 0.02,
        input_tokens_per_request: 1500, output_tokens_per_request: 350,
    ),
    options: [
        (
            id: "api",
            plan: ProprietaryApi(
                token_plan: (input_usd_per_million_tokens: 3, cached_input_usd_per_million_tokens: 0.3,
                    cache_write_usd_per_million_tokens: 3.75, output_usd_per_million_tokens: 15),
                context_tiers: [(above_input_tokens: 200_000, input_usd_per_million_tokens: 6,
                    cached_input_usd_per_million_tokens: 0.6, cache_write_usd_per_million_tokens: 7.5,
                    output_usd_per_million_tokens: 22.5)],
                volume_discounts: [(from_usd_per_month: 20_000, discount: 0.1)],
                retirement: (sold_until: "2027-06-01", successor_name: "Next", successor: (
                    input_usd_per_million_tokens: 2, cached_input_usd_per_million_tokens: 0.2,
                    cache_write_usd_per_million_tokens: 2.5, output_usd_per_million_tokens: 10,
                    move_usd: 12_000)),
            ),
            people: (ml_engineer_fte: 0.2),
            transition: (exit_reprompting_usd: 20_000, exit_parallel_run_months: 2),
        ),
        (
            id: "hosted",
            plan: HostedOpenModel(token_plan: (input_usd_per_million_tokens: 0.2,
                cached_input_usd_per_million_tokens: 0.2, cache_write_usd_per_million_tokens: 0.2,
                output_usd_per_million_tokens: 0.6)),
            customisation: (people_usd: 9_000, repeats_per_year: 2),
        ),
        (id: "rented", plan: RentedGpu(), maintenance: (security_patches_per_year: 12, usd_per_security_patch: 300)),
        (id: "owned", plan: OnPremises(), transition: (implementation_usd: 40_000)),
        (id: "device", plan: OnDevice(), licence: (licence_usd_per_month: 100)),
        (id: "sampled", plan: Cascade(small: "hosted", large: "api", mode: "sample-and-verify",
            cascade: (samples: 5, single_sample_solved_share: 0.726, verifier_usd_per_sample: 0.0001,
                failure_usd_per_task: 0.05))),
    ],
)"#;

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What the program answered.
pub(crate) struct Answer {
    pub(crate) status: u8,
    pub(crate) output: String,
    pub(crate) errors: String,
}

impl Answer {
    /// The answer as a document.
    pub(crate) fn document(&self) -> Value {
        assert_eq!(self.status, 0, "{}", self.errors);
        serde_json::from_str(&self.output).unwrap()
    }
}

/// Runs a command on a scenario; `FILE` among the words stands for it.
pub(crate) fn run_on(scenario: &str, words: &[&str]) -> Answer {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.weighbridge.ron");
    fs::write(&file, scenario).unwrap();
    let word = |word: &&str| match *word {
        "FILE" => file.clone().into_os_string(),
        word => OsString::from(word),
    };
    let arguments = std::iter::once("weighbridge".into()).chain(words.iter().map(word));
    let surroundings = Surroundings {
        text: Text::new(Locale::En),
        today: "2026-11-24".parse().unwrap(),
    };
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let status = execute(arguments, surroundings, &mut output, &mut errors);
    Answer {
        status,
        output: String::from_utf8(output).unwrap(),
        errors: String::from_utf8(errors).unwrap(),
    }
}

/// The document of `evaluate --json` with settings.
pub(crate) fn evaluate(scenario: &str, settings: &[&str]) -> Value {
    let mut words = vec!["evaluate", "FILE", "--json"];
    for setting in settings {
        words.extend(["--set", setting]);
    }
    run_on(scenario, &words).document()
}

/// The keys of an object in order.
pub(crate) fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

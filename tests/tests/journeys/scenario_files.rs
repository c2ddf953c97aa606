//! Scenario files: what is read, what is refused and where, what is written.

use crate::arbitrary::Seed;
use proptest::prelude::*;
use weighbridge_catalogue::scenario::{VERSION, read, read_bytes, write};
use weighbridge_catalogue::{PresetFile, load_built_in};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::figure::{Figure, Origin, RangeReading};
use weighbridge_engine::scenario::{InputPath, OptionId, Plan, Scenario};
use weighbridge_engine::{Outcome, evaluate};

/// A price, a rent, a machine and the models they serve.
const PRESETS: &str = r#"[
    Catalogue(date: "2026-11-24"),
    Provider(id: "vendor", name: "A vendor", class: Developer, source: "page", as_of: "2026-05", quality: Published),
    Provider(id: "cloud", name: "A cloud", class: Neocloud, source: "page", as_of: "2026-05", quality: Published),
    Model(
        id: "flagship", name: "Flagship", vendor: "A vendor", family: "flagship", weights: Closed,
        licence: (name: "Vendor terms", commercial_use: ApiOnly, clauses: [VendorTerms]),
        released: "2024-05", context_tokens: 128_000,
        source: "page", as_of: "2026-05", quality: Published,
    ),
    Model(
        id: "open-8b", name: "Open 8B", vendor: "A lab", family: "open", weights: Open,
        licence: (name: "Apache 2.0", commercial_use: Yes, clauses: [KeepNotices]),
        released: "2024-07-23", context_tokens: 131_072, languages: ["en", "pt"],
        parameters_total_b: 8.03, native_format: Bf16,
        architecture: (
            layers: 32, hidden: 4096, heads: 32, kv_heads: 8, head_dim: 128,
            ffn: 14336, vocab: 128_256, tied_embeddings: false, attention: Full,
        ),
        source: "card", as_of: "2026-05", quality: Published,
    ),
    ApiPrice(
        id: "vendor/flagship/2024-10", provider: "vendor", model: "flagship", effective_from: "2024-10-02",
        input_usd_per_mtok: INPUT, output_usd_per_mtok: 10.0, cached_input_usd_per_mtok: 1.25,
        batch_input_usd_per_mtok: 1.25, batch_output_usd_per_mtok: 5.0,
        tiers: [(above_input_tokens: 200_000, input_usd_per_mtok: 5.0, output_usd_per_mtok: 15.0)],
        source: "page", as_of: "2026-05", quality: Secondary,
    ),
    Hardware(
        id: "gpu-80", name: "GPU 80 GB", vendor: "A maker", class: Datacentre,
        memory_gb: 80.0, bandwidth_gb_s: 3350.0, bf16_tflops: 989.0, tdp_w: 700.0,
        price_low_usd: 22000, price_base_usd: 30000, price_high_usd: 40000,
        source: "sheet", as_of: "2026-05", quality: Published,
    ),
    Rent(
        id: "cloud/gpu-80/on-demand", provider: "cloud", hardware: "gpu-80", term: OnDemand,
        usd_per_gpu_hour: 2.5, source: "page", as_of: "2026-05", quality: Published,
    ),
]"#;

/// Options by reference, one of every kind, with overrides.
const BY_REFERENCE: &str = r#"(
    version: 2,
    question: (title: "By reference", date: "2026-11-24"),
    workload: (
        requests_per_month: 200_000,
        growth_per_month: (range: (low: 0, high: 0.05, reading: Bounds)),
        users: (value: 40, origin: Entered(by: "Ana", on: "2026-11-20")),
    ),
    options: [
        (id: "api", plan: ProprietaryApi(price: "vendor/flagship/2024-10", token_plan: (negotiated_discount: 0.1))),
        (
            id: "rented", name: "Our cluster", model: "open-8b",
            plan: RentedGpu(rent: "cloud/gpu-80/on-demand", weight_format: "BF16", billing: "active-hours"),
            people: (platform_engineer_fte: 0.5),
        ),
        (id: "owned", model: "open-8b", plan: OnPremises(hardware: "gpu-80", weight_format: "fp8", purchase: "financed")),
        (id: "laptops", model: "open-8b", plan: OnDevice(hardware: "gpu-80", weight_format: "Q4_K_M")),
        (id: "both", name: "Both", plan: Cascade(small: "rented", large: "api", cascade: (escalation_share: 0.3))),
        (
            id: "flat", name: "Flat", model: "open-8b",
            plan: HostedOpenModel(context_tiers: [], token_plan: (input_usd_per_million_tokens: 0.4)),
            scores: [(group: "pilot", benchmark: "own tasks", score: (value: 71, origin: Measured(run: "June")))],
        ),
    ],
)"#;

fn catalogue_with_input(input: &str) -> Catalogue {
    let text = PRESETS.replace("INPUT", input);
    let file = PresetFile {
        path: "presets.ron".to_owned(),
        text: &text,
    };
    let loaded = load_built_in(&[file], None);
    assert_eq!(
        loaded.errors().map(ToString::to_string).collect::<Vec<_>>(),
        [""; 0]
    );
    Catalogue::new(loaded.date.unwrap(), loaded.records)
}

fn catalogue() -> Catalogue {
    catalogue_with_input("2.5")
}

fn faults(text: &str) -> Vec<String> {
    match read("f", text, &catalogue()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

fn bits(outcome: &Outcome) -> Vec<u64> {
    let flows = outcome
        .options
        .iter()
        .filter_map(|option| option.result.as_ref().ok());
    flows
        .flat_map(|figures| figures.cumulative.iter().map(|usd| usd.to_bits()))
        .collect()
}

#[test]
fn options_are_made_of_the_records_they_name() {
    let scenario = read("f", BY_REFERENCE, &catalogue()).unwrap().scenario;
    let figure = |path: &str| scenario.figure(&InputPath::new(path)).unwrap();
    for (path, value, record) in [
        (
            "options.api.token_plan.input_usd_per_million_tokens",
            2.5,
            Some("vendor/flagship/2024-10"),
        ),
        (
            "options.api.token_plan.batch_discount",
            0.5,
            Some("vendor/flagship/2024-10"),
        ),
        ("options.api.token_plan.negotiated_discount", 0.1, None),
        (
            "options.api.context_tier.0.above_input_tokens",
            200_000.0,
            Some("vendor/flagship/2024-10"),
        ),
        (
            "options.rented.rented.usd_per_gpu_hour",
            2.5,
            Some("cloud/gpu-80/on-demand"),
        ),
        ("options.rented.people.platform_engineer_fte", 0.5, None),
        ("options.owned.serving.bits_per_weight", 8.0, None),
        (
            "options.laptops.device.device_price_usd",
            30_000.0,
            Some("gpu-80"),
        ),
        (
            "options.flat.token_plan.input_usd_per_million_tokens",
            0.4,
            None,
        ),
        ("workload.growth_per_month", 0.0, None),
    ] {
        let figure = figure(path);
        assert_eq!(figure.value, value, "{path}");
        if let Some(expected) = record {
            let Origin::Preset(origin) = &figure.origin else {
                panic!("{path}: {figure:?}")
            };
            assert_eq!(origin.record, expected, "{path}");
        }
    }
    let range = figure("workload.growth_per_month").range.clone().unwrap();
    assert_eq!((range.high, range.reading), (0.05, RangeReading::Bounds));
    assert_eq!(figure("workload.growth_per_month").origin, Origin::Default);
    let names: Vec<&str> = scenario
        .options
        .iter()
        .map(|option| option.name.as_str())
        .collect();
    assert_eq!(
        names[..3],
        ["Flagship", "Our cluster", "Open 8B on own GPU 80 GB"]
    );
    let option = |id: &str| scenario.option(&OptionId::parse(id).unwrap()).unwrap();
    assert_eq!(
        option("flat").model.as_ref().unwrap().languages,
        ["en", "pt"]
    );
    assert_eq!(option("flat").scores.len(), 1);
    let Plan::RentedGpu(rented) = &option("rented").plan else {
        panic!("rented")
    };
    assert_eq!(rented.rent_id.as_deref(), Some("cloud/gpu-80/on-demand"));
    assert!(
        evaluate(&scenario)
            .options
            .iter()
            .all(|option| option.result.is_ok())
    );
}

#[test]
fn a_saved_scenario_computes_the_same_under_another_catalogue() {
    let (old, new) = (catalogue(), catalogue_with_input("99.0"));
    let scenario = read("f", BY_REFERENCE, &old).unwrap().scenario;
    let saved = write(&scenario);
    let empty = Catalogue::new(old.date(), Default::default());
    for other in [&old, &new, &empty] {
        let again = read("f", &saved, other).unwrap().scenario;
        assert_eq!(again, scenario);
        assert_eq!(bits(&evaluate(&again)), bits(&evaluate(&scenario)));
    }
    let renewed = read("f", BY_REFERENCE, &new).unwrap().scenario;
    assert_ne!(bits(&evaluate(&renewed)), bits(&evaluate(&scenario)));
}

#[test]
fn a_written_file_says_what_it_is_and_says_it_once() {
    let scenario = read("f", BY_REFERENCE, &catalogue()).unwrap().scenario;
    let text = write(&scenario);
    assert!(text.starts_with("// A decision weighed with Weighbridge"));
    assert!(text.ends_with(")\n"));
    assert!(
        text.contains("    workload: (\n        requests_per_month: 200_000,\n"),
        "{text}"
    );
    assert!(text.contains("price_id: \"vendor/flagship/2024-10\""));
    assert_eq!(
        text.matches("source: \"page\"").count(),
        2,
        "once for each of two records"
    );
    assert!(text.lines().all(|line| line.trim_end() == line));
}

#[test]
fn old_versions_keep_opening() {
    let old = include_str!("../../fixtures/scenario-version-1.weighbridge.ron");
    let middle = include_str!("../../fixtures/scenario-version-2.weighbridge.ron");
    let later = include_str!("../../fixtures/scenario-version-3.weighbridge.ron");
    let current = include_str!("../../fixtures/scenario-version-4.weighbridge.ron");
    let [old, middle, later, current] = [("1", old), ("2", middle), ("3", later), ("4", current)]
        .map(|(name, text)| read(name, text, &catalogue()).unwrap());
    let versions = [&old, &middle, &later, &current].map(|file| file.version);
    assert_eq!(versions, [1, 2, 3, VERSION]);
    assert_eq!(old.scenario, middle.scenario);
    assert_eq!(old.scenario, later.scenario);
    assert_eq!(old.scenario, current.scenario);
    let path = InputPath::new("options.flagship.successor.output_usd_per_million_tokens");
    assert_eq!(old.scenario.figure(&path).unwrap().value, 8.0);
    assert_eq!(old.scenario.question.horizon_months, 36);
    let saved = write(&old.scenario);
    assert_eq!(
        read("again", &saved, &catalogue()).unwrap().version,
        VERSION
    );
}

#[test]
fn a_hosted_option_of_version_3_gets_its_estimate_and_keeps_what_it_states() {
    let text = |version: u32| {
        format!(
            r#"(
    version: {version},
    question: (title: "t", date: "2026-11-24"),
    options: [(
        id: "rented",
        model: (id: "llama-3.3-70b-instruct", name: "Llama 3.3 70B"),
        plan: RentedGpu(
            hardware_id: "h100-sxm",
            hardware_name: "H100",
            weight_format: "FP8",
            serving: (bandwidth_efficiency: 0.5, gpus_per_replica: 2),
        ),
    )],
)"#
        )
    };
    let (catalogue, _) = weighbridge_catalogue::built_in().unwrap();
    let figure = |scenario: &Scenario, field: &str| {
        let path = InputPath::new(format!("options.rented.serving.{field}"));
        scenario.figure(&path).unwrap().clone()
    };
    let older = read("f", &text(3), &catalogue).unwrap().scenario;
    assert_eq!(figure(&older, "layers").value, 80.0);
    assert_eq!(
        figure(&older, "bandwidth_efficiency"),
        Figure::entered(0.5),
        "what is stated stays"
    );
    let speed = figure(&older, "decode_speed_factor");
    assert!(
        matches!(&speed.origin, Origin::Estimated { method, error_share: Some(_) } if method == "serving-estimate"),
        "{speed:?}"
    );
    let range = speed.range.unwrap();
    assert_eq!(range.quantity.as_deref(), Some("serving-vllm-hopper"));
    // A file of the current version holds what it says, and what is left out starts as elsewhere.
    let current = read("f", &text(VERSION), &catalogue).unwrap().scenario;
    assert_eq!(
        figure(&current, "decode_speed_factor").origin,
        Origin::Default
    );
    let again = read("again", &write(&older), &catalogue).unwrap();
    assert_eq!(again.scenario, older);
}

#[test]
fn a_fault_after_a_migration_names_the_line_as_written() {
    let text = "(\n  version: 1,\n  question: (title: \"\", date: \"2025\", horizon_years: 30),\n  options: [(id: \"a\", plan: ProprietaryApi(token_plan: (\n    input_usd_per_mtok: -1,\n  )))],\n)";
    assert_eq!(
        faults(text),
        [
            "f:3:39: question.horizon_months: this must lie between 12 and 84, and 360 does not",
            "f:5:5: options[0].plan.token_plan.input_usd_per_million_tokens: this must lie between 0 and 10000, and -1 does not",
        ]
    );
}

#[test]
fn all_faults_of_a_file_are_found_at_once() {
    let text = r#"(
    version: 2,
    question: (
        title: 7,
        date: "2026-13-01",
        horizon_months: 600,
        currency: "XXX",
        working_languages: ["en", pt],
    ),
    workload: (
        request_per_month: 5,
        growth_per_month: NaN,
        users: 1.5,
        peak_factor: "high",
        batch_share: (value: 0.5, range: (low: 0.6, high: 2)),
        cached_input_share: (value: 0.2, range: (low: 0.3, high: 0.4)),
        active_hours_per_month: -inf,
        answer_cache_share: 1e999,
    ),
    salaries: [],
    options: [
        (id: "Up Case", plan: ProprietaryApi()),
        (id: "a", plan: ProprietaryApi(price: "vendor/nothing/2024")),
        (id: "a", plan: RentedGpu(rent: "cloud/gpu-80/on-demand", weight_format: "BF16"), flavour: "red"),
        (id: "b", model: "open-9b", plan: OnPremises(hardware: "gpu-81", weight_format: "BF17")),
        (id: "c", model: "flagship", plan: OnPremises(hardware: "gpu-80", weight_format: "BF16")),
        (id: "d", plan: Cascade(small: "a", large: "nobody", mode: "guess")),
        (id: "e", plan: Rocket()),
        (id: "f", plan: ProprietaryApi(context_tiers: [(above_input_tokens: 2), (above_input_tokens: 1)])),
        (id: "g", plan: HostedOpenModel(price: "vendor/flagship/2024-10")),
        (id: "h", plan: ProprietaryApi(), people: (ml_engineer_fte: (value: 1, origin: Preset(record: "r", field: "f")))),
        (id: "f", plan: ProprietaryApi(), licence: (licence_usd_per_month: 1, licence_usd_per_month: 2)),
        5,
        (id: "i", plan: ProprietaryApi(price: "vendor/flagship/2024-10", price_id: "x")),
    ],
)"#;
    let expected = [
        "f:4:9: question.title: expected a text in quotation marks, found 7",
        "f:5:9: question.date: “2026-13-01” is not a date: write 2026, 2026-11, 2026-11-24, or “by” before one of these",
        "f:6:9: question.horizon_months: this must lie between 12 and 84, and 600 does not",
        "f:7:9: question.currency: “XXX” is not allowed here, only USD, EUR, BRL, GBP, MXN, CHF, ARS, COP and CLP",
        "f:8:35: question.working_languages[1]: expected a text in quotation marks, found pt",
        "f:11:9: workload.request_per_month: there is no key “request_per_month” here; did you mean “requests_per_month”?",
        "f:12:9: workload.growth_per_month: this must be a finite number",
        "f:13:9: workload.users: this must be a whole number, and 1.5 is not",
        "f:14:9: workload.peak_factor: expected a number, found \"high\"",
        "f:15:53: workload.batch_share.range.high: this must lie between 0 and 1, and 2 does not",
        "f:16:9: workload.cached_input_share: a range needs low, middle and high in rising order: 0.3, 0.2, 0.4",
        "f:17:9: workload.active_hours_per_month: this must be a finite number",
        "f:18:9: workload.answer_cache_share: this must be a finite number",
        "f:20:5: salaries: expected keys and values in round brackets, found […]",
        "f:22:10: options[0].id: “Up Case” is no id: use up to 64 small letters, digits and hyphens",
        "f:23:40: options[1].plan.price: there is no price “vendor/nothing/2024”",
        "f:24:19: options[2].model: the key “model” is missing",
        "f:24:91: options[2].flavour: there is no key “flavour” here; the keys are id, name, colour, model, plan, people, maintenance, customisation_method, customisation, transition, licence, quality, scores, data_place, clauses_cleared and assessments",
        "f:25:19: options[3].model: there is no model “open-9b”",
        "f:25:54: options[3].plan.hardware: there is no hardware “gpu-81”",
        "f:25:74: options[3].plan.weight_format: “BF17” is not allowed here, only BF16, FP8, INT8, MXFP4, INT4, Q8_0, Q6_K, Q5_K_M, Q4_K_M, Q4_0, Q3_K_M and Q2_K",
        "f:26:19: options[4].model: the weights of “flagship” are not open, so it cannot be hosted",
        "f:27:62: options[5].plan.mode: “guess” is not allowed here, only escalate and sample-and-verify",
        "f:27:9: options[5].plan.large: there is no option “nobody”",
        "f:28:19: options[6].plan: “Rocket” is not allowed here, only ProprietaryApi, HostedOpenModel, RentedGpu, OnPremises, OnDevice and Cascade",
        "f:29:81: options[7].plan.context_tiers[1]: limits must rise from step to step, and 1 does not",
        "f:30:19: options[8].plan: “HostedOpenModel” is not allowed here, only ProprietaryApi",
        "f:31:80: options[9].people.ml_engineer_fte.origin.record: there is no record “r”",
        "f:32:9: options[10].id: the id “f” stands already at options[7]",
        "f:32:79: options[10].licence.licence_usd_per_month: the key “licence_usd_per_month” stands twice",
        "f:33:9: options[11]: expected keys and values in round brackets, found 5",
        "f:34:74: options[12].plan.price_id: only one of price and price_id may be there",
    ];
    let mut found = faults(text);
    let places: Vec<_> = read("f", text, &catalogue())
        .unwrap_err()
        .iter()
        .map(|fault| fault.place)
        .collect();
    assert!(places.is_sorted());
    let mut expected: Vec<String> = expected.map(str::to_owned).into();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_broken_file_gives_one_clear_sentence() {
    let whole = write(&read("f", BY_REFERENCE, &catalogue()).unwrap().scenario);
    for (text, expected) in [
        ("", "f:1:1: there is nothing in this file"),
        (
            "(version: 2, question: (title: \"a\"",
            "f:1:24: nothing closes this “(”",
        ),
        (
            "(version: 2, question: (title: \"a",
            "f:1:32: this text has no closing quotation mark",
        ),
        (
            "(question: (title: \"a\", date: \"2026\"))",
            "f:1:1: version: the key “version” is missing",
        ),
        (
            "(version: 5, anything: at_all)",
            "f:1:2: version: this file is of version 5, and this program reads versions up to 4: a newer program wrote it",
        ),
        (
            "(version: 0)",
            "f:1:2: version: this must lie between 1 and 4294967295, and 0 does not",
        ),
        (
            "(version: \"2\")",
            "f:1:2: version: expected a whole number that is not negative, found \"2\"",
        ),
        (
            "[Model(id: \"a\")]",
            "f:1:1: expected keys and values in round brackets, found […]",
        ),
        (
            "(version: 2, version: 2, question: (title: \"\", date: \"2026\"))",
            "f:1:14: version: the key “version” stands twice",
        ),
    ] {
        assert_eq!(faults(text), [expected], "{text}");
    }
    // Wherever a file is cut off, it is refused.
    let ends = (0..whole.trim_end().len())
        .step_by(97)
        .filter(|end| whole.is_char_boundary(*end));
    for end in ends {
        assert_eq!(faults(&whole[..end]).len(), 1, "cut at {end}");
    }
    let bytes = [b"(version: 2,\n \"".as_slice(), &[0xff]].concat();
    let faults = read_bytes("f", &bytes, &catalogue()).unwrap_err();
    assert_eq!(faults[0].to_string(), "f:2:3: this is not UTF-8 text");
}

#[test]
fn a_file_full_of_faults_names_only_the_first_hundred() {
    let options: String = (0..5_000).map(|_| "(id: 5),").collect();
    let text =
        format!("(version: 2, question: (title: \"\", date: \"2026\"), options: [{options}])");
    let faults = faults(&text);
    assert_eq!(faults.len(), 101);
    assert!(
        faults
            .iter()
            .any(|fault| fault.contains("there are more faults"))
    );
}

#[test]
fn an_empty_question_is_enough() {
    let file = read(
        "f",
        "(version: 2, question: (title: \"\", date: \"2026-11\"))",
        &catalogue(),
    )
    .unwrap();
    let date = file.scenario.question.date;
    assert_eq!(file.scenario, Scenario::new("", date));
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(seed in any::<u64>()) {
        let scenario = Seed(seed).scenario();
        let text = write(&scenario);
        let empty = Catalogue::new(scenario.question.date, Default::default());
        let again = match read("f", &text, &empty) {
            Ok(again) => again.scenario,
            Err(faults) => {
                let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
                return Err(TestCaseError::fail(format!("{faults:#?}\n{text}")));
            }
        };
        prop_assert_eq!(&write(&again), &text);
        prop_assert_eq!(again, scenario);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,200}") {
        let _ = read("f", &text, &Catalogue::new(Seed(0).date(), Default::default()));
    }

    #[test]
    fn a_damaged_file_is_read_or_refused_with_places(
        seed in any::<u64>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), "[\\[\\](){},:\"\\\\/a-z0-9 NaN.eé-]{0,4}", 0..12_usize), 1..6),
    ) {
        let mut text = write(&Seed(seed).scenario());
        for (place, inserted, removed) in edits {
            let from = place.index(text.len());
            let from = (0..=from).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            let to = (from + removed).min(text.len());
            let to = (to..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap();
            text.replace_range(from..to, &inserted);
        }
        let lines = text.lines().count();
        match read("f", &text, &Catalogue::new(Seed(0).date(), Default::default())) {
            Ok(file) => {
                let empty = Catalogue::new(file.scenario.question.date, Default::default());
                prop_assert_eq!(read("f", &write(&file.scenario), &empty).unwrap().scenario, file.scenario);
            }
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                for fault in faults {
                    prop_assert!(fault.place.line >= 1 && fault.place.line <= lines.max(1), "{}", fault);
                }
            }
        }
    }
}

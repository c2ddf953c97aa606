//! Files with faults: all of them at once, each with line, column, field and one sentence.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use weighbridge_catalogue::{
    Fault, FaultKind, Loaded, PresetFile, Severity, built_in, load_built_in, load_user, put_record,
    remove_record, sample_files, scenario,
};
use weighbridge_engine::catalogue::{Catalogue, Layer, Quality};
use weighbridge_units::{Arg, Describe, PartialDate};

const CATALOGUE: &str = "[Catalogue(date: \"2026-11-24\")]";

const GOOD: &str = r#"[
    Provider(id: "acme", name: "Acme", class: Developer, source: "s", as_of: "2026-11", quality: Published),
    Model(
        id: "acme-1", name: "Acme 1", vendor: "Acme", family: "acme", aliases: ["A1"], weights: Closed,
        licence: (name: "Terms", commercial_use: ApiOnly, clauses: [VendorTerms, UserCap(700_000_000)]),
        released: "2025-03", sold_until: "2026-12-01", successor: "acme-2", tier: "acme-big",
        source: "s", as_of: "2026-11-01", quality: Published,
        sources: { "sold_until": (source: "letter", as_of: "2026-10", quality: Secondary, note: "n") },
        assumed: ["tier"],
    ),
    Model(
        id: "acme-2", name: "Acme 2", vendor: "Acme", family: "acme", weights: Open,
        licence: (name: "Apache-2.0", commercial_use: Yes),
        released: "2026-02", tier: "acme-big", parameters_total_b: 8.03,
        architecture: (layers: 32, hidden: 4096, heads: 32, kv_heads: 8, head_dim: 128, ffn: 14336, vocab: 128_256,
            tied_embeddings: false, attention: SlidingWindow(window_tokens: 128, full_layers: 16),
            experts: (count: 8, per_token: 2, ffn: 100)),
        source: "s", as_of: "2026-11-01", quality: Published,
    ),
    ApiPrice(id: "acme/1/a", provider: "acme", model: "acme-1", effective_from: "2025-03",
        input_usd_per_mtok: 4, output_usd_per_mtok: 8, source: "s", as_of: "2025-03", quality: Published),
    ApiPrice(id: "acme/1/b", provider: "acme", model: "acme-1", effective_from: "2026-01-15",
        input_usd_per_mtok: 2, output_usd_per_mtok: 6, batch_input_usd_per_mtok: 1, batch_output_usd_per_mtok: 3,
        tiers: [(above_input_tokens: 200000, input_usd_per_mtok: 4, output_usd_per_mtok: 9)],
        source: "s", as_of: "2026-01-20", quality: Published),
    Hardware(id: "h", name: "H", vendor: "V", class: Datacentre, memory_gb: 80, bandwidth_gb_s: 3350,
        price_low_usd: 1, price_base_usd: 2, price_high_usd: 3, source: "s", as_of: "2026", quality: Weak),
    Rent(id: "r/1", provider: "acme", hardware: "h", term: Reserved(months: 12), usd_per_gpu_hour: 2.5,
        source: "s", as_of: "2026-11", quality: Published),
    Benchmark(id: "mmlu", name: "MMLU", task: Knowledge, chance_pct: 25, source: "s", as_of: "2024", quality: Published),
    ScoreGroup(id: "g", name: "G", harness: One, source: "s", as_of: "2024", quality: Published),
    Score(model: "acme-1", benchmark: "mmlu", group: "g", score_pct: 80.5, shots: 5, reporter: "Acme",
        reporter_kind: Vendor, source: "s", as_of: "2025-03", quality: Published),
    Assumption(id: "a.b", group: Power, subject: "Tariff", unit: UsdPerKwh, low: 0.1, base: 0.2, high: 0.3,
        reading: P10P50P90, source: "s", as_of: "2026", quality: Assumed),
]
"#;

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

fn load(text: &str) -> Loaded {
    let files = [
        PresetFile {
            path: "catalogue.ron".to_owned(),
            text: CATALOGUE,
        },
        PresetFile {
            path: "f.ron".to_owned(),
            text,
        },
    ];
    load_built_in(&files, None)
}

fn good() -> Catalogue {
    let loaded = load(GOOD);
    assert_eq!(lines(&loaded.faults), Vec::<String>::new());
    Catalogue::new(loaded.date.unwrap(), loaded.records)
}

fn lines(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(Fault::to_string).collect()
}

#[test]
fn a_good_file_is_read_and_looked_up_by_date() {
    let catalogue = good();
    let model = catalogue.model("a-1").unwrap();
    assert_eq!(model.id.as_str(), "acme-1");
    assert_eq!(model.provenance.of("tier").quality, Quality::Assumed);
    assert_eq!(model.provenance.of("sold_until").source, "letter");
    let price = |at: &str| {
        let price = catalogue.price_at(&"acme".into(), &model.id, date(at));
        price.map(|price| price.id.to_string())
    };
    assert_eq!(price("2025-02-28"), None);
    assert_eq!(price("2025-12-31").as_deref(), Some("acme/1/a"));
    assert_eq!(price("2026-01-15").as_deref(), Some("acme/1/b"));
    let first = &catalogue.prices(&model.id)[0];
    assert_eq!(catalogue.price_until(first), Some(date("2026-01-15")));
    let on_sale = |at: &str| {
        catalogue
            .models_on_sale(date(at))
            .map(|model| model.id.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(on_sale("2025-01-01"), "");
    assert_eq!(on_sale("2026-11-30"), "acme-1 acme-2");
    assert_eq!(on_sale("2026-12-01"), "acme-2");
    assert_eq!(
        catalogue
            .newest_of_tier("acme-big", date("2026-11-24"))
            .unwrap()
            .id
            .as_str(),
        "acme-2"
    );
    assert_eq!(
        catalogue.rents(&"h".into(), None, date("2026-11-24")).len(),
        1
    );
    assert_eq!(
        catalogue.rents(&"h".into(), None, date("2024-11-24")).len(),
        0
    );
    assert_eq!(
        catalogue.scores(&model.id).next().unwrap().id.as_str(),
        "g/acme-1/mmlu"
    );
    assert_eq!(catalogue.search_models("acme 2")[0].id.as_str(), "acme-2");
    assert_eq!(catalogue.search_prices("acme", date("2026-11-24")).len(), 1);
}

#[test]
fn all_faults_of_several_files_come_at_once() {
    let text = r#"[
    Modell(id: "x"),
    Model(id: "A B", name: "", vendor: "V", family: "f", weights: Half, licence: (name: "L", commercial_use: Yes, clauses: [UserCap(-1)]),
        released: "2027-01-01", sold_until: "soon", successor: "nobody", colour: "red",
        source: "s", as_of: "2026-12", quality: Published, assumed: ["price"]),
    ApiPrice(id: "p", provider: "nobody", model: "A B", input_usd_per_mtok: -1, output_usd_per_mtok: NaN,
        batch_input_usd_per_mtok: 1, tiers: [(above_input_tokens: 5, input_usd_per_mtok: 1), (above_input_tokens: 5, input_usd_per_mtok: 1, output_usd_per_mtok: inf)],
        source: "", as_of: "2026-11-24", quality: Published),
    Assumption(id: "a", group: Power, subject: "S", unit: UsdPerKwh, low: 3, base: 2, high: 1, source: "s", as_of: "2026", quality: Assumed),
    Assumption(id: "a", group: Power, subject: "S", unit: UsdPerKwh, base: 2, source: "s", as_of: "2026", quality: Assumed),
    Score(),
]"#;
    let files = [
        PresetFile {
            path: "catalogue.ron".to_owned(),
            text: CATALOGUE,
        },
        PresetFile {
            path: "broken.ron".to_owned(),
            text: "[\n  Model(id: \"x\"\n",
        },
        PresetFile {
            path: "f.ron".to_owned(),
            text,
        },
    ];
    let loaded = load_built_in(&files, None);
    let expected = [
        "broken.ron:2:8: nothing closes this “(”",
        "f.ron:2:5: there is no kind of record “Modell”; there are Model, Provider, ApiPrice, Hardware, Rent, Benchmark, ScoreGroup, Score, Assumption, Framework and Catalogue",
        "f.ron:3:11: Model A B, id: “A B” is no id: use small letters, digits and . - _ / + : @",
        "f.ron:3:22: Model A B, name: this text must not be empty",
        "f.ron:3:58: Model A B, weights: “Half” is not allowed here, only Open, Closed and Unreleased",
        "f.ron:3:133: Model A B, licence.clauses[0][0]: expected a whole number that is not negative, found -1",
        "f.ron:4:9: Model A B, released: 2027-01-01 lies in the future: nothing here may be later than 2026-11-24",
        "f.ron:4:33: Model A B, sold_until: “soon” is not a date: write 2026, 2026-11, 2026-11-24, or “by” before one of these",
        "f.ron:4:53: Model A B, successor: there is no Model “nobody”",
        "f.ron:4:74: Model A B, colour: there is no key “colour” here; the keys are id, name",
        "f.ron:5:22: Model A B, as_of: 2026-12 lies in the future",
        "f.ron:5:70: Model A B, assumed[0]: the record has no field “price”",
        "f.ron:6:23: ApiPrice p, provider: there is no Provider “nobody”",
        "f.ron:6:57: ApiPrice p, input_usd_per_mtok: this cannot be negative, and -1 is",
        "f.ron:6:81: ApiPrice p, output_usd_per_mtok: this must be a finite number",
        "f.ron:7:9: ApiPrice p, batch_input_usd_per_mtok: either all of batch_input_usd_per_mtok and batch_output_usd_per_mtok must be there or none",
        "f.ron:7:46: ApiPrice p, tiers[0].output_usd_per_mtok: the key “output_usd_per_mtok” is missing",
        "f.ron:7:141: ApiPrice p, tiers[1].output_usd_per_mtok: this must be a finite number",
        "f.ron:8:9: ApiPrice p, source: this text must not be empty",
        "f.ron:9:70: Assumption a, low: low, base and high must ascend, and 3, 2, 1 do not",
        "f.ron:10:16: Assumption a, id: the id “a” stands already at f.ron:9:5",
        "f.ron:11:5: Score, as_of: the key “as_of” is missing",
    ];
    let found = lines(&loaded.faults);
    for line in expected {
        assert!(
            found.iter().any(|own| own.starts_with(line)),
            "{line}\nis not among\n{}",
            found.join("\n")
        );
    }
    // Every key that a score needs is named: source, as_of, quality and five of its own, and its reporter's kind.
    assert_eq!(
        found
            .iter()
            .filter(|line| line.starts_with("f.ron:11:5: Score"))
            .count(),
        9,
        "{found:#?}"
    );
    assert!(loaded.records.models.is_empty() && loaded.records.prices.is_empty());
    assert!(loaded.records.assumptions.is_empty());
}

/// Each change to the good file must give exactly one fault of one kind at one field.
#[test]
fn each_kind_of_fault_is_found_alone() {
    let cases: &[(&str, &str, &str, &str)] = &[
        (
            "successor: \"acme-2\"",
            "successor: \"acme-9\"",
            "fault-unknown-reference",
            "successor",
        ),
        (
            "successor: \"acme-2\"",
            "successor: \"acme-1\"",
            "fault-circular-reference",
            "successor",
        ),
        (
            "sold_until: \"2026-12-01\"",
            "sold_until: \"2025-03-01\"",
            "fault-ends-before-start",
            "sold_until",
        ),
        (
            "aliases: [\"A1\"]",
            "aliases: [\"A1\", \"ACME 2\"]",
            "fault-duplicate-name",
            "name",
        ),
        (
            "effective_from: \"2026-01-15\"",
            "effective_from: \"2025-03\"",
            "fault-overlapping-prices",
            "effective_from",
        ),
        (
            "effective_from: \"2025-03\",",
            "effective_from: \"2025-03\", effective_until: \"2026-02\",",
            "fault-overlapping-prices",
            "effective_from",
        ),
        (
            "hardware: \"h\"",
            "hardware: \"hh\"",
            "fault-unknown-reference",
            "hardware",
        ),
        (
            "benchmark: \"mmlu\"",
            "benchmark: \"mmmu\"",
            "fault-unknown-reference",
            "benchmark",
        ),
        ("price_low_usd: 1, ", "", "fault-together", "price_base_usd"),
        (
            "price_low_usd: 1,",
            "price_low_usd: 2.5,",
            "fault-range-order",
            "price_low_usd",
        ),
        (
            "full_layers: 16",
            "full_layers: 33",
            "fault-shapes",
            "architecture.attention.full_layers",
        ),
        (
            "per_token: 2",
            "per_token: 9",
            "fault-shapes",
            "architecture.experts.per_token",
        ),
        (
            "layers: 32, ",
            "",
            "fault-missing-key",
            "architecture.layers",
        ),
        (
            "score_pct: 80.5",
            "score_pct: 180.5",
            "fault-out-of-range",
            "score_pct",
        ),
        (
            "output_usd_per_mtok: 8,",
            "output_usd_per_mtok: 3,",
            "fault-output-cheaper",
            "output_usd_per_mtok",
        ),
        (
            "shots: 5",
            "shots: 5, shots: 4",
            "fault-duplicate-key",
            "shots",
        ),
        (
            "memory_gb: 80",
            "memory_gb: -80",
            "fault-negative",
            "memory_gb",
        ),
        (
            "months: 12",
            "months: 0",
            "fault-out-of-range",
            "term.months",
        ),
        ("(source: \"letter\", ", "(", "fault-missing-key", "sources"),
        (
            "harness: One",
            "harness: Two",
            "fault-unknown-name",
            "harness",
        ),
        ("shots: 5", "shots: \"5\"", "fault-wrong-type", "shots"),
    ];
    for (from, to, key, field) in cases {
        assert!(GOOD.contains(from), "{from}");
        let loaded = load(&GOOD.replacen(from, to, 1));
        let [fault] = &loaded.faults[..] else {
            panic!("{to}: {:#?}", lines(&loaded.faults))
        };
        assert_eq!(
            (fault.kind.key(), fault.field.as_deref()),
            (*key, Some(*field)),
            "{to}: {fault}"
        );
        let severity = if *key == "fault-output-cheaper" {
            Severity::Warning
        } else {
            Severity::Error
        };
        assert_eq!(fault.severity(), severity);
        let message = fault.message();
        assert_eq!(
            message.arg("line"),
            Some(&Arg::Ordinal(fault.place.line as i64))
        );
        assert!(matches!(message.arg("what"), Some(Arg::Message(what)) if what.key == *key));
    }
}

#[test]
fn records_with_warnings_stay_and_those_with_errors_go() {
    let warned = load(&GOOD.replacen("output_usd_per_mtok: 8,", "output_usd_per_mtok: 3,", 1));
    assert_eq!(warned.records.prices.len(), 2);
    assert_eq!(warned.errors().count(), 0);
    let refused = load(&GOOD.replacen("hardware: \"h\"", "hardware: \"hh\"", 1));
    assert!(refused.records.rents.is_empty());
    assert_eq!(refused.errors().count(), 1);
}

#[test]
fn ages_are_noted_at_the_date_given() {
    let files = [
        PresetFile {
            path: "catalogue.ron".to_owned(),
            text: CATALOGUE,
        },
        PresetFile {
            path: "f.ron".to_owned(),
            text: GOOD,
        },
    ];
    let loaded = load_built_in(&files, Some(date("2026-07-01")));
    let old: Vec<String> = lines(&loaded.faults);
    assert_eq!(old.len(), 6, "{old:#?}");
    assert!(
        loaded
            .faults
            .iter()
            .all(|fault| fault.severity() == Severity::Note)
    );
    assert!(
        old.iter()
            .any(|line| line.contains("ApiPrice acme/1/a, as_of: this is 487 days old")),
        "{old:#?}"
    );
}

#[test]
fn files_that_are_no_lists_or_no_text_are_refused() {
    for (text, key) in [
        ("", "fault-empty"),
        ("Model(id: \"x\")", "fault-not-a-list"),
        ("[Model]", "fault-wrong-type"),
    ] {
        let loaded = load(text);
        let [fault, ..] = &loaded.faults[..] else {
            panic!("{text:?} has no fault")
        };
        assert_eq!(fault.kind.key(), key, "{fault}");
    }
    let fault = PresetFile::from_bytes("f.ron", b"[\n \xc3\xa9\xff").unwrap_err();
    assert_eq!(
        (fault.kind, fault.place.line, fault.place.column),
        (FaultKind::NotText, 2, 3)
    );
    assert!(
        load_built_in(&[], None)
            .faults
            .iter()
            .any(|fault| fault.kind == FaultKind::NoDate)
    );
}

#[test]
fn a_users_records_override_by_id_and_say_so() {
    let base = good();
    let mine = r#"[
    // My own price.
    ApiPrice(id: "acme/1/b", provider: "acme", model: "acme-1", effective_from: "2026-01-15",
        input_usd_per_mtok: 1.5, output_usd_per_mtok: 6, source: "our contract", as_of: "2027-02-01", quality: Entered),
    Model(id: "mine", name: "Mine", vendor: "We", family: "mine", weights: Open,
        licence: (name: "MIT", commercial_use: Yes), source: "we", as_of: "2026-11", quality: Entered),
]"#;
    let files = [PresetFile {
        path: "mine.ron".to_owned(),
        text: mine,
    }];
    let loaded = load_user(&files, &base, date("2027-02-01"), None);
    assert_eq!(lines(&loaded.faults), Vec::<String>::new());
    let catalogue = base.clone().layered(loaded.records);
    let price = catalogue
        .price_at(&"acme".into(), &"acme-1".into(), date("2026-11-24"))
        .unwrap();
    assert_eq!(price.input_usd_per_mtok, 1.5);
    assert_eq!(price.provenance.layer, Layer::User("mine.ron".to_owned()));
    assert!(!catalogue.model("acme-1").unwrap().provenance.is_users());
    assert_eq!(
        catalogue.records().models.len(),
        base.records().models.len() + 1
    );

    let early = load_user(&files, &base, date("2026-11-24"), None);
    assert_eq!(
        early.errors().next().unwrap().kind.key(),
        "fault-future-date"
    );
    let clash = mine.replace("\"Mine\"", "\"ACME-1\"");
    let clash = load_user(
        &[PresetFile {
            path: "m".to_owned(),
            text: &clash,
        }],
        &base,
        date("2027-02-01"),
        None,
    );
    assert_eq!(
        clash.errors().next().unwrap().kind.key(),
        "fault-duplicate-name"
    );
}

#[test]
fn a_record_is_put_into_a_file_and_taken_out_again() {
    let base = good();
    let mut model = base.model("acme-2").unwrap().clone();
    let text = put_record("", &model).unwrap();
    let text = put_record(&text, base.provider("acme").unwrap()).unwrap();
    let with_comment = text.replacen('[', "// Ours\n[", 1);
    model.name = "Acme 2 “new” \"quoted\"\nline".to_owned();
    let text = put_record(&with_comment, &model).unwrap();
    assert!(text.starts_with("// Ours\n["));
    let loaded = load(&text);
    assert_eq!(lines(&loaded.faults), Vec::<String>::new());
    assert_eq!(loaded.records.models, [model.clone()]);
    assert_eq!(loaded.records.providers.len(), 1);

    let without = remove_record(&text, "Model", "acme-2").unwrap().unwrap();
    let loaded = load(&without);
    assert_eq!(
        (lines(&loaded.faults).len(), loaded.records.models.len()),
        (0, 0),
        "{without}"
    );
    assert_eq!(remove_record(&without, "Model", "acme-2").unwrap(), None);
    let empty = remove_record(&without, "Provider", "acme")
        .unwrap()
        .unwrap();
    let again = put_record(&empty, &model).unwrap();
    assert_eq!(load(&again).records.models, [model.clone()]);
    assert!(put_record("[Model(", &model).is_err());
}

#[test]
fn a_flood_of_faults_is_cut_short() {
    let price = |id: usize| {
        format!(
            "ApiPrice(id: \"p{id}\", provider: \"x\", model: \"y\", input_usd_per_mtok: 1, \
             output_usd_per_mtok: 1, source: \"s\", as_of: \"2026\", quality: Weak),"
        )
    };
    let prices: String = (0..1000).map(price).collect();
    let keys: String = (0..1000).map(|key| format!("k{key}: 1,")).collect();
    let twice = "a: 1,".repeat(1000);
    for (text, least, most) in [
        (format!("[{prices}]"), 500, 501),
        (format!("[Model({keys})]"), 64, 66),
        (format!("[Model({twice})]"), 64, 66),
        (format!("[{}]", "Model(),".repeat(1000)), 500, 520),
    ] {
        let loaded = load(&text);
        assert!(
            (least..=most).contains(&loaded.faults.len()),
            "{}",
            loaded.faults.len()
        );
        assert!(loaded.records.prices.is_empty());
    }
    let flood = load(&format!("[{prices}]"));
    let cut = flood
        .faults
        .iter()
        .filter(|fault| fault.kind == FaultKind::TooMany);
    assert_eq!(cut.count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        load(&text);
    }

    #[test]
    fn no_cut_or_changed_file_makes_it_panic(at in 0..GOOD.len(), length in 0..40_usize, with in "[\\[\\](){},:\"'/*#é\\\\ A1.-]{0,3}") {
        if let (Some(before), Some(after)) = (GOOD.get(..at), GOOD.get(at + length..)) {
            for fault in load(&format!("{before}{with}{after}")).faults {
                prop_assert!(!fault.to_string().is_empty());
                fault.message();
            }
        }
    }
}

#[test]
fn a_truncated_file_is_refused_wherever_it_is_cut() {
    for end in (1..GOOD.trim_end().len())
        .filter(|end| GOOD.is_char_boundary(*end))
        .step_by(7)
    {
        let loaded = load(&GOOD[..end]);
        assert!(loaded.errors().count() > 0, "cut at {end}");
    }
}

#[test]
fn a_fault_of_the_user_takes_nothing_from_the_built_in_presets() {
    let (base, _) = built_in().unwrap();
    let files = [PresetFile {
        path: "mine.ron".to_owned(),
        text: "[Model(surprise: 1)]",
    }];
    let loaded = load_user(&files, &base, date("2026-11-24"), None);
    assert!(loaded.errors().next().is_some());
    for fault in &loaded.faults {
        assert_eq!(fault.file, "mine.ron", "{fault}");
    }
    let layered = base.clone().layered(loaded.records);
    assert_eq!(layered.records(), base.records());
    for file in sample_files() {
        let read = scenario::read(&file.path, file.text, &layered);
        assert!(read.is_ok(), "{}", file.path);
    }
}

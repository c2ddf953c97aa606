//! Holds the built-in presets: they load without a fault and say what they must.
#![allow(clippy::unwrap_used)]

use weighbridge_catalogue::{Fault, built_in, load_built_in, preset_files};
use weighbridge_engine::catalogue::{Catalogue, PriceKind, ProviderClass, Sale};
use weighbridge_units::PartialDate;

fn catalogue() -> Catalogue {
    match built_in() {
        Ok((catalogue, _)) => catalogue,
        Err(faults) => panic!("{}", lines(&faults)),
    }
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("{fault}\n")).collect()
}

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

#[test]
fn every_preset_loads_without_an_error() {
    let loaded = load_built_in(&preset_files(), None);
    let errors: Vec<Fault> = loaded.errors().cloned().collect();
    assert!(
        errors.is_empty(),
        "{} errors\n{}",
        errors.len(),
        lines(&errors)
    );
}

/// Models whose published totals count what the shapes do not, with the difference in percent.
/// Gemma 3: the vision tower; Kimi K2: a rounded "1T"; Llama 4 Scout: its vision tower.
const EXCEPTIONS: [(&str, f64); 5] = [
    ("gemma-3-4b-it", -9.8),
    ("gemma-3-12b-it", -3.5),
    ("gemma-3-27b-it", -1.4),
    ("kimi-k2-instruct", 2.6),
    ("llama-4-scout-17b-16e", -1.1),
];

#[test]
fn parameter_totals_follow_from_the_shapes() {
    let catalogue = catalogue();
    let mut wrong = Vec::new();
    let mut checked = 0;
    for model in &catalogue.records().models {
        let (Some(shapes), Some(published)) = (model.architecture(), model.parameters_total_b)
        else {
            continue;
        };
        checked += 1;
        let percent = (shapes.parameters_total() / (published * 1e9) - 1.0) * 100.0;
        let exception = EXCEPTIONS.iter().find(|(id, _)| *id == model.id.as_str());
        let (expected, tolerance) = exception.map_or((0.0, 1.0), |(_, percent)| (*percent, 0.3));
        if (percent - expected).abs() > tolerance {
            wrong.push(format!(
                "{}: {percent:+.2} %, {:.2} of {published}",
                model.id,
                shapes.parameters_total() / 1e9
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(
        checked >= 50,
        "only {checked} models have shapes and a published total"
    );
    for (id, _) in EXCEPTIONS {
        assert!(
            catalogue
                .model(id)
                .and_then(|model| model.architecture())
                .is_some(),
            "{id}"
        );
    }
}

#[test]
fn llama_3_1_needs_the_known_memory() {
    use weighbridge_engine::catalogue::WeightFormat;
    let catalogue = catalogue();
    for (id, gigabytes, kv_bytes) in [
        ("llama-3.1-8b-instruct", 16.1, 131_072.0),
        ("llama-3.1-70b-instruct", 141.1, 327_680.0),
        ("llama-3.1-405b-instruct", 811.7, 516_096.0),
    ] {
        let model = catalogue.model(id).unwrap();
        let weights = model.weights_bytes(WeightFormat::Bf16).unwrap() / 1e9;
        assert!((weights - gigabytes).abs() < 0.05, "{id}: {weights}");
        assert_eq!(
            model.architecture().unwrap().kv_cache_bytes_per_token(2.0),
            kv_bytes,
            "{id}"
        );
    }
}

#[test]
fn nothing_retired_is_offered_today() {
    let catalogue = catalogue();
    let today = date("2026-11-24");
    for id in [
        "gpt-3.5-turbo",
        "gpt-4",
        "gpt-4-turbo",
        "claude-3.5-sonnet",
        "o4-mini",
    ] {
        let model = catalogue
            .model(id)
            .unwrap_or_else(|| panic!("no model {id}"));
        assert!(
            matches!(model.sale_at(today), Sale::Ended(_)),
            "{id}: {:?}",
            model.sale_at(today)
        );
    }
    // Whoever makes a model cannot still ask a list price for it after it was retired.
    for model in &catalogue.records().models {
        let Sale::Ended(_) = model.sale_at(today) else {
            continue;
        };
        for price in catalogue.prices_at(&model.id, today) {
            let class = catalogue.provider(price.provider.as_str()).unwrap().class;
            assert!(
                class != ProviderClass::Developer || price.kind == PriceKind::Legacy,
                "{} holds today for the retired {}",
                price.id,
                model.id
            );
        }
    }
}

#[test]
fn a_case_of_late_2024_finds_the_prices_of_its_date() {
    let catalogue = catalogue();
    let then = date("2024-11-24");
    let gpt_4o = catalogue.model("gpt-4o").unwrap();
    let price = catalogue
        .price_at(&"openai".into(), &gpt_4o.id, then)
        .unwrap();
    assert_eq!(
        (price.input_usd_per_mtok, price.output_usd_per_mtok),
        (2.5, 10.0)
    );
    let llama = catalogue.model("llama-3.1-405b-instruct").unwrap();
    assert!(!catalogue.prices_at(&llama.id, then).is_empty());
    // August 2023, the case of a chat service at low use.
    let turbo = catalogue.model("gpt-3.5-turbo").unwrap();
    let price = catalogue
        .price_at(&"openai".into(), &turbo.id, date("2023-08-15"))
        .unwrap();
    assert_eq!(
        (price.input_usd_per_mtok, price.output_usd_per_mtok),
        (1.5, 2.0)
    );
}

#[test]
fn a_model_on_sale_has_a_price_or_open_weights() {
    use weighbridge_engine::catalogue::Weights;
    let catalogue = catalogue();
    let today = date("2026-11-24");
    let without: Vec<&str> = catalogue
        .models_on_sale(today)
        .filter(|model| {
            model.weights == Weights::Closed && catalogue.prices_at(&model.id, today).is_empty()
        })
        .map(|model| model.id.as_str())
        .collect();
    assert!(without.is_empty(), "{without:?}");
}

/// Prices whose output costs less than their input, each looked at a second time.
const OUTPUT_CHEAPER: [&str; 0] = [];

#[test]
fn every_doubtful_price_was_looked_at() {
    let loaded = load_built_in(&preset_files(), None);
    let doubtful: Vec<String> = loaded
        .faults
        .iter()
        .filter(|fault| fault.severity() == weighbridge_catalogue::Severity::Warning)
        .filter_map(|fault| fault.record.clone())
        .collect();
    let expected: Vec<String> = OUTPUT_CHEAPER
        .iter()
        .map(|id| format!("ApiPrice {id}"))
        .collect();
    assert_eq!(doubtful, expected);
}

#[test]
fn every_preset_is_the_same_after_writing_and_reading() {
    use weighbridge_catalogue::scenario::write_framework;
    use weighbridge_catalogue::{PresetFile, Written, put_record};

    fn written<T: Written>(records: &[T]) -> String {
        let records: Vec<String> = records
            .iter()
            .map(|record| record.to_ron().unwrap())
            .collect();
        records
            .iter()
            .map(|record| format!("{record},\n"))
            .collect()
    }
    let catalogue = catalogue();
    let records = catalogue.records();
    let text = [
        written(&records.models),
        written(&records.providers),
        written(&records.prices),
        written(&records.hardware),
        written(&records.rents),
        written(&records.benchmarks),
        written(&records.groups),
        written(&records.scores),
        written(&records.assumptions),
        records.frameworks.iter().map(write_framework).collect(),
    ]
    .concat();
    let text = format!("[Catalogue(date: \"{}\"),\n{text}]", catalogue.date());
    let loaded = load_built_in(
        &[PresetFile {
            path: "all.ron".to_owned(),
            text: &text,
        }],
        None,
    );
    let errors: Vec<Fault> = loaded.errors().cloned().collect();
    assert!(errors.is_empty(), "{}", lines(&errors));
    let again = Catalogue::new(catalogue.date(), loaded.records);
    assert_eq!(again.records(), catalogue.records());
    // Putting a record where it stands already changes nothing but its layout.
    let again = put_record(&text, &records.models[0]).unwrap();
    assert_eq!(
        again.matches("Model(").count(),
        text.matches("Model(").count()
    );
}

#[test]
fn a_closed_and_an_open_model_of_today_share_a_group_and_a_benchmark() {
    use weighbridge_engine::catalogue::Weights;
    let catalogue = catalogue();
    let today = date("2026-11-24");
    let tested = |weights: Weights| {
        catalogue
            .models_on_sale(today)
            .filter(|model| model.weights == weights)
            .flat_map(|model| catalogue.scores(&model.id))
            .map(|score| (score.group.clone(), score.benchmark.clone()))
            .collect::<std::collections::BTreeSet<_>>()
    };
    let shared = tested(Weights::Open)
        .intersection(&tested(Weights::Closed))
        .count();
    assert!(shared >= 3, "only {shared} tables hold both");
}

#[test]
fn assumed_figures_say_so() {
    use weighbridge_engine::catalogue::Quality;
    let catalogue = catalogue();
    let records = catalogue.records();
    let sourcings = records
        .models
        .iter()
        .map(|record| &record.provenance)
        .chain(records.hardware.iter().map(|record| &record.provenance))
        .chain(records.rents.iter().map(|record| &record.provenance))
        .chain(records.prices.iter().map(|record| &record.provenance))
        .chain(records.assumptions.iter().map(|record| &record.provenance))
        .flat_map(|provenance| {
            std::iter::once(&provenance.record).chain(provenance.fields.iter().map(|(_, own)| own))
        });
    for sourcing in sourcings {
        let source = sourcing.source.to_lowercase();
        let is_memory = ["general knowledge", "from memory", "judgement"]
            .iter()
            .any(|word| source.contains(word));
        if is_memory {
            assert!(
                sourcing.quality >= Quality::Weak,
                "{source} is called {}",
                sourcing.quality.key()
            );
        }
    }
    // The GPU rent of August 2023 was published by nobody.
    let a100 = catalogue.hardware("a100-sxm-80").unwrap();
    let then = catalogue.rents(&a100.id, None, date("2023-08-15"));
    assert!(!then.is_empty());
    for rent in then {
        assert_eq!(
            rent.provenance.record.quality,
            Quality::Assumed,
            "{}",
            rent.id
        );
    }
}

#[test]
fn what_the_samples_need_is_there() {
    let catalogue = catalogue();
    for id in [
        "gpt-4o",
        "gpt-4o-mini",
        "gpt-4",
        "gpt-4-turbo",
        "gpt-3.5-turbo",
        "claude-3.5-sonnet",
        "llama-3.1-8b-instruct",
        "llama-3.1-70b-instruct",
        "llama-3.1-405b-instruct",
        "llama-2-7b-chat",
        "llama-2-13b-chat",
        "llama-2-70b-chat",
        "llama-2-long",
        "vicuna-13b-v1.3",
        "alpaca-7b",
        "phi-1.5",
        "pythia-1b",
    ] {
        assert!(catalogue.model(id).is_some(), "no model {id}");
    }
    for id in [
        "h100-sxm",
        "h200-sxm",
        "b200-sxm",
        "a100-sxm-80",
        "l40s",
        "l4",
        "a10g",
        "mi300x",
        "gaudi3",
        "dgx-a100",
    ] {
        assert!(catalogue.hardware(id).is_some(), "no hardware {id}");
    }
    let today = date("2026-11-24");
    let h100 = catalogue.hardware("h100-sxm").unwrap();
    assert!(catalogue.rents(&h100.id, None, today).len() >= 5);
    assert!(
        !catalogue
            .rents(&h100.id, None, date("2024-11-24"))
            .is_empty(),
        "no rent of late 2024"
    );
    let a100 = catalogue.hardware("a100-sxm-80").unwrap();
    let of_2023 = catalogue.rents(&a100.id, None, date("2023-08-15"));
    assert!(
        of_2023.iter().any(|rent| rent.usd_per_gpu_hour == 2.0),
        "{of_2023:?}"
    );
}

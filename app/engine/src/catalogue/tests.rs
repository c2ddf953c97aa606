//! Looking records up, on a few records made by hand.
#![allow(clippy::unwrap_used)]

use weighbridge_units::PartialDate;

use super::*;

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

fn provenance(as_of: &str) -> Provenance {
    let record = Sourcing {
        source: "test".to_owned(),
        as_of: date(as_of),
        quality: Quality::Published,
        note: None,
    };
    Provenance::new(record, Layer::BuiltIn)
}

fn model(id: &str, released: &str) -> Model {
    Model {
        id: id.into(),
        name: id.to_uppercase(),
        vendor: "Acme".to_owned(),
        family: "acme".to_owned(),
        aliases: Vec::new(),
        weights: Weights::Closed,
        licence: Licence {
            name: "Terms".to_owned(),
            commercial_use: CommercialUse::ApiOnly,
            clauses: vec![Clause::VendorTerms],
            text: None,
        },
        released: Some(date(released)),
        sold_from: None,
        sold_until: None,
        successor: None,
        tier: Some("acme-mini".to_owned()),
        context_tokens: None,
        output_tokens_max: None,
        languages: Vec::new(),
        parameters_total_b: None,
        parameters_active_b: None,
        native_format: None,
        shapes: None,
        provenance: provenance("2026-11"),
    }
}

fn price(id: &str, offer: Option<&str>, from: &str, until: Option<&str>, input: f64) -> ApiPrice {
    ApiPrice {
        id: id.into(),
        provider: "acme".into(),
        model: "m".into(),
        offer: offer.map(str::to_owned),
        name_at_provider: None,
        format: None,
        kind: PriceKind::List,
        effective_from: Some(date(from)),
        effective_until: until.map(date),
        input_usd_per_mtok: input,
        output_usd_per_mtok: input * 4.0,
        cached_input_usd_per_mtok: None,
        cache_write_usd_per_mtok: None,
        batch: None,
        tiers: Vec::new(),
        provenance: provenance("2026-11"),
    }
}

fn rent(id: &str, provider: &str, term: Term, from: &str, usd: f64) -> Rent {
    Rent {
        id: id.into(),
        provider: provider.into(),
        hardware: "h100".into(),
        term,
        instance: None,
        gpus_per_instance: 1,
        region: None,
        usd_per_gpu_hour: usd,
        range_usd_per_gpu_hour: None,
        effective_from: Some(date(from)),
        effective_until: None,
        provenance: provenance("2026-11"),
    }
}

fn catalogue(records: Records) -> Catalogue {
    Catalogue::new(date("2026-11-24"), records)
}

#[test]
fn a_price_holds_until_the_next_of_its_offer_or_its_own_end() {
    let catalogue = catalogue(Records {
        models: vec![model("m", "2024-01")],
        prices: vec![
            price("first", None, "2024-05", None, 5.0),
            price("fp8", Some("fp8"), "2024-07", None, 1.0),
            price("second", None, "2024-10-02", Some("2025-08-07"), 2.5),
        ],
        ..Records::default()
    });
    let at = |offer: Option<&str>, day: &str| {
        let price = catalogue.offer_at(&"acme".into(), &"m".into(), offer, date(day));
        price.map(|price| price.input_usd_per_mtok)
    };
    for (day, standard, fp8) in [
        ("2024-04-30", None, None),
        ("2024-05-01", Some(5.0), None),
        ("2024-10-01", Some(5.0), Some(1.0)),
        ("2024-10-02", Some(2.5), Some(1.0)),
        ("2025-08-06", Some(2.5), Some(1.0)),
        // The first record does not come back where the second has ended.
        ("2025-08-07", None, Some(1.0)),
    ] {
        assert_eq!(
            (at(None, day), at(Some("fp8"), day)),
            (standard, fp8),
            "{day}"
        );
    }
    let ends: Vec<Option<String>> = catalogue
        .prices(&"m".into())
        .into_iter()
        .map(|price| catalogue.price_until(price).map(|date| date.to_string()))
        .collect();
    assert_eq!(
        ends,
        [
            Some("2024-10-02".to_owned()),
            Some("2025-08-07".to_owned()),
            None
        ]
    );
    let offers = catalogue.prices_at(&"m".into(), date("2024-12"));
    let ids: Vec<&str> = offers.iter().map(|price| price.id.as_str()).collect();
    assert_eq!(ids, ["fp8", "second"], "cheapest input first");
}

#[test]
fn a_model_is_offered_between_its_release_and_its_retirement() {
    let mut old = model("old", "2023-03-01");
    old.sold_until = Some(date("2026-12"));
    let mut research = model("research", "2023-09");
    research.weights = Weights::Unreleased;
    let catalogue = catalogue(Records {
        models: vec![old, model("new", "2026-02-10"), research],
        ..Records::default()
    });
    for (day, on_sale, newest) in [
        ("2023-02-28", "", None),
        ("2023-03-01", "old", Some("old")),
        ("2026-11-30", "new old", Some("new")),
        ("2026-12-01", "new", Some("new")),
    ] {
        let ids: Vec<&str> = catalogue
            .models_on_sale(date(day))
            .map(|model| model.id.as_str())
            .collect();
        assert_eq!(ids.join(" "), on_sale, "{day}");
        let found = catalogue.newest_of_tier("acme-mini", date(day));
        assert_eq!(found.map(|model| model.id.as_str()), newest, "{day}");
    }
    let sale = |id: &str, day: &str| catalogue.model(id).unwrap().sale_at(date(day));
    assert_eq!(sale("old", "2026-11-24"), Sale::EndsOn(date("2026-12")));
    assert_eq!(sale("old", "2027-01"), Sale::Ended(date("2026-12")));
    assert_eq!(sale("new", "2026-01"), Sale::NotYet(date("2026-02-10")));
    assert_eq!(sale("research", "2026-01"), Sale::Never);
}

#[test]
fn of_one_offer_of_hours_the_latest_counts() {
    let reserved = Term::Reserved { months: 12 };
    let catalogue = catalogue(Records {
        rents: vec![
            rent("a-2024", "a", Term::OnDemand, "2024-11", 2.99),
            rent("a-2026", "a", Term::OnDemand, "2026-11-09", 3.85),
            rent("a-1y", "a", reserved, "2026-03", 2.35),
            rent("b-2026", "b", Term::OnDemand, "2026-06", 2.4),
        ],
        ..Records::default()
    });
    let ids = |term: Option<Term>, day: &str| -> Vec<&str> {
        let rents = catalogue.rents(&"h100".into(), term, date(day));
        rents.into_iter().map(|rent| rent.id.as_str()).collect()
    };
    assert_eq!(ids(None, "2024-10"), [""; 0]);
    assert_eq!(ids(Some(Term::OnDemand), "2024-12"), ["a-2024"]);
    assert_eq!(
        ids(Some(Term::OnDemand), "2026-11-24"),
        ["b-2026", "a-2026"]
    );
    assert_eq!(ids(None, "2026-11-24"), ["a-1y", "b-2026", "a-2026"]);
    assert_eq!(
        ids(Some(Term::Reserved { months: 36 }), "2026-11-24"),
        [""; 0]
    );
}

#[test]
fn later_records_replace_those_of_their_id_and_say_whose_they_are() {
    let base = catalogue(Records {
        models: vec![model("m", "2024-01"), model("n", "2024-01")],
        ..Records::default()
    });
    let mut mine = model("m", "2024-02");
    mine.name = "Mine".to_owned();
    mine.aliases = vec!["My Model".to_owned()];
    mine.provenance.layer = Layer::User("mine.ron".to_owned());
    let layered = base.clone().layered(Records {
        models: vec![mine],
        ..Records::default()
    });
    assert_eq!(layered.date(), base.date());
    assert_eq!(layered.records().models.len(), 2);
    for spelling in ["m", "mine", "my-model", "MY MODEL"] {
        assert!(
            layered.model(spelling).unwrap().provenance.is_users(),
            "{spelling}"
        );
    }
    assert!(!layered.model("n").unwrap().provenance.is_users());
    assert_eq!(base.model("my model"), None);
}

#[test]
fn names_that_begin_with_the_query_lead_the_list() {
    let mut other = model("x", "2024-01");
    other.vendor = "Llama Farm".to_owned();
    let mut base = model("y", "2024-01");
    base.name = "Big Llama".to_owned();
    let mut lead = model("z", "2024-01");
    lead.name = "Llama 3.1 8B".to_owned();
    let catalogue = catalogue(Records {
        models: vec![other, base, lead],
        ..Records::default()
    });
    let ids: Vec<&str> = catalogue
        .search_models("llama")
        .into_iter()
        .map(|model| model.id.as_str())
        .collect();
    assert_eq!(ids, ["z", "y", "x"]);
    assert_eq!(catalogue.search_models("").len(), 3);
}

#[test]
fn published_parameters_lead_and_shapes_stand_in() {
    let mut known = model("k", "2024-01");
    assert_eq!(
        (
            known.parameters_total(),
            known.weights_bytes(WeightFormat::Bf16)
        ),
        (None, None)
    );
    known.parameters_total_b = Some(8.0);
    assert_eq!(known.parameters_active(), Some(8e9));
    assert_eq!(known.weights_bytes(WeightFormat::Fp8), Some(8e9));
    let shapes = Architecture {
        layers: 1,
        hidden: 10,
        heads: 1,
        kv_heads: 1,
        head_dim: 10,
        ffn: 20,
        gated_ffn: false,
        vocab: 5,
        tied_embeddings: true,
        attention: Attention::Full,
        experts: None,
    };
    known.shapes = Some(Shapes::Known(shapes));
    // Embeddings 50, attention 400, feed-forward 400, norms 30.
    assert_eq!(shapes.parameters_total(), 880.0);
    assert_eq!(known.parameters_total(), Some(8e9));
    assert_eq!(known.weights_bytes(WeightFormat::Bf16), Some(1760.0));
    assert!(known.has_clause("vendor-terms") && !known.has_clause("user-cap"));
}

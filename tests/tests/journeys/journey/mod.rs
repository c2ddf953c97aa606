//! A small catalogue and a session to walk through.

#![allow(dead_code)] // each test file uses its part

use std::sync::Arc;

use weighbridge_catalogue::{PresetFile, load_built_in};
use weighbridge_engine::catalogue::{Catalogue, ModelId, PriceId, WeightFormat};
use weighbridge_engine::compose;
use weighbridge_engine::scenario::{InputPath, OptionId};
use weighbridge_session::{Action, Document, Session};
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Message, PartialDate};

/// Two models behind an interface, one with open weights, and two machines to rent.
pub(crate) const PRESETS: &str = r#"[
    Catalogue(date: "2026-11-24"),
    Provider(id: "vendor", name: "A vendor", class: Developer, source: "page", as_of: "2026-09", quality: Published),
    Provider(id: "cloud", name: "A cloud", class: Neocloud, source: "page", as_of: "2026-09", quality: Published),
    Model(
        id: "large", name: "Large", vendor: "A vendor", family: "a", weights: Closed,
        licence: (name: "Terms", commercial_use: ApiOnly), context_tokens: 128_000,
        source: "page", as_of: "2026-09", quality: Published,
    ),
    Model(
        id: "small", name: "Small", vendor: "A vendor", family: "a", weights: Closed,
        licence: (name: "Terms", commercial_use: ApiOnly), context_tokens: 128_000,
        source: "page", as_of: "2026-09", quality: Published,
    ),
    Model(
        id: "open-8b", name: "Open 8B", vendor: "A lab", family: "open", weights: Open,
        licence: (name: "Apache 2.0", commercial_use: Yes), context_tokens: 131_072,
        parameters_total_b: 8.03, native_format: Bf16,
        architecture: (
            layers: 32, hidden: 4096, heads: 32, kv_heads: 8, head_dim: 128,
            ffn: 14336, vocab: 128_256, tied_embeddings: false, attention: Full,
        ),
        source: "card", as_of: "2026-09", quality: Published,
    ),
    ApiPrice(
        id: "vendor/large/2026", provider: "vendor", model: "large", effective_from: "2026-01",
        input_usd_per_mtok: 2.5, output_usd_per_mtok: 10.0,
        source: "page", as_of: "2026-09", quality: Published,
    ),
    ApiPrice(
        id: "vendor/small/2026", provider: "vendor", model: "small", effective_from: "2026-01",
        input_usd_per_mtok: 0.15, output_usd_per_mtok: 0.6,
        source: "page", as_of: "2026-09", quality: Published,
    ),
    Hardware(
        id: "gpu-80", name: "GPU 80 GB", vendor: "A maker", class: Datacentre,
        memory_gb: 80.0, bandwidth_gb_s: 3350.0, bf16_tflops: 989.0,
        source: "sheet", as_of: "2026-09", quality: Published,
    ),
    Hardware(
        id: "gpu-24", name: "GPU 24 GB", vendor: "A maker", class: Datacentre,
        memory_gb: 24.0, bandwidth_gb_s: 600.0, bf16_tflops: 120.0,
        source: "sheet", as_of: "2026-09", quality: Published,
    ),
    Rent(
        id: "cloud/gpu-80", provider: "cloud", hardware: "gpu-80", term: OnDemand,
        usd_per_gpu_hour: 2.5, source: "page", as_of: "2026-09", quality: Published,
    ),
    Rent(
        id: "cloud/gpu-24", provider: "cloud", hardware: "gpu-24", term: OnDemand,
        usd_per_gpu_hour: 0.8, source: "page", as_of: "2026-09", quality: Published,
    ),
    Assumption(
        id: "currency.eur", group: Currency, subject: "EUR for one US dollar", unit: UnitsPerUsd,
        low: 0.8, base: 0.88, high: 1.0, source: "judgement", as_of: "2026-11-22", quality: Assumed,
    ),
]"#;

/// The catalogue of [`PRESETS`].
pub(crate) fn catalogue() -> Arc<Catalogue> {
    let file = PresetFile {
        path: "presets.ron".to_owned(),
        text: PRESETS,
    };
    let loaded = load_built_in(&[file], None);
    assert_eq!(loaded.errors().count(), 0, "{:?}", loaded.faults);
    Arc::new(Catalogue::new(loaded.date.unwrap(), loaded.records))
}

/// A date.
pub(crate) fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

/// A time in UTC.
pub(crate) fn time(text: &str) -> jiff::Timestamp {
    text.parse().unwrap()
}

/// An id of an option.
pub(crate) fn id(text: &str) -> OptionId {
    OptionId::parse(text).unwrap()
}

/// A path of an input.
pub(crate) fn path(text: &str) -> InputPath {
    InputPath::new(text)
}

/// Two prices and a rent, and a cascade of the prices.
pub(crate) fn session() -> Session {
    let catalogue = catalogue();
    let mut scenario = compose::new_scenario(&catalogue, "A case", date("2026-11-24"));
    for price in ["vendor/large/2026", "vendor/small/2026"] {
        let option = compose::api_option(&scenario, &catalogue, &PriceId::from(price)).unwrap();
        scenario.options.push(option);
    }
    let rented = compose::rented_option(
        &scenario,
        &catalogue,
        &ModelId::from("open-8b"),
        WeightFormat::Bf16,
        &"cloud/gpu-80".into(),
    );
    let mut rented = rented.unwrap();
    rented.id = id("rented");
    scenario.options.push(rented);
    let (small, large) = (id("small"), id("large"));
    let cascade = compose::cascade_option(&scenario, &catalogue, "Cascade", &small, Some(&large));
    scenario.options.push(cascade);
    let mut session = Session::new(Document::new(scenario, None), catalogue, date("2026-11-24"));
    session.set_author(Some("Ana".to_owned()));
    session
}

/// Does an action that must succeed.
pub(crate) fn act(session: &mut Session, action: Action) {
    let effects = session.update(action.clone());
    assert_eq!(effects.failure, None, "{action:?}");
}

/// Types a number in.
pub(crate) fn set(session: &mut Session, at: &str, value: f64) {
    act(
        session,
        Action::SetValue {
            path: path(at),
            value,
        },
    );
}

/// The value at a path.
pub(crate) fn value(session: &Session, at: &str) -> f64 {
    session.scenario().figure(&path(at)).unwrap().value
}

/// The ids of the options, in order.
pub(crate) fn ids(session: &Session) -> Vec<&str> {
    let options = session.scenario().options.iter();
    options.map(|option| option.id.as_str()).collect()
}

/// A message in English.
pub(crate) fn english(message: &Message) -> String {
    Text::new(Locale::En).render(message)
}

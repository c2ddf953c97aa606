//! Journeys: what a user does, and the state it must lead to.

#![allow(clippy::unwrap_used)]

mod arbitrary;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arbitrary::Seed;
use proptest::prelude::*;
use weighbridge_catalogue::{PresetFile, load_built_in};
use weighbridge_engine::catalogue::{
    ApiPrice, Catalogue, ModelId, PriceId, PriceKind, Provenance, Quality, Sourcing, WeightFormat,
};
use weighbridge_engine::compose::{self, HardwareChoice};
use weighbridge_engine::figure::{Figure, Origin, Range, RangeReading};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{
    CapabilityScore, CustomisationMethod, InputPath, OptionId, Plan, Setting,
};
use weighbridge_engine::{Scenario, evaluate};
use weighbridge_session::files::{
    Cause, FileError, Folders, Journal, OpenError, Recent, check_target, load_presets, open,
    put_preset, remove_preset, save, with_extension,
};
use weighbridge_session::jobs::{Event, Worker};
use weighbridge_session::{
    Action, ActionError, CascadePart, Document, Session, Step, StepReason, StepState,
};
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Currency, Message, PartialDate};

const PRESETS: &str = r#"[
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

fn catalogue() -> Arc<Catalogue> {
    let file = PresetFile {
        path: "presets.ron".to_owned(),
        text: PRESETS,
    };
    let loaded = load_built_in(&[file], None);
    assert_eq!(loaded.errors().count(), 0, "{:?}", loaded.faults);
    Arc::new(Catalogue::new(loaded.date.unwrap(), loaded.records))
}

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

fn time(text: &str) -> jiff::Timestamp {
    text.parse().unwrap()
}

fn id(text: &str) -> OptionId {
    OptionId::parse(text).unwrap()
}

fn path(text: &str) -> InputPath {
    InputPath::new(text)
}

/// Two prices and a rent, and a cascade of the prices.
fn session() -> Session {
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
fn act(session: &mut Session, action: Action) {
    let effects = session.update(action.clone());
    assert_eq!(effects.failure, None, "{action:?}");
}

fn set(session: &mut Session, at: &str, value: f64) {
    act(
        session,
        Action::SetValue {
            path: path(at),
            value,
        },
    );
}

fn value(session: &Session, at: &str) -> f64 {
    session.scenario().figure(&path(at)).unwrap().value
}

fn ids(session: &Session) -> Vec<&str> {
    let options = session.scenario().options.iter();
    options.map(|option| option.id.as_str()).collect()
}

fn english(message: &Message) -> String {
    Text::new(Locale::En).render(message)
}

#[test]
fn a_number_typed_in_is_the_users_own_and_can_be_taken_back() {
    let mut session = session();
    let before = session.outcome().cheapest().unwrap().get(Measure::Total);
    set(&mut session, "workload.requests_per_month", 5_000_000.0);
    let figure = session.scenario().workload.requests_per_month.clone();
    let origin = Origin::Entered {
        by: Some("Ana".to_owned()),
        on: Some(date("2026-11-24")),
    };
    assert_eq!((figure.value, figure.origin), (5_000_000.0, origin));
    assert_ne!(
        session.outcome().cheapest().unwrap().get(Measure::Total),
        before
    );
    assert!(session.document().is_dirty());
    let undo = Message::new("undo-named").with("edit", session.undo_name().unwrap().clone());
    assert!(
        english(&undo).starts_with("Undo change of “"),
        "{}",
        english(&undo)
    );

    act(&mut session, Action::Undo);
    assert_eq!(
        session.outcome().cheapest().unwrap().get(Measure::Total),
        before
    );
    assert!(!session.document().is_dirty());
    assert_eq!(session.undo_name(), None);
    act(&mut session, Action::Redo);
    assert_eq!(value(&session, "workload.requests_per_month"), 5_000_000.0);
    assert_eq!(session.redo_name(), None);
}

#[test]
fn a_drag_is_one_step_and_a_drag_back_is_none() {
    let mut session = session();
    set(&mut session, "workload.users", 10.0);
    act(&mut session, Action::BeginGesture);
    for requests in [1e5, 2e5, 3e5] {
        set(&mut session, "workload.requests_per_month", requests);
    }
    act(&mut session, Action::EndGesture);
    act(&mut session, Action::BeginGesture);
    set(&mut session, "workload.peak_factor", 9.0);
    let start = session
        .default_figure(&path("workload.peak_factor"))
        .unwrap();
    act(
        &mut session,
        Action::SetFigure {
            path: path("workload.peak_factor"),
            figure: start,
        },
    );
    act(&mut session, Action::EndGesture);
    act(&mut session, Action::Undo);
    assert_eq!(value(&session, "workload.requests_per_month"), 1_000_000.0);
    assert_eq!(value(&session, "workload.users"), 10.0);
    act(&mut session, Action::Undo);
    assert_eq!(value(&session, "workload.users"), 1_000.0);
    act(&mut session, Action::Undo);
    act(&mut session, Action::Redo);
    act(&mut session, Action::Redo);
    assert_eq!(value(&session, "workload.requests_per_month"), 3e5);

    // Undo in the middle of a drag takes the whole drag back.
    act(&mut session, Action::BeginGesture);
    set(&mut session, "workload.users", 77.0);
    act(&mut session, Action::Undo);
    assert_eq!(value(&session, "workload.users"), 10.0);
    set(&mut session, "workload.users", 78.0);
    act(&mut session, Action::Undo);
    assert_eq!(value(&session, "workload.users"), 10.0, "the drag was over");
}

#[test]
fn what_changes_nothing_is_no_step() {
    let mut session = session();
    let generation = session.document().generation();
    act(&mut session, Action::SetTitle("A case".to_owned()));
    act(&mut session, Action::Undo);
    act(&mut session, Action::Redo);
    assert_eq!(session.document().generation(), generation);
    assert!(!session.document().is_dirty());
}

#[test]
fn nonsense_is_refused_and_the_last_good_value_stays() {
    let mut session = session();
    let before = session.scenario().clone();
    let figure = |value: f64, low: f64, high: f64| Figure {
        range: Some(Range {
            low,
            high,
            reading: RangeReading::Bounds,
        }),
        ..Figure::entered(value)
    };
    let set_figure = |at: &str, figure: Figure| Action::SetFigure {
        path: path(at),
        figure,
    };
    let refused = [
        set_figure("workload.users", Figure::entered(1.5)),
        set_figure("workload.batch_share", Figure::entered(1.5)),
        set_figure("workload.peak_factor", Figure::entered(f64::NAN)),
        set_figure("workload.batch_share", figure(0.5, 0.6, 0.7)),
        set_figure("workload.batch_share", figure(0.5, 0.1, 7.0)),
        set_figure("workload.batch_share", figure(0.5, f64::NAN, 0.7)),
        set_figure("workload.nothing", Figure::entered(1.0)),
        set_figure(
            "options.nobody.people.ml_engineer_fte",
            Figure::entered(1.0),
        ),
        Action::SetChoice {
            path: path("options.rented.billing"),
            setting: Setting::Word("sometimes".to_owned()),
        },
        Action::SetChoice {
            path: path("question.horizon_months"),
            setting: Setting::Number(600.0),
        },
        Action::SetChoice {
            path: path("workload.users"),
            setting: Setting::Number(6.0),
        },
        Action::RemoveOption(id("nobody")),
        Action::SetPrice {
            option: id("large"),
            price: PriceId::from("vendor/none"),
        },
        Action::SetHardware {
            option: id("large"),
            choice: HardwareChoice::Rent("cloud/gpu-80".into()),
        },
        Action::SetCascadePart {
            option: id("cascade"),
            part: CascadePart::Large,
            to: Some(id("cascade")),
        },
        Action::SetCascadePart {
            option: id("cascade"),
            part: CascadePart::Small,
            to: None,
        },
        Action::EnterScore {
            option: id("large"),
            index: 7,
            value: 50.0,
        },
        Action::RemoveContextTier {
            option: id("large"),
            index: 0,
        },
        Action::AddContextTier(id("rented")),
    ];
    for action in refused {
        let effects = session.update(action.clone());
        let error = effects.failure.unwrap_or_else(|| panic!("{action:?}"));
        assert!(!effects.changed);
        assert_eq!(*session.scenario(), before, "{action:?}");
        for locale in Locale::ALL {
            let sentence = Text::new(locale).describe(&error);
            assert!(!sentence.contains(['[', '{']), "{sentence}");
        }
    }
    assert_eq!(session.undo_name(), None);
}

#[test]
fn options_are_duplicated_renamed_moved_and_removed() {
    let mut session = session();
    assert_eq!(ids(&session), ["large", "small", "rented", "cascade"]);
    act(&mut session, Action::DuplicateOption(id("large")));
    act(&mut session, Action::DuplicateOption(id("large-2")));
    assert_eq!(
        ids(&session),
        ["large", "large-2", "large-3", "small", "rented", "cascade"]
    );
    assert_eq!(session.scenario().options[2].name, "Large 3");
    let renamed = Action::RenameOption {
        option: id("large-3"),
        name: "Ours".to_owned(),
    };
    act(&mut session, renamed);
    let moved = Action::MoveOption {
        option: id("large-3"),
        to: 99,
    };
    act(&mut session, moved);
    act(&mut session, Action::RemoveOption(id("large-2")));
    assert_eq!(
        ids(&session),
        ["large", "small", "rented", "cascade", "large-3"]
    );
    assert_eq!(session.scenario().options[4].name, "Ours");
    for _ in 0..5 {
        act(&mut session, Action::Undo);
    }
    assert_eq!(ids(&session), ["large", "small", "rented", "cascade"]);
    assert!(!session.document().is_dirty());
    let copy = session.scenario().options[0].clone();
    act(&mut session, Action::AddOption(copy));
    assert_eq!(ids(&session)[4], "large-2");
}

#[test]
fn a_cascade_never_refers_to_an_option_that_is_gone() {
    let mut session = session();
    let effects = session.update(Action::RemoveOption(id("large")));
    assert_eq!(
        english(&effects.notices[0]),
        "“Cascade” now ends without this option."
    );
    let Plan::Cascade(cascade) = &session.scenario().options[2].plan else {
        panic!("a cascade");
    };
    assert_eq!(cascade.large, None);
    let effects = session.update(Action::RemoveOption(id("small")));
    assert_eq!(effects.notices.len(), 1);
    assert_eq!(ids(&session), ["rented"]);
    act(&mut session, Action::Undo);
    act(&mut session, Action::Undo);
    assert_eq!(ids(&session), ["large", "small", "rented", "cascade"]);
    let part = Action::SetCascadePart {
        option: id("cascade"),
        part: CascadePart::Small,
        to: Some(id("rented")),
    };
    act(&mut session, part);
    act(&mut session, Action::RemoveOption(id("small")));
    assert_eq!(ids(&session), ["large", "rented", "cascade"]);
}

#[test]
fn price_model_and_machine_are_chosen_anew() {
    let mut session = session();
    let price = Action::SetPrice {
        option: id("large"),
        price: PriceId::from("vendor/small/2026"),
    };
    set(
        &mut session,
        "options.large.token_plan.negotiated_discount",
        0.1,
    );
    act(&mut session, price);
    let at = |field: &str| format!("options.large.token_plan.{field}");
    assert_eq!(value(&session, &at("input_usd_per_million_tokens")), 0.15);
    assert_eq!(value(&session, &at("negotiated_discount")), 0.1);

    let hardware = Action::SetHardware {
        option: id("rented"),
        choice: HardwareChoice::Rent("cloud/gpu-24".into()),
    };
    act(&mut session, hardware);
    assert_eq!(
        value(&session, "options.rented.rented.usd_per_gpu_hour"),
        0.8
    );
    assert_eq!(
        value(&session, "options.rented.serving.memory_gigabytes_per_gpu"),
        24.0
    );
    let model = Action::SetModel {
        option: id("rented"),
        model: ModelId::from("open-8b"),
        format: WeightFormat::Int4,
    };
    act(&mut session, model);
    assert_eq!(
        value(&session, "options.rented.serving.bits_per_weight"),
        4.125
    );
    let billing = Action::SetChoice {
        path: path("options.rented.billing"),
        setting: Setting::Word("active-hours".to_owned()),
    };
    act(&mut session, billing);
    assert_eq!(english(session.undo_name().unwrap()), "change of “Billing”");
    for _ in 0..5 {
        act(&mut session, Action::Undo);
    }
    assert!(!session.document().is_dirty());
}

#[test]
fn a_figure_goes_back_to_what_its_record_says() {
    let mut session = session();
    let cases = [
        (
            "options.large.token_plan.input_usd_per_million_tokens",
            9.0,
            2.5,
        ),
        ("options.rented.rented.usd_per_gpu_hour", 9.0, 2.5),
        ("options.cascade.cascade.escalation_share", 0.9, 0.2),
        ("workload.peak_factor", 9.0, 3.0),
    ];
    for (at, entered, original) in cases {
        let before = session.scenario().figure(&path(at)).unwrap().clone();
        set(&mut session, at, entered);
        act(&mut session, Action::ResetFigure { path: path(at) });
        assert_eq!(
            *session.scenario().figure(&path(at)).unwrap(),
            before,
            "{at}"
        );
        assert_eq!(before.value, original, "{at}");
    }
}

#[test]
fn tiers_discounts_and_scores_are_edited() {
    let mut session = session();
    let large = || id("large");
    act(&mut session, Action::AddContextTier(large()));
    act(&mut session, Action::AddContextTier(large()));
    act(&mut session, Action::AddVolumeDiscount(large()));
    act(&mut session, Action::AddVolumeDiscount(large()));
    let limit = "options.large.context_tier.1.above_input_tokens";
    assert_eq!(value(&session, limit), 400_000.0);
    assert_eq!(
        value(
            &session,
            "options.large.volume_discount.1.from_usd_per_month"
        ),
        20_000.0
    );
    let effects = session.update(Action::SetValue {
        path: path(limit),
        value: 100.0,
    });
    assert_eq!(effects.failure, Some(ActionError::StepOrder(100.0)));
    let tier = |index| Action::RemoveContextTier {
        option: id("large"),
        index,
    };
    act(&mut session, tier(0));
    assert_eq!(
        value(&session, "options.large.context_tier.0.above_input_tokens"),
        400_000.0
    );

    let score = CapabilityScore {
        group: "pilot".to_owned(),
        group_name: "Own pilot".to_owned(),
        benchmark: "tasks".to_owned(),
        benchmark_name: "Own tasks".to_owned(),
        variant: String::new(),
        protocol: "50 tickets".to_owned(),
        language: None,
        score: Figure::entered(71.0),
    };
    for option in ["large", "small"] {
        let (option, score) = (id(option), score.clone());
        act(&mut session, Action::AddScore { option, score });
    }
    let enter = Action::EnterScore {
        option: large(),
        index: 0,
        value: 74.0,
    };
    act(&mut session, enter);
    assert_eq!(session.scenario().options[0].scores[0].score.value, 74.0);
    let remove = Action::RemoveScore {
        option: large(),
        index: 0,
    };
    act(&mut session, remove);
    assert!(session.scenario().options[0].scores.is_empty());
    let customise = Action::SetCustomisation {
        option: large(),
        method: CustomisationMethod::FineTuning,
    };
    act(&mut session, customise);
    let retirement = Action::SetRetirement {
        option: large(),
        retirement: None,
    };
    act(&mut session, retirement);
    while session.undo_name().is_some() {
        act(&mut session, Action::Undo);
    }
    assert!(!session.document().is_dirty());
}

#[test]
fn another_currency_brings_a_rate_that_is_marked() {
    let mut session = session();
    act(&mut session, Action::SetCurrency(Currency::Eur));
    assert_eq!(value(&session, "finance.fx_rate"), 0.88);
    assert_eq!(
        session.scenario().question.fx_date,
        Some(date("2026-11-22"))
    );
    let Origin::Preset(origin) = &session.scenario().finance.fx_rate.origin else {
        panic!("from the catalogue");
    };
    assert_eq!(origin.quality, Quality::Assumed);
    assert_eq!(session.text().currency(), Currency::Eur);
    set(&mut session, "finance.fx_rate", 0.91);
    assert_eq!(
        session.scenario().question.fx_date,
        Some(date("2026-11-24"))
    );
    // The catalogue has no rate of this one.
    act(&mut session, Action::SetCurrency(Currency::Brl));
    assert_eq!(
        (
            value(&session, "finance.fx_rate"),
            session.scenario().question.fx_date
        ),
        (1.0, None)
    );
    assert_eq!(session.steps()[0].state, StepState::Attention);
    assert_eq!(session.steps()[0].reason, StepReason::NoRateDate);
    let dollars = Action::SetChoice {
        path: path("question.currency"),
        setting: Setting::Word("USD".to_owned()),
    };
    act(&mut session, dollars);
    assert_eq!(session.steps()[0].state, StepState::Done);
}

#[test]
fn each_step_says_how_far_it_is_and_why() {
    let catalogue = catalogue();
    let empty = Scenario::new("", date("2026-11-24"));
    let mut session = Session::new(Document::new(empty, None), catalogue, date("2026-11-24"));
    let state = |session: &Session, step: Step| {
        let status = session
            .steps()
            .iter()
            .find(|status| status.step == step)
            .unwrap();
        (status.state, status.reason.clone())
    };
    assert!(
        session
            .steps()
            .iter()
            .all(|status| status.state == StepState::Open)
    );
    assert_eq!(
        state(&session, Step::Decision),
        (StepState::Open, StepReason::NoOptions)
    );
    act(&mut session, Action::SetTitle("A case".to_owned()));
    assert_eq!(
        state(&session, Step::Question),
        (StepState::Done, StepReason::Horizon(36))
    );
    set(&mut session, "workload.users", 10.0);
    assert_eq!(
        state(&session, Step::Workload),
        (StepState::Begun, StepReason::OwnFigures(1))
    );
    for field in [
        "requests_per_month",
        "input_tokens_per_request",
        "output_tokens_per_request",
    ] {
        set(&mut session, &format!("workload.{field}"), 1_000.0);
    }
    assert_eq!(
        state(&session, Step::Workload),
        (StepState::Done, StepReason::OwnFigures(4))
    );
    set(&mut session, "workload.cached_input_share", 0.7);
    set(&mut session, "workload.cache_write_share", 0.7);
    let exceeds = (StepState::Attention, StepReason::SharesExceedWhole);
    assert_eq!(state(&session, Step::Workload), exceeds);
    act(&mut session, Action::Undo);

    let catalogue = session.catalogue().clone();
    let price = PriceId::from("vendor/large/2026");
    let option = compose::api_option(session.scenario(), &catalogue, &price).unwrap();
    act(&mut session, Action::AddOption(option));
    assert_eq!(
        state(&session, Step::Options),
        (StepState::Begun, StepReason::OneOption)
    );
    let nothing_hosted = (StepState::Done, StepReason::NothingHosted);
    assert_eq!(state(&session, Step::Latency), nothing_hosted);
    let (model, rent) = (ModelId::from("open-8b"), "cloud/gpu-80".into());
    let scenario = session.scenario();
    let rented = compose::rented_option(scenario, &catalogue, &model, WeightFormat::Bf16, &rent);
    act(&mut session, Action::AddOption(rented.unwrap()));
    assert_eq!(
        state(&session, Step::Options),
        (StepState::Done, StepReason::Options(2))
    );
    assert_eq!(
        state(&session, Step::Latency),
        (StepState::Begun, StepReason::Estimated(1))
    );
    assert_eq!(
        state(&session, Step::Cost),
        (StepState::Done, StepReason::Sourced)
    );
    assert_eq!(
        state(&session, Step::Capability),
        (StepState::Open, StepReason::WithoutScore(2))
    );
    let (decision, reason) = state(&session, Step::Decision);
    assert_eq!(decision, StepState::Done);
    assert!(matches!(reason, StepReason::Cheapest(_)));
    let rented = session.scenario().options[1].id.clone();
    set(
        &mut session,
        &format!("options.{rented}.serving.parameters_total_billion"),
        90_000.0,
    );
    assert_eq!(
        state(&session, Step::Latency),
        (StepState::Attention, StepReason::DoesNotFit(1))
    );
    assert_eq!(
        state(&session, Step::Options),
        (StepState::Attention, StepReason::Impossible(1))
    );
    set(
        &mut session,
        "workload.input_tokens_per_request",
        9_000_000.0,
    );
    let (capability, reason) = state(&session, Step::Capability);
    assert_eq!(
        (capability, reason),
        (StepState::Attention, StepReason::ContextTooLong(2))
    );
    act(&mut session, Action::SetDate(date("2027-11-24")));
    assert!(matches!(
        state(&session, Step::Cost),
        (StepState::Attention, StepReason::OldRecords(_))
    ));
    for locale in Locale::ALL {
        for status in session.steps() {
            let words = Text::new(locale).describe(&status.reason);
            assert!(
                !words.is_empty() && words.chars().count() <= 60,
                "{locale}: {words}"
            );
            assert!(!words.contains(['[', '{']), "{words}");
        }
    }
}

#[test]
fn a_newer_catalogue_changes_nothing_until_asked() {
    let mut session = session();
    let before = session.scenario().clone();
    assert_eq!(session.preset_changes(), []);
    let newer = PRESETS.replace("input_usd_per_mtok: 2.5", "input_usd_per_mtok: 2.0");
    let file = PresetFile {
        path: "newer.ron".to_owned(),
        text: &newer,
    };
    let loaded = load_built_in(&[file], None);
    let newer = Catalogue::new(loaded.date.unwrap(), loaded.records);
    session.set_catalogue(Arc::new(newer));
    assert_eq!(*session.scenario(), before);
    let changes = session.preset_changes().to_vec();
    let paths: Vec<&str> = changes.iter().map(|change| change.path.as_str()).collect();
    assert!(
        paths.contains(&"options.large.token_plan.input_usd_per_million_tokens"),
        "{paths:?}"
    );
    act(&mut session, Action::UpdatePresets(changes));
    assert_eq!(
        value(
            &session,
            "options.large.token_plan.input_usd_per_million_tokens"
        ),
        2.0
    );
    assert_eq!(session.preset_changes(), []);
    act(&mut session, Action::Undo);
    assert_eq!(*session.scenario(), before);
}

#[test]
fn open_change_save_and_reopen_come_to_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Case é.weighbridge.ron");
    let folders = Folders::below(folder.path().join("data"));
    let versions = folders.versions();
    let mut session = session();
    for (number, second) in ["01", "02", "03", "04", "05", "06"].into_iter().enumerate() {
        set(&mut session, "workload.users", 10.0 + number as f64);
        let now = time(&format!("2026-11-24T07:00:{second}Z"));
        let saved = save(&file, session.scenario(), Some(&versions), now).unwrap();
        assert_eq!(saved.version_not_kept, None);
        session.mark_saved(file.clone());
        assert!(!session.document().is_dirty());
    }
    assert_eq!(session.document().file_stem().as_deref(), Some("Case é"));
    let opened = open(&file, session.catalogue()).unwrap();
    assert_eq!(opened.scenario, *session.scenario());
    let mut again = Session::new(
        Document::new(opened.scenario, Some(file.clone())),
        session.catalogue().clone(),
        date("2026-11-25"),
    );
    assert!(!again.document().is_dirty());
    set(&mut again, "workload.users", 99.0);
    assert!(again.document().is_dirty());

    // The last three versions, latest first; saving what is there already keeps no copy of it.
    let users = |path: &Path| {
        open(path, session.catalogue())
            .unwrap()
            .scenario
            .workload
            .users
            .value
    };
    let kept: Vec<f64> = versions
        .of(&file)
        .iter()
        .map(|version| users(&version.path))
        .collect();
    assert_eq!(kept, [14.0, 13.0, 12.0]);
    assert_eq!(
        versions.of(&file)[0].replaced_at,
        time("2026-11-24T07:00:06Z")
    );
    // Nothing is left beside the file.
    let beside: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
    assert_eq!(beside.len(), 2, "{beside:?}");
}

#[test]
fn what_changes_while_a_file_is_written_is_still_unsaved() {
    let mut session = session();
    set(&mut session, "workload.users", 1.0);
    let being_written = session.document().scenario().clone();
    set(&mut session, "workload.users", 2.0);
    session.mark_saved_as(being_written, PathBuf::from("case.weighbridge.ron"));
    assert!(session.document().is_dirty());
    act(&mut session, Action::Undo);
    assert!(!session.document().is_dirty());
}

#[test]
fn a_broken_file_is_reported_and_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broken.weighbridge.ron");
    let catalogue = catalogue();
    let text = "(\n  version: 2,\n  question: (title: \"A\", date: \"2026\"),\n  workload: (userz: 5, peak_factor: -1),\n";
    fs::write(&file, text).unwrap();
    let Err(OpenError::Faults { faults, .. }) = open(&file, &catalogue) else {
        panic!("it is broken");
    };
    assert_eq!(
        faults.len(),
        1,
        "nothing more can be said of a file that is cut off"
    );
    fs::write(&file, format!("{text})")).unwrap();
    let error = open(&file, &catalogue).unwrap_err();
    let OpenError::Faults { faults, .. } = &error else {
        panic!("it is broken");
    };
    let places: Vec<(usize, usize)> = faults
        .iter()
        .map(|fault| (fault.place.line, fault.place.column))
        .collect();
    assert_eq!(places, [(4, 14), (4, 24)]);
    let sentence = Text::new(Locale::En).describe(&error);
    assert!(
        sentence.contains("2 faults") && sentence.ends_with("broken.weighbridge.ron"),
        "{sentence}"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), format!("{text})"));

    for (path, expected) in [
        (
            folder.path().join("absent.weighbridge.ron"),
            "There is no such file",
        ),
        (
            folder.path().to_owned(),
            "The file could not be read (a folder stands",
        ),
    ] {
        let sentence = Text::new(Locale::En).describe(&open(&path, &catalogue).unwrap_err());
        assert!(sentence.starts_with(expected), "{sentence}");
    }
}

#[test]
fn a_target_that_cannot_be_written_is_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let session = session();
    let now = time("2026-11-24T07:00:00Z");
    let read_only = folder.path().join("read-only.weighbridge.ron");
    fs::write(&read_only, "as it was").unwrap();
    let mut permissions = fs::metadata(&read_only).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&read_only, permissions).unwrap();
    for (path, cause, words) in [
        (read_only.clone(), Cause::ReadOnly, "it is read-only"),
        (
            folder.path().join("no/such/folder.ron"),
            Cause::NoFolder,
            "the folder does not exist",
        ),
        (
            folder.path().to_owned(),
            Cause::WrongKind,
            "a folder stands where a file is wanted",
        ),
        (
            PathBuf::from("/"),
            Cause::WrongKind,
            "a folder stands where a file is wanted",
        ),
    ] {
        let error = save(&path, session.scenario(), None, now).unwrap_err();
        let expected = FileError::NotWritable {
            path: path.clone(),
            cause,
        };
        assert_eq!(error, expected);
        assert_eq!(check_target(&path), Err(expected));
        let sentence = Text::new(Locale::En).describe(&error);
        assert!(
            sentence.contains(words) && sentence.contains("nothing was changed"),
            "{sentence}"
        );
        assert!(
            sentence.ends_with(&path.display().to_string()),
            "{sentence}"
        );
    }
    assert_eq!(fs::read_to_string(&read_only).unwrap(), "as it was");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn a_version_that_cannot_be_kept_does_not_stop_saving() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.weighbridge.ron");
    // A file stands where the folder of versions should be made.
    fs::write(folder.path().join("data"), "").unwrap();
    let versions = Folders::below(folder.path().join("data")).versions();
    let session = session();
    for expected in [true, false] {
        let now = time("2026-11-24T07:00:00Z");
        let saved = save(&file, session.scenario(), Some(&versions), now).unwrap();
        assert_eq!(
            saved.version_not_kept.is_none(),
            expected,
            "there was none at first"
        );
    }
    assert_eq!(
        open(&file, session.catalogue()).unwrap().scenario,
        *session.scenario()
    );
}

#[cfg(unix)]
#[test]
fn links_and_permissions_survive_saving() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (
        folder.path().join("real.ron"),
        folder.path().join("link.ron"),
    );
    fs::write(&file, "old").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&file, &link).unwrap();
    let session = session();
    let now = time("2026-11-24T07:00:00Z");
    let _ = save(&link, session.scenario(), None, now).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert_eq!(
        open(&file, session.catalogue()).unwrap().scenario,
        *session.scenario()
    );
}

#[test]
fn unsaved_work_outlives_the_run() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session();
    set(&mut session, "workload.users", 123.0);
    let now = time("2026-11-24T07:00:00Z");
    let (one, other) = (
        Journal::begin(folder.path(), now),
        Journal::begin(folder.path(), now),
    );
    let (one, other) = (one.unwrap(), other.unwrap());
    let kept = Path::new("/home/ana/Case 1.weighbridge.ron");
    one.record(session.scenario(), Some(kept), now).unwrap();
    let later = time("2026-11-24T07:10:00.5Z");
    other.record(session.scenario(), None, later).unwrap();
    let found = || Journal::left_in(folder.path(), session.catalogue());
    assert_eq!(found(), [], "both runs go on");

    // A crash: the run ends without another word.
    drop(one);
    assert_eq!(found().len(), 1);
    drop(other);
    let left = found();
    assert_eq!([left[0].at, left[1].at], [later, now]);
    assert_eq!(
        [left[0].path.as_deref(), left[1].path.as_deref()],
        [None, Some(kept)]
    );
    assert!(left.iter().all(|work| work.scenario == *session.scenario()));
    let restored = Document::restored(left[1].scenario.clone(), left[1].path.clone());
    assert!(restored.is_dirty());
    left[0].discard().unwrap();
    assert_eq!(found().len(), 1);
    left[1].discard().unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);

    // A run that ends in order leaves nothing to offer, and neither does one that saved.
    let journal = Journal::begin(folder.path(), now).unwrap();
    journal.record(session.scenario(), None, now).unwrap();
    journal.clear().unwrap();
    journal.record(session.scenario(), None, now).unwrap();
    journal.finish().unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    // A record that is damaged is not offered, and stays.
    let damaged = folder.path().join("x.weighbridge.ron");
    fs::write(&damaged, "// Unsaved work of yesterday").unwrap();
    assert_eq!(found(), []);
    assert!(damaged.exists());
}

#[test]
fn the_record_of_unsaved_work_keeps_up_without_haste() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session();
    let at = |second: &str| time(&format!("2026-11-24T07:00:{second}Z"));
    let mut journal = Journal::begin(folder.path(), at("00")).unwrap();
    let mut keep_up =
        |session: &Session, second: &str| journal.keep_up(session.document(), at(second)).unwrap();
    assert!(!keep_up(&session, "01"), "nothing is unsaved");
    set(&mut session, "workload.users", 1.0);
    assert!(keep_up(&session, "02"));
    assert!(!keep_up(&session, "10"), "nothing changed since");
    set(&mut session, "workload.users", 2.0);
    assert!(keep_up(&session, "11"));
    set(&mut session, "workload.users", 3.0);
    assert!(!keep_up(&session, "12"), "too soon");
    assert!(keep_up(&session, "13"));
    session.mark_saved(folder.path().join("case.weighbridge.ron"));
    assert!(keep_up(&session, "20"), "saved work is forgotten");
    assert!(!keep_up(&session, "30"));
    set(&mut session, "workload.users", 4.0);
    assert!(keep_up(&session, "40"));
    drop(journal);
    let left = Journal::left_in(folder.path(), session.catalogue());
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].scenario, *session.scenario());
}

#[test]
fn many_requests_in_a_row_end_with_the_newest_answer() {
    let mut session = session();
    let (wake, woken) = std::sync::mpsc::channel();
    let work = |scenario: Arc<Scenario>, on_step: &mut dyn FnMut(usize) -> ControlFlow<()>| {
        let mut total = None;
        for round in 0..20 {
            if on_step(round).is_break() {
                break;
            }
            total = evaluate(&scenario).options[0].get(Measure::Total);
        }
        total
    };
    let mut worker = Worker::spawn("draws", work, move || wake.send(()).unwrap_or(())).unwrap();
    for requests in 1..=50 {
        let requests = f64::from(requests) * 1e5;
        set(&mut session, "workload.requests_per_month", requests);
        worker.start(session.document().scenario().clone());
    }
    let mut answer = None;
    while worker.is_busy() {
        woken.recv().unwrap();
        for event in worker.poll() {
            assert_eq!(event.generation(), 50);
            if let Event::Finished { result, .. } = event {
                answer = result;
            }
        }
    }
    assert!(answer.is_some());
    assert_eq!(answer, session.outcome().options[0].get(Measure::Total));
    // A drag that ends with the work still running costs nothing but its end.
    worker.start(session.document().scenario().clone());
    drop(worker);
}

#[test]
fn recent_files_are_remembered_latest_first() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data/recent.txt");
    let mut recent = Recent::load(&file);
    assert_eq!(recent, Recent::default());
    for number in 0..12 {
        recent.add(Path::new(&format!("/cases/{number}.weighbridge.ron")));
    }
    recent.add(Path::new("/cases/7.weighbridge.ron"));
    recent.add(Path::new("not on\none line"));
    assert_eq!(recent.paths().len(), 10);
    assert_eq!(recent.paths()[0], Path::new("/cases/7.weighbridge.ron"));
    recent.remove(Path::new("/cases/11.weighbridge.ron"));
    recent.save(&file).unwrap();
    assert_eq!(Recent::load(&file), recent);
    assert_eq!(recent.paths().len(), 9);
}

#[test]
fn a_typed_path_gets_its_extension() {
    for (typed, expected) in [
        ("case", "case.weighbridge.ron"),
        ("a/b.c/case 1.2", "a/b.c/case 1.2.weighbridge.ron"),
        ("case.weighbridge", "case.weighbridge.ron"),
        ("case.ron", "case.ron"),
        ("case.weighbridge.ron", "case.weighbridge.ron"),
    ] {
        assert_eq!(with_extension(Path::new(typed)), Path::new(expected));
    }
}

#[test]
fn presets_of_the_users_own_are_read_written_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let presets = Folders::below(folder.path()).presets();
    let (built_in, today) = (catalogue(), date("2026-11-24"));
    let none = load_presets(&presets, &built_in, today);
    assert_eq!((none.faults.len(), none.unreadable.len()), (0, 0));
    let sourcing = Sourcing {
        source: "our contract".to_owned(),
        as_of: today,
        quality: Quality::Entered,
        note: None,
    };
    let price = ApiPrice {
        id: PriceId::from("vendor/large/ours"),
        provider: "vendor".into(),
        model: ModelId::from("large"),
        offer: Some("ours".to_owned()),
        name_at_provider: None,
        format: None,
        kind: PriceKind::List,
        effective_from: Some(today),
        effective_until: None,
        input_usd_per_mtok: 1.5,
        output_usd_per_mtok: 6.0,
        cached_input_usd_per_mtok: None,
        cache_write_usd_per_mtok: None,
        batch: None,
        tiers: Vec::new(),
        provenance: Provenance::new(sourcing, Default::default()),
    };
    let file = put_preset(&presets, &price).unwrap().unwrap();
    fs::create_dir_all(presets.join("more")).unwrap();
    fs::write(presets.join("more/bad.ron"), "[ApiPrice(id: 5)]").unwrap();
    fs::write(presets.join("notes.txt"), "not a preset").unwrap();
    fs::write(presets.join("latin.ron"), [b'[', 0xe9, b']']).unwrap();
    let loaded = load_presets(&presets, &built_in, today);
    let prices = &loaded.catalogue.records().prices;
    let own = prices.iter().find(|own| own.id == price.id).unwrap();
    assert!(own.provenance.is_users());
    assert_eq!((own.input_usd_per_mtok, prices.len()), (1.5, 3));
    let faulty: Vec<bool> = ["bad.ron", "latin.ron"]
        .map(|name| loaded.faults.iter().any(|fault| fault.file.ends_with(name)))
        .to_vec();
    assert_eq!(faulty, [true, true], "{:?}", loaded.faults);
    assert_eq!(
        remove_preset(&presets, "ApiPrice", "vendor/large/ours"),
        Ok(Ok(true))
    );
    assert_eq!(
        remove_preset(&presets, "ApiPrice", "vendor/large/ours"),
        Ok(Ok(false))
    );
    assert!(file.exists());
    // A file that is no text is not written over.
    fs::write(&file, [0xff]).unwrap();
    assert!(put_preset(&presets, &price).unwrap().is_err());
    assert_eq!(fs::read(&file).unwrap(), [0xff]);
}

/// Actions of any kind on whatever options there are; many are refused.
fn any_action(seed: &mut Seed, session: &Session) -> Action {
    let options = &session.scenario().options;
    let option = match options.len() {
        0 => id("nobody"),
        count => options[seed.below(count)].id.clone(),
    };
    let mut paths = Vec::new();
    session
        .scenario()
        .each_figure(&mut |at, _| paths.push((at.path(), at.spec)));
    let (path, spec) = paths[seed.below(paths.len())].clone();
    let index = seed.below(3);
    match seed.below(22) {
        0..=3 => Action::SetFigure {
            path,
            figure: seed.figure(spec),
        },
        4 => Action::SetValue {
            path,
            value: seed.figure(spec).value,
        },
        5 => Action::ResetFigure { path },
        6 => Action::SetTitle(seed.text()),
        7 => Action::SetNotes(seed.text()),
        8 => Action::SetDate(seed.date()),
        9 => Action::SetCurrency(Currency::ALL[seed.below(9)]),
        10 => Action::DuplicateOption(option),
        11 => Action::RenameOption {
            option,
            name: seed.text(),
        },
        12 => Action::MoveOption { option, to: index },
        13 => Action::RemoveOption(option),
        14 => Action::SetPrice {
            option,
            price: PriceId::from("vendor/small/2026"),
        },
        15 => Action::AddContextTier(option),
        16 => Action::RemoveContextTier { option, index },
        17 => Action::AddVolumeDiscount(option),
        18 => Action::SetCascadePart {
            option,
            part: CascadePart::Large,
            to: options.first().map(|option| option.id.clone()),
        },
        19 => Action::BeginGesture,
        20 => Action::EndGesture,
        _ if seed.once_in(2) => Action::Undo,
        _ => Action::Redo,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_done_can_be_saved_reopened_and_taken_back(seed in any::<u64>()) {
        let mut seed = Seed(seed);
        let start = if seed.once_in(2) { session().scenario().clone() } else { seed.scenario() };
        let mut session = Session::new(
            Document::new(start.clone(), None), catalogue(), date("2026-11-24"),
        );
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("case.weighbridge.ron");
        for _ in 0..30 {
            let action = any_action(&mut seed, &session);
            let _ = session.update(action);
        }
        let now = time("2026-11-24T07:00:00Z");
        let _ = save(&file, session.scenario(), None, now).unwrap();
        let again = open(&file, session.catalogue()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&again.scenario, session.scenario());
        let end = session.scenario().clone();
        let mut steps = 0;
        while session.update(Action::Undo).changed {
            steps += 1;
        }
        prop_assert_eq!(session.scenario(), &start);
        prop_assert!(!session.document().is_dirty());
        for _ in 0..steps {
            prop_assert!(session.update(Action::Redo).changed);
        }
        prop_assert_eq!(session.scenario(), &end);
    }
}

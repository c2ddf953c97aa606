//! Journeys: what a user does, and the state it must lead to.

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::arbitrary::Seed;
use crate::journey::{
    PRESETS, act, catalogue, date, english, id, ids, path, session, set, time, value,
};
use proptest::prelude::*;
use weighbridge_catalogue::{PresetFile, load_built_in};
use weighbridge_engine::catalogue::{Catalogue, ModelId, PriceId, Quality, WeightFormat};
use weighbridge_engine::compose::{self, HardwareChoice};
use weighbridge_engine::figure::{Figure, Origin, Range, RangeReading};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{
    Answer, CapabilityScore, Correlation, CustomisationMethod, InputPath, Plan, Sampling,
    SamplingMethod, Setting,
};
use weighbridge_engine::uncertainty::{Quantities, Settings, draw};
use weighbridge_engine::{Scenario, evaluate};
use weighbridge_session::files::{open, save};
use weighbridge_session::jobs::{Event, Worker};
use weighbridge_session::{
    Action, ActionError, CascadePart, Document, Session, Step, StepReason, StepState,
};
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Currency, Message};

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
        range: Some(Range::new(low, high, RangeReading::Bounds)),
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
fn a_copy_moves_with_its_original_also_after_an_edit() {
    let mut session = session();
    let (own, copied) = (
        path("options.large.people.ml_engineer_fte"),
        path("options.large-2.people.ml_engineer_fte"),
    );
    let ranged = |low: f64, value: f64, high: f64, quantity: Option<&str>| Figure {
        range: Some(Range {
            quantity: quantity.map(str::to_owned),
            ..Range::new(low, high, RangeReading::Percentiles10And90)
        }),
        ..Figure::entered(value)
    };
    let set_figure = |path: &InputPath, figure: Figure| Action::SetFigure {
        path: path.clone(),
        figure,
    };
    act(&mut session, set_figure(&own, ranged(0.1, 0.2, 0.6, None)));
    act(&mut session, Action::DuplicateOption(id("large")));
    let quantities = Quantities::of(session.scenario()).unwrap();
    assert_eq!(quantities.place_of(&own), quantities.place_of(&copied));
    assert!(quantities.place_of(&own).is_some());
    let original = session.scenario().figure(&own).unwrap().clone();
    assert_eq!(original.range.unwrap().quantity, None, "it stays as it was");

    let copy = session.scenario().figure(&copied).unwrap();
    let quantity = copy.range.as_ref().unwrap().quantity.clone();
    assert_eq!(quantity.as_deref(), Some(own.as_str()));
    let edited = ranged(0.3, 0.9, 2.0, quantity.as_deref());
    act(&mut session, set_figure(&copied, edited));
    let draws = draw(session.scenario(), Settings::default()).unwrap();
    let (one, other) = (draws.values_at(&own), draws.values_at(&copied));
    let mut pairs: Vec<(f64, f64)> = one
        .unwrap()
        .iter()
        .copied()
        .zip(other.unwrap().iter().copied())
        .collect();
    pairs.sort_by(|one, other| one.0.total_cmp(&other.0));
    assert!(pairs.windows(2).all(|pair| pair[0].1 <= pair[1].1));
    assert!(pairs.iter().any(|(one, other)| one != other));
}

#[test]
fn the_way_of_sampling_is_checked_and_dimensions_are_only_appended_to() {
    let mut session = session();
    let range = |path: &str| Action::SetFigure {
        path: InputPath::new(path),
        figure: Figure {
            range: Some(Range::new(1.0, 9.0, RangeReading::Bounds)),
            ..Figure::entered(4.0)
        },
    };
    act(&mut session, range("workload.users"));
    act(
        &mut session,
        range("options.large.transition.implementation_usd"),
    );
    let sampling = session.scenario().sampling.clone();
    let pair = |first: &str, second: &str, rank: f64| Correlation {
        first: first.to_owned(),
        second: second.to_owned(),
        rank,
    };
    let contradiction = vec![pair("a", "b", 0.9), pair("b", "c", 0.9)];
    for refused in [
        Sampling {
            draws: 1,
            ..sampling.clone()
        },
        Sampling {
            correlations: contradiction,
            ..sampling.clone()
        },
    ] {
        let effects = session.update(Action::SetSampling(refused));
        let error = effects.failure.unwrap();
        for locale in Locale::ALL {
            let sentence = Text::new(locale).describe(&error);
            assert!(!sentence.contains(['[', '{']), "{sentence}");
        }
    }
    assert_eq!(session.scenario().sampling, sampling);
    let sobol = Sampling {
        method: SamplingMethod::Sobol,
        ..sampling
    };
    act(&mut session, Action::SetSampling(sobol.clone()));
    let first = session.scenario().sampling.dimensions.clone();
    assert!(first.contains(&"workload.users".to_owned()));
    act(
        &mut session,
        range("options.large.maintenance.services_usd_per_month"),
    );
    act(&mut session, Action::SetSampling(sobol));
    let then = session.scenario().sampling.dimensions.clone();
    assert!(then.starts_with(&first));
    assert_eq!(then.len(), first.len() + 1);
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
    match seed.below(28) {
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
        21 => Action::AddParticipant(seed.text()),
        22 => Action::SetAnswer {
            condition: format!("condition-{index}"),
            answer: [Answer::Unknown, Answer::Yes, Answer::No][seed.below(3)],
        },
        23 => Action::RemoveCriterion(format!("criterion-{index}")),
        24 => Action::RemoveGate(format!("gate-{index}")),
        25 => Action::SetValue {
            path: InputPath::new(format!("options.{option}.assessment.criterion-{index}")),
            value: 40.0,
        },
        26 => Action::ResetFigure {
            path: InputPath::new(format!("options.{option}.assessment.criterion-{index}")),
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

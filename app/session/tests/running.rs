//! How a self-hosted option runs: engine, cache and accelerators, and the estimate that follows.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::sync::Arc;

use weighbridge_catalogue::built_in;
use weighbridge_engine::catalogue::{HardwareId, ModelId, WeightFormat};
use weighbridge_engine::compose;
use weighbridge_engine::figure::Origin;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{InputPath, OptionId, SelfHosted};
use weighbridge_engine::serving::deployed::hosting_of;
use weighbridge_session::{Action, Document, Session};
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Message, PartialDate};

fn id() -> OptionId {
    OptionId::parse("own").unwrap()
}

fn session() -> Session {
    let catalogue = Arc::new(built_in().unwrap().0);
    let today = PartialDate::parse("2026-11-24").unwrap();
    let mut scenario = compose::new_scenario(&catalogue, "Case", today);
    let (model, hardware) = (
        ModelId::from("llama-3.1-70b-instruct"),
        HardwareId::from("h100-sxm"),
    );
    let format = WeightFormat::Bf16;
    let option = compose::owned_option(&scenario, &catalogue, &model, format, &hardware);
    let mut option = option.unwrap();
    option.id = id();
    option.name = "Own servers".to_owned();
    scenario.options.push(option);
    Session::new(Document::new(scenario, None), catalogue, today)
}

fn act(session: &mut Session, action: Action) {
    let effects = session.update(action.clone());
    assert_eq!(effects.failure, None, "{action:?}");
}

fn run_under(session: &mut Session, engine: &str) {
    let engine = engine.to_owned();
    act(
        session,
        Action::SetEngine {
            option: id(),
            engine,
        },
    );
}

fn cache_in(session: &mut Session, bits: f64) {
    act(session, Action::SetCacheBits { option: id(), bits });
}

fn hosting(session: &Session) -> &SelfHosted {
    hosting_of(session.scenario(), &id()).unwrap()
}

fn path(field: &str) -> InputPath {
    InputPath::new(format!("options.own.serving.{field}"))
}

fn measure(session: &Session, measure: Measure) -> f64 {
    let outcome = session.outcome().option(&id()).unwrap();
    outcome.get(measure).unwrap()
}

#[test]
fn another_engine_is_estimated_anew_and_can_be_taken_back() {
    let mut session = session();
    let before = session.scenario().clone();
    assert_eq!(hosting(&session).engine, "vllm");
    let speed = measure(&session, Measure::TokensPerSecond);
    let catalogue = Arc::clone(session.catalogue());
    let engines = compose::measured_engines(catalogue.estimator().unwrap());
    for engine in ["vllm", "tensorrt-llm", "sglang", "llama.cpp"] {
        assert!(engines.contains(&engine), "{engines:?}");
    }
    run_under(&mut session, "tensorrt-llm");
    assert_eq!(hosting(&session).engine, "tensorrt-llm");
    assert_ne!(measure(&session, Measure::TokensPerSecond), speed);
    let undo = Message::new("undo-named").with("edit", session.undo_name().unwrap().clone());
    assert_eq!(
        Text::new(Locale::En).render(&undo),
        "Undo change of engine of “Own servers”"
    );
    act(&mut session, Action::Undo);
    assert_eq!(*session.scenario(), before);
    // There and back again is where it was.
    run_under(&mut session, "llama.cpp");
    run_under(&mut session, "vllm");
    assert_eq!(session.scenario().options, before.options);
}

#[test]
fn what_somebody_entered_stays_whatever_the_engine() {
    let mut session = session();
    for (field, value) in [("teraflops_per_gpu", 800.0), ("layer_microseconds", 3.0)] {
        let path = path(field);
        act(&mut session, Action::SetValue { path, value });
    }
    run_under(&mut session, "sglang");
    let serving = &hosting(&session).serving;
    assert_eq!(serving.teraflops_per_gpu.value, 800.0);
    assert_eq!(serving.layer_microseconds.value, 3.0);
    // Taken back, it is the chosen engine's and not that of the usual one.
    let path = path("layer_microseconds");
    act(&mut session, Action::ResetFigure { path });
    let reset = hosting(&session).serving.layer_microseconds.clone();
    assert!(matches!(reset.origin, Origin::Estimated { .. }));
    let mut fresh = self::session();
    run_under(&mut fresh, "sglang");
    assert_eq!(hosting(&fresh).serving.layer_microseconds, reset);
}

#[test]
fn a_cache_in_fewer_bits_holds_more_and_outlives_a_change_of_weights() {
    let mut session = session();
    let before = session.scenario().clone();
    let catalogue = Arc::clone(session.catalogue());
    let bits = |session: &Session| {
        compose::cache_bits(&catalogue, session.scenario().option(&id()).unwrap())
    };
    assert_eq!(bits(&session), Some(16.0));
    let held = measure(&session, Measure::SequencesThatFit);
    cache_in(&mut session, 8.0);
    assert_eq!(bits(&session), Some(8.0));
    let more = measure(&session, Measure::SequencesThatFit);
    assert!(more >= 2.0 * held, "{held} {more}");
    // What the catalogue says of the option is the same as before, in fewer bits.
    assert_eq!(session.preset_changes(), []);
    let set = |format| Action::SetModel {
        option: id(),
        model: ModelId::from("llama-3.1-70b-instruct"),
        format,
    };
    act(&mut session, set(WeightFormat::Fp8));
    assert_eq!(bits(&session), Some(8.0));
    act(&mut session, set(WeightFormat::Bf16));
    cache_in(&mut session, 16.0);
    assert_eq!(session.scenario().options, before.options);
    let value = 1_000.0;
    let path = path("kv_cache_bytes_per_token");
    act(&mut session, Action::SetValue { path, value });
    assert_eq!(bits(&session), None);
}

#[test]
fn layers_follow_the_accelerators_of_an_engine_that_divides_them() {
    let mut session = session();
    run_under(&mut session, "llama.cpp");
    let stages = |session: &Session| hosting(session).serving.pipeline_stages.value;
    let gpus = hosting(&session).serving.gpus_per_replica.value;
    assert!(gpus > 1.0);
    assert_eq!(stages(&session), gpus);
    let set = |field: &str, value: f64| Action::SetValue {
        path: path(field),
        value,
    };
    act(&mut session, set("gpus_per_replica", 8.0));
    assert_eq!(stages(&session), 8.0);
    act(&mut session, set("pipeline_stages", 2.0));
    act(&mut session, set("gpus_per_replica", 4.0));
    assert_eq!(stages(&session), 2.0, "what was entered stays");
    let reset = path("pipeline_stages");
    act(&mut session, Action::ResetFigure { path: reset });
    assert_eq!(stages(&session), 4.0);
    // What is estimated of its speed follows: it is that of an option made so.
    let factors = |session: &Session| {
        let serving = &hosting(session).serving;
        let figures = [
            &serving.decode_speed_factor,
            &serving.throughput_speed_factor,
        ];
        figures.map(Clone::clone)
    };
    let followed = factors(&session);
    run_under(&mut session, "llama.cpp");
    assert_eq!(factors(&session), followed);
    run_under(&mut session, "vllm");
    assert_eq!(stages(&session), 1.0);
    act(&mut session, set("gpus_per_replica", 2.0));
    assert_eq!(stages(&session), 1.0);
}

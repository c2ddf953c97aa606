//! What a user does with measurements, and the state it must lead to.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use weighbridge_catalogue::built_in;
use weighbridge_engine::catalogue::{HardwareId, ModelId, WeightFormat};
use weighbridge_engine::compose::{self, HardwareChoice};
use weighbridge_engine::figure::Origin;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{InputPath, Measurement, MeasurementKind, OptionId, Subject};
use weighbridge_engine::serving::{Quantity, case_of};
use weighbridge_session::{Action, ActionError, Document, Session};
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Message, PartialDate};

fn id(text: &str) -> OptionId {
    OptionId::parse(text).unwrap()
}

/// One model on two machines of a kind and one of another.
fn session() -> Session {
    let catalogue = Arc::new(built_in().unwrap().0);
    let today = PartialDate::parse("2026-11-24").unwrap();
    let mut scenario = compose::new_scenario(&catalogue, "Case", today);
    for (name, model) in [
        ("small", "llama-3.1-8b-instruct"),
        ("large", "llama-3.1-70b-instruct"),
    ] {
        let model = ModelId::from(model);
        let hardware = HardwareId::from("h100-sxm");
        let format = WeightFormat::Bf16;
        let option = compose::owned_option(&scenario, &catalogue, &model, format, &hardware);
        let mut option = option.unwrap();
        option.id = id(name);
        scenario.options.push(option);
    }
    Session::new(Document::new(scenario, None), catalogue, today)
}

/// Twice as slow as estimated between tokens.
fn slow(session: &Session) -> Measurement {
    let case = case_of(session.scenario(), &id("small"), Quantity::InterToken).unwrap();
    let estimated = session.catalogue().estimator().unwrap().unchecked(&case);
    Measurement::new(
        "run".to_owned(),
        MeasurementKind::ThisMachine,
        session.today(),
        "this machine".to_owned(),
        Subject::Deployment(case),
        2.0 * estimated,
    )
}

fn act(session: &mut Session, action: Action) {
    let effects = session.update(action.clone());
    assert_eq!(effects.failure, None, "{action:?}");
}

fn time_per_token(session: &Session, option: &str) -> f64 {
    let outcome = session.outcome().option(&id(option)).unwrap();
    outcome.get(Measure::TimePerOutputToken).unwrap()
}

fn is_measured(session: &Session) -> bool {
    let path = InputPath::new("options.small.serving.decode_speed_factor");
    let figure = session.scenario().figure(&path).unwrap();
    matches!(figure.origin, Origin::Measured { .. })
}

#[test]
fn a_measurement_moves_results_at_once_and_every_step_can_be_taken_back() {
    let mut session = session();
    let before = session.scenario().clone();
    let (fast, fast_large) = (
        time_per_token(&session, "small"),
        time_per_token(&session, "large"),
    );
    let measurement = slow(&session);
    act(&mut session, Action::AddMeasurements(vec![measurement]));
    assert!(is_measured(&session));
    assert!(time_per_token(&session, "small") > 1.5 * fast);
    assert!(time_per_token(&session, "large") > fast_large);
    let kept = &session.scenario().measurements[0];
    assert_eq!(kept.id, "run");
    let times = kept.value / kept.estimated.unwrap();
    assert!((times - 2.0).abs() < 1e-9, "{times}");
    let undo = Message::new("undo-named").with("edit", session.undo_name().unwrap().clone());
    assert_eq!(
        Text::new(Locale::En).render(&undo),
        "Undo adding 1 measurement"
    );

    let measured = session.scenario().clone();
    let aside = |used| Action::UseMeasurement {
        measurement: "run".to_owned(),
        used,
    };
    act(&mut session, aside(false));
    assert_eq!(session.scenario().options, before.options);
    assert_eq!(session.scenario().measurements.len(), 1);
    act(&mut session, aside(true));
    assert_eq!(*session.scenario(), measured);
    act(&mut session, Action::RemoveMeasurement("run".to_owned()));
    assert_eq!(*session.scenario(), before);
    for _ in 0..3 {
        act(&mut session, Action::Undo);
    }
    assert_eq!(*session.scenario(), measured);
    act(&mut session, Action::Undo);
    assert_eq!(*session.scenario(), before);
    act(&mut session, Action::Redo);
    assert_eq!(*session.scenario(), measured);
}

#[test]
fn an_option_that_gets_the_measured_machine_gets_the_measured_speed() {
    let mut session = session();
    let measurement = slow(&session);
    act(&mut session, Action::AddMeasurements(vec![measurement]));
    let slowed = time_per_token(&session, "small");
    let move_to = |hardware: &str| Action::SetHardware {
        option: id("small"),
        choice: HardwareChoice::Hardware(HardwareId::from(hardware)),
    };
    act(&mut session, move_to("mi300x"));
    assert!(!is_measured(&session));
    act(&mut session, move_to("h100-sxm"));
    assert!(is_measured(&session));
    assert!((time_per_token(&session, "small") / slowed - 1.0).abs() < 1e-9);
}

#[test]
fn ids_give_way_and_what_cannot_be_is_refused_whole() {
    let mut session = session();
    let measurement = slow(&session);
    let twice = vec![measurement.clone(), measurement.clone()];
    act(&mut session, Action::AddMeasurements(twice));
    let ids: Vec<&str> = session
        .scenario()
        .measurements
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(ids, ["run", "run-2"]);
    let before = session.scenario().clone();
    let bad = Measurement {
        value: 0.0,
        ..measurement.clone()
    };
    let many = vec![measurement.clone(); Measurement::MOST];
    for (action, failure) in [
        (
            Action::AddMeasurements(vec![measurement, bad]),
            ActionError::NotMeasured(0.0),
        ),
        (
            Action::AddMeasurements(many),
            ActionError::TooManyMeasurements,
        ),
        (
            Action::RemoveMeasurement("walk".to_owned()),
            ActionError::NoSuchMeasurement("walk".to_owned()),
        ),
    ] {
        assert_eq!(session.update(action).failure, Some(failure));
        assert_eq!(*session.scenario(), before);
    }
}

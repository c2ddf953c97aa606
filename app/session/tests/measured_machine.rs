//! A run on this machine, followed to the end: the speed of an option on devices, its latency gate,
//! the hours its devices are busy, energy, cost, and what is recommended.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;
use std::sync::Arc;

use weighbridge_catalogue::built_in;
use weighbridge_catalogue::scenario::{read, write};
use weighbridge_engine::compose::{MeasuredMachine, measurement_effects};
use weighbridge_engine::figure::Origin;
use weighbridge_engine::model::{CostLine, Measure};
use weighbridge_engine::scenario::{
    InputPath, MeasuredRun, Measurement, MeasurementKind, OptionId, RunModel, RunPlace, RunPlan,
    RunVerdict, Setting, Subject,
};
use weighbridge_engine::serving::{Case, Device, DeviceClass, Quantity, case_of};
use weighbridge_engine::weighing::Verdict;
use weighbridge_session::{Action, Document, Session};
use weighbridge_units::PartialDate;

const LAPTOP: &str = "laptop";
const LARGER: &str = "laptop-8b";

fn id(text: &str) -> OptionId {
    OptionId::parse(text).unwrap()
}

/// Summaries on the laptops that lawyers have.
fn session() -> Session {
    let catalogue = Arc::new(built_in().unwrap().0);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../presets/scenarios");
    let text = std::fs::read_to_string(folder.join("laptop-summaries.weighbridge.ron")).unwrap();
    let scenario = read("laptop-summaries", &text, &catalogue)
        .unwrap()
        .scenario;
    let today = PartialDate::parse("2026-11-24").unwrap();
    Session::new(Document::new(scenario, None), catalogue, today)
}

/// A laptop with fast memory, as it might be found and measured.
fn machine() -> MeasuredMachine {
    MeasuredMachine {
        name: "The laptop in the room".to_owned(),
        device: Device {
            id: "here: An ordinary processor".to_owned(),
            class: DeviceClass::Processor,
            is_consumer: false,
            memory_gb: 32.0,
            bandwidth_gb_s: 135.0,
            bf16_tflops: 4.0,
            fp8_tflops: None,
            fp4_tflops: None,
            link_gb_s: 1.0,
        },
        on: PartialDate::parse("2026-11-24").unwrap(),
        is_measured: true,
        is_rate_known: true,
    }
}

/// A run of a model of a billion weights on that laptop.
fn run() -> MeasuredRun {
    MeasuredRun {
        id: "1b".to_owned(),
        on: machine().on,
        place: RunPlace::Processor {
            threads: 8,
            instructions: "AVX2".to_owned(),
        },
        model: RunModel {
            name: "1B".to_owned(),
            format: "Q4_0".to_owned(),
            weight_bytes: Some(696e6),
            seed: Some(1),
        },
        plan: RunPlan {
            prompt_tokens: vec![128],
            output_tokens: 64,
            concurrency: vec![1],
            arrivals: None,
            repeats: 3,
            warm_up: 1,
            time_limit_seconds: 120.0,
        },
        machine: None,
        verdict: RunVerdict::default(),
        answered: 3,
        failed: 0,
        energy_joules: None,
        energy_seconds: None,
    }
}

/// What the run measured: so many times what is estimated for the model there.
fn measured(session: &Session, times: f64) -> Vec<Measurement> {
    let estimator = session.catalogue().estimator().unwrap();
    let own = case_of(session.scenario(), &id(LAPTOP), Quantity::DecodeAlone).unwrap();
    let mut list = Vec::new();
    for (name, quantity) in [
        ("writing", Quantity::DecodeAlone),
        ("reading", Quantity::Prefill),
    ] {
        let mut shapes = own.shapes;
        (shapes.parameters_billion, shapes.active_billion) = (1.236, 1.236);
        (shapes.layers, shapes.hidden) = (16.0, 2048.0);
        (shapes.cache_elements, shapes.heads) = (1024.0, Some(32.0));
        let case = Case {
            quantity,
            engine: "llama.cpp".to_owned(),
            model: "Llama-3.2-1B".to_owned(),
            shapes,
            device: machine().device,
            weight_bits: 4.5,
            input_tokens: 128.0,
            output_tokens: 64.0,
            ..own.clone()
        };
        list.push(Measurement {
            id: name.to_owned(),
            kind: MeasurementKind::ThisMachine,
            on: machine().on,
            source: machine().name,
            value: times * estimator.unchecked(&case),
            subject: Subject::Deployment(case),
            spread: None,
            estimated: None,
            conditions: "8 threads".to_owned(),
            run: None,
            is_busy: false,
            is_in_use: true,
        });
    }
    list
}

fn act(session: &mut Session, action: Action) {
    let effects = session.update(action.clone());
    assert_eq!(effects.failure, None, "{action:?}");
}

/// What the chain from speed to decision comes to for an option.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Figures {
    seconds_per_token: f64,
    seconds_to_first_token: f64,
    utilisation: f64,
    energy_usd: f64,
    usd_per_request: f64,
    npv_usd: f64,
}

fn figures(session: &Session, option: &str) -> Figures {
    let outcome = session.outcome().option(&id(option)).unwrap();
    let get = |measure| outcome.get(measure).unwrap();
    Figures {
        seconds_per_token: get(Measure::TimePerOutputToken),
        seconds_to_first_token: get(Measure::TimeToFirstToken),
        utilisation: get(Measure::Utilisation),
        energy_usd: outcome.line_usd(CostLine::Energy).unwrap(),
        usd_per_request: get(Measure::PerRequest),
        npv_usd: get(Measure::NetPresentValue),
    }
}

/// Ids of the gates that close on an option.
fn closed_gates(session: &Session, option: &str) -> Vec<String> {
    let option = session.weighing().option(&id(option)).unwrap();
    let gates = option.gates.iter();
    gates
        .filter(|gate| matches!(gate.verdict, Verdict::Closed(_)))
        .map(|gate| gate.gate.clone())
        .collect()
}

fn best(session: &Session) -> Option<String> {
    session
        .weighing()
        .best()
        .map(|option| option.id.to_string())
}

fn put_on_the_laptop(session: &mut Session) {
    for option in [LAPTOP, LARGER] {
        let machine = Box::new(machine());
        act(
            session,
            Action::SetMeasuredMachine {
                option: id(option),
                machine,
            },
        );
    }
}

fn add_run(session: &mut Session, times: f64) {
    let measurements = measured(session, times);
    let run = Box::new(run());
    act(session, Action::AddRun { run, measurements });
}

#[test]
fn a_run_here_moves_speed_hours_energy_and_cost_of_options_on_devices() {
    let mut session = session();
    let published = figures(&session, LAPTOP);
    put_on_the_laptop(&mut session);
    let estimated = figures(&session, LAPTOP);
    // 135 GB/s instead of 273 GB/s, on the processor instead of its graphics.
    assert!(estimated.seconds_per_token > 1.3 * published.seconds_per_token);
    assert!(estimated.energy_usd > published.energy_usd);

    add_run(&mut session, 0.5);
    let slowed = figures(&session, LAPTOP);
    // Half the speed of a model of a billion weights means about half that of three billions.
    let times = slowed.seconds_per_token / estimated.seconds_per_token;
    assert!((1.6..=2.1).contains(&times), "{times}");
    assert!(slowed.seconds_to_first_token > 1.5 * estimated.seconds_to_first_token);
    // Devices are busy for as much longer, take as much more energy, and cost that much more.
    let busier = slowed.utilisation / estimated.utilisation;
    assert!(busier > 1.5, "{busier}");
    let energy = slowed.energy_usd / estimated.energy_usd;
    assert!((energy / busier - 1.0).abs() < 1e-9, "{energy} {busier}");
    assert!(slowed.usd_per_request > estimated.usd_per_request);
    assert!(slowed.npv_usd > estimated.npv_usd);
    let larger = session.outcome().option(&id(LARGER)).unwrap();
    assert!(larger.get(Measure::TimePerOutputToken).unwrap() > 1.6 * slowed.seconds_per_token);
}

/// Only what stays on the client's premises will do, fast enough to wait for.
fn ask_for_speed_at_home(session: &mut Session) {
    for gate in ["data-residency", "first-token", "writing-speed"] {
        let (gate, on) = (gate.to_owned(), true);
        act(session, Action::SetGate { gate, on });
    }
    let place = Setting::Word("own-premises".to_owned());
    let path = InputPath::new("gates.data-residency.allowed");
    act(
        session,
        Action::SetChoice {
            path,
            setting: place,
        },
    );
}

#[test]
fn a_run_here_closes_and_opens_the_gates_and_changes_what_is_chosen() {
    let mut session = session();
    ask_for_speed_at_home(&mut session);
    put_on_the_laptop(&mut session);
    assert_eq!(best(&session).as_deref(), Some(LAPTOP));
    assert_eq!(closed_gates(&session, LAPTOP), [""; 0]);
    let estimated = session.weighing().clone();

    // What was measured is too slow, so that nothing is left that may be chosen.
    add_run(&mut session, 0.2);
    assert_eq!(
        closed_gates(&session, LAPTOP),
        ["first-token", "writing-speed"]
    );
    assert_eq!(best(&session), None);
    act(&mut session, Action::Undo);
    assert_eq!(*session.weighing(), estimated);

    // Left aside it says nothing; on a busy machine it never does.
    add_run(&mut session, 0.2);
    for measurement in ["writing", "reading"] {
        let (measurement, used) = (measurement.to_owned(), false);
        act(&mut session, Action::UseMeasurement { measurement, used });
    }
    assert_eq!(*session.weighing(), estimated);
    for _ in 0..3 {
        act(&mut session, Action::Undo);
    }

    // Much faster than expected, the larger model may be chosen too.
    assert_ne!(closed_gates(&session, LARGER), [""; 0]);
    add_run(&mut session, 2.5);
    assert_eq!(closed_gates(&session, LARGER), [""; 0]);
}

#[test]
fn every_step_can_be_taken_back_to_the_bit_and_a_saved_case_is_the_same() {
    let mut session = session();
    let first = session.scenario().clone();
    let at_first = figures(&session, LAPTOP);
    put_on_the_laptop(&mut session);
    add_run(&mut session, 0.5);
    let measured = session.scenario().clone();
    assert_eq!(measured.runs.len(), 1);
    let names: Vec<Option<&str>> = measured
        .measurements
        .iter()
        .map(|one| one.run.as_deref())
        .collect();
    assert_eq!(names, [Some("1b"), Some("1b")]);
    let again = read("saved", &write(&measured), session.catalogue());
    assert_eq!(again.unwrap().scenario, measured);

    // The run goes with the last of its measurements, and comes back with the first.
    let at_measured = figures(&session, LAPTOP);
    for (gone, runs) in [("writing", 1), ("reading", 0)] {
        act(&mut session, Action::RemoveMeasurement(gone.to_owned()));
        assert_eq!(session.scenario().runs.len(), runs);
    }
    act(&mut session, Action::Undo);
    act(&mut session, Action::Undo);
    assert_eq!(*session.scenario(), measured);
    assert_eq!(figures(&session, LAPTOP), at_measured);
    for _ in 0..3 {
        act(&mut session, Action::Undo);
    }
    assert_eq!(*session.scenario(), first);
    assert_eq!(figures(&session, LAPTOP), at_first);
    for _ in 0..3 {
        act(&mut session, Action::Redo);
    }
    assert_eq!(*session.scenario(), measured);
}

#[test]
fn what_a_measured_machine_gives_is_called_measured_and_ids_of_runs_give_way() {
    let mut session = session();
    put_on_the_laptop(&mut session);
    let path = "options.laptop.serving.bandwidth_gigabytes_per_second_per_gpu";
    let figure = session.scenario().figure(&InputPath::new(path)).unwrap();
    assert_eq!(figure.value, 135.0);
    assert!(matches!(figure.origin, Origin::Measured { .. }));
    add_run(&mut session, 0.5);
    add_run(&mut session, 0.6);
    let ids: Vec<&str> = session
        .scenario()
        .runs
        .iter()
        .map(|run| run.id.as_str())
        .collect();
    assert_eq!(ids, ["1b", "1b-2"]);
    let last = session.scenario().measurements.last().unwrap();
    assert_eq!(last.run.as_deref(), Some("1b-2"));
    // What is bought runs on no machine of one's own.
    let effects = session.update(Action::SetMeasuredMachine {
        option: id("mini"),
        machine: Box::new(machine()),
    });
    assert!(effects.failure.is_some());
}

const POWER: &str = "options.laptop.device.kilowatts_per_device";

/// A run in which the processors took so many watts.
/// Returns the keys of what is said.
fn add_counted_run(session: &mut Session, watts: f64) -> Vec<String> {
    let run = MeasuredRun {
        energy_joules: Some(20.0 * watts),
        energy_seconds: Some(20.0),
        ..run()
    };
    let measurements = measured(session, 1.0);
    let run = Box::new(run);
    let effects = session.update(Action::AddRun { run, measurements });
    assert_eq!(effects.failure, None);
    let said = effects.notices.iter();
    said.map(|notice| notice.key.to_string()).collect()
}

fn power(session: &Session) -> (f64, Origin) {
    let figure = session.scenario().figure(&InputPath::new(POWER)).unwrap();
    (figure.value, figure.origin.clone())
}

#[test]
fn what_processors_took_becomes_the_power_of_the_device_and_goes_with_its_run() {
    let mut session = session();
    put_on_the_laptop(&mut session);
    let before = (
        session.scenario().clone(),
        figures(&session, LAPTOP),
        power(&session),
    );
    let said = add_counted_run(&mut session, 24.0);
    let (value, origin) = power(&session);
    assert_eq!(value, 0.024);
    let Origin::Measured { run, on } = &origin else {
        panic!("{origin:?}")
    };
    assert_eq!(
        (run.as_str(), *on),
        ("own-measurements/writing", Some(machine().on))
    );
    assert_eq!(said, ["notice-power-measured"; 2]);
    // Energy follows the power and the hours that devices are busy.
    let now = figures(&session, LAPTOP);
    let energy = now.energy_usd / before.1.energy_usd;
    let expected = value / before.2.0 * now.utilisation / before.1.utilisation;
    assert!(
        (energy / expected - 1.0).abs() < 1e-9,
        "{energy} {expected}"
    );
    // What each measurement did says so too: without the first the cost would be another.
    let catalogue = session.catalogue();
    let effects = measurement_effects(
        session.scenario(),
        catalogue.estimator().unwrap(),
        catalogue,
    );
    let told = effects[0].options.iter().find(|it| it.option == id(LAPTOP));
    let cost = told
        .unwrap()
        .results
        .iter()
        .any(|it| it.measure == Measure::NetPresentValue);
    assert!(cost, "{told:?}");
    let again = read("saved", &write(session.scenario()), session.catalogue());
    assert_eq!(again.unwrap().scenario, *session.scenario());

    // It is one step with the speed, and gone with it.
    act(&mut session, Action::Undo);
    assert_eq!(*session.scenario(), before.0);
    act(&mut session, Action::Redo);
    for measurement in ["writing", "reading"] {
        let (measurement, used) = (measurement.to_owned(), false);
        act(&mut session, Action::UseMeasurement { measurement, used });
    }
    // The catalogue knows nothing of this machine, so that devices have the power they start with.
    assert_eq!(power(&session), (0.06, Origin::Default));
}

#[test]
fn a_power_that_somebody_typed_in_stays_until_it_is_reset() {
    let mut session = session();
    put_on_the_laptop(&mut session);
    let (path, value) = (InputPath::new(POWER), 0.05);
    act(&mut session, Action::SetValue { path, value });
    assert_eq!(
        add_counted_run(&mut session, 24.0),
        ["notice-power-measured"]
    );
    assert_eq!(power(&session).0, 0.05);
    let path = InputPath::new(POWER);
    act(&mut session, Action::ResetFigure { path });
    assert_eq!(power(&session).0, 0.024);
    // Nobody draws as much as this: it is counted wrongly, and not taken.
    let before = power(&session);
    assert_eq!(add_counted_run(&mut session, 24e6), [""; 0]);
    assert_eq!(power(&session), before);
}

#[test]
fn what_is_typed_over_goes_back_to_what_was_measured() {
    let mut session = session();
    put_on_the_laptop(&mut session);
    add_run(&mut session, 0.5);
    let measured = session.scenario().clone();
    for field in [
        "bandwidth_gigabytes_per_second_per_gpu",
        "memory_gigabytes_per_gpu",
        "parameters_total_billion",
        "decode_speed_factor",
    ] {
        let path = InputPath::new(format!("options.laptop.serving.{field}"));
        let before = measured.figure(&path).unwrap().clone();
        let value = 1.01 * before.value;
        act(
            &mut session,
            Action::SetValue {
                path: path.clone(),
                value,
            },
        );
        act(&mut session, Action::ResetFigure { path: path.clone() });
        let after = session.scenario().figure(&path).unwrap();
        assert_eq!(after.value, before.value, "{field}");
        assert_eq!(after.origin, before.origin, "{field}");
    }
}

#[test]
fn a_price_of_a_machine_that_nobody_published_goes_back_to_the_starting_value() {
    let mut session = session();
    put_on_the_laptop(&mut session);
    let path = InputPath::new("options.laptop.device.device_price_usd");
    let value = 1_234.0;
    act(
        &mut session,
        Action::SetValue {
            path: path.clone(),
            value,
        },
    );
    act(&mut session, Action::ResetFigure { path: path.clone() });
    let scenario = session.scenario();
    let figure = scenario.figure(&path).unwrap();
    assert_eq!(figure.origin, Origin::Default);
    assert_eq!(figure.value, scenario.spec(&path).unwrap().start);
}

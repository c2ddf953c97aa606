//! From what is worth knowing to the run that tells it, and load at an endpoint: found by role and
//! label. An endpoint of the test's own is really asked.
//!
//! With `WEIGHBRIDGE_PICTURES=FOLDER`, pictures are written there to be looked at.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use weighbridge_desktop::look::{self, Theme};
use weighbridge_desktop::measuring::here::{Asked, Device, time};
use weighbridge_desktop::measuring::into_case::{Stamp, of_this_machine};
use weighbridge_desktop::measuring::record::{Surroundings, of_timed};
use weighbridge_desktop::measuring::{Wanted, device};
use weighbridge_desktop::pages::{Ask, decision, latency};
use weighbridge_engine::compose::MeasuredMachine;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{InputPath, OptionId, Scenario};
use weighbridge_engine::{evaluate, figure::Figure};
use weighbridge_gguf::Format;
use weighbridge_inference::synthetic::Shape;
use weighbridge_latency::Plan;
use weighbridge_machine::rates::{Measured, Rate, RateKind, Spread};
use weighbridge_machine::{Fact, Known, Machine};
use weighbridge_session::{Action, Document, Session};
use weighbridge_text::Locale;

use crate::page_support::{THREE_WORDS, TOO_MANY, press, shown, type_into, wait_until};

/// Draws that are few enough to wait for.
const DRAWS: u32 = 300;

/// The decision, and the page of speeds once somebody asked for it.
struct App {
    session: Session,
    decision: decision::State,
    latency: latency::State,
    shows_latency: bool,
    asked: Vec<Ask>,
}

fn id(text: &str) -> OptionId {
    OptionId::parse(text).unwrap()
}

impl App {
    /// Summaries on laptops against a hosted model, changed.
    fn new(locale: Locale, change: impl Fn(&mut Scenario)) -> App {
        let catalogue = Arc::new(weighbridge_catalogue::built_in().unwrap().0);
        let files = weighbridge_catalogue::sample_files();
        let file = files
            .iter()
            .find(|file| file.path.contains("laptop-summaries"));
        let file = file.unwrap();
        let read = weighbridge_catalogue::scenario::read(&file.path, file.text, &catalogue);
        let mut scenario = read.unwrap().scenario;
        scenario.sampling.draws = DRAWS;
        scenario.priorities = Default::default();
        for option in &mut scenario.options {
            option.assessments.clear();
        }
        change(&mut scenario);
        let today = "2026-11-24".parse().unwrap();
        let mut session = Session::new(Document::new(scenario, None), catalogue, today);
        session.set_locale(locale);
        App {
            session,
            decision: decision::State::default(),
            latency: latency::State::default(),
            shows_latency: false,
            asked: Vec::new(),
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        let context = ui.ctx().clone();
        self.session.follow_odds(move || context.request_repaint());
        let asks = shown(&mut self.session, |page| match self.shows_latency {
            true => latency::ui(ui, page, &mut self.latency),
            false => decision::ui(ui, page, &mut self.decision),
        });
        for ask in asks {
            if let Ask::TimeIt(option) = &ask {
                self.latency.time(self.session.scenario(), option);
                self.shows_latency = true;
            }
            self.asked.push(ask);
        }
    }
}

/// Two options that cost the same, of which that on laptops depends on how long they run.
fn speed_decides(scenario: &mut Scenario) {
    scenario
        .options
        .retain(|option| ["laptop", "hosted"].contains(&option.id.as_str()));
    set(scenario, "options.laptop.device.kilowatts_per_device", 10.0);
    let electricity = "options.laptop.device.electricity_usd_per_kilowatt_hour";
    set(scenario, electricity, 5.0);
    let outcome = evaluate(scenario);
    let npv = |option: &str| {
        let option = outcome.option(&id(option)).unwrap();
        option.get(Measure::NetPresentValue).unwrap()
    };
    let (dear, cheap) = match npv("laptop") < npv("hosted") {
        true => ("hosted", "laptop"),
        false => ("laptop", "hosted"),
    };
    let path = format!("options.{cheap}.transition.implementation_usd");
    let known = scenario
        .figure(&InputPath::new(path.as_str()))
        .unwrap()
        .value;
    set(scenario, &path, known + npv(dear) - npv(cheap));
}

fn set(scenario: &mut Scenario, path: &str, value: f64) {
    let path = InputPath::new(path);
    scenario.set_figure(&path, Figure::entered(value)).unwrap();
}

fn harness(app: App) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size([1_180.0, 6_000.0])
        .with_max_steps(400)
        .with_context_setup(|context| look::install(context, Theme::Light))
        .build_ui_state(|ui, app: &mut App| app.ui(ui), app);
    harness.step();
    harness
}

fn wait(harness: &mut Harness<'_, App>, what: &str, is_there: impl Fn(&Harness<'_, App>) -> bool) {
    wait_until(harness, what, is_there);
    harness.run_steps(2);
}

fn wait_for(harness: &mut Harness<'_, App>, label: &str) {
    wait(harness, label, |harness| shows(harness, label));
}

fn shows(harness: &Harness<'_, App>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

/// Keeps a picture where a folder is named.
fn picture(harness: &mut Harness<'_, App>, name: &str) {
    if let Ok(folder) = std::env::var("WEIGHBRIDGE_PICTURES") {
        let image = harness.render().unwrap();
        let path = std::path::Path::new(&folder).join(format!("{name}.png"));
        image.save(path).unwrap();
    }
}

fn is_field(node: &egui_kittest::Node<'_>) -> bool {
    matches!(
        node.accesskit_node().role(),
        Role::TextInput | Role::PasswordInput
    )
}

/// What stands in a field.
fn typed(harness: &Harness<'_, App>, label: &str) -> String {
    let field = harness.get_all_by_label(label).find(is_field).unwrap();
    field.accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_speed_that_decides_is_offered_to_be_timed_here_with_the_plan_filled_in() {
    let mut harness = harness(App::new(Locale::En, speed_decides));
    wait(&mut harness, "the odds", |harness| {
        harness.state().session.odds().is_full()
    });
    let button = "Time “Llama 3.2 3B on laptops” here";
    wait_for(&mut harness, button);
    assert!(shows(
        &harness,
        "half an hour of a machine-learning engineer"
    ));
    picture(&mut harness, "decision-time-here");
    press(&mut harness, button);
    assert!(harness.state().shows_latency);
    wait_for(&mut harness, "Copy transcript");
    assert_eq!(typed(&harness, "Prompt (tokens)"), "4,000");
    assert_eq!(typed(&harness, "Answer (tokens)"), "350");
    for chosen in ["3B", "Q4_K"] {
        let mut nodes = harness.get_all_by_label(chosen);
        assert!(
            nodes.any(
                |node| format!("{:?}", node.accesskit_node().toggled()).contains("True")
                    || node.accesskit_node().is_selected() == Some(true)
            ),
            "{chosen}"
        );
    }
}

#[test]
fn nothing_is_offered_where_speed_decides_nothing() {
    let mut harness = harness(App::new(Locale::En, |scenario| {
        speed_decides(scenario);
        set(
            scenario,
            "options.laptop.device.electricity_usd_per_kilowatt_hour",
            0.0,
        );
    }));
    wait(&mut harness, "the odds", |harness| {
        harness.state().session.odds().is_full()
    });
    wait_for(&mut harness, "Worth finding out");
    assert!(!shows(&harness, "Time “"));
}

/// A server that answers with three words, and refuses every third request for coming too fast.
fn serve() -> u16 {
    // The first questions count words, and one warms up.
    crate::page_support::serve(|place| match place >= 3 && place.is_multiple_of(3) {
        true => TOO_MANY,
        false => THREE_WORDS,
    })
}

#[test]
fn requests_at_random_are_sent_and_what_was_refused_is_counted() {
    let mut app = App::new(Locale::En, |_| {});
    app.latency.time(app.session.scenario(), &id("mini"));
    app.shows_latency = true;
    let mut harness = harness(app);
    // What is known of the option stands there already.
    assert_eq!(typed(&harness, "Prompt (tokens)"), "4,000");
    assert_eq!(typed(&harness, "Model’s name there"), "gpt-6-luna");
    let url = format!("http://127.0.0.1:{}/v1", serve());
    type_into(&mut harness, "Address, as http://localhost:8080/v1", &url);
    type_into(
        &mut harness,
        "Users at once, several numbers with commas",
        "two",
    );
    assert!(shows(&harness, "Numbers from 1 to 512"));
    press(&mut harness, "Requests at random");
    assert!(!shows(&harness, "Numbers from 1 to 512"));
    type_into(&mut harness, "Requests a second (requests/s)", "200");
    type_into(&mut harness, "Requests in all (requests)", "9");
    press(&mut harness, "Send 12 requests");
    wait_for(&mut harness, "Timed: gpt-6-luna");
    let limited = harness
        .get_all_by_label_contains("× The server asks for fewer requests")
        .filter_map(|node| {
            node.accesskit_node()
                .label()
                .or(node.accesskit_node().value())
        })
        .next();
    assert!(limited.is_some_and(|said| !said.starts_with('0')));
    assert!(shows(&harness, "try fewer users or a lower rate"));
    assert!(shows(
        &harness,
        "tokens a second to each, with 200 requests a second"
    ));
    assert!(shows(&harness, "200/s"));
    picture(&mut harness, "endpoint-at-random");
    press(&mut harness, "Into the case");
    let scenario = harness.state().session.scenario();
    let run = scenario.runs.first().unwrap();
    let arrivals = run.plan.arrivals.unwrap();
    assert_eq!((arrivals.per_second, arrivals.requests), (200.0, 9));
    assert!(run.failed > 0 && run.answered > 0, "{run:?}");
    assert!(
        scenario
            .measurements
            .iter()
            .all(|one| one.run.as_deref() == Some(run.id.as_str()))
    );
}

/// A model that was really timed here, on a machine that no catalogue has, all the way to gates, cost
/// and file.
#[test]
fn a_model_timed_here_reaches_the_gates_and_the_cost_of_an_option_on_devices() {
    let app = App::new(Locale::En, |_| {});
    let mut session = app.session;
    let figures = |session: &Session| {
        let laptop = session.outcome().option(&id("laptop")).unwrap();
        [
            Measure::TimePerOutputToken,
            Measure::TimeToFirstToken,
            Measure::Utilisation,
            Measure::PerRequest,
            Measure::NetPresentValue,
        ]
        .map(|measure| laptop.get(measure).unwrap())
    };
    let mut machine = Machine::default();
    machine.processor.name = Fact::sure("Nobody’s processor".to_owned(), Known::Processor);
    machine.memory_total_bytes = Fact::sure(32 << 30, Known::OperatingSystem);
    let rate = |kind, value| Rate {
        kind,
        threads: Some(4),
        instructions: None,
        spread: Spread {
            samples: vec![value],
        },
        by_gpu_clock: None,
    };
    let measured = Measured {
        processor: vec![rate(RateKind::Triad, 60e9), rate(RateKind::F32, 400e9)],
        ..Measured::default()
    };
    let asked = Asked {
        wanted: Wanted::MadeUp {
            shape: Shape::of_name("15M").unwrap(),
            format: Format::Q4_0,
        },
        device: Device::Processor { threads: Some(1) },
        plan: Plan {
            prompt_tokens: vec![8],
            output_tokens: 4,
            repeats: 2,
            ..Plan::default()
        },
        prompt: None,
        though_busy: true,
        wants_logits: false,
    };
    let never = AtomicBool::new(false);
    let timed = time(&machine, &asked, &never, &mut |_| {}).unwrap();
    let device = device(&machine, Some(&measured), None, session.catalogue()).unwrap();
    let on = session.today();
    let stamp = Stamp {
        on,
        source: "Nobody’s processor".to_owned(),
        conditions: String::new(),
    };
    let mut list = of_this_machine(&timed.run, &timed.facts, "15M", &device, &stamp);
    // The machines that tests run on are busy; what a busy machine says is kept and not used.
    for one in &mut list {
        one.is_busy = false;
    }
    let around = Surroundings {
        machine: &machine,
        measured: Some(&measured),
        gpu: None,
    };
    let run = Box::new(of_timed(&timed, around, on));
    assert_eq!(
        (run.model.format.as_str(), run.plan.output_tokens),
        ("Q4_0", 4)
    );

    let before = session.scenario().clone();
    let on_the_laptop = Action::SetMeasuredMachine {
        option: id("laptop"),
        machine: Box::new(MeasuredMachine {
            name: "Nobody’s processor".to_owned(),
            device,
            on,
            is_measured: true,
            is_rate_known: true,
        }),
    };
    assert_eq!(session.update(on_the_laptop).failure, None);
    let estimated = figures(&session);
    let measurements = list;
    let added = session.update(Action::AddRun { run, measurements });
    assert_eq!(added.failure, None);
    let known = figures(&session);
    for (place, (old, new)) in estimated.iter().zip(&known).enumerate() {
        assert_ne!(old, new, "{place}: {estimated:?} {known:?}");
    }
    let text = weighbridge_catalogue::scenario::write(session.scenario());
    let again = weighbridge_catalogue::scenario::read("saved", &text, session.catalogue());
    assert_eq!(again.unwrap().scenario, *session.scenario());
    assert!(session.update(Action::Undo).changed);
    assert_eq!(figures(&session), estimated);
    assert!(session.update(Action::Undo).changed);
    assert_eq!(*session.scenario(), before);
}

//! The card of measurements: what is read of a file, what is added, and what it did, found by role
//! and label.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use weighbridge_desktop::look::{self, Theme};
use weighbridge_desktop::pages::Ask;
use weighbridge_desktop::pages::latency::measurements;
use weighbridge_engine::catalogue::{HardwareId, ModelId, WeightFormat};
use weighbridge_engine::compose;
use weighbridge_engine::figure::Origin;
use weighbridge_engine::scenario::{InputPath, MeasurementKind, OptionId, Subject};
use weighbridge_engine::serving::Quantity;
use weighbridge_session::{Action, Document, Session};
use weighbridge_text::{Locale, Text};

use crate::page_support::shown;

const ENGLISH: Text = Text::new(Locale::En);

/// A case, the card, and what was asked.
struct App {
    session: Session,
    state: measurements::State,
    asked: Vec<Ask>,
}

impl App {
    /// The model of the fixture of `llama-bench` on laptops with its card, and a price.
    fn new(locale: Locale) -> App {
        let catalogue = Arc::new(weighbridge_catalogue::built_in().unwrap().0);
        let today = "2026-11-24".parse().unwrap();
        let mut scenario = compose::new_scenario(&catalogue, "Case", today);
        let model = ModelId::from("llama-3.1-8b-instruct");
        let hardware = HardwareId::from("rtx-4090");
        let format = WeightFormat::from_name("Q4_K_M").unwrap();
        let option = compose::device_option(&scenario, &catalogue, &model, format, &hardware);
        let mut option = option.unwrap();
        option.id = OptionId::parse("laptops").unwrap();
        option.name = "Laptops".to_owned();
        scenario.options.push(option);
        let price = &catalogue.records().prices[0].id;
        let bought = compose::api_option(&scenario, &catalogue, price).unwrap();
        scenario.options.push(bought);
        let mut session = Session::new(Document::new(scenario, None), catalogue, today);
        session.set_locale(locale);
        App {
            session,
            state: measurements::State::default(),
            asked: Vec::new(),
        }
    }

    fn reading(name: &str) -> App {
        let mut app = App::new(Locale::En);
        app.state.read(fixture(name));
        app
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        let asks = shown(&mut self.session, |page| {
            measurements::ui(ui, page, &mut self.state);
        });
        self.asked.extend(asks);
    }
}

fn fixture(name: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.join("../app/catalogue/tests/fixtures/importers")
        .join(name)
}

fn harness(app: App) -> Harness<'static, App> {
    Harness::builder()
        .with_size([900.0, 3_000.0])
        .with_max_steps(200)
        .with_context_setup(|context| look::install(context, Theme::Light))
        .build_ui_state(|ui, app: &mut App| app.ui(ui), app)
}

fn shows(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

/// Runs until the words are there, since files are read on another thread.
fn wait(harness: &mut Harness<'static, App>, words: &str) {
    for _ in 0..2_000 {
        harness.step();
        if shows(harness, words) {
            harness.run();
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("“{words}” never came: {:#?}", harness.root());
}

fn press(harness: &mut Harness<'static, App>, role: Role, words: &str) {
    let is_pressed = {
        let found = harness.query_all_by_label_contains(words);
        let nodes: Vec<_> = found.collect();
        let node = nodes
            .iter()
            .find(|node| node.accesskit_node().role() == role);
        node.map(|node| node.click()).is_some()
    };
    assert!(is_pressed, "no {role:?} “{words}”: {:#?}", harness.root());
    harness.run();
}

#[test]
fn results_are_shown_before_they_are_added_and_then_what_they_did() {
    let mut harness = harness(App::reading("llama-bench.json"));
    wait(&mut harness, "Add 3 measurements");
    assert!(harness.state().session.scenario().measurements.is_empty());
    assert!(shows(&harness, "not used: only 20 of 32 layers"));
    // One row is left out.
    press(&mut harness, Role::Switch, "Take 3.");
    press(&mut harness, Role::Button, "Add 2 measurements");
    let kept = harness.state().session.scenario().measurements.len();
    assert_eq!(kept, 2);
    wait(&mut harness, "Laptops runs exactly this.");
    assert!(shows(&harness, "imported"));
    assert!(!shows(&harness, "Add 2"), "the import is over");
    let before = harness.state().session.scenario().clone();
    press(
        &mut harness,
        Role::Switch,
        "Use “llama-bench.json (llama-bench, 2)”",
    );
    let aside = &harness.state().session.scenario().measurements;
    assert_eq!(aside.iter().filter(|one| !one.is_in_use).count(), 1);
    wait(&mut harness, "Left aside.");
    press(
        &mut harness,
        Role::Button,
        "Remove “llama-bench.json (llama-bench, 2)”",
    );
    assert_eq!(harness.state().session.scenario().measurements.len(), 1);
    for _ in 0..2 {
        let effects = harness.state_mut().session.update(Action::Undo);
        assert!(effects.changed);
    }
    assert_eq!(*harness.state().session.scenario(), before);
}

#[test]
fn what_a_file_leaves_open_is_asked_and_nothing_is_added_by_looking() {
    let mut harness = harness(App::reading("aiperf.json"));
    wait(&mut harness, &ENGLISH.get("measurements-engine"));
    press(&mut harness, Role::Button, &ENGLISH.get("button-cancel"));
    assert!(harness.state().session.scenario().measurements.is_empty());
    assert!(!shows(&harness, "of AIPerf"));
    assert!(shows(&harness, &ENGLISH.get("measurements-none")));
}

#[test]
fn a_bad_file_gets_a_sentence_and_adds_nothing() {
    for (name, words) in [
        ("README.md", "results of no tool known here"),
        ("not-there.json", "not-there.json"),
    ] {
        let mut harness = harness(App::reading(name));
        wait(&mut harness, words);
        assert!(!shows(&harness, "Add "), "{name}");
        assert!(harness.state().session.scenario().measurements.is_empty());
    }
}

#[test]
fn the_button_asks_for_a_file_and_interfaces_have_fields() {
    let mut harness = harness(App::new(Locale::En));
    harness.run();
    press(
        &mut harness,
        Role::Button,
        &ENGLISH.get("measurements-import"),
    );
    assert_eq!(harness.state().asked, [Ask::ImportMeasurements]);
    let label = ENGLISH.field_label("interface_speed", "tokens_per_second");
    assert!(shows(&harness, &label));
}

/// Picks the entry of a list by typing a part of its title.
fn choose(harness: &mut Harness<'static, App>, list: &str, entry: &str) {
    press(harness, Role::ComboBox, list);
    harness.get_by_role(Role::SearchInput).type_text(entry);
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
}

/// Types into the field of a label.
fn fill(harness: &mut Harness<'static, App>, label: &str, typed: &str) {
    let field = |harness: &Harness<'static, App>| {
        let node = harness.get_by_role_and_label(Role::TextInput, label);
        node.focus();
    };
    field(harness);
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, label)
        .type_text(typed);
    harness.run();
}

#[test]
fn names_that_nobody_knows_are_asked_for_in_words_of_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("unknown.json");
    let known = std::fs::read_to_string(fixture("llama-bench.json")).unwrap();
    let unknown = known
        .replace("NVIDIA GeForce RTX 4090", "Card of Next Year")
        .replace("Meta-Llama-3.1-8B-Instruct-Q4_K_M", "house-model-Q4_K_M")
        .replace("llama 8B Q4_K", "house 8B Q4_K");
    std::fs::write(&path, unknown).unwrap();
    let mut app = App::new(Locale::En);
    app.state.read(path);
    let mut harness = harness(app);
    wait(&mut harness, "choose above which machine that is");
    assert!(!shows(&harness, "--"), "no option of the command line");
    assert!(shows(&harness, "Nothing to add"));
    let machine = "What is the machine “Card of Next Year”?";
    choose(&mut harness, machine, "RTX 4090");
    wait(&mut harness, "choose above which model that is");
    choose(
        &mut harness,
        "What is “models/house-model",
        "llama-3.1-8b-instruct",
    );
    wait(&mut harness, "Add 3 measurements");
    // An answer can be given otherwise.
    assert!(shows(&harness, machine));
    choose(&mut harness, machine, "RTX 3090");
    wait(&mut harness, "RTX-3090");
    press(&mut harness, Role::Button, "Add 3 measurements");
    let kept = &harness.state().session.scenario().measurements;
    assert_eq!(kept.len(), 3);
    assert!(kept.iter().all(|one| one.subject.model() == "Llama-3.1-8B"));
}

#[test]
fn a_measurement_is_typed_in_field_by_field() {
    let mut harness = harness(App::new(Locale::En));
    harness.run();
    press(&mut harness, Role::Button, "Enter a measurement…");
    let before = harness.state().session.scenario().clone();
    press(&mut harness, Role::Button, "Add the measurement");
    for said in [
        "Write a number above 0.",
        "Say where the figure comes from.",
    ] {
        assert!(shows(&harness, said), "{said}");
    }
    for (label, typed, said) in [
        ("Tokens a second", "fast", "“fast” is no number."),
        ("Tokens a second", "-3", "Write a number above 0."),
        (
            "Tokens a second",
            "90000",
            "It would be faster than the weights",
        ),
        (
            "Tokens of an answer",
            "1.5",
            "Write a whole number from 1 to",
        ),
        (
            "Day of the measurement",
            "2027-01-01",
            "That day has not come yet.",
        ),
        ("Day of the measurement", "soon", "soon"),
    ] {
        fill(&mut harness, label, typed);
        assert!(shows(&harness, said), "{typed}: {said}");
    }
    press(&mut harness, Role::Button, "Add the measurement");
    assert_eq!(*harness.state().session.scenario(), before);

    for (label, typed) in [
        ("Tokens a second", "70"),
        ("Tokens of an answer", "128"),
        ("Day of the measurement", "2026-11-20"),
        ("Source", "Bench of our own"),
        ("Note", "CUDA 13"),
    ] {
        fill(&mut harness, label, typed);
    }
    wait(&mut harness, "with this measurement");
    press(&mut harness, Role::Button, "Add the measurement");
    let kept = harness.state().session.scenario().measurements[0].clone();
    assert_eq!(kept.kind, MeasurementKind::Entered);
    assert_eq!(
        (kept.value, kept.source.as_str()),
        (70.0, "Bench of our own")
    );
    assert_eq!(kept.on.to_string(), "2026-11-20");
    assert_eq!(kept.conditions, "CUDA 13");
    let factor = InputPath::new("options.laptops.serving.decode_speed_factor");
    let figure = harness.state().session.scenario().figure(&factor).cloned();
    assert!(matches!(figure.unwrap().origin, Origin::Measured { .. }));
    wait(&mut harness, "Laptops runs exactly this.");
    assert!(shows(&harness, "entered"));
    assert!(!shows(&harness, "Add the measurement"), "the form is gone");
    let effects = harness.state_mut().session.update(Action::Undo);
    assert!(effects.changed);
    assert_eq!(*harness.state().session.scenario(), before);
}

#[test]
fn another_model_on_another_machine_and_an_interface_can_be_typed_in_too() {
    let mut harness = harness(App::new(Locale::En));
    harness.run();
    press(&mut harness, Role::Button, "Enter a measurement…");
    choose(&mut harness, "What was measured", "Another model");
    press(&mut harness, Role::Button, "Add the measurement");
    for said in [
        "Choose the model that was measured.",
        "Choose the machine that it ran on.",
        "Choose the format of the weights.",
        "Choose the engine that served it.",
    ] {
        assert!(shows(&harness, said), "{said}");
    }
    choose(&mut harness, "Model", "qwen3-8b");
    choose(&mut harness, "Machine", "h100-sxm");
    choose(&mut harness, "Format of the weights", "FP8");
    choose(&mut harness, "Serving engine", "SGLang");
    choose(&mut harness, "Figure", "Throughput with so many users");
    assert!(shows(&harness, "Write a whole number from 1 to"));
    for (label, typed) in [
        ("Requests at once", "32"),
        ("Tokens a second", "2500"),
        ("Source", "A colleague"),
    ] {
        fill(&mut harness, label, typed);
    }
    press(&mut harness, Role::Button, "Add the measurement");
    let kept = harness.state().session.scenario().measurements[0].clone();
    let Subject::Deployment(case) = kept.subject else {
        panic!("it ran on a machine");
    };
    assert_eq!(case.quantity, Quantity::FixedBatch);
    assert_eq!((case.engine.as_str(), case.concurrency), ("sglang", 32.0));
    assert_eq!(case.weight_bits, 8.0);

    press(&mut harness, Role::Button, "Enter a measurement…");
    let bought = harness.state().session.scenario().options[1].name.clone();
    choose(&mut harness, "What was measured", &bought);
    choose(&mut harness, "Figure", "Time to first token");
    for (label, typed) in [
        ("Requests at once", "1"),
        ("Milliseconds", "420"),
        ("Source", "Stopwatch"),
    ] {
        fill(&mut harness, label, typed);
    }
    press(&mut harness, Role::Button, "Add the measurement");
    let scenario = harness.state().session.scenario();
    assert!(matches!(
        scenario.measurements[1].subject,
        Subject::Endpoint(_)
    ));
    let wait = InputPath::new(format!(
        "options.{}.interface_speed.time_to_first_token_seconds",
        scenario.options[1].id
    ));
    assert_eq!(scenario.figure(&wait).unwrap().value, 0.42);
}

#[test]
fn the_card_speaks_every_language() {
    for locale in Locale::ALL {
        let mut harness = harness(App::new(locale));
        harness.run();
        let text = Text::new(locale);
        for key in [
            "measurements-title",
            "measurements-none",
            "measurements-interfaces",
        ] {
            assert!(shows(&harness, &text.get(key)), "{locale:?} {key}");
        }
        press(&mut harness, Role::Button, &text.get("typed-begin"));
        press(&mut harness, Role::Button, &text.get("typed-add"));
        for key in ["typed-title", "typed-lacks-source", "typed-not-positive"] {
            assert!(shows(&harness, &text.get(key)), "{locale:?} {key}");
        }
    }
}

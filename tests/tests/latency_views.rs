//! The views of the step Latency and hardware: this machine and an endpoint, found by role and
//! label. A small model is really timed here, and an endpoint of the test's own really asked.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use weighbridge_desktop::look::{self, Theme};
use weighbridge_desktop::pages::{Ask, Page, latency};
use weighbridge_engine::compose;
use weighbridge_session::{Document, Session};
use weighbridge_text::Locale;

/// The longest that work in the background is waited for: a busy machine is slow.
const PATIENCE: Duration = Duration::from_secs(120);

struct App {
    session: Session,
    state: latency::State,
}

impl App {
    fn new(locale: Locale) -> App {
        let catalogue = Arc::new(weighbridge_catalogue::built_in().unwrap().0);
        let today = "2026-11-24".parse().unwrap();
        let mut scenario = compose::new_scenario(&catalogue, "Case", today);
        let price = &catalogue.records().prices[0].id;
        let bought = compose::api_option(&scenario, &catalogue, price).unwrap();
        scenario.options.push(bought);
        let mut session = Session::new(Document::new(scenario, None), catalogue, today);
        session.set_locale(locale);
        App {
            session,
            state: latency::State::default(),
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        let mut asks = Vec::new();
        let mut page = Page {
            session: &self.session,
            text: self.session.text(),
            asks: &mut asks,
        };
        latency::ui(ui, &mut page, &mut self.state);
        for ask in asks {
            if let Ask::Do(action) = ask {
                assert_eq!(self.session.update(action).failure, None);
            }
        }
    }
}

fn harness(locale: Locale) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size([1200.0, 2_400.0])
        .with_context_setup(|context| look::install(context, Theme::Light))
        .build_ui_state(
            |ui, app: &mut App| {
                egui::ScrollArea::vertical().show(ui, |ui| app.ui(ui));
            },
            App::new(locale),
        );
    harness.step();
    harness
}

/// Draws until something with this label is there.
fn wait_for(harness: &mut Harness<'_, App>, label: &str) {
    let began = Instant::now();
    while harness.query_all_by_label(label).next().is_none() {
        assert!(began.elapsed() < PATIENCE, "“{label}” did not come");
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
}

fn press(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_all_by_label(label).next().unwrap().click();
    harness.step();
    harness.step();
}

fn type_into(harness: &mut Harness<'_, App>, label: &str, text: &str) {
    let field = |harness: &Harness<'_, App>| {
        harness
            .get_all_by_label(label)
            .find(|node| {
                matches!(
                    node.accesskit_node().role(),
                    Role::TextInput | Role::PasswordInput
                )
            })
            .map(|node| {
                node.focus();
                node.click();
            })
    };
    field(harness).unwrap();
    harness.step();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.step();
    let node = harness.get_all_by_label(label).find(|node| {
        matches!(
            node.accesskit_node().role(),
            Role::TextInput | Role::PasswordInput
        )
    });
    node.unwrap().type_text(text);
    harness.step();
    harness.key_press(egui::Key::Enter);
    harness.step();
}

#[test]
fn a_small_model_is_timed_on_this_machine() {
    let mut harness = harness(Locale::En);
    press(&mut harness, "This machine");
    wait_for(&mut harness, "Copy transcript");
    harness.get_by_label("Nothing was timed on this machine yet");
    press(&mut harness, "15M");
    type_into(&mut harness, "Prompt (tokens)", "8");
    type_into(&mut harness, "Answer (tokens)", "4");
    press(&mut harness, "Even if other programs keep the machine busy");
    press(&mut harness, "Time it");
    wait_for(&mut harness, "Timed: 15M, Q4_0");
    harness.get_by_label("A model was timed on this machine");
    // Without rates of this machine nothing follows for other models, and that is said.
    harness.get_by_label(
        "Measure this machine above, so that other models can be estimated from this run.",
    );
}

#[test]
fn a_file_that_is_no_model_is_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none.gguf");
    std::fs::write(&path, b"not a model").unwrap();
    let mut harness = harness(Locale::En);
    press(&mut harness, "This machine");
    wait_for(&mut harness, "Copy transcript");
    press(&mut harness, "GGUF file");
    type_into(&mut harness, "Path of a GGUF file", path.to_str().unwrap());
    press(&mut harness, "Time it");
    let began = Instant::now();
    loop {
        harness.step();
        let said = harness
            .query_all_by_role(Role::Label)
            .filter_map(|node| node.accesskit_node().value())
            .any(|value| value.starts_with("The model cannot be used"));
        if said {
            break;
        }
        assert!(began.elapsed() < PATIENCE);
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn facts_are_set_right_by_the_user() {
    let mut harness = harness(Locale::PtBr);
    press(&mut harness, "Esta máquina");
    wait_for(&mut harness, "Copiar transcrição");
    press(&mut harness, "Corrigir “Memória”");
    wait_for(&mut harness, "Usar");
    type_into(&mut harness, "Memória", "64");
    if harness.query_by_label("Usar").is_some() {
        press(&mut harness, "Usar");
    }
    let rows: Vec<String> = harness
        .query_all_by_label_contains("64")
        .map(|node| format!("{:?}", node.accesskit_node().label()))
        .collect();
    assert!(rows.iter().any(|row| row.contains("GB")), "{rows:?}");
}

/// A server that answers every request with three words, one event each.
fn serve() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let mut length = 0;
            loop {
                let mut line = String::new();
                if reader.read_line(&mut line).unwrap_or(0) == 0 || line == "\r\n" {
                    break;
                }
                if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
            }
            let mut body = vec![0; length];
            let _ = reader.read_exact(&mut body);
            let mut answer =
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
                    .to_owned();
            for word in ["one", " two", " three"] {
                answer += &format!(
                    "data: {{\"choices\":[{{\"delta\":{{\"content\":\"{word}\"}}}}]}}\n\n"
                );
            }
            answer += "data: [DONE]\n\n";
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    port
}

#[test]
fn an_endpoint_is_asked_and_told_of() {
    let port = serve();
    let mut harness = harness(Locale::En);
    press(&mut harness, "An endpoint");
    harness.get_by_label("No endpoint was timed yet");
    type_into(
        &mut harness,
        "Address, as http://localhost:8080/v1",
        &format!("http://127.0.0.1:{port}/v1"),
    );
    type_into(&mut harness, "Model’s name there", "m");
    harness.get_by_label("The address is this machine; nothing is paid.");
    press(&mut harness, "Send 8 requests");
    wait_for(&mut harness, "Timed: m");
    harness.get_by_label(
        "Choose the option that buys there before a run, to take its figures into the case.",
    );
}

#[test]
fn nothing_is_sent_elsewhere_before_its_cost_is_agreed_to() {
    let mut harness = harness(Locale::En);
    press(&mut harness, "An endpoint");
    type_into(
        &mut harness,
        "Address, as http://localhost:8080/v1",
        "https://models.example/v1",
    );
    type_into(&mut harness, "Model’s name there", "m");
    let may_send = |harness: &Harness<'_, App>| {
        let button = harness.get_by_label("Send 8 requests");
        !button.accesskit_node().is_disabled()
    };
    assert!(!may_send(&harness));
    press(&mut harness, "I agree to these requests and their cost");
    assert!(may_send(&harness));
    type_into(
        &mut harness,
        "Price of output ($ per million tokens)",
        "9000",
    );
    assert!(!may_send(&harness));
}

//! What tests of single pages share: a page drawn over a session, controls found by label, and a
//! server of the test's own.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![allow(dead_code, reason = "each test uses what it needs")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use weighbridge_desktop::look::{self, Theme};
use weighbridge_desktop::pages::{Ask, Page, latency};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose;
use weighbridge_engine::scenario::Scenario;
use weighbridge_session::{Document, Session};
use weighbridge_text::Locale;

/// The longest that work in the background is waited for: a busy machine is slow.
const PATIENCE: Duration = Duration::from_secs(120);

/// The page of speeds over a session, and what it asked for beyond changes of the case.
pub(crate) struct LatencyPage {
    pub(crate) session: Session,
    pub(crate) state: latency::State,
    pub(crate) asked: Vec<Ask>,
}

impl LatencyPage {
    /// A new case, filled by `fill`.
    pub(crate) fn new(locale: Locale, fill: impl FnOnce(&mut Scenario, &Catalogue)) -> LatencyPage {
        let catalogue = Arc::new(weighbridge_catalogue::built_in().unwrap().0);
        let today = "2026-11-24".parse().unwrap();
        let mut scenario = compose::new_scenario(&catalogue, "Case", today);
        fill(&mut scenario, &catalogue);
        let mut session = Session::new(Document::new(scenario, None), catalogue, today);
        session.set_locale(locale);
        LatencyPage {
            session,
            state: latency::State::default(),
            asked: Vec::new(),
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        let asks = shown(&mut self.session, |page| {
            latency::ui(ui, page, &mut self.state);
        });
        let others = asks.into_iter().filter(|ask| !matches!(ask, Ask::Do(_)));
        self.asked.extend(others);
    }

    /// The page, drawn once on a sheet of this height.
    pub(crate) fn harness(self, height: f32) -> Harness<'static, LatencyPage> {
        let mut harness = Harness::builder()
            .with_size([1200.0, height])
            .with_context_setup(|context| look::install(context, Theme::Light))
            .build_ui_state(
                |ui, page: &mut LatencyPage| {
                    egui::ScrollArea::vertical().show(ui, |ui| page.ui(ui));
                },
                self,
            );
        harness.step();
        harness
    }
}

/// Shows a page over a session, does what it asks to be done, and returns all that it asked.
pub(crate) fn shown(session: &mut Session, show: impl FnOnce(&mut Page<'_>)) -> Vec<Ask> {
    let mut asks = Vec::new();
    show(&mut Page {
        session,
        text: session.text(),
        asks: &mut asks,
    });
    for ask in &asks {
        if let Ask::Do(action) = ask {
            assert_eq!(session.update(action.clone()).failure, None);
        }
    }
    asks
}

/// Draws until something is so.
pub(crate) fn wait_until<S>(
    harness: &mut Harness<'_, S>,
    what: &str,
    is_so: impl Fn(&Harness<'_, S>) -> bool,
) {
    let began = Instant::now();
    while !is_so(harness) {
        assert!(began.elapsed() < PATIENCE, "“{what}” did not come");
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
}

/// Draws until something with this label is there.
pub(crate) fn wait_for<S>(harness: &mut Harness<'_, S>, label: &str) {
    wait_until(harness, label, |harness| {
        harness.query_all_by_label(label).next().is_some()
    });
}

/// Presses the first control with this label.
pub(crate) fn press<S>(harness: &mut Harness<'_, S>, label: &str) {
    harness.get_all_by_label(label).next().unwrap().click();
    harness.step();
    harness.step();
}

/// Writes into the field with this label, in the place of what stands there.
pub(crate) fn type_into<S>(harness: &mut Harness<'_, S>, label: &str, text: &str) {
    let roles = [
        Role::TextInput,
        Role::PasswordInput,
        Role::MultilineTextInput,
    ];
    let role = {
        let mut all = harness.get_all_by_label(label);
        let field = all.find(|node| roles.contains(&node.accesskit_node().role()));
        let field = field.unwrap();
        field.focus();
        field.click();
        field.accesskit_node().role()
    };
    harness.step();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.step();
    {
        let mut all = harness.get_all_by_label(label);
        let field = all.find(|node| node.accesskit_node().role() == role);
        field.unwrap().type_text(text);
    }
    harness.step();
    if role != Role::MultilineTextInput {
        harness.key_press(egui::Key::Enter);
    }
    harness.step();
}

/// Everything that is said on the screen.
pub(crate) fn said<S>(harness: &Harness<'_, S>) -> Vec<String> {
    let all = harness.query_all(By::new());
    all.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()]
    })
    .flatten()
    // What must not be torn apart is kept together by spaces of another kind.
    .map(|words| words.replace('\u{a0}', " "))
    .collect()
}

/// Whether something on the screen has these words in it.
pub(crate) fn says<S>(harness: &Harness<'_, S>, part: &str) -> bool {
    said(harness).iter().any(|words| words.contains(part))
}

/// An answer of three words, one event each.
pub(crate) const THREE_WORDS: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n\
    data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\n\
    data: {\"choices\":[{\"delta\":{\"content\":\" two\"}}]}\n\n\
    data: {\"choices\":[{\"delta\":{\"content\":\" three\"}}]}\n\n\
    data: [DONE]\n\n";

/// An answer to a request that came too fast.
pub(crate) const TOO_MANY: &str =
    "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// A server on this machine that gives the answer for each request by its place; its port.
pub(crate) fn serve(answer: impl Fn(usize) -> &'static str + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let streams = listener.incoming().map_while(Result::ok);
        for (place, mut stream) in streams.enumerate() {
            read_request(&stream);
            let _ = stream.write_all(answer(place).as_bytes());
        }
    });
    port
}

/// Reads a request to its end: whoever is answered before that may not read the answer.
fn read_request(stream: &TcpStream) {
    let mut reader = BufReader::new(stream);
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
    let _ = reader.read_exact(&mut vec![0; length]);
}

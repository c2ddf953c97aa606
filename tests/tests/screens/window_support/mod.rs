//! The whole window without a screen, and a user at its keyboard.

#![allow(
    dead_code,
    reason = "each test file uses another part of what stands here"
)]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, HarnessBuilder, Node};
use weighbridge_desktop::window::{Setup, Window};
use weighbridge_engine::Scenario;
use weighbridge_session::Session;
use weighbridge_text::{Locale, Text};
use weighbridge_units::PartialDate;

/// The day on which all windows of tests are opened.
pub(crate) fn today() -> PartialDate {
    PartialDate::parse("2026-11-24").unwrap()
}

/// English without a currency.
pub(crate) const ENGLISH: Text = Text::new(Locale::En);

/// A window of a person who has never used the program before, at work.
pub(crate) struct User {
    /// The window.
    pub(crate) harness: Harness<'static, Window>,
}

impl User {
    /// Opens the window and waits until the first screen is complete.
    pub(crate) fn new(setup: Setup) -> User {
        User::with(Harness::builder(), Vec2::new(1440.0, 900.0), setup)
    }

    /// The same drawn in another way or size.
    pub(crate) fn with(builder: HarnessBuilder<Window>, size: Vec2, setup: Setup) -> User {
        let harness = builder
            .with_size(size)
            .build_eframe(|context| Window::new(&context.egui_ctx, setup));
        let mut user = User { harness };
        user.settle();
        user
    }

    /// A window in which a sample is open.
    pub(crate) fn in_sample(setup: Setup, title: &str) -> User {
        let mut user = User::new(setup);
        user.press(title);
        user
    }

    /// Waits until the window rests: nothing is read, written or computed any more.
    pub(crate) fn settle(&mut self) {
        for _ in 0..2_000 {
            self.harness.step();
            let state = self.harness.state();
            let locale = state.session().map_or(Locale::En, Session::locale);
            let computing = Text::new(locale).get("results-computing");
            let waits = state.is_busy() || self.shows(&computing);
            if !waits {
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(!self.harness.state().is_busy(), "the window came to rest");
        self.harness.run_steps(2);
    }

    /// Does anything bear a label with this text in it?
    pub(crate) fn shows(&self, text: &str) -> bool {
        let mut found = self.harness.query_all_by_label_contains(text);
        found.next().is_some()
    }

    /// The one control that bears exactly this label; the text on it does not count.
    pub(crate) fn find<'a>(&'a self, label: &'a str) -> Node<'a> {
        let nodes = self.harness.query_all_by_label(label);
        let is_control = |node: &Node<'_>| node.accesskit_node().role() != Role::Label;
        let mut controls = nodes.filter(is_control);
        let Some(control) = controls.next() else {
            panic!("nothing is called {label}: {:#?}", self.labels());
        };
        assert!(controls.next().is_none(), "{label} is there twice");
        control
    }

    /// Clicks what bears this label, after scrolling to it where it lies outside the window.
    pub(crate) fn press(&mut self, label: &str) {
        let window = self.harness.ctx.content_rect();
        if !window.contains(self.find(label).rect().center()) {
            self.find(label).scroll_to_me();
            self.settle();
        }
        self.find(label).click();
        self.settle();
    }

    /// Presses a key with Ctrl (or what stands for it).
    pub(crate) fn ctrl(&mut self, key: Key) {
        self.key(Modifiers::COMMAND, key);
    }

    /// Presses a key.
    pub(crate) fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Replaces the text of the field of this label and presses Enter.
    pub(crate) fn enter(&mut self, label: &str, text: &str) {
        self.find(label).focus();
        self.harness.run_steps(2);
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run_steps(2);
        self.find(label).type_text(text);
        self.harness.run_steps(2);
        self.key(Modifiers::NONE, Key::Enter);
    }

    /// The session of the case that is open.
    pub(crate) fn session(&self) -> &Session {
        self.harness.state().session().unwrap()
    }

    /// The case that is open.
    pub(crate) fn scenario(&self) -> &Scenario {
        self.session().scenario()
    }

    /// Every label in sight, for messages of tests that failed.
    pub(crate) fn labels(&self) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        nodes
            .filter_map(|node| node.accesskit_node().label())
            .collect()
    }
}

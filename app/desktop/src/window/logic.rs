//! What the window does between two frames: takes results of work, and does what was asked.

use std::time::{Duration, Instant};

use weighbridge_engine::break_even::VOLUME;
use weighbridge_engine::explain::{ResultPart, ResultRef};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{InputPath, OptionId, Scenario};
use weighbridge_session::{Action, Step};
use weighbridge_text::{Locale, Text};

use super::files::in_background;
use super::findable::Target;
use super::preferences::Preferences;
use super::purpose::{After, Purpose, Source};
use super::start_screen::StartAsk;
use super::task::take_ended;
use super::{Dialog, Window, bar};
use crate::look;
use crate::pages::{self, Ask};
use crate::shell::{Command, Event};
use crate::widgets::Tone;

/// Changes of one input closer together than this are one step of undo.
const MERGED: Duration = Duration::from_millis(800);

/// What belongs to one step of undo.
#[derive(Debug, Default)]
pub(super) enum Gesture {
    /// Nothing is open.
    #[default]
    None,
    /// Changes of one input in quick succession, such as by arrow keys.
    Quick { path: InputPath, at: Instant },
    /// A slider is being dragged.
    Drag,
}

impl Window {
    /// Texts in the user's language, in the client's currency where there is a case.
    pub(super) fn text(&self) -> Text {
        match &self.session {
            Some(session) => session.text(),
            None => Text::new(self.locale),
        }
    }

    /// Shows a sentence over the page.
    pub(super) fn say(&mut self, tone: Tone, sentence: impl Into<String>) {
        self.shell.toasts.push(tone, sentence);
    }

    /// Says that work broke off with a fault of the program.
    pub(super) fn say_broken(&mut self) {
        let words = self.text().get("window-broke-off");
        self.say(Tone::Bad, words);
    }

    /// Takes results of work, and what the system says.
    pub(super) fn keep_up(&mut self, context: &egui::Context) {
        self.take_stock(context);
        self.take_files(context);
        self.take_exports(context);
        self.take_kept_records();
        if let Some(session) = &mut self.session {
            let wake = context.clone();
            session.follow_odds(move || wake.request_repaint());
            self.bar.follow(session, context);
        }
        if let Some(error) = self.recovery.as_ref().and_then(|keeper| keeper.failure())
            && !self.recovery_failed
        {
            // Once is enough; it would be said again after every change.
            self.recovery_failed = true;
            let words = self.text().describe(&error);
            self.say(Tone::Caution, words);
        }
        self.end_quick_gesture(context);
        self.heed_system(context);
        let title = self.title();
        if title != self.shown_title {
            context.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
        if let Some(wait) = self.saved_words_change() {
            context.request_repaint_after(wait);
        }
        self.keep_preferences(context);
    }

    fn take_stock(&mut self, context: &egui::Context) {
        let Some(ended) = take_ended(&mut self.stocking) else {
            return;
        };
        match ended {
            Some(Ok(stock)) => {
                self.stock = Some(stock);
                if let Some(source) = self.waiting.take() {
                    self.leave(context, After::Open(source));
                }
            }
            Some(Err(message)) => {
                let words = self.text().render(&message);
                self.say(Tone::Bad, words);
            }
            None => self.say_broken(),
        }
    }

    /// Closing the window, and files dropped onto it.
    fn heed_system(&mut self, context: &egui::Context) {
        if context.input(|input| input.viewport().close_requested()) && !self.may_close {
            let is_dirty = self
                .session
                .as_ref()
                .is_some_and(|session| session.document().is_dirty());
            if is_dirty {
                context.send_viewport_cmd(egui::ViewportCommand::CancelClose);
                self.leave(context, After::Quit);
            }
        }
        let dropped = context.input(|input| {
            let mut files = input.raw.dropped_files.iter();
            files.next().map(|file| file.path().to_owned())
        });
        if let Some(path) = dropped {
            self.leave(context, After::Open(Source::File(path)));
        }
    }

    fn keep_preferences(&mut self, context: &egui::Context) {
        let zoom = context.zoom_factor();
        let size = context.input(|input| {
            let viewport = input.viewport();
            // What the window goes back to is remembered, not what it fills.
            let is_whole = viewport.maximized == Some(true) || viewport.fullscreen == Some(true);
            let room = viewport.inner_rect?.size() * zoom;
            (!is_whole).then_some([room.x, room.y])
        });
        let now = Preferences {
            language: self.preferences.language,
            theme: self.theme,
            zoom: Some(zoom),
            size: size.or(self.preferences.size),
        };
        if now == self.preferences {
            return;
        }
        // A size changes with every frame while a corner is dragged; it is written at the end.
        let writes = Preferences {
            size: self.preferences.size,
            ..now.clone()
        } != self.preferences;
        self.preferences = now;
        if writes {
            self.write_preferences();
        }
    }

    /// Writes preferences on another thread; that they cannot be written costs only them.
    fn write_preferences(&self) {
        if let Some(file) = self.preferences_file.clone() {
            let preferences = self.preferences.clone();
            in_background(move || {
                let _ = preferences.write(&file);
            });
        }
    }

    /// Does what was asked of the shell.
    pub(super) fn heed(&mut self, context: &egui::Context, event: Event) {
        match event {
            Event::Command(command) => self.obey(context, command),
            Event::Language(index) => {
                if let Some(locale) = Locale::ALL.get(index) {
                    self.locale = *locale;
                    self.preferences.language = Some(*locale);
                    if let Some(session) = &mut self.session {
                        session.set_locale(*locale);
                    }
                    self.write_preferences();
                }
            }
            Event::Theme(theme) => {
                self.theme = theme;
                look::install(context, theme);
            }
            Event::Found(index) => match self.findable.target(index).cloned() {
                Some(Target::Input(path)) => self.reveal(context, &path),
                Some(Target::Option(id)) => self.show_option(id),
                Some(Target::Result(result)) => self.explain(result),
                None => {}
            },
            Event::Slider { value, settled } => self.slide(value, settled),
        }
    }

    fn obey(&mut self, context: &egui::Context, command: Command) {
        match command {
            Command::New => self.leave(context, After::FirstScreen),
            Command::Open => self.leave(context, After::AskWhich),
            Command::Save => self.save(context, None),
            Command::SaveAs => {
                self.after_save = None;
                self.ask_path(context, Purpose::Save);
            }
            Command::Export => self.ask_export(None, None),
            Command::Undo => self.act(Action::Undo),
            Command::Redo => self.act(Action::Redo),
            Command::Step(index) => self.go_to_step(index),
            Command::Why => {
                let chosen = self.session.as_ref().and_then(|session| {
                    let chosen = session.weighing().best()?;
                    Some(chosen.id.clone())
                });
                if let Some(option) = chosen {
                    self.explain(ResultRef {
                        option,
                        part: ResultPart::Measure(Measure::NetPresentValue),
                    });
                }
            }
            Command::Quit => self.leave(context, After::Quit),
            // Done by the shell itself.
            Command::PreviousStep
            | Command::NextStep
            | Command::Palette
            | Command::Help
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomReset
            | Command::NextTheme => {}
        }
    }

    /// Shows another step of the path.
    pub(super) fn go_to_step(&mut self, index: usize) {
        if index < Step::ALL.len() {
            self.step = index;
        }
    }

    /// Does what was asked on a page.
    pub(super) fn answer(&mut self, context: &egui::Context, ask: Ask) {
        match ask {
            Ask::Do(action) => self.act(action),
            Ask::Why(result) => self.explain(result),
            Ask::Step(index) => self.go_to_step(index),
            Ask::Reveal(path) => self.reveal(context, &path),
            Ask::Option(id) => self.show_option(id),
            Ask::ExportChart { chart } => self.ask_export(Some(chart), None),
            Ask::ExportOptionChart { chart, option } => self.ask_export(Some(chart), Some(option)),
            Ask::ExportReport => self.ask_export(None, None),
            Ask::StopOdds => {
                if let Some(session) = &mut self.session {
                    session.stop_odds();
                }
            }
            Ask::ResumeOdds => {
                if let Some(session) = &mut self.session {
                    session.resume_odds();
                    context.request_repaint();
                }
            }
            Ask::TimeIt(option) => self.time_it(&option),
            Ask::ImportMeasurements => self.ask_path(context, Purpose::Measurements),
            Ask::ChooseFile(what) => self.ask_path(context, Purpose::Chosen(what)),
            Ask::KeepRecords(records) => self.keep_records(context, *records),
            Ask::Copy(words) => {
                context.copy_text(words);
                let words = self.text().get("window-copied");
                self.say(Tone::Good, words);
            }
        }
    }

    /// Shows where the speed of an option is measured.
    fn time_it(&mut self, option: &OptionId) {
        if let Some(session) = &self.session {
            self.pages.time(session.scenario(), option);
            self.go_to_step(Step::Latency as usize);
        }
    }

    /// Does what was asked on the first screen.
    pub(super) fn answer_start(&mut self, context: &egui::Context, ask: StartAsk) {
        match ask {
            StartAsk::Open(source) => self.leave(context, After::Open(source)),
            StartAsk::AskWhich => self.leave(context, After::AskWhich),
            StartAsk::Discard(place) => self.discard_recovered(place),
            StartAsk::PresetFaults => self.dialog = Some(Dialog::PresetFaults),
        }
    }

    /// Changes the case, or takes a change back.
    pub(super) fn act(&mut self, action: Action) {
        self.arrange_gesture(&action);
        let Some(session) = &mut self.session else {
            return;
        };
        let effects = session.update(action);
        if effects.changed {
            self.keep_unsaved();
        }
        let text = self.text();
        for notice in &effects.notices {
            self.say(Tone::Information, text.render(notice));
        }
        if let Some(failure) = &effects.failure {
            self.say(Tone::Bad, text.describe(failure));
        }
    }

    /// Begins and ends steps of undo around an action.
    fn arrange_gesture(&mut self, action: &Action) {
        let Some(session) = &mut self.session else {
            return;
        };
        let now = Instant::now();
        match (action, &mut self.gesture) {
            (Action::BeginGesture, gesture) => *gesture = Gesture::Drag,
            (Action::EndGesture, gesture) => *gesture = Gesture::None,
            // What a drag sets belongs to the drag.
            (_, Gesture::Drag) => {}
            (Action::SetValue { path, .. }, Gesture::Quick { path: same, at })
                if path == same && now.duration_since(*at) < MERGED =>
            {
                *at = now;
            }
            (Action::SetValue { path, .. }, gesture) => {
                // Ends one that may still be open.
                let _ = session.update(Action::BeginGesture);
                *gesture = Gesture::Quick {
                    path: path.clone(),
                    at: now,
                };
            }
            (_, gesture @ Gesture::Quick { .. }) => {
                let _ = session.update(Action::EndGesture);
                *gesture = Gesture::None;
            }
            (_, Gesture::None) => {}
        }
    }

    fn end_quick_gesture(&mut self, context: &egui::Context) {
        let Gesture::Quick { at, .. } = &self.gesture else {
            return;
        };
        let passed = at.elapsed();
        if passed < MERGED {
            context.request_repaint_after(MERGED - passed);
            return;
        }
        self.gesture = Gesture::None;
        if let Some(session) = &mut self.session {
            let _ = session.update(Action::EndGesture);
        }
    }

    fn slide(&mut self, value: f64, settled: bool) {
        if !matches!(self.gesture, Gesture::Drag) {
            self.act(Action::BeginGesture);
        }
        self.act(Action::SetValue {
            path: InputPath::new(VOLUME),
            value: bar::rounded(value),
        });
        if settled {
            self.act(Action::EndGesture);
        }
    }

    /// Goes to the page on which an input stands, and gives it the keyboard.
    pub(super) fn reveal(&mut self, context: &egui::Context, path: &InputPath) {
        let Some(session) = &self.session else { return };
        self.step = step_of(session.scenario(), path) as usize;
        pages::figures::reveal(context, path);
    }

    /// Keeps the case on disk until it is saved.
    pub(super) fn keep_unsaved(&self) {
        if let (Some(session), Some(recovery)) = (&self.session, &self.recovery) {
            let document = session.document();
            if document.is_dirty() {
                let path = document.path().map(ToOwned::to_owned);
                recovery.keep(document.scenario().clone(), path);
            } else {
                recovery.forget();
            }
        }
    }

    /// Nothing is unsaved any more.
    pub(super) fn forget_unsaved(&self) {
        if let Some(recovery) = &self.recovery {
            recovery.forget();
        }
    }

    /// Ends in order.
    pub(super) fn finish(&mut self) {
        if let Some(recovery) = &mut self.recovery {
            recovery.finish();
        }
        if let Some(file) = &self.preferences_file {
            // Nobody is left to be told.
            let _ = self.preferences.write(file);
        }
    }
}

/// The step on whose page an input stands.
fn step_of(scenario: &Scenario, path: &InputPath) -> Step {
    let path_text = path.as_str();
    if path_text.starts_with("workload.") {
        Step::Workload
    } else if path_text.starts_with("finance.") {
        Step::Question
    } else if is_of_priorities(path_text) {
        Step::Priorities
    } else if pages::latency::measurements::holds(path) {
        Step::Latency
    } else if pages::cost::holds(scenario, path) {
        Step::Cost
    } else {
        Step::Options
    }
}

/// Judgements, weights, limits and the worth of a point stand on the page of priorities.
fn is_of_priorities(path: &str) -> bool {
    const GROUPS: [&str; 5] = ["participants", "criteria", "gates", "money_axis", "review"];
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["options", _, group, ..] => *group == "assessment",
        [group, ..] => GROUPS.contains(group),
        [] => false,
    }
}

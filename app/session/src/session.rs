//! The session: the document, its history, and what is derived from them.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::sync::Arc;

use weighbridge_catalogue::Fault;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose::{self, PresetChange};
use weighbridge_engine::figure::Figure;
use weighbridge_engine::scenario::InputPath;
use weighbridge_engine::weighing::{Weighing, weigh};
use weighbridge_engine::{Outcome, Scenario, evaluate};
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Message, PartialDate};

use crate::action::Action;
use crate::default::default_figure;
use crate::document::Document;
use crate::edit::apply;
use crate::edited::Editor;
use crate::error::ActionError;
use crate::history::History;
use crate::odds::Odds;
use crate::step::{StepStatus, status_of_steps};

/// What the user is doing.
#[derive(Debug)]
pub struct Session {
    document: Document,
    history: History,
    catalogue: Arc<Catalogue>,
    locale: Locale,
    editor: Editor,
    /// Found again when asked for after a change.
    derived: Derived,
    odds: Odds,
}

/// What follows from the scenario and the catalogue, found when it is first asked for.
#[derive(Debug, Default)]
struct Derived {
    outcome: OnceCell<Outcome>,
    weighing: OnceCell<Weighing>,
    changes: OnceCell<Vec<PresetChange>>,
    steps: OnceCell<[StepStatus; 10]>,
}

/// What an action did.
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use]
pub struct Effects {
    /// Whether the scenario is another one now.
    pub changed: bool,
    /// What else happened, for the user to know.
    pub notices: Vec<Message>,
    /// Why it was not done.
    pub failure: Option<ActionError>,
}

impl Session {
    /// A session over a document. `today` dates what the user enters.
    pub fn new(document: Document, catalogue: Arc<Catalogue>, today: PartialDate) -> Session {
        Session {
            document,
            history: History::default(),
            catalogue,
            locale: Locale::default(),
            editor: Editor {
                author: None,
                today,
            },
            derived: Derived::default(),
            odds: Odds::default(),
        }
    }

    /// Does one thing.
    pub fn update(&mut self, action: Action) -> Effects {
        let now = self.document.scenario().clone();
        match action {
            Action::BeginGesture => self.history.begin(&now),
            Action::EndGesture => self.history.end(&now),
            Action::Undo => {
                let before = self.history.undo(&now);
                return self.step_to(before);
            }
            Action::Redo => {
                let after = self.history.redo(&now);
                return self.step_to(after);
            }
            edit => return self.edit(now, edit),
        }
        Effects::default()
    }

    fn step_to(&mut self, scenario: Option<Arc<Scenario>>) -> Effects {
        let changed = scenario.is_some();
        if let Some(scenario) = scenario {
            self.document.replace(scenario);
            self.derived = Derived::default();
        }
        Effects {
            changed,
            ..Effects::default()
        }
    }

    fn edit(&mut self, before: Arc<Scenario>, action: Action) -> Effects {
        let mut scenario = Scenario::clone(&before);
        match apply(&mut scenario, &self.catalogue, &self.editor, action) {
            Err(error) => Effects {
                failure: Some(error),
                ..Effects::default()
            },
            // Nothing to take back, and nothing to draw again.
            Ok(edit) if scenario == *before => Effects {
                notices: edit.notices,
                ..Effects::default()
            },
            Ok(edit) => {
                self.document.replace(Arc::new(scenario));
                self.derived = Derived::default();
                self.history.record(before, edit.name);
                Effects {
                    changed: true,
                    notices: edit.notices,
                    failure: None,
                }
            }
        }
    }

    /// Opens another document; the history begins anew.
    pub fn replace_document(&mut self, document: Document) {
        self.document = document.follows(&self.document);
        self.history = History::default();
        self.derived = Derived::default();
        self.odds.forget();
    }

    /// Notes that the scenario has been saved at a path.
    pub fn mark_saved(&mut self, path: PathBuf) {
        self.document.saved_at(path);
    }

    /// Notes that a scenario this document had a moment ago has been saved at a path: what changed
    /// while it was written is still unsaved.
    pub fn mark_saved_as(&mut self, scenario: Arc<Scenario>, path: PathBuf) {
        self.document.saved_as(scenario, path);
    }

    /// Reads a text as a new document without a file, as a sample; `name` names it in faults.
    ///
    /// # Errors
    /// The faults of the text.
    pub fn open_text(&mut self, name: &str, text: &str) -> Result<(), Vec<Fault>> {
        let file = weighbridge_catalogue::scenario::read(name, text, &self.catalogue)?;
        self.replace_document(Document::new(file.scenario, None));
        Ok(())
    }

    /// Uses another catalogue, for instance after the user's presets changed. The scenario stays.
    pub fn set_catalogue(&mut self, catalogue: Arc<Catalogue>) {
        self.catalogue = catalogue;
        self.derived.changes = OnceCell::new();
    }

    /// Speaks another language.
    pub fn set_locale(&mut self, locale: Locale) {
        self.locale = locale;
    }

    /// Who enters figures from now on, where they say so.
    pub fn set_author(&mut self, author: Option<String>) {
        self.editor.author = author;
    }

    /// The day figures are entered at from now on.
    pub fn set_today(&mut self, today: PartialDate) {
        self.editor.today = today;
    }

    /// The document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        self.document.scenario()
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Texts in the user's language and the client's currency.
    pub fn text(&self) -> Text {
        let scenario = self.scenario();
        let rate = scenario.finance.fx_rate.value;
        Text::new(self.locale).in_currency(scenario.question.currency, rate)
    }

    /// The day figures are entered at.
    pub fn today(&self) -> PartialDate {
        self.editor.today
    }

    /// The outcome of the scenario, evaluated once for each change.
    pub fn outcome(&self) -> &Outcome {
        self.derived
            .outcome
            .get_or_init(|| evaluate(self.scenario()))
    }

    /// What follows for the choice at the scenario's own figures, weighed once for each change.
    pub fn weighing(&self) -> &Weighing {
        self.derived
            .weighing
            .get_or_init(|| weigh(self.scenario(), self.outcome()))
    }

    /// How sure the choice is, as far as it is known.
    pub fn odds(&self) -> &Odds {
        &self.odds
    }

    /// Takes odds that were found and asks for those of the newest scenario, on another thread;
    /// `wake` is called there whenever there is something to take.
    pub fn follow_odds(&mut self, wake: impl Fn() + Send + 'static) {
        self.odds.follow(&self.document, wake);
    }

    /// Stops the work on odds; those that are there stay.
    pub fn stop_odds(&mut self) {
        self.odds.stop();
    }

    /// Begins the work on odds anew where it was stopped or broke off.
    pub fn resume_odds(&mut self) {
        self.odds.resume();
    }

    /// What the catalogue now says otherwise than the scenario; nothing is changed by asking.
    pub fn preset_changes(&self) -> &[PresetChange] {
        self.derived
            .changes
            .get_or_init(|| compose::changes(self.scenario(), &self.catalogue))
    }

    /// The ten steps of the path with their states.
    pub fn steps(&self) -> &[StepStatus; 10] {
        self.derived
            .steps
            .get_or_init(|| status_of_steps(self.scenario(), self.outcome(), self.weighing()))
    }

    /// What the figure at a path would be had nobody touched it.
    pub fn default_figure(&self, path: &InputPath) -> Option<Figure> {
        default_figure(self.scenario(), &self.catalogue, path)
    }

    /// The name of the step that undo takes back, for the menu.
    pub fn undo_name(&self) -> Option<&Message> {
        self.history.undo_name()
    }

    /// The name of the step that redo makes again, for the menu.
    pub fn redo_name(&self) -> Option<&Message> {
        self.history.redo_name()
    }
}

//! The document that is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use weighbridge_engine::Scenario;

/// A scenario, where it is kept, and whether it differs from what is kept there.
#[derive(Debug, Clone)]
pub struct Document {
    scenario: Arc<Scenario>,
    saved: Arc<Scenario>,
    path: Option<PathBuf>,
    unsaved_origin: bool,
    generation: u64,
}

impl Document {
    /// A document that has just been opened or made; nothing in it is lost if it is closed.
    pub fn new(scenario: Scenario, path: Option<PathBuf>) -> Document {
        let scenario = Arc::new(scenario);
        Document {
            saved: scenario.clone(),
            scenario,
            path,
            unsaved_origin: false,
            generation: 0,
        }
    }

    /// A document restored from unsaved work: it differs from what is kept until it is saved.
    pub fn restored(scenario: Scenario, path: Option<PathBuf>) -> Document {
        Document {
            unsaved_origin: true,
            ..Document::new(scenario, path)
        }
    }

    /// The scenario.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The file it is kept in; nothing where it was never saved.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The name of its file without the folder and the extension.
    pub fn file_stem(&self) -> Option<String> {
        let name = self.path.as_ref()?.file_name()?.to_string_lossy();
        let extension = format!(".{}", weighbridge_catalogue::scenario::EXTENSION);
        Some(name.strip_suffix(&extension).unwrap_or(&name).to_owned())
    }

    /// A number that changes whenever the scenario does.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Whether closing it would lose something.
    pub fn is_dirty(&self) -> bool {
        self.unsaved_origin
            || !(Arc::ptr_eq(&self.scenario, &self.saved) || self.scenario == self.saved)
    }

    /// Puts another scenario in place.
    pub(crate) fn replace(&mut self, scenario: Arc<Scenario>) {
        self.scenario = scenario;
        self.generation += 1;
    }

    /// Notes that the scenario is now kept at a path.
    pub(crate) fn saved_at(&mut self, path: PathBuf) {
        self.saved_as(self.scenario.clone(), path);
    }

    /// Notes that a scenario is kept at a path, which may no longer be the one in place.
    pub(crate) fn saved_as(&mut self, scenario: Arc<Scenario>, path: PathBuf) {
        self.saved = scenario;
        self.unsaved_origin = false;
        self.path = Some(path);
    }

    /// Lets generations go on from those of the document before.
    pub(crate) fn follows(mut self, before: &Document) -> Document {
        self.generation = before.generation + 1;
        self
    }
}

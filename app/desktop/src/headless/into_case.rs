//! `--into CASE -o OUT`: measurements added to a case, as the window adds them.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;
use weighbridge_catalogue::scenario;
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose::measurement_effects;
use weighbridge_session::{Action, Document, Session};
use weighbridge_text::Text;
use weighbridge_units::{Message, PartialDate};

use super::case::{read_file, shown};
use super::failure::Failure;
use super::json::{object, text};
use super::measured;
use super::output::Target;

/// A case that was read, and the place that it will be written to.
#[derive(Debug)]
pub(super) struct IntoCase {
    scenario: Scenario,
    name: String,
    target: Target,
}

/// A case with measurements that were added to it, as it was written.
#[derive(Debug)]
pub(super) struct Added {
    case: String,
    count: usize,
    /// What else happened.
    notices: Vec<Message>,
    scenario: Scenario,
    catalogue: Arc<Catalogue>,
}

impl IntoCase {
    /// Reads the case, and makes sure that the other file can be written.
    ///
    /// # Errors
    /// The faults of the case, or a sentence where it cannot be read or the other not be written.
    pub(super) fn open(from: &Path, to: &Path, catalogue: &Catalogue) -> Result<IntoCase, Failure> {
        let bytes = read_file(from)?;
        let file = scenario::read_bytes(&shown(from), &bytes, catalogue);
        Ok(IntoCase {
            scenario: file.map_err(Failure::Faults)?.scenario,
            name: shown(to),
            target: Target::at(to)?,
        })
    }

    /// The case as it was read.
    pub(super) fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Does what the window would do, and writes the case; all of it or nothing.
    ///
    /// # Errors
    /// A sentence where the case does not take it, or cannot be written.
    pub(super) fn add(
        self,
        action: Action,
        catalogue: &Catalogue,
        today: PartialDate,
    ) -> Result<Added, Failure> {
        let before = self.scenario.measurements.len();
        let document = Document::new(self.scenario, None);
        let catalogue = Arc::new(catalogue.clone());
        let mut session = Session::new(document, Arc::clone(&catalogue), today);
        let effects = session.update(action);
        if let Some(failure) = effects.failure {
            return Err(Failure::of(&failure));
        }
        let scenario = session.scenario().clone();
        self.target.write(scenario::write(&scenario).as_bytes())?;
        Ok(Added {
            case: self.name,
            count: scenario.measurements.len() - before,
            notices: effects.notices,
            scenario,
            catalogue,
        })
    }
}

impl Added {
    /// The case, how many measurements were added, and what all that it has now did.
    pub(super) fn document(&self) -> Value {
        Value::Object(object([
            ("case", text(Some(&self.case))),
            ("count", Value::from(self.count)),
            (
                "measurements",
                measured::documents(&self.scenario, &self.catalogue),
            ),
        ]))
    }

    /// The same in sentences.
    pub(super) fn print(&self, words: Text) -> String {
        let head = Message::new("measurements-added")
            .with("count", self.count)
            .with("case", self.case.clone());
        let mut lines = format!("{}\n", words.render(&head));
        for notice in &self.notices {
            lines.push_str(&format!("  {}\n", words.render(notice)));
        }
        let Some(estimator) = self.catalogue.estimator() else {
            return lines;
        };
        for effect in measurement_effects(&self.scenario, estimator, &self.catalogue) {
            for line in measured::lines(words, &self.scenario, &effect) {
                lines.push_str(&format!("  {line}\n"));
            }
        }
        lines
    }
}

//! Undo and redo: snapshots of the scenario, each with the name of the step that left it.

use std::sync::Arc;

use weighbridge_engine::Scenario;
use weighbridge_units::Message;

/// The most steps that can be taken back.
const MAX_STEPS: usize = 200;

/// A scenario and the step that changed it into its neighbour.
#[derive(Debug, Clone)]
struct Snapshot {
    scenario: Arc<Scenario>,
    name: Message,
}

/// What a drag has changed so far.
#[derive(Debug, Clone)]
struct Gesture {
    before: Arc<Scenario>,
    name: Option<Message>,
}

/// The steps that were made and those that were taken back.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    past: Vec<Snapshot>,
    future: Vec<Snapshot>,
    gesture: Option<Gesture>,
}

impl History {
    /// Notes a step that turned `before` into something else.
    pub(crate) fn record(&mut self, before: Arc<Scenario>, name: Message) {
        self.future.clear();
        match &mut self.gesture {
            Some(gesture) => gesture.name = Some(name),
            None => self.push(before, name),
        }
    }

    fn push(&mut self, scenario: Arc<Scenario>, name: Message) {
        if self.past.len() == MAX_STEPS {
            self.past.remove(0);
        }
        self.past.push(Snapshot { scenario, name });
    }

    /// Begins a drag; one that is still open ends first.
    pub(crate) fn begin(&mut self, now: &Arc<Scenario>) {
        self.end(now);
        self.gesture = Some(Gesture {
            before: now.clone(),
            name: None,
        });
    }

    /// Ends a drag: what it changed is one step, or none where it came back to its start.
    pub(crate) fn end(&mut self, now: &Arc<Scenario>) {
        if let Some(gesture) = self.gesture.take()
            && let Some(name) = gesture.name
            && gesture.before != *now
        {
            self.push(gesture.before, name);
        }
    }

    /// The scenario before the last step; an open drag is taken back whole.
    pub(crate) fn undo(&mut self, now: &Arc<Scenario>) -> Option<Arc<Scenario>> {
        self.end(now);
        let Snapshot { scenario, name } = self.past.pop()?;
        let after = now.clone();
        self.future.push(Snapshot {
            scenario: after,
            name,
        });
        Some(scenario)
    }

    /// The scenario after the step taken back last.
    pub(crate) fn redo(&mut self, now: &Arc<Scenario>) -> Option<Arc<Scenario>> {
        self.end(now);
        let Snapshot { scenario, name } = self.future.pop()?;
        let before = now.clone();
        self.past.push(Snapshot {
            scenario: before,
            name,
        });
        Some(scenario)
    }

    /// The name of the step that can be taken back; that of an open drag counts.
    pub(crate) fn undo_name(&self) -> Option<&Message> {
        let open = self
            .gesture
            .as_ref()
            .and_then(|gesture| gesture.name.as_ref());
        open.or_else(|| self.past.last().map(|step| &step.name))
    }

    /// The name of the step that can be made again.
    pub(crate) fn redo_name(&self) -> Option<&Message> {
        self.future.last().map(|step| &step.name)
    }
}

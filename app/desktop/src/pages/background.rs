//! Work for another thread than the window's: the newest request counts, and what was found last
//! stays in sight while the next is worked on.

use std::fmt;
use std::ops::ControlFlow;

use egui::Context;
use weighbridge_session::jobs::{Event, Worker};

/// Says whether to go on; work asks it between its parts.
pub type GoOn<'a> = &'a mut dyn FnMut() -> bool;

/// What the thread does.
pub type Job<O> = Box<dyn FnOnce(GoOn<'_>) -> O + Send>;

/// Work on the newest of several requests.
pub struct Background<K, O> {
    worker: Option<Worker<Job<O>, (), O>>,
    asked: Option<K>,
    done: Option<(K, O)>,
    has_failed: bool,
}

/// What is known of a request.
pub struct Known<'a, O> {
    /// The newest result there is, of this request or an earlier one.
    pub result: Option<&'a O>,
    /// Whether it is this request's.
    pub is_current: bool,
    /// Whether the work on this request broke off.
    pub has_failed: bool,
}

impl<K, O> Default for Background<K, O> {
    fn default() -> Self {
        Background {
            worker: None,
            asked: None,
            done: None,
            has_failed: false,
        }
    }
}

impl<K: fmt::Debug, O> fmt::Debug for Background<K, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Background")
            .field("asked", &self.asked)
            .finish_non_exhaustive()
    }
}

impl<K: Clone + PartialEq, O: Send + 'static> Background<K, O> {
    /// Asks for the work of a key, where it is not being done already, and gives what is known.
    ///
    /// `name` names the thread; the window is drawn again when the work is done.
    pub fn get(
        &mut self,
        name: &str,
        context: &Context,
        key: K,
        job: impl FnOnce() -> Job<O>,
    ) -> Known<'_, O> {
        self.listen();
        if self.asked.as_ref() != Some(&key) {
            self.ask(name, context, key, job());
        }
        let is_current = self
            .done
            .as_ref()
            .is_some_and(|(known, _)| self.asked.as_ref() == Some(known));
        Known {
            result: self.done.as_ref().map(|(_, result)| result),
            is_current,
            has_failed: self.has_failed,
        }
    }

    /// Stops the work and forgets what was asked; what was found stays.
    pub fn cancel(&mut self) {
        if let Some(worker) = &mut self.worker {
            worker.cancel();
        }
        self.asked = None;
    }

    /// Whether work is on its way.
    pub fn is_busy(&self) -> bool {
        self.worker.as_ref().is_some_and(Worker::is_busy)
    }

    /// The newest result there is, with its key, without asking for anything.
    pub fn found(&mut self) -> Option<(&K, &O)> {
        self.listen();
        self.done.as_ref().map(|(key, result)| (key, result))
    }

    /// Whether the work that was asked for last broke off.
    pub fn has_failed(&self) -> bool {
        self.has_failed
    }

    fn ask(&mut self, name: &str, context: &Context, key: K, job: Job<O>) {
        self.asked = Some(key.clone());
        self.has_failed = false;
        if self.worker.is_none() {
            let context = context.clone();
            let work = |job: Job<O>, on_step: &mut dyn FnMut(()) -> ControlFlow<()>| {
                job(&mut || on_step(()).is_continue())
            };
            self.worker = Worker::spawn(name, work, move || context.request_repaint()).ok();
        }
        match &mut self.worker {
            Some(worker) => {
                worker.start(job);
            }
            // A system that starts no thread still gets its answer, only later.
            None => self.done = Some((key, job(&mut || true))),
        }
    }

    fn listen(&mut self) {
        let Some(worker) = &mut self.worker else {
            return;
        };
        for event in worker.poll() {
            match event {
                Event::Finished { result, .. } => {
                    self.done = self.asked.clone().map(|key| (key, result));
                }
                Event::Failed { .. } => self.has_failed = true,
                Event::Started { .. } | Event::Step { .. } | Event::Cancelled { .. } => {}
            }
        }
    }
}

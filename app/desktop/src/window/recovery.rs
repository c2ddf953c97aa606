//! Unsaved work is written down a moment after each change, on a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use jiff::Timestamp;
use weighbridge_engine::Scenario;
use weighbridge_session::files::{FileError, Journal, Recovered};

/// Work is written down once the user has paused for this long.
const PAUSE: Duration = Duration::from_millis(700);

/// Keeps unsaved work until it is saved or given up.
#[derive(Debug)]
pub(super) struct Recovery {
    orders: Sender<Order>,
    failures: Receiver<FileError>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
enum Order {
    Keep(Arc<Scenario>, Option<PathBuf>),
    TakeOver(Arc<Scenario>, Box<Recovered>),
    Forget,
    Finish,
}

impl Recovery {
    /// Begins; nothing is written before there is something to keep.
    /// `None` where the system starts no further thread.
    pub(super) fn begin(folder: PathBuf, context: &egui::Context) -> Option<Recovery> {
        let (orders, inbox) = channel();
        let (outbox, failures) = channel();
        let context = context.clone();
        let thread = thread::Builder::new()
            .name("recovery".to_owned())
            .spawn(move || {
                let mut keeper = Keeper {
                    folder,
                    journal: None,
                };
                while let Ok(order) = inbox.recv() {
                    let result = keeper.obey(latest(order, &inbox));
                    match result {
                        Ok(true) => {}
                        Ok(false) => return,
                        Err(error) => {
                            // The window may be gone already.
                            let _ = outbox.send(error);
                            context.request_repaint();
                        }
                    }
                }
            })
            .ok()?;
        Some(Recovery {
            orders,
            failures,
            thread: Some(thread),
        })
    }

    /// Keeps this scenario, opened from or saved in `path`.
    pub(super) fn keep(&self, scenario: Arc<Scenario>, path: Option<PathBuf>) {
        // A thread that is gone has said why.
        let _ = self.orders.send(Order::Keep(scenario, path));
    }

    /// Keeps unsaved work of an earlier run as this run's own; the old record goes once the new
    /// one stands.
    pub(super) fn take_over(&self, scenario: Arc<Scenario>, recovered: Recovered) {
        let _ = self
            .orders
            .send(Order::TakeOver(scenario, Box::new(recovered)));
    }

    /// Nothing is unsaved any more.
    pub(super) fn forget(&self) {
        let _ = self.orders.send(Order::Forget);
    }

    /// What could not be written down since the last call.
    pub(super) fn failure(&self) -> Option<FileError> {
        self.failures.try_iter().last()
    }

    /// Ends in order: nothing will be offered at the next start.
    pub(super) fn finish(&mut self) {
        let _ = self.orders.send(Order::Finish);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Waits until the user pauses, and gives the last of the orders.
fn latest(mut order: Order, inbox: &Receiver<Order>) -> Order {
    // A slider that is dragged for a minute must not keep its work from being written down.
    for _ in 0..20 {
        if !matches!(order, Order::Keep(..)) {
            return order;
        }
        match inbox.recv_timeout(PAUSE) {
            Ok(newer) => order = newer,
            Err(RecvTimeoutError::Timeout) => return order,
            Err(RecvTimeoutError::Disconnected) => return order,
        }
    }
    order
}

struct Keeper {
    folder: PathBuf,
    journal: Option<Journal>,
}

impl Keeper {
    /// Does an order; says whether there will be others.
    fn obey(&mut self, order: Order) -> Result<bool, FileError> {
        match order {
            Order::Keep(scenario, path) => self.record(&scenario, path.as_deref())?,
            Order::TakeOver(scenario, recovered) => {
                self.record(&scenario, recovered.path.as_deref())?;
                recovered.discard()?;
            }
            Order::Forget => {
                if let Some(journal) = &self.journal {
                    journal.clear()?;
                }
            }
            Order::Finish => {
                if let Some(journal) = self.journal.take() {
                    // Nobody is left to be told.
                    let _ = journal.finish();
                }
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn record(&mut self, scenario: &Scenario, path: Option<&Path>) -> Result<(), FileError> {
        let journal = match self.journal.take() {
            Some(journal) => journal,
            None => Journal::begin(&self.folder, Timestamp::now())?,
        };
        let journal = self.journal.insert(journal);
        journal.record(scenario, path, Timestamp::now())
    }
}

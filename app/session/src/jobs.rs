//! Long work on a thread of its own: only the newest request counts.
//!
//! A [`Worker`] runs one request at a time and keeps at most one waiting, the newest.
//! A new request tells the running one to stop; what it still reports is thrown away, for each
//! event carries the generation of its request.
//! Dropping the worker stops and joins the thread.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

/// Events that wait to be taken; steps beyond are thrown away, results wait.
const CHANNEL_SIZE: usize = 64;

/// What a worker reports.
#[derive(Debug, Clone, PartialEq)]
pub enum Event<P, O> {
    /// Work on a request has begun.
    Started {
        /// The request.
        generation: u64,
    },
    /// How far it is.
    Step {
        /// The request.
        generation: u64,
        /// How far.
        step: P,
    },
    /// It is done.
    Finished {
        /// The request.
        generation: u64,
        /// What came of it.
        result: O,
    },
    /// It was told to stop, and has.
    Cancelled {
        /// The request.
        generation: u64,
    },
    /// The work broke off with a fault of the program.
    Failed {
        /// The request.
        generation: u64,
    },
}

impl<P, O> Event<P, O> {
    /// The request an event is about.
    pub fn generation(&self) -> u64 {
        match self {
            Event::Started { generation }
            | Event::Step { generation, .. }
            | Event::Finished { generation, .. }
            | Event::Cancelled { generation }
            | Event::Failed { generation } => *generation,
        }
    }
}

/// A thread that works on the newest request.
#[derive(Debug)]
pub struct Worker<I, P, O> {
    shared: Arc<Shared<I>>,
    events: Option<Receiver<Event<P, O>>>,
    thread: Option<JoinHandle<()>>,
    generation: u64,
    busy: bool,
}

/// What both threads see.
#[derive(Debug)]
struct Shared<I> {
    waiting: Mutex<Waiting<I>>,
    changed: Condvar,
    /// The only generation that may go on working; 0 where none may.
    wanted: AtomicU64,
}

#[derive(Debug)]
struct Waiting<I> {
    request: Option<(u64, I)>,
    closed: bool,
}

impl<I, P, O> Worker<I, P, O>
where
    I: Send + 'static,
    P: Send + 'static,
    O: Send + 'static,
{
    /// Starts a thread of this name.
    ///
    /// `work` gets a request and a function that reports a step and says whether to go on.
    /// `notify` is called after each event, for instance to draw again.
    ///
    /// # Errors
    /// Where the system starts no further thread.
    pub fn spawn(
        name: &str,
        mut work: impl FnMut(I, &mut dyn FnMut(P) -> ControlFlow<()>) -> O + Send + 'static,
        notify: impl Fn() + Send + 'static,
    ) -> std::io::Result<Worker<I, P, O>> {
        let (sender, receiver) = sync_channel(CHANNEL_SIZE);
        let shared = Arc::new(Shared {
            waiting: Mutex::new(Waiting {
                request: None,
                closed: false,
            }),
            changed: Condvar::new(),
            wanted: AtomicU64::new(0),
        });
        let own = shared.clone();
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                while let Some((generation, request)) = own.next() {
                    let port = Port {
                        sender: &sender,
                        notify: &notify,
                        shared: &own,
                        generation,
                    };
                    if port.run(request, &mut work).is_break() {
                        return;
                    }
                }
            })?;
        Ok(Worker {
            shared,
            events: Some(receiver),
            thread: Some(thread),
            generation: 0,
            busy: false,
        })
    }

    /// Asks for work; what runs or waits gives way. Returns the generation of the request.
    pub fn start(&mut self, request: I) -> u64 {
        self.generation += 1;
        self.busy = true;
        self.shared.wanted.store(self.generation, Ordering::Release);
        self.shared.lock().request = Some((self.generation, request));
        self.shared.changed.notify_one();
        self.generation
    }

    /// Tells the work to stop.
    pub fn cancel(&mut self) {
        self.shared.wanted.store(0, Ordering::Release);
        let waited = self.shared.lock().request.take().is_some();
        // What had not begun will report nothing.
        if waited {
            self.busy = false;
        }
    }

    /// Whether a request has not been answered yet.
    pub fn is_busy(&self) -> bool {
        self.busy
    }

    /// The events of the newest request since the last call; those of older ones are thrown away.
    pub fn poll(&mut self) -> Vec<Event<P, O>> {
        let Some(events) = &self.events else {
            return Vec::new();
        };
        let newest = self.generation;
        let events: Vec<Event<P, O>> = events
            .try_iter()
            .filter(|event| event.generation() == newest)
            .collect();
        let answered = events
            .iter()
            .any(|event| !matches!(event, Event::Started { .. } | Event::Step { .. }));
        self.busy &= !answered;
        events
    }
}

impl<I, P, O> Drop for Worker<I, P, O> {
    fn drop(&mut self) {
        self.shared.wanted.store(0, Ordering::Release);
        self.shared.lock().closed = true;
        self.shared.changed.notify_one();
        // A thread that waits for room for its result must not wait for ever.
        self.events = None;
        if let Some(thread) = self.thread.take() {
            // Faults of the work were caught and reported; there is nothing to add here.
            let _ = thread.join();
        }
    }
}

impl<I> Shared<I> {
    fn lock(&self) -> MutexGuard<'_, Waiting<I>> {
        // Nothing that can break off runs while the lock is held.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a request; nothing once the worker is dropped.
    fn next(&self) -> Option<(u64, I)> {
        let mut waiting = self.lock();
        loop {
            if waiting.closed {
                return None;
            }
            if let Some(request) = waiting.request.take() {
                return Some(request);
            }
            waiting = self
                .changed
                .wait(waiting)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn wants(&self, generation: u64) -> bool {
        self.wanted.load(Ordering::Acquire) == generation
    }
}

/// The thread's end of the channel, for one request.
struct Port<'a, I, P, O, N> {
    sender: &'a SyncSender<Event<P, O>>,
    notify: &'a N,
    shared: &'a Shared<I>,
    generation: u64,
}

impl<I, P, O, N: Fn()> Port<'_, I, P, O, N> {
    /// Works on a request; breaks where nobody listens any more.
    fn run(
        &self,
        request: I,
        work: &mut impl FnMut(I, &mut dyn FnMut(P) -> ControlFlow<()>) -> O,
    ) -> ControlFlow<()> {
        let generation = self.generation;
        self.send(Event::Started { generation })?;
        let mut on_step = |step: P| {
            if !self.shared.wants(generation) {
                return ControlFlow::Break(());
            }
            match self.sender.try_send(Event::Step { generation, step }) {
                Ok(()) => (self.notify)(),
                // The window has not looked for a while; it will see a later step.
                Err(TrySendError::Full(_)) => {}
                Err(TrySendError::Disconnected(_)) => return ControlFlow::Break(()),
            }
            ControlFlow::Continue(())
        };
        // The work is called again after a fault only with a new request, and keeps nothing
        // half-done that this module could repair.
        let result = catch_unwind(AssertUnwindSafe(|| work(request, &mut on_step)));
        self.send(match result {
            Err(_) => Event::Failed { generation },
            Ok(_) if !self.shared.wants(generation) => Event::Cancelled { generation },
            Ok(result) => Event::Finished { generation, result },
        })
    }

    fn send(&self, event: Event<P, O>) -> ControlFlow<()> {
        match self.sender.send(event) {
            Ok(()) => {
                (self.notify)();
                ControlFlow::Continue(())
            }
            Err(_) => ControlFlow::Break(()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicBool, AtomicUsize};

    use super::*;

    /// Waits for the last event of the newest request.
    fn answer<P, O>(worker: &mut Worker<u32, P, O>, wake: &Receiver<()>) -> Vec<Event<P, O>>
    where
        P: Send + 'static,
        O: Send + 'static,
    {
        let mut events = Vec::new();
        while worker.is_busy() {
            wake.recv().unwrap();
            events.extend(worker.poll());
        }
        events
    }

    #[test]
    fn steps_and_results_arrive_in_order() {
        let (sender, wake) = sync_channel(1_000);
        let work = |count: u32, on_step: &mut dyn FnMut(u32) -> ControlFlow<()>| {
            (0..count)
                .take_while(|step| on_step(*step).is_continue())
                .count()
        };
        let mut worker = Worker::spawn("count", work, move || sender.send(()).unwrap()).unwrap();
        for (generation, count) in [(1, 3), (2, 0)] {
            assert_eq!(worker.start(count), generation);
            let mut expected = vec![Event::Started { generation }];
            expected.extend((0..count).map(|step| Event::Step { generation, step }));
            let result = count as usize;
            expected.push(Event::Finished { generation, result });
            assert_eq!(answer(&mut worker, &wake), expected);
        }
    }

    #[test]
    fn a_newer_request_stops_the_running_one_and_replaces_the_waiting_one() {
        let (sender, wake) = sync_channel(10_000);
        let begun = Arc::new(Barrier::new(2));
        let (meet, worked_on) = (begun.clone(), Arc::new(Mutex::new(Vec::new())));
        let seen = worked_on.clone();
        let work = move |request: u32, on_step: &mut dyn FnMut(()) -> ControlFlow<()>| {
            seen.lock().unwrap().push(request);
            if request == 1 {
                meet.wait();
                while on_step(()).is_continue() {
                    std::thread::yield_now();
                }
            }
            request
        };
        let mut worker = Worker::spawn("newest", work, move || {
            let _ = sender.try_send(());
        })
        .unwrap();
        worker.start(1);
        begun.wait();
        let stale = worker.start(2);
        let newest = worker.start(3);
        let events = answer(&mut worker, &wake);
        assert!(
            events
                .iter()
                .all(|event| event.generation() == newest && newest > stale)
        );
        let result = 3;
        assert_eq!(
            events.last(),
            Some(&Event::Finished {
                generation: newest,
                result
            })
        );
        let worked_on = worked_on.lock().unwrap().clone();
        assert!(
            worked_on == [1, 3] || worked_on == [1, 2, 3],
            "{worked_on:?}"
        );
    }

    #[test]
    fn work_that_is_told_to_stop_says_so() {
        let (sender, wake) = sync_channel(10_000);
        let begun = Arc::new(Barrier::new(2));
        let meet = begun.clone();
        let work = move |_: u32, on_step: &mut dyn FnMut(()) -> ControlFlow<()>| {
            meet.wait();
            while on_step(()).is_continue() {
                std::thread::yield_now();
            }
        };
        let mut worker = Worker::spawn("stop", work, move || {
            let _ = sender.try_send(());
        })
        .unwrap();
        let generation = worker.start(0);
        begun.wait();
        worker.cancel();
        let events = answer(&mut worker, &wake);
        assert_eq!(events.last(), Some(&Event::Cancelled { generation }));
        assert!(!worker.is_busy());
    }

    #[test]
    fn a_fault_of_the_work_is_reported_and_survived() {
        let (sender, wake) = sync_channel(1_000);
        let work = |request: u32, _: &mut dyn FnMut(()) -> ControlFlow<()>| {
            assert_ne!(request, 13, "bad luck");
            request
        };
        let mut worker = Worker::spawn("fault", work, move || sender.send(()).unwrap()).unwrap();
        let generation = worker.start(13);
        assert_eq!(
            answer(&mut worker, &wake).last(),
            Some(&Event::Failed { generation })
        );
        let generation = worker.start(14);
        let result = 14;
        let last = Event::Finished { generation, result };
        assert_eq!(answer(&mut worker, &wake).last(), Some(&last));
    }

    #[test]
    fn dropping_a_worker_ends_its_thread_even_with_a_full_channel() {
        let ended = Arc::new(AtomicBool::new(false));
        let steps = Arc::new(AtomicUsize::new(0));
        struct SetOnDrop(Arc<AtomicBool>);
        impl Drop for SetOnDrop {
            fn drop(&mut self) {
                self.0.store(true, Ordering::SeqCst);
            }
        }
        let (guard, counter) = (SetOnDrop(ended.clone()), steps.clone());
        let work = move |_: u32, on_step: &mut dyn FnMut(u32) -> ControlFlow<()>| {
            let _ = &guard;
            while on_step(0).is_continue() {
                counter.fetch_add(1, Ordering::SeqCst);
            }
        };
        let mut worker: Worker<u32, u32, ()> = Worker::spawn("drop", work, || {}).unwrap();
        worker.start(0);
        while steps.load(Ordering::SeqCst) < CHANNEL_SIZE * 3 {
            std::thread::yield_now();
        }
        drop(worker);
        assert!(ended.load(Ordering::SeqCst));
    }
}

//! One piece of work on a thread of its own.
//!
//! For work that must neither hold the window up nor be given up half-way: opening, saving, a
//! system dialog that may hang.
//! Work that newer requests replace goes through [`weighbridge_session::jobs`] instead.

use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::task::{Context, Poll, Waker};
use std::thread::{self, Thread};

/// Work that has been started.
#[derive(Debug)]
pub(super) struct Task<T> {
    results: Receiver<T>,
}

/// How far a [`Task`] is.
#[derive(Debug)]
pub(super) enum Progress<T> {
    /// Not done yet.
    Running,
    /// Done.
    Done(T),
    /// It broke off with a fault of the program, or the system starts no further thread.
    Broken,
}

impl<T: Send + 'static> Task<T> {
    /// Starts the work; the window draws again once it has ended, however it ended.
    pub(super) fn start(
        name: &str,
        context: &egui::Context,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Task<T> {
        let (sender, results) = channel();
        let wake = Wake(context.clone());
        // Where no thread starts, the sender goes with the closure and the task is broken.
        let _ = thread::Builder::new().name(name.to_owned()).spawn(move || {
            // Dropped last, after the result was sent or the work broke off.
            let _wake = wake;
            // Nobody may wait for it any more.
            let _ = sender.send(work());
        });
        Task { results }
    }

    /// How far it is; a result is given once.
    pub(super) fn poll(&self) -> Progress<T> {
        match self.results.try_recv() {
            Ok(result) => Progress::Done(result),
            Err(TryRecvError::Empty) => Progress::Running,
            Err(TryRecvError::Disconnected) => Progress::Broken,
        }
    }
}

/// What a place for a task holds, taken out once the task has ended.
pub(super) fn take_ended<T: Send + 'static>(place: &mut Option<Task<T>>) -> Option<Option<T>> {
    let ended = match place.as_ref()?.poll() {
        Progress::Running => return None,
        Progress::Done(result) => Some(result),
        Progress::Broken => None,
    };
    *place = None;
    Some(ended)
}

/// Waits for a future on this thread.
pub(super) fn wait_for<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(),
        }
    }
}

struct Unpark(Thread);

impl std::task::Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Draws the window again when it goes.
struct Wake(egui::Context);

impl Drop for Wake {
    fn drop(&mut self) {
        self.0.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended<T: Send + 'static>(task: Task<T>) -> Option<T> {
        let mut place = Some(task);
        loop {
            if let Some(ended) = take_ended(&mut place) {
                return ended;
            }
            thread::yield_now();
        }
    }

    #[test]
    fn a_future_that_comes_late_is_waited_for() {
        let (sender, receiver) = channel::<Waker>();
        let mut polls = 0;
        let future = std::future::poll_fn(|context| {
            polls += 1;
            if polls == 1 {
                let _ = sender.send(context.waker().clone());
                return Poll::Pending;
            }
            Poll::Ready(polls)
        });
        let helper = thread::spawn(move || receiver.recv().map(Waker::wake).is_ok());
        assert_eq!(wait_for(future), 2);
        assert_eq!(helper.join().ok(), Some(true));
    }

    #[test]
    fn a_result_arrives_and_a_panic_is_survived() {
        let context = egui::Context::default();
        assert_eq!(ended(Task::start("sum", &context, || 1 + 1)), Some(2));
        let broken = Task::start("panic", &context, || -> u32 {
            std::panic::resume_unwind(Box::new("a fault of the work"))
        });
        assert_eq!(ended(broken), None);
    }
}

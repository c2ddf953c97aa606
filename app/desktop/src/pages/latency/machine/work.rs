//! Work on a thread of its own that tells what happens and can be cancelled.
//!
//! Unlike work that newer requests replace, all of what it tells is wanted, in order: the time of
//! every token is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::Instant;

use egui::Context;

/// Work that has been started; dropping it cancels it.
#[derive(Debug)]
pub(in crate::pages::latency) struct Work<N, R> {
    told: Receiver<Told<N, R>>,
    cancel: Arc<AtomicBool>,
    began: Instant,
}

/// What a thread tells.
#[derive(Debug)]
enum Told<N, R> {
    /// Something happened.
    News(N),
    /// It is done.
    Done(R),
    /// It broke off with a fault of the program, or the system starts no further thread.
    Broken,
}

impl<N: Send + 'static, R: Send + 'static> Work<N, R> {
    /// Starts it; the window draws again whenever something is told.
    pub(in crate::pages::latency) fn start(
        name: &str,
        context: &Context,
        work: impl FnOnce(&AtomicBool, &mut dyn FnMut(N)) -> R + Send + 'static,
    ) -> Work<N, R> {
        let (sender, told) = channel();
        let cancel = Arc::new(AtomicBool::new(false));
        let (own, context) = (Arc::clone(&cancel), context.clone());
        // Where no thread starts, the sender goes with the closure and the work is broken.
        let _ = thread::Builder::new().name(name.to_owned()).spawn(move || {
            // Nobody may listen any more.
            let result = work(&own, &mut |news| {
                let _ = sender.send(Told::News(news));
                context.request_repaint();
            });
            let _ = sender.send(Told::Done(result));
            drop(sender);
            context.request_repaint();
        });
        Work {
            told,
            cancel,
            began: Instant::now(),
        }
    }

    /// Everything that was told since the last look.
    fn listen(&self) -> Vec<Told<N, R>> {
        let mut list = Vec::new();
        loop {
            match self.told.try_recv() {
                Ok(told) => {
                    let is_last = matches!(told, Told::Done(_));
                    list.push(told);
                    if is_last {
                        return list;
                    }
                }
                Err(TryRecvError::Empty) => return list,
                Err(TryRecvError::Disconnected) => {
                    list.push(Told::Broken);
                    return list;
                }
            }
        }
    }

    /// Hears what was told in a place for work, and clears the place once the work has ended: its
    /// result, or none where it broke off.
    pub(in crate::pages::latency) fn take(
        place: &mut Option<Work<N, R>>,
        mut hear: impl FnMut(N),
    ) -> Option<Option<R>> {
        let work = place.as_ref()?;
        for told in work.listen() {
            let ended = match told {
                Told::News(news) => {
                    hear(news);
                    continue;
                }
                Told::Done(result) => Some(result),
                Told::Broken => None,
            };
            *place = None;
            return Some(ended);
        }
        None
    }

    /// Asks it to stop; it says when it has.
    pub(in crate::pages::latency) fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub(in crate::pages::latency) fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// Seconds since it began.
    pub(in crate::pages::latency) fn seconds(&self) -> f64 {
        self.began.elapsed().as_secs_f64()
    }
}

impl<N, R> Drop for Work<N, R> {
    fn drop(&mut self) {
        self.cancel.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(work: &Work<u32, u32>) -> Vec<String> {
        let mut list = Vec::new();
        loop {
            for told in work.listen() {
                list.push(format!("{told:?}"));
                if !matches!(told, Told::News(_)) {
                    return list;
                }
            }
            thread::yield_now();
        }
    }

    #[test]
    fn everything_is_told_in_order() {
        let work = Work::start("counts", &Context::default(), |_, tell| {
            (0..100).for_each(tell);
            7
        });
        let list = all(&work);
        assert_eq!(list.len(), 101);
        assert_eq!(list[99], "News(99)");
        assert_eq!(list[100], "Done(7)");
    }

    #[test]
    fn it_stops_when_it_is_asked_to() {
        let work = Work::start(
            "waits",
            &Context::default(),
            |cancel, _: &mut dyn FnMut(u32)| {
                while !cancel.load(Ordering::Relaxed) {
                    thread::yield_now();
                }
                1
            },
        );
        work.cancel();
        assert_eq!(all(&work), ["Done(1)"]);
    }

    #[test]
    fn what_breaks_off_is_said() {
        let work: Work<u32, u32> = Work::start("breaks", &Context::default(), |_, _| {
            // As quiet as a panic can be: no message for the console of the tests.
            std::panic::resume_unwind(Box::new("a fault"))
        });
        assert_eq!(all(&work), ["Broken"]);
    }
}

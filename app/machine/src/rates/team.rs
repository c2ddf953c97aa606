//! Threads, each pinned to a processor, that do rounds of work together and are timed.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Instant;

/// How often a waiting thread looks before it lets others run: a round of a few milliseconds
/// must not wait for the scheduler, and a busy computer must not starve.
const SPINS: u32 = 20_000;

/// Threads that wait for each other.
struct Gate {
    threads: usize,
    waiting: AtomicUsize,
    generation: AtomicUsize,
}

impl Gate {
    fn wait(&self) {
        let generation = self.generation.load(Ordering::Acquire);
        if self.waiting.fetch_add(1, Ordering::AcqRel) + 1 == self.threads {
            self.waiting.store(0, Ordering::Relaxed);
            self.generation
                .store(generation.wrapping_add(1), Ordering::Release);
            return;
        }
        let mut spins = 0;
        while self.generation.load(Ordering::Acquire) == generation {
            spins += 1;
            match spins < SPINS {
                true => std::hint::spin_loop(),
                false => thread::yield_now(),
            }
        }
    }
}

/// Does rounds of work with a thread for each state, and returns the seconds of each round: from
/// when all threads began to when all had ended.
///
/// Threads are pinned to the processors that this process may use, one after the other.
/// `told` is called on the calling thread after each round, in order.
/// Nothing is returned where somebody cancelled; a round is done to its end first.
pub(super) fn rounds<S: Send>(
    states: Vec<S>,
    rounds: usize,
    cancel: &AtomicBool,
    told: &mut dyn FnMut(usize),
    work: impl Fn(&mut S, usize) + Sync,
) -> Option<Vec<f64>> {
    let gate = Gate {
        threads: states.len(),
        waiting: AtomicUsize::new(0),
        generation: AtomicUsize::new(0),
    };
    let stop = AtomicBool::new(false);
    let places = core_affinity::get_core_ids().unwrap_or_default();
    let (sender, seconds) = channel();
    thread::scope(|scope| {
        for (number, mut state) in states.into_iter().enumerate() {
            let leader = (number == 0).then(|| sender.clone());
            let place = places.get(number % places.len().max(1)).copied();
            let (gate, stop, work) = (&gate, &stop, &work);
            scope.spawn(move || {
                if let Some(place) = place {
                    core_affinity::set_for_current(place);
                }
                for round in 0..rounds {
                    if leader.is_some() && cancel.load(Ordering::Relaxed) {
                        stop.store(true, Ordering::Relaxed);
                    }
                    // The clock is read before the gate, as STREAM does, so that a leader who is
                    // late behind it flatters nobody; what the leader stored is seen behind it.
                    let began = Instant::now();
                    gate.wait();
                    if stop.load(Ordering::Relaxed) {
                        return;
                    }
                    work(&mut state, round);
                    gate.wait();
                    if let Some(leader) = &leader {
                        let _ = leader.send((round, began.elapsed().as_secs_f64()));
                    }
                }
            });
        }
        drop(sender);
        let mut all = Vec::with_capacity(rounds);
        for (round, taken) in seconds {
            all.push(taken);
            told(round);
        }
        (all.len() == rounds).then_some(all)
    })
}

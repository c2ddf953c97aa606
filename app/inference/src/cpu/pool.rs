//! Threads that work on one thing together and wait for each other without going to sleep.
#![allow(
    unsafe_code,
    reason = "work is borrowed for the time in which threads do it, which no lifetime can say"
)]

use std::cell::{Cell, UnsafeCell};
use std::hint::spin_loop;
use std::marker::PhantomData;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{JoinHandle, park, yield_now};

use core_affinity::CoreId;

use super::cores::Pinned;

/// Turns of waiting before a thread gives way to others, some tens of microseconds.
const SPINS: u32 = 3000;

/// The smallest piece of work is this part of a thread's share.
const SMALLEST: usize = 32;

/// Threads that work on one thing together: the one that calls, and helpers.
///
/// Between sessions the helpers sleep; they end with the pool.
pub(crate) struct Pool {
    shared: Arc<Shared>,
    helpers: Vec<JoinHandle<()>>,
    core: Option<CoreId>,
}

type Work<'a> = dyn Fn(usize) + Sync + 'a;

struct Shared {
    /// What is to be done; written only while no helper works.
    work: UnsafeCell<Option<*const Work<'static>>>,
    /// Counts up with every piece of work.
    generation: AtomicUsize,
    /// Helpers that have not finished it.
    pending: AtomicUsize,
    in_session: AtomicBool,
    ends: AtomicBool,
    has_failed: AtomicBool,
    /// What comes next of each thread's share, where work is handed out in pieces.
    shares: Vec<Apart>,
}

/// A number in a line of the cache of its own, so that threads that count do not disturb others.
#[repr(align(128))]
struct Apart(AtomicUsize);

// SAFETY: `work` is written by the one thread that holds the pool while `pending` is zero, and read
// by helpers only between the following change of `generation` and their decrement of `pending`,
// both of which order memory. What it points to is `Sync`.
unsafe impl Sync for Shared {}
// SAFETY: as above; nothing in it belongs to a thread.
unsafe impl Send for Shared {}

impl Pool {
    /// So many threads, the calling one included; each on its core where cores are given.
    pub(crate) fn new(threads: usize, cores: &[CoreId]) -> std::io::Result<Pool> {
        let shared = Arc::new(Shared {
            work: UnsafeCell::new(None),
            generation: AtomicUsize::new(0),
            pending: AtomicUsize::new(0),
            in_session: AtomicBool::new(false),
            ends: AtomicBool::new(false),
            has_failed: AtomicBool::new(false),
            shares: (0..threads.max(1))
                .map(|_| Apart(AtomicUsize::new(0)))
                .collect(),
        });
        let mut pool = Pool {
            shared,
            helpers: Vec::new(),
            core: cores.first().copied(),
        };
        for index in 1..threads.max(1) {
            let shared = Arc::clone(&pool.shared);
            let core = cores.get(index).copied();
            let helper = std::thread::Builder::new()
                .name(format!("model-{index}"))
                .spawn(move || {
                    if let Some(core) = core {
                        core_affinity::set_for_current(core);
                    }
                    help(&shared, index);
                })?;
            pool.helpers.push(helper);
        }
        Ok(pool)
    }

    /// Threads, the calling one included.
    pub(crate) fn threads(&self) -> usize {
        self.helpers.len() + 1
    }

    /// Wakes the helpers for a series of work, and keeps the calling thread on its core meanwhile.
    pub(crate) fn session<T>(&mut self, body: impl FnOnce(&Team) -> T) -> T {
        struct Open<'a>(&'a Shared);
        impl Drop for Open<'_> {
            fn drop(&mut self) {
                self.0.in_session.store(false, Ordering::Release);
            }
        }
        let _pinned = Pinned::to(self.core);
        self.shared.in_session.store(true, Ordering::Release);
        let _open = Open(&self.shared);
        for helper in &self.helpers {
            helper.thread().unpark();
        }
        body(&Team {
            pool: self,
            stays: PhantomData,
        })
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.shared.ends.store(true, Ordering::Release);
        for helper in self.helpers.drain(..) {
            helper.thread().unpark();
            // A helper catches what its work throws, so there is nothing to learn here.
            let _ = helper.join();
        }
    }
}

/// The threads of a pool while they are awake.
pub(crate) struct Team<'a> {
    pool: &'a Pool,
    /// Keeps it on its thread: work that is under way cannot ask for more.
    stays: PhantomData<Cell<()>>,
}

impl Team<'_> {
    /// Threads, the calling one included.
    pub(crate) fn threads(&self) -> usize {
        self.pool.threads()
    }

    /// Has every thread do the work once; returns when all have.
    ///
    /// # Panics
    /// Where the work does, on any thread.
    pub(crate) fn run(&self, work: &Work<'_>) {
        let shared = &*self.pool.shared;
        let helpers = self.pool.helpers.len();
        if helpers == 0 {
            return work(0);
        }
        // SAFETY: the pointer outlives its use: this function returns, or goes on unwinding, only
        // after `pending` has become zero, and helpers do not touch it after their decrement.
        let borrowed: *const Work<'static> = unsafe { std::mem::transmute(work) };
        // SAFETY: `pending` is zero, so no helper reads it. A team is not `Sync`, so no other thread writes.
        unsafe { *shared.work.get() = Some(borrowed) };
        shared.pending.store(helpers, Ordering::Relaxed);
        shared.generation.fetch_add(1, Ordering::Release);
        let mine = catch_unwind(AssertUnwindSafe(|| work(0)));
        let mut turns = 0;
        while shared.pending.load(Ordering::Acquire) != 0 {
            wait_a_turn(&mut turns);
        }
        if let Err(thrown) = mine {
            resume_unwind(thrown);
        }
        assert!(
            !shared.has_failed.swap(false, Ordering::Relaxed),
            "a helping thread has panicked"
        );
    }

    /// Hands out `0..count`: to each thread its own share, always the same for the same count, so
    /// that what it read before may still lie in its cache and its part of memory; who has finished
    /// helps others. Pieces shrink from half of what is left of a share down to a small part of it,
    /// so that all end together.
    pub(crate) fn share(&self, count: usize, work: impl Fn(Range<usize>) + Sync) {
        let threads = self.threads();
        if count <= 1 || threads == 1 {
            return if count > 0 {
                work(0..count)
            };
        }
        let shares = &self.pool.shared.shares;
        let start_of = |share: usize| count * share / threads;
        for (share, next) in shares.iter().enumerate() {
            next.0.store(start_of(share), Ordering::Relaxed);
        }
        let least = (count / (SMALLEST * threads)).max(1);
        self.run(&|thread| {
            for share in (thread..threads).chain(0..thread) {
                let end = start_of(share + 1);
                let take = |start: usize| {
                    let piece = (end.saturating_sub(start) / 2).max(least);
                    (start < end).then_some(end.min(start + piece))
                };
                let order = Ordering::Relaxed;
                while let Ok(start) = shares[share].0.fetch_update(order, order, take) {
                    if let Some(end) = take(start) {
                        work(start..end);
                    }
                }
            }
        });
    }

    /// The same with what each piece alone may change: `parts` in pieces of `width`.
    pub(crate) fn share_parts<T: Send>(
        &self,
        parts: &mut [T],
        width: usize,
        work: impl Fn(usize, &mut [T]) + Sync,
    ) {
        let count = parts.len().div_ceil(width.max(1));
        let length = parts.len();
        let start = Pointer(parts.as_mut_ptr());
        self.share(count, |pieces| {
            for index in pieces {
                let first = index * width;
                let last = length.min(first + width);
                // SAFETY: `first..last` lies in `parts`, and every index is handed out once, so
                // that no two threads have the same piece.
                let part = unsafe { std::slice::from_raw_parts_mut(start.at(first), last - first) };
                work(index, part);
            }
        });
    }
}

/// An address that threads may know together; who uses it says why no two use the same place.
pub(crate) struct Pointer<T>(pub(crate) *mut T);

// SAFETY: an address alone does nothing; each use states why it is alone.
unsafe impl<T: Send> Send for Pointer<T> {}
// SAFETY: the same.
unsafe impl<T: Send> Sync for Pointer<T> {}

impl<T> Pointer<T> {
    /// The address so many items further on.
    ///
    /// # Safety
    /// It must lie within what the pointer was made of.
    pub(crate) unsafe fn at(&self, index: usize) -> *mut T {
        // SAFETY: the caller says so.
        unsafe { self.0.add(index) }
    }
}

fn help(shared: &Shared, index: usize) {
    let mut seen = 0;
    loop {
        let mut turns = 0;
        loop {
            let generation = shared.generation.load(Ordering::Acquire);
            if generation != seen {
                seen = generation;
                break;
            }
            if shared.ends.load(Ordering::Acquire) {
                return;
            }
            if turns < SPINS || shared.in_session.load(Ordering::Acquire) {
                wait_a_turn(&mut turns);
            } else {
                park();
            }
        }
        // SAFETY: the generation has changed, so the pointer is set, and what it points to lives
        // until `pending` is zero, which it is not before the decrement below.
        let thrown = catch_unwind(AssertUnwindSafe(|| unsafe {
            if let Some(work) = *shared.work.get() {
                (*work)(index);
            }
        }));
        if thrown.is_err() {
            shared.has_failed.store(true, Ordering::Relaxed);
        }
        shared.pending.fetch_sub(1, Ordering::Release);
    }
}

fn wait_a_turn(turns: &mut u32) {
    if *turns < SPINS {
        *turns += 1;
        spin_loop();
    } else {
        yield_now();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn everything_is_handed_out_once() {
        for threads in [1, 2, 5] {
            let mut pool = Pool::new(threads, &[]).unwrap();
            let mut counts = vec![0_u32; 1003];
            for _ in 0..50 {
                pool.session(|team| {
                    team.share_parts(&mut counts, 10, |_, part| {
                        for count in part {
                            *count += 1;
                        }
                    });
                });
            }
            assert!(counts.iter().all(|&count| count == 50));
        }
    }

    #[test]
    fn a_panic_is_told_and_the_pool_goes_on() {
        let mut pool = Pool::new(3, &[]).unwrap();
        let thrown = catch_unwind(AssertUnwindSafe(|| {
            pool.session(|team| team.run(&|thread| assert_ne!(thread, 2)));
        }));
        assert!(thrown.is_err());
        let sum = AtomicUsize::new(0);
        pool.session(|team| {
            team.run(&|thread| {
                sum.fetch_add(thread, Ordering::Relaxed);
            });
        });
        assert_eq!(sum.into_inner(), 3);
    }
}

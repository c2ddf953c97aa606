//! The bandwidth of the processor's memory by the definitions of STREAM.
//!
//! Copy, scale, add and triad over three arrays of 64-bit numbers; a number read and a number
//! written count eight bytes each, and what a cache fetches before it writes is not counted.
//! Stores are ordinary ones, as compilers make them without being told of a processor, so that
//! figures stand beside those of a STREAM built with `gcc -O3 -fopenmp`; copy is the system's
//! `memcpy` in both, which may write around the caches.

use std::sync::atomic::AtomicBool;

use super::loops::{SCALAR, add, scale, triad};
use super::team::rounds;
use super::{Rate, RateFailure, RateKind, Spread};
use crate::machine::Machine;

/// Arrays read or written by the four kernels together.
pub(super) const ARRAYS_MOVED: f64 = 10.0;

/// STREAM asks for arrays of at least four times the caches of the last level.
const TIMES_CACHES: u64 = 4;

/// The least bytes of an array, also where caches are small or unknown.
const LEAST_BYTES: u64 = 64 << 20;

/// At most this share of the memory that is free is taken.
const SHARE_OF_FREE: u64 = 2;

/// The kernels in their order within a repetition, and the arrays that each moves.
const KERNELS: [(RateKind, f64); 4] = [
    (RateKind::Copy, 2.0),
    (RateKind::Scale, 2.0),
    (RateKind::Add, 3.0),
    (RateKind::Triad, 3.0),
];

/// Bytes of an array for a machine, and whether they exceed its caches as STREAM asks.
///
/// They do not where the caches are unknown, or where so much memory is not free.
pub fn array_bytes(machine: &Machine) -> (u64, bool) {
    let caches = machine.processor.last_level_cache_bytes.value;
    let wanted = caches.map(|bytes| bytes.saturating_mul(TIMES_CACHES));
    let bytes = wanted.unwrap_or(0).max(LEAST_BYTES);
    let most = machine
        .memory_available_bytes
        .value
        .map(|free| free / SHARE_OF_FREE / 3);
    let bytes = most.map_or(bytes, |most| bytes.min(most));
    // Whole numbers of pages on any system.
    let bytes = (bytes >> 16 << 16).max(1 << 16);
    (bytes, wanted.is_some_and(|wanted| bytes >= wanted))
}

/// A thread's part of the three arrays.
struct Part<'a> {
    a: &'a mut [f64],
    b: &'a mut [f64],
    c: &'a mut [f64],
}

impl Part<'_> {
    fn fill(&mut self) {
        self.a.fill(2.0);
        self.b.fill(2.0);
        self.c.fill(0.0);
    }

    fn run(&mut self, kind: RateKind) {
        match kind {
            RateKind::Copy => copy(self.c, self.a),
            RateKind::Scale => scale(self.b, self.c),
            RateKind::Add => add(self.c, self.a, self.b),
            _ => triad(self.a, self.b, self.c),
        }
    }
}

// Never inlined: the compiler must not see that nobody reads a result.
#[inline(never)]
fn copy(c: &mut [f64], a: &[f64]) {
    c.copy_from_slice(a);
}

/// Measures the four rates with so many threads; one repetition more than `repeats` is run first
/// and does not count.
pub(super) fn measure(
    threads: u32,
    array_bytes: u64,
    repeats: u32,
    cancel: &AtomicBool,
    tell: &mut dyn FnMut(RateKind, f64),
) -> Result<Vec<Rate>, RateFailure> {
    let threads_usize = threads.max(1) as usize;
    let length = (array_bytes / 8) as usize;
    let part = length.div_ceil(threads_usize).max(1);
    // Pages come when a thread first writes to them, near that thread.
    let mut arrays = [
        vec![0.0_f64; length],
        vec![0.0_f64; length],
        vec![0.0_f64; length],
    ];
    let [a, b, c] = &mut arrays;
    let parts = a
        .chunks_mut(part)
        .zip(b.chunks_mut(part))
        .zip(c.chunks_mut(part));
    let parts: Vec<Part> = parts.map(|((a, b), c)| Part { a, b, c }).collect();
    let repeats = repeats.max(1) as usize;
    // Round nought fills the arrays; then come four rounds a repetition.
    let count = 1 + KERNELS.len() * (1 + repeats);
    let kernel = |round: usize| KERNELS[(round - 1) % KERNELS.len()];
    let mut told = |round: usize| {
        if round > 0 {
            tell(kernel(round).0, round as f64 / count as f64);
        }
    };
    let seconds = rounds(parts, count, cancel, &mut told, |part, round| match round {
        0 => part.fill(),
        _ => part.run(kernel(round).0),
    });
    let seconds = seconds.ok_or(RateFailure::Cancelled)?;
    if !holds_what_it_must(&arrays, 1 + repeats) {
        return Err(RateFailure::WrongNumbers);
    }
    let moved = |arrays: f64| arrays * length as f64 * 8.0;
    let rates = KERNELS.iter().enumerate().map(|(place, (kind, arrays))| {
        let own = seconds[1 + KERNELS.len()..]
            .iter()
            .skip(place)
            .step_by(KERNELS.len());
        Rate {
            kind: *kind,
            threads: Some(threads),
            instructions: None,
            spread: Spread {
                samples: own.map(|seconds| moved(*arrays) / seconds).collect(),
            },
            by_gpu_clock: None,
        }
    });
    Ok(rates.collect())
}

/// Whether every number is what so many repetitions make of it.
fn holds_what_it_must(arrays: &[Vec<f64>; 3], repetitions: usize) -> bool {
    let [mut a, mut b, mut c] = [2.0, 2.0, 0.0];
    for _ in 0..repetitions {
        c = a;
        b = SCALAR * c;
        c = a + b;
        a = b + SCALAR * c;
    }
    let is = |array: &[f64], expected: f64| array.iter().all(|number| *number == expected);
    is(&arrays[0], a) && is(&arrays[1], b) && is(&arrays[2], c)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::fact::{Fact, Known};

    #[test]
    fn arrays_exceed_caches_where_memory_allows() {
        let bytes = |caches: Option<u64>, free: Option<u64>| {
            let mut machine = Machine::default();
            machine.processor.last_level_cache_bytes = Fact::said(caches, Known::Entered);
            machine.memory_available_bytes = Fact::said(free, Known::Entered);
            array_bytes(&machine)
        };
        assert_eq!(bytes(Some(32 << 20), Some(16 << 30)), (128 << 20, true));
        assert_eq!(bytes(Some(4 << 20), None), (64 << 20, true));
        assert_eq!(bytes(None, Some(16 << 30)), (64 << 20, false));
        assert_eq!(bytes(Some(768 << 20), Some(12 << 30)), (2 << 30, false));
    }

    #[test]
    fn all_rates_come_with_every_repetition() {
        for threads in [1, 3] {
            let mut told = 0;
            let mut tell = |_, share: f64| {
                told += 1;
                assert!((0.0..=1.0).contains(&share));
            };
            let cancel = AtomicBool::new(false);
            // Not a multiple of the threads.
            let rates = measure(threads, 8 * 1001, 2, &cancel, &mut tell).unwrap();
            let kinds: Vec<RateKind> = rates.iter().map(|rate| rate.kind).collect();
            assert_eq!(kinds, KERNELS.map(|(kind, _)| kind));
            for rate in &rates {
                assert_eq!(rate.spread.samples.len(), 2);
                assert!(
                    rate.spread
                        .samples
                        .iter()
                        .all(|rate| rate.is_finite() && *rate > 0.0)
                );
            }
            assert_eq!(told, 12);
        }
    }

    #[test]
    fn wrong_numbers_are_noticed() {
        let mut arrays = [vec![2.0; 9], vec![2.0; 9], vec![0.0; 9]];
        let [a, b, c] = &mut arrays;
        let mut part = Part { a, b, c };
        for (kind, _) in KERNELS {
            part.run(kind);
        }
        assert!(holds_what_it_must(&arrays, 1));
        arrays[1][8] += 1.0;
        assert!(!holds_what_it_must(&arrays, 1));
    }

    #[test]
    fn a_cancelled_measurement_ends() {
        let cancel = AtomicBool::new(true);
        let outcome = measure(2, 1 << 16, 3, &cancel, &mut |_, _| {});
        assert_eq!(outcome, Err(RateFailure::Cancelled));
    }
}

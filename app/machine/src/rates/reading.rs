//! How fast memory is read, as models read their weights: all of it, nothing written, in large
//! pages where the system has them.
//!
//! STREAM's figures do not say that: of what its kernels move, a third or a half is written, what
//! a cache fetches before it writes is not counted, and its arrays lie in ordinary pages.
#![allow(
    unsafe_code,
    reason = "functions compiled for instructions that not every processor has, and advice on pages"
)]

use std::hint::black_box;
use std::sync::atomic::AtomicBool;

use super::team::rounds;
use super::{Rate, RateFailure, RateKind, Spread};

/// Arrays of STREAM that are read, so that no more memory is needed than by STREAM.
pub(super) const ARRAYS_READ: f64 = 3.0;

/// Sums that do not wait for each other: eight of the widest registers.
const LANES: usize = 64;

/// Measures with so many threads over the memory of three such arrays; one repetition more than
/// `repeats` is run first and does not count.
pub(super) fn measure(
    threads: u32,
    array_bytes: u64,
    repeats: u32,
    cancel: &AtomicBool,
    tell: &mut dyn FnMut(RateKind, f64),
) -> Result<Rate, RateFailure> {
    let length = (ARRAYS_READ * array_bytes as f64 / 8.0) as usize;
    let part = length.div_ceil(threads.max(1) as usize).max(1);
    let mut numbers = vec![0.0_f64; length];
    advise(&mut numbers);
    let parts: Vec<&mut [f64]> = numbers.chunks_mut(part).collect();
    // Round nought fills the memory: pages come to the thread that first writes to them.
    let count = 2 + repeats.max(1) as usize;
    let mut told = |round: usize| tell(RateKind::Read, (round + 1) as f64 / count as f64);
    let seconds = rounds(parts, count, cancel, &mut told, |part, round| match round {
        0 => part.fill(2.0),
        _ => {
            let found = black_box(sum(part));
            debug_assert_eq!(found, 2.0 * part.len() as f64);
        }
    });
    let seconds = seconds.ok_or(RateFailure::Cancelled)?;
    Ok(Rate {
        kind: RateKind::Read,
        threads: Some(threads),
        instructions: None,
        spread: Spread {
            samples: seconds[2..]
                .iter()
                .map(|seconds| length as f64 * 8.0 / seconds)
                .collect(),
        },
        by_gpu_clock: None,
    })
}

/// Adds up numbers with the widest instructions that this processor has.
#[inline(never)]
fn sum(numbers: &[f64]) -> f64 {
    #[cfg(target_arch = "x86_64")]
    {
        if is_x86_feature_detected!("avx512f") {
            // SAFETY: the processor has AVX-512F, as just asked.
            return unsafe { widest(numbers) };
        }
        if is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has AVX2, as just asked.
            return unsafe { wide(numbers) };
        }
    }
    plain(numbers)
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f")]
fn widest(numbers: &[f64]) -> f64 {
    plain(numbers)
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn wide(numbers: &[f64]) -> f64 {
    plain(numbers)
}

#[inline(always)]
fn plain(numbers: &[f64]) -> f64 {
    let (pieces, rest) = numbers.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for piece in pieces {
        for (sum, number) in sums.iter_mut().zip(piece) {
            *sum += number;
        }
    }
    sums.iter().chain(rest).sum()
}

/// Asks for large pages, which save look-ups of addresses; nothing depends on getting them.
fn advise(numbers: &mut [f64]) {
    #[cfg(target_os = "linux")]
    {
        const PAGE: usize = 4096;
        let start = numbers.as_mut_ptr() as usize;
        let (first, end) = (start.next_multiple_of(PAGE), start + size_of_val(numbers));
        if end > first + (2 << 20) {
            // SAFETY: the range lies within the numbers, and this advice changes no content.
            let _ = unsafe {
                rustix::mm::madvise(
                    first as *mut std::ffi::c_void,
                    (end - first) / PAGE * PAGE,
                    rustix::mm::Advice::LinuxHugepage,
                )
            };
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = numbers;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_number_is_read_once() {
        for length in [0_usize, 1, 63, 64, 200] {
            let numbers: Vec<f64> = (0..length).map(|place| place as f64).collect();
            let expected = (length * length.saturating_sub(1) / 2) as f64;
            assert_eq!(sum(&numbers), expected);
            assert_eq!(plain(&numbers), expected);
        }
    }

    #[test]
    fn the_rate_comes_with_every_repetition() {
        let mut told = 0;
        let mut tell = |kind, share: f64| {
            told += 1;
            assert_eq!(kind, RateKind::Read);
            assert!((0.0..=1.0).contains(&share));
        };
        // More than a large page, and not a multiple of the threads.
        let rate = measure(2, (1 << 20) + 8, 3, &AtomicBool::new(false), &mut tell).unwrap();
        assert_eq!(told, 5);
        assert_eq!(rate.spread.samples.len(), 3);
        assert!(rate.spread.samples.iter().all(|rate| *rate > 0.0));
        let cancelled = measure(2, 1 << 16, 3, &AtomicBool::new(true), &mut |_, _| {});
        assert_eq!(cancelled, Err(RateFailure::Cancelled));
    }
}

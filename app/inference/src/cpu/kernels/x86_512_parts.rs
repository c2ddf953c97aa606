//! What kernels for AVX-512 are made of: loads and stores, asking for weights ahead of their turn,
//! and the choice of a kernel's copy.
#![allow(
    unsafe_code,
    reason = "vector loads through addresses, and instructions that only some processors have"
)]

use std::arch::x86_64::*;

use super::{TileSums, Tiles};
use crate::cpu::activations::WIDTH;

/// How far ahead weights are asked for, in bytes.
pub(super) const AHEAD: usize = 8192;

pub(super) type Accumulators<const N: usize, const T: usize> = [[__m512; T]; N];

/// # Safety
/// `at` must point to 64 bytes.
#[inline]
#[target_feature(enable = "avx512f")]
pub(super) unsafe fn load(at: *const u8) -> __m512i {
    // SAFETY: the caller says so.
    unsafe { _mm512_loadu_si512(at.cast()) }
}

/// Four activations, beside themselves sixteen times.
///
/// # Safety
/// `at` must point to four bytes.
#[inline]
#[target_feature(enable = "avx512f")]
pub(super) unsafe fn four(at: *const i8) -> __m512i {
    // SAFETY: the caller says so.
    _mm512_set1_epi32(unsafe { at.cast::<i32>().read_unaligned() })
}

/// Sixteen 16-bit numbers as 32-bit ones.
///
/// # Safety
/// `at` must point to 32 bytes.
#[inline]
#[target_feature(enable = "avx512f")]
pub(super) unsafe fn halves(at: *const u8) -> __m512 {
    // SAFETY: the caller says so.
    _mm512_cvtph_ps(unsafe { _mm256_loadu_si256(at.cast()) })
}

/// Sixteen bytes without sign as numbers.
///
/// # Safety
/// `at` must point to 16 bytes.
#[inline]
#[target_feature(enable = "avx512f")]
pub(super) unsafe fn bytes(at: *const u8) -> __m512 {
    // SAFETY: the caller says so.
    _mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(unsafe { _mm_loadu_si128(at.cast()) }))
}

/// Asks for weights that are needed soon; an address beyond the end does no harm.
#[inline]
#[target_feature(enable = "avx512f")]
pub(super) fn ahead(at: *const u8) {
    // A prefetch reads nothing, so that any address will do.
    _mm_prefetch::<_MM_HINT_T0>(at.cast());
}

/// Asks for weights whose turn comes after what is in the first cache now.
#[inline]
#[target_feature(enable = "avx512f")]
pub(super) fn later(at: *const u8) {
    // As above.
    _mm_prefetch::<_MM_HINT_T1>(at.cast());
}

/// Asks for what follows where each weight is read once, and else for the next pair of tiles.
#[inline]
#[target_feature(enable = "avx512f")]
pub(super) fn ask<const T: usize>(at: *const u8, tiles: &Tiles) {
    if T == 1 {
        ahead(at.wrapping_add(AHEAD));
    } else if T == WIDTH {
        later(at.wrapping_add(tiles.ahead));
    }
}

#[inline]
#[target_feature(enable = "avx512f")]
pub(super) fn store<const N: usize, const T: usize>(
    sums: &Accumulators<N, T>,
    out: &mut [TileSums],
) {
    for (sums, out) in sums.iter().zip(out) {
        for (sum, out) in sums.iter().zip(out) {
            // SAFETY: `out` is sixteen numbers.
            unsafe { _mm512_storeu_ps(out.as_mut_ptr(), *sum) };
        }
    }
}

/// Chooses the copy of a kernel for so many tiles and rows of a panel.
macro_rules! copy_for {
    ($kernel:ident, $tiles:expr, $view:expr, $out:expr) => {
        // SAFETY: `super::multiply` has checked that the slices are as long as the shapes say, and
        // a runtime is made only with instructions that the processor has.
        unsafe {
            match ($tiles.count, $view.width) {
                (1, 1) => $kernel::<1, 1>($tiles, $view, $out),
                (1, 2) => $kernel::<1, 2>($tiles, $view, $out),
                (1, 3) => $kernel::<1, 3>($tiles, $view, $out),
                (1, _) => $kernel::<1, 4>($tiles, $view, $out),
                (_, 1) => $kernel::<2, 1>($tiles, $view, $out),
                (_, 2) => $kernel::<2, 2>($tiles, $view, $out),
                (_, 3) => $kernel::<2, 3>($tiles, $view, $out),
                (_, _) => $kernel::<2, 4>($tiles, $view, $out),
            }
        }
    };
}
pub(super) use copy_for;

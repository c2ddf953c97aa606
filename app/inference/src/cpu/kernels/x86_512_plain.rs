//! Kernels for AVX-512 that multiply plain numbers.
#![allow(
    unsafe_code,
    reason = "vector loads through addresses, and instructions that only some processors have"
)]
#![allow(
    clippy::needless_range_loop,
    reason = "tiles and rows of a panel go by their number in several arrays at once"
)]

use std::arch::x86_64::*;

use super::x86_512_parts::{AHEAD, ahead, copy_for, halves, later, store};
use super::{TileSums, Tiles, View};
use crate::cpu::tile::Kind;

/// Multiplies tiles whose numbers are not quantised.
pub(super) fn multiply(tiles: &Tiles, view: &View, out: &mut [TileSums]) {
    match tiles.kind {
        Kind::F32 => copy_for!(f32, tiles, view, out),
        Kind::F16 => copy_for!(f16, tiles, view, out),
        _ => copy_for!(bf16, tiles, view, out),
    }
}

/// Makes a kernel for plain numbers of so many bytes for sixteen rows. Even and odd columns are
/// added apart, so that additions wait less for each other.
macro_rules! plain {
    ($name:ident, $bytes:literal, $read:ident) => {
        /// # Safety
        /// Slices must be as long as the shapes say.
        #[target_feature(enable = "avx512f,avx512bw,avx512vl")]
        unsafe fn $name<const N: usize, const T: usize>(
            tiles: &Tiles,
            view: &View,
            out: &mut [TileSums],
        ) {
            let mut even = [[_mm512_setzero_ps(); T]; N];
            let mut odd = [[_mm512_setzero_ps(); T]; N];
            let weights = tiles.bytes.as_ptr();
            let numbers = view.floats.as_ptr();
            for pair in 0..tiles.columns / 2 {
                // SAFETY: 2 · pair + 1 < columns.
                unsafe {
                    let at = weights.add(pair * 2 * $bytes);
                    let x = numbers.add(pair * 2 * T);
                    for n in 0..N {
                        let at = at.add(n * tiles.stride);
                        let (first, second) = ($read(at), $read(at.add($bytes)));
                        if T == 1 {
                            ahead(at.wrapping_add(AHEAD));
                        } else if T == 4 {
                            let next = at.wrapping_add(tiles.ahead);
                            (0..$bytes / 32).for_each(|line| later(next.wrapping_add(line * 64)));
                        }
                        for t in 0..T {
                            let (one, other) = (*x.add(t), *x.add(T + t));
                            even[n][t] = _mm512_fmadd_ps(first, _mm512_set1_ps(one), even[n][t]);
                            odd[n][t] = _mm512_fmadd_ps(second, _mm512_set1_ps(other), odd[n][t]);
                        }
                    }
                }
            }
            if !tiles.columns.is_multiple_of(2) {
                let last = tiles.columns - 1;
                for n in 0..N {
                    for t in 0..T {
                        // SAFETY: last < columns.
                        let (w, x) = unsafe {
                            let at = weights.add(n * tiles.stride + last * $bytes);
                            ($read(at), *numbers.add(last * T + t))
                        };
                        even[n][t] = _mm512_fmadd_ps(w, _mm512_set1_ps(x), even[n][t]);
                    }
                }
            }
            for n in 0..N {
                for t in 0..T {
                    even[n][t] = _mm512_add_ps(even[n][t], odd[n][t]);
                }
            }
            store(&even, out);
        }
    };
}

plain!(f32, 64, whole);
plain!(f16, 32, halves);
plain!(bf16, 32, upper_halves);

/// Sixteen numbers.
///
/// # Safety
/// `at` must point to 64 bytes.
#[inline]
#[target_feature(enable = "avx512f")]
unsafe fn whole(at: *const u8) -> __m512 {
    // SAFETY: the caller says so.
    unsafe { _mm512_loadu_ps(at.cast()) }
}

/// Sixteen upper halves of 32-bit numbers.
///
/// # Safety
/// `at` must point to 32 bytes.
#[inline]
#[target_feature(enable = "avx512f")]
unsafe fn upper_halves(at: *const u8) -> __m512 {
    // SAFETY: the caller says so.
    let bits = _mm512_cvtepu16_epi32(unsafe { _mm256_loadu_si256(at.cast()) });
    _mm512_castsi512_ps(_mm512_slli_epi32::<16>(bits))
}

//! Kernels for AVX2 that multiply plain numbers.
//!
//! All sixteen rows of a tile are worked on together, so that an activation is spread over a
//! register once for two registers of weights: a processor multiplies as often in a cycle as it
//! loads. Twelve tokens are worked on six at a time, since an addition waits four cycles for the
//! one before it: eight sums, added to twice a cycle, leave no cycle to spare, and twelve do.
#![allow(
    unsafe_code,
    reason = "vector loads through addresses, and instructions that only some processors have"
)]
#![allow(
    clippy::needless_range_loop,
    reason = "halves of a tile and rows of a panel go by their number in several arrays at once"
)]

use std::arch::x86_64::*;

use super::x86_256_parts::{AHEAD, ahead, halves, later, store};
use super::{PANELS, Sums, TileSums, Tiles, View};
use crate::cpu::activations::WIDTH;
use crate::cpu::tile::{Kind, ROWS};

/// Columns after which even and odd ones change places where registers hold the sums of only one
/// of them; what lies in between stays in the first cache.
const STRETCH: usize = 256;

/// Sums of both halves of a tile's rows, for each row of the panel.
type Both<const T: usize> = [[__m256; T]; 2];

pub(super) fn multiply(tiles: &Tiles, view: &View, out: &mut [TileSums]) {
    for (n, out) in out.iter_mut().enumerate().take(tiles.count) {
        let tile = tiles.bytes[n * tiles.stride..].as_ptr();
        // SAFETY: `super::multiply` has checked that slices are as long as the shapes say, and a
        // runtime is made only with instructions that there are.
        unsafe {
            let numbers = [view.floats.as_ptr(); 2];
            match view.width {
                1 => kernel::<1, 1>(tiles, tile, numbers, out),
                2 => kernel::<2, 2>(tiles, tile, numbers, out),
                3 => kernel::<3, 3>(tiles, tile, numbers, out),
                _ => kernel::<4, 4>(tiles, tile, numbers, out),
            }
        }
    }
}

/// Multiplies with full panels: the first and half of the second, then what is left of both.
pub(super) fn multiply_together(tiles: &Tiles, panels: &[View; PANELS], out: &mut [Sums; PANELS]) {
    let [first, second, third] = panels.each_ref().map(|view| view.floats.as_ptr());
    for n in 0..tiles.count {
        let tile = tiles.bytes[n * tiles.stride..].as_ptr();
        let mut rows = [[0.0; ROWS]; PANELS * WIDTH];
        let (upper, lower) = rows.split_at_mut(SIX);
        // SAFETY: as above; a panel has two rows after its first two.
        unsafe {
            kernel::<SIX, 4>(tiles, tile, [first, second], upper);
            kernel::<SIX, 2>(tiles, tile, [second.add(2), third], lower);
        }
        for (out, rows) in out.iter_mut().zip(rows.as_chunks().0) {
            out[n] = *rows;
        }
    }
}

/// Rows of panels that have registers for all their sums, weights and an activation.
const SIX: usize = 6;

/// Multiplies with `T` rows: of one panel, or the first `A` of one and others of the next.
///
/// # Safety
/// `tile` must point to one of the tiles, `numbers` to the rows of full panels where they are of
/// two, and slices be as long as the shapes say.
#[target_feature(enable = "avx2,fma,f16c")]
unsafe fn kernel<const T: usize, const A: usize>(
    tiles: &Tiles,
    tile: *const u8,
    numbers: [*const f32; 2],
    out: &mut [[f32; ROWS]],
) {
    // SAFETY: the caller says so.
    unsafe {
        let sums = match tiles.kind {
            Kind::F32 => f32::<T, A>(tiles, tile, numbers),
            Kind::F16 => f16::<T, A>(tiles, tile, numbers),
            _ => bf16::<T, A>(tiles, tile, numbers),
        };
        store(&sums, 0, out);
    }
}

/// Makes a kernel for plain numbers of so many bytes. Even and odd columns are added apart, so
/// that additions wait less for each other.
macro_rules! plain {
    ($name:ident, $bytes:literal, $read:ident) => {
        /// # Safety
        /// `tile` must point to one of the tiles, `numbers` to as many columns of the panels.
        #[target_feature(enable = "avx2,fma,f16c")]
        unsafe fn $name<const T: usize, const A: usize>(
            tiles: &Tiles,
            tile: *const u8,
            numbers: [*const f32; 2],
        ) -> Both<T> {
            /// Adds the products of a column.
            ///
            /// # Safety
            /// As above, for `column` among the columns.
            #[inline]
            #[target_feature(enable = "avx2,fma,f16c")]
            unsafe fn add<const T: usize, const A: usize>(
                sums: &mut Both<T>,
                tile: *const u8,
                numbers: [*const f32; 2],
                column: usize,
            ) {
                let width = T.min(WIDTH);
                // SAFETY: the rows of a column stand beside each other.
                unsafe {
                    let at = tile.add(column * ROWS * $bytes);
                    let weights = [$read(at), $read(at.add(8 * $bytes))];
                    for t in 0..T {
                        let (panel, row) = if t < A { (0, t) } else { (1, t - A) };
                        let x = _mm256_set1_ps(*numbers[panel].add(column * width + row));
                        for r in 0..2 {
                            sums[r][t] = _mm256_fmadd_ps(weights[r], x, sums[r][t]);
                        }
                    }
                }
            }

            let mut even = [[_mm256_setzero_ps(); T]; 2];
            let mut odd = [[_mm256_setzero_ps(); T]; 2];
            let columns = tiles.columns;
            let pairs = columns / 2 * 2;
            // SAFETY: the columns are there.
            unsafe {
                if T < 4 {
                    for column in (0..pairs).step_by(2) {
                        if T == 1 {
                            ahead(tile.wrapping_add(column * ROWS * $bytes + AHEAD));
                        }
                        add::<T, A>(&mut even, tile, numbers, column);
                        add::<T, A>(&mut odd, tile, numbers, column + 1);
                    }
                } else {
                    // Twice as many sums, and what they are made of, are more than there are registers.
                    for first in (0..pairs).step_by(STRETCH) {
                        let last = pairs.min(first + STRETCH);
                        for column in (first..last).step_by(2) {
                            if A < WIDTH {
                                // Every second time that a tile is read through.
                                let at = tile.wrapping_add(column * ROWS * $bytes + tiles.ahead);
                                (0..$bytes / 2).for_each(|line| later(at.wrapping_add(line * 64)));
                            }
                            add::<T, A>(&mut even, tile, numbers, column);
                        }
                        for column in (first..last).step_by(2) {
                            add::<T, A>(&mut odd, tile, numbers, column + 1);
                        }
                    }
                }
                if pairs < columns {
                    add::<T, A>(&mut even, tile, numbers, pairs);
                }
            }
            for r in 0..2 {
                for t in 0..T {
                    even[r][t] = _mm256_add_ps(even[r][t], odd[r][t]);
                }
            }
            even
        }
    };
}

plain!(f32, 4, whole);
plain!(f16, 2, halves);
plain!(bf16, 2, upper_halves);

/// # Safety
/// `at` must point to 32 bytes.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn whole(at: *const u8) -> __m256 {
    // SAFETY: the caller says so.
    unsafe { _mm256_loadu_ps(at.cast()) }
}

/// # Safety
/// `at` must point to 16 bytes.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn upper_halves(at: *const u8) -> __m256 {
    // SAFETY: the caller says so.
    let bits = _mm256_cvtepu16_epi32(unsafe { _mm_loadu_si128(at.cast()) });
    _mm256_castsi256_ps(_mm256_slli_epi32::<16>(bits))
}

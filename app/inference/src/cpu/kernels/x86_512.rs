//! Kernels for AVX-512 with dot products of bytes.
//!
//! A register holds four columns of sixteen rows; the same four activations are multiplied with
//! all rows. Weights have no sign here, and what that adds is taken off at the start of a block
//! by the sum of its activations. Plain numbers have [a file of their own](super::x86_512_plain).
#![allow(
    unsafe_code,
    reason = "vector loads through addresses, and instructions that only some processors have"
)]
#![allow(
    clippy::needless_range_loop,
    reason = "tiles, rows of a panel and groups go by their number in several arrays at once"
)]

use std::arch::x86_64::*;

use super::x86_512_parts::{Accumulators, ask, bytes, copy_for, four, halves, load, store};
use super::{TileSums, Tiles, View, x86_512_plain};
use crate::cpu::tile::{
    Kind, Q4_BYTES, Q4K_BYTES, Q4K_HEAD, Q6K_BYTES, Q6K_HEAD, Q6K_LOW, Q8_BYTES, place_of_block,
};

pub(super) fn multiply(tiles: &Tiles, view: &View, out: &mut [TileSums]) {
    match tiles.kind {
        Kind::F32 | Kind::F16 | Kind::Bf16 => x86_512_plain::multiply(tiles, view, out),
        Kind::Q8 => copy_for!(q8, tiles, view, out),
        Kind::Q4 => copy_for!(q4, tiles, view, out),
        Kind::Q4K => copy_for!(q4_k, tiles, view, out),
        Kind::Q6K => copy_for!(q6_k, tiles, view, out),
    }
}

/// # Safety
/// Slices must be as long as the shapes say.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
unsafe fn q8<const N: usize, const T: usize>(tiles: &Tiles, view: &View, out: &mut [TileSums]) {
    let blocks = tiles.columns / 32;
    let mut sums = [[_mm512_setzero_ps(); T]; N];
    for block in 0..blocks {
        // SAFETY: block < blocks, and a tile has 512 bytes and 16 scales a block.
        unsafe {
            let mut dots = [[_mm512_setzero_si512(); T]; N];
            for t in 0..T {
                let offset = _mm512_set1_epi32(*view.sums.as_ptr().add(block * T + t));
                for dots in &mut dots {
                    dots[t] = _mm512_slli_epi32::<7>(offset);
                }
            }
            let quants = view.quants.as_ptr().add(block * T * 32);
            let (scales, numbers) = place_of_block(block, Q8_BYTES);
            let weights = tiles.bytes.as_ptr().add(numbers);
            for group in 0..8 {
                let mut w = [_mm512_setzero_si512(); N];
                for n in 0..N {
                    let at = weights.add(n * tiles.stride + group * 64);
                    w[n] = load(at);
                    ask::<T>(at, tiles);
                }
                for t in 0..T {
                    let x = four(quants.add(t * 32 + group * 4));
                    for n in 0..N {
                        dots[n][t] = _mm512_dpbusd_epi32(dots[n][t], w[n], x);
                    }
                }
            }
            let scales = tiles.bytes.as_ptr().add(scales);
            add_scaled::<N, T>(&mut sums, &dots, scales, tiles.stride, view, block);
        }
    }
    store(&sums, out);
}

/// Adds dot products of a block, times both scales.
///
/// # Safety
/// `scales` must point to the scales of the block in the first tile, `block` be one of the view.
#[inline]
#[target_feature(enable = "avx512f")]
unsafe fn add_scaled<const N: usize, const T: usize>(
    sums: &mut Accumulators<N, T>,
    dots: &[[__m512i; T]; N],
    scales: *const u8,
    stride: usize,
    view: &View,
    block: usize,
) {
    for n in 0..N {
        // SAFETY: the caller says so.
        let scale = unsafe { halves(scales.add(n * stride)) };
        for t in 0..T {
            // SAFETY: the caller says so.
            let step = unsafe { *view.scales.as_ptr().add(block * T + t) };
            let both = _mm512_mul_ps(scale, _mm512_set1_ps(step));
            sums[n][t] = _mm512_fmadd_ps(_mm512_cvtepi32_ps(dots[n][t]), both, sums[n][t]);
        }
    }
}

/// Dot products of a block of 32 columns whose weights are 4 bits without sign.
///
/// # Safety
/// `weights` must point to 256 bytes in each tile, `quants` to the block of each row.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
unsafe fn nibbles<const N: usize, const T: usize>(
    dots: &mut [[__m512i; T]; N],
    weights: *const u8,
    tiles: &Tiles,
    quants: *const i8,
) {
    let low = _mm512_set1_epi8(15);
    for group in 0..4 {
        let mut first = [_mm512_setzero_si512(); N];
        let mut second = [_mm512_setzero_si512(); N];
        for n in 0..N {
            // SAFETY: the caller says so, and group < 4.
            let (at, w) = unsafe {
                let at = weights.add(n * tiles.stride + group * 64);
                (at, load(at))
            };
            ask::<T>(at, tiles);
            first[n] = _mm512_and_si512(w, low);
            second[n] = _mm512_and_si512(_mm512_srli_epi16::<4>(w), low);
        }
        for t in 0..T {
            // SAFETY: the caller says so, and group < 4.
            let (x, y) = unsafe {
                let at = quants.add(t * 32 + group * 4);
                (four(at), four(at.add(16)))
            };
            for n in 0..N {
                dots[n][t] = _mm512_dpbusd_epi32(dots[n][t], first[n], x);
                dots[n][t] = _mm512_dpbusd_epi32(dots[n][t], second[n], y);
            }
        }
    }
}

/// # Safety
/// Slices must be as long as the shapes say.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
unsafe fn q4<const N: usize, const T: usize>(tiles: &Tiles, view: &View, out: &mut [TileSums]) {
    let blocks = tiles.columns / 32;
    let mut sums = [[_mm512_setzero_ps(); T]; N];
    for block in 0..blocks {
        // SAFETY: block < blocks, and a tile has 256 bytes and 16 scales a block.
        unsafe {
            let mut dots = [[_mm512_setzero_si512(); T]; N];
            for t in 0..T {
                let offset = _mm512_set1_epi32(*view.sums.as_ptr().add(block * T + t));
                for dots in &mut dots {
                    dots[t] = _mm512_slli_epi32::<3>(offset);
                }
            }
            let quants = view.quants.as_ptr().add(block * T * 32);
            let (scales, numbers) = place_of_block(block, Q4_BYTES);
            let weights = tiles.bytes.as_ptr().add(numbers);
            nibbles::<N, T>(&mut dots, weights, tiles, quants);
            let scales = tiles.bytes.as_ptr().add(scales);
            add_scaled::<N, T>(&mut sums, &dots, scales, tiles.stride, view, block);
        }
    }
    store(&sums, out);
}

/// # Safety
/// Slices must be as long as the shapes say.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
unsafe fn q4_k<const N: usize, const T: usize>(tiles: &Tiles, view: &View, out: &mut [TileSums]) {
    let mut sums = [[_mm512_setzero_ps(); T]; N];
    for large in 0..tiles.columns / 256 {
        let tile = tiles.bytes[large * Q4K_BYTES..].as_ptr();
        // Of the large block, without its scale and its minimum, which all eight parts share.
        let mut scaled = [[_mm512_setzero_ps(); T]; N];
        let mut minima = [[_mm512_setzero_ps(); T]; N];
        for part in 0..8 {
            let block = large * 8 + part;
            // SAFETY: block < columns ÷ 32, part < 8, and a large block is laid out as in `packed`.
            unsafe {
                let mut dots = [[_mm512_setzero_si512(); T]; N];
                let quants = view.quants.as_ptr().add(block * T * 32);
                let weights = tile.add(Q4K_HEAD + part * 256);
                nibbles::<N, T>(&mut dots, weights, tiles, quants);
                for n in 0..N {
                    let scale = bytes(tile.add(n * tiles.stride + 64 + part * 16));
                    let minimum = bytes(tile.add(n * tiles.stride + 192 + part * 16));
                    for t in 0..T {
                        let step = *view.scales.as_ptr().add(block * T + t);
                        let sum = *view.sums.as_ptr().add(block * T + t);
                        let dot =
                            _mm512_mul_ps(_mm512_cvtepi32_ps(dots[n][t]), _mm512_set1_ps(step));
                        scaled[n][t] = _mm512_fmadd_ps(dot, scale, scaled[n][t]);
                        let shift = _mm512_set1_ps(step * sum as f32);
                        minima[n][t] = _mm512_fmadd_ps(shift, minimum, minima[n][t]);
                    }
                }
            }
        }
        for n in 0..N {
            // SAFETY: both lie in the head of the large block.
            let (scale, minimum) = unsafe {
                let head = tile.add(n * tiles.stride);
                (halves(head), halves(head.add(32)))
            };
            for t in 0..T {
                sums[n][t] = _mm512_fmadd_ps(scaled[n][t], scale, sums[n][t]);
                sums[n][t] = _mm512_fmadd_ps(minima[n][t], minimum, sums[n][t]);
            }
        }
    }
    store(&sums, out);
}

/// # Safety
/// Slices must be as long as the shapes say.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
unsafe fn q6_k<const N: usize, const T: usize>(tiles: &Tiles, view: &View, out: &mut [TileSums]) {
    let low_bits = _mm512_set1_epi8(15);
    let high_bits = _mm512_set1_epi8(0x30);
    let mut sums = [[_mm512_setzero_ps(); T]; N];
    for large in 0..tiles.columns / 256 {
        let tile = tiles.bytes[large * Q6K_BYTES..].as_ptr();
        let mut scaled = [[_mm512_setzero_ps(); T]; N];
        for part in 0..8 {
            let block = large * 8 + part;
            // SAFETY: block < columns ÷ 32, part < 8, and a large block is laid out as in `packed`.
            unsafe {
                let quants = view.quants.as_ptr().add(block * T * 32);
                for n in 0..N {
                    let tile = tile.add(n * tiles.stride);
                    let low = tile.add(Q6K_HEAD + part * 256);
                    let high = tile.add(Q6K_HEAD + Q6K_LOW + part * 128);
                    let high = [load(high), load(high.add(64))];
                    for half in 0..2 {
                        let mut dots = [_mm512_setzero_si512(); T];
                        for t in 0..T {
                            let sum = *view.halves.as_ptr().add((2 * block + half) * T + t);
                            dots[t] = _mm512_slli_epi32::<5>(_mm512_set1_epi32(sum));
                        }
                        // Bits move by whole registers, so that each pair comes to stand at 4.
                        let h = high[half];
                        let highs = [
                            _mm512_slli_epi16::<4>(h),
                            _mm512_slli_epi16::<2>(h),
                            h,
                            _mm512_srli_epi16::<2>(h),
                        ];
                        for group in 0..4 {
                            let byte = load(low.add(group * 64));
                            if half == 0 {
                                ask::<T>(low.add(group * 64), tiles);
                            }
                            let shifted = if half == 0 {
                                byte
                            } else {
                                _mm512_srli_epi16::<4>(byte)
                            };
                            let w = _mm512_or_si512(
                                _mm512_and_si512(shifted, low_bits),
                                _mm512_and_si512(highs[group], high_bits),
                            );
                            for t in 0..T {
                                let x = four(quants.add(t * 32 + half * 16 + group * 4));
                                dots[t] = _mm512_dpbusd_epi32(dots[t], w, x);
                            }
                        }
                        let at = tile.add(32 + (part * 2 + half) * 16);
                        let scale =
                            _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(_mm_loadu_si128(at.cast())));
                        for t in 0..T {
                            let step = *view.scales.as_ptr().add(block * T + t);
                            let dot =
                                _mm512_mul_ps(_mm512_cvtepi32_ps(dots[t]), _mm512_set1_ps(step));
                            scaled[n][t] = _mm512_fmadd_ps(dot, scale, scaled[n][t]);
                        }
                    }
                }
            }
        }
        for n in 0..N {
            // SAFETY: it lies in the head of the large block.
            let scale = unsafe { halves(tile.add(n * tiles.stride)) };
            for t in 0..T {
                sums[n][t] = _mm512_fmadd_ps(scaled[n][t], scale, sums[n][t]);
            }
        }
    }
    store(&sums, out);
}

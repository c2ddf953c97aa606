//! Kernels for AVX2, without and with dot products of bytes (AVX-VNNI).
//!
//! A register holds four columns of eight rows, so that a tile takes two. With one row of a panel
//! both are worked on together; with more, one after the other, which leaves registers for the
//! rows. Without AVX-VNNI, products of a byte without sign and one with are added in pairs to 16
//! bits, in as many pairs as cannot overflow. Plain numbers have
//! [a file of their own](super::x86_256_plain).
#![allow(
    unsafe_code,
    reason = "vector loads through addresses, and instructions that only some processors have"
)]
#![allow(
    clippy::needless_range_loop,
    reason = "tiles, rows of a panel and groups go by their number in several arrays at once"
)]

use std::arch::x86_64::*;

use super::x86_256_parts::*;
use super::{TileSums, Tiles, View, x86_256_plain};
use crate::cpu::tile::{
    Kind, Q4_BYTES, Q4K_BYTES, Q4K_HEAD, Q6K_BYTES, Q6K_HEAD, Q6K_LOW, Q8_BYTES, place_of_block,
};

/// The kernels, for a way of multiplying bytes.
///
/// After features and names: whether bytes of `Q8` have an offset instead of a sign, so that sums
/// start below nought and nothing is added up in 16 bits; what adds a product of such bytes; and
/// what adds two of bytes without sign, to the sum of 32 bits or to that of 16.
macro_rules! kernels {
    ($features:literal, $multiply:ident, $module:ident, $bias:literal, $signed:ident, $two:ident) => {
        mod $module {
            use super::*;

            pub(in crate::cpu::kernels) fn multiply(
                tiles: &Tiles,
                view: &View,
                out: &mut [TileSums],
            ) {
                if !tiles.kind.is_quantised() {
                    return x86_256_plain::multiply(tiles, view, out);
                }
                for (n, out) in out.iter_mut().enumerate().take(tiles.count) {
                    let tile = tiles.bytes[n * tiles.stride..].as_ptr();
                    // SAFETY: `super::super::multiply` has checked that slices are as long as the
                    // shapes say, and a runtime is made only with instructions that there are.
                    unsafe {
                        let ahead = tiles.ahead;
                        let both = Part {
                            row: 0,
                            tile,
                            ahead,
                        };
                        let lower = Part { row: 8, ..both };
                        match view.width {
                            1 => kernel::<2, 1>(tiles, both, view, out),
                            2 => {
                                kernel::<1, 2>(tiles, both, view, out);
                                kernel::<1, 2>(tiles, lower, view, out);
                            }
                            3 => {
                                kernel::<1, 3>(tiles, both, view, out);
                                kernel::<1, 3>(tiles, lower, view, out);
                            }
                            _ => {
                                kernel::<1, 4>(tiles, both, view, out);
                                kernel::<1, 4>(tiles, lower, view, out);
                            }
                        }
                    }
                }
            }

            /// # Safety
            /// Slices must be as long as the shapes say.
            #[target_feature(enable = $features)]
            unsafe fn kernel<const R: usize, const T: usize>(
                tiles: &Tiles,
                part: Part,
                view: &View,
                out: &mut [[f32; 16]; 4],
            ) {
                // SAFETY: the caller says so.
                unsafe {
                    let sums = match tiles.kind {
                        Kind::F32 | Kind::F16 | Kind::Bf16 => return,
                        Kind::Q8 => q8::<R, T>(tiles.columns, part, view),
                        Kind::Q4 => q4::<R, T>(tiles.columns, part, view),
                        Kind::Q4K => q4_k::<R, T>(tiles.columns, part, view),
                        Kind::Q6K => q6_k::<R, T>(tiles.columns, part, view),
                    };
                    store(&sums, part.row, out);
                }
            }

            /// # Safety
            /// `at` must point to the scales of the part's rows, `place` be a block of the view.
            #[inline]
            #[target_feature(enable = $features)]
            unsafe fn add_scaled<const R: usize, const T: usize>(
                sums: &mut [[__m256; T]; R],
                dots: &[[__m256i; T]; R],
                at: *const u8,
                view: &View,
                block: usize,
            ) {
                for r in 0..R {
                    // SAFETY: the caller says so.
                    let scale = unsafe { halves(at.add(r * 16)) };
                    for t in 0..T {
                        // SAFETY: the caller says so.
                        let step = unsafe { *view.scales.as_ptr().add(block * T + t) };
                        let both = _mm256_mul_ps(scale, _mm256_set1_ps(step));
                        let dot = _mm256_cvtepi32_ps(dots[r][t]);
                        sums[r][t] = _mm256_fmadd_ps(dot, both, sums[r][t]);
                    }
                }
            }

            /// # Safety
            /// `part` and `view` must be of so many columns.
            #[target_feature(enable = $features)]
            unsafe fn q8<const R: usize, const T: usize>(
                columns: usize,
                part: Part,
                view: &View,
            ) -> [[__m256; T]; R] {
                let mut sums = [[_mm256_setzero_ps(); T]; R];
                for block in 0..columns / 32 {
                    // SAFETY: a tile has 512 bytes and 16 scales a block.
                    unsafe {
                        let mut dots = [[_mm256_setzero_si256(); T]; R];
                        if $bias {
                            for t in 0..T {
                                let sum = _mm256_set1_epi32(*view.sums.as_ptr().add(block * T + t));
                                for dots in &mut dots {
                                    dots[t] = _mm256_slli_epi32::<7>(sum);
                                }
                            }
                        }
                        let quants = view.quants.as_ptr().add(block * T * 32);
                        let (scales, numbers) = place_of_block(block, Q8_BYTES);
                        let weights = part.tile.add(numbers + part.row * 4);
                        for group in 0..8 {
                            let at = weights.add(group * 64);
                            ask::<T>(at, part);
                            for r in 0..R {
                                let w = load(at.add(r * 32));
                                for t in 0..T {
                                    let x = four(quants.add(t * 32 + group * 4));
                                    dots[r][t] = $signed(dots[r][t], w, x);
                                }
                            }
                        }
                        let scales = part.tile.add(scales + part.row * 2);
                        add_scaled::<R, T>(&mut sums, &dots, scales, view, block);
                    }
                }
                sums
            }

            /// Dot products of a block of 32 columns whose weights are 4 bits without sign.
            ///
            /// # Safety
            /// `weights` must point to the block of the part's rows, `quants` to that of each row.
            #[inline]
            #[target_feature(enable = $features)]
            unsafe fn nibbles<const R: usize, const T: usize>(
                start: &[__m256i; T],
                part: Part,
                weights: *const u8,
                quants: *const i8,
            ) -> [[__m256i; T]; R] {
                let low = _mm256_set1_epi8(15);
                let mut dots = [*start; R];
                // Of 16 bits where there are no dot products: 8 · 2 · 15 · 127 at most.
                let mut narrow = [[_mm256_setzero_si256(); T]; R];
                for group in 0..4 {
                    for r in 0..R {
                        // SAFETY: the caller says so, and group < 4.
                        let w = unsafe {
                            let at = weights.add(group * 64 + r * 32);
                            if r == 0 {
                                ask::<T>(at, part);
                            }
                            load(at)
                        };
                        let first = _mm256_and_si256(w, low);
                        let second = _mm256_and_si256(_mm256_srli_epi16::<4>(w), low);
                        for t in 0..T {
                            // SAFETY: the caller says so, and group < 4.
                            let (x, y) = unsafe {
                                let at = quants.add(t * 32 + group * 4);
                                (four(at), four(at.add(16)))
                            };
                            $two(&mut dots[r][t], &mut narrow[r][t], [first, second], [x, y]);
                        }
                    }
                }
                if !$bias {
                    let ones = _mm256_set1_epi16(1);
                    for r in 0..R {
                        for t in 0..T {
                            let wide = _mm256_madd_epi16(narrow[r][t], ones);
                            dots[r][t] = _mm256_add_epi32(dots[r][t], wide);
                        }
                    }
                }
                dots
            }

            /// # Safety
            /// `part` and `view` must be of so many columns.
            #[target_feature(enable = $features)]
            unsafe fn q4<const R: usize, const T: usize>(
                columns: usize,
                part: Part,
                view: &View,
            ) -> [[__m256; T]; R] {
                let mut sums = [[_mm256_setzero_ps(); T]; R];
                for block in 0..columns / 32 {
                    // SAFETY: a tile has 256 bytes and 16 scales a block.
                    unsafe {
                        let mut start = [_mm256_setzero_si256(); T];
                        for (t, start) in start.iter_mut().enumerate() {
                            let sum = *view.sums.as_ptr().add(block * T + t);
                            *start = _mm256_slli_epi32::<3>(_mm256_set1_epi32(sum));
                        }
                        let quants = view.quants.as_ptr().add(block * T * 32);
                        let (scales, numbers) = place_of_block(block, Q4_BYTES);
                        let weights = part.tile.add(numbers + part.row * 4);
                        let dots = nibbles::<R, T>(&start, part, weights, quants);
                        let scales = part.tile.add(scales + part.row * 2);
                        add_scaled::<R, T>(&mut sums, &dots, scales, view, block);
                    }
                }
                sums
            }

            /// # Safety
            /// `part` and `view` must be of so many columns.
            #[target_feature(enable = $features)]
            unsafe fn q4_k<const R: usize, const T: usize>(
                columns: usize,
                part: Part,
                view: &View,
            ) -> [[__m256; T]; R] {
                let mut sums = [[_mm256_setzero_ps(); T]; R];
                for large in 0..columns / 256 {
                    // SAFETY: a large block is laid out as in `packed`.
                    unsafe {
                        let tile = part.tile.add(large * Q4K_BYTES);
                        let mut scaled = [[_mm256_setzero_ps(); T]; R];
                        let mut minima = [[_mm256_setzero_ps(); T]; R];
                        for eighth in 0..8 {
                            let block = large * 8 + eighth;
                            let quants = view.quants.as_ptr().add(block * T * 32);
                            let weights = tile.add(Q4K_HEAD + eighth * 256 + part.row * 4);
                            let start = [_mm256_setzero_si256(); T];
                            let dots = nibbles::<R, T>(&start, part, weights, quants);
                            for r in 0..R {
                                let at = tile.add(64 + eighth * 16 + part.row + r * 8);
                                let (scale, minimum) = (bytes(at), bytes(at.add(128)));
                                for t in 0..T {
                                    let step = *view.scales.as_ptr().add(block * T + t);
                                    let sum = *view.sums.as_ptr().add(block * T + t);
                                    let dot = _mm256_mul_ps(
                                        _mm256_cvtepi32_ps(dots[r][t]),
                                        _mm256_set1_ps(step),
                                    );
                                    scaled[r][t] = _mm256_fmadd_ps(dot, scale, scaled[r][t]);
                                    let shift = _mm256_set1_ps(step * sum as f32);
                                    minima[r][t] = _mm256_fmadd_ps(shift, minimum, minima[r][t]);
                                }
                            }
                        }
                        for r in 0..R {
                            let at = tile.add((part.row + r * 8) * 2);
                            let (scale, minimum) = (halves(at), halves(at.add(32)));
                            for t in 0..T {
                                sums[r][t] = _mm256_fmadd_ps(scaled[r][t], scale, sums[r][t]);
                                sums[r][t] = _mm256_fmadd_ps(minima[r][t], minimum, sums[r][t]);
                            }
                        }
                    }
                }
                sums
            }

            /// # Safety
            /// `part` and `view` must be of so many columns.
            #[target_feature(enable = $features)]
            unsafe fn q6_k<const R: usize, const T: usize>(
                columns: usize,
                part: Part,
                view: &View,
            ) -> [[__m256; T]; R] {
                let (low_bits, high_bits) = (_mm256_set1_epi8(15), _mm256_set1_epi8(0x30));
                let mut sums = [[_mm256_setzero_ps(); T]; R];
                for large in 0..columns / 256 {
                    // SAFETY: a large block is laid out as in `packed`.
                    unsafe {
                        let tile = part.tile.add(large * Q6K_BYTES);
                        let mut scaled = [[_mm256_setzero_ps(); T]; R];
                        for sixteenth in 0..16 {
                            let (eighth, half) = (sixteenth / 2, sixteenth % 2);
                            let block = large * 8 + eighth;
                            let quants = view.quants.as_ptr().add(block * T * 32 + half * 16);
                            for r in 0..R {
                                let row = (part.row + r * 8) * 4;
                                let low = tile.add(Q6K_HEAD + eighth * 256 + row);
                                let high = load(
                                    tile.add(Q6K_HEAD + Q6K_LOW + eighth * 128 + half * 64 + row),
                                );
                                // Bits move by whole registers, so that each pair stands at 4.
                                let highs = [
                                    _mm256_slli_epi16::<4>(high),
                                    _mm256_slli_epi16::<2>(high),
                                    high,
                                    _mm256_srli_epi16::<2>(high),
                                ];
                                let mut dots = [_mm256_setzero_si256(); T];
                                for t in 0..T {
                                    let sum = *view.halves.as_ptr().add((2 * block + half) * T + t);
                                    dots[t] = _mm256_slli_epi32::<5>(_mm256_set1_epi32(sum));
                                }
                                let weights = |group: usize| {
                                    let byte = load(low.add(group * 64));
                                    if half == 0 && r == 0 {
                                        ask::<T>(low.add(group * 64), part);
                                    }
                                    let byte = match half {
                                        0 => byte,
                                        _ => _mm256_srli_epi16::<4>(byte),
                                    };
                                    _mm256_or_si256(
                                        _mm256_and_si256(byte, low_bits),
                                        _mm256_and_si256(highs[group], high_bits),
                                    )
                                };
                                let w = [weights(0), weights(1), weights(2), weights(3)];
                                for t in 0..T {
                                    let x = quants.add(t * 32);
                                    for group in [0, 2] {
                                        // 2 · 2 · 63 · 127 fits 16 bits.
                                        let mut narrow = _mm256_setzero_si256();
                                        let x = x.add(group * 4);
                                        let x = [four(x), four(x.add(4))];
                                        $two(
                                            &mut dots[t],
                                            &mut narrow,
                                            [w[group], w[group + 1]],
                                            x,
                                        );
                                        if !$bias {
                                            let ones = _mm256_set1_epi16(1);
                                            let wide = _mm256_madd_epi16(narrow, ones);
                                            dots[t] = _mm256_add_epi32(dots[t], wide);
                                        }
                                    }
                                }
                                let at = tile.add(32 + sixteenth * 16 + part.row + r * 8);
                                let scale = signed_bytes(at);
                                for t in 0..T {
                                    let step = *view.scales.as_ptr().add(block * T + t);
                                    let dot = _mm256_mul_ps(
                                        _mm256_cvtepi32_ps(dots[t]),
                                        _mm256_set1_ps(step),
                                    );
                                    scaled[r][t] = _mm256_fmadd_ps(dot, scale, scaled[r][t]);
                                }
                            }
                        }
                        for r in 0..R {
                            let scale = halves(tile.add((part.row + r * 8) * 2));
                            for t in 0..T {
                                sums[r][t] = _mm256_fmadd_ps(scaled[r][t], scale, sums[r][t]);
                            }
                        }
                    }
                }
                sums
            }
        }

        pub(super) use $module::multiply as $multiply;
    };
}

kernels!(
    "avx2,fma,f16c",
    multiply_avx2,
    avx2,
    false,
    signed_pairs,
    two_narrow
);
kernels!(
    "avx2,fma,f16c,avxvnni",
    multiply_vnni,
    vnni,
    true,
    dots_of_bytes,
    two_dots
);

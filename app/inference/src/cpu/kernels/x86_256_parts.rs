//! What kernels for AVX2 are made of: parts of tiles, loads and stores, and two ways of multiplying
//! bytes.
#![allow(
    unsafe_code,
    reason = "vector loads through addresses, and instructions that only some processors have"
)]

use std::arch::x86_64::*;

use crate::cpu::activations::WIDTH;

/// How far ahead weights are asked for, in bytes.
pub(super) const AHEAD: usize = 8192;

/// Where a half of a tile's rows begins: whole tiles, or eight rows of one.
#[derive(Clone, Copy)]
pub(super) struct Part {
    /// The first of its rows among sixteen.
    pub(super) row: usize,
    /// The tile.
    pub(super) tile: *const u8,
    /// How much further on what comes next lies.
    pub(super) ahead: usize,
}

/// Asks for what follows where each weight is read once, and else for the next pair of tiles.
#[inline]
#[target_feature(enable = "avx2")]
pub(super) fn ask<const T: usize>(at: *const u8, part: Part) {
    if T == 1 {
        ahead(at.wrapping_add(AHEAD));
    } else if T == WIDTH {
        later(at.wrapping_add(part.ahead));
    }
}

/// # Safety
/// `at` must point to 32 bytes.
#[inline]
#[target_feature(enable = "avx2")]
pub(super) unsafe fn load(at: *const u8) -> __m256i {
    // SAFETY: the caller says so.
    unsafe { _mm256_loadu_si256(at.cast()) }
}

/// # Safety
/// `at` must point to four bytes.
#[inline]
#[target_feature(enable = "avx2")]
pub(super) unsafe fn four(at: *const i8) -> __m256i {
    // SAFETY: the caller says so.
    _mm256_set1_epi32(unsafe { at.cast::<i32>().read_unaligned() })
}

/// # Safety
/// `at` must point to 16 bytes.
#[inline]
#[target_feature(enable = "avx2,f16c")]
pub(super) unsafe fn halves(at: *const u8) -> __m256 {
    // SAFETY: the caller says so.
    _mm256_cvtph_ps(unsafe { _mm_loadu_si128(at.cast()) })
}

/// # Safety
/// `at` must point to 8 bytes.
#[inline]
#[target_feature(enable = "avx2")]
pub(super) unsafe fn bytes(at: *const u8) -> __m256 {
    // SAFETY: the caller says so.
    _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(unsafe { _mm_loadl_epi64(at.cast()) }))
}

/// # Safety
/// `at` must point to 8 bytes.
#[inline]
#[target_feature(enable = "avx2")]
pub(super) unsafe fn signed_bytes(at: *const u8) -> __m256 {
    // SAFETY: the caller says so.
    _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(unsafe { _mm_loadl_epi64(at.cast()) }))
}

#[inline]
#[target_feature(enable = "avx2")]
pub(super) fn ahead(at: *const u8) {
    // A prefetch reads nothing, so that any address will do.
    _mm_prefetch::<_MM_HINT_T0>(at.cast());
}

/// Asks for weights whose turn comes after what is in the first cache now.
#[inline]
#[target_feature(enable = "avx2")]
pub(super) fn later(at: *const u8) {
    // As above.
    _mm_prefetch::<_MM_HINT_T1>(at.cast());
}

/// # Safety
/// `sums` must be rows `row..row + 8 · R`.
#[inline]
#[target_feature(enable = "avx2")]
pub(super) unsafe fn store<const R: usize, const T: usize>(
    sums: &[[__m256; T]; R],
    row: usize,
    out: &mut [[f32; 16]],
) {
    for (r, sums) in sums.iter().enumerate() {
        for (sum, out) in sums.iter().zip(out.iter_mut()) {
            // SAFETY: the caller says so.
            unsafe { _mm256_storeu_ps(out.as_mut_ptr().add(row + r * 8), *sum) };
        }
    }
}

/// Adds products of bytes with sign: the sign moves from weight to activation, and two products
/// of 128 with 127 fit 16 bits.
#[inline]
#[target_feature(enable = "avx2")]
pub(super) fn signed_pairs(sum: __m256i, weights: __m256i, x: __m256i) -> __m256i {
    let signed = _mm256_sign_epi8(x, weights);
    let narrow = _mm256_maddubs_epi16(_mm256_abs_epi8(weights), signed);
    _mm256_add_epi32(sum, _mm256_madd_epi16(narrow, _mm256_set1_epi16(1)))
}

/// Adds two products of bytes without sign and bytes with sign, in 16 bits.
#[inline]
#[target_feature(enable = "avx2")]
pub(super) fn two_narrow(_: &mut __m256i, narrow: &mut __m256i, w: [__m256i; 2], x: [__m256i; 2]) {
    *narrow = _mm256_add_epi16(*narrow, _mm256_maddubs_epi16(w[0], x[0]));
    *narrow = _mm256_add_epi16(*narrow, _mm256_maddubs_epi16(w[1], x[1]));
}

/// Adds products of bytes without sign and bytes with sign.
#[inline]
#[target_feature(enable = "avx2,avxvnni")]
pub(super) fn dots_of_bytes(sum: __m256i, weights: __m256i, x: __m256i) -> __m256i {
    _mm256_dpbusd_avx_epi32(sum, weights, x)
}

/// The same twice.
#[inline]
#[target_feature(enable = "avx2,avxvnni")]
pub(super) fn two_dots(dots: &mut __m256i, _: &mut __m256i, w: [__m256i; 2], x: [__m256i; 2]) {
    *dots = _mm256_dpbusd_avx_epi32(*dots, w[0], x[0]);
    *dots = _mm256_dpbusd_avx_epi32(*dots, w[1], x[1]);
}

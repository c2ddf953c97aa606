//! Kernels for any processor: plain loops over the sixteen rows of a tile, which compilers turn
//! into whatever vectors there are.
//!
//! Bytes stand column by column here. Two products of a byte with a byte fit 16 bits, which is the
//! width in which even old instruction sets multiply many numbers at once.

use weighbridge_gguf::{bf16_to_f32, f16_to_f32};

use super::{TileSums, Tiles, View};
use crate::cpu::tile::{
    Kind, Q4_BYTES, Q4K_BYTES, Q4K_HEAD, Q6K_BYTES, Q6K_HEAD, Q6K_LOW, Q8_BYTES, ROWS,
    place_of_block,
};

type Dots = [i32; ROWS];
type Lane = [f32; ROWS];

pub(super) fn multiply(tiles: &Tiles, view: &View, out: &mut [TileSums]) {
    for (n, out) in out.iter_mut().enumerate().take(tiles.count) {
        let tile = &tiles.bytes[n * tiles.stride..][..tiles.kind.tile_bytes(tiles.columns)];
        for (t, out) in out.iter_mut().enumerate().take(view.width) {
            *out = match tiles.kind {
                Kind::F32 => plain(tile, tiles.columns, view, t, |bytes: &[u8; 4]| {
                    f32::from_le_bytes(*bytes)
                }),
                Kind::F16 => plain(tile, tiles.columns, view, t, |bytes| {
                    f16_to_f32(u16::from_le_bytes(*bytes))
                }),
                Kind::Bf16 => plain(tile, tiles.columns, view, t, |bytes| {
                    bf16_to_f32(u16::from_le_bytes(*bytes))
                }),
                Kind::Q8 => blocks_of_32(tile, tiles.columns, view, t, Q8_BYTES, eight_bits),
                Kind::Q4 => blocks_of_32(tile, tiles.columns, view, t, Q4_BYTES, four_bits),
                Kind::Q4K => q4_k(tile, view, t),
                Kind::Q6K => q6_k(tile, view, t),
            };
        }
    }
}

fn plain<const BYTES: usize>(
    tile: &[u8],
    columns: usize,
    view: &View,
    t: usize,
    read: impl Fn(&[u8; BYTES]) -> f32,
) -> Lane {
    let mut sums = [[0.0; ROWS]; 2];
    let (numbers, _) = tile.as_chunks::<BYTES>();
    for (column, numbers) in numbers.chunks_exact(ROWS).take(columns).enumerate() {
        let x = view.floats[column * view.width + t];
        for (sum, number) in sums[column % 2].iter_mut().zip(numbers) {
            *sum += read(number) * x;
        }
    }
    let [mut even, odd] = sums;
    for (even, odd) in even.iter_mut().zip(odd) {
        *even += odd;
    }
    even
}

/// Sums over blocks that have one scale for each row.
fn blocks_of_32(
    tile: &[u8],
    columns: usize,
    view: &View,
    t: usize,
    block_bytes: usize,
    dots: impl Fn(&[u8], &[i8; 32], i32) -> Dots,
) -> Lane {
    let mut sums = [0.0; ROWS];
    let (quants, _) = view.quants.as_chunks::<32>();
    for block in 0..columns / 32 {
        let place = block * view.width + t;
        let (scales, numbers) = place_of_block(block, block_bytes);
        let numbers = &tile[numbers..][..block_bytes];
        let dots = dots(numbers, &quants[place], view.sums[place]);
        let scales = half_precision(&tile[scales..]);
        for ((sum, dot), scale) in sums.iter_mut().zip(dots).zip(scales) {
            *sum += dot as f32 * (scale * view.scales[place]);
        }
    }
    sums
}

/// Adds products of two columns with two activations.
#[inline(always)]
fn add_two(dots: &mut Dots, first: &[i16; ROWS], second: &[i16; ROWS], x: i8, y: i8) {
    let (x, y) = (i16::from(x), i16::from(y));
    for ((dot, first), second) in dots.iter_mut().zip(first).zip(second) {
        // At most 2 · 128 · 127.
        *dot += i32::from(first * x + second * y);
    }
}

#[inline(always)]
fn sixteen(bytes: &[u8], of: impl Fn(u8) -> i16) -> [i16; ROWS] {
    let mut out = [0; ROWS];
    for (out, &byte) in out.iter_mut().zip(&bytes[..ROWS]) {
        *out = of(byte);
    }
    out
}

fn eight_bits(numbers: &[u8], quants: &[i8; 32], _: i32) -> Dots {
    let mut dots = [0; ROWS];
    let signed = |byte: u8| i16::from(byte.cast_signed());
    for (columns, quants) in numbers.chunks_exact(2 * ROWS).zip(quants.chunks_exact(2)) {
        let (first, second) = columns.split_at(ROWS);
        let (first, second) = (sixteen(first, signed), sixteen(second, signed));
        add_two(&mut dots, &first, &second, quants[0], quants[1]);
    }
    dots
}

/// Of 4 bits without sign; `sum` is the negated sum of the activations, which takes off 8.
fn four_bits(numbers: &[u8], quants: &[i8; 32], sum: i32) -> Dots {
    nibbles(numbers, quants, sum * 8)
}

fn nibbles(numbers: &[u8], quants: &[i8; 32], start: i32) -> Dots {
    let mut dots = [start; ROWS];
    for (column, numbers) in numbers.chunks_exact(ROWS).enumerate() {
        let first = sixteen(numbers, |byte| i16::from(byte & 15));
        let second = sixteen(numbers, |byte| i16::from(byte >> 4));
        add_two(
            &mut dots,
            &first,
            &second,
            quants[column],
            quants[column + 16],
        );
    }
    dots
}

fn q4_k(tile: &[u8], view: &View, t: usize) -> Lane {
    let mut sums = [0.0; ROWS];
    let (quants, _) = view.quants.as_chunks::<32>();
    for (large, tile) in tile.chunks_exact(Q4K_BYTES).enumerate() {
        let (mut scaled, mut minima) = ([0.0; ROWS], [0.0; ROWS]);
        for part in 0..8 {
            let place = (large * 8 + part) * view.width + t;
            let dots = nibbles(&tile[Q4K_HEAD + part * 256..][..256], &quants[place], 0);
            let step = view.scales[place];
            let shift = step * view.sums[place] as f32;
            for row in 0..ROWS {
                let scale = f32::from(tile[64 + part * 16 + row]);
                let minimum = f32::from(tile[192 + part * 16 + row]);
                scaled[row] += dots[row] as f32 * step * scale;
                minima[row] += shift * minimum;
            }
        }
        let (scales, least) = (half_precision(tile), half_precision(&tile[32..]));
        for row in 0..ROWS {
            sums[row] += scaled[row] * scales[row];
            sums[row] += minima[row] * least[row];
        }
    }
    sums
}

fn q6_k(tile: &[u8], view: &View, t: usize) -> Lane {
    let mut sums = [0.0; ROWS];
    let (quants, _) = view.quants.as_chunks::<32>();
    for (large, tile) in tile.chunks_exact(Q6K_BYTES).enumerate() {
        let mut scaled = [0.0; ROWS];
        for part in 0..8 {
            let block = large * 8 + part;
            let place = block * view.width + t;
            let low = &tile[Q6K_HEAD + part * 256..][..256];
            let high = &tile[Q6K_HEAD + Q6K_LOW + part * 128..][..128];
            for half in 0..2 {
                let sum = view.halves[(2 * block + half) * view.width + t];
                let mut dots = [sum * 32; ROWS];
                let column = |within: usize| {
                    let column = half * 16 + within;
                    let mut out = [0; ROWS];
                    for (row, out) in out.iter_mut().enumerate() {
                        let low = low[within * ROWS + row] >> (half * 4) & 15;
                        let high = high[column % 8 * ROWS + row] >> (column / 8 * 2) & 3;
                        *out = i16::from(low | high << 4);
                    }
                    out
                };
                for pair in 0..8 {
                    let (x, y) = (half * 16 + 2 * pair, half * 16 + 2 * pair + 1);
                    let (first, second) = (column(2 * pair), column(2 * pair + 1));
                    add_two(
                        &mut dots,
                        &first,
                        &second,
                        quants[place][x],
                        quants[place][y],
                    );
                }
                for row in 0..ROWS {
                    let scale = tile[32 + (part * 2 + half) * 16 + row].cast_signed();
                    scaled[row] += dots[row] as f32 * view.scales[place] * f32::from(scale);
                }
            }
        }
        for (row, scale) in half_precision(tile).into_iter().enumerate() {
            sums[row] += scaled[row] * scale;
        }
    }
    sums
}

#[inline(always)]
fn half_precision(bytes: &[u8]) -> Lane {
    let mut out = [0.0; ROWS];
    for (out, bytes) in out.iter_mut().zip(bytes.chunks_exact(2)) {
        *out = f16_to_f32(u16::from_le_bytes([bytes[0], bytes[1]]));
    }
    out
}

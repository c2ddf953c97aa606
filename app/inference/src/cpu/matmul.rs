//! Products of whole matrices with activations, on all threads.
#![allow(
    unsafe_code,
    reason = "threads write rows of one result, each its own, which no slice can say"
)]

use std::ops::Range;

use super::activations::{Activations, Panel, WIDTH};
use super::instructions::Instructions;
use super::kernels::{PAIR, PANELS, Sums, Tiles, multiply_panels};
use super::packed::Packed;
use super::pool::{Pointer, Team};
use super::tile::ROWS;
use super::vector;
use crate::config::Activation;

/// What matrices are multiplied with.
#[derive(Clone, Copy)]
pub(crate) struct Bench<'a> {
    /// The instructions of kernels.
    pub(crate) instructions: Instructions,
    /// The bytes of all matrices.
    pub(crate) lines: &'a [u8],
}

/// Where products of a matrix go: for each token its rows, with so many numbers from a token to
/// the next.
pub(crate) struct Target<'a> {
    /// The numbers.
    pub(crate) numbers: &'a mut [f32],
    /// Whether products are added to what stands there.
    pub(crate) adds: bool,
}

impl Bench<'_> {
    /// Multiplies each matrix with the same activations; a target has a matrix's rows a token.
    pub(crate) fn products(
        &self,
        team: &Team,
        input: &Activations,
        work: &mut [(&Packed, Target)],
    ) {
        let mut ends = Vec::with_capacity(work.len());
        let mut targets = Vec::with_capacity(work.len());
        let mut pairs = 0;
        for (matrix, target) in work.iter_mut() {
            pairs += matrix.tiles().div_ceil(PAIR);
            ends.push(pairs);
            let writer = Writer::new(target.numbers, matrix.rows, input, target.adds);
            targets.push((*matrix, writer));
        }
        team.share(pairs, |pieces| {
            let mut sums = NOTHING;
            for pair in pieces {
                let index = ends.partition_point(|&end| end <= pair);
                let start = if index == 0 { 0 } else { ends[index - 1] };
                let (matrix, writer) = &targets[index];
                let tiles = self.tiles(matrix, pair - start);
                for (place, panels, is_last) in groups(input) {
                    let tiles = tiles.and_next(is_last);
                    multiply_panels(self.instructions, &tiles, panels, &mut sums);
                    // SAFETY: a pair of tiles is handed out once.
                    unsafe { writer.write_all(place, panels, (pair - start, tiles.count), &sums) };
                }
            }
        });
    }

    /// Multiplies two matrices of the same shape with activations, and writes the activation of the
    /// first product times the second.
    pub(crate) fn gated(
        &self,
        team: &Team,
        input: &Activations,
        [gate, up]: [&Packed; 2],
        activation: Activation,
        numbers: &mut [f32],
    ) {
        let writer = Writer::new(numbers, gate.rows, input, false);
        let pairs = gate.tiles().div_ceil(PAIR);
        team.share(pairs, |pieces| {
            let mut gates = NOTHING;
            let mut ups = NOTHING;
            for pair in pieces {
                let (left, right) = (self.tiles(gate, pair), self.tiles(up, pair));
                for (place, panels, is_last) in groups(input) {
                    let (left, right) = (left.and_next(is_last), right.and_next(is_last));
                    multiply_panels(self.instructions, &left, panels, &mut gates);
                    multiply_panels(self.instructions, &right, panels, &mut ups);
                    for (gates, ups) in gates.iter_mut().zip(&ups).take(panels.len()) {
                        let gates = gates.as_flattened_mut().as_flattened_mut();
                        let ups = ups.as_flattened().as_flattened();
                        match activation {
                            Activation::Silu => vector::silu(self.instructions, gates, ups),
                            Activation::Gelu => vector::gelu(self.instructions, gates, ups),
                        }
                    }
                    // SAFETY: a pair of tiles is handed out once.
                    unsafe { writer.write_all(place, panels, (pair, left.count), &gates) };
                }
            }
        });
    }

    fn tiles(&self, matrix: &Packed, pair: usize) -> Tiles<'_> {
        let stride = matrix.tile_bytes();
        let first = pair * PAIR;
        Tiles {
            kind: matrix.kind,
            bytes: &self.lines[matrix.start + first * stride..matrix.start + matrix.bytes()],
            count: PAIR.min(matrix.tiles() - first),
            stride,
            columns: matrix.columns,
            ahead: 0,
        }
    }
}

/// Panels that are multiplied at once, by their place, and whether no others follow that are as
/// many.
fn groups(input: &Activations) -> impl Iterator<Item = (usize, &[Panel], bool)> {
    let count = input.panels().len();
    let groups = input.panels().chunks(PANELS).enumerate();
    groups.map(move |(place, panels)| (place, panels, (place + 2) * PANELS > count))
}

/// Sums before anything was added.
const NOTHING: [Sums; PANELS] = [[[[0.0; ROWS]; WIDTH]; PAIR]; PANELS];

/// Writes parts of a result from any thread.
struct Writer {
    start: Pointer<f32>,
    tokens: usize,
    rows: usize,
    adds: bool,
}

impl Writer {
    fn new(numbers: &mut [f32], rows: usize, input: &Activations, adds: bool) -> Writer {
        let tokens = input.panels().iter().map(|panel: &Panel| panel.width).sum();
        assert!(numbers.len() >= tokens * rows, "the result has no room");
        Writer {
            start: Pointer(numbers.as_mut_ptr()),
            tokens,
            rows,
            adds,
        }
    }

    /// Writes or adds the sums of a pair of so many tiles for panels that were multiplied at once,
    /// the first of which is panel `place · PANELS`.
    ///
    /// # Safety
    /// No other thread may write for the same pair.
    unsafe fn write_all(
        &self,
        place: usize,
        panels: &[Panel],
        (pair, tiles): (usize, usize),
        sums: &[Sums; PANELS],
    ) {
        for (index, (panel, sums)) in panels.iter().zip(sums).enumerate() {
            for (tile, sums) in sums.iter().enumerate().take(tiles) {
                let first = (pair * PAIR + tile) * ROWS;
                for (row, sums) in sums.iter().enumerate().take(panel.width) {
                    let token = (place * PANELS + index) * WIDTH + row;
                    // SAFETY: the caller says so.
                    unsafe { self.write(token, first, sums) };
                }
            }
        }
    }

    /// Writes or adds sums for rows from `first` on; those beyond the last row fall away.
    ///
    /// # Safety
    /// No other thread may write the same rows.
    unsafe fn write(&self, token: usize, first: usize, sums: &[f32; ROWS]) {
        let rows: Range<usize> = first..self.rows.min(first + ROWS);
        assert!(token < self.tokens && first < self.rows);
        // SAFETY: `new` has checked that tokens × rows numbers are there, the assertion above that
        // these are among them, and the caller says that they are its own.
        let out = unsafe {
            let start = self.start.at(token * self.rows + rows.start);
            std::slice::from_raw_parts_mut(start, rows.len())
        };
        if self.adds {
            for (out, sum) in out.iter_mut().zip(sums) {
                *out += sum;
            }
        } else {
            out.copy_from_slice(&sums[..out.len()]);
        }
    }
}

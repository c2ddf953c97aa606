//! What is multiplied with weights: rows of numbers, in panels of up to four tokens.
//!
//! Within a panel the numbers of its tokens stand beside each other, block by block, so that a
//! kernel reads them with one address.

use super::instructions::Instructions;
use super::pool::Team;
use super::vector;

/// Tokens of a panel at most.
pub(crate) const WIDTH: usize = 4;

/// Up to four rows of numbers, ready to be multiplied.
#[derive(Default)]
pub(crate) struct Panel {
    /// Rows in it.
    pub(crate) width: usize,
    /// The numbers themselves: column by column, each of all rows.
    pub(crate) floats: Vec<f32>,
    /// Numbers of 8 bits: blocks of 32 columns, each of all rows.
    pub(crate) quants: Vec<i8>,
    /// Scales of these blocks.
    pub(crate) scales: Vec<f32>,
    /// Their negated sums.
    pub(crate) sums: Vec<i32>,
    /// Negated sums of their halves: first halves of all rows, then second halves.
    pub(crate) halves: Vec<i32>,
    row: Vec<f32>,
}

/// In which forms activations are needed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Forms {
    /// As they are.
    pub(crate) floats: bool,
    /// As 8 bits with scales.
    pub(crate) quants: bool,
}

impl Panel {
    /// Takes so many rows of so many columns, which `write` writes one after the other.
    pub(crate) fn fill(
        &mut self,
        instructions: Instructions,
        width: usize,
        columns: usize,
        forms: Forms,
        mut write: impl FnMut(usize, &mut [f32]),
    ) {
        self.width = width;
        self.row.resize(columns, 0.0);
        let numbers = width * columns;
        if forms.floats {
            self.floats.resize(numbers, 0.0);
        }
        if forms.quants {
            let blocks = numbers / 32;
            self.quants.resize(numbers, 0);
            self.scales.resize(blocks, 0.0);
            self.sums.resize(blocks, 0);
            self.halves.resize(2 * blocks, 0);
        }
        for index in 0..width {
            let mut row = std::mem::take(&mut self.row);
            write(index, &mut row);
            if forms.floats {
                for (place, &value) in self.floats.chunks_exact_mut(width).zip(&row) {
                    place[index] = value;
                }
            }
            if forms.quants {
                let mut places = vector::Places {
                    width,
                    quants: self.quants.as_chunks_mut().0,
                    scales: &mut self.scales,
                    sums: &mut self.sums,
                    halves: &mut self.halves,
                };
                vector::quantise(instructions, &row, index, &mut places);
            }
            self.row = row;
        }
    }

    /// Bytes that it has taken.
    pub(crate) fn bytes(&self) -> usize {
        4 * (self.floats.capacity() + self.scales.capacity() + self.row.capacity())
            + self.quants.capacity()
            + 4 * (self.sums.capacity() + self.halves.capacity())
    }
}

/// Rows of any number of tokens, in panels.
#[derive(Default)]
pub(crate) struct Activations {
    panels: Vec<Panel>,
    used: usize,
}

impl Activations {
    /// Takes so many rows, which `write` writes, on all threads.
    pub(crate) fn fill(
        &mut self,
        team: &Team,
        instructions: Instructions,
        (tokens, columns): (usize, usize),
        forms: Forms,
        write: impl Fn(usize, &mut [f32]) + Sync,
    ) {
        self.used = tokens.div_ceil(WIDTH);
        if self.panels.len() < self.used {
            self.panels.resize_with(self.used, Panel::default);
        }
        team.share_parts(&mut self.panels[..self.used], 1, |index, panels| {
            let first = index * WIDTH;
            let width = WIDTH.min(tokens - first);
            panels[0].fill(instructions, width, columns, forms, |row, out| {
                write(first + row, out);
            });
        });
    }

    /// The panels, in the order of tokens.
    pub(crate) fn panels(&self) -> &[Panel] {
        &self.panels[..self.used]
    }

    /// Bytes that they have taken.
    pub(crate) fn bytes(&self) -> usize {
        self.panels.iter().map(Panel::bytes).sum()
    }
}

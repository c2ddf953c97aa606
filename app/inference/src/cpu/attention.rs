//! Attention: each token looks back at keys and values of its sequence.
#![allow(
    unsafe_code,
    reason = "threads write heads of one result, each its own, which no slice can say"
)]

use super::activations::WIDTH;
use super::cache::{Cache, Head};
use super::instructions::Instructions;
use super::kernels::{PAIR, Sums, View, multiply};
use super::pool::{Pointer, Team};
use super::rope::{Rope, Turns};
use super::tile::ROWS;
use super::vector;
use crate::config::Config;

/// Tokens of one sequence that are worked on together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    /// The sequence.
    pub(crate) sequence: usize,
    /// Position of the first of them.
    pub(crate) start: usize,
    /// Index of the first among all tokens that are worked on.
    pub(crate) first: usize,
    /// How many.
    pub(crate) count: usize,
}

/// What attention of a layer goes by.
pub(crate) struct Layer<'a> {
    pub(crate) config: &'a Config,
    pub(crate) instructions: Instructions,
    pub(crate) index: usize,
    pub(crate) rope: &'a Rope,
    pub(crate) turns: &'a Turns,
    /// What is added to queries, keys and values.
    pub(crate) biases: Option<&'a [Vec<f32>; 3]>,
    /// What queries and keys of a head are normalised with.
    pub(crate) head_norms: Option<&'a [Vec<f32>; 2]>,
}

impl Layer<'_> {
    fn window(&self) -> Option<usize> {
        let window = self.config.attention.window.as_ref()?;
        window.layers[self.index].then_some(window.tokens)
    }

    /// Writes a head of a token: its part of all, made ready to be compared.
    fn ready(&self, which: usize, head: usize, token: usize, numbers: &mut [f32]) {
        if let Some(biases) = self.biases {
            let bias = &biases[which][head * numbers.len()..][..numbers.len()];
            vector::add(self.instructions, numbers, bias);
        }
        if let Some(norms) = self.head_norms {
            let before = numbers.to_vec();
            let epsilon = self.config.norm_epsilon;
            vector::normalise(self.instructions, &before, &norms[which], epsilon, numbers);
        }
        let in_window = self.window().is_some();
        self.rope
            .turn(self.instructions, self.turns, in_window, token, numbers);
    }

    /// Puts keys and values of tokens into the cache.
    pub(crate) fn remember(
        &self,
        team: &Team,
        cache: &mut Cache,
        spans: &[Span],
        keys: &[f32],
        values: &[f32],
    ) {
        let size = self.config.attention.head_size;
        let width = size * self.config.attention.key_value_heads;
        for span in spans {
            let (heads, shape) = cache.heads_mut(self.index, span.sequence);
            let write = |head: usize, bytes: &mut [u8]| {
                let mut key = vec![0.0; size];
                let mut value = vec![0.0; size];
                for index in 0..span.count {
                    let token = span.first + index;
                    let place = token * width + head * size;
                    key.copy_from_slice(&keys[place..place + size]);
                    self.ready(1, head, token, &mut key);
                    value.copy_from_slice(&values[place..place + size]);
                    if let Some(biases) = self.biases {
                        let bias = &biases[2][head * size..][..size];
                        vector::add(self.instructions, &mut value, bias);
                    }
                    shape.write(bytes, span.start + index, &key, &value);
                }
            };
            if span.count == 1 {
                // Too little to be worth waiting for others.
                for (head, bytes) in heads.chunks_exact_mut(shape.bytes()).enumerate() {
                    write(head, bytes);
                }
            } else {
                team.share_parts(heads, shape.bytes(), write);
            }
        }
    }

    /// Writes for each token what its heads have seen, from queries of the same shape.
    pub(crate) fn attend(
        &self,
        team: &Team,
        cache: &Cache,
        spans: &[Span],
        queries: &[f32],
        out: &mut [f32],
    ) {
        let attention = &self.config.attention;
        let group = attention.heads / attention.key_value_heads;
        assert!(out.len() >= queries.len());
        let out = Pointer(out.as_mut_ptr());
        // Panels of a head of a span stand beside each other, so that its keys stay in the cache.
        let mut ends = Vec::with_capacity(spans.len());
        let mut items = 0;
        for span in spans {
            items += attention.key_value_heads * (span.count * group).div_ceil(WIDTH);
            ends.push(items);
        }
        team.share(items, |pieces| {
            let mut scratch = Scratch::default();
            for item in pieces {
                let index = ends.partition_point(|&end| end <= item);
                let span = &spans[index];
                let within = item - if index == 0 { 0 } else { ends[index - 1] };
                let panels = (span.count * group).div_ceil(WIDTH);
                let (head, panel) = (within / panels, within % panels);
                let rows = span.count * group;
                let rows = panel * WIDTH..rows.min((panel + 1) * WIDTH);
                let cached = cache.head(self.index, span.sequence, head);
                self.panel(span, &cached, head, rows, queries, &mut scratch);
                let size = attention.head_size;
                for (row, token, of_group) in scratch.rows.iter().copied() {
                    let place = (token * attention.heads + head * group + of_group) * size;
                    // SAFETY: `out` has as many numbers as the queries, of which this is a head
                    // of a token, and every panel is handed out once.
                    let out = unsafe { std::slice::from_raw_parts_mut(out.at(place), size) };
                    out.copy_from_slice(&scratch.seen[row * size..][..size]);
                }
            }
        });
    }

    /// Works out what some rows see, a row being a head of a token.
    fn panel(
        &self,
        span: &Span,
        cached: &Head,
        head: usize,
        rows: std::ops::Range<usize>,
        queries: &[f32],
        scratch: &mut Scratch,
    ) {
        let attention = &self.config.attention;
        let (size, set) = (attention.head_size, self.instructions);
        let group = attention.heads / attention.key_value_heads;
        let width = rows.len();
        let last = span.start + (rows.end - 1) / group;
        let seen_from = |position: usize| match self.window() {
            Some(tokens) => (position + 1).saturating_sub(tokens),
            None => 0,
        };
        let first = seen_from(span.start + rows.start / group) / ROWS * ROWS;
        let length = (last + 1 - first).next_multiple_of(ROWS);
        scratch.prepare(width, size, length);
        for (row, index) in rows.clone().enumerate() {
            let (token, of_group) = (span.first + index / group, index % group);
            scratch.rows.push((row, token, of_group));
            let all = head * group + of_group;
            let place = (token * attention.heads + all) * size;
            scratch.query.copy_from_slice(&queries[place..place + size]);
            self.ready(0, all, token, &mut scratch.query);
            for (place, &number) in scratch.panel.chunks_exact_mut(width).zip(&scratch.query) {
                place[row] = number * attention.scale;
            }
        }

        let mut sums: Sums = [[[0.0; ROWS]; WIDTH]; PAIR];
        let view = View::of_floats(width, &scratch.panel);
        for tile in (0..length / ROWS).step_by(PAIR) {
            let tiles = cached.keys(first / ROWS + tile, PAIR.min(length / ROWS - tile));
            multiply(set, &tiles, &view, &mut sums);
            for (next, sums) in sums.iter().enumerate().take(tiles.count) {
                for (row, sums) in sums.iter().enumerate().take(width) {
                    let place = row * length + (tile + next) * ROWS;
                    scratch.scores[place..place + ROWS].copy_from_slice(sums);
                }
            }
        }

        let positions = last + 1 - first;
        scratch.shares.resize(width * positions, 0.0);
        for (row, index) in rows.enumerate() {
            let position = span.start + index / group;
            let scores = &mut scratch.scores[row * length..][..length];
            let (from, to) = (seen_from(position) - first, position + 1 - first);
            scores[..from].fill(0.0);
            scores[to..].fill(0.0);
            if let Some(cap) = attention.score_cap {
                vector::bend(set, &mut scores[from..to], cap);
            }
            vector::softmax(set, &mut scores[from..to]);
            for (place, &share) in scratch.shares.chunks_exact_mut(width).zip(&*scores) {
                place[row] = share;
            }
        }

        let view = View::of_floats(width, &scratch.shares);
        let tiles_of_head = size.div_ceil(ROWS);
        for tile in (0..tiles_of_head).step_by(PAIR) {
            let tiles = cached.values(tile, PAIR.min(tiles_of_head - tile), first, positions);
            multiply(set, &tiles, &view, &mut sums);
            for (next, sums) in sums.iter().enumerate().take(tiles.count) {
                let start = (tile + next) * ROWS;
                let numbers = ROWS.min(size - start);
                for (row, sums) in sums.iter().enumerate().take(width) {
                    scratch.seen[row * size + start..][..numbers].copy_from_slice(&sums[..numbers]);
                }
            }
        }
    }
}

/// What a thread works with.
#[derive(Default)]
struct Scratch {
    /// Row of the panel, token, and head within its group.
    rows: Vec<(usize, usize, usize)>,
    query: Vec<f32>,
    panel: Vec<f32>,
    scores: Vec<f32>,
    shares: Vec<f32>,
    seen: Vec<f32>,
}

impl Scratch {
    fn prepare(&mut self, width: usize, size: usize, length: usize) {
        self.rows.clear();
        self.query.resize(size, 0.0);
        self.panel.resize(width * size, 0.0);
        self.scores.resize(width * length, 0.0);
        self.seen.resize(width * size, 0.0);
    }
}

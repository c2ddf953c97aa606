//! Turning heads by their position.

use super::instructions::Instructions;
use super::vector;
use crate::config::{Attention, RopePairs};

/// Turning frequencies of a model, one a pair of numbers.
pub(crate) struct Rope {
    everywhere: Vec<f64>,
    in_windows: Option<Vec<f64>>,
    magnitude: f64,
    pairs: RopePairs,
}

/// Cosines and sines of some positions.
#[derive(Default)]
pub(crate) struct Turns {
    everywhere: Angles,
    in_windows: Angles,
}

#[derive(Default)]
struct Angles {
    cosines: Vec<f32>,
    sines: Vec<f32>,
}

impl Rope {
    pub(crate) fn new(attention: &Attention) -> Rope {
        let pairs = attention.rope_dimensions / 2;
        let frequencies = |base: f32, scale: f32| {
            (0..pairs)
                .map(|pair| {
                    let exponent = -2.0 * pair as f64 / attention.rope_dimensions as f64;
                    let factor = attention.rope_factors.as_ref().map_or(1.0, |all| all[pair]);
                    f64::from(base).powf(exponent) / f64::from(scale) / f64::from(factor)
                })
                .collect()
        };
        Rope {
            everywhere: frequencies(attention.rope_base, attention.rope_scale),
            in_windows: attention
                .window
                .as_ref()
                .map(|window| frequencies(window.rope_base, window.rope_scale)),
            magnitude: f64::from(attention.rope_magnitude),
            pairs: attention.rope_pairs,
        }
    }

    /// Works out the turns of positions, in their order.
    pub(crate) fn turns(&self, positions: impl Iterator<Item = usize> + Clone, turns: &mut Turns) {
        let fill = |frequencies: &[f64], angles: &mut Angles| {
            angles.cosines.clear();
            angles.sines.clear();
            for position in positions.clone() {
                for frequency in frequencies {
                    let (sine, cosine) = (position as f64 * frequency).sin_cos();
                    angles.cosines.push((cosine * self.magnitude) as f32);
                    angles.sines.push((sine * self.magnitude) as f32);
                }
            }
        };
        fill(&self.everywhere, &mut turns.everywhere);
        if let Some(frequencies) = &self.in_windows {
            fill(frequencies, &mut turns.in_windows);
        }
    }

    /// Turns a head of the token with this index among the positions.
    pub(crate) fn turn(
        &self,
        set: Instructions,
        turns: &Turns,
        is_in_window: bool,
        token: usize,
        head: &mut [f32],
    ) {
        let pairs = self.everywhere.len();
        let angles = match is_in_window && self.in_windows.is_some() {
            true => &turns.in_windows,
            false => &turns.everywhere,
        };
        let cosines = &angles.cosines[token * pairs..][..pairs];
        let sines = &angles.sines[token * pairs..][..pairs];
        let head = &mut head[..2 * pairs];
        match self.pairs {
            RopePairs::Adjacent => vector::turn_neighbours(set, head, cosines, sines),
            RopePairs::Halves => vector::turn_halves(set, head, cosines, sines),
        }
    }
}

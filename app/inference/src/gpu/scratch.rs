//! Buffers between the dispatches, and tables that they read.

use super::buffers::Buffers;
use super::kernels::{MOST_TOKENS, Tokens};
use super::layout::blocks;
use crate::config::Config;
use crate::runtime::RunError;

/// Most workgroups that attention splits positions for: about what keeps a large GPU busy.
const ATTENTION_GROUPS: usize = 512;

/// Most parts that positions are split into.
const MOST_SPLITS: usize = 16;

/// Fewest positions of a part.
const SPLIT_TOKENS: usize = 256;

/// Tokens that may be chosen on the GPU before they are read.
pub(super) const HISTORY: usize = 1024;

/// Buffers between the dispatches, for as many tokens as a step may have.
pub(super) struct Scratch {
    pub(super) step: wgpu::Buffer,
    pub(super) tokens: wgpu::Buffer,
    pub(super) history: wgpu::Buffer,
    pub(super) logits: wgpu::Buffer,
    pub(super) read_back: wgpu::Buffer,
    pub(super) stream: wgpu::Buffer,
    pub(super) scaled: wgpu::Buffer,
    pub(super) attention_squares: wgpu::Buffer,
    pub(super) feed_forward_squares: wgpu::Buffer,
    pub(super) queries: wgpu::Buffer,
    pub(super) given: wgpu::Buffer,
    pub(super) heads: wgpu::Buffer,
    pub(super) partial: wgpu::Buffer,
    pub(super) gated: wgpu::Buffer,
    pub(super) best: wgpu::Buffer,
    pub(super) nothing: wgpu::Buffer,
}

/// Numbers of a width filled up to whole blocks.
pub(super) fn padded(width: usize) -> usize {
    blocks(width) * 32
}

/// Places for sums of squares that a token has.
pub(super) fn sum_places(config: &Config) -> usize {
    config.hidden.div_ceil(Tokens::One.rows()) + 4
}

impl Scratch {
    /// # Errors
    /// [`RunError`] where it finds no room.
    pub(super) fn new(buffers: &Buffers<'_>, config: &Config) -> Result<Scratch, RunError> {
        let attention = &config.attention;
        let query_rows = attention.heads * attention.head_size;
        let all_rows = query_rows + 2 * attention.key_value_heads * attention.head_size;
        let each = |what: &str, width: usize| buffers.numbers(what, MOST_TOKENS * width);
        let logits = MOST_TOKENS * config.vocabulary.next_multiple_of(2);
        let most_parts = ATTENTION_GROUPS.max(attention.heads * MOST_SPLITS);
        Ok(Scratch {
            step: buffers.uniform("step", 32 + 16 * MOST_TOKENS)?,
            tokens: each("tokens", 1)?,
            history: buffers.numbers("history", HISTORY)?,
            logits: buffers.numbers("logits", logits)?,
            read_back: buffers.read_back(4 * logits.max(HISTORY))?,
            stream: each("residual stream", padded(config.hidden))?,
            scaled: each("scaled stream", padded(config.hidden))?,
            attention_squares: each("squares", sum_places(config))?,
            feed_forward_squares: each("squares", sum_places(config))?,
            queries: each("queries", query_rows)?,
            given: each("given", padded(config.hidden).max(all_rows))?,
            heads: each("heads", padded(query_rows))?,
            partial: buffers.numbers("partial heads", most_parts * (attention.head_size + 2))?,
            gated: each("gated", padded(config.feed_forward))?,
            best: buffers.numbers("best", 2 * 64)?,
            nothing: buffers.numbers("nothing", 4)?,
        })
    }
}

/// Keys and values of a layer.
pub(super) struct Cache {
    pub(super) keys: wgpu::Buffer,
    pub(super) values: wgpu::Buffer,
}

/// The splits of attention for so many tokens, the last of which sees so many positions.
pub(super) fn splits(config: &Config, tokens: usize, positions: usize) -> (usize, usize) {
    let free = ATTENTION_GROUPS / (tokens * config.attention.heads);
    let splits = positions.div_ceil(SPLIT_TOKENS).clamp(1, MOST_SPLITS);
    let splits = splits.min(free.max(1));
    (splits, positions.div_ceil(splits))
}

/// How positions turn a pair: cosine and sine, for every position and pair.
///
/// Tables come from 64 bits, since a GPU's own sine is good for small angles only.
pub(super) fn turns(config: &Config, is_windowed: bool, positions: usize) -> Vec<f32> {
    let attention = &config.attention;
    let (base, scale) = match &attention.window {
        Some(window) if is_windowed => (window.rope_base, window.rope_scale),
        _ => (attention.rope_base, attention.rope_scale),
    };
    let turned = attention.rope_dimensions;
    let magnitude = f64::from(attention.rope_magnitude);
    let frequencies: Vec<f64> = (0..turned / 2)
        .map(|pair| {
            let factor = attention.rope_factors.as_ref().map_or(1.0, |all| all[pair]);
            let power = -2.0 * pair as f64 / turned as f64;
            f64::from(base).powf(power) / (f64::from(factor) * f64::from(scale))
        })
        .collect();
    let mut table = Vec::with_capacity(positions * turned);
    for position in 0..positions {
        for frequency in &frequencies {
            let (sine, cosine) = (position as f64 * frequency).sin_cos();
            table.extend([(magnitude * cosine) as f32, (magnitude * sine) as f32]);
        }
    }
    table
}

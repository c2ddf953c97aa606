//! The same arithmetic in 64 bits, plainly: what runtimes are held against in tests.
//!
//! It is slow and takes no part in the program.
//!
//! # Source
//! The graphs that llama.cpp builds for each family (`src/models/`), and the papers behind them:
//! RMSNorm (Zhang and Sennrich 2019), RoPE (Su et al. 2021), GLU variants (Shazeer 2020), grouped
//! queries (Ainslie et al. 2023), Gemma 2 (2024) for caps, windows and norms of outputs.

use weighbridge_gguf::dequantise;

use crate::config::{Activation, Config, RopePairs};
use crate::model::{Layer, Model, Tensor};

/// The logits after every token of a sequence, each as long as the vocabulary.
///
/// # Panics
/// Where a token is beyond the vocabulary, or tensors do not fit each other.
pub fn logits(model: &Model, tokens: &[u32]) -> Vec<Vec<f64>> {
    let config = &model.config;
    let mut state = Matrix::new(tokens.len(), config.hidden);
    for (position, token) in tokens.iter().enumerate() {
        let embedding = row(&model.embedding, *token as usize);
        for (to, from) in state.row_mut(position).iter_mut().zip(embedding) {
            *to = from * f64::from(config.embedding_scale);
        }
    }
    for (number, layer) in model.layers.iter().enumerate() {
        let input = norm(&state, &layer.attention_norm, config);
        let mut attended = attend(config, number, layer, &input);
        if let Some(weights) = &layer.attention_output_norm {
            attended = norm(&attended, weights, config);
        }
        state.add(&attended);
        let input = norm(&state, &layer.feed_forward_norm, config);
        let mut fed = feed_forward(config, layer, &input);
        if let Some(weights) = &layer.feed_forward_output_norm {
            fed = norm(&fed, weights, config);
        }
        state.add(&fed);
    }
    let last = norm(&state, &model.output_norm, config);
    let logits = product(model.output(), &last);
    let bend = |logit: &f64| match config.logit_cap {
        Some(cap) => f64::from(cap) * (logit / f64::from(cap)).tanh(),
        None => *logit,
    };
    (0..tokens.len())
        .map(|position| logits.row(position).iter().map(bend).collect())
        .collect()
}

/// How far logits are from the reference's: the root of the mean square of the differences over
/// that of the reference's distances from their mean.
pub fn relative_error(logits: &[f32], reference: &[f64]) -> f64 {
    let count = reference.len() as f64;
    let mean = reference.iter().sum::<f64>() / count;
    let spread: f64 = reference.iter().map(|x| (x - mean).powi(2)).sum();
    let error: f64 = logits
        .iter()
        .zip(reference)
        .map(|(ours, reference)| (f64::from(*ours) - reference).powi(2))
        .sum();
    match logits.len() == reference.len() {
        true => (error / spread).sqrt(),
        false => f64::INFINITY,
    }
}

/// Rows one after the other, one a position.
#[derive(Clone)]
struct Matrix {
    columns: usize,
    numbers: Vec<f64>,
}

impl Matrix {
    fn new(rows: usize, columns: usize) -> Matrix {
        Matrix {
            columns,
            numbers: vec![0.0; rows * columns],
        }
    }

    fn rows(&self) -> usize {
        self.numbers.len() / self.columns
    }

    fn row(&self, row: usize) -> &[f64] {
        &self.numbers[row * self.columns..][..self.columns]
    }

    fn row_mut(&mut self, row: usize) -> &mut [f64] {
        &mut self.numbers[row * self.columns..][..self.columns]
    }

    fn add(&mut self, other: &Matrix) {
        for (to, from) in self.numbers.iter_mut().zip(&other.numbers) {
            *to += from;
        }
    }
}

/// The values of a row of weights.
fn row(tensor: &Tensor, row: usize) -> Vec<f64> {
    let bytes = tensor.place.len() / tensor.rows;
    let mut numbers = vec![0.0; tensor.columns];
    dequantise(
        tensor.format,
        &tensor.data()[row * bytes..][..bytes],
        &mut numbers,
    );
    numbers.into_iter().map(f64::from).collect()
}

/// Every row of weights times every row of the input.
fn product(weights: &Tensor, input: &Matrix) -> Matrix {
    assert_eq!(weights.columns, input.columns);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = weights.rows.div_ceil(threads);
    let mut across = vec![0.0; weights.rows * input.rows()];
    std::thread::scope(|scope| {
        for (thread, numbers) in across.chunks_mut(share * input.rows()).enumerate() {
            scope.spawn(move || {
                for (i, numbers) in numbers.chunks_exact_mut(input.rows()).enumerate() {
                    let weights = row(weights, thread * share + i);
                    for (position, number) in numbers.iter_mut().enumerate() {
                        *number = dot(&weights, input.row(position));
                    }
                }
            });
        }
    });
    let mut output = Matrix::new(input.rows(), weights.rows);
    for position in 0..input.rows() {
        for (i, number) in output.row_mut(position).iter_mut().enumerate() {
            *number = across[i * input.rows() + position];
        }
    }
    output
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    let mut sums = [0.0; 8];
    let (ones, others) = (one.chunks_exact(8), other.chunks_exact(8));
    let rest: f64 = ones
        .remainder()
        .iter()
        .zip(others.remainder())
        .map(|(one, other)| one * other)
        .sum();
    for (one, other) in ones.zip(others) {
        for (sum, (one, other)) in sums.iter_mut().zip(one.iter().zip(other)) {
            *sum += one * other;
        }
    }
    sums.iter().sum::<f64>() + rest
}

/// `x ÷ √(mean of x² + ε) · weight`, over parts as long as the weights are.
fn norm(input: &Matrix, weights: &Tensor, config: &Config) -> Matrix {
    let weights = row(weights, 0);
    let mut output = input.clone();
    for part in output.numbers.chunks_exact_mut(weights.len()) {
        let square = dot(part, part) / weights.len() as f64;
        let scale = 1.0 / (square + f64::from(config.norm_epsilon)).sqrt();
        for (number, weight) in part.iter_mut().zip(&weights) {
            *number *= scale * weight;
        }
    }
    output
}

/// Causal attention of a whole sequence, up to and with its output matrix.
fn attend(config: &Config, number: usize, layer: &Layer, input: &Matrix) -> Matrix {
    let attention = &config.attention;
    let size = attention.head_size;
    let mut projected = [&layer.query, &layer.key, &layer.value].map(|w| product(w, input));
    if let Some(biases) = &layer.biases {
        for (projected, bias) in projected.iter_mut().zip(biases) {
            let bias = row(bias, 0);
            for part in projected.numbers.chunks_exact_mut(bias.len()) {
                for (number, bias) in part.iter_mut().zip(&bias) {
                    *number += bias;
                }
            }
        }
    }
    let [mut queries, mut keys, values] = projected;
    if let Some([of_queries, of_keys]) = &layer.head_norms {
        queries = norm(&queries, of_queries, config);
        keys = norm(&keys, of_keys, config);
    }
    for position in 0..input.rows() {
        turn(config, number, position, queries.row_mut(position));
        turn(config, number, position, keys.row_mut(position));
    }
    let window = attention
        .window
        .as_ref()
        .filter(|window| window.layers[number])
        .map_or(usize::MAX, |window| window.tokens);
    let mut heads = Matrix::new(input.rows(), attention.heads * size);
    for position in 0..input.rows() {
        let first = (position + 1).saturating_sub(window);
        for head in 0..attention.heads {
            let shared = head / (attention.heads / attention.key_value_heads);
            let query = &queries.row(position)[head * size..][..size];
            let mut scores: Vec<f64> = (first..=position)
                .map(|other| {
                    let score = dot(query, &keys.row(other)[shared * size..][..size])
                        * f64::from(attention.scale);
                    match attention.score_cap.map(f64::from) {
                        Some(cap) => cap * (score / cap).tanh(),
                        None => score,
                    }
                })
                .collect();
            let largest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            scores.iter_mut().for_each(|s| *s = (*s - largest).exp());
            let total: f64 = scores.iter().sum();
            let output = &mut heads.row_mut(position)[head * size..][..size];
            for (other, score) in (first..).zip(&scores) {
                let value = &values.row(other)[shared * size..][..size];
                for (to, from) in output.iter_mut().zip(value) {
                    *to += score / total * from;
                }
            }
        }
    }
    product(&layer.attention_output, &heads)
}

/// Turns the heads of a position.
fn turn(config: &Config, layer: usize, position: usize, heads: &mut [f64]) {
    let attention = &config.attention;
    let (base, scale) = match &attention.window {
        Some(window) if window.layers[layer] => (window.rope_base, window.rope_scale),
        _ => (attention.rope_base, attention.rope_scale),
    };
    let turned = attention.rope_dimensions;
    for head in heads.chunks_exact_mut(attention.head_size) {
        for pair in 0..turned / 2 {
            let frequency = f64::from(base).powf(-2.0 * pair as f64 / turned as f64);
            let factor = attention.rope_factors.as_ref().map_or(1.0, |f| f[pair]);
            let angle = position as f64 / f64::from(scale) * frequency / f64::from(factor);
            let (sine, cosine) = angle.sin_cos();
            let (first, second) = match attention.rope_pairs {
                RopePairs::Adjacent => (2 * pair, 2 * pair + 1),
                RopePairs::Halves => (pair, pair + turned / 2),
            };
            let (one, other) = (head[first], head[second]);
            let magnitude = f64::from(attention.rope_magnitude);
            head[first] = magnitude * (one * cosine - other * sine);
            head[second] = magnitude * (one * sine + other * cosine);
        }
    }
}

fn feed_forward(config: &Config, layer: &Layer, input: &Matrix) -> Matrix {
    let mut gate = product(&layer.gate, input);
    let up = product(&layer.up, input);
    for (gate, up) in gate.numbers.iter_mut().zip(&up.numbers) {
        *gate = activate(config.activation, *gate) * up;
    }
    product(&layer.down, &gate)
}

fn activate(activation: Activation, x: f64) -> f64 {
    match activation {
        Activation::Silu => x / (1.0 + (-x).exp()),
        Activation::Gelu => {
            let inner = (2.0 / std::f64::consts::PI).sqrt() * (x + 0.044715 * x.powi(3));
            0.5 * x * (1.0 + inner.tanh())
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;
    use crate::config::Window;
    use crate::synthetic::{self, Shape};

    #[test]
    fn a_later_token_changes_nothing_before_it_and_a_window_forgets() {
        let mut shape = Shape {
            name: "tiny".into(),
            config: Config::llama(100, 64, 128, 1, 4, 2),
            is_tied: true,
        };
        shape.config.attention.window = Some(Window {
            tokens: 3,
            layers: vec![true],
            rope_base: 10_000.0,
            rope_scale: 1.0,
        });
        let model = synthetic::model(&shape, weighbridge_gguf::Format::Q8_0, 5).unwrap();
        let [one, other] = [[1, 5, 7, 9, 11], [2, 5, 7, 9, 12]].map(|ids| logits(&model, &ids));
        assert_ne!(one[2], other[2], "the third still sees the first");
        assert_eq!(
            one[3], other[3],
            "the fourth does not, and nobody sees the last"
        );
        assert_ne!(one[4], other[4]);
        let spread = relative_error(&[0.0; 100], &one[4]);
        assert!((0.9..1.2).contains(&spread));
        assert_eq!(relative_error(&[], &one[4]), f64::INFINITY);
    }
}

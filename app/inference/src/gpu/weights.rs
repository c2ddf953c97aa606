//! A model's weights on the GPU: what is read together lies together.

use super::buffers::Buffers;
use super::layout::{Kind, blocks};
use super::upload::{Matrix, Row};
use crate::config::{Config, RopePairs};
use crate::model::{Layer, Model, Tensor};
use crate::runtime::RunError;

/// Weights on the GPU.
pub(super) struct Weights {
    pub(super) embedding: Matrix,
    pub(super) layers: Vec<LayerWeights>,
    pub(super) output_norm: wgpu::Buffer,
    pub(super) output: Option<Matrix>,
}

/// A layer's weights on the GPU.
pub(super) struct LayerWeights {
    pub(super) attention_norm: wgpu::Buffer,
    pub(super) heads: Matrix,
    pub(super) biases: Option<wgpu::Buffer>,
    pub(super) head_norms: Option<wgpu::Buffer>,
    pub(super) attention_output: Matrix,
    pub(super) attention_output_norm: Option<wgpu::Buffer>,
    pub(super) feed_forward_norm: wgpu::Buffer,
    pub(super) gate_and_up: Matrix,
    pub(super) down: Matrix,
    pub(super) feed_forward_output_norm: Option<wgpu::Buffer>,
}

impl Weights {
    /// Lays weights out and sends them.
    ///
    /// # Errors
    /// [`RunError`] where they find no room.
    pub(super) fn upload(buffers: &Buffers<'_>, model: &Model) -> Result<Weights, RunError> {
        let matrix = |tensor: &Tensor| Matrix::upload(buffers, &rows(tensor), false);
        let layer = |layer: &Layer| LayerWeights::upload(buffers, &model.config, layer);
        Ok(Weights {
            embedding: matrix(&model.embedding)?,
            layers: model.layers.iter().map(layer).collect::<Result<_, _>>()?,
            output_norm: vector(buffers, &model.output_norm)?,
            output: model.output.as_ref().map(matrix).transpose()?,
        })
    }
}

impl LayerWeights {
    fn upload(
        buffers: &Buffers<'_>,
        config: &Config,
        layer: &Layer,
    ) -> Result<LayerWeights, RunError> {
        let matrix = |tensor: &Tensor| Matrix::upload(buffers, &rows(tensor), false);
        let norm = |tensor: &Tensor| vector(buffers, tensor);
        let optional = |tensor: &Option<Tensor>| tensor.as_ref().map(norm).transpose();
        let order = head_order(config);
        let mut heads = turned_rows(&layer.query, &order);
        heads.extend(turned_rows(&layer.key, &order));
        heads.extend(rows(&layer.value));
        let biases = layer.biases.as_ref().map(|[query, key, value]| {
            let mut all = in_order(&query.numbers(), &order);
            all.extend(in_order(&key.numbers(), &order));
            all.extend(value.numbers());
            buffers.filled("biases", &all)
        });
        let head_norms = layer.head_norms.as_ref().map(|[query, key]| {
            let mut both = in_order(&query.numbers(), &order);
            both.extend(in_order(&key.numbers(), &order));
            buffers.filled("norms of heads", &both)
        });
        // A gate and what it gates stand side by side, so that one thread has both.
        let pairs: Vec<Row<'_>> = (0..layer.gate.rows)
            .flat_map(|row| [(&layer.gate, row), (&layer.up, row)])
            .collect();
        let differ = Kind::of(layer.gate.format) != Kind::of(layer.up.format);
        Ok(LayerWeights {
            attention_norm: norm(&layer.attention_norm)?,
            heads: Matrix::upload(buffers, &heads, false)?,
            biases: biases.transpose()?,
            head_norms: head_norms.transpose()?,
            attention_output: matrix(&layer.attention_output)?,
            attention_output_norm: optional(&layer.attention_output_norm)?,
            feed_forward_norm: norm(&layer.feed_forward_norm)?,
            gate_and_up: Matrix::upload(buffers, &pairs, differ)?,
            down: matrix(&layer.down)?,
            feed_forward_output_norm: optional(&layer.feed_forward_output_norm)?,
        })
    }
}

impl Tensor {
    /// The values of a tensor of one row.
    fn numbers(&self) -> Vec<f32> {
        let mut numbers = vec![0.0; self.rows * self.columns];
        weighbridge_gguf::dequantise(self.format, self.data(), &mut numbers);
        numbers
    }
}

fn rows(tensor: &Tensor) -> Vec<Row<'_>> {
    (0..tensor.rows).map(|row| (tensor, row)).collect()
}

/// A norm's weights, filled up with zeros to whole blocks.
fn vector(buffers: &Buffers<'_>, tensor: &Tensor) -> Result<wgpu::Buffer, RunError> {
    let mut numbers = tensor.numbers();
    numbers.resize(blocks(numbers.len()) * 32, 0.0);
    buffers.filled("norm", &numbers)
}

/// For each number of a head where it comes from, so that those turned together are neighbours.
/// Queries and keys are put in the same order, so that their products stay what they are.
fn head_order(config: &Config) -> Vec<usize> {
    let attention = &config.attention;
    let turned = attention.rope_dimensions;
    (0..attention.head_size)
        .map(|number| match attention.rope_pairs {
            RopePairs::Halves if number < turned => number / 2 + number % 2 * (turned / 2),
            _ => number,
        })
        .collect()
}

fn turned_rows<'a>(tensor: &'a Tensor, order: &[usize]) -> Vec<Row<'a>> {
    let of_row = |row: usize| row / order.len() * order.len() + order[row % order.len()];
    (0..tensor.rows).map(|row| (tensor, of_row(row))).collect()
}

fn in_order(numbers: &[f32], order: &[usize]) -> Vec<f32> {
    let heads = numbers.chunks_exact(order.len());
    heads
        .flat_map(|head| order.iter().map(|from| head[*from]))
        .collect()
}

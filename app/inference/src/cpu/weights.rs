//! A model's weights, checked and rearranged for kernels.

use weighbridge_gguf::dequantise;

use super::instructions::Instructions;
use super::lines::Lines;
use super::packed::Packed;
use super::pool::Team;
use super::tile::Kind;
use crate::config::Config;
use crate::model::{Layer, Model, Tensor};
use crate::runtime::{Lack, RunError, Unsupported};

/// A model's weights as kernels want them.
pub(crate) struct Weights {
    pub(crate) lines: Lines,
    pub(crate) embedding: Embedding,
    pub(crate) layers: Vec<LayerWeights>,
    pub(crate) output_norm: Vec<f32>,
    pub(crate) output: Packed,
}

/// Where rows of the embedding are taken from.
pub(crate) enum Embedding {
    /// From where the model keeps it.
    Source(Tensor),
    /// From the matrix that makes logits.
    Output,
}

/// A layer's weights.
pub(crate) struct LayerWeights {
    pub(crate) attention_norm: Vec<f32>,
    pub(crate) query: Packed,
    pub(crate) key: Packed,
    pub(crate) value: Packed,
    pub(crate) biases: Option<[Vec<f32>; 3]>,
    pub(crate) head_norms: Option<[Vec<f32>; 2]>,
    pub(crate) attention_output: Packed,
    pub(crate) attention_output_norm: Option<Vec<f32>>,
    pub(crate) feed_forward_norm: Vec<f32>,
    pub(crate) gate: Packed,
    pub(crate) up: Packed,
    pub(crate) down: Packed,
    pub(crate) feed_forward_output_norm: Option<Vec<f32>>,
}

impl Weights {
    /// Rearranges a model's weights; each is given back as soon as it is done.
    pub(crate) fn of(
        model: Model,
        team: &Team,
        instructions: Instructions,
    ) -> Result<Weights, RunError> {
        let Model {
            config,
            embedding,
            layers,
            output_norm,
            output,
            ..
        } = model;
        if layers.len() != config.layers {
            return Err(unsupported(Unsupported::Layers {
                is: layers.len(),
                said: config.layers,
            }));
        }
        let is_tied = output.is_none();
        let logits = output.unwrap_or_else(|| embedding.clone());
        let mut bytes = Packed::plan(&logits, instructions, 0).bytes();
        for layer in &layers {
            for matrix in matrices(layer) {
                bytes += Packed::plan(matrix, instructions, 0).bytes();
            }
        }
        let lines = Lines::reserve(bytes).ok_or(RunError::Memory {
            bytes,
            lack: Lack::Weights,
        })?;
        let mut packer = Packer {
            team,
            instructions,
            lines,
        };
        check(&embedding, config.vocabulary, config.hidden)?;
        let layers = layers
            .into_iter()
            .map(|layer| packer.layer(layer, &config))
            .collect::<Result<_, _>>()?;
        let embedding = match is_tied && Kind::is_exact(embedding.format) {
            true => Embedding::Output,
            false => Embedding::Source(embedding),
        };
        let output = packer.matrix(logits, config.vocabulary, config.hidden)?;
        Ok(Weights {
            lines: packer.lines,
            embedding,
            layers,
            output_norm: row(&output_norm, config.hidden)?,
            output,
        })
    }

    /// Writes the embedding of a token.
    pub(crate) fn embed(&self, token: usize, out: &mut [f32]) {
        match &self.embedding {
            Embedding::Source(tensor) => {
                let data = tensor.data();
                let bytes = data.len() / tensor.rows;
                dequantise(tensor.format, &data[token * bytes..][..bytes], out);
            }
            Embedding::Output => self.output.row(&self.lines, token, out),
        }
    }

    /// Whether every matrix is multiplied with activations of 8 bits.
    pub(crate) fn is_quantised(&self) -> bool {
        self.layers.iter().all(|layer| {
            let all = [
                &layer.query,
                &layer.key,
                &layer.value,
                &layer.attention_output,
                &layer.gate,
                &layer.up,
                &layer.down,
            ];
            all.iter().all(|matrix| matrix.kind.is_quantised())
        })
    }

    /// Bytes of memory of our own.
    pub(crate) fn bytes(&self) -> usize {
        self.lines.bytes().len()
    }
}

fn matrices(layer: &Layer) -> [&Tensor; 7] {
    [
        &layer.query,
        &layer.key,
        &layer.value,
        &layer.attention_output,
        &layer.gate,
        &layer.up,
        &layer.down,
    ]
}

struct Packer<'a> {
    team: &'a Team<'a>,
    instructions: Instructions,
    lines: Lines,
}

impl Packer<'_> {
    fn layer(&mut self, layer: Layer, config: &Config) -> Result<LayerWeights, RunError> {
        let attention = &config.attention;
        let (hidden, inner) = (config.hidden, config.feed_forward);
        let heads = attention.heads * attention.head_size;
        let pairs = attention.key_value_heads * attention.head_size;
        let size = attention.head_size;
        let biases = match &layer.biases {
            Some([q, k, v]) => Some([row(q, heads)?, row(k, pairs)?, row(v, pairs)?]),
            None => None,
        };
        let head_norms = match &layer.head_norms {
            Some([q, k]) => Some([row(q, size)?, row(k, size)?]),
            None => None,
        };
        let optional = |tensor: &Option<Tensor>| {
            tensor
                .as_ref()
                .map(|tensor| row(tensor, hidden))
                .transpose()
        };
        Ok(LayerWeights {
            attention_norm: row(&layer.attention_norm, hidden)?,
            biases,
            head_norms,
            attention_output_norm: optional(&layer.attention_output_norm)?,
            feed_forward_norm: row(&layer.feed_forward_norm, hidden)?,
            feed_forward_output_norm: optional(&layer.feed_forward_output_norm)?,
            query: self.matrix(layer.query, heads, hidden)?,
            key: self.matrix(layer.key, pairs, hidden)?,
            value: self.matrix(layer.value, pairs, hidden)?,
            attention_output: self.matrix(layer.attention_output, hidden, heads)?,
            gate: self.matrix(layer.gate, inner, hidden)?,
            up: self.matrix(layer.up, inner, hidden)?,
            down: self.matrix(layer.down, hidden, inner)?,
        })
    }

    fn matrix(&mut self, tensor: Tensor, rows: usize, columns: usize) -> Result<Packed, RunError> {
        check(&tensor, rows, columns)?;
        let start = self.lines.bytes().len();
        let packed = Packed::plan(&tensor, self.instructions, start);
        packed.fill(self.team, &tensor, self.lines.grow(packed.bytes()));
        Ok(packed)
    }
}

fn check(tensor: &Tensor, rows: usize, columns: usize) -> Result<(), RunError> {
    let expected = tensor
        .format
        .row_bytes(columns)
        .and_then(|bytes| bytes.checked_mul(rows));
    let there = (*tensor.bytes).as_ref().get(tensor.place.clone());
    if tensor.rows == rows
        && tensor.columns == columns
        && rows > 0
        && columns > 0
        && expected.is_some()
        && there.map(<[u8]>::len) == expected
    {
        return Ok(());
    }
    Err(unsupported(Unsupported::Matrix {
        rows: tensor.rows,
        columns: tensor.columns,
        format: tensor.format.name().to_owned(),
        wanted: [rows, columns],
    }))
}

/// The values of a tensor of one row.
fn row(tensor: &Tensor, columns: usize) -> Result<Vec<f32>, RunError> {
    check(tensor, 1, columns)?;
    let mut values = vec![0.0; columns];
    dequantise(tensor.format, tensor.data(), &mut values);
    Ok(values)
}

pub(crate) fn unsupported(what: Unsupported) -> RunError {
    RunError::Unsupported { what }
}

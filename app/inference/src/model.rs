//! A model: shapes and weights, wherever they lie.

use std::ops::Range;
use std::sync::Arc;

use weighbridge_gguf::Format;

use crate::config::Config;

/// Bytes that weights lie in: a mapped file, or memory of our own.
pub type Bytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// A matrix of weights, or a single row of them.
#[derive(Clone)]
pub struct Tensor {
    /// How its numbers are stored.
    pub format: Format,
    /// Rows, one for each number that comes out.
    pub rows: usize,
    /// Numbers of a row, one for each number that goes in.
    pub columns: usize,
    /// What it lies in.
    pub bytes: Bytes,
    /// Where it lies in there.
    pub place: Range<usize>,
}

/// A model that a runtime can be made of.
#[derive(Clone)]
pub struct Model {
    /// Its name, for people.
    pub name: String,
    /// Whether its weights are made up, so that nothing but its speed means anything.
    pub is_synthetic: bool,
    /// Its shapes.
    pub config: Config,
    /// One row a token.
    pub embedding: Tensor,
    /// Its layers, first to last.
    pub layers: Vec<Layer>,
    /// Normalises what the last layer gives.
    pub output_norm: Tensor,
    /// One row a token; where there is none the embedding serves.
    pub output: Option<Tensor>,
}

/// A layer's weights. Where a file joins matrices, they are taken apart by rows.
#[derive(Clone)]
pub struct Layer {
    /// Normalises what attention gets.
    pub attention_norm: Tensor,
    /// Makes queries.
    pub query: Tensor,
    /// Makes keys.
    pub key: Tensor,
    /// Makes values.
    pub value: Tensor,
    /// Added to queries, keys and values.
    pub biases: Option<[Tensor; 3]>,
    /// Normalise a head's queries and keys.
    pub head_norms: Option<[Tensor; 2]>,
    /// Takes the heads together.
    pub attention_output: Tensor,
    /// Normalises what attention gives.
    pub attention_output_norm: Option<Tensor>,
    /// Normalises what the feed-forward part gets.
    pub feed_forward_norm: Tensor,
    /// Makes the gate.
    pub gate: Tensor,
    /// Makes what is gated.
    pub up: Tensor,
    /// Takes it back to the layer's width.
    pub down: Tensor,
    /// Normalises what the feed-forward part gives.
    pub feed_forward_output_norm: Option<Tensor>,
}

impl Tensor {
    /// Its bytes.
    pub fn data(&self) -> &[u8] {
        &(*self.bytes).as_ref()[self.place.clone()]
    }
}

impl Model {
    /// The matrix that makes logits.
    pub fn output(&self) -> &Tensor {
        self.output.as_ref().unwrap_or(&self.embedding)
    }

    /// Every tensor, in the order in which a token passes them.
    pub fn tensors(&self) -> Vec<&Tensor> {
        let mut list = vec![&self.embedding];
        for layer in &self.layers {
            list.extend([
                &layer.attention_norm,
                &layer.query,
                &layer.key,
                &layer.value,
                &layer.attention_output,
                &layer.feed_forward_norm,
                &layer.gate,
                &layer.up,
                &layer.down,
            ]);
            list.extend(layer.biases.iter().flatten());
            list.extend(layer.head_norms.iter().flatten());
            list.extend(&layer.attention_output_norm);
            list.extend(&layer.feed_forward_output_norm);
        }
        list.push(&self.output_norm);
        list.extend(&self.output);
        list
    }

    /// Bytes of all weights.
    pub fn weight_bytes(&self) -> usize {
        self.tensors().iter().map(|tensor| tensor.place.len()).sum()
    }

    /// Bytes of weights that every written token reads: all but the rows of other tokens.
    pub fn bytes_a_token(&self) -> usize {
        let row = self.embedding.place.len() / self.embedding.rows.max(1);
        match self.output {
            Some(_) => self.weight_bytes() - self.embedding.place.len() + row,
            None => self.weight_bytes(),
        }
    }
}

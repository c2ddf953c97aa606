//! Models made up from a seed: their speed is that of a real model of the same shapes and formats,
//! and their words mean nothing.
//!
//! Blocks are drawn directly: random numbers, and scales that keep what passes through the model of
//! order one. The same seed gives the same bytes on any number of threads.

use std::sync::Arc;

use weighbridge_gguf::Format;

use crate::config::{Config, Family};
use crate::model::{Layer, Model, Tensor};

mod blocks;
mod shapes;

use blocks::{Content, fill};
pub use shapes::Shape;

/// Why no model was made up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SyntheticError {
    /// Rows that are no whole blocks.
    #[error(
        "rows of {columns} numbers are no whole blocks of {} in {format}",
        .format.block().0, format = .format.name()
    )]
    Rows {
        /// The format.
        format: Format,
        /// Numbers of a row.
        columns: usize,
    },
    /// Shapes that no model can have.
    #[error("no model has {what}")]
    Shape {
        /// What is impossible.
        what: String,
    },
    /// More memory than is given out.
    #[error("{bytes} bytes for weights are not to be had")]
    Memory {
        /// Bytes of the matrix that found no room.
        bytes: usize,
    },
}

/// Makes up a model of a shape, all matrices in one format; norms are in 32 bits, as in files.
///
/// # Errors
/// [`SyntheticError`] where the rows of the shape are no whole blocks, the shape is impossible, or
/// memory does not suffice.
pub fn model(shape: &Shape, format: Format, seed: u64) -> Result<Model, SyntheticError> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    model_on_threads(shape, format, seed, threads)
}

fn model_on_threads(
    shape: &Shape,
    format: Format,
    seed: u64,
    threads: usize,
) -> Result<Model, SyntheticError> {
    let mut number = 0;
    assemble(shape, format, |content, format, rows, columns, bytes| {
        number += 1;
        // Asked for first, since memory of noughts, which costs nothing until it is written, cannot
        // be refused but by ending the program. The compiler may not leave out what is asked.
        let mut asked = Vec::<u8>::new();
        asked
            .try_reserve_exact(bytes)
            .map_err(|_| SyntheticError::Memory { bytes })?;
        drop(std::hint::black_box(asked));
        let mut data = vec![0; bytes];
        fill(content, format, columns, (seed, number), &mut data, threads);
        Ok(Tensor {
            format,
            rows,
            columns,
            place: 0..data.len(),
            bytes: Arc::new(data),
        })
    })
}

impl Shape {
    /// Bytes of the weights in a format, without making them.
    ///
    /// # Errors
    /// [`SyntheticError`] where the format does not suit the shape.
    pub fn weight_bytes(&self, format: Format) -> Result<usize, SyntheticError> {
        let nothing: Arc<Vec<u8>> = Arc::default();
        let model = assemble(self, format, |_, format, rows, columns, bytes| {
            Ok(Tensor {
                format,
                rows,
                columns,
                place: 0..bytes,
                bytes: nothing.clone(),
            })
        })?;
        Ok(model.weight_bytes())
    }
}

/// Asks for every tensor of a model: what it holds, its format, rows, columns and bytes.
fn assemble(
    shape: &Shape,
    format: Format,
    mut make: impl FnMut(Content, Format, usize, usize, usize) -> Result<Tensor, SyntheticError>,
) -> Result<Model, SyntheticError> {
    let config = &shape.config;
    check(config)?;
    let mut tensor = |content, format: Format, rows: usize, columns: usize| {
        let bytes = format
            .row_bytes(columns)
            .ok_or(SyntheticError::Rows { format, columns })?
            .checked_mul(rows)
            .filter(|bytes| isize::try_from(*bytes).is_ok())
            .ok_or(SyntheticError::Memory { bytes: usize::MAX })?;
        make(content, format, rows, columns, bytes)
    };
    let attention = &config.attention;
    let (hidden, feed_forward) = (config.hidden, config.feed_forward);
    let queries = attention.heads * attention.head_size;
    let keys = attention.key_value_heads * attention.head_size;
    let embedding = tensor(Content::Matrix, format, config.vocabulary, hidden)?;
    let mut layers = Vec::new();
    for _ in 0..config.layers {
        let mut matrix = |rows, columns| tensor(Content::Matrix, format, rows, columns);
        let (query, key, value) = (
            matrix(queries, hidden)?,
            matrix(keys, hidden)?,
            matrix(keys, hidden)?,
        );
        let attention_output = matrix(hidden, queries)?;
        let (gate, up) = (matrix(feed_forward, hidden)?, matrix(feed_forward, hidden)?);
        let down = matrix(hidden, feed_forward)?;
        let mut norm = |columns| tensor(Content::Norm, Format::F32, 1, columns);
        let attention_norm = norm(hidden)?;
        let feed_forward_norm = norm(hidden)?;
        let head_norms = match attention.norms_heads {
            true => Some([norm(attention.head_size)?, norm(attention.head_size)?]),
            false => None,
        };
        let (attention_output_norm, feed_forward_output_norm) = match config.norms_outputs {
            true => (Some(norm(hidden)?), Some(norm(hidden)?)),
            false => (None, None),
        };
        let mut bias = |columns| tensor(Content::Bias, Format::F32, 1, columns);
        let biases = match config.family == Family::Qwen2 {
            true => Some([bias(queries)?, bias(keys)?, bias(keys)?]),
            false => None,
        };
        layers.push(Layer {
            attention_norm,
            query,
            key,
            value,
            biases,
            head_norms,
            attention_output,
            attention_output_norm,
            feed_forward_norm,
            gate,
            up,
            down,
            feed_forward_output_norm,
        });
    }
    let output_norm = tensor(Content::Norm, Format::F32, 1, hidden)?;
    let output = match shape.is_tied {
        true => None,
        false => Some(tensor(Content::Matrix, format, config.vocabulary, hidden)?),
    };
    Ok(Model {
        name: shape.name.clone(),
        is_synthetic: true,
        config: config.clone(),
        embedding,
        layers,
        output_norm,
        output,
    })
}

/// Shapes of the catalogue come from outside, so they may be anything.
fn check(config: &Config) -> Result<(), SyntheticError> {
    let attention = &config.attention;
    let numbers = [
        ("vocabulary", config.vocabulary),
        ("hidden", config.hidden),
        ("feed_forward", config.feed_forward),
        ("layers", config.layers),
        ("heads", attention.heads),
        ("key_value_heads", attention.key_value_heads),
        ("head_size", attention.head_size),
    ];
    for (what, number) in numbers {
        if number == 0 || number > 1 << 24 {
            let what = format!("{what} = {number}");
            return Err(SyntheticError::Shape { what });
        }
    }
    if !attention.heads.is_multiple_of(attention.key_value_heads) {
        let what = format!(
            "{} heads on {} key-value heads",
            attention.heads, attention.key_value_heads
        );
        return Err(SyntheticError::Shape { what });
    }
    if attention.rope_dimensions > attention.head_size
        || !attention.rope_dimensions.is_multiple_of(2)
    {
        let what = format!(
            "{} turned numbers in a head of {}",
            attention.rope_dimensions, attention.head_size
        );
        return Err(SyntheticError::Shape { what });
    }
    Ok(())
}

#[cfg(test)]
#[path = "synthetic/tests.rs"]
mod tests;

//! Tensors of a file, by the names that llama.cpp gives them.

use std::sync::Arc;

use weighbridge_gguf::{File, Format, TensorInfo, dequantise};

use super::{Feature, LoadError, PLAIN};
use crate::config::{Config, Family};
use crate::model::{Bytes, Layer, Tensor};

/// The tensors of a file, with those marked that were used.
pub(super) struct Tensors<'a> {
    file: &'a File<'a>,
    bytes: &'a Bytes,
    used: Vec<bool>,
}

impl<'a> Tensors<'a> {
    pub(super) fn new(file: &'a File<'a>, bytes: &'a Bytes) -> Tensors<'a> {
        Tensors {
            file,
            bytes,
            used: vec![false; file.tensors().len()],
        }
    }

    fn has(&self, name: &str) -> bool {
        self.file.tensor(name).is_some()
    }

    fn find(&mut self, name: &str) -> Result<&'a TensorInfo<'a>, LoadError> {
        let Some(number) = self.file.tensor_number(name) else {
            return Err(LoadError::Missing {
                name: name.to_owned(),
            });
        };
        self.used[number] = true;
        Ok(&self.file.tensors()[number])
    }

    /// Marks a tensor as one that need not be looked at.
    pub(super) fn pass_over(&mut self, name: &str) {
        if let Some(number) = self.file.tensor_number(name) {
            self.used[number] = true;
        }
    }

    /// Rows and columns of the tensor of a name.
    pub(super) fn sizes(&self, name: &str) -> Result<(u64, u64), LoadError> {
        match self.file.tensor(name) {
            Some(info) => Ok((info.rows(), info.sizes[0])),
            None => Err(LoadError::Missing {
                name: name.to_owned(),
            }),
        }
    }

    /// A matrix where it lies.
    pub(super) fn matrix(
        &mut self,
        name: &str,
        rows: usize,
        columns: usize,
    ) -> Result<Tensor, LoadError> {
        let info = self.find(name)?;
        let wanted = [columns as u64, rows as u64];
        if info.sizes[..2] != wanted || info.sizes[2..] != [1, 1] {
            return Err(LoadError::Sizes {
                name: name.to_owned(),
                is: info.sizes.to_vec(),
                wanted: wanted.to_vec(),
            });
        }
        Ok(Tensor {
            format: info.format,
            rows,
            columns,
            bytes: self.bytes.clone(),
            place: info.place.clone(),
        })
    }

    /// A single row, in 32 bits whatever the file has.
    pub(super) fn row(&mut self, name: &str, columns: usize) -> Result<Tensor, LoadError> {
        let tensor = self.plain(name, columns)?;
        if tensor.format == Format::F32 {
            return Ok(tensor);
        }
        let size = tensor.format.block().1;
        let mut data = Vec::with_capacity(4 * columns);
        for stored in tensor.data().chunks_exact(size) {
            let mut number = [0.0];
            dequantise(tensor.format, stored, &mut number);
            data.extend(number[0].to_le_bytes());
        }
        Ok(Tensor {
            format: Format::F32,
            place: 0..data.len(),
            bytes: Arc::new(data),
            ..tensor
        })
    }

    /// A single row that is not in blocks.
    fn plain(&mut self, name: &str, columns: usize) -> Result<Tensor, LoadError> {
        let tensor = self.matrix(name, 1, columns)?;
        match PLAIN.contains(&tensor.format) {
            true => Ok(tensor),
            false => Err(LoadError::Unsupported {
                what: Feature::Format {
                    tensor: name.to_owned(),
                    format: tensor.format.name(),
                },
            }),
        }
    }

    /// The numbers of a single row, where the file has it.
    pub(super) fn numbers(
        &mut self,
        name: &str,
        columns: usize,
    ) -> Result<Option<Vec<f32>>, LoadError> {
        if !self.has(name) {
            return Ok(None);
        }
        let tensor = self.plain(name, columns)?;
        let mut numbers = vec![0.0; columns];
        dequantise(tensor.format, tensor.data(), &mut numbers);
        Ok(Some(numbers))
    }

    /// Matrices that the file joins into one, taken apart by rows.
    fn parts<const N: usize>(
        &mut self,
        name: &str,
        rows: [usize; N],
        columns: usize,
    ) -> Result<[Tensor; N], LoadError> {
        let whole = self.matrix(name, rows.iter().sum(), columns)?;
        let row_bytes = whole.place.len() / whole.rows;
        let mut start = whole.place.start;
        Ok(rows.map(|rows| {
            let place = start..start + rows * row_bytes;
            start = place.end;
            Tensor {
                rows,
                place,
                ..whole.clone()
            }
        }))
    }

    /// All layers.
    pub(super) fn layers(&mut self, config: &Config) -> Result<Vec<Layer>, LoadError> {
        // Room is made for what is there and not for what is claimed.
        for number in 0..config.layers {
            let name = format!("blk.{number}.attn_norm.weight");
            if !self.has(&name) {
                return Err(LoadError::Missing { name });
            }
        }
        let mut layers = Vec::with_capacity(config.layers);
        for number in 0..config.layers {
            layers.push(self.layer(config, number)?);
        }
        Ok(layers)
    }

    fn layer(&mut self, config: &Config, number: usize) -> Result<Layer, LoadError> {
        let name = |part: &str| format!("blk.{number}.{part}");
        let attention = &config.attention;
        let (hidden, feed_forward) = (config.hidden, config.feed_forward);
        let queries = attention.heads * attention.head_size;
        let keys = attention.key_value_heads * attention.head_size;

        let joined = name("attn_qkv.weight");
        let [query, key, value] = match config.family == Family::Phi3 && self.has(&joined) {
            true => self.parts(&joined, [queries, keys, keys], hidden)?,
            false => [
                self.matrix(&name("attn_q.weight"), queries, hidden)?,
                self.matrix(&name("attn_k.weight"), keys, hidden)?,
                self.matrix(&name("attn_v.weight"), keys, hidden)?,
            ],
        };
        let biases = match self.has(&name("attn_q.bias")) {
            true => Some([
                self.row(&name("attn_q.bias"), queries)?,
                self.row(&name("attn_k.bias"), keys)?,
                self.row(&name("attn_v.bias"), keys)?,
            ]),
            false => None,
        };
        let [gate, up] = match config.family {
            Family::Phi3 => {
                self.parts(&name("ffn_up.weight"), [feed_forward, feed_forward], hidden)?
            }
            _ => [
                self.matrix(&name("ffn_gate.weight"), feed_forward, hidden)?,
                self.matrix(&name("ffn_up.weight"), feed_forward, hidden)?,
            ],
        };
        let head_norms = match attention.norms_heads {
            true => Some([
                self.row(&name("attn_q_norm.weight"), attention.head_size)?,
                self.row(&name("attn_k_norm.weight"), attention.head_size)?,
            ]),
            false => None,
        };
        let (attention_output_norm, feed_forward_output_norm) = match config.norms_outputs {
            true => (
                Some(self.row(&name("post_attention_norm.weight"), hidden)?),
                Some(self.row(&name("post_ffw_norm.weight"), hidden)?),
            ),
            false => (None, None),
        };
        Ok(Layer {
            attention_norm: self.row(&name("attn_norm.weight"), hidden)?,
            query,
            key,
            value,
            biases,
            head_norms,
            attention_output: self.matrix(&name("attn_output.weight"), hidden, queries)?,
            attention_output_norm,
            feed_forward_norm: self.row(&name("ffn_norm.weight"), hidden)?,
            gate,
            up,
            down: self.matrix(&name("ffn_down.weight"), hidden, feed_forward)?,
            feed_forward_output_norm,
        })
    }

    /// Whatever is left is something that the model does and we do not.
    pub(super) fn nothing_left(&self) -> Result<(), LoadError> {
        match self.used.iter().position(|used| !used) {
            Some(number) => {
                let name = self.file.tensors()[number].name;
                let name = name.chars().take(80).collect();
                let what = Feature::Tensor { name };
                Err(LoadError::Unsupported { what })
            }
            None => Ok(()),
        }
    }
}

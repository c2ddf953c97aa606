//! The dispatches that take tokens through a model, and the buffers between them.
//!
//! A layer is five dispatches: queries, keys and values with what normalises and turns them;
//! attention; its output, added; gates and what they gate; and the way back, added.
//! Norms cost none of their own: each kernel that writes the residual stream leaves it multiplied
//! by the next norm's weights and sums of its squares, and the next matrix divides its result.

use super::buffers::Buffers;
use super::dispatch::{Dispatch, Groups};
use super::kernels::{Finish, Kernel, Kernels};
use super::layout::blocks;
use super::scratch::{Cache, Scratch, padded, sum_places};
use super::shape::Shape;
use super::upload::{Matrix, Part};
use super::weights::Weights;
use crate::config::Config;
use crate::runtime::RunError;

/// The dispatches of a model.
#[derive(Default)]
pub(super) struct Forward {
    /// From tokens to the last residual stream.
    pub(super) body: Vec<Dispatch>,
    /// From there to logits.
    pub(super) output: Vec<Dispatch>,
    /// From logits to the next token.
    pub(super) choice: Vec<Dispatch>,
}

/// Puts dispatches together.
pub(super) struct Builder<'a> {
    pub(super) buffers: &'a Buffers<'a>,
    pub(super) kernels: &'a Kernels,
    pub(super) config: &'a Config,
    pub(super) weights: &'a Weights,
    pub(super) scratch: &'a Scratch,
    pub(super) caches: &'a [Cache],
    /// Tables for layers that see everything, and for those with a window.
    pub(super) turns: [&'a wgpu::Buffer; 2],
}

impl Builder<'_> {
    /// All dispatches of a model.
    ///
    /// # Errors
    /// [`RunError`] where the device fails.
    pub(super) fn build(&self) -> Result<Forward, RunError> {
        let mut body = Vec::new();
        let first_norm = match self.weights.layers.first() {
            Some(layer) => &layer.attention_norm,
            None => &self.weights.output_norm,
        };
        self.embedding(first_norm, &mut body)?;
        for number in 0..self.weights.layers.len() {
            self.layer(number, &mut body)?;
        }
        let mut output = Vec::new();
        let matrix = self
            .weights
            .output
            .as_ref()
            .unwrap_or(&self.weights.embedding);
        self.matrix(
            matrix,
            Finish::Logits,
            &self.scratch.scaled,
            &mut output,
            |part, shape| {
                let shape = Shape {
                    stride: self.config.vocabulary.next_multiple_of(2),
                    cap: self.config.logit_cap.unwrap_or(0.0),
                    ..shape
                };
                let _ = part;
                (
                    shape,
                    vec![&self.scratch.attention_squares, &self.scratch.logits],
                )
            },
        )?;
        let choice = vec![
            self.choosing(Kernel::LargestParts, 64)?,
            self.choosing(Kernel::LargestWhole, 1)?,
        ];
        Ok(Forward {
            body,
            output,
            choice,
        })
    }

    /// What every shape of this model has in common.
    fn shape(&self) -> Shape {
        let attention = &self.config.attention;
        Shape {
            columns: self.config.hidden,
            blocks: blocks(self.config.hidden),
            stride: padded(self.config.hidden),
            sum_stride: sum_places(self.config),
            query_rows: attention.heads * attention.head_size,
            key_rows: attention.key_value_heads * attention.head_size,
            heads: attention.heads,
            key_value_heads: attention.key_value_heads,
            head_size: attention.head_size,
            turned: attention.rope_dimensions,
            vocabulary: self.config.vocabulary,
            epsilon: self.config.norm_epsilon,
            scale: attention.scale,
            ..Shape::default()
        }
    }

    fn dispatch(
        &self,
        kernel: Kernel,
        shape: Shape,
        groups: Groups,
        bound: &[&wgpu::Buffer],
    ) -> Result<Dispatch, RunError> {
        let bytes = shape.bytes();
        let uniform = self.buffers.uniform("shape", bytes.len())?;
        let device = self.buffers.device;
        device.queue.write_buffer(&uniform, 0, &bytes);
        let mut all = vec![&uniform, &self.scratch.step];
        all.extend(bound);
        Ok(Dispatch {
            kernel,
            blocks: shape.blocks,
            groups,
            binds: self.kernels.bind(device, kernel, &all),
            pipelines: [None, None, None, None],
        })
    }

    /// One dispatch for each part of a matrix; `finish` completes the shape and names what is
    /// bound after the input.
    fn matrix<'b>(
        &'b self,
        matrix: &'b Matrix,
        finish: Finish,
        input: &'b wgpu::Buffer,
        list: &mut Vec<Dispatch>,
        complete: impl Fn(&Part, Shape) -> (Shape, Vec<&'b wgpu::Buffer>),
    ) -> Result<(), RunError> {
        for part in &matrix.parts {
            let shape = Shape {
                rows: part.rows,
                first_row: part.first_row,
                columns: matrix.columns,
                blocks: blocks(matrix.columns),
                ..self.shape()
            };
            let (shape, rest) = complete(part, shape);
            let mut bound = vec![&part.quants, &part.scales, input];
            bound.extend(rest);
            let kernel = Kernel::Matrix(part.kind, finish);
            list.push(self.dispatch(kernel, shape, Groups::Rows(part.rows), &bound)?);
        }
        Ok(())
    }

    fn embedding(&self, norm: &wgpu::Buffer, list: &mut Vec<Dispatch>) -> Result<(), RunError> {
        let scratch = self.scratch;
        for part in &self.weights.embedding.parts {
            let shape = Shape {
                rows: part.rows,
                first_row: part.first_row,
                scale: self.config.embedding_scale,
                ..self.shape()
            };
            let bound = [
                &part.quants,
                &part.scales,
                &scratch.tokens,
                &scratch.stream,
                &scratch.scaled,
                &scratch.attention_squares,
                norm,
            ];
            let kernel = Kernel::Embedding(part.kind);
            list.push(self.dispatch(kernel, shape, Groups::Tokens, &bound)?);
        }
        Ok(())
    }

    fn layer(&self, number: usize, list: &mut Vec<Dispatch>) -> Result<(), RunError> {
        let layer = &self.weights.layers[number];
        let scratch = self.scratch;
        let next_norm = match self.weights.layers.get(number + 1) {
            Some(next) => &next.attention_norm,
            None => &self.weights.output_norm,
        };
        self.heads(number, list)?;
        self.attention(number, list)?;
        self.added(
            &layer.attention_output,
            &scratch.heads,
            layer.attention_output_norm.as_ref(),
            (&layer.feed_forward_norm, &scratch.feed_forward_squares),
            list,
        )?;
        self.matrix(
            &layer.gate_and_up,
            Finish::Gate,
            &scratch.scaled,
            list,
            |_, shape| {
                let shape = Shape {
                    stride: padded(self.config.feed_forward),
                    ..shape
                };
                (shape, vec![&scratch.feed_forward_squares, &scratch.gated])
            },
        )?;
        self.added(
            &layer.down,
            &scratch.gated,
            layer.feed_forward_output_norm.as_ref(),
            (next_norm, &scratch.attention_squares),
            list,
        )
    }

    fn heads(&self, number: usize, list: &mut Vec<Dispatch>) -> Result<(), RunError> {
        let layer = &self.weights.layers[number];
        let scratch = self.scratch;
        let cache = &self.caches[number];
        let turns = self.turns[usize::from(self.is_windowed(number))];
        let biases = layer.biases.as_ref().unwrap_or(&scratch.nothing);
        let has_bias = layer.biases.is_some();
        let squares = &scratch.attention_squares;
        let Some(head_norms) = &layer.head_norms else {
            let input = &scratch.scaled;
            return self.matrix(&layer.heads, Finish::Heads, input, list, |_, shape| {
                let bound = vec![
                    squares,
                    &scratch.queries,
                    &cache.keys,
                    &cache.values,
                    biases,
                    turns,
                ];
                (Shape { has_bias, ..shape }, bound)
            });
        };
        let all_rows = layer.heads.rows();
        self.matrix(
            &layer.heads,
            Finish::RawHeads,
            &scratch.scaled,
            list,
            |_, shape| {
                let shape = Shape {
                    has_bias,
                    stride: all_rows,
                    ..shape
                };
                (shape, vec![squares, &scratch.given, biases])
            },
        )?;
        let shape = Shape {
            stride: all_rows,
            ..self.shape()
        };
        let bound = [
            &scratch.given,
            head_norms,
            &scratch.queries,
            &cache.keys,
            &cache.values,
            turns,
        ];
        let attention = &self.config.attention;
        let groups = Groups::EachToken(attention.heads + 2 * attention.key_value_heads);
        list.push(self.dispatch(Kernel::HeadNorms, shape, groups, &bound)?);
        Ok(())
    }

    fn is_windowed(&self, number: usize) -> bool {
        let window = self.config.attention.window.as_ref();
        window.is_some_and(|window| window.layers.get(number).copied().unwrap_or(false))
    }

    fn attention(&self, number: usize, list: &mut Vec<Dispatch>) -> Result<(), RunError> {
        let scratch = self.scratch;
        let cache = &self.caches[number];
        let attention = &self.config.attention;
        let width = attention.heads * attention.head_size;
        let window = match &attention.window {
            Some(window) if self.is_windowed(number) => window.tokens,
            _ => 0,
        };
        let shape = Shape {
            blocks: blocks(width),
            stride: padded(width),
            window,
            cap: attention.score_cap.unwrap_or(0.0),
            ..self.shape()
        };
        let bound = [
            &scratch.queries,
            &cache.keys,
            &cache.values,
            &scratch.heads,
            &scratch.partial,
        ];
        let groups = Groups::EachSplit(attention.heads);
        list.push(self.dispatch(Kernel::Attention, shape, groups, &bound)?);
        let bound = [&scratch.partial, &scratch.heads];
        let groups = Groups::WhereSplit(attention.heads);
        list.push(self.dispatch(Kernel::Combine, shape, groups, &bound)?);
        Ok(())
    }

    /// A matrix whose result is added to the residual stream, normalised before where it has a
    /// norm of its own; the next norm's weights and sums of squares follow.
    fn added(
        &self,
        matrix: &Matrix,
        input: &wgpu::Buffer,
        own_norm: Option<&wgpu::Buffer>,
        (next_norm, squares): (&wgpu::Buffer, &wgpu::Buffer),
        list: &mut Vec<Dispatch>,
    ) -> Result<(), RunError> {
        let scratch = self.scratch;
        let Some(own_norm) = own_norm else {
            let bound = [&scratch.stream, &scratch.scaled, squares, next_norm];
            return self.matrix(matrix, Finish::Residual, input, list, |_, shape| {
                (shape, bound.to_vec())
            });
        };
        self.matrix(matrix, Finish::Raw, input, list, |_, shape| {
            (shape, vec![&scratch.given, &scratch.nothing])
        })?;
        let bound = [
            &scratch.given,
            own_norm,
            &scratch.stream,
            &scratch.scaled,
            squares,
            next_norm,
        ];
        list.push(self.dispatch(Kernel::OutputNorm, self.shape(), Groups::Tokens, &bound)?);
        Ok(())
    }

    fn choosing(&self, kernel: Kernel, groups: usize) -> Result<Dispatch, RunError> {
        let scratch = self.scratch;
        let bound = [
            &scratch.logits,
            &scratch.best,
            &scratch.tokens,
            &scratch.history,
        ];
        self.dispatch(kernel, self.shape(), Groups::Fixed(groups), &bound)
    }
}

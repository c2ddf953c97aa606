//! The dispatches that take tokens through a model, and the buffers between them.
//!
//! A layer is five dispatches: queries, keys and values with what normalises and turns them;
//! attention; its output, added; gates and what they gate; and the way back, added.
//! Norms cost none of their own: each kernel that writes the residual stream leaves it multiplied
//! by the next norm's weights and sums of its squares, and the next matrix divides its result.

use super::buffers::Buffers;
use super::device::Device;
use super::kernels::{Finish, Kernel, Kernels, MOST_TOKENS, Tokens};
use super::layout::{Kind, blocks};
use super::upload::{Matrix, Part, Row};
use crate::config::{Activation, Config, RopePairs};
use crate::model::{Layer, Model, Tensor};
use crate::runtime::RunError;

/// Most workgroups that attention splits positions for: about what keeps a large GPU busy.
const ATTENTION_GROUPS: usize = 512;

/// Most parts that positions are split into.
const MOST_SPLITS: usize = 16;

/// Fewest positions of a part.
const SPLIT_TOKENS: usize = 256;

/// Tokens that may be chosen on the GPU before they are read.
pub(super) const HISTORY: usize = 1024;

/// Weights on the GPU.
pub(super) struct Weights {
    embedding: Matrix,
    layers: Vec<LayerWeights>,
    output_norm: wgpu::Buffer,
    output: Option<Matrix>,
}

struct LayerWeights {
    attention_norm: wgpu::Buffer,
    heads: Matrix,
    biases: Option<wgpu::Buffer>,
    head_norms: Option<wgpu::Buffer>,
    attention_output: Matrix,
    attention_output_norm: Option<wgpu::Buffer>,
    feed_forward_norm: wgpu::Buffer,
    gate_and_up: Matrix,
    down: Matrix,
    feed_forward_output_norm: Option<wgpu::Buffer>,
}

/// Buffers between the dispatches, for as many tokens as a step may have.
pub(super) struct Scratch {
    pub(super) step: wgpu::Buffer,
    pub(super) tokens: wgpu::Buffer,
    pub(super) history: wgpu::Buffer,
    pub(super) logits: wgpu::Buffer,
    pub(super) read_back: wgpu::Buffer,
    stream: wgpu::Buffer,
    scaled: wgpu::Buffer,
    attention_squares: wgpu::Buffer,
    feed_forward_squares: wgpu::Buffer,
    queries: wgpu::Buffer,
    given: wgpu::Buffer,
    heads: wgpu::Buffer,
    partial: wgpu::Buffer,
    gated: wgpu::Buffer,
    best: wgpu::Buffer,
    nothing: wgpu::Buffer,
}

/// One dispatch with all that it binds.
pub(super) struct Dispatch {
    kernel: Kernel,
    blocks: usize,
    groups: Groups,
    binds: wgpu::BindGroup,
    /// One for each of [`Tokens`], made when first needed.
    pipelines: [Option<wgpu::ComputePipeline>; 3],
}

/// How many workgroups a dispatch has.
#[derive(Debug, Clone, Copy)]
enum Groups {
    /// One for each tile of so many rows.
    Rows(usize),
    /// One a token.
    Tokens,
    /// So many a token.
    EachToken(usize),
    /// So many a token and split.
    EachSplit(usize),
    /// So many a token, where there are splits.
    WhereSplit(usize),
    /// So many.
    Fixed(usize),
}

/// What all dispatches of a step are made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct StepShape {
    /// Tokens of the step.
    pub(super) rows: usize,
    /// Parts of the positions in attention.
    pub(super) splits: usize,
}

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

/// Numbers of a width filled up to whole blocks.
fn padded(width: usize) -> usize {
    blocks(width) * 32
}

/// Places for sums of squares that a token has.
fn sum_places(config: &Config) -> usize {
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

/// The numbers of `Shape` in `shared.wgsl`, in its order.
#[derive(Debug, Clone, Copy, Default)]
struct Shape {
    rows: usize,
    first_row: usize,
    blocks: usize,
    columns: usize,
    stride: usize,
    sum_stride: usize,
    query_rows: usize,
    key_rows: usize,
    heads: usize,
    key_value_heads: usize,
    head_size: usize,
    turned: usize,
    window: usize,
    has_bias: bool,
    vocabulary: usize,
    epsilon: f32,
    scale: f32,
    cap: f32,
}

impl Shape {
    fn bytes(&self) -> Vec<u8> {
        let counts = [
            self.rows,
            self.first_row,
            self.blocks,
            self.columns,
            self.stride,
            self.sum_stride,
            self.query_rows,
            self.key_rows,
            self.heads,
            self.key_value_heads,
            self.head_size,
            self.turned,
            self.window,
            usize::from(self.has_bias),
            self.vocabulary,
            0,
        ];
        let words = counts.map(|count| u32::try_from(count).unwrap_or(u32::MAX));
        let numbers = [self.epsilon, self.scale, self.cap, 0.0];
        let words = words.iter().flat_map(|word| word.to_le_bytes());
        words
            .chain(numbers.iter().flat_map(|number| number.to_le_bytes()))
            .collect()
    }
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
            pipelines: [None, None, None],
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

impl Dispatch {
    /// Puts the dispatch into a pass; gives how many that were, none or one.
    ///
    /// # Errors
    /// [`RunError::Device`] where the driver does not take its kernel.
    pub(super) fn encode(
        &mut self,
        device: &Device,
        kernels: &Kernels,
        pass: &mut wgpu::ComputePass<'_>,
        tokens: Tokens,
        step: StepShape,
    ) -> Result<usize, RunError> {
        let (x, y, z) = match self.groups {
            Groups::Rows(rows) => (rows.div_ceil(tokens.rows()), 1, 1),
            Groups::Tokens => (step.rows, 1, 1),
            Groups::EachToken(count) => (count, step.rows, 1),
            Groups::EachSplit(count) => (count, step.rows, step.splits),
            Groups::WhereSplit(count) if step.splits > 1 => (count, step.rows, 1),
            Groups::WhereSplit(_) => return Ok(0),
            Groups::Fixed(count) => (count, 1, 1),
        };
        let slot = &mut self.pipelines[tokens as usize];
        let pipeline = match slot {
            Some(pipeline) => pipeline,
            None => slot.insert(kernels.pipeline(device, self.kernel, tokens, self.blocks)?),
        };
        pass.set_pipeline(pipeline);
        pass.set_bind_group(0, &self.binds, &[]);
        pass.dispatch_workgroups(x as u32, y as u32, z as u32);
        Ok(1)
    }
}

/// Whether the model applies the Gaussian error's activation.
pub(super) fn uses_gelu(config: &Config) -> bool {
    config.activation == Activation::Gelu
}

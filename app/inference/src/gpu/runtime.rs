//! A model made ready on a GPU.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::buffers::Buffers;
use super::device::Device;
use super::dispatch::{Dispatch, StepShape};
use super::forward::{Builder, Forward};
use super::kernels::{Kernels, MOST_TOKENS, Tokens};
use super::scratch::{Cache, HISTORY, Scratch, splits, turns};
use super::subgroups;
use super::weights::Weights;
use crate::config::{Activation, Config};
use crate::model::Model;
use crate::runtime::{RunError, Runtime, Step, Unsupported};

/// A model made ready on a GPU: weights laid out there, kernels chosen for its formats.
///
/// Steps of one token and of up to 32 have kernels of their own; more tokens go in several steps,
/// each a submission of its own, so that none runs into a system's watchdog.
pub struct GpuRuntime {
    device: Arc<Device>,
    config: Config,
    kernels: Kernels,
    weights: Weights,
    scratch: Scratch,
    forward: Forward,
    caches: Vec<Cache>,
    room: usize,
    lengths: Vec<usize>,
    kept_bytes: usize,
    cache_bytes: usize,
    dispatches: usize,
    uses_subgroups: bool,
    /// Tokens of a prompt that a submission may have.
    piece: usize,
    /// A submission that nobody has waited for yet.
    ahead: Option<wgpu::SubmissionIndex>,
}

impl GpuRuntime {
    /// Brings a model to a device, with room for one sequence of a few tokens until
    /// [`reset`](Runtime::reset) makes more.
    ///
    /// # Errors
    /// [`RunError::Unsupported`] where the shapes have no kernels, [`RunError::Memory`] where the
    /// weights find no room, [`RunError::Device`] where the device fails.
    pub fn new(device: Arc<Device>, model: &Model) -> Result<GpuRuntime, RunError> {
        check(&model.config)?;
        let buffers = Buffers::new(&device);
        let subgroup = subgroups::usable(&device)?;
        let kernels = Kernels::new(model.config.activation == Activation::Gelu, subgroup);
        let weights = Weights::upload(&buffers, model)?;
        let scratch = Scratch::new(&buffers, &model.config)?;
        let kept_bytes = buffers.taken();
        let mut runtime = GpuRuntime {
            config: model.config.clone(),
            kernels,
            weights,
            scratch,
            forward: Forward::default(),
            caches: Vec::new(),
            room: 0,
            lengths: Vec::new(),
            kept_bytes,
            cache_bytes: 0,
            dispatches: 0,
            uses_subgroups: subgroup.is_some(),
            piece: 1,
            ahead: None,
            device: Arc::clone(&device),
        };
        runtime.reset(1, MOST_TOKENS)?;
        runtime.choose_piece()?;
        Ok(runtime)
    }

    /// Finds how many tokens of a prompt a submission may have, from how long one takes.
    fn choose_piece(&mut self) -> Result<(), RunError> {
        // The first token compiles kernels.
        self.prefill(0, &[0])?;
        let start = Instant::now();
        self.prefill(0, &[0])?;
        self.piece = piece(start.elapsed());
        self.lengths.fill(0);
        Ok(())
    }

    /// The device that it runs on.
    pub fn device(&self) -> &Arc<Device> {
        &self.device
    }

    /// Dispatches of the last step.
    pub fn dispatches(&self) -> usize {
        self.dispatches
    }

    /// Whether sums over lanes that run together are used; they are where they are offered and
    /// were found right.
    pub fn uses_subgroups(&self) -> bool {
        self.uses_subgroups
    }

    /// Goes on with a sequence from a token by the largest logit, without ever reading back in
    /// between: the token stays on the GPU. Gives the tokens that were chosen.
    ///
    /// # Errors
    /// As [`decode`](Runtime::decode); more than 1024 tokens at once have no room.
    pub fn decode_pipelined(
        &mut self,
        sequence: usize,
        token: u32,
        count: usize,
    ) -> Result<Vec<u32>, RunError> {
        self.check_step(&[Step { sequence, token }], count)?;
        if count > HISTORY {
            return Err(RunError::Room {
                tokens: count,
                room: HISTORY,
            });
        }
        let queue = &self.device.queue;
        queue.write_buffer(&self.scratch.tokens, 0, &token.to_le_bytes());
        let mut waiting = std::collections::VecDeque::new();
        for number in 0..count {
            let position = self.lengths[sequence];
            let step = self.begin(&[(sequence, position)], 0, number);
            let mut encoder = self.encoder();
            self.dispatches = encode(
                &self.device,
                &self.kernels,
                &mut encoder,
                &mut [
                    (&mut self.forward.body, Tokens::One),
                    (&mut self.forward.output, Tokens::One),
                    (&mut self.forward.choice, Tokens::One),
                ],
                step,
            )?;
            waiting.push_back(self.device.queue.submit([encoder.finish()]));
            self.lengths[sequence] += 1;
            // A few submissions ahead keep the GPU busy; more would only pile up.
            if waiting.len() > 3 {
                self.device.wait_for(waiting.pop_front())?;
            }
        }
        let bytes = count as u64 * 4;
        let mut encoder = self.encoder();
        let (history, out) = (&self.scratch.history, &self.scratch.read_back);
        encoder.copy_buffer_to_buffer(history, 0, out, 0, bytes);
        self.device.queue.submit([encoder.finish()]);
        let bytes = self.device.read(out, count * 4)?;
        let words = bytes.chunks_exact(4);
        Ok(words
            .map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
            .collect())
    }

    fn encoder(&self) -> wgpu::CommandEncoder {
        let descriptor = wgpu::CommandEncoderDescriptor::default();
        self.device.device.create_command_encoder(&descriptor)
    }

    /// Whether tokens and sequences are known, and have room for so many more tokens.
    fn check_step(&self, steps: &[Step], more: usize) -> Result<(), RunError> {
        for (number, step) in steps.iter().enumerate() {
            let sequence = step.sequence;
            let is_twice = steps[..number]
                .iter()
                .any(|other| other.sequence == sequence);
            if sequence >= self.lengths.len() || is_twice {
                return Err(RunError::Sequence {
                    sequence,
                    sequences: self.lengths.len(),
                });
            }
            if step.token as usize >= self.config.vocabulary {
                return Err(RunError::Token {
                    token: step.token,
                    vocabulary: self.config.vocabulary,
                });
            }
            let tokens = self.lengths[sequence] + more;
            if tokens > self.room {
                return Err(RunError::Room {
                    tokens,
                    room: self.room,
                });
            }
        }
        Ok(())
    }

    /// Tells the GPU which sequences and positions a step has.
    fn begin(&self, places: &[(usize, usize)], single: usize, history: usize) -> StepShape {
        let rows = places.len();
        let positions = places.iter().map(|(_, position)| position + 1).max();
        let (splits, split_tokens) = splits(&self.config, rows, positions.unwrap_or(1));
        let sums = self.config.hidden.div_ceil(Tokens::of(rows).rows());
        let mut words: Vec<u32> = [
            rows,
            single,
            sums,
            splits,
            split_tokens,
            self.room,
            history,
            0,
        ]
        .map(|count| count as u32)
        .to_vec();
        for (sequence, position) in places {
            words.extend([0, *sequence as u32, *position as u32, 0]);
        }
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        self.device
            .queue
            .write_buffer(&self.scratch.step, 0, &bytes);
        StepShape { rows, splits }
    }

    fn write_tokens(&self, tokens: impl Iterator<Item = u32>) {
        let bytes: Vec<u8> = tokens.flat_map(u32::to_le_bytes).collect();
        self.device
            .queue
            .write_buffer(&self.scratch.tokens, 0, &bytes);
    }

    /// Runs a step and reads so many rows of logits.
    fn run(
        &mut self,
        step: StepShape,
        body: Tokens,
        output: Option<(Tokens, usize)>,
    ) -> Result<Vec<f32>, RunError> {
        let mut encoder = self.encoder();
        let mut lists = vec![(&mut self.forward.body, body)];
        if let Some((tokens, _)) = output {
            lists.push((&mut self.forward.output, tokens));
        }
        self.dispatches = encode(&self.device, &self.kernels, &mut encoder, &mut lists, step)?;
        let stride = self.config.vocabulary.next_multiple_of(2);
        let bytes = output.map_or(0, |(_, rows)| rows * stride * 4);
        if bytes > 0 {
            let (logits, out) = (&self.scratch.logits, &self.scratch.read_back);
            encoder.copy_buffer_to_buffer(logits, 0, out, 0, bytes as u64);
        }
        let index = self.device.queue.submit([encoder.finish()]);
        // The piece before is awaited, not this one: one ahead keeps the GPU busy.
        let before = self.ahead.replace(index);
        if bytes == 0 {
            if before.is_some() {
                self.device.wait_for(before)?;
            }
            return Ok(Vec::new());
        }
        self.ahead = None;
        let bytes = self.device.read(&self.scratch.read_back, bytes)?;
        let rows = bytes.chunks_exact(stride * 4);
        let words = rows.flat_map(|row| row[..self.config.vocabulary * 4].chunks_exact(4));
        Ok(words
            .map(|word| f32::from_le_bytes([word[0], word[1], word[2], word[3]]))
            .collect())
    }
}

impl Runtime for GpuRuntime {
    fn config(&self) -> &Config {
        &self.config
    }

    fn reset(&mut self, sequences: usize, tokens: usize) -> Result<(), RunError> {
        let (sequences, tokens) = (sequences.max(1), tokens.max(1));
        if sequences == self.lengths.len() && tokens == self.room {
            self.lengths.fill(0);
            return Ok(());
        }
        // What the last ones took is free before new ones are made.
        self.forward = Forward::default();
        self.caches.clear();
        self.lengths.clear();
        let device = Arc::clone(&self.device);
        let buffers = Buffers::new(&device);
        let attention = &self.config.attention;
        let heads = sequences * attention.key_value_heads * tokens;
        for _ in 0..self.config.layers {
            let quarters = attention.head_size.div_ceil(4);
            self.caches.push(Cache {
                keys: buffers.numbers("keys", heads * quarters * 4)?,
                values: buffers.numbers("values", heads * attention.head_size)?,
            });
        }
        let tables = [false, true].map(|is_windowed| {
            let table = turns(&self.config, is_windowed, tokens);
            buffers.filled("turns", &table)
        });
        let [all, windowed] = tables;
        let (all, windowed) = (all?, windowed?);
        self.forward = Builder {
            buffers: &buffers,
            kernels: &self.kernels,
            config: &self.config,
            weights: &self.weights,
            scratch: &self.scratch,
            caches: &self.caches,
            turns: [&all, &windowed],
        }
        .build()?;
        self.room = tokens;
        self.lengths = vec![0; sequences];
        self.cache_bytes = buffers.taken();
        Ok(())
    }

    fn prefill(&mut self, sequence: usize, tokens: &[u32]) -> Result<Vec<f32>, RunError> {
        let unknown = |token: &&u32| **token as usize >= self.config.vocabulary;
        let token = tokens.iter().find(unknown).or(tokens.first());
        let Some(&token) = token else {
            return Err(RunError::Unsupported {
                what: Unsupported::EmptyPrompt,
            });
        };
        self.check_step(&[Step { sequence, token }], tokens.len())?;
        let mut left = tokens.len();
        let mut logits = Vec::new();
        for chunk in tokens.chunks(self.piece) {
            left -= chunk.len();
            let first = self.lengths[sequence];
            let places: Vec<_> = (0..chunk.len()).map(|i| (sequence, first + i)).collect();
            self.write_tokens(chunk.iter().copied());
            let step = self.begin(&places, chunk.len() - 1, 0);
            let output = (left == 0).then_some((Tokens::One, 1));
            logits = self.run(step, Tokens::of(chunk.len()), output)?;
            self.lengths[sequence] += chunk.len();
        }
        Ok(logits)
    }

    fn decode(&mut self, steps: &[Step]) -> Result<Vec<f32>, RunError> {
        self.check_step(steps, 1)?;
        let mut logits = Vec::new();
        for chunk in steps.chunks(MOST_TOKENS) {
            let places: Vec<_> = chunk
                .iter()
                .map(|step| (step.sequence, self.lengths[step.sequence]))
                .collect();
            self.write_tokens(chunk.iter().map(|step| step.token));
            let step = self.begin(&places, 0, 0);
            let tokens = Tokens::of(chunk.len());
            let part = self.run(step, tokens, Some((tokens, chunk.len())))?;
            for step in chunk {
                self.lengths[step.sequence] += 1;
            }
            match logits.is_empty() {
                true => logits = part,
                false => logits.extend(part),
            }
        }
        Ok(logits)
    }

    fn memory_bytes(&self) -> usize {
        self.kept_bytes + self.cache_bytes
    }
}

/// How long a submission may take: systems reset drivers after two seconds, Windows among them.
const SUBMISSION: Duration = Duration::from_millis(500);

/// Tokens of a prompt for a submission, where one alone takes so long. Weights are read once for
/// all of them, so that each takes half as long at most.
fn piece(alone: Duration) -> usize {
    [MOST_TOKENS, 8, 4]
        .into_iter()
        .find(|tokens| alone * (*tokens as u32) / 2 <= SUBMISSION)
        .unwrap_or(1)
}

/// Puts lists of dispatches into one pass; gives how many there were.
fn encode(
    device: &Device,
    kernels: &Kernels,
    encoder: &mut wgpu::CommandEncoder,
    lists: &mut [(&mut Vec<Dispatch>, Tokens)],
    step: StepShape,
) -> Result<usize, RunError> {
    let descriptor = wgpu::ComputePassDescriptor::default();
    let mut pass = encoder.begin_compute_pass(&descriptor);
    let mut count = 0;
    for (list, tokens) in lists {
        for dispatch in list.iter_mut() {
            count += dispatch.encode(device, kernels, &mut pass, *tokens, step)?;
        }
    }
    Ok(count)
}

/// Whether there are kernels for these shapes.
fn check(config: &Config) -> Result<(), RunError> {
    let attention = &config.attention;
    let (heads, key_value_heads) = (attention.heads, attention.key_value_heads);
    let (numbers, head_size) = (attention.rope_dimensions, attention.head_size);
    let what = if head_size > 512 || !head_size.is_multiple_of(2) {
        Unsupported::HeadSize { numbers: head_size }
    } else if !config.hidden.is_multiple_of(2) {
        Unsupported::Width {
            numbers: config.hidden,
        }
    } else if key_value_heads == 0 || !heads.is_multiple_of(key_value_heads) {
        Unsupported::Heads {
            heads,
            key_value_heads,
        }
    } else if numbers > head_size || !numbers.is_multiple_of(2) {
        Unsupported::Positions { numbers, head_size }
    } else {
        return Ok(());
    };
    Err(RunError::Unsupported { what })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_gpus_get_short_pieces() {
        let pieces = [1, 31, 33, 124, 126, 249, 251]
            .map(|milliseconds| piece(Duration::from_millis(milliseconds)));
        assert_eq!(pieces, [32, 32, 8, 8, 4, 4, 1]);
    }
}

//! Runs a model on this processor.
//!
//! Weights are rearranged once, when a runtime is made, so that kernels read them straight through
//! ([`packed`]); activations are 8-bit numbers with a scale for 32 of them where weights are
//! quantised, and plain numbers where they are not.
//! `docs/methods/cpu-kernels.md` has the layout, the formulas, the errors and the speed.

mod activations;
mod attention;
mod cache;
mod cores;
mod forward;
mod instructions;
mod kernels;
mod lines;
mod matmul;
mod packed;
mod pool;
mod rope;
mod shapes;
mod tile;
mod vector;
mod weights;

pub use instructions::Instructions;

use crate::config::Config;
use crate::model::Model;
use crate::runtime::{RunError, Runtime, Step, Unsupported};
use attention::Span;
use cache::Cache;
use forward::Scratch;
use pool::Pool;
use rope::Rope;
use tile::Kind;
use weights::Weights;

/// Tokens of a prompt that are worked on together, so that weights are read once for all of them.
const BATCH: usize = 128;

/// How a model is run on this processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Threads, the calling one included; one for each physical core where there is no number.
    pub threads: Option<usize>,
    /// Vector instructions; the widest that there are where nothing is said.
    pub instructions: Option<Instructions>,
    /// Whether each thread stays on a physical core of its own, where there are enough of them.
    pub pins_threads: bool,
}

impl Default for Options {
    /// Everything as this processor suggests, on threads that stay where they are.
    fn default() -> Options {
        Options {
            threads: None,
            instructions: None,
            pins_threads: true,
        }
    }
}

/// A model made ready on this processor.
///
/// Its threads sleep between calls and end with it.
pub struct CpuRuntime {
    config: Config,
    instructions: Instructions,
    weights: Weights,
    rope: Rope,
    pool: Pool,
    cache: Option<Cache>,
    /// Tokens of each sequence.
    lengths: Vec<usize>,
    /// Tokens that a sequence has room for.
    room: usize,
    scratch: Scratch,
}

impl CpuRuntime {
    /// Makes a model ready; its weights are copied and given back one after the other.
    ///
    /// # Errors
    /// [`RunError`] where shapes do not fit, memory or threads are not to be had, or this processor
    /// lacks the instructions that were asked for.
    pub fn new(model: Model, options: &Options) -> Result<CpuRuntime, RunError> {
        let instructions = options.instructions.unwrap_or_else(Instructions::widest);
        if !instructions.available() {
            return Err(weights::unsupported(Unsupported::Instructions {
                name: instructions.name().to_owned(),
            }));
        }
        let config = model.config.clone();
        shapes::check(&config)?;
        let threads = options
            .threads
            .unwrap_or_else(cores::default_threads)
            .max(1);
        let mut cores = cores::physical_cores();
        if !options.pins_threads || cores.len() < threads {
            cores.clear();
        }
        let mut pool = Pool::new(threads, &cores).map_err(|error| RunError::Device {
            reason: error.to_string(),
        })?;
        let weights = pool.session(|team| Weights::of(model, team, instructions))?;
        Ok(CpuRuntime {
            rope: Rope::new(&config.attention),
            config,
            instructions,
            weights,
            pool,
            cache: None,
            lengths: Vec::new(),
            room: 0,
            scratch: Scratch::default(),
        })
    }

    /// Threads that work on it.
    pub fn threads(&self) -> usize {
        self.pool.threads()
    }

    /// The vector instructions that its kernels use.
    pub fn instructions(&self) -> Instructions {
        self.instructions
    }

    /// Feeds tokens and gives the logits after each of them, one after the other, to compare all of
    /// them with those of another program.
    ///
    /// # Errors
    /// As [`Runtime::prefill`].
    pub fn prefill_all(&mut self, sequence: usize, tokens: &[u32]) -> Result<Vec<f32>, RunError> {
        let mut logits = Vec::new();
        for tokens in self.checked(sequence, tokens)? {
            let span = self.span(sequence, tokens.len(), 0);
            logits.extend(self.forward(&[span], tokens, |_| true)?);
        }
        Ok(logits)
    }

    fn checked<'a>(
        &self,
        sequence: usize,
        tokens: &'a [u32],
    ) -> Result<std::slice::Chunks<'a, u32>, RunError> {
        let Some(&length) = self.lengths.get(sequence) else {
            return Err(RunError::Sequence {
                sequence,
                sequences: self.lengths.len(),
            });
        };
        if tokens.is_empty() {
            return Err(weights::unsupported(Unsupported::EmptyPrompt));
        }
        let total = length + tokens.len();
        if total > self.room {
            return Err(RunError::Room {
                tokens: total,
                room: self.room,
            });
        }
        let vocabulary = self.config.vocabulary;
        match tokens.iter().find(|&&token| token as usize >= vocabulary) {
            Some(&token) => Err(RunError::Token { token, vocabulary }),
            None => Ok(tokens.chunks(BATCH)),
        }
    }

    fn span(&self, sequence: usize, count: usize, first: usize) -> Span {
        Span {
            sequence,
            start: self.lengths[sequence],
            first,
            count,
        }
    }

    /// Feeds checked tokens; gives the logits of those that are wanted by their index.
    fn forward(
        &mut self,
        spans: &[Span],
        tokens: &[u32],
        is_wanted: impl Fn(usize) -> bool,
    ) -> Result<Vec<f32>, RunError> {
        let Some(cache) = &mut self.cache else {
            return Err(weights::unsupported(Unsupported::NoRoomMade));
        };
        let pass = forward::Pass {
            config: &self.config,
            instructions: self.instructions,
            weights: &self.weights,
            rope: &self.rope,
        };
        let wanted: Vec<usize> = (0..tokens.len())
            .filter(|&token| is_wanted(token))
            .collect();
        let scratch = &mut self.scratch;
        let logits = self
            .pool
            .session(|team| pass.run(team, cache, spans, tokens, &wanted, scratch));
        for span in spans {
            self.lengths[span.sequence] += span.count;
        }
        Ok(logits)
    }
}

impl Runtime for CpuRuntime {
    fn config(&self) -> &Config {
        &self.config
    }

    fn reset(&mut self, sequences: usize, tokens: usize) -> Result<(), RunError> {
        let attention = &self.config.attention;
        // Where activations are 8-bit numbers, keys and values of 16 bits cost no accuracy.
        let kind = match self.weights.is_quantised() {
            true => Kind::F16,
            false => Kind::F32,
        };
        let shape = (
            self.config.layers,
            attention.key_value_heads,
            attention.head_size,
        );
        self.cache = None;
        self.lengths.clear();
        self.cache = Some(Cache::new(kind, shape, sequences, tokens)?);
        self.lengths.resize(sequences, 0);
        self.room = tokens;
        Ok(())
    }

    fn prefill(&mut self, sequence: usize, tokens: &[u32]) -> Result<Vec<f32>, RunError> {
        let mut left = tokens.len();
        let mut logits = Vec::new();
        for tokens in self.checked(sequence, tokens)? {
            left -= tokens.len();
            let span = self.span(sequence, tokens.len(), 0);
            let last = tokens.len() - 1;
            logits = self.forward(&[span], tokens, |token| left == 0 && token == last)?;
        }
        Ok(logits)
    }

    fn decode(&mut self, steps: &[Step]) -> Result<Vec<f32>, RunError> {
        let mut seen = vec![false; self.lengths.len()];
        let mut spans = Vec::with_capacity(steps.len());
        let mut tokens = Vec::with_capacity(steps.len());
        for (index, step) in steps.iter().enumerate() {
            let _one = self.checked(step.sequence, &[step.token])?;
            if std::mem::replace(&mut seen[step.sequence], true) {
                return Err(RunError::Sequence {
                    sequence: step.sequence,
                    sequences: self.lengths.len(),
                });
            }
            spans.push(self.span(step.sequence, 1, index));
            tokens.push(step.token);
        }
        if tokens.is_empty() {
            return Ok(Vec::new());
        }
        self.forward(&spans, &tokens, |_| true)
    }

    fn memory_bytes(&self) -> usize {
        self.weights.bytes() + self.cache.as_ref().map_or(0, Cache::bytes) + self.scratch.bytes()
    }
}

//! Three times that are told apart: a token that is read back, a token that stays on the GPU, and
//! a dispatch that does nothing.

use std::time::{Duration, Instant};

use super::buffers::Buffers;
use super::device::Device;
use super::kernels::{Kernel, Kernels, Tokens};
use super::runtime::GpuRuntime;
use crate::runtime::{RunError, Runtime, Step};

/// What a model's tokens take on a GPU, told apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// Wall clock of each token whose logits are read back, first to last.
    pub read_back: Vec<Duration>,
    /// Wall clock of a token that stays on the GPU: that of all of them over their number.
    pub pipelined: Duration,
    /// Dispatches of a token that is read back.
    pub dispatches: usize,
    /// What dispatches take that do nothing.
    pub floor: Floor,
}

/// What dispatches take that do nothing but wait for each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Floor {
    /// A dispatch more in the same submission: the median of the differences.
    pub dispatch: Duration,
    /// A submission with a single dispatch, waited for: the median.
    pub submission: Duration,
}

/// Repetitions of which the median counts.
const REPEATS: usize = 9;

/// Dispatches of the longer submission.
const DISPATCHES: usize = 512;

impl GpuRuntime {
    /// Times tokens after a prompt of so many, both ways, one sequence alone; then dispatches.
    ///
    /// # Errors
    /// As [`decode`](Runtime::decode).
    pub fn measure(&mut self, prompt: usize, tokens: usize) -> Result<Measured, RunError> {
        let prompt = prompt.max(1);
        self.reset(1, prompt + 2 * tokens + 2)?;
        let vocabulary = self.config().vocabulary;
        let ids: Vec<u32> = (0..prompt)
            .map(|i| ((7919 * i + 13) % vocabulary) as u32)
            .collect();
        let mut token = largest(&self.prefill(0, &ids)?);
        // The first token compiles kernels.
        token = largest(&self.decode(&[Step { sequence: 0, token }])?);
        let mut read_back = Vec::with_capacity(tokens);
        for _ in 0..tokens {
            let start = Instant::now();
            token = largest(&self.decode(&[Step { sequence: 0, token }])?);
            read_back.push(start.elapsed());
        }
        let dispatches = self.dispatches();
        let chosen = self.decode_pipelined(0, token, 1)?;
        let token = chosen.last().copied().unwrap_or(token);
        let start = Instant::now();
        self.decode_pipelined(0, token, tokens)?;
        let pipelined = start.elapsed() / tokens.max(1) as u32;
        Ok(Measured {
            read_back,
            pipelined,
            dispatches,
            floor: self.device().floor()?,
        })
    }
}

/// The first of the largest logits.
pub(super) fn largest(logits: &[f32]) -> u32 {
    let mut best = 0;
    for (number, logit) in logits.iter().enumerate() {
        if *logit > logits[best] {
            best = number;
        }
    }
    best as u32
}

impl Device {
    /// The time of one submission, waited for, in which a pipeline is dispatched.
    ///
    /// # Errors
    /// [`RunError`] where the device fails.
    pub(super) fn time(
        &self,
        pipeline: &wgpu::ComputePipeline,
        dispatch: impl FnOnce(&mut wgpu::ComputePass<'_>),
    ) -> Result<Duration, RunError> {
        let start = Instant::now();
        let descriptor = wgpu::CommandEncoderDescriptor::default();
        let mut encoder = self.device.create_command_encoder(&descriptor);
        {
            let descriptor = wgpu::ComputePassDescriptor::default();
            let mut pass = encoder.begin_compute_pass(&descriptor);
            pass.set_pipeline(pipeline);
            dispatch(&mut pass);
        }
        self.queue.submit([encoder.finish()]);
        self.wait()?;
        Ok(start.elapsed())
    }

    /// Times submissions of dispatches that do nothing but wait for each other.
    ///
    /// # Errors
    /// [`RunError`] where the device fails.
    pub fn floor(&self) -> Result<Floor, RunError> {
        let buffers = Buffers::new(self);
        let count = buffers.numbers("count", 4)?;
        let kernels = Kernels::new(false, None);
        let pipeline = kernels.pipeline(self, Kernel::Nothing, Tokens::One, 1)?;
        let binds = kernels.bind(self, Kernel::Nothing, &[&count]);
        let time = |dispatches: usize| {
            self.time(&pipeline, |pass| {
                for _ in 0..dispatches {
                    pass.set_bind_group(0, &binds, &[]);
                    pass.dispatch_workgroups(1, 1, 1);
                }
            })
        };
        time(DISPATCHES)?;
        let mut alone = Vec::new();
        let mut each = Vec::new();
        for _ in 0..REPEATS {
            let one = time(1)?;
            let many = time(DISPATCHES)?;
            alone.push(one);
            each.push(many.saturating_sub(one) / (DISPATCHES as u32 - 1));
        }
        Ok(Floor {
            dispatch: median(each),
            submission: median(alone),
        })
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

//! How fast a GPU's memory is read, by a kernel that reads as matrices do and does nothing else.

use std::time::Duration;

use super::buffers::Buffers;
use super::device::Device;
use super::kernels::{Kernel, Kernels, Tokens};
use crate::runtime::{Lack, RunError};

/// How fast memory was read, in bytes a second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The median of the repetitions.
    pub median: f64,
    /// The slowest of them.
    pub slowest: f64,
    /// The fastest of them.
    pub fastest: f64,
}

/// Repetitions after one that warms up.
const REPEATS: usize = 9;

/// How long a submission should take: long beside what submitting takes, short for a watchdog.
const SUBMISSION: Duration = Duration::from_millis(100);

/// Workgroups of a dispatch: several for each core of a large GPU.
const GROUPS: u32 = 2048;

impl Device {
    /// Reads so many bytes again and again; they should be several times what caches hold.
    ///
    /// # Errors
    /// [`RunError::Memory`] where there is not so much, [`RunError::Device`] where the device
    /// fails.
    pub fn reading(&self, bytes: usize) -> Result<Reading, RunError> {
        let buffers = Buffers::new(self);
        let kernels = Kernels::new(false, None);
        let pipeline = kernels.pipeline(self, Kernel::Read, Tokens::One, 1)?;
        let found = buffers.numbers("found", 4)?;
        // Whole rounds of four reads by every lane, so that all of a piece is read.
        let round = GROUPS as usize * 256 * 16 * 4;
        let most = self.largest_binding().min(1 << 30) as usize / round * round;
        let piece = bytes.div_ceil(round).saturating_mul(round).min(most);
        if piece == 0 {
            return Err(RunError::Memory {
                bytes: round,
                lack: Lack::Binding {
                    bytes: self.largest_binding(),
                },
            });
        }
        let pieces = bytes.div_ceil(piece).max(1);
        let mut binds = Vec::new();
        for _ in 0..pieces {
            let buffer = buffers.storage("what is read", piece)?;
            binds.push(kernels.bind(self, Kernel::Read, &[&buffer, &found]));
        }
        let time = |times: usize| {
            self.time(&pipeline, |pass| {
                for _ in 0..times {
                    for binds in &binds {
                        pass.set_bind_group(0, binds, &[]);
                        pass.dispatch_workgroups(GROUPS, 1, 1);
                    }
                }
            })
        };
        // New buffers are cleared when they are first used.
        time(1)?;
        let once = time(1)?;
        let times = (SUBMISSION.as_secs_f64() / once.as_secs_f64().max(1e-6)).ceil();
        let times = (times as usize).clamp(1, 1000);
        let mut speeds = Vec::new();
        for _ in 0..REPEATS {
            let seconds = time(times)?.as_secs_f64();
            speeds.push((times * pieces * piece) as f64 / seconds);
        }
        speeds.sort_unstable_by(f64::total_cmp);
        Ok(Reading {
            median: speeds[REPEATS / 2],
            slowest: speeds[0],
            fastest: speeds[REPEATS - 1],
        })
    }
}

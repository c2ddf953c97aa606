//! The arithmetic rate of the processor: as many independent multiply-adds as its pipelines take.

use std::sync::atomic::AtomicBool;
use std::time::Instant;

use super::kernels::{Kernel, kernels_here};
use super::team::rounds;
use super::{Rate, RateFailure, RateKind, Spread};

/// What a round should take: long beside a clock, short beside a time slice of the scheduler.
pub(super) const ROUND_SECONDS: f64 = 0.03;

/// Passes of the first try.
const FIRST_PASSES: u64 = 10_000;

/// Measures with so many threads what instructions there are, the widest of each kind.
pub(super) fn measure(
    threads: u32,
    repeats: u32,
    cancel: &AtomicBool,
    tell: &mut dyn FnMut(RateKind, f64),
) -> Result<Vec<Rate>, RateFailure> {
    let kernels = kernels_here();
    let repeats = repeats.max(1) as usize;
    let all = kernels.len() * (1 + repeats);
    let mut rates = Vec::new();
    let mut done = 0;
    for kernel in &kernels {
        let passes = passes(kernel);
        let states = vec![(); threads.max(1) as usize];
        let mut told = |_| {
            done += 1;
            tell(kernel.kind, f64::from(done) / all as f64);
        };
        let seconds = rounds(states, 1 + repeats, cancel, &mut told, |(), _| {
            kernel.run(passes);
        });
        let seconds = seconds.ok_or(RateFailure::Cancelled)?;
        let operations = kernel.operations as f64 * passes as f64 * f64::from(threads.max(1));
        rates.push(Rate {
            kind: kernel.kind,
            threads: Some(threads),
            instructions: Some(kernel.instructions.to_owned()),
            spread: Spread {
                samples: seconds[1..]
                    .iter()
                    .map(|taken| operations / taken)
                    .collect(),
            },
            by_gpu_clock: None,
        });
    }
    Ok(rates)
}

/// Passes that take about a round.
fn passes(kernel: &Kernel) -> u64 {
    kernel.run(FIRST_PASSES);
    let began = Instant::now();
    kernel.run(FIRST_PASSES);
    let taken = began.elapsed().as_secs_f64().max(1e-7);
    let passes = FIRST_PASSES as f64 * ROUND_SECONDS / taken;
    passes.clamp(FIRST_PASSES as f64, 1e9) as u64
}

//! The bandwidth of memory, looked at quickly before and after a run.

use std::sync::atomic::AtomicBool;

use weighbridge_machine::Machine;
use weighbridge_machine::rates::{Settings, array_bytes, measure};

/// The largest array: quick is more than exact here.
const LARGEST_ARRAY_BYTES: u64 = 256 << 20;
/// Repetitions.
const REPEATS: u32 = 3;

/// The bandwidth of memory with all threads, in 10⁹ bytes a second, the best of the medians of
/// STREAM's kernels and of reading alone; none where it could not be measured.
pub fn bandwidth_gb_s(machine: &Machine) -> Option<f64> {
    let settings = Settings {
        repeats: REPEATS,
        array_bytes: Some(array_bytes(machine).0.min(LARGEST_ARRAY_BYTES)),
        arithmetic: false,
        gpus: false,
        ..Settings::default()
    };
    let never = AtomicBool::new(false);
    let measured = measure(machine, &settings, None, &never, &mut |_| {}).ok()?;
    let most = measured
        .processor
        .iter()
        .filter_map(|rate| rate.threads)
        .max();
    measured
        .processor
        .iter()
        .filter(|rate| rate.kind.is_memory() && rate.threads == most)
        .map(|rate| rate.spread.median() / 1e9)
        .filter(|rate| rate.is_finite() && *rate > 0.0)
        .reduce(f64::max)
}

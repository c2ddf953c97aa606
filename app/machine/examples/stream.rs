//! The bandwidth of the processor's memory, in the form of `tests/yardsticks/stream.c`.
//!
//! Without arguments it prints the threads and the bytes of an array that a measurement takes
//! here, and 1 where such an array is at least four times the caches of the last level; with
//! them, as `stream THREADS REPEATS BYTES`, a line a kernel: its name, then the median and the
//! best rate in bytes a second. The fifth line is of reading alone, which STREAM does not have.

use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use weighbridge_machine::rates::{Settings, array_bytes, measure};
use weighbridge_machine::{Machine, read};

fn main() -> ExitCode {
    let machine = Machine::of(&read(None));
    let numbers: Vec<u64> = std::env::args()
        .skip(1)
        .filter_map(|word| word.parse().ok())
        .collect();
    let [threads, repeats, bytes] = numbers.as_slice() else {
        let (bytes, exceeds) = array_bytes(&machine);
        let threads = machine.processor.usable_threads.value.unwrap_or(1);
        println!("{threads} {bytes} {}", u8::from(exceeds));
        return ExitCode::SUCCESS;
    };
    let threads = u32::try_from(*threads).unwrap_or(1);
    let settings = Settings {
        repeats: u32::try_from(*repeats).unwrap_or(1),
        threads: Some(threads),
        array_bytes: Some(*bytes),
        arithmetic: false,
        gpus: false,
    };
    match measure(
        &machine,
        &settings,
        None,
        &AtomicBool::new(false),
        &mut |_| {},
    ) {
        Ok(measured) => {
            let asked = measured
                .processor
                .iter()
                .filter(|rate| rate.threads == Some(threads));
            for rate in asked {
                let spread = &rate.spread;
                println!(
                    "{} {:.0} {:.0}",
                    rate.kind.key(),
                    spread.median(),
                    spread.best()
                );
            }
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

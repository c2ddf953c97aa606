//! How fast models run on a GPU, beside how fast its memory is read and what dispatches take.
//!
//! `cargo bench -p weighbridge-inference --bench gpu -- [CASE…]`, where a case is `8B-Q4_0`.
//! A software driver is named as such, and runs the smallest shape only.
#![allow(missing_docs, reason = "a benchmark has no readers of its interface")]

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use weighbridge_gguf::Format;
use weighbridge_inference::gpu::{Device, GpuRuntime, Reading, Wanted};
use weighbridge_inference::synthetic::{self, Shape};

/// The shapes and formats that count.
const CASES: [&str; 7] = [
    "1B-Q4_0", "1B-Q8_0", "1B-F16", "8B-Q4_0", "8B-Q8_0", "8B-Q4_K", "3B-Q4_0",
];

/// Tokens of the prompt, and tokens timed each way after it.
const PROMPT: usize = 128;
const TOKENS: usize = 64;

/// Bytes that are read to find the memory's speed: beyond the caches of the largest GPU.
const READ_BYTES: usize = 1 << 30;

fn main() -> Result<(), Box<dyn Error>> {
    let cases: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let device = Arc::new(Device::open(&Wanted::default())?);
    let facts = device.facts();
    println!(
        "{} ({}, {}), bindings of {} MiB, subgroups {:?}",
        facts.name,
        facts.backend,
        facts.driver,
        facts.binding_bytes >> 20,
        facts.subgroup,
    );
    let (bytes, prompt, tokens, cases) = match facts.is_software {
        true => {
            println!("SOFTWARE: this is no GPU, and its figures are no GPU's.");
            let few = ["15M-Q8_0", "15M-Q4_0"].map(String::from).to_vec();
            (64 << 20, 8, 8, if cases.is_empty() { few } else { cases })
        }
        false => {
            let all = CASES.map(String::from).to_vec();
            (
                READ_BYTES,
                PROMPT,
                TOKENS,
                if cases.is_empty() { all } else { cases },
            )
        }
    };
    let before = device.reading(bytes)?;
    say("memory read", &before);
    for case in &cases {
        if let Err(error) = run(&device, case, prompt, tokens, before.median) {
            println!("{case}: {error}");
        }
    }
    say("memory read again", &device.reading(bytes)?);
    Ok(())
}

fn say(what: &str, reading: &Reading) {
    println!(
        "{what}: {:.1} GB/s (median of nine, {:.1} to {:.1})",
        reading.median / 1e9,
        reading.slowest / 1e9,
        reading.fastest / 1e9,
    );
}

fn run(
    device: &Arc<Device>,
    case: &str,
    prompt: usize,
    tokens: usize,
    bandwidth: f64,
) -> Result<(), Box<dyn Error>> {
    let (shape, format) = case.split_once('-').ok_or("a case is SHAPE-FORMAT")?;
    let shape = Shape::of_name(shape).ok_or("no such shape")?;
    let format = Format::of_name(format).ok_or("no such format")?;
    let model = synthetic::model(&shape, format, 7)?;
    let bytes = model.bytes_a_token() as f64;
    let mut runtime = GpuRuntime::new(Arc::clone(device), &model)?;
    drop(model);
    let measured = runtime.measure(prompt, tokens)?;
    let mut read_back = measured.read_back.clone();
    read_back.sort_unstable();
    let read_back = read_back[read_back.len() / 2];
    let floor = measured.floor.dispatch * u32::try_from(measured.dispatches)?;
    let expected = Duration::from_secs_f64(bytes / bandwidth) + floor;
    let pipelined = measured.pipelined.as_secs_f64();
    println!(
        "{case}: read back {:.3} ms (median), pipelined {:.3} ms, {:.1} tokens/s, {:.1} GB/s, {:.0} % of \
         the memory's speed; {} dispatches of {:.2} us at least, a submission {:.0} us; bytes over \
         bandwidth and dispatches come to {:.3} ms, and it took {:.2} times that",
        read_back.as_secs_f64() * 1e3,
        pipelined * 1e3,
        1.0 / pipelined,
        bytes / pipelined / 1e9,
        100.0 * bytes / pipelined / bandwidth,
        measured.dispatches,
        measured.floor.dispatch.as_secs_f64() * 1e6,
        measured.floor.submission.as_secs_f64() * 1e6,
        expected.as_secs_f64() * 1e3,
        pipelined / expected.as_secs_f64(),
    );
    Ok(())
}

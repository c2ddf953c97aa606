//! The GPU's kernels against the same arithmetic in 64 bits, on whatever adapter there is: a
//! software driver does.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::sync::Arc;

use weighbridge_gguf::Format;
use weighbridge_inference::gpu::{Device, GpuRuntime, Wanted};
use weighbridge_inference::reference::{logits, relative_error};
use weighbridge_inference::synthetic::{Shape, model};
use weighbridge_inference::{Config, Model, Runtime, Step};

/// With activations in 32 bits, how far logits may be from the reference's.
const TOLERANCE: f64 = 1e-4;

fn device() -> Arc<Device> {
    Arc::new(Device::open(&Wanted::default()).unwrap())
}

fn small(config: Config) -> Shape {
    Shape {
        name: "small".into(),
        config,
        is_tied: true,
    }
}

fn prompt(config: &Config, tokens: usize) -> Vec<u32> {
    (0..tokens)
        .map(|i| ((7919 * i + 13) % config.vocabulary) as u32)
        .collect()
}

fn runtime(device: &Arc<Device>, model: &Model, sequences: usize, tokens: usize) -> GpuRuntime {
    let mut runtime = GpuRuntime::new(Arc::clone(device), model).unwrap();
    runtime.reset(sequences, tokens).unwrap();
    runtime
}

#[test]
fn logits_are_the_references_in_every_format() {
    let device = device();
    for format in Format::ALL {
        let shape = small(Config::llama(500, 256, 512, 2, 4, 2));
        let model = model(&shape, format, 3).unwrap();
        let ids = prompt(&model.config, 41);
        let reference = logits(&model, &ids);
        let mut runtime = runtime(&device, &model, 1, 64);
        // A prompt of more than a chunk, and tokens one by one after it.
        let mut errors = Vec::new();
        let ours = runtime.prefill(0, &ids[..37]).unwrap();
        errors.push(relative_error(&ours, &reference[36]));
        for (position, token) in ids.iter().enumerate().skip(37) {
            let step = Step {
                sequence: 0,
                token: *token,
            };
            let ours = runtime.decode(&[step]).unwrap();
            errors.push(relative_error(&ours, &reference[position]));
        }
        println!("{} {errors:.8?}", format.name());
        assert!(
            errors.iter().all(|error| *error < TOLERANCE),
            "{}",
            format.name()
        );
    }
}

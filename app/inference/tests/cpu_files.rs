//! The processor's runtime beside logits that another program has worked out for the same files.
//!
//! `WEIGHBRIDGE_LOGITS` names a folder: for each `NAME.gguf` in it, `NAME.f32` holds logits after
//! every token of a prompt, as little-endian numbers of 32 bits. The prompt is 1, then
//! 3 + (7919 i + 13) mod 256.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;

use weighbridge_gguf::Format;
use weighbridge_inference::Runtime;
use weighbridge_inference::cpu::{CpuRuntime, Instructions, Options};
use weighbridge_inference::load::{map, model_from_gguf};
use weighbridge_inference::reference::relative_error;

#[test]
fn files_give_the_logits_that_were_worked_out() {
    let Some(folder) = std::env::var_os("WEIGHBRIDGE_LOGITS") else {
        return;
    };
    let mut compared = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let expected = file.with_extension("f32");
        if file.extension().is_some_and(|end| end == "gguf") && expected.exists() {
            compare(&file, &expected);
            compared += 1;
        }
    }
    assert!(compared > 0, "no file was there to compare");
}

fn compare(file: &Path, expected: &Path) {
    let model = model_from_gguf(&map(file).unwrap()).unwrap();
    let vocabulary = model.config.vocabulary;
    let expected: Vec<f64> = std::fs::read(expected)
        .unwrap()
        .chunks_exact(4)
        .map(|four| f64::from(f32::from_le_bytes(four.try_into().unwrap())))
        .collect();
    let tokens: Vec<u32> = (0..expected.len() / vocabulary)
        .map(|i| match i {
            0 => 1,
            _ => 3 + (7919 * i as u32 + 13) % 256,
        })
        .collect();
    let allowed = match model.layers[0].gate.format {
        Format::F32 | Format::F16 | Format::Bf16 => 1e-4,
        _ => 5e-2,
    };
    for set in Instructions::ALL {
        if !set.available() {
            continue;
        }
        let options = Options {
            instructions: Some(set),
            ..Options::default()
        };
        let mut runtime = CpuRuntime::new(model.clone(), &options).unwrap();
        runtime.reset(1, tokens.len()).unwrap();
        let all = runtime.prefill_all(0, &tokens).unwrap();
        let (mut worst, mut same, mut clear) = (0.0_f64, 0, 0);
        for (got, expected) in all
            .chunks_exact(vocabulary)
            .zip(expected.chunks_exact(vocabulary))
        {
            worst = worst.max(relative_error(got, expected));
            let mut ranked: Vec<usize> = (0..vocabulary).collect();
            ranked.sort_by(|&one, &other| expected[other].total_cmp(&expected[one]));
            let difference = got
                .iter()
                .zip(expected)
                .map(|(got, expected)| (f64::from(*got) - expected).abs())
                .fold(0.0, f64::max);
            if expected[ranked[0]] - expected[ranked[1]] > difference {
                clear += 1;
                let top = (0..vocabulary).max_by(|&one, &other| got[one].total_cmp(&got[other]));
                same += usize::from(top == Some(ranked[0]));
            }
        }
        println!(
            "{} {}: relative error {worst:.2e}, top token the same in {same} of {clear} clear positions of {}",
            file.display(),
            set.name(),
            tokens.len()
        );
        assert!(worst <= allowed);
        assert_eq!(same, clear);
    }
}

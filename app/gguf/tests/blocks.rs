//! Values of blocks are those that the `gguf` package gives them, to the bit.
//!
//! `blocks.txt` comes from `tests/tools/make_quant_blocks.py`.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use weighbridge_gguf::{Format, dequantise};

fn bytes(digits: &str) -> Vec<u8> {
    (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
        .collect()
}

#[test]
fn blocks_have_the_values_of_the_gguf_package() {
    let mut seen = Vec::new();
    for line in include_str!("blocks.txt").lines() {
        let [name, stored, values] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
        let format = Format::of_name(name).unwrap();
        let expected: Vec<f32> = bytes(values)
            .chunks_exact(4)
            .map(|four| f32::from_le_bytes(four.try_into().unwrap()))
            .collect();
        let mut ours = vec![f32::NAN; expected.len()];
        dequantise(format, &bytes(stored), &mut ours);
        for (i, (ours, expected)) in ours.iter().zip(&expected).enumerate() {
            assert_eq!(
                ours.to_bits(),
                expected.to_bits(),
                "{name}, number {i}: {ours}, {expected}"
            );
        }
        seen.push(format);
    }
    assert_eq!(seen, Format::ALL);
}

//! What stored numbers are worth: the truth that kernels are held against.

use crate::format::Format;
use crate::half::{bf16_to_f32, f16_to_f32};

/// Writes the values of whole blocks of a format, in the order of operations of ggml's plain
/// functions, so that the bits are the same.
///
/// # Source
/// `ggml-quants.c` of ggml, `dequantize_row_*`.
///
/// # Panics
/// Where the bytes are not those of so many numbers.
pub fn dequantise(format: Format, bytes: &[u8], numbers: &mut [f32]) {
    assert_eq!(
        format.row_bytes(numbers.len()),
        Some(bytes.len()),
        "{} bytes are not {} numbers in {}",
        bytes.len(),
        numbers.len(),
        format.name(),
    );
    let (in_block, of_block) = format.block();
    let block = match format {
        Format::F32 => f32_block,
        Format::F16 => f16_block,
        Format::Bf16 => bf16_block,
        Format::Q4_0 => q4_0,
        Format::Q4_1 => q4_1,
        Format::Q5_0 => q5_0,
        Format::Q5_1 => q5_1,
        Format::Q8_0 => q8_0,
        Format::Q2K => q2_k,
        Format::Q3K => q3_k,
        Format::Q4K => q4_k,
        Format::Q5K => q5_k,
        Format::Q6K => q6_k,
    };
    for (numbers, bytes) in numbers
        .chunks_exact_mut(in_block)
        .zip(bytes.chunks_exact(of_block))
    {
        block(bytes, numbers);
    }
}

fn half(bytes: &[u8], at: usize) -> f32 {
    f16_to_f32(u16::from_le_bytes([bytes[at], bytes[at + 1]]))
}

fn f32_block(bytes: &[u8], numbers: &mut [f32]) {
    numbers[0] = f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
}

fn f16_block(bytes: &[u8], numbers: &mut [f32]) {
    numbers[0] = half(bytes, 0);
}

fn bf16_block(bytes: &[u8], numbers: &mut [f32]) {
    numbers[0] = bf16_to_f32(u16::from_le_bytes([bytes[0], bytes[1]]));
}

/// A scale, then 16 bytes: the first 16 numbers in the lower halves, the others in the upper.
fn q4_0(bytes: &[u8], numbers: &mut [f32]) {
    let scale = half(bytes, 0);
    for (i, byte) in bytes[2..].iter().enumerate() {
        numbers[i] = (i32::from(byte & 15) - 8) as f32 * scale;
        numbers[i + 16] = (i32::from(byte >> 4) - 8) as f32 * scale;
    }
}

/// A scale and a minimum, then the numbers as in Q4_0.
fn q4_1(bytes: &[u8], numbers: &mut [f32]) {
    let (scale, minimum) = (half(bytes, 0), half(bytes, 2));
    for (i, byte) in bytes[4..].iter().enumerate() {
        numbers[i] = f32::from(byte & 15) * scale + minimum;
        numbers[i + 16] = f32::from(byte >> 4) * scale + minimum;
    }
}

/// The fifth bits of 32 numbers, one after the other, and their lower four as in Q4_0.
fn five_bits(fifth: &[u8], lower: &[u8], mut put: impl FnMut(usize, u8)) {
    let fifth = u32::from_le_bytes([fifth[0], fifth[1], fifth[2], fifth[3]]);
    for (i, byte) in lower.iter().enumerate() {
        put(i, (byte & 15) | (((fifth >> i) & 1) as u8) << 4);
        put(i + 16, (byte >> 4) | (((fifth >> (i + 16)) & 1) as u8) << 4);
    }
}

/// A scale, then fifth bits, then lower bits.
fn q5_0(bytes: &[u8], numbers: &mut [f32]) {
    let scale = half(bytes, 0);
    five_bits(&bytes[2..6], &bytes[6..], |i, five| {
        numbers[i] = (i32::from(five) - 16) as f32 * scale;
    });
}

/// A scale and a minimum, then fifth bits, then lower bits.
fn q5_1(bytes: &[u8], numbers: &mut [f32]) {
    let (scale, minimum) = (half(bytes, 0), half(bytes, 2));
    five_bits(&bytes[4..8], &bytes[8..], |i, five| {
        numbers[i] = f32::from(five) * scale + minimum;
    });
}

/// A scale, then a signed byte a number.
fn q8_0(bytes: &[u8], numbers: &mut [f32]) {
    let scale = half(bytes, 0);
    for (number, byte) in numbers.iter_mut().zip(&bytes[2..]) {
        *number = f32::from(*byte as i8) * scale;
    }
}

/// 16 bytes of a scale and a minimum for 16 numbers each, 64 bytes of numbers, a scale of scales
/// and one of minima. Of 128 numbers each 32 stand in the next two bits of the same 32 bytes.
fn q2_k(bytes: &[u8], numbers: &mut [f32]) {
    let (parts, lower) = (&bytes[..16], &bytes[16..80]);
    let (scales, minima) = (half(bytes, 80), half(bytes, 82));
    for (part, numbers) in numbers.chunks_exact_mut(16).enumerate() {
        let scale = scales * f32::from(parts[part] & 15);
        let minimum = minima * f32::from(parts[part] >> 4);
        let (at, shift) = place_of_two_bits(part);
        for (i, number) in numbers.iter_mut().enumerate() {
            *number = scale * f32::from((lower[at + i] >> shift) & 3) - minimum;
        }
    }
}

/// Where the two bits of the sixteen numbers of a part stand: from which byte, and how far up.
fn place_of_two_bits(part: usize) -> (usize, usize) {
    (part / 8 * 32 + part % 2 * 16, part % 8 / 2 * 2)
}

/// 32 bytes of third bits, 64 bytes of lower bits as in Q2_K, 12 bytes of 16 scales of six bits,
/// and a scale of scales. A third bit that is *not* set takes four away.
fn q3_k(bytes: &[u8], numbers: &mut [f32]) {
    let (third, lower, parts) = (&bytes[..32], &bytes[32..96], &bytes[96..108]);
    let scales = half(bytes, 108);
    for (part, numbers) in numbers.chunks_exact_mut(16).enumerate() {
        let four = (parts[part % 8] >> (part / 8 * 4)) & 15;
        let two = (parts[8 + part % 4] >> (part / 4 * 2)) & 3;
        let scale = scales * (i32::from(four | (two << 4)) - 32) as f32;
        let (at, shift) = place_of_two_bits(part);
        for (i, number) in numbers.iter_mut().enumerate() {
            let is_set = (third[part % 2 * 16 + i] >> (part / 2)) & 1;
            let value = i32::from((lower[at + i] >> shift) & 3) - 4 * i32::from(1 - is_set);
            *number = scale * value as f32;
        }
    }
}

/// The scale and the minimum, six bits each, of one of the eight parts of Q4_K and Q5_K.
fn six_bit_pair(packed: &[u8], part: usize) -> (f32, f32) {
    let (scale, minimum) = match part {
        0..4 => (packed[part] & 63, packed[part + 4] & 63),
        _ => (
            (packed[part + 4] & 15) | ((packed[part - 4] >> 6) << 4),
            (packed[part + 4] >> 4) | ((packed[part] >> 6) << 4),
        ),
    };
    (f32::from(scale), f32::from(minimum))
}

/// A scale of scales and one of minima, 12 bytes of eight pairs of them, and 128 bytes of numbers:
/// of each 64 the first 32 in the lower halves of 32 bytes, the others in the upper.
fn q4_k(bytes: &[u8], numbers: &mut [f32]) {
    let (scales, minima) = (half(bytes, 0), half(bytes, 2));
    let (packed, lower) = (&bytes[4..16], &bytes[16..144]);
    for (part, numbers) in numbers.chunks_exact_mut(32).enumerate() {
        let (scale, minimum) = six_bit_pair(packed, part);
        let (scale, minimum) = (scales * scale, minima * minimum);
        for (i, number) in numbers.iter_mut().enumerate() {
            let four = (lower[part / 2 * 32 + i] >> (part % 2 * 4)) & 15;
            *number = scale * f32::from(four) - minimum;
        }
    }
}

/// As Q4_K, with 32 bytes of fifth bits before the numbers: one bit a part.
fn q5_k(bytes: &[u8], numbers: &mut [f32]) {
    let (scales, minima) = (half(bytes, 0), half(bytes, 2));
    let (packed, fifth, lower) = (&bytes[4..16], &bytes[16..48], &bytes[48..176]);
    for (part, numbers) in numbers.chunks_exact_mut(32).enumerate() {
        let (scale, minimum) = six_bit_pair(packed, part);
        let (scale, minimum) = (scales * scale, minima * minimum);
        for (i, number) in numbers.iter_mut().enumerate() {
            let four = (lower[part / 2 * 32 + i] >> (part % 2 * 4)) & 15;
            let five = four | ((fifth[i] >> part) & 1) << 4;
            *number = scale * f32::from(five) - minimum;
        }
    }
}

/// 128 bytes of lower four bits, 64 bytes of upper two, 16 signed scales and a scale of scales.
/// Of each 128 numbers, 32 stand in the lower halves of 32 bytes, 32 in those of the next 32,
/// then the same in the upper halves; their upper bits stand in the four pairs of 32 bytes.
fn q6_k(bytes: &[u8], numbers: &mut [f32]) {
    let (lower, upper, parts) = (&bytes[..128], &bytes[128..192], &bytes[192..208]);
    let scales = half(bytes, 208);
    for (part, numbers) in numbers.chunks_exact_mut(16).enumerate() {
        let scale = scales * f32::from(parts[part] as i8);
        let (half, quarter) = (part / 8, part % 8 / 2);
        for (i, number) in numbers.iter_mut().enumerate() {
            let i = part % 2 * 16 + i;
            let four = (lower[half * 64 + quarter % 2 * 32 + i] >> (quarter / 2 * 4)) & 15;
            let two = (upper[half * 32 + i] >> (quarter * 2)) & 3;
            *number = scale * (i32::from(four | (two << 4)) - 32) as f32;
        }
    }
}

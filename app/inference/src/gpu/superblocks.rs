//! Blocks of 256 numbers, as files have them and as they lie on the GPU.
//!
//! # Source
//! `dequantize_row_*` in ggml's `ggml-quants.c`, for where files keep which bits.

use weighbridge_gguf::f16_to_f32;

/// Scale and minimum of block `block` of eight, six bits each in twelve bytes.
///
/// # Source
/// ggml's `get_scale_min_k4`.
fn scale_and_minimum(packed: &[u8], block: usize) -> [u8; 2] {
    match block {
        0..4 => [packed[block] & 63, packed[block + 4] & 63],
        _ => [
            packed[block + 4] & 15 | (packed[block - 4] >> 6) << 4,
            packed[block + 4] >> 4 | (packed[block] >> 6) << 4,
        ],
    }
}

pub(super) fn four_bits_of_256(row: &[u8], quants: &mut [u8], scales: &mut [u8]) {
    for (many, bytes) in row.chunks_exact(144).enumerate() {
        let (head, lower) = bytes.split_at(16);
        pairs_of_256(head, &mut scales[many * 20..][..20]);
        halves_of_256(lower, &mut quants[many * 128..][..128]);
    }
}

pub(super) fn five_bits_of_256(row: &[u8], quants: &mut [u8], scales: &mut [u8]) {
    for (many, bytes) in row.chunks_exact(176).enumerate() {
        let (head, fifth, lower) = (&bytes[..16], &bytes[16..48], &bytes[48..]);
        let scales = &mut scales[many * 52..][..52];
        pairs_of_256(head, &mut scales[..20]);
        halves_of_256(lower, &mut quants[many * 128..][..128]);
        for (block, word) in scales[20..].chunks_exact_mut(4).enumerate() {
            let bits = fifth.iter().enumerate();
            let bits = bits.fold(0, |all, (number, byte)| {
                all | u32::from((byte >> block) & 1) << number
            });
            word.copy_from_slice(&bits.to_le_bytes());
        }
    }
}

/// Both factors, and eight pairs of a scale and a minimum as bytes.
fn pairs_of_256(head: &[u8], scales: &mut [u8]) {
    scales[..4].copy_from_slice(&head[..4]);
    for block in 0..8 {
        let pair = scale_and_minimum(&head[4..16], block);
        scales[4 + block * 2..][..2].copy_from_slice(&pair);
    }
}

/// Four bits a number, block by block: two blocks share 32 bytes in a file, one in the low halves
/// and one in the high ones.
fn halves_of_256(lower: &[u8], quants: &mut [u8]) {
    for (block, out) in quants.chunks_exact_mut(16).enumerate() {
        let shared = &lower[block / 2 * 32..][..32];
        let half = |number: usize| (shared[number] >> (block % 2 * 4)) & 15;
        for (number, byte) in out.iter_mut().enumerate() {
            *byte = half(number) | half(number + 16) << 4;
        }
    }
}

/// Where the two low bits of sixteen numbers of Q2_K and Q3_K stand: from which byte, how far up.
fn place_of_two_bits(part: usize) -> (usize, usize) {
    (part / 8 * 32 + part % 2 * 16, part % 8 / 2 * 2)
}

/// Puts sixteen bytes with their scale and minimum where part `part` of 256 numbers lies.
fn put_sixteen(
    (many, part): (usize, usize),
    blocks: usize,
    (scale, minimum): (f32, f32),
    number: impl Fn(usize) -> i8,
    (quants, scales): (&mut [u8], &mut [u8]),
) {
    let block = many * 8 + part / 2;
    let at = block * 16 + part % 2 * 4;
    scales[at..][..4].copy_from_slice(&scale.to_le_bytes());
    scales[at + 8..][..4].copy_from_slice(&minimum.to_le_bytes());
    let out = &mut quants[(part % 2 * blocks + block) * 16..][..16];
    for (i, byte) in out.iter_mut().enumerate() {
        *byte = number(i) as u8;
    }
}

fn half(bytes: &[u8], at: usize) -> f32 {
    f16_to_f32(u16::from_le_bytes([bytes[at], bytes[at + 1]]))
}

pub(super) fn two_bits_of_256(row: &[u8], blocks: usize, quants: &mut [u8], scales: &mut [u8]) {
    for (many, bytes) in row.chunks_exact(84).enumerate() {
        for part in 0..16 {
            let pair = (
                half(bytes, 80) * f32::from(bytes[part] & 15),
                half(bytes, 82) * f32::from(bytes[part] >> 4),
            );
            let (at, up) = place_of_two_bits(part);
            let number = |i: usize| ((bytes[16 + at + i] >> up) & 3) as i8;
            put_sixteen(
                (many, part),
                blocks,
                pair,
                number,
                (&mut *quants, &mut *scales),
            );
        }
    }
}

pub(super) fn three_bits_of_256(row: &[u8], blocks: usize, quants: &mut [u8], scales: &mut [u8]) {
    for (many, bytes) in row.chunks_exact(110).enumerate() {
        let (third, lower, parts) = (&bytes[..32], &bytes[32..96], &bytes[96..108]);
        for part in 0..16 {
            let four = (parts[part % 8] >> (part / 8 * 4)) & 15;
            let two = (parts[8 + part % 4] >> (part / 4 * 2)) & 3;
            let six = i16::from(four | two << 4) - 32;
            let pair = (half(bytes, 108) * f32::from(six), 0.0);
            let (at, up) = place_of_two_bits(part);
            let number = |i: usize| {
                let is_set = (third[part % 2 * 16 + i] >> (part / 2)) & 1;
                ((lower[at + i] >> up) & 3) as i8 - 4 * (1 - is_set as i8)
            };
            put_sixteen(
                (many, part),
                blocks,
                pair,
                number,
                (&mut *quants, &mut *scales),
            );
        }
    }
}

/// Where ggml keeps number `number` of 256: the byte of its low bits and whether they are the high
/// half, the byte of its high bits and how far up they are.
fn place_of_six_bits(number: usize) -> ((usize, bool), (usize, usize)) {
    let (half, within) = (number / 128, number % 128);
    let (part, lane) = (within / 32, within % 32);
    let low = half * 64 + lane + if part % 2 == 1 { 32 } else { 0 };
    ((low, part >= 2), (128 + half * 32 + lane, part * 2))
}

pub(super) fn six_bits_of_256(row: &[u8], quants: &mut [u8], scales: &mut [u8]) {
    for (many, bytes) in row.chunks_exact(210).enumerate() {
        let scales = &mut scales[many * 84..][..84];
        scales[..2].copy_from_slice(&bytes[208..]);
        scales[4..20].copy_from_slice(&bytes[192..208]);
        for block in 0..8 {
            for number in 0..32 {
                let ((low, is_high), (high, up)) = place_of_six_bits(block * 32 + number);
                let four = if is_high {
                    bytes[low] >> 4
                } else {
                    bytes[low] & 15
                };
                let two = (bytes[high] >> up) & 3;
                let at = (many * 8 + block) * 16 + number % 16;
                quants[at] |= if number < 16 { four } else { four << 4 };
                scales[20 + block * 8 + number / 4] |= two << (number % 4 * 2);
            }
        }
    }
}

//! How weights lie on the GPU: 16 bytes of numbers a lane, neighbouring lanes in line, and scales
//! apart from the numbers.
//!
//! Every row is blocks of 32 columns, filled up with zeros where the last is not whole.
//! A block's numbers are one or more words of 16 bytes; the first words of all blocks of a row
//! come first, then the second ones, so that lanes which take a block each read in line.

use weighbridge_gguf::{Format, dequantise};

use super::superblocks::{
    five_bits_of_256, four_bits_of_256, six_bits_of_256, three_bits_of_256, two_bits_of_256,
};

/// How numbers of a matrix lie on the GPU.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    F32,
    F16,
    Bf16,
    Q8_0,
    Q4_0,
    Q4_1,
    Q5_1,
    Q4K,
    Q5K,
    Q6K,
    /// Bytes, with a scale and a minimum for each sixteen.
    Sixteens,
}

impl Kind {
    /// What a format becomes.
    pub(super) fn of(format: Format) -> Kind {
        match format {
            Format::F16 => Kind::F16,
            Format::Bf16 => Kind::Bf16,
            // Five bits with a scale are eight bits with a scale, but for 3 more a number.
            Format::Q8_0 | Format::Q5_0 => Kind::Q8_0,
            Format::Q4_0 => Kind::Q4_0,
            Format::Q4_1 => Kind::Q4_1,
            Format::Q5_1 => Kind::Q5_1,
            Format::Q4K => Kind::Q4K,
            Format::Q5K => Kind::Q5K,
            Format::Q6K => Kind::Q6K,
            Format::Q2K | Format::Q3K => Kind::Sixteens,
            Format::F32 => Kind::F32,
        }
    }

    /// Its section of `formats.wgsl`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::F32 => "F32",
            Kind::F16 => "F16",
            Kind::Bf16 => "BF16",
            Kind::Q8_0 => "Q8_0",
            Kind::Q4_0 => "Q4_0",
            Kind::Q4_1 => "Q4_1",
            Kind::Q5_1 => "Q5_1",
            Kind::Q4K => "Q4_K",
            Kind::Q5K => "Q5_K",
            Kind::Q6K => "Q6_K",
            Kind::Sixteens => "Sixteens",
        }
    }

    /// Words of 16 bytes that a block's numbers take.
    fn words(self) -> usize {
        match self {
            Kind::F32 => 8,
            Kind::F16 | Kind::Bf16 => 4,
            Kind::Q8_0 | Kind::Sixteens => 2,
            Kind::Q4_0 | Kind::Q4_1 | Kind::Q5_1 | Kind::Q4K | Kind::Q5K | Kind::Q6K => 1,
        }
    }

    /// Bytes of a row's numbers and of its scales.
    pub(super) fn row_bytes(self, blocks: usize) -> (usize, usize) {
        let scales = match self {
            Kind::F32 | Kind::F16 | Kind::Bf16 => 0,
            Kind::Q8_0 | Kind::Q4_0 => blocks * 2,
            Kind::Q4_1 => blocks * 4,
            Kind::Q5_1 => blocks * 8,
            Kind::Sixteens => blocks * 16,
            Kind::Q4K => blocks / 8 * 20,
            Kind::Q5K => blocks / 8 * 52,
            Kind::Q6K => blocks / 8 * 84,
        };
        (blocks * self.words() * 16, scales)
    }
}

/// Blocks of 32 columns that a row takes.
pub(super) fn blocks(columns: usize) -> usize {
    columns.div_ceil(32)
}

/// Writes one row of a tensor as it lies on the GPU: numbers, and scales where there are any.
///
/// `quants` and `scales` are as long as [`Kind::row_bytes`] says, and zero.
pub(super) fn write_row(
    format: Format,
    kind: Kind,
    columns: usize,
    row: &[u8],
    quants: &mut [u8],
    scales: &mut [u8],
) {
    let blocks = blocks(columns);
    match (kind, format) {
        (Kind::F32, Format::F32) => spread(row, 128, blocks, quants),
        (Kind::F32, _) => {
            let mut numbers = vec![0.0; columns];
            dequantise(format, row, &mut numbers);
            let bytes: Vec<u8> = numbers.iter().flat_map(|x| x.to_le_bytes()).collect();
            spread(&bytes, 128, blocks, quants);
        }
        (Kind::F16 | Kind::Bf16, _) => spread(row, 64, blocks, quants),
        (Kind::Q8_0, Format::Q5_0) => five_bits(row, blocks, quants, scales),
        (Kind::Q8_0, _) => {
            for (block, bytes) in row.chunks_exact(34).enumerate() {
                scales[block * 2..][..2].copy_from_slice(&bytes[..2]);
                quants[block * 16..][..16].copy_from_slice(&bytes[2..18]);
                quants[(blocks + block) * 16..][..16].copy_from_slice(&bytes[18..]);
            }
        }
        (Kind::Q4_0, _) => {
            for (block, bytes) in row.chunks_exact(18).enumerate() {
                scales[block * 2..][..2].copy_from_slice(&bytes[..2]);
                quants[block * 16..][..16].copy_from_slice(&bytes[2..]);
            }
        }
        (Kind::Q4_1, _) => {
            for (block, bytes) in row.chunks_exact(20).enumerate() {
                scales[block * 4..][..4].copy_from_slice(&bytes[..4]);
                quants[block * 16..][..16].copy_from_slice(&bytes[4..]);
            }
        }
        (Kind::Q5_1, _) => {
            for (block, bytes) in row.chunks_exact(24).enumerate() {
                scales[block * 8..][..8].copy_from_slice(&bytes[..8]);
                quants[block * 16..][..16].copy_from_slice(&bytes[8..]);
            }
        }
        (Kind::Sixteens, Format::Q2K) => two_bits_of_256(row, blocks, quants, scales),
        (Kind::Sixteens, _) => three_bits_of_256(row, blocks, quants, scales),
        (Kind::Q4K, _) => four_bits_of_256(row, quants, scales),
        (Kind::Q5K, _) => five_bits_of_256(row, quants, scales),
        (Kind::Q6K, _) => six_bits_of_256(row, quants, scales),
    }
}

/// Plain numbers: the words of a block apart, the last block perhaps not whole.
fn spread(row: &[u8], block_bytes: usize, blocks: usize, quants: &mut [u8]) {
    for (block, bytes) in row.chunks(block_bytes).enumerate() {
        for (word, bytes) in bytes.chunks(16).enumerate() {
            quants[(word * blocks + block) * 16..][..bytes.len()].copy_from_slice(bytes);
        }
    }
}

/// Q5_0 as Q8_0: half a byte a number, the fifth bits together before them.
fn five_bits(row: &[u8], blocks: usize, quants: &mut [u8], scales: &mut [u8]) {
    for (block, bytes) in row.chunks_exact(22).enumerate() {
        scales[block * 2..][..2].copy_from_slice(&bytes[..2]);
        let fifth = u32::from_le_bytes([bytes[2], bytes[3], bytes[4], bytes[5]]);
        for number in 0..32 {
            let byte = bytes[6 + number % 16];
            let low = if number < 16 { byte & 15 } else { byte >> 4 };
            let value = low | (((fifth >> number) & 1) as u8) << 4;
            let word = number / 16 * blocks + block;
            quants[word * 16 + number % 16] = value.wrapping_sub(16);
        }
    }
}

//! Matrices of weights, rearranged into tiles, and read back row by row.

use weighbridge_gguf::{Format, bf16_to_f32, dequantise, f16_to_f32, f32_to_f16};

use super::instructions::Instructions;
use super::lines::Lines;
use super::pool::Team;
use super::tile::{
    Kind, Order, Q4_BYTES, Q4K_BYTES, Q4K_HEAD, Q6K_BYTES, Q6K_HEAD, Q6K_LOW, Q8_BYTES, ROWS,
    place_of_block,
};
use crate::model::Tensor;

/// A matrix of weights in tiles.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Packed {
    pub(crate) kind: Kind,
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    /// Where its first tile lies among the lines, in bytes.
    pub(crate) start: usize,
    order: Order,
    /// What is added to the bytes of `Q8`, so that they have no sign.
    offset: u8,
}

impl Packed {
    /// Where a tensor will lie, from a place on.
    pub(crate) fn plan(tensor: &Tensor, instructions: Instructions, start: usize) -> Packed {
        Packed {
            kind: Kind::of(tensor.format),
            rows: tensor.rows,
            columns: tensor.columns,
            start,
            order: Order::of(instructions),
            offset: match instructions {
                Instructions::Portable | Instructions::Avx2 => 0,
                Instructions::AvxVnni | Instructions::Avx512 => 0x80,
            },
        }
    }

    /// Tiles.
    pub(crate) fn tiles(&self) -> usize {
        self.rows.div_ceil(ROWS)
    }

    /// Bytes of a tile.
    pub(crate) fn tile_bytes(&self) -> usize {
        self.kind.tile_bytes(self.columns)
    }

    /// Bytes of all tiles.
    pub(crate) fn bytes(&self) -> usize {
        self.tiles() * self.tile_bytes()
    }

    /// Rearranges a tensor into place.
    pub(crate) fn fill(&self, team: &Team, tensor: &Tensor, lines: &mut [u8]) {
        let data = tensor.data();
        let row_bytes = data.len() / self.rows.max(1);
        team.share_parts(lines, self.tile_bytes(), |index, tile| {
            let first = index * ROWS;
            let mut requantised = Vec::new();
            for row in 0..ROWS.min(self.rows - first) {
                let start = (first + row) * row_bytes;
                let mut bytes = &data[start..start + row_bytes];
                if self.kind == Kind::Q8 && tensor.format != Format::Q8_0 {
                    requantised = to_q8_0(tensor.format, bytes, self.columns);
                    bytes = &requantised;
                }
                self.fill_row(bytes, row, tile);
            }
            drop(requantised);
        });
    }

    fn fill_row(&self, bytes: &[u8], row: usize, tile: &mut [u8]) {
        match self.kind {
            Kind::F32 => {
                for (column, number) in bytes.chunks_exact(4).enumerate() {
                    tile[column * 64 + row * 4..][..4].copy_from_slice(number);
                }
            }
            Kind::F16 | Kind::Bf16 => {
                for (column, number) in bytes.chunks_exact(2).enumerate() {
                    tile[column * 32 + row * 2..][..2].copy_from_slice(number);
                }
            }
            Kind::Q8 => {
                for (block, source) in bytes.chunks_exact(34).enumerate() {
                    let (scales, numbers) = place_of_block(block, Q8_BYTES);
                    tile[scales + row * 2..][..2].copy_from_slice(&source[..2]);
                    let numbers = &mut tile[numbers..][..Q8_BYTES];
                    for (column, &number) in source[2..].iter().enumerate() {
                        numbers[self.order.place(column, row)] = number ^ self.offset;
                    }
                }
            }
            Kind::Q4 => {
                for (block, source) in bytes.chunks_exact(18).enumerate() {
                    let (scales, numbers) = place_of_block(block, Q4_BYTES);
                    tile[scales + row * 2..][..2].copy_from_slice(&source[..2]);
                    let numbers = &mut tile[numbers..][..Q4_BYTES];
                    for (column, &pair) in source[2..].iter().enumerate() {
                        numbers[self.order.place(column, row)] = pair;
                    }
                }
            }
            Kind::Q4K => {
                for (source, tile) in bytes
                    .chunks_exact(144)
                    .zip(tile.chunks_exact_mut(Q4K_BYTES))
                {
                    self.fill_q4_k(source, row, tile);
                }
            }
            Kind::Q6K => {
                for (source, tile) in bytes
                    .chunks_exact(210)
                    .zip(tile.chunks_exact_mut(Q6K_BYTES))
                {
                    self.fill_q6_k(source, row, tile);
                }
            }
        }
    }

    fn fill_q4_k(&self, source: &[u8], row: usize, tile: &mut [u8]) {
        tile[row * 2..][..2].copy_from_slice(&source[..2]);
        tile[32 + row * 2..][..2].copy_from_slice(&source[2..4]);
        let packed = &source[4..16];
        for part in 0..8 {
            let (scale, minimum) = if part < 4 {
                (packed[part] & 63, packed[part + 4] & 63)
            } else {
                (
                    packed[part + 4] & 15 | packed[part - 4] >> 6 << 4,
                    packed[part + 4] >> 4 | packed[part] >> 6 << 4,
                )
            };
            tile[64 + part * 16 + row] = scale;
            tile[192 + part * 16 + row] = minimum;
        }
        // Each 32 bytes of the source hold two parts, low bits before high ones; each 256 bytes of
        // the tile hold one, its first half in low bits.
        let quants = &source[16..];
        for part in 0..8 {
            let numbers = &mut tile[Q4K_HEAD + part * 256..][..256];
            let shift = part % 2 * 4;
            let source = &quants[part / 2 * 32..][..32];
            for column in 0..16 {
                let low = source[column] >> shift & 15;
                let high = source[column + 16] >> shift & 15;
                numbers[self.order.place(column, row)] = low | high << 4;
            }
        }
    }

    fn fill_q6_k(&self, source: &[u8], row: usize, tile: &mut [u8]) {
        tile[row * 2..][..2].copy_from_slice(&source[208..210]);
        for part in 0..16 {
            tile[32 + part * 16 + row] = source[192 + part];
        }
        let (low, high) = source.split_at(128);
        let quant = |column: usize| {
            let (half, within) = (column / 128, column % 128);
            let byte = low[half * 64 + within % 64];
            let low = byte >> (within / 64 * 4) & 15;
            let high = high[half * 32 + within % 32] >> (within / 32 * 2) & 3;
            (low, high)
        };
        for part in 0..8 {
            for column in 0..32 {
                let (low, high) = quant(part * 32 + column);
                let place = self.order.place(column % 16, row);
                tile[Q6K_HEAD + part * 256 + place] |= low << (column / 16 * 4);
                let (place, shift) = self.order.high_place(column, row);
                tile[Q6K_HEAD + Q6K_LOW + part * 128 + place] |= high << shift;
            }
        }
    }

    /// Writes the values of a row.
    pub(crate) fn row(&self, lines: &Lines, row: usize, values: &mut [f32]) {
        let start = self.start + row / ROWS * self.tile_bytes();
        let tile = &lines.bytes()[start..start + self.tile_bytes()];
        let row = row % ROWS;
        let half = |at: usize| u16::from_le_bytes([tile[at], tile[at + 1]]);
        for (column, value) in values.iter_mut().enumerate() {
            let (block, within) = (column / 32, column % 32);
            let nibble = |start: usize| {
                let byte = tile[start + self.order.place(within % 16, row)];
                i32::from(byte >> (within / 16 * 4) & 15)
            };
            *value = match self.kind {
                Kind::F32 => {
                    let at = column * 64 + row * 4;
                    f32::from_le_bytes([tile[at], tile[at + 1], tile[at + 2], tile[at + 3]])
                }
                Kind::F16 => f16_to_f32(half(column * 32 + row * 2)),
                Kind::Bf16 => bf16_to_f32(half(column * 32 + row * 2)),
                Kind::Q8 => {
                    let (scales, start) = place_of_block(block, Q8_BYTES);
                    let byte = tile[start + self.order.place(within, row)] ^ self.offset;
                    f32::from(byte.cast_signed()) * f16_to_f32(half(scales + row * 2))
                }
                Kind::Q4 => {
                    let (scales, start) = place_of_block(block, Q4_BYTES);
                    (nibble(start) - 8) as f32 * f16_to_f32(half(scales + row * 2))
                }
                Kind::Q4K => {
                    let start = column / 256 * Q4K_BYTES;
                    let part = block % 8;
                    let number = nibble(start + Q4K_HEAD + part * 256);
                    let scale = f16_to_f32(half(start + row * 2))
                        * f32::from(tile[start + 64 + part * 16 + row]);
                    let minimum = f16_to_f32(half(start + 32 + row * 2))
                        * f32::from(tile[start + 192 + part * 16 + row]);
                    scale * number as f32 - minimum
                }
                Kind::Q6K => {
                    let start = column / 256 * Q6K_BYTES;
                    let part = block % 8;
                    let low = nibble(start + Q6K_HEAD + part * 256);
                    let (place, shift) = self.order.high_place(within, row);
                    let high = tile[start + Q6K_HEAD + Q6K_LOW + part * 128 + place] >> shift & 3;
                    let number = (low | i32::from(high) << 4) - 32;
                    let scale = tile[start + 32 + column % 256 / 16 * 16 + row].cast_signed();
                    f16_to_f32(half(start + row * 2)) * f32::from(scale) * number as f32
                }
            };
        }
    }
}

/// A row as `Q8_0`: `Q5_0` loses nothing, other formats at most half a step of 1/127 of the largest
/// of 32 numbers.
fn to_q8_0(format: Format, bytes: &[u8], columns: usize) -> Vec<u8> {
    let mut values = vec![0.0; columns];
    dequantise(format, bytes, &mut values);
    let mut out = Vec::with_capacity(columns / 32 * 34);
    for (index, block) in values.chunks_exact(32).enumerate() {
        let scale = if format == Format::Q5_0 {
            u16::from_le_bytes([bytes[index * 22], bytes[index * 22 + 1]])
        } else {
            let largest = block
                .iter()
                .fold(0.0_f32, |most, value| most.max(value.abs()));
            f32_to_f16(largest / 127.0)
        };
        let step = f16_to_f32(scale);
        let inverse = if step == 0.0 { 0.0 } else { 1.0 / step };
        out.extend(scale.to_le_bytes());
        out.extend(block.iter().map(|value| {
            let quant = (value * inverse).round_ties_even().clamp(-127.0, 127.0) as i8;
            quant.cast_unsigned()
        }));
    }
    out
}

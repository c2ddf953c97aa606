//! Matrices of weights, rearranged so that one load brings numbers of sixteen rows.
//!
//! A tile is sixteen rows. Within a block of 32 columns bytes stand either in groups of four
//! columns, all rows of a group beside each other ([`Order::Fours`], for dot products of four
//! bytes), or column by column ([`Order::Columns`], for plain vector arithmetic).
//! Scales stand in front of the one, two or eight blocks that they belong to, so that a tile is read
//! straight through.

use weighbridge_gguf::{Format, bf16_to_f32, dequantise, f16_to_f32, f32_to_f16};

use super::instructions::Instructions;
use super::lines::Lines;
use super::pool::Team;
use crate::model::Tensor;

/// Rows of a tile.
pub(crate) const ROWS: usize = 16;

/// How the numbers of a tile are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// 32-bit floating point.
    F32,
    /// 16-bit floating point.
    F16,
    /// The upper half of 32-bit floating point.
    Bf16,
    /// 8 bits and a scale for 32 columns.
    Q8,
    /// 4 bits and a scale for 32 columns.
    Q4,
    /// 4 bits, with scales and minima for 32 columns in blocks of 256.
    Q4K,
    /// 6 bits, with scales for 16 columns in blocks of 256.
    Q6K,
}

/// Bytes in front of the numbers of a block of 256 columns in `Q4K`: scale and minimum of the
/// block, eight scales and eight minima, each for sixteen rows.
pub(crate) const Q4K_HEAD: usize = 64 + 128 + 128;
/// Bytes of such a block.
pub(crate) const Q4K_BYTES: usize = Q4K_HEAD + 2048;
/// Bytes in front of the numbers of a block of 256 columns in `Q6K`: the block's scale and sixteen
/// scales for sixteen rows each, and a gap.
pub(crate) const Q6K_HEAD: usize = 320;
/// Bytes of the low four bits of such a block.
pub(crate) const Q6K_LOW: usize = 2048;
/// Bytes of such a block.
pub(crate) const Q6K_BYTES: usize = Q6K_HEAD + Q6K_LOW + 1024;

impl Kind {
    /// The kind that holds a format, without loss or as 8 bits.
    pub(crate) fn of(format: Format) -> Kind {
        match format {
            Format::F32 => Kind::F32,
            Format::F16 => Kind::F16,
            Format::Bf16 => Kind::Bf16,
            Format::Q4_0 => Kind::Q4,
            Format::Q4K => Kind::Q4K,
            Format::Q6K => Kind::Q6K,
            Format::Q8_0
            | Format::Q5_0
            | Format::Q4_1
            | Format::Q5_1
            | Format::Q2K
            | Format::Q3K
            | Format::Q5K => Kind::Q8,
        }
    }

    /// Whether it holds a format to the last bit.
    pub(crate) fn is_exact(format: Format) -> bool {
        !matches!(
            format,
            Format::Q4_1 | Format::Q5_1 | Format::Q2K | Format::Q3K | Format::Q5K
        )
    }

    /// Whether it is multiplied with activations of 8 bits.
    pub(crate) fn is_quantised(self) -> bool {
        matches!(self, Kind::Q8 | Kind::Q4 | Kind::Q4K | Kind::Q6K)
    }

    /// Bytes of a tile of so many columns, a multiple of 64.
    pub(crate) fn tile_bytes(self, columns: usize) -> usize {
        match self {
            Kind::F32 => columns * 64,
            Kind::F16 | Kind::Bf16 => (columns * 32).next_multiple_of(64),
            Kind::Q8 => (columns / 32).div_ceil(2) * 64 + columns * 16,
            Kind::Q4 => (columns / 32).div_ceil(2) * 64 + columns * 8,
            Kind::Q4K => columns / 256 * Q4K_BYTES,
            Kind::Q6K => columns / 256 * Q6K_BYTES,
        }
    }
}

/// Where scales and numbers of a block of 32 columns lie in a tile of `Q8` or `Q4`, whose blocks
/// take so many bytes: two blocks share a line of scales in front of them.
#[inline(always)]
pub(crate) fn place_of_block(block: usize, bytes: usize) -> (usize, usize) {
    let (pair, second) = (block / 2, block % 2);
    let start = pair * (64 + 2 * bytes);
    (start + second * 32, start + 64 + second * bytes)
}

/// Bytes of a block of 32 columns in `Q8`.
pub(crate) const Q8_BYTES: usize = 512;
/// Bytes of a block of 32 columns in `Q4`.
pub(crate) const Q4_BYTES: usize = 256;

/// In which order the bytes of a block stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Four columns, all rows of them, the next four columns.
    Fours,
    /// A column, the next column.
    Columns,
}

impl Order {
    /// The order that instructions work with.
    pub(crate) fn of(instructions: Instructions) -> Order {
        match instructions {
            Instructions::Portable => Order::Columns,
            _ => Order::Fours,
        }
    }

    #[inline(always)]
    fn place(self, column: usize, row: usize) -> usize {
        match self {
            Order::Fours => column / 4 * 64 + row * 4 + column % 4,
            Order::Columns => column * 16 + row,
        }
    }

    /// Byte and shift of the two high bits of a column among 32.
    #[inline(always)]
    fn high_place(self, column: usize, row: usize) -> (usize, u32) {
        match self {
            Order::Fours => (
                column / 16 * 64 + row * 4 + column % 4,
                (column / 4 % 4 * 2) as u32,
            ),
            Order::Columns => (column % 8 * 16 + row, (column / 8 * 2) as u32),
        }
    }
}

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

//! How numbers of sixteen rows, a tile, lie beside each other, so that one load brings some of all.
//!
//! Within a block of 32 columns bytes stand either in groups of four
//! columns, all rows of a group beside each other ([`Order::Fours`], for dot products of four
//! bytes), or column by column ([`Order::Columns`], for plain vector arithmetic).
//! Scales stand in front of the one, two or eight blocks that they belong to, so that a tile is read
//! straight through.

use weighbridge_gguf::Format;

use super::instructions::Instructions;

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
    pub(super) fn place(self, column: usize, row: usize) -> usize {
        match self {
            Order::Fours => column / 4 * 64 + row * 4 + column % 4,
            Order::Columns => column * 16 + row,
        }
    }

    /// Byte and shift of the two high bits of a column among 32.
    #[inline(always)]
    pub(super) fn high_place(self, column: usize, row: usize) -> (usize, u32) {
        match self {
            Order::Fours => (
                column / 16 * 64 + row * 4 + column % 4,
                (column / 4 % 4 * 2) as u32,
            ),
            Order::Columns => (column % 8 * 16 + row, (column / 8 * 2) as u32),
        }
    }
}

//! Keys and values of earlier tokens, laid out as tiles of weights.
//!
//! Sixteen positions are a tile of keys, and sixteen numbers of a head a tile of values, so that
//! scores and sums of values are products that the kernels for weights make.

use weighbridge_gguf::f32_to_f16;

use super::kernels::Tiles;
use super::lines::Lines;
use super::tile::{Kind, ROWS};
use crate::runtime::{Lack, RunError};

/// Keys and values of all layers and sequences.
pub(crate) struct Cache {
    lines: Lines,
    kind: Kind,
    sequences: usize,
    heads: usize,
    head_size: usize,
    /// Positions that there is room for, a multiple of sixteen.
    room: usize,
}

/// Keys and values of a head of a sequence in a layer.
pub(crate) struct Head<'a> {
    bytes: &'a [u8],
    kind: Kind,
    head_size: usize,
    room: usize,
}

impl Cache {
    /// Room for so many sequences of so many tokens, in 16 or 32 bits a number.
    pub(crate) fn new(
        kind: Kind,
        (layers, heads, head_size): (usize, usize, usize),
        sequences: usize,
        tokens: usize,
    ) -> Result<Cache, RunError> {
        let room = tokens.max(1).next_multiple_of(ROWS);
        let of_head = Shape {
            kind,
            head_size,
            room,
        }
        .bytes();
        let bytes = [layers, heads, sequences]
            .into_iter()
            .try_fold(of_head, usize::checked_mul);
        let lines = bytes.and_then(Lines::reserve);
        let (Some(bytes), Some(mut lines)) = (bytes, lines) else {
            return Err(RunError::Memory {
                bytes: bytes.unwrap_or(usize::MAX),
                lack: Lack::KeysAndValues,
            });
        };
        lines.grow(bytes);
        Ok(Cache {
            lines,
            kind,
            sequences,
            heads,
            head_size,
            room,
        })
    }

    fn shape(&self) -> Shape {
        Shape {
            kind: self.kind,
            head_size: self.head_size,
            room: self.room,
        }
    }

    /// Bytes that it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.lines.bytes().len()
    }

    /// Keys and values of a head.
    pub(crate) fn head(&self, layer: usize, sequence: usize, head: usize) -> Head<'_> {
        let width = self.shape().bytes();
        let start = ((layer * self.sequences + sequence) * self.heads + head) * width;
        Head {
            bytes: &self.lines.bytes()[start..start + width],
            kind: self.kind,
            head_size: self.head_size,
            room: self.room,
        }
    }

    /// The heads of a sequence in a layer, one after the other, to be written with [`write`], and
    /// the bytes of each.
    pub(crate) fn heads_mut(&mut self, layer: usize, sequence: usize) -> (&mut [u8], Shape) {
        let shape = self.shape();
        let width = shape.bytes() * self.heads;
        let start = (layer * self.sequences + sequence) * width;
        (&mut self.lines.bytes_mut()[start..start + width], shape)
    }
}

/// The shape of what is kept of a head.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    kind: Kind,
    head_size: usize,
    room: usize,
}

impl Shape {
    /// Bytes of a head's keys and values.
    pub(crate) fn bytes(self) -> usize {
        self.keys() + self.head_size.div_ceil(ROWS) * self.kind.tile_bytes(self.room)
    }

    fn keys(self) -> usize {
        self.room / ROWS * self.kind.tile_bytes(self.head_size)
    }

    /// Writes key and value of a position of a head.
    pub(crate) fn write(self, head: &mut [u8], position: usize, key: &[f32], value: &[f32]) {
        let (keys, values) = head.split_at_mut(self.keys());
        let tile = self.kind.tile_bytes(self.head_size);
        let keys = &mut keys[position / ROWS * tile..][..tile];
        match self.kind {
            Kind::F16 => {
                for (column, &number) in key.iter().enumerate() {
                    let at = (column * ROWS + position % ROWS) * 2;
                    keys[at..at + 2].copy_from_slice(&f32_to_f16(number).to_le_bytes());
                }
            }
            _ => {
                for (column, &number) in key.iter().enumerate() {
                    let at = (column * ROWS + position % ROWS) * 4;
                    keys[at..at + 4].copy_from_slice(&number.to_le_bytes());
                }
            }
        }
        let tile = self.kind.tile_bytes(self.room);
        for (values, numbers) in values.chunks_exact_mut(tile).zip(value.chunks(ROWS)) {
            match self.kind {
                Kind::F16 => {
                    let place = &mut values[position * ROWS * 2..];
                    for (place, &number) in place.chunks_exact_mut(2).zip(numbers) {
                        place.copy_from_slice(&f32_to_f16(number).to_le_bytes());
                    }
                }
                _ => {
                    let place = &mut values[position * ROWS * 4..];
                    for (place, &number) in place.chunks_exact_mut(4).zip(numbers) {
                        place.copy_from_slice(&number.to_le_bytes());
                    }
                }
            }
        }
    }
}

impl Head<'_> {
    /// Tiles of keys from sixteen positions on: one or two.
    pub(crate) fn keys(&self, tile: usize, count: usize) -> Tiles<'_> {
        let stride = self.kind.tile_bytes(self.head_size);
        Tiles {
            kind: self.kind,
            bytes: &self.bytes[tile * stride..],
            count,
            stride,
            columns: self.head_size,
            ahead: 0,
        }
    }

    /// Tiles of values of so many positions from a position on, for sixteen numbers of a head each.
    pub(crate) fn values(
        &self,
        tile: usize,
        count: usize,
        first: usize,
        positions: usize,
    ) -> Tiles<'_> {
        let keys = self.room / ROWS * self.kind.tile_bytes(self.head_size);
        let stride = self.kind.tile_bytes(self.room);
        let number = if self.kind == Kind::F16 { 2 } else { 4 };
        Tiles {
            kind: self.kind,
            bytes: &self.bytes[keys + tile * stride + first * ROWS * number..],
            count,
            stride,
            columns: positions,
            ahead: 0,
        }
    }
}

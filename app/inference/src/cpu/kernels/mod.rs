//! Products of tiles of weights with panels of activations, for each set of instructions.
//!
//! Products of 8-bit activations are whole numbers up to the scales of a block, so that every set
//! adds the same integers.

mod portable;
#[cfg(target_arch = "x86_64")]
mod x86_256;
#[cfg(target_arch = "x86_64")]
mod x86_256_parts;
#[cfg(target_arch = "x86_64")]
mod x86_256_plain;
#[cfg(target_arch = "x86_64")]
mod x86_512;
#[cfg(target_arch = "x86_64")]
mod x86_512_parts;
#[cfg(target_arch = "x86_64")]
mod x86_512_plain;

use super::activations::{Panel, WIDTH};
use super::instructions::Instructions;
use super::tile::{Kind, ROWS};

/// Tiles that are multiplied at once, at most.
pub(crate) const PAIR: usize = 2;

/// Panels that are multiplied at once, at most.
pub(crate) const PANELS: usize = 3;

/// Sums for the rows of tiles: for each tile and each row of the panel.
pub(crate) type Sums = [TileSums; PAIR];

/// Sums for the rows of a tile, for each row of the panel.
pub(crate) type TileSums = [[f32; ROWS]; WIDTH];

/// A tile, or two beside each other.
#[derive(Clone, Copy)]
pub(crate) struct Tiles<'a> {
    /// How they are stored.
    pub(crate) kind: Kind,
    /// Bytes from the first tile on.
    pub(crate) bytes: &'a [u8],
    /// One or two.
    pub(crate) count: usize,
    /// From a tile to the next, in bytes.
    pub(crate) stride: usize,
    /// Columns.
    pub(crate) columns: usize,
    /// How much further on what comes next lies, where it is to be asked for meanwhile.
    pub(crate) ahead: usize,
}

impl Tiles<'_> {
    /// The same, and whether the next pair is to be asked for while these are multiplied.
    pub(crate) fn and_next(self, asks: bool) -> Self {
        let ahead = if asks { PAIR * self.stride } else { 0 };
        Tiles { ahead, ..self }
    }
}

/// What tiles are multiplied with; see [`Panel`].
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) width: usize,
    pub(crate) floats: &'a [f32],
    pub(crate) quants: &'a [i8],
    pub(crate) scales: &'a [f32],
    pub(crate) sums: &'a [i32],
    pub(crate) halves: &'a [i32],
}

impl Panel {
    /// The panel as kernels take it.
    pub(crate) fn view(&self) -> View<'_> {
        View {
            width: self.width,
            floats: &self.floats,
            quants: &self.quants,
            scales: &self.scales,
            sums: &self.sums,
            halves: &self.halves,
        }
    }
}

impl<'a> View<'a> {
    /// Plain numbers: column by column, each of so many rows.
    pub(crate) fn of_floats(width: usize, floats: &'a [f32]) -> View<'a> {
        View {
            width,
            floats,
            quants: &[],
            scales: &[],
            sums: &[],
            halves: &[],
        }
    }
}

/// Multiplies tiles with up to three panels, to the same bits as one after the other.
///
/// # Panics
/// Where a slice is shorter than the shapes say, or there are more panels.
pub(crate) fn multiply_panels(
    set: Instructions,
    tiles: &Tiles,
    panels: &[Panel],
    out: &mut [Sums; PANELS],
) {
    assert!(panels.len() <= PANELS);
    #[cfg(target_arch = "x86_64")]
    if let [first, second, third] = panels
        && panels.iter().all(|panel| panel.width == WIDTH)
        && matches!(set, Instructions::Avx2 | Instructions::AvxVnni)
        && !tiles.kind.is_quantised()
    {
        let views = [first.view(), second.view(), third.view()];
        views.iter().for_each(|view| check(tiles, view));
        return x86_256_plain::multiply_together(tiles, &views, out);
    }
    for (panel, out) in panels.iter().zip(out) {
        multiply(set, tiles, &panel.view(), out);
    }
}

/// Multiplies tiles with a panel.
///
/// # Panics
/// Where a slice is shorter than the shapes say.
pub(crate) fn multiply(set: Instructions, tiles: &Tiles, view: &View, out: &mut Sums) {
    check(tiles, view);
    if view.width == 1 && tiles.count == 2 {
        // One after the other they are read straight through, which suits memory best.
        let (first, second) = out.split_at_mut(1);
        multiply_checked(set, &Tiles { count: 1, ..*tiles }, view, first);
        let second_tile = Tiles {
            count: 1,
            bytes: &tiles.bytes[tiles.stride..],
            ..*tiles
        };
        multiply_checked(set, &second_tile, view, second);
    } else {
        multiply_checked(set, tiles, view, out);
    }
}

/// Panics where a slice is shorter than the shapes say.
fn check(tiles: &Tiles, view: &View) {
    let (columns, width) = (tiles.columns, view.width);
    let needed = (tiles.count - 1) * tiles.stride + tiles.kind.tile_bytes(columns);
    assert!((1..=PAIR).contains(&tiles.count) && (1..=WIDTH).contains(&width));
    assert!(tiles.bytes.len() >= needed);
    if tiles.kind.is_quantised() {
        let blocks = columns / 32 * width;
        assert!(columns.is_multiple_of(32) && view.quants.len() >= blocks * 32);
        assert!(view.scales.len() >= blocks && view.sums.len() >= blocks);
        assert!(view.halves.len() >= 2 * blocks);
    } else {
        assert!(view.floats.len() >= columns * width);
    }
}

/// Multiplies with slices that are as long as the shapes say.
fn multiply_checked(set: Instructions, tiles: &Tiles, view: &View, out: &mut [TileSums]) {
    #[cfg(target_arch = "x86_64")]
    match set {
        Instructions::Portable => portable::multiply(tiles, view, out),
        Instructions::Avx2 => x86_256::multiply_avx2(tiles, view, out),
        Instructions::AvxVnni => x86_256::multiply_vnni(tiles, view, out),
        Instructions::Avx512 => x86_512::multiply(tiles, view, out),
    }
    #[cfg(not(target_arch = "x86_64"))]
    {
        let _ = set;
        portable::multiply(tiles, view, out);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use std::sync::Arc;

    use weighbridge_gguf::{Format, dequantise};

    use super::*;
    use crate::cpu::activations::Forms;
    use crate::cpu::lines::Lines;
    use crate::cpu::packed::Packed;
    use crate::cpu::pool::Pool;
    use crate::model::Tensor;
    use crate::synthetic::{self, Shape};

    /// A matrix of 40 rows, two and a half tiles, as it lies in a file.
    fn matrix(format: Format) -> Tensor {
        let shape = Shape {
            name: "matrix".into(),
            config: crate::Config::llama(40, 512, 256, 1, 4, 4),
            is_tied: true,
        };
        let whole = synthetic::model(&shape, format, 3).unwrap();
        Tensor {
            bytes: Arc::new(whole.embedding.data().to_vec()),
            ..whole.embedding
        }
    }

    fn pack(set: Instructions, tensor: &Tensor) -> (Packed, Lines) {
        let packed = Packed::plan(tensor, set, 0);
        let mut lines = Lines::reserve(packed.bytes()).unwrap();
        Pool::new(1, &[])
            .unwrap()
            .session(|team| packed.fill(team, tensor, lines.grow(packed.bytes())));
        (packed, lines)
    }

    /// Two tiles from the first on, or one from the third on.
    fn tiles<'a>(packed: &Packed, lines: &'a Lines, first: usize) -> Tiles<'a> {
        let stride = packed.tile_bytes();
        Tiles {
            kind: packed.kind,
            bytes: &lines.bytes()[first * stride..],
            count: if first == 0 { 2 } else { 1 },
            stride,
            columns: packed.columns,
            ahead: 0,
        }
    }

    /// So many rows, the first of which oscillates as often as told.
    fn panel(set: Instructions, width: usize, columns: usize, first: usize) -> Panel {
        let mut panel = Panel::default();
        let forms = Forms {
            floats: true,
            quants: columns.is_multiple_of(32),
        };
        panel.fill(set, width, columns, forms, |row, out| {
            for (column, number) in out.iter_mut().enumerate() {
                *number = ((column * (row + first)) as f32).sin();
            }
        });
        panel
    }

    /// Products of all tiles with panels of one to four rows.
    fn products(set: Instructions, tensor: &Tensor) -> Vec<f32> {
        let (packed, lines) = pack(set, tensor);
        let mut values = vec![0.0; 512];
        let mut exact = vec![0.0; 512];
        for row in [0, 17, 39] {
            packed.row(&lines, row, &mut values);
            let bytes = tensor.data().len() / 40;
            let data = &tensor.data()[row * bytes..][..bytes];
            dequantise(tensor.format, data, &mut exact);
            assert!(!Kind::is_exact(tensor.format) || values == exact);
        }
        let mut all = Vec::new();
        for width in 1..=WIDTH {
            let panel = panel(set, width, 512, 3);
            for first in [0, 2] {
                let tiles = tiles(&packed, &lines, first);
                let mut sums: Sums = [[[0.0; ROWS]; WIDTH]; PAIR];
                multiply(set, &tiles, &panel.view(), &mut sums);
                for tile in &sums[..tiles.count] {
                    all.extend(tile[..width].as_flattened());
                }
            }
        }
        all
    }

    #[test]
    fn sets_of_instructions_add_the_same_integers() {
        for format in Format::ALL {
            let tensor = matrix(format);
            let portable = products(Instructions::Portable, &tensor);
            let mut wide: Option<Vec<f32>> = None;
            for set in Instructions::ALL.into_iter().skip(1) {
                if !set.available() {
                    continue;
                }
                let these = products(set, &tensor);
                // Rounding of sums apart, which fused multiplication changes, all are the same.
                for (one, other) in these.iter().zip(&portable) {
                    assert!((one - other).abs() < 4e-6, "{format:?} {}", set.name());
                }
                let first = wide.get_or_insert_with(|| these.clone());
                assert_eq!(*first, these, "{format:?} {}", set.name());
            }
        }
    }

    #[test]
    fn panels_together_are_as_each_alone() {
        for format in [Format::F32, Format::F16, Format::Bf16, Format::Q8_0] {
            let whole = matrix(format);
            // Rows of an odd number of columns, where a format lets them.
            for columns in [512, 301] {
                let Some(row_bytes) = format.row_bytes(columns) else {
                    continue;
                };
                let tensor = Tensor {
                    columns,
                    place: whole.place.start..whole.place.start + 40 * row_bytes,
                    ..whole.clone()
                };
                for set in Instructions::ALL.into_iter().filter(|set| set.available()) {
                    let (packed, lines) = pack(set, &tensor);
                    for last in 1..=WIDTH {
                        let panels = [(WIDTH, 3), (WIDTH, 11), (last, 5)]
                            .map(|(width, first)| panel(set, width, columns, first));
                        for first in [0, 2] {
                            let tiles = tiles(&packed, &lines, first).and_next(true);
                            let mut together = [[[[0.0; ROWS]; WIDTH]; PAIR]; PANELS];
                            let mut alone = together;
                            multiply_panels(set, &tiles, &panels, &mut together);
                            for (panel, alone) in panels.iter().zip(&mut alone) {
                                multiply(set, &tiles, &panel.view(), alone);
                            }
                            assert_eq!(together, alone, "{format:?} {}", set.name());
                            assert_ne!(alone[2][0][0], [0.0; ROWS]);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_panel_is_as_its_rows_alone() {
        let tensor = matrix(Format::Q4K);
        let all = products(Instructions::widest(), &tensor);
        // The first row of every panel is the same; panels of one to four rows stand one after the
        // other, two tiles and one.
        let mut start = 0;
        for width in 1..=WIDTH {
            assert_eq!(all[start..start + ROWS], all[..ROWS]);
            start += 3 * width * ROWS;
        }
    }
}

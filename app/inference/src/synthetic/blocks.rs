//! Random numbers, straight into blocks.

use weighbridge_gguf::{Format, f32_to_bf16, f32_to_f16};

/// What a tensor holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// Numbers with a mean of nought and a spread of 1 ÷ √columns.
    Matrix,
    /// Numbers between 0.75 and 1.25.
    Norm,
    /// Numbers between −0.25 and 0.25.
    Bias,
}

/// Fills a tensor from a seed and its number in the model, its rows shared out among threads.
pub(super) fn fill(
    content: Content,
    format: Format,
    columns: usize,
    seed: (u64, u64),
    bytes: &mut [u8],
    threads: usize,
) {
    let row_bytes = format.row_bytes(columns).unwrap_or(bytes.len()).max(1);
    let rows = bytes.len() / row_bytes;
    let painter = Painter::new(content, format, columns);
    let paint = |first: usize, bytes: &mut [u8]| {
        for (row, bytes) in bytes.chunks_exact_mut(row_bytes).enumerate() {
            let mut random = Random::new(seed, (first + row) as u64);
            painter.row(&mut random, bytes);
        }
    };
    // Below a megabyte, starting a thread takes longer than the work.
    let threads = threads.clamp(1, 1 + bytes.len() / (1 << 20));
    let share = rows.div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        for (number, bytes) in bytes.chunks_mut(share * row_bytes).enumerate() {
            let paint = &paint;
            match threads {
                1 => paint(number * share, bytes),
                _ => drop(scope.spawn(move || paint(number * share, bytes))),
            }
        }
    });
}

/// A stream of random numbers.
///
/// # Source
/// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct Random(u64);

impl Random {
    fn new((seed, tensor): (u64, u64), row: u64) -> Random {
        let mut random = Random(seed);
        for number in [tensor, row] {
            random.0 = random.next() ^ number;
        }
        random.0 = random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn fill(&mut self, bytes: &mut [u8]) {
        let mut words = bytes.chunks_exact_mut(8);
        for word in &mut words {
            word.copy_from_slice(&self.next().to_le_bytes());
        }
        let rest = words.into_remainder();
        let last = self.next().to_le_bytes();
        let length = rest.len();
        rest.copy_from_slice(&last[..length]);
    }
}

/// How rows of a tensor are filled.
enum Painter {
    /// Numbers of two or four bytes, each from a table of equally likely ones.
    Plain(Vec<[u8; 4]>, usize),
    /// Random bytes, with scales put where a block has them.
    Blocks(Format, [Scales; 16]),
}

/// The scale of a block, and what is added or taken away, in the bytes of a file.
type Scales = ([u8; 2], [u8; 2]);

/// Equally likely values of plain numbers.
const VALUES: usize = 4096;

impl Painter {
    fn new(content: Content, format: Format, columns: usize) -> Painter {
        let spread = 1.0 / (columns as f32).sqrt();
        let (middle, reach) = match content {
            Content::Matrix => (0.0, spread * 3_f32.sqrt()),
            Content::Norm => (1.0, 0.25),
            Content::Bias => (0.0, 0.25),
        };
        let (scale, second) = match format {
            Format::F32 | Format::F16 | Format::Bf16 => {
                let value = |i: usize| {
                    let place = (i as f32 + 0.5) / VALUES as f32;
                    middle + reach * (2.0 * place - 1.0)
                };
                let bytes = |value: f32| match format {
                    Format::F32 => value.to_le_bytes(),
                    Format::F16 => widen(f32_to_f16(value)),
                    _ => widen(f32_to_bf16(value)),
                };
                let table = (0..VALUES).map(|i| bytes(value(i))).collect();
                return Painter::Plain(table, format.block().1);
            }
            // The spread of random bytes read as this format with a scale of one, from the
            // variances of its parts, all of whose values are equally likely; and the second
            // number that brings their mean to nought, where there is one.
            Format::Q4_0 => (4.610, 0.0),
            Format::Q4_1 => (4.610, -7.5),
            Format::Q5_0 => (9.233, 0.0),
            Format::Q5_1 => (9.233, -15.5),
            Format::Q8_0 => (73.61, 0.0),
            Format::Q2K => (13.87, 1.5),
            Format::Q3K => (43.34, 0.0),
            Format::Q4K => (258.3, 7.5),
            Format::Q5K => (526.9, 15.5),
            Format::Q6K => (1365.7, 0.0),
        };
        // Scales have either sign, so that a format that has more values below nought than above
        // does not push all sums one way; and eight sizes, whose mean square is one.
        let scales = std::array::from_fn(|i| {
            let sign = if i % 2 == 0 { 1.0 } else { -1.0 };
            let size = (0.75 + 0.5 / 7.0 * (i / 2) as f32) / 1.0133;
            let scale = sign * size * spread / scale;
            (
                f32_to_f16(scale).to_le_bytes(),
                f32_to_f16(scale * second).to_le_bytes(),
            )
        });
        Painter::Blocks(format, scales)
    }

    fn row(&self, random: &mut Random, bytes: &mut [u8]) {
        match self {
            Painter::Plain(table, size) => {
                // Four numbers of twelve bits from one of 64.
                for numbers in bytes.chunks_mut(4 * size) {
                    let mut drawn = random.next();
                    for number in numbers.chunks_exact_mut(*size) {
                        let value = &table[drawn as usize % VALUES];
                        number.copy_from_slice(&value[..*size]);
                        drawn >>= 16;
                    }
                }
            }
            Painter::Blocks(format, scales) => {
                random.fill(bytes);
                // Where a block has its scale and its second number.
                let (first, second) = match format {
                    Format::Q4_1 | Format::Q5_1 | Format::Q4K | Format::Q5K => (0, Some(2)),
                    Format::Q2K => (80, Some(82)),
                    Format::Q3K => (108, None),
                    Format::Q6K => (208, None),
                    _ => (0, None),
                };
                for block in bytes.chunks_exact_mut(format.block().1) {
                    if *format == Format::Q8_0 {
                        // Files have no −128, and some kernels count on it.
                        for byte in &mut block[2..] {
                            *byte = (*byte as i8).max(-127) as u8;
                        }
                    }
                    // What was drawn where the scale stands chooses the scale.
                    let (scale, minimum) = scales[usize::from(block[first] & 15)];
                    block[first..first + 2].copy_from_slice(&scale);
                    if let Some(second) = second {
                        block[second..second + 2].copy_from_slice(&minimum);
                    }
                }
            }
        }
    }
}

fn widen(bits: u16) -> [u8; 4] {
    let [low, high] = bits.to_le_bytes();
    [low, high, 0, 0]
}

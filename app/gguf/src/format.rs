//! How numbers of a tensor are stored.

/// How the numbers of a tensor are stored: plainly, or in blocks that share a scale.
///
/// # Source
/// The GGUF specification and `ggml-common.h` of ggml, which define the blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// 32-bit floating point.
    F32,
    /// 16-bit floating point.
    F16,
    /// The upper half of a 32-bit floating-point number.
    Bf16,
    /// 4 bits and a scale for 32 numbers.
    Q4_0,
    /// 4 bits, a scale and a minimum for 32 numbers.
    Q4_1,
    /// 5 bits and a scale for 32 numbers.
    Q5_0,
    /// 5 bits, a scale and a minimum for 32 numbers.
    Q5_1,
    /// 8 bits and a scale for 32 numbers.
    Q8_0,
    /// About 2.6 bits, in blocks of 256 numbers.
    Q2K,
    /// About 3.4 bits, in blocks of 256 numbers.
    Q3K,
    /// 4.5 bits, in blocks of 256 numbers.
    Q4K,
    /// 5.5 bits, in blocks of 256 numbers.
    Q5K,
    /// About 6.6 bits, in blocks of 256 numbers.
    Q6K,
}

impl Format {
    /// Every format that is read.
    pub const ALL: [Format; 13] = [
        Format::F32,
        Format::F16,
        Format::Bf16,
        Format::Q4_0,
        Format::Q4_1,
        Format::Q5_0,
        Format::Q5_1,
        Format::Q8_0,
        Format::Q2K,
        Format::Q3K,
        Format::Q4K,
        Format::Q5K,
        Format::Q6K,
    ];

    /// The format with this number in a file; none where we do not read it.
    pub fn of_number(number: u32) -> Option<Format> {
        Format::ALL
            .into_iter()
            .find(|format| format.number() == number)
    }

    /// Its number in a file.
    pub const fn number(self) -> u32 {
        match self {
            Format::F32 => 0,
            Format::F16 => 1,
            Format::Q4_0 => 2,
            Format::Q4_1 => 3,
            Format::Q5_0 => 6,
            Format::Q5_1 => 7,
            Format::Q8_0 => 8,
            Format::Q2K => 10,
            Format::Q3K => 11,
            Format::Q4K => 12,
            Format::Q5K => 13,
            Format::Q6K => 14,
            Format::Bf16 => 30,
        }
    }

    /// Its name, as people write it.
    pub const fn name(self) -> &'static str {
        match self {
            Format::F32 => "F32",
            Format::F16 => "F16",
            Format::Bf16 => "BF16",
            Format::Q4_0 => "Q4_0",
            Format::Q4_1 => "Q4_1",
            Format::Q5_0 => "Q5_0",
            Format::Q5_1 => "Q5_1",
            Format::Q8_0 => "Q8_0",
            Format::Q2K => "Q2_K",
            Format::Q3K => "Q3_K",
            Format::Q4K => "Q4_K",
            Format::Q5K => "Q5_K",
            Format::Q6K => "Q6_K",
        }
    }

    /// The format of this name, in capitals or not.
    pub fn of_name(name: &str) -> Option<Format> {
        Format::ALL
            .into_iter()
            .find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// Numbers in a block, and the bytes that it takes.
    pub const fn block(self) -> (usize, usize) {
        match self {
            Format::F32 => (1, 4),
            Format::F16 | Format::Bf16 => (1, 2),
            Format::Q4_0 => (32, 18),
            Format::Q4_1 => (32, 20),
            Format::Q5_0 => (32, 22),
            Format::Q5_1 => (32, 24),
            Format::Q8_0 => (32, 34),
            Format::Q2K => (256, 84),
            Format::Q3K => (256, 110),
            Format::Q4K => (256, 144),
            Format::Q5K => (256, 176),
            Format::Q6K => (256, 210),
        }
    }

    /// Bits that a number takes, scales included.
    pub fn bits(self) -> f64 {
        let (numbers, bytes) = self.block();
        bytes as f64 * 8.0 / numbers as f64
    }

    /// Bytes of a row of so many numbers; none where they are no whole blocks or too many.
    pub fn row_bytes(self, numbers: usize) -> Option<usize> {
        let (in_block, bytes) = self.block();
        match numbers.is_multiple_of(in_block) {
            true => (numbers / in_block).checked_mul(bytes),
            false => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_lead_back() {
        for format in Format::ALL {
            assert_eq!(Format::of_number(format.number()), Some(format));
            assert_eq!(Format::of_name(&format.name().to_lowercase()), Some(format));
        }
        assert_eq!(Format::of_number(9), None);
    }

    #[test]
    fn rows_are_whole_blocks() {
        assert_eq!(Format::Q4K.row_bytes(512), Some(288));
        assert_eq!(Format::Q4K.row_bytes(500), None);
        assert_eq!(Format::F16.row_bytes(usize::MAX), None);
    }
}

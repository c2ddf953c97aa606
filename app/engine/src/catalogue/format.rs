//! Number formats of weights, with what a weight takes in each.

/// A number format of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WeightFormat {
    /// 16-bit brain float, the format most models are trained in.
    Bf16,
    /// 8-bit float.
    Fp8,
    /// 8-bit integer.
    Int8,
    /// 4-bit integer with one 16-bit scale for 128 weights.
    Int4,
    /// 4-bit float with one 8-bit scale for 32 weights.
    Mxfp4,
    /// GGUF `Q8_0`.
    Q8_0,
    /// GGUF `Q6_K`.
    Q6K,
    /// GGUF `Q5_K_M`.
    Q5KM,
    /// GGUF `Q4_K_M`.
    Q4KM,
    /// GGUF `Q4_0`.
    Q4_0,
    /// GGUF `Q3_K_M`.
    Q3KM,
    /// GGUF `Q2_K`.
    Q2K,
}

impl WeightFormat {
    /// Every format, from the most bits to the fewest within servers' and laptops' formats.
    pub const ALL: [WeightFormat; 12] = [
        WeightFormat::Bf16,
        WeightFormat::Fp8,
        WeightFormat::Int8,
        WeightFormat::Mxfp4,
        WeightFormat::Int4,
        WeightFormat::Q8_0,
        WeightFormat::Q6K,
        WeightFormat::Q5KM,
        WeightFormat::Q4KM,
        WeightFormat::Q4_0,
        WeightFormat::Q3KM,
        WeightFormat::Q2K,
    ];

    /// The name as people write it, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            WeightFormat::Bf16 => "BF16",
            WeightFormat::Fp8 => "FP8",
            WeightFormat::Int8 => "INT8",
            WeightFormat::Int4 => "INT4",
            WeightFormat::Mxfp4 => "MXFP4",
            WeightFormat::Q8_0 => "Q8_0",
            WeightFormat::Q6K => "Q6_K",
            WeightFormat::Q5KM => "Q5_K_M",
            WeightFormat::Q4KM => "Q4_K_M",
            WeightFormat::Q4_0 => "Q4_0",
            WeightFormat::Q3KM => "Q3_K_M",
            WeightFormat::Q2K => "Q2_K",
        }
    }

    /// The format of this name, whatever its case.
    pub fn from_name(name: &str) -> Option<WeightFormat> {
        WeightFormat::ALL
            .into_iter()
            .find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// Average bits of one weight, scales included.
    ///
    /// # Source
    /// GGUF: measured on Llama 3.1 8B, `tools/quantize/README.md` of llama.cpp; `Q4_0` and `Q3_K_M`
    /// from the file sizes of Llama 2 70B (36.2 and 30.83 GiB against 128.5 GiB at 16 bits),
    /// llama.cpp's perplexity chart.
    /// INT4: weight-only quantisation in groups of 128 with one 16-bit scale each (4 + 16 ÷ 128).
    /// MXFP4: OCP Microscaling Formats 1.0, section 5 (4 + 8 ÷ 32).
    pub const fn bits_per_weight(self) -> f64 {
        match self {
            WeightFormat::Bf16 => 16.0,
            WeightFormat::Fp8 | WeightFormat::Int8 => 8.0,
            WeightFormat::Int4 => 4.0 + 16.0 / 128.0,
            WeightFormat::Mxfp4 => 4.0 + 8.0 / 32.0,
            WeightFormat::Q8_0 => 8.5008,
            WeightFormat::Q6K => 6.5633,
            WeightFormat::Q5KM => 5.7036,
            WeightFormat::Q4KM => 4.8944,
            WeightFormat::Q4_0 => 16.0 * 36.2 / 128.5,
            WeightFormat::Q3KM => 16.0 * 30.83 / 128.5,
            WeightFormat::Q2K => 3.1593,
        }
    }

    /// Average bytes of one weight, scales included.
    pub const fn bytes_per_weight(self) -> f64 {
        self.bits_per_weight() / 8.0
    }

    /// Whether the format is one of GGUF files, as run on laptops and desktops.
    pub const fn is_gguf(self) -> bool {
        !matches!(
            self,
            WeightFormat::Bf16
                | WeightFormat::Fp8
                | WeightFormat::Int8
                | WeightFormat::Int4
                | WeightFormat::Mxfp4
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_formats() {
        for format in WeightFormat::ALL {
            assert_eq!(
                WeightFormat::from_name(&format.name().to_lowercase()),
                Some(format)
            );
        }
        assert_eq!(WeightFormat::from_name("Q9"), None);
    }

    #[test]
    fn every_quantisation_is_smaller_than_sixteen_bits_and_names_its_bits() {
        for format in WeightFormat::ALL
            .into_iter()
            .filter(|format| *format != WeightFormat::Bf16)
        {
            let bits = format.bits_per_weight();
            let digit = format
                .name()
                .chars()
                .find(char::is_ascii_digit)
                .and_then(|digit| digit.to_digit(10));
            let nominal = f64::from(digit.expect("a digit"));
            assert!(
                bits >= nominal && bits < nominal + 1.2,
                "{}: {bits}",
                format.name()
            );
        }
    }
}

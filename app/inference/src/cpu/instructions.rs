//! The vector instructions that kernels are written for.

/// A set of vector instructions that kernels are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Instructions {
    /// Those that every processor of this kind has.
    Portable,
    /// 256 bits at once, with fused multiplication and half-precision conversion, on x86-64.
    Avx2,
    /// The same with dot products of bytes (AVX-VNNI).
    AvxVnni,
    /// 512 bits at once, with dot products of bytes (AVX512-VNNI).
    Avx512,
}

impl Instructions {
    /// All sets, narrowest first.
    pub const ALL: [Instructions; 4] = [
        Instructions::Portable,
        Instructions::Avx2,
        Instructions::AvxVnni,
        Instructions::Avx512,
    ];

    /// Whether this processor has the set.
    pub fn available(self) -> bool {
        #[cfg(target_arch = "x86_64")]
        let has_256 = is_x86_feature_detected!("avx2")
            && is_x86_feature_detected!("fma")
            && is_x86_feature_detected!("f16c");
        match self {
            Instructions::Portable => true,
            #[cfg(target_arch = "x86_64")]
            Instructions::Avx2 => has_256,
            #[cfg(target_arch = "x86_64")]
            Instructions::AvxVnni => has_256 && is_x86_feature_detected!("avxvnni"),
            #[cfg(target_arch = "x86_64")]
            Instructions::Avx512 => {
                has_256
                    && is_x86_feature_detected!("avx512f")
                    && is_x86_feature_detected!("avx512bw")
                    && is_x86_feature_detected!("avx512vl")
                    && is_x86_feature_detected!("avx512dq")
                    && is_x86_feature_detected!("avx512vnni")
            }
            #[cfg(not(target_arch = "x86_64"))]
            _ => false,
        }
    }

    /// The widest set that this processor has.
    pub fn widest() -> Instructions {
        Instructions::ALL
            .into_iter()
            .rfind(|set| set.available())
            .unwrap_or(Instructions::Portable)
    }

    /// Its name, as people write it.
    pub const fn name(self) -> &'static str {
        match self {
            Instructions::Portable => "portable",
            Instructions::Avx2 => "AVX2",
            Instructions::AvxVnni => "AVX-VNNI",
            Instructions::Avx512 => "AVX-512 VNNI",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_set_is_there() {
        assert!(Instructions::Portable.available());
        assert!(Instructions::widest().available());
    }
}

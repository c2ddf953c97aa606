//! Loops of multiply-adds in the widest instructions that this processor has.

#![allow(
    unsafe_code,
    reason = "functions compiled for instructions that not every processor has are unsafe to call"
)]

use std::hint::black_box;

use super::RateKind;

/// Chains of multiply-adds that do not wait for each other: more than latency times pipelines of
/// any processor of today, and few enough for sixteen registers.
/// Their starts are hidden from the compiler, which would make one chain of equal ones.
const CHAINS: usize = 12;

/// A loop of arithmetic.
pub(super) struct Kernel {
    /// What it measures.
    pub(super) kind: RateKind,
    /// The instructions it uses.
    pub(super) instructions: &'static str,
    /// Operations of a pass; a multiplication and an addition are two.
    pub(super) operations: u64,
    run: fn(u64),
}

impl Kernel {
    /// Runs so many passes.
    pub(super) fn run(&self, passes: u64) {
        (self.run)(passes);
    }

    const fn new(kind: RateKind, instructions: &'static str, lanes: u64, run: fn(u64)) -> Kernel {
        Kernel {
            kind,
            instructions,
            operations: 2 * lanes * CHAINS as u64,
            run,
        }
    }
}

/// The loops that this processor can run, the widest of each kind.
pub(super) fn kernels_here() -> Vec<Kernel> {
    let mut kernels = vec![floats()];
    kernels.extend(integers());
    kernels
}

#[cfg(target_arch = "x86_64")]
fn floats() -> Kernel {
    if is_x86_feature_detected!("avx512f") {
        Kernel::new(RateKind::F32, "AVX-512", 16, |passes| {
            // SAFETY: the processor has AVX-512F, as just asked.
            unsafe { x86::floats_avx512(passes) }
        })
    } else if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
        Kernel::new(RateKind::F32, "AVX2 FMA", 8, |passes| {
            // SAFETY: the processor has AVX2 and FMA, as just asked.
            unsafe { x86::floats_avx2(passes) }
        })
    } else {
        Kernel::new(RateKind::F32, "SSE2", 4, floats_plain)
    }
}

#[cfg(not(target_arch = "x86_64"))]
fn floats() -> Kernel {
    let name = match cfg!(target_arch = "aarch64") {
        true => "NEON",
        false => "-",
    };
    Kernel::new(RateKind::F32, name, 4, floats_plain)
}

/// Multiply-adds as the compiler makes them for any processor of the kind.
fn floats_plain(passes: u64) {
    let (factor, term) = (black_box(0.999_f32), black_box(0.001_f32));
    let mut sums = black_box([[1.0_f32; 4]; CHAINS]);
    for _ in 0..passes {
        for sum in &mut sums {
            for lane in sum {
                *lane = match cfg!(any(target_arch = "aarch64", target_feature = "fma")) {
                    true => lane.mul_add(factor, term),
                    false => *lane * factor + term,
                };
            }
        }
    }
    black_box(sums);
}

#[cfg(target_arch = "x86_64")]
fn integers() -> Option<Kernel> {
    if is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vnni") {
        Some(Kernel::new(RateKind::Int8, "AVX-512 VNNI", 64, |passes| {
            // SAFETY: the processor has AVX-512F and VNNI, as just asked.
            unsafe { x86::integers_avx512(passes) }
        }))
    } else if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("avxvnni") {
        Some(Kernel::new(RateKind::Int8, "AVX-VNNI", 32, |passes| {
            // SAFETY: the processor has AVX2 and AVX-VNNI, as just asked.
            unsafe { x86::integers_avx_vnni(passes) }
        }))
    } else if is_x86_feature_detected!("avx2") {
        Some(Kernel::new(RateKind::Int8, "AVX2", 32, |passes| {
            // SAFETY: the processor has AVX2, as just asked.
            unsafe { x86::integers_avx2(passes) }
        }))
    } else {
        None
    }
}

/// No loop stands here that nobody could run: NEON's dot product waits for such a machine.
#[cfg(not(target_arch = "x86_64"))]
fn integers() -> Option<Kernel> {
    None
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::*;
    use std::hint::black_box;

    use super::CHAINS;

    // In loops of integers the sum is a factor too: adding the same product again and again,
    // the compiler would multiply by the passes.

    #[target_feature(enable = "avx512f")]
    pub(super) fn floats_avx512(passes: u64) {
        let factor = _mm512_set1_ps(black_box(0.999));
        let term = _mm512_set1_ps(black_box(0.001));
        let mut sums = black_box([_mm512_set1_ps(1.0); CHAINS]);
        for _ in 0..passes {
            for sum in &mut sums {
                *sum = _mm512_fmadd_ps(*sum, factor, term);
            }
        }
        black_box(sums);
    }

    #[target_feature(enable = "avx2,fma")]
    pub(super) fn floats_avx2(passes: u64) {
        let factor = _mm256_set1_ps(black_box(0.999));
        let term = _mm256_set1_ps(black_box(0.001));
        let mut sums = black_box([_mm256_set1_ps(1.0); CHAINS]);
        for _ in 0..passes {
            for sum in &mut sums {
                *sum = _mm256_fmadd_ps(*sum, factor, term);
            }
        }
        black_box(sums);
    }

    #[target_feature(enable = "avx512f,avx512vnni")]
    pub(super) fn integers_avx512(passes: u64) {
        let signed = _mm512_set1_epi8(black_box(-2));
        let mut sums = black_box([_mm512_set1_epi8(3); CHAINS]);
        for _ in 0..passes {
            for sum in &mut sums {
                *sum = _mm512_dpbusd_epi32(*sum, *sum, signed);
            }
        }
        black_box(sums);
    }

    #[target_feature(enable = "avx2,avxvnni")]
    pub(super) fn integers_avx_vnni(passes: u64) {
        let signed = _mm256_set1_epi8(black_box(-2));
        let mut sums = black_box([_mm256_set1_epi8(3); CHAINS]);
        for _ in 0..passes {
            for sum in &mut sums {
                *sum = _mm256_dpbusd_avx_epi32(*sum, *sum, signed);
            }
        }
        black_box(sums);
    }

    #[target_feature(enable = "avx2")]
    pub(super) fn integers_avx2(passes: u64) {
        let signed = _mm256_set1_epi8(black_box(-2));
        let ones = _mm256_set1_epi16(black_box(1));
        let mut sums = black_box([_mm256_set1_epi8(3); CHAINS]);
        for _ in 0..passes {
            for sum in &mut sums {
                let pairs = _mm256_maddubs_epi16(*sum, signed);
                *sum = _mm256_add_epi32(*sum, _mm256_madd_epi16(pairs, ones));
            }
        }
        black_box(sums);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_loop_of_this_processor_runs() {
        let kernels = kernels_here();
        assert_eq!(
            kernels.first().map(|kernel| kernel.kind),
            Some(RateKind::F32)
        );
        for kernel in &kernels {
            kernel.run(10);
            assert!(kernel.operations > 0);
        }
        floats_plain(10);
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has AVX2, as just asked.
            unsafe { x86::integers_avx2(10) };
        }
    }
}

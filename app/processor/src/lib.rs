//! Runs a piece of arithmetic with the widest vector instructions of this processor.
//!
//! A program for any x86-64 may use pairs of numbers and cannot round several at once.
//! [`run`] compiles the same code again for wider instructions and chooses among the copies when
//! the program runs.
//! Every copy gives the same bits: addition, multiplication, division and rounding are exact
//! in the same way in all of them, and nothing here lets the compiler join operations.
//!
//! The engine is safe code throughout because this crate holds the `unsafe` that this takes.

/// A piece of arithmetic.
///
/// `run` and everything beneath it that matters for speed should be `#[inline(always)]`: what is
/// not inlined runs as compiled for any processor, with the same result.
pub trait Work {
    /// What comes of it.
    type Output;

    /// Does the work; `ROUNDS` says whether the instructions at hand round several numbers at once.
    fn run<const ROUNDS: bool>(self) -> Self::Output;
}

/// A set of vector instructions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instructions {
    /// Those that every processor of this kind has.
    Common,
    /// Four numbers at once, on x86-64.
    Avx2,
    /// Eight numbers at once, on x86-64.
    Avx512,
}

impl Instructions {
    /// All sets, narrowest first.
    pub const ALL: [Instructions; 3] = [
        Instructions::Common,
        Instructions::Avx2,
        Instructions::Avx512,
    ];

    /// Whether this processor has the set.
    pub fn available(self) -> bool {
        match self {
            Instructions::Common => true,
            #[cfg(target_arch = "x86_64")]
            Instructions::Avx2 => is_x86_feature_detected!("avx2"),
            #[cfg(target_arch = "x86_64")]
            Instructions::Avx512 => {
                is_x86_feature_detected!("avx2")
                    && is_x86_feature_detected!("avx512f")
                    && is_x86_feature_detected!("avx512dq")
                    && is_x86_feature_detected!("avx512vl")
            }
            #[cfg(not(target_arch = "x86_64"))]
            Instructions::Avx2 | Instructions::Avx512 => false,
        }
    }

    /// The widest set that this processor has.
    pub fn widest() -> Instructions {
        let [mut widest, wider @ ..] = Instructions::ALL;
        for set in wider {
            if set.available() {
                widest = set;
            }
        }
        widest
    }
}

/// Does a piece of work with a set of instructions, or with the common ones where the processor
/// lacks it.
pub fn run<W: Work>(instructions: Instructions, work: W) -> W::Output {
    #[cfg(target_arch = "x86_64")]
    {
        #[target_feature(enable = "avx2")]
        fn with_avx2<W: Work>(work: W) -> W::Output {
            work.run::<true>()
        }
        #[target_feature(enable = "avx2,avx512f,avx512dq,avx512vl")]
        fn with_avx512<W: Work>(work: W) -> W::Output {
            work.run::<true>()
        }
        if instructions == Instructions::Avx512 && instructions.available() {
            #[allow(unsafe_code, reason = "only where the processor has the instructions")]
            // SAFETY: the processor has every feature that the function is compiled for.
            return unsafe { with_avx512(work) };
        }
        if instructions == Instructions::Avx2 && instructions.available() {
            #[allow(unsafe_code, reason = "only where the processor has the instructions")]
            // SAFETY: the processor has every feature that the function is compiled for.
            return unsafe { with_avx2(work) };
        }
    }
    let _ = instructions;
    // Every 64-bit Arm rounds; of x86-64 the common part does not.
    if cfg!(target_arch = "aarch64") {
        work.run::<true>()
    } else {
        work.run::<false>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Rounded([f64; 8]);

    impl Work for Rounded {
        type Output = (Vec<f64>, bool);

        #[inline(always)]
        fn run<const ROUNDS: bool>(self) -> (Vec<f64>, bool) {
            let rounded = self.0.map(|value| (value / 3.0 + 0.1).ceil());
            (rounded.to_vec(), ROUNDS)
        }
    }

    #[test]
    fn every_set_does_the_same_work() {
        let values = [0.1, 1.0, -2.5, 3.0, 1e9, 7.7, 1e-300, 4e15];
        let expected: Vec<f64> = values.iter().map(|v| (v / 3.0 + 0.1_f64).ceil()).collect();
        for set in Instructions::ALL {
            let (rounded, rounds) = run(set, Rounded(values));
            assert_eq!(rounded, expected, "{set:?}");
            let wide = set != Instructions::Common && set.available();
            assert_eq!(rounds, wide || cfg!(target_arch = "aarch64"), "{set:?}");
        }
        assert!(Instructions::widest().available());
    }
}

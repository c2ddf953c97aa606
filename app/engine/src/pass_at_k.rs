//! How likely one of `k` samples passes, estimated from `n` samples of which `c` passed.

use crate::finance::FinanceError;

/// The unbiased estimate of pass@k: `1 − C(n−c, k) ÷ C(n, k)`.
///
/// Chen et al. 2021, *Evaluating Large Language Models Trained on Code*, section 2.1.
/// The quotient is a product of `min(c, k)` factors, added as logarithms: no factorial, no overflow, and
/// no loss of small chances.
/// With fewer failures than `k` (`n − c < k`) every draw of `k` holds a pass, and the answer is 1; with
/// none passed it is 0. The estimate is unbiased only for `k ≤ n`: for a larger `k` only
/// those two answers are left, and whoever shows them says that `k` is beyond what was sampled.
///
/// # Errors
/// If more samples passed than there were, or there were none.
pub fn pass_at_k(samples: u64, passed: u64, k: u64) -> Result<f64, FinanceError> {
    check(samples, passed)?;
    if passed == 0 || k == 0 {
        return Ok(0.0);
    }
    if samples - passed < k {
        return Ok(1.0);
    }
    // C(n−c,k)/C(n,k) = Π_{i<k} (1 − c/(n−i)) = Π_{i<c} (1 − k/(n−i)): take the shorter product.
    let (factors, taken) = if k < passed { (k, passed) } else { (passed, k) };
    let mut log_none_passes = 0.0;
    for index in 0..factors {
        log_none_passes += libm::log1p(-(taken as f64) / (samples - index) as f64);
        // From here on the answer is 1 to the last digit, so that no input takes long.
        if log_none_passes < -40.0 {
            return Ok(1.0);
        }
    }
    Ok(-libm::expm1(log_none_passes))
}

/// What pass@k would be if the share that passed were the true chance: `1 − (1 − c/n)^k`.
///
/// Biased low for `k > 1`; here only to show by how much.
///
/// # Errors
/// If more samples passed than there were, or there were none.
pub fn naive_pass_at_k(samples: u64, passed: u64, k: u64) -> Result<f64, FinanceError> {
    check(samples, passed)?;
    if passed == 0 || k == 0 {
        return Ok(0.0);
    }
    if passed == samples {
        return Ok(1.0);
    }
    let log_fails = libm::log1p(-(passed as f64) / samples as f64);
    Ok(-libm::expm1(k as f64 * log_fails))
}

fn check(samples: u64, passed: u64) -> Result<(), FinanceError> {
    if samples == 0 {
        return Err(FinanceError::NotPositive {
            what: "the number of samples",
            value: 0.0,
        });
    }
    if passed > samples {
        return Err(FinanceError::PartExceedsWhole {
            part: passed,
            whole: samples,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn agrees_with_counting_for_every_small_case() {
        fn choose(n: u64, k: u64) -> f64 {
            (0..k).fold(1.0, |product, i| product * (n - i) as f64 / (i + 1) as f64)
        }
        for n in 1..=12_u64 {
            for c in 0..=n {
                for k in 1..=n {
                    let none = if n - c < k {
                        0.0
                    } else {
                        choose(n - c, k) / choose(n, k)
                    };
                    let got = pass_at_k(n, c, k).unwrap();
                    assert!((got - (1.0 - none)).abs() < 1e-14, "{n} {c} {k}: {got}");
                }
            }
        }
    }

    #[test]
    fn huge_counts_neither_overflow_nor_take_long() {
        let rare = pass_at_k(1_000_000_000_000, 1, 1).unwrap();
        assert!((rare / 1e-12 - 1.0).abs() < 1e-14);
        assert_eq!(pass_at_k(u64::MAX, u64::MAX / 2, u64::MAX / 4), Ok(1.0));
    }

    #[test]
    fn edges() {
        assert_eq!(pass_at_k(5, 0, 9), Ok(0.0));
        assert_eq!(pass_at_k(5, 1, 9), Ok(1.0));
        assert_eq!(pass_at_k(5, 3, 0), Ok(0.0));
        assert_eq!(naive_pass_at_k(5, 5, 1), Ok(1.0));
        assert!(pass_at_k(5, 6, 1).is_err());
        assert!(pass_at_k(0, 0, 1).is_err());
    }
}

//! A Latin hypercube, one input at a time.

use super::stream::Stream;

/// Where in its stratum a point lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Placement {
    /// Anywhere, by chance: averages are unbiased.
    #[default]
    Random,
    /// In the middle: the smoothest average for one input, with a small bias.
    Middle,
}

/// The points of one input between 0 and 1: one in each of `count` strata of equal width, in an
/// order of its own.
///
/// The points depend on seed, id and count only, so that other inputs may come, go, move or be
/// renamed without any effect on them.
/// The points of several inputs under the same seed make a Latin hypercube, because their orders
/// are independent.
///
/// # Source
/// McKay, Beckman and Conover 1979, "A Comparison of Three Methods for Selecting Values of Input
/// Variables", Technometrics 21(2).
pub fn latin_hypercube(seed: u64, input_id: &str, count: u32, placement: Placement) -> Vec<f64> {
    let mut stream = Stream::new(seed, input_id);
    let mut strata: Vec<u32> = (0..count).collect();
    for last in (1..strata.len()).rev() {
        let other = stream.below(last as u64 + 1) as usize;
        strata.swap(last, other);
    }
    strata
        .into_iter()
        .map(|stratum| {
            let inside = match placement {
                Placement::Random => jitter(&mut stream),
                Placement::Middle => 0.5,
            };
            (f64::from(stratum) + inside) / f64::from(count)
        })
        .collect()
}

/// A number between 0 and 1 in steps of 2⁻²⁸, so coarse that with up to 2²³ strata rounding
/// cannot lift a point into the next one.
fn jitter(stream: &mut Stream) -> f64 {
    ((stream.bits() >> 36) as f64 + 0.5) * (1.0 / 268_435_456.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stratum_holds_exactly_one_point() {
        for count in [1, 2, 3, 7, 10, 1000, 4099, 1 << 20] {
            for placement in [Placement::Random, Placement::Middle] {
                let points = latin_hypercube(42, "price", count, placement);
                let mut seen = vec![false; count as usize];
                for point in points {
                    assert!(point > 0.0 && point < 1.0);
                    let stratum = (point * f64::from(count)) as usize;
                    assert!(!seen[stratum], "{count} {stratum}");
                    seen[stratum] = true;
                }
                assert!(seen.into_iter().all(|seen| seen));
            }
        }
        assert_eq!(latin_hypercube(1, "x", 0, Placement::Random), []);
    }

    #[test]
    fn inputs_are_unrelated_and_seeds_matter() {
        let count = 10_000;
        let one = latin_hypercube(1, "a", count, Placement::Random);
        let other = latin_hypercube(1, "b", count, Placement::Random);
        let covariance = one
            .iter()
            .zip(&other)
            .map(|(x, y)| (x - 0.5) * (y - 0.5))
            .sum::<f64>()
            / f64::from(count);
        assert!((12.0 * covariance).abs() < 0.04, "{covariance}");
        assert_ne!(one, latin_hypercube(2, "a", count, Placement::Random));
        assert_eq!(one, latin_hypercube(1, "a", count, Placement::Random));
    }
}

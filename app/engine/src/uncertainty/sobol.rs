//! The Sobol' sequence, one dimension at a time, plain or Owen-scrambled.

use super::sobol_directions::{INITIAL_NUMBERS, POLYNOMIALS};
use super::stream::mixed;

/// How many dimensions there are direction numbers for.
pub const MOST_DIMENSIONS: usize = POLYNOMIALS.len();

/// A dimension beyond those that there are direction numbers for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the Sobol' sequence has {MOST_DIMENSIONS} dimensions here, and number {0} was asked for")]
pub struct NoSuchDimension(pub usize);

/// One dimension of the Sobol' sequence, in Gray-code order.
///
/// # Source
/// Sobol' 1967; Antonov and Saleev 1979 for the order; Joe and Kuo 2008 for the direction numbers
/// and the recurrence (their "Notes on generating Sobol' sequences").
#[derive(Debug, Clone)]
pub struct SobolDimension {
    directions: [u32; BITS],
}

/// Digits in base 2.
const BITS: usize = 32;

impl SobolDimension {
    /// Dimension number `dimension`, the first being 0.
    ///
    /// # Errors
    /// [`NoSuchDimension`] from [`MOST_DIMENSIONS`] on.
    pub fn new(dimension: usize) -> Result<SobolDimension, NoSuchDimension> {
        let polynomial = POLYNOMIALS
            .get(dimension)
            .copied()
            .ok_or(NoSuchDimension(dimension))?;
        let mut directions: [u32; BITS] = std::array::from_fn(|place| 1 << (BITS - 1 - place));
        let degree = degree_of(polynomial);
        if degree > 0 {
            let start: usize = POLYNOMIALS[..dimension].iter().map(|&p| degree_of(p)).sum();
            for (place, number) in INITIAL_NUMBERS[start..start + degree].iter().enumerate() {
                directions[place] = u32::from(*number) << (BITS - 1 - place);
            }
            for place in degree..BITS {
                let far = directions[place - degree];
                let mut number = far ^ (far >> degree);
                for step in 1..degree {
                    if polynomial >> (degree - step) & 1 == 1 {
                        number ^= directions[place - step];
                    }
                }
                directions[place] = number;
            }
        }
        Ok(SobolDimension { directions })
    }

    /// The first `count` points, from 0 on, below 1.
    pub fn points(&self, count: u32) -> Vec<f64> {
        self.digits(0, count)
            .map(|digits| f64::from(digits) * STEP)
            .collect()
    }

    /// The first `count` points, Owen-scrambled by a hash of `seed`: each point is uniform between
    /// 0 and 1, neither of which it ever is, and any 2ᵏ points that begin at a multiple of 2ᵏ still
    /// lie one in each of 2ᵏ strata.
    ///
    /// Different dimensions need different seeds: see [`scrambled_sobol`].
    ///
    /// # Source
    /// Owen 1995, "Randomly Permuted (t,m,s)-Nets and (t,s)-Sequences"; the hash is that of Laine and
    /// Karras 2011 with the constants of Burley 2020, "Practical Hash-based Owen Scrambling", Journal
    /// of Computer Graphics Techniques 9(4).
    pub fn scrambled_points(&self, seed: u64, count: u32) -> Vec<f64> {
        self.scrambled_block(seed, 0, count)
    }

    /// `count` of the points of [`scrambled_points`](Self::scrambled_points) from number `start` on,
    /// so that many points can be taken block by block.
    pub fn scrambled_block(&self, seed: u64, start: u32, count: u32) -> Vec<f64> {
        let seed = (mixed(seed) >> 32) as u32;
        self.digits(start, count)
            .map(|digits| (f64::from(scrambled(digits, seed)) + 0.5) * STEP)
            .collect()
    }

    /// The binary digits of each point, the first the most significant.
    fn digits(&self, start: u32, count: u32) -> impl Iterator<Item = u32> {
        let gray = start ^ (start >> 1);
        let mut digits = (0..BITS)
            .filter(|place| gray >> place & 1 == 1)
            .fold(0, |digits, place| digits ^ self.directions[place]);
        (0..count).map(move |step| {
            if step > 0 {
                // Neighbours in Gray-code order differ in one digit of the index.
                digits ^= self.directions[(start + step).trailing_zeros() as usize];
            }
            digits
        })
    }
}

/// The first `count` points of a dimension, scrambled by a seed that all dimensions share.
///
/// # Errors
/// [`NoSuchDimension`] from [`MOST_DIMENSIONS`] on.
pub fn scrambled_sobol(
    seed: u64,
    dimension: usize,
    count: u32,
) -> Result<Vec<f64>, NoSuchDimension> {
    Ok(SobolDimension::new(dimension)?.scrambled_points(own_seed(seed, dimension), count))
}

/// The seed of one dimension from a seed that all dimensions share.
pub fn own_seed(seed: u64, dimension: usize) -> u64 {
    mixed(seed ^ mixed(dimension as u64))
}

const STEP: f64 = 1.0 / 4_294_967_296.0;

fn degree_of(polynomial: u16) -> usize {
    polynomial.checked_ilog2().unwrap_or(0) as usize
}

/// Permutes each binary digit in a way that depends on the digits before it.
///
/// The multipliers are even, so that in the reversed number a digit acts on later ones only.
fn scrambled(digits: u32, seed: u32) -> u32 {
    let mut x = digits.reverse_bits().wrapping_add(seed);
    for multiplier in [0x6c50_b47c, 0xb82f_1e52, 0xc7af_e638, 0x8d22_f6e6] {
        x ^= x.wrapping_mul(multiplier);
    }
    x.reverse_bits()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let numbers: usize = POLYNOMIALS.iter().map(|&p| degree_of(p)).sum();
        assert_eq!(numbers, INITIAL_NUMBERS.len());
        let last = SobolDimension::new(MOST_DIMENSIONS - 1).unwrap();
        assert_eq!(last.points(2), [0.0, 0.5]);
        assert_eq!(
            SobolDimension::new(MOST_DIMENSIONS).unwrap_err(),
            NoSuchDimension(MOST_DIMENSIONS)
        );
    }

    #[test]
    fn every_dimension_fills_every_stratum_plain_and_scrambled() {
        for dimension in [0, 1, 2, 17, 255, 1000, MOST_DIMENSIONS - 1] {
            let plain = SobolDimension::new(dimension).unwrap();
            for count in [1_u32, 2, 64, 1024] {
                let sets = [
                    plain.points(count),
                    plain.scrambled_points(9, count),
                    scrambled_sobol(3, dimension, count).unwrap(),
                ];
                for points in sets {
                    let mut strata: Vec<u32> = points
                        .iter()
                        .map(|point| (point * f64::from(count)) as u32)
                        .collect();
                    strata.sort_unstable();
                    assert!(
                        strata.into_iter().eq(0..count),
                        "dimension {dimension}, {count}"
                    );
                }
            }
        }
    }

    #[test]
    fn blocks_make_up_the_whole() {
        let dimension = SobolDimension::new(37).unwrap();
        let whole = dimension.scrambled_points(4, 1000);
        for start in [0, 1, 7, 512, 999] {
            let block = dimension.scrambled_block(4, start, 1000 - start);
            assert_eq!(block, whole[start as usize..], "{start}");
        }
    }

    #[test]
    fn pairs_of_dimensions_stay_a_net_after_scrambling() {
        // The first two dimensions are a (0, m, 2)-net: every box of area 2⁻⁸ holds one of 256.
        let count = 256;
        let (x, y) = (
            scrambled_sobol(11, 0, count).unwrap(),
            scrambled_sobol(11, 1, count).unwrap(),
        );
        for power in 0..=8 {
            let (across, down) = (1_u32 << power, 256_u32 >> power);
            let mut boxes: Vec<u32> = x
                .iter()
                .zip(&y)
                .map(|(x, y)| (x * f64::from(across)) as u32 * down + (y * f64::from(down)) as u32)
                .collect();
            boxes.sort_unstable();
            assert!(boxes.into_iter().eq(0..256), "{across} by {down}");
        }
    }

    #[test]
    fn scrambling_by_another_seed_is_another_sample_of_the_same_mean() {
        let count = 4096;
        let one = scrambled_sobol(1, 5, count).unwrap();
        let other = scrambled_sobol(2, 5, count).unwrap();
        assert_ne!(one, other);
        for points in [one, other] {
            let mean = points.iter().sum::<f64>() / f64::from(count);
            assert!((mean - 0.5).abs() < 1e-4, "{mean}");
            assert!(points.iter().all(|point| *point > 0.0 && *point < 1.0));
        }
    }
}

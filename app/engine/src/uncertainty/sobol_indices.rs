//! Which input the spread of a result comes from: Sobol' indices by picking and freezing.

/// The share of a result's variance that comes from each input.
#[derive(Debug, Clone, PartialEq)]
pub struct SobolIndices {
    /// Mean of the result.
    pub mean: f64,
    /// Variance of the result.
    pub variance: f64,
    /// Of each input: the share of the variance that goes away when it alone is known.
    /// May come out slightly below zero for an input without influence.
    pub first: Vec<f64>,
    /// Of each input: the share of the variance that is left when all others are known.
    pub total: Vec<f64>,
}

/// The results of a run in which inputs are picked and frozen.
///
/// Two independent samples of all inputs are evaluated, and for each input a third one: the first
/// sample with that one input taken from the second. All lists have the same length, best a power
/// of two from a Sobol' sequence of twice as many dimensions as there are inputs: two scrambles of
/// the same dimension would not be independent.
#[derive(Debug, Clone, Copy)]
pub struct PickFreeze<'a> {
    /// Results of the first sample.
    pub base: &'a [f64],
    /// Results of the second sample.
    pub other: &'a [f64],
    /// For each input: results of the first sample with this input taken from the second.
    pub exchanged: &'a [Vec<f64>],
}

/// Why no indices come out of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IndicesFault {
    /// Lists are of different length or hold fewer than two results.
    #[error("the samples must be of equal length and hold two results or more")]
    Unequal,
    /// A result is no finite number.
    #[error("a result is no finite number")]
    NotFinite,
    /// The result never varies: there is nothing to share out.
    #[error("the result does not vary")]
    NoSpread,
}

impl PickFreeze<'_> {
    /// First-order and total indices.
    ///
    /// # Errors
    /// [`IndicesFault`] where samples are unequal or not finite, or the result never varies.
    ///
    /// # Source
    /// Saltelli et al. 2010, "Variance based sensitivity analysis of model output", Computer Physics
    /// Communications 181, table 2: (b) for the first order, Jansen's (f) for the total.
    pub fn indices(&self) -> Result<SobolIndices, IndicesFault> {
        let count = self.base.len();
        let equal = self.exchanged.iter().all(|list| list.len() == count);
        if count < 2 || self.other.len() != count || !equal {
            return Err(IndicesFault::Unequal);
        }
        let lists = [self.base, self.other].into_iter();
        if !lists
            .chain(self.exchanged.iter().map(Vec::as_slice))
            .flatten()
            .all(|value| value.is_finite())
        {
            return Err(IndicesFault::NotFinite);
        }
        let both = || self.base.iter().chain(self.other);
        let mean = average(both().copied(), 2 * count);
        let variance = average(
            both().map(|value| (value - mean) * (value - mean)),
            2 * count,
        );
        if variance <= 0.0 {
            return Err(IndicesFault::NoSpread);
        }
        let pairs = |exchanged: &[f64], term: fn(f64, f64, f64) -> f64| {
            let terms = self.base.iter().zip(self.other).zip(exchanged).map(
                move |((base, other), exchanged)| {
                    // Centred, because the products of large results lose their digits.
                    term(base - mean, other - mean, exchanged - mean)
                },
            );
            average(terms, count) / variance
        };
        let over_inputs = |term: fn(f64, f64, f64) -> f64| {
            self.exchanged
                .iter()
                .map(|list| pairs(list, term))
                .collect()
        };
        Ok(SobolIndices {
            mean,
            variance,
            first: over_inputs(|base, other, exchanged| other * (exchanged - base)),
            total: over_inputs(|base, _, exchanged| 0.5 * (base - exchanged) * (base - exchanged)),
        })
    }
}

fn average(values: impl Iterator<Item = f64>, count: usize) -> f64 {
    values.sum::<f64>() / count as f64
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::uncertainty::sobol::scrambled_sobol;

    fn run(
        inputs: usize,
        count: u32,
        model: fn(&[f64]) -> f64,
    ) -> Result<SobolIndices, IndicesFault> {
        let column = |dimension| scrambled_sobol(5, dimension, count).unwrap();
        let first: Vec<Vec<f64>> = (0..inputs).map(column).collect();
        let second: Vec<Vec<f64>> = (inputs..2 * inputs).map(column).collect();
        let results = |pick: &dyn Fn(usize) -> bool| -> Vec<f64> {
            (0..count as usize)
                .map(|draw| {
                    let point: Vec<f64> = (0..inputs)
                        .map(|input| {
                            if pick(input) {
                                second[input][draw]
                            } else {
                                first[input][draw]
                            }
                        })
                        .collect();
                    model(&point)
                })
                .collect()
        };
        let exchanged: Vec<Vec<f64>> = (0..inputs)
            .map(|input| results(&|other| other == input))
            .collect();
        PickFreeze {
            base: &results(&|_| false),
            other: &results(&|_| true),
            exchanged: &exchanged,
        }
        .indices()
    }

    #[test]
    fn a_sum_shares_out_its_variance_and_a_product_adds_an_interaction() {
        let sum = run(2, 4096, |x| 1e6 + x[0] + 2.0 * x[1]).unwrap();
        for (got, want) in sum.first.iter().chain(&sum.total).zip([0.2, 0.8, 0.2, 0.8]) {
            assert!((got - want).abs() < 2e-3, "{sum:?}");
        }
        let product = run(3, 4096, |x| (x[0] - 0.5) * (x[1] - 0.5)).unwrap();
        for (got, want) in product
            .first
            .iter()
            .chain(&product.total)
            .zip([0.0, 0.0, 0.0, 1.0, 1.0, 0.0])
        {
            assert!((got - want).abs() < 1e-2, "{product:?}");
        }
    }

    #[test]
    fn what_cannot_be_shared_out_is_said() {
        assert_eq!(run(2, 64, |_| 3.0), Err(IndicesFault::NoSpread));
        assert_eq!(run(2, 1, |x| x[0]), Err(IndicesFault::Unequal));
        assert_eq!(
            run(1, 64, |x| 1.0 / (x[0] - x[0])),
            Err(IndicesFault::NotFinite)
        );
    }
}

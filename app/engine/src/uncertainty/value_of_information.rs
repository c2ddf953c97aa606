//! What it is worth to find out a quantity, or several, before choosing.

use super::odds::quantiles;
use super::ranges::streams;
use super::regret::{in_the_running, net_benefits, standard_error};
use super::sample::Sample;

/// What finding out one quantity is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantityValue {
    /// The quantity, by its place in the sample; of several on one stream, the first.
    pub quantity: usize,
    /// Expected value of partial perfect information in USD; never negative.
    pub evppi_usd: f64,
    /// Its standard error in USD.
    pub standard_error_usd: f64,
}

/// Quantiles of a quantity at which its spline may bend.
///
/// # Source
/// Harrell 2015, *Regression Modeling Strategies*, table 2.3, for six knots.
const KNOTS: [f64; 6] = [0.05, 0.23, 0.41, 0.59, 0.77, 0.95];

/// Most quantities of a group for which the regression takes products of pairs.
const MOST_IN_PAIRS: usize = 12;

/// Least share of its own length that a column of the regression must have left beside the others.
const INDEPENDENT: f64 = 1e-9;

/// What to find out next on cost alone: the quantities by falling value of knowing them, ties in
/// the order of their ids.
///
/// Quantities on one stream are at the same share in every draw, so that who knows one knows all.
/// The standard error is that of the mean gain over the draws when the fitted rule is followed,
/// to first order that of the estimate, because a fitted rule maximises.
pub fn what_to_find_out(sample: &Sample) -> Vec<QuantityValue> {
    let benefits = net_benefits(sample, &in_the_running(sample));
    let mut list: Vec<QuantityValue> = streams(&sample.quantities)
        .into_iter()
        .filter(|(_, places)| {
            let mut stream = sample.quantities[places.clone()].iter();
            stream.any(|quantity| quantity.moves_costs)
        })
        .map(|(_, places)| {
            let (evppi_usd, standard_error_usd) = evppi(&sample.values[places.start], &benefits);
            QuantityValue {
                quantity: places.start,
                evppi_usd,
                standard_error_usd,
            }
        })
        .collect();
    list.sort_by(|one, other| other.evppi_usd.total_cmp(&one.evppi_usd));
    list
}

/// The value of knowing a quantity and its standard error, from its value and the net benefit of
/// each option in every draw.
///
/// Nought where there are fewer than two options, or where the fitted rule never leaves the
/// option that is best without it.
///
/// The net benefit of each option is regressed on the quantity by a natural cubic spline; the
/// fitted values stand for what one would expect of the option once the quantity is known.
///
/// # Source
/// Strong, Oakley and Brennan 2014, "Estimating Multiparameter Partial Expected Value of Perfect
/// Information from a Probabilistic Sensitivity Analysis Sample: A Nonparametric Regression
/// Approach", Medical Decision Making 34(3).
pub fn evppi(values: &[f64], benefits: &[Vec<f64>]) -> (f64, f64) {
    evppi_by(values, &Gains::of(benefits))
}

/// Does what [`evppi`] does, for several quantities over the same options.
pub fn evppi_by(values: &[f64], gains: &Gains) -> (f64, f64) {
    if values.is_empty() || gains.lists.len() < 2 {
        return (0.0, 0.0);
    }
    let mut columns = Columns::of_draws(values.len());
    columns.push_spline(values);
    gains.of_fit(&columns)
}

/// The value of knowing several quantities at once and its standard error; none where `go_on` says
/// no.
///
/// The regression adds the splines of the single quantities and, up to twelve of them, the product
/// of every pair: what acts together in other ways than pair by pair is missed, and the more
/// quantities there are, the more of the noise is fitted, which makes the value too high where
/// draws are few.
///
/// # Source
/// As [`evppi`], whose authors propose such additive models for groups.
pub fn evppi_of_group(
    values: &[&[f64]],
    benefits: &[Vec<f64>],
    go_on: &mut dyn FnMut() -> bool,
) -> Option<(f64, f64)> {
    let count = values.first().map_or(0, |list| list.len());
    if count == 0 || benefits.len() < 2 {
        return Some((0.0, 0.0));
    }
    let mut columns = Columns::of_draws(count);
    for list in values {
        if !go_on() {
            return None;
        }
        columns.push_spline(list);
    }
    if values.len() <= MOST_IN_PAIRS {
        for (place, one) in values.iter().enumerate() {
            if !go_on() {
                return None;
            }
            for other in &values[place + 1..] {
                if let (Some(one), Some(other)) = (centred(one), centred(other)) {
                    let product = one.iter().zip(&other).map(|(a, b)| a * b);
                    columns.push(product.collect());
                }
            }
        }
    }
    go_on().then(|| Gains::of(benefits).of_fit(&columns))
}

/// What each option gains over the one that is best on average, by draw: what does not tell the
/// options apart drops out.
#[derive(Debug, Clone)]
pub struct Gains {
    lists: Vec<Vec<f64>>,
    best: usize,
}

impl Gains {
    /// The gains from the net benefit of each option in every draw.
    pub fn of(benefits: &[Vec<f64>]) -> Gains {
        let mean = |list: &Vec<f64>| list.iter().sum::<f64>() / list.len() as f64;
        let best = best_of(benefits.iter().map(mean));
        let gain = |list: &Vec<f64>| {
            let pairs = list.iter().zip(&benefits[best]);
            pairs.map(|(one, other)| one - other).collect()
        };
        Gains {
            lists: benefits.iter().map(gain).collect(),
            best,
        }
    }

    /// The mean gain when in every draw the option with the highest fitted benefit is chosen, and
    /// its standard error.
    fn of_fit(&self, columns: &Columns) -> (f64, f64) {
        let count = self.lists[self.best].len();
        // Where nothing is gained there is no reason to leave the best option.
        let mut most = vec![0.0; count];
        let mut rule = vec![self.best; count];
        for (option, gain) in self.lists.iter().enumerate() {
            if option == self.best {
                continue;
            }
            for ((fitted, most), rule) in columns.fit(gain).iter().zip(&mut most).zip(&mut rule) {
                if fitted > most {
                    (*most, *rule) = (*fitted, option);
                }
            }
        }
        let expected: f64 = most.iter().sum();
        let followed = rule
            .iter()
            .enumerate()
            .map(|(draw, option)| self.lists[*option][draw]);
        (expected / count as f64, standard_error(followed))
    }
}

fn best_of(values: impl Iterator<Item = f64>) -> usize {
    let (mut best, mut most) = (0, f64::NEG_INFINITY);
    for (place, value) in values.enumerate() {
        if value > most {
            (best, most) = (place, value);
        }
    }
    best
}

/// Columns of length one, at right angles to each other: what a regression is made on.
///
/// # Source
/// Modified Gram-Schmidt, twice, for the angles.
struct Columns(Vec<Vec<f64>>);

impl Columns {
    /// The constant alone.
    fn of_draws(count: usize) -> Columns {
        let mut columns = Columns(Vec::new());
        columns.push(vec![1.0; count]);
        columns
    }

    /// Adds the natural cubic splines of a quantity.
    ///
    /// # Source
    /// Hastie, Tibshirani and Friedman 2009, *The Elements of Statistical Learning*, equations 5.4
    /// and 5.5, for the basis.
    fn push_spline(&mut self, values: &[f64]) {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if low == high {
            return;
        }
        let scaled: Vec<f64> = values
            .iter()
            .map(|value| (value - low) / (high - low))
            .collect();
        let mut knots = quantiles(&mut scaled.clone(), KNOTS).to_vec();
        knots.dedup();
        self.push(scaled.clone());
        let [inner @ .., before_last, last] = knots.as_slice() else {
            return;
        };
        let cube = |x: f64| if x > 0.0 { x * x * x } else { 0.0 };
        let bend = |x: f64, knot: f64| (cube(x - knot) - cube(x - last)) / (last - knot);
        for knot in inner {
            let column = scaled
                .iter()
                .map(|x| bend(*x, *knot) - bend(*x, *before_last));
            self.push(column.collect());
        }
    }

    /// Adds what a column has beside the others, unless that is nothing but rounding.
    fn push(&mut self, mut column: Vec<f64>) {
        let before = libm::sqrt(dot(&column, &column));
        for _ in 0..2 {
            for other in &self.0 {
                let along = dot(&column, other);
                for (value, other) in column.iter_mut().zip(other) {
                    *value -= along * other;
                }
            }
        }
        let length = libm::sqrt(dot(&column, &column));
        if length > before * INDEPENDENT {
            column.iter_mut().for_each(|value| *value /= length);
            self.0.push(column);
        }
    }

    /// The part of a list that lies in the span of the columns: the fit by least squares.
    fn fit(&self, list: &[f64]) -> Vec<f64> {
        let mut fitted = vec![0.0; list.len()];
        for column in &self.0 {
            let along = dot(list, column);
            for (value, other) in fitted.iter_mut().zip(column) {
                *value += along * other;
            }
        }
        fitted
    }
}

/// Values less their mean, in units of their own length; none where they never vary.
fn centred(values: &[f64]) -> Option<Vec<f64>> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let centred: Vec<f64> = values.iter().map(|value| value - mean).collect();
    let length = libm::sqrt(dot(&centred, &centred));
    (length > 0.0).then(|| centred.iter().map(|value| value / length).collect())
}

/// Sums side by side: one alone waits for each addition before the next.
const SUMS: usize = 8;

fn dot(one: &[f64], other: &[f64]) -> f64 {
    let (ones, others) = (one.chunks_exact(SUMS), other.chunks_exact(SUMS));
    let rest = ones.remainder().iter().zip(others.remainder());
    let rest: f64 = rest.map(|(a, b)| a * b).sum();
    let mut sums = [0.0; SUMS];
    for (one, other) in ones.zip(others) {
        for ((sum, a), b) in sums.iter_mut().zip(one).zip(other) {
            *sum += a * b;
        }
    }
    sums.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::uncertainty::latin_hypercube::{Placement, latin_hypercube};
    use crate::uncertainty::special::{normal_cdf, normal_density, normal_quantile};

    fn normal(id: &str, count: u32) -> Vec<f64> {
        let shares = latin_hypercube(3, id, count, Placement::Random);
        shares.into_iter().map(normal_quantile).collect()
    }

    /// Difference of two options linear in normal inputs: the unit normal loss function is exact.
    #[test]
    fn linear_normal_cases_come_out_as_the_formula_says() {
        let count = 10_000;
        let inputs = [normal("a", count), normal("b", count), normal("c", count)];
        let coefficients = [3.0, 1.5, 0.0];
        let mean = 1.0;
        let difference: Vec<f64> = (0..count as usize)
            .map(|draw| {
                let terms = inputs.iter().zip(coefficients);
                mean + terms
                    .map(|(input, factor)| input[draw] * factor)
                    .sum::<f64>()
            })
            .collect();
        let nothing = vec![0.0; count as usize];
        for (input, factor) in inputs.iter().zip(coefficients) {
            let (found, error) = evppi(input, &[difference.clone(), nothing.clone()]);
            let exact = if factor == 0.0 {
                0.0
            } else {
                let z = mean / factor;
                factor * (normal_density(z) - z * (1.0 - normal_cdf(z)))
            };
            assert!(
                (found - exact).abs() < 3.0 * error + 0.005,
                "{factor}: {found} {exact} {error}"
            );
            assert!(error < 0.03, "{error}");
        }
    }

    #[test]
    fn a_group_is_worth_what_its_sum_is_and_a_product_is_seen() {
        let count = 10_000;
        let (a, b) = (normal("a", count), normal("b", count));
        let noise = normal("c", count);
        let nothing = vec![0.0; count as usize];
        let with = |model: &dyn Fn(f64, f64) -> f64| -> Vec<f64> {
            let pairs = a.iter().zip(&b).zip(&noise);
            pairs.map(|((a, b), c)| model(*a, *b) + c).collect()
        };
        let go_on: &mut dyn FnMut() -> bool = &mut || true;
        let sum = [with(&|a, b| 1.0 + 3.0 * a + 4.0 * b), nothing.clone()];
        let (found, error) = evppi_of_group(&[&a, &b], &sum, go_on).unwrap();
        let z = 1.0 / 5.0;
        let exact = 5.0 * (normal_density(z) - z * (1.0 - normal_cdf(z)));
        assert!(
            (found - exact).abs() < 3.0 * error,
            "{found} {exact} {error}"
        );
        // E max(0, xy) of two independent normal values is 1/π; neither says anything alone.
        let product = [with(&|a, b| a * b), nothing];
        let (found, error) = evppi_of_group(&[&a, &b], &product, go_on).unwrap();
        let exact = 1.0 / std::f64::consts::PI;
        assert!(
            (found - exact).abs() < 3.0 * error,
            "{found} {exact} {error}"
        );
        assert!(evppi(&a, &product).0 < 0.2 * exact);
        // What is known twice is worth no more than once.
        let (twice, _) = evppi_of_group(&[&a, &a], &product, go_on).unwrap();
        assert!(twice < 0.2 * exact, "{twice}");
        assert_eq!(evppi_of_group(&[&a, &b], &sum, &mut || false), None);
        assert_eq!(evppi_of_group(&[], &sum, go_on), Some((0.0, 0.0)));
    }

    #[test]
    fn steps_and_constants_do_no_harm() {
        let count = 4_000;
        let coin: Vec<f64> = normal("coin", count)
            .iter()
            .map(|z| f64::from(u8::from(*z > 0.0)))
            .collect();
        let risky: Vec<f64> = coin.iter().map(|side| 4.0 * side - 1.0).collect();
        let safe = vec![0.5; count as usize];
        // Knowing the coin: 3 or 0.5 instead of 1 on average.
        let (found, _) = evppi(&coin, &[risky.clone(), safe.clone()]);
        assert!((found - 0.75).abs() < 1e-6, "{found}");
        assert_eq!(
            evppi(&vec![5.0; count as usize], &[risky.clone(), safe]),
            (0.0, 0.0)
        );
        assert_eq!(evppi(&coin, &[risky]), (0.0, 0.0));
        assert_eq!(evppi(&[], &[vec![], vec![]]), (0.0, 0.0));
    }
}

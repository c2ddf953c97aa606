//! Shapes of uncertain inputs, each by its quantile function.

use super::special::{beta_quantile, normal_quantile};

/// Standard normal quantile of 0.9.
const Z90: f64 = 1.281_551_565_544_600_4;

/// How an uncertain input is distributed.
#[derive(Debug, Clone, PartialEq)]
pub enum Distribution {
    /// Always the same.
    Point(f64),
    /// Every value between two bounds equally likely.
    Uniform {
        /// Lower bound.
        low: f64,
        /// Upper bound.
        high: f64,
    },
    /// A triangle over two bounds.
    Triangular {
        /// Lower bound.
        low: f64,
        /// Most likely value.
        mode: f64,
        /// Upper bound.
        high: f64,
    },
    /// A smooth hump over two bounds: the beta distribution with λ = 4.
    Pert {
        /// Lower bound.
        low: f64,
        /// Most likely value.
        mode: f64,
        /// Upper bound.
        high: f64,
    },
    /// The normal distribution.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// A value whose logarithm is normal.
    Lognormal {
        /// Mean of the logarithm.
        log_mean: f64,
        /// Standard deviation of the logarithm.
        log_sd: f64,
    },
    /// Two halves of normal distributions joined at the median, through three quantiles.
    TwoPiece {
        /// The value below which one in ten falls.
        p10: f64,
        /// The median.
        p50: f64,
        /// The value above which one in ten falls.
        p90: f64,
    },
    /// A few values with their chances.
    Discrete {
        /// Values, each with its chance; chances sum to one.
        cases: Vec<(f64, f64)>,
    },
}

/// Why a distribution cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum ShapeFault {
    /// A figure is no finite number.
    #[error("a range needs finite numbers")]
    NotFinite,
    /// Low, middle and high do not rise.
    #[error("a range needs low, middle and high in rising order: {low}, {middle}, {high}")]
    NotRising {
        /// The low figure.
        low: f64,
        /// The middle figure.
        middle: f64,
        /// The high figure.
        high: f64,
    },
    /// A spread is negative.
    #[error("a spread cannot be negative, and {0} is")]
    NegativeSpread(f64),
    /// A value that must be positive is not.
    #[error("this shape takes positive values only, and {0} is not")]
    NotPositive(f64),
    /// A chance is negative.
    #[error("a chance cannot be negative, and {0} is")]
    NegativeChance(f64),
    /// Chances do not sum to one.
    #[error("chances must sum to one, and these sum to {0}")]
    ChancesSum(f64),
    /// There is no case to choose from.
    #[error("there must be at least one case")]
    NoCases,
    /// Low and high are not the smallest and the largest case.
    #[error("low and high must be the smallest and the largest case, {low} and {high}")]
    CasesEnds {
        /// The smallest case.
        low: f64,
        /// The largest case.
        high: f64,
    },
    /// A normal distribution is to have bounds.
    #[error("a normal distribution has no bounds, only percentiles")]
    NormalBounds,
    /// A lognormal distribution is to have bounds.
    #[error("a lognormal distribution has no bounds, only percentiles")]
    LognormalBounds,
    /// A trigen, the triangle by its percentiles, is to have bounds.
    #[error("a trigen is a triangle by its percentiles, not its bounds")]
    TrigenBounds,
    /// Percentiles do not enclose the mode.
    #[error("no triangle passes through these percentiles")]
    NoTriangle,
}

impl Distribution {
    /// The shape that passes through P10, P50 and P90.
    ///
    /// # Errors
    /// [`ShapeFault`] unless they are finite and do not fall.
    pub fn two_piece(p10: f64, p50: f64, p90: f64) -> Result<Distribution, ShapeFault> {
        rising(p10, p50, p90)?;
        Ok(Distribution::TwoPiece { p10, p50, p90 })
    }

    /// A triangle.
    ///
    /// # Errors
    /// [`ShapeFault`] unless bounds and mode are finite and do not fall.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Result<Distribution, ShapeFault> {
        rising(low, mode, high)?;
        Ok(Distribution::Triangular { low, mode, high })
    }

    /// A PERT distribution with λ = 4.
    ///
    /// # Errors
    /// [`ShapeFault`] unless bounds and mode are finite and do not fall.
    pub fn pert(low: f64, mode: f64, high: f64) -> Result<Distribution, ShapeFault> {
        rising(low, mode, high)?;
        Ok(Distribution::Pert { low, mode, high })
    }

    /// A uniform distribution.
    ///
    /// # Errors
    /// [`ShapeFault`] unless the bounds are finite and do not fall.
    pub fn uniform(low: f64, high: f64) -> Result<Distribution, ShapeFault> {
        rising(low, low, high)?;
        Ok(Distribution::Uniform { low, high })
    }

    /// The uniform distribution with these P10 and P90: it goes an eighth of their distance beyond
    /// each.
    ///
    /// # Errors
    /// [`ShapeFault`] unless both are finite and do not fall.
    pub fn uniform_from_p10_p90(p10: f64, p90: f64) -> Result<Distribution, ShapeFault> {
        rising(p10, p10, p90)?;
        let beyond = (p90 - p10) / 8.0;
        Distribution::uniform(p10 - beyond, p90 + beyond)
    }

    /// The PERT distribution with these P10 and P90 and this mode (λ = 4).
    ///
    /// The shape depends only on where the mode stands between the bounds, as a share `m` of their
    /// distance; the right `m` is the one at which the mode stands at the same share of the way
    /// from P10 to P90 as the given one. It is found by bisection.
    ///
    /// # Errors
    /// [`ShapeFault`] unless percentiles and mode are finite and do not fall.
    pub fn pert_from_p10_p90(p10: f64, mode: f64, p90: f64) -> Result<Distribution, ShapeFault> {
        rising(p10, mode, p90)?;
        let distance = p90 - p10;
        if distance == 0.0 {
            return Distribution::pert(p10, mode, p90);
        }
        let percentiles = |m: f64| {
            let (a, b) = (1.0 + 4.0 * m, 5.0 - 4.0 * m);
            (beta_quantile(0.1, a, b), beta_quantile(0.9, a, b))
        };
        let wanted = (mode - p10) / distance;
        let (mut short, mut long) = (0.0, 1.0);
        for _ in 0..60 {
            let middle = 0.5 * (short + long);
            let (low, high) = percentiles(middle);
            if (middle - low) / (high - low) < wanted {
                short = middle;
            } else {
                long = middle;
            }
        }
        let (low, high) = percentiles(0.5 * (short + long));
        let width = distance / (high - low);
        let lower = p10 - width * low;
        // Rounding may leave a mode that stands at a bound a bit beyond it.
        let (lower, upper) = (lower.min(mode), (lower + width).max(mode));
        Distribution::pert(lower, mode, upper)
    }

    /// A normal distribution.
    ///
    /// # Errors
    /// [`ShapeFault`] unless both figures are finite and the spread is not negative.
    pub fn normal(mean: f64, sd: f64) -> Result<Distribution, ShapeFault> {
        if !(mean.is_finite() && sd.is_finite()) {
            return Err(ShapeFault::NotFinite);
        }
        if sd < 0.0 {
            return Err(ShapeFault::NegativeSpread(sd));
        }
        Ok(Distribution::Normal { mean, sd })
    }

    /// The normal distribution with these P10 and P90; its median is halfway between them.
    ///
    /// # Errors
    /// [`ShapeFault`] unless both are finite and do not fall.
    pub fn normal_from_p10_p90(p10: f64, p90: f64) -> Result<Distribution, ShapeFault> {
        rising(p10, p10, p90)?;
        Distribution::normal(0.5 * (p10 + p90), (p90 - p10) / (2.0 * Z90))
    }

    /// The lognormal distribution with these P10 and P90; its median is their geometric mean.
    ///
    /// # Errors
    /// [`ShapeFault`] unless both are finite, positive and do not fall.
    pub fn lognormal_from_p10_p90(p10: f64, p90: f64) -> Result<Distribution, ShapeFault> {
        rising(p10, p10, p90)?;
        if p10 <= 0.0 {
            return Err(ShapeFault::NotPositive(p10));
        }
        let (low, high) = (libm::log(p10), libm::log(p90));
        Ok(Distribution::Lognormal {
            log_mean: 0.5 * (low + high),
            log_sd: (high - low) / (2.0 * Z90),
        })
    }

    /// The triangle with these percentiles and mode ("trigen").
    ///
    /// The bounds solve `(x_low − a)² = p_low (c − a)(m − a)` and its mirror image, by fixed-point
    /// steps on the width.
    ///
    /// # Errors
    /// [`ShapeFault`] where no triangle passes through them.
    pub fn trigen(
        p_low: f64,
        x_low: f64,
        mode: f64,
        p_high: f64,
        x_high: f64,
    ) -> Result<Distribution, ShapeFault> {
        rising(x_low, mode, x_high)?;
        let q_high = 1.0 - p_high;
        if !(p_low > 0.0 && q_high > 0.0 && p_low + q_high < 1.0) || x_low >= x_high {
            return Err(ShapeFault::NoTriangle);
        }
        let (low, high) = trigen_bounds(p_low, x_low, mode, q_high, x_high);
        let fits = low.is_finite() && high.is_finite() && low <= x_low && high >= x_high;
        if fits {
            Distribution::triangular(low, mode, high)
        } else {
            Err(ShapeFault::NoTriangle)
        }
    }

    /// A few values with their chances.
    ///
    /// # Errors
    /// [`ShapeFault`] unless there is a value, all are finite, and chances are not negative and
    /// sum to one within 1e-9.
    pub fn discrete(mut cases: Vec<(f64, f64)>) -> Result<Distribution, ShapeFault> {
        if cases.is_empty() {
            return Err(ShapeFault::NoCases);
        }
        let finite = |case: &(f64, f64)| case.0.is_finite() && case.1.is_finite();
        if !cases.iter().all(finite) {
            return Err(ShapeFault::NotFinite);
        }
        if let Some((_, chance)) = cases.iter().find(|(_, chance)| *chance < 0.0) {
            return Err(ShapeFault::NegativeChance(*chance));
        }
        let sum: f64 = cases.iter().map(|(_, chance)| chance).sum();
        if (sum - 1.0).abs() > 1e-9 {
            return Err(ShapeFault::ChancesSum(sum));
        }
        cases.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        Ok(Distribution::Discrete { cases })
    }

    /// The value below which a share `p` of draws falls.
    pub fn quantile(&self, p: f64) -> f64 {
        match self {
            Distribution::Point(value) => *value,
            Distribution::Uniform { low, high } => low + p * (high - low),
            Distribution::Triangular { low, mode, high } => {
                triangular_quantile(p, *low, *mode, *high)
            }
            Distribution::Pert { low, mode, high } => {
                let width = high - low;
                if width == 0.0 {
                    return *low;
                }
                let a = 1.0 + 4.0 * (mode - low) / width;
                let b = 1.0 + 4.0 * (high - mode) / width;
                low + width * beta_quantile(p, a, b)
            }
            Distribution::Normal { mean, sd } => match *sd {
                0.0 => *mean,
                sd => mean + sd * normal_quantile(p),
            },
            Distribution::Lognormal { log_mean, log_sd } => match *log_sd {
                0.0 => libm::exp(*log_mean),
                sd => libm::exp(log_mean + sd * normal_quantile(p)),
            },
            Distribution::TwoPiece { p10, p50, p90 } => {
                let z = normal_quantile(p);
                let side = if z < 0.0 { p50 - p10 } else { p90 - p50 };
                if side == 0.0 {
                    *p50
                } else {
                    p50 + side * (z / Z90)
                }
            }
            Distribution::Discrete { cases } => discrete_quantile(p, cases),
        }
    }

    /// The share of draws below a value, the inverse of [`quantile`](Self::quantile) as far as it
    /// has one: of values that many shares give, the largest share; found by bisection.
    pub fn share_below(&self, value: f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if self.quantile(middle) <= value {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        match self {
            Distribution::Point(value) => *value,
            Distribution::Uniform { low, high } => 0.5 * (low + high),
            Distribution::Triangular { low, mode, high } => (low + mode + high) / 3.0,
            Distribution::Pert { low, mode, high } => (low + 4.0 * mode + high) / 6.0,
            Distribution::Normal { mean, .. } => *mean,
            Distribution::Lognormal { log_mean, log_sd } => {
                libm::exp(log_mean + 0.5 * log_sd * log_sd)
            }
            // Each half has the mean of a half-normal distribution, √(2/π) spreads from the median.
            Distribution::TwoPiece { p10, p50, p90 } => {
                let half_normal_mean = libm::sqrt(2.0 / std::f64::consts::PI);
                p50 + 0.5 * half_normal_mean * ((p90 - p50) - (p50 - p10)) / Z90
            }
            Distribution::Discrete { cases } => {
                cases.iter().map(|(value, chance)| value * chance).sum()
            }
        }
    }

    /// The standard deviation.
    pub fn standard_deviation(&self) -> f64 {
        match self {
            Distribution::Point(_) => 0.0,
            Distribution::Uniform { low, high } => (high - low) / libm::sqrt(12.0),
            Distribution::Triangular { low, mode, high } => {
                let sum =
                    low * low + mode * mode + high * high - low * mode - low * high - mode * high;
                libm::sqrt(if sum > 0.0 { sum } else { 0.0 } / 18.0)
            }
            Distribution::Pert { low, high, .. } => {
                let mean = self.mean();
                libm::sqrt((mean - low) * (high - mean) / 7.0)
            }
            Distribution::Normal { sd, .. } => *sd,
            Distribution::Lognormal { log_sd, .. } => {
                self.mean() * libm::sqrt(libm::expm1(log_sd * log_sd))
            }
            Distribution::TwoPiece { p10, p50, p90 } => {
                let (below, above) = ((p50 - p10) / Z90, (p90 - p50) / Z90);
                let shift = self.mean() - p50;
                libm::sqrt(0.5 * (below * below + above * above) - shift * shift)
            }
            Distribution::Discrete { cases } => {
                let mean = self.mean();
                let square = |value: f64| (value - mean) * (value - mean);
                libm::sqrt(
                    cases
                        .iter()
                        .map(|(value, chance)| square(*value) * chance)
                        .sum(),
                )
            }
        }
    }
}

fn rising(low: f64, middle: f64, high: f64) -> Result<(), ShapeFault> {
    if !(low.is_finite() && middle.is_finite() && high.is_finite()) {
        return Err(ShapeFault::NotFinite);
    }
    if low <= middle && middle <= high {
        Ok(())
    } else {
        Err(ShapeFault::NotRising { low, middle, high })
    }
}

fn triangular_quantile(p: f64, low: f64, mode: f64, high: f64) -> f64 {
    let width = high - low;
    if width == 0.0 {
        return low;
    }
    let turn = (mode - low) / width;
    if p < turn {
        low + libm::sqrt(p * width * (mode - low))
    } else {
        high - libm::sqrt((1.0 - p) * width * (high - mode))
    }
}

fn discrete_quantile(p: f64, cases: &[(f64, f64)]) -> f64 {
    let mut sum = 0.0;
    for (value, chance) in cases {
        sum += chance;
        if p <= sum {
            return *value;
        }
    }
    cases.last().map_or(f64::NAN, |(value, _)| *value)
}

/// Bounds of a triangle through two percentiles, by bisection on its width.
///
/// For a width `w` the low bound solves `(x_low − a)² = p_low w (m − a)`, which is quadratic in
/// `a`, and so does the high one; the right width is the distance between the two.
fn trigen_bounds(p_low: f64, x_low: f64, mode: f64, q_high: f64, x_high: f64) -> (f64, f64) {
    let reach = |p: f64, distance: f64, width: f64| {
        // (d)² = p w (d + mode distance) with d the distance beyond the percentile.
        let half = 0.5 * p * width;
        half + libm::sqrt(half * half + p * width * distance)
    };
    let bounds = |width: f64| {
        let low = x_low - reach(p_low, mode - x_low, width);
        let high = x_high + reach(q_high, x_high - mode, width);
        (low, high)
    };
    let excess = |width: f64| {
        let (low, high) = bounds(width);
        high - low - width
    };
    let mut short = x_high - x_low;
    let mut long = short;
    while excess(long) > 0.0 && long.is_finite() {
        long *= 2.0;
    }
    for _ in 0..200 {
        let middle = 0.5 * (short + long);
        if excess(middle) > 0.0 {
            short = middle;
        } else {
            long = middle;
        }
    }
    bounds(0.5 * (short + long))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_two_piece_shape_keeps_all_three_figures() {
        let shape = Distribution::two_piece(10.0, 12.0, 40.0).unwrap();
        for (p, value) in [(0.1, 10.0), (0.5, 12.0), (0.9, 40.0)] {
            assert!((shape.quantile(p) - value).abs() < 1e-12, "{p}");
        }
    }

    #[test]
    fn published_quantiles_are_met() {
        let triangle = Distribution::triangular(10.0, 20.0, 50.0).unwrap();
        assert!((triangle.quantile(0.05) - 14.472_135_955).abs() < 1e-9);
        assert!((triangle.standard_deviation() - 8.498_365_855_988).abs() < 1e-9);
        let trigen = Distribution::trigen(0.1, 15.0, 22.0, 0.9, 40.0).unwrap();
        let Distribution::Triangular { low, high, .. } = trigen else {
            unreachable!()
        };
        assert!((low - 6.734_551_555_112).abs() < 1e-9, "{low}");
        assert!((high - 51.487_667_221_35).abs() < 1e-9, "{high}");
    }

    #[test]
    fn percentiles_that_are_given_are_met() {
        let cases = [
            (10.0, 12.0, 40.0),
            (10.0, 10.0, 40.0),
            (10.0, 40.0, 40.0),
            (-3.0, 0.0, 1.0),
            (1e6, 1.5e6, 9e6),
        ];
        for (p10, base, p90) in cases {
            let mut shapes = vec![
                Distribution::uniform_from_p10_p90(p10, p90).unwrap(),
                Distribution::normal_from_p10_p90(p10, p90).unwrap(),
                Distribution::pert_from_p10_p90(p10, base, p90).unwrap(),
                Distribution::trigen(0.1, p10, base, 0.9, p90).unwrap(),
            ];
            if p10 > 0.0 {
                shapes.push(Distribution::lognormal_from_p10_p90(p10, p90).unwrap());
            }
            for shape in shapes {
                for (share, value) in [(0.1, p10), (0.9, p90)] {
                    let found = shape.quantile(share);
                    assert!(
                        (found - value).abs() < 1e-9 * (p90 - p10),
                        "{shape:?} {share} {found}"
                    );
                    let back = shape.share_below(found);
                    assert!((back - share).abs() < 1e-9, "{shape:?} {back}");
                }
                if let Distribution::Pert { mode, .. } = shape {
                    assert_eq!(mode, base);
                }
            }
        }
    }

    #[test]
    fn moments_agree_with_the_quantiles() {
        let shapes = [
            Distribution::uniform(1.0, 3.0).unwrap(),
            Distribution::triangular(1.0, 1.0, 6.0).unwrap(),
            Distribution::pert(5.0, 6.0, 12.0).unwrap(),
            Distribution::two_piece(1.0, 2.0, 6.0).unwrap(),
            Distribution::lognormal_from_p10_p90(1.0, 4.0).unwrap(),
            Distribution::discrete(vec![(3.0, 0.25), (1.0, 0.75)]).unwrap(),
        ];
        for shape in shapes {
            let count = 200_000;
            let points: Vec<f64> = (0..count)
                .map(|place| shape.quantile((f64::from(place) + 0.5) / f64::from(count)))
                .collect();
            let mean = points.iter().sum::<f64>() / f64::from(count);
            let square =
                points.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / f64::from(count);
            assert!((mean / shape.mean() - 1.0).abs() < 1e-4, "{shape:?} {mean}");
            assert!(
                (square.sqrt() / shape.standard_deviation() - 1.0).abs() < 2e-3,
                "{shape:?}"
            );
        }
    }

    #[test]
    fn quantiles_never_fall() {
        let shapes = [
            Distribution::pert(0.0, 0.0, 1.0).unwrap(),
            Distribution::triangular(2.0, 2.0, 2.0).unwrap(),
            Distribution::two_piece(1.0, 1.0, 1.0).unwrap(),
            Distribution::normal(0.0, 0.0).unwrap(),
        ];
        for shape in shapes {
            let points: Vec<f64> = (1..1000)
                .map(|place| shape.quantile(f64::from(place) / 1000.0))
                .collect();
            assert!(
                points.windows(2).all(|pair| pair[0] <= pair[1]),
                "{shape:?}"
            );
            assert!(points.iter().all(|point| point.is_finite()));
        }
    }

    #[test]
    fn bad_shapes_are_named() {
        assert!(Distribution::two_piece(3.0, 2.0, 4.0).is_err());
        assert!(Distribution::pert(0.0, f64::NAN, 1.0).is_err());
        assert!(Distribution::normal(0.0, -1.0).is_err());
        assert!(Distribution::lognormal_from_p10_p90(0.0, 1.0).is_err());
        assert_eq!(
            Distribution::discrete(vec![(1.0, 0.5)]),
            Err(ShapeFault::ChancesSum(0.5))
        );
        assert_eq!(
            Distribution::discrete(vec![(1.0, -0.5), (2.0, 1.5)]),
            Err(ShapeFault::NegativeChance(-0.5))
        );
        assert_eq!(Distribution::discrete(vec![]), Err(ShapeFault::NoCases));
        assert!(Distribution::trigen(0.6, 1.0, 2.0, 0.5, 3.0).is_err());
    }
}

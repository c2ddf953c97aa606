//! Closed forms for normal figures, which the sampled estimates of the engine are held against.
//! No screen has use for them, so they stand here.

use weighbridge_engine::uncertainty::special::{normal_cdf, normal_density};

/// What a choice between two loses on average if their difference is normal:
/// `s·(φ(z) − z·Φ(−z))` with `z = |mean|/s` (Raiffa and Schlaifer 1961).
pub(super) fn expected_loss(mean: f64, sd: f64) -> f64 {
    if sd == 0.0 {
        return 0.0;
    }
    let z = mean.abs() / sd;
    // Far out the difference of the two terms is rounding.
    (sd * (normal_density(z) - z * normal_cdf(-z))).max(0.0)
}

/// The chance that a normal figure is above zero; a half for a certain zero.
pub(super) fn positive_chance(mean: f64, sd: f64) -> f64 {
    if sd > 0.0 {
        return normal_cdf(mean / sd);
    }
    match mean.partial_cmp(&0.0) {
        Some(std::cmp::Ordering::Greater) => 1.0,
        Some(std::cmp::Ordering::Less) => 0.0,
        _ => 0.5,
    }
}

/// Which of several independent normal figures is highest.
pub(super) struct Highest {
    /// How likely each is the highest.
    pub(super) chances: Vec<f64>,
    /// The mean of the highest less the highest mean.
    pub(super) gain: f64,
}

/// Integrates piece by piece between points that no density changes much between.
/// Figures without spread matter only where all others are below the highest of them.
pub(super) fn highest(means: &[f64], sds: &[f64]) -> Highest {
    let top = means.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let certain = |place: &usize| sds[*place] == 0.0;
    let places: Vec<usize> = (0..means.len()).collect();
    let (fixed, spread): (Vec<usize>, Vec<usize>) = places.iter().partition(|place| certain(place));
    let floor = fixed
        .iter()
        .map(|place| means[*place])
        .fold(f64::NEG_INFINITY, f64::max);
    let below = |x: f64, but: Option<usize>| -> f64 {
        spread
            .iter()
            .filter(|place| Some(**place) != but)
            .map(|place| normal_cdf((x - means[*place]) / sds[*place]))
            .product()
    };
    let mut cuts: Vec<f64> = spread
        .iter()
        .flat_map(|place| {
            (-18..=18).map(|half| means[*place] + 0.5 * f64::from(half) * sds[*place])
        })
        .filter(|cut| *cut > floor)
        .collect();
    if floor.is_finite() {
        cuts.push(floor);
    }
    cuts.sort_by(f64::total_cmp);
    let nodes = legendre_nodes();
    let mut chances = vec![0.0; means.len()];
    let mut gain = 0.0;
    for pair in cuts.windows(2) {
        let (middle, half) = (0.5 * (pair[0] + pair[1]), 0.5 * (pair[1] - pair[0]));
        for (node, weight) in &nodes {
            let x = middle + half * node;
            for place in &spread {
                let density = normal_density((x - means[*place]) / sds[*place]) / sds[*place];
                let mass = half * weight * density * below(x, Some(*place));
                chances[*place] += mass;
                gain += mass * (x - top);
            }
        }
    }
    if floor.is_finite() {
        let all_below = below(floor, None);
        gain += all_below * (floor - top);
        let tied: Vec<&usize> = fixed
            .iter()
            .filter(|place| means[**place] == floor)
            .collect();
        for place in &tied {
            chances[**place] = all_below / tied.len() as f64;
        }
    }
    Highest {
        chances,
        gain: gain.max(0.0),
    }
}

/// Places and weights of Gauss–Legendre integration over −1 to 1, by Newton's method.
fn legendre_nodes() -> Vec<(f64, f64)> {
    const ORDER: usize = 16;
    let order = ORDER as f64;
    (0..ORDER)
        .map(|index| {
            let mut x = (std::f64::consts::PI * (index as f64 + 0.75) / (order + 0.5)).cos();
            let mut slope = 1.0;
            for _ in 0..100 {
                let (mut value, mut before) = (x, 1.0);
                for degree in 2..=ORDER {
                    let d = degree as f64;
                    (value, before) = (
                        ((2.0 * d - 1.0) * x * value - (d - 1.0) * before) / d,
                        value,
                    );
                }
                slope = order * (x * value - before) / (x * x - 1.0);
                let step = value / slope;
                x -= step;
                if step.abs() < 1e-15 {
                    break;
                }
            }
            (x, 2.0 / ((1.0 - x * x) * slope * slope))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certain_figures_and_far_ones() {
        let found = highest(&[1.0, 3.0, 3.0], &[0.0; 3]);
        assert_eq!((found.chances, found.gain), (vec![0.0, 0.5, 0.5], 0.0));
        let found = highest(&[0.0, 0.0], &[0.0, 1.0]);
        assert!((found.chances[0] - 0.5).abs() < 1e-12);
        assert!((found.gain - normal_density(0.0)).abs() < 1e-12);
        // Very different spreads: the narrow one decides only near its mean.
        let found = highest(&[0.0, 0.0], &[1e-3, 1.0]);
        assert!((found.chances.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let sd = (1.0_f64 + 1e-6).sqrt();
        assert!((found.gain - expected_loss(0.0, sd)).abs() < 1e-10);
    }
}

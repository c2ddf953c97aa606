//! A small picture of how an uncertain input is distributed, for beside its figure.

use weighbridge_engine::uncertainty::Distribution;

/// The shares between which the picture runs: what lies beyond is rarer than one in a hundred on each side.
const ENDS: (f64, f64) = (0.01, 0.99);
/// Steps of probability; even, so that the median is one of their borders.
const STEPS: usize = 96;
/// Neighbouring densities that differ by more than this share are drawn as a step.
const JUMP: f64 = 0.08;

/// The outline of a density over the range that holds nearly all of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    /// The value at the left edge.
    pub low: f64,
    /// The value at the right edge.
    pub high: f64,
    /// From left to right: a share of the width, and a share of the height of the highest place.
    pub outline: Vec<[f64; 2]>,
    /// Single values that have a chance of their own: a share of the width, and a share of the height of the
    /// likeliest.
    pub spikes: Vec<[f64; 2]>,
    /// P10, the median and P90, each as a share of the width.
    pub ticks: [f64; 3],
    /// P10, the median and P90.
    pub quantiles: [f64; 3],
}

impl Density {
    /// The picture of a distribution.
    ///
    /// The density between two quantiles is the probability between them over their distance, which needs nothing
    /// of a shape but its quantile function.
    #[must_use]
    pub fn of(distribution: &Distribution) -> Density {
        let quantiles = [0.1, 0.5, 0.9].map(|share| distribution.quantile(share));
        match distribution {
            Distribution::Point(value) => spikes(&[(*value, 1.0)], quantiles),
            Distribution::Discrete { cases } => spikes(cases, quantiles),
            _ => hump(distribution, quantiles),
        }
    }
}

fn hump(distribution: &Distribution, quantiles: [f64; 3]) -> Density {
    let step = (ENDS.1 - ENDS.0) / STEPS as f64;
    let borders: Vec<f64> = (0..=STEPS)
        .map(|place| distribution.quantile(ENDS.0 + step * place as f64))
        .collect();
    let (low, high) = (borders[0], borders[STEPS]);
    // Too near to each other to be told apart: one value in all but name.
    if high.is_nan() || low.is_nan() || high - low <= high.abs().max(low.abs()) * 1e-12 {
        return spikes(&[(quantiles[1], 1.0)], quantiles);
    }
    let densities: Vec<f64> = borders
        .windows(2)
        .map(|pair| match pair[1] - pair[0] {
            distance if distance > 0.0 => step / distance,
            _ => 0.0,
        })
        .collect();
    let highest = densities.iter().copied().fold(0.0, f64::max);
    let across = |value: f64| ((value - low) / (high - low)).clamp(0.0, 1.0);
    let up = |density: f64| density / highest;
    let mut outline = vec![[0.0, up(densities[0])]];
    for (place, density) in densities.iter().enumerate() {
        let (from, to) = (borders[place], borders[place + 1]);
        if place > 0 {
            let before = densities[place - 1];
            // At the median, where halves of different widths meet.
            if place == STEPS / 2 && (density - before).abs() > JUMP * density.max(before) {
                outline.push([across(from), up(before)]);
                outline.push([across(from), up(*density)]);
            }
        }
        outline.push([across((from + to) / 2.0), up(*density)]);
    }
    outline.push([1.0, up(densities[STEPS - 1])]);
    Density {
        low,
        high,
        outline,
        spikes: Vec::new(),
        ticks: quantiles.map(across),
        quantiles,
    }
}

fn spikes(cases: &[(f64, f64)], quantiles: [f64; 3]) -> Density {
    let low = cases
        .iter()
        .map(|(value, _)| *value)
        .fold(f64::INFINITY, f64::min);
    let high = cases
        .iter()
        .map(|(value, _)| *value)
        .fold(f64::NEG_INFINITY, f64::max);
    let likeliest = cases.iter().map(|(_, chance)| *chance).fold(0.0, f64::max);
    let across = |value: f64| match high > low {
        true => ((value - low) / (high - low)).clamp(0.0, 1.0),
        false => 0.5,
    };
    Density {
        low,
        high,
        outline: Vec::new(),
        spikes: cases
            .iter()
            .map(|(value, chance)| [across(*value), chance / likeliest.max(f64::MIN_POSITIVE)])
            .collect(),
        ticks: quantiles.map(across),
        quantiles,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn area(outline: &[[f64; 2]]) -> f64 {
        outline
            .windows(2)
            .map(|pair| (pair[1][0] - pair[0][0]) * (pair[0][1] + pair[1][1]) / 2.0)
            .sum()
    }

    /// Where the outline is highest, as a share of the width.
    fn peak(density: &Density) -> f64 {
        let highest = density.outline.iter().max_by(|a, b| a[1].total_cmp(&b[1]));
        highest.unwrap()[0]
    }

    #[test]
    fn a_flat_range_is_flat_and_a_triangle_peaks_at_its_mode() {
        let flat = Density::of(&Distribution::uniform(2.0, 6.0).unwrap());
        assert!(flat.outline.iter().all(|at| (at[1] - 1.0).abs() < 1e-9));
        assert!((area(&flat.outline) - 1.0).abs() < 1e-9);
        assert!((flat.ticks[1] - 0.5).abs() < 1e-12);

        let triangle = Density::of(&Distribution::triangular(0.0, 2.0, 10.0).unwrap());
        let mode = (2.0 - triangle.low) / (triangle.high - triangle.low);
        assert!((peak(&triangle) - mode).abs() < 0.03);
    }

    #[test]
    fn halves_of_different_width_meet_in_a_step_at_the_median() {
        let density = Density::of(&Distribution::two_piece(90.0, 100.0, 140.0).unwrap());
        let median = density.ticks[1];
        let at_median: Vec<f64> = density
            .outline
            .iter()
            .filter(|at| (at[0] - median).abs() < 1e-9)
            .map(|at| at[1])
            .collect();
        // The left half is four times as narrow, so four times as high.
        assert_eq!(at_median.len(), 2, "{at_median:?}");
        assert!(
            (at_median[0] / at_median[1] - 4.0).abs() < 0.1,
            "{at_median:?}"
        );
    }

    #[test]
    fn every_shape_stays_in_its_frame_and_rises_to_its_edge() {
        let shapes = [
            Distribution::normal(5.0, 2.0).unwrap(),
            Distribution::lognormal_from_p10_p90(1.0, 50.0).unwrap(),
            Distribution::pert(0.0, 1.0, 9.0).unwrap(),
            Distribution::pert(3.0, 3.0, 3.0).unwrap(),
            Distribution::normal(5.0, 0.0).unwrap(),
            Distribution::Point(4.0),
            Distribution::discrete(vec![(1.0, 0.2), (2.0, 0.5), (8.0, 0.3)]).unwrap(),
        ];
        for shape in shapes {
            let density = Density::of(&shape);
            let marks = density.outline.iter().chain(&density.spikes);
            let highest = marks.clone().map(|at| at[1]).fold(0.0, f64::max);
            assert!((highest - 1.0).abs() < 1e-9, "{shape:?}");
            assert!(
                marks.flatten().all(|share| (0.0..=1.0).contains(share)),
                "{shape:?}"
            );
            assert!(
                density
                    .outline
                    .windows(2)
                    .all(|pair| pair[0][0] <= pair[1][0])
            );
            let [p10, p50, p90] = density.ticks;
            assert!(
                (0.0..=p50).contains(&p10) && p90 >= p50 && p90 <= 1.0,
                "{shape:?}"
            );
        }
    }
}

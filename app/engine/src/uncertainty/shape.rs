//! From a figure with its range to a distribution, and why that may fail.

use weighbridge_units::{Arg, Message};

use super::distribution::{Distribution, ShapeFault};
use crate::figure::{Figure, Range, RangeReading, RangeShape};

/// The distribution of a figure; a point where it has no range or the range has no width.
///
/// Ends read as percentiles are met exactly by every shape; the figure itself is the median of the
/// usual shape and the mode of the triangle, the trigen and PERT.
/// Uniform, normal and lognormal follow from the ends alone; with them, as with cases, the figure
/// counts only where no draws are taken.
///
/// # Errors
/// [`ShapeFault`] where low, value and high do not rise, or the shape cannot have these ends.
pub fn distribution(figure: &Figure) -> Result<Distribution, ShapeFault> {
    match &figure.range {
        None => Ok(Distribution::Point(figure.value)),
        Some(range) => of_range(figure.value, range),
    }
}

fn of_range(value: f64, range: &Range) -> Result<Distribution, ShapeFault> {
    let (low, high) = (range.low, range.high);
    // Every shape asks for this, also those that do not use the figure.
    Distribution::two_piece(low, value, high)?;
    if let RangeShape::Cases(cases) = &range.shape {
        return of_cases(cases, low, high);
    }
    if low == high {
        return Ok(Distribution::Point(value));
    }
    use RangeReading::{Bounds, Percentiles10And90 as Percentiles};
    match (&range.shape, range.reading) {
        (RangeShape::Usual, Percentiles) => Distribution::two_piece(low, value, high),
        (RangeShape::Usual | RangeShape::Pert, Bounds) => Distribution::pert(low, value, high),
        (RangeShape::Pert, Percentiles) => Distribution::pert_from_p10_p90(low, value, high),
        (RangeShape::Uniform, Percentiles) => Distribution::uniform_from_p10_p90(low, high),
        (RangeShape::Uniform, Bounds) => Distribution::uniform(low, high),
        (RangeShape::Triangular | RangeShape::Trigen, Percentiles) => {
            Distribution::trigen(0.1, low, value, 0.9, high)
        }
        (RangeShape::Triangular, Bounds) => Distribution::triangular(low, value, high),
        (RangeShape::Normal, Percentiles) => Distribution::normal_from_p10_p90(low, high),
        (RangeShape::Lognormal, Percentiles) => Distribution::lognormal_from_p10_p90(low, high),
        (RangeShape::Normal, Bounds) => Err(ShapeFault::NormalBounds),
        (RangeShape::Lognormal, Bounds) => Err(ShapeFault::LognormalBounds),
        (RangeShape::Trigen, Bounds) => Err(ShapeFault::TrigenBounds),
        (RangeShape::Cases(cases), _) => of_cases(cases, low, high),
    }
}

fn of_cases(cases: &[(f64, f64)], low: f64, high: f64) -> Result<Distribution, ShapeFault> {
    let shape = Distribution::discrete(cases.to_vec())?;
    let values = cases.iter().map(|(value, _)| *value);
    let smallest = values.clone().fold(f64::INFINITY, f64::min);
    let largest = values.fold(f64::NEG_INFINITY, f64::max);
    if smallest != low || largest != high {
        return Err(ShapeFault::CasesEnds {
            low: smallest,
            high: largest,
        });
    }
    if smallest == largest {
        return Ok(Distribution::Point(smallest));
    }
    Ok(shape)
}

impl RangeShape {
    /// The stable key, used in message keys and files.
    pub const fn key(&self) -> &'static str {
        match self {
            RangeShape::Usual => "usual",
            RangeShape::Uniform => "uniform",
            RangeShape::Triangular => "triangular",
            RangeShape::Pert => "pert",
            RangeShape::Normal => "normal",
            RangeShape::Lognormal => "lognormal",
            RangeShape::Trigen => "trigen",
            RangeShape::Cases(_) => "cases",
        }
    }

    /// Whether ends that are bounds make sense for it.
    pub const fn takes_bounds(&self) -> bool {
        !matches!(
            self,
            RangeShape::Normal | RangeShape::Lognormal | RangeShape::Trigen
        )
    }
}

impl RangeReading {
    /// The stable key, used in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            RangeReading::Percentiles10And90 => "percentiles",
            RangeReading::Bounds => "bounds",
        }
    }
}

impl ShapeFault {
    /// The key of the sentence to show where the ends of the range are read so.
    pub const fn key(&self, reading: RangeReading) -> &'static str {
        let percentiles = matches!(reading, RangeReading::Percentiles10And90);
        match *self {
            ShapeFault::NotFinite => "fault-range-not-finite",
            ShapeFault::NotRising { low, middle, high } => {
                match (high < low, middle < low, percentiles) {
                    (true, _, true) => "fault-range-high-below-low-percentiles",
                    (true, _, false) => "fault-range-high-below-low-bounds",
                    (false, true, true) => "fault-range-figure-below-low-percentiles",
                    (false, true, false) => "fault-range-figure-below-low-bounds",
                    (false, false, true) => "fault-range-figure-above-high-percentiles",
                    (false, false, false) => "fault-range-figure-above-high-bounds",
                }
            }
            ShapeFault::NegativeSpread(_) => "fault-range-negative-spread",
            ShapeFault::NotPositive(_) => "fault-range-not-positive",
            ShapeFault::NegativeChance(_) => "fault-range-negative-chance",
            ShapeFault::ChancesSum(_) => "fault-range-chances-sum",
            ShapeFault::NoCases => "fault-range-no-cases",
            ShapeFault::CasesEnds { .. } => "fault-range-cases-ends",
            ShapeFault::NormalBounds => "fault-range-needs-percentiles-normal",
            ShapeFault::LognormalBounds => "fault-range-needs-percentiles-lognormal",
            ShapeFault::TrigenBounds => "fault-range-needs-percentiles-trigen",
            ShapeFault::NoTriangle => "fault-range-no-triangle",
        }
    }

    /// The sentence to show at the field, where the ends of its range are read so.
    pub fn message(&self, reading: RangeReading) -> Message {
        let message = Message::new(self.key(reading));
        match *self {
            ShapeFault::NotRising { low, middle, high } => message
                .with("low", low)
                .with("middle", middle)
                .with("high", high),
            ShapeFault::CasesEnds { low, high } => message.with("low", low).with("high", high),
            ShapeFault::NegativeSpread(value) | ShapeFault::NotPositive(value) => {
                message.with("value", value)
            }
            ShapeFault::NegativeChance(value) => message.with("value", Arg::Percent(value)),
            ShapeFault::ChancesSum(sum) => message.with("sum", Arg::Percent(sum)),
            ShapeFault::NotFinite
            | ShapeFault::NoCases
            | ShapeFault::NormalBounds
            | ShapeFault::LognormalBounds
            | ShapeFault::TrigenBounds
            | ShapeFault::NoTriangle => message,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const READINGS: [RangeReading; 2] = [RangeReading::Percentiles10And90, RangeReading::Bounds];

    fn figure(
        low: f64,
        value: f64,
        high: f64,
        reading: RangeReading,
        shape: RangeShape,
    ) -> Result<Distribution, ShapeFault> {
        let range = Range {
            shape,
            ..Range::new(low, high, reading)
        };
        distribution(&Figure {
            range: Some(range),
            ..Figure::entered(value)
        })
    }

    #[test]
    fn every_shape_meets_its_ends_in_every_reading_that_it_takes() {
        let shapes = [
            RangeShape::Usual,
            RangeShape::Uniform,
            RangeShape::Triangular,
            RangeShape::Pert,
            RangeShape::Normal,
            RangeShape::Lognormal,
            RangeShape::Trigen,
        ];
        for shape in shapes {
            for reading in READINGS {
                let made = figure(2.0, 3.0, 7.0, reading, shape.clone());
                let shares = match reading {
                    RangeReading::Percentiles10And90 => [0.1, 0.9],
                    RangeReading::Bounds if !shape.takes_bounds() => {
                        let why = made.unwrap_err().key(reading);
                        let ending = format!("needs-percentiles-{}", shape.key());
                        assert!(why.ends_with(&ending), "{why}");
                        continue;
                    }
                    RangeReading::Bounds => [0.0, 1.0],
                };
                let made = made.unwrap();
                for (share, end) in shares.into_iter().zip([2.0, 7.0]) {
                    let found = made.quantile(share);
                    assert!((found - end).abs() < 1e-9, "{shape:?} {reading:?} {found}");
                }
            }
        }
    }

    #[test]
    fn cases_stand_between_the_ends_they_make() {
        let cases = RangeShape::Cases(vec![(8.0, 0.25), (2.0, 0.5), (3.0, 0.25)]);
        for reading in READINGS {
            let made = figure(2.0, 3.0, 8.0, reading, cases.clone()).unwrap();
            assert_eq!([0.3, 0.6, 0.9].map(|p| made.quantile(p)), [2.0, 3.0, 8.0]);
            let other = figure(1.0, 3.0, 8.0, reading, cases.clone());
            let (low, high) = (2.0, 8.0);
            assert_eq!(other, Err(ShapeFault::CasesEnds { low, high }));
        }
        let one = RangeShape::Cases(vec![(2.0, 1.0)]);
        let made = figure(2.0, 2.0, 2.0, RangeReading::Bounds, one);
        assert_eq!(made, Ok(Distribution::Point(2.0)));
    }

    #[test]
    fn each_fault_has_a_sentence_of_its_own() {
        let percentiles = RangeReading::Percentiles10And90;
        let cases = [
            (5.0, 5.0, 4.0, "fault-range-high-below-low-percentiles"),
            (2.0, 1.0, 4.0, "fault-range-figure-below-low-percentiles"),
            (2.0, 5.0, 4.0, "fault-range-figure-above-high-percentiles"),
        ];
        for (low, value, high, key) in cases {
            let fault = figure(low, value, high, percentiles, RangeShape::Normal).unwrap_err();
            assert_eq!(fault.message(percentiles).key, key);
        }
        let fault = figure(0.0, 1.0, 4.0, percentiles, RangeShape::Lognormal).unwrap_err();
        assert_eq!(fault, ShapeFault::NotPositive(0.0));
    }
}

//! Scales: the domain of an axis, its ticks, and the way from a value to a place.

use crate::numbers::{NumberStyle, Numbers, decimals_of_step};
use crate::{Axis, Scale};

/// Values beyond this are drawn as if they were this large, so that no sum overflows.
const LARGEST: f64 = 1e200;

/// An axis laid out on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisLayout {
    /// The quantity and its unit.
    pub label: String,
    /// How values map to lengths.
    pub scale: Scale,
    /// The values at both ends.
    pub domain: Domain,
    /// The sheet position of the domain's low end, in points.
    pub start: f64,
    /// The sheet position of the domain's high end, in points.
    pub end: f64,
    /// Ticks in rising order.
    pub ticks: Vec<Tick>,
}

/// The values between which an axis runs; `low < high`, and both positive on a logarithmic one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Domain {
    /// The low end.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

/// A tick of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where, in the data's unit.
    pub value: f64,
    /// Where, in points on the sheet.
    pub position: f64,
    /// What stands there.
    pub text: String,
}

impl AxisLayout {
    /// The sheet position of a value in points, held inside the axis; `None` where the scale has no place for it.
    #[must_use]
    pub fn position(&self, value: f64) -> Option<f64> {
        let fraction = self.domain.fraction(self.scale, value)?;
        Some(self.start + fraction.clamp(0.0, 1.0) * (self.end - self.start))
    }
}

impl Domain {
    /// The domain of the values of an axis.
    ///
    /// Linear axes that start from zero keep it and leave 4 % of air beyond the data; others leave 6 % on both sides.
    /// Months and hours end where the data end. Logarithmic axes leave 3 % of their length.
    /// Ends that the axis states hold whatever the data.
    /// No data, or all-zero data, give 0 to 1 in the unit of the ticks (1 to 10 on a logarithmic axis).
    #[must_use]
    pub fn of(axis: &Axis, values: impl Iterator<Item = f64>) -> Domain {
        if let Some([low, high]) = axis.ends.filter(|[low, high]| low < high) {
            return Domain { low, high };
        }
        let usable =
            |value: &f64| value.is_finite() && (axis.scale != Scale::Log10 || *value > 0.0);
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter(usable) {
            let smallest = match axis.scale {
                Scale::Log10 => 1.0 / LARGEST,
                Scale::Linear | Scale::Months | Scale::Hours => -LARGEST,
            };
            let value = value.clamp(smallest, LARGEST);
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            return match axis.scale {
                Scale::Log10 => Domain {
                    low: 1.0,
                    high: 10.0,
                },
                Scale::Linear => Domain {
                    low: 0.0,
                    high: axis.divisor,
                },
                Scale::Months | Scale::Hours => Domain {
                    low: 0.0,
                    high: 1.0,
                },
            };
        }
        match axis.scale {
            Scale::Months | Scale::Hours if low < high => Domain { low, high },
            Scale::Months | Scale::Hours => Domain {
                low,
                high: low + 1.0,
            },
            Scale::Log10 => {
                let (from, to) = (libm::log10(low), libm::log10(high));
                let air = if to > from { (to - from) * 0.03 } else { 0.5 };
                Domain {
                    low: libm::pow(10.0, from - air),
                    high: libm::pow(10.0, to + air),
                }
            }
            Scale::Linear if axis.from_zero => {
                let (low, high) = (low.min(0.0), high.max(0.0));
                let air = (high - low) * 0.04;
                if air <= 0.0 {
                    return Domain {
                        low: 0.0,
                        high: axis.divisor,
                    };
                }
                Domain {
                    low: if low < 0.0 { low - air } else { 0.0 },
                    high: if high > 0.0 { high + air } else { 0.0 },
                }
            }
            Scale::Linear => {
                let magnitude = low.abs().max(high.abs());
                let air = match (high - low) * 0.06 {
                    air if air > magnitude * 1e-9 => air,
                    _ if magnitude == 0.0 => axis.divisor,
                    _ => magnitude * 0.1,
                };
                Domain {
                    low: low - air,
                    high: high + air,
                }
            }
        }
    }

    /// The domain of the values without any air, for lines that fill the width of their plot.
    #[must_use]
    pub fn filled(axis: &Axis, values: impl Iterator<Item = f64> + Clone) -> Domain {
        let aired = Domain::of(axis, values.clone());
        if axis.ends.is_some() {
            return aired;
        }
        let inside = values.filter(|value| (aired.low..=aired.high).contains(value));
        let (low, high) = inside.fold((aired.high, aired.low), |(low, high), value| {
            (value.min(low), value.max(high))
        });
        if low < high {
            Domain { low, high }
        } else {
            aired
        }
    }

    /// Where a value stands between the ends: 0 at the low one, 1 at the high one.
    #[must_use]
    pub fn fraction(&self, scale: Scale, value: f64) -> Option<f64> {
        if !value.is_finite() {
            return None;
        }
        match scale {
            Scale::Linear | Scale::Months | Scale::Hours => {
                Some((value - self.low) / (self.high - self.low))
            }
            Scale::Log10 if value > 0.0 => {
                let (low, high) = (libm::log10(self.low), libm::log10(self.high));
                Some((libm::log10(value) - low) / (high - low))
            }
            Scale::Log10 => None,
        }
    }

    /// At most `most` tick values inside the domain, in rising order, and the step between them.
    ///
    /// The step is what decides the decimals; on a logarithmic scale it is the smallest tick.
    #[must_use]
    pub fn ticks(&self, scale: Scale, most: usize) -> (Vec<f64>, f64) {
        match scale {
            Scale::Linear => self.linear_ticks(most),
            Scale::Months => self.month_ticks(most),
            Scale::Hours => self.hour_ticks(most),
            Scale::Log10 => self.log_ticks(most),
        }
    }

    /// Multiples of 1, 2, 2.5 or 5 times a power of ten.
    fn linear_ticks(&self, most: usize) -> (Vec<f64>, f64) {
        let rough = (self.high - self.low) / most.max(1) as f64;
        let first = libm::floor(libm::log10(rough)) as i32;
        let steps = (first..first + 4).flat_map(|exponent| {
            [1.0, 2.0, 2.5, 5.0].map(|mantissa| mantissa * power_of_ten(exponent))
        });
        self.first_fitting(steps, most)
    }

    /// Parts and multiples of a year.
    fn month_ticks(&self, most: usize) -> (Vec<f64>, f64) {
        let steps = [
            1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 36.0, 60.0, 120.0, 240.0, 1200.0,
        ];
        self.first_fitting(steps.into_iter(), most)
    }

    /// Whole hours that divide a day.
    fn hour_ticks(&self, most: usize) -> (Vec<f64>, f64) {
        let steps = [1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 48.0];
        self.first_fitting(steps.into_iter(), most)
    }

    fn first_fitting(&self, steps: impl Iterator<Item = f64>, most: usize) -> (Vec<f64>, f64) {
        let mut last = (Vec::new(), 1.0);
        for step in steps {
            let from = libm::ceil(self.low / step - 1e-9);
            let to = libm::floor(self.high / step + 1e-9);
            if to < from {
                continue;
            }
            let count = to - from + 1.0;
            if count <= most as f64 {
                let values = (0..count as usize)
                    .map(|index| (from + index as f64) * step)
                    // -0 would be written with a minus sign.
                    .map(|value| if value == 0.0 { 0.0 } else { value })
                    .map(|value| value.clamp(self.low, self.high))
                    .collect();
                return (values, step);
            }
            last.1 = step;
        }
        last
    }

    /// Powers of ten, with their doubles and fives where there is room, or every second, third… where there is not.
    fn log_ticks(&self, most: usize) -> (Vec<f64>, f64) {
        let from = libm::floor(libm::log10(self.low)) as i32;
        let to = libm::ceil(libm::log10(self.high)) as i32;
        let candidates = |every: usize, mantissas: &[f64]| -> Vec<f64> {
            (from..=to)
                .filter(|exponent| exponent.rem_euclid(every as i32) == 0)
                .flat_map(|exponent| mantissas.iter().map(move |m| m * power_of_ten(exponent)))
                .filter(|value| (self.low..=self.high).contains(value))
                .collect()
        };
        let fine = candidates(1, &[1.0, 2.0, 5.0]);
        if fine.len() < 2 {
            // Less than a third of a decade: equal steps are as good and give more ticks.
            return self.linear_ticks(most);
        }
        let values = std::iter::once(fine)
            .chain((1..=to.abs_diff(from) as usize + 1).map(|every| candidates(every, &[1.0])))
            .find(|values| values.len() <= most)
            .unwrap_or_default();
        let step = values.first().copied().unwrap_or(1.0);
        (values, step)
    }
}

/// The texts of tick values on an axis.
#[must_use]
pub(crate) fn tick_texts(
    axis: &Axis,
    values: &[f64],
    step: f64,
    numbers: &dyn Numbers,
) -> Vec<String> {
    let decimals = decimals_of_step(step / axis.divisor);
    values
        .iter()
        .map(|value| match axis.style {
            NumberStyle::Decimal if axis.scale == Scale::Log10 => {
                let shown = value / axis.divisor;
                numbers.decimal(shown, decimals_of_step(shown))
            }
            NumberStyle::Decimal => numbers.decimal(value / axis.divisor, decimals),
            NumberStyle::Compact => numbers.compact(value / axis.divisor),
        })
        .collect()
}

/// The float nearest to a power of ten.
fn power_of_ten(exponent: i32) -> f64 {
    // Parsing rounds correctly, which `powi` does not promise.
    format!("1e{exponent}").parse().unwrap_or(f64::INFINITY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PlainNumbers;
    use proptest::prelude::*;

    #[test]
    fn ticks_of_known_domains() {
        let cases: [(Scale, f64, f64, usize, &[f64]); 8] = [
            (Scale::Linear, 0.0, 1.55, 5, &[0.0, 0.5, 1.0, 1.5]),
            (
                Scale::Linear,
                -500.0,
                1200.0,
                5,
                &[-500.0, 0.0, 500.0, 1000.0],
            ),
            (Scale::Linear, 0.0, 1.0, 5, &[0.0, 0.25, 0.5, 0.75, 1.0]),
            (
                Scale::Linear,
                0.0,
                9e-10,
                4,
                &[0.0, 2.5e-10, 5e-10, 7.5e-10],
            ),
            (
                Scale::Months,
                0.0,
                36.0,
                8,
                &[0.0, 6.0, 12.0, 18.0, 24.0, 30.0, 36.0],
            ),
            (Scale::Months, 0.0, 84.0, 5, &[0.0, 24.0, 48.0, 72.0]),
            (Scale::Log10, 800.0, 1.5e6, 6, &[1e3, 1e4, 1e5, 1e6]),
            (
                Scale::Log10,
                90.0,
                1100.0,
                6,
                &[100.0, 200.0, 500.0, 1000.0],
            ),
        ];
        for (scale, low, high, most, expected) in cases {
            let (values, _) = Domain { low, high }.ticks(scale, most);
            assert_eq!(values.len(), expected.len(), "{low}..{high}: {values:?}");
            for (value, expected) in values.iter().zip(expected) {
                assert!(
                    (value - expected).abs() <= expected.abs() * 1e-12,
                    "{values:?}"
                );
            }
        }
    }

    #[test]
    fn tick_texts_show_the_divided_value() {
        let axis = Axis::linear("M USD").divided_by(1e6);
        let domain = Domain {
            low: 0.0,
            high: 1.5e6,
        };
        let (values, step) = domain.ticks(axis.scale, 4);
        assert_eq!(
            tick_texts(&axis, &values, step, &PlainNumbers),
            ["0.0", "0.5", "1.0", "1.5"]
        );
    }

    #[test]
    fn odd_data_still_have_a_domain() {
        let linear = Axis::linear("");
        let of = |axis: &Axis, values: &[f64]| Domain::of(axis, values.iter().copied());
        assert_eq!(
            of(&linear, &[]),
            Domain {
                low: 0.0,
                high: 1.0
            }
        );
        assert_eq!(
            of(&linear, &[0.0, 0.0]),
            Domain {
                low: 0.0,
                high: 1.0
            }
        );
        assert_eq!(
            of(&linear, &[f64::NAN, 100.0]),
            Domain {
                low: 0.0,
                high: 104.0
            }
        );
        assert_eq!(of(&linear, &[-100.0]).high, 0.0);
        let filled = |axis: &Axis, values: &[f64]| Domain::filled(axis, values.iter().copied());
        assert_eq!(
            filled(&Axis::log10(""), &[0.0, 1e3, 1e6]),
            Domain {
                low: 1e3,
                high: 1e6
            }
        );
        assert_eq!(filled(&linear, &[5.0]), of(&linear, &[5.0]));
        assert_eq!(
            of(&Axis::months(""), &[0.0, 36.0]),
            Domain {
                low: 0.0,
                high: 36.0
            }
        );
        let log = of(&Axis::log10(""), &[0.0, -3.0, 1e3, 1e6]);
        assert!(
            log.low > 500.0 && log.low < 1e3 && log.high > 1e6 && log.high < 2e6,
            "{log:?}"
        );
    }

    proptest! {
        #[test]
        fn ticks_stay_inside_and_few(
            a in prop_oneof![-1e15..1e15f64, -1e-9..1e-9f64, Just(0.0), Just(1e299), Just(-1e300)],
            span in prop_oneof![1e-12..1e15f64, Just(0.0), Just(1e299)],
            most in 2usize..14,
            kind in 0..4,
        ) {
            let axis = match kind {
                0 => Axis::linear(""),
                1 => Axis::linear("").without_zero(),
                2 => Axis::log10(""),
                _ => Axis::months(""),
            };
            let (a, span) = if kind == 3 { (0.0, span.min(1200.0).ceil()) } else { (a, span) };
            let domain = Domain::of(&axis, [a, a + span].into_iter());
            prop_assert!(domain.low < domain.high, "{:?}", domain);
            let (values, step) = domain.ticks(axis.scale, most);
            prop_assert!(values.len() <= most);
            prop_assert!(!values.is_empty(), "{:?}", domain);
            prop_assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", values);
            prop_assert!(values.iter().all(|value| (domain.low..=domain.high).contains(value)));
            prop_assert_eq!(tick_texts(&axis, &values, step, &PlainNumbers).len(), values.len());
        }
    }
}

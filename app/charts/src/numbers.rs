//! How an axis and a value label write their numbers.

use weighbridge_text::{Digits, Text};

/// Writes numbers in the user's language.
pub trait Numbers {
    /// The value with exactly so many decimals, grouped as the language does.
    fn decimal(&self, value: f64, decimals: usize) -> String;

    /// The value shortened to about three figures with the language's word for thousands, millions and so on.
    fn compact(&self, value: f64) -> String;
}

impl Numbers for Text {
    fn decimal(&self, value: f64, decimals: usize) -> String {
        self.number(
            value,
            Digits::Decimals(decimals.min(u8::MAX as usize) as u8),
        )
    }

    fn compact(&self, value: f64) -> String {
        Text::compact(*self, value)
    }
}

/// How the numbers of an axis are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NumberStyle {
    /// With as many decimals as the tick step needs.
    Decimal,
    /// Shortened, for axes over several magnitudes.
    Compact,
}

/// Numbers without a language: a decimal point, no grouping, `k`, `M`, `G` and `T`.
///
/// For tests and for pictures of layouts; the program's charts use a language.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainNumbers;

impl Numbers for PlainNumbers {
    fn decimal(&self, value: f64, decimals: usize) -> String {
        format!("{value:.decimals$}").replace('-', "\u{2212}")
    }

    fn compact(&self, value: f64) -> String {
        let (divisor, suffix) = [(1e12, " T"), (1e9, " G"), (1e6, " M"), (1e3, " k")]
            .into_iter()
            .find(|(divisor, _)| value.abs() >= *divisor)
            .unwrap_or((1.0, ""));
        let scaled = value / divisor;
        let written = [0, 1, 2]
            .into_iter()
            .map(|decimals| format!("{scaled:.decimals$}"))
            .find(|text| {
                let back: f64 = text.parse().unwrap_or(0.0);
                (back - scaled).abs() <= scaled.abs() * 1e-9
            })
            .unwrap_or_else(|| format!("{scaled:.2}"));
        format!("{written}{suffix}").replace('-', "\u{2212}")
    }
}

/// The decimals that write every multiple of `step` exactly, at most 12.
#[must_use]
pub(crate) fn decimals_of_step(step: f64) -> usize {
    let mut scaled = step.abs();
    for decimals in 0..12 {
        if (scaled - scaled.round()).abs() <= scaled * 1e-9 && scaled >= 0.5 {
            return decimals;
        }
        scaled *= 10.0;
    }
    12
}

/// The decimals that show the largest of the values with three figures, at most 6.
#[must_use]
pub(crate) fn decimals_of_values(values: impl Iterator<Item = f64>) -> usize {
    let largest = values
        .filter(|value| value.is_finite())
        .fold(0.0, |largest: f64, value| largest.max(value.abs()));
    if largest <= 0.0 {
        return 0;
    }
    let magnitude = libm::floor(libm::log10(largest));
    (2.0 - magnitude).clamp(0.0, 6.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_follow_the_step() {
        for (step, decimals) in [
            (1.0, 0),
            (250.0, 0),
            (2.5, 1),
            (0.5, 1),
            (0.25, 2),
            (0.2, 1),
            (0.001, 3),
            (1e-12, 12),
            (2.5e-4, 5),
        ] {
            assert_eq!(decimals_of_step(step), decimals, "{step}");
        }
    }

    #[test]
    fn values_show_three_figures() {
        for (largest, decimals) in [
            (1.41, 2),
            (14.1, 1),
            (141.0, 0),
            (14100.0, 0),
            (0.0141, 4),
            (0.0, 0),
        ] {
            assert_eq!(
                decimals_of_values([largest, 0.0].into_iter()),
                decimals,
                "{largest}"
            );
        }
    }

    #[test]
    fn plain_numbers_are_short() {
        for (value, text) in [
            (0.0, "0"),
            (12.0, "12"),
            (1500.0, "1.5 k"),
            (2_000_000.0, "2 M"),
            (2_130_000.0, "2.13 M"),
            (-0.25, "−0.25"),
        ] {
            assert_eq!(PlainNumbers.compact(value), text);
        }
    }
}

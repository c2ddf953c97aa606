//! Large numbers in few characters: `412K`, `1,4 mi`, `2400 M`.

use std::cmp::Ordering;

use fixed_decimal::Decimal;

use crate::locale::Locale;
use crate::numbers::{
    Digits, NO_BREAK_SPACE, NO_NUMBER, decimal, exact, formatter, round_half_away, unsigned_zero,
};

/// Values from here on are shortened; below, four digits read as easily as a suffix.
const SHORTENED_FROM_MAGNITUDE: i16 = 4;

/// A power of ten with its suffix in a locale, or none.
///
/// An axis shows all its ticks in the one scale of its largest value, so that 5,000 and 10,000
/// do not become `5,000` and `10K`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scale {
    exponent: i16,
    suffix: &'static str,
}

impl Scale {
    /// As it is, with no suffix.
    pub const ONES: Scale = Scale {
        exponent: 0,
        suffix: "",
    };

    /// The power of ten: 6 where numbers are shown in millions.
    pub const fn exponent(self) -> i16 {
        self.exponent
    }

    /// The suffix alone, empty for ones: `K`, `mi`, `mM`.
    pub const fn suffix(self) -> &'static str {
        self.suffix
    }
}

/// The short suffixes of CLDR 49 (`decimalFormats-short`).
///
/// Spanish has none for a thousand millions: `2400 M`, not `2,4 mil M` as CLDR writes from ten
/// thousand millions on, which is harder to compare in a column.
const fn scales(locale: Locale) -> &'static [Scale] {
    const ENGLISH: [Scale; 4] = [scale(3, "K"), scale(6, "M"), scale(9, "B"), scale(12, "T")];
    const BRAZIL: [Scale; 4] = [
        scale(3, "mil"),
        scale(6, "mi"),
        scale(9, "bi"),
        scale(12, "tri"),
    ];
    const PORTUGAL: [Scale; 4] = [
        scale(3, "mil"),
        scale(6, "M"),
        scale(9, "mM"),
        scale(12, "Bi"),
    ];
    const SPAIN: [Scale; 3] = [scale(3, "mil"), scale(6, "M"), scale(12, "B")];
    match locale {
        Locale::En => &ENGLISH,
        Locale::PtBr => &BRAZIL,
        Locale::PtPt => &PORTUGAL,
        Locale::Es => &SPAIN,
    }
}

const fn scale(exponent: i16, suffix: &'static str) -> Scale {
    Scale { exponent, suffix }
}

/// The scale in which `value` is best read, thousands included.
pub(crate) fn scale_of(locale: Locale, value: f64) -> Scale {
    exact(value).map_or(Scale::ONES, |decimal| {
        scale_for_magnitude(locale, decimal.absolute.nonzero_magnitude_start())
    })
}

/// A number shortened to so many significant figures.
pub(crate) fn compact(locale: Locale, value: f64, figures: u8) -> String {
    match shorten(locale, value, figures) {
        Some((decimal, scale)) => with_suffix(
            locale,
            formatter(locale).format(&decimal).to_string(),
            scale,
        ),
        None => NO_NUMBER.to_owned(),
    }
}

/// The digits and the scale of a shortened number; nothing where it is not finite.
pub(crate) fn shorten(locale: Locale, value: f64, figures: u8) -> Option<(Decimal, Scale)> {
    let mut digits = exact(value)?;
    let magnitude = digits.absolute.nonzero_magnitude_start();
    if magnitude < SHORTENED_FROM_MAGNITUDE - 1 {
        return decimal(value, Digits::Significant(figures)).map(|decimal| (decimal, Scale::ONES));
    }
    if magnitude < SHORTENED_FROM_MAGNITUDE {
        let whole = decimal(value, Digits::WHOLE)?;
        if whole.absolute.nonzero_magnitude_start() < SHORTENED_FROM_MAGNITUDE {
            return Some((whole, Scale::ONES));
        }
    }
    // Rounding first, choosing the scale second: 999,960 is 1M, not 1,000K.
    round_half_away(&mut digits, magnitude - i16::from(figures) + 1);
    let scale = scale_for_magnitude(locale, digits.absolute.nonzero_magnitude_start());
    digits.absolute.multiply_pow10(-scale.exponent);
    digits.absolute.trim_start();
    digits.absolute.trim_end();
    Some((unsigned_zero(digits), scale))
}

/// A number in a given scale, with its suffix.
pub(crate) fn in_scale(locale: Locale, value: f64, scale: Scale, digits: Digits) -> String {
    let Some(mut exact) = exact(value) else {
        return NO_NUMBER.to_owned();
    };
    exact.absolute.multiply_pow10(-scale.exponent);
    let value: f64 = exact.to_string().parse().unwrap_or(f64::NAN);
    let shown = crate::numbers::number(locale, value, digits);
    match value.partial_cmp(&0.0) {
        // Nought needs no suffix on an axis.
        Some(Ordering::Equal) => shown,
        _ => with_suffix(locale, shown, scale),
    }
}

/// Sets the suffix as the locale does: close in English, after a space elsewhere.
pub(crate) fn with_suffix(locale: Locale, number: String, scale: Scale) -> String {
    match (scale.suffix, locale) {
        ("", _) => number,
        (suffix, Locale::En) => format!("{number}{suffix}"),
        (suffix, _) => format!("{number}{NO_BREAK_SPACE}{suffix}"),
    }
}

fn scale_for_magnitude(locale: Locale, magnitude: i16) -> Scale {
    scales(locale)
        .iter()
        .rev()
        .find(|scale| magnitude >= scale.exponent)
        .copied()
        .unwrap_or(Scale::ONES)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use icu_decimal::CompactDecimalFormatter;

    use super::*;
    use crate::numbers::icu_locale;

    #[test]
    fn large_numbers_are_shortened_in_each_language() {
        let cases = [
            (Locale::En, 412_345.0, "412K"),
            (Locale::En, 1_400_000.0, "1.4M"),
            (Locale::En, -2_345_678_901.0, "-2.35B"),
            (Locale::En, 999_960.0, "1M"),
            (Locale::En, 9_999.0, "9,999"),
            (Locale::En, 9_999.7, "10K"),
            (Locale::En, 1_946.67, "1,947"),
            (Locale::En, 999.96, "1,000"),
            (Locale::En, 0.5, "0.5"),
            (Locale::En, 0.0, "0"),
            (Locale::En, f64::NAN, "–"),
            (Locale::PtBr, 412_345.0, "412\u{a0}mil"),
            (Locale::PtBr, 1_400_000.0, "1,4\u{a0}mi"),
            (Locale::PtBr, 2.4e9, "2,4\u{a0}bi"),
            (Locale::PtPt, 1_400_000.0, "1,4\u{a0}M"),
            (Locale::PtPt, 2.4e9, "2,4\u{a0}mM"),
            (Locale::Es, 1_400_000.0, "1,4\u{a0}M"),
            (Locale::Es, 2.4e9, "2400\u{a0}M"),
            (Locale::Es, 12.3e9, "12.300\u{a0}M"),
            (Locale::Es, 5e12, "5\u{a0}B"),
        ];
        for (locale, value, expected) in cases {
            assert_eq!(compact(locale, value, 3), expected, "{locale} {value}");
        }
    }

    /// Our suffixes are those of ICU4X's own compact formatter, which shows two figures only.
    #[test]
    fn suffixes_are_those_of_cldr() {
        for locale in Locale::ALL {
            let cldr = CompactDecimalFormatter::try_new_short(
                icu_locale(locale).into(),
                Default::default(),
            )
            .unwrap();
            for value in [
                12_000.0,
                340_000.0,
                1_200_000.0,
                56_000_000.0,
                2_400_000_000.0,
                3_000_000_000_000.0,
            ] {
                let expected = cldr.format(&exact(value).unwrap()).to_string();
                assert_eq!(compact(locale, value, 2), expected, "{locale} {value}");
            }
        }
    }

    #[test]
    fn an_axis_keeps_one_scale() {
        let scale = scale_of(Locale::PtBr, 20_000.0);
        let ticks: Vec<String> = [0.0, 5_000.0, 12_500.0]
            .iter()
            .map(|tick| in_scale(Locale::PtBr, *tick, scale, Digits::SCREEN))
            .collect();
        assert_eq!(ticks, ["0", "5\u{a0}mil", "12,5\u{a0}mil"]);
        assert_eq!(scale_of(Locale::En, 999.0), Scale::ONES);
    }
}

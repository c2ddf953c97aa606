//! Plain numbers and percentages by the rules of CLDR.

use std::sync::OnceLock;

use fixed_decimal::{Decimal, FloatPrecision, Sign, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_locale_core::{Locale as IcuLocale, locale};

use crate::locale::Locale;

/// Shown in place of a value that is not a finite number.
pub(crate) const NO_NUMBER: &str = "–";

/// A space that does not break a line: between a number and what belongs to it.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';

/// Decimals below this position are never shown: 10⁻¹² of anything here is noise.
const SMALLEST_POSITION: i16 = -12;

/// How many digits of a number to show. Halves are rounded away from zero, as people do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Digits {
    /// As few as read back to the same value: what a field holds for editing.
    Shortest,
    /// Exactly so many decimals.
    Decimals(u8),
    /// At least the first and at most the second number of decimals.
    Between(u8, u8),
    /// So many significant figures, ending zeros dropped; whole digits are always kept, so
    /// three figures of 1234.5 are `1,235`.
    Significant(u8),
}

impl Digits {
    /// What a screen shows where nothing else is asked for: three significant figures.
    pub const SCREEN: Digits = Digits::Significant(3);
    /// No decimals.
    pub const WHOLE: Digits = Digits::Decimals(0);
}

/// The number formatter of a locale, made on first use.
pub(crate) fn formatter(locale: Locale) -> &'static DecimalFormatter {
    static FORMATTERS: [OnceLock<DecimalFormatter>; 4] = [const { OnceLock::new() }; 4];
    FORMATTERS[locale.index()].get_or_init(|| {
        #[expect(
            clippy::expect_used,
            reason = "the data of these four locales is compiled in"
        )]
        DecimalFormatter::try_new(icu_locale(locale).into(), Default::default())
            .expect("number formats of the four locales are compiled in")
    })
}

/// The ICU locale whose number rules we follow.
pub(crate) fn icu_locale(locale: Locale) -> IcuLocale {
    match locale {
        Locale::En => locale!("en"),
        Locale::PtBr => locale!("pt-BR"),
        Locale::PtPt => locale!("pt-PT"),
        Locale::Es => locale!("es"),
    }
}

/// A number with its digits and sign, or a dash where it is not finite.
pub(crate) fn number(locale: Locale, value: f64, digits: Digits) -> String {
    match decimal(value, digits) {
        Some(decimal) => formatter(locale).format(&decimal).to_string(),
        None => NO_NUMBER.to_owned(),
    }
}

/// A ratio as a percentage: `0.125` is `12.5%`, in Spanish with a space.
pub(crate) fn percent(locale: Locale, ratio: f64, digits: Digits) -> String {
    // Shifting the decimal, rather than multiplying by 100, keeps 0.07 from becoming
    // 7.000000000000001.
    let Some(mut shifted) = exact(ratio) else {
        return NO_NUMBER.to_owned();
    };
    shifted.absolute.multiply_pow10(2);
    shifted.absolute.trim_start();
    let shifted = rounded(shifted, digits);
    let shown = formatter(locale).format(&shifted).to_string();
    match locale {
        Locale::Es => format!("{shown}{NO_BREAK_SPACE}%"),
        Locale::En | Locale::PtBr | Locale::PtPt => format!("{shown}%"),
    }
}

/// The value as decimal digits, rounded as asked; nothing where it is not finite.
pub(crate) fn decimal(value: f64, digits: Digits) -> Option<Decimal> {
    exact(value).map(|decimal| rounded(decimal, digits))
}

/// The shortest decimal that reads back to `value`.
pub(crate) fn exact(value: f64) -> Option<Decimal> {
    Decimal::try_from_f64(value, FloatPrecision::RoundTrip).ok()
}

fn rounded(mut decimal: Decimal, digits: Digits) -> Decimal {
    match digits {
        Digits::Shortest => decimal.absolute.trim_end(),
        Digits::Decimals(count) => {
            round_half_away(&mut decimal, -i16::from(count));
            decimal.absolute.pad_end(-i16::from(count));
        }
        Digits::Between(least, most) => {
            round_half_away(&mut decimal, -i16::from(most));
            decimal.absolute.trim_end();
            decimal.absolute.pad_end(-i16::from(least));
        }
        Digits::Significant(figures) => {
            let position = decimal.absolute.nonzero_magnitude_start() - i16::from(figures) + 1;
            round_half_away(&mut decimal, position.clamp(SMALLEST_POSITION, 0));
            decimal.absolute.trim_end();
        }
    }
    unsigned_zero(decimal)
}

/// Rounds at a power of ten; half goes away from zero.
pub(crate) fn round_half_away(decimal: &mut Decimal, position: i16) {
    decimal.round_with_mode(
        position,
        SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand),
    );
}

/// Nothing is shown as minus zero.
pub(crate) fn unsigned_zero(decimal: Decimal) -> Decimal {
    if decimal.absolute.is_zero() {
        decimal.with_sign(Sign::None)
    } else {
        decimal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_locale() {
        let cases = [
            (Locale::En, 1234.5, "1,234.5"),
            (Locale::En, 1_234_567.125, "1,234,567.125"),
            (Locale::PtBr, 1234.5, "1.234,5"),
            (Locale::PtBr, -1_234_567.125, "-1.234.567,125"),
            // CLDR groups from five digits on in these two.
            (Locale::PtPt, 1234.5, "1234,5"),
            (Locale::PtPt, 12_345.5, "12\u{a0}345,5"),
            (Locale::Es, 1234.5, "1234,5"),
            (Locale::Es, 12_345.5, "12.345,5"),
        ];
        for (locale, value, expected) in cases {
            assert_eq!(number(locale, value, Digits::Shortest), expected);
        }
    }

    #[test]
    fn digits_round_as_people_do() {
        let cases = [
            (2.5, Digits::WHOLE, "3"),
            (1.005, Digits::Decimals(2), "1.01"),
            (-1.005, Digits::Decimals(2), "-1.01"),
            (1.5, Digits::Decimals(2), "1.50"),
            (0.1 + 0.2, Digits::Between(0, 4), "0.3"),
            (2.0, Digits::Between(2, 4), "2.00"),
            (0.07512, Digits::Between(2, 4), "0.0751"),
            (1234.5, Digits::SCREEN, "1,235"),
            (999.96, Digits::SCREEN, "1,000"),
            (9.996, Digits::SCREEN, "10"),
            (0.012345, Digits::SCREEN, "0.0123"),
            (1e-20, Digits::SCREEN, "0"),
            (-0.001, Digits::WHOLE, "0"),
            (-0.0, Digits::SCREEN, "0"),
            (f64::NAN, Digits::SCREEN, "–"),
            (f64::INFINITY, Digits::WHOLE, "–"),
        ];
        for (value, digits, expected) in cases {
            assert_eq!(
                number(Locale::En, value, digits),
                expected,
                "{value} {digits:?}"
            );
        }
    }

    #[test]
    fn percentages_follow_the_locale() {
        let cases = [
            (Locale::En, 0.125, "12.5%"),
            (Locale::PtBr, 0.125, "12,5%"),
            (Locale::PtPt, -0.125, "-12,5%"),
            (Locale::Es, 0.125, "12,5\u{a0}%"),
            (Locale::En, 0.07, "7%"),
            (Locale::En, 2.0, "200%"),
        ];
        for (locale, ratio, expected) in cases {
            assert_eq!(percent(locale, ratio, Digits::SCREEN), expected);
        }
    }
}

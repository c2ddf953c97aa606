//! Money: where a currency's sign stands, and how many digits a board wants to read.

use fixed_decimal::Sign;
use weighbridge_units::Currency;

use crate::compact::{self, Scale};
use crate::locale::Locale;
use crate::numbers::{Digits, NO_BREAK_SPACE, NO_NUMBER, decimal, exact, formatter, number};

/// From this amount on, cents are left out unless asked for.
const CENTS_BELOW: f64 = 10_000.0;

/// An amount of a currency with exactly the digits asked for.
pub(crate) fn amount(locale: Locale, value: f64, currency: Currency, digits: Digits) -> String {
    match decimal(value, digits) {
        Some(decimal) => {
            let negative = decimal.sign == Sign::Negative;
            let shown = formatter(locale)
                .format(&decimal.with_sign(Sign::None))
                .to_string();
            with_symbol(locale, &shown, negative, currency)
        }
        None => NO_NUMBER.to_owned(),
    }
}

/// An amount shortened to so many figures: `$1.23M`, `1,23 M €`.
pub(crate) fn compact_amount(
    locale: Locale,
    value: f64,
    currency: Currency,
    figures: u8,
) -> String {
    match compact::shorten(locale, value, figures) {
        Some((decimal, scale)) => {
            if scale == Scale::ONES && value.abs() < 100.0 {
                return amount(locale, value, currency, amount_digits(value, currency));
            }
            let negative = decimal.sign == Sign::Negative;
            let shown = formatter(locale)
                .format(&decimal.with_sign(Sign::None))
                .to_string();
            with_symbol(
                locale,
                &compact::with_suffix(locale, shown, scale),
                negative,
                currency,
            )
        }
        None => NO_NUMBER.to_owned(),
    }
}

/// An amount in the scale of an axis.
pub(crate) fn amount_in_scale(
    locale: Locale,
    value: f64,
    currency: Currency,
    scale: Scale,
    digits: Digits,
) -> String {
    if !value.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let shown = compact::in_scale(locale, value.abs(), scale, digits);
    let negative = value < 0.0 && shown != number(locale, 0.0, digits);
    with_symbol(locale, &shown, negative, currency)
}

/// The digits an amount is read with where nothing else is asked for.
///
/// Cents below ten thousand, none above; below one, three significant figures, since a request
/// may cost `$0.000123`.
pub(crate) fn amount_digits(value: f64, currency: Currency) -> Digits {
    let cents = minor_digits(currency);
    if value.abs() >= CENTS_BELOW {
        Digits::WHOLE
    } else {
        small_digits(value, cents, cents)
    }
}

/// The digits of a price for a million tokens: cents at least, four decimals where it has them.
pub(crate) fn price_digits(value: f64, currency: Currency) -> Digits {
    small_digits(value, minor_digits(currency), 4)
}

fn small_digits(value: f64, least: u8, usual: u8) -> Digits {
    let magnitude = exact(value).map_or(0, |decimal| {
        if decimal.absolute.is_zero() {
            0
        } else {
            decimal.absolute.nonzero_magnitude_start()
        }
    });
    let three_figures = u8::try_from(2 - magnitude.min(2))
        .unwrap_or(u8::MAX)
        .min(12);
    let most = if magnitude < 0 {
        three_figures.max(usual)
    } else {
        usual
    };
    Digits::Between(least, most.max(least))
}

/// Decimals of the smallest coin in use (CLDR `supplementalData/fractions`).
const fn minor_digits(currency: Currency) -> u8 {
    match currency {
        Currency::Cop | Currency::Clp => 0,
        _ => 2,
    }
}

/// The sign of a currency as the locale writes it (CLDR 49, standard width): where CLDR has no
/// sign of its own it writes the code.
pub(crate) const fn symbol(locale: Locale, currency: Currency) -> &'static str {
    match (currency, locale) {
        (Currency::Usd, Locale::En) => "$",
        (Currency::Usd, _) => "US$",
        (Currency::Eur, _) => "€",
        (Currency::Brl, Locale::Es) => "BRL",
        (Currency::Brl, _) => "R$",
        (Currency::Gbp, Locale::Es) => "GBP",
        (Currency::Gbp, _) => "£",
        (Currency::Mxn, Locale::Es) => "MXN",
        (Currency::Mxn, _) => "MX$",
        (other, _) => other.code(),
    }
}

/// Puts the currency where the locale's pattern has it (CLDR 49 `currencyFormats`).
fn with_symbol(locale: Locale, number: &str, negative: bool, currency: Currency) -> String {
    let symbol = symbol(locale, currency);
    let minus = if negative { "-" } else { "" };
    let letters = symbol.ends_with(|last: char| last.is_alphabetic());
    match locale {
        Locale::En if letters => format!("{minus}{symbol}{NO_BREAK_SPACE}{number}"),
        Locale::En => format!("{minus}{symbol}{number}"),
        Locale::PtBr => format!("{minus}{symbol}{NO_BREAK_SPACE}{number}"),
        Locale::PtPt | Locale::Es => format!("{minus}{number}{NO_BREAK_SPACE}{symbol}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What ICU4X's experimental currency formatter gives (2.4, CLDR 49), which shows two
    /// decimals only and so cannot be used itself.
    #[test]
    fn patterns_are_those_of_cldr() {
        let cases = [
            (Locale::En, Currency::Usd, "-$1,234.50"),
            (Locale::En, Currency::Eur, "-€1,234.50"),
            (Locale::En, Currency::Brl, "-R$1,234.50"),
            (Locale::En, Currency::Gbp, "-£1,234.50"),
            (Locale::En, Currency::Mxn, "-MX$1,234.50"),
            (Locale::En, Currency::Chf, "-CHF\u{a0}1,234.50"),
            (Locale::PtBr, Currency::Usd, "-US$\u{a0}1.234,50"),
            (Locale::PtBr, Currency::Brl, "-R$\u{a0}1.234,50"),
            (Locale::PtBr, Currency::Mxn, "-MX$\u{a0}1.234,50"),
            (Locale::PtPt, Currency::Eur, "-1234,50\u{a0}€"),
            (Locale::PtPt, Currency::Usd, "-1234,50\u{a0}US$"),
            (Locale::Es, Currency::Eur, "-1234,50\u{a0}€"),
            (Locale::Es, Currency::Mxn, "-1234,50\u{a0}MXN"),
        ];
        for (locale, currency, expected) in cases {
            assert_eq!(
                amount(locale, -1234.5, currency, Digits::Decimals(2)),
                expected
            );
        }
        assert_eq!(
            amount(Locale::PtPt, 12_345.0, Currency::Eur, Digits::WHOLE),
            "12\u{a0}345\u{a0}€"
        );
        assert_eq!(
            amount(Locale::En, -0.001, Currency::Usd, Digits::Decimals(2)),
            "$0.00"
        );
    }

    #[test]
    fn amounts_have_the_digits_a_board_reads() {
        let cases = [
            (1_946.666_7, "$1,946.67"),
            (12_345.678, "$12,346"),
            (0.0, "$0.00"),
            (0.5, "$0.50"),
            (0.075, "$0.075"),
            (0.000_123_456, "$0.000123"),
            (-3.0, "-$3.00"),
        ];
        for (value, expected) in cases {
            let digits = amount_digits(value, Currency::Usd);
            assert_eq!(amount(Locale::En, value, Currency::Usd, digits), expected);
        }
        let pesos = amount_digits(1234.5, Currency::Clp);
        assert_eq!(
            amount(Locale::Es, 1234.5, Currency::Clp, pesos),
            "1235\u{a0}CLP"
        );
    }

    #[test]
    fn token_prices_keep_the_decimals_of_price_lists() {
        for (value, expected) in [
            (2.5, "$2.50"),
            (0.075, "$0.075"),
            (0.0375, "$0.0375"),
            (15.0, "$15.00"),
            (0.002_75, "$0.00275"),
        ] {
            assert_eq!(
                amount(
                    Locale::En,
                    value,
                    Currency::Usd,
                    price_digits(value, Currency::Usd)
                ),
                expected
            );
        }
    }

    #[test]
    fn large_amounts_are_shortened() {
        let cases = [
            (Locale::En, Currency::Usd, 1_234_567.0, "$1.23M"),
            (Locale::En, Currency::Usd, -412_345.0, "-$412K"),
            (Locale::En, Currency::Usd, 1_946.67, "$1,947"),
            (Locale::En, Currency::Usd, 5.0, "$5.00"),
            (
                Locale::PtBr,
                Currency::Brl,
                1_234_567.0,
                "R$\u{a0}1,23\u{a0}mi",
            ),
            (
                Locale::PtPt,
                Currency::Eur,
                1_234_567.0,
                "1,23\u{a0}M\u{a0}€",
            ),
            (Locale::Es, Currency::Eur, -2.4e9, "-2400\u{a0}M\u{a0}€"),
        ];
        for (locale, currency, value, expected) in cases {
            assert_eq!(compact_amount(locale, value, currency, 3), expected);
        }
        let scale = compact::scale_of(Locale::En, 40_000.0);
        assert_eq!(
            amount_in_scale(Locale::En, -5_000.0, Currency::Usd, scale, Digits::SCREEN),
            "-$5K"
        );
        assert_eq!(
            amount_in_scale(Locale::En, 0.0, Currency::Usd, scale, Digits::SCREEN),
            "$0"
        );
    }
}

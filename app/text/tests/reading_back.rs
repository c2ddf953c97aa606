//! What the program writes, it reads: for any number, in any language.

use proptest::prelude::*;
use weighbridge_text::{Digits, Locale, Text, parse_number, parse_percent};
use weighbridge_units::{Currency, Money, Unit};

/// Numbers of every size a case may hold, both signs.
fn numbers() -> impl Strategy<Value = f64> {
    let magnitudes =
        (-1.0_f64..1.0, -9_i32..15).prop_map(|(value, power)| value * 10_f64.powi(power));
    prop_oneof![
        magnitudes,
        (-1_000_000_i64..1_000_000).prop_map(|whole| whole as f64),
        Just(0.0)
    ]
}

fn locales() -> impl Strategy<Value = Locale> {
    prop::sample::select(Locale::ALL.to_vec())
}

/// The value rounded to so many decimals, by way of its decimal writing.
fn rounded(value: f64, decimals: u8) -> f64 {
    let text = Text::new(Locale::En).number(value, Digits::Decimals(decimals));
    text.replace(',', "").parse().unwrap_or(f64::NAN)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_editing_form_reads_back_to_the_same_bits(value in numbers(), locale in locales()) {
        let text = Text::new(locale).editable(value);
        let read = parse_number(&text, locale);
        prop_assert_eq!(read, Ok(value), "{}", text);
    }

    #[test]
    fn decimals_read_back_as_shown(value in numbers(), decimals in 0_u8..7, locale in locales()) {
        let text = Text::new(locale).number(value, Digits::Decimals(decimals));
        prop_assert_eq!(parse_number(&text, locale), Ok(rounded(value, decimals)), "{}", text);
    }

    #[test]
    fn shares_read_back_as_shown(ratio in -2.0_f64..2.0, locale in locales()) {
        let text = Text::new(locale);
        let shown = text.percent(ratio, Digits::Shortest);
        prop_assert_eq!(parse_number(&shown, locale), Ok(ratio), "{}", shown);
        let bare = text.editable_in(ratio, Unit::SHARE);
        prop_assert_eq!(parse_percent(&bare, locale), Ok(ratio), "{}", bare);
    }

    #[test]
    fn money_reads_back_as_shown(value in numbers(), locale in locales(), currency in prop::sample::select(Currency::ALL.to_vec())) {
        let text = Text::new(locale).in_currency(currency, 1.0);
        let shown = text.money_with(Money::usd(value), Digits::Decimals(2));
        prop_assert_eq!(parse_number(&shown, locale), Ok(rounded(value, 2)), "{}", shown);
        prop_assert_eq!(text.parse_in(&shown, Unit::USD), Ok(rounded(value, 2)), "{}", shown);
    }

    #[test]
    fn shortened_numbers_read_back_to_three_figures(value in numbers(), locale in locales(), currency in prop::sample::select(Currency::ALL.to_vec())) {
        let text = Text::new(locale).in_currency(currency, 1.0);
        let figures = value.abs() * 0.005_1;
        let coin = if matches!(currency, Currency::Cop | Currency::Clp) { 0.5 } else { 0.005 };
        for (shown, tolerance) in [
            (text.compact(value), figures + 1e-12),
            (text.compact_money(Money::usd(value)), figures + coin),
        ] {
            let read = parse_number(&shown, locale);
            prop_assert!(read.as_ref().is_ok_and(|read| (read - value).abs() <= tolerance), "{shown} {read:?}");
        }
    }

    #[test]
    fn nothing_typed_makes_the_reader_panic(typed in "\\PC{0,24}", locale in locales()) {
        if let Ok(value) = parse_number(&typed, locale) {
            prop_assert!(value.is_finite());
        }
    }

    #[test]
    fn almost_numbers_do_not_panic_either(typed in "[-−+0-9., '%kMmile€$R]{0,16}", locale in locales()) {
        if let Ok(value) = parse_number(&typed, locale) {
            prop_assert!(value.is_finite());
        }
    }
}

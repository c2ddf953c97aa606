//! Values with their units: `35 tokens/s`, `$2.50 per million tokens`, `141 GB`, `18 months`.

use weighbridge_units::{Arg, Base, Money, Unit};

use crate::messages::Text;
use crate::money;
use crate::numbers::{self, Digits, NO_BREAK_SPACE, NO_NUMBER};
use crate::parse::{self, NumberError};

/// From here on a count of things is shortened.
const SHORTENED_FROM: f64 = 1e6;
/// From here on an amount stands without cents where there is little room.
const SHORT_FROM: f64 = 1e3;

const SECONDS_PER_MINUTE: f64 = 60.0;
const SECONDS_PER_HOUR: f64 = 3_600.0;
const SECONDS_PER_DAY: f64 = 86_400.0;

impl Text {
    /// A value with its unit, for reading. Money is shown in the client's currency; memory,
    /// arithmetic and short times in the multiple that suits the value.
    pub fn quantity(self, value: f64, unit: Unit) -> String {
        self.quantity_with(value, unit, Digits::SCREEN)
    }

    /// The same with the digits asked for; money and prices keep their own.
    pub fn quantity_with(self, value: f64, unit: Unit, digits: Digits) -> String {
        if !value.is_finite() {
            return NO_NUMBER.to_owned();
        }
        let plain = value * 10_f64.powi(i32::from(unit.scale()));
        let head = match Kind::of(unit) {
            Kind::Share => self.percent(value, digits),
            Kind::Money => {
                let (value, currency) = if unit.exponent(Base::ClientCurrency) > 0 {
                    (plain, self.currency())
                } else {
                    let dollars = if prices_millions(unit) { value } else { plain };
                    (self.converted(Money::usd(dollars)), self.currency())
                };
                let digits = if prices_millions(unit) || unit.exponent(Base::ClientCurrency) > 0 {
                    money::price_digits(value, currency)
                } else {
                    money::amount_digits(value, currency)
                };
                self.amount(value, currency, digits)
            }
            Kind::Bytes => self.with_prefix(plain, "B", digits),
            Kind::Operations => self.with_prefix(plain, "FLOP", digits),
            Kind::Time => self.duration_with(plain, digits),
            Kind::Plain => self.number(plain, digits),
            Kind::Things => self.things(plain, unit, digits),
        };
        format!("{head}{}", self.denominators(unit))
    }

    /// The same where there is little room: amounts from a thousand on stand without cents.
    ///
    /// Prices of a million tokens keep their decimals.
    pub fn short_quantity(self, value: f64, unit: Unit) -> String {
        let is_amount = Kind::of(unit) == Kind::Money
            && !prices_millions(unit)
            && unit.exponent(Base::ClientCurrency) <= 0;
        let dollars = value * 10_f64.powi(i32::from(unit.scale()));
        let amount = self.converted(Money::usd(dollars));
        if is_amount && amount.is_finite() && amount.abs() >= SHORT_FROM {
            let amount = self.amount(amount, self.currency(), Digits::WHOLE);
            return format!("{amount}{}", self.denominators(unit));
        }
        self.quantity(value, unit)
    }

    /// The name of a unit alone, for a field or an axis: `$ per million tokens`, `tokens/s`, `%`.
    /// Empty for a plain number.
    pub fn unit_name(self, unit: Unit) -> String {
        let head = match Kind::of(unit) {
            Kind::Share => "%".to_owned(),
            Kind::Money => self.currency_symbol().to_owned(),
            Kind::Bytes => prefixed(unit.scale(), "B"),
            Kind::Operations => prefixed(unit.scale(), "FLOP"),
            Kind::Time => match unit.scale() {
                -3 => "ms",
                -6 => "µs",
                -12 => "ps",
                _ => "s",
            }
            .to_owned(),
            Kind::Plain => String::new(),
            Kind::Things => match unit.scale() {
                6 => self.base_name(first_base(unit), ".millions"),
                9 => self.base_name(first_base(unit), ".billions"),
                _ => self.plural(unit, 2.0),
            },
        };
        format!("{head}{}", self.denominators(unit))
            .trim()
            .to_owned()
    }

    /// A time in the unit that suits it: `320 ms`, `1.4 s`, `12 min`, `3 h`, `5 d`.
    pub fn duration(self, seconds: f64) -> String {
        self.duration_with(seconds, Digits::SCREEN)
    }

    /// Memory in the decimal multiple that suits it: `141 GB`.
    pub fn bytes(self, bytes: f64) -> String {
        self.with_prefix(bytes, "B", Digits::SCREEN)
    }

    /// A price for a million tokens, given in dollars: `$2.50 per million tokens`.
    pub fn token_price(self, usd_per_million: f64) -> String {
        self.quantity(usd_per_million, Unit::USD_PER_MILLION_TOKENS)
    }

    /// A value as its field holds it for editing: the number alone, shares in percent.
    pub fn editable_in(self, value: f64, unit: Unit) -> String {
        if unit.is_share() {
            let percent = self.percent(value, Digits::Shortest);
            percent.trim_end_matches('%').trim_end().to_owned()
        } else {
            self.editable(value)
        }
    }

    /// Reads what was typed into a field of `unit`; the name of the unit may stand behind it.
    ///
    /// Money is read in this text's currency as it stands: nothing is converted.
    ///
    /// # Errors
    /// [`NumberError`] says what was not understood; a percent sign, money, or another currency
    /// where the unit does not allow it is refused.
    pub fn parse_in(self, typed: &str, unit: Unit) -> Result<f64, NumberError> {
        let name = self.unit_name(unit);
        let bare = typed.trim_end();
        let bare = if name.is_empty() {
            bare
        } else {
            bare.strip_suffix(name.as_str()).unwrap_or(bare)
        };
        if unit.is_share() {
            return parse::parse_percent(bare, self.locale());
        }
        let read = parse::parse_typed(bare, self.locale())?;
        let text = typed.trim().to_owned();
        let is_money = Kind::of(unit) == Kind::Money;
        match read.currency {
            _ if read.percent => Err(NumberError::PercentNotExpected { text }),
            Some(_) if !is_money => Err(NumberError::MoneyNotExpected { text }),
            Some(currency) if !currency.may_be(self.currency()) => {
                Err(NumberError::OtherCurrency {
                    text,
                    expected: self.currency(),
                })
            }
            _ => Ok(read.value),
        }
    }

    /// What was understood of a typed number: `understood as 1,234.5`.
    pub fn echo(self, value: f64, unit: Unit) -> String {
        let name = self.unit_name(unit);
        let number = self.editable_in(value, unit);
        let shown = match Kind::of(unit) {
            Kind::Share => format!(
                "{}{}",
                self.percent(value, Digits::Shortest),
                self.denominators(unit)
            ),
            _ if name.is_empty() => number,
            _ => format!("{number}{NO_BREAK_SPACE}{name}"),
        };
        self.format("number-understood", &[("value", shown.into())])
    }

    fn things(self, value: f64, unit: Unit, digits: Digits) -> String {
        if value.abs() >= SHORTENED_FROM {
            let number = self.compact(value);
            let number = self.format("quantity-of-millions", &[("number", number.into())]);
            return format!("{number}{NO_BREAK_SPACE}{}", self.plural(unit, value));
        }
        let number = self.number(value, digits);
        // The plural follows the number as it is shown, not as it is.
        let shown =
            numbers::decimal(value, digits).and_then(|decimal| decimal.to_string().parse().ok());
        format!(
            "{number}{NO_BREAK_SPACE}{}",
            self.plural(unit, shown.unwrap_or(value))
        )
    }

    /// The names of what is counted, in the plural that `count` asks for.
    fn plural(self, unit: Unit, count: f64) -> String {
        let names: Vec<String> = Base::all()
            .iter()
            .filter(|base| unit.exponent(**base) > 0)
            .map(|base| {
                let key = format!("base-{}", base.key());
                self.format(&key, &[("count", Arg::Number(count))])
            })
            .collect();
        names.join("·")
    }

    /// `/s per GPU`, ` per million tokens`: each base below the line, those written with a
    /// stroke first, since they belong close to what stands above.
    fn denominators(self, unit: Unit) -> String {
        let mut names: Vec<String> = Base::all()
            .iter()
            .filter(|base| unit.exponent(**base) < 0)
            .map(|base| {
                let millions = *base == Base::Token && prices_millions(unit);
                self.base_name(Some(*base), if millions { ".per-million" } else { ".per" })
            })
            .map(|name| {
                if name.starts_with('/') {
                    name
                } else {
                    format!(" {name}")
                }
            })
            .collect();
        names.sort_by_key(|name| !name.starts_with('/'));
        names.concat()
    }

    fn base_name(self, base: Option<Base>, attribute: &str) -> String {
        base.map(|base| {
            self.get(&format!("base-{}{attribute}", base.key()))
                .into_owned()
        })
        .unwrap_or_default()
    }

    fn with_prefix(self, value: f64, symbol: &str, digits: Digits) -> String {
        if !value.is_finite() {
            return NO_NUMBER.to_owned();
        }
        let steps = [0_i8, 3, 6, 9, 12, 15];
        let size = |step: i8| 10_f64.powi(i32::from(step));
        // The prefix suits the rounded value: 999.9 MB is shown as 1 GB.
        let fits = |step: i8| {
            numbers::decimal(value / size(step), digits)
                .is_some_and(|decimal| decimal.absolute.nonzero_magnitude_start() < 3)
        };
        let step = steps.into_iter().find(|step| fits(*step)).unwrap_or(15);
        format!(
            "{}{NO_BREAK_SPACE}{}",
            self.number(value / size(step), digits),
            prefixed(step, symbol)
        )
    }

    fn duration_with(self, seconds: f64, digits: Digits) -> String {
        if !seconds.is_finite() {
            return NO_NUMBER.to_owned();
        }
        let size = seconds.abs();
        let (value, symbol) = if size < 1e-7 && size > 0.0 {
            (seconds * 1e12, "ps")
        } else if size < 1e-3 && size > 0.0 {
            (seconds * 1e6, "µs")
        } else if size < 1.0 && size > 0.0 {
            (seconds * 1_000.0, "ms")
        } else if size < 1.5 * SECONDS_PER_MINUTE {
            (seconds, "s")
        } else if size < 1.5 * SECONDS_PER_HOUR {
            (seconds / SECONDS_PER_MINUTE, "min")
        } else if size < 2.0 * SECONDS_PER_DAY {
            (seconds / SECONDS_PER_HOUR, "h")
        } else {
            (seconds / SECONDS_PER_DAY, "d")
        };
        format!("{}{NO_BREAK_SPACE}{symbol}", self.number(value, digits))
    }
}

/// What stands above the line of a unit, which decides how its value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Share,
    Money,
    Bytes,
    Operations,
    Time,
    Plain,
    Things,
}

impl Kind {
    fn of(unit: Unit) -> Kind {
        let above: Vec<Base> = Base::all()
            .iter()
            .copied()
            .filter(|base| unit.exponent(*base) > 0)
            .collect();
        let below = Base::all().iter().any(|base| unit.exponent(*base) < 0);
        match above.as_slice() {
            _ if unit.is_share() => Kind::Share,
            [] => Kind::Plain,
            [base] if unit.exponent(*base) == 1 => match base {
                Base::Usd | Base::ClientCurrency => Kind::Money,
                Base::Byte => Kind::Bytes,
                Base::Operation => Kind::Operations,
                Base::Second if !below => Kind::Time,
                _ => Kind::Things,
            },
            _ => Kind::Things,
        }
    }
}

/// Whether a unit is a price for a million tokens.
fn prices_millions(unit: Unit) -> bool {
    unit.exponent(Base::Token) == -1 && unit.scale() == -6
}

fn first_base(unit: Unit) -> Option<Base> {
    Base::all()
        .iter()
        .copied()
        .find(|base| unit.exponent(*base) > 0)
}

fn prefixed(step: i8, symbol: &str) -> String {
    let prefix = match step {
        3 => "k",
        6 => "M",
        9 => "G",
        12 => "T",
        15 => "P",
        _ => "",
    };
    format!("{prefix}{symbol}")
}

#[cfg(test)]
mod tests {
    use weighbridge_units::Currency;

    use super::*;
    use crate::locale::Locale;

    fn check(text: Text, value: f64, unit: Unit, expected: &str) {
        assert_eq!(
            text.quantity(value, unit).replace(NO_BREAK_SPACE, " "),
            expected
        );
    }

    #[test]
    fn quantities_read_as_the_language_says_them() {
        let english = Text::new(Locale::En);
        check(
            english,
            2.5,
            Unit::USD_PER_MILLION_TOKENS,
            "$2.50 per million tokens",
        );
        check(
            english,
            1_946.667,
            Unit::USD_PER_MONTH,
            "$1,946.67 per month",
        );
        check(english, 35.0, Unit::TOKENS_PER_SECOND, "35 tokens/s");
        check(english, 1.0, Unit::MONTHS, "1 month");
        check(english, 18.0, Unit::MONTHS, "18 months");
        check(english, 811.7, Unit::GIGABYTES, "812 GB");
        check(
            english,
            131_072.0,
            Unit::BYTES.per(Base::Token),
            "131 kB per token",
        );
        check(
            english,
            3_350.0,
            Unit::GIGABYTES_PER_SECOND.per(Base::Gpu),
            "3.35 TB/s per GPU",
        );
        check(english, 989.0, Unit::TERAFLOPS, "989 TFLOP/s");
        check(english, 320.0, Unit::MILLISECONDS, "320 ms");
        check(english, 140.0, Unit::SECONDS, "2.33 min");
        check(english, 0.08, Unit::SHARE_PER_YEAR, "8% per year");
        check(
            english,
            8.0,
            Unit::BILLION_PARAMETERS,
            "8M parameters".replace('M', "B").as_str(),
        );
        check(english, 40.0, Unit::MILLION_TOKENS, "40M tokens");
        check(english, 12.0, Unit::NONE.per(Base::Year), "12 per year");
        check(
            english,
            0.000_123,
            Unit::USD_PER_REQUEST,
            "$0.000123 per request",
        );
        check(english, 1.5, Unit::NONE, "1.5");
        let brazil = Text::new(Locale::PtBr).in_currency(Currency::Brl, 5.0);
        check(
            brazil,
            2.5,
            Unit::USD_PER_MILLION_TOKENS,
            "R$ 12,50 por milhão de tokens",
        );
        check(
            brazil,
            1_234_567.0,
            Unit::REQUESTS_PER_MONTH,
            "1,23 mi de requisições por mês",
        );
        check(brazil, 1.5, Unit::FTE, "1,5 ETI");
        check(
            brazil,
            5.0,
            Unit::of(Base::ClientCurrency).per(Base::Usd),
            "R$ 5,00 por dólar",
        );
        let portugal = Text::new(Locale::PtPt).in_currency(Currency::Eur, 0.9);
        check(
            portugal,
            300_000.0,
            Unit::USD.per(Base::Server),
            "270 000 € por servidor",
        );
        let spain = Text::new(Locale::Es).in_currency(Currency::Eur, 1.0);
        check(
            spain,
            2.4e9,
            Unit::TOKENS_PER_MONTH,
            "2400 M de tokens al mes",
        );
        check(spain, 1234.5, Unit::USD_PER_MONTH, "1234,50 € al mes");
        check(spain, 0.08, Unit::SHARE_PER_YEAR, "8 % al año");
    }

    #[test]
    fn names_of_units_stand_alone() {
        let english = Text::new(Locale::En);
        for (unit, expected) in [
            (Unit::USD_PER_MILLION_TOKENS, "$ per million tokens"),
            (Unit::TOKENS_PER_SECOND, "tokens/s"),
            (Unit::SHARE, "%"),
            (Unit::NONE, ""),
            (Unit::GIGABYTES, "GB"),
            (Unit::MILLISECONDS, "ms"),
            (Unit::MONTHS, "months"),
            (Unit::BILLION_PARAMETERS, "billion parameters"),
            (Unit::NONE.per(Base::Year), "per year"),
        ] {
            assert_eq!(english.unit_name(unit), expected);
        }
    }

    #[test]
    fn multiples_suit_the_rounded_value() {
        let text = Text::new(Locale::En);
        assert_eq!(text.bytes(999_960_000.0), "1\u{a0}GB");
        assert_eq!(text.bytes(512.0), "512\u{a0}B");
        assert_eq!(text.duration(0.32), "320\u{a0}ms");
        assert_eq!(text.duration(1.4), "1.4\u{a0}s");
        assert_eq!(text.duration(0.0), "0\u{a0}s");
        assert_eq!(text.duration(7_200.0), "2\u{a0}h");
        assert_eq!(text.duration(f64::NAN), "–");
        assert_eq!(text.bytes(f64::INFINITY), "–");
        assert_eq!(text.quantity(f64::NAN, Unit::USD_PER_MONTH), "–");
    }

    #[test]
    fn fields_read_their_own_unit() {
        let text = Text::new(Locale::PtPt).in_currency(Currency::Eur, 0.9);
        assert_eq!(text.parse_in("35", Unit::SHARE), Ok(0.35));
        assert_eq!(text.parse_in("35 %", Unit::SHARE), Ok(0.35));
        assert_eq!(text.parse_in("2,5 €", Unit::USD_PER_MONTH), Ok(2.5));
        assert_eq!(text.parse_in("16 GB", Unit::GIGABYTES), Ok(16.0));
        assert_eq!(
            text.parse_in("35 tokens/s", Unit::TOKENS_PER_SECOND),
            Ok(35.0)
        );
        let refused = |typed: &str| typed.to_owned();
        assert_eq!(
            text.parse_in("5 %", Unit::MONTHS),
            Err(NumberError::PercentNotExpected {
                text: refused("5 %")
            })
        );
        assert_eq!(
            text.parse_in("5 €", Unit::MONTHS),
            Err(NumberError::MoneyNotExpected {
                text: refused("5 €")
            })
        );
        assert_eq!(
            text.parse_in("R$ 5", Unit::USD),
            Err(NumberError::OtherCurrency {
                text: refused("R$ 5"),
                expected: Currency::Eur
            })
        );
    }

    #[test]
    fn what_was_understood_is_echoed() {
        let text = Text::new(Locale::PtPt);
        assert_eq!(text.echo(1234.5, Unit::NONE), "entendido como 1234,5");
        assert_eq!(
            text.echo(12_345.0, Unit::MONTHS),
            "entendido como 12\u{a0}345\u{a0}meses"
        );
        assert_eq!(text.echo(0.35, Unit::SHARE), "entendido como 35%");
        assert_eq!(text.editable_in(0.07, Unit::SHARE), "7");
    }

    #[test]
    fn where_there_is_little_room_large_amounts_stand_without_cents() {
        let text = Text::new(Locale::En);
        for (value, unit, expected) in [
            (4_000.0, Unit::USD_PER_MONTH, "$4,000 per month"),
            (-1_234.56, Unit::USD_PER_MONTH, "-$1,235 per month"),
            (999.5, Unit::USD_PER_MONTH, "$999.50 per month"),
        ] {
            let short = text
                .short_quantity(value, unit)
                .replace(NO_BREAK_SPACE, " ");
            assert_eq!(short.replace('\u{2212}', "-"), expected);
        }
        // Without an amount it is what it always is.
        for unit in [Unit::NONE, Unit::MONTHS] {
            assert_eq!(
                text.short_quantity(4_000.0, unit),
                text.quantity(4_000.0, unit)
            );
        }
        assert_eq!(text.short_quantity(f64::NAN, Unit::USD_PER_MONTH), "–");
    }
}

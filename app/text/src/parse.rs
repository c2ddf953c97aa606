//! Numbers as people type them.
//!
//! Each locale's own writing is understood, and the common others where no doubt is possible:
//!
//! - Spaces of any kind and apostrophes group: `1 234,5`, `1'234.5`.
//! - Where points and commas both stand, the last of them is the decimal separator:
//!   `1.234,56` and `1,234.56` are the same number everywhere.
//! - A separator that occurs several times groups: `1.234.567`.
//! - The locale's decimal separator, alone, is decimal: `1,234` in Portuguese is a little over one.
//! - The other separator, alone, groups only where every group after it has exactly three digits
//!   and the first has one to three and does not begin with 0; otherwise it is decimal. So in
//!   Portuguese `1.234` is one thousand two hundred thirty-four, while `1.5`, `0.125` and
//!   `1234.567` are decimal; in English the same holds for the comma.
//!
//! Around the digits there may be one sign (`-`, `−`, `–`, `+`), one currency (sign or code),
//! one percent sign, and a multiplier: `k` and `M` everywhere, and what each language says
//! (`mil`, `mi`, `bn`, `milhões`, `mil millones` …). A lower-case `m` is refused, since it may
//! mean metres, months or milli. `1e6` is read as engineers write it.

use weighbridge_units::{Currency, Describe, Message};

use crate::locale::Locale;

/// What was typed, taken apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Typed {
    /// The number; where a percent sign stood, already divided by a hundred.
    pub value: f64,
    /// Whether a percent sign stood beside it.
    pub percent: bool,
    /// The currency beside it, if one did.
    pub currency: Option<TypedCurrency>,
}

/// A currency beside a typed number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedCurrency {
    /// One that cannot be mistaken: `€`, `R$`, `USD`.
    Known(Currency),
    /// A bare `$`, which dollars and several pesos share.
    Dollar,
}

impl TypedCurrency {
    /// Whether the writing may mean `currency`.
    pub fn may_be(self, currency: Currency) -> bool {
        match self {
            TypedCurrency::Known(known) => known == currency,
            TypedCurrency::Dollar => matches!(
                currency,
                Currency::Usd | Currency::Mxn | Currency::Ars | Currency::Cop | Currency::Clp
            ),
        }
    }
}

/// Why a typed number was not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Nothing was typed.
    #[error("no number was given")]
    Empty,
    /// There are no digits: `abc`, `NaN`, `inf`.
    #[error("“{text}” is not a number")]
    NoDigits {
        /// What was typed.
        text: String,
    },
    /// A part beside the digits is unknown.
    #[error("“{part}” in “{text}” was not understood")]
    Junk {
        /// What was typed.
        text: String,
        /// The part that was not understood.
        part: String,
    },
    /// Two decimal separators, or a decimal separator before a grouping one.
    #[error("“{text}” has more than one decimal separator")]
    TwoDecimals {
        /// What was typed.
        text: String,
    },
    /// Grouped digits that are not groups of three.
    #[error("the digits of “{text}” are not grouped in threes")]
    Groups {
        /// What was typed.
        text: String,
    },
    /// A percent sign where the value is no share.
    #[error("“{text}” is a percentage, and none is expected here")]
    PercentNotExpected {
        /// What was typed.
        text: String,
    },
    /// A currency other than the one expected.
    #[error("“{text}” is not in {expected}")]
    OtherCurrency {
        /// What was typed.
        text: String,
        /// The currency expected.
        expected: Currency,
    },
    /// A currency where no money is expected.
    #[error("“{text}” is money, and none is expected here")]
    MoneyNotExpected {
        /// What was typed.
        text: String,
    },
    /// A number beyond what can be computed with.
    #[error("“{text}” is too large")]
    TooLarge {
        /// What was typed.
        text: String,
    },
}

impl Describe for NumberError {
    fn message(&self) -> Message {
        match self {
            NumberError::Empty => Message::new("error-number-empty"),
            NumberError::NoDigits { text } => {
                Message::new("error-number-no-digits").with("text", text.clone())
            }
            NumberError::Junk { text, part } => Message::new("error-number-junk")
                .with("text", text.clone())
                .with("part", part.clone()),
            NumberError::TwoDecimals { text } => {
                Message::new("error-number-two-decimals").with("text", text.clone())
            }
            NumberError::Groups { text } => {
                Message::new("error-number-groups").with("text", text.clone())
            }
            NumberError::PercentNotExpected { text } => {
                Message::new("error-number-percent-not-expected").with("text", text.clone())
            }
            NumberError::OtherCurrency { text, expected } => {
                Message::new("error-number-other-currency")
                    .with("text", text.clone())
                    .with("currency", expected.code())
            }
            NumberError::MoneyNotExpected { text } => {
                Message::new("error-number-money-not-expected").with("text", text.clone())
            }
            NumberError::TooLarge { text } => {
                Message::new("error-number-too-large").with("text", text.clone())
            }
        }
    }
}

/// Reads a number; `12,5 %` is 0.125.
///
/// # Errors
/// [`NumberError`] says what was not understood.
pub fn parse_number(text: &str, locale: Locale) -> Result<f64, NumberError> {
    parse_typed(text, locale).map(|typed| typed.value)
}

/// Reads a share: `35`, `35 %` and `35%` are all 0.35.
///
/// # Errors
/// [`NumberError`] says what was not understood.
pub fn parse_percent(text: &str, locale: Locale) -> Result<f64, NumberError> {
    let parts = take_apart(text, locale)?;
    if parts.currency.is_some() {
        return Err(NumberError::MoneyNotExpected {
            text: text.trim().to_owned(),
        });
    }
    parts.value(text, -2)
}

/// Reads a number with what stands beside it.
///
/// # Errors
/// [`NumberError`] says what was not understood.
pub fn parse_typed(text: &str, locale: Locale) -> Result<Typed, NumberError> {
    let parts = take_apart(text, locale)?;
    let shift = if parts.percent { -2 } else { 0 };
    Ok(Typed {
        value: parts.value(text, shift)?,
        percent: parts.percent,
        currency: parts.currency,
    })
}

/// The parts of a typed number, with the digits in plain writing (`-1234.5`).
struct Parts {
    plain: String,
    exponent: i32,
    percent: bool,
    currency: Option<TypedCurrency>,
}

impl Parts {
    /// The value times ten to the power `shift`, rounded once.
    fn value(&self, text: &str, shift: i32) -> Result<f64, NumberError> {
        let written = format!("{}e{}", self.plain, self.exponent + shift);
        match written.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(value),
            _ => Err(NumberError::TooLarge {
                text: text.trim().to_owned(),
            }),
        }
    }
}

fn take_apart(text: &str, locale: Locale) -> Result<Parts, NumberError> {
    let normal: String = text.chars().map(normalised).collect();
    let typed = normal.trim();
    let shown = || text.trim().to_owned();
    let junk = |part: &str| NumberError::Junk {
        text: shown(),
        part: part.trim().to_owned(),
    };
    if typed.is_empty() {
        return Err(NumberError::Empty);
    }
    if !typed.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::NoDigits { text: shown() });
    }

    let (sign, rest) = strip_sign(typed);
    let (mut currency, rest) = strip_currency_before(rest);
    let (second_sign, rest) = if currency.is_some() {
        strip_sign(rest)
    } else {
        (None, rest)
    };
    let sign = match (sign, second_sign) {
        (Some(_), Some(_)) => return Err(junk(rest)),
        (one, other) => one.or(other),
    };

    let (body, tail) = rest.split_at(body_length(rest));
    if !body.bytes().any(|byte| byte.is_ascii_digit()) {
        let stop = tail
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(tail.len());
        return Err(junk(tail.get(..stop).unwrap_or(tail)));
    }
    let (power, tail) = strip_exponent(tail);
    let mut exponent = power.unwrap_or(0);
    let mut percent = false;
    let mut multiplier: Option<i32> = None;
    for word in words(tail) {
        if word == "%" && !percent && multiplier.is_none() {
            percent = true;
        } else if let Some(found) = currency_of(word)
            && currency.is_none()
        {
            currency = Some(found);
        } else if let Some(next) = multiplier_of(word, locale)
            && power.is_none()
            && !percent
            && combines(multiplier, next)
        {
            multiplier = Some(multiplier.unwrap_or(0) + next);
        } else {
            return Err(junk(word));
        }
    }
    if percent && currency.is_some() {
        return Err(junk("%"));
    }
    exponent += multiplier.unwrap_or(0);

    let digits = plain_digits(body, locale).map_err(|fault| match fault {
        Fault::TwoDecimals => NumberError::TwoDecimals { text: shown() },
        Fault::Groups => NumberError::Groups { text: shown() },
    })?;
    let minus = if sign == Some('-') { "-" } else { "" };
    Ok(Parts {
        plain: format!("{minus}{digits}"),
        exponent,
        percent,
        currency,
    })
}

/// One character for each of its kinds: spaces, apostrophes, minus signs.
fn normalised(c: char) -> char {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\t' => ' ',
        '’' | '‘' | '´' => '\'',
        '−' | '–' | '‐' | '‑' => '-',
        other => other,
    }
}

fn strip_sign(text: &str) -> (Option<char>, &str) {
    match text.chars().next() {
        Some(sign @ ('-' | '+')) => (Some(sign), text.get(1..).unwrap_or_default().trim_start()),
        _ => (None, text),
    }
}

fn strip_currency_before(text: &str) -> (Option<TypedCurrency>, &str) {
    let end = text
        .find(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '.' | ','))
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    match currency_of(word) {
        Some(currency) => (Some(currency), rest.trim_start()),
        None => (None, text),
    }
}

/// The bytes from the start that are digits and separators; a space counts only before a digit.
fn body_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut length = 0;
    while let Some(byte) = bytes.get(length) {
        let belongs = match byte {
            b'0'..=b'9' | b'.' | b',' => true,
            b' ' | b'\'' => length > 0 && bytes.get(length + 1).is_some_and(u8::is_ascii_digit),
            _ => false,
        };
        if !belongs {
            break;
        }
        length += 1;
    }
    length
}

/// `e6` or `E-3` directly after the digits.
fn strip_exponent(tail: &str) -> (Option<i32>, &str) {
    let Some(rest) = tail.strip_prefix(['e', 'E']) else {
        return (None, tail);
    };
    let signed = rest.strip_prefix(['-', '+']).unwrap_or(rest);
    let end = signed
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(signed.len());
    let length = rest.len() - signed.len() + end;
    match rest.get(..length).map(str::parse::<i32>) {
        Some(Ok(power)) if end > 0 && power.abs() <= 400 => {
            (Some(power), rest.get(length..).unwrap_or_default())
        }
        _ => (None, tail),
    }
}

/// The words after the digits: `M€` and `k %` are two words each.
fn words(tail: &str) -> impl Iterator<Item = &str> {
    tail.split(' ')
        .filter(|word| !word.is_empty())
        .flat_map(|word| {
            let sign = word.find(['%', '€', '$', '£']).unwrap_or(0);
            // `R$`, `US$` and `MX$` are one word; `M€` and `k$` are two.
            let cut = if sign == 0 || currency_of(word).is_some() {
                word.len()
            } else {
                sign
            };
            let (first, second) = word.split_at(cut);
            [first, second].into_iter().filter(|part| !part.is_empty())
        })
}

fn currency_of(word: &str) -> Option<TypedCurrency> {
    let known = match word {
        "$" => return Some(TypedCurrency::Dollar),
        "US$" | "U$" => Currency::Usd,
        "€" => Currency::Eur,
        "R$" => Currency::Brl,
        "£" => Currency::Gbp,
        "MX$" => Currency::Mxn,
        code => Currency::from_code(&code.to_ascii_uppercase())?,
    };
    Some(TypedCurrency::Known(known))
}

/// The power of ten a word multiplies by. Letter case matters in the short ones.
fn multiplier_of(word: &str, locale: Locale) -> Option<i32> {
    match word {
        "k" | "K" => return Some(3),
        "M" => return Some(6),
        _ => {}
    }
    let lower = word.to_lowercase();
    let spoken = match locale {
        Locale::En => match (word, lower.as_str()) {
            ("B", _) => 9,
            ("T", _) => 12,
            (_, "thousand") => 3,
            (_, "mn" | "million" | "millions") => 6,
            (_, "bn" | "billion" | "billions") => 9,
            (_, "tn" | "trillion" | "trillions") => 12,
            _ => return None,
        },
        Locale::PtBr => match (word, lower.as_str()) {
            (_, "mil") => 3,
            ("MM", _) | (_, "mi" | "milhão" | "milhao" | "milhões" | "milhoes") => 6,
            (_, "bi" | "bilhão" | "bilhao" | "bilhões" | "bilhoes") => 9,
            (_, "tri" | "trilhão" | "trilhao" | "trilhões" | "trilhoes") => 12,
            _ => return None,
        },
        Locale::PtPt => match (word, lower.as_str()) {
            ("mM", _) => 9,
            ("Bi", _) => 12,
            (_, "mil") => 3,
            (_, "mi" | "milhão" | "milhao" | "milhões" | "milhoes") => 6,
            (_, "bilião" | "biliao" | "biliões" | "bilioes") => 12,
            _ => return None,
        },
        Locale::Es => match (word, lower.as_str()) {
            ("B", _) => 12,
            (_, "mil") => 3,
            ("MM", _) | (_, "mill" | "millón" | "millon" | "millones") => 6,
            (_, "billón" | "billon" | "billones") => 12,
            _ => return None,
        },
    };
    Some(spoken)
}

/// `mil millones` and `mil M` are the only pairs.
const fn combines(before: Option<i32>, next: i32) -> bool {
    match before {
        None => true,
        Some(before) => before == 3 && next == 6,
    }
}

enum Fault {
    TwoDecimals,
    Groups,
}

/// The digits with a point for the decimal separator and nothing else.
fn plain_digits(body: &str, locale: Locale) -> Result<String, Fault> {
    let separators: Vec<char> = body.chars().filter(|c| !c.is_ascii_digit()).collect();
    let groups: Vec<&str> = body.split(|c: char| !c.is_ascii_digit()).collect();
    let decimal = decimal_place(&separators, &groups, locale)?;

    let grouped = separators.len() - usize::from(decimal.is_some());
    let whole = groups.get(..=grouped).unwrap_or_default();
    if grouped > 0 && !are_groups(whole) {
        return Err(Fault::Groups);
    }
    let fraction = if decimal.is_some() {
        groups.last().copied().unwrap_or_default()
    } else {
        ""
    };
    Ok(format!("0{}.{fraction}0", whole.concat()))
}

/// Which separator is the decimal one: always the last, or none.
fn decimal_place(
    separators: &[char],
    groups: &[&str],
    locale: Locale,
) -> Result<Option<usize>, Fault> {
    let Some((&last, before)) = separators.split_last() else {
        return Ok(None);
    };
    let mut kinds: Vec<char> = before.to_vec();
    kinds.sort_unstable();
    kinds.dedup();
    let only_groups = |c: char| c == ' ' || c == '\'';
    match kinds.as_slice() {
        // One separator of one kind.
        [] if only_groups(last) => Ok(None),
        [] if last == locale.decimal_separator() => Ok(Some(0)),
        [] if are_groups(groups) => Ok(None),
        [] => Ok(Some(0)),
        // Several, all the same: they group.
        [kind] if *kind == last => {
            if only_groups(last) || are_groups(groups) {
                Ok(None)
            } else {
                Err(Fault::TwoDecimals)
            }
        }
        // One kind groups, and the last separator is decimal.
        [_] if !only_groups(last) => Ok(Some(before.len())),
        [_] => Err(Fault::Groups),
        _ => Err(Fault::TwoDecimals),
    }
}

/// Whether the digits stand in groups as people write them: one to three, not beginning with 0,
/// then threes.
fn are_groups(groups: &[&str]) -> bool {
    match groups.split_first() {
        Some((first, rest)) => {
            (1..=3).contains(&first.len())
                && !first.starts_with('0')
                && rest.iter().all(|group| group.len() == 3)
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMA_LOCALES: [Locale; 3] = [Locale::PtBr, Locale::PtPt, Locale::Es];

    #[test]
    fn points_in_comma_locales_group_only_in_threes() {
        let cases = [
            ("1.234", 1234.0),
            ("12.345", 12_345.0),
            ("123.456.789", 123_456_789.0),
            ("1.5", 1.5),
            ("0.125", 0.125),
            ("000.125", 0.125),
            ("1.2345", 1.2345),
            ("1234.567", 1234.567),
            ("12.34", 12.34),
            (".5", 0.5),
            ("5.", 5.0),
            ("-1.234", -1234.0),
            ("1,5", 1.5),
            ("1,234", 1.234),
            (",5", 0.5),
            ("1.234,56", 1234.56),
            ("1.234.567,8", 1_234_567.8),
            ("1,234.56", 1234.56),
            ("1,234,567", 1_234_567.0),
        ];
        for locale in COMMA_LOCALES {
            for (text, expected) in cases {
                assert_eq!(parse_number(text, locale), Ok(expected), "{locale} {text}");
            }
        }
    }

    #[test]
    fn commas_in_english_group_only_in_threes() {
        let cases = [
            ("1,234", 1234.0),
            ("1,5", 1.5),
            ("0,125", 0.125),
            ("1,234.56", 1234.56),
            ("1.234,56", 1234.56),
            ("1.234", 1.234),
            ("1.234.567", 1_234_567.0),
            ("1234.5", 1234.5),
            ("1,234,567.25", 1_234_567.25),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_number(text, Locale::En), Ok(expected), "{text}");
        }
    }

    #[test]
    fn spaces_and_apostrophes_group_everywhere() {
        let cases = [
            ("1 234,5", 1234.5),
            ("1\u{a0}234,5", 1234.5),
            ("1\u{202f}234\u{202f}567,5", 1_234_567.5),
            ("1'234.5", 1234.5),
            ("1’234’567", 1_234_567.0),
            // The space groups, so the point is decimal.
            ("1 234.567", 1234.567),
            ("  42 ", 42.0),
        ];
        for locale in Locale::ALL {
            for (text, expected) in cases {
                assert_eq!(parse_number(text, locale), Ok(expected), "{locale} {text}");
            }
        }
    }

    #[test]
    fn signs_currencies_and_multipliers_may_stand_beside() {
        let cases = [
            (Locale::En, "-5", -5.0),
            (Locale::En, "−5", -5.0),
            (Locale::En, "+5", 5.0),
            (Locale::En, "-$5.50", -5.5),
            (Locale::En, "$-5.50", -5.5),
            (Locale::En, "$ 1.2M", 1_200_000.0),
            (Locale::En, "2.5 bn", 2.5e9),
            (Locale::En, "3 thousand", 3000.0),
            (Locale::En, "250k", 250_000.0),
            (Locale::En, "1e6", 1e6),
            (Locale::En, "2.5e-3", 0.0025),
            (Locale::En, "1,234.50 USD", 1234.5),
            (Locale::En, "GBP 20", 20.0),
            (Locale::PtBr, "R$ 1.234,56", 1234.56),
            (Locale::PtBr, "-R$ 5", -5.0),
            (Locale::PtBr, "1,4 mi", 1_400_000.0),
            (Locale::PtBr, "R$ 2 bi", 2e9),
            (Locale::PtBr, "412 mil", 412_000.0),
            (Locale::PtBr, "3 milhões", 3e6),
            (Locale::PtPt, "2,4 mM", 2.4e9),
            (Locale::PtPt, "2 mil milhões", 2e9),
            (Locale::PtPt, "1 Bi", 1e12),
            (Locale::PtPt, "1 234,5 €", 1234.5),
            (Locale::PtPt, "1,2 M€", 1_200_000.0),
            (Locale::Es, "2400 M", 2.4e9),
            (Locale::Es, "2 mil M", 2e9),
            (Locale::Es, "5 B", 5e12),
            (Locale::Es, "1 millón", 1e6),
            (Locale::Es, "12,5 %", 0.125),
            (Locale::En, "12.5%", 0.125),
        ];
        for (locale, text, expected) in cases {
            assert_eq!(parse_number(text, locale), Ok(expected), "{locale} {text}");
        }
    }

    #[test]
    fn what_is_no_number_says_why() {
        use NumberError::{Empty, Groups, Junk, NoDigits, TooLarge, TwoDecimals};
        let text = |text: &str| text.to_owned();
        let junk = |typed: &str, part: &str| Junk {
            text: typed.to_owned(),
            part: part.to_owned(),
        };
        let cases = [
            ("", Empty),
            ("  \u{a0}", Empty),
            ("NaN", NoDigits { text: text("NaN") }),
            ("inf", NoDigits { text: text("inf") }),
            ("-", NoDigits { text: text("-") }),
            (".", NoDigits { text: text(".") }),
            ("abc", NoDigits { text: text("abc") }),
            (
                "1.2.3",
                TwoDecimals {
                    text: text("1.2.3"),
                },
            ),
            (
                "1,2,3",
                TwoDecimals {
                    text: text("1,2,3"),
                },
            ),
            (
                "1.2,3.4",
                TwoDecimals {
                    text: text("1.2,3.4"),
                },
            ),
            (
                "1.23,4",
                Groups {
                    text: text("1.23,4"),
                },
            ),
            ("1 2", Groups { text: text("1 2") }),
            (
                "1 234'567",
                Groups {
                    text: text("1 234'567"),
                },
            ),
            (
                "0 123",
                Groups {
                    text: text("0 123"),
                },
            ),
            ("12abc", junk("12abc", "abc")),
            ("abc12", junk("abc12", "abc")),
            ("5 m", junk("5 m", "m")),
            ("5 k k", junk("5 k k", "k")),
            ("5 % %", junk("5 % %", "%")),
            ("€ 5 $", junk("€ 5 $", "$")),
            ("--5", junk("--5", "-")),
            ("5-", junk("5-", "-")),
            ("(5)", junk("(5)", "(")),
            ("1e", junk("1e", "e")),
            ("0x10", junk("0x10", "x10")),
            (
                "1e309",
                TooLarge {
                    text: text("1e309"),
                },
            ),
        ];
        for locale in Locale::ALL {
            for (typed, expected) in &cases {
                assert_eq!(
                    parse_number(typed, locale).as_ref(),
                    Err(expected),
                    "{locale} {typed}"
                );
            }
        }
        // Each language's words are its own.
        assert_eq!(parse_number("5 mil", Locale::En), Err(junk("5 mil", "mil")));
        assert_eq!(parse_number("5 bi", Locale::PtPt), Err(junk("5 bi", "bi")));
        assert_eq!(parse_number("5 bn", Locale::Es), Err(junk("5 bn", "bn")));
    }

    #[test]
    fn shares_are_typed_in_percent() {
        for text in ["35", "35%", "35 %", "35,0"] {
            assert_eq!(parse_percent(text, Locale::PtBr), Ok(0.35), "{text}");
        }
        assert_eq!(parse_percent("7", Locale::En), Ok(0.07));
        assert_eq!(
            parse_percent("$7", Locale::En),
            Err(NumberError::MoneyNotExpected {
                text: "$7".to_owned()
            })
        );
    }

    #[test]
    fn a_bare_dollar_may_be_a_peso() {
        let typed = parse_typed("$5", Locale::Es).map(|typed| typed.currency);
        assert_eq!(typed, Ok(Some(TypedCurrency::Dollar)));
        assert!(TypedCurrency::Dollar.may_be(Currency::Mxn));
        assert!(!TypedCurrency::Dollar.may_be(Currency::Brl));
        assert!(TypedCurrency::Known(Currency::Eur).may_be(Currency::Eur));
    }
}

//! Any crate's message into words.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::FluentArgs;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentValue};
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use weighbridge_units::{Arg, Describe, Message, PartialDate};

use crate::dates::{self, Length};
use crate::locale::Locale;
use crate::messages::Text;
use crate::numbers::{Digits, icu_locale};

/// Figures of a plain number in a sentence: enough to see why 1.0004 is not between 0 and 1.
const PLAIN_FIGURES: usize = 6;
const PLAIN_NUMBER: Digits = Digits::Significant(PLAIN_FIGURES as u8);

impl Text {
    /// The sentence of a message.
    pub fn render(self, message: &Message) -> String {
        self.message(&message.key, Some(&self.fluent_args(&message.args)))
            .into_owned()
    }

    /// The sentence of an error, a finding, a reason.
    pub fn describe(self, subject: &dyn Describe) -> String {
        self.render(&subject.message())
    }

    /// The message of `key` with values in its gaps.
    ///
    /// ```
    /// # use weighbridge_text::{Locale, Text};
    /// let text = Text::new(Locale::En);
    /// assert_eq!(text.format("count-options", &[("count", 2_u32.into())]), "2 options");
    /// ```
    pub fn format(self, key: &str, args: &[(&'static str, Arg)]) -> String {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent.set(*name, self.fluent_value(value));
        }
        self.message(key, Some(&fluent)).into_owned()
    }

    /// The value as it stands in a sentence.
    pub fn arg(self, value: &Arg) -> String {
        match value {
            Arg::Text(text) => text.clone().into_owned(),
            Arg::Count(count) => self.number(*count as f64, Digits::WHOLE),
            Arg::Number(number) => self.number(*number, PLAIN_NUMBER),
            Arg::Decimal(number, decimals) => self.number(*number, Digits::Decimals(*decimals)),
            Arg::Ordinal(ordinal) => ordinal.to_string(),
            Arg::Money(money) => self.money(*money),
            Arg::Percent(ratio) => self.percent(*ratio, Digits::SCREEN),
            Arg::Date(date) => self.date(*date),
            Arg::Quantity(value, unit) => self.quantity(*value, *unit),
            Arg::Message(message) => self.render(message),
            Arg::List(items) => self.list(items.iter().map(|item| self.arg(item))),
        }
    }

    /// Several things joined as the language does: `a, b, and c`, `a, b e c`.
    pub fn list(self, items: impl IntoIterator<Item = String>) -> String {
        let items: Vec<String> = items.into_iter().collect();
        list_formatter(self.locale())
            .format(items.iter())
            .to_string()
    }

    /// A date in a sentence: `4 November 2026`, `by July 2025`, `2024`.
    pub fn date(self, date: PartialDate) -> String {
        self.date_of(date, Length::Long)
    }

    /// A date in a table: `4 Nov 2026`, `by Jul 2025`, `2024`.
    pub fn short_date(self, date: PartialDate) -> String {
        self.date_of(date, Length::Short)
    }

    /// The label of an input field, by the group and name of its specification.
    pub fn field_label(self, group: &str, name: &str) -> Cow<'static, str> {
        self.get(&field_key(group, name))
    }

    /// The one line of help of an input field.
    pub fn field_help(self, group: &str, name: &str) -> Cow<'static, str> {
        self.get(&format!("{}.help", field_key(group, name)))
    }

    fn date_of(self, date: PartialDate, length: Length) -> String {
        let shown = dates::date(self.locale(), date, length);
        if date.is_bound() {
            self.format("date-by", &[("date", shown.into())])
        } else {
            shown
        }
    }

    fn fluent_args(self, args: &[(Cow<'static, str>, Arg)]) -> FluentArgs<'static> {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent.set(name.clone(), self.fluent_value(value));
        }
        fluent
    }

    /// Numbers stay numbers, so that a sentence can choose between singular and plural.
    fn fluent_value(self, value: &Arg) -> FluentValue<'static> {
        let number = |value: f64, options: FluentNumberOptions| {
            FluentValue::Number(FluentNumber::new(value, options))
        };
        match value {
            Arg::Count(count) => number(*count as f64, FluentNumberOptions::default()),
            Arg::Number(value) if value.is_finite() => number(
                *value,
                FluentNumberOptions {
                    maximum_significant_digits: Some(PLAIN_FIGURES),
                    ..FluentNumberOptions::default()
                },
            ),
            Arg::Decimal(value, decimals) if value.is_finite() => number(
                *value,
                FluentNumberOptions {
                    minimum_fraction_digits: Some(usize::from(*decimals)),
                    maximum_fraction_digits: Some(usize::from(*decimals)),
                    ..FluentNumberOptions::default()
                },
            ),
            other => FluentValue::String(Cow::Owned(self.arg(other))),
        }
    }
}

/// The message key of an input field: `field-token-plan-batch-discount`.
pub fn field_key(group: &str, name: &str) -> String {
    format!(
        "field-{}-{}",
        group.replace('_', "-"),
        name.replace('_', "-")
    )
}

fn list_formatter(locale: Locale) -> &'static ListFormatter {
    static FORMATTERS: [OnceLock<ListFormatter>; 4] = [const { OnceLock::new() }; 4];
    FORMATTERS[locale.index()].get_or_init(|| {
        // British English does without the comma before "and".
        let list_locale = match locale {
            Locale::En => icu_locale_core::locale!("en-GB"),
            other => icu_locale(other),
        };
        #[expect(
            clippy::expect_used,
            reason = "the data of these four locales is compiled in"
        )]
        ListFormatter::try_new_and(list_locale.into(), ListFormatterOptions::default())
            .expect("list patterns are compiled in")
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use weighbridge_units::{Currency, Money, Unit};

    use super::*;

    #[test]
    fn values_stand_in_sentences_as_the_language_writes_them() {
        let date = PartialDate::parse("by 2025-07").unwrap();
        let text = Text::new(Locale::PtBr).in_currency(Currency::Brl, 5.0);
        let cases = [
            (Arg::from("Llama"), "Llama"),
            (Arg::Count(12_345), "12.345"),
            (Arg::Number(1234.56), "1.234,56"),
            (Arg::Number(1.0004), "1,0004"),
            (Arg::Decimal(1.5, 2), "1,50"),
            (Arg::Ordinal(2026), "2026"),
            (Arg::Money(Money::usd(1.0)), "R$\u{a0}5,00"),
            (Arg::Percent(0.125), "12,5%"),
            (Arg::Date(date), "até julho de 2025"),
            (Arg::Quantity(2.0, Unit::MONTHS), "2\u{a0}meses"),
            (Arg::key("button-save"), "Salvar"),
            (Arg::texts(["a", "b", "c"]), "a, b e c"),
        ];
        for (arg, expected) in cases {
            assert_eq!(text.arg(&arg), expected);
        }
    }

    #[test]
    fn lists_are_joined_by_each_language() {
        let joined = Locale::ALL
            .map(|locale| Text::new(locale).list(["a".into(), "b".into(), "Italia".into()]));
        assert_eq!(
            joined,
            [
                "a, b and Italia",
                "a, b e Italia",
                "a, b e Italia",
                "a, b e Italia"
            ]
        );
        assert_eq!(
            Text::new(Locale::Es).list(["a".into(), "b".into()]),
            "a y b"
        );
        assert_eq!(Text::new(Locale::En).list([]), "");
    }

    #[test]
    fn plurals_follow_the_language() {
        let months = |locale, count: u32| {
            Text::new(locale).format("count-options", &[("count", count.into())])
        };
        assert_eq!(months(Locale::En, 0), "0 options");
        assert_eq!(months(Locale::En, 1), "1 option");
        assert_eq!(months(Locale::En, 1234), "1,234 options");
        // Portuguese counts nought as one.
        assert_eq!(months(Locale::PtBr, 0), "0 opção");
        assert_eq!(months(Locale::PtPt, 2), "2 opções");
        assert_eq!(months(Locale::Es, 1), "1 opción");
    }
}

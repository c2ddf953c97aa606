//! Sentences: fluent messages of the four languages.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentValue};
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::langid;
use weighbridge_engine::scenario::LocalText;
use weighbridge_units::{Currency, Money};

use crate::chip::Chip;
use crate::compact::{self, Scale};
use crate::language_files::files;
use crate::locale::Locale;
use crate::money;
use crate::numbers::{self, Digits};

/// The user's language, and the currency the client reads figures in.
///
/// ```
/// use weighbridge_text::{Digits, Locale, Text};
/// use weighbridge_units::{Currency, Money};
///
/// let text = Text::new(Locale::PtBr).in_currency(Currency::Brl, 5.0);
/// assert_eq!(text.number(1234.5, Digits::SCREEN), "1.235");
/// assert_eq!(text.money(Money::usd(1000.0)), "R$\u{a0}5.000,00");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Text {
    locale: Locale,
    currency: Currency,
    per_usd: f64,
    chip: Chip,
}

impl Text {
    /// The texts of a locale, with money in dollars.
    pub const fn new(locale: Locale) -> Text {
        Text {
            locale,
            currency: Currency::Usd,
            per_usd: 1.0,
            chip: Chip::Gpu,
        }
    }

    /// The same with money shown in `currency`, of which one dollar buys `per_usd`.
    #[must_use]
    pub const fn in_currency(self, currency: Currency, per_usd: f64) -> Text {
        Text {
            currency,
            per_usd,
            ..self
        }
    }

    /// The same with money in dollars, as prices are typed.
    #[must_use]
    pub const fn in_dollars(self) -> Text {
        self.in_currency(Currency::Usd, 1.0)
    }

    /// The kind of hardware that words fit.
    pub(crate) const fn chip(self) -> Chip {
        self.chip
    }

    /// The same in words that fit hardware of a kind.
    pub(crate) const fn of_chip(self, chip: Chip) -> Text {
        Text { chip, ..self }
    }

    /// The locale.
    pub const fn locale(self) -> Locale {
        self.locale
    }

    /// The currency money is shown in.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The sign of the currency money is shown in: `$`, `R$`, `€`.
    pub const fn currency_symbol(self) -> &'static str {
        money::symbol(self.locale, self.currency)
    }

    // Sentences.

    /// The message of `key`, or of one of its attributes (`field-workload-users.help`).
    ///
    /// A key the language lacks is shown as itself in brackets while developing; a released
    /// program shows English, or as a last resort the key.
    pub fn get(self, key: &str) -> Cow<'static, str> {
        self.message(key, None)
    }

    /// The message of `key`, if there is one.
    pub fn find(self, key: &str) -> Option<Cow<'static, str>> {
        let variant = self.chip.variant(key);
        let found = variant.and_then(|variant| pattern_text(self.locale, &variant, None));
        found.or_else(|| pattern_text(self.locale, key, None))
    }

    /// A text that a framework or a client brings, in the nearest language it has.
    pub fn local(self, text: &LocalText) -> &str {
        text.in_languages(match self.locale {
            Locale::En => &["en"],
            Locale::PtBr => &["pt-BR", "pt"],
            Locale::PtPt => &["pt-PT", "pt"],
            Locale::Es => &["es"],
        })
    }

    pub(crate) fn message(self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let variant = self.chip.variant(key);
        let found = variant.and_then(|variant| pattern_text(self.locale, &variant, args));
        found.unwrap_or_else(|| resolve(self.locale, key, args, cfg!(debug_assertions)))
    }

    // Numbers. What a sentence shows is written by the same functions.

    /// A plain number; a dash where it is not finite.
    pub fn number(self, value: f64, digits: Digits) -> String {
        numbers::number(self.locale, value, digits)
    }

    /// A number as a field holds it for editing: the fewest digits that read back to it.
    pub fn editable(self, value: f64) -> String {
        self.number(value, Digits::Shortest)
    }

    /// A ratio as a percentage.
    pub fn percent(self, ratio: f64, digits: Digits) -> String {
        numbers::percent(self.locale, ratio, digits)
    }

    /// A number from ten thousand on shortened to three figures: `412K`, `1,4 mi`.
    pub fn compact(self, value: f64) -> String {
        compact::compact(self.locale, value, 3)
    }

    /// The scale that suits `largest`, for all values of an axis or column.
    pub fn scale_of(self, largest: f64) -> Scale {
        compact::scale_of(self.locale, largest)
    }

    /// A number in a scale: `12.5K`.
    pub fn in_scale(self, value: f64, scale: Scale, digits: Digits) -> String {
        compact::in_scale(self.locale, value, scale, digits)
    }

    /// Money in the client's currency, with the digits a board reads: cents below ten thousand,
    /// none above, more where an amount is below one.
    pub fn money(self, money: Money) -> String {
        let value = self.converted(money);
        self.amount(
            value,
            self.currency,
            money::amount_digits(value, self.currency),
        )
    }

    /// Money in the client's currency with exactly the digits asked for.
    pub fn money_with(self, money: Money, digits: Digits) -> String {
        self.amount(self.converted(money), self.currency, digits)
    }

    /// Money in the client's currency, shortened: `$1.23M`.
    pub fn compact_money(self, money: Money) -> String {
        money::compact_amount(self.locale, self.converted(money), self.currency, 3)
    }

    /// Money in the client's currency, in a scale of that currency.
    pub fn money_in_scale(self, money: Money, scale: Scale, digits: Digits) -> String {
        money::amount_in_scale(
            self.locale,
            self.converted(money),
            self.currency,
            scale,
            digits,
        )
    }

    /// An amount of any currency, not converted.
    pub fn amount(self, value: f64, currency: Currency, digits: Digits) -> String {
        money::amount(self.locale, value, currency, digits)
    }

    /// An amount in dollars as an amount of the client's currency.
    pub fn converted(self, money: Money) -> f64 {
        money.to_usd() * self.per_usd
    }
}

/// Whether English, and so every language, has the message `key` or `key.attribute`.
pub fn known_key(key: &str) -> bool {
    let (id, attribute) = split_key(key);
    bundle(Locale::En)
        .get_message(id)
        .is_some_and(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).is_some(),
            None => message.value().is_some(),
        })
}

/// The message, or what stands in for it; `strict` makes a missing one visible.
fn resolve(
    locale: Locale,
    key: &str,
    args: Option<&FluentArgs<'_>>,
    strict: bool,
) -> Cow<'static, str> {
    if let Some(found) = pattern_text(locale, key, args) {
        return found;
    }
    if strict {
        return Cow::Owned(format!("[{key}]"));
    }
    pattern_text(Locale::En, key, args).unwrap_or_else(|| Cow::Owned(key.to_owned()))
}

fn pattern_text(
    locale: Locale,
    key: &str,
    args: Option<&FluentArgs<'_>>,
) -> Option<Cow<'static, str>> {
    let (id, attribute) = split_key(key);
    let bundle = bundle(locale);
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    // A missing argument is shown as `{$name}`, which a reader can report; nothing else can go
    // wrong in files that the tests have read.
    let mut faults = Vec::new();
    match bundle.format_pattern(pattern, args, &mut faults) {
        Cow::Borrowed(text) => Some(Cow::Borrowed(text)),
        Cow::Owned(text) => Some(Cow::Owned(text)),
    }
}

fn split_key(key: &str) -> (&str, Option<&str>) {
    match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    }
}

/// The messages of a locale, read on first use.
fn bundle(locale: Locale) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 4] = [const { OnceLock::new() }; 4];
    BUNDLES[locale.index()].get_or_init(|| {
        let language = match locale {
            Locale::En => langid!("en"),
            Locale::PtBr => langid!("pt-BR"),
            Locale::PtPt => langid!("pt-PT"),
            Locale::Es => langid!("es"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The marks would end up in files and screen readers; all four languages run one way.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match locale {
            Locale::En => |value, _| number_in_message(Locale::En, value),
            Locale::PtBr => |value, _| number_in_message(Locale::PtBr, value),
            Locale::PtPt => |value, _| number_in_message(Locale::PtPt, value),
            Locale::Es => |value, _| number_in_message(Locale::Es, value),
        }));
        for (name, text) in files(locale) {
            // A broken entry costs that entry only; the tests refuse it.
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(rest, faults)| {
                    debug_assert!(false, "{locale}/{name}: {faults:?}");
                    rest
                });
            if let Err(faults) = bundle.add_resource(resource) {
                debug_assert!(false, "{locale}/{name}: {faults:?}");
            }
        }
        bundle
    })
}

/// Numbers inside sentences are written by ICU4X, not by fluent.
fn number_in_message(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, options }) = value else {
        return None;
    };
    let narrow = |digits: usize| u8::try_from(digits).unwrap_or(u8::MAX);
    let digits = match (
        options.maximum_significant_digits,
        options.minimum_fraction_digits,
        options.maximum_fraction_digits,
    ) {
        (Some(figures), _, _) => Digits::Significant(narrow(figures)),
        (None, None, None) => Digits::Shortest,
        (None, least, most) => {
            let least = narrow(least.unwrap_or(0));
            Digits::Between(least, most.map_or(least, narrow).max(least))
        }
    };
    Some(numbers::number(locale, *value, digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_is_visible_when_developing_and_survives_a_release() {
        assert_eq!(
            resolve(Locale::Es, "no-such-key", None, true),
            "[no-such-key]"
        );
        assert_eq!(
            resolve(Locale::Es, "no-such-key", None, false),
            "no-such-key"
        );
        assert!(!known_key("no-such-key"));
        assert!(!known_key("button-open.no-such-attribute"));
        assert!(known_key("button-open"));
    }

    #[test]
    fn switching_the_language_switches_words() {
        let words: Vec<_> = Locale::ALL
            .map(|locale| Text::new(locale).get("button-save"))
            .into();
        assert_eq!(words, ["Save", "Salvar", "Guardar", "Guardar"]);
    }

    #[test]
    fn texts_without_gaps_are_not_copied() {
        assert!(matches!(
            Text::new(Locale::En).get("button-save"),
            Cow::Borrowed(_)
        ));
    }
}

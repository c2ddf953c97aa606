//! Messages without words: a key and its arguments, made by any crate and put into the user's
//! language by `text`, which needs to know nothing of the crate that made them.

use std::borrow::Cow;

use crate::{Bytes, Money, PartialDate, Ratio, TokenPrice, Unit};

/// Something to tell the user: which sentence, and what stands in its gaps.
///
/// ```
/// use weighbridge_units::Message;
///
/// let message = Message::new("finding-memory-short").with("model", "Llama 3.1 405B").with("gpus", 8_u32);
/// assert_eq!(message.key, "finding-memory-short");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// The key of the sentence in the language files, as `error-file-not-found`.
    pub key: Cow<'static, str>,
    /// The named values that the sentence shows, in no particular order.
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// A value inside a [`Message`], still without digits or words of any language.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Text that is the same in every language: a name, an id, a path.
    Text(Cow<'static, str>),
    /// A whole number of things; sentences choose between singular and plural by it.
    Count(u64),
    /// A plain number, shown with up to six significant figures.
    Number(f64),
    /// A plain number, shown with exactly this many decimals.
    Decimal(f64, u8),
    /// A year, a port, a line: a whole number that is never grouped.
    Ordinal(i64),
    /// Money in United States dollars, shown in the client's currency.
    Money(Money),
    /// A ratio, shown as a percentage.
    Percent(f64),
    /// A date, as precise as it is known.
    Date(PartialDate),
    /// A value in a unit, shown with the unit's name.
    Quantity(f64, Unit),
    /// Another message, set into this one.
    Message(Box<Message>),
    /// Several values, joined by commas and an "and".
    List(Vec<Arg>),
}

/// Implemented by what a user may have to be told: errors, findings, reasons.
pub trait Describe {
    /// The sentence to show, with its values.
    fn message(&self) -> Message;
}

impl Message {
    /// A message with no arguments yet.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Message {
        Message {
            key: key.into(),
            args: Vec::new(),
        }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Arg>) -> Message {
        self.args.push((name.into(), value.into()));
        self
    }

    /// The argument called `name`, if there is one.
    pub fn arg(&self, name: &str) -> Option<&Arg> {
        self.args
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value)
    }
}

impl Arg {
    /// The name of something that has a message of its own, as a kind of option or a month.
    pub fn key(key: impl Into<Cow<'static, str>>) -> Arg {
        Arg::Message(Box::new(Message::new(key)))
    }

    /// A list of texts that are the same in every language.
    pub fn texts<T: Into<Cow<'static, str>>>(texts: impl IntoIterator<Item = T>) -> Arg {
        Arg::List(
            texts
                .into_iter()
                .map(|text| Arg::Text(text.into()))
                .collect(),
        )
    }
}

impl Describe for Message {
    fn message(&self) -> Message {
        self.clone()
    }
}

impl From<&'static str> for Arg {
    fn from(text: &'static str) -> Arg {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(Cow::Owned(text))
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Arg {
        Arg::Count(u64::from(count))
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Arg {
        Arg::Count(count)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Arg {
        Arg::Count(count as u64)
    }
}

impl From<f64> for Arg {
    fn from(value: f64) -> Arg {
        Arg::Number(value)
    }
}

impl From<Money> for Arg {
    fn from(money: Money) -> Arg {
        Arg::Money(money)
    }
}

impl From<Ratio> for Arg {
    fn from(ratio: Ratio) -> Arg {
        Arg::Percent(ratio.get())
    }
}

impl From<Bytes> for Arg {
    fn from(bytes: Bytes) -> Arg {
        Arg::Quantity(bytes.get(), Unit::BYTES)
    }
}

impl From<TokenPrice> for Arg {
    fn from(price: TokenPrice) -> Arg {
        Arg::Quantity(price.to_usd_per_million(), Unit::USD_PER_MILLION_TOKENS)
    }
}

impl From<PartialDate> for Arg {
    fn from(date: PartialDate) -> Arg {
        Arg::Date(date)
    }
}

impl From<(f64, Unit)> for Arg {
    fn from((value, unit): (f64, Unit)) -> Arg {
        Arg::Quantity(value, unit)
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Arg {
        Arg::Message(Box::new(message))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn arguments_keep_their_kind() {
        let message = Message::new("key")
            .with("name", "Llama")
            .with("gpus", 8_u32)
            .with("price", TokenPrice::usd_per_million(2.5).unwrap())
            .with("kind", Arg::key("deployment-on-device"));
        assert_eq!(message.arg("name"), Some(&Arg::Text("Llama".into())));
        assert_eq!(message.arg("gpus"), Some(&Arg::Count(8)));
        assert_eq!(
            message.arg("price"),
            Some(&Arg::Quantity(2.5, Unit::USD_PER_MILLION_TOKENS))
        );
        assert_eq!(
            message.arg("kind"),
            Some(&Message::new("deployment-on-device").into())
        );
        assert_eq!(message.arg("absent"), None);
    }
}

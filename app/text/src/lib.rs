//! Sentences and numbers in the user's language.
//!
//! [`Text`] is the one thing screens, charts and paper hold: a locale, and the currency the client
//! reads figures in.
//! It is small and `Copy`; what it needs (ICU4X formatters, fluent bundles) is made once for each
//! locale and shared, so switching the language costs nothing.
//!
//! Conventions:
//! - Numbers follow CLDR through ICU4X; `docs/languages.md` says where we chose.
//! - A [`Message`](weighbridge_units::Message) from any crate is rendered by [`Text::render`]
//!   without knowing that crate.
//! - What a user typed is read by [`parse`], by the rules of the locale and common others.
//!
//! This crate does no I/O: the language files are compiled in. It does not compute: a value
//! arrives finished, in the unit it names.

mod about;
mod chip;
mod choice;
mod compact;
mod dates;
mod language_files;
mod locale;
mod machines;
mod messages;
mod money;
mod numbers;
pub mod parse;
mod quantities;
mod render;

pub use about::field_key_of;
pub use choice::{ChoiceWords, WayToFindOut};
pub use compact::Scale;
pub use locale::{Locale, UnknownLocale};
pub use machines::rate_name;
pub use messages::{Text, known_key};
pub use numbers::Digits;
pub use parse::{NumberError, Typed, TypedCurrency, parse_number, parse_percent, parse_typed};
pub use render::field_key;

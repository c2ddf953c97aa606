//! Quantities of Weighbridge: units, money, tokens, memory, partial dates, and the
//! arithmetic that makes sense between them.
//!
//! Two layers stand here.
//! [`Unit`] is a unit known at run time: the engine writes its arithmetic once over a number
//! trait and lets the traced form of that arithmetic check and print units.
//! The typed quantities ([`Money`], [`TokenPrice`], [`Tokens`], [`Bytes`], [`Ratio`], …) are for
//! doors between crates, where a unit must not be mistaken.
//!
//! This crate does no I/O, knows no clock and no language.

mod currency;
mod date;
pub mod message;
mod quantity;
mod unit;

pub use currency::Currency;
pub use date::{DateError, PartialDate, Precision};
pub use message::{Arg, Describe, Message};
pub use quantity::{Bytes, Money, OutOfRange, Ratio, TokenPrice, Tokens};
pub use unit::{Base, Unit};

/// Hours in an average month, as used throughout for rent and energy: 365 × 24 ÷ 12.
pub const HOURS_PER_MONTH: f64 = 730.0;
/// Seconds in an hour.
pub const SECONDS_PER_HOUR: f64 = 3600.0;
/// Months in a year.
pub const MONTHS_PER_YEAR: f64 = 12.0;

//! What is wrong with an input that no formula can answer.

use weighbridge_units::{Describe, Message};

/// An input that cannot be meant. `what` names the input in the words of the code.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FinanceError {
    /// A number is missing its value: not a number, or infinite.
    #[error("{what} must be a finite number")]
    NotFinite {
        /// The input.
        what: &'static str,
    },
    /// A rate of −100 % or less, at which money loses all its worth in one period.
    #[error("{what} must be above -100 %, not {value}")]
    RateTooLow {
        /// The input.
        what: &'static str,
        /// Its value, as a ratio.
        value: f64,
    },
    /// A quantity below zero.
    #[error("{what} must not be negative, not {value}")]
    Negative {
        /// The input.
        what: &'static str,
        /// Its value.
        value: f64,
    },
    /// A quantity that must be above zero.
    #[error("{what} must be above zero, not {value}")]
    NotPositive {
        /// The input.
        what: &'static str,
        /// Its value.
        value: f64,
    },
    /// A share or probability outside 0 to 1.
    #[error("{what} must lie between 0 and 1, not {value}")]
    NotAShare {
        /// The input.
        what: &'static str,
        /// Its value.
        value: f64,
    },
    /// More successes than tries.
    #[error("{part} of {whole} cannot have passed")]
    PartExceedsWhole {
        /// How many are said to have passed.
        part: u64,
        /// How many there were.
        whole: u64,
    },
    /// A range that ends before it begins.
    #[error("the range from {start} to {end} is empty")]
    EmptyRange {
        /// Where it begins.
        start: f64,
        /// Where it ends.
        end: f64,
    },
    /// The flows change sign more often than the root finder follows.
    #[error("the flows change sign {found} times; at most {limit} are followed")]
    TooManySignChanges {
        /// How often they do.
        found: usize,
        /// How often they may.
        limit: usize,
    },
    /// The answer falls apart into more intervals than anybody can read.
    #[error("the answer has more than {limit} separate intervals")]
    TooManyIntervals {
        /// How many it may have.
        limit: usize,
    },
    /// A function that was handed in has no value at a place it was asked about.
    #[error("the function has no value at {at}")]
    UndefinedAt {
        /// The place.
        at: f64,
    },
}

impl Describe for FinanceError {
    fn message(&self) -> Message {
        match *self {
            FinanceError::NotFinite { what } => {
                Message::new("error-finance-not-finite").with("what", what)
            }
            FinanceError::RateTooLow { what, value } => Message::new("error-finance-rate-too-low")
                .with("what", what)
                .with("value", value),
            FinanceError::Negative { what, value } => Message::new("error-finance-negative")
                .with("what", what)
                .with("value", value),
            FinanceError::NotPositive { what, value } => Message::new("error-finance-not-positive")
                .with("what", what)
                .with("value", value),
            FinanceError::NotAShare { what, value } => Message::new("error-finance-not-a-share")
                .with("what", what)
                .with("value", value),
            FinanceError::PartExceedsWhole { part, whole } => {
                Message::new("error-finance-part-exceeds-whole")
                    .with("part", part)
                    .with("whole", whole)
            }
            FinanceError::EmptyRange { start, end } => Message::new("error-finance-empty-range")
                .with("start", start)
                .with("end", end),
            FinanceError::TooManySignChanges { found, limit } => {
                Message::new("error-finance-too-many-sign-changes")
                    .with("found", found)
                    .with("limit", limit)
            }
            FinanceError::TooManyIntervals { limit } => {
                Message::new("error-finance-too-many-intervals").with("limit", limit)
            }
            FinanceError::UndefinedAt { at } => {
                Message::new("error-finance-undefined-at").with("at", at)
            }
        }
    }
}

/// `value`, if it is a number at all.
pub(crate) fn finite(what: &'static str, value: f64) -> Result<f64, FinanceError> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(FinanceError::NotFinite { what })
    }
}

/// `value`, if it is a rate above −100 %.
pub(crate) fn rate_above_minus_one(what: &'static str, value: f64) -> Result<f64, FinanceError> {
    if finite(what, value)? > -1.0 {
        Ok(value)
    } else {
        Err(FinanceError::RateTooLow { what, value })
    }
}

/// `value`, if it is zero or more.
pub(crate) fn not_negative(what: &'static str, value: f64) -> Result<f64, FinanceError> {
    if finite(what, value)? >= 0.0 {
        Ok(value)
    } else {
        Err(FinanceError::Negative { what, value })
    }
}

/// `value`, if it is above zero.
pub(crate) fn positive(what: &'static str, value: f64) -> Result<f64, FinanceError> {
    if finite(what, value)? > 0.0 {
        Ok(value)
    } else {
        Err(FinanceError::NotPositive { what, value })
    }
}

/// `value`, if it is a share or a probability.
pub(crate) fn share(what: &'static str, value: f64) -> Result<f64, FinanceError> {
    if (0.0..=1.0).contains(&finite(what, value)?) {
        Ok(value)
    } else {
        Err(FinanceError::NotAShare { what, value })
    }
}

/// All of `values`, if each is a number.
pub(crate) fn all_finite<'a>(
    what: &'static str,
    values: &'a [f64],
) -> Result<&'a [f64], FinanceError> {
    for &value in values {
        finite(what, value)?;
    }
    Ok(values)
}

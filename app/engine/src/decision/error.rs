//! What is wrong with an input of a decision method.

/// An input that cannot be meant. `what` names the input in the words of the code.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum DecisionError {
    /// There is nothing to decide between or by.
    #[error("there are no {what}")]
    Empty {
        /// What is missing.
        what: &'static str,
    },
    /// Two lists that belong together differ in length.
    #[error("there are {found} {what} where {wanted} are needed")]
    WrongCount {
        /// What is counted.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many there should be.
        wanted: usize,
    },
    /// A number is missing its value: not a number, or infinite.
    #[error("{what} must be a finite number")]
    NotFinite {
        /// The input.
        what: &'static str,
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
    /// A share or chance outside 0 to 1.
    #[error("{what} must lie between 0 and 1, not {value}")]
    NotAShare {
        /// The input.
        what: &'static str,
        /// Its value.
        value: f64,
    },
    /// Every weight is zero.
    #[error("at least one weight must be above zero")]
    NoWeight,
    /// Chances that do not sum to one.
    #[error("chances must sum to one, and these sum to {sum}")]
    ChancesSum {
        /// What they sum to.
        sum: f64,
    },
    /// A range whose ends are the wrong way round or the same.
    #[error("{what} must rise, and it goes from {start} to {end}")]
    NotRising {
        /// The range.
        what: &'static str,
        /// Where it begins.
        start: f64,
        /// Where it ends.
        end: f64,
    },
    /// Worst and best of a value function are the same figure.
    #[error("worst and best must differ, and both are {value}")]
    SameAnchors {
        /// The figure.
        value: f64,
    },
    /// A normalisation that has no meaning for a criterion's figures.
    #[error(
        "the figures of criterion {criterion} are too near zero or negative for this normalisation"
    )]
    CannotNormalise {
        /// The criterion, the first being 0.
        criterion: usize,
    },
    /// Options that do not differ in any criterion cannot be ranked by distance.
    #[error("the options do not differ in any criterion")]
    NothingToTellApart,
    /// A comparison is not the reciprocal of its mirror image.
    #[error("comparison {row} with {column} and its mirror image do not agree")]
    NotReciprocal {
        /// Row of the comparison, the first being 0.
        row: usize,
        /// Column of the comparison, the first being 0.
        column: usize,
    },
    /// There is no random index for a matrix of this size.
    #[error("there is no random index for {size} criteria")]
    NoRandomIndex {
        /// How many criteria are compared.
        size: usize,
    },
    /// No weighting, or next to none, keeps to the limits.
    #[error("no weighting keeps to these limits")]
    NoWeighting,
    /// A place that is not in a list.
    #[error("{what} number {place} is not in the list")]
    NoSuchPlace {
        /// What is counted.
        what: &'static str,
        /// The place, the first being 0.
        place: usize,
    },
    /// A place that is named twice.
    #[error("{what} number {place} is named twice")]
    Twice {
        /// What is counted.
        what: &'static str,
        /// The place, the first being 0.
        place: usize,
    },
    /// One criterion has all the weight, so that nothing says how the others share the rest.
    #[error("one criterion has all the weight, and the others have no proportions to keep")]
    NoProportions,
}

/// `value`, if it is a number at all.
pub(super) fn finite(what: &'static str, value: f64) -> Result<f64, DecisionError> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(DecisionError::NotFinite { what })
    }
}

/// All of `values`, if each is a number.
pub(super) fn all_finite(what: &'static str, values: &[f64]) -> Result<(), DecisionError> {
    values
        .iter()
        .try_for_each(|value| finite(what, *value).map(|_| ()))
}

/// `value`, if it is zero or more.
pub(super) fn not_negative(what: &'static str, value: f64) -> Result<f64, DecisionError> {
    if finite(what, value)? >= 0.0 {
        Ok(value)
    } else {
        Err(DecisionError::Negative { what, value })
    }
}

/// `value`, if it is above zero.
pub(super) fn positive(what: &'static str, value: f64) -> Result<f64, DecisionError> {
    if finite(what, value)? > 0.0 {
        Ok(value)
    } else {
        Err(DecisionError::NotPositive { what, value })
    }
}

/// `value`, if it is a share or a chance.
pub(super) fn share(what: &'static str, value: f64) -> Result<f64, DecisionError> {
    if (0.0..=1.0).contains(&finite(what, value)?) {
        Ok(value)
    } else {
        Err(DecisionError::NotAShare { what, value })
    }
}

/// Nothing, if a list is as long as it should be.
pub(super) fn counted(
    what: &'static str,
    found: usize,
    wanted: usize,
) -> Result<(), DecisionError> {
    if found == wanted {
        Ok(())
    } else {
        Err(DecisionError::WrongCount {
            what,
            found,
            wanted,
        })
    }
}

/// How far from one chances may sum: they are often given with few digits.
const CHANCES_SLACK: f64 = 1e-6;

/// Nothing, if these are chances of which exactly one comes true.
pub(super) fn chances(values: &[f64]) -> Result<(), DecisionError> {
    for value in values {
        share("a chance", *value)?;
    }
    let sum: f64 = values.iter().sum();
    if (sum - 1.0).abs() <= CHANCES_SLACK {
        Ok(())
    } else {
        Err(DecisionError::ChancesSum { sum })
    }
}

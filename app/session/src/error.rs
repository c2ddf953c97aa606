//! Why an action was not done.

use weighbridge_engine::compose::ComposeError;
use weighbridge_engine::scenario::{Measurement, OptionId, SetError};
use weighbridge_engine::uncertainty::{CorrelationFault, RangeFault};
use weighbridge_units::{Describe, Message};

/// Why an action was not done; the scenario is as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ActionError {
    /// A value does not fit its field, or nothing stands at the path.
    #[error(transparent)]
    Set(#[from] SetError),
    /// The catalogue has no such record, or it does not fit the option.
    #[error(transparent)]
    Compose(#[from] ComposeError),
    /// The scenario has no such option.
    #[error("there is no option “{0}”")]
    NoSuchOption(OptionId),
    /// A range that cannot be drawn from.
    #[error(transparent)]
    Range(#[from] RangeFault),
    /// Correlations that cannot be.
    #[error(transparent)]
    Correlation(#[from] CorrelationFault),
    /// Limits of a price list that do not rise.
    #[error("limits must rise from step to step, and {0} does not")]
    StepOrder(f64),
    /// Nothing stands at this place of a list.
    #[error("there is no entry {0} in the list")]
    NoSuchEntry(usize),
    /// A cascade cannot ask itself or another cascade.
    #[error("a cascade cannot ask “{0}”, which is a cascade")]
    NestedCascade(OptionId),
    /// A cascade must ask something first.
    #[error("a cascade must ask an option first")]
    NothingAskedFirst,
    /// Anchors of a criterion that do not differ or are no numbers.
    #[error(
        "the worst and the best of a criterion must be two numbers that differ, not {0} and {1}"
    )]
    Anchors(f64, f64),
    /// A comparison out of its range.
    #[error("one criterion is from 1/9 to 9 times as important as another, not {0}")]
    Comparison(f64),
    /// A score out of its range.
    #[error("a score must lie between 0 and 100, and {0} does not")]
    Score(f64),
    /// The scenario has no such measurement.
    #[error("there is no measurement “{0}”")]
    NoSuchMeasurement(String),
    /// A measurement that is no positive number.
    #[error("a measurement must be a positive number, and {0} is not")]
    NotMeasured(f64),
    /// More measurements than a scenario keeps.
    #[error("a scenario keeps {} measurements at most", Measurement::MOST)]
    TooManyMeasurements,
}

impl Describe for ActionError {
    fn message(&self) -> Message {
        match self {
            ActionError::Set(error) => error.message(),
            ActionError::Compose(error) => error.message(),
            ActionError::NoSuchOption(id) => {
                Message::new("error-no-such-option").with("option", id.to_string())
            }
            // Shown at the field, which needs no path.
            ActionError::Range(range) => range.fault.message(range.reading),
            ActionError::Correlation(fault) => fault.message(),
            ActionError::StepOrder(above) => Message::new("fault-step-order").with("above", *above),
            ActionError::NoSuchEntry(index) => {
                Message::new("error-no-such-entry").with("place", *index + 1)
            }
            ActionError::NestedCascade(id) => {
                Message::new("error-nested-cascade").with("option", id.to_string())
            }
            ActionError::NothingAskedFirst => Message::new("error-nothing-asked-first"),
            ActionError::Anchors(worst, best) => Message::new("error-anchors")
                .with("worst", *worst)
                .with("best", *best),
            ActionError::Comparison(times) => {
                Message::new("error-comparison").with("times", *times)
            }
            ActionError::Score(value) => Message::new("error-score").with("value", *value),
            ActionError::NoSuchMeasurement(id) => {
                Message::new("error-no-such-measurement").with("measurement", id.clone())
            }
            ActionError::NotMeasured(value) => {
                Message::new("error-not-measured").with("value", value.to_string())
            }
            ActionError::TooManyMeasurements => {
                Message::new("error-too-many-measurements").with("most", Measurement::MOST)
            }
        }
    }
}

//! Paths of inputs: `workload.requests_per_month`, `options.hosted.token_plan.batch_discount`.
//!
//! A path is the stable id of an input: options stand in it by id, never by position or name.

mod arithmetic;
mod choices;
mod decision;

use std::fmt;

use weighbridge_units::{Arg, Describe, Message};

use super::{OptionId, Scenario};
use crate::figure::{FieldSpec, Figure, ValueFault};

pub use choices::USUAL;

/// The path of an input, which is its stable id.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InputPath(String);

impl InputPath {
    /// The path of a text; whether something stands there is for the scenario to say.
    pub fn new(path: impl Into<String>) -> InputPath {
        InputPath(path.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for InputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A value for a path: a number for a figure, a word for a choice.
#[derive(Debug, Clone, PartialEq)]
pub enum Setting {
    /// A number.
    Number(f64),
    /// A word, such as `active-hours`.
    Word(String),
}

/// Why a path could not be set.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SetError {
    /// Nothing stands at the path.
    #[error("there is no input “{path}”")]
    UnknownPath {
        /// The path given.
        path: String,
    },
    /// A word was given where a number stands.
    #[error("“{path}” takes a number, and “{given}” is none")]
    NotANumber {
        /// The path given.
        path: String,
        /// The word given.
        given: String,
    },
    /// The number does not fit the field.
    #[error("“{path}” does not take this value")]
    Value {
        /// The path given.
        path: String,
        /// Why not.
        fault: ValueFault,
    },
    /// The choice has no such word.
    #[error("“{path}” takes one of {allowed:?}, and “{given}” is none of them")]
    UnknownChoice {
        /// The path given.
        path: String,
        /// The word given.
        given: String,
        /// The words it takes.
        allowed: Vec<&'static str>,
    },
}

impl Describe for SetError {
    fn message(&self) -> Message {
        match self {
            SetError::UnknownPath { path } => {
                Message::new("error-set-unknown-path").with("path", path.clone())
            }
            SetError::NotANumber { path, given } => Message::new("error-set-not-a-number")
                .with("path", path.clone())
                .with("given", given.clone()),
            SetError::Value { path, fault } => Message::new("error-set-value")
                .with("path", path.clone())
                .with("why", Arg::Message(Box::new(fault.message()))),
            SetError::UnknownChoice {
                path,
                given,
                allowed,
            } => Message::new("error-set-unknown-choice")
                .with("path", path.clone())
                .with("given", given.clone())
                .with("allowed", allowed.join(", ")),
        }
    }
}

impl Describe for ValueFault {
    fn message(&self) -> Message {
        match self {
            ValueFault::NotFinite => Message::new("fault-value-not-finite"),
            ValueFault::OutOfRange { min, max, value } => Message::new("fault-value-out-of-range")
                .with("min", Arg::Number(*min))
                .with("max", Arg::Number(*max))
                .with("value", Arg::Number(*value)),
            ValueFault::NotWhole { value } => {
                Message::new("fault-value-not-whole").with("value", Arg::Number(*value))
            }
        }
    }
}

/// The figure at a path and its field.
pub(super) fn find<'a>(
    scenario: &'a Scenario,
    path: &InputPath,
) -> Option<(&'static FieldSpec, &'a Figure)> {
    arithmetic::find(scenario, path).or_else(|| decision::find(scenario, path))
}

impl Scenario {
    /// The field at a path.
    pub fn spec(&self, path: &InputPath) -> Option<&'static FieldSpec> {
        decision::spec(self, path).or_else(|| Some(arithmetic::find(self, path)?.0))
    }

    /// Replaces the figure at a path.
    ///
    /// # Errors
    /// [`SetError`] where nothing stands there or the value does not fit the field.
    pub fn set_figure(&mut self, path: &InputPath, figure: Figure) -> Result<(), SetError> {
        let unknown = || SetError::UnknownPath {
            path: path.to_string(),
        };
        let spec = self.spec(path).ok_or_else(unknown)?;
        spec.check(figure.value).map_err(|fault| SetError::Value {
            path: path.to_string(),
            fault,
        })?;
        let place = match arithmetic::find_mut(self, path) {
            Some((_, place)) => Some(place),
            None => decision::place(self, path),
        };
        *place.ok_or_else(unknown)? = figure;
        Ok(())
    }

    /// Sets a figure or a choice, as `--set PATH=VALUE` does; a figure becomes entered.
    ///
    /// Choices are `question.horizon_months`, `question.currency`, `question.date`,
    /// `options.ID.price_law`, `options.ID.billing`, `options.ID.purchase`,
    /// `options.ID.useful_life_months`, `options.ID.throughput`, `options.ID.mode`,
    /// `options.ID.customisation_method`, `options.ID.data_place`, `gates.ID.on`,
    /// `gates.ID.allowed`, `priorities.cost_role` and `conditions.ID.answer`, which sets
    /// everything that follows from the answer.
    ///
    /// # Errors
    /// [`SetError`] where nothing stands there or the value does not fit.
    pub fn set(&mut self, path: &InputPath, value: &Setting) -> Result<(), SetError> {
        if self.spec(path).is_some() {
            return match value {
                Setting::Number(number) => self.set_figure(path, Figure::entered(*number)),
                Setting::Word(word) => Err(SetError::NotANumber {
                    path: path.to_string(),
                    given: word.clone(),
                }),
            };
        }
        let parts: Vec<&str> = path.as_str().split('.').collect();
        match parts.as_slice() {
            ["gates", id, choice] => decision::set_gate(self, path, id, choice, value),
            ["priorities", "cost_role"] => decision::set_cost_role(self, path, value),
            ["conditions", id, "answer"] => decision::set_answer(self, path, id, value),
            ["question", choice] => self.set_question(path, choice, value),
            ["options", id, choice] => {
                let unknown = || SetError::UnknownPath {
                    path: path.to_string(),
                };
                let id = OptionId::parse(id).ok_or_else(unknown)?;
                let option = self.option_mut(&id).ok_or_else(unknown)?;
                choices::set_option_choice(option, path, choice, value)
            }
            _ => Err(SetError::UnknownPath {
                path: path.to_string(),
            }),
        }
    }
}

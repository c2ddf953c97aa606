//! Paths of inputs: `workload.requests_per_month`, `options.hosted.token_plan.batch_discount`.
//!
//! A path is the stable id of an input: options stand in it by id, never by position or name.

use std::fmt;

use weighbridge_units::{Arg, Currency, Describe, Message, PartialDate};

use super::{
    Billing, CascadeMode, CustomisationMethod, DecisionOption, LONGEST_HORIZON_MONTHS, OptionId,
    Plan, PriceLaw, Purchase, SHORTEST_HORIZON_MONTHS, Scenario, ThroughputSource,
};
use crate::figure::{FieldSpec, Figure, FigureGroup, ValueFault};

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
    let (owner, group, index, field) = split(path.as_str())?;
    match owner {
        None => match group {
            "finance" => get(&scenario.finance, field),
            "workload" => get(&scenario.workload, field),
            "salaries" => get(&scenario.salaries, field),
            _ => None,
        },
        Some(id) => {
            let option = scenario
                .options
                .iter()
                .find(|option| option.id.as_str() == id)?;
            find_in_option(option, group, index, field)
        }
    }
}

fn find_in_option<'a>(
    option: &'a DecisionOption,
    group: &str,
    index: Option<usize>,
    field: &str,
) -> Option<(&'static FieldSpec, &'a Figure)> {
    match (group, index) {
        ("people", None) => return get(&option.people, field),
        ("maintenance", None) => return get(&option.maintenance, field),
        ("customisation", None) => return get(&option.customisation, field),
        ("transition", None) => return get(&option.transition, field),
        ("licence", None) => return get(&option.licence, field),
        ("quality", None) => return get(&option.quality, field),
        _ => {}
    }
    match (&option.plan, group, index) {
        (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api), _, _) => match (group, index) {
            ("token_plan", None) => get(&api.token_plan, field),
            ("context_tier", Some(index)) => get(api.tiers.get(index)?, field),
            ("volume_discount", Some(index)) => get(api.volume_discounts.get(index)?, field),
            ("successor", None) => get(api.retirement.as_ref()?.successor.as_ref()?, field),
            _ => None,
        },
        (Plan::RentedGpu(plan), "serving", None) => get(&plan.hosting.serving, field),
        (Plan::RentedGpu(plan), "rented", None) => get(&plan.rented, field),
        (Plan::OnPremises(plan), "serving", None) => get(&plan.hosting.serving, field),
        (Plan::OnPremises(plan), "owned", None) => get(&plan.owned, field),
        (Plan::OnDevice(plan), "serving", None) => get(&plan.hosting.serving, field),
        (Plan::OnDevice(plan), "device", None) => get(&plan.device, field),
        (Plan::Cascade(plan), "cascade", None) => get(&plan.cascade, field),
        _ => None,
    }
}

fn find_mut<'a>(
    scenario: &'a mut Scenario,
    path: &InputPath,
) -> Option<(&'static FieldSpec, &'a mut Figure)> {
    let (owner, group, index, field) = split(path.as_str())?;
    let Some(id) = owner else {
        return match group {
            "finance" => get_mut(&mut scenario.finance, field),
            "workload" => get_mut(&mut scenario.workload, field),
            "salaries" => get_mut(&mut scenario.salaries, field),
            _ => None,
        };
    };
    let option = scenario
        .options
        .iter_mut()
        .find(|option| option.id.as_str() == id)?;
    match (group, index) {
        ("people", None) => return get_mut(&mut option.people, field),
        ("maintenance", None) => return get_mut(&mut option.maintenance, field),
        ("customisation", None) => return get_mut(&mut option.customisation, field),
        ("transition", None) => return get_mut(&mut option.transition, field),
        ("licence", None) => return get_mut(&mut option.licence, field),
        ("quality", None) => return get_mut(&mut option.quality, field),
        _ => {}
    }
    match (&mut option.plan, group, index) {
        (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api), _, _) => match (group, index) {
            ("token_plan", None) => get_mut(&mut api.token_plan, field),
            ("context_tier", Some(index)) => get_mut(api.tiers.get_mut(index)?, field),
            ("volume_discount", Some(index)) => {
                get_mut(api.volume_discounts.get_mut(index)?, field)
            }
            ("successor", None) => get_mut(api.retirement.as_mut()?.successor.as_mut()?, field),
            _ => None,
        },
        (Plan::RentedGpu(plan), "serving", None) => get_mut(&mut plan.hosting.serving, field),
        (Plan::RentedGpu(plan), "rented", None) => get_mut(&mut plan.rented, field),
        (Plan::OnPremises(plan), "serving", None) => get_mut(&mut plan.hosting.serving, field),
        (Plan::OnPremises(plan), "owned", None) => get_mut(&mut plan.owned, field),
        (Plan::OnDevice(plan), "serving", None) => get_mut(&mut plan.hosting.serving, field),
        (Plan::OnDevice(plan), "device", None) => get_mut(&mut plan.device, field),
        (Plan::Cascade(plan), "cascade", None) => get_mut(&mut plan.cascade, field),
        _ => None,
    }
}

impl Scenario {
    /// The field at a path.
    pub fn spec(&self, path: &InputPath) -> Option<&'static FieldSpec> {
        find(self, path).map(|(spec, _)| spec)
    }

    /// Replaces the figure at a path.
    ///
    /// # Errors
    /// [`SetError`] where nothing stands there or the value does not fit the field.
    pub fn set_figure(&mut self, path: &InputPath, figure: Figure) -> Result<(), SetError> {
        let unknown = || SetError::UnknownPath {
            path: path.to_string(),
        };
        let (spec, place) = find_mut(self, path).ok_or_else(unknown)?;
        spec.check(figure.value).map_err(|fault| SetError::Value {
            path: path.to_string(),
            fault,
        })?;
        *place = figure;
        Ok(())
    }

    /// Sets a figure or a choice, as `--set PATH=VALUE` does; a figure becomes entered.
    ///
    /// Choices are `question.horizon_months`, `question.currency`, `question.date`,
    /// `options.ID.price_law`, `options.ID.billing`, `options.ID.purchase`,
    /// `options.ID.useful_life_months`, `options.ID.throughput`, `options.ID.mode` and
    /// `options.ID.customisation_method`.
    ///
    /// # Errors
    /// [`SetError`] where nothing stands there or the value does not fit.
    pub fn set(&mut self, path: &InputPath, value: &Setting) -> Result<(), SetError> {
        if find(self, path).is_some() {
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
            ["question", choice] => self.set_question(path, choice, value),
            ["options", id, choice] => {
                let unknown = || SetError::UnknownPath {
                    path: path.to_string(),
                };
                let id = OptionId::parse(id).ok_or_else(unknown)?;
                let option = self.option_mut(&id).ok_or_else(unknown)?;
                set_option_choice(option, path, choice, value)
            }
            _ => Err(SetError::UnknownPath {
                path: path.to_string(),
            }),
        }
    }

    fn set_question(
        &mut self,
        path: &InputPath,
        choice: &str,
        value: &Setting,
    ) -> Result<(), SetError> {
        match choice {
            "horizon_months" => {
                let (low, high) = (SHORTEST_HORIZON_MONTHS, LONGEST_HORIZON_MONTHS);
                self.question.horizon_months = whole(path, value, low, high)?;
            }
            "currency" => {
                let word = word(value);
                self.question.currency =
                    Currency::from_code(&word).ok_or_else(|| SetError::UnknownChoice {
                        path: path.to_string(),
                        given: word,
                        allowed: Currency::ALL
                            .iter()
                            .map(|currency| currency.code())
                            .collect(),
                    })?;
            }
            "date" => {
                let word = word(value);
                self.question.date =
                    PartialDate::parse(&word).map_err(|_| SetError::UnknownChoice {
                        path: path.to_string(),
                        given: word,
                        allowed: vec!["YYYY-MM-DD", "YYYY-MM", "YYYY"],
                    })?;
            }
            _ => {
                return Err(SetError::UnknownPath {
                    path: path.to_string(),
                });
            }
        }
        Ok(())
    }
}

fn set_option_choice(
    option: &mut DecisionOption,
    path: &InputPath,
    choice: &str,
    value: &Setting,
) -> Result<(), SetError> {
    let throughput = [
        ("estimated", ThroughputSource::Estimated),
        ("entered", ThroughputSource::Entered),
    ];
    match (&mut option.plan, choice) {
        (_, "customisation_method") => {
            option.customisation_method = pick(
                path,
                value,
                CustomisationMethod::ALL.map(|way| (way.key(), way)),
            )?;
        }
        (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api), "price_law") => {
            api.price_law = pick(path, value, PriceLaw::ALL.map(|law| (law.key(), law)))?;
        }
        (Plan::RentedGpu(plan), "billing") => {
            plan.billing = pick(path, value, Billing::ALL.map(|way| (way.key(), way)))?;
        }
        (Plan::RentedGpu(plan), "throughput") => {
            plan.hosting.throughput = pick(path, value, throughput)?;
        }
        (Plan::OnPremises(plan), "throughput") => {
            plan.hosting.throughput = pick(path, value, throughput)?;
        }
        (Plan::OnDevice(plan), "throughput") => {
            plan.hosting.throughput = pick(path, value, throughput)?;
        }
        (Plan::OnPremises(plan), "purchase") => {
            plan.purchase = pick(path, value, Purchase::ALL.map(|way| (way.key(), way)))?;
        }
        (Plan::OnPremises(plan), "useful_life_months") => {
            plan.useful_life_months = whole(path, value, 6, 240)?;
        }
        (Plan::OnDevice(plan), "useful_life_months") => {
            plan.useful_life_months = whole(path, value, 6, 240)?;
        }
        (Plan::Cascade(plan), "mode") => {
            plan.mode = pick(path, value, CascadeMode::ALL.map(|mode| (mode.key(), mode)))?;
        }
        _ => {
            return Err(SetError::UnknownPath {
                path: path.to_string(),
            });
        }
    }
    Ok(())
}

fn pick<C: Copy, const N: usize>(
    path: &InputPath,
    value: &Setting,
    choices: [(&'static str, C); N],
) -> Result<C, SetError> {
    let given = word(value);
    choices
        .iter()
        .find(|(key, _)| *key == given)
        .map(|(_, choice)| *choice)
        .ok_or_else(|| SetError::UnknownChoice {
            path: path.to_string(),
            given,
            allowed: choices.iter().map(|(key, _)| *key).collect(),
        })
}

fn whole(path: &InputPath, value: &Setting, low: u16, high: u16) -> Result<u16, SetError> {
    let Setting::Number(number) = *value else {
        return Err(SetError::NotANumber {
            path: path.to_string(),
            given: word(value),
        });
    };
    let fault = |fault| SetError::Value {
        path: path.to_string(),
        fault,
    };
    if !number.is_finite() {
        return Err(fault(ValueFault::NotFinite));
    }
    if number < f64::from(low) || number > f64::from(high) {
        let (min, max) = (f64::from(low), f64::from(high));
        return Err(fault(ValueFault::OutOfRange {
            min,
            max,
            value: number,
        }));
    }
    if number.fract() != 0.0 {
        return Err(fault(ValueFault::NotWhole { value: number }));
    }
    Ok(number as u16)
}

fn word(value: &Setting) -> String {
    match value {
        Setting::Number(number) => number.to_string(),
        Setting::Word(word) => word.clone(),
    }
}

fn get<'a, G: FigureGroup>(group: &'a G, field: &str) -> Option<(&'static FieldSpec, &'a Figure)> {
    Some((G::spec(field)?, group.get(field)?))
}

fn get_mut<'a, G: FigureGroup>(
    group: &'a mut G,
    field: &str,
) -> Option<(&'static FieldSpec, &'a mut Figure)> {
    Some((G::spec(field)?, group.get_mut(field)?))
}

/// Owner, group, place in a list, and field of a path.
fn split(path: &str) -> Option<(Option<&str>, &str, Option<usize>, &str)> {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["options", id, group, field] => Some((Some(id), group, None, field)),
        ["options", id, group, index, field] => {
            Some((Some(id), group, Some(index.parse().ok()?), field))
        }
        [group, field] => Some((None, group, None, field)),
        _ => None,
    }
}

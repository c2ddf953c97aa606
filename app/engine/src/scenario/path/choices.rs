//! Choices: words and whole numbers that are no figures.

use weighbridge_units::{Currency, PartialDate};

use super::{InputPath, SetError, Setting};
use crate::figure::ValueFault;
use crate::scenario::{
    Billing, CascadeMode, CustomisationMethod, DataPlace, DecisionOption, LONGEST_HORIZON_MONTHS,
    Plan, PriceLaw, Purchase, SHORTEST_HORIZON_MONTHS, Scenario, ThroughputSource,
};

/// The word for an option whose data is processed where options of its kind usually do.
pub const USUAL: &str = "usual";

impl Scenario {
    pub(super) fn set_question(
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

/// Makes a choice of an option.
pub(super) fn set_option_choice(
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
                &CustomisationMethod::ALL.map(|way| (way.key(), way)),
            )?;
        }
        (_, "data_place") => {
            let mut places = DataPlace::ALL
                .map(|place| (place.key(), Some(place)))
                .to_vec();
            places.push((USUAL, None));
            option.data_place = pick(path, value, &places)?;
        }
        (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api), "price_law") => {
            api.price_law = pick(path, value, &PriceLaw::ALL.map(|law| (law.key(), law)))?;
        }
        (Plan::RentedGpu(plan), "billing") => {
            plan.billing = pick(path, value, &Billing::ALL.map(|way| (way.key(), way)))?;
        }
        (Plan::RentedGpu(plan), "throughput") => {
            plan.hosting.throughput = pick(path, value, &throughput)?;
        }
        (Plan::OnPremises(plan), "throughput") => {
            plan.hosting.throughput = pick(path, value, &throughput)?;
        }
        (Plan::OnDevice(plan), "throughput") => {
            plan.hosting.throughput = pick(path, value, &throughput)?;
        }
        (Plan::OnPremises(plan), "purchase") => {
            plan.purchase = pick(path, value, &Purchase::ALL.map(|way| (way.key(), way)))?;
        }
        (Plan::OnPremises(plan), "useful_life_months") => {
            plan.useful_life_months = whole(path, value, 6, 240)?;
        }
        (Plan::OnDevice(plan), "useful_life_months") => {
            plan.useful_life_months = whole(path, value, 6, 240)?;
        }
        (Plan::Cascade(plan), "mode") => {
            plan.mode = pick(
                path,
                value,
                &CascadeMode::ALL.map(|mode| (mode.key(), mode)),
            )?;
        }
        _ => {
            return Err(SetError::UnknownPath {
                path: path.to_string(),
            });
        }
    }
    Ok(())
}

/// The choice of a word.
pub(super) fn pick<C: Copy>(
    path: &InputPath,
    value: &Setting,
    choices: &[(&'static str, C)],
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

/// A setting as a word.
pub(super) fn word(value: &Setting) -> String {
    match value {
        Setting::Number(number) => number.to_string(),
        Setting::Word(word) => word.clone(),
    }
}

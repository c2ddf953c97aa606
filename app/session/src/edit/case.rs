//! What belongs to the case as a whole: choices, the currency, and how it is sampled.

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::figure::{Figure, Origin, PresetOrigin, Range, ValueFault};
use weighbridge_engine::scenario::{Answer, InputPath, Sampling, SetError, Setting};
use weighbridge_engine::uncertainty::correlation;
use weighbridge_units::{Arg, Currency};

use super::figures::unknown_path;
use crate::decide::set_answer;
use crate::edited::Edit;
use crate::error::ActionError;

pub(super) fn set_choice(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    path: &InputPath,
    setting: &Setting,
) -> Result<Edit, ActionError> {
    if scenario.spec(path).is_some() {
        return Err(unknown_path(path));
    }
    match answer_of(path, setting) {
        // As the action would: what the catalogue says comes back where an answer is taken back.
        Some((condition, answer)) => set_answer(scenario, catalogue, condition, answer)?,
        None => scenario.set(path, setting)?,
    }
    let choice = path.as_str().rsplit('.').next().unwrap_or_default();
    if choice == "currency" {
        set_currency(scenario, catalogue, scenario.question.currency);
    }
    let mut edit = Edit::named("edit-choice");
    let key = format!("choice-{}", choice.replace('_', "-"));
    edit.name = edit.name.with("choice", Arg::key(key));
    Ok(edit)
}

/// The condition and answer of a choice that answers one.
fn answer_of<'a>(path: &'a InputPath, setting: &Setting) -> Option<(&'a str, Answer)> {
    let condition = path.as_str().strip_prefix("conditions.")?;
    let condition = condition.strip_suffix(".answer")?;
    let Setting::Word(word) = setting else {
        return None;
    };
    let answer = Answer::ALL
        .into_iter()
        .find(|answer| answer.key() == word)?;
    Some((condition, answer))
}

/// Another currency brings the rate of the catalogue, which is for the client to replace.
pub(super) fn set_currency(scenario: &mut Scenario, catalogue: &Catalogue, currency: Currency) {
    scenario.question.currency = currency;
    let id = format!("currency.{}", currency.code().to_ascii_lowercase());
    let start = weighbridge_engine::scenario::Finance::default().fx_rate;
    let rate = &mut scenario.finance.fx_rate;
    match catalogue.assumption(&id) {
        Some(assumption) if currency != Currency::Usd => {
            let sourcing = assumption.provenance.of("base");
            scenario.question.fx_date = Some(sourcing.as_of);
            *rate = Figure {
                value: assumption.base,
                origin: Origin::Preset(PresetOrigin {
                    record: id,
                    field: "base".to_owned(),
                    source: sourcing.source.clone(),
                    as_of: sourcing.as_of,
                    quality: sourcing.quality,
                }),
                range: assumption.range.map(|(low, high)| Range {
                    quantity: assumption.quantity.clone(),
                    ..Range::new(low, high, assumption.reading)
                }),
            };
        }
        _ => {
            scenario.question.fx_date = None;
            *rate = start;
        }
    }
}

/// Correlations must be possible, and dimensions are only ever appended to.
pub(super) fn set_sampling(
    scenario: &mut Scenario,
    sampling: Sampling,
) -> Result<Edit, ActionError> {
    correlation::check(&sampling.correlations)?;
    let (fewest, most) = Sampling::DRAWS;
    if !(fewest..=most).contains(&sampling.draws) {
        return Err(ActionError::Set(SetError::Value {
            path: "sampling.draws".to_owned(),
            fault: ValueFault::OutOfRange {
                min: f64::from(fewest),
                max: f64::from(most),
                value: f64::from(sampling.draws),
            },
        }));
    }
    let dimensions = std::mem::take(&mut scenario.sampling.dimensions);
    scenario.sampling = Sampling {
        dimensions,
        ..sampling
    };
    Ok(Edit::named("edit-sampling"))
}

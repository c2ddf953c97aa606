//! What it is worth to know more before choosing.

use serde_json::{Map, Value};
use weighbridge_engine::decision::{Study, Table, best_place, odds};

use super::case::CaseError;
use super::decision::objective;
use super::gaussian::{expected_loss, highest, positive_chance};
use super::inputs::Inputs;
use super::methods::Entries;
use super::outputs::Outputs;

type Results = Result<Map<String, Value>, CaseError>;

pub(super) const METHODS: Entries = &[
    ("evsi_discrete", study_case),
    ("evpi_samples", samples_case),
    ("evpi_gaussian_two", two_case),
    ("evpi_gaussian_multi", several_case),
    ("evppi_linear_gaussian", linear_case),
    ("acceptability_curve", curve_case),
];

fn study_case(inputs: Inputs<'_>) -> Results {
    let study = Study {
        payoffs: Table::new(inputs.matrix("payoffs")?)?,
        objective: objective(inputs)?,
        prior: inputs.numbers("prior")?,
        likelihood: inputs.matrix("likelihood")?,
        cost: inputs.number_or("cost", 0.0)?,
    };
    let found = study.value()?;
    let posterior = found.posterior.iter().map(|chances| {
        chances
            .as_ref()
            .map_or(Value::Null, |list| Value::from(list.as_slice()))
    });
    let policy = found
        .policy
        .iter()
        .map(|option| option.map_or(Value::Null, |place| Value::from(place as u64)));
    Ok(Outputs::new()
        .numbers("marginal", &found.results)?
        .value("posterior", Value::Array(posterior.collect()))
        .value("policy", Value::Array(policy.collect()))
        .number("ev_prior", found.without)?
        .number("ev_with_sample_information", found.with)?
        .number("evsi", found.evsi)?
        .number("evpi", found.evpi)?
        .optional("efficiency", found.efficiency())?
        .number("net_of_cost", found.net_of_cost)?
        .finish())
}

/// A row for each draw, a column for each option.
fn samples_case(inputs: Inputs<'_>) -> Results {
    let draws = Table::new(inputs.matrix("net_benefit")?)?;
    let sign = objective(inputs)?.sign();
    let options: Vec<Vec<f64>> = (0..draws.criteria())
        .map(|option| draws.column(option).map(|value| sign * value).collect())
        .collect();
    let columns: Vec<&[f64]> = options.iter().map(Vec::as_slice).collect();
    let found = odds(&columns)?;
    let means: Vec<f64> = found.means.iter().map(|mean| sign * mean).collect();
    Ok(Outputs::new()
        .numbers("means", &means)?
        .place("best", found.best)
        .numbers("prob_best", &found.best_chance)?
        .number("evpi", found.evpi())?
        .numbers("expected_loss", &found.expected_regret)?
        .finish())
}

/// The difference is that of net benefits, the first less the second.
fn two_case(inputs: Inputs<'_>) -> Results {
    let sign = objective(inputs)?.sign();
    let mean = sign * (inputs.number("mean_a")? - inputs.number("mean_b")?);
    let (a, b) = (
        spread(inputs.number("sd_a")?)?,
        spread(inputs.number("sd_b")?)?,
    );
    let rho = correlation(inputs.number_or("rho", 0.0)?)?;
    // Rounding may take the variance of two figures that move together below zero.
    let sd = (a * a + b * b - 2.0 * rho * a * b).max(0.0).sqrt();
    let best = if mean >= 0.0 { "a" } else { "b" };
    Ok(Outputs::new()
        .number("difference_mean", mean)?
        .number("difference_sd", sd)?
        .value("best", Value::from(best))
        .number("prob_a_best", positive_chance(mean, sd))?
        .number("prob_choice_wrong", positive_chance(-mean.abs(), sd))?
        .number("evpi", expected_loss(mean, sd))?
        .finish())
}

fn several_case(inputs: Inputs<'_>) -> Results {
    let sign = objective(inputs)?.sign();
    let means: Vec<f64> = inputs
        .numbers("means")?
        .iter()
        .map(|mean| sign * mean)
        .collect();
    let sds = spreads(inputs, means.len())?;
    let best = best_place(&means).ok_or_else(|| CaseError("there are no options".to_owned()))?;
    let found = highest(&means, &sds);
    Ok(Outputs::new()
        .numbers("prob_best", &found.chances)?
        .place("best", best)
        .number("evpi", found.gain)?
        .finish())
}

fn linear_case(inputs: Inputs<'_>) -> Results {
    let (coefficients, means) = (inputs.numbers("coefs")?, inputs.numbers("means")?);
    let sds = spreads(inputs, coefficients.len())?;
    if means.len() != coefficients.len() {
        return Err(CaseError(
            "there must be a mean for each coefficient".to_owned(),
        ));
    }
    let terms = coefficients.iter().zip(&means).map(|(c, mean)| c * mean);
    let mean = inputs.number_or("intercept", 0.0)? + terms.sum::<f64>();
    let parts: Vec<f64> = coefficients
        .iter()
        .zip(&sds)
        .map(|(c, sd)| (c * sd).abs())
        .collect();
    let sd = parts.iter().map(|part| part * part).sum::<f64>().sqrt();
    let each: Vec<f64> = parts
        .iter()
        .map(|part| expected_loss(mean, *part))
        .collect();
    Ok(Outputs::new()
        .number("difference_mean", mean)?
        .number("difference_sd", sd)?
        .number("evpi", expected_loss(mean, sd))?
        .numbers("evppi", &each)?
        .finish())
}

/// Two options whose fixed and variable costs are independent and normal.
fn curve_case(inputs: Inputs<'_>) -> Results {
    let (a, b) = (inputs.group("option_a")?, inputs.group("option_b")?);
    let gap = |name: &str| Ok::<f64, CaseError>(a.number_or(name, 0.0)? - b.number_or(name, 0.0)?);
    let squares = |name: &str| {
        let (a, b) = (
            spread(a.number_or(name, 0.0)?)?,
            spread(b.number_or(name, 0.0)?)?,
        );
        Ok::<f64, CaseError>(a * a + b * b)
    };
    let (fixed, variable) = (gap("fixed_mean")?, gap("variable_mean")?);
    let (fixed_square, variable_square) = (squares("fixed_sd")?, squares("variable_sd")?);
    let (mut chances, mut losses) = (Vec::new(), Vec::new());
    for volume in inputs.numbers("volumes")? {
        let mean = fixed + variable * volume;
        let sd = (fixed_square + variable_square * volume * volume).sqrt();
        chances.push(positive_chance(mean, sd));
        losses.push(expected_loss(mean, sd));
    }
    let crossing = -fixed / variable;
    Ok(Outputs::new()
        .numbers("prob_b_cheaper", &chances)?
        .numbers("evpi", &losses)?
        .optional(
            "breakeven_volume_of_means",
            (crossing.is_finite() && crossing >= 0.0).then_some(crossing),
        )?
        .finish())
}

fn spreads(inputs: Inputs<'_>, count: usize) -> Result<Vec<f64>, CaseError> {
    let sds = inputs.numbers("sds")?;
    if sds.len() != count {
        return Err(CaseError(format!(
            "there are {} spreads for {count} figures",
            sds.len()
        )));
    }
    sds.into_iter().map(spread).collect()
}

/// A standard deviation, if it is none below zero.
pub(super) fn spread(sd: f64) -> Result<f64, CaseError> {
    if sd >= 0.0 {
        Ok(sd)
    } else {
        Err(CaseError(format!(
            "a spread cannot be negative, and {sd} is"
        )))
    }
}

/// A coefficient of correlation, if it is one.
pub(super) fn correlation(rho: f64) -> Result<f64, CaseError> {
    if (-1.0..=1.0).contains(&rho) {
        Ok(rho)
    } else {
        Err(CaseError(format!(
            "a correlation lies between -1 and 1, and {rho} does not"
        )))
    }
}

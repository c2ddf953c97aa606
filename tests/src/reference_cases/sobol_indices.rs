//! Sobol' indices of models with known answers.

use std::collections::BTreeMap;
use std::f64::consts::PI;

use serde_json::{Map, Value};
use weighbridge_engine::uncertainty::sobol::scrambled_sobol;
use weighbridge_engine::uncertainty::sobol_indices::PickFreeze;
use weighbridge_engine::uncertainty::special::normal_quantile;

use super::case::CaseError;
use super::inputs::Inputs;
use super::methods::Entries;
use super::outputs::Outputs;

pub(super) const METHODS: Entries = &[("sobol_indices", indices_case)];

/// A function of numbers between 0 and 1.
struct Model {
    inputs: usize,
    result: Box<Function>,
}

type Function = dyn Fn(&[f64]) -> f64;

/// First and total order from the engine's estimator; the second order, which no screen shows, is
/// estimated here from one exchange both ways (Saltelli 2002, Computer Physics Communications 145).
fn indices_case(inputs: Inputs<'_>) -> Result<Map<String, Value>, CaseError> {
    /// Any seed would do; the runner needs none of its own.
    const SEED: u64 = 1;
    let model = model(inputs)?;
    let least = inputs.optional_count("min_base_samples")?.unwrap_or(0);
    let count = u32::try_from(least)
        .ok()
        .filter(|count| *count <= 1 << 20)
        .ok_or_else(|| CaseError("the input \"min_base_samples\" is too large".to_owned()))?
        .max(1 << 14)
        .next_power_of_two();
    let columns = (0..2 * model.inputs)
        .map(|dimension| scrambled_sobol(SEED, dimension, count))
        .collect::<Result<Vec<Vec<f64>>, _>>()
        .map_err(|error| CaseError(error.to_string()))?;
    let (first, second) = columns.split_at(model.inputs);
    // Results of the first sample, with the picked inputs from the second.
    let results = |picked: &dyn Fn(usize) -> bool| -> Vec<f64> {
        let mut point = vec![0.0; model.inputs];
        (0..count as usize)
            .map(|draw| {
                for (input, value) in point.iter_mut().enumerate() {
                    *value = if picked(input) {
                        second[input][draw]
                    } else {
                        first[input][draw]
                    };
                }
                (model.result)(&point)
            })
            .collect()
    };
    let each = |all_but: bool| -> Vec<Vec<f64>> {
        (0..model.inputs)
            .map(|input| results(&|other| (other == input) != all_but))
            .collect()
    };
    let (base, other) = (results(&|_| false), results(&|_| true));
    let (exchanged, kept) = (each(false), each(true));
    let found = PickFreeze {
        base: &base,
        other: &other,
        exchanged: &exchanged,
    }
    .indices()
    .map_err(|error| CaseError(error.to_string()))?;
    let (mean, variance) = moments(&model, SEED, count.max(1 << 17))?;
    let mut pairs = BTreeMap::new();
    for (one, kept) in kept.iter().enumerate() {
        for (two, exchanged) in exchanged.iter().enumerate().skip(one + 1) {
            // The two runs share these two inputs in part only: what is common to both is the
            // variance that the pair explains.
            let sum: f64 = (0..count as usize)
                .map(|draw| {
                    let centred = |list: &[f64]| list[draw] - found.mean;
                    centred(kept) * centred(exchanged) - centred(&base) * centred(&other)
                })
                .sum();
            let both = sum / f64::from(count) / found.variance;
            let alone = both - found.first[one] - found.first[two];
            pairs.insert(format!("{one},{two}"), Value::from(alone));
        }
    }
    Ok(Outputs::new()
        .number("mean", mean)?
        .number("variance", variance)?
        .numbers("S1", &found.first)?
        .numbers("ST", &found.total)?
        .value("S2", Value::Object(pairs.into_iter().collect()))
        .finish())
}

/// Mean and variance from a larger sample of its own: the cases want them to an absolute tolerance,
/// however large they are.
fn moments(model: &Model, seed: u64, count: u32) -> Result<(f64, f64), CaseError> {
    let columns = (0..model.inputs)
        .map(|dimension| scrambled_sobol(seed, dimension, count))
        .collect::<Result<Vec<Vec<f64>>, _>>()
        .map_err(|error| CaseError(error.to_string()))?;
    let mut point = vec![0.0; model.inputs];
    let results: Vec<f64> = (0..count as usize)
        .map(|draw| {
            for (value, column) in point.iter_mut().zip(&columns) {
                *value = column[draw];
            }
            (model.result)(&point)
        })
        .collect();
    let average = |sum: f64| sum / f64::from(count);
    let mean = average(results.iter().sum());
    let squares = results
        .iter()
        .map(|result| (result - mean) * (result - mean));
    Ok((mean, average(squares.sum())))
}

fn model(inputs: Inputs<'_>) -> Result<Model, CaseError> {
    match inputs.text("model")? {
        "ishigami" => {
            let (a, b) = (inputs.number("a")?, inputs.number("b")?);
            Ok(Model {
                inputs: 3,
                result: Box::new(move |unit| {
                    let x = |place: usize| PI * (2.0 * unit[place] - 1.0);
                    x(0).sin() + a * x(1).sin().powi(2) + b * x(2).powi(4) * x(0).sin()
                }),
            })
        }
        "sobol_g" => {
            let a = inputs.numbers("a")?;
            Ok(Model {
                inputs: a.len(),
                result: Box::new(move |unit| {
                    let factor = |(x, a): (&f64, &f64)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a);
                    unit.iter().zip(&a).map(factor).product()
                }),
            })
        }
        "linear_normal" => {
            let terms: Vec<(f64, (f64, f64))> = inputs
                .numbers("coefs")?
                .into_iter()
                .zip(
                    inputs
                        .numbers("means")?
                        .into_iter()
                        .zip(inputs.numbers("sds")?),
                )
                .collect();
            Ok(Model {
                inputs: terms.len(),
                result: Box::new(move |unit| {
                    let term = |(x, (factor, (mean, sd))): (&f64, &(f64, (f64, f64)))| {
                        factor * (mean + sd * normal_quantile(*x))
                    };
                    unit.iter().zip(&terms).map(term).sum()
                }),
            })
        }
        "product_uniform" => {
            let bounds = inputs.matrix("bounds")?;
            if bounds.iter().any(|pair| pair.len() != 2) {
                return Err(CaseError("bounds are pairs of low and high".to_owned()));
            }
            Ok(Model {
                inputs: bounds.len(),
                result: Box::new(move |unit| {
                    let factor = |(x, pair): (&f64, &Vec<f64>)| pair[0] + x * (pair[1] - pair[0]);
                    unit.iter().zip(&bounds).map(factor).product()
                }),
            })
        }
        other => Err(CaseError(format!(
            "the input \"model\" has the unknown value \"{other}\""
        ))),
    }
}

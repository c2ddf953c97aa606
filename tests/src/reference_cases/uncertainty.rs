//! Distributions, what becomes of them in sums and products, and samples of them.

use serde_json::{Map, Value};
use weighbridge_engine::finance::{FlowTiming, discount_factor, npv};
use weighbridge_engine::uncertainty::latin_hypercube::{Placement, latin_hypercube};
use weighbridge_engine::uncertainty::sobol::SobolDimension;
use weighbridge_engine::uncertainty::special::{beta_quantile, normal_quantile};
use weighbridge_engine::uncertainty::stream::Stream;
use weighbridge_engine::uncertainty::{Distribution, ShapeFault};

use super::case::CaseError;
use super::gaussian::positive_chance;
use super::inputs::Inputs;
use super::methods::Entries;
use super::outputs::Outputs;
use super::value_of_information::{correlation, spread};

type Results = Result<Map<String, Value>, CaseError>;

pub(super) const METHODS: Entries = &[
    ("dist_quantile", quantile_case),
    ("trigen", trigen_case),
    ("npv_gaussian", npv_case),
    ("lognormal_product", product_case),
    ("copula_correlation", copula_case),
    ("lhs_mean", hypercube_mean_case),
    ("lhs_efficiency", hypercube_efficiency_case),
    ("sobol_sequence", sequence_case),
];

/// A shape of the engine, or the PERT distribution with another weight of the mode than 4, which no
/// screen offers.
enum Shape {
    Engine(Distribution),
    Pert {
        low: f64,
        mode: f64,
        high: f64,
        mode_weight: f64,
    },
}

impl Shape {
    fn quantile(&self, p: f64) -> f64 {
        match self {
            Shape::Engine(shape) => shape.quantile(p),
            Shape::Pert {
                low,
                mode,
                high,
                mode_weight,
            } => {
                let width = high - low;
                let (below, above) = ((mode - low) / width, (high - mode) / width);
                let (a, b) = (1.0 + mode_weight * below, 1.0 + mode_weight * above);
                low + width * beta_quantile(p, a, b)
            }
        }
    }

    fn mean(&self) -> f64 {
        match self {
            Shape::Engine(shape) => shape.mean(),
            Shape::Pert {
                low,
                mode,
                high,
                mode_weight,
            } => (low + mode_weight * mode + high) / (mode_weight + 2.0),
        }
    }

    fn standard_deviation(&self) -> f64 {
        match self {
            Shape::Engine(shape) => shape.standard_deviation(),
            Shape::Pert {
                low,
                high,
                mode_weight,
                ..
            } => {
                let mean = self.mean();
                ((mean - low) * (high - mean) / (mode_weight + 3.0)).sqrt()
            }
        }
    }
}

fn shape(inputs: Inputs<'_>) -> Result<Shape, CaseError> {
    let three = || {
        Ok::<_, CaseError>((
            inputs.number("min")?,
            inputs.number("mode")?,
            inputs.number("max")?,
        ))
    };
    Ok(Shape::Engine(match inputs.text("dist")? {
        "uniform" => Distribution::uniform(inputs.number("min")?, inputs.number("max")?)?,
        "triangular" => {
            let (low, mode, high) = three()?;
            Distribution::triangular(low, mode, high)?
        }
        "pert" => {
            let (low, mode, high) = three()?;
            let pert = Distribution::pert(low, mode, high)?;
            match inputs.number_or("lambda", 4.0)? {
                4.0 => pert,
                mode_weight if mode_weight >= 0.0 && low < high => {
                    return Ok(Shape::Pert {
                        low,
                        mode,
                        high,
                        mode_weight,
                    });
                }
                other => {
                    return Err(CaseError(format!(
                        "no PERT distribution has a lambda of {other}"
                    )));
                }
            }
        }
        "normal" => match percentiles(inputs)? {
            Some((low, high)) => {
                let (mean, sd) = fitted(low, high)?;
                Distribution::normal(mean, sd)?
            }
            None => Distribution::normal(inputs.number("mean")?, inputs.number("sd")?)?,
        },
        "lognormal" => lognormal(inputs)?,
        "trigen" => trigen(inputs)?,
        other => {
            return Err(CaseError(format!(
                "the input \"dist\" has the unknown value \"{other}\""
            )));
        }
    }))
}

/// By two percentiles, by mean and spread, or by the mean and spread of the logarithm.
fn lognormal(inputs: Inputs<'_>) -> Result<Distribution, CaseError> {
    let logarithm = |value: f64| {
        if value > 0.0 {
            Ok(value.ln())
        } else {
            Err(CaseError::from(ShapeFault::NotPositive(value)))
        }
    };
    let (log_mean, log_sd) = if let Some(((p, low), (q, high))) = percentiles(inputs)? {
        fitted((p, logarithm(low)?), (q, logarithm(high)?))?
    } else if inputs.value("mean").is_some() {
        let (mean, sd) = (inputs.number("mean")?, spread(inputs.number("sd")?)?);
        let variation = sd / mean;
        let log_square = (variation * variation).ln_1p();
        (logarithm(mean)? - 0.5 * log_square, log_square.sqrt())
    } else {
        let middle = match inputs.optional_number("median")? {
            Some(median) => logarithm(median)?,
            None => inputs.number("mu")?,
        };
        (middle, spread(inputs.number("sigma")?)?)
    };
    Ok(Distribution::Lognormal { log_mean, log_sd })
}

/// A share of draws and the value that they do not exceed.
type Percentile = (f64, f64);

/// The lowest and the highest percentile among inputs named like `p5` or `p97.5`, each with its share.
#[allow(
    clippy::type_complexity,
    reason = "two percentiles, each a share and a value"
)]
fn percentiles(inputs: Inputs<'_>) -> Result<Option<(Percentile, Percentile)>, CaseError> {
    let mut found = Vec::new();
    for name in inputs.0.keys() {
        if let Some(percent) = name
            .strip_prefix('p')
            .and_then(|text| text.parse::<f64>().ok())
        {
            found.push((percent / 100.0, inputs.number(name)?));
        }
    }
    found.sort_by(|(one, _): &Percentile, (other, _)| one.total_cmp(other));
    Ok(match found[..] {
        [low, .., high] => Some((low, high)),
        _ => None,
    })
}

/// Mean and spread of the normal distribution through two percentiles.
fn fitted((p, low): Percentile, (q, high): Percentile) -> Result<(f64, f64), CaseError> {
    if !(0.0 < p && p < q && q < 1.0) {
        return Err(CaseError("percentiles lie between 0 and 100".to_owned()));
    }
    if low > high {
        return Err(ShapeFault::NotRising {
            low,
            middle: low,
            high,
        }
        .into());
    }
    let (below, above) = (normal_quantile(p), normal_quantile(q));
    let sd = (high - low) / (above - below);
    Ok((low - sd * below, sd))
}

fn trigen(inputs: Inputs<'_>) -> Result<Distribution, CaseError> {
    Ok(Distribution::trigen(
        inputs.number("p_low")?,
        inputs.number("x_low")?,
        inputs.number("mode")?,
        inputs.number("p_high")?,
        inputs.number("x_high")?,
    )?)
}

/// A quantile that lies at infinity is null.
fn quantile_case(inputs: Inputs<'_>) -> Results {
    let shape = shape(inputs)?;
    let quantiles = inputs.numbers("probs")?.into_iter().map(|p| {
        if (0.0..=1.0).contains(&p) {
            // What is not finite becomes null.
            Ok(Value::from(shape.quantile(p)))
        } else {
            Err(CaseError(format!("{p} is no probability")))
        }
    });
    Ok(Outputs::new()
        .value(
            "quantiles",
            Value::Array(quantiles.collect::<Result<_, CaseError>>()?),
        )
        .number("mean", shape.mean())?
        .number("sd", shape.standard_deviation())?
        .finish())
}

fn trigen_case(inputs: Inputs<'_>) -> Results {
    let shape = trigen(inputs)?;
    Ok(Outputs::new()
        .number("min", shape.quantile(0.0))?
        .number("max", shape.quantile(1.0))?
        .number("mean", shape.mean())?
        .finish())
}

/// Normal cash flows with the same correlation between any two (Hillier 1963).
fn npv_case(inputs: Inputs<'_>) -> Results {
    let rate = inputs.number("rate")?;
    let (means, sds) = (inputs.numbers("means")?, inputs.numbers("sds")?);
    if means.len() != sds.len() {
        return Err(CaseError("there must be a spread for each flow".to_owned()));
    }
    let rho = correlation(inputs.number_or("correlation", 0.0)?)?;
    let mean = npv(&means, rate, FlowTiming::End)?;
    let (mut sum, mut squares) = (0.0, 0.0);
    for (period, sd) in sds.iter().enumerate() {
        let part = spread(*sd)? * discount_factor(rate, period as f64)?;
        sum += part;
        squares += part * part;
    }
    let variance = rho * sum * sum + (1.0 - rho) * squares;
    if variance < -1e-9 * squares {
        return Err(CaseError(
            "so many flows cannot all move against each other".to_owned(),
        ));
    }
    let sd = variance.max(0.0).sqrt();
    let quantile = |p: f64| {
        if sd > 0.0 {
            mean + sd * normal_quantile(p)
        } else {
            mean
        }
    };
    Ok(Outputs::new()
        .number("mean", mean)?
        .number("sd", sd)?
        .number("prob_negative", positive_chance(-mean, sd))?
        .number("p10", quantile(0.1))?
        .number("p90", quantile(0.9))?
        .finish())
}

/// A product of powers of independent lognormal figures is lognormal.
fn product_case(inputs: Inputs<'_>) -> Results {
    let mut log_mean = 0.0;
    let mut parts = Vec::new();
    for factor in inputs.groups("factors")? {
        let (median, power) = (factor.number("median")?, factor.number_or("power", 1.0)?);
        if median <= 0.0 {
            return Err(ShapeFault::NotPositive(median).into());
        }
        log_mean += power * median.ln();
        let part = power * spread(factor.number("sigma")?)?;
        parts.push(part * part);
    }
    let variance: f64 = parts.iter().sum();
    let shape = Distribution::Lognormal {
        log_mean,
        log_sd: variance.sqrt(),
    };
    let share = |part: &f64| {
        if variance > 0.0 {
            Value::from(part / variance)
        } else {
            Value::Null
        }
    };
    Ok(Outputs::new()
        .number("median", log_mean.exp())?
        .number("mean", shape.mean())?
        .number("sigma", variance.sqrt())?
        .number("p10", shape.quantile(0.1))?
        .number("p90", shape.quantile(0.9))?
        .value(
            "variance_share",
            Value::Array(parts.iter().map(share).collect()),
        )
        .finish())
}

/// What a Gaussian copula makes of a normal correlation.
fn copula_case(inputs: Inputs<'_>) -> Results {
    use std::f64::consts::PI;
    let rho = correlation(inputs.number("rho")?)?;
    let (one, other) = (
        spread(inputs.number("sigma1")?)?,
        spread(inputs.number("sigma2")?)?,
    );
    let scale = ((one * one).exp_m1() * (other * other).exp_m1()).sqrt();
    let pearson = (rho * one * other).exp_m1() / scale;
    Ok(Outputs::new()
        .number("spearman", 6.0 / PI * (0.5 * rho).asin())?
        .number("kendall", 2.0 / PI * rho.asin())?
        .optional("pearson_lognormal", (scale > 0.0).then_some(pearson))?
        .finish())
}

/// One input of an additive model.
struct Term {
    id: String,
    factor: f64,
    shape: Shape,
}

fn terms(inputs: Inputs<'_>) -> Result<Vec<Term>, CaseError> {
    let terms = inputs
        .groups("terms")?
        .into_iter()
        .enumerate()
        .map(|(place, term)| {
            let id = format!("term-{place}");
            Ok(Term {
                id,
                factor: term.number_or("coef", 1.0)?,
                shape: shape(term)?,
            })
        });
    terms.collect()
}

fn draws(inputs: Inputs<'_>) -> Result<u32, CaseError> {
    let count = inputs.count("n")?;
    u32::try_from(count)
        .ok()
        .filter(|count| (1..=1 << 22).contains(count))
        .ok_or_else(|| CaseError("the input \"n\" must be from 1 to 4194304".to_owned()))
}

impl Term {
    fn mean_of(&self, points: impl IntoIterator<Item = f64>, count: u32) -> f64 {
        let sum: f64 = points.into_iter().map(|p| self.shape.quantile(p)).sum();
        self.factor * sum / f64::from(count)
    }
}

/// The means of several samples of the engine must lie between the bounds, which hold for any Latin
/// hypercube.
fn hypercube_mean_case(inputs: Inputs<'_>) -> Results {
    let (terms, count) = (terms(inputs)?, draws(inputs)?);
    let (mut lower, mut upper) = (0.0, 0.0);
    for term in &terms {
        let edges = |from: u32| (from..from + count).map(|edge| f64::from(edge) / f64::from(count));
        let (left, right) = (term.mean_of(edges(0), count), term.mean_of(edges(1), count));
        lower += left.min(right);
        upper += left.max(right);
    }
    let sampled = |seed: u64, placement: Placement| -> f64 {
        terms
            .iter()
            .map(|term| term.mean_of(latin_hypercube(seed, &term.id, count, placement), count))
            .sum()
    };
    let slack = 1e-12 * (upper - lower).abs().max(upper.abs());
    for seed in 0..20 {
        let mean = sampled(seed, Placement::Random);
        // A bound at infinity, as for a normal distribution, is met by any number.
        if mean < lower - slack || mean > upper + slack {
            return Err(CaseError(format!(
                "the mean {mean} of seed {seed} is out of bounds"
            )));
        }
    }
    let true_mean = terms
        .iter()
        .map(|term| term.factor * term.shape.mean())
        .sum();
    let finite = |bound: f64| bound.is_finite().then_some(bound);
    Ok(Outputs::new()
        .number("true_mean", true_mean)?
        .optional("lower_bound", finite(lower))?
        .optional("upper_bound", finite(upper))?
        .number("midpoint_lhs_mean", sampled(0, Placement::Middle))?
        .finish())
}

/// How much nearer to the mean Latin hypercubes come than random draws, over 128 seeds.
fn hypercube_efficiency_case(inputs: Inputs<'_>) -> Results {
    const SEEDS: u64 = 128;
    let (terms, count) = (terms(inputs)?, draws(inputs)?);
    let true_mean: f64 = terms
        .iter()
        .map(|term| term.factor * term.shape.mean())
        .sum();
    let error = |sampled: &dyn Fn(u64, &Term) -> Vec<f64>| {
        let square = |seed| {
            let means = terms
                .iter()
                .map(|term| term.mean_of(sampled(seed, term), count));
            let gap = means.sum::<f64>() - true_mean;
            gap * gap
        };
        ((0..SEEDS).map(square).sum::<f64>() / SEEDS as f64).sqrt()
    };
    let strata = error(&|seed, term| latin_hypercube(seed, &term.id, count, Placement::Random));
    let random = error(&|seed, term| {
        let mut stream = Stream::new(seed, &term.id);
        (0..count).map(|_| stream.unit()).collect()
    });
    let spreads = terms
        .iter()
        .map(|term| term.factor * term.shape.standard_deviation());
    let variance = spreads.map(|sd| sd * sd).sum::<f64>() / f64::from(count);
    Ok(Outputs::new()
        .number("rmse_lhs_measured", strata)?
        .number("rmse_mc_measured", random)?
        .number("rmse_mc_theory", variance.sqrt())?
        .number("max_ratio_lhs_over_mc", strata / random)?
        .finish())
}

/// A row for each point of the plain sequence, the first being zero.
fn sequence_case(inputs: Inputs<'_>) -> Results {
    let count = draws(inputs)?;
    let columns = (0..inputs.count("dim")?)
        .map(|dimension| {
            let dimension = SobolDimension::new(dimension as usize)
                .map_err(|error| CaseError(error.to_string()))?;
            Ok(dimension.points(count))
        })
        .collect::<Result<Vec<Vec<f64>>, CaseError>>()?;
    let rows: Vec<Vec<f64>> = (0..count as usize)
        .map(|point| columns.iter().map(|column| column[point]).collect())
        .collect();
    Ok(Outputs::new().matrix("points", &rows)?.finish())
}

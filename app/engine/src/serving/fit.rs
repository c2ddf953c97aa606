//! Finds the effects that explain measurements best, given how strongly each is believed.
//!
//! The logarithm of an answer is nearly linear in the effects, so steps of Gauss and Newton get
//! there in about ten; measurements that nothing explains weigh little, as under Student's t with
//! four degrees of freedom.
//! Each step is solved with as many unknowns as there are measurements, which are fewer than the
//! effects.
//!
//! # Source
//! Rasmussen and Williams 2006, *Gaussian Processes for Machine Learning*, section 2.1.2, for the
//! step in the space of measurements; Lange, Little and Taylor 1989, "Robust Statistical Modeling
//! Using the t Distribution", JASA 84(408), for the weights.

use std::collections::BTreeMap;

use super::calibration::Coefficient;
use super::case::Case;
use super::features::{FEATURES, Target};
use super::linear::solve;
use super::physics::{Efficiencies, Machine, PARAMETERS, Parameter};

/// A measurement.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// What was measured.
    pub case: Case,
    /// The figure, in the unit of its quantity.
    pub value: f64,
}

/// How the fit is done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Steps.
    pub steps: u32,
    /// Scale of what nothing explains, as a logarithm.
    pub scale: f64,
    /// Degrees of freedom of Student's t.
    pub freedom: f64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            steps: 9,
            scale: 0.17,
            freedom: 4.0,
        }
    }
}

/// Longest move of one effect in a step.
const LONGEST_MOVE: f64 = 0.7;
/// Difference by which slopes are taken, as a logarithm.
const SLOPE: f64 = 1e-4;
/// Effects smaller than this are left out.
const SMALLEST: f64 = 5e-4;

/// The effects found from measurements; `start` is a fit of much the same measurements, or empty.
pub fn fit(
    observations: &[&Observation],
    start: &[Coefficient],
    settings: Settings,
) -> Vec<Coefficient> {
    let design = Design::of(observations);
    let mut effects = design.effects_of(start);
    for _ in 0..settings.steps {
        let Some(next) = step(observations, &design, &effects, settings) else {
            break;
        };
        effects = next;
    }
    design.coefficients(&effects)
}

/// Which effects each measurement depends on.
#[derive(Debug)]
struct Design {
    /// Family and level of each effect.
    names: Vec<(usize, String)>,
    /// For each measurement, its effects with what they are multiplied by, family by family.
    rows: Vec<Vec<(usize, f64)>>,
}

impl Design {
    fn of(observations: &[&Observation]) -> Design {
        let mut places: BTreeMap<(usize, String), usize> = BTreeMap::new();
        let mut names = Vec::new();
        let rows = observations
            .iter()
            .map(|observation| {
                let families = FEATURES.iter().enumerate();
                families
                    .map(|(family, feature)| {
                        let mut level = String::new();
                        feature.write_level(&observation.case, &mut level);
                        let key = (family, level);
                        let place = *places.entry(key.clone()).or_insert_with(|| {
                            names.push(key);
                            names.len() - 1
                        });
                        (place, feature.weight(&observation.case))
                    })
                    .collect()
            })
            .collect();
        Design { names, rows }
    }

    fn effects_of(&self, start: &[Coefficient]) -> Vec<f64> {
        let known: BTreeMap<(&str, &str), f64> = start
            .iter()
            .map(|one| ((one.feature.as_str(), one.level.as_str()), one.effect))
            .collect();
        let families: Vec<String> = FEATURES.iter().map(|feature| feature.name()).collect();
        self.names
            .iter()
            .map(|(family, level)| {
                let key = (families[*family].as_str(), level.as_str());
                known.get(&key).copied().unwrap_or(0.0)
            })
            .collect()
    }

    fn coefficients(&self, effects: &[f64]) -> Vec<Coefficient> {
        let mut list: Vec<Coefficient> = self
            .names
            .iter()
            .zip(effects)
            .filter(|(_, effect)| effect.abs() >= SMALLEST)
            .map(|((family, level), effect)| Coefficient {
                feature: FEATURES[*family].name(),
                level: level.clone(),
                effect: *effect,
            })
            .collect();
        list.sort_by(|one, other| (&one.feature, &one.level).cmp(&(&other.feature, &other.level)));
        list
    }
}

/// One step; none where its equations cannot be solved.
fn step(
    observations: &[&Observation],
    design: &Design,
    effects: &[f64],
    settings: Settings,
) -> Option<Vec<f64>> {
    let count = observations.len();
    let mut slopes: Vec<Vec<(usize, f64)>> = Vec::with_capacity(count);
    let mut targets = Vec::with_capacity(count);
    let mut noise = Vec::with_capacity(count);
    for (observation, row) in observations.iter().zip(&design.rows) {
        let (answer, slope) = linearised(&observation.case, row, effects);
        let residual = libm::log(observation.value) - answer;
        let against = residual / settings.scale;
        let weight = (settings.freedom + 1.0)
            / (settings.freedom + against * against)
            / (settings.scale * settings.scale);
        let through: f64 = slope.iter().map(|(place, by)| by * effects[*place]).sum();
        targets.push(residual + through);
        noise.push(1.0 / weight);
        slopes.push(slope);
    }
    let variance: Vec<f64> = design
        .names
        .iter()
        .map(|(family, _)| {
            let deviation = FEATURES[*family].deviation;
            deviation * deviation
        })
        .collect();
    let mut spread = vec![0.0; effects.len()];
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(count);
    for (i, slope) in slopes.iter().enumerate() {
        for (place, by) in slope {
            spread[*place] += by * variance[*place];
        }
        let mut row: Vec<f64> = slopes[..=i]
            .iter()
            .map(|other| other.iter().map(|(place, by)| by * spread[*place]).sum())
            .collect();
        row[i] += noise[i];
        rows.push(row);
        for (place, _) in slope {
            spread[*place] = 0.0;
        }
    }
    let solved = solve(&mut rows, &targets)?;
    let mut next = vec![0.0; effects.len()];
    for (slope, by_row) in slopes.iter().zip(&solved) {
        for (place, by) in slope {
            next[*place] += by * by_row * variance[*place];
        }
    }
    for (next, now) in next.iter_mut().zip(effects) {
        let far = (*next - now).clamp(-LONGEST_MOVE, LONGEST_MOVE);
        *next = now + far;
    }
    Some(next)
}

/// The logarithm of a case's answer, and its slope along each effect.
fn linearised(case: &Case, row: &[(usize, f64)], effects: &[f64]) -> (f64, Vec<(usize, f64)>) {
    let mut logarithms = Parameter::ALL.map(Parameter::prior);
    let mut correction = 0.0;
    for (feature, (place, by)) in FEATURES.iter().zip(row) {
        let effect = effects[*place] * by;
        match feature.target {
            Target::Parameter(parameter) => logarithms[parameter as usize] += effect,
            Target::Answer => correction += effect,
        }
    }
    let answer = |logarithms: &[f64; PARAMETERS]| {
        let efficiencies = Efficiencies::of_logarithms(logarithms);
        libm::log(Machine::new(case, &efficiencies).answer(case))
    };
    let here = answer(&logarithms);
    let slopes: [f64; PARAMETERS] = std::array::from_fn(|place| {
        let mut there = logarithms;
        there[place] += SLOPE;
        (answer(&there) - here) / SLOPE
    });
    let slope = FEATURES
        .iter()
        .zip(row)
        .map(|(feature, (place, by))| match feature.target {
            Target::Parameter(parameter) => (*place, by * slopes[parameter as usize]),
            Target::Answer => (*place, *by),
        })
        .filter(|(_, by)| *by != 0.0)
        .collect();
    (here + correction, slope)
}

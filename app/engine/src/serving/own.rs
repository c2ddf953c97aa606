//! What measurements of one's own say against the calibration.
//!
//! The logarithm of measured over estimated is a sum of four unknowns and noise: one for the class
//! of hardware under an engine, one for the accelerator under it, one for the model on the
//! accelerator, and one for all of them and the quantity together.
//! They are Gaussian, and a case is corrected by what the own measurements make one expect of its
//! sum: the same model on the same hardware is replaced within the noise of a measurement, its class
//! moves a part of the way, and anything else stays.
//!
//! # Source
//! Rasmussen and Williams 2006, *Gaussian Processes for Machine Learning*, equations 2.25 and 2.26.

use super::case::{Case, DeviceClass, Quantity};
use super::fit::Observation;
use super::linear::solve;

/// Spread of what is common to a class of hardware under one engine, as a logarithm.
const CLASS: f64 = 0.15;
/// The same of an accelerator under one engine.
const DEVICE: f64 = 0.1;
/// The same of a processor for one quantity: threads, channels of memory and vector instructions differ between
/// machines of one name, and published figures of processors err by a factor of up to four.
const PROCESSOR: f64 = 0.7;
/// The same of a model on an accelerator, whatever the engine.
const MODEL: f64 = 0.1;
/// The same of one quantity of a model on an accelerator under one engine at one precision.
const EXACT: f64 = 0.5;
/// The same on a processor: other sizes and formats there come out as bytes and layers predict, to
/// about a tenth (`docs/methods/cpu-kernels.md`).
const EXACT_ON_PROCESSOR: f64 = 0.15;
/// Noise of one measurement: repeated ones differ by a tenth.
const NOISE: f64 = 0.1;

/// What one's own measurements changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What was measured.
    pub case: Case,
    /// The measurement.
    pub measured: f64,
    /// The estimate before.
    pub before: f64,
    /// The estimate with all own measurements.
    pub after: f64,
    /// The factor on other models of the same engine and class of hardware.
    pub class_factor: f64,
}

/// What one measurement says of a case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Voice {
    /// Its place among those that the estimator was told of.
    pub place: usize,
    /// How many times its own estimate it is.
    pub ratio: f64,
    /// How much of that the case takes over, as a power of the ratio: all of it at 1; below 0 where
    /// one of both is a speed and the other a time.
    pub share: f64,
}

/// Measurements of one's own, made ready.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Own {
    cases: Vec<Case>,
    /// The place of each among those it was told of.
    places: Vec<usize>,
    /// The covariance of the measurements, lower triangle by rows.
    covariance: Vec<Vec<f64>>,
    /// How far they lay from their estimates, as logarithms.
    residuals: Vec<f64>,
}

/// What own measurements say of a case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pull {
    /// The factor on the estimate.
    pub(super) factor: f64,
    /// Share of the doubt that is left, from 0 to 1.
    pub(super) doubt: f64,
}

/// Nothing is said.
pub(super) const NO_PULL: Pull = Pull {
    factor: 1.0,
    doubt: 1.0,
};

/// The least half of a range, as a logarithm: what repeated measurements differ by.
pub(super) const LEAST_HALF_RANGE: f64 = 1.2816 * NOISE;

impl Own {
    /// From measurements with the estimates of their cases; none where there is none that is a
    /// positive number.
    pub(super) fn of(observations: &[Observation], estimates: &[f64]) -> Option<Own> {
        let usable = |(_, (one, estimate)): &(usize, (&Observation, &f64))| {
            let ratio = one.value / *estimate;
            ratio.is_finite() && ratio > 0.0
        };
        let pairs = observations.iter().zip(estimates).enumerate();
        let pairs: Vec<(usize, (&Observation, &f64))> = pairs.filter(usable).collect();
        let places = pairs.iter().map(|(place, _)| *place).collect();
        let cases: Vec<Case> = pairs.iter().map(|(_, (one, _))| one.case.clone()).collect();
        let residuals: Vec<f64> = pairs
            .iter()
            .map(|(_, (one, estimate))| libm::log(one.value / **estimate))
            .collect();
        let covariance: Vec<Vec<f64>> = cases
            .iter()
            .enumerate()
            .map(|(place, one)| {
                let mut row: Vec<f64> = cases[..=place]
                    .iter()
                    .map(|other| shared(one, other))
                    .collect();
                row[place] += NOISE * NOISE;
                row
            })
            .collect();
        if cases.is_empty() {
            return None;
        }
        // Whether it can be asked at all.
        solve(&mut covariance.clone(), &residuals)?;
        Some(Own {
            cases,
            places,
            covariance,
            residuals,
        })
    }

    /// Whether one of the measurements is of this model on this hardware, of the same quantity.
    pub(super) fn has(&self, case: &Case) -> bool {
        self.cases
            .iter()
            .any(|one| shared(one, case) >= EXACT * EXACT)
    }

    pub(super) fn pull(&self, case: &Case) -> Pull {
        let Some((with, shares)) = self.shares(case) else {
            return NO_PULL;
        };
        let log: f64 = shares.iter().zip(&self.residuals).map(|(a, b)| a * b).sum();
        let explained: f64 = with.iter().zip(&shares).map(|(a, b)| a * b).sum();
        let doubt = 1.0 - explained / shared(case, case);
        Pull {
            factor: libm::exp(log),
            doubt: libm::sqrt(doubt.clamp(0.0, 1.0)),
        }
    }

    /// What each measurement that speaks of a case says of it: the product of all ratios, each to
    /// the power of its share, is the factor of [`Own::pull`].
    pub(super) fn voices(&self, case: &Case) -> Vec<Voice> {
        let Some((_, shares)) = self.shares(case) else {
            return Vec::new();
        };
        let all = self.places.iter().zip(&self.residuals).zip(&shares);
        all.filter(|(_, share)| **share != 0.0)
            .map(|((place, residual), share)| Voice {
                place: *place,
                ratio: libm::exp(*residual),
                share: *share,
            })
            .collect()
    }

    /// What a case has in common with each measurement, and how much it takes over of each; none
    /// where no measurement speaks of it.
    fn shares(&self, case: &Case) -> Option<(Vec<f64>, Vec<f64>)> {
        let with: Vec<f64> = self.cases.iter().map(|one| shared(case, one)).collect();
        if with.iter().all(|shared| *shared == 0.0) {
            return None;
        }
        let shares = solve(&mut self.covariance.clone(), &with)?;
        Some((with, shares))
    }

    /// The factor on another model, nowhere measured, on hardware of the same class.
    pub(super) fn class_factor(&self, case: &Case) -> f64 {
        let mut other = case.clone();
        other.model.clear();
        other.device.id.clear();
        self.pull(&other).factor
    }
}

/// What two cases have in common, as a covariance.
fn shared(one: &Case, other: &Case) -> f64 {
    let engine = one.engine == other.engine;
    let device = one.device.id == other.device.id;
    let model = one.model == other.model;
    let is_processor = matches!(
        one.device.class,
        DeviceClass::Processor | DeviceClass::AppleProcessor
    );
    let exact = match is_processor {
        true => EXACT_ON_PROCESSOR,
        false => EXACT,
    };
    let mut sum = 0.0;
    if engine && one.device.class == other.device.class {
        sum += CLASS * CLASS;
    }
    if engine && device {
        sum += DEVICE * DEVICE;
        // Reading prompts is bound by arithmetic and writing by memory: the one says little of the
        // other.
        if is_processor && one.quantity == other.quantity {
            sum += PROCESSOR * PROCESSOR;
        }
    }
    if device && model {
        sum += MODEL * MODEL;
    }
    let same_bits = (one.weight_bits - other.weight_bits).abs() < 1.0;
    if engine && device && model && same_bits && one.quantity == other.quantity {
        sum += exact * exact;
    }
    // What makes a machine faster makes its times shorter.
    match is_time(one.quantity) == is_time(other.quantity) {
        true => sum,
        false => -sum,
    }
}

/// Whether less of a quantity is faster.
pub(crate) const fn is_time(quantity: Quantity) -> bool {
    matches!(quantity, Quantity::InterToken | Quantity::TimeToFirstToken)
}

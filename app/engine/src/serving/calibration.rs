//! What measurements taught, as data: the effects, the errors, and what was measured at all.

use std::collections::{BTreeMap, BTreeSet};

use weighbridge_units::PartialDate;

use super::case::{Case, DeviceClass, Quantity};
use super::features::{FEATURES, Target};
use super::measured_here;
use super::physics::{Efficiencies, PARAMETERS, Parameter};

/// What measurements taught.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// SHA-256 of the measurements, as hexadecimal digits.
    pub data_hash: String,
    /// The day it was made.
    pub made_on: PartialDate,
    /// Number of measurements.
    pub rows: u32,
    /// The effects.
    pub coefficients: Vec<Coefficient>,
    /// How far measurements that were held back lay from their predictions.
    pub bands: Vec<ResidualBand>,
    /// Accelerators that were measured.
    pub devices: BTreeSet<String>,
    /// Models that were measured.
    pub models: BTreeSet<String>,
    /// Engines with classes of hardware that were measured, as `engine|class`.
    pub pairs: BTreeSet<String>,
    /// When each of these pairs was measured last, in years.
    pub years: BTreeMap<String, f64>,
}

/// One effect.
#[derive(Debug, Clone, PartialEq)]
pub struct Coefficient {
    /// The family, by its name.
    pub feature: String,
    /// The level.
    pub level: String,
    /// The effect, as a logarithm.
    pub effect: f64,
}

/// How far measurements lay from predictions made without them: logarithms of measured over
/// predicted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ResidualBand {
    /// The quantity.
    pub quantity: Quantity,
    /// How far the cases were from anything measured.
    pub novelty: Novelty,
    /// One in ten lay lower.
    pub p10: f64,
    /// The median.
    pub p50: f64,
    /// One in ten lay higher.
    pub p90: f64,
    /// How many there were.
    pub rows: u32,
}

/// How far a case is from anything measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Novelty {
    /// Accelerator, model, and engine on such hardware were measured, if not together.
    Near,
    /// One of the three was not.
    OneStep,
    /// Two or all of them were not.
    Far,
}

impl Novelty {
    /// Every distance.
    pub const ALL: [Novelty; 3] = [Novelty::Near, Novelty::OneStep, Novelty::Far];

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Novelty::Near => "near",
            Novelty::OneStep => "one-step",
            Novelty::Far => "far",
        }
    }
}

/// A calibration made ready to be asked.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Effects {
    /// For each feature, the effects by level.
    by_feature: Vec<BTreeMap<String, f64>>,
}

impl Effects {
    pub(super) fn of(coefficients: &[Coefficient]) -> Effects {
        let mut by_feature = vec![BTreeMap::new(); FEATURES.len()];
        let names: BTreeMap<String, usize> = FEATURES
            .iter()
            .enumerate()
            .map(|(place, feature)| (feature.name(), place))
            .collect();
        for coefficient in coefficients {
            // An effect of a family that this version does not have says nothing here.
            if let Some(place) = names.get(&coefficient.feature) {
                by_feature[*place].insert(coefficient.level.clone(), coefficient.effect);
            }
        }
        Effects { by_feature }
    }

    /// The parameters of a case, and the logarithm by which its answer is corrected.
    pub(super) fn of_case(&self, case: &Case) -> (Efficiencies, f64) {
        let mut logarithms = Parameter::ALL.map(Parameter::prior);
        let mut correction = 0.0;
        let mut level = String::with_capacity(64);
        for (feature, effects) in FEATURES.iter().zip(&self.by_feature) {
            level.clear();
            feature.write_level(case, &mut level);
            let Some(effect) = effects.get(level.as_str()) else {
                continue;
            };
            let effect = effect * feature.weight(case);
            match feature.target {
                Target::Parameter(parameter) => logarithms[parameter as usize] += effect,
                Target::Answer => correction += effect,
            }
        }
        let mut logarithms: [f64; PARAMETERS] = logarithms;
        let correction = measured_here::replace(case, &mut logarithms, correction);
        (Efficiencies::of_logarithms(&logarithms), correction)
    }
}

impl Calibration {
    /// The newest year in which an engine was measured on a class of hardware; where it never was,
    /// the newest of the engine on any, and of an engine that was never measured that of all.
    ///
    /// Trends are not carried beyond it.
    pub fn newest_year(&self, engine: &str, class: DeviceClass) -> Option<f64> {
        let newest = |wanted: &dyn Fn(&str) -> bool| {
            let years = self.years.iter();
            years
                .filter(|(pair, _)| wanted(pair))
                .map(|(_, year)| *year)
                .max_by(f64::total_cmp)
        };
        let pair = format!("{engine}|{}", class.key());
        let of_engine = |pair: &str| pair.split('|').next() == Some(engine);
        newest(&|one| one == pair)
            .or_else(|| newest(&of_engine))
            .or_else(|| newest(&|_| true))
    }

    /// How far a case is from anything measured.
    pub fn novelty(&self, case: &Case) -> Novelty {
        let pair = format!("{}|{}", case.engine, case.device.class.key());
        let unknown = [
            !self.devices.contains(&case.device.id),
            !self.models.contains(&case.model),
            !self.pairs.contains(&pair),
        ];
        match unknown.into_iter().filter(|unknown| *unknown).count() {
            0 => Novelty::Near,
            1 => Novelty::OneStep,
            _ => Novelty::Far,
        }
    }

    /// How far measurements of this quantity lay from predictions at this distance, or at the next
    /// one that was looked at.
    pub fn band(&self, quantity: Quantity, novelty: Novelty) -> Option<&ResidualBand> {
        let of_quantity = |band: &&ResidualBand| band.quantity == quantity;
        let list = || self.bands.iter().filter(of_quantity);
        list()
            .filter(|band| band.novelty >= novelty)
            .min_by_key(|band| band.novelty)
            .or_else(|| list().max_by_key(|band| band.novelty))
    }
}

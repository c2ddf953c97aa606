//! A case in, a figure with its range out.

use super::calibration::{Calibration, Effects, Novelty};
use super::case::{Case, Impossible};
use super::physics::{Efficiencies, Machine};

/// A figure with the range it may lie in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The figure, in the unit of the quantity asked for.
    pub value: f64,
    /// One in ten measurements would lie lower.
    pub p10: f64,
    /// One in ten would lie higher.
    pub p90: f64,
    /// What the physics says before the learnt correction.
    pub physics: f64,
    /// How far the case is from anything measured.
    pub novelty: Novelty,
}

/// A calibration made ready to be asked many times.
#[derive(Debug, Clone)]
pub struct Estimator {
    calibration: Calibration,
    effects: Effects,
}

impl Estimator {
    /// An estimator over a calibration.
    pub fn new(calibration: Calibration) -> Estimator {
        let effects = Effects::of(&calibration.coefficients);
        Estimator {
            calibration,
            effects,
        }
    }

    /// What it was made of.
    pub fn calibration(&self) -> &Calibration {
        &self.calibration
    }

    /// The efficiencies of a case, and the factor by which its answer is corrected.
    pub fn efficiencies(&self, case: &Case) -> (Efficiencies, f64) {
        let (efficiencies, correction) = self.effects.of_case(case);
        (efficiencies, libm::exp(correction))
    }

    /// The figure that a case asks for, without asking whether it can be: for measurements, which
    /// did happen.
    pub fn unchecked(&self, case: &Case) -> f64 {
        let (efficiencies, factor) = self.efficiencies(case);
        Machine::new(case, &efficiencies).answer(case) * factor
    }

    /// The figure that a case asks for.
    ///
    /// # Errors
    /// [`Impossible`] where the case has no answer.
    pub fn estimate(&self, case: &Case) -> Result<Estimate, Impossible> {
        case.check()?;
        let (efficiencies, factor) = self.efficiencies(case);
        let physics = Machine::new(case, &efficiencies).answer(case);
        let value = physics * factor;
        let novelty = self.calibration.novelty(case);
        let (low, high) = self
            .calibration
            .band(case.quantity, novelty)
            .map_or((1.0, 1.0), |band| {
                (libm::exp(band.p10), libm::exp(band.p90))
            });
        Ok(Estimate {
            value,
            p10: value * low,
            p90: value * high,
            physics,
            novelty,
        })
    }
}

/// The figure that a case asks for, for a single question.
///
/// # Errors
/// [`Impossible`] where the case has no answer.
pub fn estimate(calibration: &Calibration, case: &Case) -> Result<Estimate, Impossible> {
    Estimator::new(calibration.clone()).estimate(case)
}

//! A case in, a figure with its range out.

use std::collections::BTreeMap;

use super::calibration::{Calibration, Effects, Novelty};
use super::case::{Case, Impossible};
use super::fit::Observation;
use super::measured_here;
use super::own::{Change, LEAST_HALF_RANGE, NO_PULL, Own, Pull, Voice};
use super::physics::{Efficiencies, Machine};
use super::range_factors::RangeFactors;

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
    /// The learnt correction, as a factor on that.
    pub learnt: f64,
    /// The factor of one's own measurements; one where there are none that speak of the case.
    pub own: f64,
    /// How far the case is from anything measured.
    pub novelty: Novelty,
}

/// What the answer of the physics is multiplied by, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Grounds {
    /// The factor that published measurements taught.
    pub learnt: f64,
    /// What one's own measurements say, in their order; those that say nothing of it are left out.
    pub voices: Vec<Voice>,
    /// The factor of all of them together.
    pub own: f64,
}

/// A calibration made ready to be asked many times.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimator {
    calibration: Calibration,
    effects: Effects,
    /// What was measured under another name than the catalogue's: ids of the catalogue with names.
    names: BTreeMap<String, String>,
    own: Option<Own>,
}

impl Estimator {
    /// An estimator over a calibration.
    pub fn new(calibration: Calibration) -> Estimator {
        let effects = Effects::of(&calibration.coefficients);
        Estimator {
            calibration,
            effects,
            names: BTreeMap::new(),
            own: None,
        }
    }

    /// The same estimator with the names under which records of the catalogue were measured, by
    /// their ids there.
    #[must_use]
    pub fn with_names(mut self, names: BTreeMap<String, String>) -> Estimator {
        self.names = names;
        self
    }

    /// The name under which a record was measured, given its id and its other names; none where it
    /// never was.
    pub fn measured_name<'a>(&'a self, id: &'a str, others: &'a [String]) -> Option<&'a str> {
        let known = self.names.get(id).map(String::as_str).into_iter();
        let others = others.iter().map(String::as_str);
        let was_measured = |name: &&str| {
            self.calibration.devices.contains(*name) || self.calibration.models.contains(*name)
        };
        known.chain([id]).chain(others).find(was_measured)
    }

    /// What it was made of.
    pub fn calibration(&self) -> &Calibration {
        &self.calibration
    }

    /// An estimator that believes one's own measurements before what was published, and what they
    /// changed; it takes the place of any before.
    ///
    /// A measurement that is no positive number is left out.
    pub fn with_own(&self, observations: &[Observation]) -> (Estimator, Vec<Change>) {
        let plain = self.without_own();
        let before: Vec<f64> = observations
            .iter()
            .map(|one| plain.unchecked(&one.case))
            .collect();
        let after = plain.told(observations);
        let changes = observations
            .iter()
            .zip(before)
            .map(|(one, before)| Change {
                measured: one.value,
                before,
                after: after.unchecked(&one.case),
                class_factor: match &after.own {
                    Some(own) => own.class_factor(&one.case),
                    None => 1.0,
                },
                case: one.case.clone(),
            })
            .collect();
        (after, changes)
    }

    /// The estimator of [`Estimator::with_own`], without what it changed: that takes an estimate of
    /// every measurement.
    #[must_use]
    pub fn believing(&self, observations: &[Observation]) -> Estimator {
        self.without_own().told(observations)
    }

    fn without_own(&self) -> Estimator {
        Estimator {
            own: None,
            ..self.clone()
        }
    }

    /// The same estimator, that knew of no own measurement, with some.
    fn told(self, observations: &[Observation]) -> Estimator {
        // How far off the estimate was before it was held to what is possible at all.
        let unbounded: Vec<f64> = observations
            .iter()
            .map(|one| {
                let (efficiencies, factor) = self.efficiencies(&one.case);
                Machine::new(&one.case, &efficiencies).answer(&one.case) * factor
            })
            .collect();
        let own = Own::of(observations, &unbounded);
        Estimator { own, ..self }
    }

    /// The efficiencies of a case, and the factor by which its answer is corrected, own
    /// measurements included.
    pub fn efficiencies(&self, case: &Case) -> (Efficiencies, f64) {
        let (efficiencies, correction) = self.effects.of_case(case);
        (efficiencies, libm::exp(correction) * self.pull(case).factor)
    }

    /// The two factors of [`Estimator::efficiencies`], each with its reasons.
    pub fn grounds(&self, case: &Case) -> Grounds {
        let (_, correction) = self.effects.of_case(case);
        let voices = self.own.as_ref().map(|own| own.voices(case));
        Grounds {
            learnt: libm::exp(correction),
            voices: voices.unwrap_or_default(),
            own: self.pull(case).factor,
        }
    }

    /// The figure that a case asks for, without asking whether it can be: for measurements, which
    /// did happen.
    pub fn unchecked(&self, case: &Case) -> f64 {
        let (efficiencies, factor) = self.efficiencies(case);
        let machine = Machine::new(case, &efficiencies);
        machine.bounded(case, machine.answer(case) * factor)
    }

    /// The figure that a case asks for.
    ///
    /// # Errors
    /// [`Impossible`] where the case has no answer.
    pub fn estimate(&self, case: &Case) -> Result<Estimate, Impossible> {
        case.check()?;
        let (efficiencies, correction) = self.effects.of_case(case);
        let machine = Machine::new(case, &efficiencies);
        let physics = machine.answer(case);
        let learnt = libm::exp(correction);
        let pull = self.pull(case);
        let value = machine.bounded(case, physics * learnt * pull.factor);
        let novelty = self.calibration.novelty(case);
        let range = self.range_with(case, novelty, pull);
        Ok(Estimate {
            value,
            p10: machine.bounded(case, value * range.p10),
            p90: machine.bounded(case, value * range.p90),
            physics,
            learnt,
            own: pull.factor,
            novelty,
        })
    }

    /// The range of a case as factors on its figure.
    pub fn range(&self, case: &Case) -> RangeFactors {
        self.range_with(case, self.calibration.novelty(case), self.pull(case))
    }

    fn range_with(&self, case: &Case, novelty: Novelty, pull: Pull) -> RangeFactors {
        let Some(band) = self.calibration.band(case.quantity, novelty) else {
            return RangeFactors { p10: 1.0, p90: 1.0 };
        };
        let (mut low, mut high) = (band.p10, band.p90);
        let further = measured_here::half_width(case);
        if further > 0.0 {
            low = -libm::hypot(low, further);
            high = libm::hypot(high, further);
        }
        if pull != NO_PULL {
            // What was measured is doubted less, but never less than a repetition of it.
            low = (low * pull.doubt).min(-LEAST_HALF_RANGE);
            high = (high * pull.doubt).max(LEAST_HALF_RANGE);
        }
        RangeFactors {
            p10: libm::exp(low),
            p90: libm::exp(high),
        }
    }

    /// Whether this very case was measured by oneself.
    pub fn is_measured(&self, case: &Case) -> bool {
        self.own.as_ref().is_some_and(|own| own.has(case))
    }

    fn pull(&self, case: &Case) -> Pull {
        self.own.as_ref().map_or(NO_PULL, |own| own.pull(case))
    }
}

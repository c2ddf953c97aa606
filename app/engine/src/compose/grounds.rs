//! Why a factor of speed is what it is: what published measurements taught, and what each of one's
//! own says.
//!
//! The estimator that fills the figures of options is asked for its reasons, so that what is told
//! is what was computed.

use super::estimates::METHOD;
use super::own::{factors_of, is_own, is_same, observations_of, of_machines};
use super::own_measurements::believe_measurements;
use crate::evaluate;
use crate::explain::{ResultPart, ResultRef};
use crate::figure::{FigureGroup as _, Origin};
use crate::scenario::{InputPath, OptionId, Scenario};
use crate::serving::deployed::{hosting_in, plain_case};
use crate::serving::{Case, Estimator, Grounds, Quantity, is_time};

/// Why a factor of speed of a self-hosted option is what it is.
///
/// What is learnt, times every measurement to the power of its share, is the factor.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorGrounds {
    /// What the factor is known by.
    pub quantity: Quantity,
    /// How many times as fast as physics alone says published measurements were.
    pub learnt: f64,
    /// What one's own measurements say, in the scenario's order.
    pub measured: Vec<MeasuredGrounds>,
    /// The factor: how many times as fast as physics alone says all of them make it.
    pub factor: f64,
}

/// What a measurement of one's own says of a factor of speed.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasuredGrounds {
    /// Id of the measurement.
    pub measurement: String,
    /// How many times as fast as estimated it was.
    pub times: f64,
    /// How much of that is taken over, as a power: all of it at 1, nothing at 0.
    pub share: f64,
    /// Whether it is of exactly this; else it is of something akin.
    pub is_same: bool,
}

impl MeasuredGrounds {
    /// The factor that it adds.
    pub fn factor(&self) -> f64 {
        libm::pow(self.times, self.share)
    }
}

/// Gives the reasons for factors of speed of a scenario.
#[derive(Debug)]
pub struct Reasons<'a> {
    scenario: &'a Scenario,
    believing: Estimator,
    base: &'a Estimator,
}

impl<'a> Reasons<'a> {
    /// Makes an estimator ready that believes the scenario's own measurements.
    pub fn of(scenario: &'a Scenario, base: &'a Estimator) -> Reasons<'a> {
        Reasons {
            scenario,
            believing: base.believing(&observations_of(&scenario.measurements)),
            base,
        }
    }

    /// Why a factor of speed is what it is; none where the input is no such factor, or somebody
    /// entered it.
    pub fn of_input(&self, path: &InputPath) -> Option<FactorGrounds> {
        let (option, field) = path
            .as_str()
            .strip_prefix("options.")?
            .split_once(".serving.")?;
        let option = self.scenario.option(&OptionId::parse(option)?)?;
        let hosting = hosting_in(&option.plan)?;
        let (_, quantity) = factors_of(hosting)
            .into_iter()
            .find(|(factor, _)| *factor == field)?;
        let figure = hosting.serving.get(field)?;
        let is_estimated = match &figure.origin {
            Origin::Estimated { method, .. } => method == METHOD,
            _ => is_own(figure),
        };
        is_estimated.then(|| self.of_case(&plain_case(hosting, quantity)))
    }

    /// Why the speed of a case is what it is.
    pub fn of_case(&self, case: &Case) -> FactorGrounds {
        let Grounds {
            learnt,
            voices,
            own,
        } = self.believing.grounds(case);
        // Twice the time is half the speed.
        let speed = |quantity, ratio: f64| {
            if is_time(quantity) {
                1.0 / ratio
            } else {
                ratio
            }
        };
        let as_speed = |ratio| speed(case.quantity, ratio);
        let told: Vec<_> = of_machines(&self.scenario.measurements).collect();
        let measured = voices.iter().filter_map(|voice| {
            let (measurement, measured) = told.get(voice.place)?;
            let is_same_kind = is_time(measured.quantity) == is_time(case.quantity);
            Some(MeasuredGrounds {
                measurement: measurement.id.clone(),
                times: speed(measured.quantity, voice.ratio),
                share: if is_same_kind {
                    voice.share
                } else {
                    -voice.share
                },
                is_same: is_same(measured, case),
            })
        });
        FactorGrounds {
            quantity: case.quantity,
            learnt: as_speed(learnt),
            measured: measured.collect(),
            factor: as_speed(learnt * own),
        }
    }

    /// A result as it would be without any measurement of one's own; none where there are none that
    /// count, or there is no such result.
    pub fn without_measurements(&self, result: &ResultRef) -> Option<f64> {
        let mut without = self.scenario.clone();
        if !without.measurements.iter().any(|one| one.counts()) {
            return None;
        }
        for measurement in &mut without.measurements {
            measurement.is_in_use = false;
        }
        believe_measurements(&mut without, self.base);
        let outcome = evaluate(&without);
        let option = outcome.option(&result.option)?;
        match result.part {
            ResultPart::Measure(measure) => option.get(measure),
            ResultPart::Line(line) => option.line_usd(line),
        }
    }
}

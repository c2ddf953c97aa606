//! What each measurement of one's own did: to the estimates, and to options.

use super::measured_power::believe_power;
use super::own::is_same;
use super::own_measurements::{believe_measurements, believing};
use crate::catalogue::Catalogue;
use crate::evaluate;
use crate::model::Measure;
use crate::outcome::Outcome;
use crate::scenario::{EndpointCase, Measurement, OptionId, Scenario, Subject};
use crate::serving::deployed::{hosting_in, plain_case};
use crate::serving::{Change, Estimator};

/// What a measurement did.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasurementEffect {
    /// Id of the measurement.
    pub measurement: String,
    /// Whether it is used, and why not.
    pub standing: Standing,
    /// The estimate of exactly what was measured, before and with all own measurements, and the
    /// factor on the rest of its class; nothing where it is of an interface or is not used.
    pub change: Option<Change>,
    /// What it did to options, in the scenario's order; those it does not bear on are left out.
    pub options: Vec<OptionEffect>,
}

/// Whether a measurement is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Estimates give way to it.
    Used,
    /// The client left it aside.
    LeftAside,
    /// The machine was busy.
    Busy,
    /// It is of an interface at which no option buys.
    NobodyBuys,
}

impl Standing {
    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Standing::Used => "used",
            Standing::LeftAside => "left-aside",
            Standing::Busy => "busy",
            Standing::NobodyBuys => "nobody-buys",
        }
    }
}

/// What a measurement did to an option.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionEffect {
    /// The option.
    pub option: OptionId,
    /// Whether it runs exactly what was measured; else it is of the same class.
    pub is_same: bool,
    /// Results with and without the measurement, where they differ.
    pub results: Vec<ResultChange>,
}

/// A result without a measurement and with it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ResultChange {
    /// The result.
    pub measure: Measure,
    /// Without it; nothing where it was not known.
    pub before: Option<f64>,
    /// With it; nothing where it is not known.
    pub after: Option<f64>,
}

/// The results that tell what a measurement did.
const TOLD: [Measure; 5] = [
    Measure::TimeToFirstToken,
    Measure::TimePerOutputToken,
    Measure::TokensPerSecond,
    Measure::ReplicasFirstMonth,
    Measure::NetPresentValue,
];

/// What each measurement of a scenario did, in order.
///
/// What it did to options is told by leaving it alone aside, with all others in their places: their
/// speed, and where its run counted energy, their power.
pub fn measurement_effects(
    scenario: &Scenario,
    base: &Estimator,
    catalogue: &Catalogue,
) -> Vec<MeasurementEffect> {
    let (_, changes) = believing(&scenario.measurements, base);
    let mut changes = changes.into_iter();
    let now = evaluate(scenario);
    scenario
        .measurements
        .iter()
        .map(|measurement| {
            let counts = measurement.counts();
            let change = match &measurement.subject {
                Subject::Deployment(_) if counts => changes.next(),
                _ => None,
            };
            let options = match counts {
                true => options_moved(scenario, (base, catalogue), measurement, &now),
                false => Vec::new(),
            };
            MeasurementEffect {
                measurement: measurement.id.clone(),
                standing: standing(scenario, measurement),
                change,
                options,
            }
        })
        .collect()
}

fn standing(scenario: &Scenario, measurement: &Measurement) -> Standing {
    let is_bought = |case: &EndpointCase| scenario.options.iter().any(|it| case.is_bought_by(it));
    match &measurement.subject {
        _ if measurement.is_busy => Standing::Busy,
        _ if !measurement.is_in_use => Standing::LeftAside,
        Subject::Endpoint(case) if !is_bought(case) => Standing::NobodyBuys,
        _ => Standing::Used,
    }
}

fn options_moved(
    scenario: &Scenario,
    (base, catalogue): (&Estimator, &Catalogue),
    measurement: &Measurement,
    now: &Outcome,
) -> Vec<OptionEffect> {
    let mut without = scenario.clone();
    if let Some(one) = without
        .measurements
        .iter_mut()
        .find(|one| one.id == measurement.id)
    {
        one.is_in_use = false;
    }
    believe_measurements(&mut without, base);
    believe_power(&mut without, catalogue);
    let before = evaluate(&without);
    let mut moved = Vec::new();
    for option in &scenario.options {
        let (Some(old), Some(new)) = (before.option(&option.id), now.option(&option.id)) else {
            continue;
        };
        let results: Vec<ResultChange> = TOLD
            .into_iter()
            .map(|measure| ResultChange {
                measure,
                before: old.get(measure),
                after: new.get(measure),
            })
            .filter(|change| is_other(change.before, change.after))
            .collect();
        let is_same = match &measurement.subject {
            Subject::Endpoint(case) => case.is_bought_by(option),
            Subject::Deployment(case) => hosting_in(&option.plan)
                .is_some_and(|hosting| is_same(case, &plain_case(hosting, case.quantity))),
        };
        if is_same || !results.is_empty() {
            moved.push(OptionEffect {
                option: option.id.clone(),
                is_same,
                results,
            });
        }
    }
    moved
}

/// Whether two figures differ by more than rounding.
fn is_other(before: Option<f64>, after: Option<f64>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => {
            (before - after).abs() > 1e-9 * before.abs().max(after.abs())
        }
        (before, after) => before.is_some() != after.is_some(),
    }
}

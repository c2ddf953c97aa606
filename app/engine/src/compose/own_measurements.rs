//! What measurements of one's own do to the figures of options.
//!
//! Options carry estimates as figures; measurements stand beside them in the scenario.
//! [`believe_measurements`] fills the estimates anew with an estimator that believes what was
//! measured: the same model on the same hardware is replaced and called measured, its class is
//! pulled and stays an estimate with a smaller error, and what somebody typed in stays.
//! What was measured of an interface becomes the speed of the options that buy there.
//! [`measurement_effects`] tells what each measurement did.
//!
//! `docs/methods/own-measurements.md` has the method.

use super::measured_power::believe_power;
use super::{OWN_MEASUREMENTS, apply_estimates};
use crate::catalogue::Catalogue;
use crate::evaluate;
use crate::figure::{Figure, FigureGroup, Origin, Range, RangeReading};
use crate::model::Measure;
use crate::scenario::{
    Api, EndpointCase, InterfaceSpeed, Measurement, OptionId, Plan, Scenario, SelfHosted, Subject,
};
use crate::serving::deployed::{hosting_in, plain_case};
use crate::serving::fit::Observation;
use crate::serving::{Case, Change, Estimator, Quantity, known_by};

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

/// An estimator that believes some measurements, and what that changed: one change for each
/// measurement of a machine that [counts](Measurement::counts), in order.
pub fn believing(measurements: &[Measurement], base: &Estimator) -> (Estimator, Vec<Change>) {
    base.with_own(&observations_of(measurements))
}

/// What an estimator is told of.
pub(super) fn observations_of(measurements: &[Measurement]) -> Vec<Observation> {
    let told = of_machines(measurements);
    told.map(|(one, case)| Observation {
        case: case.clone(),
        value: one.value,
    })
    .collect()
}

/// The measurements that an estimator is told of, in order.
pub(super) fn of_machines(
    measurements: &[Measurement],
) -> impl Iterator<Item = (&Measurement, &Case)> {
    measurements.iter().filter_map(|one| match &one.subject {
        Subject::Deployment(case) if one.counts() => Some((one, case)),
        _ => None,
    })
}

/// Fills the estimates of a scenario anew with what was measured for it.
///
/// What was typed in, or was measured elsewhere, stays.
pub fn believe_measurements(scenario: &mut Scenario, base: &Estimator) {
    let estimator = base.believing(&observations_of(&scenario.measurements));
    apply_estimates(scenario, &estimator);
    name_runs(scenario);
    set_interface_speeds(scenario);
}

/// The run that a figure names which one of the scenario's own measurements gave.
pub(super) fn run_of(measurement: &Measurement) -> String {
    format!("{OWN_MEASUREMENTS}/{}", measurement.id)
}

/// Whether a run is one of the scenario's own measurements.
pub(super) fn is_own_run(run: &str) -> bool {
    run.strip_prefix(OWN_MEASUREMENTS)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

pub(super) fn is_own(figure: &Figure) -> bool {
    matches!(&figure.origin, Origin::Measured { run, .. } if is_own_run(run))
}

/// The factors of speed of an option, each with the quantity that it is known by.
pub(super) fn factors_of(hosting: &SelfHosted) -> [(&'static str, Quantity); 3] {
    let [first_token, decode, throughput] = known_by(&hosting.engine);
    [
        ("first_token_speed_factor", first_token),
        ("decode_speed_factor", decode),
        ("throughput_speed_factor", throughput),
    ]
}

/// Says of factors that were measured in which run that was: the newest of exactly this.
fn name_runs(scenario: &mut Scenario) {
    let measurements = &scenario.measurements;
    for option in &mut scenario.options {
        let Some(hosting) = hosting_mut(&mut option.plan) else {
            continue;
        };
        for (factor, quantity) in factors_of(hosting) {
            let case = plain_case(hosting, quantity);
            let same = measurements.iter().filter(|one| match &one.subject {
                Subject::Deployment(measured) => one.counts() && is_same(measured, &case),
                Subject::Endpoint(_) => false,
            });
            if let Some(newest) = newest(same)
                && let Some(figure) = hosting.serving.get_mut(factor).filter(|it| is_own(it))
            {
                figure.origin = Origin::Measured {
                    run: run_of(newest),
                    on: Some(newest.on),
                };
            }
        }
    }
}

/// Whether two cases are one model on one hardware under one engine, of one quantity.
pub(super) fn is_same(one: &Case, other: &Case) -> bool {
    one.engine == other.engine
        && one.model == other.model
        && one.device.id == other.device.id
        && one.quantity == other.quantity
        && (one.weight_bits - other.weight_bits).abs() < 1.0
}

/// The newest of some measurements; the last of several of one day.
pub(super) fn newest<'a>(
    measurements: impl Iterator<Item = &'a Measurement>,
) -> Option<&'a Measurement> {
    measurements.max_by_key(|one| one.on.latest().days_since_epoch())
}

/// Gives options that buy at an interface what was measured there, unless somebody typed it in.
fn set_interface_speeds(scenario: &mut Scenario) {
    let measurements = &scenario.measurements;
    for option in &mut scenario.options {
        for spec in InterfaceSpeed::SPECS {
            let here = measurements.iter().filter(|one| match &one.subject {
                Subject::Endpoint(case) => {
                    one.counts() && field_of(case) == spec.name && case.is_bought_by(option)
                }
                Subject::Deployment(_) => false,
            });
            let found = newest(here).map(speed_figure);
            let Some(place) =
                api_mut(&mut option.plan).and_then(|api| api.speed.get_mut(spec.name))
            else {
                continue;
            };
            if is_own(place) || matches!(place.origin, Origin::Default) {
                *place = found.unwrap_or_else(|| Figure::starting(spec));
            }
        }
    }
}

/// The field of an interface's speed that a quantity is a measurement of.
fn field_of(case: &EndpointCase) -> &'static str {
    match case.quantity {
        Quantity::TimeToFirstToken => "time_to_first_token_seconds",
        _ => "tokens_per_second",
    }
}

/// A measurement in the unit of its field, with the spread of its repetitions.
fn speed_figure(measurement: &Measurement) -> Figure {
    let in_unit = |value: f64| match measurement.subject.quantity() {
        Quantity::TimeToFirstToken => value / 1e3,
        Quantity::InterToken => 1e3 / value,
        _ => value,
    };
    let spread = measurement.spread.map(|(one, other)| {
        let (one, other) = (in_unit(one), in_unit(other));
        if one <= other {
            (one, other)
        } else {
            (other, one)
        }
    });
    let value = in_unit(measurement.value);
    let range = spread.filter(|(low, high)| low < high && *low <= value && value <= *high);
    Figure {
        value,
        origin: Origin::Measured {
            run: run_of(measurement),
            on: Some(measurement.on),
        },
        range: range.map(|(low, high)| Range::new(low, high, RangeReading::Percentiles10And90)),
    }
}

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
    now: &crate::Outcome,
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

fn hosting_mut(plan: &mut Plan) -> Option<&mut SelfHosted> {
    match plan {
        Plan::RentedGpu(plan) => Some(&mut plan.hosting),
        Plan::OnPremises(plan) => Some(&mut plan.hosting),
        Plan::OnDevice(plan) => Some(&mut plan.hosting),
        Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) | Plan::Cascade(_) => None,
    }
}

fn api_mut(plan: &mut Plan) -> Option<&mut Api> {
    match plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => Some(api),
        Plan::RentedGpu(_) | Plan::OnPremises(_) | Plan::OnDevice(_) | Plan::Cascade(_) => None,
    }
}

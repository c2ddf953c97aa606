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

use super::apply_estimates;
use crate::evaluate;
use crate::figure::{Figure, FigureGroup, Origin, Range, RangeReading};
use crate::model::Measure;
use crate::scenario::{
    Api, ApiSpeed, DecisionOption, EndpointCase, Measurement, OptionId, Plan, Scenario, SelfHosted,
    Subject,
};
use crate::serving::fit::Observation;
use crate::serving::{Case, Change, Estimator, Quantity, case_of, known_by};

/// Farther off its estimate than by this factor, a measurement wants a second look.
pub const FAR_OFF: f64 = 2.0;

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

impl MeasurementEffect {
    /// How many times as large as the estimate the measurement is, or the other way round, where
    /// that is more than [`FAR_OFF`].
    pub fn far_off(&self) -> Option<f64> {
        let change = self.change.as_ref()?;
        let ratio = change.measured / change.before;
        let times = if ratio < 1.0 { 1.0 / ratio } else { ratio };
        (times > FAR_OFF).then_some(times)
    }
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

/// An estimator that believes what was measured for a scenario, and what that changed: one change
/// for each measurement of a machine that [counts](Measurement::counts), in order.
pub fn believing(scenario: &Scenario, base: &Estimator) -> (Estimator, Vec<Change>) {
    base.with_own(&observations(&scenario.measurements))
}

fn observations(measurements: &[Measurement]) -> Vec<Observation> {
    let of_machine = |one: &Measurement| match &one.subject {
        Subject::Deployment(case) if one.counts() => Some(Observation {
            case: case.clone(),
            value: one.value,
        }),
        _ => None,
    };
    measurements.iter().filter_map(of_machine).collect()
}

/// Fills the estimates of a scenario anew with what was measured for it.
///
/// What was typed in, or was measured elsewhere, stays.
pub fn believe_measurements(scenario: &mut Scenario, base: &Estimator) {
    let ids: Vec<String> = scenario
        .measurements
        .iter()
        .map(|one| one.id.clone())
        .collect();
    for option in &mut scenario.options {
        release(option, &|run| ids.iter().any(|id| id == run));
    }
    let (estimator, _) = believing(scenario, base);
    apply_estimates(scenario, &estimator);
    name_runs(scenario);
    set_interface_speeds(scenario);
}

/// Lets go of what a measurement gave to figures, before it is removed.
pub fn forget_measurement(scenario: &mut Scenario, id: &str) {
    for option in &mut scenario.options {
        release(option, &|run| run == id);
    }
}

/// Makes estimates and unknown speeds again of what some runs measured.
fn release(option: &mut DecisionOption, is_own: &dyn Fn(&str) -> bool) {
    let measured = |figure: &Figure| match &figure.origin {
        Origin::Measured { run, .. } => is_own(run),
        _ => false,
    };
    if let Some(hosting) = hosting_mut(&mut option.plan) {
        for (factor, _) in factors_of(hosting) {
            if let Some(figure) = hosting.serving.get_mut(factor).filter(|it| measured(it)) {
                figure.origin = Origin::Estimated {
                    method: METHOD.to_owned(),
                    error_share: None,
                };
            }
        }
    }
    if let Some(api) = api_mut(&mut option.plan) {
        for spec in ApiSpeed::SPECS {
            if let Some(figure) = api.speed.get_mut(spec.name).filter(|it| measured(it)) {
                *figure = Figure::starting(spec);
            }
        }
    }
}

/// Key of the page that tells how estimates of serving are made.
const METHOD: &str = "serving-estimate";

/// The factors of speed of an option, each with the quantity that it is known by.
fn factors_of(hosting: &SelfHosted) -> [(&'static str, Quantity); 3] {
    let [first_token, decode, throughput] = known_by(&hosting.engine);
    [
        ("first_token_speed_factor", first_token),
        ("decode_speed_factor", decode),
        ("throughput_speed_factor", throughput),
    ]
}

/// Says of factors that were measured in which run that was: the newest of exactly this.
fn name_runs(scenario: &mut Scenario) {
    let mut named = Vec::new();
    for (place, option) in scenario.options.iter().enumerate() {
        let Some(hosting) = hosting(&option.plan) else {
            continue;
        };
        for (factor, quantity) in factors_of(hosting) {
            let is_estimate = hosting.serving.get(factor).is_some_and(|figure| {
                matches!(
                    figure.origin,
                    Origin::Estimated { .. } | Origin::Measured { .. }
                )
            });
            let Some(case) = case_of(scenario, &option.id, quantity).filter(|_| is_estimate) else {
                continue;
            };
            let same = scenario.measurements.iter().filter(|one| {
                let of = match &one.subject {
                    Subject::Deployment(measured) => is_same(measured, &case),
                    Subject::Endpoint(_) => false,
                };
                of && one.counts()
            });
            if let Some(newest) = newest(same) {
                let origin = Origin::Measured {
                    run: newest.id.clone(),
                    on: Some(newest.on),
                };
                named.push((place, factor, origin));
            }
        }
    }
    for (place, factor, origin) in named {
        let plan = &mut scenario.options[place].plan;
        if let Some(figure) = hosting_mut(plan).and_then(|it| it.serving.get_mut(factor)) {
            figure.origin = origin;
        }
    }
}

/// Whether two cases are one model on one hardware under one engine, of one quantity.
fn is_same(one: &Case, other: &Case) -> bool {
    one.engine == other.engine
        && one.model == other.model
        && one.device.id == other.device.id
        && one.quantity == other.quantity
        && (one.weight_bits - other.weight_bits).abs() < 1.0
}

/// The newest of some measurements; the last of several of one day.
fn newest<'a>(measurements: impl Iterator<Item = &'a Measurement>) -> Option<&'a Measurement> {
    measurements.max_by_key(|one| one.on.latest().days_since_epoch())
}

/// Gives options that buy at an interface what was measured there, unless somebody typed it in.
fn set_interface_speeds(scenario: &mut Scenario) {
    let measurements = std::mem::take(&mut scenario.measurements);
    for option in &mut scenario.options {
        let here = |one: &&Measurement| match &one.subject {
            Subject::Endpoint(case) => one.counts() && case.is_bought_by(option),
            Subject::Deployment(_) => false,
        };
        let speeds = ["time_to_first_token_seconds", "tokens_per_second"].map(|field| {
            let of_field = |one: &&Measurement| {
                matches!(&one.subject, Subject::Endpoint(case) if field_of(case) == field)
            };
            let found = newest(measurements.iter().filter(here).filter(of_field));
            found.map(|one| (field, speed_figure(one)))
        });
        let Some(api) = api_mut(&mut option.plan) else {
            continue;
        };
        for (field, figure) in speeds.into_iter().flatten() {
            if let Some(place) = api.speed.get_mut(field)
                && matches!(place.origin, Origin::Default)
            {
                *place = figure;
            }
        }
    }
    scenario.measurements = measurements;
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
        if one <= other { (one, other) } else { (other, one) }
    });
    let value = in_unit(measurement.value);
    let range = spread.filter(|(low, high)| low < high && *low <= value && value <= *high);
    Figure {
        value,
        origin: Origin::Measured {
            run: measurement.id.clone(),
            on: Some(measurement.on),
        },
        range: range.map(|(low, high)| Range::new(low, high, RangeReading::Percentiles10And90)),
    }
}

/// What each measurement of a scenario did, in order.
///
/// What it did to options is told by leaving it alone aside, with all others in their places.
pub fn measurement_effects(scenario: &Scenario, base: &Estimator) -> Vec<MeasurementEffect> {
    let (_, changes) = believing(scenario, base);
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
                true => options_moved(scenario, base, measurement, &now),
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
    base: &Estimator,
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
            Subject::Deployment(case) => case_of(scenario, &option.id, case.quantity)
                .is_some_and(|own| is_same(case, &own)),
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
        (Some(before), Some(after)) => (before - after).abs() > 1e-9 * before.abs().max(after.abs()),
        (before, after) => before.is_some() != after.is_some(),
    }
}

fn hosting(plan: &Plan) -> Option<&SelfHosted> {
    match plan {
        Plan::RentedGpu(plan) => Some(&plan.hosting),
        Plan::OnPremises(plan) => Some(&plan.hosting),
        Plan::OnDevice(plan) => Some(&plan.hosting),
        Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) | Plan::Cascade(_) => None,
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

//! What measurements of one's own do to the figures of options.
//!
//! Options carry estimates as figures; measurements stand beside them in the scenario.
//! [`believe_measurements`] fills the estimates anew with an estimator that believes what was
//! measured: the same model on the same hardware is replaced and called measured, its class is
//! pulled and stays an estimate with a smaller error, and what somebody typed in stays.
//! What was measured of an interface becomes the speed of the options that buy there.
//! [`measurement_effects`](super::measurement_effects) tells what each measurement did.
//!
//! `docs/methods/own-measurements.md` has the method.

use super::described::hosting_mut;
use super::estimates::apply_estimates;
use super::own::{factors_of, is_own, is_same, newest, observations_of, run_of};
use crate::figure::{Figure, FigureGroup, Origin, Range, RangeReading};
use crate::scenario::{Api, EndpointCase, InterfaceSpeed, Measurement, Plan, Scenario, Subject};
use crate::serving::deployed::plain_case;
use crate::serving::{Change, Estimator, Quantity};

/// An estimator that believes some measurements, and what that changed: one change for each
/// measurement of a machine that [counts](Measurement::counts), in order.
pub fn believing(measurements: &[Measurement], base: &Estimator) -> (Estimator, Vec<Change>) {
    base.with_own(&observations_of(measurements))
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

/// Says of factors that were measured in which run that was: the newest of exactly this.
fn name_runs(scenario: &mut Scenario) {
    let measurements = &scenario.measurements;
    for option in &mut scenario.options {
        let Ok(hosting) = hosting_mut(option) else {
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

fn api_mut(plan: &mut Plan) -> Option<&mut Api> {
    match plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => Some(api),
        Plan::RentedGpu(_) | Plan::OnPremises(_) | Plan::OnDevice(_) | Plan::Cascade(_) => None,
    }
}

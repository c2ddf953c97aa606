//! Which figures and cases are measurements of the scenario's own.

use crate::figure::{Figure, Origin};
use crate::scenario::{Measurement, SelfHosted, Subject};
use crate::serving::fit::Observation;
use crate::serving::{Case, Quantity, known_by};

/// The run of figures that measurements of the scenario replaced.
pub const OWN_MEASUREMENTS: &str = "own-measurements";

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

/// The run that a figure names which one of the scenario's own measurements gave.
pub(super) fn run_of(measurement: &Measurement) -> String {
    format!("{OWN_MEASUREMENTS}/{}", measurement.id)
}

/// Whether a run is one of the scenario's own measurements.
pub(super) fn is_own_run(run: &str) -> bool {
    run.strip_prefix(OWN_MEASUREMENTS)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a figure is one of them.
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

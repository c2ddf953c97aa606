//! Checks the paths of consequences and futures against options of every kind.

use weighbridge_engine::Scenario;
use weighbridge_engine::figure::ValueFault;
use weighbridge_engine::scenario::{
    Api, Cascade, CascadeMode, DecisionOption, Deployment, Device, InputPath, OptionId, Owned,
    Plan, Priorities, Rented, SetError, Setting,
};
use weighbridge_units::PartialDate;

use super::super::reader::Reader;
use crate::faults::FaultKind;
use crate::spans::Place;

/// A path as it was written, with what may be set there.
pub(super) struct Written {
    pub(super) place: Place,
    /// Where the path stands in the file.
    pub(super) at: String,
    pub(super) path: String,
    pub(super) kinds: Vec<Deployment>,
    /// What may be set; nothing where the input must be a figure.
    pub(super) settings: Vec<Setting>,
}

/// Notes the paths at which no option has an input, and settings that no input takes.
pub(super) fn check_paths(
    reader: &mut Reader<'_>,
    priorities: &Priorities,
    date: PartialDate,
    written: &[Written],
) {
    let trial = trial(priorities, date);
    for one in written {
        if let Some(kind) = fault_of(&trial, one) {
            reader.fault(one.place, &one.at, kind);
        }
    }
}

fn fault_of(trial: &Scenario, written: &Written) -> Option<FaultKind> {
    let paths = trial.expand(&for_any_option(&written.path), &written.kinds);
    let unknown = || {
        Some(FaultKind::UnknownReference {
            kind: "input".to_owned(),
            id: written.path.clone(),
        })
    };
    if written.settings.is_empty() {
        let known = paths.iter().any(|path| trial.spec(path).is_some());
        return if known { None } else { unknown() };
    }
    for setting in &written.settings {
        let mut fault = unknown();
        for path in &paths {
            match try_out(trial, path, setting) {
                Ok(()) => fault = None,
                Err(SetError::UnknownPath { .. }) => continue,
                Err(error) => fault = Some(refusal(error)),
            }
            break;
        }
        if fault.is_some() {
            return fault;
        }
    }
    None
}

/// Sets a value in a copy.
fn try_out(trial: &Scenario, path: &InputPath, setting: &Setting) -> Result<(), SetError> {
    if path.as_str().starts_with("conditions.") {
        // Conditions do not answer each other.
        return Err(SetError::UnknownPath {
            path: path.to_string(),
        });
    }
    trial.clone().set(path, setting)
}

fn refusal(error: SetError) -> FaultKind {
    match error {
        SetError::UnknownPath { path } => FaultKind::UnknownReference {
            kind: "input".to_owned(),
            id: path,
        },
        SetError::NotANumber { given, .. } => FaultKind::WrongType {
            expected: crate::faults::Expected::Number,
            found: given,
        },
        SetError::UnknownChoice { given, allowed, .. } => FaultKind::UnknownName {
            found: given,
            allowed: allowed.into_iter().map(str::to_owned).collect(),
        },
        SetError::Value { fault, .. } => match fault {
            ValueFault::NotFinite => FaultKind::NotFinite,
            ValueFault::OutOfRange { min, max, value } => FaultKind::OutOfRange { min, max, value },
            ValueFault::NotWhole { value } => FaultKind::NotWhole { value },
        },
    }
}

/// The same path with `*` in the place of an option's id: the options of a file are read later.
fn for_any_option(path: &str) -> String {
    let rest = path.strip_prefix("options.");
    match rest.and_then(|rest| rest.split_once('.')) {
        Some((_, field)) => format!("options.*.{field}"),
        None => path.to_owned(),
    }
}

/// A scenario with these priorities and an option of every kind.
fn trial(priorities: &Priorities, date: PartialDate) -> Scenario {
    let mut scenario = Scenario::new("", date);
    scenario.priorities = priorities.clone();
    let ids = Deployment::ALL.map(|kind| OptionId::from_name(kind.key()));
    for (kind, id) in Deployment::ALL.into_iter().zip(&ids) {
        let plan = match kind {
            Deployment::ProprietaryApi => Plan::ProprietaryApi(Api::default()),
            Deployment::HostedOpenModel => Plan::HostedOpenModel(Api::default()),
            Deployment::RentedGpu => Plan::RentedGpu(Rented::default()),
            Deployment::OnPremises => Plan::OnPremises(Owned::default()),
            Deployment::OnDevice => Plan::OnDevice(Device::default()),
            Deployment::Cascade => Plan::Cascade(Cascade {
                small: ids[0].clone(),
                large: None,
                mode: CascadeMode::default(),
                cascade: Default::default(),
            }),
        };
        scenario
            .options
            .push(DecisionOption::new(id.clone(), kind.key(), plan));
    }
    scenario
}

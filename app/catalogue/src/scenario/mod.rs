//! Scenario files (`*.weighbridge.ron`): reading, checking, migrating and writing.
//!
//! `docs/scenario-files.md` describes the format.
//! Text goes in and a scenario or its faults come out, and the other way round; nothing here
//! opens a file, and reading never changes one.
//!
//! A file may name records of the catalogue instead of spelling out their figures; they are
//! looked up when it is read.
//! A written file spells everything out, so that it computes the same under any catalogue.
//!
//! The values are taken from a tree of places rather than through serde: one reading then finds
//! every fault of a file with its line and column, and the fields of the engine's groups are
//! listed once, in the engine.

mod figures;
mod measurements;
mod migrate;
mod names;
mod nearest;
mod option;
mod plan;
mod priorities;
mod question;
mod reader;
mod reference;
mod runs;
mod sampling;
mod value;
mod write;

pub use option::SCORE;
pub use priorities::write_framework;
pub(crate) use priorities::{FRAMEWORK, read_framework};
pub use write::write;

use std::collections::BTreeSet;

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose::{complete_assessments, complete_estimates};
use weighbridge_engine::scenario::Plan;

use self::figures::{Sources, read_group};
use self::measurements::read_measurements;
use self::option::{Surroundings, read_option};
use self::priorities::read_priorities;
use self::question::read_question;
use self::reader::{Keys, Reader};
use self::runs::read_runs;
use self::sampling::read_sampling;
use self::value::{Form, Value};
use crate::faults::{Fault, FaultKind};
use crate::spans::{Place, Tree, place_in};

/// The version of the format that is written.
pub const VERSION: u32 = 4;

/// How the name of a scenario file ends.
pub const EXTENSION: &str = "weighbridge.ron";

/// A scenario that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioFile {
    /// The scenario.
    pub scenario: Scenario,
    /// The version its file was written in.
    pub version: u32,
    /// What somebody should look at again; nothing here keeps the scenario from being used.
    pub doubts: Vec<Fault>,
}

/// Reads a scenario file; `file` names it in faults.
///
/// Records that the file names are looked up in `catalogue` at the scenario's date.
///
/// # Errors
/// All faults of the file, in its order, doubts among them.
pub fn read(file: &str, text: &str, catalogue: &Catalogue) -> Result<ScenarioFile, Vec<Fault>> {
    let mut reader = Reader::new(file);
    let tree = match Tree::scan(text) {
        Ok(tree) => tree,
        Err((byte, fault)) => {
            reader.fault(place_in(text, byte), "", FaultKind::Structure(fault));
            return Err(reader.finish());
        }
    };
    let mut root = Value::of(&tree, tree.root());
    let Some(version) = read_version(&mut reader, &root) else {
        return Err(reader.finish());
    };
    migrate::migrate(&mut root, version);
    let mut scenario = read_scenario(&mut reader, &root, catalogue);
    if let Some(scenario) = scenario.as_mut()
        && version < migrate::CARRIES_ESTIMATES
    {
        for option in &mut scenario.options {
            complete_estimates(option, catalogue);
        }
    }
    let faults = reader.finish();
    match scenario {
        Some(scenario) if !faults.iter().any(Fault::is_error) => Ok(ScenarioFile {
            scenario,
            version,
            doubts: faults,
        }),
        _ => Err(faults),
    }
}

/// Reads the bytes of a scenario file.
///
/// # Errors
/// As [`read`]; bytes that are no UTF-8 are a fault too.
pub fn read_bytes(
    file: &str,
    bytes: &[u8],
    catalogue: &Catalogue,
) -> Result<ScenarioFile, Vec<Fault>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(file, text, catalogue),
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let mut reader = Reader::new(file);
            let place = place_in(&before, before.len());
            reader.fault(place, "", FaultKind::NotText);
            Err(reader.finish())
        }
    }
}

/// The version, which is read before anything else: a newer file may look like anything.
fn read_version(reader: &mut Reader<'_>, root: &Value) -> Option<u32> {
    let mut keys = reader.group(root, "")?;
    let (value, path) = keys.need(reader, "version")?;
    let whole = reader.whole(value, &path, 1, u32::MAX.into())?;
    let version = u32::try_from(whole).unwrap_or(u32::MAX);
    if version > VERSION {
        let kind = FaultKind::NewerVersion {
            found: version,
            latest: VERSION,
        };
        reader.fault(value.place, &path, kind);
        return None;
    }
    Some(version)
}

fn read_scenario(reader: &mut Reader<'_>, root: &Value, catalogue: &Catalogue) -> Option<Scenario> {
    let Form::Group { .. } = root.form else {
        return None;
    };
    let mut keys = reader.group(root, "")?;
    let _ = keys.take("version");
    let sources = keys
        .take("records")
        .map_or_else(Sources::default, |(value, path)| {
            Sources::read(reader, value, &path)
        });
    let question = read_question(reader, &mut keys, catalogue);
    let complete = question.is_some();
    // Without a question the rest is read for its faults only.
    let date = question
        .as_ref()
        .map_or(catalogue.date(), |question| question.date);
    let mut scenario = Scenario::new("", date);
    if let Some(question) = question {
        scenario.question = question;
    }
    read_group(
        reader,
        &mut keys,
        "finance",
        &sources,
        &mut scenario.finance,
    );
    let workload = &mut scenario.workload;
    read_group(reader, &mut keys, "workload", &sources, workload);
    let salaries = &mut scenario.salaries;
    read_group(reader, &mut keys, "salaries", &sources, salaries);
    let priorities = read_priorities(reader, &mut keys, &sources, catalogue, date);
    scenario.priorities = priorities.priorities;
    read_options(reader, &mut keys, &sources, catalogue, &mut scenario);
    if !priorities.is_spelled_out {
        complete_assessments(&mut scenario);
    }
    scenario.sampling = read_sampling(reader, &mut keys);
    let (runs, named) = read_runs(reader, &mut keys);
    scenario.runs = runs;
    scenario.measurements = read_measurements(reader, &mut keys, &named);
    keys.finish(reader);
    complete.then_some(scenario)
}

fn read_options(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
    catalogue: &Catalogue,
    scenario: &mut Scenario,
) {
    let Some((value, path)) = keys.take("options") else {
        return;
    };
    let mut places: Vec<(Place, String)> = Vec::new();
    for (index, item) in reader.list(value, &path).iter().enumerate() {
        let path = format!("{path}[{index}]");
        let around = Surroundings {
            scenario,
            catalogue,
            sources,
        };
        let Some(option) = read_option(reader, item, &path, around) else {
            continue;
        };
        if let Some(first) = scenario.position(&option.id) {
            let kind = FaultKind::DuplicateId {
                id: option.id.to_string(),
                first: places[first].1.clone(),
            };
            reader.fault(item.place, &format!("{path}.id"), kind);
            continue;
        }
        places.push((item.place, path));
        scenario.options.push(option);
    }
    // Options with faults are not in the scenario, but they do exist.
    let written = ids(reader.list(value, &path));
    for (option, (place, path)) in scenario.options.iter().zip(&places) {
        let Plan::Cascade(cascade) = &option.plan else {
            continue;
        };
        let parts = [
            ("small", Some(&cascade.small)),
            ("large", cascade.large.as_ref()),
        ];
        for (key, part) in parts {
            if let Some(id) = part
                && !written.contains(id.as_str())
            {
                let kind = FaultKind::UnknownReference {
                    kind: "option".to_owned(),
                    id: id.to_string(),
                };
                reader.fault(*place, &format!("{path}.plan.{key}"), kind);
            }
        }
    }
}

/// The ids of the options of a list, as far as they can be read.
fn ids(options: &[Value]) -> BTreeSet<String> {
    let id = |option: &Value| match &option.form {
        Form::Group { fields, .. } => fields
            .iter()
            .find(|field| field.key.as_deref() == Some("id"))
            .and_then(|field| reader::text(&field.value)),
        _ => None,
    };
    options.iter().filter_map(id).collect()
}

//! The measurements and the calibration that are compiled into the program.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use sha2::{Digest, Sha256};
use weighbridge_engine::serving::{Device, Estimator};

use super::calibration::read_calibration;
use super::devices::read_devices;
use super::models::{Models, read_models};
use super::table::{Row, read_table};
use crate::built_in::measurement_file;

/// Why what is compiled in cannot be used; a test keeps it from happening.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("presets/measurements/{file}: {reason}")]
pub struct BuiltInFault {
    /// The file.
    pub file: &'static str,
    /// Why.
    pub reason: String,
}

type Read<T> = LazyLock<Result<T, BuiltInFault>>;

/// The estimator over the built-in calibration; read once.
///
/// # Errors
/// [`BuiltInFault`] where the file cannot be read.
pub fn estimator() -> Result<&'static Estimator, BuiltInFault> {
    static ESTIMATOR: Read<Estimator> = LazyLock::new(|| {
        let file = "calibration.ron";
        let calibration =
            read_calibration(text(file)?).map_err(|reason| BuiltInFault { file, reason })?;
        Ok(Estimator::new(calibration).with_names(aliases()?.clone()))
    });
    ESTIMATOR.as_ref().map_err(Clone::clone)
}

/// The hardware that was measured, by id; read once.
///
/// # Errors
/// [`BuiltInFault`] where the file cannot be read.
pub fn devices() -> Result<&'static BTreeMap<String, Device>, BuiltInFault> {
    static DEVICES: Read<BTreeMap<String, Device>> = LazyLock::new(|| {
        let file = "hardware.csv";
        read_devices(text(file)?).map_err(|fault| fault_in(file, &fault))
    });
    DEVICES.as_ref().map_err(Clone::clone)
}

/// The models that were measured, by name; read once.
///
/// # Errors
/// [`BuiltInFault`] where the file cannot be read.
pub fn models() -> Result<&'static Models, BuiltInFault> {
    static MODELS: Read<Models> = LazyLock::new(|| {
        let file = "models.csv";
        read_models(text(file)?).map_err(|fault| fault_in(file, &fault))
    });
    MODELS.as_ref().map_err(Clone::clone)
}

/// Names under which things of the catalogue were measured, by their ids there; read once.
///
/// # Errors
/// [`BuiltInFault`] where the file cannot be read.
pub fn aliases() -> Result<&'static BTreeMap<String, String>, BuiltInFault> {
    static ALIASES: Read<BTreeMap<String, String>> = LazyLock::new(|| {
        let file = "names.csv";
        csv::Reader::from_reader(text(file)?.as_bytes())
            .deserialize::<(String, String)>()
            .collect::<Result<_, _>>()
            .map_err(|fault| fault_in(file, &fault))
    });
    ALIASES.as_ref().map_err(Clone::clone)
}

/// The published measurements; read once.
///
/// # Errors
/// [`BuiltInFault`] where a file cannot be read.
pub fn published() -> Result<&'static [Row], BuiltInFault> {
    static PUBLISHED: Read<Vec<Row>> = LazyLock::new(|| {
        let file = "published.csv";
        read_table(text(file)?, devices()?, models()?)
            .into_iter()
            .collect::<Result<_, _>>()
            .map_err(|fault| fault_in(file, &fault))
    });
    PUBLISHED.as_ref().map(Vec::as_slice).map_err(Clone::clone)
}

/// The fingerprint of measurements, hardware and models, as a calibration carries it.
pub fn data_hash(published: &str, hardware: &str, models: &str) -> String {
    let all = [published, hardware, models].concat();
    Sha256::digest(all.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn text(file: &'static str) -> Result<&'static str, BuiltInFault> {
    measurement_file(file).ok_or_else(|| BuiltInFault {
        file,
        reason: "it is not there".to_owned(),
    })
}

fn fault_in(file: &'static str, fault: &dyn std::fmt::Display) -> BuiltInFault {
    BuiltInFault {
        file,
        reason: fault.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_calibration_was_made_of_the_measurements_beside_it() {
        let text = |file| measurement_file(file).unwrap();
        let hash = data_hash(
            text("published.csv"),
            text("hardware.csv"),
            text("models.csv"),
        );
        let calibration = estimator().unwrap().calibration();
        assert_eq!(calibration.data_hash, hash, "run the program `calibrate`");
        assert_eq!(calibration.rows as usize, published().unwrap().len());
    }

    #[test]
    fn every_name_stands_for_something_on_both_sides() {
        let (catalogue, _) = crate::built_in().unwrap();
        for (id, measured) in aliases().unwrap() {
            let hardware = catalogue.hardware(id).is_some();
            let model = catalogue.model(id).is_some();
            assert!(hardware || model, "the catalogue has no “{id}”");
            let known = match hardware {
                true => devices().unwrap().contains_key(measured),
                false => models().unwrap().contains_key(measured),
            };
            assert!(known, "“{measured}” was not measured");
        }
    }

    #[test]
    fn every_published_case_has_an_answer_with_a_range_around_it() {
        let estimator = estimator().unwrap();
        for row in published().unwrap() {
            let estimate = estimator.estimate(&row.case);
            let estimate = estimate.unwrap_or_else(|reason| panic!("{}: {reason}", row.id));
            let in_order = estimate.p10 < estimate.p90 && estimate.p10 > 0.0;
            assert!(
                in_order && estimate.value.is_finite(),
                "{}: {estimate:?}",
                row.id
            );
        }
    }
}

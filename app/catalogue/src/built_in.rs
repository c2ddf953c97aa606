//! The presets that are compiled into the program.

use std::sync::Arc;

use include_dir::{Dir, include_dir};
use weighbridge_engine::catalogue::Catalogue;

use crate::faults::Fault;
use crate::load::{Loaded, PresetFile, load_built_in};
use crate::measurements::estimator;

static PRESETS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../presets");

/// The folder of sample scenarios inside the presets; it holds no presets.
const SCENARIOS: &str = "scenarios";

/// The folder of measurements, which are no records.
const MEASUREMENTS: &str = "measurements";

/// The built-in preset files, by path; `presets/` stands before each, as in the repository.
pub fn preset_files() -> Vec<PresetFile<'static>> {
    files_below(|path| !path.starts_with(SCENARIOS) && !path.starts_with(MEASUREMENTS))
}

/// The built-in sample scenarios, by path.
pub fn sample_files() -> Vec<PresetFile<'static>> {
    files_below(|path| path.starts_with(SCENARIOS))
}

/// The text of a built-in file of measurements.
pub(crate) fn measurement_file(name: &str) -> Option<&'static str> {
    PRESETS
        .get_file(format!("{MEASUREMENTS}/{name}"))?
        .contents_utf8()
}

fn files_below(wanted: impl Fn(&std::path::Path) -> bool) -> Vec<PresetFile<'static>> {
    let mut files = Vec::new();
    let mut folders = vec![&PRESETS];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files().filter(|file| wanted(file.path())) {
            let is_ron = file
                .path()
                .extension()
                .is_some_and(|extension| extension == "ron");
            // Files that are not UTF-8 are refused by the test that reads all presets.
            if let Some(text) = file.contents_utf8().filter(|_| is_ron) {
                let path = file.path().to_string_lossy().replace('\\', "/");
                files.push(PresetFile {
                    path: format!("presets/{path}"),
                    text,
                });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// The built-in catalogue, and what is wrong or doubtful about its files.
///
/// A test holds the files without errors; a record with one is left out of the catalogue.
///
/// # Errors
/// What is wrong, where not even the date of the catalogue can be read.
pub fn built_in() -> Result<(Catalogue, Vec<Fault>), Vec<Fault>> {
    let Loaded {
        records,
        date,
        faults,
    } = load_built_in(&preset_files(), None);
    match date {
        Some(date) => {
            let catalogue = Catalogue::new(date, records);
            // A test keeps it readable; without it options carry no estimates of speed.
            let catalogue = match estimator() {
                Ok(estimator) => catalogue.with_estimator(Arc::new(estimator.clone())),
                Err(_) => catalogue,
            };
            Ok((catalogue, faults))
        }
        None => Err(faults),
    }
}

//! Opening and saving scenario files.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use weighbridge_catalogue::scenario::{self, EXTENSION, ScenarioFile};
use weighbridge_catalogue::spans::MAX_BYTES;
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;

use super::atomic;
use super::error::{Cause, FileError, OpenError};
use super::versions::Versions;

/// Reads a scenario file; the file is not touched.
///
/// # Errors
/// [`OpenError`] where it cannot be read, or with all faults of its text.
pub fn open(path: &Path, catalogue: &Catalogue) -> Result<ScenarioFile, OpenError> {
    let bytes = read(path).map_err(OpenError::File)?;
    let name = path.display().to_string();
    scenario::read_bytes(&name, &bytes, catalogue).map_err(|faults| OpenError::Faults {
        path: path.to_owned(),
        faults,
    })
}

/// The bytes of a file, without filling the memory with a file that is none of ours.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    use std::io::Read;
    let failed = |error: &std::io::Error| FileError::reading(path, error);
    let found = fs::metadata(path).map_err(|error| failed(&error))?;
    if !found.is_file() {
        return Err(FileError::NotReadable {
            path: path.to_owned(),
            cause: Cause::WrongKind,
        });
    }
    let file = fs::File::open(path).map_err(|error| failed(&error))?;
    let mut bytes = Vec::new();
    // One byte more than is allowed, so that the reader says that it is too large.
    let most = MAX_BYTES as u64 + 1;
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| failed(&error))?;
    Ok(bytes)
}

/// What saving left to say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Saved {
    /// Why the version before could not be kept; the scenario itself was saved.
    pub version_not_kept: Option<FileError>,
}

/// Writes a scenario in one step; the version before it is kept in `versions`.
///
/// # Errors
/// [`FileError`] in one sentence; what stood there before still does.
pub fn save(
    path: &Path,
    scenario: &Scenario,
    versions: Option<&Versions>,
    now: Timestamp,
) -> Result<Saved, FileError> {
    atomic::check(path)?;
    let version_not_kept = versions.and_then(|versions| versions.keep(path, now).err());
    atomic::write(path, scenario::write(scenario).as_bytes())?;
    Ok(Saved { version_not_kept })
}

/// Says whether a file could be written, before long work is done for it.
///
/// # Errors
/// [`FileError`] as writing would give.
pub fn check_target(path: &Path) -> Result<(), FileError> {
    atomic::check(path).map(|_| ())
}

/// A path as typed, with the extension of scenario files where it has none of its own.
pub fn with_extension(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if name.ends_with(".ron") || name.is_empty() {
        return path.to_owned();
    }
    let stem = name.strip_suffix(".weighbridge").unwrap_or(&name);
    path.with_file_name(format!("{stem}.{EXTENSION}"))
}

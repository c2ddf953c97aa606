//! Presets of the user's own.

use std::fs;
use std::path::{Path, PathBuf};

use weighbridge_catalogue::{
    Fault, FaultKind, PresetFile, Written, load_user, put_record, remove_record,
};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_units::PartialDate;

use super::atomic;
use super::error::FileError;
use super::scenario::read;

/// The file that records entered in the window go into.
const OWN_FILE: &str = "entered.ron";
/// Folders below folders below … that are looked into.
const MAX_DEPTH: usize = 4;

/// A catalogue with the user's presets in it, and what is wrong with them.
#[derive(Debug, Clone)]
pub struct UserPresets {
    /// The built-in records with the user's added to them or in their place.
    pub catalogue: Catalogue,
    /// Faults of the user's files; a record with an error is left out.
    pub faults: Vec<Fault>,
    /// Files that could not be read at all.
    pub unreadable: Vec<FileError>,
}

/// Reads every `.ron` file of a folder and of those below it, over the built-in catalogue.
///
/// A folder that does not exist holds no presets.
pub fn load_presets(folder: &Path, built_in: &Catalogue, today: PartialDate) -> UserPresets {
    let mut paths = Vec::new();
    let mut unreadable = Vec::new();
    find(folder, MAX_DEPTH, &mut paths, &mut unreadable);
    paths.sort();
    let mut faults = Vec::new();
    let mut read_files: Vec<(String, Vec<u8>)> = Vec::new();
    for path in paths {
        match read(&path) {
            Ok(bytes) => read_files.push((path.display().to_string(), bytes)),
            Err(error) => unreadable.push(error),
        }
    }
    let mut files = Vec::new();
    for (path, bytes) in &read_files {
        match PresetFile::from_bytes(path.clone(), bytes) {
            Ok(file) => files.push(file),
            Err(fault) => faults.push(*fault),
        }
    }
    let loaded = load_user(&files, built_in, today, None);
    faults.extend(loaded.faults);
    UserPresets {
        catalogue: built_in.clone().layered(loaded.records),
        faults,
        unreadable,
    }
}

fn find(folder: &Path, depth: usize, paths: &mut Vec<PathBuf>, unreadable: &mut Vec<FileError>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return,
        Err(error) => {
            unreadable.push(FileError::reading(folder, &error));
            return;
        }
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        // Links to folders may lead in a circle.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if hidden {
            continue;
        }
        if is_folder && depth > 0 {
            find(&path, depth - 1, paths, unreadable);
        } else if !is_folder && path.extension().is_some_and(|end| end == "ron") {
            paths.push(path);
        }
    }
}

/// Puts a record of the user's own into the folder of presets, in place of one of its id.
///
/// Gives the file it went into; the rest of that file stays as it is.
///
/// # Errors
/// [`FileError`] where the file cannot be read or written. The inner result is an error where
/// the record cannot be written as text or the file has faults.
pub fn put_preset(
    folder: &Path,
    record: &impl Written,
) -> Result<Result<PathBuf, FaultKind>, FileError> {
    let file = folder.join(OWN_FILE);
    let changed = own_text(&file)?.and_then(|text| put_record(&text, record));
    let changed = match changed {
        Ok(changed) => changed,
        Err(fault) => return Ok(Err(fault)),
    };
    fs::create_dir_all(folder).map_err(|error| FileError::writing(folder, &error))?;
    atomic::write(&file, changed.as_bytes())?;
    Ok(Ok(file))
}

/// Takes a record of the user's own out of the folder of presets; says whether it was there.
///
/// # Errors
/// As [`put_preset`].
pub fn remove_preset(
    folder: &Path,
    kind: &str,
    id: &str,
) -> Result<Result<bool, FaultKind>, FileError> {
    let file = folder.join(OWN_FILE);
    let changed = own_text(&file)?.and_then(|text| {
        if text.is_empty() {
            return Ok(None);
        }
        remove_record(&text, kind, id)
    });
    match changed {
        Ok(Some(changed)) => {
            atomic::write(&file, changed.as_bytes())?;
            Ok(Ok(true))
        }
        Ok(None) => Ok(Ok(false)),
        Err(fault) => Ok(Err(fault)),
    }
}

/// The text of a file, which may not exist yet.
fn own_text(file: &Path) -> Result<Result<String, FaultKind>, FileError> {
    match read(file) {
        Ok(bytes) => Ok(String::from_utf8(bytes).map_err(|_| FaultKind::NotText)),
        Err(FileError::NotFound(_)) => Ok(Ok(String::new())),
        Err(error) => Err(error),
    }
}

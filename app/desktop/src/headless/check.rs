//! `check`: every fault of scenarios and presets.

use std::io::Write;
use std::path::{Path, PathBuf};

use weighbridge_catalogue::spans::{Form, Tree};
use weighbridge_catalogue::{Fault, load_user, scenario};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_text::Text;
use weighbridge_units::PartialDate;

use super::case::{catalogue, preset_files, read_file, shown};
use super::failure::{Failure, fault_lines};
use super::output::{answer, printable};

/// Checks files and prints a line for each fault; doubts and notes are printed too.
///
/// Presets are checked together, so that one of the files may refer to a record of another.
///
/// # Errors
/// [`Failure::Faulty`] where a file has an error.
pub(super) fn check(
    files: &[PathBuf],
    presets: Option<&Path>,
    today: PartialDate,
    text: Text,
    output: &mut dyn Write,
) -> Result<(), Failure> {
    let catalogue = catalogue(presets, today)?;
    let mut read = Vec::with_capacity(files.len());
    for file in files {
        read.push((file.clone(), read_file(file)?));
    }
    let (presets, scenarios): (Vec<_>, Vec<_>) = read
        .into_iter()
        .partition(|(path, bytes)| holds_presets(path, bytes));
    let mut faults = faults_of_presets(&presets, &catalogue, today);
    for (path, bytes) in &scenarios {
        match scenario::read_bytes(&shown(path), bytes, &catalogue) {
            Ok(file) => faults.extend(file.doubts),
            Err(found) => faults.extend(found),
        }
    }
    for file in files {
        let file = shown(file);
        let own: Vec<&Fault> = faults.iter().filter(|fault| fault.file == file).collect();
        if own.is_empty() {
            let words = text.format("headless-no-faults", &[("file", file.into())]);
            answer(output, &printable(&format!("{words}\n")))?;
        } else {
            answer(output, &printable(&fault_lines(own, text)))?;
        }
    }
    match faults.iter().any(Fault::is_error) {
        true => Err(Failure::Faulty),
        false => Ok(()),
    }
}

fn faults_of_presets(
    read: &[(PathBuf, Vec<u8>)],
    catalogue: &Catalogue,
    today: PartialDate,
) -> Vec<Fault> {
    let (files, mut faults) = preset_files(read);
    if !files.is_empty() {
        faults.extend(load_user(&files, catalogue, today, Some(today)).faults);
    }
    faults
}

/// Presets are a list, a scenario is none; where neither can be seen the name decides.
fn holds_presets(path: &Path, bytes: &[u8]) -> bool {
    let form = std::str::from_utf8(bytes)
        .ok()
        .and_then(|text| Tree::scan(text).ok().map(|tree| tree.form(tree.root())));
    match form {
        Some(Form::List) => true,
        Some(_) => false,
        None => !shown(path).ends_with(scenario::EXTENSION),
    }
}

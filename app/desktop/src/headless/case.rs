//! From files and settings to a case that can be evaluated.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clap::Args;
use weighbridge_catalogue::spans::MAX_BYTES;
use weighbridge_catalogue::{Fault, PresetFile, built_in, load_user, scenario};
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose;
use weighbridge_engine::scenario::{InputPath, Setting};
use weighbridge_text::Text;
use weighbridge_units::{Message, PartialDate};

use super::failure::{Failure, reason};

/// Stands for standard input where a file is named.
const STANDARD_INPUT: &str = "-";

/// A case and what is changed in it before it is computed.
#[derive(Debug, Args)]
pub struct CaseArguments {
    /// The scenario file, or - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Change an input, such as workload.requests_per_month=2e6; may stand several times
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub settings: Vec<String>,
}

/// Reads the case that the arguments name and changes in it what they say.
///
/// # Errors
/// The faults of the file or the presets, or a sentence about what cannot be read or set.
pub(super) fn open(
    arguments: &CaseArguments,
    presets: Option<&Path>,
    today: PartialDate,
) -> Result<Scenario, Failure> {
    let bytes = read_file(&arguments.file)?;
    let catalogue = catalogue(presets, today)?;
    let name = shown(&arguments.file);
    let file = scenario::read_bytes(&name, &bytes, &catalogue).map_err(Failure::Faults)?;
    let mut scenario = file.scenario;
    for setting in &arguments.settings {
        set(&mut scenario, &catalogue, setting)?;
    }
    Ok(scenario)
}

/// Changes what `PATH=VALUE` says.
///
/// A value that reads as a number is one; anything else is a word. What is estimated follows, as in
/// the window.
///
/// # Errors
/// A sentence where the text has no such form, nothing stands at the path, or the value does not
/// fit.
pub(super) fn set(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    setting: &str,
) -> Result<(), Failure> {
    let Some((path, value)) = setting.split_once('=') else {
        return Err(Failure::Sentence(
            Message::new("error-setting-form").with("given", setting.to_owned()),
        ));
    };
    let value = value.trim();
    let value = match value.parse::<f64>() {
        Ok(number) => Setting::Number(number),
        Err(_) => Setting::Word(value.to_owned()),
    };
    let path = InputPath::new(path.trim());
    scenario
        .set(&path, &value)
        .map_err(|error| Failure::of(&error))?;
    compose::follow(scenario, catalogue, &path);
    Ok(())
}

/// The built-in catalogue with the user's presets, where a folder of them is given.
///
/// # Errors
/// The faults of the user's presets: a figure that silently came from elsewhere would be worse
/// than none.
pub(super) fn catalogue(presets: Option<&Path>, today: PartialDate) -> Result<Catalogue, Failure> {
    // Read once for all commands of a process, as tests and scripts through `execute` give many.
    static BUILT_IN: LazyLock<Option<Catalogue>> =
        LazyLock::new(|| built_in().ok().map(|(catalogue, _)| catalogue));
    let Some(catalogue) = BUILT_IN.clone() else {
        return Err(Failure::plain("error-catalogue"));
    };
    let Some(folder) = presets else {
        return Ok(catalogue);
    };
    let read = read_folder(folder)?;
    let (files, mut faults) = preset_files(&read);
    let loaded = load_user(&files, &catalogue, today, None);
    faults.extend(loaded.errors().cloned());
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    Ok(catalogue.layered(loaded.records))
}

/// Those of the files that are text, and faults about the others.
pub(super) fn preset_files(read: &[(PathBuf, Vec<u8>)]) -> (Vec<PresetFile<'_>>, Vec<Fault>) {
    let mut files = Vec::with_capacity(read.len());
    let mut faults = Vec::new();
    for (path, bytes) in read {
        match PresetFile::from_bytes(shown(path), bytes) {
            Ok(file) => files.push(file),
            Err(fault) => faults.push(*fault),
        }
    }
    (files, faults)
}

/// The language and the currency in which a case is read.
pub(super) fn text_of(scenario: &Scenario, text: Text) -> Text {
    Text::new(text.locale()).in_currency(scenario.question.currency, scenario.finance.fx_rate.value)
}

/// The name of a file in sentences.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The bytes of a file; no more than a reader takes, and one to show that there are more.
///
/// # Errors
/// A sentence where there is no such file or it cannot be read.
pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    read_up_to(path, MAX_BYTES)
}

/// The bytes of a file; no more than so many, and one to show that there are more.
///
/// # Errors
/// A sentence where there is no such file or it cannot be read.
pub(super) fn read_up_to(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == STANDARD_INPUT {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else if path.is_dir() {
        return Err(about("error-file-is-folder", path));
    } else {
        File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(about("error-file-not-found", path))
        }
        Err(error) => Err(not_readable(path, &error)),
    }
}

/// The RON files of a folder and the folders in it, in the order of their paths.
fn read_folder(folder: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
    if !folder.is_dir() {
        return Err(about("error-folder-not-found", folder));
    }
    let mut paths = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| not_readable(&folder, &error))?;
        for entry in entries {
            let path = entry.map_err(|error| not_readable(&folder, &error))?.path();
            // A link to a folder is not followed: it may lead back up.
            if path.is_dir() && !path.is_symlink() {
                folders.push(path);
            } else if is_preset_file(&path) {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths
        .into_iter()
        .map(|path| read_file(&path).map(|bytes| (path, bytes)))
        .collect()
}

/// Whether a file in a folder of presets is one of them: scenarios may lie beside them.
fn is_preset_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".ron") && !name.ends_with(scenario::EXTENSION) && path.is_file()
}

fn about(key: &'static str, path: &Path) -> Failure {
    Failure::Sentence(Message::new(key).with("path", shown(path)))
}

fn not_readable(path: &Path, error: &io::Error) -> Failure {
    Failure::Sentence(
        Message::new("error-file-not-readable")
            .with("reason", reason(error))
            .with("path", shown(path)),
    )
}

//! Unsaved work, kept so that a crash or a power cut costs nothing.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use weighbridge_catalogue::scenario::{self, EXTENSION};
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;

use super::atomic;
use super::error::FileError;
use super::scenario::read;
use super::stamp::stamp;
use crate::document::Document;

/// How the first line of a record of unsaved work begins; the time follows.
const TIME: &str = "// Unsaved work of ";
/// How its second line begins, where the work has a file; the path follows.
const PATH: &str = "// kept in ";

/// The least time between two records, so that a drag does not write without end.
const PAUSE: SignedDuration = SignedDuration::from_secs(2);

/// The record of this run's unsaved work.
///
/// A lock tells other runs that it is in use; the system lets go of it however the run ends.
#[derive(Debug)]
pub struct Journal {
    file: PathBuf,
    lock_path: PathBuf,
    _lock: File,
    /// The generation that the record holds; nothing where there is no record.
    recorded: Option<u64>,
    /// When something was last written, or tried.
    tried_at: Option<Timestamp>,
}

/// Unsaved work that an earlier run left behind.
#[derive(Debug, Clone, PartialEq)]
pub struct Recovered {
    /// The scenario as it was.
    pub scenario: Scenario,
    /// The file it was opened from or saved in.
    pub path: Option<PathBuf>,
    /// When it was recorded.
    pub at: Timestamp,
    file: PathBuf,
}

impl Journal {
    /// Begins a record in a folder, which is made where it is missing.
    ///
    /// # Errors
    /// [`FileError`] where the folder cannot be written.
    pub fn begin(folder: &Path, now: Timestamp) -> Result<Journal, FileError> {
        fs::create_dir_all(folder).map_err(|error| FileError::writing(folder, &error))?;
        let mut number = 1;
        loop {
            let name = format!("{}-{number}", stamp(now));
            let lock_path = folder.join(format!("{name}.lock"));
            let made = File::options()
                .write(true)
                .create_new(true)
                .open(&lock_path);
            match made {
                Ok(lock) => {
                    let locked = lock.try_lock();
                    if let Err(TryLockError::Error(error)) = locked {
                        return Err(FileError::writing(&lock_path, &error));
                    }
                    return Ok(Journal {
                        file: folder.join(format!("{name}.{EXTENSION}")),
                        lock_path,
                        _lock: lock,
                        recorded: None,
                        tried_at: None,
                    });
                }
                // Another run began in the same millisecond.
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && number < 100 => {
                    number += 1;
                }
                Err(error) => return Err(FileError::writing(&lock_path, &error)),
            }
        }
    }

    /// Brings the record up to date with a document: unsaved work is recorded, saved work is
    /// forgotten. Says whether something was written.
    ///
    /// To be called now and then; nothing is written twice, nor more often than every two seconds.
    ///
    /// # Errors
    /// [`FileError`] where the record cannot be written; it is tried again after a pause.
    pub fn keep_up(&mut self, document: &Document, now: Timestamp) -> Result<bool, FileError> {
        let wanted = document.is_dirty().then(|| document.generation());
        let rests = self
            .tried_at
            .is_some_and(|tried| now.duration_since(tried).abs() < PAUSE);
        if wanted == self.recorded || rests {
            return Ok(false);
        }
        self.tried_at = Some(now);
        match wanted {
            Some(_) => self.record(document.scenario(), document.path(), now)?,
            None => self.clear()?,
        }
        self.recorded = wanted;
        Ok(true)
    }

    /// Records the scenario as it is; what was recorded before gives way.
    ///
    /// # Errors
    /// [`FileError`] where it cannot be written.
    pub fn record(
        &self,
        scenario: &Scenario,
        path: Option<&Path>,
        now: Timestamp,
    ) -> Result<(), FileError> {
        let kept = match path.and_then(Path::to_str) {
            Some(path) if !path.contains(['\n', '\r']) => format!("{PATH}{path}\n"),
            _ => String::new(),
        };
        let text = format!("{TIME}{now}\n{kept}{}", scenario::write(scenario));
        atomic::write(&self.file, text.as_bytes())
    }

    /// Forgets what was recorded, because it was saved or given up.
    ///
    /// # Errors
    /// [`FileError`] where the record cannot be removed.
    pub fn clear(&self) -> Result<(), FileError> {
        remove(&self.file)
    }

    /// Ends the record of a run that closes in order: nothing will be offered of it.
    ///
    /// # Errors
    /// [`FileError`] where the record cannot be removed.
    pub fn finish(self) -> Result<(), FileError> {
        self.clear()?;
        remove(&self.lock_path)
    }

    /// The unsaved work that runs which have ended left in a folder, latest first.
    ///
    /// What other runs are still working on is left out, and so is a record that cannot be
    /// read; its file stays.
    pub fn left_in(folder: &Path, catalogue: &Catalogue) -> Vec<Recovered> {
        let Ok(entries) = fs::read_dir(folder) else {
            return Vec::new();
        };
        let mut found: Vec<Recovered> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|file| lock_of(file).is_some_and(|lock| !is_held(&lock)))
            .filter_map(|file| restore(file, catalogue))
            .collect();
        found.sort_by(|one, other| {
            other
                .at
                .cmp(&one.at)
                .then_with(|| one.file.cmp(&other.file))
        });
        found
    }
}

impl Recovered {
    /// Forgets this work, because it was taken up or given up.
    ///
    /// # Errors
    /// [`FileError`] where its record cannot be removed.
    pub fn discard(&self) -> Result<(), FileError> {
        remove(&self.file)?;
        lock_of(&self.file).map_or(Ok(()), |lock| remove(&lock))
    }
}

/// The lock of a record; nothing where the file is no record.
fn lock_of(file: &Path) -> Option<PathBuf> {
    let name = file.file_name()?.to_str()?;
    let stem = name.strip_suffix(EXTENSION)?.strip_suffix('.')?;
    Some(file.with_file_name(format!("{stem}.lock")))
}

/// Whether a run that goes on holds a lock. One that is gone is held by nobody.
fn is_held(lock: &Path) -> bool {
    match File::options().write(true).open(lock) {
        Ok(lock) => matches!(lock.try_lock(), Err(TryLockError::WouldBlock)),
        Err(_) => false,
    }
}

fn restore(file: PathBuf, catalogue: &Catalogue) -> Option<Recovered> {
    let text = String::from_utf8(read(&file).ok()?).ok()?;
    let mut lines = text.lines();
    let at = lines.next()?.strip_prefix(TIME)?.parse().ok()?;
    let path = lines.next()?.strip_prefix(PATH).map(PathBuf::from);
    let name = file.display().to_string();
    let scenario = scenario::read(&name, &text, catalogue).ok()?.scenario;
    Some(Recovered {
        scenario,
        path,
        at,
        file,
    })
}

fn remove(path: &Path) -> Result<(), FileError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(FileError::writing(path, &error))
        }
        _ => Ok(()),
    }
}

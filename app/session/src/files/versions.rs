//! The last versions of files that were saved over.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use weighbridge_catalogue::scenario::EXTENSION;

use super::atomic;
use super::error::FileError;
use super::stamp::{parse, stamp};

/// How many versions of a file are kept.
const KEPT: usize = 3;

/// A folder that keeps the last three versions of each file, apart from the files themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    folder: PathBuf,
}

/// A version that was saved over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// When it was replaced.
    pub replaced_at: Timestamp,
    /// The file that holds it.
    pub path: PathBuf,
}

impl Versions {
    /// Versions kept in a folder, which is made when it is needed.
    pub fn below(folder: impl Into<PathBuf>) -> Versions {
        Versions {
            folder: folder.into(),
        }
    }

    /// The versions kept of a file, latest first.
    pub fn of(&self, path: &Path) -> Vec<Version> {
        let Ok(entries) = fs::read_dir(self.folder_of(path)) else {
            return Vec::new();
        };
        let mut versions: Vec<Version> = entries
            .flatten()
            .filter_map(|entry| {
                let name = entry.file_name();
                let name = name.to_str()?.strip_suffix(EXTENSION)?;
                Some(Version {
                    replaced_at: parse(name.strip_suffix('.')?)?,
                    path: entry.path(),
                })
            })
            .collect();
        versions.sort_by_key(|version| std::cmp::Reverse(version.replaced_at));
        versions
    }

    /// Keeps a copy of a file before it is replaced; nothing where there is none yet.
    ///
    /// # Errors
    /// Where the file cannot be read or the copy not be written.
    pub(super) fn keep(&self, path: &Path, now: Timestamp) -> Result<(), FileError> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(FileError::reading(path, &error)),
        };
        let kept = self.of(path);
        if let Some(last) = kept.first()
            && fs::read(&last.path).is_ok_and(|last| last == bytes)
        {
            return Ok(());
        }
        let folder = self.folder_of(path);
        fs::create_dir_all(&folder).map_err(|error| FileError::writing(&folder, &error))?;
        atomic::write(&folder.join(format!("{}.{EXTENSION}", stamp(now))), &bytes)?;
        for old in self.of(path).iter().skip(KEPT) {
            // One too many is no harm.
            let _ = fs::remove_file(&old.path);
        }
        Ok(())
    }

    /// The folder of a file's versions: its name for people, and a number that tells files of
    /// one name apart.
    fn folder_of(&self, path: &Path) -> PathBuf {
        let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let name = whole.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.split('.').next().unwrap_or_default();
        let number = fingerprint(whole.to_string_lossy().as_bytes());
        self.folder.join(format!("{stem}-{number:016x}"))
    }
}

/// A number that follows from bytes (FNV-1a, 64 bits: Fowler, Noll and Vo).
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

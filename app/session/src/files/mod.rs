//! Files: opening and saving scenarios, older versions, unsaved work, recent files, presets.
//!
//! Every path is handed in, and so is the time; the shell knows the user's folders.
//! Writing replaces a file in one step, so that it is never half-written.

mod atomic;
mod error;
mod presets;
mod recent;
mod recovery;
mod scenario;
mod stamp;
mod versions;

pub use error::{Cause, FileError, OpenError};
pub use presets::{UserPresets, load_presets, put_preset, remove_preset};
pub use recent::Recent;
pub use recovery::{Journal, Recovered};
pub use scenario::{Saved, check_target, open, save, with_extension};
pub use versions::{Version, Versions};

use std::path::{Path, PathBuf};

/// Where the program keeps what is the user's, below one folder.
///
/// ```text
/// presets/     presets of the user's own, any .ron files
/// versions/    the last three versions of each file that was saved over
/// recovery/    unsaved work, until it is saved or given up
/// recent.txt   the files opened last
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    data: PathBuf,
}

impl Folders {
    /// The folders below the program's data folder of this user.
    pub fn below(data: impl Into<PathBuf>) -> Folders {
        Folders { data: data.into() }
    }

    /// The data folder itself.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Presets of the user's own.
    pub fn presets(&self) -> PathBuf {
        self.data.join("presets")
    }

    /// Older versions of saved files.
    pub fn versions(&self) -> Versions {
        Versions::below(self.data.join("versions"))
    }

    /// Unsaved work.
    pub fn recovery(&self) -> PathBuf {
        self.data.join("recovery")
    }

    /// The list of recent files.
    pub fn recent(&self) -> PathBuf {
        self.data.join("recent.txt")
    }
}

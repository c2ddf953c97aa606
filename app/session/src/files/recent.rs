//! The files opened last.

use std::path::{Path, PathBuf};

use super::atomic;
use super::error::FileError;
use super::scenario::read;

/// How many files are remembered.
const MOST: usize = 10;

/// The files opened last, latest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recent {
    paths: Vec<PathBuf>,
}

impl Recent {
    /// The list kept in a file; empty where there is none or it cannot be read.
    pub fn load(file: &Path) -> Recent {
        let bytes = read(file).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let mut recent = Recent::default();
        for line in text.lines().rev().filter(|line| !line.is_empty()) {
            recent.add(Path::new(line));
        }
        recent
    }

    /// Puts a file first.
    ///
    /// A path that does not fit on a line of text is not remembered.
    pub fn add(&mut self, path: &Path) {
        let fits = path
            .to_str()
            .is_some_and(|text| !text.is_empty() && !text.contains(['\n', '\r']));
        if fits {
            self.paths.retain(|other| other != path);
            self.paths.insert(0, path.to_owned());
            self.paths.truncate(MOST);
        }
    }

    /// Forgets a file.
    pub fn remove(&mut self, path: &Path) {
        self.paths.retain(|other| other != path);
    }

    /// The files, latest first.
    pub fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// Keeps the list in a file; its folder is made where it is missing.
    ///
    /// # Errors
    /// [`FileError`] where it cannot be written.
    pub fn save(&self, file: &Path) -> Result<(), FileError> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(|error| FileError::writing(folder, &error))?;
        }
        let lines: String = self
            .paths
            .iter()
            .filter_map(|path| Some(format!("{}\n", path.to_str()?)))
            .collect();
        atomic::write(file, lines.as_bytes())
    }
}

//! A small file that remembers which way of drawing did not survive its start.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Renderer;

/// Ways of drawing whose last start never came to a first frame.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marker {
    /// The version of the program that wrote this; another version tries afresh.
    version: String,
    /// Begun and not settled.
    unsettled: Vec<Renderer>,
}

impl Marker {
    /// Reads the file; a missing, broken or older one remembers nothing.
    pub fn read(file: &Path) -> Self {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let marker: Self = ron::from_str(&text).unwrap_or_default();
        if marker.version == env!("CARGO_PKG_VERSION") {
            marker
        } else {
            Self::default()
        }
    }

    /// Replaces the file as a whole: a reader sees the old one or the new one.
    ///
    /// # Errors
    /// When the folder cannot be made or written to.
    pub fn write(&self, file: &Path) -> std::io::Result<()> {
        let folder = file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let text = ron::to_string(self).map_err(std::io::Error::other)?;
        let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
        temporary.write_all(text.as_bytes())?;
        temporary.persist(file)?;
        Ok(())
    }

    /// Did the last start in this way die before its first frame?
    pub fn is_broken(&self, renderer: Renderer) -> bool {
        self.unsettled.contains(&renderer)
    }

    /// A start in this way begins.
    pub fn begin(&mut self, renderer: Renderer) {
        env!("CARGO_PKG_VERSION").clone_into(&mut self.version);
        if !self.is_broken(renderer) {
            self.unsettled.push(renderer);
        }
    }

    /// A start in this way painted its first frame, or failed in an orderly way.
    /// The other way stays remembered, so that the driver is not brought down again.
    pub fn settle(&mut self, renderer: Renderer) {
        self.unsettled.retain(|other| *other != renderer);
    }
}

/// Where the marker is kept; `None` where the system names no such folder.
pub fn state_file() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "weighbridge")?;
    let folder = folders.state_dir().unwrap_or(folders.data_local_dir());
    Some(folder.join("graphics.ron"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;

    #[test]
    fn remembers_across_starts() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep").join("graphics.ron");
        assert_eq!(Marker::read(&file), Marker::default());
        let mut marker = Marker::default();
        marker.begin(Renderer::Wgpu);
        marker.write(&file).unwrap();
        let mut next = Marker::read(&file);
        assert!(next.is_broken(Renderer::Wgpu) && !next.is_broken(Renderer::Glow));
        next.begin(Renderer::Glow);
        next.settle(Renderer::Glow);
        next.write(&file).unwrap();
        assert!(
            Marker::read(&file).is_broken(Renderer::Wgpu),
            "safe mode stays"
        );
    }

    #[test]
    fn a_broken_or_older_file_remembers_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("graphics.ron");
        for text in ["", "(", "(version: \"0.0.0-old\", unsettled: [Wgpu])"] {
            std::fs::write(&file, text).unwrap();
            assert_eq!(Marker::read(&file), Marker::default(), "{text:?}");
        }
    }
}

//! What the window remembers of its user: language, theme, zoom and size.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use weighbridge_text::Locale;

use crate::look::Theme;

/// Zoom factors that a window may have.
const ZOOM: std::ops::RangeInclusive<f32> = 0.8..=2.0;

/// Remembered settings; what is missing or makes no sense is as in a first start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preferences {
    /// The language, where the user chose one.
    pub language: Option<Locale>,
    /// The theme.
    pub theme: Theme,
    /// The zoom factor; 1 is the ordinary size.
    pub zoom: Option<f32>,
    /// Width and height of the window in points at the ordinary size.
    pub size: Option<[f32; 2]>,
}

/// How they stand in the file: words that any version of the program can read.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    language: Option<String>,
    theme: String,
    zoom: Option<f32>,
    size: Option<[f32; 2]>,
}

impl Preferences {
    /// Reads the file; a missing or broken one remembers nothing.
    pub fn read(file: &Path) -> Self {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let stored: Stored = ron::from_str(&text).unwrap_or_default();
        let theme = Theme::ALL
            .into_iter()
            .find(|theme| theme.message_key() == stored.theme);
        Self {
            language: stored.language.as_deref().and_then(Locale::from_tag),
            theme: theme.unwrap_or_default(),
            zoom: stored.zoom.filter(|zoom| ZOOM.contains(zoom)),
            size: stored.size.filter(|size| {
                size.iter()
                    .all(|side| side.is_finite() && (400.0..=16_000.0).contains(side))
            }),
        }
    }

    /// Replaces the file as a whole.
    ///
    /// # Errors
    /// When the folder cannot be made or written to.
    pub fn write(&self, file: &Path) -> std::io::Result<()> {
        let folder = file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let stored = Stored {
            language: self.language.map(|locale| locale.tag().to_owned()),
            theme: self.theme.message_key().to_owned(),
            zoom: self.zoom,
            size: self.size,
        };
        let pretty = ron::ser::PrettyConfig::new();
        let text = ron::ser::to_string_pretty(&stored, pretty).map_err(std::io::Error::other)?;
        let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
        temporary.write_all(text.as_bytes())?;
        temporary.persist(file)?;
        Ok(())
    }
}

/// Where preferences are kept; `None` where the system names no such folder.
pub fn preferences_file() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "weighbridge")?;
    Some(folders.preference_dir().join("window.ron"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep").join("window.ron");
        assert_eq!(Preferences::read(&file), Preferences::default());
        let preferences = Preferences {
            language: Some(Locale::PtBr),
            theme: Theme::HighContrast,
            zoom: Some(1.4),
            size: Some([1280.0, 800.0]),
        };
        preferences.write(&file).unwrap();
        assert_eq!(Preferences::read(&file), preferences);
    }

    #[test]
    fn what_makes_no_sense_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("window.ron");
        for text in [
            "",
            "(",
            "\u{0}\u{1}",
            "(language: Some(\"tlh\"), theme: \"theme-mauve\", zoom: Some(90.0), size: Some((NaN, 3.0)))",
        ] {
            std::fs::write(&file, text).unwrap();
            assert_eq!(Preferences::read(&file), Preferences::default(), "{text:?}");
        }
    }
}

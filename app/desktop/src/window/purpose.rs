//! What a file is opened, saved or chosen for, and what follows.

use std::path::PathBuf;

use crate::pages::FileFor;

/// Where a case comes from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Source {
    /// A file.
    File(PathBuf),
    /// The sample at this place.
    Sample(usize),
    /// A new comparison.
    Comparison,
    /// Unsaved work, at this place.
    Recovered(usize),
}

/// What happens once unsaved changes are seen to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum After {
    /// The program ends.
    Quit,
    /// The first screen appears.
    FirstScreen,
    /// Another case is opened.
    Open(Source),
    /// The user is asked which.
    AskWhich,
}

/// For what a path is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A case to open.
    Open,
    /// Where to save the case.
    Save,
    /// Where to put an exported file.
    Export,
    /// Results of another tool to read.
    Measurements,
    /// A file whose path a page takes.
    Chosen(FileFor),
}

impl Purpose {
    /// The key of the dialog's title.
    pub(super) const fn title_key(self) -> &'static str {
        match self {
            Purpose::Open => "window-open-title",
            Purpose::Save => "window-save-title",
            Purpose::Export => "window-export-title",
            Purpose::Measurements => "measurements-path-title",
            Purpose::Chosen(FileFor::Model) => "here-choose-model",
            Purpose::Chosen(FileFor::Machine) => "another-choose-file",
        }
    }

    /// The key of the button that goes on.
    pub(super) const fn accept_key(self) -> &'static str {
        match self {
            Purpose::Open => "window-open-button",
            Purpose::Save => "button-save",
            Purpose::Export => "window-export-button",
            Purpose::Measurements => "measurements-read-button",
            Purpose::Chosen(_) => "here-choose-take",
        }
    }
}

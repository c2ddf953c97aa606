//! Which dialog is open, and what was put into it so far.

use std::path::PathBuf;

use weighbridge_catalogue::Fault;

use super::export_dialog::ExportDialog;
use super::purpose::{After, Purpose};

/// A dialog that is open.
#[derive(Debug)]
pub(super) enum Dialog {
    /// What to do with unsaved changes.
    Unsaved(After),
    /// Where a case is, or where it goes.
    Path {
        purpose: Purpose,
        typed: String,
        fault: Option<String>,
        /// The file that would be replaced, which was pointed out.
        replaces: Option<PathBuf>,
    },
    /// Why a file was not opened.
    Faults { path: PathBuf, faults: Vec<Fault> },
    /// What is wrong with presets of the user's own.
    PresetFaults,
    /// What the catalogue now says otherwise.
    NewerFigures,
    /// What is exported, and where to.
    Export(ExportDialog),
}

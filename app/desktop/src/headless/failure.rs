//! Why a command came to nothing.

use std::io;

use weighbridge_catalogue::Fault;
use weighbridge_text::Text;
use weighbridge_units::{Describe, Message};

use super::misunderstood;

/// Why a command came to nothing.
#[derive(Debug)]
pub enum Failure {
    /// One sentence.
    Sentence(Message),
    /// Faults of files that had to be read; a line each.
    Faults(Vec<Fault>),
    /// Faults of files that were to be checked; they are the answer and were printed as such.
    Faulty,
    /// Arguments that were not understood, or that ask for help or the version.
    Usage(clap::Error),
    /// Whoever read the output has heard enough.
    NobodyListens,
}

impl Failure {
    /// A failure for a reason that can be put into words.
    pub fn of(reason: &dyn Describe) -> Failure {
        Failure::Sentence(reason.message())
    }

    /// A sentence without gaps.
    pub fn plain(key: &'static str) -> Failure {
        Failure::Sentence(Message::new(key))
    }

    /// The exit status: 2 for arguments that were not understood, otherwise 1.
    pub fn status(&self) -> u8 {
        match self {
            Failure::Usage(error) if !error.use_stderr() => 0,
            Failure::Usage(_) => 2,
            Failure::NobodyListens => 0,
            Failure::Sentence(_) | Failure::Faults(_) | Failure::Faulty => 1,
        }
    }

    /// What goes to standard error.
    pub fn words(&self, text: Text) -> String {
        match self {
            Failure::Sentence(message) => format!("{}\n", text.render(message)),
            Failure::Faults(faults) => fault_lines(faults, text),
            Failure::Usage(error) if error.use_stderr() => {
                format!("{}\n", text.render(&misunderstood::sentence(error)))
            }
            Failure::Usage(error) => error.to_string(),
            Failure::Faulty | Failure::NobodyListens => String::new(),
        }
    }
}

/// A line for each fault: `file:line:column: record, field: sentence`.
pub(super) fn fault_lines<'a>(faults: impl IntoIterator<Item = &'a Fault>, text: Text) -> String {
    faults
        .into_iter()
        .map(|fault| format!("{}\n", text.describe(fault)))
        .collect()
}

/// What the system says about an error, without its number.
pub(super) fn reason(error: &io::Error) -> String {
    let said = error.to_string();
    match said.find(" (os error") {
        Some(end) => said[..end].to_owned(),
        None => said,
    }
}

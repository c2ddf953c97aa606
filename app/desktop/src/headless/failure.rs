//! Why a command came to nothing.

use weighbridge_catalogue::Fault;
use weighbridge_text::Text;
use weighbridge_units::{Describe, Message};

use crate::target::NotWritten;
pub(super) use crate::target::reason;

/// Why a command came to nothing.
#[derive(Debug)]
pub(in crate::headless) enum Failure {
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
    pub(in crate::headless) fn of(reason: &dyn Describe) -> Failure {
        Failure::Sentence(reason.message())
    }

    /// A sentence without gaps.
    pub(in crate::headless) fn plain(key: &'static str) -> Failure {
        Failure::Sentence(Message::new(key))
    }

    /// The exit status: 2 for arguments that were not understood, otherwise 1.
    pub(in crate::headless) fn status(&self) -> u8 {
        match self {
            Failure::Usage(error) if !error.use_stderr() => 0,
            Failure::Usage(_) => 2,
            Failure::NobodyListens => 0,
            Failure::Sentence(_) | Failure::Faults(_) | Failure::Faulty => 1,
        }
    }

    /// What is said of it, where it is not about the arguments themselves.
    pub(in crate::headless) fn words(&self, text: Text) -> String {
        match self {
            Failure::Sentence(message) => format!("{}\n", text.render(message)),
            Failure::Faults(faults) => fault_lines(faults, text),
            Failure::Usage(_) | Failure::Faulty | Failure::NobodyListens => String::new(),
        }
    }
}

impl From<NotWritten> for Failure {
    fn from(reason: NotWritten) -> Failure {
        match reason {
            NotWritten::Sentence(message) => Failure::Sentence(message),
            NotWritten::NobodyListens => Failure::NobodyListens,
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

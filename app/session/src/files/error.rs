//! What can go wrong with files: one sentence each, the path last.

use std::io;
use std::path::{Path, PathBuf};

use weighbridge_catalogue::Fault;
use weighbridge_units::{Arg, Describe, Message};

/// Why the system refused, as far as a user can do something about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// It may not be read or written by this user.
    NotAllowed,
    /// The file is marked as read-only.
    ReadOnly,
    /// The folder does not exist.
    NoFolder,
    /// A folder stands where a file is wanted, or the other way round.
    WrongKind,
    /// The disk is full.
    DiskFull,
    /// Somebody else holds it.
    InUse,
    /// Anything else, in the system's words.
    System(String),
}

impl Cause {
    /// The cause of an error of the system.
    pub fn of(error: &io::Error) -> Cause {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Cause::NotAllowed,
            io::ErrorKind::ReadOnlyFilesystem => Cause::ReadOnly,
            io::ErrorKind::NotFound => Cause::NoFolder,
            io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => Cause::WrongKind,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Cause::DiskFull,
            io::ErrorKind::ResourceBusy | io::ErrorKind::WouldBlock => Cause::InUse,
            _ => Cause::System(error.to_string()),
        }
    }
}

impl Describe for Cause {
    fn message(&self) -> Message {
        match self {
            Cause::NotAllowed => Message::new("cause-not-allowed"),
            Cause::ReadOnly => Message::new("cause-read-only"),
            Cause::NoFolder => Message::new("cause-no-folder"),
            Cause::WrongKind => Message::new("cause-wrong-kind"),
            Cause::DiskFull => Message::new("cause-disk-full"),
            Cause::InUse => Message::new("cause-in-use"),
            Cause::System(detail) => Message::new("cause-system").with("detail", detail.clone()),
        }
    }
}

/// A file that could not be read or written; what stood there before still does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// There is no such file.
    NotFound(PathBuf),
    /// It could not be read.
    NotReadable {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: Cause,
    },
    /// It could not be written.
    NotWritable {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: Cause,
    },
}

impl FileError {
    pub(super) fn reading(path: &Path, error: &io::Error) -> FileError {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => FileError::NotFound(path),
            _ => FileError::NotReadable {
                path,
                cause: Cause::of(error),
            },
        }
    }

    pub(super) fn writing(path: &Path, error: &io::Error) -> FileError {
        FileError::NotWritable {
            path: path.to_owned(),
            cause: Cause::of(error),
        }
    }

    /// The file it is about.
    pub fn path(&self) -> &Path {
        match self {
            FileError::NotFound(path)
            | FileError::NotReadable { path, .. }
            | FileError::NotWritable { path, .. } => path,
        }
    }
}

impl std::fmt::Display for FileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            FileError::NotFound(path) => write!(f, "there is no such file: {}", path.display()),
            FileError::NotReadable { path, cause } => {
                write!(f, "cannot read ({cause:?}): {}", path.display())
            }
            FileError::NotWritable { path, cause } => {
                write!(f, "cannot write ({cause:?}): {}", path.display())
            }
        }
    }
}

impl std::error::Error for FileError {}

impl Describe for FileError {
    fn message(&self) -> Message {
        let message = match self {
            FileError::NotFound(_) => Message::new("error-file-not-found"),
            FileError::NotReadable { cause, .. } => {
                Message::new("error-file-not-readable").with("reason", cause.message())
            }
            FileError::NotWritable { cause, .. } => {
                Message::new("error-file-not-writable").with("reason", cause.message())
            }
        };
        message.with("path", self.path().display().to_string())
    }
}

/// Why a scenario could not be opened; its file is as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum OpenError {
    /// The file could not be read.
    File(FileError),
    /// Its text has faults, all of which are listed.
    Faults {
        /// The file.
        path: PathBuf,
        /// What is wrong, in the order of the text.
        faults: Vec<Fault>,
    },
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            OpenError::File(error) => error.fmt(f),
            OpenError::Faults { path, faults } => {
                write!(f, "{} faults in {}", faults.len(), path.display())?;
                faults.iter().try_for_each(|fault| write!(f, "\n{fault}"))
            }
        }
    }
}

impl std::error::Error for OpenError {}

/// One sentence; the faults after the first are for a list beside it.
impl Describe for OpenError {
    fn message(&self) -> Message {
        match self {
            OpenError::File(error) => error.message(),
            OpenError::Faults { path, faults } => {
                let first = faults.first().map_or_else(
                    || Arg::Text("".into()),
                    |fault| Arg::Message(Box::new(fault.message())),
                );
                Message::new("error-file-faults")
                    .with("count", faults.len())
                    .with("first", first)
                    .with("path", path.display().to_string())
            }
        }
    }
}

//! Why a file of results cannot be read.

use std::fmt;

use weighbridge_units::{Arg, Describe, Message};

use super::row::Tool;

/// Why a file of results cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportFault {
    /// The file, as it was named.
    pub file: String,
    /// Line and column, counted from 1; absent where the whole file is meant.
    pub place: Option<(u64, u64)>,
    /// What it is.
    pub kind: ImportFaultKind,
}

/// What can be wrong with a file of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportFaultKind {
    /// It holds nothing.
    Empty,
    /// It is larger than [`super::LARGEST_BYTES`].
    TooLarge,
    /// It holds more values than are kept of any file.
    TooManyValues,
    /// Its brackets are nested too deeply.
    TooDeep,
    /// It is no text.
    NotText,
    /// It is none of the formats.
    Unknown,
    /// It ends in the middle.
    CutOff,
    /// What stands here cannot be read.
    Unreadable,
    /// A number too large for any figure.
    NumberTooLarge,
    /// A key that stands twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A row of a table with another number of cells than its heading.
    Cells {
        /// Cells of the heading.
        expected: u64,
        /// Cells of the row.
        found: u64,
    },
    /// A table without a column that it must have.
    NoColumn {
        /// The column.
        column: String,
    },
}

/// A fault that does not know its file yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) place: Option<(u64, u64)>,
    pub(super) kind: ImportFaultKind,
}

impl Placed {
    pub(super) fn in_file(self, file: &str) -> ImportFault {
        ImportFault {
            file: file.to_owned(),
            place: self.place,
            kind: self.kind,
        }
    }
}

impl ImportFault {
    /// A fault of the whole file.
    pub(super) fn of_file(file: &str, kind: ImportFaultKind) -> ImportFault {
        let place = None;
        Placed { place, kind }.in_file(file)
    }

    /// A fault in a line.
    pub(super) fn in_line(file: &str, line: u64, kind: ImportFaultKind) -> ImportFault {
        let place = Some((line, 1));
        Placed { place, kind }.in_file(file)
    }
}

impl ImportFaultKind {
    /// The key of its message.
    pub const fn key(&self) -> &'static str {
        match self {
            ImportFaultKind::Empty => "import-fault-empty",
            ImportFaultKind::TooLarge => "import-fault-too-large",
            ImportFaultKind::TooManyValues => "import-fault-too-many-values",
            ImportFaultKind::TooDeep => "import-fault-too-deep",
            ImportFaultKind::NotText => "import-fault-not-text",
            ImportFaultKind::Unknown => "import-fault-unknown",
            ImportFaultKind::CutOff => "import-fault-cut-off",
            ImportFaultKind::Unreadable => "import-fault-unreadable",
            ImportFaultKind::NumberTooLarge => "import-fault-number-too-large",
            ImportFaultKind::DuplicateKey { .. } => "import-fault-duplicate-key",
            ImportFaultKind::Cells { .. } => "import-fault-cells",
            ImportFaultKind::NoColumn { .. } => "import-fault-no-column",
        }
    }
}

impl Describe for ImportFaultKind {
    fn message(&self) -> Message {
        let message = Message::new(self.key());
        match self {
            ImportFaultKind::Unknown => {
                message.with("allowed", Arg::texts(Tool::ALL.map(Tool::name)))
            }
            ImportFaultKind::DuplicateKey { key } => message.with("key", key.clone()),
            ImportFaultKind::Cells { expected, found } => {
                message.with("expected", *expected).with("found", *found)
            }
            ImportFaultKind::NoColumn { column } => message.with("column", column.clone()),
            _ => message,
        }
    }
}

/// `import-fault` with file and what is wrong, or `import-fault-at` with line and column too.
impl Describe for ImportFault {
    fn message(&self) -> Message {
        let message = match self.place {
            None => Message::new("import-fault"),
            Some((line, column)) => Message::new("import-fault-at")
                .with("line", Arg::Ordinal(line as i64))
                .with("column", Arg::Ordinal(column as i64)),
        };
        message
            .with("file", self.file.clone())
            .with("what", self.kind.message())
    }
}

impl fmt::Display for ImportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.kind)
    }
}

impl fmt::Display for ImportFaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportFaultKind::Empty => f.write_str("the file holds nothing"),
            ImportFaultKind::TooLarge => f.write_str("the file is too large"),
            ImportFaultKind::TooManyValues => f.write_str("the file holds too many values"),
            ImportFaultKind::TooDeep => f.write_str("the brackets are nested too deeply"),
            ImportFaultKind::NotText => f.write_str("this is no text"),
            ImportFaultKind::Unknown => f.write_str("these are results of no tool known here"),
            ImportFaultKind::CutOff => f.write_str("the file ends in the middle"),
            ImportFaultKind::Unreadable => f.write_str("what stands here cannot be read"),
            ImportFaultKind::NumberTooLarge => f.write_str("the number is too large"),
            ImportFaultKind::DuplicateKey { key } => write!(f, "the key “{key}” stands twice"),
            ImportFaultKind::Cells { expected, found } => {
                write!(f, "the row has {found} cells and its heading {expected}")
            }
            ImportFaultKind::NoColumn { column } => {
                write!(f, "the table has no column “{column}”")
            }
        }
    }
}

impl std::error::Error for ImportFault {}

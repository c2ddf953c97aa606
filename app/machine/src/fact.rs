//! A value with how it is known, and how sure it is.

use serde::{Deserialize, Serialize};

/// Something about a machine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact<T> {
    /// The value; none where it is unknown.
    pub value: Option<T>,
    /// How it is known.
    pub known: Known,
    /// How sure it is.
    pub sureness: Sureness,
    /// Why it is not sure, where it is not.
    pub doubt: Option<Doubt>,
}

/// How something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// The operating system says so.
    OperatingSystem,
    /// The processor says so itself.
    Processor,
    /// The graphics driver says so.
    Driver,
    /// It was measured here.
    Measured,
    /// Somebody typed it.
    Entered,
    /// Nobody says.
    Nobody,
}

/// How sure something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sureness {
    /// It is not known at all.
    Unknown,
    /// Sources of this kind are often wrong about it, or two of them differ.
    Doubtful,
    /// There is no reason to doubt it.
    Sure,
}

/// Why a value is not sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// The graphics processor works in the computer's memory, and its driver lends it a part of
    /// a size that nobody says: the value is that of the whole.
    SharedMemory,
    /// The value is where old interfaces with 32 bits end, so there may be more.
    CutOff,
    /// Two sources differ.
    SourcesDiffer,
    /// The computer is virtual, and its hypervisor says what it likes.
    Hypervisor,
    /// No driver was found through which programs could compute on it.
    NoDriver,
    /// It follows from a name alone.
    ByName,
    /// It is that of one of them, and nobody says how many there are.
    OneOfSeveral,
}

impl<T> Fact<T> {
    /// A value that there is no reason to doubt.
    pub fn sure(value: T, known: Known) -> Fact<T> {
        Fact {
            value: Some(value),
            known,
            sureness: Sureness::Sure,
            doubt: None,
        }
    }

    /// A value that may be wrong, and why.
    pub fn doubtful(value: T, known: Known, doubt: Doubt) -> Fact<T> {
        Fact {
            value: Some(value),
            known,
            sureness: Sureness::Doubtful,
            doubt: Some(doubt),
        }
    }

    /// Nothing is known.
    pub fn unknown() -> Fact<T> {
        Fact {
            value: None,
            known: Known::Nobody,
            sureness: Sureness::Unknown,
            doubt: None,
        }
    }

    /// A value that somebody may have said.
    pub fn said(value: Option<T>, known: Known) -> Fact<T> {
        value.map_or_else(Fact::unknown, |value| Fact::sure(value, known))
    }

    /// The same fact in doubt, where there is a value and a reason.
    #[must_use]
    pub fn in_doubt(self, doubt: Option<Doubt>) -> Fact<T> {
        match (self.value, doubt) {
            (Some(value), Some(doubt)) => Fact::doubtful(value, self.known, doubt),
            (value, _) => Fact { value, ..self },
        }
    }
}

impl<T> Default for Fact<T> {
    fn default() -> Fact<T> {
        Fact::unknown()
    }
}

impl Known {
    /// All ways.
    pub const ALL: [Known; 6] = [
        Known::OperatingSystem,
        Known::Processor,
        Known::Driver,
        Known::Measured,
        Known::Entered,
        Known::Nobody,
    ];

    /// The stable name, as in documents.
    pub const fn key(self) -> &'static str {
        match self {
            Known::OperatingSystem => "operating-system",
            Known::Processor => "processor",
            Known::Driver => "driver",
            Known::Measured => "measured",
            Known::Entered => "entered",
            Known::Nobody => "nobody",
        }
    }
}

impl Sureness {
    /// All degrees, the least sure first.
    pub const ALL: [Sureness; 3] = [Sureness::Unknown, Sureness::Doubtful, Sureness::Sure];

    /// The stable name, as in documents.
    pub const fn key(self) -> &'static str {
        match self {
            Sureness::Unknown => "unknown",
            Sureness::Doubtful => "doubtful",
            Sureness::Sure => "sure",
        }
    }
}

impl Doubt {
    /// All reasons.
    pub const ALL: [Doubt; 7] = [
        Doubt::SharedMemory,
        Doubt::CutOff,
        Doubt::SourcesDiffer,
        Doubt::Hypervisor,
        Doubt::NoDriver,
        Doubt::ByName,
        Doubt::OneOfSeveral,
    ];

    /// The stable name, as in documents.
    pub const fn key(self) -> &'static str {
        match self {
            Doubt::SharedMemory => "shared-memory",
            Doubt::CutOff => "cut-off",
            Doubt::SourcesDiffer => "sources-differ",
            Doubt::Hypervisor => "hypervisor",
            Doubt::NoDriver => "no-driver",
            Doubt::ByName => "by-name",
            Doubt::OneOfSeveral => "one-of-several",
        }
    }
}

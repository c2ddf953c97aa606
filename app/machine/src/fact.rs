//! A value with how it is known.

/// Something about a machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact<T> {
    /// The value; none where it is unknown.
    pub value: Option<T>,
    /// How it is known.
    pub known: Known,
    /// How sure it is.
    pub sureness: Sureness,
}

/// How something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// It is not known at all.
    Unknown,
    /// Sources of this kind are often wrong about it, or two of them differ.
    Doubtful,
    /// There is no reason to doubt it.
    Sure,
}

impl<T> Fact<T> {
    /// A value that there is no reason to doubt.
    pub fn sure(value: T, known: Known) -> Fact<T> {
        Fact {
            value: Some(value),
            known,
            sureness: Sureness::Sure,
        }
    }

    /// A value that may be wrong.
    pub fn doubtful(value: T, known: Known) -> Fact<T> {
        Fact {
            value: Some(value),
            known,
            sureness: Sureness::Doubtful,
        }
    }

    /// Nothing is known.
    pub fn unknown() -> Fact<T> {
        Fact {
            value: None,
            known: Known::Nobody,
            sureness: Sureness::Unknown,
        }
    }
}

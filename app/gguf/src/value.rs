//! Values of metadata.

use crate::cursor::Cursor;
use crate::error::{Fault, GgufError};
use crate::sort::Sort;

/// How deep lists may stand in lists.
const DEPTH: usize = 4;

/// A value of metadata; texts and lists lie in the file's bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// A number without sign, of 8 to 64 bits.
    Unsigned(u64),
    /// A number with a sign, of 8 to 64 bits.
    Signed(i64),
    /// A floating-point number of 32 or 64 bits.
    Float(f64),
    /// A truth value.
    Truth(bool),
    /// A text.
    Text(&'a str),
    /// A list of values of one kind.
    List(List<'a>),
}

/// A list of values of one kind.
#[derive(Clone, Copy, PartialEq)]
pub struct List<'a> {
    kind: Kind,
    count: usize,
    bytes: &'a [u8],
}

impl std::fmt::Debug for List<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} of {:?}", self.count, self.kind)
    }
}

/// Kinds of values, by their numbers in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    U8 = 0,
    I8 = 1,
    U16 = 2,
    I16 = 3,
    U32 = 4,
    I32 = 5,
    F32 = 6,
    Truth = 7,
    Text = 8,
    List = 9,
    U64 = 10,
    I64 = 11,
    F64 = 12,
}

impl Kind {
    const ALL: [Kind; 13] = [
        Kind::U8,
        Kind::I8,
        Kind::U16,
        Kind::I16,
        Kind::U32,
        Kind::I32,
        Kind::F32,
        Kind::Truth,
        Kind::Text,
        Kind::List,
        Kind::U64,
        Kind::I64,
        Kind::F64,
    ];

    pub(crate) fn read(cursor: &mut Cursor) -> Result<Kind, GgufError> {
        let at = cursor.at;
        let number = cursor.u32()?;
        Kind::ALL
            .into_iter()
            .find(|kind| *kind as u32 == number)
            .ok_or_else(|| cursor.fault(at, Fault::Kind(number)))
    }

    /// Bytes that a value takes, at the least where that depends on the value.
    fn bytes(self) -> usize {
        match self {
            Kind::U8 | Kind::I8 | Kind::Truth => 1,
            Kind::U16 | Kind::I16 => 2,
            Kind::U32 | Kind::I32 | Kind::F32 => 4,
            Kind::U64 | Kind::I64 | Kind::F64 | Kind::Text => 8,
            Kind::List => 12,
        }
    }
}

impl<'a> Value<'a> {
    /// Reads a value of a kind, all that it holds checked.
    pub(crate) fn read(cursor: &mut Cursor<'a>, kind: Kind) -> Result<Value<'a>, GgufError> {
        Value::read_at(cursor, kind, 1)
    }

    fn read_at(cursor: &mut Cursor<'a>, kind: Kind, depth: usize) -> Result<Value<'a>, GgufError> {
        let at = cursor.at;
        Ok(match kind {
            Kind::Text => Value::Text(cursor.text()?),
            Kind::List => {
                if depth > DEPTH {
                    return Err(cursor.fault(at, Fault::Nested(DEPTH)));
                }
                let kind = Kind::read(cursor)?;
                let count = cursor.count(kind.bytes())?;
                let start = cursor.at;
                match kind {
                    Kind::Text | Kind::List | Kind::Truth => {
                        for _ in 0..count {
                            Value::read_at(cursor, kind, depth + 1)?;
                        }
                    }
                    _ => drop(cursor.take(count * kind.bytes() as u64)?),
                }
                Value::List(List {
                    kind,
                    count: count as usize,
                    bytes: &cursor.bytes[start..cursor.at],
                })
            }
            _ => {
                let bytes = cursor.take(kind.bytes() as u64)?;
                let mut eight = [0; 8];
                eight[..bytes.len()].copy_from_slice(bytes);
                let whole = u64::from_le_bytes(eight);
                match kind {
                    Kind::Truth if whole > 1 => {
                        return Err(cursor.fault(at, Fault::Truth(bytes[0])));
                    }
                    Kind::Truth => Value::Truth(whole == 1),
                    Kind::I8 => Value::Signed(i64::from(whole as i8)),
                    Kind::I16 => Value::Signed(i64::from(whole as i16)),
                    Kind::I32 => Value::Signed(i64::from(whole as i32)),
                    Kind::I64 => Value::Signed(whole as i64),
                    Kind::F32 => Value::Float(f64::from(f32::from_bits(whole as u32))),
                    Kind::F64 => Value::Float(f64::from_bits(whole)),
                    _ => Value::Unsigned(whole),
                }
            }
        })
    }

    /// What it is.
    pub const fn sort(&self) -> Sort {
        match self {
            Value::Unsigned(_) => Sort::Whole,
            Value::Signed(_) => Sort::Signed,
            Value::Float(_) => Sort::Float,
            Value::Truth(_) => Sort::Truth,
            Value::Text(_) => Sort::Text,
            Value::List(_) => Sort::List,
        }
    }

    /// The whole number that it is, where it is one and not below nought.
    pub fn whole(&self) -> Option<u64> {
        match self {
            Value::Unsigned(number) => Some(*number),
            Value::Signed(number) => u64::try_from(*number).ok(),
            _ => None,
        }
    }
}

impl<'a> List<'a> {
    /// How many values it has.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Its values, one after the other.
    pub fn values(&self) -> impl Iterator<Item = Value<'a>> + use<'a> {
        let mut cursor = Cursor {
            bytes: self.bytes,
            at: 0,
            place: "",
        };
        let kind = self.kind;
        // It was checked when the file was read, so nothing fails here.
        (0..self.count).map_while(move |_| Value::read(&mut cursor, kind).ok())
    }
}

//! What may be wrong with a file.

use crate::format::Format;
use crate::sort::Sort;

/// What is wrong with a file, where, and what may be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}at byte {offset}: {fault}", Before(place))]
pub struct GgufError {
    /// Bytes from the start of the file.
    pub offset: usize,
    /// The key or the tensor that was being read; empty where there is none yet.
    pub place: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// A place before what is said of it, or nothing.
struct Before<'a>(&'a str);

impl std::fmt::Display for Before<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            "" => Ok(()),
            place => write!(f, "{place}, "),
        }
    }
}

/// What is wrong in a place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Another kind of file.
    #[error("this is no GGUF file; choose one that ends in .gguf")]
    NotGguf,
    /// A file for processors that store the highest byte first.
    #[error("the file is big-endian; get or make a little-endian one")]
    BigEndian,
    /// A version that is not read.
    #[error(
        "version {0} of GGUF is not read, only 2 and 3; make the file anew with a current converter"
    )]
    Version(u32),
    /// Bytes that are not there.
    #[error("the file ends {missing} bytes too early; it was perhaps not copied whole")]
    Ends {
        /// How many, as far as is known.
        missing: u64,
    },
    /// A count that the file has no room for.
    #[error("{count} entries do not fit into the {room} bytes that follow; the file is damaged")]
    Count {
        /// Entries that are claimed.
        count: u64,
        /// Bytes that remain.
        room: usize,
    },
    /// Text that is no UTF-8.
    #[error("the text is not UTF-8; the file is damaged or of another kind")]
    Text,
    /// A kind of value that GGUF does not have.
    #[error("there is no kind {0} of values; the file is damaged")]
    Kind(u32),
    /// A truth value that is neither.
    #[error("a truth value is {0}, and may be 0 or 1; the file is damaged")]
    Truth(u8),
    /// Lists in lists in lists.
    #[error("lists are nested more than {0} deep; the file is damaged")]
    Nested(usize),
    /// The same name twice.
    #[error("the name stands in the file twice; the file is damaged")]
    Duplicate,
    /// An alignment that none is.
    #[error("an alignment of {0} is none: it must be a power of two, at most 65536")]
    Alignment(u64),
    /// Too many dimensions, or none.
    #[error("a tensor of {0} dimensions is not read, only of 1 to 4")]
    Dimensions(u32),
    /// A dimension of nought.
    #[error("a dimension is 0; the file is damaged")]
    Empty,
    /// Numbers stored in a way that is not read.
    #[error("numbers are stored as {}, which is not read; formats that are: {}", name(*.0), supported())]
    Format(u32),
    /// A row that is no whole blocks.
    #[error("rows of {columns} numbers are no whole blocks of {}; the file is damaged", .format.name())]
    Blocks {
        /// Numbers of a row.
        columns: u64,
        /// How they are stored.
        format: Format,
    },
    /// More numbers than can be counted.
    #[error("the tensor is larger than any memory; the file is damaged")]
    Size,
    /// A tensor that does not start where one may.
    #[error(
        "the tensor starts at {offset}, which is no multiple of {alignment}; the file is damaged"
    )]
    Misaligned {
        /// Where it starts, from where data begin.
        offset: u64,
        /// What its start must be a multiple of.
        alignment: u64,
    },
    /// Tensors that share bytes.
    #[error("the tensor shares bytes with {other}; the file is damaged")]
    Overlap {
        /// The other one.
        other: String,
    },
    /// A key that must be there.
    #[error(
        "the key is missing; the file was perhaps made by another program, get or make one by llama.cpp's converter"
    )]
    Missing,
    /// A value of another kind than its key asks for.
    #[error("the value is {is}, and {wanted} is expected; get or make the file anew")]
    Value {
        /// What it is.
        is: Sort,
        /// What it should be.
        wanted: Sort,
    },
}

/// Names of formats that exist and are not read.
const UNREAD: &[(u32, &str)] = &[
    (9, "Q8_1"),
    (15, "Q8_K"),
    (16, "IQ2_XXS"),
    (17, "IQ2_XS"),
    (18, "IQ3_XXS"),
    (19, "IQ1_S"),
    (20, "IQ4_NL"),
    (21, "IQ3_S"),
    (22, "IQ2_S"),
    (23, "IQ4_XS"),
    (24, "I8"),
    (25, "I16"),
    (26, "I32"),
    (27, "I64"),
    (28, "F64"),
    (29, "IQ1_M"),
    (34, "TQ1_0"),
    (35, "TQ2_0"),
    (39, "MXFP4"),
];

/// The name of a format that exists and is not read, by its number in files.
pub fn unread_format(number: u32) -> Option<&'static str> {
    let (_, name) = UNREAD.iter().find(|(known, _)| *known == number)?;
    Some(name)
}

fn name(number: u32) -> String {
    unread_format(number).map_or_else(|| format!("number {number}"), str::to_owned)
}

fn supported() -> String {
    Format::ALL.map(Format::name).join(", ")
}

/// A name as far as a sentence can hold it.
pub(crate) fn shortened(name: &str) -> String {
    match name.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

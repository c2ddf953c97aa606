//! Why a model did not run, in types that can be put into words and sent on.

use serde::{Deserialize, Serialize};

/// Why a model did not run.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RunError {
    /// A token that the model does not know.
    #[error("token {token} is beyond a vocabulary of {vocabulary}")]
    Token {
        /// The token.
        token: u32,
        /// Tokens that the model knows.
        vocabulary: usize,
    },
    /// A sequence that nobody made room for, or one that a step names twice.
    #[error("sequence {sequence} has no place among {sequences}")]
    Sequence {
        /// The sequence.
        sequence: usize,
        /// Sequences that there is room for.
        sequences: usize,
    },
    /// A sequence that has become too long.
    #[error("a sequence of {tokens} tokens has room for {room}")]
    Room {
        /// Tokens that it would have.
        tokens: usize,
        /// Tokens that there is room for.
        room: usize,
    },
    /// More memory than there is, or than a device gives out.
    #[error("{bytes} bytes were wanted and not given: {lack}")]
    Memory {
        /// Bytes.
        bytes: usize,
        /// What they were for, or what was said.
        lack: Lack,
    },
    /// Something that this runtime does not run.
    #[error("{what} does not run here")]
    Unsupported {
        /// What.
        what: Unsupported,
    },
    /// The device failed.
    #[error("the device failed: {reason}")]
    Device {
        /// What it said.
        reason: String,
    },
}

/// What memory was wanted for and not given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// A model's weights.
    #[error("no room for weights")]
    Weights,
    /// Keys and values of tokens.
    #[error("no room for keys and values")]
    KeysAndValues,
    /// A buffer of which kernels see only so much at once.
    #[error("kernels see {bytes} bytes at once")]
    Binding {
        /// Bytes that they see.
        bytes: u64,
    },
    /// What a driver said, in its words.
    #[error("{0}")]
    Other(String),
}

/// What a runtime does not run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Unsupported {
    /// Instructions that this processor lacks.
    #[error("a kernel for {name}")]
    Instructions {
        /// Their name.
        name: String,
    },
    /// A model that has other layers than it says.
    #[error("a model of {is} layers that says it has {said}")]
    Layers {
        /// Layers that there are.
        is: usize,
        /// Layers that it says.
        said: usize,
    },
    /// A matrix of another shape than the model's numbers say.
    #[error("a matrix of {rows} × {columns} in {format} where {wanted:?} is expected")]
    Matrix {
        /// Its rows.
        rows: usize,
        /// Its columns.
        columns: usize,
        /// The name of its format.
        format: String,
        /// Rows and columns that it should have.
        wanted: [usize; 2],
    },
    /// A width that no layer has, or that kernels do not take.
    #[error("a width of {numbers} numbers")]
    Width {
        /// Numbers that go from layer to layer.
        numbers: usize,
    },
    /// Heads that cannot share keys and values.
    #[error("{heads} heads on {key_value_heads} of keys and values")]
    Heads {
        /// Heads of queries.
        heads: usize,
        /// Heads of keys and values.
        key_value_heads: usize,
    },
    /// A head of a size that kernels do not take.
    #[error("a head of {numbers} numbers")]
    HeadSize {
        /// Numbers of a head.
        numbers: usize,
    },
    /// Positions that turn more numbers of a head than it has, or an odd count of them.
    #[error("turning {numbers} of {head_size} numbers")]
    Positions {
        /// Numbers that are turned.
        numbers: usize,
        /// Numbers of a head.
        head_size: usize,
    },
    /// A window of attention that does not say which layers have it, or that sees nothing.
    #[error("a window of attention over {tokens} tokens for {layers} layers")]
    Window {
        /// Tokens that it sees.
        tokens: usize,
        /// Layers of which it says whether they have it.
        layers: usize,
    },
    /// Rows of which kernels do not even see a few at once.
    #[error("{rows} rows of {columns} numbers in a binding")]
    Rows {
        /// Rows.
        rows: usize,
        /// Numbers of a row.
        columns: usize,
    },
    /// A prompt without tokens.
    #[error("a prompt without tokens")]
    EmptyPrompt,
    /// A runtime that nobody made room in.
    #[error("a runtime that was never reset")]
    NoRoomMade,
}

//! Why a model was not timed to the end, in terms that can be put into words and sent on.

use serde::{Deserialize, Serialize};
use weighbridge_inference::{Lack, RunError, Unsupported};
use weighbridge_units::{Arg, Describe, Message};

/// Why a model was not timed to the end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
pub enum Failure {
    /// A token that the model does not know.
    #[error("token {token} is beyond a vocabulary of {vocabulary}")]
    Token {
        /// The token.
        token: u32,
        /// Tokens that the model knows.
        vocabulary: u64,
    },
    /// More tokens than there is room for.
    #[error("{tokens} tokens have room for {room}")]
    Room {
        /// Tokens that there would be.
        tokens: u64,
        /// Tokens that there is room for.
        room: u64,
    },
    /// More memory than there is, or than a device gives out.
    #[error("{bytes} bytes were wanted and not given: {lack}")]
    Memory {
        /// Bytes.
        bytes: u64,
        /// What they were for, or what was said.
        lack: Lack,
    },
    /// A format or a shape that does not run there.
    #[error("{what} does not run here")]
    Unsupported {
        /// What.
        what: Unsupported,
    },
    /// The device failed or was lost.
    #[error("the device failed: {reason}")]
    Device {
        /// What it said.
        reason: String,
    },
    /// It was stopped in the middle, with the run.
    #[error("stopped with the run")]
    Stopped,
    /// The endpoint failed.
    #[error(transparent)]
    Endpoint(#[from] crate::endpoint::Trouble),
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Failure {
        match error {
            RunError::Token { token, vocabulary } => Failure::Token {
                token,
                vocabulary: vocabulary as u64,
            },
            RunError::Sequence {
                sequence,
                sequences,
            } => Failure::Room {
                tokens: sequence as u64 + 1,
                room: sequences as u64,
            },
            RunError::Room { tokens, room } => Failure::Room {
                tokens: tokens as u64,
                room: room as u64,
            },
            RunError::Memory { bytes, lack } => Failure::Memory {
                bytes: bytes as u64,
                lack,
            },
            RunError::Unsupported { what } => Failure::Unsupported { what },
            RunError::Device { reason } => Failure::Device { reason },
        }
    }
}

impl Describe for Failure {
    fn message(&self) -> Message {
        match self {
            Failure::Token { token, vocabulary } => Message::new("latency-failed-token")
                .with("token", Arg::Ordinal(i64::from(*token)))
                .with("vocabulary", *vocabulary),
            Failure::Room { tokens, room } => Message::new("latency-failed-room")
                .with("tokens", *tokens)
                .with("room", *room),
            Failure::Memory { bytes, lack } => {
                let gigabytes = |bytes: u64| Arg::Decimal(bytes as f64 / 1e9, 1);
                let message = match lack {
                    Lack::Weights => Message::new("latency-failed-memory-weights"),
                    Lack::KeysAndValues => Message::new("latency-failed-memory-keys-and-values"),
                    Lack::Binding { bytes } => Message::new("latency-failed-memory-binding")
                        .with("most", gigabytes(*bytes)),
                    Lack::Other(said) => {
                        Message::new("latency-failed-memory-other").with("reason", said.clone())
                    }
                };
                message.with("gigabytes", gigabytes(*bytes))
            }
            Failure::Unsupported { what } => unsupported(what),
            Failure::Device { reason } => {
                Message::new("latency-failed-device").with("reason", reason.clone())
            }
            Failure::Stopped => Message::new("latency-failed-stopped"),
            Failure::Endpoint(trouble) => trouble.message(),
        }
    }
}

/// What does not run, as a sentence.
fn unsupported(what: &Unsupported) -> Message {
    let key = |rest: &str| Message::new(format!("latency-unsupported-{rest}"));
    match what {
        Unsupported::Instructions { name } => key("instructions").with("name", name.clone()),
        Unsupported::Layers { is, said } => key("layers").with("is", *is).with("said", *said),
        Unsupported::Matrix {
            rows,
            columns,
            format,
            wanted: [wanted_rows, wanted_columns],
        } => key("matrix")
            .with("is", format!("{rows} × {columns}"))
            .with("format", format.clone())
            .with("wanted", format!("{wanted_rows} × {wanted_columns}")),
        Unsupported::Width { numbers } => key("width").with("numbers", *numbers),
        Unsupported::Heads {
            heads,
            key_value_heads,
        } => key("heads")
            .with("heads", *heads)
            .with("shared", *key_value_heads),
        Unsupported::HeadSize { numbers } => key("head-size").with("numbers", *numbers),
        Unsupported::Positions { numbers, head_size } => key("positions")
            .with("numbers", *numbers)
            .with("size", *head_size),
        Unsupported::Window { tokens, layers } => key("window")
            .with("tokens", *tokens)
            .with("layers", *layers),
        Unsupported::Rows { rows, columns } => {
            key("rows").with("rows", *rows).with("columns", *columns)
        }
        Unsupported::EmptyPrompt => key("empty-prompt"),
        Unsupported::NoRoomMade => key("no-room-made"),
    }
}

//! What can go wrong between an outcome and the bytes of a file.

/// An error of this crate.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ReportError {
    /// The document could not be typeset; holds what the typesetter said.
    #[error("the document could not be typeset: {0}")]
    Typesetting(String),
    /// The typeset document could not be written in its format; holds what the writer said.
    #[error("the document could not be written: {0}")]
    Writing(String),
}

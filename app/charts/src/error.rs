//! What can go wrong before anything is drawn.

/// An error of this crate.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ChartError {
    /// The design tokens could not be read; holds where and why.
    #[error("design tokens: {0}")]
    Tokens(String),
}

//! What sort of value stands under a key, or should.

/// A sort of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A whole number, not below nought.
    Whole,
    /// A whole number with a sign.
    Signed,
    /// A floating-point number.
    Float,
    /// Any number.
    Number,
    /// True or false.
    Truth,
    /// A text.
    Text,
    /// A list of anything.
    List,
    /// A list of texts.
    Texts,
    /// A list of numbers.
    Numbers,
}

impl Sort {
    /// All sorts.
    pub const ALL: [Sort; 9] = [
        Sort::Whole,
        Sort::Signed,
        Sort::Float,
        Sort::Number,
        Sort::Truth,
        Sort::Text,
        Sort::List,
        Sort::Texts,
        Sort::Numbers,
    ];

    /// The stable name, as in keys of messages.
    pub const fn key(self) -> &'static str {
        match self {
            Sort::Whole => "whole",
            Sort::Signed => "signed",
            Sort::Float => "float",
            Sort::Number => "number",
            Sort::Truth => "truth",
            Sort::Text => "text",
            Sort::List => "list",
            Sort::Texts => "texts",
            Sort::Numbers => "numbers",
        }
    }
}

impl std::fmt::Display for Sort {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Sort::Whole => "a whole number",
            Sort::Signed => "a whole number with a sign",
            Sort::Float => "a floating-point number",
            Sort::Number => "a number",
            Sort::Truth => "a truth value",
            Sort::Text => "a text",
            Sort::List => "a list",
            Sort::Texts => "a list of texts",
            Sort::Numbers => "a list of numbers",
        })
    }
}

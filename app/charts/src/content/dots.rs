//! Futures as dots: how often each of two options wins, and by how much.

use crate::Key;

/// Equally likely futures, each a dot at what one option saves there.
///
/// Dots are stacked in columns of one width, none of which reaches over zero.
///
/// # Source
/// Kay, Kola, Hullman and Munson 2016, "When (ish) is My Bus?", CHI: quantile dotplots.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// What each future says, in rising order.
    pub values: Vec<f64>,
    /// The option that wins below zero; its dots are outlines.
    pub below: Side,
    /// The option that wins above zero; its dots are filled.
    pub above: Side,
}

/// One side of zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The option that wins there.
    pub key: Key,
    /// What holds there: "API cheaper".
    pub label: String,
}

impl Dots {
    /// How many futures lie below zero, at zero, and above it.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let below = self.values.iter().filter(|value| **value < 0.0).count();
        let above = self.values.iter().filter(|value| **value > 0.0).count();
        (below, self.values.len() - below - above, above)
    }
}

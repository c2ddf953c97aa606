//! What each input alone does to the difference between two options.

use super::Side;

/// Bars around the difference at the case's own figures; what lies beyond zero flips the decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// The difference at the case's own figures.
    pub base: f64,
    /// What stands at the line of that difference.
    pub base_label: String,
    /// What holds below zero.
    pub below: Side,
    /// What holds above zero.
    pub above: Side,
    /// The inputs from top to bottom.
    pub bars: Vec<TornadoBar>,
}

/// One input.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoBar {
    /// Its name.
    pub label: String,
    /// The difference at the low end of its range.
    pub at_low: f64,
    /// The difference at the high end of its range.
    pub at_high: f64,
    /// The low end of its range, as it is written.
    pub low: String,
    /// The high end of its range, as it is written.
    pub high: String,
}

impl TornadoBar {
    /// How long the bar is.
    #[must_use]
    pub fn length(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }

    /// Whether an end of the bar lies on the other side of zero than the base.
    #[must_use]
    pub fn flips(&self, base: f64) -> bool {
        [self.at_low, self.at_high]
            .iter()
            .any(|end| end * base < 0.0)
    }
}

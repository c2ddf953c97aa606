//! A range as factors on its figure.

/// The range of a figure as factors on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RangeFactors {
    /// One in ten measurements would lie lower.
    pub p10: f64,
    /// One in ten would lie higher.
    pub p90: f64,
}

impl RangeFactors {
    /// The range of one over the figure.
    #[must_use]
    pub fn of_reciprocal(self) -> RangeFactors {
        RangeFactors {
            p10: 1.0 / self.p90,
            p90: 1.0 / self.p10,
        }
    }

    /// Half of the range's width as a share of the figure.
    pub fn error_share(self) -> f64 {
        (self.p90 - self.p10) / 2.0
    }
}

//! Repetitions of one measurement, and what is said of them.

use serde::{Deserialize, Serialize};

/// Repetitions of one measurement, in their order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Each repetition.
    pub samples: Vec<f64>,
}

impl Spread {
    /// The middle of the repetitions; NaN where there are none.
    pub fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    /// The best repetition, which is what STREAM reports; NaN where there are none.
    pub fn best(&self) -> f64 {
        self.quantile(1.0)
    }

    /// A quarter of the repetitions are below; NaN where there are none.
    pub fn lower_quartile(&self) -> f64 {
        self.quantile(0.25)
    }

    /// A quarter of the repetitions are above; NaN where there are none.
    pub fn upper_quartile(&self) -> f64 {
        self.quantile(0.75)
    }

    /// Between neighbours by their distance (Hyndman and Fan's type 7).
    fn quantile(&self, share: f64) -> f64 {
        let mut sorted = self.samples.clone();
        sorted.sort_by(f64::total_cmp);
        let Some(last) = sorted.len().checked_sub(1) else {
            return f64::NAN;
        };
        let place = share * last as f64;
        let below = place.floor() as usize;
        let above = (below + 1).min(last);
        sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_stand_between_repetitions() {
        let spread = Spread {
            samples: vec![4.0, 1.0, 3.0, 2.0],
        };
        assert_eq!(spread.median(), 2.5);
        assert_eq!(spread.best(), 4.0);
        assert_eq!(spread.lower_quartile(), 1.75);
        assert_eq!(spread.upper_quartile(), 3.25);
        let none = Spread {
            samples: Vec::new(),
        };
        assert!(none.median().is_nan());
    }
}

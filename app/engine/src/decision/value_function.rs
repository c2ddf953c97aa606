//! What a figure is worth, from 0 to 1, between a stated worst and a stated best.

use super::error::{DecisionError, finite};

/// A straight line from 0 at the worst figure to 1 at the best, flat beyond them.
///
/// The anchors are stated and not taken from the options, so that adding an option changes nobody
/// else's value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ValueFunction {
    worst: f64,
    best: f64,
}

impl ValueFunction {
    /// A value function; the best figure may be the smaller one.
    ///
    /// # Errors
    /// [`DecisionError`] where an anchor is not finite or both are the same.
    pub fn new(worst: f64, best: f64) -> Result<ValueFunction, DecisionError> {
        finite("the worst figure", worst)?;
        finite("the best figure", best)?;
        if worst == best {
            return Err(DecisionError::SameAnchors { value: worst });
        }
        Ok(ValueFunction { worst, best })
    }

    /// The figure that is worth 0.
    pub fn worst(self) -> f64 {
        self.worst
    }

    /// The figure that is worth 1.
    pub fn best(self) -> f64 {
        self.best
    }

    /// What a figure is worth, from 0 to 1.
    pub fn value(self, figure: f64) -> f64 {
        // Halved, so that the distance between far anchors does not overflow.
        let way = (0.5 * figure - 0.5 * self.worst) / (0.5 * self.best - 0.5 * self.worst);
        way.clamp(0.0, 1.0)
    }

    /// Whether a figure lies beyond an anchor, where differences count for nothing.
    pub fn clips(self, figure: f64) -> bool {
        let (low, high) = (self.worst.min(self.best), self.worst.max(self.best));
        !(low..=high).contains(&figure)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn values_run_from_worst_to_best_either_way_and_stop_there() {
        let latency = ValueFunction::new(3.0, 0.5).unwrap();
        for (seconds, value) in [(3.0, 0.0), (0.5, 1.0), (1.75, 0.5), (9.0, 0.0), (0.1, 1.0)] {
            assert_eq!(latency.value(seconds), value, "{seconds}");
        }
        assert!(latency.clips(9.0) && latency.clips(0.1) && !latency.clips(3.0));
        assert!(ValueFunction::new(1.0, 1.0).is_err());
        assert!(ValueFunction::new(f64::NAN, 1.0).is_err());
        let wide = ValueFunction::new(-f64::MAX, f64::MAX).unwrap();
        assert_eq!(wide.value(0.0), 0.5);
    }
}

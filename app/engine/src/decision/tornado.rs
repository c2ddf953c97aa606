//! Which single input moves the result most.

use super::error::{DecisionError, finite};

/// The range that one input is tried over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swing {
    /// The low end.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

/// What one input does to the result, all others at their base.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Which input, by its place in the list.
    pub input: usize,
    /// The range that was tried.
    pub tried: Swing,
    /// The result at the low end.
    pub at_low: f64,
    /// The result at the high end.
    pub at_high: f64,
    /// The share of this bar's squared length in that of all bars: roughly its share of the variance
    /// if nothing interacts. Zero if no input moves anything.
    pub squared_share: f64,
}

impl Bar {
    /// How long the bar is.
    pub fn length(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }

    /// Whether the result changes its sign over the bar. Of a difference between two options: this
    /// input alone can flip the decision.
    pub fn crosses_zero(&self) -> bool {
        self.at_low.min(self.at_high) < 0.0 && self.at_low.max(self.at_high) > 0.0
    }
}

/// The bars of a tornado diagram, the longest first; bars of the same length keep the order of the
/// inputs.
///
/// `result` is given the place of an input and the value it takes instead of its base.
///
/// # Errors
/// [`DecisionError::NotFinite`] where a range or a result is not finite.
pub fn tornado(
    swings: &[Swing],
    mut result: impl FnMut(usize, f64) -> f64,
) -> Result<Vec<Bar>, DecisionError> {
    let mut bars = Vec::with_capacity(swings.len());
    for (input, tried) in swings.iter().enumerate() {
        let mut at = |value: f64| {
            finite("the range of an input", value)?;
            finite("the result at the end of a range", result(input, value))
        };
        bars.push(Bar {
            input,
            tried: *tried,
            at_low: at(tried.low)?,
            at_high: at(tried.high)?,
            squared_share: 0.0,
        });
    }
    let longest = bars.iter().map(Bar::length).fold(0.0, f64::max);
    if longest > 0.0 {
        // In units of the longest, so that no square overflows.
        let square = |bar: &Bar| (bar.length() / longest) * (bar.length() / longest);
        let sum: f64 = bars.iter().map(square).sum();
        for bar in &mut bars {
            bar.squared_share = square(bar) / sum;
        }
    }
    bars.sort_by(|one, other| other.length().total_cmp(&one.length()));
    Ok(bars)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn bars_are_sorted_and_flips_are_seen() {
        let swings = [(1.0, 2.0), (-3.0, 3.0), (2.0, 1.0), (0.0, 0.0)];
        let swings = swings.map(|(low, high)| Swing { low, high });
        let bars = tornado(&swings, |_, value| value).unwrap();
        let order: Vec<usize> = bars.iter().map(|bar| bar.input).collect();
        assert_eq!(order, [1, 0, 2, 3]);
        assert!(bars[0].crosses_zero() && !bars[1].crosses_zero());
        assert!((bars.iter().map(|bar| bar.squared_share).sum::<f64>() - 1.0).abs() < 1e-15);
        assert!(tornado(&swings, |_, value| 1.0 / value).is_err());
        let still = tornado(&swings, |_, _| 7.0).unwrap();
        assert!(still.iter().all(|bar| bar.squared_share == 0.0));
    }
}

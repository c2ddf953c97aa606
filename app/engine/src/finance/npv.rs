//! What flows at equal distances are worth today.

use super::error::{FinanceError, all_finite, rate_above_minus_one};

/// When, inside its period, a flow is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FlowTiming {
    /// At the end of the period: flow `t` is discounted over `t` periods.
    #[default]
    End,
    /// In its middle: flow `t` is discounted over `t − ½` periods.
    /// The first flow (`t = 0`) is paid now all the same.
    Middle,
}

impl FlowTiming {
    /// How many periods from now flow number `index` is paid.
    pub fn periods_from_now(self, index: usize) -> f64 {
        match self {
            FlowTiming::Middle if index > 0 => index as f64 - 0.5,
            _ => index as f64,
        }
    }
}

/// Net present value: flow 0 is paid now, flow `t` after `t` periods at `periodic_rate` each.
///
/// `Σ c_t (1 + r)^−t`; nothing flows, nothing is worth: an empty list gives zero.
pub fn npv(flows: &[f64], periodic_rate: f64, timing: FlowTiming) -> Result<f64, FinanceError> {
    all_finite("a cash flow", flows)?;
    let mut sum = 0.0;
    for (index, flow) in flows.iter().enumerate() {
        // Zero times a factor that overflowed would not be zero.
        if *flow != 0.0 {
            sum += flow * discount_factor(periodic_rate, timing.periods_from_now(index))?;
        }
    }
    Ok(sum)
}

/// What one unit of money that is paid `periods` from now is worth now: `(1 + r)^−t`.
pub fn discount_factor(periodic_rate: f64, periods: f64) -> Result<f64, FinanceError> {
    rate_above_minus_one("the rate per period", periodic_rate)?;
    Ok(libm::exp(-periods * libm::log1p(periodic_rate)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn nothing_is_worth_nothing_and_now_is_not_discounted() {
        assert_eq!(npv(&[], 0.1, FlowTiming::End), Ok(0.0));
        assert_eq!(npv(&[-7.0], 0.1, FlowTiming::Middle), Ok(-7.0));
        assert_eq!(npv(&[1.0, 2.0, 3.0], 0.0, FlowTiming::End), Ok(6.0));
    }

    #[test]
    fn the_middle_of_the_period_is_half_a_period_earlier() {
        let end = npv(&[0.0, 100.0, 100.0], 0.21, FlowTiming::End).unwrap();
        let middle = npv(&[0.0, 100.0, 100.0], 0.21, FlowTiming::Middle).unwrap();
        assert!((middle - end * 1.1).abs() < 1e-12);
    }

    #[test]
    fn negative_rates_make_later_money_worth_more() {
        let value = npv(&[0.0, 0.0, 81.0], -0.1, FlowTiming::End).unwrap();
        assert!((value - 100.0).abs() < 1e-12);
        assert!(npv(&[1.0], f64::NEG_INFINITY, FlowTiming::End).is_err());
        assert!(npv(&[1.0, f64::NAN], 0.1, FlowTiming::End).is_err());
        assert!(npv(&[1.0, 1.0], -1.0, FlowTiming::End).is_err());
    }
}

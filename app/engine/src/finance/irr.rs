//! Internal rates of return of flows at equal distances.

use super::error::{FinanceError, all_finite};
use super::exponential_sum::{Term, prepared, roots_above};

/// Rates at or below this are not reported: close to −100 % far flows outweigh everything, and
/// roots appear there that say nothing about the decision.
pub const IRR_FLOOR: f64 = -0.9;

/// The internal rate of return per period: the rate above −90 % nearest to zero at which the
/// flows are worth nothing.
///
/// `None` where there is no such rate, as for flows that never change sign.
/// Where the flows change sign more than once there may be several ([`irr_all`]); whoever shows
/// this one shows the others beside it.
pub fn irr(flows: &[f64]) -> Result<Option<f64>, FinanceError> {
    Ok(nearest_zero(&irr_all(flows)?))
}

/// Every internal rate of return above −90 %, per period, in rising order.
///
/// Complete: the method is exact about how many roots there are (`exponential_sum`); a root that
/// only touches zero stands once.
pub fn irr_all(flows: &[f64]) -> Result<Vec<f64>, FinanceError> {
    all_finite("a cash flow", flows)?;
    let terms = prepared(flows.iter().enumerate().map(|(index, flow)| Term {
        time: index as f64,
        coefficient: *flow,
    }));
    let floor = libm::log1p(IRR_FLOOR);
    Ok(roots_above(&terms, floor)?
        .into_iter()
        .map(libm::expm1)
        // The floor itself is out, also where rounding puts a root a hair above it.
        .filter(|rate| rate.is_finite() && *rate > IRR_FLOOR + 1e-12)
        .collect())
}

/// How often the flows change sign; flows of zero are passed over.
///
/// There are at most that many internal rates of return (Descartes' rule of signs).
pub fn sign_changes(flows: &[f64]) -> usize {
    let signs: Vec<bool> = flows
        .iter()
        .filter(|flow| **flow != 0.0)
        .map(|flow| *flow > 0.0)
        .collect();
    signs.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

/// The rate nearest to zero; of two equally near, the gain and not the loss.
pub(super) fn nearest_zero(rates: &[f64]) -> Option<f64> {
    rates
        .iter()
        .copied()
        .min_by(|a, b| a.abs().total_cmp(&b.abs()).then(b.total_cmp(a)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn flows_without_a_rate_have_none() {
        for flows in [
            &[][..],
            &[5.0],
            &[0.0, 0.0, 0.0],
            &[100.0, 50.0, 20.0],
            &[-100.0, -50.0, 0.0],
            // Two changes of sign, no real root.
            &[-100.0, 150.0, -100.0],
            // The only root is a loss of 99 %.
            &[-100.0, 1.0],
        ] {
            assert_eq!(irr(flows), Ok(None), "{flows:?}");
        }
    }

    #[test]
    fn extreme_rates_are_found() {
        for (flows, want) in [
            (vec![-1.0, 1e9], 1e9 - 1.0),
            (vec![-100.0, 11.0], -0.89),
            (vec![-100.0, 50.0, 50.0], 0.0),
            (vec![0.0, 0.0, -100.0, 0.0, 121.0], 0.1),
            (vec![1e300, -1.1e300], 0.1),
            (vec![-1e-200, 1.1e-200], 0.1),
        ] {
            let got = irr(&flows).unwrap().unwrap();
            assert!(
                (got - want).abs() <= 1e-9 * (1.0 + want),
                "{got} for {want}"
            );
        }
        // Thirty years of months, paid back only at the end.
        let mut flows = vec![0.0; 361];
        flows[0] = -1.0;
        flows[360] = libm::pow(1.01, 360.0);
        assert!((irr(&flows).unwrap().unwrap() - 0.01).abs() < 1e-12);
    }

    #[test]
    fn the_root_nearest_zero_is_the_one_wanted() {
        assert_eq!(nearest_zero(&[-0.3, 0.2, 4.0]), Some(0.2));
        assert_eq!(nearest_zero(&[-0.2, 0.2]), Some(0.2));
        let all = irr_all(&[-1600.0, 10_000.0, -10_000.0]).unwrap();
        assert_eq!(all.len(), 2);
        assert!((all[0] - 0.25).abs() < 1e-12 && (all[1] - 4.0).abs() < 1e-12);
        assert_eq!(sign_changes(&[-1.0, 0.0, 1.0, 0.0, 0.0, -1.0]), 2);
    }
}

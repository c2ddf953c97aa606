//! Flows on days of the calendar, a year being 365 days (actual/365).

use super::error::{FinanceError, finite, rate_above_minus_one};
use super::exponential_sum::{Term, prepared, roots_above};
use super::irr::{IRR_FLOOR, nearest_zero};

/// Money that flows on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DatedFlow {
    /// The day, counted from any fixed day (`PartialDate::days_since_epoch`).
    pub day: i64,
    /// How much, in any currency: negative out, positive in.
    pub amount: f64,
}

/// Net present value on the day of the first flow in the list, at an effective rate per year.
///
/// `Σ c (1 + r)^(−days/365)`, days counted from the first flow; a flow before it counts negative
/// days. Leap days are days like any other: a year with one is 366/365 of a year long.
pub fn dated_npv(flows: &[DatedFlow], annual_rate: f64) -> Result<f64, FinanceError> {
    let growth = libm::log1p(rate_above_minus_one("the annual rate", annual_rate)?);
    let mut sum = 0.0;
    for (flow, years) in flows.iter().zip(years_from_first(flows)) {
        if finite("a cash flow", flow.amount)? != 0.0 {
            sum += flow.amount * libm::exp(-years * growth);
        }
    }
    Ok(sum)
}

/// The internal rate of return per year of dated flows; `None` where there is none.
///
/// The rate above −90 % nearest to zero, as for equal periods ([`super::irr()`]).
/// Where there is no such rate, a loss beyond −90 % is reported if the flows have one: a loss of a third
/// within a month is −99 % a year, and real.
pub fn dated_irr(flows: &[DatedFlow]) -> Result<Option<f64>, FinanceError> {
    let all = dated_irr_all(flows)?;
    let (losses, sensible): (Vec<f64>, Vec<f64>) =
        all.into_iter().partition(|rate| *rate <= IRR_FLOOR);
    Ok(nearest_zero(&sensible).or_else(|| nearest_zero(&losses)))
}

/// Every internal rate of return per year of dated flows, in rising order, down to a loss of all
/// but a millionth of a millionth.
pub fn dated_irr_all(flows: &[DatedFlow]) -> Result<Vec<f64>, FinanceError> {
    for flow in flows {
        finite("a cash flow", flow.amount)?;
    }
    let terms = prepared(
        flows
            .iter()
            .zip(years_from_first(flows))
            .map(|(flow, years)| Term {
                time: years,
                coefficient: flow.amount,
            }),
    );
    Ok(roots_above(&terms, LOWEST_GROWTH)?
        .into_iter()
        .map(libm::expm1)
        .filter(|rate| rate.is_finite() && *rate > -1.0)
        .collect())
}

/// `ln(10^−12)`: below it a rate can no longer be told from −100 %.
const LOWEST_GROWTH: f64 = -27.631_021_115_928_547;

/// Years of 365 days from the first flow to each.
fn years_from_first(flows: &[DatedFlow]) -> impl Iterator<Item = f64> + '_ {
    let first = flows.first().map_or(0, |flow| flow.day);
    flows
        .iter()
        .map(move |flow| flow.day.saturating_sub(first) as f64 / 365.0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn flows(pairs: &[(i64, f64)]) -> Vec<DatedFlow> {
        pairs
            .iter()
            .map(|&(day, amount)| DatedFlow { day, amount })
            .collect()
    }

    #[test]
    fn a_year_of_365_days_gives_the_plain_rate() {
        let rate = dated_irr(&flows(&[(0, -100.0), (365, 110.0)])).unwrap();
        assert!((rate.unwrap() - 0.1).abs() < 1e-14);
        // A leap year is a day longer, so the same gain is a little less a year.
        let leap = dated_irr(&flows(&[(0, -100.0), (366, 110.0)])).unwrap();
        assert!((leap.unwrap() - (libm::pow(1.1, 365.0 / 366.0) - 1.0)).abs() < 1e-14);
    }

    #[test]
    fn the_order_of_the_list_does_not_move_the_rate() {
        let sorted = dated_irr(&flows(&[(0, -100.0), (100, 60.0), (200, 60.0)])).unwrap();
        let mixed = dated_irr(&flows(&[(200, 60.0), (0, -100.0), (100, 60.0)])).unwrap();
        assert!((sorted.unwrap() - mixed.unwrap()).abs() < 1e-12);
    }

    #[test]
    fn short_losses_and_short_gains_are_found() {
        let loss = dated_irr(&flows(&[(0, -100.0), (30, 70.0)]))
            .unwrap()
            .unwrap();
        assert!((loss - (libm::pow(0.7, 365.0 / 30.0) - 1.0)).abs() < 1e-12);
        let gain = dated_irr(&flows(&[(0, -100.0), (1, 110.0)]))
            .unwrap()
            .unwrap();
        assert!((gain / (libm::pow(1.1, 365.0) - 1.0) - 1.0).abs() < 1e-10);
        assert_eq!(dated_irr(&flows(&[(0, -1.0), (9, -1.0)])), Ok(None));
        assert_eq!(dated_irr(&flows(&[(0, -1.0), (0, 1.0)])), Ok(None));
        assert_eq!(dated_irr(&[]), Ok(None));
    }
}

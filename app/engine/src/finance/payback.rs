//! When money that was spent has come back.

use super::annuity::{Annuity, PaymentTiming, periods};
use super::error::{FinanceError, all_finite, finite, not_negative};
use super::npv::{FlowTiming, discount_factor};

/// Both paybacks of one row of flows, in periods; `None` where the money never comes back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Payback {
    /// From the flows as they are.
    pub simple: Option<f64>,
    /// From the flows as they are worth today.
    pub discounted: Option<f64>,
}

/// Simple and discounted payback of flows at equal distances, in periods.
pub fn payback(
    flows: &[f64],
    periodic_rate: f64,
    timing: FlowTiming,
) -> Result<Payback, FinanceError> {
    Ok(Payback {
        simple: simple_payback(flows)?,
        discounted: discounted_payback(flows, periodic_rate, timing)?,
    })
}

/// The first moment, in periods, at which the flows so far have made good what was spent before.
///
/// Flow 0 is paid now; inside a period the money is taken to flow evenly, so the moment is found
/// on a straight line between two period ends.
/// It is the first time the running sum climbs back to zero from below: zero where it was never
/// below, `None` where it never climbs back. A later fall below zero is not looked at.
pub fn simple_payback(flows: &[f64]) -> Result<Option<f64>, FinanceError> {
    Ok(first_return_to_zero(all_finite("a cash flow", flows)?))
}

/// [`simple_payback`] of the discounted flows.
pub fn discounted_payback(
    flows: &[f64],
    periodic_rate: f64,
    timing: FlowTiming,
) -> Result<Option<f64>, FinanceError> {
    let discounted = all_finite("a cash flow", flows)?
        .iter()
        .enumerate()
        .map(|(index, flow)| {
            Ok(flow * discount_factor(periodic_rate, timing.periods_from_now(index))?)
        })
        .collect::<Result<Vec<f64>, FinanceError>>()?;
    Ok(first_return_to_zero(&discounted))
}

/// What switching to another supplier costs at once, and what it saves each month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SwitchingCost {
    /// Hours of engineering.
    pub engineering_hours: f64,
    /// What an hour costs.
    pub hourly_cost: f64,
    /// Everything else that is paid once; negative where the new supplier pays for the move.
    pub other_one_off: f64,
    /// What is saved each month afterwards; it may be negative.
    pub monthly_saving: f64,
}

/// What a switch costs and when it has paid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SwitchingPayback {
    /// Paid at once.
    pub switching_cost: f64,
    /// Months until the savings have paid it; `None` if they never do.
    pub payback_months: Option<f64>,
    /// The same with savings discounted; `None` if they never do, or without a rate.
    pub discounted_payback_months: Option<f64>,
}

/// Months until a switch has paid for itself, plain and, given a rate for one month, discounted.
///
/// The discounted months `n` solve `cost = saving × annuity factor(n)`; unlike
/// [`discounted_payback`] this is the closed form, not a straight line inside the month.
pub fn switching_payback(
    switch: &SwitchingCost,
    monthly_rate: Option<f64>,
) -> Result<SwitchingPayback, FinanceError> {
    let switching_cost = not_negative("the engineering hours", switch.engineering_hours)?
        * not_negative("the hourly cost", switch.hourly_cost)?
        + finite("the other one-off cost", switch.other_one_off)?;
    let saving = finite("the monthly saving", switch.monthly_saving)?;
    let after = |rate: f64| {
        if switching_cost <= 0.0 {
            return Ok(Some(0.0));
        }
        if saving <= 0.0 {
            return Ok(None);
        }
        periods(
            &Annuity {
                rate,
                timing: PaymentTiming::End,
            },
            saving,
            switching_cost,
            0.0,
        )
    };
    Ok(SwitchingPayback {
        switching_cost,
        payback_months: after(0.0)?,
        discounted_payback_months: match monthly_rate {
            Some(rate) => after(rate)?,
            None => None,
        },
    })
}

/// Where the running sum first climbs from below zero to zero or above.
fn first_return_to_zero(flows: &[f64]) -> Option<f64> {
    let (mut sum, mut turnover, mut below) = (0.0, 0.0, false);
    for (index, flow) in flows.iter().enumerate() {
        let before = sum;
        sum += flow;
        turnover += flow.abs();
        // Ten times 0.1 must pay back 1, although the sum ends a hair below zero.
        let slack = turnover * 1e-13;
        if sum >= -slack {
            if below {
                let inside = if *flow > 0.0 {
                    (-before / flow).min(1.0)
                } else {
                    1.0
                };
                return Some((index - 1) as f64 + inside);
            }
        } else {
            below = true;
        }
    }
    (!below).then_some(0.0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_money_comes_back_inside_a_period() {
        for (flows, want) in [
            (vec![-100.0, 50.0, 100.0], Some(1.5)),
            (vec![-100.0, 50.0, 50.0], Some(2.0)),
            (vec![-100.0, 50.0, 49.0], None),
            (vec![-100.0], None),
            (vec![], Some(0.0)),
            (vec![10.0, -5.0], Some(0.0)),
            (vec![0.0, -100.0, 50.0, 100.0], Some(2.5)),
            (vec![10.0, -30.0, 10.0, 20.0], Some(2.5)),
            (vec![-100.0, 150.0, -200.0], Some(100.0 / 150.0)),
            (vec![-100.0, 0.0, 0.0, 100.0], Some(3.0)),
        ] {
            assert_eq!(simple_payback(&flows), Ok(want), "{flows:?}");
        }
        let mut tenths = vec![-1.0];
        tenths.extend([0.1; 10]);
        assert!((simple_payback(&tenths).unwrap().unwrap() - 10.0).abs() < 1e-12);
    }

    #[test]
    fn discounting_takes_longer() {
        let flows = [-200_000.0, 50_000.0, 50_000.0, 50_000.0, 50_000.0];
        let both = payback(&flows, 0.12, FlowTiming::End).unwrap();
        assert_eq!(both.simple, Some(4.0));
        assert_eq!(both.discounted, None);
        let none = payback(&flows, 0.0, FlowTiming::End).unwrap();
        assert_eq!(none.simple, none.discounted);
    }

    #[test]
    fn a_switch_that_saves_nothing_never_pays() {
        let switch = SwitchingCost {
            engineering_hours: 10.0,
            hourly_cost: 100.0,
            other_one_off: 0.0,
            monthly_saving: 100.0,
        };
        let with = |saving: f64, rate| {
            switching_payback(
                &SwitchingCost {
                    monthly_saving: saving,
                    ..switch
                },
                rate,
            )
            .unwrap()
        };
        assert_eq!(with(100.0, None).payback_months, Some(10.0));
        assert_eq!(with(100.0, Some(0.0)).discounted_payback_months, Some(10.0));
        assert_eq!(with(0.0, Some(0.01)).payback_months, None);
        assert_eq!(with(-5.0, Some(0.01)).discounted_payback_months, None);
        // The savings for ever are worth less than the cost.
        assert_eq!(with(100.0, Some(0.2)).discounted_payback_months, None);
        let free = SwitchingCost {
            engineering_hours: 0.0,
            monthly_saving: 0.0,
            ..switch
        };
        assert_eq!(
            switching_payback(&free, None).unwrap().payback_months,
            Some(0.0)
        );
    }
}

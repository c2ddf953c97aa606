//! Equal and evenly growing payments at equal distances.
//!
//! One balance stands behind every function here, all amounts positive:
//! `present · (1+r)^n + future = payment · (1+r·d) · ((1+r)^n − 1)/r`,
//! with `d = 1` for payments at the start of each period. Payments discharge a present debt,
//! gather a future sum, or both.

use super::error::{FinanceError, finite, not_negative, rate_above_minus_one};

/// When each payment is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PaymentTiming {
    /// At the end of its period (an ordinary annuity).
    #[default]
    End,
    /// At its start (an annuity due).
    Begin,
}

/// The terms of a row of equal payments.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Annuity {
    /// The rate for one period, as a ratio.
    pub rate: f64,
    /// When in its period each payment is made.
    pub timing: PaymentTiming,
}

/// What `periods` payments of one unit at period ends are worth now: `(1 − (1+r)^−n)/r`.
///
/// At a rate of zero that is `n`; `periods` need not be whole.
pub fn annuity_factor(rate: f64, periods: f64) -> Result<f64, FinanceError> {
    rate_above_minus_one("the rate per period", rate)?;
    not_negative("the number of periods", periods)?;
    if rate == 0.0 {
        return Ok(periods);
    }
    Ok(-libm::expm1(-periods * libm::log1p(rate)) / rate)
}

/// The payment that in `periods` discharges `present` and gathers `future`; `None` without periods.
pub fn payment(
    annuity: &Annuity,
    periods: f64,
    present: f64,
    future: f64,
) -> Result<Option<f64>, FinanceError> {
    finite("the present value", present)?;
    finite("the future value", future)?;
    let factor = annuity_factor(annuity.rate, periods)? * annuity.due_factor();
    if factor == 0.0 {
        return Ok(None);
    }
    Ok(Some(
        (present + future * annuity.discount(periods)) / factor,
    ))
}

/// What `periods` payments and a `future` sum at the end are worth now.
pub fn present_value(
    annuity: &Annuity,
    periods: f64,
    payment: f64,
    future: f64,
) -> Result<f64, FinanceError> {
    finite("the payment", payment)?;
    finite("the future value", future)?;
    let factor = annuity_factor(annuity.rate, periods)? * annuity.due_factor();
    Ok(payment * factor + future * annuity.discount(periods))
}

/// What `periods` payments and a `present` sum will have grown to.
pub fn future_value(
    annuity: &Annuity,
    periods: f64,
    payment: f64,
    present: f64,
) -> Result<f64, FinanceError> {
    finite("the payment", payment)?;
    finite("the present value", present)?;
    let factor = annuity_factor(annuity.rate, periods)? * annuity.due_factor();
    Ok((payment * factor + present) / annuity.discount(periods))
}

/// How many payments discharge `present` and gather `future`; `None` if no number of them does.
///
/// The answer is rarely whole: the last payment is then a smaller one.
pub fn periods(
    annuity: &Annuity,
    payment: f64,
    present: f64,
    future: f64,
) -> Result<Option<f64>, FinanceError> {
    let rate = rate_above_minus_one("the rate per period", annuity.rate)?;
    finite("the payment", payment)?;
    finite("the present value", present)?;
    finite("the future value", future)?;
    let count = if rate == 0.0 {
        (present + future) / payment
    } else {
        // The payment as a perpetuity is worth payment·(1+r·d)/r; what outgrows it never ends.
        let perpetuity = payment * annuity.due_factor() / rate;
        // (1+r)^n = (perpetuity + future) ÷ (perpetuity − present), kept accurate near one.
        let growth_less_one = (present + future) / (perpetuity - present);
        if growth_less_one <= -1.0 || growth_less_one.is_nan() {
            return Ok(None);
        }
        libm::log1p(growth_less_one) / libm::log1p(rate)
    };
    Ok((count.is_finite() && count >= 0.0).then_some(count.max(0.0)))
}

/// What `periods` payments at period ends are worth now, each `growth` larger than the last.
///
/// `first ÷ (r − g) · (1 − ((1+g)/(1+r))^n)`, and `n · first/(1+r)` where the growth is the rate; written
/// so that it loses no digits in between.
pub fn growing_annuity_present_value(
    rate: f64,
    growth: f64,
    periods: f64,
    first: f64,
) -> Result<f64, FinanceError> {
    rate_above_minus_one("the rate per period", rate)?;
    not_negative("the number of periods", periods)?;
    finite("the first payment", first)?;
    if finite("the growth", growth)? < -1.0 {
        return Err(FinanceError::RateTooLow {
            what: "the growth",
            value: growth,
        });
    }
    let first_now = first / (1.0 + rate);
    // Each payment is worth (1 + step) times the one before it.
    let step = (growth - rate) / (1.0 + rate);
    let count = if step == 0.0 || periods == 0.0 {
        periods
    } else {
        libm::expm1(periods * libm::log1p(step.max(-1.0))) / step
    };
    Ok(first_now * count)
}

impl Annuity {
    /// What earlier payment adds: one period's interest.
    fn due_factor(&self) -> f64 {
        match self.timing {
            PaymentTiming::End => 1.0,
            PaymentTiming::Begin => 1.0 + self.rate,
        }
    }

    /// What one unit at the end of `periods` is worth now; the rate was checked before.
    fn discount(&self, periods: f64) -> f64 {
        libm::exp(-periods * libm::log1p(self.rate))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const DUE: Annuity = Annuity {
        rate: 0.1,
        timing: PaymentTiming::Begin,
    };

    fn ordinary(rate: f64) -> Annuity {
        Annuity {
            rate,
            timing: PaymentTiming::End,
        }
    }

    #[test]
    fn each_function_undoes_the_others() {
        for annuity in [
            DUE,
            ordinary(0.1),
            ordinary(0.0),
            ordinary(-0.02),
            ordinary(1e-12),
        ] {
            let paid = payment(&annuity, 24.0, 1000.0, 300.0).unwrap().unwrap();
            let count = periods(&annuity, paid, 1000.0, 300.0).unwrap().unwrap();
            assert!((count - 24.0).abs() < 1e-6, "{count} at {annuity:?}");
            let worth = present_value(&annuity, 24.0, paid, 0.0).unwrap();
            let left = present_value(&annuity, 24.0, 0.0, 300.0).unwrap();
            assert!((worth - left - 1000.0).abs() < 1e-8, "{worth}");
            let grown = future_value(&annuity, 24.0, paid, -1000.0).unwrap();
            assert!((grown - 300.0).abs() < 1e-7, "{grown}");
        }
    }

    #[test]
    fn a_debt_that_outgrows_its_payments_is_never_paid() {
        assert_eq!(periods(&ordinary(0.1), 100.0, 1000.0, 0.0), Ok(None));
        assert_eq!(periods(&ordinary(0.1), 99.0, 1000.0, 0.0), Ok(None));
        assert_eq!(periods(&ordinary(0.0), 0.0, 1000.0, 0.0), Ok(None));
        assert_eq!(periods(&ordinary(0.0), -1.0, 1000.0, 0.0), Ok(None));
        assert_eq!(periods(&ordinary(0.1), 50.0, 0.0, 0.0), Ok(Some(0.0)));
        assert_eq!(payment(&ordinary(0.1), 0.0, 1000.0, 0.0), Ok(None));
        assert!(payment(&ordinary(-1.0), 5.0, 1000.0, 0.0).is_err());
    }

    #[test]
    fn growth_at_and_around_the_rate_is_smooth() {
        let at = |growth| growing_annuity_present_value(0.06, growth, 8.0, 5000.0).unwrap();
        let limit = 8.0 * 5000.0 / 1.06;
        assert!((at(0.06) - limit).abs() < 1e-9);
        assert!((at(0.06 + 1e-13) - limit).abs() < 1e-6);
        assert!((at(0.0) - 5000.0 * annuity_factor(0.06, 8.0).unwrap()).abs() < 1e-9);
        // After a fall of 100 % only the first payment is left.
        assert!((at(-1.0) - 5000.0 / 1.06).abs() < 1e-9);
        assert_eq!(
            growing_annuity_present_value(0.06, -1.0, 0.0, 5000.0),
            Ok(0.0)
        );
        assert!(growing_annuity_present_value(0.06, -1.5, 2.0, 5000.0).is_err());
    }
}

//! Rates of interest: from a year to a shorter period and back.
//!
//! The same ten per cent means two things: money that is worth 10 % more after a year
//! (effective), or 10 % ÷ 12 in each month, which compounds to 10.47 % (nominal).
//! Weighbridge computes with the effective rate and prints so.

use super::error::{FinanceError, positive, rate_above_minus_one};

/// What a rate per year means for a period shorter than a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RateBasis {
    /// The periods of a year compound to the rate: `(1 + R)^(1/m) − 1` each.
    #[default]
    Effective,
    /// The rate is shared out evenly: `R / m` each.
    Nominal,
}

/// The rate for one of `periods_per_year` equal periods, from the rate for a year.
pub fn periodic_rate(
    annual_rate: f64,
    basis: RateBasis,
    periods_per_year: f64,
) -> Result<f64, FinanceError> {
    rate_above_minus_one("the annual rate", annual_rate)?;
    positive("the periods per year", periods_per_year)?;
    match basis {
        RateBasis::Effective if periods_per_year == 1.0 => Ok(annual_rate),
        RateBasis::Effective => Ok(libm::expm1(libm::log1p(annual_rate) / periods_per_year)),
        RateBasis::Nominal => {
            rate_above_minus_one("the rate per period", annual_rate / periods_per_year)
        }
    }
}

/// The rate for one month at an effective rate per year.
pub fn effective_monthly_rate(annual_rate: f64) -> Result<f64, FinanceError> {
    periodic_rate(annual_rate, RateBasis::Effective, 12.0)
}

/// What one year brings when each of its periods brings `periodic`: `(1 + r)^m − 1`.
pub fn effective_annual_from_periodic(
    periodic: f64,
    periods_per_year: f64,
) -> Result<f64, FinanceError> {
    rate_above_minus_one("the rate per period", periodic)?;
    positive("the periods per year", periods_per_year)?;
    if periods_per_year == 1.0 {
        return Ok(periodic);
    }
    Ok(libm::expm1(periods_per_year * libm::log1p(periodic)))
}

/// The effective rate per year of a nominal one: `(1 + R/m)^m − 1`.
pub fn effective_annual_from_nominal(
    nominal: f64,
    periods_per_year: f64,
) -> Result<f64, FinanceError> {
    positive("the periods per year", periods_per_year)?;
    effective_annual_from_periodic(nominal / periods_per_year, periods_per_year)
}

/// The nominal rate per year of an effective one: `m ((1 + R)^(1/m) − 1)`.
pub fn nominal_from_effective(effective: f64, periods_per_year: f64) -> Result<f64, FinanceError> {
    Ok(periods_per_year * periodic_rate(effective, RateBasis::Effective, periods_per_year)?)
}

/// The continuously compounded rate per year of an effective one: `ln(1 + R)`.
pub fn continuous_rate(effective: f64) -> Result<f64, FinanceError> {
    Ok(libm::log1p(rate_above_minus_one(
        "the annual rate",
        effective,
    )?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn twelve_per_cent_nominal_is_the_textbook_effective_rate() {
        let effective = effective_annual_from_nominal(0.12, 12.0).unwrap();
        assert!((effective - 0.126_825_030_131_969).abs() < 1e-14);
        assert!((nominal_from_effective(effective, 12.0).unwrap() - 0.12).abs() < 1e-14);
    }

    #[test]
    fn the_two_meanings_of_ten_per_cent_differ() {
        let effective = periodic_rate(0.1, RateBasis::Effective, 12.0).unwrap();
        let nominal = periodic_rate(0.1, RateBasis::Nominal, 12.0).unwrap();
        assert!(effective < nominal);
        assert_eq!(periodic_rate(0.1, RateBasis::Effective, 1.0), Ok(0.1));
        assert_eq!(effective_monthly_rate(0.0), Ok(0.0));
    }

    #[test]
    fn losing_everything_is_refused() {
        assert!(matches!(
            effective_monthly_rate(-1.0),
            Err(FinanceError::RateTooLow { .. })
        ));
        assert!(matches!(
            periodic_rate(0.1, RateBasis::Nominal, 0.0),
            Err(FinanceError::NotPositive { .. })
        ));
        assert!(matches!(
            continuous_rate(f64::NAN),
            Err(FinanceError::NotFinite { .. })
        ));
        // A loss of 99 % a year is a loss of about a third each month, not more than everything.
        assert!(periodic_rate(-0.99, RateBasis::Effective, 12.0).unwrap() > -0.32);
    }
}

//! The modified internal rate of return.

use super::error::{FinanceError, all_finite, rate_above_minus_one};

/// The modified internal rate of return per period: outflows are financed at `finance_rate`,
/// inflows are put aside at `reinvest_rate` until the end.
///
/// `(FV of inflows ÷ PV of outflows)^(1/n) − 1`, with `n` periods between the first and the last
/// flow (the definition of the spreadsheet function MIRR, and of numpy-financial).
/// `None` where nothing flows in, nothing flows out, or there are fewer than two flows: unlike the
/// internal rate of return there is never more than one.
pub fn mirr(
    flows: &[f64],
    finance_rate: f64,
    reinvest_rate: f64,
) -> Result<Option<f64>, FinanceError> {
    all_finite("a cash flow", flows)?;
    let finance = libm::log1p(rate_above_minus_one("the finance rate", finance_rate)?);
    let reinvest = libm::log1p(rate_above_minus_one(
        "the reinvestment rate",
        reinvest_rate,
    )?);
    let periods = flows.len().saturating_sub(1) as f64;
    let (mut inflows, mut outflows) = (0.0, 0.0);
    for (index, flow) in flows.iter().enumerate() {
        let time = index as f64;
        if *flow > 0.0 {
            inflows += flow * libm::exp((periods - time) * reinvest);
        } else if *flow < 0.0 {
            outflows -= flow * libm::exp(-time * finance);
        }
    }
    if inflows == 0.0 || outflows == 0.0 || flows.len() < 2 {
        return Ok(None);
    }
    let rate = libm::expm1((libm::log(inflows) - libm::log(outflows)) / periods);
    Ok(rate.is_finite().then_some(rate))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn one_flow_out_and_one_in_is_the_plain_rate() {
        let rate = mirr(&[-100.0, 0.0, 121.0], 0.3, 0.4).unwrap().unwrap();
        assert!((rate - 0.1).abs() < 1e-14);
    }

    #[test]
    fn flows_of_one_sign_have_none() {
        assert_eq!(mirr(&[-1.0, -2.0], 0.1, 0.1), Ok(None));
        assert_eq!(mirr(&[1.0, 2.0], 0.1, 0.1), Ok(None));
        assert_eq!(mirr(&[], 0.1, 0.1), Ok(None));
        assert!(mirr(&[-1.0, 2.0], -1.0, 0.1).is_err());
    }
}

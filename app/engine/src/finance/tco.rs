//! A falling API price against replicas that are whole: the plain comparison of the reference
//! cases, without people by role, tiers or growth of any but one kind.

use super::error::{FinanceError, finite, not_negative, positive, rate_above_minus_one};
use super::npv::{FlowTiming, discount_factor, npv};
use super::rates::effective_monthly_rate;

/// What the API is used for and costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ApiPlan {
    /// Million tokens in the first month.
    pub first_month_million_tokens: f64,
    /// Growth of the volume from month to month, as a ratio.
    pub monthly_volume_growth: f64,
    /// Price of a million tokens in the first month.
    pub price_per_million: f64,
    /// How much of its price it loses in a year, 0 to 1.
    pub yearly_price_decline: f64,
}

/// What running the model oneself costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SelfHostedPlan {
    /// Bought now.
    pub capital: f64,
    /// Moving over, paid now.
    pub migration_cost: f64,
    /// Each replica, each month.
    pub replica_cost_month: f64,
    /// Power of each replica, each month.
    pub power_cost_per_replica_month: f64,
    /// Never fewer replicas than this.
    pub least_replicas: u64,
    /// What a replica serves in a month.
    pub million_tokens_per_replica_month: f64,
    /// People, each month.
    pub staff_cost_month: f64,
    /// Got back at the end of the last month.
    pub salvage: f64,
}

/// Both sides, as worth now; costs are positive.
#[derive(Debug, Clone, PartialEq)]
pub struct TcoComparison {
    /// Present cost of the API.
    pub api_present_cost: f64,
    /// Present cost of running it oneself.
    pub self_hosted_present_cost: f64,
    /// The first month at whose end running it oneself has cost less so far, discounted.
    pub first_month_self_hosted_cheaper: Option<u32>,
    /// What the API costs in each month.
    pub api_months: Vec<f64>,
    /// How many replicas run in each month.
    pub replicas: Vec<f64>,
}

/// Compares both over `months` at an effective rate per year.
///
/// Month `t = 1…N` is paid at its end; `volume = v₁(1+g)^(t−1)`, `price = p(1−d)^((t−1)/12)`,
/// `replicas = max(least, ⌈volume ÷ capacity⌉)`; capital and migration are paid now.
pub fn compare_tco(
    api: &ApiPlan,
    own: &SelfHostedPlan,
    months: u32,
    annual_rate: f64,
) -> Result<TcoComparison, FinanceError> {
    let rate = effective_monthly_rate(annual_rate)?;
    check(api, own)?;
    let mut api_flows = vec![0.0];
    let mut own_flows = vec![own.capital + own.migration_cost];
    let mut replicas = Vec::new();
    for month in 0..months {
        let elapsed = f64::from(month);
        let volume =
            api.first_month_million_tokens * libm::pow(1.0 + api.monthly_volume_growth, elapsed);
        let price =
            api.price_per_million * libm::pow(1.0 - api.yearly_price_decline, elapsed / 12.0);
        let running = whole_units(volume, own.million_tokens_per_replica_month)
            .max(own.least_replicas as f64);
        let each = own.replica_cost_month + own.power_cost_per_replica_month;
        let salvage = if month + 1 == months {
            own.salvage
        } else {
            0.0
        };
        api_flows.push(volume * price);
        own_flows.push(running * each + own.staff_cost_month - salvage);
        replicas.push(running);
    }
    let differences: Vec<f64> = own_flows
        .iter()
        .zip(&api_flows)
        .map(|(a, b)| a - b)
        .collect();
    Ok(TcoComparison {
        api_present_cost: npv(&api_flows, rate, FlowTiming::End)?,
        self_hosted_present_cost: npv(&own_flows, rate, FlowTiming::End)?,
        first_month_self_hosted_cheaper: first_month_below_zero(&differences, rate)?,
        api_months: api_flows.split_off(1),
        replicas,
    })
}

/// How many whole units of `capacity` serve `volume`.
///
/// A volume that fills units exactly needs no further one, also where rounding in its making
/// left it a few parts in 10¹³ above.
pub fn whole_units(volume: f64, capacity: f64) -> f64 {
    let units = volume / capacity;
    let nearest = libm::round(units);
    if (units - nearest).abs() <= 1e-12 * nearest {
        nearest
    } else {
        libm::ceil(units)
    }
}

/// The first month after now at whose end the discounted sum is below zero.
fn first_month_below_zero(flows: &[f64], rate: f64) -> Result<Option<u32>, FinanceError> {
    let mut sum = 0.0;
    for (month, flow) in flows.iter().enumerate() {
        sum += flow * discount_factor(rate, month as f64)?;
        if month > 0 && sum < 0.0 {
            return Ok(Some(month as u32));
        }
    }
    Ok(None)
}

fn check(api: &ApiPlan, own: &SelfHostedPlan) -> Result<(), FinanceError> {
    not_negative("the first month's tokens", api.first_month_million_tokens)?;
    rate_above_minus_one("the growth of the volume", api.monthly_volume_growth)?;
    not_negative("the price of the API", api.price_per_million)?;
    // A negative decline is a price that rises.
    if finite("the decline of the price", api.yearly_price_decline)? > 1.0 {
        return Err(FinanceError::NotAShare {
            what: "the decline of the price",
            value: api.yearly_price_decline,
        });
    }
    positive(
        "the capacity of a replica",
        own.million_tokens_per_replica_month,
    )?;
    for (what, value) in [
        ("the capital", own.capital),
        ("the migration cost", own.migration_cost),
        ("the cost of a replica", own.replica_cost_month),
        ("the power of a replica", own.power_cost_per_replica_month),
        ("the cost of staff", own.staff_cost_month),
    ] {
        not_negative(what, value)?;
    }
    // Getting rid of a machine may cost money.
    finite("the salvage value", own.salvage)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn units_are_whole_and_full_ones_are_full() {
        for (volume, capacity, want) in [
            (81_000_000.0, 81_000_000.0, 1.0),
            (81_000_001.0, 81_000_000.0, 2.0),
            (1.1, 0.1, 11.0),
            (1000.0 * 1.1, 1100.0, 1.0),
            (0.0, 5.0, 0.0),
            (1e-9, 5.0, 1.0),
        ] {
            assert_eq!(
                whole_units(volume, capacity),
                want,
                "{volume} in {capacity}"
            );
        }
    }

    #[test]
    fn a_price_that_falls_to_nothing_is_paid_once() {
        let api = ApiPlan {
            first_month_million_tokens: 10.0,
            monthly_volume_growth: 0.0,
            price_per_million: 3.0,
            yearly_price_decline: 1.0,
        };
        let own = SelfHostedPlan {
            capital: 0.0,
            migration_cost: 0.0,
            replica_cost_month: 1.0,
            power_cost_per_replica_month: 0.0,
            least_replicas: 0,
            million_tokens_per_replica_month: 10.0,
            staff_cost_month: 0.0,
            salvage: 0.0,
        };
        let compared = compare_tco(&api, &own, 3, 0.0).unwrap();
        assert_eq!(compared.api_months, [30.0, 0.0, 0.0]);
        assert_eq!(compared.replicas, [1.0, 1.0, 1.0]);
        assert_eq!(compared.first_month_self_hosted_cheaper, Some(1));
        assert_eq!(
            compare_tco(&api, &own, 0, 0.1).unwrap().api_present_cost,
            0.0
        );
    }
}

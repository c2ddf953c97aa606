//! What owning something costs in an average year, the cost of capital included.

use super::annuity::annuity_factor;
use super::error::{FinanceError, finite, positive};
use super::npv::discount_factor;

/// Something that is bought, run, and sold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnedAsset {
    /// Paid now.
    pub capital: f64,
    /// Paid at the end of each year.
    pub annual_running_cost: f64,
    /// Got back at the end of its life.
    pub salvage: f64,
    /// How many years it lives.
    pub life_years: f64,
}

/// What an asset costs over its life.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EquivalentAnnualCost {
    /// All of its life, as worth now.
    pub present_cost: f64,
    /// The equal amount at each year's end that is worth the same.
    pub annual_cost: f64,
}

/// The equivalent annual cost: present cost ÷ annuity factor over the asset's life.
///
/// Options of different lives are compared by it. `rate` is effective, per year.
pub fn equivalent_annual_cost(
    asset: &OwnedAsset,
    rate: f64,
) -> Result<EquivalentAnnualCost, FinanceError> {
    let life = positive("the life in years", asset.life_years)?;
    let factor = annuity_factor(rate, life)?;
    let present_cost = finite("the capital", asset.capital)?
        + finite("the annual running cost", asset.annual_running_cost)? * factor
        - finite("the salvage value", asset.salvage)? * discount_factor(rate, life)?;
    Ok(EquivalentAnnualCost {
        present_cost,
        annual_cost: present_cost / factor,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn without_interest_the_loss_of_value_is_spread_evenly() {
        let asset = OwnedAsset {
            capital: 120.0,
            annual_running_cost: 5.0,
            salvage: 20.0,
            life_years: 4.0,
        };
        let cost = equivalent_annual_cost(&asset, 0.0).unwrap();
        assert_eq!((cost.present_cost, cost.annual_cost), (120.0, 30.0));
        let dearer = equivalent_annual_cost(&asset, 0.08).unwrap();
        assert!(dearer.annual_cost > cost.annual_cost);
        assert!(
            equivalent_annual_cost(
                &OwnedAsset {
                    life_years: 0.0,
                    ..asset
                },
                0.1
            )
            .is_err()
        );
    }
}

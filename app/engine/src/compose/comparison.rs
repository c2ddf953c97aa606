//! The first comparison of a new case.

use weighbridge_units::PartialDate;

use super::api::api_option;
use super::error::ComposeError;
use super::hosting::rented_option;
use super::starting::new_scenario;
use crate::catalogue::{Catalogue, ModelId, PriceId, RentId, WeightFormat};
use crate::scenario::Scenario;

/// A typical workload with one interface, one hosted and one rented option.
///
/// # Errors
/// [`ComposeError`] where the catalogue lacks one of the three.
pub fn new_comparison(
    catalogue: &Catalogue,
    title: &str,
    date: PartialDate,
    api: &PriceId,
    hosted: &PriceId,
    rented: (&ModelId, WeightFormat, &RentId),
) -> Result<Scenario, ComposeError> {
    let mut scenario = new_scenario(catalogue, title, date);
    for price in [api, hosted] {
        let option = api_option(&scenario, catalogue, price)?;
        scenario.options.push(option);
    }
    let (model, format, rent) = rented;
    let option = rented_option(&scenario, catalogue, model, format, rent)?;
    scenario.options.push(option);
    Ok(scenario)
}

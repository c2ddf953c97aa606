//! What choosing one option instead of another saves, month by month.

use crate::finance::{
    FinanceError, FlowTiming, Payback, effective_monthly_rate, irr_all, mirr, npv, payback,
};
use crate::model::OptionFigures;
use crate::outcome::Outcome;
use crate::scenario::OptionId;

/// The incremental cash flow of choosing one option instead of another.
#[derive(Debug, Clone, PartialEq)]
pub struct Incremental {
    /// Saving at the start and at the end of each month, in USD; negative where it costs more.
    pub flows_usd: Vec<f64>,
    /// Net present value of the saving, in USD.
    pub npv_usd: f64,
    /// Every internal rate of return, a year; cost-only options have none of their own, and a
    /// flow that changes sign more than once may have several.
    pub irr_per_year: Vec<f64>,
    /// Modified internal rate of return, a year, financed and reinvested at the discount rate.
    pub mirr_per_year: Option<f64>,
    /// Months until the saving has paid back what it cost, simple and discounted.
    pub payback_months: Payback,
}

/// The incremental flow of `chosen` instead of `other`.
///
/// Nothing where one of the two has no figures.
///
/// # Errors
/// [`FinanceError`] where the flow is of a kind the methods cannot take.
pub fn incremental(
    outcome: &Outcome,
    chosen: &OptionId,
    other: &OptionId,
    discount_rate_per_year: f64,
) -> Result<Option<Incremental>, FinanceError> {
    let figures = |id: &OptionId| {
        outcome
            .option(id)
            .and_then(|option| option.result.as_ref().ok())
    };
    let (Some(chosen), Some(other)) = (figures(chosen), figures(other)) else {
        return Ok(None);
    };
    let flows: Vec<f64> = monthly_costs(other)
        .zip(monthly_costs(chosen))
        .map(|(other, chosen)| other - chosen)
        .collect();
    let rate = effective_monthly_rate(discount_rate_per_year)?;
    let yearly = |monthly: f64| {
        let mut factor = 1.0;
        for _ in 0..12 {
            factor *= 1.0 + monthly;
        }
        factor - 1.0
    };
    Ok(Some(Incremental {
        npv_usd: npv(&flows, rate, FlowTiming::End)?,
        irr_per_year: irr_all(&flows)?.into_iter().map(yearly).collect(),
        mirr_per_year: mirr(&flows, rate, rate)?.map(yearly),
        payback_months: payback(&flows, rate, FlowTiming::End)?,
        flows_usd: flows,
    }))
}

fn monthly_costs(figures: &OptionFigures<f64>) -> impl Iterator<Item = f64> {
    std::iter::once(figures.flow.start.sum())
        .chain(figures.flow.months.iter().map(|month| month.sum()))
}

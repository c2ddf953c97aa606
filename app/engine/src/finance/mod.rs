//! Finance in closed form: what flows of money are worth, when they pay back, and where two
//! options cost the same.
//!
//! Everything here is pure arithmetic on `f64`: no clock, no catalogue, no language.
//! A question without an answer ("it never pays back") is `None`; an input that cannot be meant
//! (a rate of −100 %, a negative price) is a [`FinanceError`].
//! `docs/methods/finance.md` and `docs/methods/break-even.md` hold the formulas, their sources and
//! the conventions.

mod annuity;
mod break_even;
mod dated;
mod equivalent_annual_cost;
mod error;
mod exponential_sum;
mod intervals;
mod irr;
mod mirr;
mod npv;
mod payback;
mod rates;
mod root;
mod tco;
mod unit_costs;

pub use annuity::{
    Annuity, PaymentTiming, annuity_factor, future_value, growing_annuity_present_value, payment,
    periods, present_value,
};
pub use break_even::{
    LinearBreakEven, LinearCosts, StepBreakEven, StepCosts, UtilisationBreakEven,
    linear_break_even, step_break_even, utilisation_break_even,
};
pub use dated::{DatedFlow, dated_irr, dated_irr_all, dated_npv};
pub use equivalent_annual_cost::{EquivalentAnnualCost, OwnedAsset, equivalent_annual_cost};
pub use error::FinanceError;
pub use intervals::{Interval, Scale, Scan, intervals_where_negative};
pub use irr::{IRR_FLOOR, irr, irr_all, sign_changes};
pub use mirr::mirr;
pub use npv::{FlowTiming, discount_factor, npv};
pub use payback::{
    Payback, SwitchingCost, SwitchingPayback, discounted_payback, payback, simple_payback,
    switching_payback,
};
pub use rates::{
    RateBasis, continuous_rate, effective_annual_from_nominal, effective_annual_from_periodic,
    effective_monthly_rate, nominal_from_effective, periodic_rate,
};
pub use root::root_between;
pub use tco::{ApiPlan, SelfHostedPlan, TcoComparison, compare_tco, whole_units};
pub use unit_costs::{
    BlendedPrice, RetryCost, RetryPlan, TokenCosts, blended_price, retry_until_success,
};

//! Discounting, rates of return, payback, annuities, and the plain comparison of total cost.

use serde_json::{Map, Value};
use weighbridge_engine::finance::{
    Annuity, ApiPlan, DatedFlow, FlowTiming, OwnedAsset, PaymentTiming, RateBasis, SelfHostedPlan,
    SwitchingCost, annuity_factor, compare_tco, continuous_rate, dated_irr, dated_npv,
    effective_annual_from_nominal, effective_annual_from_periodic, equivalent_annual_cost,
    future_value, growing_annuity_present_value, irr, irr_all, mirr, nominal_from_effective, npv,
    payback, payment, periodic_rate, periods, present_value, sign_changes, switching_payback,
};
use weighbridge_units::{PartialDate, Precision};

use super::case::CaseError;
use super::inputs::Inputs;
use super::methods::Entries;
use super::outputs::Outputs;

type Results = Result<Map<String, Value>, CaseError>;

pub(super) const METHODS: Entries = &[
    ("npv", npv_case),
    ("xnpv", xnpv_case),
    ("irr", irr_case),
    ("irr_all_roots", irr_all_roots_case),
    ("mirr", mirr_case),
    ("xirr", xirr_case),
    ("payback", payback_case),
    ("switching_payback", switching_payback_case),
    ("annuity", annuity_case),
    ("growing_annuity_pv", growing_annuity_case),
    ("rate_conversion", rate_conversion_case),
    ("equivalent_annual_cost", equivalent_annual_cost_case),
    ("tco_compare", tco_compare_case),
];

fn npv_case(inputs: Inputs<'_>) -> Results {
    let rate = rate_per_period(inputs)?;
    let value = npv(&inputs.numbers("cashflows")?, rate, timing(inputs)?)?;
    Ok(Outputs::new()
        .number("periodic_rate", rate)?
        .number("npv", value)?
        .finish())
}

fn xnpv_case(inputs: Inputs<'_>) -> Results {
    let rate = match inputs.optional_number("rate")? {
        Some(rate) => rate,
        None => inputs.number("annual_rate")?,
    };
    Ok(Outputs::new()
        .number("xnpv", dated_npv(&dated_flows(inputs)?, rate)?)?
        .finish())
}

fn irr_case(inputs: Inputs<'_>) -> Results {
    let rate = irr(&inputs.numbers("cashflows")?)?;
    Ok(Outputs::new()
        .optional("irr", rate)?
        .optional("irr_annual_effective", annual(inputs, rate)?)?
        .finish())
}

fn irr_all_roots_case(inputs: Inputs<'_>) -> Results {
    let flows = inputs.numbers("cashflows")?;
    Ok(Outputs::new()
        .count("sign_changes", Some(sign_changes(&flows) as u64))
        .numbers("irrs", &irr_all(&flows)?)?
        .finish())
}

fn mirr_case(inputs: Inputs<'_>) -> Results {
    let rate = mirr(
        &inputs.numbers("cashflows")?,
        inputs.number("finance_rate")?,
        inputs.number("reinvest_rate")?,
    )?;
    Ok(Outputs::new()
        .optional("mirr", rate)?
        .optional("mirr_annual_effective", annual(inputs, rate)?)?
        .finish())
}

fn xirr_case(inputs: Inputs<'_>) -> Results {
    Ok(Outputs::new()
        .optional("xirr", dated_irr(&dated_flows(inputs)?)?)?
        .finish())
}

fn payback_case(inputs: Inputs<'_>) -> Results {
    let flows = inputs.numbers("cashflows")?;
    // Without a rate there is nothing to discount by: both paybacks are the simple one.
    let rate = match inputs.value("annual_rate") {
        Some(_) => rate_per_period(inputs)?,
        None => 0.0,
    };
    let both = payback(&flows, rate, timing(inputs)?)?;
    Ok(Outputs::new()
        .optional("simple", both.simple)?
        .optional("discounted", both.discounted)?
        .finish())
}

fn switching_payback_case(inputs: Inputs<'_>) -> Results {
    let switch = SwitchingCost {
        engineering_hours: inputs.number_or("engineering_hours", 0.0)?,
        hourly_cost: inputs.number_or("hourly_cost", 0.0)?,
        other_one_off: inputs.number_or("other_one_off", 0.0)?,
        monthly_saving: inputs.number("monthly_saving")?,
    };
    let rate = match inputs.optional_number("annual_rate")? {
        Some(rate) => Some(periodic_rate(rate, basis(inputs)?, 12.0)?),
        None => None,
    };
    let paid = switching_payback(&switch, rate)?;
    Ok(Outputs::new()
        .number("switching_cost", paid.switching_cost)?
        .optional("payback_months", paid.payback_months)?
        .optional("discounted_payback_months", paid.discounted_payback_months)?
        .finish())
}

/// `op` names what is asked for; amounts that are absent are zero.
fn annuity_case(inputs: Inputs<'_>) -> Results {
    let annuity = Annuity {
        rate: inputs.number("rate")?,
        timing: match inputs.optional_text("due")? {
            None | Some("end") => PaymentTiming::End,
            Some("begin") => PaymentTiming::Begin,
            Some(other) => return Err(unknown("due", other)),
        },
    };
    let amount = |name: &str| inputs.number_or(name, 0.0);
    let count = || inputs.number("n");
    let op = inputs.text("op")?;
    let value = match op {
        "payment" => payment(
            &annuity,
            count()?,
            amount("present_value")?,
            amount("future_value")?,
        )?,
        "present_value" => Some(present_value(
            &annuity,
            count()?,
            inputs.number("payment")?,
            amount("future_value")?,
        )?),
        "future_value" => Some(future_value(
            &annuity,
            count()?,
            inputs.number("payment")?,
            amount("present_value")?,
        )?),
        "periods" => periods(
            &annuity,
            inputs.number("payment")?,
            amount("present_value")?,
            amount("future_value")?,
        )?,
        "factor" | "annuity_factor" => Some(annuity_factor(annuity.rate, count()?)?),
        other => return Err(unknown("op", other)),
    };
    Ok(Outputs::new().optional(op, value)?.finish())
}

fn growing_annuity_case(inputs: Inputs<'_>) -> Results {
    let value = growing_annuity_present_value(
        inputs.number("rate")?,
        inputs.number("growth")?,
        inputs.number("n")?,
        inputs.number("first_payment")?,
    )?;
    Ok(Outputs::new().number("present_value", value)?.finish())
}

/// The one rate is read twice: as a nominal rate for `effective_annual`, and as an effective one
/// for the three results named `…_from_effective`.
fn rate_conversion_case(inputs: Inputs<'_>) -> Results {
    let rate = inputs.number("nominal_annual")?;
    let per_year = inputs.number_or("periods_per_year", 12.0)?;
    Ok(Outputs::new()
        .number(
            "effective_annual",
            effective_annual_from_nominal(rate, per_year)?,
        )?
        .number(
            "periodic_from_effective",
            periodic_rate(rate, RateBasis::Effective, per_year)?,
        )?
        .number(
            "nominal_from_effective",
            nominal_from_effective(rate, per_year)?,
        )?
        .number("continuous_from_effective", continuous_rate(rate)?)?
        .finish())
}

fn equivalent_annual_cost_case(inputs: Inputs<'_>) -> Results {
    let asset = OwnedAsset {
        capital: inputs.number("capex")?,
        annual_running_cost: inputs.number_or("annual_opex", 0.0)?,
        salvage: inputs.number_or("salvage", 0.0)?,
        life_years: inputs.number("life_years")?,
    };
    let cost = equivalent_annual_cost(&asset, inputs.number("rate")?)?;
    Ok(Outputs::new()
        .number("pv_cost", cost.present_cost)?
        .number("eac", cost.annual_cost)?
        .finish())
}

fn tco_compare_case(inputs: Inputs<'_>) -> Results {
    let api = inputs.group("api")?;
    let own = inputs.group("self_hosted")?;
    let months = u32::try_from(inputs.count("months")?)
        .ok()
        .filter(|months| (1..=12_000).contains(months))
        .ok_or_else(|| CaseError("the input \"months\" must be from 1 to 12000".to_owned()))?;
    let compared = compare_tco(
        &ApiPlan {
            first_month_million_tokens: api.number("million_tokens_month1")?,
            monthly_volume_growth: api.number_or("volume_growth_month", 0.0)?,
            price_per_million: api.number("blended_price_per_million")?,
            yearly_price_decline: api.number_or("price_decline_year", 0.0)?,
        },
        &SelfHostedPlan {
            capital: own.number_or("capex", 0.0)?,
            migration_cost: own.number_or("migration_cost", 0.0)?,
            replica_cost_month: own.number_or("replica_cost_month", 0.0)?,
            power_cost_per_replica_month: own.number_or("power_cost_per_replica_month", 0.0)?,
            least_replicas: own.optional_count("min_replicas")?.unwrap_or(1),
            million_tokens_per_replica_month: own.number("million_tokens_per_replica_month")?,
            staff_cost_month: own.number_or("staff_cost_month", 0.0)?,
            salvage: own.number_or("salvage", 0.0)?,
        },
        months,
        inputs.number("annual_rate")?,
    )?;
    let no_month = || CaseError("the comparison has no month".to_owned());
    Ok(Outputs::new()
        .number("npv_api", compared.api_present_cost)?
        .number("npv_self_hosted", compared.self_hosted_present_cost)?
        .count(
            "first_month_cumulative_self_hosted_cheaper",
            compared.first_month_self_hosted_cheaper.map(u64::from),
        )
        .number(
            "api_month1",
            *compared.api_months.first().ok_or_else(no_month)?,
        )?
        .number(
            "api_last_month",
            *compared.api_months.last().ok_or_else(no_month)?,
        )?
        .count(
            "replicas_last_month",
            Some(*compared.replicas.last().ok_or_else(no_month)? as u64),
        )
        .finish())
}

/// `annual_rate` for one of `periods_per_year` periods, effective unless `rate_basis` says nominal.
fn rate_per_period(inputs: Inputs<'_>) -> Result<f64, CaseError> {
    Ok(periodic_rate(
        inputs.number("annual_rate")?,
        basis(inputs)?,
        inputs.number_or("periods_per_year", 1.0)?,
    )?)
}

fn basis(inputs: Inputs<'_>) -> Result<RateBasis, CaseError> {
    match inputs.optional_text("rate_basis")? {
        None | Some("effective") => Ok(RateBasis::Effective),
        Some("nominal") => Ok(RateBasis::Nominal),
        Some(other) => Err(unknown("rate_basis", other)),
    }
}

fn timing(inputs: Inputs<'_>) -> Result<FlowTiming, CaseError> {
    match inputs.optional_text("timing")? {
        None | Some("end") => Ok(FlowTiming::End),
        Some("mid") => Ok(FlowTiming::Middle),
        Some(other) => Err(unknown("timing", other)),
    }
}

/// A rate per period as an effective rate per year.
fn annual(inputs: Inputs<'_>, rate: Option<f64>) -> Result<Option<f64>, CaseError> {
    let per_year = inputs.number_or("periods_per_year", 1.0)?;
    Ok(rate
        .map(|rate| effective_annual_from_periodic(rate, per_year))
        .transpose()?
        // A rate that a year of compounding takes beyond `f64` has no annual equivalent to show.
        .filter(|rate| rate.is_finite()))
}

fn dated_flows(inputs: Inputs<'_>) -> Result<Vec<DatedFlow>, CaseError> {
    let dates = inputs.texts("dates")?;
    let amounts = inputs.numbers("cashflows")?;
    if dates.len() != amounts.len() {
        return Err(CaseError(format!(
            "there are {} dates for {} cash flows",
            dates.len(),
            amounts.len()
        )));
    }
    dates
        .into_iter()
        .zip(amounts)
        .map(|(text, amount)| {
            // A time of day after the date says nothing about the day.
            let day = PartialDate::parse(text.split('T').next().unwrap_or(text))
                .ok()
                .filter(|date| date.precision() == Precision::Day)
                .ok_or_else(|| CaseError(format!("\"{text}\" is not a day (YYYY-MM-DD)")))?
                .days_since_epoch();
            Ok(DatedFlow { day, amount })
        })
        .collect()
}

fn unknown(name: &str, value: &str) -> CaseError {
    CaseError(format!(
        "the input \"{name}\" has the unknown value \"{value}\""
    ))
}

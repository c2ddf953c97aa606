//! How the figures were computed: the conventions that hold for this case.

use weighbridge_engine::finance::effective_monthly_rate;
use weighbridge_engine::scenario::{Deployment, Plan};
use weighbridge_text::Digits;
use weighbridge_units::{Arg, Currency, Unit};

use super::Subject;

/// A sentence for each convention that the case uses.
pub(super) fn sentences(subject: &Subject<'_>) -> Vec<String> {
    let mut sentences: Vec<String> = discounting(subject).into_iter().collect();
    sentences.push(subject.get("report-method-start"));
    sentences.push(subject.get("report-method-average"));
    if has(subject, &[Deployment::RentedGpu, Deployment::OnPremises]) {
        sentences.push(subject.get("report-method-whole"));
    }
    if has(
        subject,
        &[Deployment::ProprietaryApi, Deployment::HostedOpenModel],
    ) {
        sentences.push(subject.get("report-method-prices"));
    }
    let self_hosted = [
        Deployment::RentedGpu,
        Deployment::OnPremises,
        Deployment::OnDevice,
    ];
    if has(subject, &self_hosted) {
        sentences.push(subject.get("report-method-speed"));
    }
    if subject
        .scenario
        .options
        .iter()
        .any(|option| matches!(option.plan, Plan::Cascade(_)))
    {
        sentences.push(subject.get("report-method-cascade"));
    }
    sentences.extend(decision(subject));
    sentences.extend(currency(subject));
    sentences.push(subject.get("report-method-rounding"));
    sentences
}

/// How values were found, and how to draw the same odds again.
fn decision(subject: &Subject<'_>) -> Vec<String> {
    let priorities = &subject.scenario.priorities;
    let mut sentences = Vec::new();
    if let Some(framework) = &priorities.framework {
        let title = subject.text.local(&framework.title).to_owned();
        sentences.push(subject.say(
            "report-framework",
            &[
                ("title", Arg::from(title)),
                ("date", Arg::Date(framework.as_of)),
            ],
        ));
    }
    if !priorities.criteria.is_empty() {
        sentences.push(subject.get("report-method-value"));
    }
    if let Some(prospects) = &subject.decided.prospects {
        let method = subject.get(&format!("report-method-{}", prospects.method.key()));
        sentences.push(subject.say(
            "report-method-odds",
            &[
                ("draws", Arg::from(prospects.draws as u64)),
                ("method", Arg::from(method)),
                ("seed", Arg::from(prospects.seed.to_string())),
            ],
        ));
    }
    sentences
}

fn has(subject: &Subject<'_>, kinds: &[Deployment]) -> bool {
    let mut options = subject.scenario.options.iter();
    options.any(|option| kinds.contains(&option.deployment()))
}

fn discounting(subject: &Subject<'_>) -> Option<String> {
    let annual = subject.scenario.finance.discount_rate_per_year.value;
    let monthly = effective_monthly_rate(annual).ok()?;
    let monthly = subject.text.percent(monthly, Digits::Between(0, 4));
    Some(subject.say(
        "discounting-convention",
        &[
            ("monthly", Arg::from(monthly)),
            ("annual", Arg::Quantity(annual, Unit::SHARE)),
        ],
    ))
}

fn currency(subject: &Subject<'_>) -> Option<String> {
    let question = &subject.scenario.question;
    if question.currency == Currency::Usd {
        return None;
    }
    let rate = subject.scenario.finance.fx_rate.value;
    let date = question
        .fx_date
        .map_or_else(|| Arg::key("report-undated-rate"), Arg::Date);
    Some(subject.say(
        "report-currency-note",
        &[
            ("currency", Arg::from(question.currency.code())),
            (
                "rate",
                Arg::from(subject.text.number(rate, Digits::Shortest)),
            ),
            ("date", date),
        ],
    ))
}

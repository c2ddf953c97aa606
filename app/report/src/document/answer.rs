//! The answer: one sentence, what it rests on, three facts, and what stands in the way.

use serde::Serialize;
use weighbridge_engine::model::{CostLine, Measure};
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_units::{Arg, Describe, Unit};

use super::Subject;
use super::chart_pages::Charts;

/// The head of the evidence.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    heading: String,
    sentence: String,
    /// What kind of answer it is.
    basis: String,
    facts: Vec<String>,
    grave_heading: String,
    /// What makes an option impossible, each with the option's name before it.
    grave: Vec<(String, String)>,
}

/// The answer of an outcome.
pub(super) fn of(subject: &Subject<'_>, charts: &Charts) -> Answer {
    Answer {
        heading: subject.get("report-section-answer"),
        sentence: sentence(subject),
        basis: basis(subject),
        facts: facts(subject, charts),
        grave_heading: subject.get("report-grave"),
        grave: grave(subject),
    }
}

fn npv(option: &OptionOutcome) -> f64 {
    option.get(Measure::NetPresentValue).unwrap_or(f64::NAN)
}

fn sentence(subject: &Subject<'_>) -> String {
    let money = |usd: f64| Arg::from(subject.amount(usd));
    match subject.outcome.by_cost().as_slice() {
        [] => subject.get("report-answer-none"),
        [only] => subject.say(
            "report-answer-only",
            &[
                ("option", Arg::from(only.name.clone())),
                ("cost", money(npv(only))),
                ("months", subject.months()),
            ],
        ),
        [first, second, ..] => subject.say(
            "report-answer",
            &[
                ("option", Arg::from(first.name.clone())),
                ("cost", money(npv(first))),
                ("months", subject.months()),
                ("second", Arg::from(second.name.clone())),
                ("difference", money(npv(second) - npv(first))),
            ],
        ),
    }
}

/// What the sentence compares, and what it leaves out; empty where nothing is compared.
fn basis(subject: &Subject<'_>) -> String {
    if subject.outcome.cheapest().is_none() {
        return String::new();
    }
    let rate = subject.scenario.finance.discount_rate_per_year.value;
    subject.say(
        "report-basis",
        &[("rate", Arg::Quantity(rate, Unit::SHARE_PER_YEAR))],
    )
}

/// Three facts that the answer rests on, and who comes close.
fn facts(subject: &Subject<'_>, charts: &Charts) -> Vec<String> {
    let order = subject.outcome.by_cost();
    let (Some(first), Some(last)) = (order.first(), order.last()) else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    facts.extend(close(subject, &order));
    facts.extend(largest_line(subject, first));
    if order.len() > 1 {
        facts.extend(charts.break_even.as_deref().map(full_stop));
    }
    if order.len() > 2 && npv(first) > 0.0 {
        facts.push(subject.say(
            "report-fact-dearest",
            &[
                ("option", Arg::from(last.name.clone())),
                ("cost", Arg::from(subject.amount(npv(last)))),
                ("times", Arg::Number(rounded(npv(last) / npv(first)))),
            ],
        ));
    } else {
        facts.extend(monthly(subject, first));
    }
    facts
}

/// The options that are hardly dearer than the cheapest.
fn close(subject: &Subject<'_>, order: &[&OptionOutcome]) -> Option<String> {
    let (first, others) = order.split_first()?;
    let names: Vec<Arg> = others
        .iter()
        .filter(|option| npv(option) <= npv(first) * (1.0 + CLOSE))
        .map(|option| Arg::from(option.name.clone()))
        .collect();
    (!names.is_empty()).then(|| {
        subject.say(
            "report-fact-close",
            &[
                ("share", Arg::Percent(CLOSE)),
                ("options", Arg::List(names)),
            ],
        )
    })
}

/// Up to this share above the lowest cost, an option is named beside the cheapest.
const CLOSE: f64 = 0.1;

/// The largest part of what an option costs.
fn largest_line(subject: &Subject<'_>, option: &OptionOutcome) -> Option<String> {
    let spent = |line: CostLine| option.line_usd(line).unwrap_or(0.0).max(0.0);
    let all: f64 = CostLine::ALL.into_iter().map(spent).sum();
    let largest = CostLine::ALL
        .into_iter()
        .max_by(|a, b| spent(*a).total_cmp(&spent(*b)))?;
    (all > 0.0).then(|| {
        let line = subject.get(&format!("cost-line-{}", largest.key()));
        subject.say(
            "report-fact-largest",
            &[
                ("line", Arg::from(line)),
                ("share", Arg::Percent(spent(largest) / all)),
                ("option", Arg::from(option.name.clone())),
                ("amount", Arg::from(subject.amount(spent(largest)))),
            ],
        )
    })
}

fn monthly(subject: &Subject<'_>, option: &OptionOutcome) -> Option<String> {
    let month = option.get(Measure::AverageMonthlyCost)?;
    let million = option.get(Measure::PerMillionTokens)?;
    Some(subject.say(
        "report-fact-month",
        &[
            ("option", Arg::from(option.name.clone())),
            ("cost", Arg::from(subject.amount(month))),
            (
                "price",
                Arg::Quantity(million, Unit::USD_PER_MILLION_TOKENS),
            ),
        ],
    ))
}

/// Two figures are enough for a factor.
fn rounded(factor: f64) -> f64 {
    if factor < 10.0 {
        (factor * 10.0).round() / 10.0
    } else {
        factor.round()
    }
}

fn full_stop(title: &str) -> String {
    if title.ends_with(['.', '?', '!']) {
        title.to_owned()
    } else {
        format!("{title}.")
    }
}

fn grave(subject: &Subject<'_>) -> Vec<(String, String)> {
    let findings = subject.outcome.findings.iter();
    findings
        .filter(|finding| finding.is_grave())
        .map(|finding| {
            let option = finding.option().and_then(|id| subject.outcome.option(id));
            let name = option.map_or_else(
                || subject.get("report-whole-case"),
                |option| option.name.clone(),
            );
            (name, subject.text.render(&finding.message()))
        })
        .collect()
}

//! The answer: one sentence, how sure it is, what it rests on, what would turn it round, what to find
//! out, and what stands in the way.
//!
//! A case without gates and criteria is answered by cost alone.

use serde::Serialize;
use weighbridge_engine::model::{CostLine, Measure};
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_engine::weighing::Prospects;
use weighbridge_units::{Arg, Describe, Unit};

use super::Subject;
use super::chart_pages::Charts;
use crate::{how_key, way_of, worth_name};

/// The head of the evidence.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    heading: String,
    sentence: String,
    /// How sure that is; empty where nothing was drawn.
    sure: String,
    /// What kind of answer it is.
    basis: String,
    facts: Vec<String>,
    /// Headings with what stands under them: what would turn it round, what to find out.
    lists: Vec<(String, Vec<String>)>,
    grave_heading: String,
    /// What makes an option impossible, each with the option's name before it.
    grave: Vec<(String, String)>,
}

/// The answer of an outcome.
pub(super) fn of(subject: &Subject<'_>, charts: &Charts) -> Answer {
    Answer {
        heading: subject.get("report-section-answer"),
        sentence: sentence(subject),
        sure: sure(subject),
        basis: basis(subject),
        facts: facts(subject, charts),
        lists: lists(subject),
        grave_heading: subject.get("report-grave"),
        grave: grave(subject),
    }
}

fn npv(option: &OptionOutcome) -> f64 {
    option.get(Measure::NetPresentValue).unwrap_or(f64::NAN)
}

/// Whether anything but cost decides.
fn has_priorities(subject: &Subject<'_>) -> bool {
    let priorities = &subject.scenario.priorities;
    !priorities.criteria.is_empty() || priorities.gates.iter().any(|gate| gate.on)
}

fn sentence(subject: &Subject<'_>) -> String {
    if has_priorities(subject) {
        let decided = subject.decided;
        let words = subject.words();
        return full_stop(&words.headline(&decided.weighing, &decided.recommendation));
    }
    cheapest(subject)
}

/// In how many futures the choice is the best, and between which amounts its lead lies.
fn sure(subject: &Subject<'_>) -> String {
    let decided = subject.decided;
    let prospects = decided.prospects.as_ref();
    prospects.map_or_else(String::new, |prospects| {
        subject.words().how_sure(&decided.recommendation, prospects)
    })
}

/// The cheapest option, where cost alone decides.
fn cheapest(subject: &Subject<'_>) -> String {
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
    let rate = ("rate", Arg::Quantity(rate, Unit::SHARE_PER_YEAR));
    if has_priorities(subject) {
        let point = Arg::from(subject.amount(subject.decided.weighing.usd_per_point));
        return subject.say("report-basis-decision", &[rate, ("point", point)]);
    }
    let key = match subject.decided.prospects {
        Some(_) => "report-basis-odds",
        None => "report-basis",
    };
    subject.say(key, &[rate])
}

/// What would turn the choice round, and what to find out before it is made.
fn lists(subject: &Subject<'_>) -> Vec<(String, Vec<String>)> {
    let recommendation = &subject.decided.recommendation;
    if recommendation.runner_up.is_none() {
        return Vec::new();
    }
    let words = subject.words();
    let flips = recommendation.flips.iter();
    let mut flips: Vec<String> = flips
        .map(|flip| full_stop(&words.flip(recommendation, flip)))
        .collect();
    if flips.is_empty() {
        flips.push(subject.get("report-no-flips"));
    }
    let mut lists = vec![(subject.get("report-flips"), flips)];
    if let Some(prospects) = &subject.decided.prospects {
        lists.push((
            subject.get("report-find-out-heading"),
            find_out(subject, prospects),
        ));
    }
    lists
}

/// What is worth finding out, most first, and what it is worth to know everything.
fn find_out(subject: &Subject<'_>, prospects: &Prospects) -> Vec<String> {
    let told = prospects.worth.iter().take(FOUND_OUT);
    let mut sentences: Vec<String> = told
        .filter(|worth| worth.evppi_usd > worth.standard_error_usd)
        .map(|worth| {
            let name = worth_name(subject.words(), subject.scenario, worth);
            subject.say(
                "report-find-out",
                &[
                    ("input", Arg::from(name)),
                    ("value", Arg::from(subject.amount(worth.evppi_usd))),
                    ("how", Arg::from(subject.get(how_key(way_of(worth))))),
                ],
            )
        })
        .collect();
    if sentences.is_empty() {
        sentences.push(subject.get("report-find-out-nothing"));
    }
    if let Some((usd, _)) = prospects.evpi_usd {
        let value = Arg::from(subject.amount(usd));
        sentences.push(subject.say("report-everything-known", &[("value", value)]));
    }
    sentences
}

/// How many quantities worth finding out are told.
const FOUND_OUT: usize = 3;

/// Three reasons or facts that the answer rests on, and who comes close.
fn facts(subject: &Subject<'_>, charts: &Charts) -> Vec<String> {
    if has_priorities(subject) {
        let recommendation = &subject.decided.recommendation;
        let reasons = recommendation.reasons.iter();
        let words = subject.words();
        return reasons
            .map(|reason| words.reason(recommendation, reason))
            .collect();
    }
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

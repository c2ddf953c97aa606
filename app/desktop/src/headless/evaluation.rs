//! `evaluate --json`: the outcome with stable keys.
//!
//! `docs/headless.md` lists the keys, and a test holds it to them.

use serde_json::{Map, Value};
use weighbridge_engine::Scenario;
use weighbridge_engine::finding::Finding;
use weighbridge_engine::incremental::{Incremental, incremental};
use weighbridge_engine::model::{CostLine, Measure, Obstacle};
use weighbridge_engine::outcome::{OptionOutcome, Outcome};
use weighbridge_report::Decided;
use weighbridge_text::Text;
use weighbridge_units::Describe;

use super::decision;
use super::json::{figure, object, optional, text};
use super::uncertainty::{self, Drawn};

/// The version of the document; it rises when a key changes its meaning or goes.
pub(super) const VERSION: u32 = 1;

/// The outcome of a case as a document, with its odds where draws were taken.
pub(super) fn document(
    scenario: &Scenario,
    outcome: &Outcome,
    decided: &Decided,
    drawn: Option<&Drawn>,
    measurements: Value,
    words: Text,
) -> Value {
    let question = &scenario.question;
    let options = outcome
        .options
        .iter()
        .map(|option| option_document(scenario, outcome, option))
        .collect();
    Value::Object(object([
        ("version", Value::from(VERSION)),
        ("title", Value::from(question.title.clone())),
        ("date", text(Some(question.date))),
        ("horizon_months", Value::from(outcome.horizon_months)),
        (
            "discount_rate_per_year",
            figure(scenario.finance.discount_rate_per_year.value),
        ),
        ("currency", Value::from(question.currency.code())),
        ("fx_rate_per_usd", figure(scenario.finance.fx_rate.value)),
        ("fx_date", text(question.fx_date)),
        ("cheapest", id_of(outcome.cheapest())),
        (
            "by_cost",
            outcome
                .by_cost()
                .into_iter()
                .map(|option| id_of(Some(option)))
                .collect(),
        ),
        ("options", options),
        ("findings", outcome.findings.iter().map(finding).collect()),
        ("measurements", measurements),
        (
            "uncertainty",
            drawn.map_or(Value::Null, uncertainty::document),
        ),
        ("decision", decision::document(scenario, decided, words)),
    ]))
}

fn id_of(option: Option<&OptionOutcome>) -> Value {
    text(option.map(|option| &option.id))
}

fn option_document(scenario: &Scenario, outcome: &Outcome, option: &OptionOutcome) -> Value {
    let results: Map<String, Value> = Measure::ALL
        .iter()
        .map(|measure| (measure.key().to_owned(), optional(option.get(*measure))))
        .collect();
    let lines: Map<String, Value> = CostLine::ALL
        .iter()
        .map(|line| (line.key().to_owned(), optional(option.line_usd(*line))))
        .collect();
    let cumulative = option
        .cumulative_usd()
        .iter()
        .copied()
        .map(figure)
        .collect();
    let rate = scenario.finance.discount_rate_per_year.value;
    let first = outcome
        .options
        .first()
        .filter(|first| first.id != option.id);
    let saving = first.and_then(|first| {
        incremental(outcome, &option.id, &first.id, rate)
            .ok()
            .flatten()
    });
    Value::Object(object([
        ("id", text(Some(&option.id))),
        ("name", Value::from(option.name.clone())),
        ("deployment", Value::from(option.deployment.key())),
        ("fits", Value::from(option.fits)),
        ("feasible", Value::from(option.is_feasible())),
        ("results", Value::Object(results)),
        ("lines_usd", Value::Object(lines)),
        ("cumulative_usd", cumulative),
        (
            "instead_of_first",
            saving.map_or(Value::Null, |saving| incremental_document(&saving)),
        ),
    ]))
}

fn incremental_document(saving: &Incremental) -> Value {
    Value::Object(object([
        ("npv_usd", figure(saving.npv_usd)),
        (
            "irr_per_year",
            saving.irr_per_year.iter().copied().map(figure).collect(),
        ),
        ("mirr_per_year", optional(saving.mirr_per_year)),
        ("payback_months", optional(saving.payback_months.simple)),
        (
            "discounted_payback_months",
            optional(saving.payback_months.discounted),
        ),
    ]))
}

/// A finding: its option, its key, whether it is grave, and its values.
fn finding(finding: &Finding) -> Value {
    let mut document = object([
        ("key", Value::from(finding_key(finding))),
        ("option", text(finding.option())),
        ("grave", Value::from(finding.is_grave())),
    ]);
    document.extend(finding_values(finding));
    Value::Object(document)
}

/// The stable key of a finding, such as `memory-short`.
pub(super) fn finding_key(finding: &Finding) -> String {
    let key = finding.message().key;
    key.strip_prefix("finding-").unwrap_or(&key).to_owned()
}

fn finding_values(finding: &Finding) -> Map<String, Value> {
    match finding {
        Finding::MemoryShort {
            needed_gigabytes,
            available_gigabytes,
            ..
        } => object([
            ("needed_gigabytes", figure(*needed_gigabytes)),
            ("available_gigabytes", figure(*available_gigabytes)),
        ]),
        Finding::MovesToSuccessor {
            sold_until,
            successor,
            ..
        } => object([
            ("sold_until", text(Some(sold_until))),
            ("successor", Value::from(successor.clone())),
        ]),
        Finding::RetiresWithoutSuccessor { sold_until, .. } => {
            object([("sold_until", text(Some(sold_until)))])
        }
        Finding::ContextTooLong {
            needed_tokens,
            context_tokens,
            ..
        } => object([
            ("needed_tokens", figure(*needed_tokens)),
            ("context_tokens", Value::from(*context_tokens)),
        ]),
        Finding::TimeToFirstTokenMissed {
            estimated_seconds,
            target_seconds,
            ..
        } => object([
            ("estimated_seconds", figure(*estimated_seconds)),
            ("target_seconds", figure(*target_seconds)),
        ]),
        Finding::WritingSpeedMissed {
            estimated_tokens_per_second,
            target_tokens_per_second,
            ..
        } => object([
            (
                "estimated_tokens_per_second",
                figure(*estimated_tokens_per_second),
            ),
            (
                "target_tokens_per_second",
                figure(*target_tokens_per_second),
            ),
        ]),
        Finding::ThroughputEstimated { error_share, .. } => {
            object([("error_share", optional(*error_share))])
        }
        Finding::Hopeful { utilisation, .. } | Finding::MostlyIdle { utilisation, .. } => {
            object([("utilisation", figure(*utilisation))])
        }
        Finding::OldPresets {
            records, oldest, ..
        } => object([
            ("records", Value::from(*records)),
            ("oldest", text(Some(oldest))),
        ]),
        Finding::DoubtfulPresets { records, .. } => object([("records", Value::from(*records))]),
        Finding::CascadeBroken { obstacle, .. } => {
            let (Obstacle::MissingPart { id } | Obstacle::NestedCascade { id }) = obstacle;
            object([("part", Value::from(id.clone()))])
        }
        Finding::SharesExceedWhole { sum, .. } => object([("sum", figure(*sum))]),
        Finding::MeasuredWhileBusy { source } => object([("source", text(Some(source)))]),
        Finding::MeasuredLongAgo { source, on } => {
            object([("source", text(Some(source))), ("on", text(Some(on)))])
        }
        Finding::MeasuredFarOff { source, times } => {
            object([("source", text(Some(source))), ("times", figure(*times))])
        }
    }
}

//! `evaluate`: the outcome as tables and sentences for people.

use weighbridge_engine::Scenario;
use weighbridge_engine::incremental::{Incremental, incremental};
use weighbridge_engine::model::{Measure, lines_in_use};
use weighbridge_engine::outcome::{OptionOutcome, Outcome};
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Base, Currency, Money, Unit};

use super::table::Table;

/// Tables of results, cost lines and savings, and what to know; `text` has the case's currency.
pub(super) fn evidence(scenario: &Scenario, outcome: &Outcome, text: Text) -> Vec<String> {
    let mut parts = Vec::new();
    if !outcome.options.is_empty() {
        parts.push(results(outcome, text));
        parts.push(lines(scenario, outcome, text));
        parts.extend(savings(scenario, outcome, text));
    }
    parts.extend(findings(outcome, text));
    parts
}

/// What case it is, the answer, and how money was counted.
pub(super) fn head(scenario: &Scenario, outcome: &Outcome, text: Text) -> String {
    let question = &scenario.question;
    let mut sentences = vec![text.format(
        "headless-case",
        &[
            ("title", question.title.clone().into()),
            ("date", question.date.into()),
            ("months", months(outcome)),
        ],
    )];
    if !outcome.options.is_empty() {
        sentences.push(answer(outcome, text));
    }
    let yearly = scenario.finance.discount_rate_per_year.value;
    if let Ok(monthly) = weighbridge_engine::finance::effective_monthly_rate(yearly) {
        sentences.push(text.format(
            "discounting-convention",
            &[
                ("monthly", Arg::Percent(monthly)),
                ("annual", Arg::Percent(yearly)),
            ],
        ));
    }
    if question.currency != Currency::Usd {
        let rate = text.number(scenario.finance.fx_rate.value, Digits::Shortest);
        let mut values = vec![
            ("currency", Arg::from(question.currency.code())),
            ("rate", rate.into()),
        ];
        let key = match question.fx_date {
            Some(date) => {
                values.push(("date", date.into()));
                "report-currency-note"
            }
            None => "headless-undated-rate",
        };
        sentences.push(text.format(key, &values));
    }
    sentences
        .into_iter()
        .map(|line| format!("{line}\n"))
        .collect()
}

fn months(outcome: &Outcome) -> Arg {
    Arg::Quantity(f64::from(outcome.horizon_months), Unit::MONTHS)
}

/// Which option costs least, and by how much.
fn answer(outcome: &Outcome, text: Text) -> String {
    let order = outcome.by_cost();
    let cost = |option: &OptionOutcome| option.get(Measure::NetPresentValue).unwrap_or(f64::NAN);
    match order.as_slice() {
        [] => text.get("report-answer-none").into_owned(),
        [only] => text.format(
            "report-answer-only",
            &[
                ("option", only.name.clone().into()),
                ("cost", Money::usd(cost(only)).into()),
                ("months", months(outcome)),
            ],
        ),
        [first, second, ..] => text.format(
            "report-answer",
            &[
                ("option", first.name.clone().into()),
                ("cost", Money::usd(cost(first)).into()),
                ("months", months(outcome)),
                ("second", second.name.clone().into()),
                ("difference", Money::usd(cost(second) - cost(first)).into()),
            ],
        ),
    }
}

/// Every measure that some option has.
fn results(outcome: &Outcome, text: Text) -> String {
    let rows = Measure::ALL.iter().filter_map(|measure| {
        let values: Vec<Option<f64>> = outcome
            .options
            .iter()
            .map(|option| option.get(*measure))
            .collect();
        values.iter().any(Option::is_some).then(|| {
            let key = format!("measure-{}", measure.key().replace('_', "-"));
            let cells = values.into_iter();
            let cells = cells.map(|value| figure(value, *measure, text));
            (text.get(&key).into_owned(), cells.collect())
        })
    });
    Table {
        headings: names(outcome),
        rows: rows.collect(),
    }
    .print()
}

/// The undiscounted amounts of the lines that some option uses.
fn lines(scenario: &Scenario, outcome: &Outcome, text: Text) -> String {
    let figures = outcome
        .options
        .iter()
        .filter_map(|option| option.result.as_ref().ok());
    let rows = lines_in_use(figures).into_iter().map(|line| {
        let key = format!("cost-line-{}", line.key());
        let options = outcome.options.iter();
        let cells = options.map(|option| cell(option.line_usd(line), Unit::USD, text));
        (text.get(&key).into_owned(), cells.collect())
    });
    let months = Arg::Quantity(f64::from(scenario.question.horizon_months), Unit::MONTHS);
    let table = Table {
        headings: names(outcome),
        rows: rows.collect(),
    };
    format!(
        "{}\n{}",
        text.format("headless-lines", &[("months", months)]),
        table.print()
    )
}

/// What each option saves instead of the first.
fn savings(scenario: &Scenario, outcome: &Outcome, text: Text) -> Option<String> {
    let (first, others) = outcome.options.split_first()?;
    if others.is_empty() {
        return None;
    }
    let rate = scenario.finance.discount_rate_per_year.value;
    let savings: Vec<Option<Incremental>> = others
        .iter()
        .map(|option| {
            incremental(outcome, &option.id, &first.id, rate)
                .ok()
                .flatten()
        })
        .collect();
    type Cell<'a> = &'a dyn Fn(&Incremental) -> String;
    let row = |key: &str, cell: Cell<'_>| {
        let cells = savings.iter();
        let cells = cells.map(|saving| saving.as_ref().map_or_else(dash, cell));
        (text.get(key).into_owned(), cells.collect())
    };
    let in_months = |value: Option<f64>| cell(value, Unit::MONTHS, text);
    let percent = |value: f64| text.percent(value, Digits::SCREEN);
    let rows = vec![
        row("headless-saved", &|saving| {
            text.money(Money::usd(saving.npv_usd))
        }),
        row("internal-rate-of-return", &|saving| {
            let rates: Vec<String> = saving.irr_per_year.iter().copied().map(percent).collect();
            match rates.as_slice() {
                [] => dash(),
                rates => rates.join(" / "),
            }
        }),
        row("modified-internal-rate", &|saving| {
            saving.mirr_per_year.map_or_else(dash, percent)
        }),
        row("headless-payback", &|saving| {
            in_months(saving.payback_months.simple)
        }),
        row("headless-payback-discounted", &|saving| {
            in_months(saving.payback_months.discounted)
        }),
    ];
    let table = Table {
        headings: others.iter().map(|option| option.name.clone()).collect(),
        rows,
    };
    let title = text.format(
        "headless-instead-of",
        &[("option", first.name.clone().into())],
    );
    Some(format!("{title}\n{}", table.print()))
}

/// What a careful reader should know, by option.
fn findings(outcome: &Outcome, text: Text) -> Option<String> {
    if outcome.findings.is_empty() {
        return None;
    }
    let mut lines = format!("{}\n", text.get("report-section-findings"));
    for finding in &outcome.findings {
        let about = finding
            .option()
            .and_then(|id| outcome.option(id))
            .map_or_else(
                || text.get("headless-all-options").into_owned(),
                |option| option.name.clone(),
            );
        let sentence = text.describe(finding);
        let mark = if finding.is_grave() { "!" } else { "-" };
        let consequence = match finding.is_grave() && finding.option().is_some() {
            true => format!(" {}", text.get("headless-cannot-be-had")),
            false => String::new(),
        };
        lines.push_str(&format!("{mark} {about}: {sentence}{consequence}\n"));
    }
    Some(lines)
}

fn names(outcome: &Outcome) -> Vec<String> {
    outcome
        .options
        .iter()
        .map(|option| option.name.clone())
        .collect()
}

/// A figure without the part of its unit that its label says.
fn figure(value: Option<f64>, measure: Measure, text: Text) -> String {
    let unit = measure.unit();
    let is_said = !matches!(
        measure,
        Measure::ReservedInfrastructure | Measure::UsedInfrastructure
    );
    if unit.exponent(Base::Usd) > 0 && is_said {
        return value.map_or_else(dash, |value| text.money(Money::usd(value)));
    }
    let said = [Base::Request, Base::Replica].into_iter();
    let shorter = said.filter(|base| unit.exponent(*base) < 0);
    cell(value, shorter.fold(unit, Unit::times), text)
}

fn cell(value: Option<f64>, unit: Unit, text: Text) -> String {
    value.map_or_else(dash, |value| text.quantity(value, unit))
}

fn dash() -> String {
    "–".to_owned()
}

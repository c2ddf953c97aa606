//! What follows for the choice, as sentences and tables for people.

use weighbridge_engine::Scenario;
use weighbridge_engine::uncertainty::odds::{FUTURES, Spread};
use weighbridge_engine::weighing::{
    OptionProspects, OptionWeighing, Prospects, WhatIfTable, Worth,
};
use weighbridge_report::{Decided, how_key, largest_regret, way_of, worth_name};
use weighbridge_text::{ChoiceWords, Digits, Text};
use weighbridge_units::{Arg, Money};

use crate::headless::table::Table;

/// The recommendation, why, what would turn it round, what to find out, and the options weighed.
///
/// Nothing where cost alone decides and nothing was drawn: then the outcome says it all.
pub(in crate::headless) fn print(
    scenario: &Scenario,
    decided: &Decided,
    text: Text,
) -> Option<String> {
    let priorities = &scenario.priorities;
    let is_cost_alone = priorities.criteria.is_empty() && priorities.gates.is_empty();
    if scenario.options.is_empty() || (is_cost_alone && decided.prospects.is_none()) {
        return None;
    }
    let say = ChoiceWords::new(text, scenario);
    let mut parts = vec![head(scenario, decided, say, text)];
    parts.push(options(scenario, decided, text).print());
    parts.extend(out(decided, say));
    parts.extend(
        decided
            .what_ifs
            .as_ref()
            .filter(|table| table.futures.len() > 1)
            .map(|table| what_ifs(scenario, table, text)),
    );
    Some(parts.join("\n"))
}

/// The sentences, with a heading over each list.
fn head(scenario: &Scenario, decided: &Decided, say: ChoiceWords<'_>, text: Text) -> String {
    let recommendation = &decided.recommendation;
    let mut lines = vec![
        text.get("headless-decision").into_owned(),
        format!("{}.", say.headline(&decided.weighing, recommendation)),
    ];
    if let Some(prospects) = &decided.prospects {
        lines.push(say.how_sure(recommendation, prospects));
    }
    let reasons = recommendation.reasons.iter();
    list(
        &mut lines,
        text.get("report-reasons").into_owned(),
        reasons.map(|reason| say.reason(recommendation, reason)),
    );
    let flips = recommendation.flips.iter();
    list(
        &mut lines,
        text.get("report-flips").into_owned(),
        flips.map(|flip| say.flip(recommendation, flip)),
    );
    let worth = recommendation.find_out.iter();
    list(
        &mut lines,
        text.get("report-find-out-heading").into_owned(),
        worth.map(|worth| find_out(scenario, worth, say, text)),
    );
    if let Some((usd, _)) = decided
        .prospects
        .as_ref()
        .and_then(|prospects| prospects.evpi_usd)
    {
        let value = [("value", Arg::from(Money::usd(usd)))];
        lines.push(text.format("report-everything-known", &value));
    }
    lines
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|line| format!("{line}\n"))
        .collect()
}

/// A heading and what stands under it; nothing where nothing does.
fn list(lines: &mut Vec<String>, heading: String, entries: impl Iterator<Item = String>) {
    let mut entries = entries.peekable();
    if entries.peek().is_some() {
        lines.push(heading);
        lines.extend(entries.map(|entry| format!("- {entry}")));
    }
}

/// What finding out a quantity is worth, and how it could be found out.
fn find_out(scenario: &Scenario, worth: &Worth, say: ChoiceWords<'_>, text: Text) -> String {
    text.format(
        "report-find-out",
        &[
            ("input", Arg::from(worth_name(say, scenario, worth))),
            ("value", Arg::from(Money::usd(worth.evppi_usd))),
            (
                "how",
                Arg::from(text.get(how_key(way_of(worth))).into_owned()),
            ),
        ],
    )
}

/// The options with value, net benefit and, where draws were taken, their odds.
fn options(scenario: &Scenario, decided: &Decided, text: Text) -> Table {
    let weighing = &decided.weighing;
    let has_value = !scenario.priorities.criteria.is_empty();
    let mut rows = vec![row(
        text,
        "headless-in-the-running",
        &weighing.options,
        |it| {
            let key = if it.is_in_the_running {
                "headless-yes"
            } else {
                "headless-no"
            };
            text.get(key).into_owned()
        },
    )];
    if has_value {
        rows.push(row(text, "report-row-value", &weighing.options, |it| {
            text.number(it.value_points, Digits::Decimals(1))
        }));
    }
    rows.push(row(
        text,
        "report-row-net-benefit",
        &weighing.options,
        |it: &OptionWeighing| money(text, it.net_benefit_usd),
    ));
    if let Some(prospects) = &decided.prospects {
        rows.extend(odds(prospects, text));
    }
    Table {
        headings: scenario
            .options
            .iter()
            .map(|option| option.name.clone())
            .collect(),
        rows,
    }
}

fn odds(prospects: &Prospects, text: Text) -> Vec<(String, Vec<String>)> {
    let whole = |count: u32| text.number(f64::from(count), Digits::WHOLE);
    let benefit = |pick: fn(&Spread) -> f64| {
        move |it: &OptionProspects| money(text, it.net_benefit_usd.as_ref().map(pick))
    };
    let row = |key: &str, cell: &dyn Fn(&OptionProspects) -> String| {
        row(text, key, &prospects.options, cell)
    };
    vec![
        row("headless-best-share", &|it| {
            text.percent(it.best_share, Digits::WHOLE)
        }),
        row("headless-best-futures", &|it| {
            format!("{} / {}", whole(it.best_futures), whole(FUTURES))
        }),
        row("headless-net-benefit-p10", &benefit(|spread| spread.p10)),
        row("headless-net-benefit-p50", &benefit(|spread| spread.p50)),
        row("headless-net-benefit-p90", &benefit(|spread| spread.p90)),
        row("headless-decision-regret", &|it| {
            money(text, it.expected_regret_usd)
        }),
    ]
}

fn row<T>(
    text: Text,
    key: &str,
    options: &[T],
    cell: impl Fn(&T) -> String,
) -> (String, Vec<String>) {
    (
        text.get(key).into_owned(),
        options.iter().map(cell).collect(),
    )
}

fn money(text: Text, usd: Option<f64>) -> String {
    usd.map_or_else(|| "–".to_owned(), |usd| text.money(Money::usd(usd)))
}

/// The options that are out, each with the reasons.
fn out(decided: &Decided, say: ChoiceWords<'_>) -> Option<String> {
    let lines: String = decided
        .weighing
        .options
        .iter()
        .enumerate()
        .filter_map(|(place, option)| {
            let reasons = say.out_because(option)?;
            Some(format!("! {}: {reasons}\n", say.option(place)))
        })
        .collect();
    (!lines.is_empty()).then_some(lines)
}

/// Regret by future, and the largest of each option.
fn what_ifs(scenario: &Scenario, table: &WhatIfTable, text: Text) -> String {
    let name = |place: &usize| {
        let option = scenario.options.get(*place);
        option.map_or_else(String::new, |option| option.name.clone())
    };
    let future = |id: &String| {
        let mut what_ifs = scenario.priorities.what_ifs.iter();
        what_ifs.find(|what_if| what_if.id == *id).map_or_else(
            || text.get("report-future-base").into_owned(),
            |what_if| text.local(&what_if.name).to_owned(),
        )
    };
    let futures = table.futures.iter().enumerate();
    let mut rows: Vec<(String, Vec<String>)> = futures
        .map(|(column, id)| {
            let regrets = table.regret_usd.iter();
            let cells = regrets.map(|row| money(text, row.get(column).copied().flatten()));
            (future(id), cells.collect())
        })
        .collect();
    rows.push((
        text.get("report-row-largest").into_owned(),
        table
            .regret_usd
            .iter()
            .map(|row| money(text, largest_regret(row)))
            .collect(),
    ));
    let headings = table.options.iter().map(name).collect();
    format!(
        "{}\n{}",
        text.get("headless-what-ifs"),
        Table { headings, rows }.print()
    )
}

//! `sensitivity`: what moves the difference between two options, and what would turn it round.

use std::ops::ControlFlow;

use serde_json::{Map, Value};
use weighbridge_engine::Scenario;
use weighbridge_engine::decision::Bar;
use weighbridge_engine::scenario::OptionId;
use weighbridge_engine::uncertainty::indices::{Indices, IndicesError, indices};
use weighbridge_engine::uncertainty::sensitivity::{
    Sensitivity, SensitivityError, difference_by_draw, rank_shares, sensitivity,
};
use weighbridge_engine::uncertainty::{Settings, sample};
use weighbridge_engine::weighing;
use weighbridge_text::{ChoiceWords, Digits, Text};
use weighbridge_units::{Message, Money};

use super::failure::Failure;
use super::json::{figure, object, optional, text};
use super::table::Table;
use super::uncertainty::paths;

/// The version of the document; it rises when a key changes its meaning or goes.
pub(super) const VERSION: u32 = 1;

/// The difference between two options of a case and what moves it.
#[derive(Debug)]
pub(super) struct Between {
    options: [OptionId; 2],
    settings: Settings,
    found: Sensitivity,
    /// Shares in the spread of the difference, in the order of the quantities that move it.
    shares: Vec<Option<f64>>,
    /// The same of net benefit, judgements and weights among what moves it.
    benefit: Option<Sensitivity>,
    /// The shares of each quantity in the variance of the difference in cost, where asked for.
    indices: Option<Indices>,
}

/// Draws of the run in which quantities are picked and frozen; a power of two suits it best.
const INDICES_DRAWS: u32 = 2048;

/// What moves the difference between the options of two ids.
///
/// # Errors
/// A sentence where an option does not exist or has no cost, or a range cannot be drawn from.
pub(super) fn between(
    scenario: &Scenario,
    ids: &[String],
    settings: Settings,
    with_indices: bool,
) -> Result<Between, Failure> {
    let option = |place: usize| option(scenario, ids.get(place).map_or("", String::as_str));
    let options = [option(0)?, option(1)?];
    let [chosen, other] = &options;
    let found = sensitivity(scenario, chosen, other).map_err(|error| failure(&error))?;
    let sample = sample(scenario, settings).map_err(|fault| Failure::of(&fault))?;
    let shares = difference_by_draw(&sample, chosen, other)
        .map(|difference| rank_shares(&sample, &found.quantities, &difference));
    let share_of = |place: usize| shares.as_ref().map(|shares| shares[place]);
    let shares = (0..found.quantities.len()).map(share_of).collect();
    let benefit = weighing::sensitivity(scenario, chosen, other, &mut || ControlFlow::Continue(()))
        .map_err(|error| failure(&error))?;
    let indices = match with_indices {
        true => indices(
            scenario,
            chosen,
            other,
            INDICES_DRAWS,
            settings.seed,
            &mut || true,
        )
        .map_err(|error| indices_failure(&error))?,
        false => None,
    };
    Ok(Between {
        indices,
        options,
        settings,
        found,
        shares,
        benefit,
    })
}

/// The option of an id.
///
/// # Errors
/// A sentence with the ids that there are.
pub(super) fn option(scenario: &Scenario, id: &str) -> Result<OptionId, Failure> {
    let known = OptionId::parse(id).filter(|id| scenario.option(id).is_some());
    known.ok_or_else(|| {
        let ids = scenario.options.iter().map(|option| option.id.to_string());
        Failure::Sentence(
            Message::new("error-unknown-option")
                .with("option", id.to_owned())
                .with("allowed", ids.collect::<Vec<_>>().join(", ")),
        )
    })
}

fn failure(error: &SensitivityError) -> Failure {
    match error {
        SensitivityError::Range(fault) => Failure::of(fault),
        SensitivityError::NoCost(id) => Failure::Sentence(
            Message::new("error-option-without-cost").with("option", id.to_string()),
        ),
        SensitivityError::Input(error) => Failure::of(error),
        SensitivityError::Decision(_) | SensitivityError::Finance(_) => {
            Failure::plain("error-sensitivity")
        }
    }
}

fn indices_failure(error: &IndicesError) -> Failure {
    match error {
        IndicesError::Range(fault) => Failure::of(fault),
        IndicesError::NoCost(id) => Failure::Sentence(
            Message::new("error-option-without-cost").with("option", id.to_string()),
        ),
        IndicesError::Dimension(_) => Failure::plain("error-indices-dimensions"),
        IndicesError::Fault(_) => Failure::plain("error-indices"),
    }
}

/// The document of `sensitivity --json`, with a map where one was asked for.
pub(super) fn document(scenario: &Scenario, between: &Between, map: Option<Value>) -> Value {
    let [chosen, other] = &between.options;
    let bars = between.found.bars.iter();
    let benefit = between.benefit.as_ref();
    Value::Object(object([
        ("version", Value::from(VERSION)),
        ("option", text(Some(chosen))),
        ("other", text(Some(other))),
        ("difference_usd", figure(between.found.difference_usd)),
        ("draws", Value::from(between.settings.draws)),
        ("seed", Value::from(between.settings.seed)),
        ("method", Value::from(between.settings.method.key())),
        (
            "quantities",
            bars.map(|bar| {
                let mut document = bar_document(scenario, &between.found, bar, "option_cheaper");
                let share = optional(between.shares[bar.input]);
                document.insert("spread_share".to_owned(), share);
                Value::Object(document)
            })
            .collect(),
        ),
        (
            "net_benefit",
            benefit.map_or(Value::Null, |found| benefit_document(scenario, found)),
        ),
        (
            "indices",
            between
                .indices
                .as_ref()
                .map_or(Value::Null, indices_document),
        ),
        ("map", map.unwrap_or_default()),
    ]))
}

/// The difference in net benefit, and the quantities that move it.
fn benefit_document(scenario: &Scenario, found: &Sensitivity) -> Value {
    let bars = found.bars.iter();
    Value::Object(object([
        ("difference_usd", figure(found.difference_usd)),
        (
            "quantities",
            bars.map(|bar| Value::Object(bar_document(scenario, found, bar, "option_better")))
                .collect(),
        ),
    ]))
}

/// Sobol' indices, the largest total first.
fn indices_document(found: &Indices) -> Value {
    let quantities = by_total(found).into_iter().map(|place| {
        let quantity = &found.quantities[place];
        Value::Object(object([
            ("id", Value::from(quantity.id.clone())),
            ("paths", paths(quantity)),
            ("first", optional(found.indices.first.get(place).copied())),
            ("total", optional(found.indices.total.get(place).copied())),
        ]))
    });
    Value::Object(object([
        ("draws", Value::from(INDICES_DRAWS)),
        ("mean_usd", figure(found.indices.mean)),
        ("variance_usd2", figure(found.indices.variance)),
        ("quantities", quantities.collect()),
    ]))
}

/// Places of the quantities by falling total index; ties keep the order of the streams.
fn by_total(found: &Indices) -> Vec<usize> {
    let mut places: Vec<usize> = (0..found.quantities.len()).collect();
    let total = |place: usize| found.indices.total.get(place).copied().unwrap_or(0.0);
    places.sort_by(|one, other| total(*other).total_cmp(&total(*one)));
    places
}

/// A bar; `preferred` is the key of the stretches in which the first option is preferred.
fn bar_document(
    scenario: &Scenario,
    found: &Sensitivity,
    bar: &Bar,
    preferred: &'static str,
) -> Map<String, Value> {
    let quantity = &found.quantities[bar.input];
    let switch = &found.switches[bar.input];
    let first = quantity.paths.first();
    let unit = first
        .and_then(|path| scenario.spec(path))
        .map(|spec| spec.unit);
    let base = first
        .and_then(|path| scenario.figure(path))
        .map(|figure| figure.value);
    let stretches = switch.cheaper.iter().map(|stretch| {
        let ends = [stretch.start, stretch.end];
        Value::Array(ends.map(figure).to_vec())
    });
    object([
        ("id", Value::from(quantity.id.clone())),
        ("paths", paths(quantity)),
        ("unit", text(unit)),
        ("value", optional(base)),
        ("p10", figure(bar.tried.low)),
        ("p90", figure(bar.tried.high)),
        ("difference_at_p10_usd", figure(bar.at_low)),
        ("difference_at_p90_usd", figure(bar.at_high)),
        ("flips", Value::from(bar.crosses_zero())),
        ("from", figure(switch.range.0)),
        ("to", figure(switch.range.1)),
        (
            "switch_points",
            switch.points().into_iter().map(figure).collect(),
        ),
        (preferred, stretches.collect()),
    ])
}

/// The differences, and a row for each quantity that moves them.
pub(super) fn print(scenario: &Scenario, between: &Between, text: Text) -> String {
    let name = |id: &OptionId| {
        let option = scenario.option(id);
        option.map_or_else(|| id.to_string(), |option| option.name.clone())
    };
    let [chosen, other] = &between.options;
    let head = |key: &str, difference: f64| {
        text.format(
            key,
            &[
                ("option", name(chosen).into()),
                ("other", name(other).into()),
                ("difference", Money::usd(difference).into()),
            ],
        )
    };
    let cost = &between.found;
    let mut words = format!("{}\n", head("headless-difference", cost.difference_usd));
    match bars(scenario, cost, text) {
        Some(table) => {
            words.push_str(&format!("{}\n{table}", text.get("headless-tornado")));
        }
        None => words.push_str(&format!("{}\n", text.get("headless-no-ranges"))),
    }
    // Without criteria net benefit is cost with the other sign.
    let has_value = !scenario.priorities.criteria.is_empty();
    if let Some(benefit) = between.benefit.as_ref().filter(|_| has_value) {
        // People read which option is worth more, as they read which one costs more.
        let more = head("headless-difference-net-benefit", -benefit.difference_usd);
        words.push_str(&format!("\n{more}\n"));
        if let Some(table) = bars(scenario, &negated(benefit), text) {
            words.push_str(&format!(
                "{}\n{table}",
                text.get("headless-tornado-net-benefit")
            ));
        }
    }
    if let Some(found) = &between.indices {
        words.push_str(&format!(
            "\n{}\n{}",
            text.get("headless-indices"),
            indices_table(scenario, found, text)
        ));
    }
    words
}

/// Shares of the spread, the largest first; those of nothing are left out.
fn indices_table(scenario: &Scenario, found: &Indices, text: Text) -> String {
    let words = ChoiceWords::new(text, scenario);
    let share = |list: &[f64], place: usize| {
        list.get(place).map_or_else(String::new, |share| {
            text.percent(share.max(0.0), Digits::Decimals(1))
        })
    };
    let indices = &found.indices;
    let rows = by_total(found).into_iter();
    let rows = rows
        .filter(|place| {
            indices
                .total
                .get(*place)
                .is_some_and(|total| *total >= 5e-4)
        })
        .map(|place| {
            let cells = vec![share(&indices.first, place), share(&indices.total, place)];
            (words.quantity(&found.quantities[place].paths), cells)
        });
    let headings = ["headless-index-first", "headless-index-total"];
    Table {
        headings: headings.map(|key| text.get(key).into_owned()).to_vec(),
        rows: rows.collect(),
    }
    .print()
}

/// The first option's net benefit less the other's, bar by bar.
fn negated(found: &Sensitivity) -> Sensitivity {
    let mut found = found.clone();
    for bar in &mut found.bars {
        bar.at_low = -bar.at_low;
        bar.at_high = -bar.at_high;
    }
    found
}

/// A row for each quantity that moves a difference; nothing where none does.
fn bars(scenario: &Scenario, found: &Sensitivity, text: Text) -> Option<String> {
    let money = |value: f64| text.money(Money::usd(value));
    let words = ChoiceWords::new(text, scenario);
    let moving = found.bars.iter().filter(|bar| bar.length() > 0.0);
    let rows: Vec<(String, Vec<String>)> = moving
        .map(|bar| {
            let mark = if bar.crosses_zero() { "!" } else { "-" };
            let quantity = &found.quantities[bar.input];
            let label = format!("{mark} {}", words.quantity(&quantity.paths));
            let points = found.switches[bar.input].points();
            let number = |value: &f64| text.number(*value, Digits::SCREEN);
            let points: Vec<String> = points.iter().map(number).collect();
            let points = if points.is_empty() {
                "–".to_owned()
            } else {
                points.join("; ")
            };
            (label, vec![money(bar.at_low), money(bar.at_high), points])
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let headings = [
        "headless-at-p10",
        "headless-at-p90",
        "headless-switch-points",
    ];
    let table = Table {
        headings: headings.map(|key| text.get(key).into_owned()).to_vec(),
        rows,
    };
    Some(table.print())
}

//! `sensitivity`: what moves the difference between two options, and what would turn it round.

use serde_json::Value;
use weighbridge_engine::Scenario;
use weighbridge_engine::decision::Bar;
use weighbridge_engine::scenario::OptionId;
use weighbridge_engine::uncertainty::sensitivity::{
    Sensitivity, SensitivityError, difference_by_draw, rank_shares, sensitivity,
};
use weighbridge_engine::uncertainty::{Settings, UncertainQuantity, sample};
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Message, Money};

use super::failure::Failure;
use super::json::{figure, object, optional, text};
use super::table::Table;
use super::uncertainty::{label, paths};

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
}

/// What moves the difference between the options of two ids.
///
/// # Errors
/// A sentence where an option does not exist or has no cost, or a range cannot be drawn from.
pub(super) fn between(
    scenario: &Scenario,
    ids: &[String],
    settings: Settings,
) -> Result<Between, Failure> {
    let option = |place: usize| option(scenario, ids.get(place).map_or("", String::as_str));
    let options = [option(0)?, option(1)?];
    let [chosen, other] = &options;
    let found = sensitivity(scenario, chosen, other).map_err(|error| failure(&error))?;
    let sample = sample(scenario, settings).map_err(|fault| Failure::of(&fault))?;
    let shares = difference_by_draw(&sample, chosen, other)
        .map_or_else(Vec::new, |difference| rank_shares(&sample, &difference));
    let share_of = |quantity: &UncertainQuantity| {
        let place = sample
            .quantities
            .iter()
            .position(|one| one.id == quantity.id)?;
        shares.get(place).copied()
    };
    let shares = found.quantities.iter().map(share_of).collect();
    Ok(Between {
        options,
        settings,
        found,
        shares,
    })
}

fn option(scenario: &Scenario, id: &str) -> Result<OptionId, Failure> {
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

/// The document of `sensitivity --json`.
pub(super) fn document(scenario: &Scenario, between: &Between) -> Value {
    let [chosen, other] = &between.options;
    let bars = between.found.bars.iter();
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
            bars.map(|bar| bar_document(scenario, between, bar))
                .collect(),
        ),
    ]))
}

fn bar_document(scenario: &Scenario, between: &Between, bar: &Bar) -> Value {
    let quantity = &between.found.quantities[bar.input];
    let switch = &between.found.switches[bar.input];
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
    Value::Object(object([
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
        ("option_cheaper", stretches.collect()),
        ("spread_share", optional(between.shares[bar.input])),
    ]))
}

/// The difference, and a row for each quantity that moves it.
pub(super) fn print(scenario: &Scenario, between: &Between, text: Text) -> String {
    let name = |id: &OptionId| {
        let option = scenario.option(id);
        option.map_or_else(|| id.to_string(), |option| option.name.clone())
    };
    let [chosen, other] = &between.options;
    let money = |value: f64| text.money(Money::usd(value));
    let head = text.format(
        "headless-difference",
        &[
            ("option", name(chosen).into()),
            ("other", name(other).into()),
            (
                "difference",
                Money::usd(between.found.difference_usd).into(),
            ),
        ],
    );
    let name_of = |id: &str| {
        let option = scenario
            .options
            .iter()
            .find(|option| option.id.as_str() == id);
        option.map(|option| option.name.clone())
    };
    let moving = between.found.bars.iter().filter(|bar| bar.length() > 0.0);
    let rows: Vec<(String, Vec<String>)> = moving
        .map(|bar| {
            let mark = if bar.crosses_zero() { "!" } else { "-" };
            let quantity = &between.found.quantities[bar.input];
            let label = format!("{mark} {}", label(quantity, text, &name_of));
            let points = between.found.switches[bar.input].points();
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
        return format!("{head}\n{}\n", text.get("headless-no-ranges"));
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
    format!(
        "{head}\n{}\n{}",
        text.get("headless-tornado"),
        table.print()
    )
}

//! `evaluate --draws`: the odds, as the key `uncertainty` and as a table.

use serde_json::Value;
use weighbridge_engine::Scenario;
use weighbridge_engine::outcome::Outcome;
use weighbridge_engine::uncertainty::odds::{self, Band, FUTURES, Odds, OptionOdds, Spread};
use weighbridge_engine::uncertainty::regret::{Regret, regret};
use weighbridge_engine::uncertainty::value_of_information::{QuantityValue, what_to_find_out};
use weighbridge_engine::uncertainty::{Distribution, Sample, Settings, UncertainQuantity, sample};
use weighbridge_text::{ChoiceWords, Digits, Text};
use weighbridge_units::Money;

use super::failure::Failure;
use super::json::{figure, object, optional, text};
use super::table::Table;

/// How many quantities worth finding out are told to people.
const TOLD: usize = 3;

/// The draws of a case and what follows from them.
#[derive(Debug)]
pub(super) struct Drawn {
    settings: Settings,
    /// The draws themselves.
    pub(super) sample: Sample,
    odds: Odds,
    regret: Option<Regret>,
    worth: Vec<QuantityValue>,
}

/// Draws from the ranges of a case.
///
/// # Errors
/// A sentence where a range cannot be drawn from.
pub(super) fn drawn(scenario: &Scenario, settings: Settings) -> Result<Drawn, Failure> {
    let sample = sample(scenario, settings).map_err(|fault| Failure::of(&fault))?;
    Ok(Drawn {
        settings,
        odds: odds::odds(&sample),
        regret: regret(&sample),
        worth: what_to_find_out(&sample),
        sample,
    })
}

/// What the key `uncertainty` holds.
pub(super) fn document(drawn: &Drawn) -> Value {
    let regrets = |place: usize| {
        let regret = drawn.regret.as_ref()?;
        regret.expected_usd[place]
    };
    let options = drawn.odds.options.iter().enumerate();
    let options = options.map(|(place, option)| option_document(option, regrets(place)));
    let regret = drawn.regret.as_ref();
    let quantities = &drawn.sample.quantities;
    Value::Object(object([
        ("draws", Value::from(drawn.settings.draws)),
        ("seed", Value::from(drawn.settings.seed)),
        ("method", Value::from(drawn.settings.method.key())),
        ("quantities", quantities.iter().map(quantity).collect()),
        ("options", options.collect()),
        ("no_option_share", figure(drawn.odds.none_share)),
        (
            "no_option_futures_of_50",
            Value::from(drawn.odds.none_futures),
        ),
        ("evpi_usd", optional(regret.map(|regret| regret.evpi_usd))),
        (
            "evpi_standard_error_usd",
            optional(regret.map(|regret| regret.evpi_standard_error_usd)),
        ),
        (
            "evppi",
            drawn
                .worth
                .iter()
                .map(|worth| worth_document(worth, quantities))
                .collect(),
        ),
    ]))
}

fn quantity(quantity: &UncertainQuantity) -> Value {
    let [p10, p50, p90] = [0.1, 0.5, 0.9].map(|share| figure(quantity.value_at(share)));
    Value::Object(object([
        ("id", Value::from(quantity.id.clone())),
        ("paths", paths(quantity)),
        ("distribution", Value::from(name(&quantity.distribution))),
        ("p10", p10),
        ("p50", p50),
        ("p90", p90),
    ]))
}

/// The paths of a quantity, in an order that does not depend on that of the options.
pub(super) fn paths(quantity: &UncertainQuantity) -> Value {
    let mut paths: Vec<&str> = quantity.paths.iter().map(|path| path.as_str()).collect();
    paths.sort_unstable();
    paths.into_iter().map(Value::from).collect()
}

fn name(distribution: &Distribution) -> &'static str {
    match distribution {
        Distribution::Point(_) => "point",
        Distribution::Uniform { .. } => "uniform",
        Distribution::Triangular { .. } => "triangular",
        Distribution::Pert { .. } => "pert",
        Distribution::Normal { .. } => "normal",
        Distribution::Lognormal { .. } => "lognormal",
        Distribution::TwoPiece { .. } => "two-piece",
        Distribution::Discrete { .. } => "discrete",
    }
}

fn option_document(option: &OptionOdds, regret: Option<f64>) -> Value {
    Value::Object(object([
        ("id", text(Some(&option.id))),
        ("fits_share", figure(option.fits_share)),
        (
            "npv_usd",
            option.npv_usd.as_ref().map_or(Value::Null, spread),
        ),
        ("cheapest_share", figure(option.cheapest_share)),
        ("futures_of_50", Value::from(option.cheapest_futures)),
        ("expected_regret_usd", optional(regret)),
        ("cumulative_usd", band(&option.cumulative_usd)),
    ]))
}

fn spread(spread: &Spread) -> Value {
    Value::Object(object([
        ("p10", figure(spread.p10)),
        ("p50", figure(spread.p50)),
        ("p90", figure(spread.p90)),
        ("mean", figure(spread.mean)),
    ]))
}

fn band(band: &Band) -> Value {
    let list = |values: &[f64]| values.iter().copied().map(figure).collect();
    Value::Object(object([
        ("p10", list(&band.p10)),
        ("p50", list(&band.p50)),
        ("p90", list(&band.p90)),
    ]))
}

fn worth_document(worth: &QuantityValue, quantities: &[UncertainQuantity]) -> Value {
    Value::Object(object([
        (
            "quantity",
            Value::from(quantities[worth.quantity].id.clone()),
        ),
        ("usd", figure(worth.evppi_usd)),
        ("standard_error_usd", figure(worth.standard_error_usd)),
    ]))
}

/// The odds as a table, and what certainty would be worth.
pub(super) fn print(scenario: &Scenario, outcome: &Outcome, drawn: &Drawn, text: Text) -> String {
    let title = text.format(
        "headless-odds",
        &[
            ("draws", f64::from(drawn.settings.draws).into()),
            ("seed", drawn.settings.seed.to_string().into()),
        ],
    );
    if drawn.sample.quantities.is_empty() {
        return format!("{title}\n{}\n", text.get("headless-no-ranges"));
    }
    let mut words = format!("{title}\n{}", table(outcome, drawn, text).print());
    if let Some(regret) = &drawn.regret {
        let values = [("value", Money::usd(regret.evpi_usd).into())];
        words.push_str(&format!("{}\n", text.format("headless-evpi", &values)));
    }
    let label = ChoiceWords::new(text, scenario);
    let worth = drawn.worth.iter().take(TOLD);
    for worth in worth.filter(|worth| worth.evppi_usd > 0.0) {
        let quantity = &drawn.sample.quantities[worth.quantity];
        words.push_str(&format!(
            "- {}\n",
            text.format(
                "headless-worth-finding-out",
                &[
                    ("quantity", label.quantity(&quantity.paths).into()),
                    ("value", Money::usd(worth.evppi_usd).into()),
                ],
            )
        ));
    }
    words
}

fn table(outcome: &Outcome, drawn: &Drawn, text: Text) -> Table {
    let options = &drawn.odds.options;
    let money = |value: Option<f64>| {
        value.map_or_else(|| "–".to_owned(), |value| text.money(Money::usd(value)))
    };
    type Cell<'a> = &'a dyn Fn(usize, &OptionOdds) -> String;
    let row = |key: &str, cell: Cell<'_>| {
        let cells = options.iter().enumerate();
        let cells = cells.map(|(place, option)| cell(place, option)).collect();
        (text.get(key).into_owned(), cells)
    };
    let whole = |count: u32| text.number(f64::from(count), Digits::WHOLE);
    let of_spread =
        |option: &OptionOdds, pick: fn(&Spread) -> f64| money(option.npv_usd.as_ref().map(pick));
    let regret = |place: usize| {
        drawn
            .regret
            .as_ref()
            .and_then(|regret| regret.expected_usd[place])
    };
    Table {
        headings: outcome
            .options
            .iter()
            .map(|option| option.name.clone())
            .collect(),
        rows: vec![
            row("headless-chance-cheapest", &|_, option| {
                text.percent(option.cheapest_share, Digits::WHOLE)
            }),
            row("headless-futures", &|_, option| {
                format!("{} / {}", whole(option.cheapest_futures), whole(FUTURES))
            }),
            row("headless-npv-p10", &|_, option| {
                of_spread(option, |spread| spread.p10)
            }),
            row("headless-npv-p50", &|_, option| {
                of_spread(option, |spread| spread.p50)
            }),
            row("headless-npv-p90", &|_, option| {
                of_spread(option, |spread| spread.p90)
            }),
            row("headless-regret", &|place, _| money(regret(place))),
        ],
    }
}

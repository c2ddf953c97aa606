//! The charts of a choice, each from the scenario and what was decided of it.

use std::num::NonZero;
use std::ops::ControlFlow;

use weighbridge_charts::Chart;
use weighbridge_charts::from_outcome::{self, Case};
use weighbridge_charts::from_prospects::{
    self, AtVolume, Draws, MapInput, Pair, SpiderLine, TestedInput, Yardstick,
};
use weighbridge_engine::Scenario;
use weighbridge_engine::figure::Figure;
use weighbridge_engine::scenario::{InputPath, OptionId};
use weighbridge_engine::uncertainty::curves::{curves, savings};
use weighbridge_engine::uncertainty::odds::Band;
use weighbridge_engine::uncertainty::sensitivity::Sensitivity;
use weighbridge_engine::uncertainty::{Settings, draw};
use weighbridge_engine::weighing::{Prospects, sensitivity, spider, worths};
use weighbridge_text::ChoiceWords;
use weighbridge_units::{Base, Money, Unit};

use crate::{Decided, option_chart};

/// Volumes at which odds are followed, as multiples of that of the case.
const VOLUMES: [f64; 17] = [
    0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0, 20.0,
];
/// Draws at each volume: enough for a curve.
const DRAWS_AT_VOLUME: u32 = 1000;
/// Values of each input of a map.
const MAP_VALUES: usize = 25;
/// Inputs that a spider follows.
const SPIDER_LINES: usize = 7;
/// Points of each line.
const SPIDER_POINTS: usize = 21;
/// Shares of draws between which a map looks at its inputs.
const REACH: (f64, f64) = (0.01, 0.99);

/// The chart of a name: those of the outcome, with bands where there are some, those of the
/// choice, and those of the first self-hosted option.
///
/// `None` where no chart has this name, or where it needs odds, two options in the running or
/// inputs with ranges and there are none.
pub fn chart(case: &Case<'_>, decided: &Decided, name: &str) -> Option<Chart> {
    let prospects = decided.prospects.as_ref();
    let [
        futures,
        tornado,
        spider,
        regret,
        exceedance,
        chance,
        loss,
        map,
        ranks,
        central,
    ] = from_prospects::NAMES;
    let drawn = match name {
        "cumulative-cost" => prospects.map(|prospects| bands(case, prospects)),
        _ if name == futures => futures_chart(case, decided),
        _ if name == tornado => tornado_chart(case, decided),
        _ if name == spider => spider_chart(case, decided),
        _ if name == regret => {
            prospects.map(|prospects| from_prospects::expected_regret(case, prospects))
        }
        _ if name == exceedance => {
            prospects.map(|prospects| from_prospects::exceedance(case, prospects))
        }
        _ if name == chance => {
            over_volume(case).map(|(at, draws)| from_prospects::chance_cheapest(case, &at, draws))
        }
        _ if name == loss => {
            over_volume(case).map(|(at, draws)| from_prospects::expected_loss(case, &at, draws))
        }
        _ if name == map => map_chart(case, decided),
        _ if name == ranks => prospects
            .filter(|_| has_criteria(case))
            .map(|prospects| from_prospects::rank_shares(case, prospects)),
        _ if name == central => prospects
            .filter(|_| has_criteria(case))
            .map(|prospects| from_prospects::central_weights(case, prospects, &criteria(case))),
        _ => None,
    };
    drawn
        .or_else(|| from_outcome::chart(case, name))
        .or_else(|| option_chart(case, None, name))
}

/// The chosen option and the one that follows, compared by what decides.
fn pair(case: &Case<'_>, decided: &Decided) -> Option<Pair> {
    Some(Pair {
        chosen: decided.recommendation.best?,
        other: decided.recommendation.runner_up?,
        by: yardstick(case),
    })
}

/// Net benefit, or cost where nothing else counts.
fn yardstick(case: &Case<'_>) -> Yardstick {
    if has_criteria(case) {
        Yardstick::NetBenefit
    } else {
        Yardstick::Cost
    }
}

fn has_criteria(case: &Case<'_>) -> bool {
    !case.scenario.priorities.criteria.is_empty()
}

fn criteria(case: &Case<'_>) -> Vec<String> {
    let criteria = case.scenario.priorities.criteria.iter();
    criteria
        .map(|criterion| case.text.local(&criterion.name).to_owned())
        .collect()
}

fn bands(case: &Case<'_>, prospects: &Prospects) -> Chart {
    let bands: Vec<&Band> = prospects
        .options
        .iter()
        .map(|option| &option.cumulative_usd)
        .collect();
    from_prospects::cumulative_cost(case, &bands, Draws::from(prospects))
}

/// The lead of the chosen option in fifty futures.
pub(crate) fn futures_chart(case: &Case<'_>, decided: &Decided) -> Option<Chart> {
    let prospects = decided.prospects.as_ref()?;
    let pair = pair(case, decided)?;
    let leads = match pair.by {
        Yardstick::Cost => &prospects.savings_usd,
        Yardstick::NetBenefit => &prospects.leads_usd,
    };
    Some(from_prospects::futures(
        case,
        pair,
        leads,
        Draws::from(prospects),
    ))
}

/// What moves the lead of the chosen option; its bars are those of net benefit.
pub(crate) fn tornado_chart(case: &Case<'_>, decided: &Decided) -> Option<Chart> {
    let pair = pair(case, decided)?;
    let found = moved_by(case.scenario, pair)?;
    let words = ChoiceWords::new(case.text, case.scenario);
    let inputs: Vec<TestedInput> = found
        .quantities
        .iter()
        .enumerate()
        .map(|(place, quantity)| {
            let tried = found.bars.iter().find(|bar| bar.input == place);
            let value = |value: Option<f64>| match (quantity.paths.first(), value) {
                (Some(path), Some(value)) => short_value(case, path, value),
                _ => String::new(),
            };
            TestedInput {
                name: words.quantity(&quantity.paths),
                low: value(tried.map(|bar| bar.tried.low)),
                high: value(tried.map(|bar| bar.tried.high)),
            }
        })
        .collect();
    let is_moved = found.bars.iter().any(|bar| bar.length() > 0.0);
    is_moved.then(|| {
        from_prospects::difference_tornado(case, pair, found.difference_usd, &found.bars, &inputs)
    })
}

/// A value beside a bar, which has room for little: money in the client's currency without what
/// it is paid for, shares in percent, anything else as a number.
fn short_value(case: &Case<'_>, path: &InputPath, value: f64) -> String {
    let spec = case.scenario.spec(path);
    let unit = spec.map_or(Unit::NONE, |spec| spec.unit);
    if unit.exponent(Base::Usd) == 1 {
        case.text.compact_money(Money::usd(value))
    } else if unit.is_share() {
        case.text.quantity(value, unit)
    } else {
        case.text.compact(value)
    }
}

fn moved_by(scenario: &Scenario, pair: Pair) -> Option<Sensitivity> {
    let [chosen, other] = ids(scenario, pair)?;
    sensitivity(scenario, chosen, other, &mut || ControlFlow::Continue(()))
        .ok()
        .flatten()
}

fn ids(scenario: &Scenario, pair: Pair) -> Option<[&OptionId; 2]> {
    let id = |place: usize| Some(&scenario.options.get(place)?.id);
    Some([id(pair.chosen)?, id(pair.other)?])
}

/// The lead over the relative moves of the inputs that matter most.
fn spider_chart(case: &Case<'_>, decided: &Decided) -> Option<Chart> {
    let pair = pair(case, decided)?;
    let found = moved_by(case.scenario, pair)?;
    let longest = found.bars.iter().filter(|bar| bar.length() > 0.0);
    let streams: Vec<String> = longest
        .take(SPIDER_LINES)
        .map(|bar| found.quantities[bar.input].stream.clone())
        .collect();
    let [chosen, other] = ids(case.scenario, pair)?;
    let lines = spider(
        case.scenario,
        chosen,
        other,
        &streams,
        SPIDER_POINTS,
        &mut || ControlFlow::Continue(()),
    );
    let words = ChoiceWords::new(case.text, case.scenario);
    let lines: Vec<SpiderLine> = lines
        .ok()??
        .into_iter()
        .filter_map(|line| {
            let base = case.scenario.figure(line.paths.first()?)?.value;
            // A value of nought has no relative moves.
            let relative = |value: f64| (base != 0.0).then_some(value / base - 1.0);
            let points = line.points.iter();
            let points: Option<Vec<[f64; 2]>> = points
                .map(|(_, value, difference)| Some([relative(*value)?, *difference]))
                .collect();
            Some(SpiderLine {
                name: words.quantity(&line.paths),
                points: points?,
            })
        })
        .collect();
    (!lines.is_empty()).then(|| from_prospects::spider(case, pair, &lines))
}

/// The odds of cost at volumes around that of the case.
fn over_volume(case: &Case<'_>) -> Option<(Vec<AtVolume>, Draws)> {
    let base = case.scenario.workload.requests_per_month.value;
    if base <= 0.0 {
        return None;
    }
    let threads = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let settings = Settings {
        draws: DRAWS_AT_VOLUME.min(case.scenario.sampling.draws),
        ..Settings::of(case.scenario, threads)
    };
    let draws = draw(case.scenario, settings).ok()?;
    let volumes = VOLUMES.map(|multiple| base * multiple);
    let points = curves(
        case.scenario,
        &draws,
        &volumes,
        threads,
        &savings,
        &mut || true,
    )?;
    let at = points.into_iter().map(|point| AtVolume {
        requests_per_month: point.requests_per_month,
        cheapest_shares: point
            .expected_loss_usd
            .iter()
            .zip(&point.cheapest_share)
            .map(|(loss, share)| loss.map(|_| *share))
            .collect(),
        expected_loss_usd: point.expected_loss_usd,
    });
    let draws = Draws {
        count: usize::try_from(settings.draws).unwrap_or(usize::MAX),
        seed: settings.seed,
    };
    Some((at.collect(), draws))
}

/// The best option over the two inputs whose bars are longest.
fn map_chart(case: &Case<'_>, decided: &Decided) -> Option<Chart> {
    let pair = pair(case, decided)?;
    let found = moved_by(case.scenario, pair)?;
    let mut inputs = found.bars.iter().filter_map(|bar| {
        let quantity = &found.quantities[bar.input];
        let path = quantity.paths.first()?;
        let (low, high) = (quantity.value_at(REACH.0), quantity.value_at(REACH.1));
        (bar.length() > 0.0 && low < high).then(|| map_input(case, path, low, high))
    });
    let (x, y) = (inputs.next()?, inputs.next()?);
    let costs = costs_over(case, decided, &x, &y)?;
    Some(from_prospects::break_even_map(
        case,
        yardstick(case),
        &x,
        &y,
        &costs,
    ))
}

fn map_input(case: &Case<'_>, path: &InputPath, low: f64, high: f64) -> MapInput {
    let spec = case.scenario.spec(path);
    let steps = (MAP_VALUES - 1) as f64;
    MapInput {
        path: path.clone(),
        name: ChoiceWords::new(case.text, case.scenario).input(path),
        unit: spec.map_or(Unit::NONE, |spec| spec.unit),
        values: (0..MAP_VALUES)
            .map(|step| low + (high - low) * step as f64 / steps)
            .collect(),
    }
}

/// For each option, net benefit with its sign turned over two inputs; not a number where it is out.
fn costs_over(
    case: &Case<'_>,
    decided: &Decided,
    x: &MapInput,
    y: &MapInput,
) -> Option<Vec<Vec<f64>>> {
    let options = &decided.weighing.options;
    let mut costs = vec![Vec::with_capacity(MAP_VALUES * MAP_VALUES); options.len()];
    let mut there = case.scenario.clone();
    for at_y in &y.values {
        there.set_figure(&y.path, Figure::entered(*at_y)).ok()?;
        for at_x in &x.values {
            there.set_figure(&x.path, Figure::entered(*at_x)).ok()?;
            for ((costs, worth), option) in costs.iter_mut().zip(worths(&there)).zip(options) {
                let cost = worth.net_benefit_usd.filter(|_| option.is_in_the_running);
                costs.push(cost.map_or(f64::NAN, |benefit| 0.0 - benefit));
            }
        }
    }
    Some(costs)
}

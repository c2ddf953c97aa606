//! What moves the difference between two options, and what would turn it round.

use super::ranges::{Quantities, RangeFault, UncertainQuantity, streams};
use super::sample::Sample;
use crate::break_even::only;
use crate::decision::{Bar, DecisionError, Swing, tornado};
use crate::evaluate::evaluate;
use crate::figure::Figure;
use crate::finance::{FinanceError, Interval, Scale, Scan, intervals_where_negative};
use crate::model::Measure;
use crate::scenario::{OptionId, Scenario, SetError};

/// Cells in which switch points are looked for; two inside one cell are missed.
const CELLS: usize = 120;

/// Shares of draws at the ends of a bar.
const TESTED: (f64, f64) = (0.1, 0.9);

/// Shares of draws between which switch points are looked for.
const REACH: (f64, f64) = (0.01, 0.99);

/// How the difference between two options follows from each uncertain quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    /// Net present value of cost of the first option less that of the other at the scenario's
    /// figures, in USD.
    pub difference_usd: f64,
    /// The quantities, one of each stream, in the order of the streams.
    pub quantities: Vec<UncertainQuantity>,
    /// A bar for each quantity, the longest first: the difference at its P10 and P90, all others
    /// at the scenario's figures.
    pub bars: Vec<Bar>,
    /// For each quantity, by its place, where it turns the decision round.
    pub switches: Vec<Switch>,
}

/// Where one quantity alone turns the decision round.
#[derive(Debug, Clone, PartialEq)]
pub struct Switch {
    /// The range looked at: from its 1st to its 99th percentile.
    pub range: (f64, f64),
    /// The stretches in which the first option costs less.
    pub cheaper: Vec<Interval>,
}

impl Switch {
    /// The values inside the range at which the cheaper option changes.
    pub fn points(&self) -> Vec<f64> {
        let (low, high) = self.range;
        let ends = self
            .cheaper
            .iter()
            .flat_map(|stretch| [stretch.start, stretch.end]);
        let mut points: Vec<f64> = ends.filter(|end| *end > low && *end < high).collect();
        points.dedup();
        points
    }
}

/// Why two options cannot be compared.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SensitivityError {
    /// A range cannot be drawn from.
    #[error(transparent)]
    Range(#[from] RangeFault),
    /// One of the options does not exist or has no cost.
    #[error("option “{0}” has no cost to compare")]
    NoCost(OptionId),
    /// A figure does not take a value of its range.
    #[error(transparent)]
    Input(#[from] SetError),
    /// A difference at the end of a range is not finite.
    #[error(transparent)]
    Decision(#[from] DecisionError),
    /// A range is of a kind that switch points cannot be looked for in.
    #[error(transparent)]
    Finance(#[from] FinanceError),
}

/// The tornado of the difference in cost between two options, and the switch points of each
/// quantity.
///
/// Every figure is a direct evaluation; where several figures share a quantity, all move, and
/// quantities of one stream move together: they have one bar, that of the first.
///
/// # Errors
/// [`SensitivityError`] where a range or one of the options does not do.
pub fn sensitivity(
    scenario: &Scenario,
    chosen: &OptionId,
    other: &OptionId,
) -> Result<Sensitivity, SensitivityError> {
    for id in [chosen, other] {
        if cost(scenario, id).is_none() {
            return Err(SensitivityError::NoCost(id.clone()));
        }
    }
    let pair = only(scenario, &[chosen, other]);
    let mut quantities = Quantities::of(&pair)?.list;
    quantities.retain(|quantity| quantity.moves_costs);
    let difference = |there: &Scenario| match (cost(there, chosen), cost(there, other)) {
        (Some(chosen), Some(other)) => chosen - other,
        _ => f64::NAN,
    };
    sensitivity_of(&pair, &quantities, &difference)
}

/// The tornado and the switch points of anything that follows from a scenario, in USD: positive
/// where the other option is to be preferred.
///
/// `quantities` are those of the scenario that may move it, in their order.
///
/// # Errors
/// [`SensitivityError`] where the result is not finite at the end of a range.
pub fn sensitivity_of(
    scenario: &Scenario,
    quantities: &[UncertainQuantity],
    difference: &dyn Fn(&Scenario) -> f64,
) -> Result<Sensitivity, SensitivityError> {
    let together: Vec<&[UncertainQuantity]> = streams(quantities)
        .into_iter()
        .map(|(_, places)| &quantities[places])
        .collect();
    let at_share = |stream: usize, share: f64| moved(scenario, together[stream], share, None);
    for stream in 0..together.len() {
        at_share(stream, TESTED.0)?;
        at_share(stream, TESTED.1)?;
    }
    let shares = vec![
        Swing {
            low: TESTED.0,
            high: TESTED.1
        };
        together.len()
    ];
    let mut bars = tornado(&shares, |stream, share| {
        at_share(stream, share).map_or(f64::NAN, |there| difference(&there))
    })?;
    for bar in &mut bars {
        let first = &together[bar.input][0];
        bar.tried = Swing {
            low: first.value_at(TESTED.0),
            high: first.value_at(TESTED.1),
        };
    }
    let switches = together
        .iter()
        .map(|stream| switch(scenario, stream, difference))
        .collect::<Result<_, _>>()?;
    Ok(Sensitivity {
        difference_usd: difference(scenario),
        quantities: together.iter().map(|stream| stream[0].clone()).collect(),
        bars,
        switches,
    })
}

fn switch(
    scenario: &Scenario,
    stream: &[UncertainQuantity],
    difference: &dyn Fn(&Scenario) -> f64,
) -> Result<Switch, FinanceError> {
    let first = &stream[0];
    let range = (first.value_at(REACH.0), first.value_at(REACH.1));
    let cheaper = if range.0 < range.1 {
        let scan = Scan {
            range: Interval {
                start: range.0,
                end: range.1,
            },
            cells: CELLS,
            scale: Scale::Linear,
            jumps: &[],
        };
        let at = |value: f64| {
            // Alone in its stream a quantity needs no share.
            let share = match stream.len() {
                1 => 0.5,
                _ => first.distribution.share_below(value),
            };
            moved(scenario, stream, share, Some(value)).map_or(f64::NAN, |there| difference(&there))
        };
        intervals_where_negative(at, &scan)?
    } else {
        Vec::new()
    };
    Ok(Switch { range, cheaper })
}

/// The share of each of these quantities in the spread of a result over the draws: squared rank
/// correlations, scaled to sum to one; all nought where nothing moves the result.
///
/// Quantities are known by their streams, one of each; those that the sample has not have none.
///
/// # Source
/// Hamby 1994, "A Review of Techniques for Parameter Sensitivity Analysis of Environmental
/// Models", Environmental Monitoring and Assessment 32, for rank correlation as importance.
pub fn rank_shares(sample: &Sample, quantities: &[UncertainQuantity], result: &[f64]) -> Vec<f64> {
    let of_result = ranks(result);
    let square = |quantity: &UncertainQuantity| {
        let mut known = sample.quantities.iter();
        let place = known.position(|one| one.stream == quantity.stream);
        place.map_or(0.0, |place| {
            let correlation = correlation(&ranks(&sample.values[place]), &of_result);
            correlation * correlation
        })
    };
    let squares: Vec<f64> = quantities.iter().map(square).collect();
    let sum: f64 = squares.iter().sum();
    let scaled = |square: f64| if sum > 0.0 { square / sum } else { 0.0 };
    squares.into_iter().map(scaled).collect()
}

/// Cost of one option in every draw less that of another; none where one has no cost.
pub fn difference_by_draw(
    sample: &Sample,
    chosen: &OptionId,
    other: &OptionId,
) -> Option<Vec<f64>> {
    let costs = |id: &OptionId| {
        let option = sample.options.iter().find(|option| option.id == *id)?;
        (option.npv_usd.len() == sample.draws).then_some(&option.npv_usd)
    };
    let (chosen, other) = (costs(chosen)?, costs(other)?);
    Some(chosen.iter().zip(other).map(|(a, b)| a - b).collect())
}

/// The scenario with every figure of the quantities of a stream at one share of its range, those
/// of the first at a value where one is given.
fn moved(
    scenario: &Scenario,
    stream: &[UncertainQuantity],
    share: f64,
    first: Option<f64>,
) -> Result<Scenario, SetError> {
    let mut there = scenario.clone();
    for (place, quantity) in stream.iter().enumerate() {
        let given = first.filter(|_| place == 0);
        let value = given.unwrap_or_else(|| quantity.value_at(share));
        for path in &quantity.paths {
            there.set_figure(path, Figure::entered(value))?;
        }
    }
    Ok(there)
}

fn cost(scenario: &Scenario, id: &OptionId) -> Option<f64> {
    evaluate(scenario).option(id)?.get(Measure::NetPresentValue)
}

/// Ranks from nought; values that are the same share the mean of their ranks.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|one, other| values[*one].total_cmp(&values[*other]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    for same in order.chunk_by(|one, other| values[*one] == values[*other]) {
        let rank = start as f64 + (same.len() - 1) as f64 / 2.0;
        same.iter().for_each(|place| ranks[*place] = rank);
        start += same.len();
    }
    ranks
}

fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let middle = (one.len().saturating_sub(1)) as f64 / 2.0;
    let sum = |a: &[f64], b: &[f64]| -> f64 {
        a.iter()
            .zip(b)
            .map(|(a, b)| (a - middle) * (b - middle))
            .sum()
    };
    let scale = libm::sqrt(sum(one, one) * sum(other, other));
    if scale > 0.0 {
        sum(one, other) / scale
    } else {
        0.0
    }
}

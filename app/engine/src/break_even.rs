//! Where one option becomes cheaper than another as one input moves.

use crate::evaluate::evaluate;
use crate::figure::Figure;
use crate::finance::{FinanceError, Interval, Scale, Scan, intervals_where_negative};
use crate::model::Measure;
use crate::number::WHOLE_TOLERANCE;
use crate::outcome::Outcome;
use crate::scenario::{InputPath, OptionId, Plan, Scenario, SetError};

/// Cells in which crossings are looked for; two crossings inside one cell are missed.
const CELLS: usize = 240;

/// Most capacity steps that are looked at one by one.
const MOST_STEPS: usize = 4_000;

/// The path of the volume, over which capacity steps are known exactly.
pub const VOLUME: &str = "workload.requests_per_month";

/// Where `chosen` is cheaper than `other` over a range of one input.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakEven {
    /// The input that moves.
    pub path: InputPath,
    /// Its value in the scenario.
    pub here: f64,
    /// The range looked at.
    pub range: (f64, f64),
    /// The stretches in which the first option has the lower net present value of cost.
    pub cheaper: Vec<Interval>,
}

impl BreakEven {
    /// The points inside the range at which the cheaper option changes.
    pub fn crossings(&self) -> Vec<f64> {
        let (low, high) = self.range;
        let ends = self
            .cheaper
            .iter()
            .flat_map(|stretch| [stretch.start, stretch.end]);
        ends.filter(|end| *end > low && *end < high).collect()
    }

    /// Whether the first option is cheaper where the scenario stands.
    pub fn cheaper_here(&self) -> bool {
        self.cheaper
            .iter()
            .any(|stretch| stretch.start <= self.here && self.here <= stretch.end)
    }
}

/// Why a break-even could not be found.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum BreakEvenError {
    /// The input cannot be set.
    #[error(transparent)]
    Input(#[from] SetError),
    /// One of the options does not exist or has no cost.
    #[error("option “{0}” has no cost to compare")]
    NoCost(OptionId),
    /// The range or the costs are of a kind the method cannot take.
    #[error(transparent)]
    Finance(#[from] FinanceError),
}

/// Where `chosen` is cheaper than `other` by net present value, as the input at `path` moves.
///
/// Replica steps make several stretches; over the volume every step is looked at, over other
/// inputs the range is scanned in 240 cells.
///
/// # Errors
/// [`BreakEvenError`] where the input, the range or one of the options does not do.
pub fn break_even(
    scenario: &Scenario,
    chosen: &OptionId,
    other: &OptionId,
    path: &InputPath,
    range: (f64, f64),
) -> Result<BreakEven, BreakEvenError> {
    let here = scenario
        .figure(path)
        .ok_or_else(|| SetError::UnknownPath {
            path: path.to_string(),
        })?
        .value;
    let mut pair = only(scenario, &[chosen, other]);
    for id in [chosen, other] {
        if cost(&evaluate(&pair), id).is_none() {
            return Err(BreakEvenError::NoCost(id.clone()));
        }
    }
    let steps = if path.as_str() == VOLUME {
        capacity_steps(&pair, range)
    } else {
        Vec::new()
    };
    let scale = if range.0 > 0.0 && range.1 / range.0 > 20.0 {
        Scale::Logarithmic
    } else {
        Scale::Linear
    };
    for end in [range.0, range.1] {
        pair.set_figure(path, moved(end))?;
    }
    let difference = |value: f64| {
        let mut there = pair.clone();
        if there.set_figure(path, moved(value)).is_err() {
            return f64::NAN;
        }
        let outcome = evaluate(&there);
        match (cost(&outcome, chosen), cost(&outcome, other)) {
            (Some(chosen), Some(other)) => chosen - other,
            _ => f64::NAN,
        }
    };
    let scan = Scan {
        range: Interval {
            start: range.0,
            end: range.1,
        },
        cells: CELLS,
        scale,
        jumps: &steps,
    };
    let mut cheaper = intervals_where_negative(difference, &scan)?;
    // Inside the tolerance of whole units a step touches without being crossed.
    cheaper
        .retain(|stretch| stretch.end - stretch.start > 10.0 * WHOLE_TOLERANCE * stretch.end.abs());
    Ok(BreakEven {
        path: path.clone(),
        here,
        range,
        cheaper,
    })
}

/// The average monthly cost of every option at some values of one input.
///
/// # Errors
/// [`SetError`] where the input does not take one of the values.
pub fn sweep(scenario: &Scenario, path: &InputPath, values: &[f64]) -> Result<Sweep, SetError> {
    let mut points = Vec::with_capacity(values.len());
    let mut there = scenario.clone();
    for value in values {
        there.set_figure(path, moved(*value))?;
        let outcome = evaluate(&there);
        let costs = outcome
            .options
            .iter()
            .map(|option| option.get(Measure::AverageMonthlyCost))
            .collect();
        points.push((*value, costs));
    }
    Ok(Sweep {
        path: path.clone(),
        points,
    })
}

/// Cost of every option at some values of one input.
#[derive(Debug, Clone, PartialEq)]
pub struct Sweep {
    /// The input that moves.
    pub path: InputPath,
    /// Values, each with the average monthly cost of every option in the scenario's order, in
    /// USD.
    pub points: Vec<(f64, Vec<Option<f64>>)>,
}

/// A range around the scenario's value that shows where costs cross: a hundredth of it to a
/// hundred times it, within what the field allows.
pub fn usual_range(scenario: &Scenario, path: &InputPath) -> Option<(f64, f64)> {
    let spec = scenario.spec(path)?;
    let here = scenario.figure(path)?.value;
    if spec.max <= 100.0 || here <= 0.0 {
        return Some((spec.min, spec.max));
    }
    Some(((here / 100.0).max(spec.min), (here * 100.0).min(spec.max)))
}

fn moved(value: f64) -> Figure {
    Figure::entered(value)
}

fn cost(outcome: &Outcome, id: &OptionId) -> Option<f64> {
    outcome.option(id)?.get(Measure::NetPresentValue)
}

/// The scenario with the named options only, and the parts of cascades among them.
pub(crate) fn only(scenario: &Scenario, ids: &[&OptionId]) -> Scenario {
    let mut wanted: Vec<&OptionId> = ids.to_vec();
    for id in ids {
        if let Some(option) = scenario.option(id)
            && let Plan::Cascade(cascade) = &option.plan
        {
            wanted.push(&cascade.small);
            wanted.extend(&cascade.large);
        }
    }
    let mut pair = scenario.clone();
    pair.options.retain(|option| wanted.contains(&&option.id));
    pair
}

/// Volumes inside the range at which some month needs one more replica or server.
fn capacity_steps(scenario: &Scenario, range: (f64, f64)) -> Vec<f64> {
    let outcome = evaluate(scenario);
    let mut steps = Vec::new();
    for place in 0..scenario.options.len() {
        let Some(per_replica) = volume_of_one_replica(scenario, &outcome, place) else {
            continue;
        };
        let growth = 1.0 + scenario.workload.growth_per_month.value;
        let mut factor = 1.0;
        let months = if growth == 1.0 {
            1
        } else {
            scenario.question.horizon_months
        };
        for _ in 0..months {
            let one = per_replica / factor;
            let first = (range.0 / one).ceil().max(1.0);
            let mut count = first;
            while count * one < range.1 {
                // The boundary rule lets a hair more than a whole number pass as that number.
                steps.push(count * one * (1.0 + WHOLE_TOLERANCE));
                count += 1.0;
                if steps.len() > MOST_STEPS {
                    return Vec::new();
                }
            }
            factor *= growth;
        }
    }
    steps
}

/// First-month requests that one replica holds in the busiest hour.
fn volume_of_one_replica(scenario: &Scenario, outcome: &Outcome, place: usize) -> Option<f64> {
    let hosting = match &scenario.options[place].plan {
        Plan::RentedGpu(plan) => &plan.hosting,
        Plan::OnPremises(plan) => &plan.hosting,
        _ => return None,
    };
    let planned = hosting.serving.planned_utilisation.value;
    let speed = outcome.options[place].get(Measure::TokensPerSecond)?;
    let workload = &scenario.workload;
    let tokens = workload.input_tokens_per_request.value + workload.output_tokens_per_request.value;
    let calls =
        (1.0 - workload.answer_cache_share.value) / (1.0 - workload.failed_call_share.value);
    let seconds = workload.active_hours_per_month.value * 3600.0;
    let volume = speed * planned * seconds / (workload.peak_factor.value * tokens * calls);
    (volume.is_finite() && volume > 0.0).then_some(volume)
}

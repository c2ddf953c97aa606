//! What moves the lead of one option over another in net benefit.

use std::ops::ControlFlow;

use super::worth::{Bench, OptionWorth, worths};
use crate::break_even::only;
use crate::scenario::{CostRole, Evidence, InputPath, OptionId, Scenario};
use crate::uncertainty::distribution::Distribution;
use crate::uncertainty::ranges::{Quantities, UncertainQuantity};
use crate::uncertainty::sensitivity::{Sensitivity, SensitivityError, sensitivity_of};

/// Shares of draws at which a line of a spider is drawn: from the 1st to the 99th percentile.
const SPIDER: (f64, f64) = (0.01, 0.99);

/// How the difference between two options follows from one quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct SpiderLine {
    /// Id of the quantity's stream.
    pub quantity: String,
    /// The figures that share it.
    pub paths: Vec<InputPath>,
    /// By rising share of draws: the share, the quantity's value there, and the difference in USD.
    pub points: Vec<(f64, f64, f64)>,
}

/// The tornado of the difference in net benefit between two options, judgements and weights among
/// its bars, and where each quantity alone turns the choice round.
///
/// The difference is the other option's net benefit less the chosen one's, so that it is negative
/// where the chosen one is better, as its cost less the other's is.
/// A judgement that nobody made has a bar over the whole of its scale.
/// `go_on` may stop the work; then there is nothing.
///
/// # Errors
/// [`SensitivityError`] where a range or one of the options does not do.
pub fn sensitivity(
    scenario: &Scenario,
    chosen: &OptionId,
    other: &OptionId,
    go_on: &mut dyn FnMut() -> ControlFlow<()>,
) -> Result<Option<Sensitivity>, SensitivityError> {
    let pair = only(scenario, &[chosen, other]);
    let difference = Difference::of(&pair, chosen, other)?;
    let quantities = quantities(&pair, [chosen, other])?;
    let stopped = std::cell::Cell::new(false);
    let go_on = std::cell::RefCell::new(go_on);
    let found = sensitivity_of(&pair, &quantities, &|there| {
        if stopped.get() || go_on.borrow_mut()().is_break() {
            stopped.set(true);
            return f64::NAN;
        }
        difference.between(&worths(there))
    });
    match found {
        _ if stopped.get() => Ok(None),
        found => found.map(Some),
    }
}

/// The difference over the range of each of some quantities, by the ids of their streams: lines
/// that bend show what the ends of a bar hide.
///
/// `go_on` may stop the work; then there is nothing.
///
/// # Errors
/// [`SensitivityError`] where a range or one of the options does not do.
pub fn spider(
    scenario: &Scenario,
    chosen: &OptionId,
    other: &OptionId,
    of: &[String],
    points: usize,
    go_on: &mut dyn FnMut() -> ControlFlow<()>,
) -> Result<Option<Vec<SpiderLine>>, SensitivityError> {
    let pair = only(scenario, &[chosen, other]);
    let difference = Difference::of(&pair, chosen, other)?;
    let quantities = quantities(&pair, [chosen, other])?;
    let mut bench = Bench::new(pair);
    let mut lines = Vec::new();
    for stream in quantities.chunk_by(|one, other| one.stream == other.stream) {
        if !of.contains(&stream[0].stream) {
            continue;
        }
        let mut line = SpiderLine {
            quantity: stream[0].stream.clone(),
            paths: stream.iter().flat_map(|it| it.paths.clone()).collect(),
            points: Vec::with_capacity(points),
        };
        for point in 0..points {
            if go_on().is_break() {
                return Ok(None);
            }
            let way = point as f64 / points.saturating_sub(1).max(1) as f64;
            let share = SPIDER.0 + way * (SPIDER.1 - SPIDER.0);
            let moves: Vec<(&InputPath, f64)> = stream
                .iter()
                .flat_map(|it| it.paths.iter().map(move |path| (path, it.value_at(share))))
                .collect();
            let there = difference.between(&bench.at(&moves)?);
            line.points.push((share, stream[0].value_at(share), there));
        }
        lines.push(line);
    }
    // The longest first, as in the tornado that they were picked from.
    lines.sort_by_key(|line| of.iter().position(|id| *id == line.quantity));
    Ok(Some(lines))
}

/// The places of two options whose net benefits are compared.
struct Difference {
    chosen: usize,
    other: usize,
}

impl Difference {
    fn of(
        pair: &Scenario,
        chosen: &OptionId,
        other: &OptionId,
    ) -> Result<Difference, SensitivityError> {
        let found = worths(pair);
        let place = |id: &OptionId| {
            let place = pair.position(id);
            place
                .filter(|place| found[*place].net_benefit_usd.is_some())
                .ok_or_else(|| SensitivityError::NoCost(id.clone()))
        };
        Ok(Difference {
            chosen: place(chosen)?,
            other: place(other)?,
        })
    }

    fn between(&self, worths: &[OptionWorth]) -> f64 {
        let benefit = |place: usize| worths[place].net_benefit_usd.unwrap_or(f64::NAN);
        benefit(self.other) - benefit(self.chosen)
    }
}

/// Everything that may move the difference, in the order of streams: what is drawn, and the
/// judgements that nobody made.
fn quantities(
    pair: &Scenario,
    ids: [&OptionId; 2],
) -> Result<Vec<UncertainQuantity>, SensitivityError> {
    let mut quantities = Quantities::of(pair)?.list;
    if pair.priorities.cost_role == CostRole::Criterion {
        quantities.retain(|it| !it.paths.iter().all(is_worth_of_a_point));
    }
    for option in pair
        .options
        .iter()
        .filter(|option| ids.contains(&&option.id))
    {
        for criterion in &pair.priorities.criteria {
            let judged = option
                .assessments
                .iter()
                .any(|it| it.criterion == criterion.id);
            if criterion.evidence != Evidence::Judgement || judged {
                continue;
            }
            let path = format!("options.{}.assessment.{}", option.id, criterion.id);
            let (low, high) = (
                criterion.worst.min(criterion.best),
                criterion.worst.max(criterion.best),
            );
            let Ok(distribution) = Distribution::uniform(low, high) else {
                continue;
            };
            quantities.push(UncertainQuantity {
                id: path.clone(),
                stream: path.clone(),
                distribution,
                paths: vec![InputPath::new(path)],
                bounds: (low, high),
                whole: false,
                moves_costs: false,
            });
        }
    }
    quantities.sort_by(|one, other| {
        let keys = |it: &UncertainQuantity| (it.stream.clone(), it.id.clone());
        keys(one).cmp(&keys(other))
    });
    Ok(quantities)
}

/// Where cost is a criterion, the worth of a point follows from its weight.
fn is_worth_of_a_point(path: &InputPath) -> bool {
    path.as_str() == "money_axis.usd_per_point"
}

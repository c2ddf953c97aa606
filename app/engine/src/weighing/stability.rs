//! How far one criterion's weight may move before another option is chosen.

use super::types::{CriterionStability, OptionWeighing};
use super::weights::Weighting;
use crate::scenario::{COST, MoneyAxis};

/// The stability of every criterion's weight in terms of net benefit, that of cost last where it
/// is a criterion; empty where fewer than two options are in the running.
///
/// The other criteria keep their proportions, and a point of value keeps its worth.
/// Net benefit is linear in the weight, so the ends are exact.
pub(super) fn stability(
    criteria: &[String],
    axis: &MoneyAxis,
    options: &[OptionWeighing],
    ranking: &[usize],
    weighting: &Weighting,
) -> Vec<CriterionStability> {
    let [best, others @ ..] = ranking else {
        return Vec::new();
    };
    if others.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<CriterionStability> = criteria
        .iter()
        .enumerate()
        .map(|(place, id)| {
            let weight = weighting.criteria[place];
            let lines = |option: usize| value_line(&options[option], weighting, place);
            interval(id, weight, *best, others, lines)
        })
        .collect();
    if let Some(weight) = weighting.cost {
        let swing = (axis.worst_cost_usd.value - axis.best_cost_usd.value).max(0.0);
        let lines = |option: usize| cost_line(&options[option], swing);
        found.push(interval(COST, weight, *best, others, lines));
    }
    found
}

/// A worth on a straight line over a weight from nought to one.
#[derive(Debug, Clone, Copy)]
struct Line {
    at_none: f64,
    at_all: f64,
}

impl Line {
    fn rise(self) -> f64 {
        self.at_all - self.at_none
    }
}

/// Net benefit over the weight of one criterion.
fn value_line(option: &OptionWeighing, weighting: &Weighting, place: usize) -> Line {
    let rest = 1.0 - weighting.criteria[place];
    let count = weighting.criteria.len();
    let others = || (0..count).filter(|other| *other != place);
    let value = |other: usize| option.performances[other].value;
    let at_none: f64 = if rest > 0.0 {
        others()
            .map(|other| weighting.criteria[other] / rest * value(other))
            .sum()
    } else {
        // Nothing says how the others would share what this one leaves.
        others().map(value).sum::<f64>() / (count - 1).max(1) as f64
    };
    let cost = option.npv_usd.unwrap_or(f64::INFINITY);
    let worth = |value: f64| weighting.usd_per_point * 100.0 * value - cost;
    if count == 1 {
        // The only criterion has all the weight there is.
        let all = worth(value(place));
        return Line {
            at_none: all,
            at_all: all,
        };
    }
    Line {
        at_none: worth(at_none),
        at_all: worth(value(place)),
    }
}

/// Weighted value with cost over the weight of cost, in USD of cost's swing.
fn cost_line(option: &OptionWeighing, swing: f64) -> Line {
    Line {
        at_none: swing * option.value_points / 100.0,
        at_all: -option.npv_usd.unwrap_or(f64::INFINITY),
    }
}

fn interval(
    id: &str,
    weight: f64,
    best: usize,
    others: &[usize],
    line: impl Fn(usize) -> Line,
) -> CriterionStability {
    let mut found = CriterionStability {
        criterion: id.to_owned(),
        weight,
        interval: (0.0, 1.0),
        below: None,
        above: None,
    };
    let ahead = line(best);
    // Of options that cross at the same weight, the one that moves away fastest is chosen beyond.
    let (mut rise_below, mut rise_above) = (f64::INFINITY, f64::NEG_INFINITY);
    for other in others {
        let behind = line(*other);
        let lead = ahead.at_none - behind.at_none;
        let change = ahead.rise() - behind.rise();
        if change == 0.0 {
            continue;
        }
        let crossing = -lead / change;
        if change > 0.0 {
            let crossing = crossing.min(weight);
            if crossing >= 0.0 && closer(crossing, found.interval.0, behind.rise() < rise_below) {
                found.interval.0 = crossing;
                found.below = Some(*other);
                rise_below = behind.rise();
            }
        } else {
            let crossing = crossing.max(weight);
            if crossing <= 1.0 && closer(-crossing, -found.interval.1, behind.rise() > rise_above) {
                found.interval.1 = crossing;
                found.above = Some(*other);
                rise_above = behind.rise();
            }
        }
    }
    // At the very end of the scale nothing lies beyond.
    if found.interval.0 <= 0.0 {
        found.below = None;
    }
    if found.interval.1 >= 1.0 {
        found.above = None;
    }
    found
}

fn closer(crossing: f64, end: f64, is_faster: bool) -> bool {
    crossing > end || (crossing == end && is_faster)
}

//! What to do, why, what would turn it round, and what to find out next.

use super::flips::{gate_flips, input_flips, weight_flips};
use super::types::{Flip, OptionWeighing, Prospects, Reason, Recommendation, Weighing};
use crate::scenario::Scenario;

/// So many reasons and so many flips are told at most.
const MOST: usize = 3;

/// The recommendation, with inputs among what would turn it round.
///
/// It evaluates the scenario a few hundred times, which belongs on another thread;
/// [`first_recommendation`] does not.
pub fn recommendation(
    scenario: &Scenario,
    weighing: &Weighing,
    prospects: Option<&Prospects>,
) -> Recommendation {
    let inputs = input_flips(scenario, weighing, MOST);
    recommended(scenario, weighing, prospects, inputs)
}

/// The recommendation without inputs among what would turn it round: at once.
pub fn first_recommendation(
    scenario: &Scenario,
    weighing: &Weighing,
    prospects: Option<&Prospects>,
) -> Recommendation {
    recommended(scenario, weighing, prospects, Vec::new())
}

fn recommended(
    scenario: &Scenario,
    weighing: &Weighing,
    prospects: Option<&Prospects>,
    inputs: Vec<(f64, Flip)>,
) -> Recommendation {
    let mut flips = inputs;
    flips.extend(weight_flips(weighing));
    flips.extend(gate_flips(scenario, weighing));
    flips.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let worth = prospects.and_then(|prospects| prospects.worth.first());
    Recommendation {
        best: weighing.ranking.first().copied(),
        runner_up: weighing.ranking.get(1).copied(),
        margin_usd: weighing.margin_usd(),
        reasons: reasons(weighing),
        flips: flips.into_iter().map(|(_, flip)| flip).take(MOST).collect(),
        find_out: worth.filter(|worth| worth.evppi_usd > 0.0).cloned(),
    }
}

/// What speaks for the chosen option against the one that follows, the weightiest in USD first.
fn reasons(weighing: &Weighing) -> Vec<Reason> {
    let Some(best) = weighing.best() else {
        return Vec::new();
    };
    let mut reasons = match weighing.runner_up() {
        Some(other) => against(weighing, best, other),
        None => vec![(f64::INFINITY, Reason::OnlyOne)],
    };
    let lead = |option: &OptionWeighing| {
        let lead = option.net_benefit_usd? - best.net_benefit_usd?;
        (!option.is_in_the_running && lead > 0.0).then_some(lead)
    };
    let ahead: Vec<(usize, f64)> = weighing
        .options
        .iter()
        .enumerate()
        .filter_map(|(place, option)| Some((place, lead(option)?)))
        .collect();
    if !ahead.is_empty() {
        let most = ahead.iter().map(|(_, lead)| *lead).fold(0.0, f64::max);
        let options = ahead.into_iter().map(|(place, _)| place).collect();
        reasons.push((most, Reason::OthersOut { options }));
    }
    reasons.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let reasons = reasons.into_iter().map(|(_, reason)| reason);
    reasons.take(MOST).collect()
}

fn against(
    weighing: &Weighing,
    best: &OptionWeighing,
    other: &OptionWeighing,
) -> Vec<(f64, Reason)> {
    let mut reasons = Vec::new();
    if let (Some(own), Some(others)) = (best.npv_usd, other.npv_usd)
        && others > own
    {
        let usd = others - own;
        reasons.push((usd, Reason::CostsLess { usd }));
    }
    for (own, others) in best.performances.iter().zip(&other.performances) {
        let points = own.points - others.points;
        let usd = weighing.usd_per_point * points;
        if usd > 0.0 {
            let reason = Reason::Better {
                criterion: own.criterion.clone(),
                points,
                usd,
            };
            reasons.push((usd, reason));
        }
    }
    reasons
}

//! Futures as a whole: what each option would be worth in them, and what it would be regretted by.

use super::types::WhatIfTable;
use super::weigh;
use crate::evaluate::evaluate;
use crate::figure::Figure;
use crate::scenario::{Change, Scenario, WhatIf};

/// Net benefit and regret of the options in the running under every future of the scenario, the
/// scenario as it is first.
///
/// A future moves figures of a copy; results are held inside what their fields allow, and a move
/// of something that an option does not have moves nothing.
/// An option that a future closes a gate on, or leaves without a cost, has no net benefit there;
/// it can have the smallest largest regret only where every option is so somewhere.
///
/// # Source
/// Savage 1951, "The Theory of Statistical Decision", Journal of the American Statistical
/// Association 46, for minimax regret.
pub fn what_ifs(scenario: &Scenario) -> WhatIfTable {
    let now = weigh(scenario, &evaluate(scenario));
    let options: Vec<usize> = (0..now.options.len())
        .filter(|place| now.options[*place].is_in_the_running)
        .collect();
    let mut futures = vec![String::new()];
    let mut weighings = vec![now];
    for what_if in &scenario.priorities.what_ifs {
        let there = moved(scenario, what_if);
        futures.push(what_if.id.clone());
        weighings.push(weigh(&there, &evaluate(&there)));
    }
    let net_benefit_usd: Vec<Vec<Option<f64>>> = options
        .iter()
        .map(|place| {
            let there = weighings.iter().map(|weighing| &weighing.options[*place]);
            there
                .map(|it| it.net_benefit_usd.filter(|_| it.is_in_the_running))
                .collect()
        })
        .collect();
    let regret_usd = regrets(&net_benefit_usd, futures.len());
    WhatIfTable {
        minimax: minimax(scenario, &options, &regret_usd),
        futures,
        options,
        net_benefit_usd,
        regret_usd,
    }
}

/// The scenario in a future.
pub fn moved(scenario: &Scenario, what_if: &WhatIf) -> Scenario {
    let mut there = scenario.clone();
    for one in &what_if.moves {
        for path in scenario.expand(&one.path, &one.kinds) {
            let (Some(spec), Some(figure)) = (there.spec(&path), there.figure(&path)) else {
                continue;
            };
            let changed = match one.change {
                Change::Times(factor) => figure.value * factor,
                Change::Plus(sum) => figure.value + sum,
                Change::To(value) => value,
            };
            let held = changed.clamp(spec.min, spec.max);
            let value = if spec.whole { libm::round(held) } else { held };
            // A range around the old value says nothing of the new one.
            let figure = Figure {
                value,
                origin: figure.origin.clone(),
                range: None,
            };
            // Held inside what the field allows, it fails only for what is no number.
            let _ = there.set_figure(&path, figure);
        }
    }
    there
}

fn regrets(benefits: &[Vec<Option<f64>>], futures: usize) -> Vec<Vec<Option<f64>>> {
    let best: Vec<f64> = (0..futures)
        .map(|future| {
            let there = benefits.iter().filter_map(|row| row[future]);
            there.fold(f64::NEG_INFINITY, f64::max)
        })
        .collect();
    benefits
        .iter()
        .map(|row| {
            let row = row.iter().zip(&best);
            row.map(|(benefit, best)| Some(best - (*benefit)?))
                .collect()
        })
        .collect()
}

/// The option with the smallest largest regret; of options that tie the one whose id comes first.
fn minimax(scenario: &Scenario, options: &[usize], regrets: &[Vec<Option<f64>>]) -> Option<usize> {
    let largest = |row: &[Option<f64>]| {
        let row = row.iter().map(|regret| regret.unwrap_or(f64::INFINITY));
        row.fold(0.0, f64::max)
    };
    options
        .iter()
        .zip(regrets)
        .min_by(|(one, first), (other, second)| {
            largest(first).total_cmp(&largest(second)).then_with(|| {
                scenario.options[**one]
                    .id
                    .cmp(&scenario.options[**other].id)
            })
        })
        .map(|(place, _)| *place)
}

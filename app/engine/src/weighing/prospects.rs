//! How sure the choice is: odds, regret and what finding out is worth, from one sample.

use std::ops::ControlFlow;

use super::closing;
use super::drawn::{Drawn, Worths};
use super::types::{
    ClosedGate, GateVerdict, OptionProspects, OptionWeighing, Prospects, Weighing, Worth,
};
use super::{gates, weigh, weigh_with};
use crate::decision::acceptability::{Acceptability, WeightSpace};
use crate::decision::table::Table;
use crate::decision::{self, Odds};
use crate::evaluate::evaluate;
use crate::outcome::Outcome;
use crate::scenario::{InputPath, OptionId, Plan, Scenario};
use crate::uncertainty::odds::{FUTURES, Spread, apportioned, odds, spread};
use crate::uncertainty::sample::Sample;
use crate::uncertainty::value_of_information::{Gains, evppi_by};

/// Points of an exceedance curve.
const EXCEEDANCE_POINTS: usize = 101;

/// Weightings over which ranks are counted: as many as draws, rounded up to a power of two, between
/// these.
const WEIGHTINGS: (usize, usize) = (1 << 10, 1 << 14);

/// The weighing with gates judged at their own percentiles of the draws.
pub fn weigh_sampled(scenario: &Scenario, outcome: &Outcome, sample: &Sample) -> Weighing {
    let drawn = Drawn::of(scenario, sample, &mut || ControlFlow::Continue(()));
    match drawn {
        Some(drawn) => weigh_drawn(scenario, outcome, &drawn),
        // Nobody stops it.
        None => weigh(scenario, outcome),
    }
}

/// The weighing with gates judged at their own percentiles.
pub(super) fn weigh_drawn(scenario: &Scenario, outcome: &Outcome, drawn: &Drawn<'_>) -> Weighing {
    weigh_with(scenario, outcome, &|place| {
        let mut verdicts: Vec<GateVerdict> = gates::verdicts(scenario, outcome, place);
        closing::judge_at_percentiles(scenario, outcome, drawn, place, &mut verdicts);
        verdicts
    })
}

/// How sure the choice is, from a sample of the same scenario.
///
/// Whether an option is in the running is judged once and not draw by draw, because a choice is
/// made once.
/// A performance that nobody knows is drawn from the whole scale; the quantities that are drawn
/// are those of the sample.
/// `go_on` is told the share of the work that is done and may stop it; then there are none.
///
/// # Source
/// Raiffa and Schlaifer 1961, *Applied Statistical Decision Theory*, for regret and perfect
/// information; [`evppi_by`] and [`Acceptability`] name theirs.
pub fn prospects(
    scenario: &Scenario,
    sample: &Sample,
    go_on: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Option<Prospects> {
    let outcome = evaluate(scenario);
    let drawn = Drawn::of(scenario, sample, &mut || go_on(0.0))?;
    let weighing = weigh_drawn(scenario, &outcome, &drawn);
    let worths = drawn.worths(scenario, &outcome);
    if go_on(0.1).is_break() {
        return None;
    }
    let is_running = |place: &usize| {
        weighing.options[*place].is_in_the_running
            && worths.net_benefit_usd[*place].len() == sample.draws
            && worths.net_benefit_usd[*place]
                .iter()
                .all(|it| it.is_finite())
    };
    let ranked: Vec<usize> = (0..scenario.options.len()).filter(is_running).collect();
    let benefits: Vec<&[f64]> = ranked
        .iter()
        .map(|place| worths.net_benefit_usd[*place].as_slice())
        .collect();
    let savings: Vec<Vec<f64>> = ranked
        .iter()
        .map(|place| {
            sample.options[*place]
                .npv_usd
                .iter()
                .map(|it| -it)
                .collect()
        })
        .collect();
    let savings: Vec<&[f64]> = savings.iter().map(Vec::as_slice).collect();
    let best = decision::odds(&benefits).ok();
    let cheapest = decision::odds(&savings).ok();
    let options = options(
        scenario, &outcome, &drawn, &worths, &ranked, &best, &cheapest,
    );
    if go_on(0.3).is_break() {
        return None;
    }
    let weightings = sample.draws.clamp(WEIGHTINGS.0, WEIGHTINGS.1) as u32;
    let (rank_shares, central_weights) = ranks(scenario, &weighing, &ranked, weightings);
    if go_on(0.4).is_break() {
        return None;
    }
    let evpi_usd = best
        .as_ref()
        .map(|odds| (odds.evpi(), evpi_error(odds, &benefits)));
    let mut worth = worth(scenario, sample, &worths, &ranked, &mut |share| {
        go_on(0.4 + 0.6 * share)
    })?;
    // Knowing everything bounds what knowing one thing is worth, which the noise that a regression
    // fits does not know.
    if let Some((most, _)) = evpi_usd {
        for worth in &mut worth {
            worth.evppi_usd = worth.evppi_usd.min(most);
        }
    }
    let (leads_usd, savings_usd) = lead(&weighing, sample, &worths, &ranked);
    Some(Prospects {
        draws: sample.draws,
        seed: scenario.sampling.seed,
        method: scenario.sampling.method,
        options,
        margin_usd: spread(&leads_usd),
        savings_usd,
        leads_usd,
        evpi_usd,
        worth,
        rank_shares,
        central_weights,
        ranked,
    })
}

fn options(
    scenario: &Scenario,
    outcome: &Outcome,
    drawn: &Drawn<'_>,
    worths: &Worths,
    ranked: &[usize],
    best: &Option<Odds>,
    cheapest: &Option<Odds>,
) -> Vec<OptionProspects> {
    let sample = drawn.sample;
    let by_option = |odds: &Option<Odds>| -> Vec<f64> {
        let mut shares = vec![0.0; sample.options.len()];
        if let Some(odds) = odds {
            for (place, share) in ranked.iter().zip(&odds.best_chance) {
                shares[*place] = *share;
            }
        }
        shares
    };
    let ids: Vec<&OptionId> = sample.options.iter().map(|option| &option.id).collect();
    let (best_shares, cheapest_shares) = (by_option(best), by_option(cheapest));
    let best_futures = futures(&best_shares, &ids);
    let cheapest_futures = futures(&cheapest_shares, &ids);
    let sorted: Vec<Vec<f64>> = sample
        .options
        .iter()
        .map(|option| sorted(&option.npv_usd))
        .collect();
    let costs = odds(sample).options;
    costs
        .into_iter()
        .enumerate()
        .map(|(place, costs)| {
            let of_ranked = ranked.iter().position(|it| *it == place);
            let gates = scenario.priorities.gates.iter();
            OptionProspects {
                id: costs.id,
                npv_usd: costs.npv_usd,
                value_points: spread(&worths.value_points[place]).unwrap_or(NOTHING),
                net_benefit_usd: spread(&worths.net_benefit_usd[place]),
                cumulative_usd: costs.cumulative_usd,
                cheapest_share: cheapest_shares[place],
                cheapest_futures: cheapest_futures[place],
                best_share: best_shares[place],
                best_futures: best_futures[place],
                expected_regret_usd: of_ranked
                    .zip(best.as_ref())
                    .map(|(rank, odds)| odds.expected_regret[rank]),
                closed_shares: gates
                    .map(|gate| ClosedGate {
                        gate: gate.id.clone(),
                        share: closing::closed_share(scenario, outcome, drawn, place, gate),
                    })
                    .collect(),
                exceedance: exceedance(&sorted[place]),
                dominates: ranked
                    .iter()
                    .copied()
                    .filter(|other| of_ranked.is_some() && dominates(&sorted, place, *other))
                    .collect(),
            }
        })
        .collect()
}

/// The spread of what has no draws.
const NOTHING: Spread = Spread {
    p10: 0.0,
    p50: 0.0,
    p90: 0.0,
    mean: 0.0,
};

/// Shares in whole futures; equal remainders go by the ids of the options, so that their order
/// changes nothing. Where no option can be chosen there are none.
fn futures(shares: &[f64], ids: &[&OptionId]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|place| ids[*place]);
    let sorted: Vec<f64> = order.iter().map(|place| shares[*place]).collect();
    let mut futures = vec![0; shares.len()];
    if sorted.iter().sum::<f64>() > 0.5 {
        for (place, count) in order.into_iter().zip(apportioned(&sorted, FUTURES)) {
            futures[place] = count;
        }
    }
    futures
}

fn sorted(draws: &[f64]) -> Vec<f64> {
    let mut sorted = draws.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

/// Probability that an amount is exceeded, at evenly spaced quantiles of sorted draws.
fn exceedance(sorted: &[f64]) -> Vec<(f64, f64)> {
    let Some(last) = sorted.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut points: Vec<(f64, f64)> = (0..EXCEEDANCE_POINTS)
        .map(|point| {
            let amount = sorted[last * point / (EXCEEDANCE_POINTS - 1)];
            let below = sorted.partition_point(|draw| *draw <= amount);
            let above = (sorted.len() - below) as f64;
            (amount, above / sorted.len() as f64)
        })
        .collect();
    points.dedup();
    points
}

/// Whether one option's cost dominates another's at first order: at every share of draws it is at
/// most as high, and somewhere lower.
fn dominates(sorted: &[Vec<f64>], one: usize, other: usize) -> bool {
    let (one, other) = (&sorted[one], &sorted[other]);
    let never_above = || one.iter().zip(other).all(|(one, other)| one <= other);
    let somewhere_below = || one.iter().zip(other).any(|(one, other)| one < other);
    !one.is_empty() && one.len() == other.len() && never_above() && somewhere_below()
}

/// Standard error of EVPI, as of independent draws.
fn evpi_error(odds: &Odds, benefits: &[&[f64]]) -> f64 {
    let chosen = benefits[odds.best];
    let losses: Vec<f64> = (0..chosen.len())
        .map(|draw| {
            let best = benefits.iter().map(|it| it[draw]);
            best.fold(f64::NEG_INFINITY, f64::max) - chosen[draw]
        })
        .collect();
    let count = losses.len() as f64;
    if count < 2.0 {
        return 0.0;
    }
    let mean = losses.iter().sum::<f64>() / count;
    let squares: f64 = losses.iter().map(|it| (it - mean) * (it - mean)).sum();
    libm::sqrt(squares / (count - 1.0) / count)
}

/// The chosen option's net benefit less that of the one that follows, and what it saves, by draw
/// sorted upwards; empty where fewer than two are in the running.
fn lead(
    weighing: &Weighing,
    sample: &Sample,
    worths: &Worths,
    ranked: &[usize],
) -> (Vec<f64>, Vec<f64>) {
    let mut order = weighing.ranking.iter().filter(|it| ranked.contains(it));
    let (Some(best), Some(next)) = (order.next(), order.next()) else {
        return (Vec::new(), Vec::new());
    };
    let difference = |one: &[f64], other: &[f64]| -> Vec<f64> {
        one.iter()
            .zip(other)
            .map(|(one, other)| one - other)
            .collect()
    };
    let benefits = &worths.net_benefit_usd;
    let costs = |place: usize| sample.options[place].npv_usd.as_slice();
    (
        sorted(&difference(&benefits[*best], &benefits[*next])),
        sorted(&difference(costs(*next), costs(*best))),
    )
}

/// What finding out each quantity is worth, most first; none where `go_on` stops.
///
/// Quantities of options that are out tell nothing apart and are left out.
fn worth(
    scenario: &Scenario,
    sample: &Sample,
    worths: &Worths,
    ranked: &[usize],
    go_on: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Option<Vec<Worth>> {
    let matters = matters(scenario, ranked);
    let benefits: Vec<Vec<f64>> = ranked
        .iter()
        .map(|place| worths.net_benefit_usd[*place].clone())
        .collect();
    let gains = Gains::of(&benefits);
    let mut list = Vec::new();
    let all = (sample.quantities.len() + worths.unknown.len()) as f64;
    let mut done = 0;
    // Quantities of one stream are at the same share in every draw: who knows one knows all.
    for stream in sample
        .quantities
        .chunk_by(|one, other| one.stream == other.stream)
    {
        if go_on(done as f64 / all).is_break() {
            return None;
        }
        let paths: Vec<InputPath> = stream.iter().flat_map(|it| it.paths.clone()).collect();
        if paths.iter().any(|path| matters(path.as_str())) {
            let (evppi_usd, standard_error_usd) = evppi_by(&sample.values[done], &gains);
            list.push(Worth {
                quantity: stream[0].stream.clone(),
                paths,
                unknown: None,
                evppi_usd,
                standard_error_usd,
            });
        }
        done += stream.len();
    }
    for (number, unknown) in worths.unknown.iter().enumerate() {
        if go_on((done + number) as f64 / all).is_break() {
            return None;
        }
        if ranked
            .iter()
            .any(|it| scenario.options[*it].id == unknown.option)
        {
            let (evppi_usd, standard_error_usd) = evppi_by(&unknown.values, &gains);
            list.push(Worth {
                quantity: unknown.id.clone(),
                paths: unknown.path.iter().cloned().collect(),
                unknown: Some((unknown.option.clone(), unknown.criterion.clone())),
                evppi_usd,
                standard_error_usd,
            });
        }
    }
    list.sort_by(|one, other| {
        other
            .evppi_usd
            .total_cmp(&one.evppi_usd)
            .then_with(|| one.quantity.cmp(&other.quantity))
    });
    Some(list)
}

/// Whether a figure at a path can tell the options in the running apart: one of their own, one of
/// a part of theirs, or one of no option.
fn matters(scenario: &Scenario, ranked: &[usize]) -> impl Fn(&str) -> bool {
    let mut own: Vec<String> = Vec::new();
    for place in ranked {
        let option = &scenario.options[*place];
        own.push(format!("options.{}.", option.id));
        if let Plan::Cascade(cascade) = &option.plan {
            let parts = [Some(&cascade.small), cascade.large.as_ref()];
            own.extend(
                parts
                    .into_iter()
                    .flatten()
                    .map(|id| format!("options.{id}.")),
            );
        }
    }
    move |path| !path.starts_with("options.") || own.iter().any(|own| path.starts_with(own))
}

/// Shares of all weightings at each rank, and central weights (SMAA-2), by net benefit at the
/// scenario's figures.
///
/// On the money axis all weightings of the criteria are looked at, and a point of value keeps its
/// worth: the net benefit `Σ wⱼ·100·u·vⱼ − NPV` is `Σ wⱼ·(100·u·vⱼ − NPV)`, because weights sum to
/// one.
/// Where cost is a criterion its weight is varied with the others, as the last.
fn ranks(
    scenario: &Scenario,
    weighing: &Weighing,
    ranked: &[usize],
    weightings: u32,
) -> (Vec<Vec<f64>>, Vec<Option<Vec<f64>>>) {
    let axis = &scenario.priorities.money_axis;
    let swing = (axis.worst_cost_usd.value - axis.best_cost_usd.value).max(0.0);
    let row = |option: &OptionWeighing| -> Vec<f64> {
        let cost = option.npv_usd.unwrap_or(f64::INFINITY);
        let values = option.performances.iter().map(|it| it.value);
        match weighing.cost_weight {
            Some(_) => values.map(|value| swing * value).chain([-cost]).collect(),
            None if option.performances.is_empty() => vec![-cost],
            None => values
                .map(|value| 100.0 * weighing.usd_per_point * value - cost)
                .collect(),
        }
    };
    let rows = ranked.iter().map(|place| row(&weighing.options[*place]));
    let found = Table::new(rows.collect()).and_then(|table| {
        let space = WeightSpace::all(table.criteria())?;
        let seed = scenario.sampling.seed;
        Acceptability::new(&table, &space, weightings, seed)
    });
    let has_criteria = !scenario.priorities.criteria.is_empty();
    match found {
        Ok(found) if has_criteria => (found.by_rank, found.central_weights),
        Ok(found) => (found.by_rank, vec![None; ranked.len()]),
        Err(_) => (Vec::new(), Vec::new()),
    }
}

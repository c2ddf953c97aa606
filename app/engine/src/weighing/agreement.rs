//! Whether other methods would choose the same option.

use super::types::{Agreement, MethodVerdict, OptionWeighing};
use super::weights::Weighting;
use crate::decision::promethee::{Preference, promethee_ii};
use crate::decision::table::{Direction, Table};
use crate::decision::topsis::{Scaling, topsis};
use crate::decision::weights::Weights;
use crate::scenario::MoneyAxis;

/// A lead of up to this share of a whole swing counts for nothing in PROMETHEE II.
const INDIFFERENT: f64 = 0.05;

/// A lead from this share of a whole swing on counts fully in PROMETHEE II.
const FULL: f64 = 0.5;

/// What the weighted sum, TOPSIS, PROMETHEE II and cost alone put first among the options in the
/// running.
///
/// Cost is one column beside the criteria, at the weight that the worth of a point implies:
/// `S/(S + 100·u)` of all, with `S` the swing of cost. Where cost is a criterion, `S` lies between
/// its anchors; on the money axis between the cheapest and the dearest of these options, because
/// nobody was asked for anchors.
pub(super) fn agreement(
    options: &[OptionWeighing],
    ranking: &[usize],
    weighting: &Weighting,
    axis: &MoneyAxis,
) -> Agreement {
    let Some(best) = ranking.first().copied() else {
        return Agreement::default();
    };
    // In the order of ids, so that the order of the options decides nothing.
    let mut running = ranking.to_vec();
    running.sort_by(|one, other| options[*one].id.cmp(&options[*other].id));
    let cost = |place: usize| options[place].npv_usd.unwrap_or(f64::INFINITY);
    let dearest = running
        .iter()
        .map(|it| cost(*it))
        .fold(f64::NEG_INFINITY, f64::max);
    let cheapest = running
        .iter()
        .map(|it| cost(*it))
        .fold(f64::INFINITY, f64::min);
    let (worst_usd, best_usd) = match weighting.cost {
        Some(_) => (axis.worst_cost_usd.value, axis.best_cost_usd.value),
        None => (dearest, cheapest),
    };
    let swing = worst_usd - best_usd;
    let rows = running
        .iter()
        .map(|place| {
            let value_of_cost = if swing > 0.0 {
                ((worst_usd - cost(*place)) / swing).clamp(0.0, 1.0)
            } else {
                0.5
            };
            let values = options[*place].performances.iter().map(|it| it.value);
            values.chain([value_of_cost]).collect()
        })
        .collect();
    let proportions: Vec<f64> = weighting
        .criteria
        .iter()
        .map(|weight| weight * 100.0 * weighting.usd_per_point)
        .chain([swing.max(0.0)])
        .collect();
    let mut methods = Vec::new();
    let mut say = |method, place: usize| {
        methods.push(MethodVerdict {
            method,
            best: place,
            agrees: place == best,
        });
    };
    if let (Ok(table), Ok(weights)) = (Table::new(rows), Weights::new(&proportions)) {
        let directions = vec![Direction::Higher; table.criteria()];
        let preference = Preference::Linear {
            indifference: INDIFFERENT,
            full: FULL,
        };
        let preferences = vec![preference; table.criteria()];
        let sums = crate::decision::weighted_sum::weighted_sum(&table, &weights);
        let closeness = topsis(&table, &directions, &weights, Scaling::None);
        let flows = promethee_ii(&table, &directions, &weights, &preferences);
        for (method, scores) in [
            ("weighted-sum", sums),
            ("topsis", closeness),
            ("promethee-ii", flows.map(|flows| flows.net)),
        ] {
            if let Some(first) = scores
                .ok()
                .and_then(|scores| first(&scores, &running, best))
            {
                say(method, first);
            }
        }
    }
    let savings: Vec<f64> = running.iter().map(|place| -cost(*place)).collect();
    if let Some(first) = first(&savings, &running, best) {
        say("cheapest", first);
    }
    Agreement { methods }
}

/// The place of the highest score; a tie with the option of the recommendation is agreement.
fn first(scores: &[f64], running: &[usize], best: usize) -> Option<usize> {
    let highest = crate::decision::ranking::best_place(scores)?;
    let of_best = running.iter().position(|place| *place == best)?;
    let slack = 1e-12 * scores.iter().fold(0.0, |most: f64, it| most.max(it.abs()));
    Some(if scores[of_best] >= scores[highest] - slack {
        best
    } else {
        running[highest]
    })
}

//! Choosing now and looking again later: what the second look is worth.

use std::ops::ControlFlow;

use super::drawn::Drawn;
use super::prospects::weigh_drawn;
use super::types::Review;
use crate::evaluate::evaluate;
use crate::scenario::{DecisionOption, Scenario};
use crate::uncertainty::sample::Sample;

/// Starting with one option, looking again after the months that the scenario says, and changing
/// where another has become the better one for the rest; none where nobody looks again inside the
/// horizon or no option is in the running.
///
/// In each draw, going on with the start is compared with leaving it: its exit work is paid in
/// full, the months side by side at its mean monthly cost so far, and the successor's own start in
/// full; value counts in proportion to the discounted months that an option serves.
/// A start's machines fetch nothing when it is left, and its expected exit at the end of the
/// horizon falls away.
/// A share `known_share` of what is uncertain is known by then: with that chance the draw is known
/// and the best way on is taken, otherwise the way that is best on average is.
/// Staying is always a way on, so the second look is never worth less than nothing.
///
/// # Source
/// Dixit and Pindyck 1994, *Investment under Uncertainty*, chapter 2, for the value of waiting as
/// the worth of choosing later less that of choosing now.
pub fn review(scenario: &Scenario, sample: &Sample) -> Option<Review> {
    let review = &scenario.priorities.review;
    let after_months = review.after_months.value as u16;
    let horizon = scenario.question.horizon_months;
    if after_months == 0 || after_months >= horizon || sample.draws == 0 {
        return None;
    }
    let outcome = evaluate(scenario);
    let drawn = Drawn::of(scenario, sample, &mut || ControlFlow::Continue(()))?;
    let weighing = weigh_drawn(scenario, &outcome, &drawn);
    let worths = drawn.worths(scenario, &outcome);
    let is_whole = |place: &usize| {
        weighing.options[*place].is_in_the_running
            && sample.options[*place].cumulative_usd.iter().all(|month| {
                month.len() == sample.draws && month.iter().all(|cost| cost.is_finite())
            })
    };
    let running: Vec<usize> = (0..scenario.options.len()).filter(is_whole).collect();
    let months = Months::of(scenario, &drawn, usize::from(after_months));
    let paths: Vec<Path> = running
        .iter()
        .map(|place| {
            let worth =
                |draw: usize| worths.usd_per_point[draw] * worths.value_points[*place][draw];
            months.path(&drawn, &scenario.options[*place], *place, worth)
        })
        .collect();
    let starts: Vec<Start> = (0..running.len())
        .map(|from| start(&paths, from, review.known_share.value))
        .collect();
    // The option whose id comes first where several tie.
    let mut by_id: Vec<usize> = (0..running.len()).collect();
    by_id.sort_by_key(|place| &scenario.options[running[*place]].id);
    let highest = |list: &dyn Fn(usize) -> f64| {
        let mut best = *by_id.first()?;
        for place in &by_id {
            if list(*place) > list(best) {
                best = *place;
            }
        }
        Some(best)
    };
    let with = highest(&|place| starts[place].with_look)?;
    let without = highest(&|place| starts[place].without_look)?;
    Some(Review {
        after_months,
        start_with: running
            .iter()
            .zip(&starts)
            .map(|(place, start)| (*place, start.with_look))
            .collect(),
        without_review: running
            .iter()
            .zip(&starts)
            .map(|(place, start)| (*place, start.without_look))
            .collect(),
        // Below nought lies only rounding.
        value_of_waiting_usd: f64::max(0.0, starts[with].with_look - starts[without].without_look),
        change_to: running
            .iter()
            .zip(&starts[with].shares)
            .map(|(place, share)| (*place, *share))
            .collect(),
    })
}

/// Discount factors and the month of the second look.
struct Months {
    after: usize,
    /// By draw: the factor by which a month discounts.
    step: Vec<f64>,
    horizon: usize,
}

/// What an option brings and costs before and after the second look, by draw in USD of present
/// value; money spent is negative.
struct Path {
    /// Chosen at the start, until the second look.
    before: Vec<f64>,
    /// From the second look on, where it was chosen at the start.
    going_on: Vec<f64>,
    /// Leaving it at the second look.
    leaving: Vec<f64>,
    /// From the second look on, where it is chosen then.
    taking_over: Vec<f64>,
}

/// What a start comes to.
struct Start {
    without_look: f64,
    with_look: f64,
    /// Share of draws in which each option serves the rest.
    shares: Vec<f64>,
}

impl Months {
    fn of(scenario: &Scenario, drawn: &Drawn<'_>, after: usize) -> Months {
        let rate = &scenario.finance.discount_rate_per_year;
        let rate = drawn.column("finance.discount_rate_per_year", rate);
        let step = |draw: usize| 1.0 / libm::pow(1.0 + rate.at(draw), 1.0 / 12.0);
        Months {
            after,
            step: (0..drawn.sample.draws).map(step).collect(),
            horizon: usize::from(scenario.question.horizon_months),
        }
    }

    fn path(
        &self,
        drawn: &Drawn<'_>,
        option: &DecisionOption,
        place: usize,
        worth: impl Fn(usize) -> f64,
    ) -> Path {
        let months = &drawn.sample.options[place].cumulative_usd;
        let moving = &option.transition;
        let column = |field: &str, figure| {
            drawn.column(&format!("options.{}.transition.{field}", option.id), figure)
        };
        let work = [
            column("exit_reprompting_usd", &moving.exit_reprompting_usd),
            column("exit_reevaluation_usd", &moving.exit_reevaluation_usd),
            column("exit_egress_usd", &moving.exit_egress_usd),
        ];
        let side_by_side = column("exit_parallel_run_months", &moving.exit_parallel_run_months);
        let count = drawn.sample.draws;
        let mut path = Path {
            before: Vec::with_capacity(count),
            going_on: Vec::with_capacity(count),
            leaving: Vec::with_capacity(count),
            taking_over: Vec::with_capacity(count),
        };
        for (draw, step) in self.step.iter().enumerate() {
            let cost_up_to = |month: usize| months[month][draw];
            let start = cost_up_to(0);
            let (mut early, mut late) = (start, 0.0);
            let (mut served, mut rest) = (0.0, 0.0);
            let (mut factor, mut at_look) = (1.0, 1.0);
            for month in 1..=self.horizon {
                factor *= step;
                let cost = (cost_up_to(month) - cost_up_to(month - 1)) * factor;
                if month <= self.after {
                    early += cost;
                    served += factor;
                    at_look = factor;
                } else {
                    late += cost;
                    rest += factor;
                }
            }
            let share = served / (served + rest);
            let worth = worth(draw);
            let monthly = (cost_up_to(self.after) - start) / self.after as f64;
            let exit: f64 =
                work.iter().map(|it| it.at(draw)).sum::<f64>() + side_by_side.at(draw) * monthly;
            path.before.push(share * worth - early);
            path.going_on.push((1.0 - share) * worth - late);
            path.leaving.push(-exit * at_look);
            path.taking_over
                .push((1.0 - share) * worth - late - start * at_look);
        }
        path
    }
}

/// What starting with an option comes to, with the second look and without.
fn start(paths: &[Path], from: usize, known_share: f64) -> Start {
    let own = &paths[from];
    let count = own.before.len();
    let onward = |to: usize, draw: usize| {
        if to == from {
            own.going_on[draw]
        } else {
            own.leaving[draw] + paths[to].taking_over[draw]
        }
    };
    // Staying first, so that nobody changes without a gain.
    let order: Vec<usize> = std::iter::once(from)
        .chain((0..paths.len()).filter(|place| *place != from))
        .collect();
    let best_of = |value: &dyn Fn(usize) -> f64| {
        let mut best = from;
        for place in &order {
            if value(*place) > value(best) {
                best = *place;
            }
        }
        best
    };
    let mut shares = vec![0.0; paths.len()];
    let mut known = 0.0;
    let mut means = vec![0.0; paths.len()];
    for draw in 0..count {
        let best = best_of(&|to| onward(to, draw));
        known += onward(best, draw);
        shares[best] += known_share;
        for (to, mean) in means.iter_mut().enumerate() {
            *mean += onward(to, draw);
        }
    }
    let blind = best_of(&|to| means[to]);
    shares[blind] += (1.0 - known_share) * count as f64;
    let before: f64 = own.before.iter().sum();
    let count = count as f64;
    Start {
        without_look: (before + means[from]) / count,
        with_look: (before + known_share * known + (1.0 - known_share) * means[blind]) / count,
        shares: shares.into_iter().map(|share| share / count).collect(),
    }
}

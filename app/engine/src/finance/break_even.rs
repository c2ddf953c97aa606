//! Where two options cost the same, in closed form.
//!
//! Any other shape of cost goes through [`super::intervals_where_negative`].

use super::error::{FinanceError, finite, not_negative, positive};
use super::intervals::{Interval, join};
use weighbridge_units::{HOURS_PER_MONTH, SECONDS_PER_HOUR};

/// Two options, each with a fixed cost and a cost per unit of volume.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinearCosts {
    /// Fixed cost of the first.
    pub fixed_a: f64,
    /// Cost per unit of the first.
    pub variable_a: f64,
    /// Fixed cost of the second.
    pub fixed_b: f64,
    /// Cost per unit of the second.
    pub variable_b: f64,
}

/// The volume at which both cost the same, and what they cost there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinearBreakEven {
    /// In the unit of the variable costs.
    pub volume: f64,
    /// What either costs at that volume.
    pub cost: f64,
}

/// `(F_b − F_a) ÷ (v_a − v_b)`; `None` where the lines are parallel or meet below a volume of zero.
pub fn linear_break_even(costs: &LinearCosts) -> Result<Option<LinearBreakEven>, FinanceError> {
    let fixed = finite("the fixed cost", costs.fixed_b)? - finite("the fixed cost", costs.fixed_a)?;
    let variable = finite("the cost per unit", costs.variable_a)?
        - finite("the cost per unit", costs.variable_b)?;
    let volume = fixed / variable;
    if !volume.is_finite() || volume < 0.0 {
        return Ok(None);
    }
    // Zero over a negative number is a negative zero, which would be printed with its sign.
    let volume = volume.abs();
    Ok(Some(LinearBreakEven {
        volume,
        cost: costs.fixed_a + costs.variable_a * volume,
    }))
}

/// A price per million tokens against a fixed cost, whole replicas and a cost per million.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StepCosts {
    /// What the API asks per million tokens.
    pub api_price_per_million: f64,
    /// Self-hosting: each month, whatever the volume.
    pub fixed_month: f64,
    /// Self-hosting: each replica, each month.
    pub replica_cost_month: f64,
    /// What a replica serves in a month, in million tokens.
    pub replica_capacity_million: f64,
    /// Self-hosting: per million tokens.
    pub self_variable_per_million: f64,
    /// The largest volume looked at, in million tokens a month.
    pub max_volume: f64,
}

/// Where self-hosting is cheaper; each replica that is added can make it dearer again.
#[derive(Debug, Clone, PartialEq)]
pub struct StepBreakEven {
    /// Ranges of volume in which it is cheaper, rising; each excludes its start and includes its end.
    pub cheaper: Vec<Interval>,
    /// Where the first begins; `None` without any.
    pub first_crossing: Option<f64>,
    /// Where the last begins, if it lasts up to the largest volume looked at.
    pub always_cheaper_beyond: Option<f64>,
}

/// The most separate ranges that are listed.
const MOST_INTERVALS: usize = 100_000;

/// Where `p·x > F + c·⌈x/K⌉ + v·x` for `0 < x ≤ max`, exactly.
///
/// With `n` replicas that is `x > (F + c·n)/(p − v)` and `(n−1)K < x ≤ nK`. Self-hosting is first
/// cheaper within step `n > F/D` and without a gap from `n ≥ (F + c)/D` on, where
/// `D = (p − v)K − c` is what one full replica earns.
pub fn step_break_even(costs: &StepCosts) -> Result<StepBreakEven, FinanceError> {
    let fixed = not_negative("the fixed cost", costs.fixed_month)?;
    let each = not_negative("the cost of a replica", costs.replica_cost_month)?;
    let capacity = positive("the capacity of a replica", costs.replica_capacity_million)?;
    let max = not_negative("the largest volume", costs.max_volume)?;
    let margin = not_negative("the price of the API", costs.api_price_per_million)?
        - not_negative("the cost per million", costs.self_variable_per_million)?;
    let earned = margin * capacity - each;
    let mut cheaper: Vec<Interval> = Vec::new();
    // Without a margin, or with replicas that cost more than they save when full, never.
    if margin > 0.0 && earned > 0.0 {
        let gapless_from = ((fixed + each) / earned).ceil() + 1.0;
        let mut step = (fixed / earned).floor().max(1.0);
        while (step - 1.0) * capacity < max {
            let begin = ((fixed + each * step) / margin).max((step - 1.0) * capacity);
            let gapless = step > gapless_from;
            let end = if gapless {
                max
            } else {
                (step * capacity).min(max)
            };
            // What rounding alone makes of a step that only touches is not an interval.
            if begin < end - 1e-12 * end {
                join(&mut cheaper, Interval { start: begin, end });
            }
            // A step that no longer counts up is beyond what `f64` can tell apart.
            if cheaper.len() > MOST_INTERVALS || step + 1.0 == step {
                return Err(FinanceError::TooManyIntervals {
                    limit: MOST_INTERVALS,
                });
            }
            if gapless {
                break;
            }
            step += 1.0;
        }
    }
    Ok(StepBreakEven {
        first_crossing: cheaper.first().map(|interval| interval.start),
        always_cheaper_beyond: cheaper
            .last()
            .filter(|interval| interval.end >= max)
            .map(|interval| interval.start),
        cheaper,
    })
}

/// How busy a rented machine must be to match a price per token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UtilisationBreakEven {
    /// What a million tokens cost on a machine that is never idle.
    pub cost_per_million_at_full: f64,
    /// The share of the time that it must be busy; `None` where even all of it is not enough.
    pub utilisation: Option<f64>,
    /// The tokens of a month at that share.
    pub tokens_per_month: Option<f64>,
}

/// The utilisation at which a machine billed by the hour costs as much per token as an API.
///
/// `u = (cost per hour ÷ tokens per hour at full) ÷ price`; a month has 730 hours.
pub fn utilisation_break_even(
    cost_per_hour: f64,
    tokens_per_second_full: f64,
    api_price_per_million: f64,
) -> Result<UtilisationBreakEven, FinanceError> {
    not_negative("the cost per hour", cost_per_hour)?;
    not_negative("the price of the API", api_price_per_million)?;
    let million_per_hour =
        positive("the tokens per second", tokens_per_second_full)? * SECONDS_PER_HOUR / 1e6;
    let cost_per_million_at_full = cost_per_hour / million_per_hour;
    let ratio = cost_per_million_at_full / api_price_per_million;
    // A machine that costs nothing matches even a price of nothing, at no use at all.
    let ratio = if cost_per_hour == 0.0 { 0.0 } else { ratio };
    let utilisation = (ratio <= 1.0 + 1e-12).then_some(ratio.min(1.0));
    Ok(UtilisationBreakEven {
        cost_per_million_at_full,
        utilisation,
        tokens_per_month: utilisation.map(|share| share * million_per_hour * 1e6 * HOURS_PER_MONTH),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const STEPS: StepCosts = StepCosts {
        api_price_per_million: 4.0,
        fixed_month: 3000.0,
        replica_cost_month: 2600.0,
        replica_capacity_million: 900.0,
        self_variable_per_million: 0.0,
        max_volume: 10_000.0,
    };

    fn pairs(costs: &StepCosts) -> Vec<(f64, f64)> {
        step_break_even(costs)
            .unwrap()
            .cheaper
            .iter()
            .map(|interval| (interval.start, interval.end))
            .collect()
    }

    #[test]
    fn lines_meet_once_or_never() {
        let costs = LinearCosts {
            fixed_a: 0.0,
            variable_a: 5.0,
            fixed_b: 100.0,
            variable_b: 3.0,
        };
        assert_eq!(
            linear_break_even(&costs),
            Ok(Some(LinearBreakEven {
                volume: 50.0,
                cost: 250.0
            }))
        );
        let parallel = LinearCosts {
            variable_b: 5.0,
            ..costs
        };
        assert_eq!(linear_break_even(&parallel), Ok(None));
        let same = LinearCosts {
            fixed_b: 0.0,
            ..parallel
        };
        assert_eq!(linear_break_even(&same), Ok(None));
        let at_zero = LinearCosts {
            fixed_b: 0.0,
            variable_b: 9.0,
            ..costs
        };
        let zero = linear_break_even(&at_zero).unwrap().unwrap();
        assert!(zero.volume == 0.0 && zero.volume.is_sign_positive());
        assert!(
            linear_break_even(&LinearCosts {
                fixed_a: f64::NAN,
                ..costs
            })
            .is_err()
        );
    }

    #[test]
    fn steps_make_several_intervals() {
        assert_eq!(
            pairs(&STEPS),
            [(3350.0, 3600.0), (4000.0, 4500.0), (4650.0, 10_000.0)]
        );
        // The largest volume cuts the last interval, and may cut all of them away.
        let until = |max_volume| StepCosts {
            max_volume,
            ..STEPS
        };
        assert_eq!(pairs(&until(4200.0)), [(3350.0, 3600.0), (4000.0, 4200.0)]);
        assert_eq!(pairs(&until(3700.0)), [(3350.0, 3600.0)]);
        assert_eq!(
            step_break_even(&until(3700.0))
                .unwrap()
                .always_cheaper_beyond,
            None
        );
        assert_eq!(pairs(&until(3350.0)), []);
        assert_eq!(pairs(&until(0.0)), []);
    }

    #[test]
    fn replicas_that_never_earn_their_keep_are_never_cheaper() {
        assert_eq!(
            pairs(&StepCosts {
                replica_cost_month: 3600.0,
                ..STEPS
            }),
            []
        );
        assert_eq!(
            pairs(&StepCosts {
                self_variable_per_million: 5.0,
                ..STEPS
            }),
            []
        );
        // Free replicas: one straight line.
        assert_eq!(
            pairs(&StepCosts {
                replica_cost_month: 0.0,
                ..STEPS
            }),
            [(750.0, 10_000.0)]
        );
        // Nothing fixed: cheaper within the first step already.
        assert_eq!(
            pairs(&StepCosts {
                fixed_month: 0.0,
                max_volume: 900.0,
                ..STEPS
            }),
            [(650.0, 900.0)]
        );
        // A huge range ends at once, because no gap follows once replicas earn enough.
        let huge = StepCosts {
            max_volume: 1e15,
            ..STEPS
        };
        assert_eq!(pairs(&huge).len(), 3);
        let scattered = StepCosts {
            replica_cost_month: 3600.0 * (1.0 - 1e-9),
            max_volume: 1e18,
            ..STEPS
        };
        assert!(matches!(
            step_break_even(&scattered),
            Err(FinanceError::TooManyIntervals { .. })
        ));
    }

    #[test]
    fn the_intervals_are_where_a_direct_look_finds_them() {
        for costs in [
            STEPS,
            StepCosts {
                fixed_month: 0.0,
                ..STEPS
            },
            StepCosts {
                self_variable_per_million: 0.7,
                fixed_month: 950.0,
                ..STEPS
            },
            StepCosts {
                replica_capacity_million: 333.3,
                replica_cost_month: 900.0,
                ..STEPS
            },
        ] {
            let found = pairs(&costs);
            for index in 1..5000 {
                let volume = f64::from(index) * 1.999_7;
                let own = costs.fixed_month
                    + costs.replica_cost_month * (volume / costs.replica_capacity_million).ceil()
                    + costs.self_variable_per_million * volume;
                let listed = found
                    .iter()
                    .any(|&(start, end)| start < volume && volume <= end);
                assert_eq!(
                    listed,
                    costs.api_price_per_million * volume > own,
                    "{volume}"
                );
            }
        }
    }

    #[test]
    fn a_machine_that_is_too_dear_when_full_never_breaks_even() {
        let dear = utilisation_break_even(10.0, 1000.0, 1.0).unwrap();
        assert!(dear.cost_per_million_at_full > 1.0);
        assert_eq!((dear.utilisation, dear.tokens_per_month), (None, None));
        let exact = utilisation_break_even(3.6, 1000.0, 1.0).unwrap();
        assert_eq!(exact.utilisation, Some(1.0));
        assert_eq!(
            utilisation_break_even(1.0, 10.0, 0.0).unwrap().utilisation,
            None
        );
        assert_eq!(
            utilisation_break_even(0.0, 10.0, 0.0).unwrap().utilisation,
            Some(0.0)
        );
        assert!(utilisation_break_even(1.0, 0.0, 1.0).is_err());
    }
}

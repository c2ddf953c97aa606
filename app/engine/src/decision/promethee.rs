//! PROMETHEE II: options compared pair by pair, criterion by criterion.

use super::error::{DecisionError, counted, not_negative, positive};
use super::table::{Direction, Table};
use super::weights::Weights;

/// How strongly a lead in one criterion counts, from 0 to 1. A lead of zero or less counts nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Preference {
    /// Any lead counts fully.
    Usual,
    /// A lead above `indifference` counts fully.
    UShape {
        /// Leads up to here do not count.
        indifference: f64,
    },
    /// Rises in proportion up to `full`.
    VShape {
        /// Leads from here on count fully.
        full: f64,
    },
    /// A half above `indifference`, all above `full`.
    Level {
        /// Leads up to here do not count.
        indifference: f64,
        /// Leads above here count fully.
        full: f64,
    },
    /// Rises in proportion from `indifference` to `full`.
    Linear {
        /// Leads up to here do not count.
        indifference: f64,
        /// Leads above here count fully.
        full: f64,
    },
    /// `1 − exp(−d²/2s²)`.
    Gaussian {
        /// The lead `s` at which the curve is steepest.
        inflection: f64,
    },
}

/// How much each option outranks the others and is outranked.
#[derive(Debug, Clone, PartialEq)]
pub struct Flows {
    /// Mean preference over each of the others, from 0 to 1.
    pub leaving: Vec<f64>,
    /// Mean preference of the others over this one, from 0 to 1.
    pub entering: Vec<f64>,
    /// The difference, which ranks the options; sums to zero.
    pub net: Vec<f64>,
}

/// The flows of PROMETHEE II. An option without others has flows of zero.
///
/// # Errors
/// [`DecisionError`] where lists differ in length or thresholds are negative or not in order.
///
/// # Source
/// Brans and Vincke 1985, "A Preference Ranking Organisation Method", Management Science 31(6);
/// thresholds are read as `d ≤ q`: 0, `q < d ≤ p`: the middle branch.
pub fn promethee_ii(
    table: &Table,
    directions: &[Direction],
    weights: &Weights,
    preferences: &[Preference],
) -> Result<Flows, DecisionError> {
    counted("directions", directions.len(), table.criteria())?;
    counted("weights", weights.criteria(), table.criteria())?;
    counted("preference shapes", preferences.len(), table.criteria())?;
    for preference in preferences {
        preference.check()?;
    }
    let options = table.options();
    let others = options.saturating_sub(1).max(1) as f64;
    let strength = |one: &[f64], other: &[f64]| -> f64 {
        (0..table.criteria())
            .map(|criterion| {
                let lead = match directions[criterion] {
                    Direction::Higher => one[criterion] - other[criterion],
                    Direction::Lower => other[criterion] - one[criterion],
                };
                weights.as_slice()[criterion] * preferences[criterion].strength(lead)
            })
            .sum()
    };
    let mut leaving = vec![0.0; options];
    let mut entering = vec![0.0; options];
    for (one, row) in table.rows().iter().enumerate() {
        for (other, other_row) in table.rows().iter().enumerate() {
            if one != other {
                let strength = strength(row, other_row) / others;
                leaving[one] += strength;
                entering[other] += strength;
            }
        }
    }
    let net = leaving.iter().zip(&entering).map(|(out, into)| out - into);
    let net = net.collect();
    Ok(Flows {
        leaving,
        entering,
        net,
    })
}

impl Preference {
    /// How strongly a lead counts.
    pub fn strength(self, lead: f64) -> f64 {
        if lead <= 0.0 {
            return 0.0;
        }
        match self {
            Preference::Usual => 1.0,
            Preference::UShape { indifference } if lead <= indifference => 0.0,
            Preference::UShape { .. } => 1.0,
            Preference::VShape { full } if lead <= full => lead / full,
            Preference::VShape { .. } => 1.0,
            Preference::Level { indifference, .. } | Preference::Linear { indifference, .. }
                if lead <= indifference =>
            {
                0.0
            }
            Preference::Level { full, .. } if lead <= full => 0.5,
            Preference::Linear { indifference, full } if lead <= full => {
                (lead - indifference) / (full - indifference)
            }
            Preference::Level { .. } | Preference::Linear { .. } => 1.0,
            Preference::Gaussian { inflection } => {
                let ratio = lead / inflection;
                -libm::expm1(-0.5 * ratio * ratio)
            }
        }
    }

    fn check(self) -> Result<(), DecisionError> {
        match self {
            Preference::Usual => Ok(()),
            Preference::UShape { indifference } => {
                not_negative("the threshold of indifference", indifference).map(|_| ())
            }
            Preference::VShape { full } => {
                not_negative("the threshold of preference", full).map(|_| ())
            }
            Preference::Level { indifference, full }
            | Preference::Linear { indifference, full } => {
                not_negative("the threshold of indifference", indifference)?;
                not_negative("the threshold of preference", full)?;
                if indifference <= full {
                    Ok(())
                } else {
                    Err(DecisionError::NotRising {
                        what: "the range from indifference to preference",
                        start: indifference,
                        end: full,
                    })
                }
            }
            Preference::Gaussian { inflection } => {
                positive("the inflection of the preference", inflection).map(|_| ())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn thresholds_belong_to_the_branch_below_them() {
        let level = Preference::Level {
            indifference: 1.0,
            full: 2.0,
        };
        let linear = Preference::Linear {
            indifference: 1.0,
            full: 3.0,
        };
        let u = Preference::UShape { indifference: 1.0 };
        let v = Preference::VShape { full: 4.0 };
        for (shape, lead, want) in [
            (Preference::Usual, 0.0, 0.0),
            (Preference::Usual, 1e-300, 1.0),
            (u, 1.0, 0.0),
            (u, 1.1, 1.0),
            (v, 1.0, 0.25),
            (v, 4.0, 1.0),
            (v, 9.0, 1.0),
            (level, 1.0, 0.0),
            (level, 2.0, 0.5),
            (level, 2.1, 1.0),
            (linear, 1.0, 0.0),
            (linear, 2.0, 0.5),
            (linear, 3.0, 1.0),
            (linear, 9.0, 1.0),
            (linear, -9.0, 0.0),
        ] {
            assert_eq!(shape.strength(lead), want, "{shape:?} {lead}");
        }
        let bell = Preference::Gaussian { inflection: 2.0 };
        assert!((bell.strength(2.0) - 0.393_469_340_287_366_6).abs() < 1e-15);
    }

    #[test]
    fn one_option_has_no_flow_and_wrong_thresholds_are_refused() {
        let one = Table::new(vec![vec![3.0]]).unwrap();
        let weights = Weights::equal(1).unwrap();
        let flows = promethee_ii(&one, &[Direction::Higher], &weights, &[Preference::Usual]);
        assert_eq!(flows.unwrap().net, [0.0]);
        for wrong in [
            Preference::VShape { full: -1.0 },
            Preference::Level {
                indifference: 2.0,
                full: 1.0,
            },
            Preference::Gaussian { inflection: 0.0 },
            Preference::UShape {
                indifference: f64::NAN,
            },
        ] {
            assert!(promethee_ii(&one, &[Direction::Higher], &weights, &[wrong]).is_err());
        }
    }
}

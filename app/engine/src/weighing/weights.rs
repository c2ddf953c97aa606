//! Whose weights count: everybody's swings, orders and comparisons, and the group's mean.

use std::collections::BTreeMap;

use crate::decision::pairwise::{
    Consistency, Light, PairwiseMatrix, PriorityMethod, RandomIndex, Triad,
};
use crate::decision::weights::Weights;
use crate::figure::Figure;
use crate::scenario::{COST, CostRole, Elicitation, Participant, Priorities, SWING};
use crate::uncertainty::ranges::Cell;

/// The least weight of cost where it is a criterion: with none at all a point of value would be
/// worth an endless sum.
pub const LEAST_COST_WEIGHT: f64 = 0.001;

/// Everybody who weighs, ready to be asked in every draw.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Panel {
    voices: Vec<Voice>,
    criteria: usize,
    /// From the worst to the best cost in USD, where cost is a criterion.
    cost_swing: Option<(Cell, Cell)>,
    usd_per_point: Cell,
}

/// What somebody said, or what stands in while nobody says anything.
#[derive(Debug, Clone, PartialEq)]
enum Voice {
    /// Swing points, criterion by criterion.
    Points(Vec<Cell>),
    /// Weights that nothing moves, because orders and comparisons have no range.
    Settled(Vec<f64>),
}

/// What a group's or a participant's weights come to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weighting {
    /// The weights of the criteria, cost apart; they sum to one.
    pub criteria: Vec<f64>,
    /// The weight of cost against all of them, where it is a criterion.
    pub cost: Option<f64>,
    /// What a point of value is worth in USD.
    pub usd_per_point: f64,
}

impl Panel {
    /// Whether the weights or the worth of a point differ from draw to draw.
    pub(super) fn is_drawn(&self) -> bool {
        let drawn = |cell: &Cell| matches!(cell, Cell::Drawn(_));
        let said = |voice: &Voice| match voice {
            Voice::Points(points) => points.iter().any(drawn),
            Voice::Settled(_) => false,
        };
        drawn(&self.usd_per_point) || self.voices.iter().any(said)
    }

    /// The panel of some priorities; `cell` says what stands at a path.
    pub(super) fn of(
        priorities: &Priorities,
        cell: &mut dyn FnMut(&str, &Figure) -> Cell,
    ) -> Panel {
        let ids = ids(priorities);
        let mut voices: Vec<Voice> = priorities
            .participants
            .iter()
            .map(|participant| voice(priorities, participant, &ids, cell))
            .collect();
        if voices.is_empty() {
            voices.push(Voice::Points(
                ids.iter()
                    .map(|id| starting_points(priorities, id, cell))
                    .collect(),
            ));
        }
        let axis = &priorities.money_axis;
        let mut money = |field: &str, figure: &Figure| cell(&format!("money_axis.{field}"), figure);
        let usd_per_point = money("usd_per_point", &axis.usd_per_point);
        let worst = money("worst_cost_usd", &axis.worst_cost_usd);
        let best = money("best_cost_usd", &axis.best_cost_usd);
        Panel {
            voices,
            criteria: priorities.criteria.len(),
            cost_swing: is_cost_weighed(priorities).then_some((worst, best)),
            usd_per_point,
        }
    }

    /// The group's weights: the mean of everybody's, each summing to one.
    pub(super) fn group(&self, value: &impl Fn(Cell) -> f64) -> Weighting {
        let mut sum: Vec<f64> = Vec::new();
        for place in 0..self.voices.len() {
            let weights = self.shares(place, value);
            if sum.is_empty() {
                sum = weights;
            } else {
                for (sum, weight) in sum.iter_mut().zip(weights) {
                    *sum += weight;
                }
            }
        }
        let count = self.voices.len() as f64;
        sum.iter_mut().for_each(|weight| *weight /= count);
        self.weighting(&sum, value)
    }

    /// One participant's weights, by their place.
    pub(super) fn participant(&self, place: usize, value: &impl Fn(Cell) -> f64) -> Weighting {
        self.weighting(&self.shares(place, value), value)
    }

    /// Somebody's weights with that of cost last, where it is weighed; they sum to one.
    fn shares(&self, place: usize, value: &impl Fn(Cell) -> f64) -> Vec<f64> {
        match &self.voices[place] {
            Voice::Settled(weights) => weights.clone(),
            Voice::Points(points) => {
                let points: Vec<f64> = points.iter().map(|cell| value(*cell)).collect();
                normalised(&points)
            }
        }
    }

    /// Parts cost from the criteria, and says what a point is worth.
    ///
    /// With weight `c` of cost, and cost worth 0 at `worst` and 1 at `best`, an option is worth
    /// `(1 − c)·V/100 + c·(worst − NPV)/(worst − best)`.
    /// Times `(worst − best)/c` that is `u·V − NPV` and a constant, with
    /// `u = (1 − c)/c · (worst − best)/100`: the same order as on the money axis.
    fn weighting(&self, shares: &[f64], value: &impl Fn(Cell) -> f64) -> Weighting {
        let Some((worst, best)) = self.cost_swing else {
            return Weighting {
                criteria: shares.to_vec(),
                cost: None,
                usd_per_point: value(self.usd_per_point),
            };
        };
        let cost = shares[self.criteria].max(LEAST_COST_WEIGHT);
        let swing = (value(worst) - value(best)).max(0.0);
        Weighting {
            criteria: normalised(&shares[..self.criteria]),
            cost: Some(cost),
            usd_per_point: (1.0 - cost) / cost * swing / 100.0,
        }
    }
}

impl Weighting {
    /// Half the sum of absolute differences between two weightings, from 0 to 1.
    pub(super) fn distance(&self, other: &Weighting) -> f64 {
        let difference: f64 = self
            .all()
            .iter()
            .zip(other.all())
            .map(|(one, other)| (one - other).abs())
            .sum();
        0.5 * difference
    }

    /// Every weight with that of cost last, summing to one.
    fn all(&self) -> Vec<f64> {
        let left = 1.0 - self.cost.unwrap_or(0.0);
        let mut all: Vec<f64> = self.criteria.iter().map(|weight| weight * left).collect();
        all.extend(self.cost);
        all
    }
}

/// How far a participant's comparisons in pairs agree with each other, where they weigh that way.
///
/// None beyond the table of random indices.
pub(super) fn consistency(
    priorities: &Priorities,
    participant: &Participant,
) -> Option<(Consistency, Light, Option<Triad>)> {
    if participant.elicitation != Elicitation::Pairs {
        return None;
    }
    let matrix = matrix(participant, &ids(priorities))?;
    let weights = matrix.weights(PriorityMethod::Eigenvector).ok()?;
    let table = match priorities.random_index.as_slice() {
        [] => RandomIndex::saaty_1980(),
        entered => RandomIndex::new(entered.to_vec()).ok()?,
    };
    let consistency = matrix.consistency(&weights, &table).ok()?;
    let light = consistency.light();
    let triad = matrix.clashing_triad();
    Some((consistency, light, triad))
}

/// Whether cost is weighed among the criteria.
pub(super) fn is_cost_weighed(priorities: &Priorities) -> bool {
    priorities.cost_role == CostRole::Criterion
}

/// The criteria that are weighed, with cost last where it is one of them.
fn ids(priorities: &Priorities) -> Vec<&str> {
    let mut ids: Vec<&str> = priorities
        .criteria
        .iter()
        .map(|criterion| criterion.id.as_str())
        .collect();
    if is_cost_weighed(priorities) {
        ids.push(COST);
    }
    ids
}

fn voice(
    priorities: &Priorities,
    participant: &Participant,
    ids: &[&str],
    cell: &mut dyn FnMut(&str, &Figure) -> Cell,
) -> Voice {
    match participant.elicitation {
        Elicitation::Swings => Voice::Points(
            ids.iter()
                .map(|id| {
                    let said = participant.swings.iter().find(|(own, _)| own == id);
                    match said {
                        Some((_, figure)) => cell(
                            &format!("participants.{}.weight.{id}", participant.id),
                            figure,
                        ),
                        None => starting_points(priorities, id, cell),
                    }
                })
                .collect(),
        ),
        Elicitation::Ranks => {
            let places: BTreeMap<&str, usize> = (0..)
                .zip(&participant.ranks)
                .map(|(place, id)| (id.as_str(), place))
                .collect();
            // What nobody ranked shares the last place.
            let last = participant.ranks.len();
            let ranks: Vec<f64> = ids
                .iter()
                .map(|id| *places.get(id).unwrap_or(&last) as f64)
                .collect();
            let weights = Weights::from_ranks(&ranks, participant.rank_scheme);
            Voice::Settled(weights.map_or_else(|_| equal(ids.len()), |it| it.as_slice().to_vec()))
        }
        Elicitation::Pairs => {
            let weights = matrix(participant, ids)
                .and_then(|matrix| matrix.weights(PriorityMethod::Eigenvector).ok());
            Voice::Settled(weights.map_or_else(|| equal(ids.len()), |it| it.as_slice().to_vec()))
        }
    }
}

fn matrix(participant: &Participant, ids: &[&str]) -> Option<PairwiseMatrix> {
    let said = |one: &str, other: &str| {
        participant.comparisons.iter().find_map(|comparison| {
            if comparison.first == one && comparison.second == other {
                Some(comparison.times)
            } else if comparison.first == other && comparison.second == one {
                Some(1.0 / comparison.times)
            } else {
                None
            }
        })
    };
    PairwiseMatrix::from_judgements(ids.len(), |one, other| {
        said(ids[one], ids[other]).unwrap_or(1.0)
    })
    .ok()
}

/// Swing points that count while nobody gives any.
fn starting_points(
    priorities: &Priorities,
    id: &str,
    cell: &mut dyn FnMut(&str, &Figure) -> Cell,
) -> Cell {
    let criterion = priorities.criteria.iter().find(|it| it.id == id);
    criterion.map_or(Cell::Fixed(SWING.start), |criterion| {
        cell(&format!("criteria.{id}.weight"), &criterion.starting_weight)
    })
}

/// Points made to sum to one; somebody who gives no points at all weighs everything alike.
fn normalised(points: &[f64]) -> Vec<f64> {
    Weights::new(points).map_or_else(|_| equal(points.len()), |it| it.as_slice().to_vec())
}

fn equal(count: usize) -> Vec<f64> {
    vec![1.0 / count.max(1) as f64; count]
}

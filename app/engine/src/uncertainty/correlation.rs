//! Quantities that move together: rank correlations by a Gaussian copula.

use std::collections::BTreeSet;
use std::f64::consts::PI;

use weighbridge_units::{Arg, Describe, Message};

use super::special::normal_quantile;
use crate::scenario::Correlation;

/// What is left of a variance below which a matrix counts as not positive definite.
const LEAST_PIVOT: f64 = 1e-9;

/// Why correlations cannot be.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CorrelationFault {
    /// A correlation that is not between −1 and 1, both left out: what moves in step is one
    /// quantity.
    #[error("the correlation of “{}” and “{}” must lie between -1 and 1, and {} does not", .0.first, .0.second, .0.rank)]
    OutOfRange(Correlation),
    /// A quantity that is said to move with itself.
    #[error("“{0}” is correlated with itself")]
    Same(String),
    /// A pair that stands twice.
    #[error("the correlation of “{}” and “{}” stands twice", .0.first, .0.second)]
    Twice(Correlation),
    /// Correlations that contradict each other: no quantities can have them all. A pair that is not
    /// stated stands among three pairs with a correlation of nought.
    #[error("these correlations cannot all be: {}", listed(.pairs))]
    Contradiction {
        /// The pairs, the weakest last.
        pairs: Vec<Correlation>,
        /// Of three pairs: between what the last must lie while the others stay as they are.
        last_between: Option<(f64, f64)>,
    },
}

fn listed(pairs: &[Correlation]) -> String {
    let pair = |pair: &Correlation| format!("{}–{} {}", pair.first, pair.second, pair.rank);
    pairs.iter().map(pair).collect::<Vec<_>>().join(", ")
}

impl CorrelationFault {
    /// The key of its sentence.
    pub const fn key(&self) -> &'static str {
        match self {
            CorrelationFault::OutOfRange(_) => "fault-correlation-out-of-range",
            CorrelationFault::Same(_) => "fault-correlation-same",
            CorrelationFault::Twice(_) => "fault-correlation-twice",
            CorrelationFault::Contradiction {
                last_between: Some(_),
                ..
            } => "fault-correlation-three-pairs",
            CorrelationFault::Contradiction { .. } => "fault-correlation-contradiction",
        }
    }
}

impl Describe for CorrelationFault {
    fn message(&self) -> Message {
        let with_pair = |message: Message, pair: &Correlation| {
            message
                .with("first", pair.first.clone())
                .with("second", pair.second.clone())
                .with("rank", pair.rank)
        };
        let message = Message::new(self.key());
        match self {
            CorrelationFault::OutOfRange(pair) | CorrelationFault::Twice(pair) => {
                with_pair(message, pair)
            }
            CorrelationFault::Same(id) => message.with("quantity", id.clone()),
            CorrelationFault::Contradiction {
                pairs,
                last_between,
            } => {
                let list = pairs
                    .iter()
                    .map(|pair| with_pair(Message::new("correlation-pair"), pair));
                let message = message.with("pairs", Arg::List(list.map(Arg::from).collect()));
                match (last_between, pairs.last()) {
                    (Some((low, high)), Some(last)) => with_pair(message, last)
                        .with("low", Arg::Decimal(*low, 2))
                        .with("high", Arg::Decimal(*high, 2)),
                    _ => message,
                }
            }
        }
    }
}

/// Quantities that hang together by correlations, and how.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    /// Ids of their streams, by the alphabet.
    pub(super) streams: Vec<String>,
    /// Lower triangle by rows of the matrix that makes independent normal scores correlated.
    factor: Vec<Vec<f64>>,
}

/// Checks correlations, each by itself and all together.
///
/// Quantities need not exist: a pair waits for both of its own.
///
/// # Errors
/// [`CorrelationFault`] for the first that cannot be.
pub fn check(list: &[Correlation]) -> Result<(), CorrelationFault> {
    groups(list).map(drop)
}

/// The groups of quantities that correlations make, by the alphabet.
pub(super) fn groups(list: &[Correlation]) -> Result<Vec<Group>, CorrelationFault> {
    let mut seen = BTreeSet::new();
    for pair in list {
        if !(pair.rank > -1.0 && pair.rank < 1.0) {
            return Err(CorrelationFault::OutOfRange(pair.clone()));
        }
        if pair.first == pair.second {
            return Err(CorrelationFault::Same(pair.first.clone()));
        }
        let ends = [&pair.first, &pair.second];
        if !seen.insert((ends.iter().min().copied(), ends.iter().max().copied())) {
            return Err(CorrelationFault::Twice(pair.clone()));
        }
    }
    components(list)
        .into_iter()
        .map(|streams| {
            let matrix = matrix(&streams, list);
            let factor = factored(&matrix).map_err(|row| contradiction(&streams, list, row))?;
            Ok(Group { streams, factor })
        })
        .collect()
}

/// Gives the shares of the quantities of a group their correlations by putting them into another
/// order; each keeps its shares, and the first keeps its order too.
///
/// # Source
/// Iman and Conover 1982, "A Distribution-Free Approach to Inducing Rank Correlation Among Input
/// Variables", Communications in Statistics B 11(3), with the normal scores of the shares
/// themselves; the correlation that chance has left between the scores is taken out first, where
/// there are draws enough to know it.
pub(super) fn correlate(group: &Group, shares: &mut [Vec<f64>]) {
    let scores: Vec<Vec<f64>> = shares
        .iter()
        .map(|shares| shares.iter().map(|share| normal_quantile(*share)).collect())
        .collect();
    let steps = steps(&group.factor, &scores);
    for (row, shares) in shares.iter_mut().enumerate().skip(1) {
        let wanted: Vec<f64> = (0..shares.len())
            .map(|draw| {
                let terms = steps[row].iter().zip(&scores);
                terms.map(|(step, scores)| step * scores[draw]).sum()
            })
            .collect();
        reorder(shares, &wanted);
    }
}

/// The correlation of normal scores that gives ranks this correlation.
///
/// # Source
/// Pearson 1907, *Mathematical Contributions to the Theory of Evolution XVI*: `2 sin(πρ/6)` for
/// two normal variables.
pub fn score_correlation(rank: f64) -> f64 {
    2.0 * libm::sin(PI * rank / 6.0)
}

/// The other way round.
pub fn rank_correlation(score: f64) -> f64 {
    libm::asin(0.5 * score) * 6.0 / PI
}

/// Ids that hang together, each list by the alphabet.
fn components(list: &[Correlation]) -> Vec<Vec<String>> {
    let mut left: BTreeSet<&str> = list
        .iter()
        .flat_map(|pair| [pair.first.as_str(), pair.second.as_str()])
        .collect();
    let mut components = Vec::new();
    while let Some(start) = left.pop_first() {
        let mut found = BTreeSet::from([start]);
        let mut open = vec![start];
        while let Some(id) = open.pop() {
            for pair in list {
                for (one, other) in [(&pair.first, &pair.second), (&pair.second, &pair.first)] {
                    if one == id && found.insert(other) {
                        left.remove(other.as_str());
                        open.push(other);
                    }
                }
            }
        }
        components.push(found.into_iter().map(str::to_owned).collect());
    }
    components
}

fn stated<'a>(list: &'a [Correlation], one: &str, other: &str) -> Option<&'a Correlation> {
    list.iter().find(|pair| {
        (pair.first == one && pair.second == other) || (pair.first == other && pair.second == one)
    })
}

/// Correlations of the normal scores.
fn matrix(ids: &[String], list: &[Correlation]) -> Vec<Vec<f64>> {
    let cell = |one: &String, other: &String| {
        if one == other {
            1.0
        } else {
            stated(list, one, other).map_or(0.0, |pair| score_correlation(pair.rank))
        }
    };
    ids.iter()
        .map(|one| ids.iter().map(|other| cell(one, other)).collect())
        .collect()
}

/// The lower triangle whose product with its mirror image is the matrix (Cholesky).
///
/// # Errors
/// The first row that the rows before it leave no variance.
fn factored(matrix: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, usize> {
    let mut factor: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
    for (row, cells) in matrix.iter().enumerate() {
        let mut made: Vec<f64> = Vec::with_capacity(row + 1);
        for column in 0..row {
            let other: &[f64] = &factor[column];
            let known: f64 = made.iter().zip(other).map(|(a, b)| a * b).sum();
            made.push((cells[column] - known) / other[column]);
        }
        let left = cells[row] - made.iter().map(|cell| cell * cell).sum::<f64>();
        if left.is_nan() || left <= LEAST_PIVOT {
            return Err(row);
        }
        made.push(libm::sqrt(left));
        factor.push(made);
    }
    Ok(factor)
}

/// The pairs to blame: the three that contradict each other most, or where no three do, all pairs
/// among the quantities up to the row that failed.
fn contradiction(ids: &[String], list: &[Correlation], row: usize) -> CorrelationFault {
    let score = |one: usize, other: usize| {
        stated(list, &ids[one], &ids[other]).map_or(0.0, |pair| score_correlation(pair.rank))
    };
    let mut worst: Option<(f64, [usize; 3])> = None;
    for a in 0..ids.len() {
        for b in a + 1..ids.len() {
            for c in b + 1..ids.len() {
                let (x, y, z) = (score(a, b), score(b, c), score(a, c));
                let determinant = 1.0 + 2.0 * x * y * z - x * x - y * y - z * z;
                let contradict = determinant <= LEAST_PIVOT;
                if contradict && worst.is_none_or(|(least, _)| determinant < least) {
                    worst = Some((determinant, [a, b, c]));
                }
            }
        }
    }
    let pair = |one: usize, other: usize| {
        stated(list, &ids[one], &ids[other])
            .cloned()
            .unwrap_or_else(|| Correlation {
                first: ids[one].clone(),
                second: ids[other].clone(),
                rank: 0.0,
            })
    };
    let Some((_, [a, b, c])) = worst else {
        let among = |id: &String| ids[..=row].contains(id);
        let pairs = list
            .iter()
            .filter(|pair| among(&pair.first) && among(&pair.second));
        return CorrelationFault::Contradiction {
            pairs: pairs.cloned().collect(),
            last_between: None,
        };
    };
    let mut pairs = vec![pair(a, b), pair(b, c), pair(a, c)];
    pairs.sort_by(|one, other| other.rank.abs().total_cmp(&one.rank.abs()));
    let [x, y] = [0, 1].map(|place: usize| score_correlation(pairs[place].rank));
    let reach = libm::sqrt((1.0 - x * x) * (1.0 - y * y));
    CorrelationFault::Contradiction {
        pairs,
        last_between: Some((
            rank_correlation(x * y - reach),
            rank_correlation(x * y + reach),
        )),
    }
}

/// What turns the scores as they are into scores with the group's correlations: the group's factor
/// times the inverse of that of the scores.
fn steps(factor: &[Vec<f64>], scores: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let Ok(of_scores) = factored(&correlations(scores)) else {
        return factor.to_vec();
    };
    // Row by row x Q = L, from the last column to the first.
    factor
        .iter()
        .map(|row| {
            let mut made = row.clone();
            for column in (0..row.len()).rev() {
                let later = column + 1..row.len();
                let known: f64 = later.map(|at| made[at] * of_scores[at][column]).sum();
                made[column] = (row[column] - known) / of_scores[column][column];
            }
            made
        })
        .collect()
}

fn correlations(lists: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let centred: Vec<Vec<f64>> = lists
        .iter()
        .map(|list| {
            let mean = list.iter().sum::<f64>() / list.len() as f64;
            list.iter().map(|value| value - mean).collect()
        })
        .collect();
    let dot =
        |one: &[f64], other: &[f64]| -> f64 { one.iter().zip(other).map(|(a, b)| a * b).sum() };
    let lengths: Vec<f64> = centred
        .iter()
        .map(|list| libm::sqrt(dot(list, list)))
        .collect();
    let cell = |one: usize, other: usize| {
        if one == other {
            1.0
        } else {
            dot(&centred[one], &centred[other]) / (lengths[one] * lengths[other])
        }
    };
    (0..lists.len())
        .map(|one| (0..lists.len()).map(|other| cell(one, other)).collect())
        .collect()
}

/// Puts values into the order of the wanted ones: the smallest where the smallest is wanted.
fn reorder(values: &mut [f64], wanted: &[f64]) {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|one, other| wanted[*one].total_cmp(&wanted[*other]));
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    for (place, value) in order.into_iter().zip(sorted) {
        values[place] = value;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::uncertainty::latin_hypercube::{Placement, latin_hypercube};

    fn pair(first: &str, second: &str, rank: f64) -> Correlation {
        Correlation {
            first: first.to_owned(),
            second: second.to_owned(),
            rank,
        }
    }

    #[test]
    fn ranks_get_the_correlations_asked_for_and_shares_stay() {
        let list = [
            pair("b", "a", 0.8),
            pair("c", "b", -0.3),
            pair("a", "c", 0.1),
        ];
        let group = groups(&list).unwrap().remove(0);
        assert_eq!(group.streams, ["a", "b", "c"]);
        for count in [7_u32, 50, 4_000] {
            let before: Vec<Vec<f64>> = ["a", "b", "c"]
                .iter()
                .map(|id| latin_hypercube(5, id, count, Placement::Random))
                .collect();
            let mut after = before.clone();
            correlate(&group, &mut after);
            assert_eq!(after[0], before[0]);
            for (before, after) in before.iter().zip(&after) {
                let sorted = |list: &[f64]| {
                    let mut sorted = list.to_vec();
                    sorted.sort_by(f64::total_cmp);
                    sorted
                };
                assert_eq!(sorted(before), sorted(after));
            }
            let found = correlations(&after);
            // Shares are uniform: their correlation is that of their ranks.
            let error = 1.5 / f64::from(count).sqrt();
            for (found, wanted) in [(found[0][1], 0.8), (found[1][2], -0.3), (found[0][2], 0.1)] {
                let error = if count > 1000 { 0.01 } else { error };
                assert!((found - wanted).abs() < error, "{count}: {found} {wanted}");
            }
        }
    }

    #[test]
    fn quantities_that_do_not_hang_together_make_groups_of_their_own() {
        let list = [
            pair("d", "e", 0.5),
            pair("a", "b", 0.5),
            pair("e", "f", 0.5),
        ];
        let found = groups(&list).unwrap();
        let streams: Vec<_> = found.iter().map(|group| group.streams.join("")).collect();
        assert_eq!(streams, ["ab", "def"]);
        assert_eq!(groups(&[]), Ok(Vec::new()));
    }

    #[test]
    fn what_cannot_be_is_named() {
        for rank in [1.0, -1.0, 1.5, f64::NAN] {
            let fault = check(&[pair("a", "b", rank)]).unwrap_err();
            assert!(matches!(fault, CorrelationFault::OutOfRange(_)), "{rank}");
        }
        assert_eq!(
            check(&[pair("a", "a", 0.5)]),
            Err(CorrelationFault::Same("a".to_owned()))
        );
        let twice = pair("b", "a", 0.1);
        assert_eq!(
            check(&[pair("a", "b", 0.5), twice.clone()]),
            Err(CorrelationFault::Twice(twice))
        );
    }

    #[test]
    fn three_pairs_that_contradict_each_other_are_named_with_what_would_do() {
        // Not stated is nought, and that contradicts too.
        let lists = [
            vec![
                pair("x", "y", 0.3),
                pair("a", "b", 0.9),
                pair("b", "c", 0.8),
            ],
            vec![
                pair("a", "b", 0.9),
                pair("c", "a", -0.5),
                pair("b", "c", 0.8),
            ],
        ];
        for list in lists {
            let CorrelationFault::Contradiction {
                mut pairs,
                last_between: Some((low, high)),
            } = check(&list).unwrap_err()
            else {
                unreachable!()
            };
            let last = pairs.pop().unwrap();
            assert_eq!([pairs[0].rank, pairs[1].rank], [0.9, 0.8]);
            assert!(last.rank < low && low < high && high < 1.0);
            let with = |rank: f64| {
                let mut list = pairs.clone();
                list.push(Correlation {
                    rank,
                    ..last.clone()
                });
                check(&list)
            };
            for (inside, outside) in [(low + 1e-4, low - 1e-4), (high - 1e-4, high + 1e-4)] {
                assert_eq!(with(inside), Ok(()));
                assert!(with(outside).is_err());
            }
        }
    }

    #[test]
    fn contradictions_of_more_than_three_are_named_too() {
        // All negative among four: any three agree, the four do not.
        let ids = ["a", "b", "c", "d"];
        let mut list = Vec::new();
        for (place, one) in ids.iter().enumerate() {
            for other in &ids[place + 1..] {
                list.push(pair(one, other, -0.4));
            }
        }
        let fault = check(&list).unwrap_err();
        let CorrelationFault::Contradiction {
            pairs,
            last_between: None,
        } = fault
        else {
            unreachable!()
        };
        assert_eq!(pairs.len(), 6);
    }
}

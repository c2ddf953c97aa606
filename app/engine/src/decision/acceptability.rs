//! SMAA-2: in which share of all weightings an option comes first, second, and so on.

use super::error::{DecisionError, counted, not_negative};
use super::table::Table;
use crate::uncertainty::sobol::{SobolDimension, own_seed};

/// The weightings that are thought possible, each equally likely.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightSpace {
    criteria: usize,
    order: Vec<usize>,
    ranges: Vec<Option<WeightRange>>,
}

/// From which to which share one criterion's weight may go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightRange {
    /// The least weight.
    pub least: f64,
    /// The largest weight.
    pub most: f64,
}

/// How often each option takes each rank over a space of weightings.
#[derive(Debug, Clone, PartialEq)]
pub struct Acceptability {
    /// For each option, its share of weightings at each rank, the first being the best.
    /// Rows and columns sum to one: options that tie share their ranks.
    pub by_rank: Vec<Vec<f64>>,
    /// For each option, the mean of the weightings that put it first: whoever weighs like this would
    /// choose it. Nothing for an option that is never first.
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// How many weightings were looked at.
    pub weightings: u32,
}

impl WeightSpace {
    /// All weightings of so many criteria.
    ///
    /// # Errors
    /// [`DecisionError::Empty`] where there are none.
    pub fn all(criteria: usize) -> Result<WeightSpace, DecisionError> {
        if criteria == 0 {
            return Err(DecisionError::Empty { what: "criteria" });
        }
        Ok(WeightSpace {
            criteria,
            order: Vec::new(),
            ranges: vec![None; criteria],
        })
    }

    /// Only weightings in which these criteria do not gain weight along the list. Criteria that are
    /// not in the list are free.
    ///
    /// # Errors
    /// [`DecisionError`] where a criterion does not exist or is named twice, or no weighting keeps to
    /// the order and to the ranges.
    pub fn ordered(mut self, order: Vec<usize>) -> Result<WeightSpace, DecisionError> {
        for (index, place) in order.iter().enumerate() {
            let what = "criterion";
            let place = *place;
            if place >= self.criteria {
                return Err(DecisionError::NoSuchPlace { what, place });
            }
            if order[..index].contains(&place) {
                return Err(DecisionError::Twice { what, place });
            }
        }
        self.order = order;
        self.frame()?;
        Ok(self)
    }

    /// Only weightings inside these ranges; a criterion without a range is free.
    ///
    /// # Errors
    /// [`DecisionError`] where ranges and criteria differ in number, a range does not rise, or no
    /// weighting keeps to all of them.
    pub fn within(
        mut self,
        ranges: Vec<Option<WeightRange>>,
    ) -> Result<WeightSpace, DecisionError> {
        counted("weight ranges", ranges.len(), self.criteria)?;
        for range in ranges.iter().flatten() {
            not_negative("the least weight", range.least)?;
            not_negative("the largest weight", range.most)?;
            if range.least > range.most {
                return Err(DecisionError::NotRising {
                    what: "the range of a weight",
                    start: range.least,
                    end: range.most,
                });
            }
        }
        self.ranges = ranges;
        self.frame()?;
        Ok(self)
    }

    /// `count` weightings or more that fill the space evenly, by way of a scrambled Sobol' sequence.
    ///
    /// # Errors
    /// [`DecisionError::NoWeighting`] where hardly any keeps to the limits.
    pub fn weightings(&self, count: u32, seed: u64) -> Result<Vec<Vec<f64>>, DecisionError> {
        let mut found = Vec::new();
        self.visit(count, seed, |weights| found.push(weights.to_vec()))?;
        Ok(found)
    }

    /// Shows `count` weightings or more to `see`, one after another, and says how many they were.
    ///
    /// Without ranges each point of the sequence is a weighting, and the order is kept by sorting.
    /// With ranges, points are spread over the smaller of two simplices around the space (the one
    /// above all least weights, or the one below all largest), and those outside are left out; with
    /// ranges and an order, over the ordered simplex.
    fn visit(
        &self,
        count: u32,
        seed: u64,
        mut see: impl FnMut(&[f64]),
    ) -> Result<u32, DecisionError> {
        const MOST_TRIES: u32 = 1 << 23;
        let wanted = count.clamp(1, MOST_TRIES).next_power_of_two();
        let block = wanted.min(1 << 14);
        let frame = self.frame()?;
        let dimensions: Vec<SobolDimension> = (1..frame.free.len())
            .map(|number| SobolDimension::new(number - 1).map_err(|_| DecisionError::NoWeighting))
            .collect::<Result<_, _>>()?;
        let (mut seen, mut tries) = (0, 0);
        let mut point = vec![0.0; frame.free.len()];
        let mut weights = frame.least.clone();
        while tries < MOST_TRIES && seen < wanted {
            let columns: Vec<Vec<f64>> = dimensions
                .iter()
                .enumerate()
                .map(|(number, dimension)| {
                    dimension.scrambled_block(own_seed(seed, number), tries, block)
                })
                .collect();
            for draw in 0..block as usize {
                broken_stick(columns.iter().map(|column| column[draw]), &mut point);
                frame.place(&point, &self.order, &mut weights);
                if frame.holds(&weights) && self.is_ordered(&weights) {
                    see(&weights);
                    seen += 1;
                }
            }
            tries += block;
            // A share this small of the points would make a poor sample of the space.
            if tries >= 1 << 20 && seen < tries / 100_000 {
                break;
            }
        }
        // Fewer than were asked for will do, as long as they are many.
        if seen >= wanted.min(1000) {
            Ok(seen)
        } else {
            Err(DecisionError::NoWeighting)
        }
    }

    /// Where the points are spread, after limits are drawn in as far as the order allows.
    fn frame(&self) -> Result<Frame, DecisionError> {
        let (least, most) = self.bounds();
        let crossed = least
            .iter()
            .zip(&most)
            .any(|(least, most)| *least > most + ROUNDING);
        let above = 1.0 - least.iter().sum::<f64>();
        let below = most.iter().sum::<f64>() - 1.0;
        if crossed || above < -ROUNDING || below < -ROUNDING {
            return Err(DecisionError::NoWeighting);
        }
        let free = (0..self.criteria)
            .filter(|place| most[*place] - least[*place] > ROUNDING)
            .collect();
        let shape = if !self.order.is_empty() {
            Shape::Ordered
        } else if above <= below {
            Shape::Above(above.max(0.0))
        } else {
            Shape::Below(below.max(0.0))
        };
        Ok(Frame {
            least,
            most,
            free,
            shape,
        })
    }

    /// The least and the largest weight of each criterion: nobody weighs less than a later one in the
    /// order or more than an earlier one.
    fn bounds(&self) -> (Vec<f64>, Vec<f64>) {
        let least = |range: &Option<WeightRange>| range.map_or(0.0, |range| range.least);
        let most = |range: &Option<WeightRange>| range.map_or(1.0, |range| range.most.min(1.0));
        let mut least: Vec<f64> = self.ranges.iter().map(least).collect();
        let mut most: Vec<f64> = self.ranges.iter().map(most).collect();
        for pair in self.order.windows(2) {
            most[pair[1]] = most[pair[1]].min(most[pair[0]]);
        }
        for pair in self.order.windows(2).rev() {
            least[pair[0]] = least[pair[0]].max(least[pair[1]]);
        }
        (least, most)
    }

    fn is_ordered(&self, weights: &[f64]) -> bool {
        self.order
            .windows(2)
            .all(|pair| weights[pair[0]] >= weights[pair[1]] - ROUNDING)
    }
}

/// What the points are spread over.
struct Frame {
    least: Vec<f64>,
    most: Vec<f64>,
    /// The criteria that have more than one possible weight.
    free: Vec<usize>,
    shape: Shape,
}

enum Shape {
    /// All weightings above the least weights, which leave so much to share out.
    Above(f64),
    /// All weightings below the largest weights, which take so much too much.
    Below(f64),
    /// All weightings that keep the order.
    Ordered,
}

impl Frame {
    /// The weighting that belongs to a point of the simplex.
    fn place(&self, point: &[f64], order: &[usize], weights: &mut [f64]) {
        let fixed = || (0..weights.len()).filter(|place| !self.free.contains(place));
        let left = match self.shape {
            Shape::Ordered => 1.0 - fixed().map(|place| self.least[place]).sum::<f64>(),
            Shape::Above(_) | Shape::Below(_) => 1.0,
        };
        for (place, part) in self.free.iter().zip(point) {
            weights[*place] = match self.shape {
                Shape::Above(above) => self.least[*place] + above * part,
                Shape::Below(below) => self.most[*place] - below * part,
                Shape::Ordered => left * part,
            };
        }
        if matches!(self.shape, Shape::Ordered) {
            self.sort(order, weights);
        }
    }

    /// Puts the free weights of the ordered criteria into their order. The simplex looks the same
    /// after any exchange of criteria, so that the points stay even.
    fn sort(&self, order: &[usize], weights: &mut [f64]) {
        let is_free = |place: &&usize| self.free.contains(place);
        let mut sorted: Vec<f64> = order
            .iter()
            .filter(is_free)
            .map(|place| weights[*place])
            .collect();
        sorted.sort_by(|one, other| other.total_cmp(one));
        for (place, weight) in order.iter().filter(is_free).zip(sorted) {
            weights[*place] = weight;
        }
    }

    fn holds(&self, weights: &[f64]) -> bool {
        let limits = self.least.iter().zip(&self.most);
        limits
            .zip(weights)
            .all(|((least, most), weight)| (least - ROUNDING..=most + ROUNDING).contains(weight))
    }
}

/// Limits that are met up to rounding are met.
const ROUNDING: f64 = 1e-12;

/// A point of the simplex from one number fewer between 0 and 1, evenly spread: a stick from which
/// pieces are broken, each with the distribution of the smallest share still to come.
fn broken_stick(numbers: impl Iterator<Item = f64>, pieces: &mut [f64]) {
    let mut left = 1.0;
    let last = pieces.len().saturating_sub(1);
    for (place, number) in numbers.enumerate() {
        let rest = left * libm::pow(number, 1.0 / (last - place) as f64);
        pieces[place] = left - rest;
        left = rest;
    }
    if let Some(piece) = pieces.last_mut() {
        *piece = left;
    }
}

impl Acceptability {
    /// Rank acceptability and central weights from values and `count` weightings of a space or more.
    ///
    /// Two runs with the same seed give the same bits. The error is far below that of as many random
    /// weightings, under 0.001 at 100,000.
    ///
    /// # Errors
    /// [`DecisionError`] where space and values differ in criteria, or hardly any weighting keeps to
    /// the limits.
    ///
    /// # Source
    /// Lahdelma and Salminen 2001, "SMAA-2", Operations Research 49(3).
    pub fn new(
        values: &Table,
        space: &WeightSpace,
        count: u32,
        seed: u64,
    ) -> Result<Acceptability, DecisionError> {
        counted("criteria", values.criteria(), space.criteria)?;
        let options = values.options();
        let mut by_rank = vec![vec![0.0; options]; options];
        let mut firsts = vec![vec![0.0; values.criteria()]; options];
        let mut places: Vec<usize> = (0..options).collect();
        let mut scores = vec![0.0; options];
        let weightings = space.visit(count, seed, |weights| {
            for (score, row) in scores.iter_mut().zip(values.rows()) {
                *score = row
                    .iter()
                    .zip(weights)
                    .map(|(value, weight)| value * weight)
                    .sum();
            }
            places.sort_unstable_by(|one, other| scores[*other].total_cmp(&scores[*one]));
            let mut start = 0;
            while start < options {
                let tied = (start..options)
                    .take_while(|rank| scores[places[*rank]] == scores[places[start]])
                    .count();
                let share = 1.0 / tied as f64;
                for place in &places[start..start + tied] {
                    by_rank[*place][start..start + tied]
                        .iter_mut()
                        .for_each(|times| *times += share);
                    if start == 0 {
                        for (sum, weight) in firsts[*place].iter_mut().zip(weights) {
                            *sum += share * weight;
                        }
                    }
                }
                start += tied;
            }
        })?;
        let central_weights = firsts
            .into_iter()
            .zip(&by_rank)
            .map(|(sums, ranks)| {
                let times = ranks[0];
                (times > 0.0).then(|| sums.iter().map(|sum| sum / times).collect())
            })
            .collect();
        let all = f64::from(weightings);
        by_rank.iter_mut().flatten().for_each(|times| *times /= all);
        Ok(Acceptability {
            by_rank,
            central_weights,
            weightings,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn range(least: f64, most: f64) -> Option<WeightRange> {
        Some(WeightRange { least, most })
    }

    #[test]
    fn the_simplex_is_filled_evenly() {
        for criteria in [1, 2, 3, 5, 8] {
            let space = WeightSpace::all(criteria).unwrap();
            let weightings = space.weightings(1 << 12, 3).unwrap();
            let n = criteria as f64;
            // Each weight has a beta distribution with mean 1/n and mean square 2/(n(n+1)).
            for place in 0..criteria {
                let count = weightings.len() as f64;
                let mean = weightings.iter().map(|w| w[place]).sum::<f64>() / count;
                let square = weightings.iter().map(|w| w[place] * w[place]).sum::<f64>() / count;
                assert!((mean - 1.0 / n).abs() < 1e-3, "{criteria} {mean}");
                assert!(
                    (square - 2.0 / (n * (n + 1.0))).abs() < 1e-3,
                    "{criteria} {square}"
                );
            }
        }
    }

    #[test]
    fn limits_are_kept() {
        let ranges = vec![range(0.3, 0.6), None, range(0.1, 0.1), range(0.0, 0.2)];
        let space = WeightSpace::all(4).unwrap().within(ranges).unwrap();
        let weightings = space.weightings(1000, 1).unwrap();
        assert!(weightings.len() >= 1000);
        for w in &weightings {
            assert!((w.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            assert!((0.3..=0.6).contains(&w[0]) && w[2] == 0.1 && (-1e-12..=0.2).contains(&w[3]));
        }
        let both = WeightSpace::all(3)
            .unwrap()
            .ordered(vec![2, 0])
            .unwrap()
            .within(vec![range(0.2, 1.0), None, None])
            .unwrap();
        for w in both.weightings(1000, 1).unwrap() {
            assert!(w[2] >= w[0] && w[0] >= 0.2 - 1e-12);
        }
    }

    #[test]
    fn impossible_limits_are_refused() {
        let all = || WeightSpace::all(2).unwrap();
        let none = Err(DecisionError::NoWeighting);
        assert_eq!(all().within(vec![range(0.6, 1.0), range(0.6, 1.0)]), none);
        assert_eq!(all().within(vec![range(0.0, 0.4), range(0.0, 0.4)]), none);
        assert!(all().within(vec![range(0.4, 0.3), None]).is_err());
        assert!(all().within(vec![None]).is_err());
        assert!(all().ordered(vec![0, 0]).is_err());
        assert!(all().ordered(vec![2]).is_err());
        assert!(WeightSpace::all(0).is_err());
        // One weighting alone is left, and it is found.
        let point = all()
            .within(vec![range(0.25, 1.0), range(0.75, 1.0)])
            .unwrap();
        assert_eq!(point.weightings(10, 1).unwrap()[0], [0.25, 0.75]);
        let fixed = all()
            .within(vec![range(0.25, 0.25), range(0.75, 0.75)])
            .unwrap();
        assert_eq!(fixed.weightings(10, 1).unwrap()[0], [0.25, 0.75]);
        let against = all().ordered(vec![0, 1]).unwrap();
        assert_eq!(against.within(vec![range(0.0, 0.3), None]), none);
    }

    #[test]
    fn ties_share_their_ranks() {
        let values = Table::new(vec![vec![0.5, 0.5], vec![0.5, 0.5], vec![0.0, 0.1]]).unwrap();
        let space = WeightSpace::all(2).unwrap();
        let found = Acceptability::new(&values, &space, 256, 1).unwrap();
        assert_eq!(
            found.by_rank,
            [[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 1.0]]
        );
        assert_eq!(found.central_weights[2], None);
        assert_eq!(found.central_weights[0], found.central_weights[1]);
    }
}

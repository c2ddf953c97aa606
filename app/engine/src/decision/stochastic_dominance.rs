//! Better at every level of confidence, or better for anybody who dislikes risk.

use super::error::{DecisionError, all_finite, chances, counted};

/// Outcomes with their chances, more being better.
#[derive(Debug, Clone, PartialEq)]
pub struct Prospect {
    /// Outcomes in rising order, each with its chance.
    outcomes: Vec<(f64, f64)>,
}

/// How one prospect dominates another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dominance {
    /// It does not.
    None,
    /// Second order: anybody who dislikes risk prefers it.
    Second,
    /// First order: anybody who prefers more to less prefers it; better at every level of confidence.
    First,
}

impl Prospect {
    /// A prospect from its outcomes and their chances.
    ///
    /// # Errors
    /// [`DecisionError`] where there is no outcome, lists differ in length, an outcome is not finite,
    /// or chances do not sum to one.
    pub fn new(outcomes: &[f64], probabilities: &[f64]) -> Result<Prospect, DecisionError> {
        if outcomes.is_empty() {
            return Err(DecisionError::Empty { what: "outcomes" });
        }
        counted("chances", probabilities.len(), outcomes.len())?;
        all_finite("an outcome", outcomes)?;
        chances(probabilities)?;
        let mut outcomes: Vec<(f64, f64)> = outcomes
            .iter()
            .copied()
            .zip(probabilities.iter().copied())
            .collect();
        outcomes.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        Ok(Prospect { outcomes })
    }

    /// A prospect from equally likely draws.
    ///
    /// # Errors
    /// [`DecisionError`] where there is no draw or one is not finite.
    pub fn from_draws(draws: &[f64]) -> Result<Prospect, DecisionError> {
        let chance = 1.0 / draws.len() as f64;
        Prospect::new(draws, &vec![chance; draws.len()])
    }

    /// How this prospect dominates another. Prospects that are the same do not dominate each other.
    ///
    /// First order: its distribution function is nowhere above the other's, and somewhere below.
    /// Second order: the same of the areas under the two (Hadar and Russell 1969, American Economic
    /// Review 59(1)).
    pub fn dominates(&self, other: &Prospect) -> Dominance {
        let steps = self.steps_with(other);
        let scale = steps
            .iter()
            .fold(0.0, |most: f64, (at, _)| most.max(at.abs()));
        let mut area = 0.0;
        let (mut never_above, mut somewhere_below) = (true, false);
        let (mut area_never_above, mut area_somewhere_below) = (true, false);
        for pair in steps.windows(2) {
            let [(at, gap), (next, _)] = [pair[0], pair[1]];
            area += gap * (next - at);
            never_above &= gap <= ROUNDING;
            somewhere_below |= gap < -ROUNDING;
            area_never_above &= area <= ROUNDING * scale;
            area_somewhere_below |= area < -ROUNDING * scale;
        }
        if never_above && somewhere_below {
            Dominance::First
        } else if area_never_above && area_somewhere_below {
            Dominance::Second
        } else {
            Dominance::None
        }
    }

    /// Every outcome of both in rising order, with the distance from the other's distribution
    /// function to this one's from there on.
    fn steps_with(&self, other: &Prospect) -> Vec<(f64, f64)> {
        let mut changes: Vec<(f64, f64)> = self.outcomes.clone();
        changes.extend(other.outcomes.iter().map(|(at, chance)| (*at, -chance)));
        changes.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let mut steps: Vec<(f64, f64)> = Vec::with_capacity(changes.len());
        let mut gap = 0.0;
        for (at, change) in changes {
            gap += change;
            match steps.last_mut() {
                Some(last) if last.0 == at => last.1 = gap,
                _ => steps.push((at, gap)),
            }
        }
        steps
    }
}

/// Differences of distribution functions below this are rounding.
const ROUNDING: f64 = 1e-9;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_same_prospect_dominates_nobody_and_certainty_beats_spread() {
        let split = Prospect::new(&[1.0, 1.0, 5.0], &[0.2, 0.3, 0.5]).unwrap();
        let same = Prospect::new(&[5.0, 1.0], &[0.5, 0.5]).unwrap();
        assert_eq!(split.dominates(&same), Dominance::None);
        let sure = Prospect::new(&[3.0], &[1.0]).unwrap();
        assert_eq!(sure.dominates(&same), Dominance::Second);
        assert_eq!(same.dominates(&sure), Dominance::None);
        let more = Prospect::from_draws(&[5.5, 1.0]).unwrap();
        assert_eq!(more.dominates(&same), Dominance::First);
        assert_eq!(same.dominates(&more), Dominance::None);
        assert!(Prospect::from_draws(&[]).is_err());
        assert!(Prospect::new(&[1.0], &[0.5]).is_err());
    }
}

//! All real roots of a sum of exponentials, `f(s) = Σ c_i e^(−s t_i)`.
//!
//! The net present value of dated flows is such a sum in `s = ln(1 + r)`, whether the flows are
//! months apart or irregular, so every internal rate of return is found here.
//!
//! The method follows the proof of Descartes' rule of signs for such sums (Pólya & Szegő,
//! *Problems and Theorems in Analysis* II, part V, ch. 1): multiply `f` by `e^(sτ)` with `τ` between two
//! terms of opposite sign, which moves no root, and differentiate: the terms become
//! `c_i (τ − t_i)`, and one change of sign is gone. Between two neighbouring roots of the
//! derivative the function is monotone and holds at most one root. After as many steps as there are
//! changes of sign no root is left to find, and the way back up brackets every root: none is
//! missed between the points of a scan.

use super::error::FinanceError;
use super::root::root_between;

/// One term: `coefficient · e^(−s · time)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Term {
    /// When, in any unit of time.
    pub(super) time: f64,
    /// How much; never zero in a prepared sum.
    pub(super) coefficient: f64,
}

/// Beyond this many changes of sign the repeated derivatives no longer fit `f64`.
pub(super) const MOST_SIGN_CHANGES: usize = 400;

/// Terms in order of time, those of the same time added, those of zero left out, and scaled to a
/// largest coefficient of one (which moves no root).
pub(super) fn prepared(terms: impl IntoIterator<Item = Term>) -> Vec<Term> {
    let mut sorted: Vec<Term> = terms.into_iter().collect();
    sorted.sort_by(|a, b| a.time.total_cmp(&b.time));
    let mut joined: Vec<Term> = Vec::with_capacity(sorted.len());
    for term in sorted {
        match joined.last_mut() {
            Some(last) if last.time == term.time => last.coefficient += term.coefficient,
            _ => joined.push(term),
        }
    }
    scale(&mut joined);
    joined
}

/// How often the sign changes from one term to the next.
pub(super) fn sign_changes(terms: &[Term]) -> usize {
    terms
        .windows(2)
        .filter(|pair| (pair[0].coefficient > 0.0) != (pair[1].coefficient > 0.0))
        .count()
}

/// All roots from `low` up, in rising order; a root that only touches zero stands once.
///
/// Roots beyond the point where the first term outweighs all others cannot exist, which bounds
/// the search from above.
pub(super) fn roots_above(terms: &[Term], low: f64) -> Result<Vec<f64>, FinanceError> {
    let found = sign_changes(terms);
    if found == 0 {
        return Ok(Vec::new());
    }
    if found > MOST_SIGN_CHANGES {
        return Err(FinanceError::TooManySignChanges {
            found,
            limit: MOST_SIGN_CHANGES,
        });
    }
    let high = search_end(terms).max(low + 1.0);
    let mut levels = vec![terms.to_vec()];
    while let Some(next) = levels.last().and_then(|terms| derivative(terms)) {
        levels.push(next);
    }
    let mut roots: Vec<f64> = Vec::new();
    for terms in levels.iter().rev() {
        roots = roots_between_turns(terms, low, &roots, high);
    }
    Ok(roots)
}

/// The derivative of `e^(sτ) f`, one change of sign poorer; `None` where `f` has none left.
fn derivative(terms: &[Term]) -> Option<Vec<Term>> {
    let pair = terms
        .windows(2)
        .find(|pair| (pair[0].coefficient > 0.0) != (pair[1].coefficient > 0.0))?;
    let middle = 0.5 * (pair[0].time + pair[1].time);
    let mut next: Vec<Term> = terms
        .iter()
        .map(|term| Term {
            time: term.time,
            coefficient: term.coefficient * (middle - term.time),
        })
        .collect();
    scale(&mut next);
    Some(next)
}

/// The roots of one level, from the turning points that the level below it gave.
fn roots_between_turns(terms: &[Term], low: f64, turns: &[f64], high: f64) -> Vec<f64> {
    let mut points = Vec::with_capacity(turns.len() + 2);
    points.push(low);
    points.extend_from_slice(turns);
    points.push(high);
    let signs: Vec<i8> = points.iter().map(|&s| sign(terms, s)).collect();
    let mut roots: Vec<f64> = Vec::new();
    for (index, &point) in points.iter().enumerate() {
        if signs[index] == 0 {
            push_apart(&mut roots, point);
        }
        let Some(&next) = points.get(index + 1) else {
            break;
        };
        if signs[index] * signs[index + 1] < 0
            && let Some(root) = root_between(|s| value(terms, s), point, next)
        {
            push_apart(&mut roots, root);
        }
    }
    roots
}

/// Adds a root unless rounding has found the last one twice.
fn push_apart(roots: &mut Vec<f64>, root: f64) {
    let same = |last: &f64| (root - last).abs() <= 1e-12 * root.abs().max(1e-3);
    if !roots.last().is_some_and(same) {
        roots.push(root);
    }
}

/// The sum at `s`, times a positive factor that keeps every term at or below its coefficient.
fn value(terms: &[Term], s: f64) -> f64 {
    let anchor = anchor(terms, s);
    terms
        .iter()
        .map(|term| term.coefficient * libm::exp(-s * (term.time - anchor)))
        .sum()
}

/// The sign of the sum at `s`, zero where rounding alone could have made what is left of it.
fn sign(terms: &[Term], s: f64) -> i8 {
    let anchor = anchor(terms, s);
    let (mut sum, mut rounding) = (0.0, 0.0);
    for term in terms {
        let exponent = -s * (term.time - anchor);
        let part = term.coefficient * libm::exp(exponent);
        sum += part;
        rounding += part.abs() * (2.0 + exponent.abs());
    }
    if f64::abs(sum) <= 2.0 * f64::EPSILON * rounding {
        0
    } else if sum > 0.0 {
        1
    } else {
        -1
    }
}

/// The time whose term is largest at `s` for equal coefficients.
fn anchor(terms: &[Term], s: f64) -> f64 {
    let term = if s >= 0.0 {
        terms.first()
    } else {
        terms.last()
    };
    term.map_or(0.0, |term| term.time)
}

/// A point beyond which the first term outweighs all others together.
fn search_end(terms: &[Term]) -> f64 {
    let Some((first, rest)) = terms.split_first() else {
        return 1.0;
    };
    let mut end = 1.0;
    // Coefficients are at most one and at least 1e-308, so this ends for any two distinct times.
    while end < 1e9
        && rest
            .iter()
            .map(|term| term.coefficient.abs() * libm::exp(-end * (term.time - first.time)))
            .sum::<f64>()
            >= first.coefficient.abs()
    {
        end *= 2.0;
    }
    end
}

/// Drops terms of zero and scales the others to a largest coefficient of one.
fn scale(terms: &mut Vec<Term>) {
    let largest = terms
        .iter()
        .fold(0.0, |largest, term| term.coefficient.abs().max(largest));
    for term in terms.iter_mut() {
        term.coefficient /= largest;
    }
    terms.retain(|term| term.coefficient != 0.0 && term.coefficient.is_finite());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn from_roots(roots: &[f64]) -> Vec<Term> {
        // The polynomial in x = e^(−s) whose roots are the e^(−s) of the roots given.
        let mut coefficients = vec![1.0];
        for root in roots {
            let x = libm::exp(-root);
            let mut next = vec![0.0; coefficients.len() + 1];
            for (power, coefficient) in coefficients.iter().enumerate() {
                next[power] -= coefficient * x;
                next[power + 1] += coefficient;
            }
            coefficients = next;
        }
        prepared(
            coefficients
                .into_iter()
                .enumerate()
                .map(|(power, coefficient)| Term {
                    time: power as f64,
                    coefficient,
                }),
        )
    }

    #[test]
    fn finds_every_root_of_a_known_product() {
        for roots in [
            vec![0.1],
            vec![0.0, 0.5],
            vec![-1.0, -0.5, 0.0, 0.5, 1.0],
            vec![0.1, 0.2, 0.3, 0.4],
            vec![1.0, 5.0, 9.0],
        ] {
            let got = roots_above(&from_roots(&roots), -2.0).unwrap();
            assert_eq!(got.len(), roots.len(), "{got:?} for {roots:?}");
            for (got, want) in got.iter().zip(&roots) {
                assert!((got - want).abs() < 1e-9, "{got} for {want}");
            }
        }
    }

    #[test]
    fn a_root_that_touches_zero_is_found_once() {
        let got = roots_above(&from_roots(&[0.25, 0.25]), -2.0).unwrap();
        assert_eq!(got.len(), 1, "{got:?}");
        assert!((got[0] - 0.25).abs() < 1e-7);
    }

    #[test]
    fn irregular_times_are_as_good_as_regular_ones() {
        // 1 − 3 e^(−s/2) + 2 e^(−s): roots of 1 − 3y + 2y² at y = 1 and y = ½.
        let terms = prepared(
            [(0.5, -3.0), (0.0, 1.0), (1.0, 2.0)]
                .map(|(time, coefficient)| Term { time, coefficient }),
        );
        let got = roots_above(&terms, -1.0).unwrap();
        assert_eq!(got.len(), 2);
        assert!(got[0].abs() < 1e-12);
        assert!((got[1] - 2.0 * libm::log(2.0)).abs() < 1e-12);
    }

    #[test]
    fn terms_that_cancel_leave_nothing() {
        let terms = prepared(
            [(1.0, 5.0), (1.0, -5.0)].map(|(time, coefficient)| Term { time, coefficient }),
        );
        assert!(terms.is_empty());
        assert_eq!(roots_above(&terms, -1.0), Ok(Vec::new()));
    }
}

//! Where one option is cheaper than another, over any single input: a set of intervals.

use super::error::{FinanceError, finite};
use super::root::root_between;

/// A range of an input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Where it begins.
    pub start: f64,
    /// Where it ends.
    pub end: f64,
}

/// How the points of a scan are spread over its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// At equal distances.
    #[default]
    Linear,
    /// At equal ratios; for ranges over several powers of ten. The range must lie above zero.
    Logarithmic,
}

/// Where and how closely to look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scan<'a> {
    /// The range that is looked at.
    pub range: Interval,
    /// Into how many cells the range is divided, besides its jumps; at least one is used.
    pub cells: usize,
    /// How the cells are spread.
    pub scale: Scale,
    /// Inputs at which the function jumps (one more replica, the next price tier), in any order.
    pub jumps: &'a [f64],
}

/// The ranges of `x` within the scan in which `f(x) < 0`, rising and apart from each other.
///
/// With `f` as the cost of one option less that of another these are the ranges in which the first
/// is cheaper; where one ends inside the scan's range, both cost the same or the cost of one jumps.
///
/// `f` is evaluated at the ends of every cell, on both sides of every jump, and then some ten
/// times for every change of sign. Ends at a crossing are as exact as `f64` allows;
/// ends at a jump are the jump as it was given.
///
/// Limits: two crossings inside one cell are not seen, so the narrowest range found for certain is as wide
/// as a cell; a jump that is not named is found as a crossing if it changes the sign;
/// steps closer to a jump than a part in 10⁹ of the piece between two jumps are not seen.
/// Infinite values count by their sign (an option that cannot serve costs infinitely much); a
/// value that is not a number is [`FinanceError::UndefinedAt`].
pub fn intervals_where_negative(
    mut f: impl FnMut(f64) -> f64,
    scan: &Scan<'_>,
) -> Result<Vec<Interval>, FinanceError> {
    let Interval { start, end } = scan.range;
    finite("the start of the range", start)?;
    finite("the end of the range", end)?;
    if start > end || (scan.scale == Scale::Logarithmic && start <= 0.0) {
        return Err(FinanceError::EmptyRange { start, end });
    }
    let mut f = |x: f64| {
        let value = f(x);
        if value.is_nan() {
            Err(FinanceError::UndefinedAt { at: x })
        } else {
            Ok(value)
        }
    };
    let mut found = Vec::new();
    for piece in pieces(scan) {
        // Just inside, so that each side of a jump is asked with the value it has there.
        let inset = (piece.end - piece.start) * 1e-9;
        let mut points = grid(scan, &piece);
        let last = points.len() - 1;
        if piece.start > start {
            points[0] += inset;
        }
        if piece.end < end {
            points[last] -= inset;
        }
        let values = points
            .iter()
            .map(|x| f(*x))
            .collect::<Result<Vec<_>, _>>()?;
        let mut open = (values[0] < 0.0).then_some(piece.start);
        for cell in 0..last {
            let (left, right) = (values[cell] < 0.0, values[cell + 1] < 0.0);
            if left == right {
                continue;
            }
            let mut undefined = None;
            let crossing = root_between(
                |x| match f(x) {
                    Ok(value) => value,
                    Err(error) => {
                        undefined = Some(error);
                        f64::NAN
                    }
                },
                points[cell],
                points[cell + 1],
            );
            if let Some(error) = undefined {
                return Err(error);
            }
            // A cell that begins or ends at exactly zero has its crossing there.
            let crossing = crossing.unwrap_or(points[if left { cell + 1 } else { cell }]);
            match open.take() {
                Some(start) => join(
                    &mut found,
                    Interval {
                        start,
                        end: crossing,
                    },
                ),
                None => open = Some(crossing),
            }
        }
        if let Some(start) = open {
            join(
                &mut found,
                Interval {
                    start,
                    end: piece.end,
                },
            );
        }
    }
    Ok(found)
}

/// Adds an interval, joining it to the last where they meet.
pub(super) fn join(intervals: &mut Vec<Interval>, next: Interval) {
    match intervals.last_mut() {
        Some(last) if next.start <= last.end + 1e-12 * last.end.abs() => {
            last.end = last.end.max(next.end);
        }
        _ => intervals.push(next),
    }
}

/// The pieces of the range between its jumps.
fn pieces(scan: &Scan<'_>) -> Vec<Interval> {
    let Interval { start, end } = scan.range;
    let mut cuts: Vec<f64> = scan
        .jumps
        .iter()
        .copied()
        .filter(|jump| *jump > start && *jump < end)
        .collect();
    cuts.push(end);
    cuts.sort_by(f64::total_cmp);
    cuts.dedup();
    let mut from = start;
    cuts.into_iter()
        .map(|to| {
            let piece = Interval {
                start: from,
                end: to,
            };
            from = to;
            piece
        })
        .collect()
}

/// The ends of the cells within one piece, its own ends included.
fn grid(scan: &Scan<'_>, piece: &Interval) -> Vec<f64> {
    let cells = scan.cells.max(1);
    let range = scan.range;
    let point = |index: usize| {
        let fraction = index as f64 / cells as f64;
        match scan.scale {
            Scale::Linear => range.start + fraction * (range.end - range.start),
            Scale::Logarithmic => {
                range.start * libm::exp(fraction * libm::log(range.end / range.start))
            }
        }
    };
    let mut points = vec![piece.start];
    // Cells are those of the whole range, so that many jumps do not multiply the work.
    points.extend(
        (1..cells)
            .map(point)
            .filter(|x| *x > piece.start && *x < piece.end),
    );
    points.push(piece.end);
    points
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn scan(start: f64, end: f64, cells: usize, jumps: &[f64]) -> Scan<'_> {
        Scan {
            range: Interval { start, end },
            cells,
            scale: Scale::Linear,
            jumps,
        }
    }

    fn pairs(intervals: &[Interval]) -> Vec<(f64, f64)> {
        intervals.iter().map(|one| (one.start, one.end)).collect()
    }

    #[test]
    fn a_parabola_is_negative_between_its_roots() {
        let found =
            intervals_where_negative(|x| (x - 2.0) * (x - 5.0), &scan(0.0, 10.0, 16, &[])).unwrap();
        assert_eq!(found.len(), 1);
        assert!((found[0].start - 2.0).abs() < 1e-12 && (found[0].end - 5.0).abs() < 1e-12);
        let outside =
            intervals_where_negative(|x| -(x - 2.0) * (x - 5.0), &scan(0.0, 10.0, 16, &[]))
                .unwrap();
        assert_eq!(outside.len(), 2);
        assert_eq!((outside[0].start, outside[1].end), (0.0, 10.0));
    }

    #[test]
    fn jumps_end_intervals_exactly() {
        // be-03 of the reference cases: own cost less the API's.
        let difference = |x: f64| 3000.0 + 2600.0 * (x / 900.0).ceil() - 4.0 * x;
        let jumps: Vec<f64> = (1..12).map(|step| f64::from(step) * 900.0).collect();
        let found = intervals_where_negative(difference, &scan(0.0, 10_000.0, 64, &jumps)).unwrap();
        let want = [(3350.0, 3600.0), (4000.0, 4500.0), (4650.0, 10_000.0)];
        assert_eq!(found.len(), want.len(), "{found:?}");
        for (got, want) in pairs(&found).iter().zip(want) {
            assert!((got.0 - want.0).abs() < 1e-9 && got.1 == want.1, "{got:?}");
        }
    }

    #[test]
    fn all_and_nothing_and_a_single_point() {
        let range = scan(0.0, 1.0, 4, &[]);
        assert_eq!(
            pairs(&intervals_where_negative(|_| -1.0, &range).unwrap()),
            [(0.0, 1.0)]
        );
        assert_eq!(intervals_where_negative(|_| 0.0, &range), Ok(vec![]));
        assert_eq!(
            intervals_where_negative(|_| f64::INFINITY, &range),
            Ok(vec![])
        );
        assert_eq!(
            intervals_where_negative(|_| f64::NAN, &range),
            Err(FinanceError::UndefinedAt { at: 0.0 })
        );
        assert!(intervals_where_negative(|x| x, &scan(1.0, 0.0, 4, &[])).is_err());
        let point = intervals_where_negative(|_| -1.0, &scan(1.0, 1.0, 4, &[])).unwrap();
        assert_eq!(pairs(&point), [(1.0, 1.0)]);
    }

    #[test]
    fn a_logarithmic_scan_sees_small_inputs() {
        let range = Scan {
            scale: Scale::Logarithmic,
            ..scan(1e-3, 1e9, 48, &[])
        };
        let found = intervals_where_negative(|x| (x - 0.01) * (x - 0.1), &range).unwrap();
        assert_eq!(found.len(), 1);
        assert!((found[0].start - 0.01).abs() < 1e-12 && (found[0].end - 0.1).abs() < 1e-12);
    }

    #[test]
    fn an_option_that_cannot_serve_beyond_a_point_is_not_cheaper_there() {
        let f = |x: f64| if x > 7.0 { f64::INFINITY } else { 3.0 - x };
        let found = intervals_where_negative(f, &scan(0.0, 10.0, 10, &[7.0])).unwrap();
        assert_eq!(found.len(), 1);
        assert!((found[0].start - 3.0).abs() < 1e-12);
        assert_eq!(found[0].end, 7.0);
    }
}

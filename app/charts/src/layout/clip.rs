//! Cutting convex areas along straight lines.

use super::{Point, Rect};

/// The part of a convex polygon in which a function that is linear over it is not negative.
///
/// # Source
/// Sutherland and Hodgman 1974, "Reentrant Polygon Clipping", Communications of the ACM 17(1).
pub(super) fn keep_where(polygon: &[Point], value: impl Fn(Point) -> f64) -> Vec<Point> {
    let mut kept = Vec::with_capacity(polygon.len() + 1);
    for (place, at) in polygon.iter().enumerate() {
        let next = polygon[(place + 1) % polygon.len()];
        let (here, there) = (value(*at), value(next));
        if here >= 0.0 {
            kept.push(*at);
        }
        if (here >= 0.0) != (there >= 0.0) {
            let share = here / (here - there);
            kept.push(Point {
                x: at.x + (next.x - at.x) * share,
                y: at.y + (next.y - at.y) * share,
            });
        }
    }
    kept
}

/// Slanted stripes inside an area, the cue beside a fill's colour.
pub(super) fn stripes(area: &Rect, width: f64, distance: f64) -> Vec<Vec<Point>> {
    let corners = corners(area);
    let (low, high) = (area.x + area.y, area.right() + area.bottom());
    let first = libm::floor(low / distance);
    let count = libm::ceil((high - low) / distance) + 1.0;
    (0..count as usize)
        .map(|stripe| (first + stripe as f64) * distance)
        .map(|from| {
            let lower = keep_where(&corners, |at| at.x + at.y - from);
            if lower.is_empty() {
                return lower;
            }
            keep_where(&lower, |at| from + width - at.x - at.y)
        })
        .filter(|stripe| stripe.len() >= 3)
        .collect()
}

/// The corners of an area, in order.
pub(super) fn corners(area: &Rect) -> [Point; 4] {
    [
        (area.x, area.y),
        (area.right(), area.y),
        (area.right(), area.bottom()),
        (area.x, area.bottom()),
    ]
    .map(|(x, y)| Point { x, y })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(polygon: &[Point]) -> f64 {
        let next = polygon.iter().cycle().skip(1);
        let doubled: f64 = polygon
            .iter()
            .zip(next)
            .map(|(a, b)| a.x * b.y - b.x * a.y)
            .sum();
        doubled.abs() / 2.0
    }

    #[test]
    fn both_sides_of_a_cut_make_the_whole() {
        let area = Rect {
            x: 1.0,
            y: 2.0,
            width: 4.0,
            height: 3.0,
        };
        let whole = corners(&area);
        for (a, b, c) in [(1.0, 0.0, -3.0), (1.0, 1.0, -5.5), (-2.0, 1.0, 4.0)] {
            let one = keep_where(&whole, |at| a * at.x + b * at.y + c);
            let other = keep_where(&whole, |at| -(a * at.x + b * at.y + c));
            assert!((size(&one) + size(&other) - 12.0).abs() < 1e-12);
        }
        assert!(keep_where(&whole, |_| -1.0).is_empty());
    }

    #[test]
    fn stripes_stay_inside_and_cover_their_share() {
        let area = Rect {
            x: 10.0,
            y: 5.0,
            width: 60.0,
            height: 40.0,
        };
        let stripes = stripes(&area, 1.0, 4.0);
        let covered: f64 = stripes.iter().map(|stripe| size(stripe)).sum();
        assert!((covered / 2400.0 - 0.25).abs() < 0.02, "{covered}");
        for corner in stripes.iter().flatten() {
            assert!(area.holds(&Rect::around(*corner, 0.0)));
        }
    }
}

//! Names beside points, clear of lines, of markers and of each other.

use super::{Point, Rect, Sizes};
use crate::placement::{crosses, distance};

/// A name that wants to stand beside a point.
pub(super) struct Wanted {
    /// The point.
    pub(super) at: Point,
    /// Width and height of the name.
    pub(super) size: (f64, f64),
}

/// A place for each name: the nearest that no line runs through, or else the one that the fewest
/// do; anywhere where all near ones are taken, and `None` where nothing is free.
/// Only places that `may_stand` allows are looked at.
pub(super) fn beside(
    wanted: &[Wanted],
    lines: &[Vec<Point>],
    markers: &[Rect],
    bounds: Rect,
    may_stand: &dyn Fn(&Rect) -> bool,
    sizes: &Sizes,
) -> Vec<Option<Rect>> {
    let mut taken: Vec<Rect> = markers.to_vec();
    let mut placed = Vec::with_capacity(wanted.len());
    for name in wanted {
        let mut best: Option<(usize, Rect)> = None;
        let places = [0.9, 1.5, 2.5, 4.0]
            .into_iter()
            .flat_map(|away| around(name.at, name.size, away * sizes.gap));
        for rect in places.chain(anywhere(name, bounds)) {
            let is_free = bounds.holds(&rect)
                && may_stand(&rect)
                && taken
                    .iter()
                    .all(|other| !widened(&rect, sizes.gap * 0.4).overlaps(other));
            if !is_free {
                continue;
            }
            let count = crossings(&widened(&rect, sizes.gap * 0.3), lines);
            if best.as_ref().is_none_or(|(least, _)| count < *least) {
                best = Some((count, rect));
            }
            if count == 0 {
                break;
            }
        }
        if let Some((_, rect)) = best {
            taken.push(rect);
        }
        placed.push(best.map(|(_, rect)| rect));
    }
    placed
}

/// Places all over the bounds, the nearest first.
fn anywhere(name: &Wanted, bounds: Rect) -> impl Iterator<Item = Rect> {
    const STEPS: usize = 24;
    let (width, height) = name.size;
    let room = (bounds.width - width, bounds.height - height);
    let step = |room: f64, step: usize| room * step as f64 / STEPS as f64;
    let mut places: Vec<Rect> = (0..=STEPS)
        .flat_map(|across| (0..=STEPS).map(move |down| (across, down)))
        .filter(|_| room.0 >= 0.0 && room.1 >= 0.0)
        .map(|(across, down)| Rect {
            x: bounds.x + step(room.0, across),
            y: bounds.y + step(room.1, down),
            width,
            height,
        })
        .collect();
    let away = |rect: &Rect| distance(name.at, rect);
    places.sort_by(|one, other| away(one).total_cmp(&away(other)));
    places.into_iter()
}

fn crossings(rect: &Rect, lines: &[Vec<Point>]) -> usize {
    let segments = lines.iter().flat_map(|line| line.windows(2));
    segments
        .filter(|pair| crosses(pair[0], pair[1], rect))
        .count()
}

/// Right of a point, left of it, below and above it, and the corners.
fn around(at: Point, (width, height): (f64, f64), gap: f64) -> [Rect; 8] {
    let (right, left) = (at.x + gap, at.x - gap - width);
    let (above, below) = (at.y - gap * 0.6 - height, at.y + gap * 0.6);
    let (centre, middle) = (at.x - width / 2.0, at.y - height / 2.0);
    [
        (right, middle),
        (left, middle),
        (right, below),
        (left, above),
        (right, above),
        (left, below),
        (centre, below),
        (centre, above),
    ]
    .map(|(x, y)| Rect {
        x,
        y,
        width,
        height,
    })
}

fn widened(rect: &Rect, by: f64) -> Rect {
    Rect {
        x: rect.x - by,
        y: rect.y,
        width: rect.width + 2.0 * by,
        height: rect.height,
    }
}

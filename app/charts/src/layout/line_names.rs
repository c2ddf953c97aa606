//! Names of lines beside them, where they run clear of all others.

use super::{Label, LabelKind, Layout, Point, Rect, Sizes};
use crate::fonts::{self, Weight};
use crate::placement::crosses;
use crate::{Anchor, Lines, Mark, Role};

/// How many points of a line others are kept clear of.
const POINTS: usize = 48;
/// Places along a line at which its name is tried, from its middle outwards.
const PLACES: usize = 40;

/// Places each name beside its line.
pub(super) fn add(layout: &mut Layout, content: &Lines, sizes: &Sizes) {
    let lines: Vec<Vec<Point>> = content
        .series
        .iter()
        .map(|series| {
            let step = (series.points.len() / POINTS).max(1);
            let count = series.points.len();
            let points = series.points.iter().enumerate();
            points
                .filter(|(place, _)| place % step == 0 || place + 1 == count)
                .filter_map(|(_, value)| layout.point(*value))
                .collect()
        })
        .collect();
    let mut taken: Vec<Rect> = Vec::new();
    let indent = sizes.key + sizes.gap / 2.0;
    for (series, line) in content.series.iter().zip(&lines) {
        if line.is_empty() {
            continue;
        }
        // On one line where there is room, and in two or three where there is not.
        let mut found: Option<Found> = None;
        for (share, most) in [(0.5, 1), (0.34, 2), (0.24, 3)] {
            let room = layout.plot.width * share - sizes.key;
            let name = fonts::wrap(&series.label, sizes.label, Weight::Regular, room, most);
            let (width, height) = sizes.block(&name, Weight::Regular);
            let size = (width + indent, height);
            let Some(place) = place(line, &lines, size, layout.plot, &taken, sizes.gap) else {
                continue;
            };
            let faults = (place.0, name.last().is_some_and(|line| line.ends_with('…')));
            if found.as_ref().is_none_or(|best| faults < best.faults) {
                found = Some(Found {
                    faults,
                    at: place.1,
                    rect: place.2,
                    name,
                    width,
                });
            }
            if faults == (0, false) {
                break;
            }
        }
        let Some(Found {
            faults: (crossings, _),
            at,
            rect,
            name,
            width,
        }) = found
        else {
            layout.labels_left_out += 1;
            continue;
        };
        taken.push(rect);
        let lines = Rect {
            x: rect.x + indent,
            width,
            ..rect
        };
        if crossings > 0 {
            // A line that could not be avoided is interrupted rather than run through the letters.
            layout.shapes.push(Mark::Rect {
                rect: lines,
                fill: Role::Ground,
            });
        }
        let mut label = Label {
            key: Some(series.key),
            ..sizes.label(LabelKind::LineEnd, name, lines, Anchor::Start)
        };
        label.value = series
            .points
            .iter()
            .copied()
            .min_by(|a, b| away(layout, *a, at).total_cmp(&away(layout, *b, at)));
        layout.labels.push(label);
    }
}

/// A place of a name.
struct Found {
    /// How often lines run through it, and whether the name is shortened.
    faults: (usize, bool),
    /// The point of the line that it stands at.
    at: Point,
    rect: Rect,
    name: Vec<String>,
    width: f64,
}

fn away(layout: &Layout, value: [f64; 2], at: Point) -> f64 {
    layout.point(value).map_or(f64::INFINITY, |point| {
        libm::hypot(point.x - at.x, point.y - at.y)
    })
}

/// The best place of a name beside its line: how often lines run through it, the point of the line that it stands
/// at, and the place.
fn place(
    line: &[Point],
    lines: &[Vec<Point>],
    size: (f64, f64),
    bounds: Rect,
    taken: &[Rect],
    gap: f64,
) -> Option<(usize, Point, Rect)> {
    let crossings = |rect: &Rect| {
        let segments = lines.iter().flat_map(|line| line.windows(2));
        let rect = widened(rect, gap * 0.5);
        segments
            .filter(|pair| is_near(pair, &rect) && crosses(pair[0], pair[1], &rect))
            .count()
    };
    let is_free = |rect: &Rect| {
        bounds.holds(rect)
            && taken
                .iter()
                .all(|other| !widened(rect, gap).overlaps(other))
    };
    let mut best: Option<(usize, Point, Rect)> = None;
    for place in 0..PLACES {
        let away = place.div_ceil(2);
        let away = away as f64 / PLACES as f64 * if place % 2 == 0 { 0.94 } else { -0.94 };
        let share = 0.5 + away;
        let Some(at) = along(line, share) else {
            continue;
        };
        for rect in beside(at, size, gap * 0.75) {
            if !is_free(&rect) {
                continue;
            }
            let count = crossings(&rect);
            if count == 0 {
                return Some((0, at, rect));
            }
            if best.as_ref().is_none_or(|(least, ..)| count < *least) {
                best = Some((count, at, rect));
            }
        }
    }
    best
}

/// Whether the bounds of a piece of a line meet an area, which is quickly told.
fn is_near(pair: &[Point], area: &Rect) -> bool {
    pair[0].x.min(pair[1].x) <= area.right()
        && pair[0].x.max(pair[1].x) >= area.x
        && pair[0].y.min(pair[1].y) <= area.bottom()
        && pair[0].y.max(pair[1].y) >= area.y
}

/// Right of a point, left of it, and the corners between.
fn beside(at: Point, (width, height): (f64, f64), gap: f64) -> [Rect; 6] {
    let right = at.x + gap;
    let left = at.x - gap - width;
    let middle = at.y - height / 2.0;
    let above = at.y - height - gap / 2.0;
    let below = at.y + gap / 2.0;
    [
        (right, middle),
        (right, above),
        (left, below),
        (left, middle),
        (right, below),
        (left, above),
    ]
    .map(|(x, y)| Rect {
        x,
        y,
        width,
        height,
    })
}

/// The point at a share of a line's length.
fn along(line: &[Point], share: f64) -> Option<Point> {
    let length = |pair: &[Point]| libm::hypot(pair[1].x - pair[0].x, pair[1].y - pair[0].y);
    let whole: f64 = line.windows(2).map(length).sum();
    let mut left = whole * share;
    for pair in line.windows(2) {
        let step = length(pair);
        if step >= left && step > 0.0 {
            let part = left / step;
            return Some(Point {
                x: pair[0].x + (pair[1].x - pair[0].x) * part,
                y: pair[0].y + (pair[1].y - pair[0].y) * part,
            });
        }
        left -= step;
    }
    line.last().copied()
}

fn widened(rect: &Rect, by: f64) -> Rect {
    Rect {
        x: rect.x - by,
        width: rect.width + 2.0 * by,
        ..*rect
    }
}

//! Which option wins over two inputs: regions with their names inside, borders between them, and the case's place.

mod regions;

use super::axes::axes;
use super::lines::y_ticks;
use super::{LabelKind, Layout, MarkerLayout, Point, Rect, Sizes, Space};
use crate::content::{Here, Region, RegionMap};
use crate::fonts::{self, Weight};
use crate::placement::{beside_points, nearest};
use crate::style::marker;
use crate::{Anchor, Chart, Domain, Mark, Marker, Role, Stroke, Tone, outline};
use regions::Regions;

/// The distance between two marks of a region's pattern, in points at a text scale of one.
const PATTERN_STEP: f64 = 22.0;
/// The radius of a mark of the pattern.
const PATTERN_RADIUS: f64 = 2.0;

pub(super) fn lay_out(chart: &Chart, content: &RegionMap, space: &Space<'_>) -> Layout {
    let Space { sizes, numbers, .. } = *space;
    let ends = |values: &[f64], axis| match (values.first(), values.last()) {
        (Some(low), Some(high)) if low < high => Domain {
            low: *low,
            high: *high,
        },
        _ => Domain::of(axis, values.iter().copied()),
    };
    let x_domain = ends(&content.columns, &chart.x);
    let y_domain = ends(&content.rows, &chart.y);
    let ticks = |height| y_ticks(&chart.y, y_domain, height, &sizes, numbers);
    let margin = sizes.line * 1.2;
    let mut layout = axes(chart, space, (x_domain, y_domain), margin, ticks);
    let Some(regions) = Regions::new(content, &layout.x, &layout.y) else {
        layout.drop_ticks();
        return layout;
    };

    for (region, polygons) in content.regions.iter().zip(regions.areas()) {
        if !polygons.is_empty() {
            layout.shapes.push(Mark::Area {
                polygons,
                fill: Role::SeriesTint(region.key.0),
            });
        }
    }
    let here = content
        .here
        .as_ref()
        .and_then(|here| Some((here, layout.point(here.at)?)));
    let mut taken: Vec<Rect> = Vec::new();
    if let Some((here, at)) = here {
        taken.extend(add_here(&mut layout, &regions, here, at, &sizes));
    }
    let mut leaders = Vec::new();
    let lattice = regions.lattice(layout.plot, sizes.line / 2.0);
    for ((place, region), inside) in content.regions.iter().enumerate().zip(lattice) {
        let found = add_name(
            &mut layout,
            &regions,
            (place, region),
            inside,
            &taken,
            &sizes,
        );
        match found {
            Some(Named { rect, leader }) => {
                taken.push(rect);
                leaders.extend(leader);
            }
            None => continue,
        }
    }
    add_pattern(&mut layout, content, &regions, &taken, &sizes);
    for points in regions.borders() {
        layout.shapes.push(Mark::Polyline {
            points,
            stroke: Stroke {
                colour: Role::Ink,
                width: 1.25 * sizes.scale,
                dash: Vec::new(),
            },
        });
    }
    layout.shapes.extend(leaders);
    layout
}

/// The ring at the case's place and its remark; returns what they cover.
fn add_here(
    layout: &mut Layout,
    regions: &Regions<'_>,
    here: &Here,
    at: Point,
    sizes: &Sizes,
) -> Vec<Rect> {
    let radius = sizes.marker * 1.4;
    layout.markers.push(MarkerLayout {
        key: None,
        shape: Marker::Circle,
        at,
        value: here.at,
        radius,
        hollow: true,
        tone: Tone::Here,
    });
    let ring = Rect::around(at, radius * 1.5);
    let room = layout.plot.width * 0.5;
    let text = fonts::shorten(&here.text, sizes.label, Weight::Semibold, room);
    let size = (sizes.width(&text, Weight::Semibold), sizes.line);
    let away = radius + sizes.gap * 0.6;
    let (middle, centre) = (at.y - size.1 / 2.0, at.x - size.0 / 2.0);
    let places = [
        (at.x + away, middle),
        (at.x - away - size.0, middle),
        (centre, at.y - away - size.1),
        (centre, at.y + away),
    ];
    // Best where no border runs through it.
    let clear = places
        .map(|(x, y)| Rect {
            x,
            y,
            width: size.0,
            height: size.1,
        })
        .into_iter()
        .find(|rect| layout.plot.holds(rect) && regions.lie_in_one(rect));
    let rect = clear.or_else(|| {
        let place = beside_points(&[at], &[size], layout.plot, away);
        place.first().copied().flatten()
    });
    let Some(rect) = rect else {
        layout.labels_left_out += 1;
        return vec![ring];
    };
    let mut label = sizes.label(LabelKind::Name, vec![text], rect, Anchor::Start);
    label.weight = Weight::Semibold;
    label.tone = Tone::Here;
    layout.labels.push(label);
    vec![ring, rect]
}

/// What a region's name covers with its key, and a line to the region where the name stands outside.
struct Named {
    rect: Rect,
    leader: Vec<Mark>,
}

/// A region's name inside it, or where it has no room beside it with a line.
fn add_name(
    layout: &mut Layout,
    regions: &Regions<'_>,
    (place, region): (usize, &Region),
    mut inside: Vec<Point>,
    taken: &[Rect],
    sizes: &Sizes,
) -> Option<Named> {
    let centre = middle(&inside)?;
    inside.sort_by(|a, b| away(*a, centre).total_cmp(&away(*b, centre)));
    let key = sizes.marker * 2.0 + sizes.gap * 0.5;
    let is_free = |rect: &Rect| taken.iter().all(|other| !rect.overlaps(other));
    let mut found = None;
    for (share, lines) in [(0.55, 1), (0.4, 2), (0.28, 3), (0.2, 4)] {
        let room = layout.plot.width * share - key;
        let text = fonts::wrap(&region.label, sizes.label, Weight::Regular, room, lines);
        let (width, height) = sizes.block(&text, Weight::Regular);
        let block = (width + key + sizes.gap, height + sizes.gap * 0.5);
        let best = inside
            .iter()
            .map(|at| Rect {
                x: at.x - block.0 / 2.0,
                y: at.y - block.1 / 2.0,
                width: block.0,
                height: block.1,
            })
            .find(|rect| layout.plot.holds(rect) && is_free(rect) && regions.hold(rect, place));
        let was_shortened = text.last().is_some_and(|line| line.ends_with('…'));
        if let Some(rect) = best
            && !(was_shortened && found.is_some())
        {
            found = Some((rect, text));
            if !was_shortened {
                break;
            }
        }
    }
    let mut leader = Vec::new();
    let (rect, text) = match found {
        Some(found) => found,
        None => {
            let text = sizes.wrap(&region.label, Weight::Regular, layout.plot.width * 0.4);
            let (width, height) = sizes.block(&text, Weight::Regular);
            let block = (width + key + sizes.gap, height);
            let free = beside_points(&[centre], &[block], layout.plot, sizes.gap * 1.5);
            let rect = free
                .into_iter()
                .flatten()
                .find(is_free)
                .or_else(|| free_place(layout.plot, block, centre, taken));
            let Some(rect) = rect else {
                layout.labels_left_out += 1;
                return None;
            };
            let end = nearest(centre, &rect);
            leader.push(sizes.stroke((centre.x, centre.y), (end.x, end.y), Role::Ink, 0.75, &[]));
            leader.push(Mark::Rect {
                rect,
                fill: Role::Ground,
            });
            (rect, text)
        }
    };
    let (width, height) = sizes.block(&text, Weight::Regular);
    let lines = Rect {
        x: rect.x + sizes.gap / 2.0 + key,
        y: rect.centre().y - height / 2.0,
        width,
        height,
    };
    let mut label = sizes.label(LabelKind::Region, text, lines, Anchor::Start);
    label.key = Some(region.key);
    label.target = Some(Point {
        x: rect.x + sizes.gap / 2.0 + sizes.marker,
        y: lines.y + sizes.line / 2.0,
    });
    layout.labels.push(label);
    Some(Named { rect, leader })
}

/// The place of a size that is nearest to a point and clear of all others.
fn free_place(bounds: Rect, size: (f64, f64), near: Point, taken: &[Rect]) -> Option<Rect> {
    let step = (size.1 / 2.0).max(1.0);
    let columns = ((bounds.width - size.0) / step).max(-1.0) as i64;
    let rows = ((bounds.height - size.1) / step).max(-1.0) as i64;
    (0..=rows)
        .flat_map(|row| (0..=columns).map(move |column| (column, row)))
        .map(|(column, row)| Rect {
            x: bounds.x + column as f64 * step,
            y: bounds.y + row as f64 * step,
            width: size.0,
            height: size.1,
        })
        .filter(|rect| taken.iter().all(|other| !rect.overlaps(other)))
        .min_by(|a, b| away(a.centre(), near).total_cmp(&away(b.centre(), near)))
}

/// The point of a region that is nearest to the mean of its points.
fn middle(points: &[Point]) -> Option<Point> {
    let count = points.len() as f64;
    let mean = Point {
        x: points.iter().map(|point| point.x).sum::<f64>() / count,
        y: points.iter().map(|point| point.y).sum::<f64>() / count,
    };
    points
        .iter()
        .copied()
        .min_by(|a, b| away(*a, mean).total_cmp(&away(*b, mean)))
}

fn away(one: Point, other: Point) -> f64 {
    libm::hypot(one.x - other.x, one.y - other.y)
}

/// The options' markers, strewn over their regions: the cue beside the colours.
fn add_pattern(
    layout: &mut Layout,
    content: &RegionMap,
    regions: &Regions<'_>,
    taken: &[Rect],
    sizes: &Sizes,
) {
    let radius = PATTERN_RADIUS * sizes.scale;
    let step = PATTERN_STEP * sizes.scale;
    let lattice = regions.lattice(layout.plot, step);
    for ((place, region), inside) in content.regions.iter().enumerate().zip(lattice) {
        let polygons: Vec<Vec<Point>> = inside
            .into_iter()
            .filter(|at| {
                let room = Rect::around(*at, radius * 2.2);
                layout.plot.holds(&room)
                    && regions.hold(&room, place)
                    && taken.iter().all(|other| !room.overlaps(other))
            })
            .flat_map(|at| convex_parts(marker(region.key.0), at, radius))
            .collect();
        if !polygons.is_empty() {
            layout.shapes.push(Mark::Area {
                polygons,
                fill: Role::Series(region.key.0),
            });
        }
    }
}

/// A marker as convex polygons.
fn convex_parts(shape: Marker, at: Point, radius: f64) -> Vec<Vec<Point>> {
    let place = |(x, y): &(f64, f64)| Point {
        x: at.x + x * radius,
        y: at.y + y * radius,
    };
    match shape {
        Marker::Circle => {
            let corners = (0..12).map(|corner| {
                let angle = f64::from(corner) * std::f64::consts::TAU / 12.0;
                place(&(libm::cos(angle), libm::sin(angle)))
            });
            vec![corners.collect()]
        }
        Marker::Cross => {
            let arm = 0.38;
            let bar = |x: f64, y: f64| [(-x, -y), (x, -y), (x, y), (-x, y)];
            let across = bar(1.1, arm).iter().map(place).collect();
            // The upright bar in two parts, so that no place is covered twice.
            let half = |sign: f64| {
                [(-arm, arm), (arm, arm), (arm, 1.1), (-arm, 1.1)]
                    .iter()
                    .map(|(x, y)| place(&(x * sign, y * sign)))
                    .collect()
            };
            vec![across, half(1.0), half(-1.0)]
        }
        shape => vec![outline(shape).iter().map(place).collect()],
    }
}

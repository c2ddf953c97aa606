//! Points under a roof that rises to its ridge and is level from there.

use super::axes::axes;
use super::beside::{Wanted, beside};
use super::lines::y_ticks;
use super::{LabelKind, Layout, MarkerLayout, Point, Rect, Sizes, Space, Spot};
use crate::content::Roofs;
use crate::fonts::{self, Weight};
use crate::{Anchor, Chart, Domain, Mark, Role, Stroke, Tone, marker};

pub(super) fn lay_out(chart: &Chart, content: &Roofs, space: &Space<'_>) -> Layout {
    let Space { sizes, numbers, .. } = *space;
    let x_domain = Domain::of(&chart.x, content.points.iter().map(|point| point.x));
    let y_domain = Domain::of(&chart.y, content.points.iter().map(|point| point.y));
    let ticks = |height| y_ticks(&chart.y, y_domain, height, &sizes, numbers);
    let mut layout = axes(chart, space, (x_domain, y_domain), sizes.gap, ticks);
    if content.points.is_empty() {
        layout.drop_ticks();
        return layout;
    }
    let roof = roof(&layout, content);
    layout.shapes.push(Mark::Polyline {
        points: roof.clone(),
        stroke: Stroke {
            colour: Role::Ink,
            width: 2.0 * sizes.scale,
            dash: Vec::new(),
        },
    });
    add_roof_names(&mut layout, content, &roof, &sizes);
    add_points(&mut layout, content, roof, &sizes);
    layout
}

/// The roof from where it enters the plot to its right edge.
fn roof(layout: &Layout, content: &Roofs) -> Vec<Point> {
    let (x, y) = (layout.x.domain, layout.y.domain);
    let enters = x.low.max(y.low / content.slope);
    [
        enters,
        content.ridge().clamp(enters, x.high.max(enters)),
        x.high,
    ]
    .into_iter()
    .filter_map(|at| layout.point([at, content.roof(at)]))
    .collect()
}

/// The rising roof is named left of itself and the level one above itself, where nothing can be.
fn add_roof_names(layout: &mut Layout, content: &Roofs, roof: &[Point], sizes: &Sizes) {
    let [enters, ridge, right] = roof else {
        return;
    };
    let (enters, ridge, right) = (*enters, *ridge, *right);
    let plot = layout.plot;
    let room = (right.x - ridge.x).max(plot.width * 0.5);
    let text = fonts::shorten(&content.level_label, sizes.label, Weight::Regular, room);
    let width = sizes.width(&text, Weight::Regular);
    let level = Rect {
        x: right.x - width,
        y: ridge.y - sizes.gap * 0.4 - sizes.line,
        width,
        height: sizes.line,
    };
    if level.y >= plot.y - sizes.gap * 0.5 {
        let label = sizes.label(LabelKind::Name, vec![text], level, Anchor::End);
        layout.labels.push(label);
    } else {
        layout.labels_left_out += 1;
    }
    let lines = fonts::wrap(
        &content.slope_label,
        sizes.label,
        Weight::Regular,
        plot.width * 0.34,
        2,
    );
    let (width, height) = sizes.block(&lines, Weight::Regular);
    let place = [0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1.0]
        .into_iter()
        .map(|share| Rect {
            x: enters.x + (ridge.x - enters.x) * share - sizes.gap - width,
            y: enters.y + (ridge.y - enters.y) * share - height,
            width,
            height,
        })
        .find(|rect| {
            plot.holds(rect) && layout.labels.iter().all(|label| !label.rect.overlaps(rect))
        });
    match place {
        Some(rect) => layout
            .labels
            .push(sizes.label(LabelKind::Name, lines, rect, Anchor::End)),
        None => layout.labels_left_out += 1,
    }
}

/// Markers, the way up to the roof, and names with the share of it that is reached.
fn add_points(layout: &mut Layout, content: &Roofs, roof: Vec<Point>, sizes: &Sizes) {
    // What is above the roof cannot be, so nothing is named there; the roof never falls.
    let left = layout.x.clone();
    let height = layout.y.clone();
    let is_below = |rect: &Rect| {
        let from = roof.first().map_or(rect.x, |enters| enters.x.max(rect.x));
        let share = (from - left.start) / (left.end - left.start);
        let (low, high) = (libm::log10(left.domain.low), libm::log10(left.domain.high));
        let x = libm::pow(10.0, low + share * (high - low));
        height
            .position(content.roof(x))
            .is_some_and(|top| rect.y >= top)
    };
    let mut lines = vec![roof.clone()];
    let mut wanted = Vec::new();
    let mut names = Vec::new();
    let mut markers: Vec<Rect> = layout.labels.iter().map(|label| label.rect).collect();
    let mut points: Vec<_> = content.points.iter().collect();
    // From right to left: names stand right of their points where they can.
    points.sort_by(|one, other| other.x.total_cmp(&one.x));
    for point in points {
        let top = layout.point([point.x, content.roof(point.x)]);
        let (Some(at), Some(top)) = (layout.point([point.x, point.y]), top) else {
            continue;
        };
        if top.y < at.y - sizes.marker {
            layout.shapes.push(sizes.stroke(
                (at.x, at.y),
                (top.x, top.y),
                Role::Series(content.key.0),
                1.0,
                &[3.0, 3.0],
            ));
            lines.push(vec![at, top]);
        }
        layout.markers.push(MarkerLayout {
            key: Some(content.key),
            shape: marker(content.key.0),
            at,
            value: [point.x, point.y],
            radius: sizes.marker,
            hollow: point.hollow,
            tone: Tone::Quiet,
        });
        markers.push(Rect::around(at, sizes.marker));
        layout.spots.push(Spot {
            rect: Rect::around(at, sizes.marker * 2.0),
            text: format!("{}\n{}", point.label, point.reached),
        });
        let room = layout.plot.width * 0.4;
        let mut lines = fonts::wrap(&point.label, sizes.label, Weight::Regular, room, 2);
        lines.push(fonts::shorten(
            &point.reached,
            sizes.label,
            Weight::Regular,
            room,
        ));
        wanted.push(Wanted {
            at,
            size: sizes.block(&lines, Weight::Regular),
        });
        names.push(lines);
    }
    let places = beside(&wanted, &lines, &markers, layout.plot, &is_below, sizes);
    for ((lines, place), name) in names.into_iter().zip(places).zip(&wanted) {
        let Some(rect) = place else {
            layout.labels_left_out += 1;
            continue;
        };
        let anchor = if rect.right() <= name.at.x {
            Anchor::End
        } else {
            Anchor::Start
        };
        let mut label = sizes.label(LabelKind::Point, lines, rect, anchor);
        label.target = Some(name.at);
        layout.labels.push(label);
    }
}

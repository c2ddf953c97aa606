//! Futures as dots, stacked in columns that never reach over zero.

use super::lines::{footer_height, plot_ends, x_axis, x_label};
use super::sides::Sides;
use super::{Layout, Point, Rect, Space, Spot};
use crate::content::Dots;
use crate::{AxisLayout, Chart, Domain, Mark, Role, Scale, Stroke};

/// The largest distance between two dots of a column, in points at a text scale of one.
const LARGEST_STEP: f64 = 20.0;
/// The share of its place that a dot fills.
const FILLED: f64 = 0.43;
/// How many columns are tried.
const COLUMNS: std::ops::RangeInclusive<usize> = 12..=64;

pub(super) fn lay_out(chart: &Chart, content: &Dots, space: &Space<'_>) -> Layout {
    let Space {
        area,
        sizes,
        numbers,
    } = *space;
    // Half a tick's text may reach over either end.
    let edge = sizes.line * 1.2;
    let (start, end) = plot_ends(area.x + edge, area.right() - edge);
    let mut domain = Domain::of(&chart.x, content.values.iter().copied());
    if content.values.iter().all(|value| *value == 0.0) {
        // No side is the larger one.
        domain.low = -domain.high;
    }
    let x = x_axis(
        &chart.x,
        domain,
        (start, end),
        (area.x, area.right()),
        &sizes,
        numbers,
    );
    let zero = x.position(0.0).unwrap_or(start);
    let (below, equal, above) = content.counts();
    let sides = Sides {
        below: (below > 0 || equal > 0).then_some(&content.below),
        above: (above > 0 || equal > 0).then_some(&content.above),
        dots: true,
    };
    let sides = sides.place(zero, area.y, (area.x, area.right()), &sizes);
    let top = area.y + sides.height + sizes.gap;
    let bottom = (area.bottom() - footer_height(&chart.x, &sizes)).max(top + 10.0);
    let plot = Rect {
        x: start,
        y: top,
        width: end - start,
        height: bottom - top,
    };
    let y = AxisLayout {
        label: String::new(),
        scale: Scale::Linear,
        domain: Domain {
            low: 0.0,
            high: content.values.len().max(1) as f64,
        },
        start: plot.bottom(),
        end: plot.y,
        ticks: Vec::new(),
    };
    let mut layout = Layout::of_axes(plot, x, y);
    layout.labels.extend(x_label(&chart.x, plot, &sizes));
    if content.values.is_empty() {
        layout.drop_ticks();
        return layout;
    }

    let hairline = 0.75;
    let floor = ((plot.x, plot.bottom()), (plot.right(), plot.bottom()));
    layout
        .shapes
        .push(sizes.stroke(floor.0, floor.1, Role::Rule, hairline, &[]));
    layout.shapes.push(sizes.stroke(
        (zero, area.y),
        (zero, plot.bottom()),
        Role::Muted,
        1.0,
        &[4.0, 3.0],
    ));
    let stacked = stacked(content, &layout, LARGEST_STEP * sizes.scale);
    for (value, at, step) in stacked {
        let radius = step * FILLED;
        layout
            .shapes
            .push(dot(content, value, at, radius, sizes.scale));
        layout.spots.push(Spot {
            rect: Rect::around(at, step / 2.0),
            text: numbers.compact(value),
        });
    }

    layout.labels.extend(sides.labels);
    layout.markers.extend(sides.keys);
    layout.labels_left_out += sides.left_out;
    layout
}

/// Each value with the centre of its dot and the distance between dots.
fn stacked(content: &Dots, layout: &Layout, largest_step: f64) -> Vec<(f64, Point, f64)> {
    let plot = layout.plot;
    let span = layout.x.domain.high - layout.x.domain.low;
    let step_of = |columns: usize| {
        let tallest = heights(content, span / columns as f64).1;
        (plot.width / columns as f64)
            .min(plot.height / (tallest as f64 + 0.5))
            .min(largest_step)
    };
    // The largest dots; of equals the fewest columns, whose heaps are the tallest.
    let tried: Vec<(usize, f64)> = COLUMNS.map(|columns| (columns, step_of(columns))).collect();
    let largest = tried.iter().map(|(_, step)| *step).fold(0.0, f64::max);
    let (columns, step) = tried
        .into_iter()
        .find(|(_, step)| *step >= largest)
        .unwrap_or((*COLUMNS.start(), largest_step));
    let width = span / columns as f64;
    heights(content, width)
        .0
        .into_iter()
        .map(|(value, column, height)| {
            let middle = match value {
                0.0 => 0.0,
                _ => (column + 0.5) * width,
            };
            let at = Point {
                x: layout.x.position(middle).unwrap_or(plot.x),
                y: plot.bottom() - (height as f64 + 0.5) * step,
            };
            (value, at, step)
        })
        .collect()
}

/// Each value with its column, counted from zero, and how many lie under it there; and the most in one column.
fn heights(content: &Dots, width: f64) -> (Vec<(f64, f64, usize)>, usize) {
    let mut tallest = 0;
    let mut placed: Vec<(f64, f64, usize)> = Vec::with_capacity(content.values.len());
    for value in &content.values {
        let column = match *value {
            0.0 => 0.0,
            // A value at a border belongs to the column nearer to zero, so that none reaches over zero.
            below if below < 0.0 => libm::floor(below / width),
            above => libm::ceil(above / width) - 1.0,
        };
        let height = placed
            .iter()
            .rev()
            .take_while(|(_, other, _)| *other == column)
            .count();
        tallest = tallest.max(height + 1);
        placed.push((*value, column, height));
    }
    (placed, tallest)
}

fn dot(content: &Dots, value: f64, centre: Point, radius: f64, scale: f64) -> Mark {
    let (colour, is_filled) = match value {
        below if below < 0.0 => (Role::Series(content.below.key.0), false),
        0.0 => (Role::Muted, false),
        _ => (Role::Series(content.above.key.0), true),
    };
    Mark::Circle {
        centre,
        radius,
        fill: if is_filled { colour } else { Role::Ground },
        stroke: Some(Stroke {
            colour,
            width: (1.5 * scale).min(radius * 0.5),
            dash: Vec::new(),
        }),
    }
}

//! Rows of points along one axis, each value written above its point.

use super::lines::{footer_height, plot_ends, x_axis, x_label};
use super::{LabelKind, Layout, MarkerLayout, Point, Rect, Sizes, Space, Spot};
use crate::content::{SpanRow, Spans};
use crate::fonts::{self, Weight};
use crate::placement::spread;
use crate::{Anchor, AxisLayout, Chart, Domain, Role, Scale, Tone, marker};

/// The share of the width that the rows' names may take.
const NAME_SHARE: f64 = 0.22;

pub(super) fn lay_out(chart: &Chart, content: &Spans, space: &Space<'_>) -> Layout {
    let Space {
        area,
        sizes,
        numbers,
    } = *space;
    let values = content.rows.iter().flat_map(|row| {
        let points = row.points.iter().map(|point| point.value);
        points.chain(row.limit.iter().map(|limit| limit.value))
    });
    let domain = Domain::of(&chart.x, values);
    let names: Vec<Vec<String>> = content
        .rows
        .iter()
        .map(|row| {
            let room = area.width * NAME_SHARE - sizes.gap;
            fonts::wrap(&row.label, sizes.label, Weight::Regular, room, 3)
        })
        .collect();
    let name_width = names
        .iter()
        .map(|lines| sizes.block(lines, Weight::Regular).0)
        .fold(0.0, f64::max);
    let (start, end) = plot_ends(
        area.x + name_width + sizes.gap * 2.0,
        area.right() - sizes.line,
    );
    let x = x_axis(
        &chart.x,
        domain,
        (start, end),
        (area.x, area.right()),
        &sizes,
        numbers,
    );
    let bottom = (area.bottom() - footer_height(&chart.x, &sizes)).max(area.y + 10.0);
    let plot = Rect {
        x: start,
        y: area.y,
        width: end - start,
        height: bottom - area.y,
    };
    let y = AxisLayout {
        label: String::new(),
        scale: Scale::Linear,
        domain: Domain {
            low: -0.5,
            high: content.rows.len().max(1) as f64 - 0.5,
        },
        start: plot.y,
        end: plot.bottom(),
        ticks: Vec::new(),
    };
    let mut layout = Layout::of_axes(plot, x, y);
    layout.labels.extend(x_label(&chart.x, plot, &sizes));
    if content.rows.iter().all(|row| row.points.is_empty()) {
        layout.drop_ticks();
        return layout;
    }
    let height = plot.height / content.rows.len().max(1) as f64;
    for (index, (row, name)) in content.rows.iter().zip(names).enumerate() {
        let centre = plot.y + height * (index as f64 + 0.5);
        let (width, block) = sizes.block(&name, Weight::Regular);
        if name.is_empty() || block > height {
            layout.labels_left_out += 1;
        } else {
            let rect = Rect {
                x: area.x,
                y: centre - block / 2.0,
                width,
                height: block,
            };
            layout
                .labels
                .push(sizes.label(LabelKind::Name, name, rect, Anchor::Start));
        }
        add_row(&mut layout, content, row, centre, height, area, &sizes);
    }
    layout
}

fn add_row(
    layout: &mut Layout,
    content: &Spans,
    row: &SpanRow,
    centre: f64,
    height: f64,
    area: Rect,
    sizes: &Sizes,
) {
    let colour = Role::Series(content.key.0);
    let places: Vec<Point> = row
        .points
        .iter()
        .filter_map(|point| layout.x.position(point.value))
        .map(|x| Point { x, y: centre })
        .collect();
    if let (Some(first), Some(last)) = (places.first(), places.last()) {
        layout
            .shapes
            .push(sizes.stroke((first.x, centre), (last.x, centre), colour, 2.0, &[]));
    }
    let half = (height / 2.0 - sizes.gap * 0.25).max(1.0);
    if let Some(limit) = &row.limit
        && let Some(x) = layout.x.position(limit.value)
    {
        let tone = if limit.is_missed {
            Role::Bad
        } else {
            Role::Ink
        };
        let reach = half.min(sizes.line * 1.2);
        layout.shapes.push(sizes.stroke(
            (x, centre - sizes.marker * 1.5),
            (x, centre + reach),
            tone,
            1.5,
            &[],
        ));
        let text = &limit.text;
        let width = sizes.width(text, Weight::Regular);
        let away = sizes.gap * 0.5;
        let left = if x + away + width <= layout.plot.right() {
            x + away
        } else {
            (x - away - width).max(area.x)
        };
        let rect = Rect {
            x: left,
            y: centre + sizes.marker + sizes.gap * 0.25,
            width,
            height: sizes.line,
        };
        if rect.bottom() <= centre + height / 2.0 + 1e-6 {
            let label = sizes.label(LabelKind::Name, vec![text.clone()], rect, Anchor::Start);
            layout.labels.push(label);
        } else {
            layout.labels_left_out += 1;
        }
    }
    for (at, point) in places.iter().zip(&row.points) {
        layout.markers.push(MarkerLayout {
            key: Some(content.key),
            shape: marker(content.key.0),
            at: *at,
            value: [point.value, 0.0],
            radius: sizes.marker,
            hollow: false,
            tone: Tone::Quiet,
        });
        layout.spots.push(Spot {
            rect: Rect::around(*at, sizes.marker * 2.0),
            text: format!("{}\n{}", row.label, point.text),
        });
    }
    add_texts(layout, row, &places, centre, area, sizes);
}

/// The values above the row, spread with the least shift.
fn add_texts(
    layout: &mut Layout,
    row: &SpanRow,
    places: &[Point],
    centre: f64,
    area: Rect,
    sizes: &Sizes,
) {
    let wanted: Vec<(f64, f64)> = places
        .iter()
        .zip(&row.points)
        .map(|(at, point)| (at.x, sizes.width(&point.text, Weight::Regular) + sizes.gap))
        .collect();
    let bottom = centre - sizes.marker - sizes.gap * 0.5;
    let half = sizes.gap / 2.0;
    let left = layout.plot.x - half - sizes.gap;
    let centres = spread(&wanted, left, area.right() + half);
    for ((at, point), (place, (_, room))) in places
        .iter()
        .zip(&row.points)
        .zip(centres.into_iter().zip(&wanted))
    {
        let Some(place) = place else {
            layout.labels_left_out += 1;
            continue;
        };
        let width = room - sizes.gap;
        let rect = Rect {
            x: place - width / 2.0,
            y: bottom - sizes.line,
            width,
            height: sizes.line,
        };
        if (place - at.x).abs() > width / 2.0 {
            layout.shapes.push(sizes.stroke(
                (place.clamp(rect.x, rect.right()), bottom - sizes.scale),
                (at.x, centre - sizes.marker),
                Role::Muted,
                0.75,
                &[],
            ));
        }
        let text = vec![point.text.clone()];
        let mut label = sizes.label(LabelKind::Name, text, rect, Anchor::Middle);
        label.target = Some(*at);
        layout.labels.push(label);
    }
}

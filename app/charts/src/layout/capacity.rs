//! One bar of parts against the room there is; each part is named above itself.

use super::clip::{corners, stripes};
use super::lines::{plot_ends, x_axis};
use super::{LabelKind, Layout, Point, Rect, Sizes, Space, Spot};
use crate::content::{Capacity, CapacityFill, CapacityPart};
use crate::fonts::{self, Weight};
use crate::placement::spread;
use crate::{Anchor, AxisLayout, Chart, Domain, Mark, Role, Scale, Stroke};

pub(super) fn lay_out(chart: &Chart, content: &Capacity, space: &Space<'_>) -> Layout {
    let Space {
        area,
        sizes,
        numbers,
    } = *space;
    let shown: Vec<&CapacityPart> = content
        .parts
        .iter()
        .filter(|part| part.value > 0.0)
        .collect();
    let whole = content.total().max(content.capacity);
    let domain = match whole > 0.0 && whole.is_finite() {
        true => Domain {
            low: 0.0,
            high: whole,
        },
        false => Domain {
            low: 0.0,
            high: chart.x.divisor,
        },
    };
    let edge = sizes.line * 0.6;
    let (start, end) = plot_ends(area.x + edge, area.right() - edge);
    let x = x_axis(
        &chart.x,
        domain,
        (start, end),
        (area.x, area.right()),
        &sizes,
        numbers,
    );
    let header = 2.0 * sizes.line + sizes.gap * 1.25;
    let footer = 2.0 * sizes.line + sizes.gap;
    let thickness = (area.height - footer - header).clamp(sizes.line, sizes.line * 2.6);
    // In the middle of a sheet that is higher than it needs.
    let spare = (area.height - footer - header - thickness).max(0.0);
    let area = Rect {
        y: area.y + spare / 2.0,
        height: area.height - spare / 2.0,
        ..area
    };
    let bar_top = area.y + header;
    let bar = Rect {
        x: start,
        y: bar_top,
        width: end - start,
        height: thickness,
    };
    let plot = Rect {
        height: thickness + sizes.gap * 0.5 + sizes.line,
        ..bar
    };
    let y = AxisLayout {
        label: String::new(),
        scale: Scale::Linear,
        domain: Domain {
            low: -0.5,
            high: 0.5,
        },
        start: plot.y,
        end: plot.bottom(),
        ticks: Vec::new(),
    };
    let mut layout = Layout::of_axes(plot, x, y);
    if shown.is_empty() {
        layout.drop_ticks();
        return layout;
    }
    let mut from = 0.0;
    let mut places = Vec::with_capacity(shown.len());
    for part in &shown {
        let (left, right) = (
            layout.x.position(from).unwrap_or(start),
            layout.x.position(from + part.value).unwrap_or(start),
        );
        from += part.value;
        let rect = Rect {
            x: left,
            width: right - left,
            ..bar
        };
        fill(&mut layout, part.fill, rect, &sizes);
        layout.spots.push(Spot {
            rect,
            text: format!("{}\n{}", part.label, part.text),
        });
        places.push(rect);
    }
    let limit = layout.x.position(content.capacity).unwrap_or(end);
    if content.total() > content.capacity * (1.0 + 1e-9) {
        let beyond = Rect {
            x: limit,
            width: (end - limit).max(0.0),
            ..bar
        };
        layout.shapes.push(Mark::Area {
            polygons: stripes(&beyond, 2.0 * sizes.scale, 6.0 * sizes.scale),
            fill: Role::Bad,
        });
    }
    let over = 4.0 * sizes.scale;
    layout.shapes.push(sizes.stroke(
        (limit, bar.y - over),
        (limit, plot.bottom()),
        Role::Ink,
        1.5,
        &[],
    ));
    let floor = ((start, plot.bottom()), (end, plot.bottom()));
    layout
        .shapes
        .push(sizes.stroke(floor.0, floor.1, Role::Rule, 0.75, &[]));
    add_names(&mut layout, &shown, &places, area, &sizes);
    add_capacity(&mut layout, content, limit, bar, &sizes);
    layout
}

fn fill(layout: &mut Layout, fill: CapacityFill, rect: Rect, sizes: &Sizes) {
    let outline = |fill: Role| Mark::Polygon {
        points: corners(&rect).to_vec(),
        fill,
        stroke: Some(Stroke {
            colour: Role::Muted,
            width: 0.75 * sizes.scale,
            dash: Vec::new(),
        }),
    };
    match fill {
        CapacityFill::Part(part) => {
            // A sliver of ground parts neighbours, so that colour is not what separates them.
            let sliver = (rect.width * 0.2).min(sizes.scale);
            layout.shapes.push(Mark::Rect {
                rect: Rect {
                    width: rect.width - sliver,
                    ..rect
                },
                fill: Role::Part(part),
            });
        }
        CapacityFill::Kept => {
            layout.shapes.push(outline(Role::Ground));
            layout.shapes.push(Mark::Area {
                polygons: stripes(&rect, sizes.scale, 5.0 * sizes.scale),
                fill: Role::Muted,
            });
        }
        CapacityFill::Free => layout.shapes.push(outline(Role::Ground)),
    }
}

/// Name over value above each part, spread with the least shift; a line leads down to the part.
fn add_names(
    layout: &mut Layout,
    parts: &[&CapacityPart],
    places: &[Rect],
    area: Rect,
    sizes: &Sizes,
) {
    let most = area.width / parts.len() as f64 - sizes.gap;
    let names: Vec<Vec<String>> = parts
        .iter()
        .map(|part| {
            let name = fonts::shorten(&part.label, sizes.label, Weight::Regular, most);
            vec![name, part.text.clone()]
        })
        .collect();
    let widths = names
        .iter()
        .map(|lines| sizes.block(lines, Weight::Regular).0);
    let wanted: Vec<(f64, f64)> = places
        .iter()
        .zip(widths)
        .map(|(place, width)| (place.centre().x, width + sizes.gap))
        .collect();
    let half = sizes.gap / 2.0;
    let centres = spread(&wanted, area.x - half, area.right() + half);
    for (((lines, place), centre), (_, room)) in
        names.into_iter().zip(places).zip(centres).zip(&wanted)
    {
        let Some(centre) = centre else {
            layout.labels_left_out += 1;
            continue;
        };
        let width = room - sizes.gap;
        let rect = Rect {
            x: centre - width / 2.0,
            y: area.y,
            width,
            height: 2.0 * sizes.line,
        };
        layout.shapes.push(sizes.stroke(
            (centre, rect.bottom()),
            (place.centre().x, place.y - 1.5 * sizes.scale),
            Role::Muted,
            0.75,
            &[],
        ));
        layout
            .labels
            .push(sizes.label(LabelKind::Name, lines, rect, Anchor::Middle));
    }
}

/// What the capacity is, below the bar and left of its end where there is room.
fn add_capacity(layout: &mut Layout, content: &Capacity, limit: f64, bar: Rect, sizes: &Sizes) {
    let text = fonts::shorten(
        &content.capacity_label,
        sizes.label,
        Weight::Semibold,
        bar.width,
    );
    let width = sizes.width(&text, Weight::Semibold);
    let left = limit - sizes.gap * 0.5 - width;
    let x = if left >= bar.x {
        left
    } else {
        (limit + sizes.gap * 0.5).min(bar.right() - width)
    };
    let rect = Rect {
        x,
        y: bar.bottom() + sizes.gap * 0.25,
        width,
        height: sizes.line,
    };
    let mut label = sizes.label(LabelKind::Name, vec![text], rect, Anchor::Start);
    label.weight = Weight::Semibold;
    label.target = Some(Point {
        x: limit,
        y: bar.bottom(),
    });
    layout.labels.push(label);
}

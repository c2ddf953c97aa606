//! Bars around the base difference, with the tested range at their ends.

use super::clip::stripes;
use super::lines::{footer_height, plot_ends, x_axis, x_label};
use super::sides::Sides;
use super::{LabelKind, Layout, Point, Rect, Sizes, Space, Spot};
use crate::content::{Tornado, TornadoBar};
use crate::fonts::{self, Weight};
use crate::{Anchor, AxisLayout, Chart, Domain, Mark, Role, Scale};

/// The share of the width that the inputs' names may take.
const NAME_SHARE: f64 = 0.36;
/// The colours of the stretch towards the low end of an input and towards its high end.
const LOW_END: Role = Role::Grade(1);
const HIGH_END: Role = Role::Accent;

pub(super) fn lay_out(chart: &Chart, content: &Tornado, space: &Space<'_>) -> Layout {
    let Space {
        area,
        sizes,
        numbers,
    } = *space;
    let weight = |bar: &TornadoBar| match bar.flips(content.base) {
        true => Weight::Semibold,
        false => Weight::Regular,
    };
    // Names need the height of the rows, which the sides take from: as if those took two lines.
    let expected = area.height - sizes.line * 3.0 - footer_height(&chart.x, &sizes);
    let expected_row = expected / content.bars.len().max(1) as f64;
    let lines = (expected_row / sizes.line).clamp(1.0, 2.0) as usize;
    let names: Vec<Vec<String>> = content
        .bars
        .iter()
        .map(|bar| {
            let room = area.width * NAME_SHARE - sizes.gap;
            fonts::wrap(&bar.label, sizes.label, weight(bar), room, lines)
        })
        .collect();
    let name_width = content
        .bars
        .iter()
        .zip(&names)
        .map(|(bar, lines)| sizes.block(lines, weight(bar)).0)
        .fold(0.0, f64::max);
    // The ends of the ranges stand outside the bars, wherever the bars end.
    let end_width = content
        .bars
        .iter()
        .flat_map(|bar| [&bar.low, &bar.high])
        .map(|text| sizes.width(text, Weight::Regular))
        .fold(0.0, f64::max)
        + sizes.gap;
    let (start, end) = plot_ends(
        area.x + name_width + sizes.gap + end_width,
        area.right() - end_width,
    );
    let values = content
        .bars
        .iter()
        .flat_map(|bar| [bar.at_low, bar.at_high]);
    let x = x_axis(
        &chart.x,
        Domain::filled(&chart.x, values.chain([content.base, 0.0])),
        (start, end),
        (area.x + name_width, area.right()),
        &sizes,
        numbers,
    );
    let sides = Sides {
        below: Some(&content.below),
        above: Some(&content.above),
        dots: false,
    };
    let zero = x.position(0.0).unwrap_or(start);
    let under_base = area.y + sizes.line;
    let sides = sides.place(zero, under_base, (area.x, area.right()), &sizes);
    let top = under_base + sides.height + sizes.gap * 0.75;
    let bottom = (area.bottom() - footer_height(&chart.x, &sizes)).max(top + 10.0);
    let row = (bottom - top) / content.bars.len().max(1) as f64;
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
            low: -0.5,
            high: content.bars.len().max(1) as f64 - 0.5,
        },
        start: plot.y,
        end: plot.bottom(),
        ticks: Vec::new(),
    };
    let mut layout = Layout::of_axes(plot, x, y);
    layout.labels.extend(x_label(&chart.x, plot, &sizes));
    if content.bars.is_empty() {
        layout.drop_ticks();
        return layout;
    }

    layout.labels.extend(sides.labels);
    layout.markers.extend(sides.keys);
    layout.labels_left_out += sides.left_out;
    add_base_label(&mut layout, content, area, &sizes);
    let thickness = (row * 0.6).min(sizes.line * 1.3);
    for (index, (bar, name)) in content.bars.iter().zip(names).enumerate() {
        let centre = plot.y + row * (index as f64 + 0.5);
        add_bar(&mut layout, content, bar, (centre, thickness), &sizes);
        add_name(&mut layout, name, weight(bar), (area.x, centre), &sizes);
        layout.spots.push(Spot {
            rect: Rect {
                x: area.x,
                y: centre - row / 2.0,
                width: area.width,
                height: row,
            },
            text: format!(
                "{}\n{} → {}\n{} → {}",
                bar.label,
                bar.low,
                numbers.compact(bar.at_low),
                bar.high,
                numbers.compact(bar.at_high)
            ),
        });
    }
    add_lines(&mut layout, content, area, &sizes);
    // Over the lines, which they interrupt.
    for (index, bar) in content.bars.iter().enumerate() {
        let centre = plot.y + row * (index as f64 + 0.5);
        add_ends(&mut layout, content, bar, centre, row, &sizes);
    }
    layout
}

/// The base difference, above everything.
fn add_base_label(layout: &mut Layout, content: &Tornado, area: Rect, sizes: &Sizes) {
    let base = layout.x.position(content.base).unwrap_or(layout.plot.x);
    let text = fonts::shorten(
        &content.base_label,
        sizes.label,
        Weight::Semibold,
        area.width,
    );
    let width = sizes.width(&text, Weight::Semibold);
    let rect = Rect {
        x: (base - width / 2.0).min(area.right() - width).max(area.x),
        y: area.y,
        width,
        height: sizes.line,
    };
    let mut label = sizes.label(LabelKind::Name, vec![text], rect, Anchor::Start);
    label.weight = Weight::Semibold;
    layout.labels.push(label);
}

/// The stretches from the base to both ends, and over them what lies beyond zero.
fn add_bar(
    layout: &mut Layout,
    content: &Tornado,
    bar: &TornadoBar,
    (centre, thickness): (f64, f64),
    sizes: &Sizes,
) {
    let x = |value: f64| layout.x.position(value).unwrap_or(layout.plot.x);
    let stretch = |from: f64, to: f64, thickness: f64| Rect {
        x: from.min(to),
        y: centre - thickness / 2.0,
        width: (to - from).abs(),
        height: thickness,
    };
    let base = x(content.base);
    let mut ends = [(x(bar.at_low), LOW_END), (x(bar.at_high), HIGH_END)];
    // Where both ends lie on one side, the shorter stretch is drawn over the longer and thinner.
    ends.sort_by(|a, b| (b.0 - base).abs().total_cmp(&(a.0 - base).abs()));
    let same_side = (ends[0].0 - base) * (ends[1].0 - base) > 0.0;
    let mut shapes = Vec::new();
    for (place, (end, fill)) in ends.into_iter().enumerate() {
        let share = if same_side && place == 1 { 0.5 } else { 1.0 };
        let rect = stretch(base, end, thickness * share);
        if rect.width > 0.0 {
            shapes.push(Mark::Rect { rect, fill });
        }
    }
    let zero = x(0.0);
    let beyond = [bar.at_low, bar.at_high]
        .into_iter()
        .filter(|end| end * content.base < 0.0)
        .max_by(|a, b| a.abs().total_cmp(&b.abs()));
    if let Some(end) = beyond {
        let rect = stretch(zero, x(end), thickness);
        shapes.push(Mark::Rect {
            rect,
            fill: Role::Bad,
        });
        let scale = sizes.scale;
        shapes.push(Mark::Area {
            polygons: stripes(&rect, 1.1 * scale, 5.0 * scale),
            fill: Role::Ground,
        });
    }
    layout.shapes.extend(shapes);
}

/// The tested values outside the bar: at each of its ends the value that leads there.
fn add_ends(
    layout: &mut Layout,
    content: &Tornado,
    bar: &TornadoBar,
    centre: f64,
    row: f64,
    sizes: &Sizes,
) {
    if sizes.line > row {
        layout.labels_left_out += 2;
        return;
    }
    let (left, right) = match bar.at_low <= bar.at_high {
        true => ((bar.at_low, &bar.low), (bar.at_high, &bar.high)),
        false => ((bar.at_high, &bar.high), (bar.at_low, &bar.low)),
    };
    for ((value, text), is_right) in [(left, false), (right, true)] {
        let end = match is_right {
            true => value.max(content.base),
            false => value.min(content.base),
        };
        let at = layout.x.position(end).unwrap_or(layout.plot.x);
        let width = sizes.width(text, Weight::Regular);
        let away = sizes.gap * 0.6;
        let rect = Rect {
            x: if is_right {
                at + away
            } else {
                at - away - width
            },
            y: centre - sizes.line / 2.0,
            width,
            height: sizes.line,
        };
        layout.shapes.push(Mark::Rect {
            rect: Rect {
                x: rect.x - sizes.gap * 0.3,
                width: rect.width + sizes.gap * 0.6,
                ..rect
            },
            fill: Role::Ground,
        });
        let mut label = sizes.label(LabelKind::Name, vec![text.clone()], rect, Anchor::Start);
        label.target = Some(Point { x: at, y: centre });
        layout.labels.push(label);
    }
}

fn add_name(
    layout: &mut Layout,
    name: Vec<String>,
    weight: Weight,
    (left, centre): (f64, f64),
    sizes: &Sizes,
) {
    if name.is_empty() {
        layout.labels_left_out += 1;
        return;
    }
    let (width, height) = sizes.block(&name, weight);
    let rect = Rect {
        x: left,
        y: centre - height / 2.0,
        width,
        height,
    };
    let mut label = sizes.label(LabelKind::Name, name, rect, Anchor::Start);
    label.weight = weight;
    layout.labels.push(label);
}

/// Zero, dashed, and the base.
fn add_lines(layout: &mut Layout, content: &Tornado, area: Rect, sizes: &Sizes) {
    let plot = layout.plot;
    let x = |value: f64| layout.x.position(value).unwrap_or(plot.x);
    let (zero, base) = (x(0.0), x(content.base));
    let row = area.y + sizes.line;
    layout.shapes.push(sizes.stroke(
        (zero, row),
        (zero, plot.bottom()),
        Role::Ink,
        1.0,
        &[4.0, 3.0],
    ));
    layout
        .shapes
        .push(sizes.stroke((base, row), (base, plot.bottom()), Role::Ink, 1.25, &[]));
}

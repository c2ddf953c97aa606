//! One bar for each option, its parts named once above and written into segments that have room.

use super::lines::{footer_height, plot_ends, x_axis, x_label};
use super::{BarLayout, LabelKind, Layout, Parts, Point, Rect, Segment, Sizes, Space};
use crate::fonts::{self, Weight};
use crate::numbers::decimals_of_values;
use crate::{Anchor, AxisLayout, Bar, BarFill, Chart, Domain, Key, Scale, StackedBars};

/// The share of the width that the options' names may take.
const NAME_SHARE: f64 = 0.32;

pub(super) fn lay_out(chart: &Chart, content: &StackedBars, space: &Space<'_>) -> Layout {
    let Space {
        area,
        sizes,
        numbers,
    } = *space;
    let decimals = decimals_of_values(content.bars.iter().map(|bar| bar.total / chart.x.divisor));
    let write = |value: f64| numbers.decimal(value / chart.x.divisor, decimals);

    let (swatches, part_labels, legend_height) = part_names(content, area, &sizes);
    let top = area.y + legend_height;
    let bottom = (area.bottom() - footer_height(&chart.x, &sizes)).max(top + 10.0);
    let row = (bottom - top) / content.bars.len().max(1) as f64;
    let indent = sizes.marker * 2.0 + sizes.gap;
    let names: Vec<Vec<String>> = content
        .bars
        .iter()
        .map(|bar| {
            let room = area.width * NAME_SHARE - indent - sizes.gap;
            // A low row has room for one line, and for none where it is lower still.
            let lines = (row / sizes.line).min(2.0) as usize;
            fonts::wrap(&bar.label, sizes.label, Weight::Regular, room, lines)
        })
        .collect();
    let name_width = widest(
        names
            .iter()
            .map(|lines| sizes.block(lines, Weight::Regular).0),
    );
    let totals: Vec<String> = content
        .bars
        .iter()
        .map(|bar| match content.hides_totals {
            true => String::new(),
            false => write(bar.total),
        })
        .collect();
    let total_width = match content.hides_totals {
        // Half of the last tick's text.
        true => sizes.line,
        false => widest(totals.iter().map(|text| sizes.width(text, Weight::Bold))),
    };

    let (start, end) = plot_ends(
        area.x + indent + name_width + sizes.gap,
        area.right() - total_width - sizes.gap,
    );
    // The bars end exactly at the plot's edge: the totals stand beyond it.
    let mut domain = Domain::of(&chart.x, content.bars.iter().flat_map(bar_ends));
    let largest = content.bars.iter().flat_map(bar_ends).fold(0.0, f64::max);
    if chart.x.scale == Scale::Linear && largest.is_finite() && largest > domain.low {
        domain.high = domain.high.min(largest);
    }
    let x = x_axis(
        &chart.x,
        domain,
        (start, end),
        (area.x, area.right()),
        &sizes,
        numbers,
    );

    let plot = Rect {
        x: start,
        y: top,
        width: end - start,
        height: bottom - top,
    };
    let y = AxisLayout {
        label: chart.y.label.clone(),
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
    layout.parts = swatches;
    layout.labels = part_labels;
    layout.labels.extend(x_label(&chart.x, plot, &sizes));
    let thickness = (row * 0.62).min(sizes.line * 1.9);
    for (index, ((bar, name), total)) in content.bars.iter().zip(names).zip(totals).enumerate() {
        let centre = plot.y + row * (index as f64 + 0.5);
        let top = centre - thickness / 2.0;
        let bar_layout = bar_layout(bar, index, &layout, content.fill, (top, thickness));
        if content.fill != BarFill::Options {
            add_values(&mut layout, bar, &bar_layout, &sizes, &write);
        }
        let name_at = (area.x + indent, name);
        add_name_and_total(&mut layout, &bar_layout, name_at, total, row, &sizes);
        layout.bars.push(bar_layout);
    }
    layout
}

/// Where the positive and the negative parts of a bar end.
fn bar_ends(bar: &Bar) -> [f64; 2] {
    let sum = |sign: f64| -> f64 {
        let parts = bar.values.iter().filter(|value| value.is_finite());
        parts
            .map(|value| value * sign)
            .filter(|value| *value > 0.0)
            .sum::<f64>()
            * sign
    };
    [sum(-1.0), sum(1.0)]
}

fn widest(widths: impl Iterator<Item = f64>) -> f64 {
    widths.fold(0.0, f64::max)
}

/// The swatches and names of the parts that any bar has, in rows above the plot, and the rows' height.
fn part_names(
    content: &StackedBars,
    area: Rect,
    sizes: &Sizes,
) -> (Vec<Parts>, Vec<super::Label>, f64) {
    if content.fill == BarFill::Options {
        return (Vec::new(), Vec::new(), 0.0);
    }
    let swatch = sizes.label * 0.8;
    let mut swatches = Vec::new();
    let mut labels = Vec::new();
    let (mut x, mut row) = (area.x, 0.0);
    for (part, name) in content.parts.iter().enumerate() {
        let used = content
            .bars
            .iter()
            .any(|bar| bar.values.get(part).is_some_and(|value| *value != 0.0));
        if !used {
            continue;
        }
        let room = area.width - swatch - sizes.gap / 2.0;
        let text = fonts::shorten(name, sizes.label, Weight::Regular, room);
        let width = sizes.width(&text, Weight::Regular);
        if x > area.x && x + swatch + sizes.gap / 2.0 + width > area.right() {
            x = area.x;
            row += 1.0;
        }
        let top = area.y + row * sizes.line;
        swatches.push(Parts {
            part,
            fill: content.fill.role(part, Key(0)),
            swatch: Rect {
                x,
                y: top + (sizes.line - swatch) / 2.0,
                width: swatch,
                height: swatch,
            },
        });
        let rect = Rect {
            x: x + swatch + sizes.gap / 2.0,
            y: top,
            width,
            height: sizes.line,
        };
        x = rect.right() + sizes.gap * 2.0;
        labels.push(sizes.label(LabelKind::Part, vec![text], rect, Anchor::Start));
    }
    let height = if labels.is_empty() {
        0.0
    } else {
        (row + 1.0) * sizes.line + sizes.gap
    };
    (swatches, labels, height)
}

fn bar_layout(
    bar: &Bar,
    index: usize,
    layout: &Layout,
    fill: BarFill,
    (top, thickness): (f64, f64),
) -> BarLayout {
    let x = |value: f64| layout.x.position(value).unwrap_or(layout.plot.x);
    let (mut below, mut above) = (0.0, 0.0);
    let mut segments = Vec::new();
    for (part, value) in bar.values.iter().copied().enumerate() {
        if !value.is_finite() || value == 0.0 {
            continue;
        }
        let base = if value < 0.0 { &mut below } else { &mut above };
        let (from, to) = (*base, *base + value);
        *base = to;
        let (left, right) = (x(from.min(to)), x(from.max(to)));
        segments.push(Segment {
            part,
            fill: fill.role(part, bar.key),
            from,
            to,
            rect: Rect {
                x: left,
                y: top,
                width: right - left,
                height: thickness,
            },
        });
    }
    BarLayout {
        key: bar.key,
        index,
        segments,
        total: bar.total,
        total_x: x(bar.total),
        has_credit: below < 0.0,
        top,
        thickness,
    }
}

/// Writes the values of segments that have room for them.
fn add_values(
    layout: &mut Layout,
    bar: &Bar,
    bar_layout: &BarLayout,
    sizes: &Sizes,
    write: &dyn Fn(f64) -> String,
) {
    if bar_layout.thickness < sizes.line {
        return;
    }
    for segment in &bar_layout.segments {
        let text = write(bar.values[segment.part]);
        let width = sizes.width(&text, Weight::Regular);
        if width + sizes.gap > segment.rect.width {
            continue;
        }
        let rect = Rect {
            x: segment.rect.x + sizes.gap / 2.0,
            y: segment.rect.centre().y - sizes.line / 2.0,
            width,
            height: sizes.line,
        };
        let mut label = sizes.label(LabelKind::Value, vec![text], rect, Anchor::Start);
        label.value = Some([segment.from, bar_layout.index as f64]);
        layout.labels.push(label);
    }
}

/// The option's name on the left, its total right of the bar.
fn add_name_and_total(
    layout: &mut Layout,
    bar: &BarLayout,
    (left, name): (f64, Vec<String>),
    total: String,
    row: f64,
    sizes: &Sizes,
) {
    let centre = bar.top + bar.thickness / 2.0;
    if name.is_empty() {
        layout.labels_left_out += 1;
    } else {
        let (width, height) = sizes.block(&name, Weight::Regular);
        let rect = Rect {
            x: left,
            y: centre - height / 2.0,
            width,
            height,
        };
        let mut label = sizes.label(LabelKind::Category, name, rect, Anchor::Start);
        label.key = Some(bar.key);
        label.target = Some(Point {
            x: left - sizes.gap - sizes.marker,
            y: centre,
        });
        label.value = Some([0.0, bar.index as f64]);
        layout.labels.push(label);
    }
    if total.is_empty() {
        return;
    }
    if sizes.line > row {
        layout.labels_left_out += 1;
        return;
    }
    let end = bar
        .segments
        .iter()
        .map(|segment| segment.rect.right())
        .fold(layout.x.position(0.0).unwrap_or(layout.plot.x), f64::max);
    let rect = Rect {
        x: end + sizes.gap,
        y: centre - sizes.line / 2.0,
        width: sizes.width(&total, Weight::Bold),
        height: sizes.line,
    };
    let mut label = sizes.label(LabelKind::Total, vec![total], rect, Anchor::Start);
    label.weight = Weight::Bold;
    label.key = Some(bar.key);
    label.target = Some(Point { x: end, y: centre });
    label.value = Some([bar.total, bar.index as f64]);
    layout.labels.push(label);
}

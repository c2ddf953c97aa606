//! Columns of whole things, with what is only kept ready on top.

use super::axes::axes;
use super::clip::{corners, stripes};
use super::{LabelKind, Layout, Rect, Sizes, Space, Spot};
use crate::content::{Columns, Level};
use crate::fonts::{self, Weight};
use crate::{Anchor, Chart, Domain, Mark, Role, Stroke};

pub(super) fn lay_out(chart: &Chart, content: &Columns, space: &Space<'_>) -> Layout {
    let Space {
        area,
        sizes,
        numbers,
    } = *space;
    let tops = content
        .columns
        .iter()
        .map(|column| column.used + column.kept);
    let highest = tops
        .chain(content.level.iter().map(|level| level.value))
        .filter(|value| value.is_finite())
        .fold(0.0, f64::max);
    let high = if highest > 0.0 { highest * 1.08 } else { 1.0 };
    let y_domain = Domain { low: 0.0, high };
    let x_domain = x_domain(content);

    // What the two parts are, in a row of their own.
    let (keys, key_height) = keys(content, area, &sizes);
    let area = Rect {
        y: area.y + key_height,
        height: area.height - key_height,
        ..area
    };
    let ticks = |height: f64| {
        let most = (height / (sizes.line * 1.6)).clamp(1.0, 6.0);
        let values = whole_ticks(high, most);
        let texts = values.iter().map(|value| numbers.decimal(*value, 0));
        let texts = texts.collect();
        (values, texts)
    };
    let below = Space { area, ..*space };
    let margin = sizes.gap * 0.5;
    let mut layout = axes(chart, &below, (x_domain, y_domain), margin, ticks);
    if content.columns.is_empty() {
        layout.drop_ticks();
        return layout;
    }
    layout.shapes.extend(keys.0);
    layout.labels.extend(keys.1);
    let plot = layout.plot;
    let width = plot.width / (x_domain.high - x_domain.low) * 0.78;
    for column in &content.columns {
        let Some(centre) = layout.x.position(column.x) else {
            continue;
        };
        let y = |value: f64| layout.y.position(value).unwrap_or(plot.bottom());
        let (foot, middle, head) = (y(0.0), y(column.used), y(column.used + column.kept));
        let stretch = |from: f64, to: f64| Rect {
            x: centre - width / 2.0,
            y: from,
            width,
            height: (to - from).max(0.0),
        };
        let used = stretch(middle, foot);
        layout.shapes.push(Mark::Rect {
            rect: used,
            fill: Role::Series(content.key.0),
        });
        layout
            .shapes
            .extend(kept(stretch(head, middle), content, &sizes));
        layout.spots.push(Spot {
            rect: Rect {
                y: plot.y,
                height: plot.height,
                ..used
            },
            text: column.text.clone(),
        });
    }
    if let Some(level) = &content.level {
        add_level(&mut layout, level, &sizes);
    }
    layout
}

/// Half a place beyond the first and the last column.
fn x_domain(content: &Columns) -> Domain {
    let places = content.columns.iter().map(|column| column.x);
    let (low, high) = places.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| {
        (x.min(low), x.max(high))
    });
    if low > high {
        return Domain {
            low: 0.0,
            high: 1.0,
        };
    }
    Domain {
        low: low - 0.5,
        high: high + 0.5,
    }
}

/// Whole numbers from nought, at most `most` beside it.
fn whole_ticks(high: f64, most: f64) -> Vec<f64> {
    let steps = (0..9).flat_map(|exponent| {
        let ten = libm::pow(10.0, f64::from(exponent));
        [1.0, 2.0, 5.0].map(|mantissa| mantissa * ten)
    });
    let step = steps.into_iter().find(|step| high / step <= most);
    let step = step.unwrap_or(high);
    let count = libm::floor(high / step) as usize;
    (0..=count).map(|tick| tick as f64 * step).collect()
}

/// An outline with stripes: ready, and not at work.
fn kept(rect: Rect, content: &Columns, sizes: &Sizes) -> [Mark; 2] {
    let colour = Role::Series(content.key.0);
    let outline = Mark::Polygon {
        points: corners(&rect).to_vec(),
        fill: Role::Ground,
        stroke: Some(Stroke {
            colour,
            width: sizes.scale,
            dash: Vec::new(),
        }),
    };
    let stripes = Mark::Area {
        polygons: stripes(&rect, sizes.scale, 4.5 * sizes.scale),
        fill: colour,
    };
    [outline, stripes]
}

type Drawn = (Vec<Mark>, Vec<super::Label>);

/// The names of both parts behind samples of them.
fn keys(content: &Columns, area: Rect, sizes: &Sizes) -> (Drawn, f64) {
    let side = sizes.label * 0.8;
    let (mut marks, mut labels) = (Vec::new(), Vec::new());
    let (mut x, mut row) = (area.x, 0.0);
    for (name, is_kept) in [(&content.used_label, false), (&content.kept_label, true)] {
        let indent = side + sizes.gap * 0.5;
        let text = fonts::shorten(name, sizes.label, Weight::Regular, area.width - indent);
        let width = sizes.width(&text, Weight::Regular);
        if x > area.x && x + indent + width > area.right() {
            (x, row) = (area.x, row + 1.0);
        }
        let top = area.y + row * sizes.line;
        let sample = Rect {
            x,
            y: top + (sizes.line - side) / 2.0,
            width: side,
            height: side,
        };
        if is_kept {
            marks.extend(kept(sample, content, sizes));
        } else {
            marks.push(Mark::Rect {
                rect: sample,
                fill: Role::Series(content.key.0),
            });
        }
        let rect = Rect {
            x: x + indent,
            y: top,
            width,
            height: sizes.line,
        };
        x = rect.right() + sizes.gap * 2.0;
        labels.push(sizes.label(LabelKind::Part, vec![text], rect, Anchor::Start));
    }
    ((marks, labels), (row + 1.0) * sizes.line)
}

/// The line of a level with its text above it at the left end, where the columns are low.
fn add_level(layout: &mut Layout, level: &Level, sizes: &Sizes) {
    let Some(y) = layout.y.position(level.value) else {
        return;
    };
    let plot = layout.plot;
    layout
        .shapes
        .push(sizes.stroke((plot.x, y), (plot.right(), y), Role::Ink, 1.25, &[6.0, 3.0]));
    let room = plot.width - sizes.gap;
    let text = fonts::shorten(&level.text, sizes.label, Weight::Regular, room);
    let width = sizes.width(&text, Weight::Regular);
    let above = y - sizes.line - sizes.gap * 0.25;
    let below = y + sizes.gap * 0.25;
    let rect = Rect {
        x: plot.x + sizes.gap * 0.5,
        y: if above >= plot.y - sizes.gap * 0.6 {
            above
        } else {
            below
        },
        width,
        height: sizes.line,
    };
    let background = Mark::Rect {
        rect,
        fill: Role::Ground,
    };
    layout.shapes.push(background);
    layout
        .labels
        .push(sizes.label(LabelKind::Name, vec![text], rect, Anchor::Start));
}

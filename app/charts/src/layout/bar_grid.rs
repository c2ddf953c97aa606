//! Small bars in rows and columns, all to one scale.

use super::{LabelKind, Layout, Point, Rect, Space, Spot};
use crate::content::BarGrid;
use crate::fonts::{self, Weight};
use crate::numbers::decimals_of_values;
use crate::{Anchor, AxisLayout, Chart, Domain, Mark, Role, Scale};

/// The share of the width that the rows' names may take.
const NAME_SHARE: f64 = 0.3;

pub(super) fn lay_out(chart: &Chart, content: &BarGrid, space: &Space<'_>) -> Layout {
    let Space {
        area,
        sizes,
        numbers,
    } = *space;
    let values = content
        .rows
        .iter()
        .flat_map(|row| row.values.iter().flatten());
    let shown = values.clone().map(|value| value / chart.x.divisor);
    // Two figures: the bars are short.
    let decimals = decimals_of_values(shown).saturating_sub(1);
    let write = |value: f64| numbers.decimal(value / chart.x.divisor, decimals);
    let largest = values
        .clone()
        .filter(|value| value.is_finite())
        .fold(0.0, |largest: f64, value| largest.max(*value));

    let names: Vec<Vec<String>> = content
        .rows
        .iter()
        .map(|row| {
            let room = area.width * NAME_SHARE - sizes.gap;
            fonts::wrap(&row.label, sizes.label, Weight::Regular, room, 2)
        })
        .collect();
    let name_width = names
        .iter()
        .map(|lines| sizes.block(lines, Weight::Regular).0)
        .fold(0.0, f64::max);
    let count = content.columns.len().max(1) as f64;
    let left = area.x + name_width + sizes.gap * 2.0;
    let column = ((area.right() - left) / count).max(1.0);
    let key = sizes.marker * 2.0 + sizes.gap * 0.5;
    let heads: Vec<Vec<String>> = content
        .columns
        .iter()
        .map(|head| {
            let indent = if head.key.is_some() { key } else { 0.0 };
            let room = (column - sizes.gap - indent).max(0.0);
            fonts::wrap(&head.label, sizes.label, Weight::Regular, room, 3)
        })
        .collect();
    let head_lines = heads.iter().map(Vec::len).max().unwrap_or(0) as f64;
    let top = area.y + head_lines * sizes.line + sizes.gap * 0.5;
    let plot = Rect {
        x: left,
        y: top,
        width: (area.right() - left).max(1.0),
        height: (area.bottom() - top).max(10.0),
    };
    let mut layout = Layout::of_axes(
        plot,
        axis(plot.x, plot.right()),
        axis(plot.y, plot.bottom()),
    );

    for (index, (head, lines)) in content.columns.iter().zip(heads).enumerate() {
        let x = left + column * index as f64;
        let indent = if head.key.is_some() { key } else { 0.0 };
        if lines.is_empty() {
            layout.labels_left_out += 1;
            continue;
        }
        let (width, height) = sizes.block(&lines, Weight::Regular);
        let rect = Rect {
            x: x + indent,
            y: top - sizes.gap * 0.5 - height,
            width,
            height,
        };
        let mut label = sizes.label(LabelKind::Region, lines, rect, Anchor::Start);
        label.key = head.key;
        label.target = Some(Point {
            x: x + sizes.marker,
            y: rect.y + sizes.line / 2.0,
        });
        layout.labels.push(label);
    }
    let row_height = plot.height / content.rows.len().max(1) as f64;
    let thickness = (row_height * 0.55).min(sizes.line);
    let value_width = values
        .map(|value| sizes.width(&write(*value), Weight::Regular))
        .fold(0.0, f64::max);
    let longest = (column - sizes.gap * 1.5 - value_width).max(0.0);
    for (index, (row, name)) in content.rows.iter().zip(names).enumerate() {
        let centre = plot.y + row_height * (index as f64 + 0.5);
        let (width, height) = sizes.block(&name, Weight::Regular);
        if name.is_empty() || height > row_height + sizes.line / 2.0 {
            layout.labels_left_out += 1;
        } else {
            let rect = Rect {
                x: area.x,
                y: centre - height / 2.0,
                width,
                height,
            };
            layout
                .labels
                .push(sizes.label(LabelKind::Name, name, rect, Anchor::Start));
        }
        for (place, (head, value)) in content.columns.iter().zip(&row.values).enumerate() {
            let x = left + column * place as f64;
            let colour = head.key.map_or(Role::Accent, |key| Role::Series(key.0));
            layout.shapes.push(sizes.stroke(
                (x, centre - row_height / 2.0),
                (x, centre + row_height / 2.0),
                Role::Rule,
                0.75,
                &[],
            ));
            let Some(value) = value.filter(|value| value.is_finite()) else {
                continue;
            };
            let share = if largest > 0.0 {
                value.max(0.0) / largest
            } else {
                0.0
            };
            let bar = Rect {
                x,
                y: centre - thickness / 2.0,
                width: longest * share,
                height: thickness,
            };
            layout.shapes.push(Mark::Rect {
                rect: bar,
                fill: colour,
            });
            layout.spots.push(Spot {
                rect: Rect {
                    x,
                    y: centre - row_height / 2.0,
                    width: column,
                    height: row_height,
                },
                text: format!("{}\n{}\n{}", head.label, row.label, write(value)),
            });
            if sizes.line > row_height {
                layout.labels_left_out += 1;
                continue;
            }
            let text = write(value);
            let rect = Rect {
                x: bar.right() + sizes.gap * 0.5,
                y: centre - sizes.line / 2.0,
                width: sizes.width(&text, Weight::Regular),
                height: sizes.line,
            };
            layout
                .labels
                .push(sizes.label(LabelKind::Name, vec![text], rect, Anchor::Start));
        }
    }
    layout
}

/// An axis that carries no ticks: values stand at their bars.
fn axis(start: f64, end: f64) -> AxisLayout {
    AxisLayout {
        label: String::new(),
        scale: Scale::Linear,
        domain: Domain {
            low: 0.0,
            high: 1.0,
        },
        start,
        end,
        ticks: Vec::new(),
    }
}

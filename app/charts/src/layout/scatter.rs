//! Points labelled beside themselves, and a list of the options that have no place among them.

use super::axes::axes;
use super::frame::line_at;
use super::lines::y_ticks;
use super::{AsideLayout, Label, LabelKind, Layout, MarkerLayout, Point, Rect, Sizes, Space};
use crate::fonts::{self, Weight};
use crate::placement::beside_points;
use crate::{Anchor, Aside, Chart, Domain, Scatter, Tone, marker};

/// The share of the width that the list may take.
const ASIDE_SHARE: f64 = 0.26;
/// The share of the plot's width that one label may take.
const LABEL_SHARE: f64 = 0.45;

pub(super) fn lay_out(chart: &Chart, content: &Scatter, space: &Space<'_>) -> Layout {
    let Space {
        area,
        sizes,
        numbers,
    } = *space;
    let x_domain = Domain::of(&chart.x, content.points.iter().map(|point| point.x));
    let y_domain = Domain::of(&chart.y, content.points.iter().map(|point| point.y));

    let aside = content
        .aside
        .as_ref()
        .filter(|aside| !aside.items.is_empty())
        .map(|aside| aside_layout(aside, area, &sizes));
    let right = match &aside {
        Some(aside) => aside.rect.x - sizes.gap * 2.0,
        None => area.right(),
    };

    let beside = Space {
        area: Rect {
            width: right - area.x,
            ..area
        },
        ..*space
    };
    let ticks = |height| y_ticks(&chart.y, y_domain, height, &sizes, numbers);
    let mut layout = axes(chart, &beside, (x_domain, y_domain), sizes.gap, ticks);
    layout.aside = aside;
    add_points(&mut layout, content, &sizes);
    if content.points.is_empty() {
        layout.drop_ticks();
    }
    layout
}

fn add_points(layout: &mut Layout, content: &Scatter, sizes: &Sizes) {
    let placed: Vec<_> = content
        .points
        .iter()
        .filter_map(|point| Some((point, layout.point([point.x, point.y])?)))
        .collect();
    let places: Vec<Point> = placed.iter().map(|(_, at)| *at).collect();
    let names: Vec<Vec<String>> = placed
        .iter()
        .map(|(point, _)| {
            let room = layout.plot.width * LABEL_SHARE;
            sizes.wrap(&point.label, Weight::Regular, room)
        })
        .collect();
    let blocks: Vec<(f64, f64)> = names
        .iter()
        .map(|lines| sizes.block(lines, Weight::Regular))
        .collect();
    let clearance = sizes.marker + sizes.gap * 0.6;
    let rects = beside_points(&places, &blocks, layout.plot, clearance);
    for (((point, at), lines), rect) in placed.into_iter().zip(names).zip(rects) {
        let value = [point.x, point.y];
        layout.markers.push(MarkerLayout {
            key: Some(point.key),
            shape: marker(point.key.0),
            at,
            value,
            radius: sizes.marker,
            hollow: point.hollow,
            tone: Tone::Quiet,
        });
        let Some(rect) = rect else {
            layout.labels_left_out += 1;
            continue;
        };
        let anchor = if rect.x >= at.x {
            Anchor::Start
        } else if rect.right() <= at.x {
            Anchor::End
        } else {
            Anchor::Middle
        };
        layout.labels.push(Label {
            key: Some(point.key),
            target: Some(at),
            value: Some(value),
            ..sizes.label(LabelKind::Point, lines, rect, anchor)
        });
    }
}

/// The list at the right edge of the area, as many items as its height holds.
fn aside_layout(aside: &Aside, area: Rect, sizes: &Sizes) -> AsideLayout {
    let room = area.width * ASIDE_SHARE;
    let indent = sizes.marker * 2.0 + sizes.gap * 0.75;
    let heading = sizes.wrap(&aside.heading, Weight::Semibold, room);
    let items: Vec<(crate::Key, Vec<String>)> = aside
        .items
        .iter()
        .map(|item| {
            let lines = fonts::wrap(&item.text, sizes.label, Weight::Regular, room - indent, 3);
            (item.key, lines)
        })
        .collect();
    let width = heading
        .iter()
        .map(|line| sizes.width(line, Weight::Semibold))
        .chain(
            items
                .iter()
                .flat_map(|(_, lines)| lines)
                .map(|line| indent + sizes.width(line, Weight::Regular)),
        )
        .fold(0.0, f64::max);
    let rect = Rect {
        x: area.right() - width,
        width,
        ..area
    };

    let mut layout = AsideLayout {
        rect,
        lines: Vec::new(),
        keys: Vec::new(),
    };
    let mut top = rect.y;
    for line in heading {
        layout.lines.push(line_at(
            line,
            rect.x,
            top,
            sizes.label,
            Weight::Semibold,
            true,
        ));
        top += sizes.line;
    }
    for (key, lines) in items {
        top += sizes.gap / 2.0;
        if top + lines.len() as f64 * sizes.line > area.bottom() {
            break;
        }
        layout.keys.push((
            key,
            Point {
                x: rect.x + sizes.marker,
                y: top + sizes.line / 2.0,
            },
        ));
        for line in lines {
            layout.lines.push(line_at(
                line,
                rect.x + indent,
                top,
                sizes.label,
                Weight::Regular,
                false,
            ));
            top += sizes.line;
        }
    }
    layout
}

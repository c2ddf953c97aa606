//! Title and subtitle above, source line below, and the area that remains.

use super::{Point, Rect, Sheet, TextLine};
use crate::fonts::{self, Weight};
use crate::{Chart, Tokens};

/// The frame's lines and the area left for the chart.
pub(super) fn frame(chart: &Chart, sheet: Sheet) -> (Vec<TextLine>, Rect) {
    let area = sheet.inner();
    if !sheet.framed {
        return (Vec::new(), area);
    }
    let text = &Tokens::built_in().text;
    let scale = sheet.text_scale;
    let mut lines = Vec::new();

    let mut top = area.y;
    for (content, size, weight, muted) in [
        (&chart.title, text.title * scale, Weight::Bold, false),
        (&chart.subtitle, text.note * scale, Weight::Regular, true),
    ] {
        for line in fonts::wrap(content, size, weight, area.width, 2) {
            lines.push(line_at(line, area.x, top, size, weight, muted));
            top += fonts::line_height(size);
        }
        top += 2.0 * scale;
    }
    top += 8.0 * scale;

    let size = text.small * scale;
    let source = fonts::wrap(&chart.source, size, Weight::Regular, area.width, 2);
    let mut bottom = area.bottom() - source.len() as f64 * fonts::line_height(size);
    let rest = Rect {
        y: top,
        height: (bottom - top - if source.is_empty() { 0.0 } else { 8.0 * scale }).max(1.0),
        ..area
    };
    for line in source {
        lines.push(line_at(line, area.x, bottom, size, Weight::Regular, true));
        bottom += fonts::line_height(size);
    }
    (lines, rest)
}

/// A line whose row begins at `top`.
pub(super) fn line_at(
    text: String,
    x: f64,
    top: f64,
    size: f64,
    weight: Weight,
    muted: bool,
) -> TextLine {
    TextLine {
        text,
        at: Point {
            x,
            y: top + baseline_in_line(size),
        },
        size,
        weight,
        muted,
    }
}

/// From the top of a row to the baseline that centres capitals in it.
pub(crate) fn baseline_in_line(size: f64) -> f64 {
    (fonts::line_height(size) + fonts::cap_height(size)) / 2.0
}

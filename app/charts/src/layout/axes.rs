//! The plot between two axes that points, regions, roofs and columns stand in.

use super::header::Header;
use super::lines::{footer_height, plot_ends, with_ticks, x_axis, x_label};
use super::{Layout, Rect, Space};
use crate::fonts::Weight;
use crate::{AxisLayout, Chart, Domain};

/// A layout with both axes, their labels and no marks yet.
///
/// `x` and `y` are what the axes run over, `margin` is left free right of the plot, and `y_ticks`
/// gives the values and texts of the vertical axis for the height that it has.
pub(super) fn axes(
    chart: &Chart,
    space: &Space<'_>,
    (x, y): (Domain, Domain),
    margin: f64,
    y_ticks: impl FnOnce(f64) -> (Vec<f64>, Vec<String>),
) -> Layout {
    let Space {
        area,
        sizes,
        numbers,
    } = *space;
    let across = (area.x, area.right());
    let header = Header::new(&[], &[], &chart.y.label, across, &sizes);
    let top = area.y + header.height(&sizes);
    let bottom = (area.bottom() - footer_height(&chart.x, &sizes)).max(top + 10.0);
    let (values, texts) = y_ticks(bottom - top);
    let left = texts
        .iter()
        .map(|text| sizes.width(text, Weight::Regular))
        .fold(0.0, f64::max)
        + sizes.gap;
    let (start, end) = plot_ends(area.x + left, area.right() - margin);
    let x = x_axis(&chart.x, x, (start, end), across, &sizes, numbers);
    let y = AxisLayout {
        label: chart.y.label.clone(),
        scale: chart.y.scale,
        domain: y,
        start: bottom,
        end: top,
        ticks: Vec::new(),
    };
    let plot = Rect {
        x: start,
        y: top,
        width: end - start,
        height: bottom - top,
    };
    let mut layout = Layout::of_axes(plot, x, with_ticks(y, values, texts));
    let (labels, left_out) = header.labels(top, &layout.x, &sizes);
    layout.labels = labels;
    layout.labels_left_out = left_out;
    layout.labels.extend(x_label(&chart.x, plot, &sizes));
    layout
}

//! Lines with labels at their ends, over shaded intervals and under annotations.

use super::beside::{Wanted, beside};
use super::header::{CLEARANCE, Header, Remark, Stretch};
use super::{Label, LabelKind, Layout, MarkerLayout, Point, Rect, Sizes, Space, line_names};
use crate::axis::tick_texts;
use crate::fonts::{self, Weight};
use crate::placement::spread;
use crate::{
    Anchor, Annotation, Axis, AxisLayout, Chart, Domain, Interval, Lines, Marker, NamePlace,
    Numbers, Stop, Tick, Tone,
};

/// The share of the width that end labels may take.
const LABEL_SHARE: f64 = 0.3;

pub(super) fn lay_out(chart: &Chart, content: &Lines, space: &Space<'_>) -> Layout {
    let Space {
        area,
        sizes,
        numbers,
    } = *space;
    let x_domain = Domain::filled(&chart.x, x_values(content));
    let y_domain = Domain::of(&chart.y, y_values(content));

    let names: Vec<Vec<String>> = content
        .series
        .iter()
        .map(|series| {
            let room = area.width * LABEL_SHARE - sizes.key - sizes.gap * 1.5;
            // Few names may be long; many have to be short.
            let lines = if content.series.len() <= 4 { 3 } else { 2 };
            fonts::wrap(&series.label, sizes.label, Weight::Regular, room, lines)
        })
        .collect();
    let name_width = names
        .iter()
        .map(|lines| sizes.block(lines, Weight::Regular).0)
        .fold(0.0, f64::max);
    let right = match content.series.len() {
        0 => 0.0,
        _ if content.names != NamePlace::AtEnd => sizes.gap,
        _ => sizes.gap * 1.5 + sizes.key + name_width,
    };

    let footer = footer_height(&chart.x, &sizes);
    let expected_rows = (content.annotations.len() + 1) as f64;
    let expected_height = area.height - footer - expected_rows * sizes.line;
    let (y_values, y_texts) = y_ticks(&chart.y, y_domain, expected_height, &sizes, numbers);
    let left = y_texts
        .iter()
        .map(|text| sizes.width(text, Weight::Regular))
        .fold(0.0, f64::max)
        + sizes.gap;
    let (start, end) = plot_ends(area.x + left, area.right() - right);
    let x = x_axis(
        &chart.x,
        x_domain,
        (start, end),
        (area.x, area.right()),
        &sizes,
        numbers,
    );

    let header = Header::new(
        &remarks(content, &x),
        &stretches(content, &x),
        &chart.y.label,
        (area.x, area.right()),
        &sizes,
    );
    let top = area.y + header.height(&sizes);
    let bottom = (area.bottom() - footer).max(top + 10.0);
    let y = AxisLayout {
        label: chart.y.label.clone(),
        scale: chart.y.scale,
        domain: y_domain,
        start: bottom,
        end: top,
        ticks: Vec::new(),
    };
    let y = with_ticks(y, y_values, y_texts);
    let plot = Rect {
        x: start,
        y: top,
        width: end - start,
        height: bottom - top,
    };

    let mut layout = Layout::of_axes(plot, x, y);
    let (labels, left_out) = header.labels(top, &layout.x, &sizes);
    layout.labels = labels;
    layout.labels_left_out = left_out;
    layout.labels.extend(x_label(&chart.x, plot, &sizes));
    match content.names {
        NamePlace::AtEnd => {
            add_end_labels(&mut layout, content, names, (area.y, area.bottom()), &sizes);
        }
        NamePlace::Beside => line_names::add(&mut layout, content, &sizes),
        NamePlace::Nowhere => {}
    }
    layout.markers = rings(content, &layout, &sizes);
    add_stops(&mut layout, content, &sizes);
    if content.series.iter().all(|series| series.points.is_empty()) {
        layout.drop_ticks();
    }
    layout
}

/// All x values that the domain must show.
fn x_values(content: &Lines) -> impl Iterator<Item = f64> + Clone + '_ {
    let points = content.series.iter().flat_map(|series| {
        let points = series.points.iter().map(|point| point[0]);
        points
            .chain(series.band.iter().map(|band| band[0]))
            .chain(series.median.iter().map(|point| point[0]))
    });
    let places = content
        .annotations
        .iter()
        .map(|annotation| match annotation {
            Annotation::VerticalLine { x, .. } | Annotation::Point { x, .. } => *x,
        });
    let stops = content.stops.iter().map(|stop| stop.at[0]);
    points.chain(places).chain(stops)
}

/// All y values that the domain must show.
fn y_values(content: &Lines) -> impl Iterator<Item = f64> + '_ {
    content.series.iter().flat_map(|series| {
        let points = series.points.iter().map(|point| point[1]);
        points
            .chain(series.band.iter().flat_map(|band| [band[1], band[2]]))
            .chain(series.median.iter().map(|point| point[1]))
    })
}

fn remarks(content: &Lines, x: &AxisLayout) -> Vec<Remark> {
    content
        .annotations
        .iter()
        .filter_map(|annotation| {
            let (value, text, tone) = match annotation {
                Annotation::VerticalLine { x, text, tone } => ([*x, f64::NAN], text, tone),
                Annotation::Point { x, y, text, tone } => ([*x, *y], text, tone),
            };
            Some(Remark {
                x: x.position(value[0])?,
                value,
                text: text.clone(),
                tone: *tone,
            })
        })
        .collect()
}

fn stretches(content: &Lines, x: &AxisLayout) -> Vec<Stretch> {
    content
        .intervals
        .iter()
        .filter_map(|interval| {
            let (from, to) = interval_ends(interval, x)?;
            Some(Stretch {
                from,
                to,
                key: interval.key,
                text: interval.label.clone(),
            })
        })
        .collect()
}

/// The sheet positions of an interval's ends; an end beyond the axis stands at the axis's end.
pub(crate) fn interval_ends(interval: &Interval, x: &AxisLayout) -> Option<(f64, f64)> {
    let from = x.position(interval.from.max(x.domain.low))?;
    let to = x.position(interval.to.min(x.domain.high))?;
    (to > from).then_some((from, to))
}

/// Spreads the series' names along the right edge of the plot.
fn add_end_labels(
    layout: &mut Layout,
    content: &Lines,
    names: Vec<Vec<String>>,
    (low, high): (f64, f64),
    sizes: &Sizes,
) {
    let ends: Vec<Option<(Point, [f64; 2])>> = content
        .series
        .iter()
        .map(|series| {
            let from_the_end = series.points.iter().rev();
            from_the_end
                .copied()
                .find_map(|value| layout.point(value).map(|point| (point, value)))
        })
        .collect();
    let wanted: Vec<(f64, f64)> = ends
        .iter()
        .zip(&names)
        .filter_map(|(end, lines)| {
            end.map(|(point, _)| (point.y, sizes.block(lines, Weight::Regular).1))
        })
        .collect();
    // Clear of the header's row next to the plot; half a line may reach below the plot.
    let low = low.max(layout.plot.y - CLEARANCE * sizes.gap);
    let high = high.min(layout.plot.bottom() + sizes.line / 2.0);
    let mut centres = spread(&wanted, low, high).into_iter();
    let x = layout.plot.right() + sizes.gap + sizes.key + sizes.gap / 2.0;
    for ((series, end), lines) in content.series.iter().zip(ends).zip(names) {
        let Some((point, value)) = end else {
            continue;
        };
        let Some(centre) = centres.next().flatten() else {
            layout.labels_left_out += 1;
            continue;
        };
        let (width, height) = sizes.block(&lines, Weight::Regular);
        let rect = Rect {
            x,
            y: centre - height / 2.0,
            width,
            height,
        };
        layout.labels.push(Label {
            key: Some(series.key),
            target: Some(point),
            value: Some(value),
            ..sizes.label(LabelKind::LineEnd, lines, rect, Anchor::Start)
        });
    }
}

/// A dot for each stop, and its text beside it where no line runs.
fn add_stops(layout: &mut Layout, content: &Lines, sizes: &Sizes) {
    if content.stops.is_empty() {
        return;
    }
    let lines = content.series.iter().map(|series| {
        let points = series.points.iter();
        points.filter_map(|value| layout.point(*value)).collect()
    });
    let mut lines: Vec<Vec<Point>> = lines.collect();
    // Lines of annotations run through the plot too.
    lines.extend(layout.labels.iter().filter_map(|label| {
        let top = label
            .target
            .filter(|_| label.kind == LabelKind::Annotation)?;
        let y = layout
            .y
            .position(label.value?[1])
            .unwrap_or(layout.plot.bottom());
        Some(vec![top, Point { x: top.x, y }])
    }));
    let points: Vec<(Point, &Stop)> = content
        .stops
        .iter()
        .filter_map(|stop| Some((layout.point(stop.at)?, stop)))
        .collect();
    let wanted: Vec<Wanted> = points
        .iter()
        .map(|(at, stop)| Wanted {
            at: *at,
            size: (sizes.width(&stop.text, Weight::Regular), sizes.line),
        })
        .collect();
    let mut markers: Vec<Rect> = layout
        .markers
        .iter()
        .map(|marker| Rect::around(marker.at, marker.radius))
        .collect();
    markers.extend(
        points
            .iter()
            .map(|(at, _)| Rect::around(*at, sizes.marker * 0.75)),
    );
    let places = beside(&wanted, &lines, &markers, layout.plot, &|_| true, sizes);
    for ((at, stop), place) in points.into_iter().zip(places) {
        layout.markers.push(MarkerLayout {
            key: Some(stop.key),
            shape: Marker::Circle,
            at,
            value: stop.at,
            radius: sizes.marker * 0.7,
            hollow: false,
            tone: Tone::Quiet,
        });
        match place {
            Some(rect) => {
                let lines = vec![stop.text.clone()];
                let mut label = sizes.label(LabelKind::Point, lines, rect, Anchor::Start);
                label.target = Some(at);
                layout.labels.push(label);
            }
            None => layout.labels_left_out += 1,
        }
    }
}

fn rings(content: &Lines, layout: &Layout, sizes: &Sizes) -> Vec<MarkerLayout> {
    content
        .annotations
        .iter()
        .filter_map(|annotation| match annotation {
            Annotation::Point { x, y, tone, .. } => Some(MarkerLayout {
                key: None,
                shape: Marker::Circle,
                at: layout.point([*x, *y])?,
                value: [*x, *y],
                radius: sizes.marker,
                hollow: true,
                tone: *tone,
            }),
            Annotation::VerticalLine { .. } => None,
        })
        .collect()
}

/// The plot's left and right edge, never crossed.
pub(super) fn plot_ends(start: f64, end: f64) -> (f64, f64) {
    (start, end.max(start + 10.0))
}

/// The height of tick texts and axis label below the plot.
pub(super) fn footer_height(axis: &Axis, sizes: &Sizes) -> f64 {
    let label = if axis.label.is_empty() {
        0.0
    } else {
        sizes.line
    };
    sizes.gap / 2.0 + sizes.line + label
}

/// Tick values and texts of a vertical axis of about this height.
pub(super) fn y_ticks(
    axis: &Axis,
    domain: Domain,
    height: f64,
    sizes: &Sizes,
    numbers: &dyn Numbers,
) -> (Vec<f64>, Vec<String>) {
    let most = (height / (sizes.line * 2.0)).clamp(2.0, 7.0) as usize;
    let (values, step) = domain.ticks(axis.scale, most);
    let texts = tick_texts(axis, &values, step, numbers);
    (values, texts)
}

/// A horizontal axis with as many ticks as stand clear of each other between `limits`.
pub(super) fn x_axis(
    axis: &Axis,
    domain: Domain,
    (start, end): (f64, f64),
    (left, right): (f64, f64),
    sizes: &Sizes,
    numbers: &dyn Numbers,
) -> AxisLayout {
    let bare = AxisLayout {
        label: axis.label.clone(),
        scale: axis.scale,
        domain,
        start,
        end,
        ticks: Vec::new(),
    };
    let most = ((end - start) / (sizes.line * 2.5)).clamp(1.0, 13.0) as usize;
    let mut best = bare.clone();
    for most in (1..=most).rev() {
        let (values, step) = domain.ticks(axis.scale, most);
        let texts = tick_texts(axis, &values, step, numbers);
        best = with_ticks(bare.clone(), values, texts);
        let ends: Vec<(f64, f64)> = best
            .ticks
            .iter()
            .map(|tick| {
                let half = sizes.width(&tick.text, Weight::Regular) / 2.0;
                (tick.position - half, tick.position + half)
            })
            .collect();
        let inside = ends.iter().all(|(from, to)| *from >= left && *to <= right);
        let clear = ends
            .windows(2)
            .all(|pair| pair[0].1 + sizes.gap <= pair[1].0);
        if inside && clear {
            return best;
        }
    }
    // Even one tick reaches over the edge: better none.
    best.ticks.retain(|tick| {
        let half = sizes.width(&tick.text, Weight::Regular) / 2.0;
        tick.position - half >= left && tick.position + half <= right
    });
    best
}

/// The axis with its ticks placed.
pub(super) fn with_ticks(mut axis: AxisLayout, values: Vec<f64>, texts: Vec<String>) -> AxisLayout {
    axis.ticks = values
        .into_iter()
        .zip(texts)
        .filter_map(|(value, text)| {
            Some(Tick {
                value,
                position: axis.position(value)?,
                text,
            })
        })
        .collect();
    axis
}

/// The label of a horizontal axis, below its ticks at the right end.
pub(super) fn x_label(axis: &Axis, plot: Rect, sizes: &Sizes) -> Option<Label> {
    let text = fonts::shorten(&axis.label, sizes.label, Weight::Regular, plot.width);
    if text.is_empty() {
        return None;
    }
    let width = sizes.width(&text, Weight::Regular);
    let rect = Rect {
        x: plot.right() - width,
        y: plot.bottom() + sizes.gap / 2.0 + sizes.line,
        width,
        height: sizes.line,
    };
    Some(sizes.label(LabelKind::Axis, vec![text], rect, Anchor::End))
}

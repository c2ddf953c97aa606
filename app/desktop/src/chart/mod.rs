//! Charts on the screen: the same description and layout as on paper, live.
//!
//! `charts` decides scales, ticks and where labels stand; egui_plot holds the data area and says
//! what lies under the pointer; this module paints the marks of the layout around it.

mod density;
mod items;
mod marks;

pub use density::density_ui;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Rect, Response, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_plot::{HoverPosition, Plot, PlotBounds, PlotPoint};
use weighbridge_charts::{BarFill, Chart, Content, Domain, Layout, Numbers, Scale, Scene, Sheet};

use crate::look::Look;
use items::{LineItem, PointItem, StretchItem};

/// Paints a chart over the width that is there, `height` points high.
///
/// Title, subtitle and source are the card's to show.
/// The summary of the chart is its name for screen readers; the response covers the whole chart.
pub fn chart_ui(ui: &mut Ui, chart: &Chart, height: f32, numbers: &dyn Numbers) -> Response {
    let size = vec2(ui.available_width().max(240.0), height);
    let (area, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), &chart.summary));
    if !ui.is_rect_visible(area) {
        return response;
    }
    let drawn = Drawn::of(ui, &response, chart, numbers);
    let look = Look::of(ui);
    marks::paint(ui.painter(), area.min, &drawn.below, &look);
    if let Some(above) = &drawn.above {
        plot_ui(ui, area, chart, &drawn.layout, numbers, &look);
        marks::paint(ui.painter(), area.min, above, &look);
    }
    with_spots(response, &drawn.layout)
}

/// Says what stands under the pointer, where the layout knows.
fn with_spots(response: Response, layout: &Layout) -> Response {
    let Some(pointer) = response.hover_pos() else {
        return response;
    };
    let x = f64::from(pointer.x - response.rect.min.x);
    let y = f64::from(pointer.y - response.rect.min.y);
    let spot = layout.spots.iter().find(|spot| {
        (spot.rect.x..=spot.rect.right()).contains(&x)
            && (spot.rect.y..=spot.rect.bottom()).contains(&y)
    });
    match spot {
        Some(spot) => response.on_hover_text_at_pointer(&spot.text),
        None => response,
    }
}

/// Whether egui_plot holds the data, so that values can be read off under the pointer.
fn is_plotted(content: &Content) -> bool {
    matches!(content, Content::Lines(_) | Content::Scatter(_))
}

/// A chart laid out for an area; kept from frame to frame while neither changes.
struct Drawn {
    chart: Chart,
    size: egui::Vec2,
    layout: Layout,
    /// What lies under the data; everything where the chart is not plotted.
    below: Scene,
    above: Option<Scene>,
}

impl Drawn {
    fn of(ui: &Ui, response: &Response, chart: &Chart, numbers: &dyn Numbers) -> Arc<Drawn> {
        let size = response.rect.size();
        let key = response.id.with("drawn");
        let kept = ui.data(|data| data.get_temp::<Arc<Drawn>>(key));
        if let Some(kept) = kept
            && kept.size == size
            && kept.chart == *chart
        {
            return kept;
        }
        let sheet = Sheet::screen(f64::from(size.x), f64::from(size.y));
        let layout = Layout::new(chart, sheet, numbers);
        let (below, above) = if is_plotted(&chart.content) {
            (below(chart, &layout), Some(above(chart, &layout)))
        } else {
            (Scene::of_layout(chart, &layout), None)
        };
        let drawn = Arc::new(Drawn {
            below,
            above,
            chart: chart.clone(),
            size,
            layout,
        });
        ui.data_mut(|data| data.insert_temp(key, Arc::clone(&drawn)));
        drawn
    }
}

/// Grid and ticks, which lie under the data.
fn below(chart: &Chart, layout: &Layout) -> Scene {
    let mut grid = layout.clone();
    grid.labels.clear();
    grid.markers.clear();
    grid.aside = None;
    Scene::of_layout(&without_data(chart), &grid)
}

/// Labels, keys and asides, which lie over the data.
fn above(chart: &Chart, layout: &Layout) -> Scene {
    let mut labels = layout.clone();
    labels.x.ticks.clear();
    labels.y.ticks.clear();
    if matches!(chart.content, Content::Scatter(_)) {
        labels.markers.retain(|marker| marker.key.is_none());
    }
    Scene::of_layout(&without_data(chart), &labels)
}

/// The chart without the data that egui_plot draws.
fn without_data(chart: &Chart) -> Chart {
    let mut frame = chart.clone();
    if let Content::Lines(lines) = &mut frame.content {
        lines.intervals.clear();
        for series in &mut lines.series {
            series.points.clear();
            series.band.clear();
            series.median.clear();
        }
    }
    frame
}

fn plot_ui(
    ui: &mut Ui,
    area: Rect,
    chart: &Chart,
    layout: &Layout,
    numbers: &dyn Numbers,
    look: &Look,
) {
    let data = Rect::from_min_size(
        pos2(
            area.min.x + layout.plot.x as f32,
            area.min.y + layout.plot.y as f32,
        ),
        vec2(layout.plot.width as f32, layout.plot.height as f32),
    );
    let (x, y) = (Transform::of(&layout.x), Transform::of(&layout.y));
    let hover = |position: &HoverPosition<'_>| match position {
        HoverPosition::NearDataPoint {
            plot_name,
            position,
            ..
        } if !plot_name.is_empty() => Some(hover_text(
            chart,
            plot_name,
            [x.back(position.x), y.back(position.y)],
            numbers,
        )),
        _ => None,
    };
    let builder = UiBuilder::new()
        .max_rect(data)
        .id_salt(("chart", chart.name));
    ui.scope_builder(builder, |ui| {
        Plot::new(chart.name)
            .width(data.width())
            .height(data.height())
            .min_size(vec2(1.0, 1.0))
            .show_axes(false)
            .show_grid(false)
            .show_background(false)
            .show_x(true)
            .show_y(false)
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .set_margin_fraction(vec2(0.0, 0.0))
            .cursor_color(look.muted)
            .label_formatter(hover)
            .show(ui, |plot| {
                let low = [x.to(layout.x.domain.low), y.to(layout.y.domain.low)];
                let high = [x.to(layout.x.domain.high), y.to(layout.y.domain.high)];
                plot.set_plot_bounds(PlotBounds::from_min_max(low, high));
                match &chart.content {
                    Content::Lines(lines) => {
                        for stretch in &lines.intervals {
                            let ends = clip(stretch.from, stretch.to, layout.x.domain);
                            let range = (x.to(ends.0), x.to(ends.1));
                            let colour = look.series_colour(stretch.key.0).gamma_multiply(SOFT);
                            plot.add(StretchItem::new(range, colour));
                        }
                        for series in &lines.series {
                            let to_plot =
                                |point: &[f64; 2]| PlotPoint::new(x.to(point[0]), y.to(point[1]));
                            let colour = marks::colour(lines.subject.role(series.key), look);
                            let points = series.points.iter().map(to_plot).collect();
                            let low = series
                                .band
                                .iter()
                                .map(|at| to_plot(&[at[0], at[1]]))
                                .collect();
                            let high = series
                                .band
                                .iter()
                                .map(|at| to_plot(&[at[0], at[2]]))
                                .collect();
                            let dash = weighbridge_charts::dash(series.key.0);
                            let line = LineItem::new(&series.label, points, colour, dash);
                            let median = series.median.iter().map(to_plot).collect();
                            let band_colour = colour.gamma_multiply(SOFT);
                            plot.add(line.with_band(low, high, median, band_colour));
                        }
                    }
                    Content::Scatter(scatter) => {
                        for point in &scatter.points {
                            let at = PlotPoint::new(x.to(point.x), y.to(point.y));
                            let colour = look.series_colour(point.key.0);
                            let fill = if point.hollow { look.card } else { colour };
                            let shape = weighbridge_charts::marker(point.key.0);
                            plot.add(PointItem::new(&point.label, at, shape, colour, fill));
                        }
                    }
                    Content::StackedBars(_)
                    | Content::Dots(_)
                    | Content::Tornado(_)
                    | Content::RegionMap(_)
                    | Content::BarGrid(_)
                    | Content::Capacity(_)
                    | Content::Roofs(_)
                    | Content::Spans(_)
                    | Content::Columns(_) => {}
                }
            });
    });
}

/// How strongly bands and stretches show.
const SOFT: f32 = 0.14;

/// Name and both values of a point, as the axes write them.
fn hover_text(chart: &Chart, name: &str, value: [f64; 2], numbers: &dyn Numbers) -> String {
    let write = |axis: &weighbridge_charts::Axis, value: f64| {
        let number = match axis.scale {
            Scale::Months | Scale::Hours => numbers.decimal(value.round(), 0),
            _ => numbers.compact(value),
        };
        if axis.label.is_empty() {
            number
        } else {
            format!("{}: {number}", axis.label)
        }
    };
    format!(
        "{name}\n{}\n{}",
        write(&chart.x, value[0]),
        write(&chart.y, value[1])
    )
}

fn clip(from: f64, to: f64, domain: Domain) -> (f64, f64) {
    (from.max(domain.low), to.min(domain.high))
}

/// From values to the plot's own linear coordinates and back.
#[derive(Clone, Copy)]
enum Transform {
    Linear,
    Log10,
}

impl Transform {
    fn of(axis: &weighbridge_charts::AxisLayout) -> Transform {
        match axis.scale {
            Scale::Log10 => Transform::Log10,
            Scale::Linear | Scale::Months | Scale::Hours => Transform::Linear,
        }
    }

    fn to(self, value: f64) -> f64 {
        match self {
            Transform::Linear => value,
            Transform::Log10 => value.max(f64::MIN_POSITIVE).log10(),
        }
    }

    fn back(self, place: f64) -> f64 {
        match self {
            Transform::Linear => place,
            Transform::Log10 => 10.0_f64.powf(place),
        }
    }
}

/// The area a chart needs to be read at, by its kind and number of options.
pub fn usual_height(chart: &Chart) -> f32 {
    match &chart.content {
        Content::Lines(_) => 320.0,
        Content::Scatter(_) => 300.0,
        Content::StackedBars(bars) if bars.fill == BarFill::Options => {
            32.0 + 30.0 * bars.bars.len() as f32
        }
        Content::StackedBars(bars) => 64.0 + 34.0 * bars.bars.len() as f32,
        Content::Dots(_) => 240.0,
        Content::Tornado(tornado) => 72.0 + 36.0 * tornado.bars.len() as f32,
        Content::RegionMap(_) => 380.0,
        Content::BarGrid(grid) => 52.0 + 24.0 * grid.rows.len() as f32,
        Content::Capacity(_) => 128.0,
        Content::Roofs(_) => 300.0,
        Content::Spans(spans) => 48.0 + 62.0 * spans.rows.len() as f32,
        Content::Columns(_) => 260.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_lead_back() {
        for value in [0.001, 1.0, 1234.5, 1e12] {
            let there = Transform::Log10.to(value);
            assert!((Transform::Log10.back(there) / value - 1.0).abs() < 1e-12);
        }
        assert!(Transform::Log10.to(0.0).is_finite());
    }
}

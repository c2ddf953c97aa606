//! What egui_plot draws: lines with the dash of their option, points with its marker, stretches.

use std::ops::RangeInclusive;

use egui::{Color32, Mesh, Pos2, Shape, Stroke, Ui, pos2};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint, PlotTransform};
use weighbridge_charts::{BAND_EDGE_WIDTH, MEDIAN_DASH, MEDIAN_WIDTH, Marker, outline};

/// Width of a line, as on paper.
const LINE_WIDTH: f32 = 2.0;

/// Radius of a point's marker.
const POINT_RADIUS: f32 = 5.0;

/// A line with its band.
pub(super) struct LineItem {
    base: PlotItemBase,
    points: Vec<PlotPoint>,
    low: Vec<PlotPoint>,
    high: Vec<PlotPoint>,
    median: Vec<PlotPoint>,
    colour: Color32,
    band_colour: Color32,
    dash: &'static [f64],
}

impl LineItem {
    pub(super) fn new(
        name: &str,
        points: Vec<PlotPoint>,
        colour: Color32,
        dash: &'static [f64],
    ) -> LineItem {
        LineItem {
            base: PlotItemBase::new(name.to_owned()),
            points,
            low: Vec::new(),
            high: Vec::new(),
            median: Vec::new(),
            colour,
            band_colour: colour,
            dash,
        }
    }

    pub(super) fn with_band(
        mut self,
        low: Vec<PlotPoint>,
        high: Vec<PlotPoint>,
        median: Vec<PlotPoint>,
        colour: Color32,
    ) -> LineItem {
        self.low = low;
        self.high = high;
        self.median = median;
        self.band_colour = colour;
        self
    }
}

impl PlotItem for LineItem {
    fn shapes(&self, _: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let place = |point: &PlotPoint| transform.position_from_point(point);
        if self.low.len() >= 2 {
            let edges = self.low.iter().zip(&self.high);
            shapes.push(band(
                edges.map(|(low, high)| (place(low), place(high))),
                self.band_colour,
            ));
        }
        let edge = Stroke::new(BAND_EDGE_WIDTH as f32, self.colour);
        let median = Stroke::new(MEDIAN_WIDTH as f32, self.colour);
        for (points, stroke, dash) in [
            (&self.low, edge, self.dash),
            (&self.high, edge, self.dash),
            (&self.median, median, &MEDIAN_DASH[..]),
        ] {
            if points.len() >= 2 {
                let line = thinned(points.iter().map(place));
                shapes.extend(dashed(line, stroke, dash));
            }
        }
        let line = thinned(self.points.iter().map(place));
        shapes.extend(dashed(
            line,
            Stroke::new(LINE_WIDTH, self.colour),
            self.dash,
        ));
    }

    fn initialize(&mut self, _: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.colour
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::Points(&self.points)
    }

    fn bounds(&self) -> PlotBounds {
        bounds_of(&self.points)
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// A point with the marker of its option.
pub(super) struct PointItem {
    base: PlotItemBase,
    at: [PlotPoint; 1],
    shape: Marker,
    colour: Color32,
    fill: Color32,
}

impl PointItem {
    pub(super) fn new(
        name: &str,
        at: PlotPoint,
        shape: Marker,
        colour: Color32,
        fill: Color32,
    ) -> PointItem {
        PointItem {
            base: PlotItemBase::new(name.to_owned()),
            at: [at],
            shape,
            colour,
            fill,
        }
    }
}

impl PlotItem for PointItem {
    fn shapes(&self, _: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let centre = transform.position_from_point(&self.at[0]);
        let stroke = Stroke::new(1.5, self.colour);
        shapes.push(marker_shape(
            centre,
            POINT_RADIUS,
            self.shape,
            self.fill,
            stroke,
        ));
    }

    fn initialize(&mut self, _: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.colour
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::Points(&self.at)
    }

    fn bounds(&self) -> PlotBounds {
        bounds_of(&self.at)
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// A shaded stretch of the x axis over the whole height.
pub(super) struct StretchItem {
    base: PlotItemBase,
    range: (f64, f64),
    colour: Color32,
}

impl StretchItem {
    pub(super) fn new(range: (f64, f64), colour: Color32) -> StretchItem {
        StretchItem {
            base: PlotItemBase::new(String::new()),
            range,
            colour,
        }
    }
}

impl PlotItem for StretchItem {
    fn shapes(&self, _: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let frame = *transform.frame();
        let left = transform
            .position_from_point(&PlotPoint::new(self.range.0, 0.0))
            .x;
        let right = transform
            .position_from_point(&PlotPoint::new(self.range.1, 0.0))
            .x;
        let area = egui::Rect::from_min_max(pos2(left, frame.top()), pos2(right, frame.bottom()));
        shapes.push(Shape::rect_filled(area.intersect(frame), 0.0, self.colour));
    }

    fn initialize(&mut self, _: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.colour
    }

    fn allow_hover(&self) -> bool {
        false
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// The marker of an option around a centre.
pub(super) fn marker_shape(
    centre: Pos2,
    radius: f32,
    shape: Marker,
    fill: Color32,
    stroke: Stroke,
) -> Shape {
    if shape == Marker::Circle {
        return disc(centre, radius, fill, stroke);
    }
    let corners: Vec<Pos2> = outline(shape)
        .iter()
        .map(|(x, y)| pos2(centre.x + *x as f32 * radius, centre.y + *y as f32 * radius))
        .collect();
    filled_outline(corners, fill, stroke)
}

/// A closed shape; its fill is cut into triangles around its centre, since it need not be convex.
///
/// The fill is one mesh without soft edges, which would show as seams between the triangles; the
/// outline over it has them.
pub(super) fn filled_outline(corners: Vec<Pos2>, fill: Color32, stroke: Stroke) -> Shape {
    let count = corners.len() as f32;
    let sum = corners
        .iter()
        .fold(egui::Vec2::ZERO, |sum, corner| sum + corner.to_vec2());
    let mut mesh = Mesh::default();
    mesh.colored_vertex((sum / count.max(1.0)).to_pos2(), fill);
    for corner in &corners {
        mesh.colored_vertex(*corner, fill);
    }
    let corner_count = corners.len() as u32;
    for corner in 0..corner_count {
        mesh.add_triangle(0, 1 + corner, 1 + (corner + 1) % corner_count);
    }
    Shape::Vec(vec![Shape::mesh(mesh), Shape::closed_line(corners, stroke)])
}

/// A disc; a stroke of its own colour widens it, for a seam would show between two shapes.
pub(super) fn disc(centre: Pos2, radius: f32, fill: Color32, stroke: Stroke) -> Shape {
    if stroke.color == fill {
        return Shape::circle_filled(centre, radius + stroke.width / 2.0, fill);
    }
    Shape::Circle(egui::epaint::CircleShape {
        center: centre,
        radius,
        fill,
        stroke,
    })
}

/// The area between two lines, as one mesh: neighbouring parts neither overlap nor leave a seam.
fn band(edges: impl Iterator<Item = (Pos2, Pos2)>, colour: Color32) -> Shape {
    let mut mesh = Mesh::default();
    for (low, high) in edges {
        let next = mesh.vertices.len() as u32;
        mesh.colored_vertex(low, colour);
        mesh.colored_vertex(high, colour);
        if next >= 2 {
            mesh.add_triangle(next - 2, next - 1, next);
            mesh.add_triangle(next - 1, next, next + 1);
        }
    }
    Shape::mesh(mesh)
}

/// The points without those that lie nearer to the last one kept than can be seen.
fn thinned(points: impl Iterator<Item = Pos2>) -> Vec<Pos2> {
    const SEEN: f32 = 0.5;
    let mut kept: Vec<Pos2> = Vec::new();
    let mut last = None;
    for point in points {
        last = Some(point);
        if kept
            .last()
            .is_none_or(|before| before.distance(point) >= SEEN)
        {
            kept.push(point);
        }
    }
    if let Some(last) = last
        && kept.last() != Some(&last)
    {
        kept.push(last);
    }
    kept
}

/// A line with a pattern of strokes and gaps; an empty pattern is solid.
pub(super) fn dashed(line: Vec<Pos2>, stroke: Stroke, pattern: &[f64]) -> Vec<Shape> {
    if pattern.is_empty() || line.len() < 2 {
        return vec![Shape::line(line, stroke)];
    }
    let strokes: Vec<f32> = pattern
        .iter()
        .step_by(2)
        .map(|length| *length as f32)
        .collect();
    let gaps: Vec<f32> = pattern
        .iter()
        .skip(1)
        .step_by(2)
        .map(|length| *length as f32)
        .collect();
    Shape::dashed_line_with_offset(&line, stroke, &strokes, &gaps, 0.0)
}

fn bounds_of(points: &[PlotPoint]) -> PlotBounds {
    let mut bounds = PlotBounds::NOTHING;
    for point in points {
        bounds.extend_with(point);
    }
    bounds
}

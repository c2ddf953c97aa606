//! A chart as a list of marks on paper, painted in order.

use crate::fonts::Weight;
use crate::layout::{baseline_in_line, interval_ends};
use crate::placement::{distance, nearest};
use crate::style::{dash, marker};
use crate::{
    BarFill, Chart, Content, Key, Label, LabelKind, Layout, LineSeries, Lines, Marker,
    MarkerLayout, Numbers, Point, Rect, Role, Sheet, Subject, Tokens, Tone,
};

/// Marks on a sheet; every length in points.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The sheet's width.
    pub width: f64,
    /// The sheet's height.
    pub height: f64,
    /// The chart's message, for readers that list drawings.
    pub title: String,
    /// The chart in words, for those who cannot see it.
    pub description: String,
    /// From back to front.
    pub marks: Vec<Mark>,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle.
    Rect {
        /// Where.
        rect: Rect,
        /// Its colour.
        fill: Role,
    },
    /// An open line through points.
    Polyline {
        /// At least two.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A filled area, with its outline where it has one.
    Polygon {
        /// At least three.
        points: Vec<Point>,
        /// Its colour.
        fill: Role,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// Convex areas in one colour that may touch each other without a seam.
    Area {
        /// Each of at least three points.
        polygons: Vec<Vec<Point>>,
        /// Their colour.
        fill: Role,
    },
    /// A circle.
    Circle {
        /// Its centre.
        centre: Point,
        /// Its radius.
        radius: f64,
        /// Its colour.
        fill: Role,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// One line of text.
    Text {
        /// On the baseline: its left end, middle or right end, as `anchor` says.
        at: Point,
        /// The text.
        text: String,
        /// The type size.
        size: f64,
        /// The weight.
        weight: Weight,
        /// Which part of the text stands at `at`.
        anchor: Anchor,
        /// Its colour.
        fill: Role,
    },
}

/// How a line is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Role,
    /// Its width.
    pub width: f64,
    /// Lengths of strokes and gaps; empty for solid.
    pub dash: Vec<f64>,
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

impl Scene {
    /// Lays a chart out on a sheet and draws it.
    #[must_use]
    pub fn new(chart: &Chart, sheet: Sheet, numbers: &dyn Numbers) -> Scene {
        Scene::of_layout(chart, &Layout::new(chart, sheet, numbers))
    }

    /// Draws a chart as it was laid out.
    #[must_use]
    pub fn of_layout(chart: &Chart, layout: &Layout) -> Scene {
        let mut painter = Painter {
            layout,
            scale: layout.sheet.text_scale,
            subject: match &chart.content {
                Content::Lines(lines) => lines.subject,
                _ => Subject::Options,
            },
            on_fill: match &chart.content {
                Content::StackedBars(bars) if bars.fill != BarFill::Parts => Role::Ink,
                _ => Role::OnPart,
            },
            marks: Vec::new(),
        };
        painter.ground();
        match &chart.content {
            Content::Lines(lines) => painter.lines(lines),
            Content::StackedBars(_) => painter.bars(),
            Content::Scatter(_)
            | Content::RegionMap(_)
            | Content::Roofs(_)
            | Content::Columns(_) => {
                painter.axes();
            }
            Content::Tornado(_) | Content::Spans(_) => painter.x_ticks(true),
            Content::Dots(_) | Content::Capacity(_) => painter.x_ticks(false),
            Content::BarGrid(_) => {}
        }
        painter.marks.extend(layout.shapes.iter().cloned());
        painter.labels();
        painter.markers();
        painter.aside();
        painter.frame();
        Scene {
            width: layout.sheet.width,
            height: layout.sheet.height,
            title: chart.title.clone(),
            description: chart.summary.clone(),
            marks: painter.marks,
        }
    }

    /// All text of the scene in the order it is painted.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
    }
}

impl Tone {
    /// The colour of an annotation's line; its text is ink whatever the tone.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Tone::Quiet => Role::Muted,
            Tone::Here => Role::Accent,
            Tone::Flips => Role::Bad,
        }
    }
}

/// Width of a band's edges.
pub const BAND_EDGE_WIDTH: f64 = 0.75;
/// Width of the line through a band's middle.
pub const MEDIAN_WIDTH: f64 = 1.25;
/// Dash of the line through a band's middle: dots.
pub const MEDIAN_DASH: [f64; 2] = [1.5, 3.0];

/// The points without those that lie nearer to the last one kept than can be seen.
fn thinned(points: impl Iterator<Item = Point>) -> Vec<Point> {
    const SEEN: f64 = 0.4;
    let mut kept: Vec<Point> = Vec::new();
    let mut last = None;
    for point in points {
        last = Some(point);
        if kept
            .last()
            .is_none_or(|before| libm::hypot(point.x - before.x, point.y - before.y) >= SEEN)
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

struct Painter<'a> {
    layout: &'a Layout,
    scale: f64,
    /// What the lines stand for.
    subject: Subject,
    /// The colour of text on a bar's parts.
    on_fill: Role,
    marks: Vec<Mark>,
}

impl Painter<'_> {
    fn ground(&mut self) {
        let sheet = self.layout.sheet;
        self.rect(
            Rect {
                x: 0.0,
                y: 0.0,
                width: sheet.width,
                height: sheet.height,
            },
            Role::Ground,
        );
    }

    fn frame(&mut self) {
        for line in &self.layout.frame {
            let fill = if line.muted { Role::Muted } else { Role::Ink };
            self.text(
                line.at,
                &line.text,
                line.size,
                line.weight,
                Anchor::Start,
                fill,
            );
        }
    }

    /// Grid lines and tick texts.
    fn axes(&mut self) {
        let layout = self.layout;
        let plot = layout.plot;
        for tick in &layout.y.ticks {
            self.hairline(
                (plot.x, tick.position),
                (plot.right(), tick.position),
                Role::Rule,
            );
            let size = self.label_size();
            let at = Point {
                x: plot.x - self.gap(),
                y: tick.position + crate::fonts::cap_height(size) / 2.0,
            };
            self.text(
                at,
                &tick.text,
                size,
                Weight::Regular,
                Anchor::End,
                Role::Muted,
            );
        }
        // Vertical grid lines only where values are read off along x.
        self.x_ticks(self.layout.y.ticks.is_empty());
        if !self.layout.y.ticks.is_empty() {
            self.x_line();
        }
    }

    /// The line that the values of the y axis rise from.
    fn x_line(&mut self) {
        let layout = self.layout;
        let plot = layout.plot;
        let zero = layout.y.position(0.0).unwrap_or(plot.bottom());
        let axis = if layout.y.domain.low < 0.0 {
            zero
        } else {
            plot.bottom()
        };
        self.hairline((plot.x, axis), (plot.right(), axis), Role::Muted);
    }

    fn x_ticks(&mut self, grid: bool) {
        let layout = self.layout;
        let plot = layout.plot;
        let size = self.label_size();
        let row = plot.bottom() + self.gap() / 2.0;
        for tick in &layout.x.ticks {
            let from = if grid { plot.y } else { plot.bottom() };
            let to = plot.bottom() + if grid { 0.0 } else { 3.0 * self.scale };
            self.hairline((tick.position, from), (tick.position, to), Role::Rule);
            let at = Point {
                x: tick.position,
                y: row + baseline_in_line(size),
            };
            self.text(
                at,
                &tick.text,
                size,
                Weight::Regular,
                Anchor::Middle,
                Role::Muted,
            );
        }
    }

    fn lines(&mut self, lines: &Lines) {
        let layout = self.layout;
        let plot = layout.plot;
        for interval in &lines.intervals {
            if let Some((from, to)) = interval_ends(interval, &layout.x) {
                let rect = Rect {
                    x: from,
                    width: to - from,
                    ..plot
                };
                self.rect(rect, Role::SeriesSoft(interval.key.0));
            }
        }
        self.axes();
        for series in &lines.series {
            let edge = |side: usize| {
                let band = series.band.iter();
                band.filter_map(move |at| layout.point([at[0], at[side]]))
            };
            let mut outline: Vec<Point> = edge(1).collect();
            outline.extend(edge(2).collect::<Vec<_>>().into_iter().rev());
            if outline.len() >= 3 {
                self.marks.push(Mark::Polygon {
                    points: outline,
                    fill: Role::SeriesSoft(series.key.0),
                    stroke: None,
                });
            }
        }
        for series in &lines.series {
            self.band_lines(series);
        }
        self.annotation_lines();
        for series in &lines.series {
            let points = thinned(
                series
                    .points
                    .iter()
                    .filter_map(|value| layout.point(*value)),
            );
            if points.len() >= 2 {
                let stroke = self.series_stroke(series.key);
                self.marks.push(Mark::Polyline { points, stroke });
            } else if let Some(point) = points.first() {
                self.key_dot(series.key, *point, 3.0 * self.scale, false);
            }
        }
    }

    /// Both edges of a band and its middle: the cue beside its colour.
    fn band_lines(&mut self, series: &LineSeries) {
        let layout = self.layout;
        let colour = self.subject.role(series.key);
        for side in [1, 2] {
            let edge = series.band.iter().map(|at| [at[0], at[side]]);
            let points = thinned(edge.filter_map(|value| layout.point(value)));
            self.thin_line(points, colour, BAND_EDGE_WIDTH, dash(series.key.0));
        }
        let median = series.median.iter();
        let points = thinned(median.filter_map(|value| layout.point(*value)));
        self.thin_line(points, colour, MEDIAN_WIDTH, &MEDIAN_DASH);
    }

    fn thin_line(&mut self, points: Vec<Point>, colour: Role, width: f64, dash: &[f64]) {
        if points.len() >= 2 {
            let dash = dash.iter().map(|length| length * self.scale).collect();
            let stroke = Stroke {
                dash,
                ..self.solid(colour, width)
            };
            self.marks.push(Mark::Polyline { points, stroke });
        }
    }

    /// From each annotation's text down to its point or to the axis.
    fn annotation_lines(&mut self) {
        let layout = self.layout;
        for label in &layout.labels {
            let (LabelKind::Annotation, Some(top), Some(value)) =
                (label.kind, label.target, label.value)
            else {
                continue;
            };
            let bottom = layout.y.position(value[1]).unwrap_or(layout.plot.bottom());
            let stroke = Stroke {
                colour: label.tone.role(),
                width: self.scale,
                dash: [4.0, 3.0].map(|length| length * self.scale).to_vec(),
            };
            self.marks.push(Mark::Polyline {
                points: vec![
                    Point {
                        x: top.x,
                        y: label.rect.y + 2.0 * self.scale,
                    },
                    Point {
                        x: top.x,
                        y: bottom,
                    },
                ],
                stroke,
            });
        }
    }

    fn bars(&mut self) {
        let layout = self.layout;
        self.x_ticks(true);
        for part in &layout.parts {
            self.rect(part.swatch, part.fill);
        }
        for bar in &layout.bars {
            for segment in &bar.segments {
                // A sliver of ground parts neighbours, so that colour is not what separates them.
                let sliver = (segment.rect.width * 0.2).min(0.75 * self.scale);
                let rect = Rect {
                    width: segment.rect.width - sliver,
                    ..segment.rect
                };
                self.rect(rect, segment.fill);
            }
            if bar.has_credit {
                let over = 3.0 * self.scale;
                let points = [bar.top - over, bar.top + bar.thickness + over]
                    .map(|y| Point { x: bar.total_x, y })
                    .to_vec();
                self.marks.push(Mark::Polyline {
                    points,
                    stroke: self.solid(Role::Ink, 1.75),
                });
            }
        }
        let zero = layout.x.position(0.0).unwrap_or(layout.plot.x);
        self.hairline(
            (zero, layout.plot.y),
            (zero, layout.plot.bottom()),
            Role::Muted,
        );
    }

    fn markers(&mut self) {
        let layout = self.layout;
        for marker in &layout.markers {
            match marker.key {
                Some(key) => self.shape(marker, Role::Series(key.0)),
                None => self.shape(marker, marker.tone.role()),
            }
        }
    }

    fn labels(&mut self) {
        let layout = self.layout;
        for label in &layout.labels {
            match (label.kind, label.key) {
                (LabelKind::LineEnd, Some(key)) => self.line_key(label, key),
                (LabelKind::Category | LabelKind::Region, Some(key)) => {
                    if let Some(at) = label.target {
                        self.key_dot(key, at, 4.0 * self.scale, false);
                    }
                }
                (LabelKind::Annotation | LabelKind::Total | LabelKind::Side, _) => {
                    self.rect(label.rect, Role::Ground)
                }
                (LabelKind::Point, _) => self.point_leader(label),
                _ => {}
            }
            self.label_text(label);
        }
    }

    fn label_text(&mut self, label: &Label) {
        let line = label.rect.height / label.lines.len().max(1) as f64;
        let x = match label.anchor {
            Anchor::Start => label.rect.x,
            Anchor::Middle => label.rect.centre().x,
            Anchor::End => label.rect.right(),
        };
        let fill = match label.kind {
            LabelKind::Axis | LabelKind::Interval => Role::Muted,
            LabelKind::Value => self.on_fill,
            LabelKind::LineEnd
            | LabelKind::Annotation
            | LabelKind::Point
            | LabelKind::Category
            | LabelKind::Total
            | LabelKind::Part
            | LabelKind::Side
            | LabelKind::Region
            | LabelKind::Name => Role::Ink,
        };
        for (index, text) in label.lines.iter().enumerate() {
            let at = Point {
                x,
                y: label.rect.y + index as f64 * line + baseline_in_line(label.size),
            };
            self.text(at, text, label.size, label.weight, label.anchor, fill);
        }
    }

    /// A sample of the line before its name, led to the line's end where the name had to move away.
    fn line_key(&mut self, label: &Label, key: Key) {
        let y = label.rect.centre().y;
        let to = label.rect.x - self.gap() / 2.0;
        let from = to - 14.0 * self.scale;
        if let Some(end) = label.target
            && (end.y - y).abs() > 1.0
        {
            self.hairline((end.x, end.y), (from, y), Role::Rule);
        }
        let stroke = self.series_stroke(key);
        self.marks.push(Mark::Polyline {
            points: vec![Point { x: from, y }, Point { x: to, y }],
            stroke,
        });
    }

    /// A line from a point to its name where the name could not stand beside it.
    fn point_leader(&mut self, label: &Label) {
        let Some(from) = label.target else {
            return;
        };
        if distance(from, &label.rect) < 2.0 * self.gap() {
            return;
        }
        let to = nearest(from, &label.rect);
        self.hairline((from.x, from.y), (to.x, to.y), Role::Muted);
    }

    fn aside(&mut self) {
        if let Some(aside) = &self.layout.aside {
            for (key, at) in &aside.keys {
                self.key_dot(*key, *at, 4.0 * self.scale, true);
            }
            for line in &aside.lines {
                let fill = if line.muted { Role::Muted } else { Role::Ink };
                self.text(
                    line.at,
                    &line.text,
                    line.size,
                    line.weight,
                    Anchor::Start,
                    fill,
                );
            }
        }
    }

    /// An option's marker as a key beside its name.
    fn key_dot(&mut self, key: Key, at: Point, radius: f64, hollow: bool) {
        let layout = MarkerLayout {
            key: Some(key),
            shape: marker(key.0),
            at,
            value: [0.0, 0.0],
            radius,
            hollow,
            tone: Tone::Quiet,
        };
        self.shape(&layout, Role::Series(key.0));
    }

    fn shape(&mut self, marker: &MarkerLayout, colour: Role) {
        let stroke = self.solid(colour, 1.5);
        let fill = if marker.hollow { Role::Ground } else { colour };
        let mark = match marker.shape {
            Marker::Circle => Mark::Circle {
                centre: marker.at,
                radius: marker.radius,
                fill,
                stroke: Some(stroke),
            },
            shape => Mark::Polygon {
                points: outline(shape)
                    .iter()
                    .map(|(x, y)| Point {
                        x: marker.at.x + x * marker.radius,
                        y: marker.at.y + y * marker.radius,
                    })
                    .collect(),
                fill,
                stroke: Some(stroke),
            },
        };
        self.marks.push(mark);
    }

    fn series_stroke(&self, key: Key) -> Stroke {
        Stroke {
            colour: self.subject.role(key),
            width: 2.0 * self.scale,
            dash: dash(key.0)
                .iter()
                .map(|length| length * self.scale)
                .collect(),
        }
    }

    fn solid(&self, colour: Role, width: f64) -> Stroke {
        Stroke {
            colour,
            width: width * self.scale,
            dash: Vec::new(),
        }
    }

    fn hairline(&mut self, from: (f64, f64), to: (f64, f64), colour: Role) {
        let points = [from, to].map(|(x, y)| Point { x, y }).to_vec();
        let stroke = self.solid(colour, Tokens::built_in().hairline * 0.75);
        self.marks.push(Mark::Polyline { points, stroke });
    }

    fn rect(&mut self, rect: Rect, fill: Role) {
        self.marks.push(Mark::Rect { rect, fill });
    }

    fn text(
        &mut self,
        at: Point,
        text: &str,
        size: f64,
        weight: Weight,
        anchor: Anchor,
        fill: Role,
    ) {
        self.marks.push(Mark::Text {
            at,
            text: text.to_owned(),
            size,
            weight,
            anchor,
            fill,
        });
    }

    fn label_size(&self) -> f64 {
        Tokens::built_in().text.label * self.scale
    }

    fn gap(&self) -> f64 {
        Tokens::built_in().gap_small * self.scale
    }
}

/// The corners of a marker of radius 1; a circle has none.
#[must_use]
pub fn outline(shape: Marker) -> &'static [(f64, f64)] {
    const ARM: f64 = 0.38;
    match shape {
        Marker::Circle => &[],
        Marker::Square => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        Marker::Triangle => &[(0.0, -1.1), (1.05, 0.8), (-1.05, 0.8)],
        Marker::Diamond => &[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)],
        Marker::TriangleDown => &[(0.0, 1.1), (1.05, -0.8), (-1.05, -0.8)],
        Marker::Cross => &[
            (-ARM, -1.1),
            (ARM, -1.1),
            (ARM, -ARM),
            (1.1, -ARM),
            (1.1, ARM),
            (ARM, ARM),
            (ARM, 1.1),
            (-ARM, 1.1),
            (-ARM, ARM),
            (-1.1, ARM),
            (-1.1, -ARM),
            (-ARM, -ARM),
        ],
    }
}

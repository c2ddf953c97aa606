//! Where everything of a chart stands on a sheet; both painters follow it.

mod axes;
mod bar_grid;
mod bars;
mod beside;
mod capacity;
mod clip;
mod columns;
mod dots;
mod frame;
mod geometry;
mod header;
mod line_names;
mod lines;
mod region_map;
mod roofs;
mod scatter;
mod sides;
mod spans;
mod tornado;

pub(crate) use frame::baseline_in_line;
pub use geometry::{Point, Rect};
pub(crate) use lines::interval_ends;

use crate::fonts::{self, Weight};
use crate::{
    Anchor, AxisLayout, Chart, Content, Key, Mark, Marker, Numbers, Role, Stroke, Tokens, Tone,
};

/// The area a chart is laid out on, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
    /// The empty margin around everything.
    pub padding: f64,
    /// What the tokens' type sizes, strokes and gaps are multiplied by.
    pub text_scale: f64,
    /// Whether title, subtitle and source line stand on the sheet; on screen the card shows them.
    pub framed: bool,
}

/// A chart laid out: every place in points on the sheet, y growing downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The sheet.
    pub sheet: Sheet,
    /// Title, subtitle and source line; empty where the sheet is not framed.
    pub frame: Vec<TextLine>,
    /// The area that the axes span.
    pub plot: Rect,
    /// The horizontal axis.
    pub x: AxisLayout,
    /// The vertical axis; stacked bars have no ticks on it, and bar `n` stands at value `n`.
    pub y: AxisLayout,
    /// Dots, areas and lines that stand where they are painted, from back to front, over the grid.
    pub shapes: Vec<Mark>,
    /// What the pointer can ask about.
    pub spots: Vec<Spot>,
    /// Every label beside ticks, none of which overlaps another.
    pub labels: Vec<Label>,
    /// Points, and rings of annotations.
    pub markers: Vec<MarkerLayout>,
    /// The bars of stacked bars.
    pub bars: Vec<BarLayout>,
    /// The parts that any bar has, with their swatches; empty for other charts.
    pub parts: Vec<Parts>,
    /// The list beside a scatter plot.
    pub aside: Option<AsideLayout>,
    /// How many labels found no place; the table still has them.
    pub labels_left_out: usize,
}

/// An area that says more when it is pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The area.
    pub rect: Rect,
    /// What it says.
    pub text: String,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// The text.
    pub text: String,
    /// The left end of its baseline.
    pub at: Point,
    /// The type size in points.
    pub size: f64,
    /// The weight.
    pub weight: Weight,
    /// Secondary text.
    pub muted: bool,
}

/// A label and what it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it names.
    pub kind: LabelKind,
    /// The option whose key stands before it, or whose colour fills what it names.
    pub key: Option<Key>,
    /// Its lines.
    pub lines: Vec<String>,
    /// The area of the lines, without the key.
    pub rect: Rect,
    /// How the lines stand in the area.
    pub anchor: Anchor,
    /// The type size in points.
    pub size: f64,
    /// The weight.
    pub weight: Weight,
    /// What it points at, on the sheet; for a bar's option the place of its key.
    pub target: Option<Point>,
    /// What it points at, in the data's units.
    pub value: Option<[f64; 2]>,
    /// How loud it is.
    pub tone: Tone,
}

/// What a label names.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum LabelKind {
    /// A line, at its right end.
    LineEnd,
    /// A shaded interval, above the plot.
    Interval,
    /// An annotation, above the plot.
    Annotation,
    /// A point of a scatter plot.
    Point,
    /// A bar's option.
    Category,
    /// A bar's total.
    Total,
    /// A part's value inside its segment; stands on the part's fill.
    Value,
    /// A part's name beside its swatch.
    Part,
    /// An axis.
    Axis,
    /// What holds on one side of a line.
    Side,
    /// A region of a map.
    Region,
    /// A row or column of a grid, or another name without a key.
    Name,
}

/// A point's marker.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarkerLayout {
    /// The option, or `None` for an annotation's ring.
    pub key: Option<Key>,
    /// The shape.
    pub shape: Marker,
    /// The centre.
    pub at: Point,
    /// The centre in the data's units.
    pub value: [f64; 2],
    /// From the centre to the edge, in points.
    pub radius: f64,
    /// An outline only.
    pub hollow: bool,
    /// How loud it is.
    pub tone: Tone,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct BarLayout {
    /// The option.
    pub key: Key,
    /// Its index from the top, which is its value on the y axis.
    pub index: usize,
    /// The segments that are not zero.
    pub segments: Vec<Segment>,
    /// The total on the x axis, in the data's unit.
    pub total: f64,
    /// Where the total stands, in points; a mark is drawn there where parts below zero lower it.
    pub total_x: f64,
    /// Whether parts below zero lower the total.
    pub has_credit: bool,
    /// The top of the bar.
    pub top: f64,
    /// Its thickness.
    pub thickness: f64,
}

/// One part of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// The part's index.
    pub part: usize,
    /// Its colour.
    pub fill: Role,
    /// Where it begins, in the data's unit.
    pub from: f64,
    /// Where it ends, in the data's unit.
    pub to: f64,
    /// Its area.
    pub rect: Rect,
}

/// The swatch of a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// The part's index.
    pub part: usize,
    /// Its colour.
    pub fill: Role,
    /// The swatch before its name.
    pub swatch: Rect,
}

/// The list beside a scatter plot.
#[derive(Clone, Debug, PartialEq)]
pub struct AsideLayout {
    /// The area of the list.
    pub rect: Rect,
    /// The heading and the items' lines.
    pub lines: Vec<TextLine>,
    /// A key before each item's first line.
    pub keys: Vec<(Key, Point)>,
}

impl Sheet {
    /// A 16:9 slide of 13⅓ by 7½ inches, with type for a projector.
    pub const SLIDE: Sheet = Sheet::paper(960.0, 540.0, 1.5);
    /// Half of a 16:9 slide, side by side with text.
    pub const HALF_SLIDE: Sheet = Sheet::paper(464.0, 440.0, 1.15);
    /// The text width of an A4 page with margins of 20 mm.
    pub const A4_WIDTH: Sheet = Sheet::paper(482.0, 290.0, 0.9);

    /// A framed sheet of paper.
    #[must_use]
    pub const fn paper(width: f64, height: f64, text_scale: f64) -> Sheet {
        Sheet {
            width,
            height,
            padding: 10.0 * text_scale,
            text_scale,
            framed: true,
        }
    }

    /// An area on screen inside a card that shows title, subtitle and source itself.
    #[must_use]
    pub const fn screen(width: f64, height: f64) -> Sheet {
        Sheet {
            width,
            height,
            padding: 0.0,
            text_scale: 1.0,
            framed: false,
        }
    }

    /// The area inside the padding.
    fn inner(&self) -> Rect {
        Rect {
            x: self.padding,
            y: self.padding,
            width: (self.width - 2.0 * self.padding).max(1.0),
            height: (self.height - 2.0 * self.padding).max(1.0),
        }
    }
}

impl Layout {
    /// Lays a chart out on a sheet.
    ///
    /// Sheets from about 240 × 160 points upwards hold a chart of six options; on smaller ones labels are shortened
    /// and then left out.
    #[must_use]
    pub fn new(chart: &Chart, sheet: Sheet, numbers: &dyn Numbers) -> Layout {
        let (frame, area) = frame::frame(chart, sheet);
        let space = Space {
            area,
            sizes: Sizes::of(sheet),
            numbers,
        };
        let mut layout = match &chart.content {
            Content::Lines(content) => lines::lay_out(chart, content, &space),
            Content::StackedBars(content) => bars::lay_out(chart, content, &space),
            Content::Scatter(content) => scatter::lay_out(chart, content, &space),
            Content::Dots(content) => dots::lay_out(chart, content, &space),
            Content::Tornado(content) => tornado::lay_out(chart, content, &space),
            Content::RegionMap(content) => region_map::lay_out(chart, content, &space),
            Content::BarGrid(content) => bar_grid::lay_out(chart, content, &space),
            Content::Capacity(content) => capacity::lay_out(chart, content, &space),
            Content::Roofs(content) => roofs::lay_out(chart, content, &space),
            Content::Spans(content) => spans::lay_out(chart, content, &space),
            Content::Columns(content) => columns::lay_out(chart, content, &space),
        };
        layout.sheet = sheet;
        layout.frame = frame;
        layout
    }

    /// The sheet position of a value pair; `None` where a scale has no place for it.
    #[must_use]
    pub fn point(&self, value: [f64; 2]) -> Option<Point> {
        Some(Point {
            x: self.x.position(value[0])?,
            y: self.y.position(value[1])?,
        })
    }

    /// Without data, numbers on the axes would say something that nobody knows.
    fn drop_ticks(&mut self) {
        self.x.ticks.clear();
        self.y.ticks.clear();
    }

    /// A layout with axes and no marks yet.
    fn of_axes(plot: Rect, x: AxisLayout, y: AxisLayout) -> Layout {
        Layout {
            sheet: Sheet::screen(0.0, 0.0),
            frame: Vec::new(),
            plot,
            x,
            y,
            shapes: Vec::new(),
            spots: Vec::new(),
            labels: Vec::new(),
            markers: Vec::new(),
            bars: Vec::new(),
            parts: Vec::new(),
            aside: None,
            labels_left_out: 0,
        }
    }
}

/// What the layout of a content works with.
struct Space<'a> {
    /// The area below title and subtitle and above the source line.
    area: Rect,
    sizes: Sizes,
    numbers: &'a dyn Numbers,
}

/// Type sizes and distances on a sheet, in points.
#[derive(Clone, Copy)]
struct Sizes {
    /// Ticks and labels.
    label: f64,
    /// One line of labels.
    line: f64,
    /// The unit of distances.
    gap: f64,
    /// The length of a line's key sample.
    key: f64,
    /// A marker's radius.
    marker: f64,
    /// What lengths of strokes are multiplied by.
    scale: f64,
}

impl Sizes {
    fn of(sheet: Sheet) -> Sizes {
        let tokens = Tokens::built_in();
        let label = tokens.text.label * sheet.text_scale;
        Sizes {
            label,
            line: fonts::line_height(label),
            gap: tokens.gap_small * sheet.text_scale,
            key: 14.0 * sheet.text_scale,
            marker: 4.0 * sheet.text_scale,
            scale: sheet.text_scale,
        }
    }

    fn width(&self, text: &str, weight: Weight) -> f64 {
        fonts::width(text, self.label, weight)
    }

    /// The text on one line, or on two where it is wider than `max_width`.
    fn wrap(&self, text: &str, weight: Weight, max_width: f64) -> Vec<String> {
        fonts::wrap(text, self.label, weight, max_width, 2)
    }

    /// The width and height of lines.
    fn block(&self, lines: &[String], weight: Weight) -> (f64, f64) {
        let width = lines
            .iter()
            .map(|line| self.width(line, weight))
            .fold(0.0, f64::max);
        (width, lines.len() as f64 * self.line)
    }

    /// A line between two places.
    fn stroke(
        &self,
        from: (f64, f64),
        to: (f64, f64),
        colour: Role,
        width: f64,
        dash: &[f64],
    ) -> Mark {
        Mark::Polyline {
            points: [from, to].map(|(x, y)| Point { x, y }).to_vec(),
            stroke: Stroke {
                colour,
                width: width * self.scale,
                dash: dash.iter().map(|length| length * self.scale).collect(),
            },
        }
    }

    /// A quiet label of this size; the caller fills in the rest.
    fn label(&self, kind: LabelKind, lines: Vec<String>, rect: Rect, anchor: Anchor) -> Label {
        Label {
            kind,
            key: None,
            lines,
            rect,
            anchor,
            size: self.label,
            weight: Weight::Regular,
            target: None,
            value: None,
            tone: Tone::Quiet,
        }
    }
}

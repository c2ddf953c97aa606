//! The description of a chart: everything it says, nothing about where it stands.

use crate::content::{BarGrid, Capacity, Columns, Dots, RegionMap, Roofs, Spans, Tornado};
use crate::{NumberStyle, Role, Table};

/// One chart, in the user's language and independent of any screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The stable name for files and the command line, such as `cumulative-cost`.
    pub name: &'static str,
    /// The message: a sentence that is true of the data.
    pub title: String,
    /// The unit and the reading aid.
    pub subtitle: String,
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis; stacked bars list their options along it instead.
    pub y: Axis,
    /// The data.
    pub content: Content,
    /// Where the figures come from, and as of when.
    pub source: String,
    /// The same data as a table.
    pub table: Table,
    /// What a screen reader says: the message and the data in a few sentences.
    pub summary: String,
}

/// What an axis means and how its ticks are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Quantity and unit; empty where the subtitle says it.
    pub label: String,
    /// How values map to lengths.
    pub scale: Scale,
    /// Whether a linear axis always shows zero; costs do, scores do not.
    pub from_zero: bool,
    /// Ticks show the value divided by this: 1e6 for "M USD".
    pub divisor: f64,
    /// How ticks are written.
    pub style: NumberStyle,
    /// The values at both ends where they are not the data's to decide, as of shares from none to all.
    pub ends: Option<[f64; 2]>,
}

/// How values map to lengths.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scale {
    /// Equal steps, ticks at 1, 2, 2.5 and 5 times a power of ten.
    Linear,
    /// Equal ratios; values of zero or less are not drawn.
    Log10,
    /// Equal steps from the first to the last month, ticks at parts and multiples of a year.
    Months,
    /// Equal steps from the first to the last hour of a day, ticks at whole hours that divide a day.
    Hours,
}

/// The data of a chart by its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Lines over time or volume.
    Lines(Lines),
    /// One bar for each option, split into parts.
    StackedBars(StackedBars),
    /// One point for each option.
    Scatter(Scatter),
    /// One dot for each of some futures, on the side of the option that wins there.
    Dots(Dots),
    /// What each input alone does to a difference between two options.
    Tornado(Tornado),
    /// Which option wins for each pair of two inputs.
    RegionMap(RegionMap),
    /// Small bars in rows and columns.
    BarGrid(BarGrid),
    /// What fills something of a given size.
    Capacity(Capacity),
    /// Work under the two roofs of a machine.
    Roofs(Roofs),
    /// Several values of each of a few quantities.
    Spans(Spans),
    /// Columns with a part on top that is only kept ready.
    Columns(Columns),
}

/// Which option a mark belongs to; an option keeps its number in every chart.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Key(pub usize);

/// Lines, each labelled at its end, over shaded intervals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// The lines.
    pub series: Vec<LineSeries>,
    /// Stretches of the x axis that belong to an option, where it is the cheaper one.
    pub intervals: Vec<Interval>,
    /// Remarks at a place.
    pub annotations: Vec<Annotation>,
    /// Points along the lines, named beside them.
    pub stops: Vec<Stop>,
    /// What the lines stand for.
    pub subject: Subject,
    /// Where their names stand.
    pub names: NamePlace,
}

/// What lines stand for.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Subject {
    /// Options, each in its colour.
    #[default]
    Options,
    /// Inputs, in ink and told apart by dash and name, since colours belong to options.
    Inputs,
}

impl Subject {
    /// The colour of a line.
    #[must_use]
    pub fn role(self, key: Key) -> Role {
        match self {
            Subject::Options => Role::Series(key.0),
            Subject::Inputs => Role::Ink,
        }
    }
}

/// Where the names of lines stand.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum NamePlace {
    /// At the right end of the plot.
    #[default]
    AtEnd,
    /// Beside the line, where it runs clear of others: for lines that end in one place.
    Beside,
    /// Nowhere: the title names the only line.
    Nowhere,
}

/// A point along a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// The line's option.
    pub key: Key,
    /// Where.
    pub at: [f64; 2],
    /// What it says.
    pub text: String,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineSeries {
    /// The option.
    pub key: Key,
    /// The option's name.
    pub label: String,
    /// Points in the order of x.
    pub points: Vec<[f64; 2]>,
    /// x, low and high (P10 and P90) in the order of x; empty where nothing is known of the spread.
    pub band: Vec<[f64; 3]>,
    /// The middle of the band; empty where nothing is known of the spread.
    pub median: Vec<[f64; 2]>,
}

/// A stretch of the x axis that belongs to an option.
#[derive(Clone, Debug, PartialEq)]
pub struct Interval {
    /// The option.
    pub key: Key,
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// What holds there: "API cheaper".
    pub label: String,
}

/// A remark at a place of the plot; its text stands above the plot.
#[derive(Clone, Debug, PartialEq)]
pub enum Annotation {
    /// A line across the whole height.
    VerticalLine {
        /// Where.
        x: f64,
        /// What it says.
        text: String,
        /// How loud.
        tone: Tone,
    },
    /// A ring around a point with a line up to its text.
    Point {
        /// Where.
        x: f64,
        /// Where.
        y: f64,
        /// What it says.
        text: String,
        /// How loud.
        tone: Tone,
    },
}

/// How loud an annotation is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Tone {
    /// A remark.
    Quiet,
    /// "You are here."
    Here,
    /// This flips the decision.
    Flips,
}

/// Bars from left to right, one for each option, split into the same parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackedBars {
    /// The names of the parts, in the order they are stacked.
    pub parts: Vec<String>,
    /// The bars from top to bottom.
    pub bars: Vec<Bar>,
    /// What the colours of the parts say.
    pub fill: BarFill,
    /// Whether the bars' totals go without saying, as of shares that sum to one.
    pub hides_totals: bool,
}

/// What the colours of a bar's parts say.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum BarFill {
    /// Which of several kinds a part is.
    #[default]
    Parts,
    /// Which of an order, the first the strongest.
    Grades,
    /// Which option the bar belongs to; there is one part and it is not named.
    Options,
}

impl BarFill {
    /// The colour of a part of a bar.
    #[must_use]
    pub fn role(self, part: usize, key: Key) -> Role {
        match self {
            BarFill::Parts => Role::Part(part),
            BarFill::Grades => Role::Grade(part),
            BarFill::Options => Role::Series(key.0),
        }
    }
}

/// One option's bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The option.
    pub key: Key,
    /// The option's name.
    pub label: String,
    /// One for each part; what lowers the cost is negative and stacks to the left of zero.
    pub values: Vec<f64>,
    /// The sum as the outcome states it.
    pub total: f64,
}

/// Points, each labelled beside itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scatter {
    /// The options that have both values.
    pub points: Vec<ScatterPoint>,
    /// The options that have not, in a list beside the plot.
    pub aside: Option<Aside>,
}

/// One option's point.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterPoint {
    /// The option.
    pub key: Key,
    /// The option's name.
    pub label: String,
    /// Where.
    pub x: f64,
    /// Where.
    pub y: f64,
    /// Drawn as an outline: a value that was entered or estimated, not published or measured.
    pub hollow: bool,
}

/// What cannot be placed, said beside the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// Why these stand apart: "No score in this group".
    pub heading: String,
    /// The options.
    pub items: Vec<AsideItem>,
}

/// One option of the list beside the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct AsideItem {
    /// The option.
    pub key: Key,
    /// Its name, and what is known of it.
    pub text: String,
}

impl Axis {
    /// A linear axis that shows zero.
    #[must_use]
    pub fn linear(label: impl Into<String>) -> Axis {
        Axis {
            label: label.into(),
            scale: Scale::Linear,
            from_zero: true,
            divisor: 1.0,
            style: NumberStyle::Decimal,
            ends: None,
        }
    }

    /// Shares from none to all, written in percent.
    #[must_use]
    pub fn shares(label: impl Into<String>) -> Axis {
        Axis {
            divisor: 0.01,
            ends: Some([0.0, 1.0]),
            ..Axis::linear(label)
        }
    }

    /// The months of the horizon.
    #[must_use]
    pub fn months(label: impl Into<String>) -> Axis {
        Axis {
            scale: Scale::Months,
            ..Axis::linear(label)
        }
    }

    /// The hours of a day.
    #[must_use]
    pub fn hours(label: impl Into<String>) -> Axis {
        Axis {
            scale: Scale::Hours,
            ..Axis::linear(label)
        }
    }

    /// A logarithmic axis with shortened numbers.
    #[must_use]
    pub fn log10(label: impl Into<String>) -> Axis {
        Axis {
            scale: Scale::Log10,
            from_zero: false,
            style: NumberStyle::Compact,
            ..Axis::linear(label)
        }
    }

    /// The same axis with ticks in a larger unit.
    #[must_use]
    pub fn divided_by(self, divisor: f64) -> Axis {
        Axis { divisor, ..self }
    }

    /// The same linear axis, free to leave zero out.
    #[must_use]
    pub fn without_zero(self) -> Axis {
        Axis {
            from_zero: false,
            ..self
        }
    }
}

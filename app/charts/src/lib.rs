//! What a chart says, how its labels are laid out, and the painter for paper.
//!
//! A [`Chart`] is a description: message, axes, series, annotations, source line and the same data as a table.
//! [`Layout`] places everything once: scales, ticks and labels, measured with the fonts that will draw them.
//! Two painters follow it: the window's, and the one here that writes a [`Scene`] of marks as SVG.
//! `report` turns the same scene into PDF and PNG.
//!
//! Conventions: lengths are points, y grows downwards on a sheet, values keep the unit of their data,
//! and an axis divides them only for its ticks.
//! Texts arrive finished in the user's language; numbers are written through [`Numbers`].
//!
//! This crate draws nothing on a screen, reads no file and computes no cost.

mod axis;
mod chart;
pub mod content;
pub mod density;
mod error;
pub mod fonts;
pub mod from_measuring;
pub mod from_outcome;
pub mod from_prospects;
pub mod from_serving;
mod layout;
mod numbers;
pub mod placement;
mod scene;
mod style;
pub mod svg;
mod table;
pub mod tokens;

pub use axis::{AxisLayout, Domain, Tick};
pub use chart::{
    Annotation, Aside, AsideItem, Axis, Bar, BarFill, Chart, Content, Interval, Key, LineSeries,
    Lines, NamePlace, Scale, Scatter, ScatterPoint, StackedBars, Stop, Subject, Tone,
};
pub use error::ChartError;
pub use layout::{
    AsideLayout, BarLayout, Label, LabelKind, Layout, MarkerLayout, Parts, Point, Rect, Segment,
    Sheet, Spot, TextLine,
};
pub use numbers::{NumberStyle, Numbers, PlainNumbers};
pub use scene::{Anchor, BAND_EDGE_WIDTH, MEDIAN_DASH, MEDIAN_WIDTH, Mark, Scene, Stroke, outline};
pub use style::{Marker, dash, marker};
pub use table::{Align, Table};
pub use tokens::{Colour, Palette, Role, Tokens};

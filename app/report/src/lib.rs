//! Outcome to paper: PDF, SVG, PNG and CSV bytes.
//!
//! Everything is typeset by typst from the fonts that the program carries.
//! No system font, no package and no network takes part, and the date is an argument,
//! so the same inputs give the same bytes on every machine.

pub mod chart_export;
mod decided;
mod decided_charts;
pub mod document;
pub mod drawing;
mod error;
mod option_charts;
mod world;

pub use decided::{Decided, how_key, largest_regret, way_of, worth_name};
pub use decided_charts::chart as decided_chart;
pub use error::ReportError;
pub use option_charts::option_chart;
pub use world::{PaperWorld, Typeset};

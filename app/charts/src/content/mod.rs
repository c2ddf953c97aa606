//! The data of charts that show odds and what moves them, and of those that show a machine.

mod bar_grid;
mod capacity;
mod columns;
mod dots;
mod region_map;
mod roofs;
mod spans;
mod tornado;

pub use bar_grid::{BarColumn, BarGrid, BarRow};
pub use capacity::{Capacity, CapacityFill, CapacityPart};
pub use columns::{Column, Columns, Level};
pub use dots::{Dots, Side};
pub use region_map::{Here, Region, RegionMap};
pub use roofs::{Roofs, RoofsPoint};
pub use spans::{SpanLimit, SpanPoint, SpanRow, Spans};
pub use tornado::{Tornado, TornadoBar};

//! The data of charts that show odds and what moves them.

mod bar_grid;
mod dots;
mod region_map;
mod tornado;

pub use bar_grid::{BarColumn, BarGrid, BarRow};
pub use dots::{Dots, Side};
pub use region_map::{Here, Region, RegionMap};
pub use tornado::{Tornado, TornadoBar};

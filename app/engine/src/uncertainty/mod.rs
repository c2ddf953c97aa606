//! Ranges in, odds out: distributions, samples, and what follows from one sample.

pub mod distribution;
pub mod latin_hypercube;
pub mod ranges;
pub mod sample;
pub mod sobol;
mod sobol_directions;
pub mod sobol_indices;
pub mod special;
pub mod stream;

pub use distribution::{Distribution, ShapeFault};
pub use ranges::{Quantities, RangeFault, UncertainQuantity};
pub use sample::{OptionSample, Sample, Settings, sample};

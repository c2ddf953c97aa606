//! Ranges in, odds out: distributions, samples, and what follows from one sample.

pub mod distribution;
pub mod special;

pub use distribution::{Distribution, ShapeFault};

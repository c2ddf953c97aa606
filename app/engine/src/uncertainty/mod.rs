//! Ranges in, odds out: distributions, samples, and what follows from one sample.

pub mod correlation;
pub mod curves;
pub mod distribution;
pub mod draws;
pub mod evaluation;
pub mod indices;
pub mod latin_hypercube;
pub mod odds;
pub mod option_sample;
pub mod ranges;
pub mod regret;
pub mod results;
pub mod sample;
pub mod sensitivity;
pub mod shape;
pub mod sobol;
mod sobol_directions;
pub mod sobol_indices;
pub mod special;
pub mod stream;
pub mod value_of_information;

pub use correlation::CorrelationFault;
pub use curves::{VolumePoint, curves};
pub use distribution::{Distribution, ShapeFault};
pub use draws::{DrawFault, Draws, Settings, append_dimensions, draw};
pub use evaluation::{Evaluation, Keep, evaluate_draws, evaluate_draws_into, evaluate_draws_with};
pub use indices::{Indices, indices};
pub use option_sample::OptionSample;
pub use ranges::{Quantities, RangeFault, UncertainQuantity};
pub use results::{OptionResults, Percentiles, results};
pub use sample::{Sample, sample, sample_with};

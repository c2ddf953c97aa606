//! How fast a model runs on a machine: first principles, corrected by what was measured.
//!
//! [`Case`] says what runs where and under which load; [`estimate()`] answers with a figure and the
//! range that held eight in ten measurements nobody had shown it.
//! [`physics`] is the model: bytes moved, operations done, messages exchanged, and what an engine
//! spends besides.
//! Its efficiencies are not constants but sums of effects of engine, class of hardware, precision
//! and so on, each drawn towards nothing where little was measured ([`features`]);
//! [`mod@fit`] finds them, long before anybody runs the program, and a [`Calibration`] carries them.
//!
//! `docs/methods/serving-estimate.md` has the formulas, their sources and the errors.

mod calibration;
mod case;
mod estimate;
pub mod features;
pub mod fit;
mod linear;
pub mod physics;

pub use calibration::{Calibration, Coefficient, Novelty, ResidualBand};
pub use case::{Case, Conditions, Device, DeviceClass, Impossible, Quantity, Shapes};
pub use estimate::{Estimate, Estimator, estimate};

//! How fast a model runs on a machine: first principles, corrected by what was measured.
//!
//! [`Case`] says what runs where and under which load; [`Estimator::estimate`] answers with a figure and the
//! range that held eight in ten measurements nobody had shown it.
//! [`physics`] is the model: bytes moved, operations done, messages exchanged, and what an engine
//! spends besides.
//! Its efficiencies are not constants but sums of effects of engine, class of hardware, precision
//! and so on, each drawn towards nothing where little was measured ([`features`]);
//! [`mod@fit`] finds them, long before anybody runs the program, and a [`Calibration`] carries them.
//!
//! [`Server`] answers for a whole server under load, and [`Estimator::with_own`] believes one's own
//! measurements before published ones.
//!
//! `docs/methods/serving-estimate.md` has the formulas, their sources and the errors.

mod calibration;
mod case;
pub mod day;
pub mod deployed;
mod estimate;
pub mod features;
pub mod fit;
mod learnt;
mod linear;
mod measured_here;
mod nearest;
mod operating;
mod own;
mod pace;
pub mod physics;
mod range_factors;
mod roofline;
mod server;

pub use calibration::{Calibration, Coefficient, Novelty, ResidualBand};
pub use case::{
    Case, Conditions, Device, DeviceClass, HOST_BUS_GB_S, Impossible, Quantity, Shapes,
    link_gigabytes_per_second,
};
pub use deployed::{case_of, server_of};
pub use estimate::{Estimate, Estimator, Grounds};
pub use learnt::{Learnt, Speed, in_service, known_by};
pub(crate) use measured_here::{arithmetic_error, bandwidth_error};
pub use nearest::{distance, nearest};
pub use operating::{Asked, Operating};
pub(crate) use own::is_time;
pub use own::{Change, Voice};
pub(crate) use pace::Pace;
pub(crate) use physics::is_packed;
pub use physics::times_of_tables;
pub use range_factors::RangeFactors;
pub use roofline::{Roofline, RooflinePoint};
pub use server::{
    Load, MemoryUse, Percentiles, Replicas, Server, ServerState, Serving, Speculation, Targets,
    server_state, sold_gigabytes,
};

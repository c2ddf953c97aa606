//! Measuring this machine and endpoints, and what a run means for a case.
//!
//! [`here`] times a model on this processor or a GPU; [`into_case`] turns a run into measurements
//! that a scenario keeps, and [`record`] keeps the run itself beside them.
//! Both know nothing of windows and command lines.

mod device;
mod faults;
pub mod here;
pub mod into_case;
mod memory;
mod model;
pub mod record;
pub mod verdict;
pub mod words;

pub use device::device;
pub use memory::bandwidth_gb_s;
pub use model::{ModelFacts, Unusable, Wanted};

//! Measuring this machine and endpoints, and what a run means for a case.
//!
//! [`here`] times a model on this processor or a GPU; [`into_case`] turns a run into measurements
//! that a scenario keeps, [`record`] keeps the run itself beside them, and [`kept`] does both.
//! Both know nothing of windows and command lines.

pub mod compare;
pub mod described;
mod device;
mod faults;
pub mod here;
pub mod into_case;
pub mod kept;
mod memory;
mod model;
pub mod published;
pub mod record;
pub mod verdict;
pub mod words;
mod writing;

pub use device::{device, device_of_run, runs_on};
pub use memory::bandwidth_gb_s;
pub use model::{ModelFacts, Unusable, Wanted};
pub use writing::Writing;

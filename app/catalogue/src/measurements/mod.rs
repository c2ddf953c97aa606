//! Published measurements of inference, and what was learnt of them.
//!
//! [`mod@table`] reads measurements as `presets/measurements/published.csv` has them, [`mod@devices`] the
//! hardware they ran on, and [`mod@calibration`] what fitting made of both.
//! `docs/methods/serving-estimate.md` describes the columns.

pub mod built_in;
pub mod calibration;
pub mod devices;
mod fault;
pub mod found_hardware;
pub mod models;
pub mod names;
pub mod questions;
pub mod table;

pub use built_in::{BuiltInFault, aliases, data_hash, devices, estimator, models, published};
pub use calibration::{read_calibration, write_calibration};
pub use devices::{device_class, read_devices};
pub use fault::TableFault;
pub use found_hardware::{Found, FoundHardware, found_hardware};
pub use models::{Models, read_models};
pub use names::Names;
pub use questions::{Answered, answer_table};
pub use table::{Row, engine_key, read_table, year_of};

//! Published measurements of inference, and what was learnt of them.
//!
//! [`mod@table`] reads measurements as `presets/measurements/published.csv` has them, [`mod@devices`] the
//! hardware they ran on, and [`mod@calibration`] what fitting made of both.
//! `docs/methods/serving-estimate.md` describes the columns.

pub mod built_in;
pub mod calibration;
pub mod devices;
pub mod found_hardware;
pub mod names;
pub mod questions;
pub mod table;

pub use built_in::{BuiltInFault, aliases, data_hash, devices, estimator, models, published};
pub use calibration::{read_calibration, write_calibration};
pub use devices::{device_class, read_devices};
pub use found_hardware::{Found, FoundHardware, found_hardware};
pub use names::Names;
pub use questions::{Answered, answer_table};
pub use table::{Models, Row, TableFault, engine_key, read_models, read_table, year_of};

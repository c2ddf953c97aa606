//! Making options from records of the catalogue.
//!
//! Every figure is copied into the option together with its source and date, so that the option
//! computes the same under a newer catalogue; [`changes()`] lists what a newer one says.

mod api;
mod cascade;
mod changes;
mod comparison;
mod described;
mod effects;
mod error;
mod estimates;
mod figures;
mod framework;
mod grounds;
mod hosting;
mod machine_costs;
mod measured_machine;
mod measured_power;
mod model_facts;
mod own;
mod own_measurements;
mod running;
mod starting;

pub use api::{api_option, set_price};
pub use cascade::cascade_option;
pub use changes::{PresetChange, changes, update};
pub use comparison::new_comparison;
pub use effects::{MeasurementEffect, OptionEffect, ResultChange, Standing, measurement_effects};
pub use error::ComposeError;
pub use estimates::{METHOD, apply_estimates, complete_estimates, usual_engine};
pub use framework::{
    apply_framework, complete_assessments, framework_figure, priorities_from, settle,
    starting_assessments,
};
pub use grounds::{FactorGrounds, MeasuredGrounds, Reasons};
pub use hosting::{
    HardwareChoice, device_option, fewest_gpus, owned_option, rented_option, set_hardware,
    set_hosted_model,
};
pub use measured_machine::{MeasuredMachine, set_measured_machine};
pub use measured_power::{believe_power, measured_power, usual_power};
pub use model_facts::model_facts;
pub use own::OWN_MEASUREMENTS;
pub use own_measurements::{believe_measurements, believing};
pub use running::{CACHE_BITS, cache_bits, follow, measured_engines, set_cache_bits, set_engine};
pub use starting::{apply_starting_values, new_scenario, set_customisation};

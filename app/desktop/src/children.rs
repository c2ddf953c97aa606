//! What the program does as a child of itself: a kind of work for each name.
//!
//! [`weighbridge_machine::child`] has the mechanism; whatever may take a driver down stands here.

use std::ffi::OsStr;
use std::process::ExitCode;

/// Does the work of a kind; the status is 2 where no work has this name.
pub fn serve(kind: &OsStr) -> ExitCode {
    match kind.to_str() {
        Some(weighbridge_machine::LOOK) => weighbridge_machine::serve_look(),
        Some(weighbridge_machine::rates::RATES) => weighbridge_machine::rates::serve_rates(),
        Some(weighbridge_latency::gpu::KIND) => weighbridge_latency::gpu::serve(),
        _ => ExitCode::from(2),
    }
}

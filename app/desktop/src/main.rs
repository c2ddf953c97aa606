//! The program `weighbridge`.

use std::process::ExitCode;
use std::time::Instant;

use weighbridge_desktop::{children, headless, window};
use weighbridge_machine::child;

fn main() -> ExitCode {
    let began = Instant::now();
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    if let Some(kind) = child::kind_asked(&arguments) {
        return children::serve(kind);
    }
    if headless::is_asked_by(&arguments) {
        headless::run()
    } else {
        window::open(began)
    }
}

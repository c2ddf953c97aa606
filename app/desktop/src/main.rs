//! The program `weighbridge`.

use std::process::ExitCode;
use std::time::Instant;

use weighbridge_desktop::{headless, window};

fn main() -> ExitCode {
    let began = Instant::now();
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    if headless::is_asked_by(&arguments) {
        headless::run()
    } else {
        window::open(began)
    }
}

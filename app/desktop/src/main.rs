//! The program `weighbridge`.

use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    weighbridge_desktop::window::open(Instant::now())
}

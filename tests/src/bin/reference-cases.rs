//! Runs reference cases: `reference-cases FILE.json…`.
//!
//! Prints a line for each case that fails, then counts by method, then
//! `N passed, M failed, K unsupported`; exits with 1 if any failed, and with 2 if no file is named.

use std::process::ExitCode;

use weighbridge_tests::reference_cases::{Report, read_cases};

fn main() -> ExitCode {
    let files: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    if files.is_empty() {
        eprintln!("Name at least one file of cases: reference-cases FILE.json…");
        return ExitCode::from(2);
    }
    let mut report = Report::default();
    for file in &files {
        let shown = file.to_string_lossy();
        let cases = match std::fs::read(file) {
            Ok(bytes) => read_cases(&String::from_utf8_lossy(&bytes)),
            Err(error) => {
                report.add_failure(&format!("{shown} cannot be read: {error}"));
                continue;
            }
        };
        match cases {
            Ok(cases) => cases.iter().for_each(|case| report.add(case)),
            Err(error) => report.add_failure(&format!("{shown}: {error}")),
        }
    }
    println!("{report}");
    if report.failed() == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

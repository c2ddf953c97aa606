//! A child process that works, and every way in which one may fail.
//!
//! This program is its own child, so it has no test harness: `main` is both.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use weighbridge_machine::child::{Child, ChildFailure, Limits, kind_asked, serve};
use weighbridge_units::{Describe, Message};

const LONG: Limits = Limits::seconds(60);

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    match kind_asked(&arguments) {
        Some(kind) => be_child(&kind.to_string_lossy()),
        None => {
            progress_and_result_arrive();
            every_failure_is_told();
            a_cancelled_child_ends();
            println!("children: all as they should be");
            ExitCode::SUCCESS
        }
    }
}

fn be_child(kind: &str) -> ExitCode {
    serve::<u64, u64, String>(|request, work| match kind {
        "count" => {
            // What a driver might print, with and without an end of line.
            println!("MESA: {{\"result\":\"wrong\"}}");
            print!("no end of line");
            for step in 0..request {
                work.progress(step);
            }
            Ok(format!("counted to {request}"))
        }
        "refuse" => Err(Message::new("no-adapter")
            .with("name", "a GPU".to_owned())
            .with("count", request)
            .with("share", 0.5)),
        "crash" => {
            eprintln!("driver: first");
            eprintln!("driver: device lost\n");
            std::process::abort();
        }
        "quiet-end" => std::process::exit(0),
        "other-type" => {
            let line = "\u{1e}{\"result\":7}\n";
            std::io::stdout().write_all(line.as_bytes()).ok();
            Ok(String::new())
        }
        "stubborn" => loop {
            thread::sleep(Duration::from_secs(1));
        },
        _ => {
            while !work.cancelled().load(Ordering::Relaxed) {
                work.progress(1);
                thread::sleep(Duration::from_millis(5));
            }
            Ok("ended when told".to_owned())
        }
    })
}

fn ask(kind: &str, limits: Limits, seen: &mut Vec<u64>) -> Result<String, ChildFailure> {
    let child = Child::of_this_program(kind)?;
    let cancel = AtomicBool::new(false);
    child.ask(&3_u64, limits, &cancel, &mut |step| seen.push(step))
}

fn progress_and_result_arrive() {
    let mut seen = Vec::new();
    let result = ask("count", LONG, &mut seen);
    assert_eq!(result, Ok("counted to 3".to_owned()));
    assert_eq!(seen, [0, 1, 2]);
}

fn every_failure_is_told() {
    let failure = |kind, limits| ask(kind, limits, &mut Vec::new()).expect_err(kind);

    let refused = failure("refuse", LONG);
    let expected = Message::new("no-adapter")
        .with("name", "a GPU".to_owned())
        .with("count", 3_u64)
        .with("share", 0.5);
    assert_eq!(refused.message(), expected);

    let crashed = failure("crash", LONG);
    match &crashed {
        ChildFailure::Ended { said, .. } => assert_eq!(said, "driver: device lost"),
        other => panic!("{other:?}"),
    }
    assert_eq!(crashed.message().key, "child-ended-saying");

    let quiet = failure("quiet-end", LONG);
    assert_eq!(quiet.message().key, "child-ended");

    let garbled = failure("other-type", LONG);
    assert_eq!(garbled.message().key, "child-garbled");

    let slow = failure("stubborn", Limits::seconds(1));
    assert_eq!(slow, ChildFailure::TooLong(1));

    let child = Child::of_program(PathBuf::from("no/such/program"), "count");
    let absent = child
        .ask::<u64, u64, String>(&1, LONG, &AtomicBool::new(false), &mut |_| {})
        .expect_err("a program that is not there");
    assert_eq!(absent.message().key, "child-not-started");
}

fn a_cancelled_child_ends() {
    let child = Child::of_this_program("until-told").expect("this program");
    let cancel = AtomicBool::new(false);
    let result = child.ask::<u64, u64, String>(&1, LONG, &cancel, &mut |_| {
        cancel.store(true, Ordering::Relaxed);
    });
    assert_eq!(result, Err(ChildFailure::Cancelled));
}

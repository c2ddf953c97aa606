//! This computer's graphics, looked at and measured in child processes, where it has any.
//!
//! This program is its own child, so it has no test harness: `main` is both.

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use weighbridge_machine::child::{Child, kind_asked};
use weighbridge_machine::rates::{RATES, RateFailure, RateKind, Settings, measure, serve_rates};
use weighbridge_machine::{Correction, FactValue, LOOK, Machine, read, serve_look};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    match kind_asked(&arguments) {
        Some(kind) if kind == LOOK => serve_look(),
        Some(kind) if kind == RATES => serve_rates(),
        Some(_) => ExitCode::FAILURE,
        None => {
            let machine = look();
            rates_are_measured(&machine);
            a_cancelled_measurement_ends(&machine);
            println!("graphics: {} looked at and measured", machine.gpus.len());
            ExitCode::SUCCESS
        }
    }
}

fn look() -> Machine {
    let child = Child::of_this_program(LOOK).expect("this program");
    let transcript = read(Some(&child));
    assert!(!transcript.backends.is_empty(), "{}", transcript.to_text());
    let mut machine = Machine::of(&transcript);
    for number in 0..machine.gpus.len() {
        // Little memory, so that this takes little time.
        let correction = Correction {
            path: format!("gpus.{number}.memory_free_bytes"),
            value: Some(FactValue::Bytes(32 << 20)),
        };
        machine.correct(&correction).expect("a fact");
    }
    machine
}

const QUICK: Settings = Settings {
    repeats: 1,
    threads: Some(2),
    array_bytes: Some(1 << 16),
    arithmetic: false,
    gpus: true,
};

fn rates_are_measured(machine: &Machine) {
    let child = Child::of_this_program(RATES).expect("this program");
    let mut last = 0.0;
    let cancel = AtomicBool::new(false);
    let measured = measure(machine, &QUICK, Some(&child), &cancel, &mut |told| {
        assert!(
            told.share >= last && told.share <= 1.0,
            "{told:?} after {last}"
        );
        last = told.share;
    });
    let measured = measured.expect("rates of the processor at least");
    // Four kernels and reading with two threads, and the same with one.
    assert_eq!(measured.processor.len(), 10);
    assert!(!measured.arrays_exceed_caches);
    let reachable = machine
        .gpus
        .iter()
        .filter(|gpu| !gpu.ways.is_empty())
        .count();
    assert_eq!(measured.gpus.len(), reachable, "{:?}", measured.faults);
    for gpu in &measured.gpus {
        assert_eq!(gpu.working_bytes, 8 << 20);
        let kinds: Vec<RateKind> = gpu.rates.iter().map(|rate| rate.kind).collect();
        for kind in [
            RateKind::Read,
            RateKind::Copy,
            RateKind::F32,
            RateKind::Int8,
        ] {
            assert!(kinds.contains(&kind), "{kinds:?} {:?}", measured.faults);
        }
        assert!(gpu.rates.iter().all(|rate| rate.spread.median() > 0.0));
    }
}

fn a_cancelled_measurement_ends(machine: &Machine) {
    let child = Child::of_this_program(RATES).expect("this program");
    let cancel = AtomicBool::new(false);
    let outcome = measure(machine, &QUICK, Some(&child), &cancel, &mut |told| {
        let at_end = machine.gpus.is_empty() || told.gpu.is_some();
        cancel.store(at_end, std::sync::atomic::Ordering::Relaxed);
    });
    assert_eq!(outcome, Err(RateFailure::Cancelled));
}

//! A model on a GPU in a child process, and every way in which that may fail, on whatever adapter
//! there is: a software driver does.
//!
//! This program is its own child, so it has no test harness: `main` is both.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use weighbridge_gguf::Format;
use weighbridge_inference::synthetic::{self, Shape};
use weighbridge_inference::{Config, reference};
use weighbridge_latency::gpu::{
    KIND, ModelWanted, Outcome, Request, Sign, SyntheticShape, Trials, ask, limits, serve,
};
use weighbridge_latency::local::prompt_ids;
use weighbridge_latency::{Failure, Place, Plan, Progress, Stopped};
use weighbridge_machine::Way;
use weighbridge_machine::child::{Child, ChildFailure, Limits, kind_asked};

/// A child that falls over a little after it began.
const CRASHES: &str = "gpu-crashes";

/// A child that opens nothing and says nothing.
const HANGS: &str = "gpu-hangs";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    if let Some(kind) = kind_asked(&arguments) {
        return be_child(&kind.to_string_lossy());
    }
    a_run_comes_back_with_its_times_and_right_logits();
    a_device_that_is_lost_ends_the_run_with_what_it_had();
    too_much_memory_is_said();
    an_adapter_that_refuses_or_is_not_there_is_said();
    a_model_that_is_none_is_said();
    a_crash_is_said();
    a_hang_is_said();
    a_cancelled_run_ends();
    println!("GPU children: all as they should be");
    ExitCode::SUCCESS
}

fn be_child(kind: &str) -> ExitCode {
    match kind {
        CRASHES => {
            thread::spawn(|| {
                thread::sleep(Duration::from_millis(300));
                eprintln!("driver: the device does not answer");
                std::process::abort();
            });
            serve()
        }
        HANGS => loop {
            thread::sleep(Duration::from_secs(1));
        },
        _ => serve(),
    }
}

fn shape() -> Shape {
    Shape {
        name: "small".into(),
        config: Config::llama(300, 64, 96, 2, 4, 2),
        is_tied: true,
    }
}

fn request() -> Request {
    Request {
        way: None,
        model: ModelWanted::Synthetic {
            shape: SyntheticShape::of(&shape()),
            format: "Q8_0".into(),
            seed: 4,
        },
        plan: Plan {
            prompt_tokens: vec![9],
            output_tokens: 5,
            concurrency: vec![1, 2],
            repeats: 2,
            ..Plan::default()
        },
        prompt: None,
        told_apart_tokens: 0,
        wants_logits: false,
        trials: Trials::default(),
    }
}

fn asked_of(kind: &str, request: &Request, limits: Limits) -> Result<Outcome, ChildFailure> {
    let child = Child::of_this_program(kind)?;
    ask(
        &child,
        request,
        limits,
        &AtomicBool::new(false),
        &mut |_| {},
    )
}

fn asked(request: &Request) -> Result<Outcome, ChildFailure> {
    asked_of(KIND, request, limits(&request.plan))
}

/// The key of what a child says itself.
fn said(request: &Request) -> String {
    match asked(request) {
        Err(ChildFailure::Said(message)) => message.key.to_string(),
        other => panic!("{other:?}"),
    }
}

fn a_run_comes_back_with_its_times_and_right_logits() {
    let request = Request {
        told_apart_tokens: 2,
        wants_logits: true,
        ..request()
    };
    let mut signs = Vec::new();
    let child = Child::of_this_program(KIND).unwrap();
    let limits = limits(&request.plan);
    let outcome = ask(
        &child,
        &request,
        limits,
        &AtomicBool::new(false),
        &mut |sign| {
            signs.push(sign);
        },
    )
    .unwrap();

    assert!(matches!(&signs[0], Sign::Opened(adapter) if *adapter == outcome.adapter));
    let tokens = |sign: &&Sign| matches!(sign, Sign::Timing(Progress::Token { counts: true, .. }));
    // Two repetitions of five tokens for one user, and the same for two.
    assert_eq!(signs.iter().filter(tokens).count(), 2 * 5 * 3);
    let run = &outcome.run;
    assert_eq!(run.stopped, None);
    assert_eq!(run.answers.len(), 2 * 3);
    assert!(
        run.answers
            .iter()
            .all(|answer| answer.token_seconds.len() == 5)
    );
    assert!(run.is_synthetic);
    let Place::Gpu {
        name, is_software, ..
    } = &run.place
    else {
        panic!("{:?}", run.place);
    };
    assert_eq!(
        (name, *is_software),
        (&outcome.adapter.name, outcome.adapter.is_software)
    );
    let is_llvm = name.contains("llvmpipe");
    assert!(!is_llvm || *is_software, "{name} passes for a GPU");

    let apart = outcome.told_apart.as_ref().unwrap();
    assert_eq!(apart.read_back_seconds.len(), 2);
    assert_eq!(apart.dispatches, 12);
    assert!(apart.floor_seconds() > 0.0);

    let model = synthetic::model(&shape(), Format::Q8_0, 4).unwrap();
    let ids = prompt_ids(9, 300);
    let expected = reference::logits(&model, &ids).pop().unwrap();
    let error = reference::relative_error(&outcome.logits.unwrap(), &expected);
    assert!(error < 1e-4, "{error}");
}

fn a_device_that_is_lost_ends_the_run_with_what_it_had() {
    let mut request = request();
    request.trials.removed_after_tokens = Some(6);
    let outcome = asked(&request).unwrap();
    let Some(Stopped::Failed(Failure::Device { reason })) = &outcome.run.stopped else {
        panic!("{:?}", outcome.run.stopped);
    };
    assert!(!reason.is_empty());
    // The warm-up was whole, and of the repetition after it there are the tokens before the loss.
    assert_eq!(outcome.run.answers.len(), 1);
    assert_eq!(outcome.run.answers[0].token_seconds.len(), 3);
}

fn too_much_memory_is_said() {
    let mut request = request();
    request.plan.prompt_tokens = vec![60_000];
    request.plan.concurrency = vec![2000];
    let outcome = asked(&request).unwrap();
    let stopped = outcome.run.stopped;
    assert!(
        matches!(&stopped, Some(Stopped::Failed(Failure::Memory { .. }))),
        "{stopped:?}"
    );
}

fn an_adapter_that_refuses_or_is_not_there_is_said() {
    let mut greedy = request();
    greedy.trials.binding_bytes = Some(1 << 50);
    assert_eq!(said(&greedy), "gpu-refused");
    let mut elsewhere = request();
    elsewhere.way = Some(Way {
        backend: "vulkan".into(),
        place: 7,
        name: "an adapter that nobody has".into(),
        pci_address: String::new(),
    });
    assert_eq!(said(&elsewhere), "gpu-not-found");
}

fn a_model_that_is_none_is_said() {
    let mut missing = request();
    missing.model = ModelWanted::File("no/such/model.gguf".into());
    assert_eq!(said(&missing), "gpu-model-unusable");
    let mut odd = request();
    let mut shape = SyntheticShape::of(&shape());
    shape.head_size = 33;
    odd.model = ModelWanted::Synthetic {
        shape,
        format: "F16".into(),
        seed: 1,
    };
    assert_eq!(said(&odd), "gpu-model-unusable");
}

fn a_crash_is_said() {
    let mut long = request();
    long.plan.repeats = 100_000;
    let failure = asked_of(CRASHES, &long, limits(&long.plan)).unwrap_err();
    let ChildFailure::Ended { said, .. } = &failure else {
        panic!("{failure:?}");
    };
    assert_eq!(said, "driver: the device does not answer");
}

fn a_hang_is_said() {
    let patience = Limits {
        total: Duration::from_secs(60),
        silence: Duration::from_secs(1),
    };
    let failure = asked_of(HANGS, &request(), patience).unwrap_err();
    assert_eq!(failure, ChildFailure::TooLong(1));
}

fn a_cancelled_run_ends() {
    let mut long = request();
    long.plan.repeats = 100_000;
    let cancel = AtomicBool::new(false);
    let child = Child::of_this_program(KIND).unwrap();
    let failure = ask(&child, &long, limits(&long.plan), &cancel, &mut |sign| {
        if matches!(sign, Sign::Timing(_)) {
            cancel.store(true, Ordering::Relaxed);
        }
    });
    assert_eq!(failure, Err(ChildFailure::Cancelled));
}

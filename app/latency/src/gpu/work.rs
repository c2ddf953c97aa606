//! The child's side: opens the device, brings the model there, and times it.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use weighbridge_inference::gpu::{
    Address, Device, DeviceError, Features, GpuRuntime, Limits, Wanted,
};
use weighbridge_inference::{Config, RunError, Runtime, Step};
use weighbridge_machine::child::{self, Work};
use weighbridge_units::{Arg, Describe, Message};

use super::{Adapter, Outcome, Request, Sign, ToldApart};
use crate::clock::SteadyClock;
use crate::failure::Failure;
use crate::local::{Subject, Surroundings, prompt_ids, time};
use crate::progress::Progress;
use crate::run::{Place, Stopped};

/// How often the parent hears that the GPU works.
const BETWEEN_SIGNS: Duration = Duration::from_secs(5);

/// Does what the parent asks; the status is 0 where it has a result or a reason.
pub fn serve() -> ExitCode {
    child::serve(run)
}

fn run(request: Request, work: &Work<Sign>) -> Result<Outcome, Message> {
    let device = Device::open(&wanted(&request)).map_err(|error| refused(&error))?;
    let device = Arc::new(device);
    let (end, ended) = channel();
    thread::scope(|scope| {
        let watched = &device;
        scope.spawn(move || tell_of_work(watched, work, &ended));
        let outcome = timed(&request, Arc::clone(&device), work);
        drop(end);
        outcome
    })
}

/// Long prompts and large models take their time on slow GPUs: as long as the device comes to the
/// end of something, the parent hears of it, and of one that hangs it does not.
fn tell_of_work(device: &Device, work: &Work<Sign>, ended: &Receiver<()>) {
    let mut before = device.waits();
    while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(BETWEEN_SIGNS) {
        let now = device.waits();
        if now != before {
            work.progress(Sign::Working);
        }
        before = now;
    }
}

fn timed(request: &Request, device: Arc<Device>, work: &Work<Sign>) -> Result<Outcome, Message> {
    let facts = device.facts();
    let adapter = Adapter {
        name: facts.name.clone(),
        backend: facts.backend.clone(),
        driver: facts.driver.clone(),
        is_software: facts.is_software,
        binding_bytes: facts.binding_bytes,
    };
    work.progress(Sign::Opened(adapter.clone()));

    let start = Instant::now();
    let model = request.model.model()?;
    work.progress(Sign::Made);
    let failed = |error: RunError| Failure::from(error).message();
    let runtime = GpuRuntime::new(Arc::clone(&device), &model).map_err(failed)?;
    let load_seconds = start.elapsed().as_secs_f64();
    work.progress(Sign::Ready(load_seconds));

    let subject = Subject {
        model: model.name.clone(),
        is_synthetic: model.is_synthetic,
        bytes_a_token: model.bytes_a_token() as u64,
        place: Place::Gpu {
            name: adapter.name.clone(),
            backend: adapter.backend.clone(),
            is_software: adapter.is_software,
        },
        load_seconds,
        prompt: request.prompt.clone(),
    };
    // The GPU has its weights; what made them is of no more use.
    drop(model);
    let mut runtime = Watched {
        runtime,
        device,
        left: request.trials.removed_after_tokens,
    };
    let mut tell = |progress: Progress| work.progress(Sign::Timing(progress));
    let surroundings = Surroundings {
        clock: &SteadyClock::start(),
        energy: None,
        cancel: work.cancelled(),
        progress: &mut tell,
    };
    let run =
        time(&mut runtime, &request.plan, subject, surroundings).map_err(|bad| bad.message())?;
    let has_ended = run.stopped.is_none() && !work.cancelled().load(Ordering::Relaxed);
    let mut runtime = runtime.runtime;
    let mut run = run;
    let mut later = Later {
        told_apart: None,
        logits: None,
    };
    if has_ended && let Err(error) = later.fill(&mut runtime, request, work) {
        run.stopped = Some(Stopped::Failed(Failure::from(error)));
    }
    Ok(Outcome {
        adapter,
        run,
        told_apart: later.told_apart,
        logits: later.logits,
    })
}

/// What is done after the run, where it was asked for.
struct Later {
    told_apart: Option<ToldApart>,
    logits: Option<Vec<f32>>,
}

impl Later {
    fn fill(
        &mut self,
        runtime: &mut GpuRuntime,
        request: &Request,
        work: &Work<Sign>,
    ) -> Result<(), RunError> {
        let longest = request.plan.longest_prompt();
        if request.wants_logits {
            let made = || prompt_ids(longest, runtime.config().vocabulary);
            let prompt = request.prompt.clone().unwrap_or_else(made);
            runtime.reset(1, prompt.len())?;
            self.logits = Some(runtime.prefill(0, &prompt)?);
        }
        if request.told_apart_tokens > 0 {
            work.progress(Sign::TellingApart);
            let tokens = request.told_apart_tokens as usize;
            let measured = runtime.measure(longest as usize, tokens)?;
            self.told_apart = Some(ToldApart {
                read_back_seconds: measured.read_back.iter().map(|t| t.as_secs_f64()).collect(),
                pipelined_seconds: measured.pipelined.as_secs_f64(),
                dispatches: u32::try_from(measured.dispatches).unwrap_or(u32::MAX),
                dispatch_floor_seconds: measured.floor.dispatch.as_secs_f64(),
                submission_seconds: measured.floor.submission.as_secs_f64(),
                uses_subgroups: runtime.uses_subgroups(),
            });
        }
        Ok(())
    }
}

fn wanted(request: &Request) -> Wanted {
    Wanted {
        adapter: request.way.as_ref().map(|way| Address {
            backend: way.backend.clone(),
            pci: way.pci_address.clone(),
            name: way.name.clone(),
            place: way.place,
        }),
        limits: Limits {
            binding_bytes: request.trials.binding_bytes,
            buffer_bytes: None,
        },
        without: Features {
            subgroups: request.trials.without_subgroups,
        },
    }
}

fn refused(error: &DeviceError) -> Message {
    match error {
        DeviceError::NotFound { found, .. } if found.is_empty() => Message::new("gpu-none"),
        DeviceError::NotFound { wanted, found } => Message::new("gpu-not-found")
            .with("wanted", wanted.clone())
            .with("found", Arg::Text(found.join(", ").into())),
        DeviceError::Refused { adapter, reason } => Message::new("gpu-refused")
            .with("adapter", adapter.clone())
            .with("reason", reason.clone()),
    }
}

/// A runtime whose device is given back after some tokens, where that is to be tried.
struct Watched {
    runtime: GpuRuntime,
    device: Arc<Device>,
    left: Option<u32>,
}

impl Runtime for Watched {
    fn config(&self) -> &Config {
        self.runtime.config()
    }

    fn reset(&mut self, sequences: usize, tokens: usize) -> Result<(), RunError> {
        self.runtime.reset(sequences, tokens)
    }

    fn prefill(&mut self, sequence: usize, tokens: &[u32]) -> Result<Vec<f32>, RunError> {
        self.runtime.prefill(sequence, tokens)
    }

    fn decode(&mut self, steps: &[Step]) -> Result<Vec<f32>, RunError> {
        match &mut self.left {
            Some(0) => self.device.remove(),
            Some(left) => *left -= 1,
            None => {}
        }
        self.runtime.decode(steps)
    }

    fn memory_bytes(&self) -> usize {
        self.runtime.memory_bytes()
    }
}

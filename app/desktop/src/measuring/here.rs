//! Times a model on this machine: on the processor, or on a GPU in a child process.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use weighbridge_inference::Runtime;
use weighbridge_inference::cpu::{CpuRuntime, Options};
use weighbridge_latency::gpu::{self, Request, Sign, ToldApart, Trials};
use weighbridge_latency::local::{self, Subject, Surroundings, prompt_ids};
use weighbridge_latency::{
    BadPlan, EnergyMeter, Failure, Forecast, Guard, Place, Plan, Powercap, Progress, Run,
    SteadyClock, SystemMeter, TooBusy, forecast,
};
use weighbridge_machine::child::{Child, ChildFailure};
use weighbridge_machine::{Machine, Way};
use weighbridge_units::{Arg, Describe, Message};

use super::memory::bandwidth_gb_s;
use super::model::{ModelFacts, Unusable, Wanted};

/// Tokens for telling the three times of a GPU apart.
const TOLD_APART_TOKENS: u32 = 32;

/// Where a model is timed.
#[derive(Debug, Clone, PartialEq)]
pub enum Device {
    /// On the processor.
    Processor {
        /// Threads; one for each physical core where there is no number.
        threads: Option<usize>,
    },
    /// On a GPU; where there is no way, on the best that there is.
    Gpu(Option<Way>),
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The model.
    pub wanted: Wanted,
    /// Where it is timed.
    pub device: Device,
    /// How.
    pub plan: Plan,
    /// The tokens of the prompt, instead of made-up ones.
    pub prompt: Option<Vec<u32>>,
    /// Whether it is timed though the machine is busy.
    pub though_busy: bool,
    /// Whether the logits after the prompt are wanted.
    pub wants_logits: bool,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Timed {
    /// The run.
    pub run: Run,
    /// The model.
    pub facts: ModelFacts,
    /// The same as it was asked for.
    pub wanted: Wanted,
    /// The three times of a token on a GPU.
    pub told_apart: Option<ToldApart>,
    /// The logits after the prompt, where they were wanted.
    pub logits: Option<Vec<f32>>,
}

/// Why nothing was timed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// The plan asks for nothing.
    #[error(transparent)]
    Plan(#[from] BadPlan),
    /// The model cannot be used.
    #[error(transparent)]
    Model(#[from] Unusable),
    /// The machine is busy.
    #[error(transparent)]
    Busy(#[from] TooBusy),
    /// The model needs more memory than is free.
    #[error("{needed} bytes are needed, and {free} are free")]
    Memory {
        /// Bytes that weights and cache need.
        needed: u64,
        /// Bytes that are free.
        free: u64,
    },
    /// It could not be made ready.
    #[error(transparent)]
    Runtime(#[from] Failure),
    /// The child process gave nothing.
    #[error(transparent)]
    Child(#[from] ChildFailure),
}

/// Something that happens meanwhile.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// How long it may take and what memory it needs.
    Forecast(Forecast),
    /// The model is being made ready.
    Preparing,
    /// It is ready, after so many seconds.
    Ready(f64),
    /// It is being timed.
    Timing(Progress),
    /// The three times of a GPU are being told apart.
    TellingApart,
}

impl Describe for Refusal {
    fn message(&self) -> Message {
        let gigabytes = |bytes: u64| Arg::Decimal(bytes as f64 / 1e9, 1);
        match self {
            Refusal::Plan(bad) => bad.message(),
            Refusal::Model(unusable) => unusable.message(),
            Refusal::Busy(busy) => busy.message(),
            Refusal::Memory { needed, free } => Message::new("latency-no-memory")
                .with("needed", gigabytes(*needed))
                .with("free", gigabytes(*free)),
            Refusal::Runtime(failure) => failure.message(),
            Refusal::Child(failure) => failure.message(),
        }
    }
}

/// Times a model on this machine; what it has when it is stopped or fails is kept.
///
/// # Errors
/// [`Refusal`] where nothing was timed at all.
pub fn time(
    machine: &Machine,
    asked: &Asked,
    cancel: &AtomicBool,
    news: &mut dyn FnMut(News),
) -> Result<Timed, Refusal> {
    asked.plan.check()?;
    let facts = asked.wanted.facts()?;
    match &asked.device {
        Device::Processor { threads } => {
            on_processor(machine, asked, facts, *threads, cancel, news)
        }
        Device::Gpu(way) => on_gpu(asked, facts, way.clone(), cancel, news),
    }
}

fn on_processor(
    machine: &Machine,
    asked: &Asked,
    facts: ModelFacts,
    threads: Option<usize>,
    cancel: &AtomicBool,
    news: &mut dyn FnMut(News),
) -> Result<Timed, Refusal> {
    let physical = machine.processor.physical_cores.value;
    let expected_threads = threads.or(physical.and_then(|cores| usize::try_from(cores).ok()));
    let mut meter = SystemMeter::new();
    let mut bandwidth = || bandwidth_gb_s(machine);
    let guard = Guard::before(&mut meter, &mut bandwidth, expected_threads);
    if !asked.though_busy {
        guard.check()?;
    }
    if let Some(bandwidth) = guard.seen().bandwidth_before_gb_s {
        let mut plan = asked.plan.clone();
        if let Some(prompt) = &asked.prompt {
            plan.prompt_tokens = vec![u32::try_from(prompt.len()).unwrap_or(u32::MAX)];
        }
        let (weights, each) = (facts.weight_bytes, facts.bytes_a_token);
        let forecast = forecast(&facts.config, weights, each, &plan, bandwidth);
        news(News::Forecast(forecast));
        let free = machine.memory_available_bytes.value;
        if let Some(free) = free.filter(|free| forecast.memory_bytes > *free) {
            let needed = forecast.memory_bytes;
            return Err(Refusal::Memory { needed, free });
        }
    }
    news(News::Preparing);
    let began = Instant::now();
    let options = Options {
        threads,
        ..Options::default()
    };
    let mut runtime = CpuRuntime::new(asked.wanted.model()?, &options).map_err(Failure::from)?;
    let load_seconds = began.elapsed().as_secs_f64();
    news(News::Ready(load_seconds));
    let guard = guard.begin(runtime.threads());
    let subject = Subject {
        model: facts.name.clone(),
        is_synthetic: facts.is_synthetic,
        bytes_a_token: facts.bytes_a_token,
        place: Place::Processor {
            threads: runtime.threads(),
            instructions: runtime.instructions().name().to_owned(),
        },
        load_seconds,
        prompt: asked.prompt.clone(),
    };
    let mut energy = Powercap::of_this_machine();
    let surroundings = Surroundings {
        clock: &SteadyClock::start(),
        energy: energy.as_mut().map(|meter| meter as &mut dyn EnergyMeter),
        cancel,
        progress: &mut |progress| news(News::Timing(progress)),
    };
    let mut run = local::time(&mut runtime, &asked.plan, subject, surroundings)?;
    run.busyness = Some(guard.after());
    let logits = match asked.wants_logits && run.stopped.is_none() {
        true => Some(logits(&mut runtime, asked)?),
        false => None,
    };
    Ok(Timed {
        run,
        facts,
        wanted: asked.wanted.clone(),
        told_apart: None,
        logits,
    })
}

/// The logits after the prompt, before anything is drawn from them.
fn logits(runtime: &mut CpuRuntime, asked: &Asked) -> Result<Vec<f32>, Failure> {
    let vocabulary = runtime.config().vocabulary;
    let made = || prompt_ids(asked.plan.longest_prompt(), vocabulary);
    let prompt = asked.prompt.clone().unwrap_or_else(made);
    runtime.reset(1, prompt.len())?;
    Ok(runtime.prefill(0, &prompt)?)
}

fn on_gpu(
    asked: &Asked,
    facts: ModelFacts,
    way: Option<Way>,
    cancel: &AtomicBool,
    news: &mut dyn FnMut(News),
) -> Result<Timed, Refusal> {
    let mut model = asked.wanted.for_child();
    if let gpu::ModelWanted::File(path) = &mut model {
        // A child may stand in another folder.
        *path = std::path::absolute(&*path).unwrap_or_else(|_| PathBuf::from(&*path));
    }
    let request = Request {
        way,
        model,
        plan: asked.plan.clone(),
        prompt: asked.prompt.clone(),
        told_apart_tokens: TOLD_APART_TOKENS,
        wants_logits: asked.wants_logits,
        trials: Trials::default(),
    };
    news(News::Preparing);
    let child = Child::of_this_program(gpu::KIND)?;
    let mut tell = |sign: Sign| match sign {
        Sign::Ready(seconds) => news(News::Ready(seconds)),
        Sign::Timing(progress) => news(News::Timing(progress)),
        Sign::TellingApart => news(News::TellingApart),
        Sign::Opened(_) | Sign::Made | Sign::Working => {}
    };
    // What others do to the processors matters less on a GPU, and more on a pretended one.
    let mut meter = SystemMeter::new();
    let mut no_bandwidth = || None;
    let guard = Guard::before(&mut meter, &mut no_bandwidth, None);
    if !asked.though_busy {
        guard.check()?;
    }
    let seen = guard.seen();
    let limits = gpu::limits(&asked.plan);
    let outcome = gpu::ask(&child, &request, limits, cancel, &mut tell)?;
    let mut run = outcome.run;
    // The child's own work would count as that of others, so that only what was before is known.
    run.busyness = Some(seen);
    Ok(Timed {
        run,
        facts,
        wanted: asked.wanted.clone(),
        told_apart: outcome.told_apart,
        logits: outcome.logits,
    })
}

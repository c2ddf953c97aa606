//! Measured rates: how fast memory and arithmetic are, on the processor and on each GPU.
//!
//! [`measure`] does it all and tells how far it has come; [`cost`] says before how long it will
//! take and how much memory it needs.
//! `docs/methods/measured-rates.md` has definitions and known errors.

mod arithmetic;
mod gpu;
mod gpu_child;
mod kernels;
mod loops;
mod reading;
mod spread;
mod stream;
mod team;

use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};
use weighbridge_units::{Describe, Message};

use crate::child::{Child, ChildFailure};
use crate::machine::Machine;

pub use gpu_child::{RATES, serve_rates};
pub use spread::Spread;
pub use stream::array_bytes;

/// What was measured of a computer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// Rates of the processor; those of memory first.
    pub processor: Vec<Rate>,
    /// Bytes of each of the three arrays on which the bandwidth of the processor was measured.
    pub array_bytes: u64,
    /// Whether an array is at least four times the caches of the last level, as STREAM asks.
    pub arrays_exceed_caches: bool,
    /// Rates of each GPU that could be measured.
    pub gpus: Vec<GpuRates>,
    /// What could not be measured, as sentences.
    #[serde(skip)]
    pub faults: Vec<Message>,
}

/// Rates of a GPU.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GpuRates {
    /// Its number in the machine.
    pub gpu: usize,
    /// The interface, as `vulkan`.
    pub backend: String,
    /// Bytes that the kernels of memory work on.
    pub working_bytes: u64,
    /// The rates.
    pub rates: Vec<Rate>,
}

/// A rate, measured several times.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    /// What of.
    pub kind: RateKind,
    /// Threads that did it; none on a GPU.
    pub threads: Option<u32>,
    /// The vector instructions used, where they were chosen; none on a GPU.
    pub instructions: Option<String>,
    /// Bytes or operations a second by wall clock, each repetition.
    pub spread: Spread,
    /// The median of the same by the GPU's own clock, where it has one and that agrees with the
    /// wall clock within a tenth.
    pub by_gpu_clock: Option<f64>,
}

/// What a rate is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RateKind {
    /// Memory: c = a; two numbers moved for each.
    Copy,
    /// Memory: b = s c; two numbers.
    Scale,
    /// Memory: c = a + b; three numbers.
    Add,
    /// Memory: a = b + s c; three numbers.
    Triad,
    /// Memory: every number read once, nothing written.
    Read,
    /// Arithmetic: multiplying and adding in 32-bit floating point; two operations.
    F32,
    /// The same in 16-bit floating point.
    F16,
    /// Dot products of 8-bit integers; two operations for each pair.
    Int8,
}

impl RateKind {
    /// All kinds.
    pub const ALL: [RateKind; 8] = [
        RateKind::Copy,
        RateKind::Scale,
        RateKind::Add,
        RateKind::Triad,
        RateKind::Read,
        RateKind::F32,
        RateKind::F16,
        RateKind::Int8,
    ];

    /// The stable name, as in documents.
    pub const fn key(self) -> &'static str {
        match self {
            RateKind::Copy => "copy",
            RateKind::Scale => "scale",
            RateKind::Add => "add",
            RateKind::Triad => "triad",
            RateKind::Read => "read",
            RateKind::F32 => "f32",
            RateKind::F16 => "f16",
            RateKind::Int8 => "int8",
        }
    }

    /// Whether it is of memory, in bytes a second; otherwise of arithmetic, in operations.
    pub const fn is_memory(self) -> bool {
        matches!(
            self,
            RateKind::Copy | RateKind::Scale | RateKind::Add | RateKind::Triad | RateKind::Read
        )
    }
}

/// What to measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Repetitions that count, after one that does not.
    pub repeats: u32,
    /// Threads where all are asked for; otherwise as many as this process may run.
    pub threads: Option<u32>,
    /// Bytes of each array; otherwise by [`array_bytes`].
    pub array_bytes: Option<u64>,
    /// Whether the processor's arithmetic is measured beside its memory.
    pub arithmetic: bool,
    /// Whether GPUs are measured, those in software included.
    pub gpus: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            repeats: 10,
            threads: None,
            array_bytes: None,
            arithmetic: true,
            gpus: true,
        }
    }
}

/// What measuring takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// About so many seconds; a slow or busy computer takes longer.
    pub seconds: f64,
    /// Bytes of memory at most.
    pub memory_bytes: u64,
}

/// How far measuring has come.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// What is being measured: none is the processor, otherwise the number of a GPU.
    pub gpu: Option<usize>,
    /// The rate being measured.
    pub kind: RateKind,
    /// Share of the whole that is done.
    pub share: f64,
}

/// Why nothing was measured.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RateFailure {
    /// Somebody cancelled.
    #[error("cancelled")]
    Cancelled,
    /// The arrays do not fit into the memory that is free.
    #[error("{needed_bytes} bytes are needed, and {free_bytes} are free")]
    NoMemory {
        /// Bytes of all arrays.
        needed_bytes: u64,
        /// Bytes that are free.
        free_bytes: u64,
    },
    /// The arrays do not hold what they must after the last repetition.
    #[error("the arrays hold wrong numbers")]
    WrongNumbers,
}

impl Describe for RateFailure {
    fn message(&self) -> Message {
        use weighbridge_units::{Arg, Unit};
        let gigabytes = |bytes: u64| Arg::Quantity(bytes as f64, Unit::BYTES);
        match self {
            RateFailure::Cancelled => Message::new("child-cancelled"),
            RateFailure::NoMemory {
                needed_bytes,
                free_bytes,
            } => Message::new("rates-no-memory")
                .with("needed", gigabytes(*needed_bytes))
                .with("free", gigabytes(*free_bytes)),
            RateFailure::WrongNumbers => Message::new("rates-wrong-numbers"),
        }
    }
}

/// STREAM's part of what is moved for the rates of memory, reading alone being the other.
const STREAM_SHARE: f64 = stream::ARRAYS_MOVED / (stream::ARRAYS_MOVED + reading::ARRAYS_READ);

/// What [`measure`] will take, before it starts.
///
/// It assumes 8·10⁹ bytes a second with one thread and 16·10⁹ with all, which few computers of
/// today are below, and some seconds for a GPU.
pub fn cost(machine: &Machine, settings: &Settings) -> Cost {
    let array = settings
        .array_bytes
        .unwrap_or_else(|| array_bytes(machine).0);
    let rounds = f64::from(settings.repeats + 1);
    let moved = rounds * (stream::ARRAYS_MOVED + reading::ARRAYS_READ) * array as f64;
    let memory = moved / 8e9 + moved / 16e9;
    let arithmetic = match settings.arithmetic {
        true => rounds * arithmetic::ROUND_SECONDS * 4.0,
        false => 0.0,
    };
    let gpus = match settings.gpus {
        true => machine
            .gpus
            .iter()
            .filter(|gpu| !gpu.ways.is_empty())
            .count(),
        false => 0,
    };
    Cost {
        seconds: memory + arithmetic + gpus as f64 * gpu_child::USUAL_SECONDS,
        memory_bytes: (3 * array).max(gpu::LARGEST_WORKING_BYTES * 2 * gpus.min(1) as u64),
    }
}

/// Measures the processor, then each GPU in a child process of `graphics`.
///
/// A GPU that cannot be measured costs a sentence in `faults`, not the rest.
/// `progress` is called on this thread.
///
/// # Errors
/// [`RateFailure`] where the processor could not be measured or somebody cancelled.
pub fn measure(
    machine: &Machine,
    settings: &Settings,
    graphics: Option<&Child>,
    cancel: &AtomicBool,
    progress: &mut dyn FnMut(Progress),
) -> Result<Measured, RateFailure> {
    let usable = machine.processor.usable_threads.value.unwrap_or(1);
    let all = settings.threads.or_else(|| u32::try_from(usable).ok());
    let all = all.unwrap_or(1).max(1);
    let (usual, exceeds) = array_bytes(machine);
    let array = settings.array_bytes.unwrap_or(usual);
    let free = machine.memory_available_bytes.value;
    if let Some(free_bytes) = free.filter(|free| 3 * array > *free) {
        return Err(RateFailure::NoMemory {
            needed_bytes: 3 * array,
            free_bytes,
        });
    }
    let gpus: Vec<usize> = match (settings.gpus, graphics) {
        (true, Some(_)) => (0..machine.gpus.len())
            .filter(|number| !machine.gpus[*number].ways.is_empty())
            .collect(),
        _ => Vec::new(),
    };
    // Parts of equal weight are near enough for a bar.
    let parts = 2.0 + f64::from(u8::from(settings.arithmetic)) + gpus.len() as f64;
    let mut done = 0.0;
    let mut measured = Measured {
        array_bytes: array,
        arrays_exceed_caches: match settings.array_bytes {
            Some(own) => own >= usual && exceeds,
            None => exceeds,
        },
        ..Measured::default()
    };
    let mut teams = vec![all];
    if all > 1 {
        teams.push(1);
    }
    for threads in teams {
        let mut tell = |kind, share: f64| {
            progress(Progress {
                gpu: None,
                kind,
                share: (done + share) / parts,
            });
        };
        let stream = &mut |kind, share| tell(kind, share * STREAM_SHARE);
        let rates = stream::measure(threads, array, settings.repeats, cancel, stream)?;
        measured.processor.extend(rates);
        let read = &mut |kind, share: f64| tell(kind, STREAM_SHARE + share * (1.0 - STREAM_SHARE));
        let rate = reading::measure(threads, array, settings.repeats, cancel, read)?;
        measured.processor.push(rate);
        done += 1.0;
    }
    if settings.arithmetic {
        let mut tell = |kind, share: f64| {
            progress(Progress {
                gpu: None,
                kind,
                share: (done + share) / parts,
            });
        };
        let rates = arithmetic::measure(all, settings.repeats, cancel, &mut tell)?;
        measured.processor.extend(rates);
        done += 1.0;
    }
    for number in gpus {
        let Some(child) = graphics else { break };
        let mut tell = |kind, share: f64| {
            progress(Progress {
                gpu: Some(number),
                kind,
                share: (done + share) / parts,
            });
        };
        let answer = gpu_child::measure(machine, number, settings, child, cancel, &mut tell);
        match answer {
            Ok((rates, notes)) => {
                measured.gpus.push(rates);
                measured.faults.extend(notes);
            }
            Err(ChildFailure::Cancelled) => return Err(RateFailure::Cancelled),
            Err(failure) => {
                let name = machine.gpus[number].name.value.clone().unwrap_or_default();
                let sentence = Message::new("rates-gpu-failed")
                    .with("name", name)
                    .with("reason", failure.message());
                measured.faults.push(sentence);
            }
        }
        done += 1.0;
    }
    match cancel.load(Ordering::Relaxed) {
        true => Err(RateFailure::Cancelled),
        false => Ok(measured),
    }
}

//! The runs behind measurements: on which machine, by which plan, and what stood in their way.
//!
//! A run gives several measurements, which name it; what it measured stands there.
//! Everything is kept as it was found, so that somebody can judge a figure next year without the
//! machine.

use weighbridge_units::PartialDate;

/// A run of this program.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasuredRun {
    /// Its identity in the scenario: lower-case letters, digits and hyphens.
    pub id: String,
    /// The day it was taken.
    pub on: PartialDate,
    /// Where the model ran.
    pub place: RunPlace,
    /// The model.
    pub model: RunModel,
    /// What was asked.
    pub plan: RunPlan,
    /// The machine that it ran on; nothing behind an endpoint, of which nobody says.
    pub machine: Option<RunMachine>,
    /// How busy the machine was with other things.
    pub verdict: RunVerdict,
    /// Requests that were answered whole.
    pub answered: u64,
    /// Requests that were not.
    pub failed: u64,
    /// Joules that the processors took meanwhile, where the system reports them.
    pub energy_joules: Option<f64>,
    /// Seconds over which they were counted, where that is known.
    pub energy_seconds: Option<f64>,
}

impl MeasuredRun {
    /// Watts that the processors took on average while the model ran on them; none where nobody
    /// counted, and where it ran on something else.
    pub fn mean_watts(&self) -> Option<f64> {
        let is_on_processor = matches!(self.place, RunPlace::Processor { .. });
        let watts = self.energy_joules? / self.energy_seconds?;
        Some(watts).filter(|watts| is_on_processor && watts.is_finite() && *watts > 0.0)
    }
}

/// Where a model ran.
#[derive(Debug, Clone, PartialEq)]
pub enum RunPlace {
    /// On the processor.
    Processor {
        /// Threads.
        threads: u64,
        /// The vector instructions used.
        instructions: String,
    },
    /// On a graphics processor.
    Gpu {
        /// Its name, as its driver says it.
        name: String,
        /// What it is driven through, as `vulkan` or `metal`.
        backend: String,
    },
    /// Behind an endpoint.
    Endpoint {
        /// Its address, without keys.
        address: String,
    },
}

/// The model of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct RunModel {
    /// Its name, as the run had it: a shape, a file's own name, or what the endpoint calls it.
    pub name: String,
    /// How its numbers are stored, as `Q4_0`; empty where nobody says.
    pub format: String,
    /// Bytes of all its weights, where they are known.
    pub weight_bytes: Option<f64>,
    /// What its weights were drawn from, where they are made up.
    pub seed: Option<u64>,
}

/// What a run asked.
#[derive(Debug, Clone, PartialEq)]
pub struct RunPlan {
    /// Tokens of prompts; each was tried.
    pub prompt_tokens: Vec<u64>,
    /// Tokens of an answer.
    pub output_tokens: u64,
    /// Users at once; each number was tried. Nobody looked at it where requests arrived at random.
    pub concurrency: Vec<u64>,
    /// Requests that arrived at random instead.
    pub arrivals: Option<RunArrivals>,
    /// Repetitions that count, of every user.
    pub repeats: u64,
    /// Repetitions before them, which do not.
    pub warm_up: u64,
    /// Seconds after which it was to stop.
    pub time_limit_seconds: f64,
}

/// Requests that arrived at random, a Poisson process.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunArrivals {
    /// Requests a second on average.
    pub per_second: f64,
    /// Requests in all that count.
    pub requests: u64,
    /// What the times of arrival were drawn from.
    pub seed: u64,
}

/// The machine of a run: the facts that matter to speed, and its measured rates.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RunMachine {
    /// What is known of it, in the order in which it is shown; a fact may stand several times,
    /// once for each graphics processor.
    pub facts: Vec<MachineFact>,
    /// Rates that were measured there.
    pub rates: Vec<MachineRate>,
}

/// Something known of a machine.
#[derive(Debug, Clone, PartialEq)]
pub struct MachineFact {
    /// Which of [`MachineFact::ALL`].
    pub fact: &'static str,
    /// Its value.
    pub value: MachineFactValue,
    /// How it is known.
    pub known: HowKnown,
    /// Why it is not sure, where it is not.
    pub doubt: Option<WhyDoubted>,
}

/// The form of a fact's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactForm {
    /// A name.
    Text,
    /// A number of things.
    Count,
    /// An amount of memory in bytes.
    Bytes,
    /// Names.
    Texts,
}

/// The value of a fact.
#[derive(Debug, Clone, PartialEq)]
pub enum MachineFactValue {
    /// A name.
    Text(String),
    /// Things or bytes.
    Number(f64),
    /// Names.
    Texts(Vec<String>),
}

impl MachineFact {
    /// The facts that a run keeps, each with its form, in the order in which they are shown.
    pub const ALL: [(&'static str, FactForm); 13] = [
        ("system-name", FactForm::Text),
        ("system-hypervisor", FactForm::Text),
        ("processor-name", FactForm::Text),
        ("processor-physical-cores", FactForm::Count),
        ("processor-usable-threads", FactForm::Count),
        ("processor-instructions", FactForm::Texts),
        ("processor-last-level-cache-bytes", FactForm::Bytes),
        ("memory-total-bytes", FactForm::Bytes),
        ("gpu-name", FactForm::Text),
        ("gpu-kind", FactForm::Text),
        ("gpu-memory-total-bytes", FactForm::Bytes),
        ("gpu-driver", FactForm::Text),
        ("gpu-features", FactForm::Texts),
    ];

    /// The fact of a name as it stands in files, with its form.
    pub fn named(name: &str) -> Option<(&'static str, FactForm)> {
        MachineFact::ALL.into_iter().find(|(own, _)| *own == name)
    }

    /// The form of its value.
    pub fn form(&self) -> FactForm {
        MachineFact::named(self.fact).map_or(FactForm::Text, |(_, form)| form)
    }
}

/// A rate that was measured on a machine.
#[derive(Debug, Clone, PartialEq)]
pub struct MachineRate {
    /// What it is of.
    pub kind: MachineRateKind,
    /// Threads; nothing on a graphics processor.
    pub threads: Option<u64>,
    /// Instructions used, where they were chosen; empty otherwise.
    pub instructions: String,
    /// The median, in bytes or operations a second.
    pub per_second: f64,
}

/// What the guard saw around a run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RunVerdict {
    /// Share of all processors that others used, before the run.
    pub others_before: Option<f64>,
    /// The same during the run.
    pub others_during: Option<f64>,
    /// Processor time of the run over threads × wall-clock time.
    pub own_share: Option<f64>,
    /// Memory bandwidth before the run, in 10⁹ bytes a second.
    pub bandwidth_before_gb_s: Option<f64>,
    /// The same after it.
    pub bandwidth_after_gb_s: Option<f64>,
    /// Every reason to doubt the run.
    pub doubts: Vec<RunDoubt>,
}

impl MeasuredRun {
    /// Most facts or rates that a run keeps of its machine.
    pub const MOST_FACTS: usize = 100;

    /// Most lengths or numbers of users that a plan tries.
    pub const MOST_TRIED: usize = 64;
}

/// An enumeration with stable keys, used in files and message keys.
macro_rules! keyed {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $variant:ident = $key:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$what])* $variant,)+
        }

        impl $name {
            /// All of them, each with its stable key.
            pub const ALL: &'static [(&'static str, $name)] = &[$(($key, $name::$variant),)+];

            /// The stable key.
            pub const fn key(self) -> &'static str {
                match self {
                    $($name::$variant => $key,)+
                }
            }

            /// The one of a key.
            pub fn of_key(key: &str) -> Option<$name> {
                $name::ALL.iter().find(|(own, _)| *own == key).map(|(_, one)| *one)
            }
        }
    };
}

keyed! {
    /// How a fact of a machine is known.
    HowKnown {
        /// The operating system says so.
        OperatingSystem = "operating-system",
        /// The processor says so itself.
        Processor = "processor",
        /// The graphics driver says so.
        Driver = "driver",
        /// It was measured there.
        Measured = "measured",
        /// Somebody typed it.
        Entered = "entered",
    }
}

keyed! {
    /// Why a fact of a machine is not sure.
    WhyDoubted {
        /// A part of the computer's memory is lent, of a size that nobody says.
        SharedMemory = "shared-memory",
        /// The value is where old interfaces end.
        CutOff = "cut-off",
        /// Two sources differ.
        SourcesDiffer = "sources-differ",
        /// The computer is virtual.
        Hypervisor = "hypervisor",
        /// No driver was found.
        NoDriver = "no-driver",
        /// It follows from a name alone.
        ByName = "by-name",
        /// It is that of one of several.
        OneOfSeveral = "one-of-several",
    }
}

keyed! {
    /// What a rate of a machine is of.
    MachineRateKind {
        /// Memory: c = a.
        Copy = "copy",
        /// Memory: b = s c.
        Scale = "scale",
        /// Memory: c = a + b.
        Add = "add",
        /// Memory: a = b + s c.
        Triad = "triad",
        /// Memory: every number read once.
        Read = "read",
        /// Arithmetic in 32-bit floating point.
        F32 = "f32",
        /// Arithmetic in 16-bit floating point.
        F16 = "f16",
        /// Dot products of 8-bit integers.
        Int8 = "int8",
    }
}

keyed! {
    /// A reason to doubt a run.
    RunDoubt {
        /// Others used processors before it began.
        BusyBefore = "busy-before",
        /// Others used processors while it ran.
        BusyDuring = "busy-during",
        /// Its threads had to wait.
        Starved = "starved",
        /// Memory was faster before than after, or the other way round.
        BandwidthMoved = "bandwidth-moved",
    }
}

impl MachineRateKind {
    /// Whether it is of memory, in bytes a second; otherwise of arithmetic, in operations.
    pub const fn is_memory(self) -> bool {
        !matches!(
            self,
            MachineRateKind::F32 | MachineRateKind::F16 | MachineRateKind::Int8
        )
    }
}

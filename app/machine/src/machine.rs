//! A computer: facts about its system, processor, memory and graphics processors.

use serde::{Deserialize, Serialize};
use weighbridge_units::Message;

use crate::fact::Fact;

/// A computer, this one or another.
///
/// [`Machine::of`] makes one of a transcript, `Machine::default()` knows nothing yet, and
/// [`Machine::correct`] sets any fact.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Machine {
    /// The system.
    pub system: SystemFacts,
    /// The processor.
    pub processor: Processor,
    /// Memory in all, as far as this process may use it.
    pub memory_total_bytes: Fact<u64>,
    /// Memory that is free, or would be given back at once.
    pub memory_available_bytes: Fact<u64>,
    /// Graphics processors, those of their own memory first, pretended ones last.
    pub gpus: Vec<Gpu>,
    /// What could not be read, as sentences.
    #[serde(skip)]
    pub faults: Vec<Message>,
}

/// The operating system and what it runs on.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SystemFacts {
    /// Name and version of the operating system.
    pub name: Fact<String>,
    /// The architecture of its programs, such as `x86_64`.
    pub architecture: Fact<String>,
    /// The hypervisor, where the computer is virtual; `none` where it surely is not.
    pub hypervisor: Fact<String>,
}

/// The processor.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Processor {
    /// Its model.
    pub name: Fact<String>,
    /// Who made it.
    pub vendor: Fact<String>,
    /// Cores.
    pub physical_cores: Fact<u64>,
    /// Threads that its cores run at once.
    pub logical_cores: Fact<u64>,
    /// Threads that this process may run at once.
    pub usable_threads: Fact<u64>,
    /// Vector instructions that matter here, by their usual names, such as `AVX-512 VNNI`.
    pub instructions: Fact<Vec<String>>,
    /// The data cache nearest to a core.
    pub level_1_cache_bytes: Fact<u64>,
    /// The cache behind it.
    pub level_2_cache_bytes: Fact<u64>,
    /// All caches of the last level together.
    pub last_level_cache_bytes: Fact<u64>,
}

/// A graphics processor, or what passes itself off as one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Gpu {
    /// Its name.
    pub name: Fact<String>,
    /// Who made it.
    pub vendor: Fact<String>,
    /// Its address on the bus, as `0000:01:00.0`.
    pub pci_address: Fact<String>,
    /// What it is.
    pub kind: Fact<GpuKind>,
    /// Memory that it may use: its own, or all of the computer's where it has none.
    pub memory_total_bytes: Fact<u64>,
    /// What of it is free.
    pub memory_free_bytes: Fact<u64>,
    /// Its driver and the version of that.
    pub driver: Fact<String>,
    /// The largest piece of memory that can be had at once.
    pub largest_buffer_bytes: Fact<u64>,
    /// The largest piece that a kernel sees at once.
    pub largest_binding_bytes: Fact<u64>,
    /// What it offers beyond the ordinary: `shader-f16`, `subgroup`, `timestamp-query`.
    pub features: Fact<Vec<String>>,
    /// Ways to reach it, best first; empty where no driver was found.
    pub ways: Vec<Way>,
}

/// What a graphics processor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GpuKind {
    /// A card with memory of its own.
    Dedicated,
    /// A part of the processor or the board, which works in the computer's memory.
    Shared,
    /// One that a hypervisor passes on.
    Virtual,
    /// No graphics processor: a driver that computes on the processor.
    Software,
}

/// How a graphics processor is reached: an interface, and its place there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// `vulkan`, `metal`, `dx12` or `gl`.
    pub backend: String,
    /// Its place among the adapters that the interface lists.
    pub place: usize,
    /// Its name there.
    pub name: String,
    /// Its address on the bus there; empty where the interface does not say.
    pub pci_address: String,
}

impl GpuKind {
    /// All kinds.
    pub const ALL: [GpuKind; 4] = [
        GpuKind::Dedicated,
        GpuKind::Shared,
        GpuKind::Virtual,
        GpuKind::Software,
    ];

    /// The stable name, as in documents.
    pub const fn key(self) -> &'static str {
        match self {
            GpuKind::Dedicated => "dedicated",
            GpuKind::Shared => "shared",
            GpuKind::Virtual => "virtual",
            GpuKind::Software => "software",
        }
    }
}

impl Gpu {
    /// Whether it is a processor in disguise, whose figures are those of no graphics processor.
    pub fn is_software(&self) -> bool {
        self.kind.value == Some(GpuKind::Software)
    }
}

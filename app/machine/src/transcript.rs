//! What the system said of this computer, word for word, before anybody made sense of it.
//!
//! A transcript is read once and interpreted by [`Machine::of`](crate::Machine::of), a pure
//! function, so that computers that are not here can be tried too, and a report can show what
//! its figures rest on.
//! It names no user, no host and no serial number.

use serde::{Deserialize, Serialize};

/// What the system said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transcript {
    /// Where it comes from, where it was not read from a computer as it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The operating system.
    pub system: SystemSaid,
    /// The processor.
    pub processor: ProcessorSaid,
    /// The memory.
    pub memory: MemorySaid,
    /// Graphics cards as the operating system lists them.
    pub cards: Answer<Vec<CardSaid>>,
    /// Graphics processors as each interface lists them.
    pub backends: Vec<BackendSaid>,
}

/// An answer, or why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer<T> {
    /// What was said.
    Said(T),
    /// Why nothing was said: the key of a sentence, and the reason in English or the system's words.
    Failed {
        /// The key of a sentence with the arguments below.
        key: String,
        /// Arguments of the sentence, as text.
        args: Vec<(String, String)>,
    },
}

/// The operating system.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SystemSaid {
    /// `sysinfo::System::long_os_version`.
    pub long_os_version: Option<String>,
    /// `sysinfo::System::kernel_version`.
    pub kernel_version: Option<String>,
    /// The architecture that this program was compiled for.
    pub architecture: String,
}

/// The processor.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessorSaid {
    /// `sysinfo::Cpu::brand` of the first processor.
    pub system_brand: Option<String>,
    /// `sysinfo::Cpu::vendor_id` of the first processor.
    pub system_vendor: Option<String>,
    /// The brand string of CPUID.
    pub cpuid_brand: Option<String>,
    /// The hypervisor that CPUID names.
    pub cpuid_hypervisor: Option<String>,
    /// Logical processors that `sysinfo` lists.
    pub logical: Option<u32>,
    /// `sysinfo::System::physical_core_count`.
    pub physical: Option<u32>,
    /// `std::thread::available_parallelism`: what this process may use at once.
    pub usable: Option<u32>,
    /// Instruction sets that the standard library detects, by its names.
    pub features: Vec<String>,
    /// Caches that the first processor uses.
    pub caches: Vec<CacheSaid>,
}

/// A cache, according to one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CacheSaid {
    /// Who says so.
    pub source: CacheSource,
    /// 1 for the nearest.
    pub level: u8,
    /// `data`, `instruction` or `unified`.
    pub kind: String,
    /// Its size.
    pub bytes: u64,
    /// Logical processors that share it, where that is known.
    pub shared_by: Option<u32>,
}

/// Who told of a cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CacheSource {
    /// The operating system.
    System,
    /// The processor itself.
    Cpuid,
}

/// The memory.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemorySaid {
    /// `sysinfo::System::total_memory`.
    pub total_bytes: Option<u64>,
    /// `sysinfo::System::available_memory`.
    pub available_bytes: Option<u64>,
    /// What the container that this process runs in may use, where it runs in one.
    pub container_total_bytes: Option<u64>,
    /// What of it is free.
    pub container_free_bytes: Option<u64>,
}

/// A graphics card as the operating system lists it (`sysinfo::Gpu`).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardSaid {
    /// Its address on the bus, as `0000:01:00.0`.
    pub pci: String,
    /// Who made it.
    pub vendor: Option<String>,
    /// Its model.
    pub model: Option<String>,
    /// Memory of its own.
    pub total_memory: Option<u64>,
    /// What of it is in use.
    pub used_memory: Option<u64>,
}

/// What one interface lists.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackendSaid {
    /// `vulkan`, `metal`, `dx12` or `gl`.
    pub backend: String,
    /// Its adapters.
    pub adapters: Answer<Vec<AdapterSaid>>,
}

/// A graphics processor as an interface lists it (`wgpu::AdapterInfo`, limits and features).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdapterSaid {
    /// Its name.
    pub name: String,
    /// The number of who made it, usually that of the PCI register.
    pub vendor: u32,
    /// The number of the device.
    pub device: u32,
    /// `DiscreteGpu`, `IntegratedGpu`, `VirtualGpu`, `Cpu` or `Other`.
    pub device_type: String,
    /// Its address on the bus; empty where the interface does not say.
    pub device_pci_bus_id: String,
    /// The driver.
    pub driver: String,
    /// More about the driver, as its version.
    pub driver_info: String,
    /// `Limits::max_buffer_size`.
    pub max_buffer_size: u64,
    /// `Limits::max_storage_buffer_binding_size`.
    pub max_storage_buffer_binding_size: u64,
    /// Lanes that a subgroup has at least and at most.
    pub subgroup_sizes: (u32, u32),
    /// Those of the features `shader-f16`, `subgroup` and `timestamp-query` that it offers.
    pub features: Vec<String>,
}

impl Transcript {
    /// The transcript as JSON, a key a line.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// A transcript from JSON.
    ///
    /// # Errors
    /// What is wrong with it, in the words of the JSON reader.
    pub fn from_json(json: &str) -> Result<Transcript, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// The transcript as text: a line for each value, its path before it.
    pub fn to_text(&self) -> String {
        let mut lines = String::new();
        if let Ok(value) = serde_json::to_value(self) {
            write_lines("", &value, &mut lines);
        }
        lines
    }
}

fn write_lines(path: &str, value: &serde_json::Value, lines: &mut String) {
    use serde_json::Value;
    let below = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    match value {
        Value::Object(entries) => {
            for (name, value) in entries {
                write_lines(&below(name), value, lines);
            }
        }
        Value::Array(values)
            if values
                .iter()
                .any(|value| value.is_object() || value.is_array()) =>
        {
            for (place, value) in values.iter().enumerate() {
                write_lines(&below(&place.to_string()), value, lines);
            }
        }
        Value::Array(values) => {
            let words: Vec<String> = values.iter().map(plain).collect();
            lines.push_str(&format!("{path} = {}\n", words.join(" ")));
        }
        value => lines.push_str(&format!("{path} = {}\n", plain(value))),
    }
}

fn plain(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => "?".to_owned(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

impl<T> Answer<T> {
    /// What was said, if anything was.
    pub fn said(&self) -> Option<&T> {
        match self {
            Answer::Said(said) => Some(said),
            Answer::Failed { .. } => None,
        }
    }
}

impl<T: Default> Default for Answer<T> {
    fn default() -> Answer<T> {
        Answer::Said(T::default())
    }
}

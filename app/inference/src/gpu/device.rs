//! An adapter, and a device of its own with the limits that weights need.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::runtime::{Lack, RunError};

/// Which adapter is wanted, and what may be used of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// The adapter; where there is none, the best.
    pub adapter: Option<Address>,
    /// Limits other than the adapter's own.
    pub limits: Limits,
    /// What is not to be used although it is there.
    pub without: Features,
}

/// Where an adapter was seen before, perhaps by another process.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// What it is driven through: `vulkan`, `metal` or `dx12`.
    pub backend: String,
    /// Its address on the PCI bus, as `0000:01:00.0`; empty where the backend does not tell it.
    pub pci: String,
    /// Its name.
    pub name: String,
    /// Its place among those of the backend.
    pub place: usize,
}

/// Limits that are asked for instead of the adapter's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// Bytes that a kernel sees of a buffer at once.
    pub binding_bytes: Option<u64>,
    /// Bytes of a buffer.
    pub buffer_bytes: Option<u64>,
}

/// What adapters may offer beyond what every one has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Features {
    /// Sums over lanes that run together.
    pub subgroups: bool,
}

/// What an adapter says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdapterFacts {
    /// Its name.
    pub name: String,
    /// What it is driven through, as `vulkan`.
    pub backend: String,
    /// Its driver, with a version where it tells one.
    pub driver: String,
    /// Its place on the PCI bus; empty where the backend does not tell it.
    pub pci: String,
    /// Whether it is a processor in disguise, whose speed is no GPU's.
    pub is_software: bool,
    /// Bytes that a kernel sees of a buffer at once.
    pub binding_bytes: u64,
    /// Lanes that run together, fewest and most; none where sums over them are not offered.
    pub subgroup: Option<(u32, u32)>,
}

/// Why there is no device.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeviceError {
    /// There is no such adapter.
    #[error("no graphics adapter is {wanted:?}; there are: {}", .found.join(", "))]
    NotFound {
        /// The name of the one that was wanted; empty where any would have done.
        wanted: String,
        /// The adapters that there are.
        found: Vec<String>,
    },
    /// The adapter gave no device.
    #[error("{adapter} gave no device: {reason}")]
    Refused {
        /// Its name.
        adapter: String,
        /// What it said.
        reason: String,
    },
}

/// A device of its own.
pub struct Device {
    pub(super) device: wgpu::Device,
    pub(super) queue: wgpu::Queue,
    facts: AdapterFacts,
    limits: wgpu::Limits,
    troubles: Arc<Mutex<Option<Trouble>>>,
    waits: AtomicU64,
}

/// What went wrong first.
#[derive(Debug, Clone)]
enum Trouble {
    Memory(String),
    Failed(String),
}

impl Trouble {
    fn of(error: &wgpu::Error) -> Trouble {
        match error {
            wgpu::Error::OutOfMemory { .. } => Trouble::Memory(error.to_string()),
            other => Trouble::Failed(other.to_string()),
        }
    }

    /// What it is for whoever wanted so many bytes.
    fn error(&self, bytes: usize) -> RunError {
        match self.clone() {
            Trouble::Memory(said) => RunError::Memory {
                bytes,
                lack: Lack::Other(said),
            },
            Trouble::Failed(reason) => RunError::Device { reason },
        }
    }
}

/// Storage buffers that the widest kernel binds.
pub(super) const STORAGE_BUFFERS: u32 = 9;

impl Device {
    /// The adapters that can run models, those with memory of their own first, software last.
    pub fn adapters() -> Vec<AdapterFacts> {
        found().iter().map(facts).collect()
    }

    /// Opens the wanted adapter; without wishes, the first that is no software, or else software.
    ///
    /// # Errors
    /// [`DeviceError`] where there is no such adapter or it gives no device.
    pub fn open(wanted: &Wanted) -> Result<Device, DeviceError> {
        let adapters = found();
        let chosen = match &wanted.adapter {
            None => adapters.first(),
            Some(address) => at(&adapters, address),
        };
        match chosen {
            Some(found) => Device::of(&found.adapter, wanted),
            None => Err(DeviceError::NotFound {
                wanted: wanted.adapter.clone().unwrap_or_default().name,
                found: adapters.iter().map(|found| facts(found).name).collect(),
            }),
        }
    }

    fn of(adapter: &wgpu::Adapter, wanted: &Wanted) -> Result<Device, DeviceError> {
        let offered = adapter.limits();
        let refused = |reason: String| DeviceError::Refused {
            adapter: adapter.get_info().name,
            reason,
        };
        let mut limits = wgpu::Limits {
            max_buffer_size: offered.max_buffer_size,
            max_storage_buffer_binding_size: offered.max_storage_buffer_binding_size,
            max_storage_buffers_per_shader_stage: offered
                .max_storage_buffers_per_shader_stage
                .min(STORAGE_BUFFERS),
            ..wgpu::Limits::default().or_worse_values_from(&offered)
        };
        if limits.max_storage_buffers_per_shader_stage < STORAGE_BUFFERS {
            let has = limits.max_storage_buffers_per_shader_stage;
            return Err(refused(format!(
                "kernels bind {STORAGE_BUFFERS} buffers, and it offers {has}"
            )));
        }
        if let Some(bytes) = wanted.limits.binding_bytes {
            limits.max_storage_buffer_binding_size = bytes;
        }
        if let Some(bytes) = wanted.limits.buffer_bytes {
            limits.max_buffer_size = bytes;
        }
        let mut facts = facts_of(adapter);
        let mut features = wgpu::Features::empty();
        if facts.subgroup.is_some() && !wanted.without.subgroups {
            features |= wgpu::Features::SUBGROUP;
        } else {
            facts.subgroup = None;
        }
        facts.binding_bytes = limits.max_storage_buffer_binding_size;
        let descriptor = wgpu::DeviceDescriptor {
            label: Some("model"),
            required_features: features,
            required_limits: limits.clone(),
            memory_hints: wgpu::MemoryHints::MemoryUsage,
            ..wgpu::DeviceDescriptor::default()
        };
        let (device, queue) = pollster::block_on(adapter.request_device(&descriptor))
            .map_err(|error| refused(error.to_string()))?;
        let troubles = Arc::new(Mutex::new(None));
        let note = {
            let troubles = Arc::clone(&troubles);
            move |trouble| {
                let mut first = troubles.lock().unwrap_or_else(PoisonError::into_inner);
                first.get_or_insert(trouble);
            }
        };
        let on_error = note.clone();
        device.on_uncaptured_error(Arc::new(move |error: wgpu::Error| {
            on_error(Trouble::of(&error));
        }));
        device.set_device_lost_callback(move |reason, said| {
            note(Trouble::Failed(format!("lost ({reason:?}): {said}")));
        });
        Ok(Device {
            device,
            queue,
            facts,
            limits,
            troubles,
            waits: AtomicU64::new(0),
        })
    }

    /// What the adapter says about itself, and what of it is used.
    pub fn facts(&self) -> &AdapterFacts {
        &self.facts
    }

    /// Bytes that a kernel may see of a buffer at once, and a buffer may have.
    pub(super) fn largest_binding(&self) -> u64 {
        let limits = &self.limits;
        limits
            .max_storage_buffer_binding_size
            .min(limits.max_buffer_size)
    }

    /// How often the device was waited for and came to an end: it grows as long as work goes on,
    /// while weights are brought there too.
    pub fn waits(&self) -> u64 {
        self.waits.load(Ordering::Relaxed)
    }

    /// What went wrong since the device was opened; everything after it is worth nothing.
    ///
    /// # Errors
    /// [`RunError::Memory`] or [`RunError::Device`]; `bytes` is what was wanted last.
    pub(super) fn check(&self, bytes: usize) -> Result<(), RunError> {
        let trouble = self.troubles.lock().unwrap_or_else(PoisonError::into_inner);
        trouble
            .as_ref()
            .map_or(Ok(()), |trouble| Err(trouble.error(bytes)))
    }

    /// Waits until everything that was submitted is done.
    ///
    /// # Errors
    /// [`RunError`] where the device failed.
    pub(super) fn wait(&self) -> Result<(), RunError> {
        self.wait_for(None)
    }

    pub(super) fn wait_for(&self, index: Option<wgpu::SubmissionIndex>) -> Result<(), RunError> {
        let poll = wgpu::PollType::Wait {
            submission_index: index,
            timeout: None,
        };
        let polled = self.device.poll(poll);
        self.check(0)?;
        self.waits.fetch_add(1, Ordering::Relaxed);
        polled.map(|_| ()).map_err(|error| RunError::Device {
            reason: error.to_string(),
        })
    }

    /// Gives the device back to the system, as if it had been removed; for tests.
    #[doc(hidden)]
    pub fn remove(&self) {
        self.device.destroy();
    }
}

/// An adapter, and its place among those of its backend.
struct Found {
    adapter: wgpu::Adapter,
    place: usize,
}

/// Every adapter of the backends that have compute kernels worth timing; OpenGL is left out.
fn found() -> Vec<Found> {
    let mut all = Vec::new();
    for backends in [
        wgpu::Backends::VULKAN,
        wgpu::Backends::METAL,
        wgpu::Backends::DX12,
    ] {
        if !wgpu::Instance::enabled_backend_features().contains(backends) {
            continue;
        }
        let instance = wgpu::Instance::new(wgpu::InstanceDescriptor {
            backends,
            flags: wgpu::InstanceFlags::empty(),
            // A budget that is all used up makes an error here, and a lost device elsewhere.
            memory_budget_thresholds: wgpu::MemoryBudgetThresholds {
                for_resource_creation: Some(95),
                for_device_loss: None,
            },
            ..wgpu::InstanceDescriptor::new_without_display_handle()
        });
        let adapters = pollster::block_on(instance.enumerate_adapters(backends));
        let numbered = adapters.into_iter().enumerate();
        all.extend(numbered.map(|(place, adapter)| Found { adapter, place }));
    }
    all.sort_by_key(|found| match found.adapter.get_info().device_type {
        wgpu::DeviceType::DiscreteGpu => 0,
        wgpu::DeviceType::IntegratedGpu => 1,
        wgpu::DeviceType::VirtualGpu => 2,
        wgpu::DeviceType::Other => 3,
        wgpu::DeviceType::Cpu => 4,
    });
    all
}

/// The adapter at an address: the same on the bus where the backend tells it, otherwise of the
/// same name, in the same place if there are several.
fn at<'a>(adapters: &'a [Found], address: &Address) -> Option<&'a Found> {
    let of_backend = |found: &&Found| {
        let backend = found.adapter.get_info().backend;
        address.backend.is_empty() || backend.to_str() == address.backend
    };
    let of_backend: Vec<&Found> = adapters.iter().filter(of_backend).collect();
    let on_bus = |found: &&&Found| found.adapter.get_info().device_pci_bus_id == address.pci;
    if !address.pci.is_empty() {
        return of_backend.iter().find(on_bus).copied();
    }
    let named = |found: &&&Found| found.adapter.get_info().name == address.name;
    let in_place = |found: &&&Found| found.place == address.place;
    let mut same_name = of_backend.iter().filter(named);
    let first = same_name.clone().next();
    same_name.find(in_place).or(first).copied()
}

fn facts(found: &Found) -> AdapterFacts {
    facts_of(&found.adapter)
}

fn facts_of(adapter: &wgpu::Adapter) -> AdapterFacts {
    let info = adapter.get_info();
    let has_subgroups = adapter.features().contains(wgpu::Features::SUBGROUP);
    AdapterFacts {
        is_software: info.device_type == wgpu::DeviceType::Cpu,
        backend: info.backend.to_str().to_owned(),
        driver: format!("{} {}", info.driver, info.driver_info)
            .trim()
            .to_owned(),
        binding_bytes: adapter.limits().max_storage_buffer_binding_size,
        subgroup: has_subgroups.then_some((info.subgroup_min_size, info.subgroup_max_size)),
        pci: info.device_pci_bus_id,
        name: info.name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_that_is_not_there_is_told_from_other_troubles() {
        let error = wgpu::Error::OutOfMemory {
            source: "no memory of this kind is left".into(),
        };
        let full = Trouble::of(&error).error(7);
        assert!(matches!(full, RunError::Memory { bytes: 7, .. }), "{full}");
        let error = wgpu::Error::Internal {
            source: "the driver".into(),
            description: "the driver is confused".to_owned(),
        };
        let reason = "the driver is confused".to_owned();
        assert_eq!(Trouble::of(&error).error(7), RunError::Device { reason });
    }
}

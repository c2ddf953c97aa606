//! Reads what the system says into a transcript, without making sense of it.

mod adapters;
mod caches;
mod cards;
mod look;
mod processor;

pub(crate) use adapters::find_adapter;
pub use look::{LOOK, serve_look};

use sysinfo::{MemoryRefreshKind, RefreshKind, System};

use crate::child::Child;
use crate::transcript::{MemorySaid, SystemSaid, Transcript};

/// Reads this computer.
///
/// What graphics drivers say is asked in child processes of `graphics`, one for each interface,
/// and takes some tenths of a second; a driver that falls over costs its own answer alone.
/// Without `graphics` nothing is asked of them.
pub fn read(graphics: Option<&Child>) -> Transcript {
    let mut transcript = Transcript {
        note: None,
        system: system(),
        processor: processor::read(),
        memory: memory(),
        ..Transcript::default()
    };
    if let Some(child) = graphics {
        look::ask(child, &mut transcript);
    }
    transcript
}

fn system() -> SystemSaid {
    SystemSaid {
        long_os_version: System::long_os_version().ok(),
        kernel_version: System::kernel_version().ok(),
        architecture: std::env::consts::ARCH.to_owned(),
    }
}

fn memory() -> MemorySaid {
    let kind = RefreshKind::nothing().with_memory(MemoryRefreshKind::nothing().with_ram());
    let Ok(system) = System::new_with_specifics(kind) else {
        return MemorySaid::default();
    };
    // A system that does not say gives nought.
    let some = |bytes: u64| (bytes > 0).then_some(bytes);
    let container = system.cgroup_limits();
    MemorySaid {
        total_bytes: some(system.total_memory()),
        available_bytes: some(system.available_memory()),
        container_total_bytes: container
            .as_ref()
            .and_then(|limits| some(limits.total_memory)),
        container_free_bytes: container.map(|limits| limits.free_memory),
    }
}

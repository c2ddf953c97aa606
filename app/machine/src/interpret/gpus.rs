//! Graphics processors: cards of the operating system joined to adapters of the interfaces.
//!
//! A card is known by its address on the bus, and an adapter too where its interface tells it.
//! Where it does not, names join them, and after that a maker of whom there is only one.
//! Two adapters of one interface are two graphics processors, unless they have one address:
//! Vulkan lists a card once for each of its drivers.
//! DirectX 12's address is looked up by the number of the model (wgpu 30), so that two equal
//! cards get the same one; there it joins the first and says nothing about the second.

use crate::fact::{Doubt, Fact, Known};
use crate::machine::{Gpu, GpuKind, Machine, Way};
use crate::transcript::{AdapterSaid, CardSaid, Transcript};

/// Interfaces, the one first through which programs compute best.
const BEST_FIRST: [&str; 4] = ["metal", "vulkan", "dx12", "gl"];

/// The address that `sysinfo` gives to what is not on a bus.
const NO_ADDRESS: &str = "ffffffff:ff:ff.255";

/// Where old interfaces with 32 bits end: 4 GiB, less the megabyte that some round down to.
const CUT_OFF: std::ops::Range<u64> = 0xFFF0_0000..0x1_0000_0000;

/// A card, adapters, or both, that are one graphics processor.
#[derive(Default)]
struct Joined<'a> {
    card: Option<&'a CardSaid>,
    adapters: Vec<(&'a str, usize, &'a AdapterSaid)>,
}

/// The graphics processors of a transcript; `machine` tells of the memory that some share.
pub(super) fn interpret(transcript: &Transcript, machine: &Machine) -> Vec<Gpu> {
    let mut gpus: Vec<Gpu> = join(transcript)
        .iter()
        .map(|joined| gpu(joined, machine))
        .collect();
    // Unknown kinds come behind cards and shared ones, pretended ones last.
    gpus.sort_by_key(|gpu| match gpu.kind.value {
        Some(GpuKind::Dedicated) => 0,
        Some(GpuKind::Shared) => 1,
        Some(GpuKind::Virtual) => 2,
        None => 3,
        Some(GpuKind::Software) => 4,
    });
    gpus
}

fn join(transcript: &Transcript) -> Vec<Joined<'_>> {
    let cards = transcript.cards.said().into_iter().flatten();
    let mut joined: Vec<Joined> = cards
        .map(|card| Joined {
            card: Some(card),
            adapters: Vec::new(),
        })
        .collect();
    for backend in BEST_FIRST {
        let said = transcript
            .backends
            .iter()
            .find(|said| said.backend == backend);
        let adapters = said.and_then(|said| said.adapters.said());
        for (place, adapter) in adapters.into_iter().flatten().enumerate() {
            let found = joined
                .iter()
                .position(|one| one.has_address_of(backend, adapter))
                .or_else(|| {
                    only(&joined, |one| {
                        one.may_be(backend, adapter) && one.has_name_of(adapter)
                    })
                })
                .or_else(|| {
                    only(&joined, |one| {
                        let is_open = backend == "gl" || one.adapters.is_empty();
                        is_open && one.may_be(backend, adapter) && one.is_of_maker_of(adapter)
                    })
                });
            // OpenGL gives other names and no address; what it lists of a maker of whom better
            // interfaces list several is one of those.
            let is_listed = backend == "gl" && joined.iter().any(|one| one.is_of_maker_of(adapter));
            if found.is_none() && is_listed {
                continue;
            }
            let at = found.unwrap_or_else(|| {
                joined.push(Joined::default());
                joined.len() - 1
            });
            joined[at].adapters.push((backend, place, adapter));
        }
    }
    joined
}

/// The place of the only one of which something holds.
fn only<T>(list: &[T], holds: impl Fn(&T) -> bool) -> Option<usize> {
    let mut places = (0..list.len()).filter(|place| holds(&list[*place]));
    let first = places.next()?;
    places.next().is_none().then_some(first)
}

impl Joined<'_> {
    fn has_address_of(&self, backend: &str, adapter: &AdapterSaid) -> bool {
        let address = adapter.device_pci_bus_id.to_lowercase();
        let is_own = !address.is_empty() && self.address().is_some_and(|own| own == address);
        is_own && (backend != "dx12" || !self.is_taken_by(backend))
    }

    fn is_taken_by(&self, backend: &str) -> bool {
        self.adapters.iter().any(|(own, _, _)| *own == backend)
    }

    fn address(&self) -> Option<String> {
        let of_card = self.card.map(|card| card.pci.to_lowercase());
        let of_card = of_card.filter(|address| address != NO_ADDRESS);
        of_card.or_else(|| {
            let addresses = self
                .adapters
                .iter()
                .map(|(_, _, one)| one.device_pci_bus_id.to_lowercase());
            addresses.into_iter().find(|address| !address.is_empty())
        })
    }

    /// Whether nothing speaks against it: no other adapter of the interface, no other address,
    /// and both or none of them real.
    fn may_be(&self, backend: &str, adapter: &AdapterSaid) -> bool {
        let addresses = (self.address(), adapter.device_pci_bus_id.as_str());
        let has_other_address =
            matches!(&addresses, (Some(_), told) if !told.is_empty()) && backend != "dx12";
        let is_software = is_software(adapter);
        let fits = match self.adapters.first() {
            Some((_, _, own)) => self::is_software(own) == is_software,
            None => !is_software,
        };
        !self.is_taken_by(backend) && !has_other_address && fits
    }

    fn has_name_of(&self, adapter: &AdapterSaid) -> bool {
        let name = plain_name(&adapter.name);
        let of_card = self.card.and_then(|card| card.model.as_deref());
        let of_adapters = self.adapters.iter().map(|(_, _, own)| own.name.as_str());
        of_card
            .into_iter()
            .chain(of_adapters)
            .any(|own| plain_name(own) == name)
    }

    /// Whether it is a card of the same maker that nothing was joined to yet, or what other
    /// interfaces list of that maker.
    fn is_of_maker_of(&self, adapter: &AdapterSaid) -> bool {
        let Some(maker) = maker(adapter.vendor) else {
            return false;
        };
        if let Some((_, _, own)) = self.adapters.first() {
            return own.vendor == adapter.vendor;
        }
        let of_card = self.card.and_then(|card| card.vendor.as_deref());
        of_card.is_some_and(|vendor| vendor.to_lowercase().contains(&maker.to_lowercase()))
    }
}

fn gpu(joined: &Joined, machine: &Machine) -> Gpu {
    let best = joined.adapters.first().map(|(_, _, adapter)| *adapter);
    let kind = kind(joined);
    let (memory_total_bytes, memory_free_bytes) = memory(joined, &kind, machine);
    let by_driver = |value: Option<u64>| Fact::said(value.filter(|one| *one > 0), Known::Driver);
    Gpu {
        name: name(joined),
        vendor: vendor(joined),
        pci_address: Fact::said(joined.address(), Known::OperatingSystem),
        memory_total_bytes,
        memory_free_bytes,
        driver: Fact::said(best.and_then(driver), Known::Driver),
        largest_buffer_bytes: by_driver(best.map(|one| one.max_buffer_size)),
        largest_binding_bytes: by_driver(best.map(|one| one.max_storage_buffer_binding_size)),
        features: Fact::said(best.map(|one| one.features.clone()), Known::Driver),
        ways: joined
            .adapters
            .iter()
            .map(|(backend, place, adapter)| Way {
                backend: (*backend).to_owned(),
                place: *place,
                name: adapter.name.clone(),
                pci_address: adapter.device_pci_bus_id.clone(),
            })
            .collect(),
        kind,
    }
}

fn kind(joined: &Joined) -> Fact<GpuKind> {
    // OpenGL guesses from the name; the others ask.
    let Some((backend, _, adapter)) = joined.adapters.first() else {
        return Fact::unknown();
    };
    let kind = match adapter.device_type.as_str() {
        "DiscreteGpu" => GpuKind::Dedicated,
        "IntegratedGpu" => GpuKind::Shared,
        "VirtualGpu" => GpuKind::Virtual,
        "Cpu" => GpuKind::Software,
        _ => return Fact::unknown(),
    };
    match *backend == "gl" && kind != GpuKind::Software {
        true => Fact::doubtful(kind, Known::Driver, Doubt::ByName),
        false => Fact::sure(kind, Known::Driver),
    }
}

/// Memory in all and what of it is free.
fn memory(joined: &Joined, kind: &Fact<GpuKind>, machine: &Machine) -> (Fact<u64>, Fact<u64>) {
    let lent = |fact: &Fact<u64>| fact.clone().in_doubt(Some(Doubt::SharedMemory));
    match kind.value {
        Some(GpuKind::Shared | GpuKind::Software) => (
            lent(&machine.memory_total_bytes),
            lent(&machine.memory_available_bytes),
        ),
        Some(GpuKind::Dedicated | GpuKind::Virtual) | None => {
            let card = joined.card;
            let has_driver = !joined.adapters.is_empty();
            let total = card
                .and_then(|card| card.total_memory)
                .filter(|total| *total > 0);
            let used = card.and_then(|card| card.used_memory);
            let doubt = match total {
                Some(total) if CUT_OFF.contains(&total) => Some(Doubt::CutOff),
                _ if kind.value == Some(GpuKind::Virtual) => Some(Doubt::Hypervisor),
                _ if !has_driver => Some(Doubt::NoDriver),
                _ => None,
            };
            let free = match (total, used) {
                (Some(total), Some(used)) => total.checked_sub(used),
                _ => None,
            };
            (
                Fact::said(total, Known::OperatingSystem).in_doubt(doubt),
                Fact::said(free, Known::OperatingSystem).in_doubt(doubt),
            )
        }
    }
}

fn name(joined: &Joined) -> Fact<String> {
    let adapter = joined.adapters.first().map(|(_, _, one)| one.name.as_str());
    let card = joined.card.and_then(|card| card.model.clone());
    match (adapter, card) {
        (Some(name), _) if !name.trim().is_empty() => {
            Fact::sure(name.trim().to_owned(), Known::Driver)
        }
        (_, card) => Fact::said(card, Known::OperatingSystem),
    }
}

fn vendor(joined: &Joined) -> Fact<String> {
    let by_number = joined
        .adapters
        .iter()
        .find_map(|(_, _, one)| maker(one.vendor));
    match by_number {
        Some(maker) => Fact::sure(maker.to_owned(), Known::Driver),
        None => Fact::said(
            joined.card.and_then(|card| card.vendor.clone()),
            Known::OperatingSystem,
        ),
    }
}

fn driver(adapter: &AdapterSaid) -> Option<String> {
    let words = format!("{} {}", adapter.driver.trim(), adapter.driver_info.trim());
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}

fn is_software(adapter: &AdapterSaid) -> bool {
    adapter.device_type == "Cpu"
}

/// Makers by their number in the PCI register, and one of Khronos's.
fn maker(number: u32) -> Option<&'static str> {
    Some(match number {
        0x1002 | 0x1022 => "AMD",
        0x10de => "NVIDIA",
        0x8086 => "Intel",
        0x106b => "Apple",
        0x13b5 => "Arm",
        0x5143 => "Qualcomm",
        0x1ed5 => "Moore Threads",
        0x10005 => "Mesa",
        0x1414 => "Microsoft",
        _ => return None,
    })
}

/// A name without what interfaces add to it.
fn plain_name(name: &str) -> String {
    // Direct3D behind Vulkan: “Microsoft Direct3D12 (NVIDIA GeForce RTX 3070)”.
    let inner = name
        .strip_prefix("Microsoft Direct3D12 (")
        .and_then(|rest| rest.strip_suffix(')'))
        .unwrap_or(name);
    // OpenGL: “NVIDIA GeForce RTX 3070/PCIe/SSE2”, “AMD Radeon RX 7900 XT (radeonsi, navi31, …)”.
    let inner = inner.split("/PCIe").next().unwrap_or(inner);
    let inner = inner.split(" (").next().unwrap_or(inner);
    inner
        .replace("(TM)", "")
        .replace("(R)", "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

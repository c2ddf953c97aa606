//! Graphics processors as each interface lists them.

use wgpu::{Backends, Features, Instance, InstanceDescriptor, InstanceFlags};

use crate::machine::Way;
use crate::transcript::AdapterSaid;

/// The interfaces through which programs compute on graphics processors, and their names.
pub(crate) const BACKENDS: [(&str, Backends); 4] = [
    ("vulkan", Backends::VULKAN),
    ("metal", Backends::METAL),
    ("dx12", Backends::DX12),
    ("gl", Backends::GL),
];

/// Features that matter here, by the names in which transcripts have them.
const FEATURES: [(&str, Features); 3] = [
    ("shader-f16", Features::SHADER_F16),
    ("subgroup", Features::SUBGROUP),
    ("timestamp-query", Features::TIMESTAMP_QUERY),
];

/// Those of the interfaces that exist on this operating system.
pub(super) fn backends_here() -> impl Iterator<Item = &'static str> {
    let here = Instance::enabled_backend_features();
    BACKENDS
        .into_iter()
        .filter(move |(_, backend)| here.intersects(*backend))
        .map(|(name, _)| name)
}

/// An instance of one interface by its name, without layers that check what we do.
pub(crate) fn instance(backend: &str) -> Option<(Instance, Backends)> {
    let (_, backends) = BACKENDS.into_iter().find(|(name, _)| *name == backend)?;
    let mut descriptor = InstanceDescriptor::new_without_display_handle();
    descriptor.backends = backends;
    descriptor.flags = InstanceFlags::empty();
    Some((Instance::new(descriptor), backends))
}

/// Lists the adapters of an interface; this loads its drivers.
pub(super) fn read(backend: &str) -> Vec<AdapterSaid> {
    let Some((instance, backends)) = instance(backend) else {
        return Vec::new();
    };
    let adapters = pollster::block_on(instance.enumerate_adapters(backends));
    adapters.iter().map(said).collect()
}

/// What an adapter says of itself.
fn said(adapter: &wgpu::Adapter) -> AdapterSaid {
    let info = adapter.get_info();
    let limits = adapter.limits();
    let offered = adapter.features();
    AdapterSaid {
        name: info.name,
        vendor: info.vendor,
        device: info.device,
        device_type: format!("{:?}", info.device_type),
        device_pci_bus_id: info.device_pci_bus_id,
        driver: info.driver,
        driver_info: info.driver_info,
        max_buffer_size: limits.max_buffer_size,
        max_storage_buffer_binding_size: limits.max_storage_buffer_binding_size,
        subgroup_sizes: (info.subgroup_min_size, info.subgroup_max_size),
        features: FEATURES
            .into_iter()
            .filter(|(_, feature)| offered.contains(*feature))
            .map(|(name, _)| name.to_owned())
            .collect(),
    }
}

/// Finds an adapter again by the way that a machine has of it: by its address where the
/// interface tells it, otherwise by its place if the name is the same, otherwise by its name.
///
/// For child processes: this loads the driver.
pub(crate) fn find_adapter(way: &Way) -> Option<wgpu::Adapter> {
    let (instance, backends) = instance(&way.backend)?;
    let mut adapters = pollster::block_on(instance.enumerate_adapters(backends));
    let infos: Vec<_> = adapters.iter().map(wgpu::Adapter::get_info).collect();
    let is_same = |place: usize| {
        let told = infos.get(place);
        told.is_some_and(|info| info.name == way.name && info.device_pci_bus_id == way.pci_address)
    };
    let by = |test: &dyn Fn(&wgpu::AdapterInfo) -> bool| infos.iter().position(test);
    let place = is_same(way.place)
        .then_some(way.place)
        .or_else(|| {
            let address = &way.pci_address;
            by(&|info| !address.is_empty() && info.device_pci_bus_id == *address)
        })
        .or_else(|| by(&|info| info.name == way.name))?;
    Some(adapters.swap_remove(place))
}

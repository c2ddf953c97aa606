//! What the system and the processor say of the processor.

use sysinfo::{CpuRefreshKind, RefreshKind, System};

use super::caches;
use crate::transcript::ProcessorSaid;

/// Reads what is said of the processor.
pub(super) fn read() -> ProcessorSaid {
    let kind = RefreshKind::nothing().with_cpu(CpuRefreshKind::nothing());
    let system = System::new_with_specifics(kind);
    let processors = system.as_ref().map(System::cpus).unwrap_or_default();
    let first = processors.first();
    let count = |count: usize| u32::try_from(count).ok().filter(|count| *count > 0);
    let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    ProcessorSaid {
        system_brand: first.and_then(|one| said(one.brand())),
        system_vendor: first.and_then(|one| said(one.vendor_id())),
        cpuid_brand: cpuid_brand(),
        cpuid_hypervisor: cpuid_hypervisor(),
        logical: count(processors.len()),
        physical: System::physical_core_count().ok().and_then(count),
        usable: std::thread::available_parallelism()
            .ok()
            .and_then(|threads| count(threads.get())),
        features: features(),
        caches: caches::read(),
    }
}

#[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
fn cpuid_brand() -> Option<String> {
    let brand = raw_cpuid::CpuId::new().get_processor_brand_string()?;
    Some(brand.as_str().trim().to_owned()).filter(|brand| !brand.is_empty())
}

#[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
fn cpuid_hypervisor() -> Option<String> {
    let hypervisor = raw_cpuid::CpuId::new().get_hypervisor_info()?;
    Some(format!("{:?}", hypervisor.identify()))
}

#[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
fn cpuid_brand() -> Option<String> {
    None
}

#[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
fn cpuid_hypervisor() -> Option<String> {
    None
}

/// Names of those among the instruction sets that this processor has.
macro_rules! detected {
    ($detect:ident: $($name:tt),* $(,)?) => {{
        let mut names = Vec::new();
        $(if std::arch::$detect!($name) {
            names.push($name.to_owned());
        })*
        names
    }};
}

#[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
fn features() -> Vec<String> {
    detected!(is_x86_feature_detected:
        "sse2", "sse4.1", "sse4.2", "avx", "avx2", "fma", "f16c", "avxvnni",
        "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl", "avx512vnni", "avx512bf16",
        "avx512fp16",
    )
}

#[cfg(target_arch = "aarch64")]
fn features() -> Vec<String> {
    detected!(is_aarch64_feature_detected:
        "neon", "dotprod", "fp16", "i8mm", "bf16", "sve", "sve2",
    )
}

#[cfg(not(any(target_arch = "x86", target_arch = "x86_64", target_arch = "aarch64")))]
fn features() -> Vec<String> {
    Vec::new()
}

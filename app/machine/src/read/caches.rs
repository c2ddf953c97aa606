//! What is said of the caches of the first processor.

use crate::transcript::CacheSaid;

/// What the system says and what the processor says.
pub(super) fn read() -> Vec<CacheSaid> {
    let mut caches = of_system();
    caches.extend(of_cpuid());
    caches
}

#[cfg(target_os = "linux")]
fn of_system() -> Vec<CacheSaid> {
    use crate::transcript::CacheSource;
    let folder = std::path::Path::new("/sys/devices/system/cpu/cpu0/cache");
    let mut caches = Vec::new();
    for place in 0..16 {
        let said = |name: &str| {
            let path = folder.join(format!("index{place}")).join(name);
            std::fs::read_to_string(path)
                .ok()
                .map(|text| text.trim().to_owned())
        };
        let (Some(level), Some(kind), Some(size)) = (said("level"), said("type"), said("size"))
        else {
            break;
        };
        if let (Ok(level), Some(bytes)) = (level.parse(), bytes_of(&size)) {
            caches.push(CacheSaid {
                source: CacheSource::System,
                level,
                kind: kind.to_lowercase(),
                bytes,
                shared_by: said("shared_cpu_list").and_then(|list| processors_in(&list)),
            });
        }
    }
    caches
}

/// Bytes of a size as Linux writes it, such as `32768K`.
#[cfg(any(target_os = "linux", test))]
fn bytes_of(size: &str) -> Option<u64> {
    let end = size.find(|letter: char| !letter.is_ascii_digit());
    let (digits, unit) = size.split_at(end.unwrap_or(size.len()));
    let factor = match unit {
        "" => 1,
        "K" => 1 << 10,
        "M" => 1 << 20,
        "G" => 1 << 30,
        _ => return None,
    };
    digits.parse::<u64>().ok()?.checked_mul(factor)
}

/// How many processors a list as Linux writes it names, such as `0-3,8-11`.
#[cfg(any(target_os = "linux", test))]
fn processors_in(list: &str) -> Option<u32> {
    list.split(',').try_fold(0_u32, |sum, part| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (first.parse::<u32>().ok()?, last.parse::<u32>().ok()?);
        sum.checked_add(last.checked_sub(first)?.checked_add(1)?)
    })
}

#[cfg(target_os = "macos")]
fn of_system() -> Vec<CacheSaid> {
    use crate::transcript::CacheSource;
    // The fast cores of an Apple processor are its performance level 0.
    let names = [
        ("hw.perflevel0.l1dcachesize", "hw.l1dcachesize", 1, "data"),
        ("hw.perflevel0.l2cachesize", "hw.l2cachesize", 2, "unified"),
        ("hw.l3cachesize", "hw.l3cachesize", 3, "unified"),
    ];
    let said = |name: &str| {
        let answer = std::process::Command::new("/usr/sbin/sysctl")
            .args(["-n", name])
            .output()
            .ok()?;
        let text = String::from_utf8(answer.stdout).ok()?;
        text.trim().parse::<u64>().ok().filter(|value| *value > 0)
    };
    let caches = names.iter().filter_map(|(first, second, level, kind)| {
        let shared_by = match level {
            2 => said("hw.perflevel0.cpusperl2"),
            3 => said("hw.cpusperl3"),
            _ => Some(1),
        };
        Some(CacheSaid {
            source: CacheSource::System,
            level: *level,
            kind: (*kind).to_owned(),
            bytes: said(first).or_else(|| said(second))?,
            shared_by: shared_by.and_then(|count| u32::try_from(count).ok()),
        })
    });
    caches.collect()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn of_system() -> Vec<CacheSaid> {
    Vec::new()
}

#[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
fn of_cpuid() -> Vec<CacheSaid> {
    use crate::transcript::CacheSource;
    use raw_cpuid::{CacheType, CpuId};
    let Some(caches) = CpuId::new().get_cache_parameters() else {
        return Vec::new();
    };
    let said = caches.filter_map(|cache| {
        let kind = match cache.cache_type() {
            CacheType::Data => "data",
            CacheType::Instruction => "instruction",
            CacheType::Unified => "unified",
            CacheType::Null | CacheType::Reserved => return None,
        };
        let size = [
            cache.associativity(),
            cache.physical_line_partitions(),
            cache.coherency_line_size(),
            cache.sets(),
        ];
        let bytes = size
            .iter()
            .try_fold(1_u64, |product, factor| product.checked_mul(*factor as u64))?;
        Some(CacheSaid {
            source: CacheSource::Cpuid,
            level: cache.level(),
            kind: kind.to_owned(),
            bytes,
            // CPUID tells how many numbers are set aside, not how many processors there are.
            shared_by: None,
        })
    });
    said.collect()
}

#[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
fn of_cpuid() -> Vec<CacheSaid> {
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_lists_of_linux_are_understood() {
        for (size, bytes) in [
            ("48K", Some(49_152)),
            ("32768K", Some(33_554_432)),
            ("96M", Some(100_663_296)),
            ("512", Some(512)),
            ("1.5M", None),
            ("", None),
        ] {
            assert_eq!(bytes_of(size), bytes, "{size}");
        }
        for (list, count) in [
            ("0", Some(1)),
            ("0-1", Some(2)),
            ("0-3,8-11", Some(8)),
            ("3-1", None),
            ("", None),
            ("0-4294967295", None),
        ] {
            assert_eq!(processors_in(list), count, "{list}");
        }
    }
}

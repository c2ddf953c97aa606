//! What is made of what was said of the processor.

use crate::fact::{Doubt, Fact, Known};
use crate::machine::Processor;
use crate::transcript::{CacheSaid, CacheSource, ProcessorSaid};

/// Instruction sets by their usual names, and what the standard library calls all their parts.
const INSTRUCTIONS: [(&str, &[&str]); 14] = [
    ("SSE4.2", &["sse4.2"]),
    ("AVX", &["avx"]),
    ("AVX2", &["avx2"]),
    ("FMA", &["fma"]),
    ("F16C", &["f16c"]),
    ("AVX-VNNI", &["avxvnni"]),
    ("AVX-512", &["avx512f", "avx512bw", "avx512dq", "avx512vl"]),
    ("AVX-512 VNNI", &["avx512f", "avx512vnni"]),
    ("AVX-512 BF16", &["avx512f", "avx512bf16"]),
    ("AVX-512 FP16", &["avx512f", "avx512fp16"]),
    ("NEON", &["neon"]),
    ("NEON FP16", &["neon", "fp16"]),
    ("dot product", &["neon", "dotprod"]),
    ("I8MM", &["neon", "i8mm"]),
];

/// What is made of it; `doubt` is what a virtual machine does to figures of caches and cores.
pub(super) fn interpret(said: &ProcessorSaid, doubt: Option<Doubt>) -> Processor {
    let count = |count: Option<u32>| Fact::said(count.map(u64::from), Known::OperatingSystem);
    let level = |level: u8| match level {
        1 => of_level(said, 1, "data"),
        level => of_level(said, level, "unified"),
    };
    Processor {
        name: name(said),
        vendor: Fact::said(
            said.system_vendor.as_deref().map(vendor).map(str::to_owned),
            Known::OperatingSystem,
        ),
        physical_cores: count(said.physical).in_doubt(doubt),
        logical_cores: count(said.logical),
        usable_threads: count(said.usable),
        instructions: instructions(said),
        level_1_cache_bytes: level(1).in_doubt(doubt),
        level_2_cache_bytes: level(2).in_doubt(doubt),
        last_level_cache_bytes: last_level(said).in_doubt(doubt),
    }
}

fn name(said: &ProcessorSaid) -> Fact<String> {
    match (&said.cpuid_brand, &said.system_brand) {
        (Some(name), _) => Fact::sure(tidy(name), Known::Processor),
        (None, Some(name)) => Fact::sure(tidy(name), Known::OperatingSystem),
        (None, None) => Fact::unknown(),
    }
}

/// A name without doubled spaces and marks of trade.
fn tidy(name: &str) -> String {
    let name = name
        .replace("(R)", "")
        .replace("(TM)", "")
        .replace("(tm)", "");
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn vendor(id: &str) -> &str {
    match id {
        "GenuineIntel" => "Intel",
        "AuthenticAMD" => "AMD",
        other => other,
    }
}

fn instructions(said: &ProcessorSaid) -> Fact<Vec<String>> {
    if said.features.is_empty() {
        return Fact::unknown();
    }
    let has = |part: &&str| said.features.iter().any(|feature| feature == part);
    let named = INSTRUCTIONS
        .iter()
        .filter(|(_, parts)| parts.iter().all(has))
        .map(|(name, _)| (*name).to_owned())
        .collect();
    Fact::sure(named, Known::Processor)
}

/// A cache of a level: what the system says, in doubt where the processor says another size.
fn of_level(said: &ProcessorSaid, level: u8, kind: &str) -> Fact<u64> {
    let from = |source: CacheSource| {
        let found = said
            .caches
            .iter()
            .find(|cache| cache.source == source && cache.level == level && cache.kind == kind);
        found.map(|cache| cache.bytes).filter(|bytes| *bytes > 0)
    };
    match (from(CacheSource::System), from(CacheSource::Cpuid)) {
        (Some(system), Some(cpuid)) if system != cpuid => {
            Fact::doubtful(system, Known::OperatingSystem, Doubt::SourcesDiffer)
        }
        (Some(bytes), _) => Fact::sure(bytes, Known::OperatingSystem),
        (None, cpuid) => Fact::said(cpuid, Known::Processor),
    }
}

/// All caches of the last level: one, times as many as there are.
fn last_level(said: &ProcessorSaid) -> Fact<u64> {
    let last = |source: CacheSource| {
        let own = said.caches.iter().filter(|cache| {
            cache.source == source && cache.kind != "instruction" && cache.bytes > 0
        });
        own.max_by_key(|cache| cache.level)
    };
    let Some(cache) = last(CacheSource::System).or_else(|| last(CacheSource::Cpuid)) else {
        return Fact::unknown();
    };
    let one = of_level(said, cache.level, &cache.kind);
    let (Some(bytes), Some(times)) = (one.value, how_many(cache, said.logical)) else {
        // Without a word on who shares it there may be several.
        return one.in_doubt(Some(Doubt::OneOfSeveral));
    };
    Fact {
        value: bytes.checked_mul(times),
        ..one
    }
}

/// How many caches like this one there are, where all processors have one like it.
fn how_many(cache: &CacheSaid, logical: Option<u32>) -> Option<u64> {
    let (shared_by, logical) = (cache.shared_by?, logical?);
    (shared_by > 0).then(|| u64::from(logical.div_ceil(shared_by)))
}

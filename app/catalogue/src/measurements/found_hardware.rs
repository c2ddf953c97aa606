//! Which hardware of ours a name stands for that a driver or a processor gives: the right one or
//! none, never a wrong one.
//!
//! A laptop's chip is not the card of the same number, and 40 GB are not 80: every word of a
//! name must agree but those that makers put before all their products, and so must the memory.

use std::collections::BTreeSet;

use weighbridge_engine::catalogue::Catalogue;

use super::built_in;
use crate::built_in::measurement_file;

/// Hardware of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundHardware {
    /// Its id among measurements, where it was measured.
    pub measured: Option<String>,
    /// Its id in the catalogue, where it stands there.
    pub catalogue: Option<String>,
}

/// What was found on a computer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found<'a> {
    /// A processor, by the name that it gives.
    Processor(&'a str),
    /// A graphics processor, by the name that its driver gives, and the memory of its own, where
    /// that is known.
    Gpu(&'a str, Option<u64>),
}

/// Words that makers put before all their products.
const MAKERS_WORDS: [&str; 9] = [
    "nvidia",
    "amd",
    "intel",
    "geforce",
    "radeon",
    "instinct",
    "corporation",
    "graphics",
    "generation",
];

/// Memory as found over memory as written: a data sheet's “80 GB” are often GiB, and error
/// correction takes a part.
const MEMORY_AGREES: std::ops::RangeInclusive<f64> = 0.85..=1.12;

/// The hardware of ours that was found; none where there is none, or more than one might be meant.
pub fn found_hardware(found: Found<'_>, catalogue: &Catalogue) -> Option<FoundHardware> {
    let mut candidates: Vec<FoundHardware> = Vec::new();
    let measured = measured(found);
    for id in &measured {
        let own = catalogue.search_hardware("").into_iter().find(|record| {
            let alias = built_in::aliases()
                .ok()
                .and_then(|all| all.get(record.id.as_str()));
            alias == Some(id) || record.aliases.iter().any(|alias| alias == id)
        });
        candidates.push(FoundHardware {
            measured: Some(id.clone()),
            catalogue: own.map(|record| record.id.to_string()),
        });
    }
    if let (Found::Gpu(name, memory), true) = (found, candidates.is_empty()) {
        for record in catalogue.search_hardware("") {
            // A machine with several accelerators is none of them.
            let is_machine = record.accelerator.is_some();
            let mut names = std::iter::once(&record.name).chain(&record.aliases);
            let is_named = names.any(|own| is_same(own, name));
            if !is_machine && is_named && agrees(memory, record.memory_gb) {
                candidates.push(FoundHardware {
                    measured: None,
                    catalogue: Some(record.id.to_string()),
                });
            }
        }
    }
    match candidates.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// Ids among measurements that may be meant.
fn measured(found: Found<'_>) -> BTreeSet<String> {
    let Ok(devices) = built_in::devices() else {
        return BTreeSet::new();
    };
    let name = match found {
        Found::Processor(name) | Found::Gpu(name, _) => name,
    };
    let is_processor = matches!(found, Found::Processor(_));
    let of_kind = |id: &str| id.starts_with("CPU-") == is_processor;
    let fits = |id: &str| match (found, devices.get(id)) {
        (Found::Gpu(_, memory), Some(device)) => agrees(memory, device.memory_gb),
        (_, device) => device.is_some(),
    };
    let spelled: BTreeSet<String> = spellings()
        .filter(|(written, _)| words_with_memory(written) == words_with_memory(name))
        .map(|(_, id)| id)
        .filter(|id| of_kind(id) && fits(id))
        .collect();
    if !spelled.is_empty() {
        return spelled;
    }
    devices
        .keys()
        .filter(|id| of_kind(id) && fits(id))
        .filter(|id| match found {
            Found::Processor(_) => is_this_processor(id, name),
            // Where an id tells memory apart, memory that is not known is not enough.
            Found::Gpu(_, memory) => {
                let is_told = memory.is_some() || words_with_memory(id) == words(id);
                is_told && is_same(id, name)
            }
        })
        .cloned()
        .collect()
}

fn spellings() -> impl Iterator<Item = (String, String)> {
    let text = measurement_file("spellings.csv").unwrap_or_default();
    let rows = csv::Reader::from_reader(text.as_bytes()).into_records();
    rows.filter_map(Result::ok).filter_map(|row| match &row[0] {
        "hardware" => Some((row[1].to_owned(), row[2].to_owned())),
        _ => None,
    })
}

/// Whether a processor's name has every word of an id, the number of its model among them.
fn is_this_processor(id: &str, name: &str) -> bool {
    let of_id: BTreeSet<String> = words(id.trim_start_matches("CPU-"));
    let of_name = words(name);
    let is_number = |word: &String| word.chars().filter(char::is_ascii_digit).count() >= 3;
    match of_id.iter().any(is_number) {
        true => of_id.is_subset(&of_name),
        false => of_id == of_name,
    }
}

/// Whether two names have the same words, and the same memory where both tell it.
fn is_same(one: &str, other: &str) -> bool {
    let memory = |name: &str| {
        words_with_memory(name)
            .into_iter()
            .find(|word| is_memory(word))
    };
    let differs = matches!((memory(one), memory(other)), (Some(own), Some(its)) if own != its);
    !differs && words(one) == words(other)
}

/// Whether memory that was found may be that of a record.
fn agrees(found_bytes: Option<u64>, written_gb: f64) -> bool {
    found_bytes.is_none_or(|bytes| MEMORY_AGREES.contains(&(bytes as f64 / 1e9 / written_gb)))
}

/// The words of a name that tell it from others, without memory.
fn words(name: &str) -> BTreeSet<String> {
    let words = words_with_memory(name);
    words.into_iter().filter(|word| !is_memory(word)).collect()
}

/// The words of a name that tell it from others; `80 GB` is one word.
fn words_with_memory(name: &str) -> BTreeSet<String> {
    let name = name.to_lowercase().replace("(r)", " ").replace("(tm)", " ");
    // Drivers put what they are into brackets: “AMD Radeon RX 7900 XTX (RADV NAVI31)”.
    let name = name.split('(').next().unwrap_or_default();
    let name = name.replace('+', "plus").replace(" gb", "gb");
    name.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && !MAKERS_WORDS.contains(word))
        .map(str::to_owned)
        .collect()
}

fn is_memory(word: &str) -> bool {
    let digits = word.strip_suffix("gb").unwrap_or_default();
    !digits.is_empty() && digits.chars().all(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn ids(found: Found<'_>) -> Option<(Option<String>, Option<String>)> {
        let (catalogue, _) = crate::built_in().unwrap();
        let found = found_hardware(found, &catalogue)?;
        Some((found.measured, found.catalogue))
    }

    #[test]
    fn names_of_drivers_find_their_hardware_or_none() {
        let gib = |size: f64| Some((size * 1024.0 * 1024.0 * 1024.0) as u64);
        let cases = [
            (
                "NVIDIA GeForce RTX 4090",
                gib(24.0),
                Some("RTX-4090"),
                Some("rtx-4090"),
            ),
            (
                "NVIDIA GeForce RTX 4090",
                None,
                Some("RTX-4090"),
                Some("rtx-4090"),
            ),
            // A laptop's chip has the number of a card, and is another one.
            ("NVIDIA GeForce RTX 4090 Laptop GPU", gib(16.0), None, None),
            ("NVIDIA GeForce RTX 4070 Laptop GPU", gib(8.0), None, None),
            ("NVIDIA GeForce RTX 4070", gib(12.0), None, None),
            (
                "NVIDIA GeForce RTX 4070 Ti",
                gib(12.0),
                Some("RTX-4070-Ti"),
                None,
            ),
            ("NVIDIA GeForce RTX 4070 Ti SUPER", gib(16.0), None, None),
            (
                "NVIDIA GeForce RTX 4060 Ti",
                gib(16.0),
                Some("RTX-4060-Ti-16GB"),
                None,
            ),
            ("NVIDIA GeForce RTX 4060 Ti", gib(8.0), None, None),
            ("NVIDIA GeForce RTX 4060 Ti", None, None, None),
            ("NVIDIA GeForce RTX 3060", gib(8.0), None, None),
            (
                "NVIDIA H100 80GB HBM3",
                Some(85_520_809_984),
                Some("H100-SXM-80GB"),
                Some("h100-sxm"),
            ),
            (
                "NVIDIA A100-SXM4-40GB",
                gib(39.4),
                Some("A100-SXM-40GB"),
                Some("a100-sxm-40"),
            ),
            ("NVIDIA L4", gib(22.5), None, Some("l4")),
            ("NVIDIA L40S", gib(44.7), Some("L40S"), Some("l40s")),
            (
                "AMD Radeon RX 7900 XTX (RADV NAVI31)",
                gib(24.0),
                Some("RX-7900-XTX"),
                None,
            ),
            ("AMD Radeon RX 7900 XTX", Some(4_293_918_720), None, None),
            (
                "Apple M4 Pro",
                None,
                Some("Apple-M4-Pro"),
                Some("apple-m4-pro"),
            ),
            ("llvmpipe (LLVM 15.0.6, 256 bits)", None, None, None),
            ("", None, None, None),
        ];
        for (name, memory, measured, catalogue) in cases {
            let expected = (measured.is_some() || catalogue.is_some())
                .then(|| (measured.map(str::to_owned), catalogue.map(str::to_owned)));
            assert_eq!(ids(Found::Gpu(name, memory)), expected, "{name} {memory:?}");
        }
    }

    #[test]
    fn names_of_processors_find_theirs_or_none() {
        let cases = [
            (
                "AMD Ryzen 9 7950X 16-Core Processor",
                Some("CPU-Ryzen-7950X"),
            ),
            ("AMD Ryzen 9 7950X3D 16-Core Processor", None),
            ("AMD EPYC 7352 24-Core Processor", Some("CPU-EPYC-7352")),
            ("AMD EPYC 9654 96-Core Processor", None),
            ("INTEL(R) XEON(R) PLATINUM 8592+", Some("CPU-Xeon-8592plus")),
            ("AMD EPYC", None),
            ("", None),
        ];
        for (name, expected) in cases {
            let found = ids(Found::Processor(name)).and_then(|(measured, _)| measured);
            assert_eq!(found.as_deref(), expected, "{name}");
        }
    }

    /// No written spelling leads anywhere but where the table says.
    #[test]
    fn spellings_lead_where_they_say() {
        for (written, id) in spellings() {
            let found = match id.starts_with("CPU-") {
                true => ids(Found::Processor(&written)),
                false => ids(Found::Gpu(&written, None)),
            };
            let measured = found.and_then(|(measured, _)| measured);
            assert_eq!(measured.as_deref(), Some(id.as_str()), "{written}");
        }
    }
}

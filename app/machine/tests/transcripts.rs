//! What is made of computers that are not here: a transcript in, facts out.
//!
//! Each line is a fact by its path: value, how it is known, and how sure, or why not.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use weighbridge_machine::{Correction, CorrectionFault, FactRow, FactValue, Machine, Transcript};

fn transcript(name: &str) -> Transcript {
    let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    Transcript::from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn line(row: &FactRow) -> String {
    let value = match &row.value {
        None => "?".to_owned(),
        Some(FactValue::Text(text)) => text.clone(),
        Some(FactValue::Count(count)) => count.to_string(),
        Some(FactValue::Bytes(bytes)) if bytes % (1 << 20) == 0 => format!("{} MiB", bytes >> 20),
        Some(FactValue::Bytes(bytes)) => format!("{bytes} bytes"),
        Some(FactValue::Texts(texts)) => texts.join(" "),
        Some(FactValue::Kind(kind)) => kind.key().to_owned(),
    };
    let sureness = row.doubt.map_or(row.sureness.key(), |doubt| doubt.key());
    format!("{value}, {}, {sureness}", row.known.key())
}

fn expect(name: &str, expected: &[(&str, &str)]) -> Machine {
    let machine = Machine::of(&transcript(name));
    let facts = machine.facts();
    for (path, words) in expected {
        let row = facts.iter().find(|row| row.path == *path);
        assert_eq!(row.map(line).as_deref(), Some(*words), "{name}: {path}");
    }
    machine
}

fn backends(machine: &Machine) -> Vec<Vec<&str>> {
    machine
        .gpus
        .iter()
        .map(|gpu| gpu.ways.iter().map(|way| way.backend.as_str()).collect())
        .collect()
}

#[test]
fn hybrid_graphics_are_two_and_the_shared_one_has_no_memory_of_its_own() {
    let machine = expect(
        "hybrid-laptop",
        &[
            (
                "processor.name",
                "13th Gen Intel Core i7-13700H, processor, sure",
            ),
            ("processor.vendor", "Intel, operating-system, sure"),
            ("processor.physical_cores", "14, operating-system, sure"),
            (
                "processor.instructions",
                "SSE4.2 AVX AVX2 FMA F16C AVX-VNNI, processor, sure",
            ),
            (
                "processor.last_level_cache_bytes",
                "24 MiB, operating-system, sure",
            ),
            ("system.hypervisor", "none, processor, sure"),
            (
                "gpus.0.name",
                "NVIDIA GeForce RTX 4070 Laptop GPU, driver, sure",
            ),
            ("gpus.0.kind", "dedicated, driver, sure"),
            (
                "gpus.0.memory_total_bytes",
                "8188 MiB, operating-system, sure",
            ),
            (
                "gpus.0.memory_free_bytes",
                "8173518848 bytes, operating-system, sure",
            ),
            ("gpus.0.driver", "NVIDIA 550.107.02, driver, sure"),
            ("gpus.1.vendor", "Intel, driver, sure"),
            ("gpus.1.kind", "shared, driver, sure"),
            // Not the half of it that its driver lists as if it were a card's.
            (
                "gpus.1.memory_total_bytes",
                "33336164352 bytes, operating-system, shared-memory",
            ),
            (
                "gpus.1.memory_free_bytes",
                "20480 MiB, operating-system, shared-memory",
            ),
            ("gpus.2.kind", "software, driver, sure"),
        ],
    );
    // OpenGL has another name for it and no address, but there is only one of its maker.
    assert_eq!(
        backends(&machine),
        [vec!["vulkan"], vec!["vulkan", "gl"], vec!["vulkan"]]
    );
}

#[test]
fn unified_memory_is_that_of_the_computer() {
    let machine = expect(
        "apple-unified",
        &[
            ("processor.name", "Apple M3 Max, operating-system, sure"),
            (
                "processor.instructions",
                "NEON NEON FP16 dot product I8MM, processor, sure",
            ),
            // Sixteen cores in sixes: three caches of 16 MiB.
            (
                "processor.last_level_cache_bytes",
                "48 MiB, operating-system, sure",
            ),
            ("gpus.0.kind", "shared, driver, sure"),
            ("gpus.0.pci_address", "?, nobody, unknown"),
            ("gpus.0.vendor", "Apple, operating-system, sure"),
            (
                "gpus.0.memory_total_bytes",
                "131072 MiB, operating-system, shared-memory",
            ),
            (
                "gpus.0.memory_free_bytes",
                "94208 MiB, operating-system, shared-memory",
            ),
            ("gpus.0.largest_buffer_bytes", "73728 MiB, driver, sure"),
        ],
    );
    assert_eq!(backends(&machine), [["metal"]]);
}

#[test]
fn memory_that_ends_at_32_bits_is_doubted() {
    let machine = expect(
        "windows-cut-off",
        &[
            ("system.hypervisor", "?, nobody, unknown"),
            ("processor.physical_cores", "16, operating-system, sure"),
            // Nobody says that there are two.
            (
                "processor.last_level_cache_bytes",
                "32 MiB, processor, one-of-several",
            ),
            ("gpus.0.name", "AMD Radeon RX 7900 XTX, driver, sure"),
            (
                "gpus.0.memory_total_bytes",
                "4095 MiB, operating-system, cut-off",
            ),
            ("gpus.0.memory_free_bytes", "?, nobody, unknown"),
            ("gpus.1.name", "Microsoft Basic Render Driver, driver, sure"),
            ("gpus.1.kind", "software, driver, sure"),
        ],
    );
    assert_eq!(backends(&machine), [vec!["vulkan", "dx12"], vec!["dx12"]]);
    let faults: Vec<_> = machine
        .faults
        .iter()
        .map(|fault| fault.key.as_ref())
        .collect();
    assert_eq!(faults, ["machine-part-failed"]);
}

#[test]
fn equal_cards_are_told_apart_by_their_address() {
    let machine = expect(
        "multi-gpu-server",
        &[
            ("processor.usable_threads", "64, operating-system, sure"),
            // 384 threads, 16 to a cache: 24 caches.
            (
                "processor.last_level_cache_bytes",
                "768 MiB, operating-system, sure",
            ),
            ("memory.total_bytes", "262144 MiB, operating-system, sure"),
            (
                "memory.available_bytes",
                "192512 MiB, operating-system, sure",
            ),
            ("gpus.0.pci_address", "0000:17:00.0, operating-system, sure"),
            (
                "gpus.0.memory_free_bytes",
                "80936 MiB, operating-system, sure",
            ),
            ("gpus.1.pci_address", "0000:65:00.0, operating-system, sure"),
            (
                "gpus.1.memory_free_bytes",
                "5783 MiB, operating-system, sure",
            ),
            (
                "gpus.2.name",
                "ASPEED Graphics Family, operating-system, sure",
            ),
            ("gpus.2.kind", "?, nobody, unknown"),
            ("gpus.2.memory_total_bytes", "?, nobody, unknown"),
        ],
    );
    assert_eq!(backends(&machine), [vec!["vulkan"], vec!["vulkan"], vec![]]);
    // Each keeps its own place among the adapters of Vulkan.
    assert_eq!(machine.gpus[0].ways[0].place, 1);
    assert_eq!(machine.gpus[1].ways[0].place, 0);
}

#[test]
fn equal_cards_of_which_one_address_is_told_twice_stay_two() {
    let machine = expect(
        "windows-twins",
        &[
            ("gpus.0.pci_address", "0000:17:00.0, operating-system, sure"),
            ("gpus.1.pci_address", "0000:65:00.0, operating-system, sure"),
            (
                "processor.last_level_cache_bytes",
                "25952256 bytes, processor, one-of-several",
            ),
        ],
    );
    assert_eq!(backends(&machine), [["dx12"], ["dx12"]]);
    let places: Vec<_> = machine.gpus.iter().map(|gpu| gpu.ways[0].place).collect();
    assert_eq!(places, [0, 1]);
}

#[test]
fn what_nobody_says_is_unknown() {
    let machine = expect(
        "no-gpu",
        &[
            ("processor.name", "?, nobody, unknown"),
            ("processor.physical_cores", "?, nobody, unknown"),
            (
                "processor.level_2_cache_bytes",
                "524288 bytes, operating-system, sure",
            ),
            (
                "processor.last_level_cache_bytes",
                "524288 bytes, operating-system, one-of-several",
            ),
            ("system.hypervisor", "?, nobody, unknown"),
        ],
    );
    assert!(machine.gpus.is_empty());
    assert_eq!(machine.faults.len(), 1);
}

#[test]
fn a_piece_set_aside_is_not_all_that_shared_graphics_have() {
    let machine = expect(
        "unified-carve-out",
        &[
            (
                "gpus.0.name",
                "AMD Radeon 780M (RADV GFX1103_R1), driver, sure",
            ),
            (
                "gpus.0.memory_total_bytes",
                "32985833472 bytes, operating-system, shared-memory",
            ),
            (
                "processor.last_level_cache_bytes",
                "16 MiB, operating-system, sources-differ",
            ),
        ],
    );
    assert_eq!(backends(&machine), [vec!["vulkan", "gl"], vec!["vulkan"]]);
}

#[test]
fn a_software_driver_is_no_graphics_processor() {
    let machine = expect(
        "software-vulkan",
        &[
            ("system.hypervisor", "KVM, processor, sure"),
            (
                "processor.last_level_cache_bytes",
                "32 MiB, operating-system, hypervisor",
            ),
            ("gpus.0.kind", "software, driver, sure"),
            (
                "gpus.0.features",
                "shader-f16 subgroup timestamp-query, driver, sure",
            ),
        ],
    );
    assert_eq!(backends(&machine), [["vulkan", "gl"]]);
    assert!(machine.gpus[0].is_software());
}

#[test]
fn every_constructed_transcript_says_so() {
    let folder = format!("{}/tests/fixtures", env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let transcript = transcript(name);
        let note = transcript.note.as_deref().unwrap();
        let is_recorded = name == "software-vulkan";
        assert_eq!(
            note.starts_with("Constructed: "),
            !is_recorded,
            "{name}: {note}"
        );
        assert_eq!(
            note.starts_with("Recorded on "),
            is_recorded,
            "{name}: {note}"
        );
        assert_eq!(
            Transcript::from_json(&transcript.to_json()).unwrap(),
            transcript
        );
        let text = transcript.to_text();
        let brand = transcript.processor.system_brand.as_deref().unwrap_or("?");
        assert!(
            text.contains(&format!("processor.system_brand = {brand}\n")),
            "{text}"
        );
    }
}

#[test]
fn any_fact_can_be_corrected_and_says_so() {
    let mut machine = Machine::of(&transcript("windows-cut-off"));
    let correction = Correction {
        path: "gpus.0.memory_total_bytes".to_owned(),
        value: Some(FactValue::Bytes(24 << 30)),
    };
    machine.correct(&correction).unwrap();
    let facts = machine.facts();
    let row = facts
        .iter()
        .find(|row| row.path == correction.path)
        .unwrap();
    assert_eq!(line(row), "24576 MiB, entered, sure");
    // Every path takes back the value that it shows.
    for row in &facts {
        let correction = Correction {
            path: row.path.clone(),
            value: row.value.clone(),
        };
        machine.correct(&correction).unwrap();
    }
    let known: Vec<_> = machine.facts().iter().map(|row| row.known.key()).collect();
    assert!(
        known
            .iter()
            .all(|known| ["entered", "nobody"].contains(known)),
        "{known:?}"
    );
}

#[test]
fn a_wrong_correction_changes_nothing() {
    let mut machine = Machine::of(&transcript("no-gpu"));
    let before = machine.clone();
    let cases = [
        ("gpus.0.name", FactValue::Text("a card".to_owned())),
        ("memory.total_bytes", FactValue::Text("much".to_owned())),
    ];
    let faults = cases.map(|(path, value)| {
        let correction = Correction {
            path: path.to_owned(),
            value: Some(value),
        };
        machine.correct(&correction).unwrap_err()
    });
    assert_eq!(
        faults[0],
        CorrectionFault::NoSuchFact("gpus.0.name".to_owned())
    );
    assert_eq!(
        faults[1],
        CorrectionFault::OtherForm("memory.total_bytes".to_owned())
    );
    assert_eq!(machine, before);
}

#[test]
fn a_computer_that_is_not_here_can_be_described() {
    let mut machine = Machine::default();
    assert!(machine.facts().iter().all(|row| row.value.is_none()));
    let number = machine.add_gpu();
    let correction = Correction {
        path: format!("gpus.{number}.name"),
        value: Some(FactValue::Text("NVIDIA H100 NVL".to_owned())),
    };
    machine.correct(&correction).unwrap();
    assert_eq!(
        machine.gpus[0].name.value.as_deref(),
        Some("NVIDIA H100 NVL")
    );
}

//! A machine that is not here: described by hand, or read from what `probe` said of it there.
//!
//! Nothing of it was measured by this program on this day, so that what follows from it are
//! estimates.

use std::path::Path;

use serde_json::Value;
use weighbridge_catalogue::measurements::{Found, devices, found_hardware};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::serving::{Device, DeviceClass};
use weighbridge_machine::rates::RateKind;
use weighbridge_machine::{Correction, FactValue, Known, Machine, Transcript};
use weighbridge_units::{Describe, Message};

use super::device::{NO_LINK_GB_S, SOLD_GIGABYTE, maker_of, processor_class};

/// The largest file that is read: what a machine says of itself takes some kilobytes.
const LARGEST_FILE_BYTES: u64 = 4 << 20;

/// Arithmetic rate of a machine of which nobody knows one, for each 10⁹ bytes a second of
/// bandwidth: sixty operations a byte, as options on such machines are given too.
const TFLOPS_PER_GB_S: f64 = 0.06;

/// How ids of devices begin that somebody described.
const ID: &str = "described: ";

/// A machine that is not here.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Described {
    /// Its name, as people say it.
    pub name: String,
    /// What is known of it.
    pub machine: Machine,
    /// How fast the processor and its memory are, and then each graphics processor.
    pub speeds: Vec<Speed>,
}

/// How fast a processor is with its memory.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Speed {
    /// Bandwidth of memory, in 10⁹ bytes a second, where it is known.
    pub gb_s: Option<f64>,
    /// Arithmetic in 16 bits, in 10¹² operations a second, where it is known.
    pub tflops: Option<f64>,
    /// Whether they were measured there; otherwise somebody typed them.
    pub is_measured: bool,
}

/// What is typed of a graphics processor.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TypedGpu {
    /// Its name.
    pub name: String,
    /// Its memory in 10⁹ bytes; 0 where it is not known.
    pub memory_gb: f64,
    /// How fast it is.
    pub speed: Speed,
}

/// What is typed of a machine.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    /// Its name.
    pub name: String,
    /// Its processor.
    pub processor: String,
    /// Its memory in 10⁹ bytes; 0 where it is not known.
    pub memory_gb: f64,
    /// How fast its processor is.
    pub speed: Speed,
    /// Its graphics processors.
    pub gpus: Vec<TypedGpu>,
}

/// Why a description is not enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Lacking {
    /// It has no name.
    #[error("the machine has no name")]
    Name,
    /// Nobody says how much memory there is anywhere.
    #[error("no memory is known")]
    Memory,
    /// A graphics processor has no name.
    #[error("a graphics processor has no name")]
    GpuName,
}

/// Why a file tells of no machine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It cannot be read.
    #[error("{0}")]
    File(String),
    /// It is far too large.
    #[error("it is too large")]
    TooLarge,
    /// It is no JSON, or of another kind.
    #[error("it tells of no machine: {0}")]
    NoMachine(String),
}

impl Typed {
    /// The machine that is described.
    ///
    /// Facts that were read and are still as they were keep how they were known there; all others
    /// were entered.
    ///
    /// # Errors
    /// [`Lacking`] where a name or all memory is missing.
    pub fn described(&self, read: &Machine) -> Result<Described, Lacking> {
        if self.name.trim().is_empty() {
            return Err(Lacking::Name);
        }
        if self.gpus.iter().any(|gpu| gpu.name.trim().is_empty()) {
            return Err(Lacking::GpuName);
        }
        if self.memory_gb <= 0.0 && self.gpus.iter().all(|gpu| gpu.memory_gb <= 0.0) {
            return Err(Lacking::Memory);
        }
        let mut machine = read.clone();
        machine.faults.clear();
        machine.gpus.truncate(self.gpus.len());
        while machine.gpus.len() < self.gpus.len() {
            machine.add_gpu();
        }
        enter_name(&mut machine, "processor.name", &self.processor);
        enter_memory(&mut machine, "memory.total_bytes", self.memory_gb);
        for (number, gpu) in self.gpus.iter().enumerate() {
            enter_name(&mut machine, &format!("gpus.{number}.name"), &gpu.name);
            let path = format!("gpus.{number}.memory_total_bytes");
            enter_memory(&mut machine, &path, gpu.memory_gb);
        }
        let speeds = std::iter::once(self.speed);
        Ok(Described {
            name: self.name.trim().to_owned(),
            speeds: speeds
                .chain(self.gpus.iter().map(|gpu| gpu.speed))
                .collect(),
            machine,
        })
    }

    /// What would have to be typed for a machine that is known.
    pub fn of(described: &Described) -> Typed {
        let machine = &described.machine;
        let speed = |place: usize| described.speeds.get(place).copied().unwrap_or_default();
        let gpus = machine
            .gpus
            .iter()
            .enumerate()
            .map(|(number, gpu)| TypedGpu {
                name: gpu.name.value.clone().unwrap_or_default(),
                memory_gb: gigabytes(gpu.memory_total_bytes.value),
                speed: speed(number + 1),
            });
        Typed {
            name: described.name.clone(),
            processor: machine.processor.name.value.clone().unwrap_or_default(),
            memory_gb: gigabytes(machine.memory_total_bytes.value),
            speed: speed(0),
            gpus: gpus.collect(),
        }
    }
}

fn gigabytes(bytes: Option<u64>) -> f64 {
    // As exactly as it is typed.
    bytes.map_or(0.0, |bytes| (bytes as f64 / 1e7).round() / 1e2)
}

/// Enters a name, unless it stands there already.
fn enter_name(machine: &mut Machine, path: &str, name: &str) {
    let name = name.trim();
    let value = (!name.is_empty()).then(|| FactValue::Text(name.to_owned()));
    enter(machine, path, value, |old, new| old == new);
}

/// Enters an amount of memory, unless it stands there already as exactly as it is shown.
fn enter_memory(machine: &mut Machine, path: &str, memory_gb: f64) {
    let value = (memory_gb > 0.0).then(|| FactValue::Bytes((memory_gb * 1e9).round() as u64));
    enter(machine, path, value, |old, new| match (old, new) {
        (Some(FactValue::Bytes(old)), Some(FactValue::Bytes(new))) => {
            gigabytes(Some(*old)) == gigabytes(Some(*new))
        }
        (old, new) => old == new,
    });
}

fn enter(
    machine: &mut Machine,
    path: &str,
    value: Option<FactValue>,
    is_same: fn(&Option<FactValue>, &Option<FactValue>) -> bool,
) {
    let facts = machine.facts();
    let old = facts.iter().find(|fact| fact.path == path);
    if old.is_some_and(|old| is_same(&old.value, &value)) {
        return;
    }
    let path = path.to_owned();
    // These paths take these forms.
    let _ = machine.correct(&Correction { path, value });
}

impl Described {
    /// The processor, or a graphics processor by its number, as the estimator takes it; none where
    /// its memory or its bandwidth is not known.
    ///
    /// What has the name of measured hardware takes from it what nobody typed.
    pub fn device(&self, gpu: Option<usize>, catalogue: &Catalogue) -> Option<Device> {
        let speed = self.speeds.get(gpu.map_or(0, |number| number + 1))?;
        let machine = &self.machine;
        let (name, memory, found) = match gpu {
            Some(number) => {
                let gpu = machine.gpus.get(number)?;
                let name = gpu.name.value.as_deref().unwrap_or_default();
                let memory = gpu.memory_total_bytes.value;
                (name, memory, Found::Gpu(name, memory))
            }
            None => {
                let name = machine.processor.name.value.as_deref().unwrap_or_default();
                let memory = machine.memory_total_bytes.value;
                (name, memory, Found::Processor(name))
            }
        };
        let known = found_hardware(found, catalogue).and_then(|found| {
            let measured = found.measured?;
            devices().ok()?.get(&measured).cloned()
        });
        let typed_memory = memory.map(|bytes| bytes as f64 / SOLD_GIGABYTE);
        if let Some(known) = known {
            return Some(Device {
                memory_gb: typed_memory
                    .filter(|_| gpu.is_none())
                    .unwrap_or(known.memory_gb),
                bandwidth_gb_s: speed.gb_s.unwrap_or(known.bandwidth_gb_s),
                bf16_tflops: speed.tflops.unwrap_or(known.bf16_tflops),
                ..known
            });
        }
        let class = match gpu {
            None => processor_class(machine),
            Some(_) => DeviceClass::of_name(name, maker_of(name).unwrap_or_default(), false),
        };
        Some(Device {
            id: format!("{ID}{}, {name}", self.name),
            class,
            is_consumer: false,
            memory_gb: typed_memory?,
            bandwidth_gb_s: speed.gb_s?,
            bf16_tflops: speed.tflops.unwrap_or(TFLOPS_PER_GB_S * speed.gb_s?),
            fp8_tflops: None,
            fp4_tflops: None,
            link_gb_s: NO_LINK_GB_S,
        })
    }

    /// Whether the arithmetic rate of a processor is known, which reading prompts is estimated by.
    pub fn knows_arithmetic(&self, gpu: Option<usize>, device: &Device) -> bool {
        let speed = self.speeds.get(gpu.map_or(0, |number| number + 1));
        !device.id.starts_with(ID) || speed.is_some_and(|speed| speed.tflops.is_some())
    }
}

/// Reads what `probe --json` wrote, its transcript alone, or what the window copied of a machine.
///
/// # Errors
/// [`Unreadable`] where the file cannot be read or tells of no machine.
pub fn read(path: &Path) -> Result<Described, Unreadable> {
    let refused = |error: std::io::Error| Unreadable::File(crate::target::reason(&error));
    if std::fs::metadata(path).map_err(refused)?.len() > LARGEST_FILE_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let mut described = parse(&std::fs::read_to_string(path).map_err(refused)?)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    described.name = stem.into_owned();
    Ok(described)
}

fn parse(text: &str) -> Result<Described, Unreadable> {
    // What the window copies has lines for people before it.
    let json = match text.trim_start().starts_with('{') {
        true => text,
        false => text.find("\n{").map_or("", |place| &text[place..]),
    };
    let none = |error: serde_json::Error| Unreadable::NoMachine(error.to_string());
    let document: Value = serde_json::from_str(json).map_err(none)?;
    let transcript = document.get("transcript").unwrap_or(&document);
    let transcript: Transcript = serde_json::from_value(transcript.clone()).map_err(none)?;
    let mut machine = Machine::of(&transcript);
    // A processor in disguise is of no use to anybody elsewhere.
    machine.gpus.retain(|gpu| !gpu.is_software());
    let speeds = speeds(&document["rates"], machine.gpus.len());
    Ok(Described {
        name: String::new(),
        machine,
        speeds,
    })
}

/// How fast a processor and so many graphics processors were measured to be.
fn speeds(rates: &Value, gpus: usize) -> Vec<Speed> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let of_processor = list(&rates["processor"]);
    let threads = |rate: &Value| rate["threads"].as_u64();
    let most = of_processor.iter().filter_map(threads).max();
    let with_all: Vec<Value> = of_processor
        .into_iter()
        .filter(|rate| threads(rate) == most)
        .collect();
    let of_gpus = (0..gpus).map(|number| {
        let own = list(&rates["gpus"]);
        let own = own
            .iter()
            .find(|own| own["gpu"].as_u64() == Some(number as u64));
        speed(&own.map(|own| list(&own["rates"])).unwrap_or_default())
    });
    std::iter::once(speed(&with_all)).chain(of_gpus).collect()
}

fn speed(rates: &[Value]) -> Speed {
    let best = |wanted: fn(RateKind) -> bool| {
        let kind = |rate: &Value| {
            let key = rate["kind"].as_str()?.to_owned();
            RateKind::ALL.into_iter().find(|kind| kind.key() == key)
        };
        let of_kind = rates.iter().filter(|rate| kind(rate).is_some_and(wanted));
        let medians = of_kind.filter_map(|rate| rate["median"].as_f64());
        medians
            .filter(|median| median.is_finite() && *median > 0.0)
            .reduce(f64::max)
    };
    let gb_s = best(RateKind::is_memory).map(|rate| rate / 1e9);
    let tflops = best(|kind| kind == RateKind::F16).or_else(|| best(|kind| kind == RateKind::F32));
    Speed {
        gb_s,
        tflops: tflops.map(|rate| rate / 1e12),
        is_measured: gb_s.is_some(),
    }
}

impl Speed {
    /// How it is known.
    pub const fn known(&self) -> Known {
        match self.is_measured {
            true => Known::Measured,
            false => Known::Entered,
        }
    }
}

impl Describe for Lacking {
    fn message(&self) -> Message {
        Message::new(match self {
            Lacking::Name => "another-lacks-name",
            Lacking::Memory => "another-lacks-memory",
            Lacking::GpuName => "another-lacks-gpu-name",
        })
    }
}

impl Describe for Unreadable {
    fn message(&self) -> Message {
        match self {
            Unreadable::File(reason) => {
                Message::new("another-not-readable").with("reason", reason.clone())
            }
            Unreadable::TooLarge => Message::new("another-too-large"),
            Unreadable::NoMachine(reason) => {
                Message::new("another-no-machine").with("reason", reason.clone())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    fn typed() -> Typed {
        Typed {
            name: " The lab's server ".to_owned(),
            processor: "A processor".to_owned(),
            memory_gb: 128.0,
            speed: Speed {
                gb_s: Some(200.0),
                ..Speed::default()
            },
            gpus: vec![TypedGpu {
                name: "NVIDIA GeForce RTX 4090".to_owned(),
                memory_gb: 25.77,
                speed: Speed::default(),
            }],
        }
    }

    #[test]
    fn what_is_typed_is_entered_and_comes_back_as_it_was_typed() {
        let described = typed().described(&Machine::default()).unwrap();
        assert_eq!(described.name, "The lab's server");
        let known: Vec<Known> = described
            .machine
            .facts()
            .iter()
            .filter(|fact| fact.value.is_some())
            .map(|fact| fact.known)
            .collect();
        assert_eq!(known, [Known::Entered; 4]);
        let again = Typed::of(&described);
        assert_eq!(again.gpus, typed().gpus);
        assert_eq!(again.memory_gb, 128.0);
    }

    #[test]
    fn what_lacks_is_said() {
        let machine = Machine::default();
        let mut form = typed();
        form.memory_gb = 0.0;
        assert!(form.described(&machine).is_ok());
        form.gpus[0].memory_gb = 0.0;
        assert_eq!(form.described(&machine), Err(Lacking::Memory));
        form.gpus[0].name = " ".to_owned();
        assert_eq!(form.described(&machine), Err(Lacking::GpuName));
        form.name = String::new();
        assert_eq!(form.described(&machine), Err(Lacking::Name));
    }

    #[test]
    fn devices_are_made_of_what_is_known() {
        let (catalogue, _) = weighbridge_catalogue::built_in().unwrap();
        let described = typed().described(&Machine::default()).unwrap();
        // Of a card that was measured its name is enough.
        let card = described.device(Some(0), &catalogue).unwrap();
        assert_eq!(card.id, "RTX-4090");
        assert!(described.knows_arithmetic(Some(0), &card));
        let processor = described.device(None, &catalogue).unwrap();
        assert_eq!(processor.class, DeviceClass::Processor);
        assert_eq!(processor.bandwidth_gb_s, 200.0);
        assert!(!described.knows_arithmetic(None, &processor));
        assert_eq!(described.device(Some(1), &catalogue), None);
        let mut form = typed();
        form.gpus[0].name = "A card that nobody knows".to_owned();
        let described = form.described(&Machine::default()).unwrap();
        assert_eq!(described.device(Some(0), &catalogue), None);
    }

    /// A machine as `probe` recorded it, with rates beside it.
    fn recorded(rates: &str) -> String {
        let transcript = include_str!("../../../machine/tests/fixtures/hybrid-laptop.json");
        format!("{{\"version\": 1, \"rates\": {rates}, \"transcript\": {transcript}}}")
    }

    #[test]
    fn what_probe_wrote_is_read_with_its_rates() {
        let document = recorded(
            "{\"processor\": [
                {\"kind\": \"triad\", \"threads\": 8, \"median\": 6.0e10},
                {\"kind\": \"triad\", \"threads\": 1, \"median\": 9.0e10},
                {\"kind\": \"f32\", \"threads\": 8, \"median\": 1.5e12}],
              \"gpus\": []}",
        );
        let described = parse(&document).unwrap();
        let speed = described.speeds[0];
        assert_eq!((speed.gb_s, speed.tflops), (Some(60.0), Some(1.5)));
        assert_eq!(speed.known(), Known::Measured);
        assert_eq!(described.speeds.len(), described.machine.gpus.len() + 1);
        assert!(!described.machine.gpus.is_empty());
        // What was read and not changed is known as it was known there.
        let mut form = Typed::of(&described);
        form.name = "Laptop".to_owned();
        let taken = form.described(&described.machine).unwrap();
        assert_eq!(taken.machine.facts(), described.machine.facts());
        form.memory_gb = 99.0;
        let changed = form.described(&described.machine).unwrap();
        assert_eq!(changed.machine.memory_total_bytes.known, Known::Entered);
    }

    #[test]
    fn a_transcript_alone_and_what_the_window_copies_are_read_too() {
        let transcript = include_str!("../../../machine/tests/fixtures/hybrid-laptop.json");
        let alone = parse(transcript).unwrap();
        let copied = parse(&format!("Processor\tX\tprocessor\n\n{transcript}")).unwrap();
        assert_eq!(alone, copied);
        assert_eq!(alone.speeds[0], Speed::default());
        for text in ["", "{}", "[1]", "{\"transcript\": 3}", "no machine"] {
            assert!(
                matches!(parse(text), Err(Unreadable::NoMachine(_))),
                "{text}"
            );
        }
    }
}

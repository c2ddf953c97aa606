//! The facts of a machine by their paths: to show them all alike, and to correct any.

use serde::{Deserialize, Serialize};
use weighbridge_units::{Describe, Message};

use crate::fact::{Doubt, Fact, Known, Sureness};
use crate::machine::{Gpu, GpuKind, Machine};

/// One fact, as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct FactRow {
    /// Its path, as `processor.name` or `gpus.0.memory_total_bytes`: the key of the fact in
    /// documents and corrections, and without the number of the GPU in the language files.
    pub path: String,
    /// The value; none where it is unknown.
    pub value: Option<FactValue>,
    /// What a value must be.
    pub form: Form,
    /// How it is known.
    pub known: Known,
    /// How sure it is.
    pub sureness: Sureness,
    /// Why it is not sure.
    pub doubt: Option<Doubt>,
}

/// The value of a fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactValue {
    /// A name.
    Text(String),
    /// A number of things.
    Count(u64),
    /// An amount of memory.
    Bytes(u64),
    /// Names.
    Texts(Vec<String>),
    /// What a graphics processor is.
    Kind(GpuKind),
}

/// What the value of a fact must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// [`FactValue::Text`].
    Text,
    /// [`FactValue::Count`].
    Count,
    /// [`FactValue::Bytes`].
    Bytes,
    /// [`FactValue::Texts`].
    Texts,
    /// [`FactValue::Kind`].
    Kind,
}

/// What somebody knows better.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// The path of the fact.
    pub path: String,
    /// Its value; none where it is to count as unknown.
    pub value: Option<FactValue>,
}

/// Why a correction was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionFault {
    /// No fact has this path.
    #[error("there is no fact {0}")]
    NoSuchFact(String),
    /// The value is of another form than the fact.
    #[error("the fact {0} takes another kind of value")]
    OtherForm(String),
}

impl Describe for CorrectionFault {
    fn message(&self) -> Message {
        match self {
            CorrectionFault::NoSuchFact(path) => {
                Message::new("machine-correction-no-fact").with("path", path.clone())
            }
            CorrectionFault::OtherForm(path) => {
                Message::new("machine-correction-form").with("path", path.clone())
            }
        }
    }
}

/// A fact behind its path, whatever its type.
trait Slot {
    fn row(&self, path: String) -> FactRow;
    /// Takes a value; false where it is of another form.
    fn enter(&mut self, value: Option<FactValue>) -> bool;
}

/// A type of value, and how it goes to and from [`FactValue`].
macro_rules! slot {
    ($name:ident, $type:ty) => {
        impl Slot for $name<'_, $type> {
            fn row(&self, path: String) -> FactRow {
                let value = self.0.value.clone().map(FactValue::$name);
                FactRow {
                    path,
                    value,
                    form: Form::$name,
                    known: self.0.known,
                    sureness: self.0.sureness,
                    doubt: self.0.doubt,
                }
            }

            fn enter(&mut self, value: Option<FactValue>) -> bool {
                *self.0 = match value {
                    None => Fact::unknown(),
                    Some(FactValue::$name(value)) => Fact::sure(value, Known::Entered),
                    Some(_) => return false,
                };
                true
            }
        }
    };
}

struct Text<'a, T>(&'a mut Fact<T>);
struct Count<'a, T>(&'a mut Fact<T>);
struct Bytes<'a, T>(&'a mut Fact<T>);
struct Texts<'a, T>(&'a mut Fact<T>);
struct Kind<'a, T>(&'a mut Fact<T>);
slot!(Text, String);
slot!(Count, u64);
slot!(Bytes, u64);
slot!(Texts, Vec<String>);
slot!(Kind, GpuKind);

impl Machine {
    /// All facts, in the order in which they are shown.
    pub fn facts(&self) -> Vec<FactRow> {
        let mut rows = Vec::new();
        // Reading borrows as writing does, so that the list stands here once.
        let mut copy = self.clone();
        copy.each(&mut |path, slot| rows.push(slot.row(path.to_owned())));
        rows
    }

    /// Sets a fact to what somebody says, who is believed.
    ///
    /// The path `gpus.N` of a number that is not there yet may be set once the machine has
    /// [that many](Machine::add_gpu).
    ///
    /// # Errors
    /// [`CorrectionFault`] where there is no such fact, or its value is of another form; the
    /// machine is then as it was.
    pub fn correct(&mut self, correction: &Correction) -> Result<(), CorrectionFault> {
        let mut outcome = Err(CorrectionFault::NoSuchFact(correction.path.clone()));
        self.each(&mut |path, slot| {
            if path == correction.path {
                outcome = match slot.enter(correction.value.clone()) {
                    true => Ok(()),
                    false => Err(CorrectionFault::OtherForm(path.to_owned())),
                };
            }
        });
        outcome
    }

    /// Adds a graphics processor of which nothing is known yet, and returns its number.
    pub fn add_gpu(&mut self) -> usize {
        self.gpus.push(Gpu::default());
        self.gpus.len() - 1
    }

    fn each(&mut self, see: &mut dyn FnMut(&str, &mut dyn Slot)) {
        let system = &mut self.system;
        see("system.name", &mut Text(&mut system.name));
        see("system.architecture", &mut Text(&mut system.architecture));
        see("system.hypervisor", &mut Text(&mut system.hypervisor));
        let own = &mut self.processor;
        see("processor.name", &mut Text(&mut own.name));
        see("processor.vendor", &mut Text(&mut own.vendor));
        see(
            "processor.physical_cores",
            &mut Count(&mut own.physical_cores),
        );
        see(
            "processor.logical_cores",
            &mut Count(&mut own.logical_cores),
        );
        see(
            "processor.usable_threads",
            &mut Count(&mut own.usable_threads),
        );
        see("processor.instructions", &mut Texts(&mut own.instructions));
        see(
            "processor.level_1_cache_bytes",
            &mut Bytes(&mut own.level_1_cache_bytes),
        );
        see(
            "processor.level_2_cache_bytes",
            &mut Bytes(&mut own.level_2_cache_bytes),
        );
        see(
            "processor.last_level_cache_bytes",
            &mut Bytes(&mut own.last_level_cache_bytes),
        );
        see(
            "memory.total_bytes",
            &mut Bytes(&mut self.memory_total_bytes),
        );
        see(
            "memory.available_bytes",
            &mut Bytes(&mut self.memory_available_bytes),
        );
        for (number, gpu) in self.gpus.iter_mut().enumerate() {
            let mut see =
                |name: &str, slot: &mut dyn Slot| see(&format!("gpus.{number}.{name}"), slot);
            see("name", &mut Text(&mut gpu.name));
            see("vendor", &mut Text(&mut gpu.vendor));
            see("pci_address", &mut Text(&mut gpu.pci_address));
            see("kind", &mut Kind(&mut gpu.kind));
            see(
                "memory_total_bytes",
                &mut Bytes(&mut gpu.memory_total_bytes),
            );
            see("memory_free_bytes", &mut Bytes(&mut gpu.memory_free_bytes));
            see("driver", &mut Text(&mut gpu.driver));
            see(
                "largest_buffer_bytes",
                &mut Bytes(&mut gpu.largest_buffer_bytes),
            );
            see(
                "largest_binding_bytes",
                &mut Bytes(&mut gpu.largest_binding_bytes),
            );
            see("features", &mut Texts(&mut gpu.features));
        }
    }
}

impl FactRow {
    /// The number of the graphics processor that it is about, if it is about one.
    pub fn gpu(&self) -> Option<usize> {
        self.path
            .strip_prefix("gpus.")?
            .split('.')
            .next()?
            .parse()
            .ok()
    }

    /// The key of its name in the language files: `machine-fact-processor-name`,
    /// `machine-fact-gpu-memory-total-bytes`.
    pub fn key(&self) -> String {
        let path = match self.gpu() {
            Some(number) => self.path.replacen(&format!("gpus.{number}"), "gpu", 1),
            None => self.path.clone(),
        };
        format!("machine-fact-{}", path.replace(['.', '_'], "-"))
    }
}

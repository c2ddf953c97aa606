//! From a transcript to a machine: what was said, weighed by how often such sources are wrong.

mod gpus;
mod processor;

use weighbridge_units::{Arg, Message};

use crate::fact::{Doubt, Fact, Known};
use crate::machine::{Machine, SystemFacts};
use crate::transcript::{Answer, Transcript};

impl Machine {
    /// What a transcript says of a computer; the same transcript gives the same machine.
    pub fn of(transcript: &Transcript) -> Machine {
        let system = SystemFacts {
            name: Fact::said(
                transcript.system.long_os_version.clone(),
                Known::OperatingSystem,
            ),
            architecture: Fact::sure(
                transcript.system.architecture.clone(),
                Known::OperatingSystem,
            ),
            hypervisor: hypervisor(transcript),
        };
        let doubt = is_virtual(&system.hypervisor).then_some(Doubt::Hypervisor);
        let memory = &transcript.memory;
        // A container may use less than there is.
        let within = |all: Option<u64>, container: Option<u64>| {
            let least = all.into_iter().chain(container).min();
            Fact::said(least, Known::OperatingSystem)
        };
        let mut machine = Machine {
            processor: processor::interpret(&transcript.processor, doubt),
            memory_total_bytes: within(memory.total_bytes, memory.container_total_bytes),
            memory_available_bytes: within(memory.available_bytes, memory.container_free_bytes),
            system,
            gpus: Vec::new(),
            faults: faults(transcript),
        };
        machine.gpus = gpus::interpret(transcript, &machine);
        machine
    }
}

/// The hypervisor, where the computer is virtual.
fn hypervisor(transcript: &Transcript) -> Fact<String> {
    let is_x86 = transcript.system.architecture.starts_with("x86");
    match transcript.processor.cpuid_hypervisor.as_deref() {
        Some(name) => {
            // Windows runs beneath its own hypervisor on ordinary computers too.
            let system = transcript.system.long_os_version.as_deref();
            let is_windows = system.is_some_and(|name| name.contains("Windows"));
            match is_windows && name == "HyperV" {
                true => Fact::unknown(),
                false => Fact::sure(name.to_owned(), Known::Processor),
            }
        }
        None if is_x86 => Fact::sure(NO_HYPERVISOR.to_owned(), Known::Processor),
        None => Fact::unknown(),
    }
}

const NO_HYPERVISOR: &str = "none";

fn is_virtual(hypervisor: &Fact<String>) -> bool {
    hypervisor
        .value
        .as_deref()
        .is_some_and(|name| name != NO_HYPERVISOR)
}

/// Sentences about what could not be read.
fn faults(transcript: &Transcript) -> Vec<Message> {
    let mut faults = Vec::new();
    if let Answer::Failed { key, args } = &transcript.cards {
        let what = Arg::key("machine-part-cards");
        faults.push(fault(key, args, what));
    }
    for said in &transcript.backends {
        if let Answer::Failed { key, args } = &said.adapters {
            let what = Arg::Text(backend_name(&said.backend).to_owned().into());
            faults.push(fault(key, args, what));
        }
    }
    faults
}

fn fault(key: &str, args: &[(String, String)], what: Arg) -> Message {
    let mut reason = Message::new(key.to_owned());
    for (name, value) in args {
        let value = match value.parse::<u64>() {
            Ok(count) => Arg::Count(count),
            Err(_) => Arg::from(value.clone()),
        };
        reason = reason.with(name.clone(), value);
    }
    Message::new("machine-part-failed")
        .with("what", what)
        .with("reason", reason)
}

/// The name of an interface as people write it.
pub fn backend_name(backend: &str) -> &str {
    match backend {
        "vulkan" => "Vulkan",
        "metal" => "Metal",
        "dx12" => "DirectX 12",
        "gl" => "OpenGL",
        other => other,
    }
}

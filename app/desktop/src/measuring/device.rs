//! The device that a run was on, as the estimator takes it: the one of ours that it is, or one
//! described by what was found and measured here.

use weighbridge_catalogue::measurements::devices::UNKNOWN_TFLOPS;
use weighbridge_catalogue::measurements::{
    devices,
    found_hardware::{Found, found_hardware},
};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::scenario::DecisionOption;
use weighbridge_engine::serving::deployed::hosting_in;
use weighbridge_engine::serving::{Device, DeviceClass};
use weighbridge_latency::{Place, Run};
use weighbridge_machine::rates::{Measured, Rate, RateKind};
use weighbridge_machine::{Gpu, GpuKind, Machine};

/// Bytes of a gigabyte of memory as hardware is sold.
pub(super) const SOLD_GIGABYTE: f64 = 1_073_741_824.0;
/// Bandwidth to neighbours that a machine without any is given: nothing is sent over it.
pub(super) const NO_LINK_GB_S: f64 = 1.0;

/// The device that a run was on: a graphics processor by its number, or the processor.
///
/// Its bandwidth and its rate are those measured here where it is none of the measured hardware;
/// none where they are not known either.
pub fn device(
    machine: &Machine,
    measured: Option<&Measured>,
    gpu: Option<usize>,
    catalogue: &Catalogue,
) -> Option<Device> {
    let gpu = match gpu {
        Some(number) => Some((number, machine.gpus.get(number)?)),
        None => None,
    };
    known(machine, gpu.map(|(_, gpu)| gpu), catalogue).or_else(|| described(machine, measured, gpu))
}

/// The device of a run, to lay published measurements beside it.
///
/// Where the processor's rates were not measured, the bandwidth that the guard saw before the run
/// stands for them, which is enough to tell what is near; a GPU whose number nobody knows is known
/// by the name that its driver gave. None of a processor in disguise, and where nothing is known.
pub fn device_of_run(
    run: &Run,
    machine: &Machine,
    measured: Option<&Measured>,
    gpu: Option<usize>,
    catalogue: &Catalogue,
) -> Option<Device> {
    match &run.place {
        Place::Processor { .. } => {
            device(machine, measured, None, catalogue).or_else(|| by_guard(run, machine))
        }
        Place::Gpu {
            name,
            is_software: false,
            ..
        } => match gpu {
            Some(_) => device(machine, measured, gpu, catalogue),
            None => named(Found::Gpu(name, None), catalogue),
        },
        Place::Gpu { .. } | Place::Endpoint { .. } => None,
    }
}

/// Whether a self-hosted option runs on this device.
pub fn runs_on(option: &DecisionOption, device: &Device) -> bool {
    hosting_in(&option.plan).is_some_and(|hosting| hosting.measured_as.device == device.id)
}

/// A processor by what the guard saw of its memory.
fn by_guard(run: &Run, machine: &Machine) -> Option<Device> {
    let bandwidth_gb_s = run.busyness?.bandwidth_before_gb_s?;
    let name = machine.processor.name.value.as_deref().unwrap_or("unknown");
    Some(Device {
        id: format!("{}{name}", Device::HERE),
        class: processor_class(machine),
        is_consumer: false,
        memory_gb: machine.memory_total_bytes.value? as f64 / SOLD_GIGABYTE,
        bandwidth_gb_s,
        bf16_tflops: UNKNOWN_TFLOPS,
        fp8_tflops: None,
        fp4_tflops: None,
        link_gb_s: NO_LINK_GB_S,
    })
}

pub(super) fn processor_class(machine: &Machine) -> DeviceClass {
    match machine.processor.vendor.value.as_deref() {
        Some("Apple") => DeviceClass::AppleProcessor,
        _ => DeviceClass::Processor,
    }
}

/// The device among published measurements that this is.
fn known(machine: &Machine, gpu: Option<&Gpu>, catalogue: &Catalogue) -> Option<Device> {
    let found = match gpu {
        Some(gpu) => Found::Gpu(gpu.name.value.as_deref()?, own_memory(gpu)),
        None => Found::Processor(machine.processor.name.value.as_deref()?),
    };
    named(found, catalogue)
}

/// The device among published measurements of a name that was found.
fn named(found: Found<'_>, catalogue: &Catalogue) -> Option<Device> {
    let id = found_hardware(found, catalogue)?.measured?;
    devices().ok()?.get(&id).cloned()
}

/// A device by what was measured here.
fn described(
    machine: &Machine,
    measured: Option<&Measured>,
    gpu: Option<(usize, &Gpu)>,
) -> Option<Device> {
    let measured = measured?;
    let (name, memory, rates) = match gpu {
        Some((number, gpu)) => {
            let rates = measured.gpus.iter().find(|rates| rates.gpu == number)?;
            let all = rates.rates.iter().collect::<Vec<_>>();
            (&gpu.name, gpu.memory_total_bytes.value, all)
        }
        None => {
            let most = measured
                .processor
                .iter()
                .filter_map(|rate| rate.threads)
                .max();
            let all = measured
                .processor
                .iter()
                .filter(|rate| rate.threads == most);
            (
                &machine.processor.name,
                machine.memory_total_bytes.value,
                all.collect(),
            )
        }
    };
    let best = |wanted: fn(RateKind) -> bool| {
        let of_kind = |rate: &&&Rate| wanted(rate.kind);
        let rates = rates.iter().filter(of_kind);
        rates.map(|rate| rate.spread.median()).reduce(f64::max)
    };
    let class = match (gpu, processor_class(machine)) {
        (None, class) => class,
        (Some(_), DeviceClass::AppleProcessor) => DeviceClass::Apple,
        (Some((_, gpu)), _) => class_of_gpu(gpu),
    };
    let name = name.value.as_deref().unwrap_or("unknown");
    Some(Device {
        id: format!("{}{name}", Device::HERE),
        class,
        is_consumer: false,
        memory_gb: memory? as f64 / SOLD_GIGABYTE,
        bandwidth_gb_s: best(RateKind::is_memory)? / 1e9,
        // What multiplies 16-bit numbers multiplies 32-bit ones no faster.
        bf16_tflops: best(|kind| kind == RateKind::F16)
            .or_else(|| best(|kind| kind == RateKind::F32))?
            / 1e12,
        // Packed weights are multiplied as bytes; of a graphics processor nobody knows which units do it.
        fp8_tflops: best(|kind| kind == RateKind::Int8)
            .filter(|_| gpu.is_none())
            .map(|rate| rate / 1e12),
        fp4_tflops: None,
        link_gb_s: NO_LINK_GB_S,
    })
}

/// The class of a graphics processor by its name and who made it.
fn class_of_gpu(gpu: &Gpu) -> DeviceClass {
    let name = gpu.name.value.as_deref().unwrap_or_default();
    DeviceClass::of_name(name, maker_of(name).unwrap_or_default(), false)
}

/// Who makes a graphics processor of a name, where its name tells.
pub(super) fn maker_of(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    if has(&["apple"]) {
        Some("Apple")
    } else if has(&["nvidia", "geforce", "rtx", "gtx", "tesla", "quadro"]) {
        Some("NVIDIA")
    } else if has(&["amd", "radeon", "instinct"]) {
        Some("AMD")
    } else if has(&["intel", "arc"]) {
        Some("Intel")
    } else {
        None
    }
}

/// Memory of its own, where it has any.
fn own_memory(gpu: &Gpu) -> Option<u64> {
    match gpu.kind.value {
        Some(GpuKind::Dedicated) => gpu.memory_total_bytes.value,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use weighbridge_machine::rates::{GpuRates, Spread};
    use weighbridge_machine::{Fact, Known};

    fn rate(kind: RateKind, threads: Option<u32>, value: f64) -> Rate {
        Rate {
            kind,
            threads,
            instructions: None,
            spread: Spread {
                samples: vec![value],
            },
            by_gpu_clock: None,
        }
    }

    fn machine() -> Machine {
        let mut machine = Machine::default();
        machine.processor.name = Fact::sure("A processor".to_owned(), Known::Processor);
        machine.memory_total_bytes = Fact::sure(32 << 30, Known::OperatingSystem);
        machine.gpus = vec![Gpu {
            name: Fact::sure("NVIDIA GeForce RTX 4090".to_owned(), Known::Driver),
            kind: Fact::sure(GpuKind::Dedicated, Known::Driver),
            memory_total_bytes: Fact::sure(24 << 30, Known::Driver),
            ..Gpu::default()
        }];
        machine
    }

    #[test]
    fn hardware_of_ours_is_taken_as_it_was_measured() {
        let (catalogue, _) = weighbridge_catalogue::built_in().unwrap();
        let found = device(&machine(), None, Some(0), &catalogue).unwrap();
        assert_eq!(found.id, "RTX-4090");
    }

    #[test]
    fn another_machine_is_what_was_measured_of_it_or_nothing() {
        let (catalogue, _) = weighbridge_catalogue::built_in().unwrap();
        let machine = machine();
        assert_eq!(device(&machine, None, None, &catalogue), None);
        let measured = Measured {
            processor: vec![
                rate(RateKind::Triad, Some(8), 40e9),
                rate(RateKind::Copy, Some(8), 38e9),
                rate(RateKind::Triad, Some(1), 90e9),
                rate(RateKind::F32, Some(8), 0.5e12),
                rate(RateKind::Int8, Some(8), 2e12),
            ],
            gpus: vec![GpuRates {
                gpu: 0,
                backend: "vulkan".to_owned(),
                working_bytes: 1,
                rates: Vec::new(),
            }],
            ..Measured::default()
        };
        let found = device(&machine, Some(&measured), None, &catalogue).unwrap();
        assert_eq!(found.class, DeviceClass::Processor);
        assert_eq!((found.memory_gb, found.bandwidth_gb_s), (32.0, 40.0));
        assert_eq!((found.bf16_tflops, found.fp8_tflops), (0.5, Some(2.0)));
        assert!(found.is_processor_here());
    }
}

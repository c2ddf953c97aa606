//! An option on a machine that stands in no catalogue: the laptop in the room that was measured, or
//! one that somebody describes.
//!
//! What is known of the machine are the figures of its device; price, power and life of it are
//! what they were, since neither measuring nor describing it tells any of them.

use super::described::{divide_layers, hosting_mut};
use super::error::ComposeError;
use super::estimates::{self, usual_engine};
use super::figures::estimated;
use super::own::OWN_MEASUREMENTS;
use crate::catalogue::{Catalogue, WeightFormat};
use crate::figure::{Figure, Origin};
use crate::scenario::{DecisionOption, Plan, SelfHosted};
use crate::serving::{Device, DeviceClass, is_packed, times_of_tables};
use weighbridge_units::PartialDate;

/// Share of a computer's memory that a model may take: its system and other programs need some.
const SHARE_OF_COMPUTER: f64 = 0.75;
/// Share of a graphics card's own memory; the rest is the engine's.
const SHARE_OF_CARD: f64 = 0.9;

/// A machine that was measured, or described.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasuredMachine {
    /// Its name, as people say it.
    pub name: String,
    /// What it is to estimates; measurements name the same.
    pub device: Device,
    /// The day it was measured or described.
    pub on: PartialDate,
    /// Whether it was measured; otherwise its figures were entered.
    pub is_measured: bool,
    /// Whether its arithmetic rate is known; otherwise it is guessed from the bandwidth.
    pub is_rate_known: bool,
}

/// Lets a self-hosted option run on such a machine; the model and its format stay.
///
/// # Errors
/// [`ComposeError::OtherPlan`] where the option rents machines, or hosts nothing.
pub fn set_measured_machine(
    catalogue: &Catalogue,
    option: &mut DecisionOption,
    machine: &MeasuredMachine,
) -> Result<(), ComposeError> {
    if matches!(option.plan, Plan::RentedGpu(_)) {
        return Err(ComposeError::OtherPlan(option.id.clone()));
    }
    let on_device = matches!(option.plan, Plan::OnDevice(_));
    let hosting = hosting_mut(option)?;
    let device = &machine.device;
    hosting.hardware_id = None;
    hosting.hardware_name = machine.name.clone();
    let names = &mut hosting.measured_as;
    names.device = device.id.clone();
    names.device_class = device.class;
    names.is_consumer = device.is_consumer;
    names.byte_times = match device.fp8_tflops {
        Some(rate) if device.is_processor_here() => rate / device.bf16_tflops,
        _ => 0.0,
    };
    let format = WeightFormat::from_name(&hosting.weight_format);
    hosting.engine = usual_engine(format, on_device, device.class).to_owned();
    let rate = match device.is_processor_here() {
        true => device.measured_tflops(hosting.serving.bits_per_weight.value),
        false => {
            device.bf16_tflops * times_of_tables(&hosting.engine, device.class, device.is_consumer)
        }
    };
    let known = |value: f64| Figure {
        value,
        origin: match machine.is_measured {
            true => Origin::Measured {
                run: format!("{OWN_MEASUREMENTS}/machine"),
                on: Some(machine.on),
            },
            false => Origin::Entered {
                by: None,
                on: Some(machine.on),
            },
        },
        range: None,
    };
    let figures = &mut hosting.serving;
    figures.memory_gigabytes_per_gpu = known(device.memory_gb);
    figures.bandwidth_gigabytes_per_second_per_gpu = known(device.bandwidth_gb_s);
    figures.teraflops_per_gpu = match machine.is_rate_known {
        true => known(rate),
        false => estimated(rate, "rate-from-bandwidth"),
    };
    figures.link_gigabytes_per_second = estimated(device.link_gb_s, "host-bus");
    figures.usable_memory_share = estimated(usable_share(device.class), "usable-memory");
    figures.gpus_per_replica = estimated(1.0, "fewest-gpus");
    divide_layers(hosting);
    estimates::fill(hosting, catalogue.estimator());
    Ok(())
}

fn usable_share(class: DeviceClass) -> f64 {
    match class {
        DeviceClass::Processor | DeviceClass::AppleProcessor | DeviceClass::Apple => {
            SHARE_OF_COMPUTER
        }
        _ => SHARE_OF_CARD,
    }
}

/// Takes the other of a measured processor's two rates where weights are packed that were not, or the
/// other way round; a rate that somebody entered stays.
pub(super) fn take_rate(hosting: &mut SelfHosted, bits_before: f64) {
    let bits = hosting.serving.bits_per_weight.value;
    let byte_times = hosting.measured_as.byte_times;
    let rate = &mut hosting.serving.teraflops_per_gpu;
    let is_measured = matches!(rate.origin, Origin::Measured { .. });
    if !is_measured || byte_times <= 0.0 || is_packed(bits) == is_packed(bits_before) {
        return;
    }
    match is_packed(bits) {
        true => rate.value *= byte_times,
        false => rate.value /= byte_times,
    }
}

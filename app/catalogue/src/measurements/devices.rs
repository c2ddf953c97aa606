//! Hardware as measurements name it.

use std::collections::BTreeMap;

use serde::Deserialize;
use weighbridge_engine::serving::{Device, DeviceClass};

use super::table::{TableFault, fault_of};

#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    vendor: String,
    kind: String,
    memory_gb: f64,
    #[serde(rename = "mem_bw_GBps")]
    bandwidth_gb_s: f64,
    dense_bf16_tflops: Option<f64>,
    dense_fp8: Option<f64>,
    dense_fp4: Option<f64>,
    #[serde(rename = "interconnect_GBps")]
    link_gb_s: Option<f64>,
}

/// Link of hardware that has none of its own: a host's bus, in 10⁹ bytes a second.
pub const HOST_BUS_GB_S: f64 = 32.0;
/// Rate of hardware that nobody published one of: a slow guess, in 10¹² operations a second.
pub const UNKNOWN_TFLOPS: f64 = 10.0;

/// Reads a table of hardware: each device by its id.
///
/// # Errors
/// [`TableFault`] at the first line that cannot be read.
pub fn read_devices(text: &str) -> Result<BTreeMap<String, Device>, TableFault> {
    let mut devices = BTreeMap::new();
    for line in csv::Reader::from_reader(text.as_bytes()).deserialize() {
        let line: Line = line.map_err(|error| fault_of(&error))?;
        let device = Device {
            class: device_class(&line.id, &line.vendor, line.kind == "cpu"),
            is_consumer: is_consumer(&line.id),
            memory_gb: line.memory_gb,
            bandwidth_gb_s: line.bandwidth_gb_s,
            bf16_tflops: line.dense_bf16_tflops.unwrap_or(UNKNOWN_TFLOPS),
            fp8_tflops: line.dense_fp8,
            fp4_tflops: line.dense_fp4,
            link_gb_s: line.link_gb_s.unwrap_or(HOST_BUS_GB_S),
            id: line.id,
        };
        devices.insert(device.id.clone(), device);
    }
    Ok(devices)
}

/// The class of a device, from its name and maker.
pub fn device_class(id: &str, vendor: &str, is_processor: bool) -> DeviceClass {
    let name = id.to_ascii_uppercase();
    let has = |part: &str| name.contains(part);
    let starts = |part: &str| name.starts_with(part);
    if is_processor {
        return if vendor == "Apple" {
            DeviceClass::AppleProcessor
        } else {
            DeviceClass::Processor
        };
    }
    match vendor {
        "Apple" => DeviceClass::Apple,
        "Intel" if has("GAUDI") => DeviceClass::Gaudi,
        "AMD" if starts("MI") || has("INSTINCT") => DeviceClass::Cdna,
        "AMD" => DeviceClass::Rdna,
        "NVIDIA" => {
            if has("H100") || has("H200") || has("H800") || has("H20") {
                DeviceClass::Hopper
            } else if has("B200") || has("B300") || has("B100") {
                DeviceClass::BlackwellServer
            } else if has("A100") || has("A800") {
                DeviceClass::AmpereServer
            } else if has("L40") || has("ADA") || has("RTX-40") || has("RTX 40") || starts("L4") {
                DeviceClass::Ada
            } else if has("RTX-50")
                || has("RTX 50")
                || has("RTX-PRO")
                || has("RTX PRO")
                || has("GB10")
            {
                DeviceClass::BlackwellDesk
            } else if has("RTX-30")
                || has("RTX 30")
                || has("RTX-A")
                || has("RTX A")
                || has("A40")
                || has("A10")
                || has("A30")
            {
                DeviceClass::AmpereDesk
            } else if has("GTX") || has("RTX-20") || has("RTX 20") || has("V100") || has("T4") {
                DeviceClass::OlderNvidia
            } else {
                DeviceClass::Other
            }
        }
        _ => DeviceClass::Other,
    }
}

/// Whether a card is made for personal computers: GeForce and Radeon RX.
fn is_consumer(id: &str) -> bool {
    if id.starts_with("GTX") || id.starts_with("RX") {
        return true;
    }
    let Some(number) = id.strip_prefix("RTX-") else {
        return false;
    };
    // RTX-3090 is one, RTX-5000-Ada is not: the third digit of a workstation card is 0.
    let digits: Vec<u8> = number.bytes().take(4).collect();
    matches!(digits[..], [b'2'..=b'5', b'0', b'5'..=b'9', b'0'])
}

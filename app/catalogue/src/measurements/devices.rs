//! Hardware as measurements name it.

use std::collections::BTreeMap;

use serde::Deserialize;
use weighbridge_engine::serving::{Device, DeviceClass};

use super::fault::{TableFault, fault_of};

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

pub use weighbridge_engine::serving::HOST_BUS_GB_S;

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
    DeviceClass::of_name(id, vendor, is_processor)
}

/// Whether a card is made for personal computers: GeForce and Radeon RX.
pub(super) fn is_consumer(id: &str) -> bool {
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

//! A machine whose rates were measured, and not read in a table.
//!
//! What measurements taught is the share of a *table's* rate that engines reach.
//! A measured rate has lost already what lies between table and machine, so that another share
//! belongs to it: that of what plain reading and plain arithmetic reach.
//!
//! On a processor nearly all that was learnt tells of threads, channels and clocks that nobody
//! stated; where its rates were measured, a few parameters of its own take the place of it.
//! Of a graphics processor the bandwidth alone is taken so, for the units that it multiplies
//! matrices with are measured by nobody here.
//!
//! `docs/methods/serving-estimate.md` has what the shares rest on.

use super::case::{Case, Device, DeviceClass, Quantity};
use super::physics::{PARAMETERS, Parameter, at_least, at_most, is_packed};

/// A share with the spread of its logarithm.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Share {
    value: f64,
    spread: f64,
}

/// Share of a processor's measured bandwidth that weights are read at: 0.68 to 1.02 by the kernels
/// here, and 0.66 to 0.91 by llama.cpp.
const READING: Share = Share {
    value: 0.75,
    spread: 0.25,
};
/// Share of its measured rate for bytes that prompts reach with packed weights: 0.54 to 0.72 by the
/// kernels here, and 0.17 to 0.36 by llama.cpp.
const ON_BYTES: Share = Share {
    value: 0.4,
    spread: 0.45,
};
/// The same of the measured 32-bit rate with weights of 16 bits or more.
const ON_NUMBERS: Share = Share {
    value: 0.9,
    spread: 0.2,
};
/// How many times its 32-bit rate a processor is taken to do on bytes where nobody measured that.
const BYTES_OVER_NUMBERS: f64 = 2.0;
/// Microseconds that a processor spends on a layer besides: 33 to 41 with the kernels here.
const LAYER_MICROSECONDS: f64 = 40.0;
/// Share of its table's bandwidth that plain reading reaches on a graphics processor.
const READ_OF_TABLE: Share = Share {
    value: 0.85,
    spread: 0.1,
};

/// Standard deviations above the median beyond which one in ten lies.
const ONE_IN_TEN: f64 = 1.2816;

impl Device {
    /// How ids of devices begin whose rates were measured on the machine itself.
    pub const HERE: &str = "here: ";

    /// Whether its rates were measured on the machine itself, and not read in a table.
    pub fn is_measured_here(&self) -> bool {
        self.id.starts_with(Device::HERE)
    }

    /// Whether it is a processor whose rates were measured on the machine itself.
    pub fn is_processor_here(&self) -> bool {
        let is_processor = matches!(
            self.class,
            DeviceClass::Processor | DeviceClass::AppleProcessor
        );
        is_processor && self.is_measured_here()
    }

    /// Of a processor that was measured, the rate that weights of so many bits are multiplied at, in
    /// 10¹² operations a second: packed ones as bytes, where that rate is known.
    pub fn measured_tflops(&self, weight_bits: f64) -> f64 {
        match self.fp8_tflops {
            Some(rate) if is_packed(weight_bits) => rate,
            _ => self.bf16_tflops,
        }
    }
}

/// Puts shares of measured rates in the place of what was learnt from tables, in logarithms, and
/// returns the correction of the answer that is left.
pub(super) fn replace(case: &Case, logarithms: &mut [f64; PARAMETERS], correction: f64) -> f64 {
    if !case.device.is_measured_here() {
        return correction;
    }
    let mut set = |parameter: Parameter, value| logarithms[parameter as usize] = libm::log(value);
    if case.device.is_processor_here() {
        set(Parameter::Bandwidth, READING.value);
        set(Parameter::Arithmetic, arithmetic(case));
        set(Parameter::Layer, LAYER_MICROSECONDS);
        return 0.0;
    }
    let bandwidth = &mut logarithms[Parameter::Bandwidth as usize];
    // Nothing reads faster than plain reading; where more than the table says was learnt, other
    // parameters make up for it.
    let share = at_most(*bandwidth - libm::log(READ_OF_TABLE.value), 0.0);
    *bandwidth = at_least(*bandwidth, share);
    correction
}

/// The share of a processor's measured rate that prompts reach.
fn arithmetic(case: &Case) -> f64 {
    let share = of_rate(case);
    match (is_packed(case.weight_bits), case.device.fp8_tflops) {
        (true, None) => share.value * BYTES_OVER_NUMBERS,
        _ => share.value,
    }
}

fn of_rate(case: &Case) -> Share {
    match is_packed(case.weight_bits) {
        true => ON_BYTES,
        false => ON_NUMBERS,
    }
}

/// How far the share of measured bandwidth may be off, as a share of itself; none of tables.
pub(crate) fn bandwidth_error(device: &Device) -> Option<f64> {
    let spread = match (device.is_measured_here(), device.is_processor_here()) {
        (false, _) => return None,
        (true, true) => READING.spread,
        (true, false) => READ_OF_TABLE.spread,
    };
    Some(ONE_IN_TEN * spread)
}

/// The same of the share of a measured arithmetic rate.
pub(crate) fn arithmetic_error(case: &Case) -> Option<f64> {
    let is_here = case.device.is_processor_here();
    is_here.then(|| ONE_IN_TEN * of_rate(case).spread)
}

/// How much wider the range of an answer is for what shares of measured rates may be off: half the
/// width as a logarithm, nought where all rates stand in tables.
pub(super) fn half_width(case: &Case) -> f64 {
    let error = match case.quantity {
        Quantity::Prefill | Quantity::TimeToFirstToken => arithmetic_error(case),
        Quantity::DecodeAlone
        | Quantity::FixedBatch
        | Quantity::Saturated
        | Quantity::InterToken => bandwidth_error(&case.device),
    };
    error.unwrap_or_default()
}

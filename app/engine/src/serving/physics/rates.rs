//! The rate that an engine can multiply weights at, of those that tables state.

use crate::serving::case::{Case, Device, DeviceClass};

/// Weights of fewer bits are stored packed.
const UNPACKED_BELOW_BITS: f64 = 12.0;

/// The rate that a case's weights could be multiplied at, in 10¹² operations a second.
///
/// Servers multiply 8- and 4-bit weights at their own rate; engines for personal computers unpack
/// them to 16 bits first, and there cards for personal computers reach twice the rate of their
/// tables, which is the one with 32-bit sums.
pub(in crate::serving) fn peak(case: &Case) -> f64 {
    let device = &case.device;
    if device.is_processor_here() {
        return device.measured_tflops(case.weight_bits);
    }
    if !is_for_servers(&case.engine) {
        return unpacked_tflops(device)
            * times_of_tables(&case.engine, device.class, device.is_consumer);
    }
    let eight = device.fp8_tflops.unwrap_or(device.bf16_tflops);
    if case.weight_bits >= 12.0 {
        device.bf16_tflops
    } else if case.weight_bits >= 7.0 {
        eight
    } else {
        device.fp4_tflops.unwrap_or(eight)
    }
}

/// How many times the 16-bit rate of its table an engine reaches on an accelerator of a class.
pub fn times_of_tables(engine: &str, class: DeviceClass, is_consumer: bool) -> f64 {
    let doubled = is_consumer && is_recent_nvidia(class);
    if doubled && !is_for_servers(engine) {
        2.0
    } else {
        1.0
    }
}

/// Whether weights are unpacked to 16 bits by units that are not made for matrices, before every
/// use: in engines for personal computers, whose formats store so many weights with a scale each.
pub(in crate::serving) fn is_unpacked(engine: &str, bits: f64) -> bool {
    !is_for_servers(engine) && is_packed(bits)
}

/// Whether weights of so many bits are stored packed, with a scale for several.
pub(crate) fn is_packed(bits: f64) -> bool {
    bits < UNPACKED_BELOW_BITS
}

/// 16-bit operations a second outside the units for matrices, in 10¹².
///
/// Tables state the rate of the units for matrices where there are any; how many times that of the
/// others it is depends on the generation.
///
/// # Source
/// NVIDIA's architecture whitepapers (Volta to Blackwell) and AMD's CDNA 3 whitepaper, peak rates
/// with and without units for matrices; a processor multiplies narrow integers at four times the
/// rate of its 32-bit numbers.
pub(in crate::serving) fn vector_tflops(device: &Device) -> f64 {
    let times = match device.class {
        DeviceClass::AmpereServer => 1.0 / 16.0,
        DeviceClass::Hopper => 1.0 / 15.0,
        DeviceClass::BlackwellServer => 1.0 / 28.0,
        DeviceClass::Cdna => 1.0 / 8.0,
        DeviceClass::AmpereDesk | DeviceClass::Ada | DeviceClass::BlackwellDesk => {
            if device.is_consumer { 0.5 } else { 0.25 }
        }
        DeviceClass::OlderNvidia | DeviceClass::Rdna => 0.5,
        DeviceClass::Gaudi => 1.0 / 16.0,
        DeviceClass::Apple | DeviceClass::Other => 1.0,
        DeviceClass::Processor | DeviceClass::AppleProcessor => 4.0,
    };
    unpacked_tflops(device) * times
}

/// Operations for each byte that a processor reads above which its table must mean units for
/// matrices: those without them do 10 to 40.
const MATRIX_UNITS_ABOVE: f64 = 100.0;
/// How many times the rate of its other units that of a processor's units for matrices is.
const MATRIX_UNITS_TIMES: f64 = 32.0;

/// 16-bit operations a second that an engine for personal computers does on unpacked weights, in
/// 10¹²: of a processor those outside its units for matrices, which its formats do not feed.
///
/// # Source
/// Intel’s manual on optimising for its 64-bit architectures, chapter on AMX: 2,048 operations
/// of 16 bits a cycle and core, where two units of AVX-512 do 64 of 32 bits.
fn unpacked_tflops(device: &Device) -> f64 {
    let rate = device.bf16_tflops;
    let of_a_byte = 1e3 * rate / device.bandwidth_gb_s;
    if device.class == DeviceClass::Processor && of_a_byte > MATRIX_UNITS_ABOVE {
        rate / MATRIX_UNITS_TIMES
    } else {
        rate
    }
}

/// Whether an engine is made for servers.
pub(in crate::serving) fn is_for_servers(engine: &str) -> bool {
    const FOR_DESKS: [&str; 10] = [
        "llama.cpp",
        "llamafile",
        "ollama",
        "mlx",
        "exllama",
        "exllamav2",
        "mlc-llm",
        "ctransformers",
        "ctranslate2",
        "autoawq",
    ];
    !FOR_DESKS.contains(&engine) && engine != "transformers"
}

fn is_recent_nvidia(class: DeviceClass) -> bool {
    matches!(
        class,
        DeviceClass::AmpereDesk | DeviceClass::Ada | DeviceClass::BlackwellDesk
    )
}

//! Bits of a weight or a cache element by the names of formats.

use weighbridge_engine::catalogue::WeightFormat;

use super::note::NoteKind;

/// A 4-bit float with one 8-bit scale for 16 weights.
const NVFP4_BITS: f64 = 4.5;

/// Average bits of a weight in a format: `fp8`, `bf16`, `nvfp4`, `Q4_K_M`.
pub fn of_format(name: &str) -> Option<f64> {
    let name = name.trim();
    if let Some(format) = WeightFormat::from_name(name) {
        return Some(format.bits_per_weight());
    }
    let bits = match name.to_ascii_lowercase().as_str() {
        "fp4" | "nvfp4" => NVFP4_BITS,
        "mxfp4" => WeightFormat::Mxfp4.bits_per_weight(),
        "awq" | "gptq" | "w4a16" | "int4" | "4bit" | "awq_marlin" | "gptq_marlin" => {
            WeightFormat::Int4.bits_per_weight()
        }
        "fp8" | "w8a8" | "int8" | "8bit" | "fp8_e4m3" | "fp8_e5m2" | "fp8_block" => 8.0,
        "bf16" | "fp16" | "f16" | "float16" | "bfloat16" | "half" => 16.0,
        _ => return None,
    };
    Some(bits)
}

/// The note that a format is not known.
pub(super) fn unknown(name: &str) -> NoteKind {
    const LONGEST: usize = 40;
    NoteKind::UnknownFormat {
        name: name.chars().take(LONGEST).collect(),
    }
}

/// Average bits of a weight where a model's name says its format, as `Llama-3.1-8B-Instruct-FP8`.
pub(super) fn of_model_name(name: &str) -> Option<f64> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let file = file.strip_suffix(".gguf").unwrap_or(file);
    let last_dashed = file.rsplit(['-', '.', ' ', ':']).next().unwrap_or(file);
    let parts = file.split(['-', '.', ' ', ':', '_']);
    of_format(last_dashed).or_else(|| parts.rev().find_map(of_format))
}

/// Average bits of a cache element in a format of llama.cpp, scales included.
pub(super) fn of_cache_type(name: &str) -> Option<f64> {
    Some(match name.trim().to_ascii_lowercase().as_str() {
        "f32" => 32.0,
        "f16" | "bf16" => 16.0,
        "q8_0" => 8.5,
        "q5_1" => 6.0,
        "q5_0" => 5.5,
        "q4_1" => 5.0,
        "q4_0" | "iq4_nl" => 4.5,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_their_format() {
        for (name, bits) in [
            ("meta-llama/Llama-3.1-8B-Instruct", None),
            ("neuralmagic/Meta-Llama-3.1-70B-Instruct-FP8", Some(8.0)),
            ("nvidia/DeepSeek-R1-0528-NVFP4", Some(4.5)),
            ("Qwen/Qwen2.5-72B-Instruct-AWQ", Some(4.125)),
            ("RedHatAI/Qwen3-8B-quantized.w4a16", Some(4.125)),
            ("models/Qwen2.5-7B-Instruct-Q4_K_M.gguf", Some(4.8944)),
            ("", None),
        ] {
            assert_eq!(of_model_name(name), bits, "{name}");
        }
    }
}

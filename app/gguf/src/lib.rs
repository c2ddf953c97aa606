//! Reads model files in the GGUF format, and refuses hostile ones.
//!
//! Bytes go in; metadata and the places of tensors come out.
//! Nothing here opens a file, and nothing is allocated beyond what the bytes themselves account for.

mod dequantise;
mod format;
mod half;

pub use dequantise::dequantise;
pub use format::Format;
pub use half::{bf16_to_f32, f16_to_f32, f32_to_bf16, f32_to_f16};

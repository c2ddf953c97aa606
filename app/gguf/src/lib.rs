//! Reads model files in the GGUF format, and refuses hostile ones.
//!
//! Bytes go in; metadata and the places of tensors come out.
//! Nothing here opens a file, and nothing is allocated beyond what the bytes themselves account for.

mod cursor;
mod dequantise;
mod error;
mod file;
mod format;
mod half;
mod sort;
mod value;
#[doc(hidden)]
pub mod write;

pub use dequantise::dequantise;
pub use error::{Fault, GgufError, unread_format};
pub use file::{File, TensorInfo};
pub use format::Format;
pub use half::{bf16_to_f32, f16_to_f32, f32_to_bf16, f32_to_f16};
pub use sort::Sort;
pub use value::{List, Value};

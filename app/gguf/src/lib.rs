//! Reads model files in the GGUF format, and refuses hostile ones.
//!
//! Bytes go in; metadata and the places of tensors come out.
//! Nothing here opens a file, and nothing is allocated beyond what the bytes themselves account for.

mod format;

pub use format::Format;

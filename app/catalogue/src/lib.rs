//! Reads, checks and writes presets.
//!
//! Presets are facts with a source and a date, kept in RON files; `docs/presets.md` describes them.
//! [`mod@load`] reads files of a list of records into the engine's types and lists every fault of every
//! file with its line, column and field; [`mod@built_in`] holds the files compiled into the program;
//! [`mod@write`] puts a record of the user's own into a file.
//!
//! Engine types know nothing of files: each record has a type of its own here, with every key
//! optional, and an explicit conversion that says which keys must be there.
//! [`spans`], [`read`], [`check`] and [`faults`] know nothing of presets and serve any RON file.
//!
//! This crate opens no files: it is given their bytes and gives back text.

pub mod built_in;
pub mod check;
mod consistency;
pub mod faults;
pub mod importers;
pub mod load;
pub mod measurements;
pub mod read;
mod records;
pub mod scenario;
mod shelves;
pub mod spans;
pub mod write;

pub use built_in::{built_in, preset_files, sample_files};
pub use faults::{Fault, FaultKind, Severity};
pub use load::{Loaded, PresetFile, Setting, load, load_built_in, load_user};
pub use write::{Written, put_record, remove_record};

//! The command line: what it prints, byte for byte, and how it refuses.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod decision;
mod document;
mod estimate;
mod import;
mod support;

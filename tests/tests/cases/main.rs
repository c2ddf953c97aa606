//! Figures known from outside: the engine and the methods against cases with a source.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod golden;
mod reference;

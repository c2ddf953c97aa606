//! Journeys without a window: actions, files, and the state they lead to.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod actions;
mod arbitrary;
mod benchmarks;
mod files;
mod journey;
mod scenario_files;

//! The pure decision engine of Weighbridge: facts and choices in, outcome out.
//!
//! [`evaluate()`] turns a [`Scenario`] into an [`Outcome`].
//! The arithmetic is written once over [`Number`](number::Number): with `f64` for the screen,
//! with [`Lanes`](number::Lanes) for thousands of draws, and with
//! [`Traced`](trace::Traced) for "explain this number".
//!
//! The engine does no I/O, reads no clock, and has no global random state; the date of a
//! scenario and every seed are arguments.
//! It returns typed reasons and figures, never sentences: `text` speaks.
//! Transcendental functions come from `libm`, so that the same scenario gives the same bits on
//! every machine; `clippy.toml` beside this crate forbids the other ways.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod break_even;
pub mod capability;
pub mod catalogue;
pub mod compose;
pub mod decision;
pub mod evaluate;
pub mod explain;
pub mod figure;
pub mod finance;
pub mod finding;
mod findings;
pub mod incremental;
pub mod measure;
pub mod model;
pub mod number;
pub mod outcome;
pub mod pass_at_k;
mod power;
pub mod queueing;
pub mod scenario;
pub mod serving;
pub mod term;
pub mod trace;
pub mod uncertainty;
pub mod weighing;

pub use evaluate::evaluate;
pub use outcome::Outcome;
pub use scenario::Scenario;

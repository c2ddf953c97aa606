//! What this computer is, and how fast its memory and arithmetic are.
//!
//! Every [`Fact`] says how it is known and how sure; “unknown” is an answer, and a guess is not.

pub mod child;
mod fact;

pub use fact::{Fact, Known, Sureness};

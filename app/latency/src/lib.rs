//! Times a model token by token: on this processor, on a GPU, or behind an endpoint.
//!
//! A [`Plan`] says what is asked; a [`Run`] is what came of it, every token's time included.
//! Where it ran changes nothing about either, so that figures stand side by side.

mod plan;
mod run;

pub use plan::Plan;
pub use run::{Answer, Busyness, Place, Run, Stopped};

//! Runs a language model token by token, on this processor or on a GPU.
//!
//! A [`Model`] is shapes and weights, read from a GGUF file or made up from a seed; a [`Runtime`]
//! runs it.
//! Both runtimes have the same door, so that what is timed, swept and compared is written once.

mod config;
pub mod cpu;
pub mod extrapolate;
pub mod gpu;
pub mod load;
mod model;
#[doc(hidden)]
pub mod reference;
mod run_error;
mod runtime;
#[doc(hidden)]
pub mod save;
pub mod synthetic;
pub mod tokenizer;

pub use config::{Activation, Attention, Config, Family, RopePairs, Window};
pub use model::{Bytes, Layer, Model, Tensor};
pub use runtime::{Lack, RunError, Runtime, Step, Unsupported};

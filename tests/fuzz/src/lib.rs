//! The parts of `inference` that read files, without those that run models: wgpu would take minutes
//! to build with the flags of fuzzing, and nothing of it is asked.

#![allow(dead_code, reason = "models are read here and not run")]

#[path = "../../../app/inference/src"]
mod inference {
    pub mod config;
    pub mod load;
    pub mod model;
    pub mod save;
    pub mod synthetic;
    pub mod tokenizer;
}

// The modules know each other from the root of their crate, which is here.
use inference::{config, model};
pub use inference::{load, save, synthetic, tokenizer};

pub use config::{Activation, Attention, Config, Family, RopePairs, Window};
pub use model::{Bytes, Layer, Model, Tensor};

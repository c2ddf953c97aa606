//! The same model on a GPU, through compute kernels in WGSL on wgpu.
//!
//! [`Device`] is an adapter with a device of its own, [`GpuRuntime`] a model made ready on it, and
//! [`Measured`] the three times that are told apart: a token with its logits read back, a token
//! that stays on the GPU, and a dispatch that does nothing.
//!
//! Whoever uses this does so in a process that may die: a driver can take it down.
//! `docs/methods/gpu-kernels.md` says how the kernels work and what they were checked against.

mod buffers;
mod device;
mod dispatch;
mod forward;
mod kernels;
mod layout;
mod measure;
mod read;
mod runtime;
mod scratch;
mod shape;
mod source;
mod subgroups;
mod superblocks;
mod upload;
mod weights;

pub use device::{AdapterFacts, Address, Device, DeviceError, Features, Limits, Wanted};
pub use measure::{Floor, Measured};
pub use read::Reading;
pub use runtime::GpuRuntime;

//! What the user is doing: a document, actions on it, undo, and work in the background.
//!
//! [`Session`] holds the scenario that is open and everything derived from it; the window draws
//! it and hands it [`Action`]s.
//! Nothing here draws, and nothing reads a clock: the shell says what day it is.
//!
//! [`files`] opens and saves scenarios so that nothing is ever lost or half-written.
//! [`jobs`] runs long work on a thread of its own, the newest request only.
//! Errors and names of steps carry message keys; `text` puts them into words.

mod action;
mod decide;
mod default;
mod document;
mod edit;
mod edited;
mod error;
pub mod files;
mod history;
pub mod jobs;
mod measured;
pub mod odds;
mod session;
mod step;

pub use action::{Action, CascadePart};
pub use document::Document;
pub use error::ActionError;
pub use session::{Effects, Session};
pub use step::{Step, StepReason, StepState, StepStatus};

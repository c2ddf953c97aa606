//! What this computer is, and how fast its memory and arithmetic are.
//!
//! Every [`Fact`] says how it is known and how sure; “unknown” is an answer, and a guess is not.
//!
//! ```no_run
//! use weighbridge_machine::{Machine, child::Child, read, LOOK};
//!
//! // What the system says, word for word; graphics drivers are asked in child processes.
//! let graphics = Child::of_this_program(LOOK).ok();
//! let transcript = read(graphics.as_ref());
//! // What is made of it: a pure function, and every fact has a path.
//! let machine = Machine::of(&transcript);
//! for fact in machine.facts() {
//!     println!("{} {:?} {:?}", fact.path, fact.value, fact.sureness);
//! }
//! ```

pub mod child;
mod fact;
mod facts;
mod interpret;
mod machine;
pub mod rates;
mod read;
pub mod transcript;

pub use fact::{Doubt, Fact, Known, Sureness};
pub use facts::{Correction, CorrectionFault, FactRow, FactValue, Form};
pub use interpret::backend_name;
pub use machine::{Gpu, GpuKind, Machine, Processor, SystemFacts, Way};
pub use read::{LOOK, read, serve_look};
pub use transcript::Transcript;

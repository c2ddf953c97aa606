//! The parent's side: it asks a child and waits, and opens no adapter.

use std::sync::atomic::AtomicBool;
use std::time::Duration;

use weighbridge_machine::child::{Child, ChildFailure, Limits};

use super::{Outcome, Request, Sign};
use crate::plan::Plan;

/// Beside what a plan allows: making weights, bringing them to the GPU, compiling kernels.
const PREPARATION: Duration = Duration::from_secs(300);

/// The longest that nothing is heard: the weights of a large model being made, or one token on the
/// slowest of GPUs.
const SILENCE: Duration = Duration::from_secs(120);

/// How long a child may take for a plan.
pub fn limits(plan: &Plan) -> Limits {
    Limits {
        total: plan.time_limit + PREPARATION,
        silence: SILENCE,
    }
}

/// Has a child time a model.
///
/// A device that fails while it is timed ends the run, which is given with what it had and the
/// reason; before that there is nothing to give.
///
/// # Errors
/// [`ChildFailure`], whatever happens to the child: its own reason, its end, or its silence.
pub fn ask(
    child: &Child,
    request: &Request,
    limits: Limits,
    cancel: &AtomicBool,
    progress: &mut dyn FnMut(Sign),
) -> Result<Outcome, ChildFailure> {
    child.ask(request, limits, cancel, progress)
}

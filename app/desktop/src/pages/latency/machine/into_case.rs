//! Runs since the window opened, and the case: what one says, what puts it there, and whether it is
//! there already.

use weighbridge_engine::scenario::{MeasuredRun, Measurement, Scenario};
use weighbridge_session::Action;

use super::state::{Kept, State};
use crate::measuring::record::Surroundings;
use crate::measuring::{kept, record};
use crate::pages::Page;

/// What puts a run with all that it measured into the case; none where it says nothing there.
pub(super) fn into_case(page: &Page<'_>, state: &State, kept: &Kept) -> Option<Action> {
    let around = around(state, kept)?;
    let catalogue = page.session.catalogue();
    let kept = kept::of_run_here(page.text, &kept.timed, around, kept.on, catalogue)?;
    Some(Action::AddRun {
        run: Box::new(kept.run),
        measurements: kept.measurements,
    })
}

/// The run of the case that a run since the window opened is, where it was put there.
pub(super) fn found_in<'a>(scenario: &'a Scenario, kept: &Kept) -> Option<&'a MeasuredRun> {
    let machine = weighbridge_machine::Machine::default();
    let around = record::Surroundings {
        machine: &machine,
        measured: None,
        gpu: None,
    };
    let own = record::of_timed(&kept.timed, around, kept.on);
    // The machine may have been measured or set right since, and ids give way.
    scenario.runs.iter().find(|run| {
        MeasuredRun {
            id: own.id.clone(),
            machine: own.machine.clone(),
            ..(*run).clone()
        } == own
    })
}

/// What a run says of the device that it was on; none where nobody knows that.
pub(super) fn measured_of(page: &Page<'_>, state: &State, kept: &Kept) -> Option<Vec<Measurement>> {
    let around = around(state, kept)?;
    let catalogue = page.session.catalogue();
    kept::measured_here(page.text, &kept.timed, around, kept.on, catalogue)
}

/// The machine that a run was on; none before it was looked at.
fn around<'a>(state: &'a State, kept: &Kept) -> Option<Surroundings<'a>> {
    Some(Surroundings {
        machine: state.machine.as_ref()?,
        measured: state.measured.as_ref(),
        gpu: kept.gpu,
    })
}

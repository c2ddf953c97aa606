//! The dialog that chooses from the catalogue: for a new option step by step, or for one that is
//! there another price, model or machine.

mod chosen;
mod own;
mod own_form;
mod show;
mod stage;
mod state;

pub(super) use show::show;
pub(super) use state::Chooser;

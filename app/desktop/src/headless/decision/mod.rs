//! What follows for the choice: the key `decision` of `evaluate --json`, and the same for people.

mod document;
mod odds;
mod printout;

pub(super) use document::document;
pub(super) use printout::print;

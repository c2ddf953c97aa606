//! What follows for the choice: the key `decision` of `evaluate --json`, and the same for people.

mod answer;
mod document;
mod gates;
mod ids;
mod odds;
mod options;
mod people;
mod printout;
mod worth;

pub(super) use document::document;
pub(super) use printout::print;

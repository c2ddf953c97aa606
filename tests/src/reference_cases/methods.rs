//! The table of methods.

use serde_json::{Map, Value};

use super::case::CaseError;
use super::inputs::Inputs;
use super::{break_even, finance, pass_at_k, unit_costs};

/// Computes a method's results, by their names in the case files, from a case's inputs.
pub type Method = fn(Inputs<'_>) -> Result<Map<String, Value>, CaseError>;

/// A family's part of the table.
pub(super) type Entries = &'static [(&'static str, Method)];

/// One list for each family of methods, each in a file of its own.
const FAMILIES: &[Entries] = &[
    finance::METHODS,
    break_even::METHODS,
    unit_costs::METHODS,
    pass_at_k::METHODS,
];

/// The method of this name, or `None` if it is not supported.
pub fn method(name: &str) -> Option<Method> {
    entries()
        .find(|(own, _)| *own == name)
        .map(|(_, method)| method)
}

/// The names of all supported methods, family by family.
pub fn supported_methods() -> impl Iterator<Item = &'static str> {
    entries().map(|(name, _)| name)
}

fn entries() -> impl Iterator<Item = (&'static str, Method)> {
    FAMILIES.iter().flat_map(|family| family.iter().copied())
}

//! The table of methods.

use serde_json::{Map, Value};

use super::case::CaseError;
use super::inputs::Inputs;
use super::{
    break_even, decision, finance, pass_at_k, queueing, sobol_indices, uncertainty, unit_costs,
    value_of_information,
};

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
    decision::METHODS,
    queueing::METHODS,
    uncertainty::METHODS,
    sobol_indices::METHODS,
    value_of_information::METHODS,
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

/// Methods whose results are measured: only these are required, and as upper bounds.
const UPPER_BOUNDS: &[(&str, &[&str])] = &[("lhs_efficiency", &["max_ratio_lhs_over_mc"])];

/// The results of a method that must not exceed what is expected, where that is all that counts.
pub(super) fn upper_bounds(name: &str) -> Option<&'static [&'static str]> {
    UPPER_BOUNDS
        .iter()
        .find(|(own, _)| *own == name)
        .map(|(_, keys)| *keys)
}

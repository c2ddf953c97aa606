//! Reference cases: published and recomputed results that the engine is held against.
//!
//! A file is a JSON array of cases: `id`, `method`, `inputs`, `expected`, `tolerance` (`abs`, `rel`)
//! and `source`. A method is an entry of a table from its name to a function of this crate that
//! calls the engine ([`method`]); to support another one, add an entry to its family's file.
//! `docs/methods/reference-cases.md` holds the conventions.

mod break_even;
mod case;
mod compare;
mod decision;
mod expression;
mod finance;
mod gaussian;
mod inputs;
mod methods;
mod outputs;
mod pass_at_k;
mod queueing;
mod report;
mod sobol_indices;
mod uncertainty;
mod unit_costs;
mod value_of_information;

pub use case::{Case, CaseError, Tolerance, read_cases};
pub use compare::mismatches;
pub use expression::{Expression, ExpressionError};
pub use inputs::Inputs;
pub use methods::{Method, method, supported_methods};
pub use outputs::Outputs;
pub use report::{Report, Verdict, judge};

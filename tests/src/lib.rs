//! Helpers shared by the tests of Weighbridge.

pub mod reference_cases;

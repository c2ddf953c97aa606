//! The program `weighbridge`.
fn main() {}

//! The repository itself: layers, licences, papers and packaging.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod expression;
mod layers;
mod licences;
mod markdown;
mod packaging;
mod papers;
mod workspace;

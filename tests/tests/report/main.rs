//! The report on paper: its words, its bytes, and what was measured.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod board;
mod measured;
mod pdf_text;

//! Screens, found by role and label as a screen reader finds them, and a few pictures.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod decision_page;
mod hands;
mod inputs_desk;
mod latency_views;
mod machine_panel;
mod measurements_card;
mod page_support;
mod pages_inputs;
mod pages_results;
mod pictures;
mod priorities;
mod runs_as_evidence;
mod widgets;
mod window;
mod window_support;
mod words_of_failures;

//! The program: the window, and the same work headless.

pub mod chart;
pub mod children;
pub mod headless;
pub mod look;
pub mod measuring;
pub mod pages;
mod reasons;
pub mod shell;
pub mod start;
pub mod surroundings;
mod target;
pub mod widgets;
pub mod window;

//! The program: the window, and the same work headless.

//! Outcome to paper: PDF, SVG, PNG and CSV bytes.

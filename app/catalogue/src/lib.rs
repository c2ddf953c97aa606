//! Reads, checks and writes presets and scenario files.

//! Builds the crate again when a preset is added, removed or changed.

fn main() {
    println!("cargo::rerun-if-changed=../../presets");
}

//! Energy, where the system counts it.
//!
//! Linux tells through `powercap` what processor packages have used since they started
//! (Documentation/power/powercap in its sources).
//! Most systems let only an administrator read it; then there is no figure, and none is made up.

use std::fs;
use std::path::{Path, PathBuf};

/// Something that counts energy.
pub trait EnergyMeter {
    /// Joules used since it began to count.
    fn joules(&mut self) -> Option<f64>;
}

/// The counters of processor packages that Linux shows.
#[derive(Debug)]
pub struct Powercap {
    packages: Vec<Package>,
}

#[derive(Debug)]
struct Package {
    folder: PathBuf,
    /// Where its counter starts again, in microjoules.
    wraps_at: u64,
    last: u64,
    used: f64,
}

impl Powercap {
    /// The counters of this machine, where it has any that may be read.
    pub fn of_this_machine() -> Option<Powercap> {
        Powercap::under(Path::new("/sys/class/powercap"))
    }

    /// The counters under a folder.
    pub fn under(folder: &Path) -> Option<Powercap> {
        let mut packages: Vec<Package> = fs::read_dir(folder)
            .ok()?
            .filter_map(|entry| {
                let folder = entry.ok()?.path();
                // Packages are called package-N; parts of them lie below and would count twice.
                let name = fs::read_to_string(folder.join("name")).ok()?;
                if !name.starts_with("package") {
                    return None;
                }
                Some(Package {
                    wraps_at: number(&folder.join("max_energy_range_uj"))?,
                    last: number(&folder.join("energy_uj"))?,
                    used: 0.0,
                    folder,
                })
            })
            .collect();
        packages.sort_by(|one, other| one.folder.cmp(&other.folder));
        // Some systems show a package twice, once through each of two drivers.
        packages.dedup_by_key(|package| fs::read_to_string(package.folder.join("name")).ok());
        (!packages.is_empty()).then_some(Powercap { packages })
    }
}

impl EnergyMeter for Powercap {
    fn joules(&mut self) -> Option<f64> {
        let mut joules = 0.0;
        for package in &mut self.packages {
            let now = number(&package.folder.join("energy_uj"))?;
            let used = match now.checked_sub(package.last) {
                Some(used) => used,
                None => package.wraps_at.saturating_sub(package.last) + now,
            };
            package.used += used as f64 / 1e6;
            package.last = now;
            joules += package.used;
        }
        Some(joules)
    }
}

fn number(path: &Path) -> Option<u64> {
    fs::read_to_string(path).ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn a_counter_that_starts_again_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        let package = folder.path().join("intel-rapl:0");
        let core = folder.path().join("intel-rapl:0:0");
        for (at, name) in [(&package, "package-0"), (&core, "core")] {
            fs::create_dir(at).unwrap();
            fs::write(at.join("name"), format!("{name}\n")).unwrap();
            fs::write(at.join("max_energy_range_uj"), "10000000\n").unwrap();
            fs::write(at.join("energy_uj"), "9000000\n").unwrap();
        }
        let mut meter = Powercap::under(folder.path()).unwrap();
        assert_eq!(meter.joules(), Some(0.0));
        fs::write(package.join("energy_uj"), "2500000\n").unwrap();
        assert_eq!(meter.joules(), Some(3.5));
        fs::write(package.join("energy_uj"), "3000000\n").unwrap();
        assert_eq!(meter.joules(), Some(4.0));
        fs::remove_file(package.join("energy_uj")).unwrap();
        assert_eq!(meter.joules(), None);
        assert!(Powercap::under(&core).is_none());
    }
}

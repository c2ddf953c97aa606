//! Which processors threads are put on: one of each physical core.

use core_affinity::CoreId;

/// One processor of each physical core that this program may use, fastest cores first; empty where
/// the system does not tell.
pub(crate) fn physical_cores() -> Vec<CoreId> {
    let mut allowed = core_affinity::get_core_ids().unwrap_or_default();
    if !cfg!(target_os = "linux") {
        // Which of them share a core is not told in a way that we could check.
        return Vec::new();
    }
    let mut seen = Vec::new();
    allowed.retain(|core| {
        let siblings = read(core, "topology/thread_siblings_list");
        let is_first = siblings.is_none() || !seen.contains(&siblings);
        seen.push(siblings);
        is_first
    });
    allowed.sort_by_key(|core| {
        let speed = read(core, "cpufreq/cpuinfo_max_freq").and_then(|text| text.parse().ok());
        (std::cmp::Reverse(speed.unwrap_or(0_u64)), core.id)
    });
    allowed
}

fn read(core: &CoreId, file: &str) -> Option<String> {
    let path = format!("/sys/devices/system/cpu/cpu{}/{file}", core.id);
    Some(std::fs::read_to_string(path).ok()?.trim().to_owned())
}

/// Threads to use unless told: one a physical core.
pub(crate) fn default_threads() -> usize {
    match physical_cores().len() {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        cores => cores,
    }
}

/// Keeps the calling thread on a processor until it is dropped, where the system lets it.
pub(crate) struct Pinned {
    #[cfg(target_os = "linux")]
    before: Option<rustix::thread::CpuSet>,
}

impl Pinned {
    /// Puts the calling thread on a processor.
    pub(crate) fn to(core: Option<CoreId>) -> Pinned {
        #[cfg(target_os = "linux")]
        {
            let before = core.and_then(|core| {
                let before = rustix::thread::sched_getaffinity(None).ok()?;
                let mut one = rustix::thread::CpuSet::new();
                one.set(core.id);
                rustix::thread::sched_setaffinity(None, &one).ok()?;
                Some(before)
            });
            Pinned { before }
        }
        #[cfg(not(target_os = "linux"))]
        {
            let _ = core;
            Pinned {}
        }
    }
}

impl Drop for Pinned {
    fn drop(&mut self) {
        #[cfg(target_os = "linux")]
        if let Some(before) = &self.before {
            // Where this fails the thread stays where it is, which is no fault of the run.
            let _ = rustix::thread::sched_setaffinity(None, before);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_thread_for_each_core() {
        let cores = physical_cores();
        assert!(default_threads() >= 1);
        let mut ids: Vec<_> = cores.iter().map(|core| core.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), cores.len());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_thread_is_freed_again() {
        let before = core_affinity::get_core_ids();
        let pinned = Pinned::to(physical_cores().first().copied());
        assert_eq!(
            core_affinity::get_core_ids().map(|cores| cores.len()),
            Some(1)
        );
        drop(pinned);
        assert_eq!(core_affinity::get_core_ids(), before);
    }
}

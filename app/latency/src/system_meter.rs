//! What the operating system says of its processors.

use std::process;
use std::thread;
use std::time::{Duration, Instant};

use sysinfo::{CpuRefreshKind, Pid, ProcessRefreshKind, ProcessesToUpdate, RefreshKind, System};

use crate::guard::{Meter, Usage};

/// How long it rests: long enough that a count of ticks means something.
const REST: Duration = Duration::from_millis(500);

/// Counts through the operating system.
#[derive(Debug)]
pub struct SystemMeter {
    /// None where the system does not tell.
    system: Option<System>,
    marked: Instant,
    own_at_mark: Option<f64>,
}

impl SystemMeter {
    /// A meter of this machine and this process.
    pub fn new() -> SystemMeter {
        let what = RefreshKind::nothing().with_cpu(CpuRefreshKind::nothing().with_usage());
        let mut meter = SystemMeter {
            system: System::new_with_specifics(what).ok(),
            marked: Instant::now(),
            own_at_mark: None,
        };
        meter.mark();
        meter
    }

    /// Processor time of this process, in seconds.
    fn own_seconds(&mut self) -> Option<f64> {
        let own = Pid::from_u32(process::id());
        let system = self.system.as_mut()?;
        system.refresh_processes_specifics(
            ProcessesToUpdate::Some(&[own]),
            false,
            ProcessRefreshKind::nothing().with_cpu(),
        );
        let process = system.process(own)?;
        Some(process.accumulated_cpu_time() as f64 / 1000.0)
    }
}

impl Default for SystemMeter {
    fn default() -> SystemMeter {
        SystemMeter::new()
    }
}

impl Meter for SystemMeter {
    fn mark(&mut self) {
        self.own_at_mark = self.own_seconds();
        if let Some(system) = &mut self.system {
            system.refresh_cpu_usage();
        }
        self.marked = Instant::now();
    }

    fn since_mark(&mut self) -> Option<Usage> {
        let wall_seconds = self.marked.elapsed().as_secs_f64();
        let system = self.system.as_mut()?;
        system.refresh_cpu_usage();
        let processors = system.cpus().len();
        let all_share = f64::from(system.global_cpu_usage()) / 100.0;
        let own = self.own_seconds()? - self.own_at_mark?;
        (processors > 0 && all_share.is_finite()).then(|| Usage {
            all_share,
            own_seconds: own,
            wall_seconds,
            processors: u32::try_from(processors).unwrap_or(u32::MAX),
        })
    }

    fn rest(&mut self) {
        thread::sleep(REST);
    }
}

//! Whether the machine was free while it was measured.
//!
//! Two programs that compile beside a run made it six times slower in a trial, so a figure without
//! this is worth nothing.
//! Before a run the guard looks at what others use of the processors and at the bandwidth of
//! memory, during it at others and at our own share, and after it at the bandwidth again.

use serde::{Deserialize, Serialize};
use weighbridge_units::{Arg, Describe, Message};

/// Share of all processors from which on others make a run doubtful.
pub const BUSY_SHARE: f64 = 0.10;

/// Share of all processors from which on a run is refused unless it is wanted all the same.
pub const REFUSED_SHARE: f64 = 0.50;

/// Share of its threads' time that a run gets at least where nobody is in its way.
pub const LEAST_OWN_SHARE: f64 = 0.75;

/// The larger over the smaller of two bandwidths from which on the machine has changed.
pub const MOST_BANDWIDTH_CHANGE: f64 = 1.25;

/// How busy the machine was with other things.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Busyness {
    /// Share of all processors that others used, before the run.
    pub others_before: Option<f64>,
    /// The same during the run.
    pub others_during: Option<f64>,
    /// Our processor time over threads × wall-clock time, during the run.
    pub own_share: Option<f64>,
    /// Memory bandwidth before the run, in 10⁹ bytes a second.
    pub bandwidth_before_gb_s: Option<f64>,
    /// The same after it.
    pub bandwidth_after_gb_s: Option<f64>,
}

/// A reason to doubt a run.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum Doubt {
    /// Others used processors before it began.
    #[error("others used {0:.2} of the processors before the run")]
    BusyBefore(f64),
    /// Others used processors while it ran.
    #[error("others used {0:.2} of the processors during the run")]
    BusyDuring(f64),
    /// Its threads had to wait for a processor.
    #[error("the threads ran {0:.2} of the time")]
    Starved(f64),
    /// Memory was faster before than after, or the other way round: the larger over the smaller.
    #[error("memory bandwidth changed by a factor of {0:.2}")]
    BandwidthMoved(f64),
}

/// The machine is too busy to be measured.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("others use {share:.2} of the processors")]
pub struct TooBusy {
    /// Share of all processors that others use.
    pub share: f64,
}

/// What the processors did since the last mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Usage {
    /// Share of all processors that was used, by anybody.
    pub all_share: f64,
    /// Processor time that we used, in seconds, over all threads.
    pub own_seconds: f64,
    /// Wall-clock seconds since the mark.
    pub wall_seconds: f64,
    /// Processors, as the system counts them.
    pub processors: u32,
}

/// Counts what processors do.
pub trait Meter {
    /// Begins to count.
    fn mark(&mut self);
    /// What was counted since the mark; none where the system does not tell.
    fn since_mark(&mut self) -> Option<Usage>;
    /// Lets a moment pass in which we do nothing, long enough for a count.
    fn rest(&mut self);
}

/// Looks at the machine around a run.
pub struct Guard<'a> {
    meter: &'a mut dyn Meter,
    bandwidth: &'a mut dyn FnMut() -> Option<f64>,
    threads: Option<usize>,
    seen: Busyness,
}

impl<'a> Guard<'a> {
    /// Looks at the machine before a run of so many threads; none where it does not run on
    /// processors.
    ///
    /// `bandwidth` measures the memory's, in 10⁹ bytes a second.
    pub fn before(
        meter: &'a mut dyn Meter,
        bandwidth: &'a mut dyn FnMut() -> Option<f64>,
        threads: Option<usize>,
    ) -> Guard<'a> {
        meter.mark();
        meter.rest();
        let others_before = meter.since_mark().map(Usage::others);
        let bandwidth_before_gb_s = bandwidth();
        meter.mark();
        Guard {
            meter,
            bandwidth,
            threads,
            seen: Busyness {
                others_before,
                bandwidth_before_gb_s,
                ..Busyness::default()
            },
        }
    }

    /// What was seen so far.
    pub fn seen(&self) -> Busyness {
        self.seen
    }

    /// Whether the machine is free enough to begin.
    ///
    /// # Errors
    /// [`TooBusy`] where others use more than [`REFUSED_SHARE`].
    pub fn check(&self) -> Result<(), TooBusy> {
        match self.seen.others_before {
            Some(share) if share > REFUSED_SHARE => Err(TooBusy { share }),
            _ => Ok(()),
        }
    }

    /// The run begins, with so many threads: what happened since [`Guard::before`] does not count.
    #[must_use]
    pub fn begin(mut self, threads: usize) -> Guard<'a> {
        self.threads = Some(threads);
        self.meter.mark();
        self
    }

    /// Looks at the machine after the run.
    pub fn after(self) -> Busyness {
        let usage = self.meter.since_mark();
        let own_share = usage.zip(self.threads).and_then(|(usage, threads)| {
            let whole = usage.wall_seconds * threads as f64;
            (whole > 0.0).then(|| usage.own_seconds / whole)
        });
        Busyness {
            others_during: usage.map(Usage::others),
            own_share,
            bandwidth_after_gb_s: (self.bandwidth)(),
            ..self.seen
        }
    }
}

impl Usage {
    /// Share of all processors that others used.
    pub fn others(self) -> f64 {
        let whole = self.wall_seconds * f64::from(self.processors.max(1));
        let own = if whole > 0.0 {
            self.own_seconds / whole
        } else {
            0.0
        };
        (self.all_share - own).clamp(0.0, 1.0)
    }
}

impl Busyness {
    /// Every reason to doubt the run.
    pub fn doubts(&self) -> Vec<Doubt> {
        let busy = |share: Option<f64>| share.filter(|share| *share > BUSY_SHARE);
        let moved = self
            .bandwidth_before_gb_s
            .zip(self.bandwidth_after_gb_s)
            .map(|(before, after)| before.max(after) / before.min(after))
            .filter(|ratio| *ratio > MOST_BANDWIDTH_CHANGE);
        [
            busy(self.others_before).map(Doubt::BusyBefore),
            busy(self.others_during).map(Doubt::BusyDuring),
            self.own_share
                .filter(|share| *share < LEAST_OWN_SHARE)
                .map(Doubt::Starved),
            moved.map(Doubt::BandwidthMoved),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Whether the run's figures are to be doubted.
    pub fn is_busy(&self) -> bool {
        !self.doubts().is_empty()
    }
}

impl Doubt {
    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Doubt::BusyBefore(_) => "busy-before",
            Doubt::BusyDuring(_) => "busy-during",
            Doubt::Starved(_) => "starved",
            Doubt::BandwidthMoved(_) => "bandwidth-moved",
        }
    }
}

impl Describe for Doubt {
    fn message(&self) -> Message {
        let (key, value) = match *self {
            Doubt::BusyBefore(share) => ("latency-doubt-busy-before", Arg::Percent(share)),
            Doubt::BusyDuring(share) => ("latency-doubt-busy-during", Arg::Percent(share)),
            Doubt::Starved(share) => ("latency-doubt-starved", Arg::Percent(share)),
            Doubt::BandwidthMoved(ratio) => ("latency-doubt-bandwidth", Arg::Percent(ratio - 1.0)),
        };
        Message::new(key).with("share", value)
    }
}

impl Describe for TooBusy {
    fn message(&self) -> Message {
        Message::new("latency-too-busy").with("share", Arg::Percent(self.share))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A meter that answers with what it was given, in turn.
    struct Told(Vec<Usage>);

    impl Meter for Told {
        fn mark(&mut self) {}
        fn since_mark(&mut self) -> Option<Usage> {
            (!self.0.is_empty()).then(|| self.0.remove(0))
        }
        fn rest(&mut self) {}
    }

    fn usage(all_share: f64, own_seconds: f64, wall_seconds: f64) -> Usage {
        Usage {
            all_share,
            own_seconds,
            wall_seconds,
            processors: 4,
        }
    }

    fn seen(before: Usage, during: Usage, bandwidth: [f64; 2]) -> (Busyness, Result<(), TooBusy>) {
        let mut meter = Told(vec![before, during]);
        let mut measured = bandwidth.into_iter();
        let mut probe = || measured.next();
        let guard = Guard::before(&mut meter, &mut probe, Some(2));
        let check = guard.check();
        (guard.after(), check)
    }

    #[test]
    fn a_free_machine_is_not_doubted() {
        // Two of four processors are ours for ten seconds; one hundredth is somebody else's.
        let (busyness, check) = seen(usage(0.02, 0.0, 0.5), usage(0.51, 20.0, 10.0), [40.0, 38.0]);
        assert_eq!(check, Ok(()));
        assert_eq!(busyness.doubts(), []);
        assert!((busyness.others_during.unwrap_or(1.0) - 0.01).abs() < 1e-12);
        assert_eq!(busyness.own_share, Some(1.0));
    }

    #[test]
    fn every_reason_is_told() {
        let (busyness, check) = seen(usage(0.75, 0.0, 0.5), usage(0.9, 14.0, 10.0), [20.0, 40.0]);
        assert_eq!(check, Err(TooBusy { share: 0.75 }));
        let keys: Vec<&str> = busyness.doubts().iter().map(|doubt| doubt.key()).collect();
        assert_eq!(
            keys,
            ["busy-before", "busy-during", "starved", "bandwidth-moved"]
        );
    }

    #[test]
    fn what_the_system_does_not_tell_is_not_doubted() {
        let mut meter = Told(Vec::new());
        let mut probe = || None;
        let guard = Guard::before(&mut meter, &mut probe, None);
        assert_eq!(guard.check(), Ok(()));
        assert_eq!(guard.after(), Busyness::default());
    }
}

//! What time it is: the machine's steady clock, or one that a test moves.

use std::time::Instant;

/// A clock that never goes back.
pub trait Clock: Sync {
    /// Seconds since some moment.
    fn seconds(&self) -> f64;
}

/// The machine's steady clock.
#[derive(Debug, Clone, Copy)]
pub struct SteadyClock(Instant);

impl SteadyClock {
    /// A clock that starts at nought.
    pub fn start() -> SteadyClock {
        SteadyClock(Instant::now())
    }

    /// Where it stands at a moment.
    pub fn at(&self, moment: Instant) -> f64 {
        moment.duration_since(self.0).as_secs_f64()
    }
}

impl Clock for SteadyClock {
    fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}

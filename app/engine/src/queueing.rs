//! Waiting lines in steady state: how long requests wait for a free server, and how many servers
//! keep the wait short.
//!
//! Rates are per unit of time, and times are in that unit.
//! A load that the servers cannot keep up with has no steady state: the answer is
//! [`Steady::Overloaded`], never a number.
//! `docs/methods/queueing.md` says how far these formulas hold for language models.

/// An input of a queue that cannot be meant.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum QueueError {
    /// A number is not finite or is negative.
    #[error("{what} must be a finite number of zero or more, not {value}")]
    NotANumber {
        /// The input.
        what: &'static str,
        /// Its value.
        value: f64,
    },
    /// A quantity that must be above zero.
    #[error("{what} must be above zero, not {value}")]
    NotPositive {
        /// The input.
        what: &'static str,
        /// Its value.
        value: f64,
    },
    /// A share outside 0 to 1.
    #[error("{what} must lie between 0 and 1, not {value}")]
    NotAShare {
        /// The input.
        what: &'static str,
        /// Its value.
        value: f64,
    },
    /// No number of servers that can be counted meets the target.
    #[error("no number of servers meets the target")]
    OutOfReach,
}

/// A queue that settles, or one that grows for ever.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Steady<T> {
    /// It settles, and this is what it settles at.
    Settles(T),
    /// More arrives than can be served (or exactly as much): the wait grows without end.
    Overloaded,
}

impl<T> Steady<T> {
    /// What it settles at, if it does.
    pub fn settled(self) -> Option<T> {
        match self {
            Steady::Settles(at) => Some(at),
            Steady::Overloaded => None,
        }
    }
}

/// Requests that arrive at random, one line, and several servers that each serve one at a time for
/// an exponential time: M/M/c.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Queue {
    /// Requests per unit of time.
    pub arrival_rate: f64,
    /// Requests that one busy server finishes per unit of time.
    pub service_rate: f64,
    /// How many servers there are.
    pub servers: u64,
}

/// What a queue settles at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct QueueState {
    /// The chance that a request has to wait (Erlang C).
    pub wait_chance: f64,
    /// Mean wait before service.
    pub mean_wait: f64,
    /// Mean number of requests that wait.
    pub mean_waiting: f64,
    /// Mean time from arrival to the end of service.
    pub mean_time: f64,
    /// Mean number of requests that wait or are served.
    pub mean_inside: f64,
    /// How fast waits thin out: `P(wait > t) = wait_chance · exp(−drain · t)`.
    drain: f64,
}

impl QueueState {
    /// The chance that a request waits longer than `time`.
    pub fn longer_wait_chance(&self, time: f64) -> f64 {
        self.wait_chance * libm::exp(-self.drain * time)
    }

    /// The wait that a share `p` of requests does not exceed; zero where so many need not wait at
    /// all.
    pub fn wait_quantile(&self, p: f64) -> f64 {
        if self.wait_chance <= 1.0 - p {
            return 0.0;
        }
        libm::log(self.wait_chance / (1.0 - p)) / self.drain
    }
}

impl Queue {
    /// Busy servers as a share of all: above 1 where the load cannot be served.
    ///
    /// # Errors
    /// [`QueueError`] where a rate cannot be meant or there is no server.
    pub fn utilisation(&self) -> Result<f64, QueueError> {
        let load = self.offered_load()?;
        if self.servers == 0 {
            return Err(not_positive("the number of servers", 0.0));
        }
        Ok(load / self.servers as f64)
    }

    /// What the queue settles at.
    ///
    /// # Errors
    /// As [`utilisation`](Self::utilisation).
    pub fn state(&self) -> Result<Steady<QueueState>, QueueError> {
        let utilisation = self.utilisation()?;
        let Steady::Settles(wait_chance) = erlang_c(self.offered_load()?, self.servers)? else {
            return Ok(Steady::Overloaded);
        };
        let drain = self.service_rate * self.servers as f64 * (1.0 - utilisation);
        let mean_wait = wait_chance / drain;
        let mean_time = mean_wait + 1.0 / self.service_rate;
        Ok(Steady::Settles(QueueState {
            wait_chance,
            mean_wait,
            mean_waiting: self.arrival_rate * mean_wait,
            mean_time,
            mean_inside: self.arrival_rate * mean_time,
            drain,
        }))
    }

    /// The mean wait if arrivals and service times are more or less regular than random ones: the
    /// wait of [`state`](Self::state) times the mean of the two squared coefficients of variation.
    ///
    /// An approximation: exact for M/M/c and for M/G/1.
    ///
    /// # Errors
    /// [`QueueError`] where a coefficient is negative, or as [`utilisation`](Self::utilisation).
    ///
    /// # Source
    /// Allen 1990, *Probability, Statistics, and Queueing Theory*, section 5.3 (Allen and Cunneen).
    pub fn general_mean_wait(
        &self,
        arrival_variation: f64,
        service_variation: f64,
    ) -> Result<Steady<f64>, QueueError> {
        let arrivals = zero_or_more("the variation of arrivals", arrival_variation)?;
        let services = zero_or_more("the variation of service times", service_variation)?;
        Ok(match self.state()? {
            Steady::Settles(state) => {
                Steady::Settles(state.mean_wait * (0.5 * arrivals + 0.5 * services))
            }
            Steady::Overloaded => Steady::Overloaded,
        })
    }

    fn offered_load(&self) -> Result<f64, QueueError> {
        let arrivals = zero_or_more("the arrival rate", self.arrival_rate)?;
        zero_or_more("the service rate", self.service_rate)?;
        if self.service_rate == 0.0 {
            return Err(not_positive("the service rate", 0.0));
        }
        zero_or_more("the offered load", arrivals / self.service_rate)
    }
}

/// What the servers are to achieve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum WaitTarget {
    /// A share of requests is to start within a time.
    StartedWithin {
        /// The share, from 0 to 1.
        share: f64,
        /// The time.
        time: f64,
    },
    /// The mean wait is to be no longer than this.
    MeanWait(f64),
    /// The chance to wait at all is to be no higher than this.
    WaitChance(f64),
}

impl WaitTarget {
    /// The fewest servers that settle, meet the target and are not busier than `most_utilisation`.
    ///
    /// # Errors
    /// [`QueueError`] where an input cannot be meant or no number of servers will do.
    pub fn fewest_servers(
        self,
        arrival_rate: f64,
        service_rate: f64,
        most_utilisation: Option<f64>,
    ) -> Result<u64, QueueError> {
        /// Above this the next whole number in floating point is more than one away.
        const MOST: u64 = 1 << 53;
        self.check()?;
        let most_utilisation = most_utilisation.unwrap_or(1.0);
        unit("the highest utilisation", most_utilisation)?;
        if most_utilisation == 0.0 {
            return Err(not_positive("the highest utilisation", 0.0));
        }
        let enough = |servers: u64| -> Result<bool, QueueError> {
            let queue = Queue {
                arrival_rate,
                service_rate,
                servers,
            };
            // A limit that is met up to rounding is met.
            let idle_enough = queue.utilisation()? <= most_utilisation * (1.0 + 1e-12);
            let met = |state: &QueueState| self.is_met_by(state);
            Ok(idle_enough && queue.state()?.settled().as_ref().is_some_and(met))
        };
        let load = Queue {
            arrival_rate,
            service_rate,
            servers: 1,
        }
        .offered_load()?;
        if load >= MOST as f64 {
            return Err(QueueError::OutOfReach);
        }
        // More servers never make the wait longer, so that halving finds the fewest.
        let mut too_few = load as u64;
        let mut step = 1;
        while !enough(too_few + step)? {
            too_few += step;
            step *= 2;
            if too_few + step > MOST {
                return Err(QueueError::OutOfReach);
            }
        }
        let mut sufficient = too_few + step;
        // The whole part of the load is itself too few, unless there is no load.
        while sufficient - too_few > 1 {
            let middle = too_few + (sufficient - too_few) / 2;
            if enough(middle)? {
                sufficient = middle;
            } else {
                too_few = middle;
            }
        }
        Ok(sufficient)
    }

    /// Whether a queue meets the target.
    pub fn is_met_by(self, state: &QueueState) -> bool {
        match self {
            WaitTarget::StartedWithin { share, time } => {
                1.0 - state.longer_wait_chance(time) >= share
            }
            WaitTarget::MeanWait(longest) => state.mean_wait <= longest,
            WaitTarget::WaitChance(highest) => state.wait_chance <= highest,
        }
    }

    fn check(self) -> Result<(), QueueError> {
        match self {
            WaitTarget::StartedWithin { share, time } => {
                unit("the share of requests", share)?;
                zero_or_more("the longest wait", time)?;
            }
            WaitTarget::MeanWait(longest) => {
                zero_or_more("the longest mean wait", longest)?;
            }
            WaitTarget::WaitChance(highest) => {
                unit("the highest chance to wait", highest)?;
            }
        }
        Ok(())
    }
}

/// One server and service times of any distribution: M/G/1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SingleServer {
    /// Requests per unit of time.
    pub arrival_rate: f64,
    /// Mean time of service.
    pub mean_service: f64,
    /// Squared coefficient of variation of service times: 0 if all are the same, 1 if exponential.
    pub service_variation: f64,
}

impl SingleServer {
    /// The busy share of the server's time: above 1 where the load cannot be served.
    ///
    /// # Errors
    /// [`QueueError`] where an input is negative or not finite.
    pub fn utilisation(&self) -> Result<f64, QueueError> {
        let arrivals = zero_or_more("the arrival rate", self.arrival_rate)?;
        let service = zero_or_more("the mean time of service", self.mean_service)?;
        zero_or_more("the variation of service times", self.service_variation)?;
        zero_or_more("the utilisation", arrivals * service)
    }

    /// The mean wait before service, `ρ · s · (1 + v) / (2 (1 − ρ))` (Pollaczek and Khinchine).
    ///
    /// # Errors
    /// As [`utilisation`](Self::utilisation).
    pub fn mean_wait(&self) -> Result<Steady<f64>, QueueError> {
        let utilisation = self.utilisation()?;
        if utilisation >= 1.0 {
            return Ok(Steady::Overloaded);
        }
        let spread = 0.5 * (1.0 + self.service_variation);
        Ok(Steady::Settles(
            utilisation * self.mean_service * spread / (1.0 - utilisation),
        ))
    }
}

/// The share of requests that are turned away if none may wait, by the recursion
/// `B(n) = a·B(n−1) / (n + a·B(n−1))`.
///
/// # Errors
/// [`QueueError`] where the load is negative or not finite.
///
/// # Source
/// Erlang 1917; the recursion avoids factorials, which overflow at a few hundred erlangs.
pub fn erlang_b(offered_load: f64, servers: u64) -> Result<f64, QueueError> {
    let load = zero_or_more("the offered load", offered_load)?;
    if load == 0.0 {
        return Ok(if servers == 0 { 1.0 } else { 0.0 });
    }
    // What is wrong at step n is multiplied by less than n/a at each step up to a, so that starting
    // 12 √a below the load (or the last step) from the limit 1 − n/a gives every digit.
    let peak = (servers as f64).min(load);
    let start = (peak - 12.0 * libm::sqrt(load)).floor();
    let (mut n, mut blocked) = if start > LONG_WAY {
        (start, 1.0 - start / load)
    } else {
        (0.0, 1.0)
    };
    let last = servers as f64;
    // Below the normal numbers rounding would hold the chance up; it is zero by then.
    while n < last && blocked >= f64::MIN_POSITIVE {
        n += 1.0;
        blocked = load * blocked / (n + load * blocked);
    }
    Ok(if blocked >= f64::MIN_POSITIVE {
        blocked
    } else {
        0.0
    })
}

/// Loads below this are counted up from the first server.
const LONG_WAY: f64 = 10_000.0;

/// The chance to wait: `B / (1 − ρ(1 − B))` with `B` of [`erlang_b`].
///
/// # Errors
/// [`QueueError`] where the load is negative or not finite, or there is no server.
///
/// # Source
/// Erlang 1917; the quotient is exact and loses no digits.
pub fn erlang_c(offered_load: f64, servers: u64) -> Result<Steady<f64>, QueueError> {
    let blocked = erlang_b(offered_load, servers)?;
    if servers == 0 {
        return Err(not_positive("the number of servers", 0.0));
    }
    let utilisation = offered_load / servers as f64;
    if utilisation >= 1.0 {
        return Ok(Steady::Overloaded);
    }
    Ok(Steady::Settles(
        blocked / ((1.0 - utilisation) + utilisation * blocked),
    ))
}

fn zero_or_more(what: &'static str, value: f64) -> Result<f64, QueueError> {
    if value.is_finite() && value >= 0.0 {
        Ok(value)
    } else {
        Err(QueueError::NotANumber { what, value })
    }
}

fn unit(what: &'static str, value: f64) -> Result<f64, QueueError> {
    if (0.0..=1.0).contains(&value) {
        Ok(value)
    } else {
        Err(QueueError::NotAShare { what, value })
    }
}

fn not_positive(what: &'static str, value: f64) -> QueueError {
    QueueError::NotPositive { what, value }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn overload_is_a_state_and_no_load_is_no_wait() {
        for (arrival_rate, servers) in [(2.0, 2), (3.0, 2), (1e300, 1)] {
            let queue = Queue {
                arrival_rate,
                service_rate: 1.0,
                servers,
            };
            assert_eq!(queue.state(), Ok(Steady::Overloaded));
            assert_eq!(queue.general_mean_wait(1.0, 1.0), Ok(Steady::Overloaded));
        }
        let idle = Queue {
            arrival_rate: 0.0,
            service_rate: 2.0,
            servers: 3,
        };
        let state = idle.state().unwrap().settled().unwrap();
        assert_eq!(
            (state.wait_chance, state.mean_wait, state.mean_time),
            (0.0, 0.0, 0.5)
        );
        assert_eq!(state.wait_quantile(0.95), 0.0);
        let busy = SingleServer {
            arrival_rate: 2.0,
            mean_service: 0.5,
            service_variation: 0.0,
        };
        assert_eq!(busy.mean_wait(), Ok(Steady::Overloaded));
    }

    #[test]
    fn the_short_way_agrees_with_counting_up() {
        for load in [20_000.0, 50_000.5, 1e6] {
            for servers in [
                100.0,
                0.5 * load,
                0.98 * load,
                load,
                load + 700.0,
                1.02 * load,
            ] {
                let servers = servers as u64;
                let counted = (1..=servers).fold(1.0, |blocked, n| {
                    load * blocked / (n as f64 + load * blocked)
                });
                let got = erlang_b(load, servers).unwrap();
                assert!(
                    (got - counted).abs() <= 1e-11 * counted,
                    "{load} {servers}: {got} {counted}"
                );
            }
        }
    }

    #[test]
    fn huge_systems_take_no_time() {
        assert!(erlang_b(1e10, 10_000_100_000).unwrap() < 1e-5);
        assert!(erlang_b(1e10, 1 << 60).unwrap() == 0.0);
        assert!((erlang_b(1e10, 100).unwrap() - 1.0).abs() < 2e-8);
        let target = WaitTarget::WaitChance(0.01);
        let servers = target.fewest_servers(1e8, 1.0, None).unwrap();
        assert!((100_000_000..100_100_000).contains(&servers), "{servers}");
        let state = |servers| {
            let queue = Queue {
                arrival_rate: 1e8,
                service_rate: 1.0,
                servers,
            };
            queue.state().unwrap().settled().unwrap()
        };
        assert!(target.is_met_by(&state(servers)) && !target.is_met_by(&state(servers - 1)));
    }

    #[test]
    fn extreme_targets_have_an_answer_or_say_so() {
        let fewest = |target: WaitTarget, most| target.fewest_servers(25.0, 1.0, most);
        for target in [
            WaitTarget::MeanWait(0.0),
            WaitTarget::WaitChance(0.0),
            WaitTarget::StartedWithin {
                share: 1.0,
                time: 0.0,
            },
        ] {
            assert!(fewest(target, None).unwrap() < 1000);
        }
        assert_eq!(fewest(WaitTarget::WaitChance(1.0), None), Ok(26));
        assert_eq!(fewest(WaitTarget::WaitChance(1.0), Some(0.5)), Ok(50));
        assert!(fewest(WaitTarget::WaitChance(1.0), Some(0.0)).is_err());
        assert!(fewest(WaitTarget::WaitChance(1.5), None).is_err());
        let idle = WaitTarget::MeanWait(1.0).fewest_servers(0.0, 1.0, None);
        assert_eq!(idle, Ok(1));
        let flood = WaitTarget::MeanWait(1.0).fewest_servers(1e300, 1.0, None);
        assert_eq!(flood, Err(QueueError::OutOfReach));
    }

    #[test]
    fn impossible_inputs_are_refused() {
        let queue = |arrival_rate, service_rate, servers| {
            Queue {
                arrival_rate,
                service_rate,
                servers,
            }
            .state()
        };
        assert!(queue(-1.0, 1.0, 1).is_err());
        assert!(queue(1.0, 0.0, 1).is_err());
        assert!(queue(1.0, f64::NAN, 1).is_err());
        assert!(queue(1.0, 1.0, 0).is_err());
        assert_eq!(erlang_b(0.0, 0), Ok(1.0));
        assert_eq!(erlang_b(5.0, 0), Ok(1.0));
        assert!(erlang_b(f64::INFINITY, 5).is_err());
    }
}

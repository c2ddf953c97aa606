//! What a deployment does in the busiest hour of its day.

use super::case::Impossible;
use super::day::HOURS;
use super::server::{Load, Replicas, Server, ServerState, Targets};
use crate::scenario::Scenario;

/// The point at which a deployment works when most is asked of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Operating {
    /// What one copy settles at.
    pub state: ServerState,
    /// Copies for the busiest hour; none for a device that serves one user.
    pub replicas: Option<Replicas>,
    /// Whether nineteen in twenty requests are served within the targets then.
    pub meets_targets: bool,
}

impl Targets {
    /// The targets of a scenario; a target of nought asks for nothing.
    pub fn of(scenario: &Scenario) -> Targets {
        let workload = &scenario.workload;
        let asked = |value: f64| (value > 0.0).then_some(value);
        Targets {
            time_to_first_token_ms: asked(workload.target_time_to_first_token_seconds.value)
                .map(|seconds| 1e3 * seconds),
            inter_token_ms: asked(workload.target_tokens_per_second.value).map(|speed| 1e3 / speed),
            end_to_end_ms: None,
        }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Targets::default()
    }
}

/// What is asked of a deployment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked {
    /// What people will bear.
    pub targets: Targets,
    /// Calls a second in each hour of a busy day; none on a device of one user.
    pub day: Option<[f64; HOURS]>,
    /// Load that is planned for at most, as a share of what can be served.
    pub planned_utilisation: f64,
}

impl Asked {
    /// Calls a second in the busiest hour.
    pub fn peak(&self) -> Option<f64> {
        let peak = self.day?.into_iter().fold(0.0, f64::max);
        (peak > 0.0).then_some(peak)
    }

    /// Copies of a server, itself one copy, that serve so many calls a second as planned and within
    /// the targets, and one to spare; nothing is needed where nothing is asked.
    ///
    /// # Errors
    /// [`Impossible`] where no number of copies does.
    pub fn copies(&self, server: &Server, calls_a_second: f64) -> Result<Replicas, Impossible> {
        if calls_a_second == 0.0 {
            return Ok(Replicas {
                needed: 0,
                with_spare: 1,
                utilisation: 0.0,
            });
        }
        let within = server.replicas(&[calls_a_second], &self.targets)?;
        let most = server.most_requests_per_second();
        let planned = libm::ceil(calls_a_second / (most * self.planned_utilisation) - 1e-9);
        let needed = within
            .needed
            .max(planned.min(f64::from(u32::MAX - 1)) as u32);
        Ok(Replicas {
            needed,
            with_spare: needed + 1,
            utilisation: calls_a_second / f64::from(needed) / most,
        })
    }

    /// The same without targets.
    pub fn without_targets(&self) -> Asked {
        Asked {
            targets: Targets::default(),
            ..*self
        }
    }
}

impl Operating {
    /// Of a server that is one copy.
    ///
    /// Where no number of copies meets the targets, there are as many as serve the load at all.
    ///
    /// # Errors
    /// [`Impossible`] where even one request cannot be served.
    pub fn of(server: &Server, asked: &Asked) -> Result<Operating, Impossible> {
        let Some(peak) = asked.peak() else {
            let state = server.state(Load::Concurrency(1.0))?;
            return Ok(Operating {
                state,
                replicas: None,
                meets_targets: asked.targets.are_met_by(&state),
            });
        };
        let replicas = match asked.copies(server, peak) {
            Err(Impossible::Targets) => asked.without_targets().copies(server, peak)?,
            other => other?,
        };
        let state = server.state(Load::Rate(peak / f64::from(replicas.needed)))?;
        Ok(Operating {
            state,
            replicas: Some(replicas),
            meets_targets: asked.targets.are_met_by(&state),
        })
    }
}

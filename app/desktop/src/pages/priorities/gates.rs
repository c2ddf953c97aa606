//! Gates: what no option may miss.

use weighbridge_engine::Scenario;
use weighbridge_engine::model::Measure;
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_engine::scenario::{DecisionOption, ThroughputSource};

use crate::pages::latency::hosting;
use crate::pages::long_term::is_grave;

/// Something no option may miss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gate {
    /// The model fits the memory of its machine.
    Memory,
    /// The model reads requests of this length.
    Context,
    /// No clause of the licence may forbid the use.
    Licence,
    /// The first token comes in time.
    FirstToken,
    /// The answer is written fast enough.
    WritingSpeed,
}

impl Gate {
    pub(super) const ALL: [Gate; 5] = [
        Gate::Memory,
        Gate::Context,
        Gate::Licence,
        Gate::FirstToken,
        Gate::WritingSpeed,
    ];

    pub(super) fn key(self) -> &'static str {
        match self {
            Gate::Memory => "gate-memory",
            Gate::Context => "gate-context",
            Gate::Licence => "gate-licence",
            Gate::FirstToken => "gate-first-token",
            Gate::WritingSpeed => "gate-writing-speed",
        }
    }
}

/// How an option stands before a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It passes.
    Passed,
    /// It does not.
    Missed,
    /// A person has to read what the licence says.
    ToRead,
    /// Nothing is known yet.
    NotKnown,
    /// Nothing is asked of it.
    NotAsked,
}

impl Verdict {
    pub(super) fn key(self) -> &'static str {
        match self {
            Verdict::Passed => "gate-passed",
            Verdict::Missed => "gate-missed",
            Verdict::ToRead => "gate-to-read",
            Verdict::NotKnown => "gate-not-known",
            Verdict::NotAsked => "gate-not-asked",
        }
    }

    fn of(passes: bool) -> Verdict {
        if passes {
            Verdict::Passed
        } else {
            Verdict::Missed
        }
    }
}

/// How an option stands before a gate, by the facts the case holds.
pub(super) fn verdict(
    scenario: &Scenario,
    option: &DecisionOption,
    outcome: &OptionOutcome,
    gate: Gate,
) -> Verdict {
    let workload = &scenario.workload;
    match gate {
        Gate::Memory => match hosting(&option.plan) {
            Some(_) => Verdict::of(outcome.fits),
            None => Verdict::NotAsked,
        },
        Gate::Context => {
            let needed =
                workload.input_tokens_per_request.value + workload.output_tokens_per_request.value;
            match option.model.as_ref().and_then(|model| model.context_tokens) {
                Some(tokens) => Verdict::of(needed <= tokens as f64),
                None => Verdict::NotKnown,
            }
        }
        Gate::Licence => match &option.model {
            None => Verdict::NotKnown,
            Some(model) if model.licence_clauses.iter().any(|clause| is_grave(clause)) => {
                Verdict::ToRead
            }
            Some(model) if model.licence.is_empty() && model.licence_clauses.is_empty() => {
                Verdict::NotKnown
            }
            Some(_) => Verdict::Passed,
        },
        Gate::FirstToken => {
            let target = workload.target_time_to_first_token_seconds.value;
            speed(
                option,
                outcome,
                target,
                |seconds| seconds <= target,
                Measure::TimeToFirstToken,
            )
        }
        Gate::WritingSpeed => {
            let target = workload.target_tokens_per_second.value;
            let enough = |seconds: f64| 1.0 / seconds >= target * (1.0 - 1e-9);
            speed(option, outcome, target, enough, Measure::TimePerOutputToken)
        }
    }
}

/// A target of speed against the estimate of a machine; nobody estimates other people's machines.
fn speed(
    option: &DecisionOption,
    outcome: &OptionOutcome,
    target: f64,
    is_met: impl Fn(f64) -> bool,
    measure: Measure,
) -> Verdict {
    if target <= 0.0 {
        return Verdict::NotAsked;
    }
    let estimated = hosting(&option.plan)
        .is_some_and(|hosting| hosting.throughput == ThroughputSource::Estimated);
    match outcome.get(measure) {
        Some(seconds) if estimated && outcome.fits => Verdict::of(is_met(seconds)),
        _ => Verdict::NotKnown,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use weighbridge_engine::evaluate;
    use weighbridge_engine::figure::Figure;
    use weighbridge_engine::finding::Finding;
    use weighbridge_engine::scenario::InputPath;

    use super::*;

    /// Whether a finding is about a gate.
    fn is_gate_finding(finding: &Finding) -> bool {
        matches!(
            finding,
            Finding::MemoryShort { .. }
                | Finding::ContextTooLong { .. }
                | Finding::TimeToFirstTokenMissed { .. }
                | Finding::WritingSpeedMissed { .. }
        )
    }

    fn sample() -> Scenario {
        let catalogue = weighbridge_catalogue::built_in().unwrap().0;
        let files = weighbridge_catalogue::sample_files();
        let file = files
            .iter()
            .find(|file| file.path.contains("support-assistant"))
            .unwrap();
        weighbridge_catalogue::scenario::read(&file.path, file.text, &catalogue)
            .unwrap()
            .scenario
    }

    /// A gate is missed exactly where the engine finds so.
    #[test]
    fn gates_agree_with_findings() {
        for (path, value) in [
            ("workload.requests_per_month", 1e6),
            ("workload.input_tokens_per_request", 9e5),
            ("workload.target_tokens_per_second", 5_000.0),
            ("workload.target_time_to_first_token_seconds", 0.001),
            ("options.rented-llama.serving.gpus_per_replica", 1.0),
        ] {
            let mut scenario = sample();
            scenario
                .set_figure(&InputPath::new(path), Figure::entered(value))
                .unwrap();
            let outcome = evaluate(&scenario);
            for (option, found) in scenario.options.iter().zip(&outcome.options) {
                let missed = Gate::ALL
                    .into_iter()
                    .filter(|gate| verdict(&scenario, option, found, *gate) == Verdict::Missed)
                    .count();
                let findings = outcome
                    .findings_of(&option.id)
                    .filter(|finding| is_gate_finding(finding))
                    .count();
                assert_eq!(missed, findings, "{path}: {}", option.name);
            }
        }
    }
}

//! Gates: what no option may miss, judged once.
//!
//! A gate whose evidence comes later does not close.

use super::types::{GateReason, GateVerdict, Verdict};
use super::values;
use crate::capability::ScoreColumn;
use crate::model::Measure;
use crate::outcome::{OptionOutcome, Outcome};
use crate::scenario::{
    DataPlace, DecisionOption, Gate, GateTest, Plan, Scenario, SelfHosted, ThroughputSource,
};

/// The id of the verdict on memory where no gate of the scenario asks for it.
pub const MEMORY: &str = "memory";

/// Whether a clause of a licence may forbid a use, so that somebody has to read it first.
pub fn may_forbid(clause: &str) -> bool {
    forbids(clause)
        || matches!(
            clause,
            "user-cap"
                | "user-cap-unspecified"
                | "revenue-cap"
                | "separate-agreement"
                | "hosting-restricted"
        )
}

/// Whether a clause stands against the use unless somebody has read it and found otherwise.
///
/// The other clauses of [`may_forbid`] ask for a size or a contract that most clients never meet:
/// until somebody has read them, nothing is known.
fn forbids(clause: &str) -> bool {
    matches!(clause, "not-for-eu-domiciled" | "non-commercial")
}

/// How the option at a place stands before every gate, in the scenario's order.
///
/// A model that does not fit its machine is out whether or not a gate asks for it: then a verdict
/// under the id [`MEMORY`] stands last.
pub(super) fn verdicts(scenario: &Scenario, outcome: &Outcome, place: usize) -> Vec<GateVerdict> {
    let gates = &scenario.priorities.gates;
    let mut verdicts: Vec<GateVerdict> = gates
        .iter()
        .map(|gate| GateVerdict {
            gate: gate.id.clone(),
            verdict: verdict(scenario, outcome, place, gate),
        })
        .collect();
    let asked = gates.iter().any(|gate| gate.test == GateTest::Memory);
    if !asked && let Some(reason) = memory_reason(scenario, outcome, place) {
        verdicts.push(GateVerdict {
            gate: MEMORY.to_owned(),
            verdict: Verdict::Closed(reason),
        });
    }
    verdicts
}

/// How an option stands before a gate, at the scenario's own figures.
fn verdict(scenario: &Scenario, outcome: &Outcome, place: usize, gate: &Gate) -> Verdict {
    if gate.test == GateTest::Memory {
        return memory(scenario, outcome, place);
    }
    if !gate.on {
        return Verdict::NotAsked;
    }
    let option = &scenario.options[place];
    let found = outcome.options.get(place);
    let limit = gate.limit.value;
    match &gate.test {
        GateTest::Memory => Verdict::NotAsked,
        GateTest::DataResidency(allowed) => match data_place(scenario, option) {
            Some(place) if place > *allowed => Verdict::Closed(GateReason::DataResidency {
                place,
                allowed: *allowed,
            }),
            Some(_) => Verdict::Passed,
            None => Verdict::NotKnown,
        },
        GateTest::Licence => each_part(scenario, option, licence),
        GateTest::Context => each_part(scenario, option, |part| context(scenario, part)),
        GateTest::Languages => languages(scenario, option),
        GateTest::TimeToFirstToken => {
            let target_seconds = scenario.workload.target_time_to_first_token_seconds.value;
            let estimate = estimate(option, found, Measure::TimeToFirstToken);
            judged(target_seconds > 0.0, estimate, |seconds| {
                time_to_first_token(seconds, target_seconds)
            })
        }
        GateTest::WritingSpeed => {
            let target = scenario.workload.target_tokens_per_second.value;
            let estimate = estimate(option, found, Measure::TimePerOutputToken);
            judged(target > 0.0, estimate, |seconds| {
                writing_speed(1.0 / seconds, target)
            })
        }
        GateTest::MinimumScore(column) => judged(true, values::score(option, column), |score| {
            minimum_score(scenario, column, score, limit)
        }),
        GateTest::Skills => judged(true, Some(engineers(option)), |fte| skills(fte, limit)),
        GateTest::MinimumJudgement(criterion) => {
            let points = values::judgement(option, criterion);
            judged(true, points, |points| {
                minimum_judgement(criterion, points, limit)
            })
        }
    }
}

/// The verdict on a figure; `reason` says why it will not do, where it will not.
fn judged(
    asked: bool,
    figure: Option<f64>,
    reason: impl FnOnce(f64) -> Option<GateReason>,
) -> Verdict {
    match figure {
        _ if !asked => Verdict::NotAsked,
        None => Verdict::NotKnown,
        Some(figure) => reason(figure).map_or(Verdict::Passed, Verdict::Closed),
    }
}

/// Why a time to the first token will not do.
pub(super) fn time_to_first_token(seconds: f64, target_seconds: f64) -> Option<GateReason> {
    (seconds > target_seconds).then_some(GateReason::TimeToFirstToken {
        seconds,
        target_seconds,
    })
}

/// Why a writing speed will not do.
pub(super) fn writing_speed(tokens_per_second: f64, target: f64) -> Option<GateReason> {
    (tokens_per_second < target * (1.0 - 1e-9)).then_some(GateReason::WritingSpeed {
        tokens_per_second,
        target,
    })
}

/// Why a score will not do.
pub(super) fn minimum_score(
    scenario: &Scenario,
    column: &str,
    score: f64,
    limit: f64,
) -> Option<GateReason> {
    (score < limit).then(|| GateReason::MinimumScore {
        benchmark: benchmark_name(scenario, column),
        score,
        limit,
    })
}

/// Why a number of posts will not do.
pub(super) fn skills(fte: f64, limit: f64) -> Option<GateReason> {
    (fte > limit * (1.0 + 1e-9)).then_some(GateReason::Skills { fte, limit })
}

/// Why a judgement will not do.
pub(super) fn minimum_judgement(criterion: &str, points: f64, limit: f64) -> Option<GateReason> {
    (points < limit).then(|| GateReason::MinimumJudgement {
        criterion: criterion.to_owned(),
        points,
        limit,
    })
}

/// Why a length of requests will not do.
pub(super) fn too_long(tokens: f64, context_tokens: f64) -> Option<GateReason> {
    (tokens > context_tokens).then_some(GateReason::Context {
        tokens,
        context_tokens,
    })
}

/// Machine-learning and platform engineers of an option, in full posts.
pub(super) fn engineers(option: &DecisionOption) -> f64 {
    option.people.ml_engineer_fte.value + option.people.platform_engineer_fte.value
}

/// The parts of a cascade that are among the options, or the option itself.
pub(super) fn parts<'a>(
    scenario: &'a Scenario,
    option: &'a DecisionOption,
) -> Vec<&'a DecisionOption> {
    match &option.plan {
        Plan::Cascade(cascade) => [Some(&cascade.small), cascade.large.as_ref()]
            .into_iter()
            .flatten()
            .filter_map(|id| scenario.option(id))
            .collect(),
        _ => vec![option],
    }
}

/// What runs on a machine of one's own or a rented one.
pub(super) fn hosting(plan: &Plan) -> Option<&SelfHosted> {
    match plan {
        Plan::RentedGpu(plan) => Some(&plan.hosting),
        Plan::OnPremises(plan) => Some(&plan.hosting),
        Plan::OnDevice(plan) => Some(&plan.hosting),
        Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) | Plan::Cascade(_) => None,
    }
}

/// Whether speeds of an option may be known: where a throughput was typed in, nobody says what
/// goes with it; of other people's machines, what was measured or promised.
pub(super) fn may_know_speed(option: &DecisionOption) -> bool {
    match &option.plan {
        Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) => true,
        plan => {
            hosting(plan).is_some_and(|hosting| hosting.throughput == ThroughputSource::Estimated)
        }
    }
}

fn estimate(
    option: &DecisionOption,
    outcome: Option<&OptionOutcome>,
    measure: Measure,
) -> Option<f64> {
    let outcome = outcome.filter(|outcome| may_know_speed(option) && outcome.fits)?;
    outcome.get(measure)
}

/// Closed where one part misses the gate, passed where all pass, not known otherwise.
fn each_part(
    scenario: &Scenario,
    option: &DecisionOption,
    judge: impl Fn(&DecisionOption) -> Verdict,
) -> Verdict {
    let verdicts: Vec<Verdict> = parts(scenario, option).into_iter().map(judge).collect();
    if let Some(closed) = verdicts
        .iter()
        .find(|verdict| matches!(verdict, Verdict::Closed(_)))
    {
        return closed.clone();
    }
    let all_pass = !verdicts.is_empty() && verdicts.iter().all(|it| *it == Verdict::Passed);
    if all_pass {
        Verdict::Passed
    } else {
        Verdict::NotKnown
    }
}

/// Memory has no switch: what does not fit cannot be had.
fn memory(scenario: &Scenario, outcome: &Outcome, place: usize) -> Verdict {
    let parts = parts(scenario, &scenario.options[place]);
    match memory_reason(scenario, outcome, place) {
        Some(reason) => Verdict::Closed(reason),
        None if parts.iter().any(|it| hosting(&it.plan).is_some()) => Verdict::Passed,
        None => Verdict::NotAsked,
    }
}

/// Why an option does not fit its machine, or a part of it does not.
pub(super) fn memory_reason(
    scenario: &Scenario,
    outcome: &Outcome,
    place: usize,
) -> Option<GateReason> {
    let part = parts(scenario, &scenario.options[place])
        .into_iter()
        .filter(|part| hosting(&part.plan).is_some())
        .filter_map(|part| outcome.option(&part.id))
        .find(|part| !part.fits)?;
    let get = |measure| part.get(measure).unwrap_or(0.0);
    Some(GateReason::Memory {
        needed_gigabytes: get(Measure::WeightGigabytes) + get(Measure::CacheGigabytesPerSequence),
        memory_gigabytes: get(Measure::MemoryGigabytes),
    })
}

/// Where an option processes data; a cascade as far as its farthest part.
fn data_place(scenario: &Scenario, option: &DecisionOption) -> Option<DataPlace> {
    let own = |option: &DecisionOption| {
        option
            .data_place
            .or_else(|| DataPlace::usual(option.deployment()))
    };
    own(option).or_else(|| {
        let parts = parts(scenario, option);
        let places: Option<Vec<DataPlace>> = parts.into_iter().map(own).collect();
        places?.into_iter().max()
    })
}

fn licence(option: &DecisionOption) -> Verdict {
    let Some(model) = &option.model else {
        return Verdict::NotKnown;
    };
    let unread = || {
        let clauses = model.licence_clauses.iter();
        clauses.filter(|clause| may_forbid(clause) && !option.clauses_cleared.contains(clause))
    };
    let clauses: Vec<String> = unread().filter(|clause| forbids(clause)).cloned().collect();
    if !clauses.is_empty() {
        Verdict::Closed(GateReason::Licence {
            licence: model.licence.clone(),
            clauses,
        })
    } else if unread().next().is_some()
        || (model.licence.is_empty() && model.licence_clauses.is_empty())
    {
        Verdict::NotKnown
    } else {
        Verdict::Passed
    }
}

fn context(scenario: &Scenario, option: &DecisionOption) -> Verdict {
    let workload = &scenario.workload;
    let tokens = workload.input_tokens_per_request.value + workload.output_tokens_per_request.value;
    let room = option.model.as_ref().and_then(|model| model.context_tokens);
    judged(true, room.map(|room| room as f64), |room| {
        too_long(tokens, room)
    })
}

fn languages(scenario: &Scenario, option: &DecisionOption) -> Verdict {
    let asked = &scenario.question.working_languages;
    if asked.is_empty() {
        return Verdict::NotAsked;
    }
    each_part(scenario, option, |part| {
        let Some(model) = part.model.as_ref().filter(|it| !it.languages.is_empty()) else {
            return Verdict::NotKnown;
        };
        let missing: Vec<String> = asked
            .iter()
            .filter(|tag| !model.languages.iter().any(|own| is_spoken(tag, own)))
            .cloned()
            .collect();
        if missing.is_empty() {
            Verdict::Passed
        } else {
            Verdict::Closed(GateReason::Languages { missing })
        }
    })
}

/// Whether who speaks `own` speaks `asked`: vendors name languages and hardly ever regions, so
/// `pt`, `pt-BR` and `pt-PT` are one.
fn is_spoken(asked: &str, own: &str) -> bool {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    primary(asked) == primary(own)
}

fn benchmark_name(scenario: &Scenario, column: &str) -> String {
    let mut scores = scenario.options.iter().flat_map(|option| &option.scores);
    scores
        .find(|score| ScoreColumn::of(score).key() == column)
        .map_or_else(|| column.to_owned(), |score| score.benchmark_name.clone())
}

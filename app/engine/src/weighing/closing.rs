//! In which share of draws a gate would close, and its verdict at another percentile.

use super::drawn::{Column, Drawn};
use super::gates;
use super::types::{GateReason, GateVerdict, Verdict};
use crate::model::Measure;
use crate::outcome::Outcome;
use crate::scenario::{Gate, GateTest, Scenario};

/// What a gate looks at, in every draw, as a lead over what is asked: below nought it closes.
struct Evidence<'a> {
    /// What is measured.
    figure: Column<'a>,
    /// What is asked.
    limit: Column<'a>,
    /// Whether more of it is better.
    is_more_better: bool,
}

/// The share of draws in which a gate would close on the option at a place; none where nothing is
/// drawn that the gate looks at, or it is not asked.
pub(super) fn closed_share(
    scenario: &Scenario,
    outcome: &Outcome,
    drawn: &Drawn<'_>,
    place: usize,
    gate: &Gate,
) -> Option<f64> {
    let count = drawn.sample.draws;
    if count == 0 || !gate.on && gate.test != GateTest::Memory {
        return None;
    }
    let closed = if gate.test == GateTest::Memory {
        let option = &scenario.options[place];
        let parts = gates::parts(scenario, option);
        if !parts.iter().any(|it| gates::hosting(&it.plan).is_some()) {
            return None;
        }
        let fits = &drawn.sample.options[place].fits;
        fits.iter().filter(|fits| !**fits).count()
    } else {
        let evidence = evidence(scenario, outcome, drawn, place, gate)?;
        (0..count)
            .filter(|draw| {
                let (figure, limit) = (evidence.figure.at(*draw), evidence.limit.at(*draw));
                reason(scenario, gate, figure, limit).is_some()
            })
            .count()
    };
    Some(closed as f64 / count as f64)
}

/// The verdicts of the gates that ask for another percentile than the median put in place of those
/// at the scenario's figures.
///
/// A gate with percentile `p` closes unless the option passes it in a share `p` of draws; the
/// figure told is the one at that percentile, counted from the good end.
pub(super) fn judge_at_percentiles(
    scenario: &Scenario,
    outcome: &Outcome,
    drawn: &Drawn<'_>,
    place: usize,
    verdicts: &mut [GateVerdict],
) {
    for (gate, found) in scenario.priorities.gates.iter().zip(verdicts) {
        if gate.percentile == 0.5 {
            continue;
        }
        let Some(share) = closed_share(scenario, outcome, drawn, place, gate) else {
            continue;
        };
        if share <= 1.0 - gate.percentile + 1e-9 {
            found.verdict = Verdict::Passed;
        } else if let Some(reason) = reason_at(scenario, outcome, drawn, place, gate, share) {
            found.verdict = Verdict::Closed(reason);
        }
    }
}

/// Why a gate closes at its percentile.
fn reason_at(
    scenario: &Scenario,
    outcome: &Outcome,
    drawn: &Drawn<'_>,
    place: usize,
    gate: &Gate,
    share: f64,
) -> Option<GateReason> {
    if gate.test == GateTest::Memory {
        let at_base = gates::memory_reason(scenario, outcome, place);
        return at_base.or(Some(GateReason::MemoryInDraws { share }));
    }
    let evidence = evidence(scenario, outcome, drawn, place, gate)?;
    let mut pairs: Vec<(f64, f64)> = (0..drawn.sample.draws)
        .map(|draw| (evidence.figure.at(draw), evidence.limit.at(draw)))
        .collect();
    let lead = |(figure, limit): &(f64, f64)| {
        if evidence.is_more_better {
            figure - limit
        } else {
            limit - figure
        }
    };
    // The best first, so that the percentile counts those that pass.
    pairs.sort_by(|one, other| lead(other).total_cmp(&lead(one)));
    let from = (gate.percentile * pairs.len() as f64) as usize;
    let at_percentile = pairs[from.min(pairs.len() - 1)];
    let worst = pairs.last().copied()?;
    [at_percentile, worst]
        .into_iter()
        .find_map(|(figure, limit)| reason(scenario, gate, figure, limit))
}

/// Why a figure will not do.
fn reason(scenario: &Scenario, gate: &Gate, figure: f64, limit: f64) -> Option<GateReason> {
    match &gate.test {
        GateTest::TimeToFirstToken => gates::time_to_first_token(figure, limit),
        GateTest::WritingSpeed => gates::writing_speed(figure, limit),
        GateTest::Context => gates::too_long(figure, limit),
        GateTest::MinimumScore(column) => gates::minimum_score(scenario, column, figure, limit),
        GateTest::Skills => gates::skills(figure, limit),
        GateTest::MinimumJudgement(criterion) => gates::minimum_judgement(criterion, figure, limit),
        GateTest::DataResidency(_) | GateTest::Licence | GateTest::Languages | GateTest::Memory => {
            None
        }
    }
}

/// What a gate looks at, where some of it is drawn.
fn evidence<'a>(
    scenario: &Scenario,
    outcome: &Outcome,
    drawn: &Drawn<'a>,
    place: usize,
    gate: &Gate,
) -> Option<Evidence<'a>> {
    let option = &scenario.options[place];
    let workload = &scenario.workload;
    let estimate = |measure| {
        let fits = outcome.options.get(place).is_some_and(|it| it.fits);
        let known = fits && gates::may_know_speed(option);
        known
            .then(|| drawn.measure(outcome, place, measure))
            .flatten()
    };
    let limit = || drawn.column(&format!("gates.{}.limit", gate.id), &gate.limit);
    let (figure, limit, is_more_better) = match &gate.test {
        GateTest::TimeToFirstToken => {
            let target = &workload.target_time_to_first_token_seconds;
            if target.value <= 0.0 {
                return None;
            }
            let path = "workload.target_time_to_first_token_seconds";
            let seconds = estimate(Measure::TimeToFirstToken)?;
            (seconds, drawn.column(path, target), false)
        }
        GateTest::WritingSpeed => {
            let target = &workload.target_tokens_per_second;
            if target.value <= 0.0 {
                return None;
            }
            let seconds = estimate(Measure::TimePerOutputToken)?;
            let speed = drawn.combined(&[&seconds], |draw| 1.0 / seconds.at(draw));
            let path = "workload.target_tokens_per_second";
            (speed, drawn.column(path, target), true)
        }
        GateTest::Context => {
            let rooms: Option<Vec<u64>> = gates::parts(scenario, option)
                .into_iter()
                .map(|part| part.model.as_ref()?.context_tokens)
                .collect();
            let room = rooms?.into_iter().min()? as f64;
            let input = &workload.input_tokens_per_request;
            let input = drawn.column("workload.input_tokens_per_request", input);
            let output = &workload.output_tokens_per_request;
            let output = drawn.column("workload.output_tokens_per_request", output);
            let tokens = drawn.combined(&[&input, &output], |at| input.at(at) + output.at(at));
            (tokens, Column::Fixed(room), false)
        }
        GateTest::MinimumScore(column) => (drawn.score(option, column)?, limit(), true),
        GateTest::Skills => {
            let path = |field: &str| format!("options.{}.people.{field}", option.id);
            let people = &option.people;
            let ml = drawn.column(&path("ml_engineer_fte"), &people.ml_engineer_fte);
            let platform = &people.platform_engineer_fte;
            let platform = drawn.column(&path("platform_engineer_fte"), platform);
            let fte = drawn.combined(&[&ml, &platform], |at| ml.at(at) + platform.at(at));
            (fte, limit(), false)
        }
        GateTest::MinimumJudgement(criterion) => {
            (drawn.judgement(option, criterion)?, limit(), true)
        }
        GateTest::DataResidency(_) | GateTest::Licence | GateTest::Languages | GateTest::Memory => {
            return None;
        }
    };
    let is_drawn = !figure.is_fixed() || !limit.is_fixed();
    is_drawn.then_some(Evidence {
        figure,
        limit,
        is_more_better,
    })
}

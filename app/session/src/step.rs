//! The ten steps of the path and how far each is.

use std::collections::BTreeSet;

use weighbridge_engine::decision::pairwise::Light;
use weighbridge_engine::figure::{Figure, FigureGroup, Origin};
use weighbridge_engine::finding::Finding;
use weighbridge_engine::scenario::{Answer, Elicitation, OptionId, Participant, Plan};
use weighbridge_engine::weighing::Weighing;
use weighbridge_engine::{Outcome, Scenario};
use weighbridge_units::{Currency, Describe, Message};

/// A step of the path through the decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// What is to be decided.
    Question,
    /// What is asked of the model.
    Workload,
    /// Which ways there are.
    Options,
    /// What each costs.
    Cost,
    /// How well each does the work.
    Capability,
    /// How fast, and on what machine.
    Latency,
    /// What happens after the first year.
    LongTerm,
    /// What matters most.
    Priorities,
    /// Which way to go.
    Decision,
    /// What goes to the board.
    Report,
}

impl Step {
    /// Every step, in the order of the path.
    pub const ALL: [Step; 10] = [
        Step::Question,
        Step::Workload,
        Step::Options,
        Step::Cost,
        Step::Capability,
        Step::Latency,
        Step::LongTerm,
        Step::Priorities,
        Step::Decision,
        Step::Report,
    ];

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Step::Question => "step-question",
            Step::Workload => "step-workload",
            Step::Options => "step-options",
            Step::Cost => "step-cost",
            Step::Capability => "step-capability",
            Step::Latency => "step-latency",
            Step::LongTerm => "step-long-term",
            Step::Priorities => "step-priorities",
            Step::Decision => "step-decision",
            Step::Report => "step-report",
        }
    }
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepState {
    /// Nobody has looked at it yet.
    Open,
    /// Some of it is known.
    Begun,
    /// Everything it needs is known.
    Done,
    /// Something in it wants a look.
    Attention,
}

impl StepState {
    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            StepState::Open => "step-state-untouched",
            StepState::Begun => "step-state-partial",
            StepState::Done => "step-state-complete",
            StepState::Attention => "step-state-attention",
        }
    }
}

/// A step, its state, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct StepStatus {
    /// The step.
    pub step: Step,
    /// How far it is.
    pub state: StepState,
    /// Why, in a few words.
    pub reason: StepReason,
}

/// Why a step is in its state.
#[derive(Debug, Clone, PartialEq)]
pub enum StepReason {
    /// The case has no name yet.
    NoTitle,
    /// The exchange rate has no date.
    NoRateDate,
    /// So many months are looked ahead.
    Horizon(u16),
    /// Nothing was entered yet.
    StartingValues,
    /// So many figures are the client's own.
    OwnFigures(usize),
    /// Shares of one whole exceed it.
    SharesExceedWhole,
    /// There is no option yet.
    NoOptions,
    /// One option has nothing to be compared with.
    OneOption,
    /// So many options cannot be had as they stand.
    Impossible(usize),
    /// So many options are compared.
    Options(usize),
    /// So many records are old.
    OldRecords(usize),
    /// So many records are weak or assumed.
    DoubtfulRecords(usize),
    /// Every figure has a source that can be relied on.
    Sourced,
    /// Requests are too long for so many models.
    ContextTooLong(usize),
    /// So many options have no score.
    WithoutScore(usize),
    /// No table holds two of the options.
    NothingComparable,
    /// So many options share a table.
    Comparable(usize),
    /// So many options do not fit their machine.
    DoesNotFit(usize),
    /// So many options miss a target.
    TargetsMissed(usize),
    /// So many throughputs are estimates.
    Estimated(usize),
    /// No option runs on a machine of its own.
    NothingHosted,
    /// Every throughput was entered or measured.
    Measured,
    /// So many models leave the market inside the horizon, and nothing is named that follows.
    NoSuccessor(usize),
    /// So many models move to a successor inside the horizon.
    Successors(usize),
    /// No model leaves the market inside the horizon.
    NothingRetires,
    /// Options are ordered by cost alone.
    ByCost,
    /// Weights are those the framework starts with.
    StartingWeights,
    /// So many conditions are answered, and nobody weighs yet.
    Answered(usize),
    /// So many people have said what counts for them.
    Weighed(usize),
    /// Comparisons of so many people contradict each other.
    Contradict(usize),
    /// Gates close on every option.
    AllOut,
    /// The option to choose.
    Chosen(String),
    /// The option to choose, and how many gates closed on.
    ChosenOf {
        /// Its name.
        option: String,
        /// How many are out.
        out: usize,
    },
    /// No option can be had.
    NothingFeasible,
    /// The cheapest option that can be had.
    Cheapest(String),
    /// A report can be written.
    Ready,
}

impl Describe for StepReason {
    fn message(&self) -> Message {
        let counted = |key: &'static str, count: &usize| Message::new(key).with("count", *count);
        match self {
            StepReason::NoTitle => Message::new("reason-no-title"),
            StepReason::NoRateDate => Message::new("reason-no-rate-date"),
            StepReason::Horizon(months) => {
                Message::new("reason-horizon").with("count", u32::from(*months))
            }
            StepReason::StartingValues => Message::new("reason-starting-values"),
            StepReason::OwnFigures(count) => counted("reason-own-figures", count),
            StepReason::SharesExceedWhole => Message::new("reason-shares-exceed-whole"),
            StepReason::NoOptions => Message::new("reason-no-options"),
            StepReason::OneOption => Message::new("reason-one-option"),
            StepReason::Impossible(count) => counted("reason-impossible", count),
            StepReason::Options(count) => counted("reason-options", count),
            StepReason::OldRecords(count) => counted("reason-old-records", count),
            StepReason::DoubtfulRecords(count) => counted("reason-doubtful-records", count),
            StepReason::Sourced => Message::new("reason-sourced"),
            StepReason::ContextTooLong(count) => counted("reason-context-too-long", count),
            StepReason::WithoutScore(count) => counted("reason-without-score", count),
            StepReason::NothingComparable => Message::new("reason-nothing-comparable"),
            StepReason::Comparable(count) => counted("reason-comparable", count),
            StepReason::DoesNotFit(count) => counted("reason-does-not-fit", count),
            StepReason::TargetsMissed(count) => counted("reason-targets-missed", count),
            StepReason::Estimated(count) => counted("reason-estimated", count),
            StepReason::NothingHosted => Message::new("reason-nothing-hosted"),
            StepReason::Measured => Message::new("reason-measured"),
            StepReason::NoSuccessor(count) => counted("reason-no-successor", count),
            StepReason::Successors(count) => counted("reason-successors", count),
            StepReason::NothingRetires => Message::new("reason-nothing-retires"),
            StepReason::ByCost => Message::new("reason-by-cost"),
            StepReason::StartingWeights => Message::new("reason-starting-weights"),
            StepReason::Answered(count) => counted("reason-answered", count),
            StepReason::Weighed(count) => counted("reason-weighed", count),
            StepReason::Contradict(count) => counted("reason-contradict", count),
            StepReason::AllOut => Message::new("reason-all-out"),
            StepReason::Chosen(name) => Message::new("reason-chosen").with("option", name.clone()),
            StepReason::ChosenOf { option, out } => {
                counted("reason-chosen-of", out).with("option", option.clone())
            }
            StepReason::NothingFeasible => Message::new("reason-nothing-feasible"),
            StepReason::Cheapest(name) => {
                Message::new("reason-cheapest").with("option", name.clone())
            }
            StepReason::Ready => Message::new("reason-ready"),
        }
    }
}

/// The state of every step.
pub(crate) fn status_of_steps(
    scenario: &Scenario,
    outcome: &Outcome,
    weighing: &Weighing,
) -> [StepStatus; 10] {
    Step::ALL.map(|step| {
        let (state, reason) = match step {
            Step::Question => question(scenario),
            Step::Workload => workload(scenario, outcome),
            _ if scenario.options.is_empty() => (StepState::Open, StepReason::NoOptions),
            Step::Options => options(scenario, outcome),
            Step::Cost => cost(outcome),
            Step::Capability => capability(scenario, outcome),
            Step::Latency => latency(scenario, outcome),
            Step::LongTerm => long_term(outcome),
            Step::Priorities => priorities(scenario, weighing),
            Step::Decision => decision(scenario, outcome, weighing),
            Step::Report => report(outcome),
        };
        StepStatus {
            step,
            state,
            reason,
        }
    })
}

type Status = (StepState, StepReason);

fn question(scenario: &Scenario) -> Status {
    let question = &scenario.question;
    if question.currency != Currency::Usd && question.fx_date.is_none() {
        (StepState::Attention, StepReason::NoRateDate)
    } else if question.title.trim().is_empty() {
        (StepState::Open, StepReason::NoTitle)
    } else {
        let months = question.horizon_months;
        (StepState::Done, StepReason::Horizon(months))
    }
}

fn workload(scenario: &Scenario, outcome: &Outcome) -> Status {
    let exceeds = outcome
        .findings
        .iter()
        .any(|finding| matches!(finding, Finding::SharesExceedWhole { option: None, .. }));
    if exceeds {
        return (StepState::Attention, StepReason::SharesExceedWhole);
    }
    let workload = &scenario.workload;
    let own = own_figures(workload);
    // What every cost rests on.
    let known = [
        &workload.requests_per_month,
        &workload.input_tokens_per_request,
        &workload.output_tokens_per_request,
    ]
    .into_iter()
    .all(is_own);
    match own {
        0 => (StepState::Open, StepReason::StartingValues),
        _ if known => (StepState::Done, StepReason::OwnFigures(own)),
        _ => (StepState::Begun, StepReason::OwnFigures(own)),
    }
}

fn is_own(figure: &Figure) -> bool {
    matches!(
        figure.origin,
        Origin::Entered { .. } | Origin::Measured { .. }
    )
}

fn own_figures(group: &impl FigureGroup) -> usize {
    let mut count = 0;
    group.each(&mut |_, figure| count += usize::from(is_own(figure)));
    count
}

fn options(scenario: &Scenario, outcome: &Outcome) -> Status {
    let impossible = outcome
        .options
        .iter()
        .filter(|option| !option.is_feasible())
        .count();
    match scenario.options.len() {
        _ if impossible > 0 => (StepState::Attention, StepReason::Impossible(impossible)),
        1 => (StepState::Begun, StepReason::OneOption),
        count => (StepState::Done, StepReason::Options(count)),
    }
}

fn cost(outcome: &Outcome) -> Status {
    let (mut old, mut doubtful, mut exceeds) = (0, 0, false);
    for finding in &outcome.findings {
        match finding {
            Finding::OldPresets { records, .. } => old += records,
            Finding::DoubtfulPresets { records, .. } => doubtful += records,
            Finding::SharesExceedWhole {
                option: Some(_), ..
            } => exceeds = true,
            _ => {}
        }
    }
    if exceeds {
        (StepState::Attention, StepReason::SharesExceedWhole)
    } else if old > 0 {
        (StepState::Attention, StepReason::OldRecords(old))
    } else if doubtful > 0 {
        (StepState::Begun, StepReason::DoubtfulRecords(doubtful))
    } else {
        (StepState::Done, StepReason::Sourced)
    }
}

fn capability(scenario: &Scenario, outcome: &Outcome) -> Status {
    let too_long = concerned(outcome, |finding| {
        matches!(finding, Finding::ContextTooLong { .. })
    });
    if too_long > 0 {
        return (StepState::Attention, StepReason::ContextTooLong(too_long));
    }
    // A cascade has the scores of its parts.
    let single = scenario
        .options
        .iter()
        .filter(|option| !matches!(option.plan, Plan::Cascade(_)));
    let without = single
        .clone()
        .filter(|option| option.scores.is_empty())
        .count();
    let tables: BTreeSet<&str> = single
        .clone()
        .flat_map(|option| option.scores.iter().map(|score| score.group.as_str()))
        .collect();
    let share = |table: &&str| {
        let holds = |score: &weighbridge_engine::scenario::CapabilityScore| score.group == *table;
        let options = single.clone();
        options
            .filter(|option| option.scores.iter().any(holds))
            .count()
    };
    let most = tables.iter().map(share).max().unwrap_or(0);
    if without > 0 {
        let state = if most == 0 {
            StepState::Open
        } else {
            StepState::Begun
        };
        (state, StepReason::WithoutScore(without))
    } else if most < 2 {
        (StepState::Begun, StepReason::NothingComparable)
    } else {
        (StepState::Done, StepReason::Comparable(most))
    }
}

fn latency(scenario: &Scenario, outcome: &Outcome) -> Status {
    let count = |wanted: fn(&Finding) -> bool| concerned(outcome, wanted);
    let too_big = count(|finding| matches!(finding, Finding::MemoryShort { .. }));
    let missed = count(|finding| {
        matches!(
            finding,
            Finding::TimeToFirstTokenMissed { .. } | Finding::WritingSpeedMissed { .. }
        )
    });
    let estimated = count(|finding| matches!(finding, Finding::ThroughputEstimated { .. }));
    let hosted = scenario.options.iter().any(|option| {
        matches!(
            option.plan,
            Plan::RentedGpu(_) | Plan::OnPremises(_) | Plan::OnDevice(_)
        )
    });
    if !hosted {
        (StepState::Done, StepReason::NothingHosted)
    } else if too_big > 0 {
        (StepState::Attention, StepReason::DoesNotFit(too_big))
    } else if missed > 0 {
        (StepState::Attention, StepReason::TargetsMissed(missed))
    } else if estimated > 0 {
        (StepState::Begun, StepReason::Estimated(estimated))
    } else {
        (StepState::Done, StepReason::Measured)
    }
}

fn long_term(outcome: &Outcome) -> Status {
    let count = |wanted: fn(&Finding) -> bool| concerned(outcome, wanted);
    let lost = count(|finding| matches!(finding, Finding::RetiresWithoutSuccessor { .. }));
    let moved = count(|finding| matches!(finding, Finding::MovesToSuccessor { .. }));
    if lost > 0 {
        (StepState::Attention, StepReason::NoSuccessor(lost))
    } else if moved > 0 {
        (StepState::Done, StepReason::Successors(moved))
    } else {
        (StepState::Done, StepReason::NothingRetires)
    }
}

fn priorities(scenario: &Scenario, weighing: &Weighing) -> Status {
    let priorities = &scenario.priorities;
    if priorities.criteria.is_empty() {
        return (StepState::Open, StepReason::ByCost);
    }
    let feasible = weighing
        .options
        .iter()
        .any(|option| option.npv_usd.is_some());
    if feasible && weighing.ranking.is_empty() {
        return (StepState::Attention, StepReason::AllOut);
    }
    let contradicts = |light: Light| light == Light::Red;
    let weighed = weighing.participants.iter();
    let contradict = weighed
        .filter_map(|participant| participant.consistency.as_ref())
        .filter(|(_, light, _)| contradicts(*light))
        .count();
    if contradict > 0 {
        return (StepState::Attention, StepReason::Contradict(contradict));
    }
    let spoke = |participant: &&Participant| match participant.elicitation {
        Elicitation::Swings => !participant.swings.is_empty(),
        Elicitation::Ranks => !participant.ranks.is_empty(),
        Elicitation::Pairs => !participant.comparisons.is_empty(),
    };
    let spoke = priorities.participants.iter().filter(spoke).count();
    let own = |figure: &Figure| usize::from(is_own(figure));
    let weights = priorities.criteria.iter();
    let weights: usize = weights.map(|found| own(&found.starting_weight)).sum();
    let answered = priorities.conditions.iter();
    let answered = answered
        .filter(|condition| condition.answer != Answer::Unknown)
        .count();
    if spoke > 0 {
        (StepState::Done, StepReason::Weighed(spoke))
    } else if weights > 0 {
        (StepState::Begun, StepReason::OwnFigures(weights))
    } else if answered > 0 {
        (StepState::Begun, StepReason::Answered(answered))
    } else {
        (StepState::Open, StepReason::StartingWeights)
    }
}

fn decision(scenario: &Scenario, outcome: &Outcome, weighing: &Weighing) -> Status {
    let Some(cheapest) = outcome.cheapest() else {
        return (StepState::Attention, StepReason::NothingFeasible);
    };
    if scenario.options.len() < 2 {
        return (StepState::Begun, StepReason::OneOption);
    }
    if scenario.priorities.criteria.is_empty() {
        let name = cheapest.name.clone();
        return (StepState::Done, StepReason::Cheapest(name));
    }
    let Some(best) = weighing.best() else {
        return (StepState::Attention, StepReason::AllOut);
    };
    let name = scenario.option(&best.id);
    let option = name.map_or_else(String::new, |option| option.name.clone());
    let closed = weighing.options.iter();
    let out = closed
        .filter(|option| option.closed().next().is_some())
        .count();
    let reason = if out > 0 {
        StepReason::ChosenOf { option, out }
    } else {
        StepReason::Chosen(option)
    };
    (StepState::Done, reason)
}

fn report(outcome: &Outcome) -> Status {
    match outcome.cheapest() {
        None => (StepState::Open, StepReason::NothingFeasible),
        Some(_) => (StepState::Done, StepReason::Ready),
    }
}

/// How many options have a finding of a kind.
fn concerned(outcome: &Outcome, wanted: impl Fn(&Finding) -> bool) -> usize {
    let options: BTreeSet<&OptionId> = outcome
        .findings
        .iter()
        .filter(|finding| wanted(finding))
        .filter_map(Finding::option)
        .collect();
    options.len()
}

//! What a weighing says.

use crate::decision::pairwise::{Consistency, Light, Triad};
use crate::scenario::{CostRole, DataPlace, InputPath, OptionId, SamplingMethod};
use crate::uncertainty::odds::{Band, Spread};

/// What follows at the scenario's own figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighing {
    /// How cost enters.
    pub cost_role: CostRole,
    /// What a point of value is worth in USD, elicited or following from cost's swing.
    pub usd_per_point: f64,
    /// The weight of each criterion, in the order of the scenario's criteria; they sum to one.
    pub weights: Vec<f64>,
    /// The weight of cost against all criteria together, where it is a criterion.
    pub cost_weight: Option<f64>,
    /// The options, in the scenario's order.
    pub options: Vec<OptionWeighing>,
    /// Places of the options that passed every gate and have a cost, by falling net benefit.
    pub ranking: Vec<usize>,
    /// Those who weigh, each with the choice that follows from their weights alone.
    pub participants: Vec<ParticipantWeighing>,
    /// For each criterion, how far its weight may move before another option is chosen; where cost
    /// is a criterion its own weight stands last. Empty where fewer than two options are in the
    /// running.
    pub stability: Vec<CriterionStability>,
    /// Whether other methods choose the same.
    pub agreement: Agreement,
}

impl Weighing {
    /// The option to choose, where one passed every gate.
    pub fn best(&self) -> Option<&OptionWeighing> {
        self.ranking.first().map(|place| &self.options[*place])
    }

    /// The option that follows, where there is one.
    pub fn runner_up(&self) -> Option<&OptionWeighing> {
        self.ranking.get(1).map(|place| &self.options[*place])
    }

    /// Net benefit of the best option less that of the one that follows, in USD.
    pub fn margin_usd(&self) -> Option<f64> {
        Some(self.best()?.net_benefit_usd? - self.runner_up()?.net_benefit_usd?)
    }

    /// An option, by id.
    pub fn option(&self, id: &OptionId) -> Option<&OptionWeighing> {
        self.options.iter().find(|option| option.id == *id)
    }
}

/// One option, weighed.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionWeighing {
    /// The option.
    pub id: OptionId,
    /// How it stands before each gate, in the order of the scenario's gates.
    pub gates: Vec<GateVerdict>,
    /// How it does by each criterion, in the order of the scenario's criteria.
    pub performances: Vec<Performance>,
    /// Its value from 0 to 100, cost apart.
    pub value_points: f64,
    /// Net present value of cost in USD, where there is one.
    pub npv_usd: Option<f64>,
    /// What its value is worth less its cost, in USD; none where it has no cost.
    pub net_benefit_usd: Option<f64>,
    /// Whether it passed every gate and has a cost.
    pub is_in_the_running: bool,
}

impl OptionWeighing {
    /// Why the option is out: the gates that close on it.
    pub fn closed(&self) -> impl Iterator<Item = &GateReason> {
        self.gates.iter().filter_map(|gate| match &gate.verdict {
            Verdict::Closed(reason) => Some(reason),
            _ => None,
        })
    }
}

/// How an option stands before a gate.
#[derive(Debug, Clone, PartialEq)]
pub struct GateVerdict {
    /// Id of the gate.
    pub gate: String,
    /// The verdict.
    pub verdict: Verdict,
}

/// A verdict of a gate, judged once and not draw by draw.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It passes.
    Passed,
    /// It does not.
    Closed(GateReason),
    /// The evidence comes later; the gate does not close.
    NotKnown,
    /// Nothing is asked of this option, or the gate is off.
    NotAsked,
}

/// Why a gate closes on an option: reads "out because …".
#[derive(Debug, Clone, PartialEq)]
pub enum GateReason {
    /// Data goes farther away than allowed.
    DataResidency {
        /// Where it goes.
        place: DataPlace,
        /// The farthest place allowed.
        allowed: DataPlace,
    },
    /// A clause of the licence stands against the use.
    Licence {
        /// Name of the licence.
        licence: String,
        /// Keys of the clauses.
        clauses: Vec<String>,
    },
    /// The first token comes too late.
    TimeToFirstToken {
        /// Seconds it takes.
        seconds: f64,
        /// Seconds allowed.
        target_seconds: f64,
    },
    /// The answer is written too slowly.
    WritingSpeed {
        /// Tokens a second for one user.
        tokens_per_second: f64,
        /// Tokens a second asked for.
        target: f64,
    },
    /// The model does not fit its machine.
    Memory {
        /// Gigabytes of weights and one sequence.
        needed_gigabytes: f64,
        /// Gigabytes of the machine that may be used.
        memory_gigabytes: f64,
    },
    /// The model fits its machine as the scenario stands, but in too few of the draws.
    MemoryInDraws {
        /// Share of draws in which it does not fit.
        share: f64,
    },
    /// Requests are longer than the model reads.
    Context {
        /// Tokens of a request and its answer.
        tokens: f64,
        /// Tokens the model reads at most.
        context_tokens: f64,
    },
    /// The score is too low.
    MinimumScore {
        /// Name of the benchmark.
        benchmark: String,
        /// The score in percent.
        score: f64,
        /// The least allowed.
        limit: f64,
    },
    /// Working languages that the model's vendor does not support.
    Languages {
        /// Their BCP 47 tags.
        missing: Vec<String>,
    },
    /// The option needs more people than there are.
    Skills {
        /// Full posts it needs.
        fte: f64,
        /// Full posts on hand.
        limit: f64,
    },
    /// A judgement is too low.
    MinimumJudgement {
        /// Id of the criterion.
        criterion: String,
        /// The judgement, from 0 to 100.
        points: f64,
        /// The least allowed.
        limit: f64,
    },
}

/// How an option does by a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Performance {
    /// Id of the criterion.
    pub criterion: String,
    /// Where the figure comes from.
    pub evidence: EvidenceState,
    /// The figure between the anchors; half-way where nothing is known.
    pub figure: f64,
    /// What it is worth, from 0 to 1.
    pub value: f64,
    /// What it adds to the option's value, in points of a hundred.
    pub points: f64,
    /// Whether the figure lies beyond an anchor, where differences count for nothing.
    pub clips: bool,
}

/// Where the figure of a performance comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceState {
    /// Somebody judged, or a framework's starting judgement was taken.
    Judged,
    /// A result of the arithmetic, or a published score.
    Found,
    /// Nobody knows: the middle of the scale stands in, and all of it is thought possible.
    Unknown,
}

/// Somebody's weights and what would follow from them alone.
#[derive(Debug, Clone, PartialEq)]
pub struct ParticipantWeighing {
    /// Id of the participant.
    pub id: String,
    /// Their weights, in the order of the scenario's criteria; they sum to one.
    pub weights: Vec<f64>,
    /// The weight they give cost against all criteria together, where it is a criterion.
    pub cost_weight: Option<f64>,
    /// What a point of value is worth in USD by their weights.
    pub usd_per_point: f64,
    /// The option they would choose, by its place; none where every option is out.
    pub best: Option<usize>,
    /// How far apart their weights are from the group's: half the sum of absolute differences,
    /// from 0 to 1.
    pub distance: f64,
    /// For comparisons in pairs: how far they agree with each other, with the triad that clashes
    /// most, by the places of the criteria.
    pub consistency: Option<(Consistency, Light, Option<Triad>)>,
}

/// How far one criterion's weight may move, the others keeping their proportions.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionStability {
    /// Id of the criterion.
    pub criterion: String,
    /// Its weight.
    pub weight: f64,
    /// From which to which weight the same option has the highest net benefit.
    pub interval: (f64, f64),
    /// The option chosen below the interval, by its place, where that is another.
    pub below: Option<usize>,
    /// The option chosen above it, by its place, where that is another.
    pub above: Option<usize>,
}

/// Whether other methods choose the same option.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Agreement {
    /// Each method with the option it puts first.
    pub methods: Vec<MethodVerdict>,
}

/// What a method puts first.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodVerdict {
    /// The stable key: `weighted-sum`, `topsis`, `promethee-ii`, `cheapest`, and `minimax-regret`
    /// where [`Weighing::agreement_with`] was given a table of futures.
    pub method: &'static str,
    /// The option, by its place.
    pub best: usize,
    /// Whether that is the option of the recommendation.
    pub agrees: bool,
}

/// How sure the choice is, from one sample of all ranges.
#[derive(Debug, Clone, PartialEq)]
pub struct Prospects {
    /// Number of draws.
    pub draws: usize,
    /// The seed.
    pub seed: u64,
    /// How draws were placed.
    pub method: SamplingMethod,
    /// The options, in the scenario's order.
    pub options: Vec<OptionProspects>,
    /// Net benefit of the option to choose less that of the one that follows, in USD; none where
    /// fewer than two are in the running. Negative where the sample prefers the other.
    pub margin_usd: Option<Spread>,
    /// Difference in net present value of cost between the same two: the following option's less
    /// the chosen one's, by draw sorted upwards, in USD.
    pub savings_usd: Vec<f64>,
    /// Difference in net benefit between the same two: the chosen one's less the following one's,
    /// by draw sorted upwards, in USD.
    pub leads_usd: Vec<f64>,
    /// Expected value of perfect information in USD, with its standard error.
    pub evpi_usd: Option<(f64, f64)>,
    /// What finding out each quantity is worth, most first.
    pub worth: Vec<Worth>,
    /// For each option in the running, the share of all weightings at each rank (SMAA-2), in the
    /// order of `ranked`.
    pub rank_shares: Vec<Vec<f64>>,
    /// For each option in the running, the mean of the weightings that choose it, by criterion.
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// Places of the options in the running, in the scenario's order.
    pub ranked: Vec<usize>,
}

/// How one option may turn out.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionProspects {
    /// The option.
    pub id: OptionId,
    /// Net present value of cost in USD.
    pub npv_usd: Option<Spread>,
    /// Value in points of a hundred.
    pub value_points: Spread,
    /// Net benefit in USD.
    pub net_benefit_usd: Option<Spread>,
    /// Undiscounted cost from the start to the end of each month, in USD.
    pub cumulative_usd: Band,
    /// Share of draws in which it costs least of the options in the running.
    pub cheapest_share: f64,
    /// The same in whole futures of 50.
    pub cheapest_futures: u32,
    /// Share of draws in which its net benefit is the highest of the options in the running.
    pub best_share: f64,
    /// The same in whole futures of 50.
    pub best_futures: u32,
    /// What choosing it falls short of the best choice on average, in USD.
    pub expected_regret_usd: Option<f64>,
    /// For each gate, in the scenario's order, the share of draws in which it would close.
    pub closed_shares: Vec<ClosedGate>,
    /// Probability that net present value of cost exceeds an amount: rising amounts in USD with
    /// falling shares.
    pub exceedance: Vec<(f64, f64)>,
    /// Options, by their places, whose cost this one's dominates: at no probability is it dearer.
    pub dominates: Vec<usize>,
}

/// How often a gate would close.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosedGate {
    /// Id of the gate.
    pub gate: String,
    /// Share of draws; none where nothing is drawn that the gate looks at.
    pub share: Option<f64>,
}

/// What finding out one quantity is worth at most.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    /// Id of the quantity.
    pub quantity: String,
    /// The figures that share it; empty where no input says it.
    pub paths: Vec<InputPath>,
    /// The option and the id of the criterion, where it is how an option does by a criterion that
    /// nobody knows anything of.
    pub unknown: Option<(OptionId, String)>,
    /// Expected value of partial perfect information in USD.
    pub evppi_usd: f64,
    /// Its standard error in USD.
    pub standard_error_usd: f64,
}

/// What to do, how sure that is, and what would change it.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    /// The option, by its place; none where every option is out or has no cost.
    pub best: Option<usize>,
    /// The option that follows, by its place.
    pub runner_up: Option<usize>,
    /// Net benefit of the one less that of the other, in USD.
    pub margin_usd: Option<f64>,
    /// Three reasons at most, the weightiest first.
    pub reasons: Vec<Reason>,
    /// Three things at most that would turn it round, the nearest first.
    pub flips: Vec<Flip>,
    /// What to find out next, where that is worth anything.
    pub find_out: Option<Worth>,
}

/// A reason for the choice against the option that follows.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// It costs less.
    CostsLess {
        /// By so much, in USD of present value.
        usd: f64,
    },
    /// It does better by a criterion.
    Better {
        /// Id of the criterion.
        criterion: String,
        /// Points of value.
        points: f64,
        /// What they are worth in USD.
        usd: f64,
    },
    /// An option with a higher net benefit is out.
    OthersOut {
        /// The options, by their places.
        options: Vec<usize>,
    },
    /// It is the only option in the running.
    OnlyOne,
}

/// Something that would turn the choice round.
#[derive(Debug, Clone, PartialEq)]
pub enum Flip {
    /// An input beyond a value.
    Input {
        /// The input.
        path: InputPath,
        /// Today's value.
        here: f64,
        /// The value at which both options are worth the same.
        at: f64,
        /// The option chosen beyond it, by its place.
        to: usize,
    },
    /// A criterion that counts for more or less.
    Weight {
        /// Id of the criterion.
        criterion: String,
        /// Its weight.
        here: f64,
        /// The weight at which both are worth the same.
        at: f64,
        /// The option chosen beyond it, by its place.
        to: usize,
    },
    /// A gate that opens, closes, or is set aside.
    Gate {
        /// Id of the gate.
        gate: String,
        /// The option that would then be chosen, by its place.
        to: usize,
    },
}

/// Choosing now with a second look, for every pair of a start and a successor.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Months after which the choice is looked at again.
    pub after_months: u16,
    /// For each option in the running, by its place: the expected net benefit of starting with it
    /// and changing where another has become better for the rest, in USD.
    pub start_with: Vec<(usize, f64)>,
    /// The same without a second look.
    pub without_review: Vec<(usize, f64)>,
    /// What the second look is worth: the best with it less the best without it, in USD; never
    /// negative.
    pub value_of_waiting_usd: f64,
    /// From the best start, the share of draws in which each option, by its place, serves the rest;
    /// staying is the option itself.
    pub change_to: Vec<(usize, f64)>,
}

/// Net benefit under each future, and the regret of each option.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIfTable {
    /// Ids of the futures; the first is the scenario as it is, with an empty id.
    pub futures: Vec<String>,
    /// Places of the options, in the scenario's order; those out of the running are left out.
    pub options: Vec<usize>,
    /// Net benefit in USD by option and future; none where the option has no cost there.
    pub net_benefit_usd: Vec<Vec<Option<f64>>>,
    /// What each option falls short of the best of the same future, in USD.
    pub regret_usd: Vec<Vec<Option<f64>>>,
    /// The option with the smallest largest regret, by its place.
    pub minimax: Option<usize>,
}

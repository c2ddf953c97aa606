//! What matters to the client: gates, criteria, weights, and what money is worth against them.
//!
//! Everything here was copied from a framework of the catalogue, or typed in; a scenario decides
//! the same without the catalogue.
//! Every number is a [`Figure`] with a path, so ranges, undo, `--set` and the value of information
//! work on judgements as they work on prices:
//!
//! - `options.<option>.assessment.<criterion>`, a judgement from 0 to 100;
//! - `participants.<participant>.weight.<criterion>`, swing points from 0 to 100;
//! - `criteria.<criterion>.weight`, the points that count where nobody gave any;
//! - `gates.<gate>.limit`;
//! - `money_axis.<field>` and `review.<field>`.

use weighbridge_units::{PartialDate, Unit};

use super::deployment::Deployment;
use super::local_text::LocalText;
use super::path::Setting;
use crate::catalogue::StartingJudgement;
use crate::decision::weights::RankScheme;
use crate::figure::{FieldSpec, Figure, figures};
use crate::measure::Measure;

/// What matters to the client.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Priorities {
    /// The framework it was copied from, where it was.
    pub framework: Option<FrameworkOrigin>,
    /// Statements about the client that set other figures.
    pub conditions: Vec<Condition>,
    /// What no option may miss.
    pub gates: Vec<Gate>,
    /// What makes an option better, cost apart.
    pub criteria: Vec<Criterion>,
    /// Who weighs; with nobody, the criteria's own starting weights count.
    pub participants: Vec<Participant>,
    /// How cost enters, once.
    pub cost_role: CostRole,
    /// What a point of value is worth.
    pub money_axis: MoneyAxis,
    /// Futures to look at as a whole, for the table of regrets.
    pub what_ifs: Vec<WhatIf>,
    /// When the choice is looked at again.
    pub review: Review,
    /// Judgements that further options of each kind start with.
    pub judgements: Vec<StartingJudgement>,
    /// Consistency index of random comparisons, from three criteria on; empty for the table of
    /// Saaty 1980.
    pub random_index: Vec<f64>,
}

impl Priorities {
    /// The condition of an id.
    pub fn condition(&self, id: &str) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.id == id)
    }

    /// The gate of an id.
    pub fn gate(&self, id: &str) -> Option<&Gate> {
        self.gates.iter().find(|gate| gate.id == id)
    }

    /// The criterion of an id.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }

    /// The participant of an id.
    pub fn participant(&self, id: &str) -> Option<&Participant> {
        let mut participants = self.participants.iter();
        participants.find(|participant| participant.id == id)
    }
}

/// The framework that priorities were copied from.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameworkOrigin {
    /// Id of the record.
    pub id: String,
    /// Its title.
    pub title: LocalText,
    /// The day it was written or read.
    pub as_of: PartialDate,
}

/// A statement about the client, and what follows from it.
///
/// Setting it writes the figures of its consequences; nothing else in the engine knows of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Its id, which never changes.
    pub id: String,
    /// The statement, as "Our data may not leave our own premises".
    pub statement: LocalText,
    /// Which side the framework says it favours.
    pub favours: Favours,
    /// Whether it holds.
    pub answer: Answer,
    /// Where the statement comes from, as `S0` with the row of the audit.
    pub sources: Vec<String>,
    /// What follows.
    pub consequences: Vec<Consequence>,
}

/// Which side a condition is said to favour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Favours {
    /// Models with open weights.
    OpenWeights,
    /// Closed models.
    Proprietary,
}

impl Favours {
    /// Both sides.
    pub const ALL: [Favours; 2] = [Favours::OpenWeights, Favours::Proprietary];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            Favours::OpenWeights => "open-weights",
            Favours::Proprietary => "proprietary",
        }
    }
}

/// Whether a statement about the client holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Answer {
    /// Nobody has said yet.
    #[default]
    Unknown,
    /// It holds.
    Yes,
    /// It does not.
    No,
}

impl Answer {
    /// Every answer.
    pub const ALL: [Answer; 3] = [Answer::Unknown, Answer::Yes, Answer::No];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            Answer::Unknown => "unknown",
            Answer::Yes => "yes",
            Answer::No => "no",
        }
    }
}

/// What a condition sets.
#[derive(Debug, Clone, PartialEq)]
pub struct Consequence {
    /// A path; `*` in the place of an option's id stands for every option of `kinds`.
    pub path: String,
    /// The kinds of option meant by `*`; all where it is empty.
    pub kinds: Vec<Deployment>,
    /// What is set where the statement holds.
    pub yes: Setting,
    /// What is set where it does not.
    pub no: Setting,
    /// What is set where nobody has said.
    pub unknown: Setting,
    /// P10 and P90 of what is set, as shares of it, where it is a number that nobody knows well.
    pub spread: Option<(f64, f64)>,
    /// Why, in a few words.
    pub why: LocalText,
}

/// Something no option may miss.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// Its id, which never changes.
    pub id: String,
    /// What is asked.
    pub test: GateTest,
    /// Whether it is asked at all.
    pub on: bool,
    /// The limit, for tests that have one; what it means stands at the test.
    pub limit: Figure,
    /// The share of draws at which the test is judged; 0.5 is the median.
    pub percentile: f64,
    /// What to think of when it is set.
    pub guidance: LocalText,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// What a gate asks.
#[derive(Debug, Clone, PartialEq)]
pub enum GateTest {
    /// Data is processed no farther away than this.
    DataResidency(DataPlace),
    /// No clause of the model's licence that somebody must read first, unless it was read.
    Licence,
    /// The first token within the workload's target time.
    TimeToFirstToken,
    /// Tokens written to one user at least as fast as the workload's target.
    WritingSpeed,
    /// The model fits the memory of its machine.
    Memory,
    /// The model reads requests of the workload's length.
    Context,
    /// A score of at least the limit, in percent, in this column of scores.
    MinimumScore(String),
    /// The model's vendor supports every working language.
    Languages,
    /// The option needs no more machine-learning and platform engineers than the limit, in full
    /// posts.
    Skills,
    /// The option's judgement on this criterion is at least the limit.
    MinimumJudgement(String),
}

impl GateTest {
    /// The stable key, used in message keys and files.
    pub const fn key(&self) -> &'static str {
        match self {
            GateTest::DataResidency(_) => "data-residency",
            GateTest::Licence => "licence",
            GateTest::TimeToFirstToken => "time-to-first-token",
            GateTest::WritingSpeed => "writing-speed",
            GateTest::Memory => "memory",
            GateTest::Context => "context",
            GateTest::MinimumScore(_) => "minimum-score",
            GateTest::Languages => "languages",
            GateTest::Skills => "skills",
            GateTest::MinimumJudgement(_) => "minimum-judgement",
        }
    }

    /// The field of the limit, for tests that have one.
    pub const fn limit(&self) -> Option<&'static FieldSpec> {
        match self {
            GateTest::MinimumScore(_) | GateTest::MinimumJudgement(_) => Some(&POINTS_LIMIT),
            GateTest::Skills => Some(&FTE_LIMIT),
            _ => None,
        }
    }
}

/// Where data is processed, from nearest to farthest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataPlace {
    /// On the client's own premises or devices.
    OwnPremises,
    /// On machines that only the client uses, at somebody else's.
    OwnTenancy,
    /// At a provider that binds itself by contract to a region.
    ProviderInRegion,
    /// At a provider, wherever that is.
    Provider,
}

impl DataPlace {
    /// Every place, nearest first.
    pub const ALL: [DataPlace; 4] = [
        DataPlace::OwnPremises,
        DataPlace::OwnTenancy,
        DataPlace::ProviderInRegion,
        DataPlace::Provider,
    ];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            DataPlace::OwnPremises => "own-premises",
            DataPlace::OwnTenancy => "own-tenancy",
            DataPlace::ProviderInRegion => "provider-in-region",
            DataPlace::Provider => "provider",
        }
    }

    /// Where options of a kind process data, unless the option says otherwise; a cascade is as far
    /// as its farthest part.
    pub const fn usual(kind: Deployment) -> Option<DataPlace> {
        match kind {
            Deployment::ProprietaryApi | Deployment::HostedOpenModel => Some(DataPlace::Provider),
            Deployment::RentedGpu => Some(DataPlace::OwnTenancy),
            Deployment::OnPremises | Deployment::OnDevice => Some(DataPlace::OwnPremises),
            Deployment::Cascade => None,
        }
    }
}

/// What makes an option better.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Its id, which never changes.
    pub id: String,
    /// Its name.
    pub name: LocalText,
    /// What to think of when options are judged by it.
    pub guidance: LocalText,
    /// What tells how an option does.
    pub evidence: Evidence,
    /// The figure worth nothing; fixed, so that a further option changes nobody's value.
    pub worst: f64,
    /// The figure worth everything; may be the smaller one.
    pub best: f64,
    /// What the worst means, in words.
    pub worst_means: LocalText,
    /// What the best means, in words.
    pub best_means: LocalText,
    /// Swing points from 0 to 100 that count while nobody weighs.
    pub starting_weight: Figure,
    /// Where the criterion comes from.
    pub sources: Vec<String>,
}

/// What tells how an option does by a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// A person's judgement from 0 to 100: the option's assessment.
    Judgement,
    /// A result of the arithmetic.
    Result(Measure),
    /// A score in this column, in percent.
    Score(String),
}

/// A judgement of an option by a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Id of the criterion.
    pub criterion: String,
    /// From 0 to 100.
    pub figure: Figure,
    /// Why.
    pub why: LocalText,
}

/// Somebody who weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    /// Their id, which never changes.
    pub id: String,
    /// Their name or office.
    pub name: String,
    /// How their weights are asked for; what was said in the other ways is kept.
    pub elicitation: Elicitation,
    /// Swing points from 0 to 100 by criterion; a criterion that is absent has its starting weight.
    pub swings: Vec<(String, Figure)>,
    /// Criteria from the one whose swing matters most to the one whose swing matters least.
    pub ranks: Vec<String>,
    /// How ranks become weights.
    pub rank_scheme: RankScheme,
    /// Comparisons in pairs; pairs that are absent count as equally important.
    pub comparisons: Vec<Comparison>,
}

impl Participant {
    /// Somebody who has said nothing yet.
    pub fn new(id: &str, name: &str) -> Participant {
        Participant {
            id: id.to_owned(),
            name: name.to_owned(),
            elicitation: Elicitation::default(),
            swings: Vec::new(),
            ranks: Vec::new(),
            rank_scheme: RankScheme::OrderCentroid,
            comparisons: Vec::new(),
        }
    }

    /// Their swing points for a criterion: the starting weight where they gave none.
    pub fn weight<'a>(&'a self, criterion: &'a Criterion) -> &'a Figure {
        let given = self.swings.iter().find(|(id, _)| *id == criterion.id);
        given.map_or(&criterion.starting_weight, |(_, figure)| figure)
    }
}

/// How weights are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Elicitation {
    /// Points for each swing from worst to best.
    #[default]
    Swings,
    /// An order of importance.
    Ranks,
    /// Comparisons in pairs (AHP).
    Pairs,
}

impl Elicitation {
    /// Every way.
    pub const ALL: [Elicitation; 3] = [Elicitation::Swings, Elicitation::Ranks, Elicitation::Pairs];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            Elicitation::Swings => "swings",
            Elicitation::Ranks => "ranks",
            Elicitation::Pairs => "pairs",
        }
    }
}

/// One criterion against another.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Id of the first.
    pub first: String,
    /// Id of the second.
    pub second: String,
    /// How many times as important the first is: from 1/9 to 9.
    pub times: f64,
}

/// How cost enters the decision; never twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CostRole {
    /// Apart from the criteria: net benefit is what the value is worth less what it costs.
    #[default]
    MoneyAxis,
    /// As one criterion more, named [`COST`]; what a point is worth follows from its swing.
    Criterion,
}

impl CostRole {
    /// Both ways.
    pub const ALL: [CostRole; 2] = [CostRole::MoneyAxis, CostRole::Criterion];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            CostRole::MoneyAxis => "money-axis",
            CostRole::Criterion => "criterion",
        }
    }
}

/// The id under which cost is weighed as a criterion.
pub const COST: &str = "cost";

figures! {
    /// What value is worth in money.
    pub struct MoneyAxis in "money_axis" {
        /// What one point of value of a hundred is worth over the horizon, as present value.
        usd_per_point: Unit::USD, 0.0..=1e12, 0.0;
        /// Cost worth nothing, where cost is a criterion.
        worst_cost_usd: Unit::USD, 0.0..=1e12, 1_000_000.0;
        /// Cost worth everything, where cost is a criterion.
        best_cost_usd: Unit::USD, 0.0..=1e12, 0.0;
    }
}

figures! {
    /// Looking at the choice again.
    pub struct Review in "review" {
        /// Months after the start; 0 for never.
        after_months: Unit::MONTHS, 0.0..=83.0, 12.0, whole;
        /// Share of the remaining uncertainty that is known by then.
        known_share: Unit::SHARE, 0.0..=1.0, 1.0;
    }
}

/// A future to look at as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIf {
    /// Its id, which never changes.
    pub id: String,
    /// Its name, as "Price war".
    pub name: LocalText,
    /// What happens in it.
    pub story: LocalText,
    /// What moves.
    pub moves: Vec<Move>,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// What a future does to some inputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// A path; `*` in the place of an option's id stands for every option of `kinds`.
    pub path: String,
    /// The kinds of option meant by `*`; all where it is empty.
    pub kinds: Vec<Deployment>,
    /// What is done.
    pub change: Change,
}

/// What is done to a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// Multiplied.
    Times(f64),
    /// Added to.
    Plus(f64),
    /// Replaced.
    To(f64),
}

const fn points(group: &'static str, name: &'static str, start: f64) -> FieldSpec {
    FieldSpec {
        group,
        name,
        unit: Unit::NONE,
        min: 0.0,
        max: 100.0,
        start,
        whole: false,
    }
}

/// The field of a judgement.
pub static ASSESSMENT: FieldSpec = points("assessment", "points", 50.0);
/// The field of a swing weight.
pub static SWING: FieldSpec = points("weight", "points", 50.0);
/// The field of a limit in points or percent.
pub static POINTS_LIMIT: FieldSpec = points("gate", "points_limit", 0.0);
/// The field of a limit in posts.
pub static FTE_LIMIT: FieldSpec = FieldSpec {
    unit: Unit::FTE,
    max: 10_000.0,
    ..points("gate", "fte_limit", 0.0)
};

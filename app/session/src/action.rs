//! What a user can do to a document.

use weighbridge_engine::catalogue::{ModelId, PriceId, WeightFormat};
use weighbridge_engine::compose::{HardwareChoice, MeasuredMachine, PresetChange};
use weighbridge_engine::decision::weights::RankScheme;
use weighbridge_engine::figure::Figure;
use weighbridge_engine::scenario::{
    Answer, CapabilityScore, CostRole, Criterion, CustomisationMethod, DataPlace, DecisionOption,
    Elicitation, Gate, InputPath, MeasuredRun, Measurement, OptionId, Retirement, Sampling,
    Setting,
};
use weighbridge_units::{Currency, PartialDate};

/// One thing a user does. Every action can be undone.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant)] // one lives for a moment
pub enum Action {
    /// A number is typed in or a slider is moved; its origin becomes entered, today.
    SetValue {
        /// The input.
        path: InputPath,
        /// The number, in the unit of the field.
        value: f64,
    },
    /// A figure is replaced with its origin and range.
    SetFigure {
        /// The input.
        path: InputPath,
        /// The figure.
        figure: Figure,
    },
    /// A figure goes back to what it would be had nobody touched it.
    ResetFigure {
        /// The input.
        path: InputPath,
    },
    /// A choice is made, as `options.ID.billing`.
    SetChoice {
        /// The choice.
        path: InputPath,
        /// The word or number chosen.
        setting: Setting,
    },
    /// The case gets a name.
    SetTitle(String),
    /// The question is put into words.
    SetQuestion(String),
    /// The day of the decision changes.
    SetDate(PartialDate),
    /// Figures are shown in another currency; the rate starts from the catalogue's.
    SetCurrency(Currency),
    /// The day of the exchange rate changes.
    SetRateDate(Option<PartialDate>),
    /// The languages the service must work in change.
    SetLanguages(Vec<String>),
    /// The notes change.
    SetNotes(String),
    /// How the case is sampled changes.
    SetSampling(Sampling),
    /// An option made of the catalogue or by hand is added at the end.
    AddOption(DecisionOption),
    /// An option is copied, right after itself.
    DuplicateOption(OptionId),
    /// An option gets another name; its id stays.
    RenameOption {
        /// The option.
        option: OptionId,
        /// The new name.
        name: String,
    },
    /// An option is shown at another place.
    MoveOption {
        /// The option.
        option: OptionId,
        /// The place it moves to, counted from 0 among the others.
        to: usize,
    },
    /// An option is removed. A cascade that sends requests on to it ends without it; one that
    /// asks it first goes with it.
    RemoveOption(OptionId),
    /// An option buys at another price of the catalogue.
    SetPrice {
        /// The option.
        option: OptionId,
        /// The price.
        price: PriceId,
    },
    /// A self-hosted option runs another model, or the same in another format.
    SetModel {
        /// The option.
        option: OptionId,
        /// The model.
        model: ModelId,
        /// The format of its weights.
        format: WeightFormat,
    },
    /// A self-hosted option runs on another machine, or at another rent.
    SetHardware {
        /// The option.
        option: OptionId,
        /// The machine or rent.
        choice: HardwareChoice,
    },
    /// A self-hosted option runs under another engine; its estimates follow.
    SetEngine {
        /// The option.
        option: OptionId,
        /// The engine, as measurements write it: `vllm`, `llama.cpp`.
        engine: String,
    },
    /// A self-hosted option keeps its cache in another precision.
    SetCacheBits {
        /// The option.
        option: OptionId,
        /// Bits of each number.
        bits: f64,
    },
    /// A cascade asks another option.
    SetCascadePart {
        /// The cascade.
        option: OptionId,
        /// Which of its parts.
        part: CascadePart,
        /// The option asked; nothing ends the cascade there.
        to: Option<OptionId>,
    },
    /// An option is customised another way, at what that usually costs.
    SetCustomisation {
        /// The option.
        option: OptionId,
        /// The way.
        method: CustomisationMethod,
    },
    /// The end of sale and what follows it change.
    SetRetirement {
        /// The option.
        option: OptionId,
        /// The end of sale; nothing where none is known.
        retirement: Option<Retirement>,
    },
    /// An option gets a dearer price for long requests, above its last one.
    AddContextTier(OptionId),
    /// A price for long requests is removed.
    RemoveContextTier {
        /// The option.
        option: OptionId,
        /// Its place, counted from 0.
        index: usize,
    },
    /// An option gets a reduction for large bills, above its last one.
    AddVolumeDiscount(OptionId),
    /// A reduction for large bills is removed.
    RemoveVolumeDiscount {
        /// The option.
        option: OptionId,
        /// Its place, counted from 0.
        index: usize,
    },
    /// A score is added to an option.
    AddScore {
        /// The option.
        option: OptionId,
        /// The score.
        score: CapabilityScore,
    },
    /// A score is typed over; its origin becomes entered, today.
    EnterScore {
        /// The option.
        option: OptionId,
        /// Its place, counted from 0.
        index: usize,
        /// The score in percent.
        value: f64,
    },
    /// A score is removed.
    RemoveScore {
        /// The option.
        option: OptionId,
        /// Its place, counted from 0.
        index: usize,
    },
    /// A condition is answered, with all that follows from it.
    SetAnswer {
        /// Id of the condition.
        condition: String,
        /// The answer.
        answer: Answer,
    },
    /// The decision is structured by another framework of the catalogue.
    ApplyFramework(String),
    /// Cost enters another way.
    SetCostRole(CostRole),
    /// A gate is switched on or off.
    SetGate {
        /// Id of the gate.
        gate: String,
        /// Whether it is asked.
        on: bool,
    },
    /// A gate is added; its id gives way where another has it.
    AddGate(Gate),
    /// A gate is removed.
    RemoveGate(String),
    /// A gate must hold in another share of futures.
    SetGatePercentile {
        /// Id of the gate.
        gate: String,
        /// The share, above 0 and below 1; 0.5 is the median.
        percentile: f64,
    },
    /// A criterion is added; its id gives way where another has it.
    AddCriterion(Criterion),
    /// The criterion of the same id gets other texts, anchors or evidence.
    EditCriterion(Criterion),
    /// A criterion is removed with all that was said of it, and gates that ask for it.
    RemoveCriterion(String),
    /// Data of an option is processed somewhere else.
    SetDataPlace {
        /// The option.
        option: OptionId,
        /// The place; nothing where it is the usual one.
        place: Option<DataPlace>,
    },
    /// A clause of an option's licence was read and is no hindrance, or is one after all.
    ClearClause {
        /// The option.
        option: OptionId,
        /// The key of the clause.
        clause: String,
        /// Whether it is no hindrance.
        cleared: bool,
    },
    /// A judgement gets a reason.
    SetReason {
        /// The option.
        option: OptionId,
        /// Id of the criterion.
        criterion: String,
        /// The reason.
        why: String,
    },
    /// Somebody joins those who weigh, by name.
    AddParticipant(String),
    /// Somebody who weighs gets another name; the id stays.
    RenameParticipant {
        /// Id of the participant.
        participant: String,
        /// The new name.
        name: String,
    },
    /// Somebody no longer weighs.
    RemoveParticipant(String),
    /// Somebody's weights are asked for another way; what was said before is kept.
    SetElicitation {
        /// Id of the participant.
        participant: String,
        /// The way.
        elicitation: Elicitation,
    },
    /// Somebody puts criteria in order.
    SetRanks {
        /// Id of the participant.
        participant: String,
        /// Ids of criteria, the weightiest first.
        ranks: Vec<String>,
    },
    /// Ranks of somebody become weights another way.
    SetRankScheme {
        /// Id of the participant.
        participant: String,
        /// The way.
        scheme: RankScheme,
    },
    /// Somebody compares two criteria.
    SetComparison {
        /// Id of the participant.
        participant: String,
        /// Id of the first criterion.
        first: String,
        /// Id of the second.
        second: String,
        /// How many times as important the first is, from a ninth to nine.
        times: f64,
    },
    /// Measurements are added; their ids give way where others have them, and estimates follow.
    AddMeasurements(Vec<Measurement>),
    /// A run is added with what it measured; ids give way where others have them, and estimates
    /// follow.
    AddRun {
        /// The run.
        run: Box<MeasuredRun>,
        /// What it measured; every measurement comes to name the run.
        measurements: Vec<Measurement>,
    },
    /// A self-hosted option runs on a machine that was measured instead of one of the catalogue.
    SetMeasuredMachine {
        /// The option.
        option: OptionId,
        /// The machine.
        machine: Box<MeasuredMachine>,
    },
    /// A measurement is removed, by id; what was estimated without it is estimated again. Its run
    /// goes with the last of its measurements.
    RemoveMeasurement(String),
    /// A measurement is used or left aside.
    UseMeasurement {
        /// Its id.
        measurement: String,
        /// Whether estimates give way to it.
        used: bool,
    },
    /// Figures of a newer catalogue are taken over.
    UpdatePresets(Vec<PresetChange>),
    /// A drag begins: what happens until it ends is one step of undo.
    BeginGesture,
    /// The drag ends.
    EndGesture,
    /// The last step is taken back.
    Undo,
    /// The step taken back last is made again.
    Redo,
}

/// A part of a cascade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CascadePart {
    /// The option asked first.
    Small,
    /// The option asked when the first does not do.
    Large,
}

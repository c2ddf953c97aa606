//! A scenario: the client's question, workload and options, complete in itself.
//!
//! Figures taken from the catalogue are copied here together with their origin, so evaluating a
//! scenario needs no catalogue and an old scenario computes as it did.

mod conditions;
mod decision_figures;
mod deployment;
mod groups;
mod inputs;
mod local_text;
mod measurement;
mod option;
mod path;
mod priorities;
mod run;
mod sampling;
mod shares;

pub use deployment::Deployment;
pub use groups::{
    CascadePlan, ContextTier, Customisation, DevicePlan, Finance, InterfaceSpeed, LicenceFees,
    Maintenance, OwnedPlan, People, Quality, RentedPlan, Salaries, Serving, Successor, TokenPlan,
    Transition, VolumeDiscount, Workload,
};
pub use inputs::{CellPlace, InputRef, OptionInputs, PlanInputs, ScenarioInputs};
pub use local_text::LocalText;
pub use measurement::{EndpointCase, Measurement, MeasurementKind, OLD_AFTER_DAYS, Subject};
pub use option::{
    Api, Billing, CapabilityScore, Cascade, CascadeMode, CustomisationMethod, DecisionOption,
    Device, MeasuredAs, ModelFacts, OptionId, Owned, Plan, PriceLaw, Purchase, Rented, Retirement,
    SelfHosted, ThroughputSource,
};
pub use path::{InputPath, SetError, Setting, USUAL};
pub use priorities::{
    ASSESSMENT, Answer, Assessment, COST, Change, Comparison, Condition, Consequence, CostRole,
    Criterion, DataPlace, Elicitation, Evidence, FTE_LIMIT, Favours, FrameworkOrigin, Gate,
    GateTest, MoneyAxis, Move, POINTS_LIMIT, Participant, Priorities, Review, SWING, WhatIf,
};
pub use run::{
    FactForm, HowKnown, MachineFact, MachineFactValue, MachineRate, MachineRateKind, MeasuredRun,
    RunArrivals, RunDoubt, RunMachine, RunModel, RunPlace, RunPlan, RunVerdict, WhyDoubted,
};
pub use sampling::{Correlation, Sampling, SamplingMethod};
pub use shares::share_faults;

use weighbridge_units::{Currency, PartialDate};

use crate::figure::Figure;

/// Fewest months a scenario looks ahead.
pub const SHORTEST_HORIZON_MONTHS: u16 = 12;
/// Most months a scenario looks ahead.
pub const LONGEST_HORIZON_MONTHS: u16 = 84;

/// Everything the engine needs to weigh one decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// The decision question and how figures are read.
    pub question: Question,
    /// Rates that hold for every option.
    pub finance: Finance,
    /// What is asked of the model.
    pub workload: Workload,
    /// What people cost.
    pub salaries: Salaries,
    /// The options, in the order in which they are shown.
    pub options: Vec<DecisionOption>,
    /// What matters to the client.
    pub priorities: Priorities,
    /// How it is sampled.
    pub sampling: Sampling,
    /// What was measured for it, in the order in which it came.
    pub measurements: Vec<Measurement>,
    /// The runs that measurements name, in the order in which they came.
    pub runs: Vec<MeasuredRun>,
}

/// The decision question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Short name of the case.
    pub title: String,
    /// The question in the client's words.
    pub text: String,
    /// The day of the decision: prices, retirements and ages are taken at it.
    pub date: PartialDate,
    /// Months looked ahead, 12 to 84.
    pub horizon_months: u16,
    /// The currency figures are shown in.
    pub currency: Currency,
    /// The day of the exchange rate.
    pub fx_date: Option<PartialDate>,
    /// Languages the service must work in, as BCP 47 tags.
    pub working_languages: Vec<String>,
    /// Notes of the client or the consultant.
    pub notes: String,
}

impl Scenario {
    /// A scenario with a typical workload and no options yet.
    pub fn new(title: &str, date: PartialDate) -> Scenario {
        Scenario {
            question: Question {
                title: title.to_owned(),
                text: String::new(),
                date,
                horizon_months: 36,
                currency: Currency::Usd,
                fx_date: None,
                working_languages: Vec::new(),
                notes: String::new(),
            },
            finance: Finance::default(),
            workload: Workload::default(),
            salaries: Salaries::default(),
            options: Vec::new(),
            priorities: Priorities::default(),
            sampling: Sampling::default(),
            measurements: Vec::new(),
            runs: Vec::new(),
        }
    }

    /// The option of an id.
    pub fn option(&self, id: &OptionId) -> Option<&DecisionOption> {
        self.options.iter().find(|option| option.id == *id)
    }

    /// The option of an id, to change.
    pub fn option_mut(&mut self, id: &OptionId) -> Option<&mut DecisionOption> {
        self.options.iter_mut().find(|option| option.id == *id)
    }

    /// The place of an option in the order shown.
    pub fn position(&self, id: &OptionId) -> Option<usize> {
        self.options.iter().position(|option| option.id == *id)
    }

    /// An id that no option has yet, made from a name: lower-case words joined by hyphens.
    pub fn fresh_id(&self, name: &str) -> OptionId {
        let stem = OptionId::from_name(name);
        if self.option(&stem).is_none() {
            return stem;
        }
        (2..)
            .map(|number| OptionId::from_name(&format!("{stem}-{number}")))
            .find(|id| self.option(id).is_none())
            .unwrap_or(stem)
    }

    /// The lowest colour number that no option has.
    pub fn fresh_colour(&self) -> u8 {
        (0..=u8::MAX)
            .find(|colour| self.options.iter().all(|option| option.colour != *colour))
            .unwrap_or(0)
    }

    /// The measurement of an id.
    pub fn measurement(&self, id: &str) -> Option<&Measurement> {
        self.measurements.iter().find(|one| one.id == id)
    }

    /// An id that no measurement has yet, made from a name as ids of options are.
    pub fn fresh_measurement_id(&self, name: &str) -> String {
        fresh(name, |id| self.measurement(id).is_some())
    }

    /// The run of an id.
    pub fn run(&self, id: &str) -> Option<&MeasuredRun> {
        self.runs.iter().find(|one| one.id == id)
    }

    /// An id that no run has yet, made from a name as ids of options are.
    pub fn fresh_run_id(&self, name: &str) -> String {
        fresh(name, |id| self.run(id).is_some())
    }

    /// The figure at a path.
    pub fn figure(&self, path: &InputPath) -> Option<&Figure> {
        path::find(self, path).map(|(_, figure)| figure)
    }
}

/// An id that is not taken yet, made from a name, with a number where it must have one.
fn fresh(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let stem = OptionId::from_name(name).to_string();
    if !is_taken(&stem) {
        return stem;
    }
    (2..)
        .map(|number| format!("{stem}-{number}"))
        .find(|id| !is_taken(id))
        .unwrap_or(stem)
}

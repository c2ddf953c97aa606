//! An option: a model, a precision, a place to run it and a price plan.

use std::fmt;

use weighbridge_units::PartialDate;

use super::deployment::Deployment;
use super::groups::{
    CascadePlan, ContextTier, Customisation, DevicePlan, InterfaceSpeed, LicenceFees, Maintenance,
    OwnedPlan, People, Quality, RentedPlan, Serving, Successor, TokenPlan, Transition,
    VolumeDiscount,
};
use super::priorities::{Assessment, DataPlace};
use crate::figure::Figure;
use crate::serving::DeviceClass;

/// The identity of an option. It never changes; the name may.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OptionId(String);

impl OptionId {
    /// The id of a text as it stands in a file.
    ///
    /// Nothing where the text is empty or holds anything but lower-case letters, digits and
    /// hyphens: ids stand in paths, where a dot would separate.
    pub fn parse(text: &str) -> Option<OptionId> {
        let fits = !text.is_empty()
            && text.len() <= 64
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        fits.then(|| OptionId(text.to_owned()))
    }

    /// An id made from a name.
    pub fn from_name(name: &str) -> OptionId {
        let mut id = String::new();
        for character in name.chars().flat_map(char::to_lowercase) {
            if character.is_ascii_alphanumeric() {
                id.push(character);
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        id.truncate(60);
        let id = id.trim_end_matches('-');
        OptionId(if id.is_empty() {
            "option".to_owned()
        } else {
            id.to_owned()
        })
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OptionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One way to go.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionOption {
    /// Its identity.
    pub id: OptionId,
    /// Its name, as the client calls it.
    pub name: String,
    /// The number of its colour and marker, which it keeps wherever it is shown.
    pub colour: u8,
    /// What model it runs; a cascade has the models of its parts instead.
    pub model: Option<ModelFacts>,
    /// Where it runs and what that costs.
    pub plan: Plan,
    /// People it needs.
    pub people: People,
    /// Upkeep.
    pub maintenance: Maintenance,
    /// How the model is made the client's own.
    pub customisation_method: CustomisationMethod,
    /// What that costs.
    pub customisation: Customisation,
    /// Moving in and out.
    pub transition: Transition,
    /// Money owed for the right to use the model.
    pub licence: LicenceFees,
    /// What precision and customisation do to scores.
    pub quality: Quality,
    /// Published or entered scores of the model.
    pub scores: Vec<CapabilityScore>,
    /// Where data is processed, where it is not where options of its kind usually do.
    pub data_place: Option<DataPlace>,
    /// Clauses of the licence that somebody has read and found no hindrance.
    pub clauses_cleared: Vec<String>,
    /// Judgements of it, one for each criterion that somebody has looked at.
    pub assessments: Vec<Assessment>,
}

impl DecisionOption {
    /// An option that costs nothing yet.
    pub fn new(id: OptionId, name: &str, plan: Plan) -> DecisionOption {
        DecisionOption {
            id,
            name: name.to_owned(),
            colour: 0,
            model: None,
            plan,
            people: People::default(),
            maintenance: Maintenance::default(),
            customisation_method: CustomisationMethod::None,
            customisation: Customisation::default(),
            transition: Transition::default(),
            licence: LicenceFees::default(),
            quality: Quality::default(),
            scores: Vec::new(),
            data_place: None,
            clauses_cleared: Vec::new(),
            assessments: Vec::new(),
        }
    }

    /// The judgement of it by a criterion, where somebody made one.
    pub fn assessment(&self, criterion: &str) -> Option<&Assessment> {
        let mut assessments = self.assessments.iter();
        assessments.find(|assessment| assessment.criterion == criterion)
    }

    /// The kind of place it runs in.
    pub fn deployment(&self) -> Deployment {
        match &self.plan {
            Plan::ProprietaryApi(_) => Deployment::ProprietaryApi,
            Plan::HostedOpenModel(_) => Deployment::HostedOpenModel,
            Plan::RentedGpu(_) => Deployment::RentedGpu,
            Plan::OnPremises(_) => Deployment::OnPremises,
            Plan::OnDevice(_) => Deployment::OnDevice,
            Plan::Cascade(_) => Deployment::Cascade,
        }
    }
}

/// Facts about the model that no arithmetic uses, kept with the option for display and gates.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelFacts {
    /// Id in the catalogue.
    pub id: String,
    /// Name.
    pub name: String,
    /// Who made it.
    pub vendor: String,
    /// Whether its weights are open.
    pub open_weights: bool,
    /// Name of its licence.
    pub licence: String,
    /// Keys of the licence's clauses that bear on the choice, as `not-for-eu-domiciled`.
    pub licence_clauses: Vec<String>,
    /// Languages its vendor says it supports, as BCP 47 tags.
    pub languages: Vec<String>,
    /// Longest input and output together, in tokens, where it is known.
    pub context_tokens: Option<u64>,
    /// The day it appeared.
    pub released: Option<PartialDate>,
}

/// Where an option runs and what that costs.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant)] // options are few; a box would cost more reading than it saves
pub enum Plan {
    /// A closed model behind its vendor's interface.
    ProprietaryApi(Api),
    /// Open weights behind somebody's interface.
    HostedOpenModel(Api),
    /// Open weights on rented accelerators.
    RentedGpu(Rented),
    /// Open weights on servers of the client's own.
    OnPremises(Owned),
    /// Open weights on the devices of users.
    OnDevice(Device),
    /// Two options in a row, or samples and a verifier.
    Cascade(Cascade),
}

/// A price list for tokens and how it changes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Api {
    /// Who sells it.
    pub provider: String,
    /// The record of the catalogue that the list was copied from, where it was.
    pub price_id: Option<String>,
    /// The list.
    pub token_plan: TokenPlan,
    /// Dearer prices for long requests, in rising order of their limits.
    pub tiers: Vec<ContextTier>,
    /// Reductions for large bills, in rising order of their limits.
    pub volume_discounts: Vec<VolumeDiscount>,
    /// How the list changes over the years.
    pub price_law: PriceLaw,
    /// The end of sale inside the horizon, where there is one.
    pub retirement: Option<Retirement>,
    /// How fast it answers.
    pub speed: InterfaceSpeed,
}

/// How a price list changes over the years; none of them is a forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PriceLaw {
    /// A given dated model keeps its price until it is retired.
    #[default]
    FixedDatedModel,
    /// The client moves to the newest model of the tier.
    NewestOfTier,
    /// The client moves to whatever offers the same capability most cheaply.
    EqualCapability,
}

impl PriceLaw {
    /// Every law.
    pub const ALL: [PriceLaw; 3] = [
        PriceLaw::FixedDatedModel,
        PriceLaw::NewestOfTier,
        PriceLaw::EqualCapability,
    ];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            PriceLaw::FixedDatedModel => "fixed-dated-model",
            PriceLaw::NewestOfTier => "newest-of-tier",
            PriceLaw::EqualCapability => "equal-capability",
        }
    }
}

/// The month in which a model is no longer sold.
#[derive(Debug, Clone, PartialEq)]
pub struct Retirement {
    /// The first day on which it is no longer sold.
    pub sold_until: PartialDate,
    /// Name of what follows; without one the price stays, marked assumed.
    pub successor_name: Option<String>,
    /// The price list that follows.
    pub successor: Option<Successor>,
}

/// Where a throughput comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThroughputSource {
    /// The serving model's estimate.
    #[default]
    Estimated,
    /// The figure entered or measured.
    Entered,
}

/// What all self-hosted options share: the model on the machine.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SelfHosted {
    /// Id of the hardware in the catalogue, where it comes from there.
    pub hardware_id: Option<String>,
    /// Name of the hardware.
    pub hardware_name: String,
    /// Key of the weight format, such as `bf16` or `q4-k-m`.
    pub weight_format: String,
    /// The inference engine, as measurements write it: `vllm`, `llama.cpp`.
    pub engine: String,
    /// What measurements call the model and the machine.
    pub measured_as: MeasuredAs,
    /// Model and machine in figures; set apart, since options are passed by value and these are many.
    pub serving: Box<Serving>,
    /// Where the throughput comes from.
    pub throughput: ThroughputSource,
}

/// What measurements call a model and a machine, so that a case can be made of an option and its
/// estimate can lean on what was measured.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MeasuredAs {
    /// The model.
    pub model: String,
    /// The accelerator.
    pub device: String,
    /// The accelerator's generation and kind.
    pub device_class: DeviceClass,
    /// Whether it is a card for personal computers, whose tables state half its 16-bit rate.
    pub is_consumer: bool,
    /// When the engine's version was current, in years; 0 where nobody says.
    pub engine_year: f64,
    /// Operations on bytes that the machine was measured to do in the time of one on 32 bits; 0 where
    /// nobody measured that.
    pub byte_times: f64,
}

/// Renting accelerators by the hour.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rented {
    /// Who rents them out.
    pub provider: String,
    /// The record of the catalogue that the rent was copied from, where it was.
    pub rent_id: Option<String>,
    /// The model on the machine.
    pub hosting: SelfHosted,
    /// The rent.
    pub rented: RentedPlan,
    /// Which hours are paid for.
    pub billing: Billing,
}

/// Which hours of a rented replica are paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Billing {
    /// All hours, busy or not.
    #[default]
    AlwaysOn,
    /// The hours entered, for instance office hours.
    ActiveHours,
    /// Busy hours and starts from nothing.
    ScaleToZero,
}

impl Billing {
    /// Every way.
    pub const ALL: [Billing; 3] = [
        Billing::AlwaysOn,
        Billing::ActiveHours,
        Billing::ScaleToZero,
    ];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            Billing::AlwaysOn => "always-on",
            Billing::ActiveHours => "active-hours",
            Billing::ScaleToZero => "scale-to-zero",
        }
    }
}

/// Owning servers.
#[derive(Debug, Clone, PartialEq)]
pub struct Owned {
    /// The model on the machine.
    pub hosting: SelfHosted,
    /// The servers.
    pub owned: OwnedPlan,
    /// Whether they are bought or financed.
    pub purchase: Purchase,
    /// Months a server is used before it is replaced.
    pub useful_life_months: u16,
}

impl Default for Owned {
    fn default() -> Owned {
        Owned {
            hosting: SelfHosted::default(),
            owned: OwnedPlan::default(),
            purchase: Purchase::default(),
            useful_life_months: 48,
        }
    }
}

/// How servers are paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Purchase {
    /// In full when they are bought; what they are still worth comes back at the end.
    #[default]
    Bought,
    /// In even monthly payments over their useful life at the cost of capital.
    Financed,
}

impl Purchase {
    /// Every way.
    pub const ALL: [Purchase; 2] = [Purchase::Bought, Purchase::Financed];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            Purchase::Bought => "bought",
            Purchase::Financed => "financed",
        }
    }
}

/// Running on devices that users have.
#[derive(Debug, Clone, PartialEq)]
pub struct Device {
    /// The model on the machine.
    pub hosting: SelfHosted,
    /// The devices.
    pub device: DevicePlan,
    /// Months a device is used before it is replaced.
    pub useful_life_months: u16,
}

impl Default for Device {
    fn default() -> Device {
        Device {
            hosting: SelfHosted::default(),
            device: DevicePlan::default(),
            useful_life_months: 48,
        }
    }
}

/// Two options in a row, or several samples and a verifier.
#[derive(Debug, Clone, PartialEq)]
pub struct Cascade {
    /// The option asked first.
    pub small: OptionId,
    /// The option asked when the first does not do.
    pub large: Option<OptionId>,
    /// How it is decided which request goes on.
    pub mode: CascadeMode,
    /// Shares and costs.
    pub cascade: CascadePlan,
}

/// How a cascade decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CascadeMode {
    /// A stated share of requests goes on.
    #[default]
    Escalate,
    /// Samples are drawn and checked; what none of them solves goes on.
    SampleAndVerify,
}

impl CascadeMode {
    /// Every way.
    pub const ALL: [CascadeMode; 2] = [CascadeMode::Escalate, CascadeMode::SampleAndVerify];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            CascadeMode::Escalate => "escalate",
            CascadeMode::SampleAndVerify => "sample-and-verify",
        }
    }
}

/// How a model is made the client's own; the ladder climbs in cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub enum CustomisationMethod {
    /// As it comes.
    #[default]
    None,
    /// Prompts and retrieval.
    PromptWork,
    /// Instruction tuning or low-rank adapters.
    InstructionTuning,
    /// All weights.
    FineTuning,
    /// A smaller model taught by a larger one.
    Distillation,
}

impl CustomisationMethod {
    /// Every rung, cheapest first.
    pub const ALL: [CustomisationMethod; 5] = [
        CustomisationMethod::None,
        CustomisationMethod::PromptWork,
        CustomisationMethod::InstructionTuning,
        CustomisationMethod::FineTuning,
        CustomisationMethod::Distillation,
    ];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            CustomisationMethod::None => "none",
            CustomisationMethod::PromptWork => "prompt-work",
            CustomisationMethod::InstructionTuning => "instruction-tuning",
            CustomisationMethod::FineTuning => "fine-tuning",
            CustomisationMethod::Distillation => "distillation",
        }
    }
}

/// One score of a model in one table of one harness.
#[derive(Debug, Clone, PartialEq)]
pub struct CapabilityScore {
    /// Id of the table; scores compare within one table only.
    pub group: String,
    /// Name of the table.
    pub group_name: String,
    /// Id of the benchmark.
    pub benchmark: String,
    /// Name of the benchmark.
    pub benchmark_name: String,
    /// The variant of the benchmark; scores of other variants are other scores.
    pub variant: String,
    /// How it was asked, for information: shots, prompting, and what the table calls the model.
    pub protocol: String,
    /// The language of the questions, as a BCP 47 tag, where it is not English.
    pub language: Option<String>,
    /// The score in percent, with its origin.
    pub score: Figure,
}

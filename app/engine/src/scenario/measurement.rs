//! What somebody measured for this decision.
//!
//! A measurement carries all that was known when it was taken, so that it means the same next
//! year; what it does to estimates is worked out when options are made or changed, by `compose`.

use weighbridge_units::PartialDate;

use super::{Api, DecisionOption, Plan};
use crate::serving::{Case, Quantity};

/// Days after which a measurement wants a second look: engines gain much in a year.
pub const OLD_AFTER_DAYS: i64 = 365;

/// Farther off its estimate than by this factor, a measurement wants a second look.
const FAR_OFF: f64 = 2.0;

/// A measurement of speed.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// Its identity in the scenario: lower-case letters, digits and hyphens. It never changes.
    pub id: String,
    /// How it came here.
    pub kind: MeasurementKind,
    /// The day it was taken; “by” the day it came here where nobody says.
    pub on: PartialDate,
    /// The file, machine or endpoint it comes from, as people say it.
    pub source: String,
    /// What was measured.
    pub subject: Subject,
    /// The figure, in the unit of the subject's quantity.
    pub value: f64,
    /// One in ten repetitions lay below the first, one in ten above the second, where it was
    /// repeated.
    pub spread: Option<(f64, f64)>,
    /// What was estimated when it came, without any of the scenario's own measurements.
    pub estimated: Option<f64>,
    /// Threads, plan, other load and whatever else bears on it, in free words.
    pub conditions: String,
    /// The id of the run that it was taken in, where this program took it.
    pub run: Option<String>,
    /// Whether the machine was busy with something else: then it is shown and never used.
    pub is_busy: bool,
    /// Whether the client wants it used.
    pub is_in_use: bool,
}

impl Measurement {
    /// Most measurements that a scenario keeps: every estimate looks at all of them.
    pub const MOST: usize = 200;

    /// A measurement of which nothing else is known: taken once on an idle machine, and used.
    pub fn new(
        id: String,
        kind: MeasurementKind,
        on: PartialDate,
        source: String,
        subject: Subject,
        value: f64,
    ) -> Measurement {
        Measurement {
            id,
            kind,
            on,
            source,
            subject,
            value,
            spread: None,
            estimated: None,
            conditions: String::new(),
            run: None,
            is_busy: false,
            is_in_use: true,
        }
    }

    /// Whether estimates give way to it.
    pub fn counts(&self) -> bool {
        self.is_in_use && !self.is_busy && self.value.is_finite() && self.value > 0.0
    }

    /// How many times as large as its estimate it is, or the other way round, where that is more
    /// than twice.
    pub fn far_off(&self) -> Option<f64> {
        let ratio = self.value / self.estimated?;
        let times = if ratio < 1.0 { 1.0 / ratio } else { ratio };
        (times > FAR_OFF).then_some(times)
    }

    /// Whether it was certainly taken more than a year before a day.
    pub fn is_old(&self, at: PartialDate) -> bool {
        self.on.latest().days_until(at) > OLD_AFTER_DAYS
    }
}

/// How a measurement came into the scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MeasurementKind {
    /// Taken by this program on the machine it ran on.
    ThisMachine,
    /// Taken by this program at an endpoint.
    Endpoint,
    /// Read from the results of another tool.
    Imported,
    /// Typed in.
    Entered,
}

impl MeasurementKind {
    /// Every kind.
    pub const ALL: [MeasurementKind; 4] = [
        MeasurementKind::ThisMachine,
        MeasurementKind::Endpoint,
        MeasurementKind::Imported,
        MeasurementKind::Entered,
    ];

    /// The stable key, used in message keys and files.
    pub const fn key(self) -> &'static str {
        match self {
            MeasurementKind::ThisMachine => "this-machine",
            MeasurementKind::Endpoint => "endpoint",
            MeasurementKind::Imported => "imported",
            MeasurementKind::Entered => "entered",
        }
    }
}

/// What was measured.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant)] // measurements are few
pub enum Subject {
    /// A model on a machine that is known.
    Deployment(Case),
    /// A model behind somebody's interface: on what it runs, nobody says.
    Endpoint(EndpointCase),
}

impl Subject {
    /// The quantity measured.
    pub fn quantity(&self) -> Quantity {
        match self {
            Subject::Deployment(case) => case.quantity,
            Subject::Endpoint(case) => case.quantity,
        }
    }

    /// The model's name, as what was measured has it.
    pub fn model(&self) -> &str {
        match self {
            Subject::Deployment(case) => &case.model,
            Subject::Endpoint(case) => &case.model,
        }
    }
}

/// What was asked of an interface.
#[derive(Debug, Clone, PartialEq)]
pub struct EndpointCase {
    /// What was measured: [`Quantity::DecodeAlone`], [`Quantity::InterToken`] or
    /// [`Quantity::TimeToFirstToken`].
    pub quantity: Quantity,
    /// The model's id in the catalogue, or its name where it has none there.
    pub model: String,
    /// Who runs it, as in the option's price list.
    pub provider: String,
    /// Tokens of a prompt.
    pub input_tokens: f64,
    /// Tokens of an answer.
    pub output_tokens: f64,
    /// Requests at once.
    pub concurrency: f64,
}

impl EndpointCase {
    /// What can be measured of an interface.
    pub const QUANTITIES: [Quantity; 3] = [
        Quantity::DecodeAlone,
        Quantity::InterToken,
        Quantity::TimeToFirstToken,
    ];

    /// Whether an option buys this model from this provider.
    pub fn is_bought_by(&self, option: &DecisionOption) -> bool {
        let Some(api) = api(&option.plan) else {
            return false;
        };
        let same = |one: &str, other: &str| one.trim().eq_ignore_ascii_case(other.trim());
        let of_model = option
            .model
            .as_ref()
            .is_some_and(|model| same(&model.id, &self.model) || same(&model.name, &self.model));
        of_model && same(&api.provider, &self.provider)
    }
}

/// The price list of an option that buys tokens.
pub(crate) fn api(plan: &Plan) -> Option<&Api> {
    match plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => Some(api),
        Plan::RentedGpu(_) | Plan::OnPremises(_) | Plan::OnDevice(_) | Plan::Cascade(_) => None,
    }
}

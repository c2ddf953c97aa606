//! Making options from records of the catalogue.
//!
//! Every figure is copied into the option together with its source and date, so that the option
//! computes the same under a newer catalogue; [`changes()`] lists what a newer one says.

mod api;
mod changes;
mod estimates;
mod framework;
mod grounds;
mod hosting;
mod measured_machine;
mod measured_power;
mod own_measurements;
mod running;
mod starting;

pub use api::{api_option, set_price};
pub use changes::{PresetChange, changes, update};
pub use estimates::{METHOD, OWN_MEASUREMENTS, apply_estimates, complete_estimates, usual_engine};
pub use framework::{
    apply_framework, complete_assessments, framework_figure, priorities_from, settle,
    starting_assessments,
};
pub use grounds::{FactorGrounds, MeasuredGrounds, Reasons};
pub use hosting::{
    HardwareChoice, device_option, fewest_gpus, owned_option, rented_option, set_hardware,
    set_hosted_model,
};
pub use measured_machine::{MeasuredMachine, set_measured_machine};
pub use measured_power::{believe_power, measured_power, usual_power};
pub use own_measurements::{
    MeasurementEffect, OptionEffect, ResultChange, Standing, believe_measurements, believing,
    measurement_effects,
};
pub use running::{CACHE_BITS, cache_bits, follow, measured_engines, set_cache_bits, set_engine};
pub use starting::{apply_starting_values, new_comparison, new_scenario, set_customisation};

use weighbridge_units::{Describe, Message};

use crate::catalogue::{
    Assumption, Catalogue, GroupId, Model, ModelId, PriceId, Provenance, RentId, Score, Weights,
};
use crate::figure::{Figure, Origin, PresetOrigin, Range, RangeReading};
use crate::scenario::{
    CapabilityScore, Cascade, CascadeMode, CascadePlan, DecisionOption, ModelFacts, OptionId, Plan,
    Scenario,
};

/// Why an option could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// The catalogue has no such model.
    #[error("the catalogue has no model “{0}”")]
    UnknownModel(ModelId),
    /// The catalogue has no such price.
    #[error("the catalogue has no price “{0}”")]
    UnknownPrice(PriceId),
    /// The catalogue has no such rent.
    #[error("the catalogue has no rent “{0}”")]
    UnknownRent(RentId),
    /// The catalogue has no such hardware.
    #[error("the catalogue has no hardware “{0}”")]
    UnknownHardware(String),
    /// The weights of the model cannot be had.
    #[error("the weights of “{0}” are not open, so it cannot be hosted")]
    WeightsNotOpen(ModelId),
    /// Nobody published how large the model is.
    #[error("nobody published how many parameters “{0}” has")]
    SizeUnknown(ModelId),
    /// The option's plan does not take this.
    #[error("option “{0}” has a plan of another kind")]
    OtherPlan(OptionId),
}

impl Describe for ComposeError {
    fn message(&self) -> Message {
        let (key, name) = match self {
            ComposeError::UnknownModel(id) => ("error-unknown-model", id.to_string()),
            ComposeError::UnknownPrice(id) => ("error-unknown-price", id.to_string()),
            ComposeError::UnknownRent(id) => ("error-unknown-rent", id.to_string()),
            ComposeError::UnknownHardware(id) => ("error-unknown-hardware", id.clone()),
            ComposeError::WeightsNotOpen(id) => ("error-weights-not-open", id.to_string()),
            ComposeError::SizeUnknown(id) => ("error-size-unknown", id.to_string()),
            ComposeError::OtherPlan(id) => ("error-other-plan", id.to_string()),
        };
        Message::new(key).with("name", name)
    }
}

/// A cascade of two options, or of samples of one.
pub fn cascade_option(
    scenario: &Scenario,
    catalogue: &Catalogue,
    name: &str,
    small: &OptionId,
    large: Option<&OptionId>,
) -> DecisionOption {
    let plan = Plan::Cascade(Cascade {
        small: small.clone(),
        large: large.cloned(),
        mode: if large.is_some() {
            CascadeMode::Escalate
        } else {
            CascadeMode::SampleAndVerify
        },
        cascade: CascadePlan::default(),
    });
    let mut option = DecisionOption::new(scenario.fresh_id(name), name, plan);
    option.colour = scenario.fresh_colour();
    apply_starting_values(&mut option, catalogue);
    framework::settle(scenario, option)
}

/// A figure copied from a field of a record.
pub(crate) fn preset(value: f64, record: &str, field: &str, provenance: &Provenance) -> Figure {
    let sourcing = provenance.of(field);
    Figure {
        value,
        origin: Origin::Preset(PresetOrigin {
            record: record.to_owned(),
            field: field.to_owned(),
            source: sourcing.source.clone(),
            as_of: sourcing.as_of,
            quality: sourcing.quality,
        }),
        range: None,
    }
}

/// The same figure with low and high, where they say something.
pub(crate) fn with_range(
    mut figure: Figure,
    range: Option<(f64, f64)>,
    reading: RangeReading,
) -> Figure {
    if let Some((low, high)) = range
        && low < high
    {
        figure.range = Some(Range::new(low, high, reading));
    }
    figure
}

/// A figure copied from an assumption, with its range and the quantity it is a value of.
pub(crate) fn assumed(assumption: &Assumption) -> Figure {
    let record = assumption.id.as_str();
    let figure = preset(assumption.base, record, "base", &assumption.provenance);
    let mut figure = with_range(figure, assumption.range, assumption.reading);
    if let Some(range) = &mut figure.range {
        range.quantity.clone_from(&assumption.quantity);
    }
    figure
}

/// Facts about a model that are kept with an option.
pub fn model_facts(model: &Model) -> ModelFacts {
    ModelFacts {
        id: model.id.to_string(),
        name: model.name.clone(),
        vendor: model.vendor.clone(),
        open_weights: model.weights == Weights::Open,
        licence: model.licence.name.clone(),
        licence_clauses: model
            .licence
            .clauses
            .iter()
            .map(|clause| clause.key().to_owned())
            .collect(),
        languages: model.languages.clone(),
        context_tokens: model.context_tokens,
        released: model.released,
    }
}

/// The scores of a model, as an option keeps them.
pub(crate) fn model_scores(catalogue: &Catalogue, model: &ModelId) -> Vec<CapabilityScore> {
    catalogue
        .scores(model)
        .map(|score| capability_score(catalogue, score))
        .collect()
}

fn capability_score(catalogue: &Catalogue, score: &Score) -> CapabilityScore {
    let benchmark_name = catalogue.benchmark(score.benchmark.as_str()).map_or_else(
        || score.benchmark.to_string(),
        |benchmark| benchmark.name.clone(),
    );
    CapabilityScore {
        group: score.group.to_string(),
        group_name: group_name(catalogue, &score.group),
        benchmark: score.benchmark.to_string(),
        benchmark_name,
        variant: score.variant.clone().unwrap_or_default(),
        protocol: protocol(score),
        language: score.language.clone(),
        score: preset(
            score.score_pct,
            score.id.as_str(),
            "score_pct",
            &score.provenance,
        ),
    }
}

fn group_name(catalogue: &Catalogue, id: &GroupId) -> String {
    catalogue
        .groups()
        .iter()
        .find(|group| group.id == *id)
        .map_or_else(|| id.to_string(), |group| group.name.clone())
}

fn protocol(score: &Score) -> String {
    let shots = score.shots.map(|shots| format!("{shots}-shot"));
    let parts = [shots, score.prompting.clone(), score.effort.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

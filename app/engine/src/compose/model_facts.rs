//! What an option keeps of the record of its model: facts and scores.

use super::figures::preset;
use crate::catalogue::{Catalogue, GroupId, Model, ModelId, Score, Weights};
use crate::scenario::{CapabilityScore, ModelFacts};

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

//! What an option is worth by each criterion, between anchors that no option moves.

use super::types::EvidenceState;
use crate::capability::{self, ScoreColumn};
use crate::decision::value_function::ValueFunction;
use crate::model::Measure;
use crate::scenario::{Criterion, DecisionOption, Evidence};

/// A figure by a criterion, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    /// Where it comes from.
    pub evidence: EvidenceState,
    /// The figure; half-way between the anchors where nothing is known.
    pub figure: f64,
}

/// The figure of an option by a criterion, at the scenario's own figures; `measure` says what the
/// arithmetic found.
pub(super) fn figure(
    criterion: &Criterion,
    option: &DecisionOption,
    measure: impl Fn(Measure) -> Option<f64>,
) -> Found {
    let (evidence, figure) = match &criterion.evidence {
        Evidence::Judgement => {
            let judged = judgement(option, &criterion.id);
            (EvidenceState::Judged, judged)
        }
        Evidence::Result(result) => (EvidenceState::Found, measure(*result)),
        Evidence::Score(column) => (EvidenceState::Found, score(option, column)),
    };
    match figure.filter(|figure| figure.is_finite()) {
        Some(figure) => Found { evidence, figure },
        None => Found {
            evidence: EvidenceState::Unknown,
            figure: middle(criterion),
        },
    }
}

/// Half-way between a criterion's anchors.
pub(super) fn middle(criterion: &Criterion) -> f64 {
    0.5 * criterion.worst + 0.5 * criterion.best
}

/// The judgement of an option by a criterion, where there is one.
pub(super) fn judgement(option: &DecisionOption, criterion: &str) -> Option<f64> {
    option
        .assessments
        .iter()
        .find(|assessment| assessment.criterion == criterion)
        .map(|assessment| assessment.figure.value)
}

/// The score of an option in a column, in percent after precision and customisation.
///
/// Of several entries for one model the highest counts, as in [`capability::scores`].
pub(super) fn score(option: &DecisionOption, column: &str) -> Option<f64> {
    published(option, column).map(|published| {
        capability::adjusted(
            published,
            option.quality.score_kept_share.value,
            option.quality.uplift_points.value,
        )
    })
}

/// The highest score of an option in a column as it was published or entered, in percent.
pub(super) fn published(option: &DecisionOption, column: &str) -> Option<f64> {
    option
        .scores
        .iter()
        .filter(|score| ScoreColumn::of(score).key() == column)
        .map(|score| score.score.value)
        .max_by(f64::total_cmp)
}

/// What a figure is worth by a criterion, from 0 to 1; a half where the anchors are no scale.
pub(super) fn value(criterion: &Criterion, figure: f64) -> f64 {
    ValueFunction::new(criterion.worst, criterion.best).map_or(0.5, |scale| scale.value(figure))
}

/// Whether a figure lies beyond an anchor.
pub(super) fn clips(criterion: &Criterion, figure: f64) -> bool {
    ValueFunction::new(criterion.worst, criterion.best).is_ok_and(|scale| scale.clips(figure))
}

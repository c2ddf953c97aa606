//! Which inputs the results of a report rest on.

use std::collections::BTreeSet;

use weighbridge_engine::explain::{ResultPart, ResultRef, explain};
use weighbridge_engine::model::Measure;
use weighbridge_units::Currency;

use super::Subject;

/// Results whose inputs are listed; the other figures of the report follow from the same inputs.
const EXPLAINED: [Measure; 4] = [
    Measure::NetPresentValue,
    Measure::PerSolvedTask,
    Measure::SequencesThatFit,
    Measure::TimeToFirstToken,
];

/// Paths of the inputs, found by explaining the results rather than by a list of our own.
///
/// To them come the exchange rate, where amounts are shown at one, and what changes a score.
pub(super) fn paths(subject: &Subject<'_>) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for option in &subject.scenario.options {
        for measure in EXPLAINED {
            let result = ResultRef {
                option: option.id.clone(),
                part: ResultPart::Measure(measure),
            };
            let explanation = explain(subject.scenario, &result);
            paths.extend(
                explanation
                    .iter()
                    .flat_map(|explanation| explanation.inputs_used())
                    .map(|input| input.path.as_str().to_owned()),
            );
        }
        if !option.scores.is_empty() {
            for name in ["score_kept_share", "uplift_points"] {
                paths.insert(format!("options.{}.quality.{name}", option.id));
            }
        }
    }
    if subject.scenario.question.currency != Currency::Usd {
        paths.insert("finance.fx_rate".to_owned());
    }
    paths
}

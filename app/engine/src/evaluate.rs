//! From a scenario to its outcome.

use crate::findings;
use crate::model::{Measure, Obstacle, OptionFigures, Run};
use crate::number::Number;
use crate::outcome::{OptionOutcome, Outcome};
use crate::scenario::{Plan, Scenario, ScenarioInputs};

/// Evaluates a scenario at its base figures.
pub fn evaluate(scenario: &Scenario) -> Outcome {
    let results = run(scenario, &scenario.values());
    let mut options: Vec<OptionOutcome> = scenario
        .options
        .iter()
        .zip(results)
        .map(|(option, result)| {
            let room = result
                .as_ref()
                .ok()
                .and_then(|figures| figures.get(Measure::SequencesThatFit));
            OptionOutcome {
                id: option.id.clone(),
                name: option.name.clone(),
                colour: option.colour,
                deployment: option.deployment(),
                fits: room.is_none_or(|sequences| sequences >= 1.0),
                result,
            }
        })
        .collect();
    spread_misfits(scenario, &mut options);
    let findings = findings::collect(scenario, &options);
    Outcome {
        horizon_months: scenario.question.horizon_months,
        options,
        findings,
    }
}

/// Runs the arithmetic with any kind of number: the figures of each option, in order.
pub fn run<V: Number>(
    scenario: &Scenario,
    inputs: &ScenarioInputs<V>,
) -> Vec<Result<OptionFigures<V>, Obstacle>> {
    let run = Run::new(scenario, inputs);
    (0..scenario.options.len())
        .map(|place| run.figures(place))
        .collect()
}

/// A cascade fits only where both its parts do.
fn spread_misfits(scenario: &Scenario, options: &mut [OptionOutcome]) {
    for (place, option) in scenario.options.iter().enumerate() {
        if let Plan::Cascade(cascade) = &option.plan {
            let parts = [Some(&cascade.small), cascade.large.as_ref()];
            let fits = parts
                .into_iter()
                .flatten()
                .all(|id| scenario.position(id).is_none_or(|part| options[part].fits));
            options[place].fits = fits;
        }
    }
}

//! The six samples of the framework's conditions: which side is recommended while the condition
//! holds, which when it is reversed, and by how much.
#![allow(clippy::unwrap_used)]

use weighbridge_catalogue::{built_in, sample_files, scenario};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::evaluate;
use weighbridge_engine::scenario::{Answer, Favours, InputPath, Scenario, Setting};
use weighbridge_engine::weighing::{Weighing, weigh};

use Favours::{OpenWeights, Proprietary};

/// A side and an option of it.
type Choice = (Favours, &'static str);

/// What a sample must say: while its condition holds, and when it does not.
const EXPECTED: [(&str, Choice, Choice); 6] = [
    (
        "data-sovereignty",
        (OpenWeights, "rented"),
        (Proprietary, "sol"),
    ),
    (
        "existing-ecosystem",
        (Proprietary, "haiku"),
        (OpenWeights, "hosted"),
    ),
    (
        "immediate-deployment",
        (Proprietary, "haiku"),
        (OpenWeights, "hosted"),
    ),
    (
        "specialised-customisation",
        (OpenWeights, "rented"),
        (Proprietary, "sol"),
    ),
    ("strong-team", (OpenWeights, "rented"), (Proprietary, "sol")),
    (
        "vendor-support",
        (Proprietary, "haiku"),
        (OpenWeights, "hosted"),
    ),
];

#[test]
fn the_recommendation_goes_as_the_framework_says_and_turns_with_the_condition() {
    let catalogue = built_in().unwrap().0;
    let cases = cases(&catalogue);
    assert_eq!(cases.len(), EXPECTED.len());
    for ((condition, favours, scenario), expected) in cases.iter().zip(EXPECTED) {
        let (name, holds, reversed) = expected;
        assert_eq!(condition, name);
        assert_eq!(holds.0, *favours, "{name}");
        // As the file says, as `--set` says, and the other way round.
        let own = weigh(scenario, &evaluate(scenario));
        let yes = under(scenario, condition, Answer::Yes);
        let no = under(scenario, condition, Answer::No);
        println!(
            "| {name} | {} | {} |",
            row(scenario, &yes),
            row(scenario, &no)
        );
        for (weighing, (side, option)) in [(&own, holds), (&yes, holds), (&no, reversed)] {
            let best = weighing.best().unwrap();
            assert_eq!(best.id.as_str(), option, "{name}");
            assert_eq!(side_of(scenario, weighing), side, "{name}");
            assert!(weighing.margin_usd().is_none_or(|margin| margin > 0.0));
        }
    }
}

#[test]
fn where_figures_do_not_allow_it_the_other_side_is_recommended_with_its_margin() {
    let catalogue = built_in().unwrap().0;
    let mut against = Vec::new();
    for (condition, favours, mut scenario) in cases(&catalogue) {
        // A client to whom a point is worth little looks at cost alone.
        let worth = InputPath::new("money_axis.usd_per_point");
        scenario.set(&worth, &Setting::Number(100.0)).unwrap();
        let weighing = under(&scenario, &condition, Answer::Yes);
        let best = weighing.best().unwrap();
        let running = weighing
            .options
            .iter()
            .filter(|option| option.is_in_the_running);
        let costs = running.filter_map(|option| option.npv_usd);
        assert_eq!(best.npv_usd, costs.min_by(f64::total_cmp), "{condition}");
        if side_of(&scenario, &weighing) != favours {
            assert!(weighing.margin_usd().unwrap() > 0.0, "{condition}");
            against.push(condition);
        }
    }
    // Where data may not leave, no money moves the gate.
    assert_eq!(
        against,
        ["specialised-customisation", "strong-team", "vendor-support"]
    );
}

#[test]
fn no_rule_knows_of_conditions() {
    let catalogue = built_in().unwrap().0;
    for (condition, _, scenario) in cases(&catalogue) {
        for answer in [Answer::Yes, Answer::No] {
            let mut answered = answered(&scenario, &condition, answer);
            let weighing = weigh(&answered, &evaluate(&answered));
            answered.priorities.conditions.clear();
            let without = weigh(&answered, &evaluate(&answered));
            assert_eq!(weighing, without, "{condition}");
        }
    }
}

/// The samples, each with its condition and the side that the framework says it favours.
fn cases(catalogue: &Catalogue) -> Vec<(String, Favours, Scenario)> {
    sample_files()
        .iter()
        .filter_map(|file| {
            let name = file.path.rsplit('/').next()?;
            let id = name.strip_prefix("condition-")?.split('.').next()?;
            let read = scenario::read(&file.path, file.text, catalogue);
            let read = read.unwrap_or_else(|faults| {
                let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
                panic!("{}", faults.join("\n"))
            });
            assert_eq!(read.doubts, [], "{name}");
            let favours = read.scenario.priorities.condition(id)?.favours;
            Some((id.to_owned(), favours, read.scenario))
        })
        .collect()
}

/// The same case under an answer, set as `--set` sets it.
fn answered(scenario: &Scenario, condition: &str, answer: Answer) -> Scenario {
    let mut scenario = scenario.clone();
    let path = InputPath::new(format!("conditions.{condition}.answer"));
    let word = Setting::Word(answer.key().to_owned());
    scenario.set(&path, &word).unwrap();
    scenario
}

fn under(scenario: &Scenario, condition: &str, answer: Answer) -> Weighing {
    let scenario = answered(scenario, condition, answer);
    weigh(&scenario, &evaluate(&scenario))
}

/// The side of the option that is recommended.
fn side_of(scenario: &Scenario, weighing: &Weighing) -> Favours {
    let best = scenario.option(&weighing.best().unwrap().id).unwrap();
    if best.model.as_ref().unwrap().open_weights {
        OpenWeights
    } else {
        Proprietary
    }
}

/// Side, option and margin, for the table of a test run.
fn row(scenario: &Scenario, weighing: &Weighing) -> String {
    let side = side_of(scenario, weighing).key();
    let best = &weighing.best().unwrap().id;
    let out = weighing.options.iter();
    let out = out
        .filter(|option| option.closed().next().is_some())
        .count();
    match weighing.margin_usd() {
        Some(margin) => format!("{side}: {best} by {margin:.0} USD, {out} out"),
        None => format!("{side}: {best}, {out} out"),
    }
}

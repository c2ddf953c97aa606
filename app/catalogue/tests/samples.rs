//! The sample scenarios open, compute at once, and show what they are there to show.
#![allow(clippy::unwrap_used)]

use weighbridge_catalogue::scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::OptionId;
use weighbridge_engine::{Outcome, Scenario, capability, evaluate};

const SAMPLES: [(&str, &str); 12] = [
    (
        "support-assistant",
        include_str!("../../../presets/scenarios/support-assistant.weighbridge.ron"),
    ),
    (
        "llama-405b-vs-gpt-4o",
        include_str!("../../../presets/scenarios/llama-405b-vs-gpt-4o.weighbridge.ron"),
    ),
    (
        "cypher-2023",
        include_str!("../../../presets/scenarios/cypher-2023.weighbridge.ron"),
    ),
    (
        "permutable-in-house",
        include_str!("../../../presets/scenarios/permutable-in-house.weighbridge.ron"),
    ),
    (
        "code-with-search",
        include_str!("../../../presets/scenarios/code-with-search.weighbridge.ron"),
    ),
    (
        "laptop-summaries",
        include_str!("../../../presets/scenarios/laptop-summaries.weighbridge.ron"),
    ),
    (
        "condition-specialised-customisation",
        include_str!(
            "../../../presets/scenarios/condition-specialised-customisation.weighbridge.ron"
        ),
    ),
    (
        "condition-strong-team",
        include_str!("../../../presets/scenarios/condition-strong-team.weighbridge.ron"),
    ),
    (
        "condition-data-sovereignty",
        include_str!("../../../presets/scenarios/condition-data-sovereignty.weighbridge.ron"),
    ),
    (
        "condition-immediate-deployment",
        include_str!("../../../presets/scenarios/condition-immediate-deployment.weighbridge.ron"),
    ),
    (
        "condition-vendor-support",
        include_str!("../../../presets/scenarios/condition-vendor-support.weighbridge.ron"),
    ),
    (
        "condition-existing-ecosystem",
        include_str!("../../../presets/scenarios/condition-existing-ecosystem.weighbridge.ron"),
    ),
];

fn catalogue() -> Catalogue {
    weighbridge_catalogue::built_in().unwrap().0
}

fn sample(name: &str) -> (Scenario, Outcome) {
    let (_, text) = SAMPLES.iter().find(|(known, _)| *known == name).unwrap();
    let read = scenario::read(name, text, &catalogue());
    let file = read.unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{name}\n{}", faults.join("\n"))
    });
    assert_eq!(file.doubts, [], "{name}");
    let outcome = evaluate(&file.scenario);
    (file.scenario, outcome)
}

#[test]
fn records_out_of_force_and_later_cases_are_doubts() {
    let case = |date: &str, price: &str, rent: &str| {
        let text = format!(
            r#"(version: 2, question: (title: "t", date: "{date}"), options: [
    (id: "a", plan: ProprietaryApi(price: "{price}")),
    (id: "b", model: "llama-3.1-8b-instruct", plan: RentedGpu(rent: "{rent}", weight_format: "BF16")),
])"#
        );
        let file = scenario::read("f", &text, &catalogue()).unwrap();
        let doubts: Vec<String> = file.doubts.iter().map(ToString::to_string).collect();
        doubts
    };
    let (first, second) = (
        "openai/gpt-5.6-sol/2026-08-21",
        "google/gemini-3.8-flash/2027-01-01",
    );
    let rent = "semianalysis-index/h100-sxm/on-demand/2024-10";
    assert_eq!(
        case("2026-11-24", first, rent),
        [
            "f:2:36: options[0].plan.price: this ended at 2026-11-21, and the case is of 2026-11-24",
            "f:3:63: options[1].plan.rent: this ended at 2025-06, and the case is of 2026-11-24",
        ]
    );
    assert_eq!(
        case("2024-11", second, rent),
        ["f:2:36: options[0].plan.price: this begins at 2027-01-01, and the case is of 2024-11"]
    );
    assert_eq!(
        case("2027-02-01", second, "hyperstack/h100-sxm/on-demand"),
        ["f:1:37: question.date: the catalogue ends at 2026-11-24: prices are the last known"]
    );
}

fn get(outcome: &Outcome, id: &str, measure: Measure) -> f64 {
    outcome
        .option(&OptionId::parse(id).unwrap())
        .unwrap()
        .get(measure)
        .unwrap()
}

#[test]
fn every_sample_opens_and_every_option_has_a_cost() {
    for (name, _) in SAMPLES {
        let (scenario, outcome) = sample(name);
        println!("{name}");
        for option in &outcome.options {
            println!(
                "  {:16} NPV {:>12.0}  month {:>10.0}  per M {:>9.3}  per solved {:>9.5?}  replicas {:?}  use {:.3?}  tok/s {:.0?}  TTFT {:.2?}  TPOT {:.4?}",
                option.id.as_str(),
                option.get(Measure::NetPresentValue).unwrap(),
                option.get(Measure::AverageMonthlyCost).unwrap(),
                option.get(Measure::PerMillionTokens).unwrap(),
                option.get(Measure::PerSolvedTask),
                option.get(Measure::ReplicasLastMonth),
                option.get(Measure::Utilisation),
                option.get(Measure::TokensPerSecond),
                option.get(Measure::TimeToFirstToken),
                option.get(Measure::TimePerOutputToken),
            );
            assert!(option.is_feasible(), "{name}: {}", option.name);
        }
        for finding in &outcome.findings {
            println!("    {finding:?}");
        }
        for column in capability::columns(&scenario).iter().take(3) {
            println!(
                "    {} open {} closed {}",
                column.column.key(),
                column.open,
                column.closed
            );
        }
        assert!(outcome.options.len() >= 2);
    }
}

#[test]
fn cypher_pays_240_times_for_a_gpu_that_waits() {
    let (_, outcome) = sample("cypher-2023");
    let rented = get(&outcome, "rented", Measure::AverageMonthlyCost);
    let api = get(&outcome, "api", Measure::AverageMonthlyCost);
    assert_eq!(rented, 1200.0);
    assert!(
        (rented / api / 240.0 - 1.0).abs() < 0.05,
        "{}",
        rented / api
    );
    assert!(get(&outcome, "rented", Measure::Utilisation) < 0.01);
}

#[test]
fn permutable_pays_a_twentieth_in_house() {
    let (_, outcome) = sample("permutable-in-house");
    let api = get(&outcome, "api", Measure::AverageMonthlyCost) * 12.0;
    let own = get(&outcome, "in-house", Measure::AverageMonthlyCost) * 12.0;
    assert!((api / 1e6 - 1.0).abs() < 0.1, "{api}");
    assert!(
        (15.0..25.0).contains(&(api / own)),
        "{api} / {own} = {}",
        api / own
    );
}

#[test]
fn the_support_assistant_compares_open_and_closed_in_one_table() {
    let (scenario, _) = sample("support-assistant");
    let first = &capability::columns(&scenario)[0];
    assert!(first.open > 0 && first.closed > 0, "{first:?}");
}

#[test]
fn a_saved_sample_computes_the_same_under_an_empty_catalogue() {
    for (name, _) in SAMPLES {
        let (before, outcome) = sample(name);
        let empty = Catalogue::new(catalogue().date(), Default::default());
        let again = scenario::read(name, &scenario::write(&before), &empty)
            .unwrap()
            .scenario;
        assert_eq!(before, again, "{name}");
        let same = evaluate(&again);
        for (one, other) in outcome.options.iter().zip(&same.options) {
            let npv = |option: &weighbridge_engine::outcome::OptionOutcome| {
                option.get(Measure::NetPresentValue).map(f64::to_bits)
            };
            assert_eq!(npv(one), npv(other), "{name}: {}", one.name);
        }
    }
}

#[test]
fn nothing_changed_in_a_sample_that_was_just_made() {
    for (name, _) in SAMPLES {
        let (scenario, _) = sample(name);
        let changes = weighbridge_engine::compose::changes(&scenario, &catalogue());
        assert!(changes.is_empty(), "{name}: {changes:#?}");
    }
}

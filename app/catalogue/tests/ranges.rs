//! Ranges and sampling in scenario files: read, written, and refused with a place and a cause.
#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use weighbridge_catalogue::scenario::{read, write};
use weighbridge_catalogue::{Fault, FaultKind};
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::{AssumptionGroup, Catalogue};
use weighbridge_engine::figure::{Range, RangeReading, RangeShape};
use weighbridge_engine::scenario::{Correlation, Sampling, SamplingMethod};
use weighbridge_engine::uncertainty::{Settings, draw};
use weighbridge_units::Describe;

/// The built-in presets.
static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| weighbridge_catalogue::built_in().unwrap().0);

/// A file whose workload and sampling are given.
fn file(workload: &str, sampling: &str) -> String {
    format!(
        "(\n    version: 2,\n    question: (title: \"T\", date: \"2026-11\"),\n    workload: (\n        {workload}\n    ),\n    {sampling}\n)"
    )
}

fn faults(workload: &str, sampling: &str) -> Vec<Fault> {
    read("f", &file(workload, sampling), &CATALOGUE).unwrap_err()
}

fn range_of(scenario: &Scenario) -> Range {
    scenario.workload.requests_per_month.range.clone().unwrap()
}

#[test]
fn every_shape_is_read_written_and_drawn_from() {
    let shapes = [
        ("low: 1e5, high: 4e6", RangeShape::Usual),
        ("low: 1e5, high: 4e6, shape: Usual", RangeShape::Usual),
        ("low: 1e5, high: 4e6, shape: Uniform", RangeShape::Uniform),
        (
            "low: 1e5, high: 4e6, shape: Triangular",
            RangeShape::Triangular,
        ),
        ("low: 1e5, high: 4e6, shape: Pert", RangeShape::Pert),
        ("low: 1e5, high: 4e6, shape: Normal", RangeShape::Normal),
        (
            "low: 1e5, high: 4e6, shape: Lognormal",
            RangeShape::Lognormal,
        ),
        ("low: 1e5, high: 4e6, shape: Trigen", RangeShape::Trigen),
        (
            "cases: [(value: 4e6, chance: 0.25), (value: 1e5, chance: 0.75)]",
            RangeShape::Cases(vec![(4e6, 0.25), (1e5, 0.75)]),
        ),
        (
            "low: 1e5, high: 4e6, shape: Cases, cases: [(value: 1e5, chance: 0.5), (value: 4e6, chance: 0.5)]",
            RangeShape::Cases(vec![(1e5, 0.5), (4e6, 0.5)]),
        ),
    ];
    for (words, shape) in shapes {
        for (more, reading) in [
            ("", RangeReading::Percentiles10And90),
            (", reading: Bounds", RangeReading::Bounds),
        ] {
            if reading == RangeReading::Bounds && !shape.takes_bounds() {
                continue;
            }
            let figure = format!(
                "requests_per_month: (value: 1e6, range: ({words}{more}, quantity: \"q\")),"
            );
            let scenario = read("f", &file(&figure, ""), &CATALOGUE).unwrap().scenario;
            let range = range_of(&scenario);
            let expected = Range {
                shape: shape.clone(),
                quantity: Some("q".to_owned()),
                ..Range::new(1e5, 4e6, reading)
            };
            assert_eq!(range, expected);
            let again = read("f", &write(&scenario), &CATALOGUE).unwrap().scenario;
            assert_eq!(again, scenario);
            let settings = Settings {
                draws: 16,
                ..Settings::default()
            };
            let draws = draw(&scenario, settings).unwrap();
            assert!(draws.quantities.iter().any(|one| one.stream == "q"));
        }
    }
}

#[test]
fn bad_ranges_are_named_at_their_field_with_their_cause() {
    let cases = [
        (
            "low: 2e6, high: 1e6",
            "fault-range-high-below-low-percentiles",
        ),
        (
            "low: 2e6, high: 1e6, reading: Bounds",
            "fault-range-high-below-low-bounds",
        ),
        (
            "low: 1e5, high: 9e5",
            "fault-range-figure-above-high-percentiles",
        ),
        (
            "low: 1.5e6, high: 2e6, reading: Bounds",
            "fault-range-figure-below-low-bounds",
        ),
        (
            "low: 0, high: 2e6, shape: Lognormal",
            "fault-range-not-positive",
        ),
        (
            "low: 1, high: 2e6, shape: Lognormal, reading: Bounds",
            "fault-range-needs-percentiles-lognormal",
        ),
        (
            "low: 1, high: 2e6, shape: Normal, reading: Bounds",
            "fault-range-needs-percentiles-normal",
        ),
        (
            "low: 1, high: 2e6, shape: Trigen, reading: Bounds",
            "fault-range-needs-percentiles-trigen",
        ),
        (
            "cases: [(value: 1e6, chance: 0.5), (value: 2e6, chance: 0.6)]",
            "fault-range-chances-sum",
        ),
        (
            "cases: [(value: 1e6, chance: -0.5), (value: 2e6, chance: 1.5)]",
            "fault-range-negative-chance",
        ),
        ("cases: []", "fault-range-no-cases"),
        (
            "low: 0, cases: [(value: 1e6, chance: 0.5), (value: 2e6, chance: 0.5)]",
            "fault-range-cases-ends",
        ),
    ];
    for (words, key) in cases {
        let figure = format!("requests_per_month: (value: 1e6, range: ({words})),");
        let found = faults(&figure, "");
        assert_eq!(found.len(), 1, "{words}: {found:?}");
        assert_eq!(found[0].kind.message().key, key, "{words}");
        assert_eq!(found[0].place.line, 5, "{words}");
        let field = found[0].field.as_deref().unwrap();
        assert!(field.starts_with("workload.requests_per_month"), "{field}");
    }
    let others = [
        ("low: -1, high: 2e6", "fault-out-of-range"),
        ("low: 1, high: 1e15", "fault-out-of-range"),
        ("cases: [(value: -1, chance: 1)]", "fault-out-of-range"),
        ("high: 2e6", "fault-missing-key"),
        ("shape: Cases", "fault-missing-key"),
        ("low: 1, high: 2e6, shape: Bell", "fault-unknown-name"),
        ("low: 1, high: 2e6, quantity: \"\"", "fault-empty-text"),
        (
            "low: 1e6, high: 1e6, shape: Pert, cases: [(value: 1e6, chance: 1)]",
            "fault-exclusive",
        ),
    ];
    for (words, key) in others {
        let figure = format!("requests_per_month: (value: 1e6, range: ({words})),");
        let found = faults(&figure, "");
        let keys: Vec<_> = found.iter().map(|fault| fault.kind.message().key).collect();
        assert!(keys.contains(&key.into()), "{words}: {keys:?}");
    }
}

#[test]
fn sampling_is_read_and_written() {
    let words = r#"sampling: (
        draws: 4_096,
        seed: 18_446_744_073_709_551_615,
        method: "sobol",
        dimensions: ["workload.users", "a#base"],
        correlations: [(first: "workload.users", second: "a#base", rank: -0.4)],
    ),"#;
    let scenario = read("f", &file("", words), &CATALOGUE).unwrap().scenario;
    let expected = Sampling {
        draws: 4_096,
        seed: u64::MAX,
        method: SamplingMethod::Sobol,
        dimensions: vec!["workload.users".to_owned(), "a#base".to_owned()],
        correlations: vec![Correlation {
            first: "workload.users".to_owned(),
            second: "a#base".to_owned(),
            rank: -0.4,
        }],
    };
    assert_eq!(scenario.sampling, expected);
    let written = write(&scenario);
    let again = read("f", &written, &CATALOGUE).unwrap().scenario;
    assert_eq!(again.sampling, expected);
    let usual = read("f", &file("", ""), &CATALOGUE).unwrap().scenario;
    assert_eq!(usual.sampling, Sampling::default());
    assert!(!write(&usual).contains("sampling"));
}

#[test]
fn bad_sampling_is_named() {
    let cases = [
        ("draws: 1", "fault-out-of-range"),
        ("draws: 1_000_001", "fault-out-of-range"),
        ("seed: -1", "fault-wrong-type"),
        ("method: \"dice\"", "fault-unknown-name"),
        ("dimensions: [\"a\", \"b\", \"a\"]", "fault-duplicate-id"),
        ("dimensions: [\"\"]", "fault-empty-text"),
        (
            "correlations: [(first: \"a\", second: \"b\")]",
            "fault-missing-key",
        ),
        (
            "correlations: [(first: \"a\", second: \"b\", rank: 1)]",
            "fault-correlation-out-of-range",
        ),
        (
            "correlations: [(first: \"a\", second: \"a\", rank: 0.1)]",
            "fault-correlation-same",
        ),
        (
            "correlations: [(first: \"a\", second: \"b\", rank: 0.1), (first: \"b\", second: \"a\", rank: 0.2)]",
            "fault-correlation-twice",
        ),
        (
            "correlations: [(first: \"a\", second: \"b\", rank: 0.9), (first: \"b\", second: \"c\", rank: 0.9)]",
            "fault-correlation-three-pairs",
        ),
    ];
    for (words, key) in cases {
        let found = faults("", &format!("sampling: ({words}),"));
        assert_eq!(found.len(), 1, "{words}: {found:?}");
        assert_eq!(found[0].kind.message().key, key, "{words}");
        let field = found[0].field.as_deref().unwrap();
        assert!(field.starts_with("sampling."), "{field}");
    }
    // A pair that is wrong by itself is named there, and only there.
    let words = "sampling: (correlations: [(first: \"a\", second: \"b\", rank: 0.9), (first: \"b\", second: \"c\", rank: 7)]),";
    let found = faults("", words);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].field.as_deref(), Some("sampling.correlations[1]"));
    assert!(matches!(found[0].kind, FaultKind::Correlation(_)));
}

#[test]
fn the_same_work_in_presets_has_the_same_figures() {
    let mut shared = 0;
    let groups = AssumptionGroup::ALL.iter();
    let all: Vec<_> = groups
        .flat_map(|group| CATALOGUE.assumptions(*group))
        .collect();
    for one in &all {
        for other in &all {
            if one.id < other.id && one.quantity.is_some() && one.quantity == other.quantity {
                shared += 1;
                assert_eq!(
                    (one.base, one.range, one.unit),
                    (other.base, other.range, other.unit),
                    "{} {}",
                    one.id,
                    other.id
                );
            }
        }
    }
    assert!(shared >= 10);
}

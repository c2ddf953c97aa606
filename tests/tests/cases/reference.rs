//! Every open reference case of a supported method holds, and the runner notices when one does not.

use serde_json::{Value, json};
use weighbridge_tests::reference_cases::{
    Case, CaseError, Report, Tolerance, Verdict, judge, method, read_cases, supported_methods,
};

/// The cases that are open to everybody.
const OPEN: &str = include_str!("../../cases/reference/cases_open.json");

#[test]
fn every_open_case_of_a_supported_method_passes() {
    let mut report = Report::default();
    for case in &read_cases(OPEN).unwrap() {
        report.add(case);
    }
    assert_eq!(report.failures(), Vec::<String>::new(), "{report}");
    assert!(report.passed() > 0);
}

#[test]
fn every_supported_method_has_an_open_case() {
    let cases: Vec<Case> = read_cases(OPEN)
        .unwrap()
        .into_iter()
        .collect::<Result<_, CaseError>>()
        .unwrap();
    for name in supported_methods() {
        assert!(cases.iter().any(|case| case.method == name), "{name}");
        assert!(method(name).is_some());
    }
}

/// Each expected value of each case is made wrong in turn, and the case must then fail.
#[test]
fn a_wrong_expectation_is_reported() {
    let mut spoiled_cases = 0;
    for case in read_cases(OPEN).unwrap() {
        let case = case.unwrap();
        if method(&case.method).is_none() || case.method == MEASURED {
            continue;
        }
        for key in case.expected.keys() {
            let mut spoiled = case.clone();
            spoiled.expected[key] = spoil(&case.expected[key], case.tolerance);
            let Verdict::Failed(found) = judge(&spoiled) else {
                panic!("{} passes with a wrong {key}", case.id);
            };
            assert!(found[0].starts_with(key.as_str()), "{found:?}");
            spoiled_cases += 1;
        }
        let mut asks_for_more = case.clone();
        asks_for_more
            .expected
            .insert("another".to_owned(), json!(1));
        assert_eq!(
            judge(&asks_for_more),
            Verdict::Failed(vec!["another is missing".to_owned()])
        );
    }
    assert!(spoiled_cases > 100, "{spoiled_cases}");
}

#[test]
fn the_report_names_what_failed_and_ends_with_the_counts() {
    let text = json!([
        {"id": "good", "method": "npv", "inputs": {"annual_rate": 0.0, "cashflows": [1, 2]},
         "expected": {"npv": 3.0}, "tolerance": {"abs": 0, "rel": 0}},
        {"id": "bad", "method": "npv", "inputs": {"annual_rate": 0.0, "cashflows": [1, 2]},
         "expected": {"npv": 4.0}, "tolerance": {"abs": 0.1, "rel": 0}},
        {"id": "impossible", "method": "npv", "inputs": {"annual_rate": -1.0, "cashflows": [1, 2]},
         "expected": {"npv": 4.0}, "tolerance": {"abs": 0.1, "rel": 0}},
        {"id": "later", "method": "crystal_ball", "inputs": {}, "expected": {"x": 1},
         "tolerance": {"abs": 0, "rel": 0}},
        {"id": "broken"}
    ])
    .to_string();
    let mut report = Report::default();
    for case in &read_cases(&text).unwrap() {
        report.add(case);
    }
    let lines: Vec<String> = report.to_string().lines().map(str::to_owned).collect();
    assert_eq!(
        lines,
        [
            "FAILED bad (npv): npv is 3.0, expected 4.0",
            "FAILED impossible (npv): the annual rate must be above -100 %, not -1",
            "FAILED case broken has no \"tolerance\"",
            "(unreadable): 0 passed, 1 failed",
            "npv: 1 passed, 2 failed",
            "unsupported methods: crystal_ball (1)",
            "1 passed, 3 failed, 1 unsupported",
        ]
    );
}

/// Of a measured ratio only an upper bound is required, and other expected values are information.
#[test]
fn a_bound_is_met_from_below_and_nothing_else_of_its_case_counts() {
    let case = read_cases(OPEN)
        .unwrap()
        .into_iter()
        .map(Result::unwrap)
        .find(|case| case.method == MEASURED)
        .unwrap();
    let with = |key: &str, value: Value| {
        let mut changed = case.clone();
        changed.expected.insert(key.to_owned(), value);
        judge(&changed)
    };
    for (key, value) in [
        ("rmse_lhs_measured", json!(0.0)),
        ("another", json!(1)),
        ("max_ratio_lhs_over_mc", json!(1.0)),
    ] {
        assert_eq!(with(key, value), Verdict::Passed, "{key}");
    }
    let Verdict::Failed(found) = with("max_ratio_lhs_over_mc", json!(0.001)) else {
        panic!("a ratio far above its bound passes");
    };
    assert!(
        found[0].starts_with("max_ratio_lhs_over_mc is 0.0"),
        "{found:?}"
    );
}

/// A method whose results are measured.
const MEASURED: &str = "lhs_efficiency";

/// Another value of the same kind, beyond the tolerance.
fn spoil(value: &Value, tolerance: Tolerance) -> Value {
    match value {
        Value::Null => json!(1.0),
        Value::Bool(truth) => json!(!truth),
        Value::String(text) => json!(format!("not {text}")),
        Value::Number(number) if number.is_f64() => {
            let value = number.as_f64().unwrap();
            // What comes out may be off by the tolerance one way, and the bound moves the other.
            let off = tolerance.absolute + tolerance.relative * value.abs();
            json!(value * 1.001 + 0.001 + 3.0 * off)
        }
        // A result that is no count is compared within the tolerance, even where a whole number is
        // expected.
        Value::Number(number) => {
            let beyond = 1 + (3.0 * tolerance.absolute) as i64;
            json!(number.as_i64().unwrap() + beyond)
        }
        Value::Array(list) if list.is_empty() => json!([1.0]),
        Value::Array(list) => {
            let mut list = list.clone();
            list[0] = spoil(&list[0], tolerance);
            Value::Array(list)
        }
        Value::Object(map) => {
            let mut map = map.clone();
            for value in map.values_mut() {
                *value = spoil(value, tolerance);
            }
            Value::Object(map)
        }
    }
}

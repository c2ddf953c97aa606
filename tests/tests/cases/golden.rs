//! Figures known from outside, through the same door as the command line.
//!
//! `tests/cases/expected.json` says which case gives which figure, how closely, and whence it is known.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use weighbridge_desktop::headless::execute;
use weighbridge_desktop::surroundings::Surroundings;
use weighbridge_text::{Locale, Text};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// The document that `evaluate FILE --json --set …` prints.
fn evaluate(case: &str, settings: &[&str]) -> Value {
    let file = folder().join(format!("{case}.weighbridge.ron"));
    let mut arguments: Vec<OsString> = vec![
        "weighbridge".into(),
        "evaluate".into(),
        file.into(),
        "--json".into(),
    ];
    for setting in settings {
        arguments.extend(["--set".into(), setting.into()]);
    }
    let surroundings = Surroundings {
        text: Text::new(Locale::En),
        today: "2026-11-24".parse().unwrap(),
    };
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let status = execute(arguments, surroundings, &mut output, &mut errors);
    assert_eq!(status, 0, "{case}: {}", String::from_utf8_lossy(&errors));
    serde_json::from_slice(&output).unwrap()
}

/// The figure of a name such as `hosted.npv_usd` or `hosted.lines.people`.
fn figure(document: &Value, name: &str) -> f64 {
    let (option, key) = name.split_once('.').unwrap();
    let options = document["options"].as_array().unwrap();
    let option = options
        .iter()
        .find(|own| own["id"] == option)
        .unwrap_or_else(|| panic!("no option of {name}"));
    let value = match key.strip_prefix("lines.") {
        Some(line) => &option["lines_usd"][line],
        None => &option["results"][key],
    };
    value.as_f64().unwrap_or_else(|| panic!("no figure {name}"))
}

#[test]
fn figures_known_from_outside_come_out() {
    let expected: Value =
        serde_json::from_str(&fs::read_to_string(folder().join("expected.json")).unwrap()).unwrap();
    let mut failures = Vec::new();
    let mut used = BTreeSet::new();
    for row in expected["figures"].as_array().unwrap() {
        let case = row["case"].as_str().unwrap();
        used.insert(case.to_owned());
        let settings = row.get("set").map_or_else(Vec::new, |set| {
            set.as_array()
                .unwrap()
                .iter()
                .map(|setting| setting.as_str().unwrap())
                .collect()
        });
        let document = evaluate(case, &settings);
        let name = row["name"].as_str().unwrap();
        let mut found = figure(&document, name);
        if let Some(over) = row.get("over") {
            found /= figure(&document, over.as_str().unwrap());
        }
        assert!(
            row["source"]
                .as_str()
                .is_some_and(|source| !source.is_empty()),
            "{case} {name} names no source"
        );
        let holds = match row.get("below") {
            Some(below) => found < below.as_f64().unwrap(),
            None => {
                let wanted = row["expected"].as_f64().unwrap();
                (found - wanted).abs() <= wanted.abs() * row["relative"].as_f64().unwrap()
            }
        };
        if !holds {
            failures.push(format!("{case} {settings:?} {name}: {found}, but {row}"));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
    let files: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .filter_map(|entry| {
            entry
                .unwrap()
                .file_name()
                .to_str()?
                .strip_suffix(".weighbridge.ron")
                .map(str::to_owned)
        })
        .collect();
    assert_eq!(used, files, "every case has a figure that it must give");
}

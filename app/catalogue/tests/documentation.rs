//! Holds `docs/presets.md` to what the reader accepts.
#![allow(clippy::unwrap_used)]

use weighbridge_catalogue::{FaultKind, PresetFile, load_built_in};

const PAGE: &str = include_str!("../../../docs/presets.md");

/// One record of every kind, with a key that no record has and a name that no key allows.
const WRONG: &str = r#"[
    Nothing(),
    Provider(nothing: 0, class: Nothing, quality: Nothing),
    Model(nothing: 0, weights: Nothing, native_format: Nothing,
        licence: (nothing: 0, commercial_use: Nothing, clauses: [Nothing]),
        architecture: (nothing: 0, attention: Nothing, experts: (nothing: 0))),
    ApiPrice(nothing: 0, kind: Nothing, tiers: [(nothing: 0)]),
    Hardware(nothing: 0, class: Nothing),
    Rent(nothing: 0, term: Nothing),
    Benchmark(nothing: 0, task: Nothing),
    ScoreGroup(nothing: 0, harness: Nothing),
    Score(nothing: 0, reporter_kind: Nothing),
    Assumption(nothing: 0, group: Nothing, unit: Nothing, reading: Nothing),
    Catalogue(nothing: 0),
]"#;

/// Formats for files on laptops, which no preset uses as its native format.
const LEFT_OUT: [&str; 7] = ["Q8_0", "Q6K", "Q5KM", "Q4KM", "Q4_0", "Q3KM", "Q2K"];

#[test]
fn every_key_and_name_stands_in_the_page() {
    let loaded = load_built_in(
        &[PresetFile {
            path: "f".to_owned(),
            text: WRONG,
        }],
        None,
    );
    let mut checked = 0;
    for fault in &loaded.faults {
        let (FaultKind::UnknownKey { allowed, .. }
        | FaultKind::UnknownName { allowed, .. }
        | FaultKind::UnknownRecord { allowed, .. }) = &fault.kind
        else {
            continue;
        };
        for name in allowed
            .iter()
            .filter(|name| !LEFT_OUT.contains(&name.as_str()))
        {
            let is_there = PAGE
                .match_indices(name.as_str())
                .any(|(at, _)| PAGE[..at].ends_with(['`', ' ', '(']));
            assert!(is_there, "{name} of {fault} is not described");
            checked += 1;
        }
    }
    assert!(checked > 150, "only {checked} names were found");
}

#[test]
fn the_examples_can_be_read() {
    let mut examples = 0;
    for block in PAGE
        .split("```ron\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
    {
        let block = block.replace("    Model(id: \"acme-1\", …),\n", "");
        let list = if block.trim_start().starts_with('[') {
            block
        } else {
            format!("[{block}]")
        };
        let text = list.replacen('[', "[Catalogue(date: \"2026-11-24\"), ", 1);
        let loaded = load_built_in(
            &[PresetFile {
                path: "f".to_owned(),
                text: &text,
            }],
            None,
        );
        assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
        examples += 1;
    }
    assert_eq!(examples, 2);
}

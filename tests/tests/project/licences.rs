//! Everything we build on may be used under MIT or Apache-2.0 terms, and comes from crates.io.
//!
//! `.deny.toml` says the same to cargo-deny, which `tests/heavy` runs where it is installed.

use std::collections::BTreeSet;

use crate::expression::Expression;
use crate::workspace::{Packages, root};

/// Licences that ask for no more than a notice, or for nothing.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Additions to a licence that only permit more.
const ALLOWED_ADDITIONS: &[&str] = &["LLVM-exception"];

/// Licences of fonts, which are data and stand beside our code.
const ALLOWED_FOR_FONTS: &[&str] = &["OFL-1.1", "Ubuntu-font-1.0"];

/// Packages that are used although their licence is not in the list: name, licence, reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "option-ext",
        "MPL-2.0",
        "used unchanged by `directories`; its terms hold for its own files only",
    ),
    (
        "colored",
        "MPL-2.0",
        "used unchanged by `egui_kittest` in tests; no part of the program",
    ),
];

const SOURCE: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[test]
fn every_licence_is_permitted() {
    let mut faults = Vec::new();
    for package in Packages::read().all() {
        let Some(licence) = &package.licence else {
            faults.push(format!(
                "{} {} names no licence",
                package.name, package.version
            ));
            continue;
        };
        let excepted = EXCEPTIONS
            .iter()
            .any(|(name, terms, _)| *name == package.name && terms == licence);
        let permitted = Expression::parse(licence).is_some_and(|terms| terms.holds(&is_permitted));
        if !excepted && !permitted {
            faults.push(format!("{} {}: {licence}", package.name, package.version));
        }
    }
    assert!(faults.is_empty(), "not permitted: {faults:#?}");
}

fn is_permitted(licence: &str, addition: Option<&str>) -> bool {
    (ALLOWED.contains(&licence) || ALLOWED_FOR_FONTS.contains(&licence))
        && addition.is_none_or(|addition| ALLOWED_ADDITIONS.contains(&addition))
}

#[test]
fn every_exception_is_needed() {
    let packages = Packages::read();
    for (name, licence, reason) in EXCEPTIONS {
        let used = packages
            .all()
            .any(|package| package.name == *name && package.licence.as_deref() == Some(licence));
        assert!(
            used,
            "no package {name} under {licence} is left; “{reason}” excuses nothing"
        );
    }
}

#[test]
fn everything_comes_from_crates_io() {
    let packages = Packages::read();
    let elsewhere: Vec<String> = packages
        .all()
        .filter(|package| {
            package
                .source
                .as_deref()
                .is_some_and(|source| source != SOURCE)
        })
        .map(|package| format!("{} from {:?}", package.name, package.source))
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
}

#[test]
fn our_own_packages_are_under_both_licences() {
    for package in Packages::read().all().filter(|package| package.is_ours()) {
        assert_eq!(
            package.licence.as_deref(),
            Some("MIT OR Apache-2.0"),
            "{}",
            package.name
        );
    }
    for (file, words) in [
        ("LICENSE-MIT", "MIT License"),
        ("LICENSE-APACHE", "Apache License"),
    ] {
        let text = std::fs::read_to_string(root().join(file)).unwrap();
        assert!(text.contains(words), "{file} is not the {words}");
    }
}

/// The list here and the one that cargo-deny reads are the same list.
#[test]
fn cargo_deny_is_told_the_same() {
    let settings = std::fs::read_to_string(root().join(".deny.toml")).unwrap();
    let allow = settings
        .split_once("\nallow = [")
        .unwrap()
        .1
        .split_once(']')
        .unwrap()
        .0;
    let told: BTreeSet<&str> = allow.split('"').skip(1).step_by(2).collect();
    let mut here: BTreeSet<String> = ALLOWED
        .iter()
        .map(|licence| (*licence).to_owned())
        .collect();
    here.extend(
        ALLOWED_FOR_FONTS
            .iter()
            .map(|licence| (*licence).to_owned()),
    );
    for addition in ALLOWED_ADDITIONS {
        here.insert(format!("Apache-2.0 WITH {addition}"));
    }
    assert_eq!(told, here.iter().map(String::as_str).collect());
    for (name, _, _) in EXCEPTIONS {
        assert!(
            settings.contains(&format!("crate = \"{name}\"")),
            ".deny.toml does not except {name}"
        );
    }
}

#[test]
fn licence_expressions_are_understood() {
    let cases = [
        ("MIT", true),
        ("MIT OR Apache-2.0", true),
        ("MIT/Apache-2.0", true),
        ("GPL-3.0-only", false),
        ("MIT OR GPL-3.0-only", true),
        ("MIT AND GPL-3.0-only", false),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND GPL-2.0-only", false),
        ("GPL-2.0-only OR MIT AND GPL-3.0-only", false),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0 WITH Some-exception", false),
    ];
    for (text, expected) in cases {
        let terms = Expression::parse(text).unwrap();
        assert_eq!(terms.holds(&is_permitted), expected, "{text}");
    }
    for text in ["", "MIT OR", "(MIT", "MIT Apache-2.0", "MIT WITH", "OR"] {
        assert!(Expression::parse(text).is_none(), "{text}");
    }
}

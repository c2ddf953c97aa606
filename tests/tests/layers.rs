//! The crates use each other as the table in ARCHITECTURE.md says, and nothing reaches what it must not.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod markdown;
mod workspace;

use std::collections::BTreeSet;

use markdown::{names, table};
use workspace::{Package, Packages, root};

const PREFIX: &str = "weighbridge-";

/// One row of the table.
struct Layer {
    /// The folder under `app/`.
    folder: String,
    /// Crates of ours it may use; nothing where it may use all of them.
    may_use: Option<BTreeSet<String>>,
    limit: Limit,
}

/// The last column.
enum Limit {
    /// Never these, not even through another crate.
    Never(Vec<String>),
    /// Directly, only these from outside.
    Only(Vec<String>),
}

fn layers() -> Vec<Layer> {
    let page = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows = table(&page, "crate");
    assert!(
        !rows.is_empty(),
        "ARCHITECTURE.md has no table whose first column is “crate”"
    );
    rows.iter()
        .map(|row| {
            let [folder, _, may_use, limit] = row.as_slice() else {
                panic!("a row with other than four columns: {row:?}");
            };
            Layer {
                folder: names(folder).pop().unwrap(),
                may_use: (may_use != "all").then(|| names(may_use).into_iter().collect()),
                limit: match limit.strip_prefix("anything but ") {
                    Some(only) => Limit::Only(names(only)),
                    None => Limit::Never(names(limit)),
                },
            }
        })
        .collect()
}

fn package<'a>(packages: &'a Packages, folder: &str) -> &'a Package {
    let name = format!("{PREFIX}{folder}");
    packages
        .ours(&name)
        .unwrap_or_else(|| panic!("ARCHITECTURE.md lists {folder}, which is no crate"))
}

#[test]
fn the_table_lists_every_crate_once() {
    let listed: Vec<String> = layers().into_iter().map(|layer| layer.folder).collect();
    let mut folders: Vec<String> = std::fs::read_dir(root().join("app"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().join("Cargo.toml").exists())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    folders.sort();
    let mut sorted = listed.clone();
    sorted.sort();
    assert_eq!(sorted, folders);
    let packages = Packages::read();
    for folder in &listed {
        package(packages, folder);
    }
}

#[test]
fn crates_use_only_what_the_table_allows() {
    let packages = Packages::read();
    let mut faults = Vec::new();
    for layer in layers() {
        let Some(may_use) = layer.may_use else {
            continue;
        };
        for used in packages.direct(package(packages, &layer.folder)) {
            let Some(name) = used.name.strip_prefix(PREFIX) else {
                continue;
            };
            if !may_use.contains(name) {
                faults.push(format!("{} uses {name}", layer.folder));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "beyond the table in ARCHITECTURE.md: {faults:#?}"
    );
}

#[test]
fn lower_rows_use_upper_rows() {
    let mut above = BTreeSet::new();
    for layer in layers() {
        for used in layer.may_use.iter().flatten() {
            assert!(
                above.contains(used),
                "{} may use {used}, which stands below it",
                layer.folder
            );
        }
        above.insert(layer.folder);
    }
}

#[test]
fn nothing_reaches_what_it_must_not() {
    let packages = Packages::read();
    let known: BTreeSet<&str> = packages
        .all()
        .map(|package| package.name.as_str())
        .collect();
    let mut faults = Vec::new();
    for layer in layers() {
        let here = package(packages, &layer.folder);
        match layer.limit {
            Limit::Never(never) => {
                for name in never {
                    // A name that nothing has would forbid nothing.
                    assert!(
                        known.contains(name.as_str()),
                        "{name} is no package of this workspace"
                    );
                    if let Some(way) = packages.way(here, &name) {
                        faults.push(way.join(" → "));
                    }
                }
            }
            Limit::Only(only) => {
                let direct = packages.direct(here);
                let outside = direct.iter().filter(|used| !used.is_ours());
                faults.extend(
                    outside
                        .filter(|used| !only.contains(&used.name))
                        .map(|used| format!("{} → {}", layer.folder, used.name)),
                );
            }
        }
    }
    assert!(
        faults.is_empty(),
        "forbidden by ARCHITECTURE.md: {faults:#?}"
    );
}

/// Nothing leaves the machine: nothing that speaks HTTP or TLS is part of the program.
///
/// D-Bus is: the screen reader's bridge and the file dialog talk to the desktop through it, on this
/// machine only.
#[test]
fn the_program_cannot_speak_to_the_network() {
    const SPEAKERS: &[&str] = &[
        "attohttpc",
        "curl",
        "ehttp",
        "h2",
        "hyper",
        "isahc",
        "minreq",
        "native-tls",
        "openssl",
        "quinn",
        "reqwest",
        "rustls",
        "surf",
        "tungstenite",
        "ureq",
        "webbrowser",
    ];
    let packages = Packages::read();
    let program = package(packages, "desktop");
    assert!(
        packages.way(program, "egui").is_some(),
        "the program is looked at from the wrong end"
    );
    let ways: Vec<String> = SPEAKERS
        .iter()
        .filter_map(|name| packages.way(program, name))
        .map(|way| way.join(" → "))
        .collect();
    assert!(ways.is_empty(), "{ways:#?}");
}

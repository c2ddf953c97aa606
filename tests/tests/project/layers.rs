//! The crates use each other as the table in ARCHITECTURE.md says, and nothing reaches what it must not.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::markdown::{names, table};
use crate::workspace::{Package, Packages, root};

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

/// What speaks to the network.
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

/// Nothing leaves the machine but what times an endpoint: what speaks HTTP or TLS is part of the
/// program through `latency` alone.
///
/// D-Bus is part of it too: the screen reader's bridge and the file dialog talk to the desktop
/// through it, on this machine only.
#[test]
fn the_network_is_reached_through_latency_alone() {
    let packages = Packages::read();
    let program = package(packages, "desktop");
    let latency = package(packages, "latency");
    assert!(
        packages.way(program, "egui").is_some(),
        "the program is looked at from the wrong end"
    );
    assert!(
        packages.way(program, "ureq").is_some(),
        "nothing reaches the network at all: say so in ARCHITECTURE.md again"
    );
    let mut ways = Vec::new();
    for layer in layers() {
        for used in packages.direct(package(packages, &layer.folder)) {
            // Ours are looked at in their own rows; `latency` itself may use what it uses.
            if used.is_ours() || layer.folder == "latency" {
                continue;
            }
            let itself = SPEAKERS.contains(&used.name.as_str());
            let further = SPEAKERS.iter().find_map(|name| packages.way(used, name));
            if itself || further.is_some() {
                let way = further.unwrap_or_else(|| vec![&used.name]);
                ways.push(format!("{} → {}", layer.folder, way.join(" → ")));
            }
        }
    }
    assert!(ways.is_empty(), "{ways:#?}");
    let spoken: Vec<&str> = packages
        .direct(latency)
        .into_iter()
        .map(|used| used.name.as_str())
        .filter(|name| SPEAKERS.contains(name))
        .collect();
    assert_eq!(spoken, ["rustls", "ureq"]);
}

/// In `latency` only `endpoint` uses the network, and nothing anywhere opens a connection by hand.
#[test]
fn only_the_endpoint_uses_the_network() {
    let words = [
        "ureq",
        "rustls",
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "ToSocketAddrs",
    ];
    let endpoint = root().join("app/latency/src/endpoint");
    let mut faults = Vec::new();
    let mut speaks = false;
    for folder in layers().iter().map(|layer| &layer.folder) {
        for file in sources(&root().join("app").join(folder).join("src")) {
            let text = std::fs::read_to_string(&file).unwrap();
            for word in words.iter().filter(|word| text.contains(**word)) {
                match file.starts_with(&endpoint) {
                    true => speaks = true,
                    false => faults.push(format!("{}: {word}", file.display())),
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(speaks, "the endpoint is looked for in the wrong place");
}

/// Every file of Rust below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

//! What the tests about the workspace itself share: its root, and what cargo knows of its packages.

#![allow(dead_code, reason = "each test uses its part")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

/// The top folder of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

static PACKAGES: LazyLock<Packages> = LazyLock::new(Packages::ask_cargo);

/// All packages that the workspace is built and tested with, on any platform.
pub(crate) struct Packages {
    by_id: BTreeMap<String, Package>,
}

/// One of them.
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// The licence expression as its author wrote it.
    pub(crate) licence: Option<String>,
    /// Where it was downloaded from; nothing for our own.
    pub(crate) source: Option<String>,
    /// What it names in its manifest, for the build and the tests too.
    pub(crate) named: BTreeSet<String>,
    /// What its compiled code uses directly, as ids.
    uses: BTreeSet<String>,
}

impl Packages {
    /// What cargo says, asked once.
    pub(crate) fn read() -> &'static Packages {
        &PACKAGES
    }

    fn ask_cargo() -> Packages {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--locked"])
            .current_dir(root())
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "cargo metadata failed: {errors}");
        let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
        let mut by_id: BTreeMap<String, Package> = array(&metadata["packages"])
            .map(|package| (text(&package["id"]), Package::from_value(package)))
            .collect();
        for node in array(&metadata["resolve"]["nodes"]) {
            let uses = array(&node["deps"])
                .filter(|dependency| {
                    array(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null())
                })
                .map(|dependency| text(&dependency["pkg"]))
                .collect();
            by_id.get_mut(&text(&node["id"])).unwrap().uses = uses;
        }
        assert!(
            by_id.len() > 20,
            "cargo knows only {} packages",
            by_id.len()
        );
        Packages { by_id }
    }

    /// Every package.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Package> {
        self.by_id.values()
    }

    /// Our own package of this name.
    pub(crate) fn ours(&self, name: &str) -> Option<&Package> {
        self.all()
            .find(|package| package.is_ours() && package.name == name)
    }

    /// The packages that the compiled code of `package` uses directly.
    pub(crate) fn direct(&self, package: &Package) -> Vec<&Package> {
        package.uses.iter().map(|id| &self.by_id[id]).collect()
    }

    /// How the compiled code of `package` comes to use the one called `name`: the names on the way.
    pub(crate) fn way<'a>(&'a self, package: &'a Package, name: &str) -> Option<Vec<&'a str>> {
        let mut seen = BTreeSet::new();
        let mut ways = vec![(package, vec![package.name.as_str()])];
        while let Some((here, way)) = ways.pop() {
            for next in self.direct(here) {
                let mut longer = way.clone();
                longer.push(&next.name);
                if next.name == name {
                    return Some(longer);
                }
                if seen.insert((&next.name, &next.version)) {
                    ways.push((next, longer));
                }
            }
        }
        None
    }
}

impl Package {
    fn from_value(package: &Value) -> Package {
        Package {
            name: text(&package["name"]),
            version: text(&package["version"]),
            licence: package["license"].as_str().map(str::to_owned),
            source: package["source"].as_str().map(str::to_owned),
            named: array(&package["dependencies"])
                .map(|dependency| text(&dependency["name"]))
                .collect(),
            uses: BTreeSet::new(),
        }
    }

    /// Whether it is a member of this workspace.
    pub(crate) fn is_ours(&self) -> bool {
        self.source.is_none()
    }
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

//! The papers agree with the repository: links lead somewhere, and every library has its reason.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::markdown::{names, table};
use crate::workspace::{Packages, root};

/// Every Markdown page of the repository.
fn pages() -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() && !matches!(name, "target" | ".git") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    assert!(pages.len() >= 5, "only {} pages found", pages.len());
    pages
}

/// The text of a page without its code, in which brackets mean something else.
fn prose(page: &str) -> String {
    let mut is_code = false;
    let mut prose = String::new();
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            prose.extend(line.split('`').step_by(2));
            prose.push('\n');
        }
    }
    prose
}

/// Where the links of a page lead.
fn links(page: &str) -> Vec<String> {
    let prose = prose(page);
    let targets = prose
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'));
    targets.map(|(target, _)| target.to_owned()).collect()
}

/// The names under which a page's headings can be linked to, as GitHub makes them.
fn anchors(page: &str) -> BTreeSet<String> {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            let kept = words
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            kept.map(|c| if c == ' ' { '-' } else { c }).collect()
        })
        .collect()
}

#[test]
fn every_relative_link_resolves() {
    let mut faults = Vec::new();
    let mut followed = 0;
    for page in pages() {
        let text = std::fs::read_to_string(&page).unwrap();
        for link in links(&text) {
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            followed += 1;
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if path.is_empty() {
                page.clone()
            } else {
                page.parent().unwrap().join(path)
            };
            let found = if anchor.is_empty() {
                target.exists()
            } else {
                std::fs::read_to_string(&target).is_ok_and(|text| anchors(&text).contains(anchor))
            };
            if !found {
                faults.push(format!("{}: {link}", shown(&page)));
            }
        }
    }
    assert!(followed > 0, "no page has a link");
    assert!(faults.is_empty(), "these lead nowhere: {faults:#?}");
}

fn shown(page: &Path) -> String {
    page.strip_prefix(root())
        .unwrap_or(page)
        .display()
        .to_string()
}

/// `docs/README.md` leads to every page beside it.
#[test]
fn the_index_of_docs_is_complete() {
    let folder = root().join("docs");
    let index = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let linked: BTreeSet<PathBuf> = links(&index).iter().map(|link| folder.join(link)).collect();
    let missing: Vec<String> = pages()
        .into_iter()
        .filter(|page| page.starts_with(&folder) && *page != folder.join("README.md"))
        .filter(|page| !linked.contains(page))
        .map(|page| shown(&page))
        .collect();
    assert!(missing.is_empty(), "not in docs/README.md: {missing:#?}");
}

/// The list of libraries in ARCHITECTURE.md gives a reason for each that a crate of ours names, and
/// lists no other.
#[test]
fn every_library_has_its_reason() {
    let page = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows = table(&page, "library");
    assert!(
        rows.iter()
            .all(|row| row.iter().all(|cell| !cell.is_empty())),
        "an empty cell: {rows:?}"
    );
    let listed: BTreeSet<String> = rows.iter().flat_map(|row| names(&row[0])).collect();
    let packages = Packages::read();
    let mut used = BTreeSet::new();
    for package in packages.all().filter(|package| package.is_ours()) {
        used.extend(
            package
                .named
                .iter()
                .filter(|name| packages.ours(name).is_none())
                .cloned(),
        );
    }
    let unexplained: Vec<&String> = used.difference(&listed).collect();
    let unused: Vec<&String> = listed.difference(&used).collect();
    assert!(
        unexplained.is_empty(),
        "no reason given in ARCHITECTURE.md: {unexplained:?}"
    );
    assert!(
        unused.is_empty(),
        "in ARCHITECTURE.md, but used by no crate: {unused:?}"
    );
}

#[test]
fn links_are_read_as_a_reader_sees_them() {
    let page = "See [a](b.md), [c](d.md#e-f) and `[no](code)`.\n```\n[no](fence)\n```\n![p](q.png)";
    assert_eq!(links(page), ["b.md", "d.md#e-f", "q.png"]);
    assert!(anchors("# One trip, through `it`").contains("one-trip-through-it"));
}

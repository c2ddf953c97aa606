//! Reads one value of a text into a type, and goes on after a fault.
//!
//! `ron` stops at the first fault.
//! Here the innermost field that it stopped at is blanked out (so that every place stays right)
//! and the value is read again, until nothing is left to complain about.

use ron::Options;
use ron::error::{Error, Position, SpannedError};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use crate::faults::{Expected, Fault, FaultKind};
use crate::spans::{Form, NodeId, Tree};

/// The most faults listed for one value.
const MAX_FAULTS: usize = 64;

/// How presets and scenarios are written: optional values without `Some(…)`.
pub fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// What could be read of a value.
#[derive(Debug)]
pub struct Reading<T> {
    /// The value, as far as it could be read: fields with faults are missing from it.
    /// Nothing where too much is missing.
    pub value: Option<T>,
    /// What is wrong, by path below the value, in the order of the text.
    pub faults: Vec<(NodeId, String, FaultKind)>,
}

/// Reads the value at `node`.
pub fn read<T: DeserializeOwned>(tree: &Tree<'_>, node: NodeId) -> Reading<T> {
    let start = tree.span(node).start;
    let mut text = tree.source(node).to_owned();
    let mut faults = duplicate_keys(tree, node);
    let options = options();
    loop {
        let error = match options.from_str::<T>(&text) {
            Ok(value) => {
                return Reading {
                    value: Some(value),
                    faults: ordered(tree, faults),
                };
            }
            Err(error) => error,
        };
        let found = locate(tree, node, start, &text, &error);
        if !found.known {
            faults.push((found.at, found.path, found.kind));
        }
        if found.at == node || faults.len() >= MAX_FAULTS {
            return Reading {
                value: None,
                faults: ordered(tree, faults),
            };
        }
        let item = tree.item_span(found.blank);
        let range = item.start - start..item.end - start;
        if !blank(&mut text, range) {
            return Reading {
                value: None,
                faults: ordered(tree, faults),
            };
        }
    }
}

/// Turns what is wrong with a value into faults of a file.
pub fn faults_of(
    file: &str,
    tree: &Tree<'_>,
    record: Option<&str>,
    found: Vec<(NodeId, String, FaultKind)>,
) -> impl Iterator<Item = Fault> {
    found.into_iter().map(move |(node, path, kind)| Fault {
        file: file.to_owned(),
        place: tree.place(node),
        record: record.map(str::to_owned),
        field: (!path.is_empty()).then_some(path),
        kind,
    })
}

fn ordered(
    tree: &Tree<'_>,
    mut faults: Vec<(NodeId, String, FaultKind)>,
) -> Vec<(NodeId, String, FaultKind)> {
    faults.sort_by_key(|(node, _, _)| tree.item_span(*node).start);
    faults
}

/// Where an error of `ron` lies.
struct Located {
    /// The value that the fault is about.
    at: NodeId,
    /// Its path, with the missing key where one is missing.
    path: String,
    kind: FaultKind,
    /// The value to blank out before reading again.
    blank: NodeId,
    /// Whether the fault follows from one that is listed already.
    known: bool,
}

fn locate(
    tree: &Tree<'_>,
    root: NodeId,
    start: usize,
    text: &str,
    error: &SpannedError,
) -> Located {
    let from = start + offset(text, error.span.start);
    let to = start + offset(text, error.span.end);
    let here = |at: NodeId, kind: FaultKind| Located {
        at,
        path: tree.path(root, at),
        kind,
        blank: at,
        known: false,
    };
    match &error.code {
        Error::NoSuchStructField {
            expected, found, ..
        } => {
            let allowed = expected.iter().map(|key| (*key).to_owned()).collect();
            let at = nearest_key(tree, root, found, to, text, start).unwrap_or(root);
            here(
                at,
                FaultKind::UnknownKey {
                    found: found.clone(),
                    allowed,
                },
            )
        }
        Error::DuplicateStructField { field, .. } => {
            let at = nearest_key(tree, root, field, to, text, start).unwrap_or(root);
            // Listed already, by `duplicate_keys`.
            Located {
                known: true,
                ..here(
                    at,
                    FaultKind::DuplicateKey {
                        key: (*field).to_owned(),
                    },
                )
            }
        }
        Error::MissingStructField { field, .. } => {
            let at = innermost_struct(tree, root, to, field, text, start);
            let known = tree.child(at, field).is_some();
            let path = tree.path(root, at);
            let path = if path.is_empty() {
                (*field).to_owned()
            } else {
                format!("{path}.{field}")
            };
            let kind = FaultKind::MissingKey {
                key: (*field).to_owned(),
            };
            Located {
                at,
                path,
                kind,
                blank: at,
                known,
            }
        }
        code => {
            let mut at = tree.innermost(root, from);
            if at == root || is_blank(text, tree, at, start) {
                at = tree.innermost(root, to);
            }
            // What stumbles over a part that is blanked out follows from the fault of that part.
            let mut known = false;
            while at != root && is_blank(text, tree, at, start) {
                at = tree.parent(at).unwrap_or(root);
                known = true;
            }
            Located {
                known,
                ..here(at, value_fault(tree, at, code))
            }
        }
    }
}

/// The value of this key that is not blanked out and whose key lies nearest to a byte.
fn nearest_key(
    tree: &Tree<'_>,
    root: NodeId,
    key: &str,
    byte: usize,
    text: &str,
    start: usize,
) -> Option<NodeId> {
    tree.descendants(root)
        .into_iter()
        .filter(|node| {
            *node != root && tree.key(*node) == Some(key) && !is_blank(text, tree, *node, start)
        })
        .min_by_key(|node| (tree.item_span(*node).start + key.len()).abs_diff(byte))
}

/// The innermost value with brackets that ends around a byte: `ron` finds a key missing at the end.
fn innermost_struct(
    tree: &Tree<'_>,
    root: NodeId,
    byte: usize,
    key: &str,
    text: &str,
    start: usize,
) -> NodeId {
    let lacks = |node: &NodeId| {
        tree.child(*node, key)
            .is_none_or(|child| is_blank(text, tree, child, start))
            && !is_blank(text, tree, *node, start)
    };
    tree.descendants(root)
        .into_iter()
        .filter(|node| tree.form(*node) == Form::Struct && lacks(node))
        .min_by_key(|node| tree.span(*node).end.abs_diff(byte))
        .unwrap_or(root)
}

fn is_blank(text: &str, tree: &Tree<'_>, node: NodeId, start: usize) -> bool {
    let span = tree.span(node);
    text.get(span.start - start..span.end - start)
        .is_none_or(|text| text.trim().is_empty())
}

/// What a value should have been, from what `ron` says.
fn value_fault(tree: &Tree<'_>, at: NodeId, code: &Error) -> FaultKind {
    let found = excerpt(tree.source(at));
    let wrong = |expected| FaultKind::WrongType {
        expected,
        found: found.clone(),
    };
    match code {
        Error::ExpectedFloat | Error::FloatUnderscore => wrong(Expected::Number),
        Error::ExpectedInteger | Error::IntegerOutOfBounds | Error::InvalidIntegerDigit { .. } => {
            wrong(Expected::WholeNumber)
        }
        Error::ExpectedString => wrong(Expected::Text),
        Error::ExpectedBoolean => wrong(Expected::Truth),
        Error::ExpectedArray => wrong(Expected::List),
        Error::ExpectedMap => wrong(Expected::Map),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => wrong(Expected::Struct),
        Error::ExpectedDifferentStructName { expected, found } => FaultKind::UnknownName {
            found: found.clone(),
            allowed: vec![(*expected).to_owned()],
        },
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => FaultKind::UnknownName {
            found: found.clone(),
            allowed: expected.iter().map(|name| (*name).to_owned()).collect(),
        },
        // A fraction where a whole number is read, a name where a text is: `ron` reads a part
        // and stumbles over the rest.
        Error::ExpectedComma | Error::ExpectedStructLikeEnd | Error::ExpectedIdentifier
            if tree.form(at) == Form::Leaf =>
        {
            let whole = tree.source(at).parse::<f64>().is_ok();
            wrong(if whole {
                Expected::WholeNumber
            } else {
                Expected::Other
            })
        }
        other => FaultKind::Syntax {
            detail: other.to_string(),
        },
    }
}

/// The beginning of a value, for a sentence.
fn excerpt(source: &str) -> String {
    const LONGEST: usize = 40;
    let line = source.lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST && line.len() == source.len() {
        return line.to_owned();
    }
    let beginning: String = line.chars().take(LONGEST).collect();
    format!("{beginning}…")
}

/// Keys that stand twice in one value: the second of each.
fn duplicate_keys(tree: &Tree<'_>, root: NodeId) -> Vec<(NodeId, String, FaultKind)> {
    let mut found = Vec::new();
    for node in tree.descendants(root) {
        let mut seen = std::collections::BTreeSet::new();
        for child in tree.children(node) {
            if let Some(key) = tree.key(*child)
                && !seen.insert(key)
                && found.len() < MAX_FAULTS
            {
                let kind = FaultKind::DuplicateKey {
                    key: key.to_owned(),
                };
                found.push((*child, tree.path(root, *child), kind));
            }
        }
    }
    found
}

/// Replaces a part of a text by spaces; line breaks stay. Says whether anything changed.
fn blank(text: &mut String, range: std::ops::Range<usize>) -> bool {
    let Some(part) = text.get(range.clone()) else {
        return false;
    };
    if part.trim().is_empty() {
        return false;
    }
    let spaces: String = part
        .chars()
        .flat_map(|letter| {
            // One space for each byte keeps later bytes where they are.
            let kept = if letter == '\n' { '\n' } else { ' ' };
            std::iter::repeat_n(kept, letter.len_utf8())
        })
        .collect();
    text.replace_range(range, &spaces);
    true
}

/// The byte of a line and column as `ron` counts them.
fn offset(text: &str, position: Position) -> usize {
    let start = match position.line {
        0 | 1 => 0,
        line => text
            .match_indices('\n')
            .nth(line - 2)
            .map_or(text.len(), |(at, _)| at + 1),
    };
    let rest = &text[start..];
    rest.char_indices()
        .nth(position.col.saturating_sub(1))
        .map_or(text.len(), |(at, _)| start + at)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields, default)]
    struct Thing {
        id: Option<String>,
        size: Option<f64>,
        count: Option<u32>,
        kind: Option<Kind>,
        parts: Option<Vec<Part>>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    enum Kind {
        Plain,
        Windowed { width: u32, height: u32 },
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Part {
        x: f64,
    }

    fn faults(text: &str) -> Vec<String> {
        let tree = Tree::scan(text).unwrap();
        let reading = read::<Thing>(&tree, tree.root());
        faults_of("f", &tree, None, reading.faults)
            .map(|fault| fault.to_string())
            .collect()
    }

    #[test]
    fn a_value_without_faults_is_read() {
        let tree = Tree::scan(
            "Thing(id: \"é\", size: 3, kind: Windowed(width: 1, height: 2), parts: [(x: 1)])",
        )
        .unwrap();
        let reading = read::<Thing>(&tree, tree.root());
        assert!(reading.faults.is_empty(), "{:?}", reading.faults);
        let expected = Thing {
            id: Some("é".to_owned()),
            size: Some(3.0),
            count: None,
            kind: Some(Kind::Windowed {
                width: 1,
                height: 2,
            }),
            parts: Some(vec![Part { x: 1.0 }]),
        };
        assert_eq!(reading.value, Some(expected));
    }

    #[test]
    fn all_faults_of_a_value_are_found_at_once() {
        let text = "Thing(\n  id: 3,\n  sise: 4.0, // é\n  size: \"big\",\n  count: 2.5,\n  kind: Round,\n  parts: [(x: 1), (x: true, y: 2), (), (x: 3)],\n)";
        assert_eq!(
            faults(text),
            [
                "f:2:3: id: expected a text in quotation marks, found 3",
                "f:3:3: sise: there is no key “sise” here; the keys are id, size, count, kind and parts",
                "f:4:3: size: expected a number, found \"big\"",
                "f:5:3: count: expected a whole number that is not negative, found 2.5",
                "f:6:3: kind: “Round” is not allowed here, only Plain and Windowed",
                "f:7:20: parts[1].x: expected a number, found true",
                "f:7:29: parts[1].y: there is no key “y” here; the keys are x",
                "f:7:36: parts[2].x: the key “x” is missing",
            ]
        );
    }

    #[test]
    fn what_follows_from_a_fault_is_not_listed_again() {
        assert_eq!(
            faults("Thing(kind: Windowed(width: 1, height: -2))"),
            ["f:1:32: kind.height: expected a whole number that is not negative, found -2"]
        );
        assert_eq!(faults("Thing(id: \"a\", id: \"b\", id: \"c\")").len(), 2);
        assert_eq!(faults("Thing(size: 1.0.0)").len(), 1);
        assert_eq!(faults("[1, 2]").len(), 1);
    }
}

//! The values of a scenario file, apart from its text, each with its place.
//!
//! Migrations change these values, and faults found after a migration still name the line and
//! column at which the user wrote them.

use crate::spans::{self, NodeId, Place, Tree};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    pub(super) place: Place,
    pub(super) form: Form,
}

/// How a value is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Form {
    /// A number, a text or a word, as it stands in the file.
    Leaf(String),
    /// Keys and values in round brackets, after a name or without one.
    Group { name: String, fields: Vec<Field> },
    /// Values in square brackets.
    List(Vec<Value>),
    /// Keys and values in braces, which a scenario does not use.
    Map,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    /// Nothing where the value stands alone.
    pub(super) key: Option<String>,
    pub(super) value: Value,
}

impl Value {
    /// The value at a place of a tree, with everything below it.
    pub(super) fn of(tree: &Tree<'_>, node: NodeId) -> Value {
        let children = tree.children(node);
        let form = match tree.form(node) {
            spans::Form::Leaf => Form::Leaf(tree.source(node).trim().to_owned()),
            spans::Form::List => {
                Form::List(children.iter().map(|item| Value::of(tree, *item)).collect())
            }
            spans::Form::Map => Form::Map,
            spans::Form::Struct => Form::Group {
                name: tree.name(node).to_owned(),
                fields: children
                    .iter()
                    .map(|item| Field {
                        key: tree.key(*item).map(str::to_owned),
                        value: Value::of(tree, *item),
                    })
                    .collect(),
            },
        };
        Value {
            place: tree.place(node),
            form,
        }
    }

    /// The value of a key, to change.
    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        self.field_mut(key).map(|field| &mut field.value)
    }

    /// The key and value of a key, to change.
    pub(super) fn field_mut(&mut self, key: &str) -> Option<&mut Field> {
        let Form::Group { fields, .. } = &mut self.form else {
            return None;
        };
        fields
            .iter_mut()
            .find(|field| field.key.as_deref() == Some(key))
    }

    /// The items of a list, to change; none where it is no list.
    pub(super) fn items_mut(&mut self) -> &mut [Value] {
        match &mut self.form {
            Form::List(items) => items,
            _ => &mut [],
        }
    }

    /// What stands there, short enough for a sentence.
    pub(super) fn excerpt(&self) -> String {
        const LONGEST: usize = 40;
        match &self.form {
            Form::Leaf(source) => {
                let line = source.lines().next().unwrap_or_default();
                if line.chars().count() <= LONGEST && line.len() == source.len() {
                    line.to_owned()
                } else {
                    let beginning: String = line.chars().take(LONGEST).collect();
                    format!("{beginning}…")
                }
            }
            Form::Group { name, .. } => {
                let name: String = name.chars().take(LONGEST).collect();
                format!("{name}(…)")
            }
            Form::List(_) => "[…]".to_owned(),
            Form::Map => "{…}".to_owned(),
        }
    }
}

/// What a bare word may consist of.
pub(super) fn is_word(source: &str) -> bool {
    let mut letters = source.bytes();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == b'_')
}
